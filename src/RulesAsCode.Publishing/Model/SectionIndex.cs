using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter.Tracing;

namespace RulesAsCode.Publishing.Model;

/// <summary>The index of every source's outline: what relies on each division, or why nothing does.</summary>
internal sealed class SectionIndex
{
    private readonly RulesModel _model;
    private readonly Anchors _anchors;
    private readonly Dictionary<Division, (string Id, bool IsOpen)> _divisions = [];
    private readonly Dictionary<Symbol, List<(LinkView Link, string? Place)>> _uses = [];

    public SectionIndex(RuleTrace trace, Anchors anchors)
    {
        _model = trace.Model;
        _anchors = anchors;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (DivisionTrace division in trace.Divisions)
        {
            string stem = anchors[division.Division.Source] + "-" + Anchors.Slug(division.Division.Locator);
            string id = stem;
            for (int number = 2; !taken.Add(id); number++)
            {
                id = stem + "-" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            _divisions.Add(division.Division, (id, division.IsOpen));
        }
    }

    /// <summary>The anchor of a division.</summary>
    public string IdOf(Division division) => _divisions[division].Id;

    /// <summary>A division as an index lists it: <c>Section H1</c>.</summary>
    public static string Label(Division division) =>
        (division.Kind.Length == 0 ? "" : char.ToUpperInvariant(division.Kind[0]) + division.Kind[1..] + " ") + division.Locator;

    public ImmutableArray<SourceView> Build()
    {
        Add(_model.Guide.References, new LinkView("", "this guide"));
        foreach (Requirement requirement in _model.Requirements)
        {
            Add(ReferencesOf(requirement), _anchors.Link(requirement));
        }

        foreach (Definition definition in _model.Definitions)
        {
            Add(definition.References, _anchors.Link(definition));
        }

        foreach (Parameter parameter in _model.Parameters)
        {
            Add(parameter.Periods.SelectMany(period => period.References), _anchors.Link(parameter));
        }

        return
        [
            .. _model.Sources.Select(source => new SourceView(
                _anchors[source],
                source.Name,
                source.Title,
                source.Url,
                source.Edition is { } edition ? new DateView(edition, Primitives.CalendarDay.ToIso(edition), Primitives.CalendarDay.ToWords(edition)) : null,
                [.. source.Divisions.Select(division => new DivisionView(IdOf(division), Label(division), division.Title, division.Status, division.Url, UsesOf(division), division.NotModelled, _divisions[division].IsOpen))],
                [.. UsesOf(source).Select(use => use.Link)])),
        ];
    }

    private static IEnumerable<SectionReference> ReferencesOf(Requirement requirement) =>
    [
        .. requirement.References,
        .. requirement.AppliesWhen?.References ?? [],
        .. requirement.Exceptions.SelectMany(ReferencesOf),
        .. requirement.Criteria.SelectMany(criterion => criterion.References.Concat(criterion.Exceptions.SelectMany(ReferencesOf))),
    ];

    private static IEnumerable<SectionReference> ReferencesOf(ExceptionClause exception) =>
        exception.References.Concat(exception.Exceptions.SelectMany(ReferencesOf));

    private void Add(IEnumerable<SectionReference> references, LinkView link)
    {
        foreach (SectionReference reference in references)
        {
            if (reference.Division is null)
            {
                Add(reference.Source, link, null);
                continue;
            }

            bool isRange = reference.To is not null;
            foreach (Division division in isRange ? reference.Covered : [reference.Division])
            {
                bool isDivisionItself = isRange || string.Equals(division.Locator, reference.Locator, StringComparison.OrdinalIgnoreCase);
                Add(division, link, isDivisionItself ? null : reference.Locator);
            }
        }
    }

    private void Add(Symbol place, LinkView link, string? inside)
    {
        if (!_uses.TryGetValue(place, out List<(LinkView Link, string? Place)>? uses))
        {
            _uses.Add(place, uses = []);
        }

        uses.Add((link, inside));
    }

    private ImmutableArray<DivisionUse> UsesOf(Symbol place) =>
        _uses.TryGetValue(place, out List<(LinkView Link, string? Place)>? uses)
            ? [.. uses.GroupBy(use => use.Link).Select(group => new DivisionUse(group.Key, [.. group.Select(use => use.Place).OfType<string>().Distinct(StringComparer.Ordinal)]))]
            : [];
}
