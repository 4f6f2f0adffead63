using System.Collections.Immutable;
using System.Globalization;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter.Tracing;

namespace RulesAsCode.Publishing.Model;

/// <summary>The trace of a guide as readers see it: the same that <c>rules trace</c> says, with links.</summary>
internal sealed class TraceViews(RuleTrace trace, Anchors anchors, SectionIndex index)
{
    private readonly Dictionary<Example, LinkView> _examples = [];
    private readonly ILookup<(Requirement Requirement, Example Example), string> _decided = trace.Requirements
        .SelectMany(requirement => requirement.Criteria.SelectMany(criterion => criterion.Examples
            .Select(example => (Key: (requirement.Requirement, example.Example), criterion.Criterion.Letter)).Distinct()))
        .ToLookup(pair => pair.Key, pair => pair.Letter);

    /// <summary>The anchor of an example, by its group's and its place in it.</summary>
    public static string ExampleId(string groupId, int number) => groupId + "-" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The anchor of a criterion of a requirement.</summary>
    public static string CriterionId(string requirementId, string letter) => requirementId + "-criterion-" + letter;

    /// <summary>Says where an example stands, so that traces link to it.</summary>
    public void Place(Example example, string groupId, int number) => _examples.Add(example, new LinkView(ExampleId(groupId, number), example.Title));

    /// <summary>The letters of a requirement's criteria that an example decides.</summary>
    public ImmutableArray<string> Decides(Requirement requirement, Example example) => [.. _decided[(requirement, example)]];

    /// <summary>The traces, in the order given. Every example has been placed.</summary>
    public ImmutableArray<RequirementTraceView> Of(IEnumerable<Requirement> order, Func<Criterion, string> wordsOf)
    {
        var traces = trace.Requirements.ToDictionary(requirement => requirement.Requirement);
        return [.. order.Select(requirement => Of(traces[requirement], wordsOf))];
    }

    private RequirementTraceView Of(RequirementTrace requirement, Func<Criterion, string> wordsOf) => new(
        anchors.Link(requirement.Requirement),
        [.. requirement.References.Select(reference => new LinkView(reference.Division is { } division ? index.IdOf(division) : anchors[reference.Source], reference.Display)).Distinct()],
        [
            .. requirement.Criteria.Select(criterion => new CriterionTraceView(
                criterion.Criterion.Letter,
                new LinkView(CriterionId(anchors[requirement.Requirement], criterion.Criterion.Letter), wordsOf(criterion.Criterion)),
                [.. criterion.Examples.GroupBy(example => example.Example).Select(group => new ExampleUse(_examples[group.Key], group.Count()))])),
        ]);
}
