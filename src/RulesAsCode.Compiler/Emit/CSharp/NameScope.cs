using System.Globalization;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>
/// Gives C# names that are unique where they stand. A name that C# reserves there, or that another has taken, gets the word for what it is after
/// it (<c>EqualsFact</c>), and a number if even that is taken; a name that does not begin with a letter gets <c>_</c> before it.
/// </summary>
internal sealed class NameScope(params string[] reserved)
{
    /// <summary>The members that every record has.</summary>
    public static readonly string[] RecordMembers =
    [
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals", "EqualityContract", "PrintMembers", "Clone", "Deconstruct",
    ];

    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);

    /// <param name="name">The name that it would like to have.</param>
    /// <param name="kind">The word for what it is: <c>Fact</c>.</param>
    public string Take(string name, string kind)
    {
        string wanted = name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') ? name : "_" + name;
        string given = wanted;
        if (!_taken.Add(given))
        {
            given = wanted + kind;
            for (int i = 2; !_taken.Add(given); i++)
            {
                given = wanted + kind + i.ToString(CultureInfo.InvariantCulture);
            }
        }

        return given;
    }
}
