using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Evaluation;

/// <summary>
/// Finds what every expression of a requirement came to, from the functions that decided, and hands it to the explainer that all engines share.
/// </summary>
internal sealed class RequirementExplainer(RulesModel model, Requirement requirement, RequirementAssessor assessor, ExplanationTexts texts)
{
    private readonly Evaluator _evaluator = assessor.Evaluator;
    private readonly ExplanationSteps _steps = texts.Steps(requirement);
    private readonly Dictionary<Field, FactDescriptor> _facts = [];
    private Explaining _trace = Explaining.Start(texts.CurrencySymbol);

    public ExplanationStep Explain()
    {
        RequirementAssessment assessment = assessor.Assess(requirement);
        var explainer = new Explainer(_evaluator.Calendar?.Table, _trace);
        IReadOnlyList<ExplainedElement> elements = requirement.Element is not null && assessor.Elements(requirement).Value is ElementsValue list
            ?
            [
                .. list.Elements.Select((element, i) => new ExplainedElement(
                    element.Name,
                    VerdictOf(assessment.Elements[i].Outcome, assessment.Elements[i].Criteria, assessment.Elements[i].Missing, assessment.Elements[i].Reasons),
                    new Clauses(this, new Scope(requirement.Element, element, null), usesElement: true))),
            ]
            : [];
        return explainer.Explain(
            Descriptor(), VerdictOf(assessment.Outcome, assessment.Criteria, assessment.Missing, assessment.Reasons), new Clauses(this, null, usesElement: false),
            requirement.Element is null ? null : _ => Find(requirement.Element.List!, null, _steps), elements);
    }

    private RequirementDescriptor Descriptor() => new(model.Requirements.IndexOf(requirement), requirement.Name, requirement.Title)
    {
        References = References(requirement.References),
        Readings = [.. requirement.Readings.Select(Describe)],
        Criteria =
        [
            .. requirement.Criteria.Select(criterion => new CriterionDescriptor(criterion.Letter, Words(criterion.Condition))
            {
                IsRecommendation = criterion.IsRecommendation,
                References = References(criterion.References),
                Readings = [.. criterion.Readings.Select(reading => Describe(reading.Reading))],
            }),
        ],
    };

    private static ReadingDescriptor Describe(Reading reading) => new(reading.Name, reading.Question, reading.Taken?.Markdown);

    private static Verdict VerdictOf(
        Outcome outcome, ImmutableArray<CriterionAssessment> criteria, ImmutableArray<FactPath> missing, ImmutableArray<Reason> reasons) =>
        new(outcome, [.. criteria.Select(criterion => criterion.Outcome)], [.. missing.Select(path => path.Words)], [.. reasons.Select(reason => reason.Text)]);

    /// <summary>An expression and what it came to, after what is below it.</summary>
    private void Find(Expression expression, Scope? scope, ExplanationSteps steps)
    {
        Finding finding = Begin(expression, steps[expression]);
        switch (expression)
        {
            case FactExpression:
                break;
            case DefinitionExpression definition:
                Define(definition, scope);
                break;
            case FilterExpression filter:
                Find(filter.List, scope, steps);
                break;
            case QuantifierExpression quantifier:
                Find(quantifier.List, scope, steps);
                foreach (Subject element in Elements(quantifier.List, scope))
                {
                    var inner = new Scope(quantifier.Variable, element, scope);
                    Finding found = _trace.Element(PlaceOf(element));
                    Find(quantifier.Condition, inner, steps);
                    found.Is(ConditionOf(_evaluator.Evaluate(quantifier.Condition, inner)));
                }

                break;
            case AggregateExpression aggregate:
                Find(aggregate.List, scope, steps);
                foreach (Subject element in Elements(aggregate.List, scope))
                {
                    Finding found = _trace.Element(PlaceOf(element));
                    Find(aggregate.Value, new Scope(aggregate.Variable, element, scope), steps);
                    found.End();
                }

                break;
            default:
                foreach (Expression child in expression.Children)
                {
                    Find(child, scope, steps);
                }

                break;
        }

        End(finding, expression, _evaluator.Evaluate(expression, scope));
    }

    private Finding Begin(Expression expression, int step) => expression switch
    {
        LiteralExpression => _trace.Begin(FindingKind.Literal, step, Words(expression)),
        FactExpression => _trace.Fact(step, Words(expression)),
        DefinitionExpression or ParameterExpression => _trace.Name(step, Words(expression)),
        OffsetExpression => _trace.Offset(step, Words(expression)),
        NearestWorkingDayExpression => _trace.Nearest(step, Words(expression)),
        DateDistanceExpression distance => _trace.Distance(step, Sentence(distance), texts.Distance(distance), distance.Direction == Direction.After),
        WithinExpression within => _trace.Window(step, Sentence(within), within.Direction == Direction.After),
        DeadlineExpression deadline => _trace.Window(step, Sentence(deadline), deadline.Direction == Direction.After),
        NotExpression => texts.Sentence(expression) is null ? _trace.Value(step, Words(expression)) : _trace.Not(step),
        LogicalExpression => _trace.Begin(FindingKind.Logical, step, Sentence(expression)),
        QuantifierExpression => _trace.Begin(FindingKind.Quantifier, step, Sentence(expression)),
        _ => texts.Sentence(expression) is { } sentence ? _trace.Begin(FindingKind.Comparison, step, sentence) : _trace.Value(step, Words(expression)),
    };

