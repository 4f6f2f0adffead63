using System.Text.Json.Serialization;

namespace RulesAsCode;

/// <summary>What a ruleset says of one subject on one date, in full: a document. <c>System.Text.Json</c> writes it as <c>rules assess --format json</c> does.</summary>
/// <param name="Ruleset">The ruleset.</param>
/// <param name="AsAt">The date of the assessment.</param>
/// <param name="Outcome">The worst outcome of the subject's own requirements; those that fall on another party do not count.</param>
/// <param name="Requirements">What each requirement says, in the order of the rules.</param>
[JsonConverter(typeof(Json.RulesetReportJsonConverter))]
public sealed record RulesetReport(RulesetDescriptor Ruleset, DateOnly AsAt, Outcome Outcome, ImmutableArray<RequirementReport> Requirements)
{
    /// <summary>A report on every requirement of a ruleset. Generated code calls it.</summary>
    /// <param name="ruleset">The ruleset.</param>
    /// <param name="asAt">The date of the assessment.</param>
    /// <param name="outcome">The outcome as a whole.</param>
    /// <param name="report">Reports on one requirement.</param>
    public static RulesetReport Create(RulesetDescriptor ruleset, DateOnly asAt, Outcome outcome, Func<RequirementDescriptor, RequirementReport> report) =>
        new(ruleset, asAt, outcome, [.. ruleset.Requirements.Select(report)]);
}
