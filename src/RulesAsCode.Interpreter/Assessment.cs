using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Interpreter;

/// <summary>What a guide says of one subject on one date.</summary>
/// <param name="Model">The guide.</param>
/// <param name="Facts">What is known of the subject.</param>
/// <param name="AsAt">The date of the assessment, as a day number.</param>
/// <param name="Outcome">The worst of the subject's own requirements; those that fall on another party do not count.</param>
/// <param name="Requirements">All requirements, in the order of the model.</param>
public sealed record Assessment(RulesModel Model, FactRecord Facts, int AsAt, Outcome Outcome, ImmutableArray<RequirementAssessment> Requirements);

/// <summary>What a requirement says of the subject.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Outcome">Its outcome; that of a requirement <c>for each</c> element is the worst of its elements'.</param>
/// <param name="Criteria">In order; those of a requirement <c>for each</c> element are the worst over its elements.</param>
/// <param name="Missing">Only when undecided: the facts to ask for, in declaration order, elements by index.</param>
/// <param name="Reasons">Only when undecided: what stands in the way although its facts are given.</param>
/// <param name="Messages">What to tell the subject: the <c>otherwise</c> of each criterion and recommendation that is not met. Each once.</param>
/// <param name="Elements">The elements assessed, by index; empty for a requirement that is not <c>for each</c> element, or whose list is not known.</param>
public sealed record RequirementAssessment(
    Requirement Requirement, Outcome Outcome, ImmutableArray<CriterionAssessment> Criteria, ImmutableArray<FactPath> Missing,
    ImmutableArray<Reason> Reasons, ImmutableArray<string> Messages, ImmutableArray<ElementAssessment> Elements);

/// <summary>Whether a criterion, or a recommendation, is met. It is not applicable where its requirement is not, and undecided where that is not known.</summary>
public sealed record CriterionAssessment(Criterion Criterion, Outcome Outcome);

/// <summary>What a requirement says of one element.</summary>
/// <param name="Index">The element's place in its list, from 0.</param>
/// <param name="Name">As a reader says it: <c>testing programme 2</c> for index 1.</param>
/// <param name="Outcome">Of this element.</param>
/// <param name="Criteria">As for the requirement, of this element.</param>
/// <param name="Missing">As for the requirement, of this element.</param>
/// <param name="Reasons">As for the requirement, of this element.</param>
/// <param name="Messages">As for the requirement, of this element.</param>
public sealed record ElementAssessment(
    int Index, string Name, Outcome Outcome, ImmutableArray<CriterionAssessment> Criteria, ImmutableArray<FactPath> Missing,
    ImmutableArray<Reason> Reasons, ImmutableArray<string> Messages);

/// <summary>Why a computation has no result although its facts are given, in words: <c>not due until 9 January 2024</c>.</summary>
public sealed record Reason(ReasonKind Kind, string Text);
