using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Evaluation;

/// <summary>Assesses requirements with one evaluator. Language reference: Meaning, A requirement's outcome.</summary>
internal sealed class RequirementAssessor(Evaluator evaluator)
{
    public Evaluator Evaluator { get; } = evaluator;

    public RequirementAssessment Assess(Requirement requirement)
    {
        Result shared = SharedApplicability(requirement);
        if (requirement.Element is null)
        {
            Body body = Judge(requirement, shared, null);
            return new RequirementAssessment(requirement, body.Outcome, body.Criteria, body.Missing, body.Reasons, body.Messages, []);
        }

        Result list = Elements(requirement);
        (Subject Subject, Body Body)[] bodies = list.Value is ElementsValue elements
            ? [.. elements.Elements.Select(element => (element, JudgeElement(requirement, shared, element)))]
            : [];

        // The clauses that use no element decide first, then whether there is a list, then its elements.
        Result first = shared.Truth != Truth.True ? shared : list;
        bool isNotApplicable = shared.Truth == Truth.False || list.IsNone;
        bool isDecidedByElements = !isNotApplicable && !first.IsUnknown;
        Outcome outcome = isNotApplicable ? Outcome.NotApplicable
            : first.IsUnknown ? Outcome.Undecided
            : Outcomes.Worst(bodies.Select(body => body.Body.Outcome));
        ImmutableArray<CriterionAssessment> criteria = isDecidedByElements
            ? [.. requirement.Criteria.Select((criterion, i) => new CriterionAssessment(criterion, Outcomes.Worst(bodies.Select(body => body.Body.Criteria[i].Outcome))))]
            : All(requirement, outcome);
        Need? need = outcome != Outcome.Undecided ? null
            : isDecidedByElements ? Need.Union([.. bodies.Select(body => body.Body.Need).OfType<Need>()])
            : first.Need;
        (ImmutableArray<FactPath> missing, ImmutableArray<Reason> reasons) = Need.Flatten(need);
        ImmutableArray<string> messages = isDecidedByElements ? [.. bodies.SelectMany(body => body.Body.Messages).Distinct()] : [];
        return new RequirementAssessment(
            requirement, outcome, criteria, missing, reasons, messages,
            [
                .. bodies.Select(body => new ElementAssessment(
                    body.Subject.Index, body.Subject.Name, body.Body.Outcome, body.Body.Criteria, body.Body.Missing, body.Body.Reasons, body.Body.Messages)),
            ]);
    }

    /// <summary>The list of a requirement <c>for each</c> element.</summary>
    public Result Elements(Requirement requirement) =>
        Evaluator.Evaluate(requirement.Element?.List ?? throw new InvalidOperationException($"{requirement.Name} is not for each element."), null);

    public bool? IsInForce(Requirement requirement) => requirement is { InForceFrom: null, InForceUntil: null }
        ? null
        : (requirement.InForceFrom is not { } from || Evaluator.AsAt >= from) && (requirement.InForceUntil is not { } until || Evaluator.AsAt <= until);

    /// <summary>Whether it applies, as far as the clauses say that use no element.</summary>
    public Result SharedApplicability(Requirement requirement) => Applicability(requirement, null, usesElement: false);

    /// <summary>Whether it applies to an element.</summary>
    public Result ElementApplicability(Requirement requirement, Result shared, Scope scope) =>
        Result.And([shared, Applicability(requirement, scope, usesElement: true)]);

    /// <summary>An exception holds when its condition does and none of its own exceptions does.</summary>
    public Result Holds(ExceptionClause exception, Scope? scope) =>
        Result.And([Evaluator.Evaluate(exception.Condition, scope), Result.Or(exception.Exceptions.Select(inner => Holds(inner, scope))).Not()]);

    /// <summary>A criterion is met when one of its exceptions holds or its condition does.</summary>
    public Result IsMet(Criterion criterion, Scope? scope) =>
        Result.Or(criterion.Exceptions.Select(exception => Holds(exception, scope)).Append(Evaluator.Evaluate(criterion.Condition, scope)));

    public static bool UsesElement(ExceptionClause exception) => exception.UsesElement || exception.Exceptions.Any(UsesElement);

    private Result Applicability(Requirement requirement, Scope? scope, bool usesElement)
    {
        var clauses = new List<Result>();
        if (!usesElement && IsInForce(requirement) is { } isInForce)
        {
            clauses.Add(Result.Of(isInForce));
        }

        if (requirement.AppliesWhen is { } appliesWhen && appliesWhen.UsesElement == usesElement)
        {
            clauses.Add(Evaluator.Evaluate(appliesWhen.Condition, scope));
        }

        clauses.AddRange(requirement.Exceptions.Where(exception => UsesElement(exception) == usesElement).Select(exception => Holds(exception, scope).Not()));
        return Result.And(clauses);
    }

    private Body JudgeElement(Requirement requirement, Result shared, Subject element)
    {
        var scope = new Scope(requirement.Element!, element, null);
        return Judge(requirement, ElementApplicability(requirement, shared, scope), scope);
    }

    private Body Judge(Requirement requirement, Result applicability, Scope? scope)
    {
        if (applicability.Truth != Truth.True)
        {
            Outcome outcome = applicability.IsUnknown ? Outcome.Undecided : Outcome.NotApplicable;
            return new Body(outcome, All(requirement, outcome), applicability.Need, []);
        }

        var criteria = ImmutableArray.CreateBuilder<CriterionAssessment>(requirement.Criteria.Length);
        var messages = ImmutableArray.CreateBuilder<string>();
        var required = new List<Result>();
        foreach (Criterion criterion in requirement.Criteria)
        {
            Result met = IsMet(criterion, scope);
            criteria.Add(new CriterionAssessment(criterion, ToOutcome(met)));
            if (!criterion.IsRecommendation)
            {
                required.Add(met);
            }

            if (met.Truth == Truth.False && criterion.Otherwise is { } otherwise && !messages.Contains(otherwise.Markdown.Trim()))
            {
                messages.Add(otherwise.Markdown.Trim());
            }
        }

        Result all = Result.And(required);
        return new Body(ToOutcome(all), criteria.MoveToImmutable(), all.Need, messages.ToImmutable());
    }

    private static ImmutableArray<CriterionAssessment> All(Requirement requirement, Outcome outcome) =>
        [.. requirement.Criteria.Select(criterion => new CriterionAssessment(criterion, outcome))];

    public static Outcome ToOutcome(Result met) => met.Truth switch
    {
        Truth.True => Outcome.Satisfied,
        Truth.False => Outcome.NotSatisfied,
        _ => Outcome.Undecided,
    };

    private sealed record Body(Outcome Outcome, ImmutableArray<CriterionAssessment> Criteria, Need? Need, ImmutableArray<string> Messages)
    {
        public ImmutableArray<FactPath> Missing { get; } = Need.Flatten(Need).Missing;

        public ImmutableArray<Reason> Reasons { get; } = Need.Flatten(Need).Reasons;
    }
}
