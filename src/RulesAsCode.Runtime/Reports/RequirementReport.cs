namespace RulesAsCode;

/// <summary>A fact to ask for.</summary>
/// <param name="Place">Where it stands among the facts.</param>
public sealed record MissingFact(FactPlace Place)
{
    /// <summary>As a reader says it: <c>testing programme 2's testing start</c>.</summary>
    public string Words => Place.Words;

    /// <summary>As a JSON pointer into the facts: <c>/testingProgrammes/1/testingStart</c>.</summary>
    public string Pointer => Place.Pointer;

    /// <inheritdoc cref="Words"/>
    public override string ToString() => Words;
}

/// <summary>Why a computation has no result although its facts are given.</summary>
/// <param name="Kind">What stands in the way.</param>
/// <param name="Text">In words: <c>not due until 9 January 2024</c>.</param>
public sealed record UndecidedReason(ReasonKind Kind, string Text);

/// <summary>Whether a criterion, or a recommendation, is met. It is not applicable where its requirement is not, and undecided where that is not known.</summary>
public sealed record CriterionReport(CriterionDescriptor Criterion, Outcome Outcome);

/// <summary>What a requirement says of one element of a list.</summary>
/// <param name="Index">The element's place in its list, from 0.</param>
/// <param name="Name">As a reader says it: <c>testing programme 2</c> for index 1.</param>
/// <param name="Outcome">Of this element.</param>
/// <param name="Criteria">In the order of the rules.</param>
/// <param name="Missing">Only when undecided: the facts to ask for.</param>
/// <param name="Reasons">Only when undecided: what stands in the way although its facts are given.</param>
/// <param name="Messages">What to tell the subject.</param>
public sealed record ElementReport(
    int Index, string Name, Outcome Outcome, ImmutableArray<CriterionReport> Criteria, ImmutableArray<MissingFact> Missing,
    ImmutableArray<UndecidedReason> Reasons, ImmutableArray<string> Messages);

/// <summary>What a requirement says of one subject, in full. Made when asked for.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Outcome">Its outcome; that of a requirement for each element is the worst of its elements'.</param>
/// <param name="Criteria">In the order of the rules; those of a requirement for each element are the worst over its elements.</param>
/// <param name="Missing">Only when undecided: the facts to ask for, in declaration order, elements by index.</param>
/// <param name="Reasons">Only when undecided: what stands in the way although its facts are given.</param>
/// <param name="Messages">What to tell the subject: the <c>otherwise</c> of each criterion and recommendation that is not met. Each once.</param>
/// <param name="Elements">The elements assessed; empty for a requirement that is assessed once, or whose list is not known.</param>
public sealed record RequirementReport(
    RequirementDescriptor Requirement, Outcome Outcome, ImmutableArray<CriterionReport> Criteria, ImmutableArray<MissingFact> Missing,
    ImmutableArray<UndecidedReason> Reasons, ImmutableArray<string> Messages, ImmutableArray<ElementReport> Elements);