    private void End(Finding finding, Expression expression, Result result)
    {
        if (expression.Type is YesNoType)
        {
            finding.Is(ConditionOf(result));
            return;
        }

        string? words = result.Value switch
        {
            null => null,
            ElementsValue elements => ValueText.Elements([.. elements.Elements.Select(element => element.Name)]),
            SubjectValue subject => subject.Subject.Name,
            RuleValue value => Wording.Of(value, expression.Type, texts.CurrencySymbol),
        };
        finding.Is(words, (result.Value as DateValue)?.Day, (result.Value as DurationValue)?.Value);
    }

    private void Define(DefinitionExpression use, Scope? scope)
    {
        Definition definition = use.Definition;
        Subject? subject = use.Target is not null && _evaluator.Target(use.Target, scope).Value is SubjectValue target ? target.Subject : null;
        bool isOpen = use.Target is not null && subject is null;
        _trace.Define(
            definition.Name, subject is null ? null : PlaceOf(subject), References(definition.References), [.. definition.Readings.Select(reading => reading.Name)],
            isOpen ? null : () => Cases(definition, subject));
    }

    private void Cases(Definition definition, Subject? subject)
    {
        ExplanationSteps steps = texts.Steps(definition);
        Scope? scope = Evaluator.ScopeOf(definition, subject);
        foreach (DefinitionCase @case in definition.Cases)
        {
            if (@case.Condition is null)
            {
                Find(@case.Value, scope, steps);
                _trace.Otherwise(definition);
            }
            else
            {
                Find(@case.Condition, scope, steps);
                Find(@case.Value, scope, steps);
                _trace.Case(Condition.Unknown, definition);
            }
        }
    }

    private ImmutableArray<Subject> Elements(Expression list, Scope? scope) => _evaluator.Evaluate(list, scope).Value is ElementsValue elements ? elements.Elements : [];

    private void Exception(ExceptionClause exception, Scope? scope)
    {
        Finding unless = _trace.Unless(References(exception.References));
        Find(exception.Condition, scope, _steps);
        foreach (ExceptionClause inner in exception.Exceptions)
        {
            Exception(inner, scope);
        }

        unless.Is(ConditionOf(assessor.Holds(exception, scope)));
    }

    private FactPlace? PlaceOf(Subject subject)
    {
        FactPlace? place = null;
        foreach (FactPathStep step in subject.Path)
        {
            if (!_facts.TryGetValue(step.Field, out FactDescriptor? fact))
            {
                _facts.Add(step.Field, fact = FactDescriptions.Of(step.Field));
            }

            place = new FactPlace(place, fact, step.Index);
        }

        return place;
    }

    private string Words(Expression expression) => texts.Words(expression);

    private SentenceTemplate Sentence(Expression expression) =>
        texts.Sentence(expression) ?? throw new InvalidOperationException($"{expression.GetType().Name} has no sentence.");

    private static Condition ConditionOf(Result result) => result.IsUnknown ? Condition.Unknown : result.IsNone ? Condition.None : Condition.Of(result.Truth == Truth.True);

    private static ImmutableArray<ExplanationReference> References(ImmutableArray<SectionReference> references) =>
        [.. references.Select(reference => new ExplanationReference(reference.Display, reference.Quote))];

    private Condition Applies(Scope? scope, bool usesElement)
    {
        if (!usesElement && assessor.IsInForce(requirement) is { } isInForce)
        {
            _trace.InForce(Wording.InForce(requirement)).Is(Condition.Of(isInForce));
        }

        if (requirement.AppliesWhen is { } appliesWhen && appliesWhen.UsesElement == usesElement)
        {
            Finding clause = _trace.AppliesWhen(References(appliesWhen.References), [.. appliesWhen.Readings.Select(reading => reading.Name)]);
            Find(appliesWhen.Condition, scope, _steps);
            clause.Is(ConditionOf(_evaluator.Evaluate(appliesWhen.Condition, scope)));
        }

        foreach (ExceptionClause exception in requirement.Exceptions.Where(exception => RequirementAssessor.UsesElement(exception) == usesElement))
        {
            Exception(exception, scope);
        }

        Result shared = assessor.SharedApplicability(requirement);
        return ConditionOf(scope is null ? shared : assessor.ElementApplicability(requirement, shared, scope));
    }

    private void Criterion(int ordinal, Scope? scope)
    {
        Criterion criterion = requirement.Criteria[ordinal];
        Find(criterion.Condition, scope, _steps);
        foreach (ExceptionClause exception in criterion.Exceptions)
        {
            Exception(exception, scope);
        }
    }

    private sealed class Clauses(RequirementExplainer owner, Scope? scope, bool usesElement) : ExplainedClauses
    {
        public override Condition Applies(ref Explaining trace) => owner.Applies(scope, usesElement);

        public override void Criterion(int ordinal, ref Explaining trace) => owner.Criterion(ordinal, scope);
    }
}
