using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter.Evaluation;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter;

/// <summary>
/// The reference semantics: says what a guide means for one set of facts on one date. Pure, and total over facts: an answer that its fact's type
/// does not allow counts as not given. Safe to use from several threads. Language reference: Meaning.
/// </summary>
/// <param name="model">A finished model.</param>
public sealed class RulesetInterpreter(RulesModel model)
{
    private readonly DefinitionOrder _order = DefinitionOrder.Of(model.Definitions);
    private readonly ExplanationTexts _texts = new(model.Guide.CurrencySymbol);

    /// <summary>The guide.</summary>
    public RulesModel Model { get; } = model;

    /// <summary>Assesses every requirement, and the subject as a whole.</summary>
    /// <param name="facts">What is known of the subject.</param>
    /// <param name="asAt">The date of the assessment, which is what <c>today</c> means, as a day number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asAt"/> is not from 1900 to 2199.</exception>
    public Assessment Assess(FactRecord facts, int asAt)
    {
        RequirementAssessor assessor = Start(facts, asAt);
        ImmutableArray<RequirementAssessment> requirements = [.. Model.Requirements.Select(assessor.Assess)];
        Outcome whole = Outcomes.Worst(requirements.Where(result => result.Requirement.FallsOn is null).Select(result => result.Outcome));
        return new Assessment(Model, facts, asAt, whole, requirements);
    }

    /// <summary>The value of a definition; null when it is unknown.</summary>
    /// <param name="definition">A definition of the model.</param>
    /// <param name="facts">What is known of the subject.</param>
    /// <param name="asAt">The date of the assessment, as a day number.</param>
    /// <param name="elementIndex">For a definition <c>for each</c> record: the element's place in its list, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="asAt"/> is not from 1900 to 2199, or there is no such element.
    /// </exception>
    public RuleValue? Evaluate(Definition definition, FactRecord facts, int asAt, int? elementIndex = null) =>
        EvaluateWithNeeds(definition, facts, asAt, elementIndex).Value;

    /// <summary>Why a requirement has the outcome that it has, from the same functions that decided it.</summary>
    /// <param name="requirement">A requirement of the model.</param>
    /// <param name="facts">What is known of the subject.</param>
    /// <param name="asAt">The date of the assessment, as a day number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asAt"/> is not from 1900 to 2199.</exception>
    public ExplanationStep Explain(Requirement requirement, FactRecord facts, int asAt)
    {
        RequirementAssessor assessor = Start(facts, asAt);
        return new RequirementExplainer(Model, requirement, assessor, _texts).Explain();
    }

    /// <summary>The value of a definition or, when it is unknown, what is missing and what stands in the way.</summary>
    internal (RuleValue? Value, ImmutableArray<FactPath> Missing, ImmutableArray<Reason> Reasons) EvaluateWithNeeds(
        Definition definition, FactRecord facts, int asAt, int? elementIndex)
    {
        Evaluator evaluator = Start(facts, asAt).Evaluator;
        Result result = evaluator.Evaluate(definition, definition.Element is null ? null : FindElement(evaluator, definition.Element.Record, elementIndex ?? 0));
        (ImmutableArray<FactPath> missing, ImmutableArray<Reason> reasons) = Evaluation.Need.Flatten(result.Need);
        RuleValue? value = result.Value switch
        {
            ElementsValue elements => elements.ToListValue(),
            SubjectValue subject => new RecordValue(subject.Subject.Answers),
            var other => other,
        };
        return (value, missing, reasons);
    }

    /// <summary>Assesses one requirement while a probe watches.</summary>
    internal RequirementAssessment Assess(Requirement requirement, FactRecord facts, int asAt, IEvaluationProbe probe) => Start(facts, asAt, probe).Assess(requirement);

    /// <summary>The value of a definition while a probe watches; null when it is unknown, or there is no such element.</summary>
    internal RuleValue? Evaluate(Definition definition, FactRecord facts, int asAt, int? elementIndex, IEvaluationProbe probe)
    {
        Evaluator evaluator = Start(facts, asAt, probe).Evaluator;
        return evaluator.Evaluate(definition, definition.Element is null ? null : FindElement(evaluator, definition.Element.Record, elementIndex ?? 0)).Value;
    }

    private RequirementAssessor Start(FactRecord facts, int asAt, IEvaluationProbe? probe = null)
    {
        if (!CalendarDay.IsInRange(asAt))
        {
            throw new ArgumentOutOfRangeException(nameof(asAt), asAt, "An assessment is made as at a date from 1 January 1900 to 31 December 2199.");
        }

        var evaluator = new Evaluator(Model, facts, asAt) { Probe = probe };
        _order.Prepare(evaluator);
        return new RequirementAssessor(evaluator);
    }

    private static Subject FindElement(Evaluator evaluator, Record record, int index)
    {
        foreach (Field field in evaluator.Facts.Answers.Given)
        {
            if (field.Type is ListType list && ReferenceEquals(list.Record, record) && evaluator.Facts[field] is ListValue answer
                && index >= 0 && index < answer.Elements.Length)
            {
                return evaluator.Facts.List(field, answer).Elements[index];
            }
        }

        throw new ArgumentOutOfRangeException(nameof(index), index, $"The facts have no {ValueText.Element(record.Name, index)}.");
    }
}
