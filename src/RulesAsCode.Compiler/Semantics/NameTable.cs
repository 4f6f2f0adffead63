using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>One namespace of names. The first declaration of a name wins; a second is reported and never found.</summary>
/// <param name="becomesCode">True where the names become C# names, which must exist and differ.</param>
internal sealed class NameTable<T>(bool becomesCode)
    where T : Symbol
{
    private readonly Dictionary<string, T> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> _byIdentifier = new(StringComparer.Ordinal);
    private readonly List<T> _all = [];

    /// <summary>The symbols that can be found, in order of declaration.</summary>
    internal IReadOnlyList<T> All
    {
        get
        {
            TimesAllWereAskedFor++;
            return _all;
        }
    }

    internal int TimesAllWereAskedFor { get; private set; }

    /// <summary>Where lookups are written down, with what was found; null: nowhere.</summary>
    internal List<(string Key, T? Found)>? Lookups { get; set; }

    internal T? Find(string name) => FindKey(Names.Key(name));

    internal T? FindKey(string key)
    {
        T? found = _byKey.TryGetValue(key, out T? symbol) ? symbol : null;
        Lookups?.Add((key, found));
        return found;
    }

    internal void Declare(T symbol, DiagnosticBag bag)
    {
        string key = symbol.Key;
        if (_byKey.TryGetValue(key, out T? first))
        {
            bag.Add(DiagnosticCatalogue.NameUsedTwice(symbol.Location, symbol.Name, Describe.Symbol(first), first.Location));
            return;
        }

        _byKey.Add(key, symbol);
        _all.Add(symbol);
        if (key == Names.Today)
        {
            bag.Add(DiagnosticCatalogue.ReservedName(symbol.Location, symbol.Name, "the date of the assessment"));
        }

        if (!becomesCode)
        {
            return;
        }

        string identifier = symbol.PascalName;
        if (identifier.Length == 0 || char.IsDigit(identifier[0]))
        {
            bag.Add(DiagnosticCatalogue.NameWithoutLetters(symbol.Location, symbol.Name));
        }
        else if (_byIdentifier.TryGetValue(identifier, out T? other))
        {
            bag.Add(DiagnosticCatalogue.NamesCollide(symbol.Location, symbol.Name, other.Name, identifier, other.Location));
        }
        else
        {
            _byIdentifier.Add(identifier, symbol);
        }
    }
}
