using System.Collections.Immutable;

namespace RulesAsCode;

/// <summary>What a step of an explanation is about, which decides how its line reads.</summary>
public enum ExplanationKind : byte
{
    /// <summary>A requirement: its title and outcome.</summary>
    Requirement,

    /// <summary>One element of the list that a requirement or a condition runs over.</summary>
    Element,

    /// <summary>A clause of a requirement, a criterion or a part of its condition: a sentence and whether it holds.</summary>
    Condition,

    /// <summary>A fact, a definition, a parameter or a computed value.</summary>
    Value,
}

/// <summary>A reference to the law, as a reader sees it.</summary>
/// <param name="Display">Such as <c>ACT H1</c>.</param>
/// <param name="Quote">The words of the source that the rule encodes, or null.</param>
public sealed record ExplanationReference(string Display, string? Quote);

/// <summary>
/// One step of an explanation: what was asked, in the rule's own words, what came out, where the law says so, and the steps below that decided it.
/// Equal in every engine as a structure. Language reference: Meaning, Explanations.
/// </summary>
public sealed class ExplanationStep : IEquatable<ExplanationStep>
{
    /// <param name="step">The number of the expression from 1, in the order of the text, in its requirement or, below a definition, in that definition; 0 for a step that is no expression.</param>
    /// <param name="kind">What the step is about.</param>
    /// <param name="text">The rule's own words; for a comparison, a sentence with the values met and the date that decides.</param>
    public ExplanationStep(int step, ExplanationKind kind, string text)
    {
        Step = step;
        Kind = kind;
        Text = text;
    }

    /// <summary>The number of the expression from 1, in the order of the text, in its requirement or, below a definition, in that definition; 0 for a step that is no expression.</summary>
    public int Step { get; }

    public ExplanationKind Kind { get; }

    /// <summary>Which clause it is: <c>applies when</c>, <c>unless</c>, <c>(a)</c>; null where the place in the tree says it.</summary>
    public string? Label { get; init; }

    /// <summary>The rule's own words; for a comparison, a sentence with the values met and the date that decides.</summary>
    public string Text { get; }

    /// <summary>What came out, in words: an outcome, <c>yes</c>, <c>2 April 2024</c>, <c>none</c>, <c>not given</c>; null where there is nothing to say.</summary>
    public string? Value { get; init; }

    /// <summary>Where the law says so.</summary>
    public ImmutableArray<ExplanationReference> References { get; init; } = [];

    /// <summary>What else the step rests on: <c>calendar England and Wales, edition 24 November 2025</c>.</summary>
    public ImmutableArray<string> Basis { get; init; } = [];

    /// <summary>Names of the readings taken.</summary>
    public ImmutableArray<string> Readings { get; init; } = [];

    public ImmutableArray<ExplanationStep> Children { get; init; } = [];

    public bool Equals(ExplanationStep? other) =>
        other is not null && Step == other.Step && Kind == other.Kind && Label == other.Label && Text == other.Text && Value == other.Value
        && References.SequenceEqual(other.References) && Basis.SequenceEqual(other.Basis) && Readings.SequenceEqual(other.Readings)
        && Children.SequenceEqual(other.Children);

    public override bool Equals(object? obj) => Equals(obj as ExplanationStep);

    public override int GetHashCode() => HashCode.Combine(Step, Kind, Text, Value, Children.Length);

    /// <summary>The explanation as indented text.</summary>
    public override string ToString() => ExplanationText.Render(this);
}
