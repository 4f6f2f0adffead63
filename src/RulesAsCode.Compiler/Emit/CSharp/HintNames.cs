using System.Globalization;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>Names for generated files that every host and every file system takes, and that none has twice.</summary>
internal static class HintNames
{
    private const string Extension = ".g.cs";

    /// <summary>
    /// The names in their order: other characters become <c>_</c>, and a name that is taken, whatever the case of its letters, gets a number.
    /// </summary>
    internal static IEnumerable<string> Unique(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in names)
        {
            string sound = Sound(name);
            string candidate = sound;
            for (int number = 2; !taken.Add(candidate); number++)
            {
                candidate = WithNumber(sound, number);
            }

            yield return candidate;
        }
    }

    private static string Sound(string name)
    {
        IEnumerable<string> segments = name.Replace('\\', '/').Split('/').Where(segment => segment is not ("" or "." or ".."));
        return string.Join("/", segments.Select(segment => new string([.. segment.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')])));
    }

    // "a/main.rules.g.cs" becomes "a/main.rules.2.g.cs".
    private static string WithNumber(string name, int number)
    {
        string stem = name.EndsWith(Extension, StringComparison.Ordinal) ? name.Substring(0, name.Length - Extension.Length) : name;
        return stem + "." + number.ToString(CultureInfo.InvariantCulture) + Extension;
    }
}
