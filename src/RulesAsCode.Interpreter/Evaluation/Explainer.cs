using System.Collections.Immutable;
using System.Globalization;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Evaluation;

/// <summary>
/// Builds the explanation of one requirement from the functions that decided it. Its words are those of <see cref="Wording"/>; only values and the
/// choice among sentences are made here. Language reference: Meaning, Explanations.
/// </summary>
internal sealed class Explainer(Requirement requirement, RequirementAssessor assessor)
{
    // Deeper than any rule a person reads; a step at this depth stands without what is below it.
    private const int GreatestDepth = 96;
    private const int MostNamesInSeries = 4;

    private readonly Evaluator _evaluator = assessor.Evaluator;
    private readonly ExplanationSteps _steps = ExplanationSteps.Of(requirement);

    // A definition is explained where it is first met, for each element.
    private readonly HashSet<(Definition, Subject?)> _explained = [];
    private int _depth;

    public ExplanationStep Explain()
    {
        RequirementAssessment assessment = assessor.Assess(requirement);
        var children = ImmutableArray.CreateBuilder<ExplanationStep>();
        children.AddRange(Clauses(null, usesElement: false));
        if (requirement.Element is null)
        {
            if (assessor.SharedApplicability(requirement).Truth == Truth.True)
            {
                children.AddRange(requirement.Criteria.Select(criterion => Criterion(criterion, null)));
            }
        }
        else if (assessor.SharedApplicability(requirement).Truth == Truth.True)
        {
            Result list = assessor.Elements(requirement);
            if (list.Value is ElementsValue elements && !elements.Elements.IsEmpty)
            {
                children.AddRange(elements.Elements.Select((element, i) => Element(element, assessment.Elements[i])));
            }
            else
            {
                children.Add(Value(requirement.Element.List!, null));
            }
        }

        if (assessment.Elements.IsEmpty)
        {
            children.AddRange(Open(assessment.Outcome, assessment.Missing, assessment.Reasons));
        }

        return new ExplanationStep(0, ExplanationKind.Requirement, requirement.Title)
        {
            Value = assessment.Outcome.ToWords(),
            References = References(requirement.References, withQuotes: true),
            Readings = [.. requirement.Readings.Select(reading => reading.Name)],
            Children = children.ToImmutable(),
        };
    }

    private ExplanationStep Element(Subject element, ElementAssessment assessment)
    {
        var scope = new Scope(requirement.Element!, element, null);
        var children = ImmutableArray.CreateBuilder<ExplanationStep>();
        children.AddRange(Clauses(scope, usesElement: true));
        if (assessment.Outcome != Outcome.NotApplicable && assessor.ElementApplicability(requirement, assessor.SharedApplicability(requirement), scope).Truth == Truth.True)
        {
            children.AddRange(requirement.Criteria.Select(criterion => Criterion(criterion, scope)));
        }

        children.AddRange(Open(assessment.Outcome, assessment.Missing, assessment.Reasons));
        return new ExplanationStep(0, ExplanationKind.Element, element.Name) { Value = assessment.Outcome.ToWords(), Children = children.ToImmutable() };
    }

    /// <summary>When it applies: the clauses that use an element, or those that do not.</summary>
    private IEnumerable<ExplanationStep> Clauses(Scope? scope, bool usesElement)
    {
        if (!usesElement && assessor.IsInForce(requirement) is { } isInForce)
        {
            yield return new ExplanationStep(0, ExplanationKind.Condition, Wording.InForce(requirement))
            {
                Label = Wording.InForceLabel,
                Value = Wording.Of(YesNoValue.Of(isInForce), RuleType.YesNo),
            };
        }

        if (requirement.AppliesWhen is { } appliesWhen && appliesWhen.UsesElement == usesElement)
        {
            yield return Condition(
                appliesWhen.Condition, scope, Wording.AppliesWhenLabel, null,
                References(appliesWhen.References, withQuotes: true), [.. appliesWhen.Readings.Select(reading => reading.Name)], []);
        }

        foreach (ExceptionClause exception in requirement.Exceptions.Where(exception => RequirementAssessor.UsesElement(exception) == usesElement))
        {
            yield return Exception(exception, scope);
        }
    }

    private ExplanationStep Exception(ExceptionClause exception, Scope? scope) => Condition(
        exception.Condition, scope, Wording.UnlessLabel, Words(assessor.Holds(exception, scope)),
        References(exception.References, withQuotes: true), [], [.. exception.Exceptions.Select(inner => Exception(inner, scope))]);

