using System.Collections.Immutable;
using System.Globalization;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>A name that was given.</summary>
/// <param name="Wanted">The name that was asked for.</param>
/// <param name="Kind">The word for what it is.</param>
/// <param name="Given">The name that was free.</param>
internal readonly record struct GivenName(string Wanted, string Kind, string Given);

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
    private ImmutableArray<GivenName>.Builder? _log;

    /// <summary>Begins to note which names are given.</summary>
    public void BeginLog() => _log = ImmutableArray.CreateBuilder<GivenName>();

    /// <summary>The names given since.</summary>
    public ImmutableArray<GivenName> EndLog()
    {
        ImmutableArray<GivenName> given = _log!.ToImmutable();
        _log = null;
        return given;
    }

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

        _log?.Add(new GivenName(name, kind, given));
        return given;
    }
}
