using System.Collections.Immutable;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Model;

/// <summary>A requirement: when it applies, what it asks, where the law says so.</summary>
public sealed class Requirement(string name, string? title, Location location) : Symbol(name, location)
{
    /// <summary>The title for readers; the name where the rule gives none.</summary>
    public string Title { get; } = title ?? name;
    /// <summary>The whole declaration, from its first word to the last of its clauses, without the comments before and after it.</summary>
    public Location Declaration { get; internal set; } = location;
    public ImmutableArray<SectionReference> References { get; internal set; } = [];
    public ImmutableArray<Reading> Readings { get; internal set; } = [];
    /// <summary>Whose duty it is when not the subject's own; null: the subject's.</summary>
    public Term? FallsOn { get; internal set; }
    /// <summary>The element it is assessed for (<c>for each</c>), or null.</summary>
    public ElementVariable? Element { get; internal set; }
    /// <summary>Null for <c>applies always</c>.</summary>
    public ConditionClause? AppliesWhen { get; internal set; }
    /// <summary>First day in force, or null.</summary>
    public int? InForceFrom { get; internal set; }
    /// <summary>Last day in force, or null.</summary>
    public int? InForceUntil { get; internal set; }
    public ImmutableArray<ExceptionClause> Exceptions { get; internal set; } = [];
    /// <summary>Criteria and recommendations in the order written, lettered in that order.</summary>
    public ImmutableArray<Criterion> Criteria { get; internal set; } = [];
    public ImmutableArray<Requirement> Follows { get; internal set; } = [];
    /// <summary>An indicative length, never part of a verdict.</summary>
    public Duration? TakesAbout { get; internal set; }
    /// <summary>Why the length is not known, or null.</summary>
    public string? TakesUnknownTime { get; internal set; }
    public Prose? Guidance { get; internal set; }
}

/// <summary>The condition of <c>applies when</c>. <paramref name="UsesElement"/> is true when it needs an element of <c>for each</c>.</summary>
public sealed record ConditionClause(
    Expression Condition, bool UsesElement, ImmutableArray<SectionReference> References, ImmutableArray<Reading> Readings, Location Location);

/// <summary>An exception: holds when its condition does and none of its own exceptions does.</summary>
public sealed record ExceptionClause(
    Expression Condition, bool UsesElement, ImmutableArray<SectionReference> References, ImmutableArray<ExceptionClause> Exceptions, Location Location);

public sealed class Criterion(int ordinal, Expression condition, Location location)
{
    /// <summary>From 0.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary><c>a</c>, <c>b</c> … <c>z</c>, <c>aa</c> …</summary>
    public string Letter { get; } = Letters(ordinal);

    /// <summary>What must be true. A deadline is a <see cref="DeadlineExpression"/>; <c>requires FACT</c> is spelt out as the condition it means.</summary>
    public Expression Condition { get; } = condition;

    public Location Location { get; } = location;

    /// <summary>True for <c>recommends that</c>: reported, never a failure, never undecided.</summary>
    public bool IsRecommendation { get; internal set; }

    /// <summary>True for <c>requires FACT</c> without <c>that</c> (also when it is a deadline).</summary>
    public bool IsBareFact { get; internal set; }

    /// <summary>What to tell somebody who does not meet it, or null.</summary>
    public Prose? Otherwise { get; internal set; }
    public ImmutableArray<CriterionReading> Readings { get; internal set; } = [];
    public ImmutableArray<SectionReference> References { get; internal set; } = [];
    /// <summary>Where one holds, the criterion is met.</summary>
    public ImmutableArray<ExceptionClause> Exceptions { get; internal set; } = [];

    private static string Letters(int ordinal) =>
        (ordinal >= 26 ? Letters((ordinal / 26) - 1) : "") + (char)('a' + (ordinal % 26));
}

/// <param name="Alternative">The other reading (<c>or read as</c>), or null.</param>
public sealed record CriterionReading(Reading Reading, Expression? Alternative);

/// <summary>An executable test and a worked example of the guide.</summary>
public sealed class Example(string title, Location location)
{
    public string Title { get; } = title;
    public Location Location { get; } = location;
    /// <summary>The date of the assessment.</summary>
    public int AsAt { get; internal set; }
    /// <summary>One case; or one for each row of its tables.</summary>
    public ImmutableArray<ExampleCase> Cases { get; internal set; } = [];
}

/// <param name="Row">The number of the table row, from 1; null when the example has no table.</param>
public sealed record ExampleCase(int? Row, FactRecord Facts, ImmutableArray<Expectation> Expectations, Location Location);

/// <summary>One line of <c>expect</c>.</summary>
/// <param name="Requirement">The requirement, when the subject is one.</param>
/// <param name="Definition">The definition, when the subject is one. Neither: everything.</param>
/// <param name="Element">Which element the subject belongs to, from 0 by its index in its list; null for the whole.</param>
/// <param name="Outcome">The outcome expected; null for the value of a definition.</param>
/// <param name="Value">The value expected of a definition.</param>
/// <param name="Negated">True for <c>is not</c> before a value or an outcome (<c>is not satisfied</c> is the outcome, not a negation).</param>
/// <param name="Says">Sentences the outcome must say.</param>
/// <param name="AsksFor">The missing facts the outcome must ask for, exactly; null when not stated.</param>
public sealed record Expectation(
    Requirement? Requirement, Definition? Definition, ElementIndex? Element, ExpectedOutcome? Outcome, RuleValue? Value, bool Negated,
    ImmutableArray<string> Says, ImmutableArray<FactPath>? AsksFor, Location Location)
{
    public bool IsEverything => Requirement is null && Definition is null;
}

/// <summary>An element of a list, from 0: <c>testing programme 2</c> is index 1.</summary>
public sealed record ElementIndex(Record Record, int Index);

public enum ExpectedOutcome { Satisfied, NotSatisfied, NotApplicable, Undecided }

/// <summary>A fact of one subject: the fields that lead to it, with the index of the element where one is a list.</summary>
public sealed record FactPath(ImmutableArray<FactPathStep> Steps)
{
    /// <summary>As a reader says it: <c>testing programme 2's testing start</c>; <c>credit cover threshold</c>.</summary>
    public string Words => string.Join("'s ", Steps.Select((step, at) => step.Field.Type is not ListType list ? step.Field.Name
        : step.Index is { } index ? $"{list.Record.Name} {index + 1}"
        : at + 1 < Steps.Length ? list.Record.Name : step.Field.Name));

    /// <summary>As a JSON pointer into the facts: <c>/testingProgrammes/1/testingStart</c>.</summary>
    public string Pointer => string.Concat(Steps.Select(step => "/" + step.Field.CamelName + (step.Index is { } index ? "/" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")));

    /// <summary>Whether another path is this one; a list without an index before its element's fact stands for any element.</summary>
    public bool Covers(FactPath other) => Steps.Length == other.Steps.Length
        && Steps.Zip(other.Steps, (step, actual) => step.Field == actual.Field && (step.Index is null || step.Index == actual.Index)).All(same => same);

    public bool Equals(FactPath? other) => other is not null && Steps.SequenceEqual(other.Steps);
    public override int GetHashCode() => Steps.Aggregate(17, (hash, step) => unchecked((hash * 31) + step.GetHashCode()));
    public override string ToString() => Words;
}

/// <param name="Index">The element's index from 0 where the field is a list and one element of it is meant; else null.</param>
public sealed record FactPathStep(Field Field, int? Index);
