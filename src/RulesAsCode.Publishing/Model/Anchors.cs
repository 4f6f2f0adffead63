using System.Globalization;
using System.Text;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Publishing.Model;

/// <summary>
/// The anchors of a guide: made from names, so that they stay as they are when titles and texts change, and each once.
/// Only lower-case ASCII letters, digits and hyphens.
/// </summary>
internal sealed class Anchors
{
    private const string RequirementKind = "requirement";

    private readonly Dictionary<Symbol, string> _ids = [];

    public Anchors(RulesModel model)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        Add(model.Requirements, RequirementKind, taken);
        Add(model.Definitions, "definition", taken);
        Add(model.Parameters, "parameter", taken);
        Add(model.Terms, "term", taken);
        Add(model.Readings, "reading", taken);
        Add(model.Sources, "source", taken);
        Add(model.Timelines, "timeline", taken);
        Add(model.Facts.Fields, "fact", taken);
        foreach (Record record in model.Records.Where(record => !record.IsFacts))
        {
            Add(record.Fields, "fact-" + Slug(record.Name), taken);
        }
    }

    public string this[Symbol symbol] => _ids[symbol];

    /// <summary>A requirement's anchor without the kind: <c>user-id</c>.</summary>
    public static string KeyOf(string requirementId) => requirementId[(RequirementKind.Length + 1)..];

    public LinkView Link(Symbol symbol) => new(this[symbol], symbol is Requirement requirement ? requirement.Title : symbol.Name);

    private void Add(IEnumerable<Symbol> symbols, string kind, HashSet<string> taken)
    {
        foreach (Symbol symbol in symbols)
        {
            string stem = kind + "-" + Slug(symbol.Name);
            string id = stem;
            for (int number = 2; !taken.Add(id); number++)
            {
                id = stem + "-" + number.ToString(CultureInfo.InvariantCulture);
            }

            _ids.Add(symbol, id);
        }
    }

    /// <summary>A name as part of an address: lower-case ASCII letters, digits and hyphens.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
            {
                slug.Append(char.ToLowerInvariant((char)rune.Value));
            }
            else if (!rune.IsAscii)
            {
                slug.Append('u').Append(rune.Value.ToString("x", CultureInfo.InvariantCulture));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
