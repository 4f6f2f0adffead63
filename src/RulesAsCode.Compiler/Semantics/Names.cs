using System.Text;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>How names are compared: in any case (invariant), in composed Unicode form.</summary>
internal static class Names
{
    internal const string Today = "TODAY";
    internal const string Yes = "YES";
    internal const string No = "NO";
    internal const string Everything = "EVERYTHING";

    /// <summary>The form under which a name is looked up.</summary>
    internal static string Key(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormC).ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair, which only a name in backticks can hold.
            return name.ToUpperInvariant();
        }
    }

    internal static bool AreEqual(string left, string right) => string.Equals(Key(left), Key(right), StringComparison.Ordinal);

    /// <summary>A place as a message mentions it: file without folder, and line.</summary>
    internal static string Place(Location location)
    {
        string path = location.Source.Path;
        return path.Substring(path.LastIndexOf('/') + 1) + ":" + (location.Start.Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Splits <c>testing programme 2</c> into the element's name and its number from 1; false when no whole number ends it.</summary>
    internal static bool TrySplitNumber(string name, out string element, out int number)
    {
        int blank = name.LastIndexOf(' ');
        number = 0;
        element = "";
        if (blank <= 0 || name.Length - blank > 7 || !name.Skip(blank + 1).All(c => c is >= '0' and <= '9'))
        {
            return false;
        }

        element = name.Substring(0, blank);
        return int.TryParse(name.Substring(blank + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number);
    }
}