    private ExplanationStep Criterion(Criterion criterion, Scope? scope)
    {
        // Without a reference of its own a criterion stands on those of its requirement, whose quotes are printed there.
        ImmutableArray<ExplanationReference> references = criterion.References.IsEmpty
            ? References(requirement.References, withQuotes: false)
            : References(criterion.References, withQuotes: true);
        string label = "(" + criterion.Letter + ")" + (criterion.IsRecommendation ? " " + Wording.RecommendationLabel : "");
        return Condition(
            criterion.Condition, scope, label, RequirementAssessor.ToOutcome(assessor.IsMet(criterion, scope)).ToWords(), references,
            [.. requirement.Readings.Concat(criterion.Readings.Select(reading => reading.Reading)).Select(reading => reading.Name).Distinct()],
            [.. criterion.Exceptions.Select(exception => Exception(exception, scope))]);
    }

    private static IEnumerable<ExplanationStep> Open(Outcome outcome, ImmutableArray<FactPath> missing, ImmutableArray<Reason> reasons)
    {
        if (outcome != Outcome.Undecided)
        {
            yield break;
        }

        if (!missing.IsEmpty)
        {
            yield return new ExplanationStep(0, ExplanationKind.Value, Wording.AsksForLabel) { Value = Wording.Series([.. missing.Select(path => path.Words)], "and") };
        }

        foreach (Reason reason in reasons)
        {
            yield return new ExplanationStep(0, ExplanationKind.Value, Wording.BecauseLabel) { Value = reason.Text };
        }
    }

    /// <summary>A condition, in its sentence, with the steps below it.</summary>
    private ExplanationStep Condition(
        Expression condition, Scope? scope, string? label, string? value, ImmutableArray<ExplanationReference> references,
        ImmutableArray<string> readings, ImmutableArray<ExplanationStep> after)
    {
        Result result = _evaluator.Evaluate(condition, scope);
        ImmutableArray<ExplanationStep> below = Below(condition, scope);
        ImmutableArray<ExplanationReference> own = [];
        if (condition is DefinitionExpression { Definition: var definition })
        {
            own = References(definition.References, withQuotes: true);
            readings = [.. readings.Concat(definition.Readings.Select(reading => reading.Name)).Distinct()];
        }

        return new ExplanationStep(_steps[condition], ExplanationKind.Condition, Sentence(condition, result, scope))
        {
            Label = label,
            Value = value ?? Words(result),
            References = [.. references.Concat(own).Distinct()],
            Basis = Basis(condition, scope),
            Readings = readings,
            Children = below.AddRange(after),
        };
    }

    private ExplanationStep Condition(Expression condition, Scope? scope) => Condition(condition, scope, null, null, [], [], []);

    /// <summary>A fact or a computed value, with the steps below it.</summary>
    private ExplanationStep Value(Expression expression, Scope? scope, string? label = null)
    {
        Definition? definition = (expression as DefinitionExpression)?.Definition;
        return new ExplanationStep(_steps[expression], ExplanationKind.Value, Wording.Of(expression, _evaluator.CurrencySymbol))
        {
            Label = label,
            Value = Words(expression, scope),
            References = definition is null ? [] : References(definition.References, withQuotes: true),
            Basis = Basis(expression, scope),
            Readings = definition is null ? [] : [.. definition.Readings.Select(reading => reading.Name)],
            Children = Below(expression, scope),
        };
    }

