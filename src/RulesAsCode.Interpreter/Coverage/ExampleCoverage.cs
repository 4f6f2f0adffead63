using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Interpreter.Coverage;

/// <summary>What the examples of a guide show, and what they leave unshown. Only examples that come out as they expect count.</summary>
/// <param name="Model">The guide.</param>
/// <param name="Requirements">One for each requirement, in the order of the model.</param>
/// <param name="Definitions">The conditions inside each definition that a requirement or an example uses.</param>
/// <param name="Boundaries">One for each end of each comparison, in the order of the model.</param>
public sealed record ExampleCoverage(
    RulesModel Model, ImmutableArray<RequirementCoverage> Requirements, ImmutableArray<DefinitionCoverage> Definitions, ImmutableArray<BoundaryCoverage> Boundaries)
{
    /// <summary>What could be shown: outcomes that can be reached, conditions, and cases of boundaries.</summary>
    public int Total => AllOutcomes.Count() + AllConditions.Count() + (Boundaries.Length * BoundaryCoverage.Cases);

    /// <summary>How much of it is shown.</summary>
    public int Shown => AllOutcomes.Count(outcome => outcome.Examples > 0) + AllConditions.Count(condition => condition.Matters) + Boundaries.Sum(boundary => BoundaryCoverage.Cases - boundary.Missing.Length);

    /// <summary>The share shown in whole percent, rounded down; 100 where there is nothing to show.</summary>
    public int Percent => Total == 0 ? 100 : (int)(100L * Shown / Total);

    /// <summary>The outcomes that can be reached.</summary>
    public IEnumerable<OutcomeCoverage> AllOutcomes => Requirements.SelectMany(requirement => requirement.Outcomes).Where(outcome => outcome.WhyNever is null);

    /// <summary>Every condition.</summary>
    public IEnumerable<ConditionCoverage> AllConditions => Requirements.SelectMany(requirement => requirement.Conditions).Concat(Definitions.SelectMany(definition => definition.Conditions));

    /// <summary>Runs the examples of a guide and says what they show.</summary>
    public static ExampleCoverage Of(RulesModel model) => new CoverageStudy(model).Run();
}

/// <param name="Outcomes">All four, in the order of the language reference.</param>
/// <param name="Conditions">Its own conditions: applicability, exceptions, criteria, and the parts of each.</param>
public sealed record RequirementCoverage(Requirement Requirement, ImmutableArray<OutcomeCoverage> Outcomes, ImmutableArray<ConditionCoverage> Conditions);

/// <param name="Examples">How many examples expect it; a row of a table is an example.</param>
/// <param name="WhyNever">Why no facts can reach it, or null.</param>
public sealed record OutcomeCoverage(Outcome Outcome, int Examples, string? WhyNever);

public sealed record DefinitionCoverage(Definition Definition, ImmutableArray<ConditionCoverage> Conditions);

/// <summary>A condition, and whether it matters on its own: whether in some example another answer of this condition alone makes another outcome than the one expected.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Place">Where it stands: <c>criterion (a)</c>, <c>applies when</c>, <c>unless</c>, <c>definition</c>.</param>
/// <param name="Words">The condition in the rule's own words.</param>
/// <param name="IsWhole">True for all that the clause says, false for a part of it.</param>
/// <param name="Criterion">The criterion that it belongs to, or null.</param>
/// <param name="Matters">Whether an example shows it.</param>
public sealed record ConditionCoverage(Expression Condition, string Place, string Words, bool IsWhole, Criterion? Criterion, bool Matters);

/// <summary>The cases on which a boundary turns.</summary>
public enum BoundaryCase { JustBelow, At, JustAbove }

/// <summary>One end of a comparison: <c>within 2 working days after</c> has two.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Owner">The requirement or the definition in which it stands.</param>
/// <param name="Words">The comparison in the rule's own words.</param>
/// <param name="End">Which end is meant where it has two: <c>first</c> or <c>last</c>; else null.</param>
/// <param name="Missing">The cases that no example shows, each with an example to add where one can be made.</param>
public sealed record BoundaryCoverage(Expression Comparison, Symbol Owner, string Words, string? End, ImmutableArray<MissingCase> Missing)
{
    /// <summary>How many cases a boundary has.</summary>
    public const int Cases = 3;
}

/// <param name="Example">An example in the words of a rule file, with the outcome that the rules give; null where none could be made.</param>
public sealed record MissingCase(BoundaryCase Case, string? Example);
