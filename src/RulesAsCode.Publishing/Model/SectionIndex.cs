using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Publishing.Model;

/// <summary>The index of every source's outline: what relies on each division, or why nothing does.</summary>
internal sealed class SectionIndex(RulesModel model, Anchors anchors)
{
    private readonly Dictionary<Symbol, List<(LinkView Link, string? Place)>> _uses = [];

    /// <summary>A division as an index lists it: <c>Section H1</c>.</summary>
    public static string Label(Division division) =>
        (division.Kind.Length == 0 ? "" : char.ToUpperInvariant(division.Kind[0]) + division.Kind[1..] + " ") + division.Locator;

    public ImmutableArray<SourceView> Build()
    {
        Add(model.Guide.References, new LinkView("", "this guide"));
        foreach (Requirement requirement in model.Requirements)
        {
            Add(ReferencesOf(requirement), anchors.Link(requirement));
        }

        foreach (Definition definition in model.Definitions)
        {
            Add(definition.References, anchors.Link(definition));
        }

        foreach (Parameter parameter in model.Parameters)
        {
            Add(parameter.Periods.SelectMany(period => period.References), anchors.Link(parameter));
        }

        return
        [
            .. model.Sources.Select(source => new SourceView(
                anchors[source],
                source.Name,
                source.Title,
                source.Url,
                source.Edition is { } edition ? new DateView(edition, Primitives.CalendarDay.ToIso(edition), Primitives.CalendarDay.ToWords(edition)) : null,
                [.. source.Divisions.Select(division => new DivisionView(Label(division), division.Title, division.Status, division.Url, UsesOf(division), division.NotModelled))],
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