    private ImmutableArray<ExplanationStep> Below(Expression expression, Scope? scope)
    {
        if (_depth >= GreatestDepth)
        {
            return [];
        }

        _depth++;
        try
        {
            return [.. expression switch
            {
                NotExpression not => Wording.Sentence(not, _evaluator.CurrencySymbol) is null || IsPlainName(not.Operand) ? Steps([not.Operand], scope) : Below(not.Operand, scope),
                QuantifierExpression quantifier => Elements(quantifier, scope),
                DefinitionExpression definition => Cases(definition, scope),
                FilterExpression filter => Steps([filter.List], scope),
                AggregateExpression aggregate => Steps([aggregate.List], scope).Concat(Parts(aggregate, scope)),
                _ => Steps(expression.Children, scope),
            }];
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>A step for each expression that is no literal, nor an element, whose name stands in what uses it.</summary>
    private IEnumerable<ExplanationStep> Steps(IEnumerable<Expression> expressions, Scope? scope)
    {
        foreach (Expression expression in expressions)
        {
            if (expression is LiteralExpression or ElementExpression)
            {
                continue;
            }

            // A record is only the way to its field, whose path the words name.
            if (expression.Type is RecordType)
            {
                continue;
            }

            yield return expression.Type is YesNoType && !IsPlainName(expression) || expression is DefinitionExpression { Type: YesNoType }
                ? Condition(expression, scope)
                : Value(expression, scope);
        }
    }

    private IEnumerable<ExplanationStep> Elements(QuantifierExpression quantifier, Scope? scope)
    {
        if (_evaluator.Evaluate(quantifier.List, scope).Value is not ElementsValue elements || elements.Elements.IsEmpty)
        {
            return [Value(quantifier.List, scope)];
        }

        return elements.Elements.Select(element =>
        {
            var inner = new Scope(quantifier.Variable, element, scope);
            return new ExplanationStep(0, ExplanationKind.Element, element.Name)
            {
                Value = Words(_evaluator.Evaluate(quantifier.Condition, inner)),
                Children = [Condition(quantifier.Condition, inner)],
            };
        });
    }

    private IEnumerable<ExplanationStep> Parts(AggregateExpression aggregate, Scope? scope) =>
        _evaluator.Evaluate(aggregate.List, scope).Value is ElementsValue elements
            ? elements.Elements.Select(element => new ExplanationStep(0, ExplanationKind.Element, element.Name)
            {
                Children = [Value(aggregate.Value, new Scope(aggregate.Variable, element, scope))],
            })
            : [];

    /// <summary>What a definition says, where it is first met: the cases tried, to the one that holds.</summary>
    private IEnumerable<ExplanationStep> Cases(DefinitionExpression expression, Scope? scope)
    {
        Definition definition = expression.Definition;
        Subject? subject = null;
        if (expression.Target is not null)
        {
            if (_evaluator.Target(expression.Target, scope).Value is not SubjectValue target)
            {
                yield break;
            }

            subject = target.Subject;
        }

        if (!_explained.Add((definition, subject)))
        {
            yield break;
        }

        Scope? inner = Evaluator.ScopeOf(definition, subject);
        foreach (DefinitionCase @case in definition.Cases)
        {
            if (@case.Condition is not null)
            {
                yield return Condition(@case.Condition, inner, Wording.CaseLabel, null, [], [], []);
                Truth truth = _evaluator.Evaluate(@case.Condition, inner).Truth;
                if (truth == Truth.Unknown)
                {
                    yield break;
                }

                if (truth == Truth.False)
                {
                    continue;
                }
            }

            yield return @case.Value.Type is YesNoType ? Condition(@case.Value, inner) : Value(@case.Value, inner);
            yield break;
        }
    }

    private string Sentence(Expression condition, Result result, Scope? scope)
    {
        if (Wording.Sentence(condition, _evaluator.CurrencySymbol) is not { } template)
        {
            return Wording.Of(condition, _evaluator.CurrencySymbol);
        }

        Expression stated = condition is NotExpression not ? not.Operand : condition;

        // The parts of other conditions are sentences of their own, and may stand in another scope.
        string[] values = stated is LogicalExpression or QuantifierExpression ? [] : [.. stated.Children.Select(child => Words(child, scope))];
        string sentence = result.Truth switch { Truth.True => template.Holds, Truth.False => template.Fails, _ => template.Open };
        string ending = "";
        switch (stated)
        {
            case DateDistanceExpression distance:
                DistanceTemplate words = Wording.Distance(distance, _evaluator.CurrencySymbol);
                Result duration = _evaluator.Evaluate(distance.Duration, scope);
                Result anchor = _evaluator.Evaluate(distance.Anchor, scope);
                Result limit = _evaluator.Offset(distance, duration, distance.Direction, anchor);
                if (limit.Value is DateValue)
                {
                    ending = words.DecidingDay;
                    var needed = (DurationValue)duration.Value!;
                    (int Count, DurationUnit Unit)? count = CountOf(distance, needed.Value, scope);
                    if (ReferenceEquals(stated, condition) && count is { } counted)
                    {
                        sentence = words.Counted;
                    }

                    values =
                    [
                        .. values,
                        count is { } found ? Wording.Count(found.Count, found.Unit, distance.Direction) : "",
                        Wording.Needed(needed.Value, count?.Unit ?? needed.Value.Unit),
                        Words(limit, RuleType.Date),
                    ];
                }

                break;
            case WithinExpression within:
                (values, ending) = Window(within, within.Duration, within.Direction, within.Anchor, values, scope);
                break;
            case DeadlineExpression deadline:
                (values, ending) = Window(deadline, deadline.Duration, deadline.Direction, deadline.Anchor, values, scope);
                break;
        }

        return string.Format(CultureInfo.InvariantCulture, sentence + ending, [.. values]);
    }

    private (string[] Values, string Ending) Window(Expression expression, Expression duration, Direction direction, Expression anchor, string[] values, Scope? scope)
    {
        Result from = _evaluator.Evaluate(anchor, scope);
        Result to = _evaluator.Offset(expression, _evaluator.Evaluate(duration, scope), direction, from);
        if (to.Value is not DateValue)
        {
            return (values, "");
        }

        (string first, string last) = (Words(from, RuleType.Date), Words(to, RuleType.Date));
        return direction == Direction.After ? ([.. values, first, last], Wording.Window) : ([.. values, last, first], Wording.Window);
    }

    /// <summary>How far the operand of a distance is from its anchor, counted as its duration counts; null for months and years, and where it cannot be told.</summary>
    private (int Count, DurationUnit Unit)? CountOf(DateDistanceExpression distance, Duration needed, Scope? scope)
    {
        if (_evaluator.Evaluate(distance.Operand, scope).Value is not DateValue { Day: var day }
            || _evaluator.Evaluate(distance.Anchor, scope).Value is not DateValue { Day: var anchor })
        {
            return null;
        }

        int count;
        switch (needed.Unit)
        {
            case DurationUnit.WorkingDay:
                return _evaluator.Calendar?.Table is { } table
                    && (distance.Direction == Direction.After ? table.TryCountWorkingDays(anchor, day, out count) : table.TryCountWorkingDaysBefore(day, anchor, out count))
                    ? (count, DurationUnit.WorkingDay)
                    : null;
            case DurationUnit.Day or DurationUnit.Week:
                return (distance.Direction == Direction.After ? day - anchor : anchor - day, DurationUnit.Day);
            default:
                return null;
        }
    }

    /// <summary>The calendar, where the expression itself counts working days.</summary>
    private ImmutableArray<string> Basis(Expression expression, Scope? scope)
    {
        if (_evaluator.Calendar is null)
        {
            return [];
        }

        Expression? duration = (expression is NotExpression not ? not.Operand : expression) switch
        {
            DateDistanceExpression distance => distance.Duration,
            WithinExpression within => within.Duration,
            DeadlineExpression deadline => deadline.Duration,
            OffsetExpression offset => offset.Duration,
            _ => null,
        };
        return expression is NearestWorkingDayExpression
            || (duration is not null && _evaluator.Evaluate(duration, scope).Value is DurationValue { Value.Unit: DurationUnit.WorkingDay })
            ? [Wording.Basis(_evaluator.Calendar)]
            : [];
    }

    private string Words(Expression expression, Scope? scope)
    {
        Result result = expression.Type is RecordType ? _evaluator.Target(expression, scope) : _evaluator.Evaluate(expression, scope);
        return result.IsUnknown && expression is FactExpression ? Wording.NotGiven : Words(result, expression.Type);
    }

    private string Words(Result result, RuleType type) => result.Value switch
    {
        null => Wording.NotKnown,
        ElementsValue { Elements: { IsEmpty: false } elements } => elements.Length <= MostNamesInSeries
            ? Wording.Series([.. elements.Select(element => element.Name)], "and")
            : elements[0].Name + " to " + elements[^1].Name,
        ElementsValue elements => Wording.Of(elements.ToListValue(), type, _evaluator.CurrencySymbol),
        SubjectValue subject => subject.Subject.Name,
        RuleValue value => Wording.Of(value, type, _evaluator.CurrencySymbol),
    };

    private static string Words(Result condition) => condition.Truth switch
    {
        Truth.True => "yes",
        Truth.False => "no",
        _ => Wording.NotKnown,
    };

    private static bool IsPlainName(Expression expression) => expression is FactExpression or ParameterExpression or DefinitionExpression;

    private static ImmutableArray<ExplanationReference> References(ImmutableArray<SectionReference> references, bool withQuotes) =>
        [.. references.Select(reference => new ExplanationReference(reference.Display, withQuotes ? reference.Quote : null))];
}
