using System.Collections.Immutable;
using System.Text;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter.Evaluation;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Coverage;

/// <summary>
/// Runs the examples while it watches, then once more for each condition with that condition turned round: where what the example expects would no
/// longer come out, the condition matters on its own.
/// </summary>
internal sealed class CoverageStudy(RulesModel model)
{
    private readonly RulesetInterpreter _interpreter = new(model);
    private readonly BoundarySteps _steps = new(model.Guide.Calendar?.Table);
    private readonly Dictionary<Expression, (ConditionCoverage Condition, Symbol Owner)> _conditions = new(ReferenceEqualityComparer.Instance);
    private readonly List<Expression> _order = [];
    private readonly HashSet<Expression> _matters = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(Requirement, Outcome), int> _outcomes = [];
    private readonly Dictionary<(Expression Comparison, bool? IsLastEnd), Seen> _boundaries = new(EndComparer.Instance);
    private readonly List<((Expression Comparison, bool? IsLastEnd) End, Symbol Owner)> _ends = [];

    /// <summary>What examples show of one end of a comparison.</summary>
    private sealed class Seen
    {
        public HashSet<BoundaryCase> Cases { get; } = [];

        /// <summary>An example in which it was met, to be changed into one that is missing.</summary>
        public (Met Met, Example Example, ExampleCase Case, Expectation Expectation)? Pattern { get; set; }
    }

    public ExampleCoverage Run()
    {
        foreach (Requirement requirement in model.Requirements)
        {
            AddConditions(requirement);
        }

        foreach (Definition definition in model.Definitions)
        {
            AddConditions(definition);
        }

        foreach (ExampleResult result in ExampleRunner.Run(model).Where(result => result.Passed))
        {
            foreach (IGrouping<Symbol, Expectation> subject in result.Case.Expectations.Where(expectation => !expectation.IsEverything)
                .GroupBy(expectation => (Symbol?)expectation.Requirement ?? expectation.Definition!))
            {
                Study(result, subject.Key, [.. subject]);
            }
        }

        return new ExampleCoverage(
            model,
            [.. model.Requirements.Select(requirement => new RequirementCoverage(requirement, OutcomesOf(requirement), ConditionsOf(requirement)))],
            [.. model.Definitions.Select(definition => new DefinitionCoverage(definition, ConditionsOf(definition))).Where(definition => !definition.Conditions.IsEmpty)],
            [.. _ends.Select(BoundaryOf)]);
    }

    private void Study(ExampleResult result, Symbol subject, Expectation[] expectations)
    {
        foreach (Expectation expectation in expectations)
        {
            if (expectation is { Requirement: { } requirement, Negated: false, Outcome: { } outcome })
            {
                (Requirement, Outcome) key = (requirement, ToOutcome(outcome));
                _outcomes[key] = _outcomes.GetValueOrDefault(key) + 1;
            }
        }

        var watch = new WatchProbe();
        string[] expected = [.. expectations.Select(expectation => Answer(result, expectation, watch))];
        foreach (Met met in watch.Comparisons)
        {
            if (_boundaries.TryGetValue((met.Comparison, met.IsLastEnd), out Seen? seen))
            {
                if (_steps.CaseOf(met) is { } @case)
                {
                    seen.Cases.Add(@case);
                }

                seen.Pattern ??= (met, result.Example, result.Case, expectations[0]);
            }
        }

        foreach (Expression condition in watch.Known.Where(condition => _conditions.ContainsKey(condition) && !_matters.Contains(condition)))
        {
            var flip = new FlipProbe(condition);
            for (int i = 0; i < expectations.Length; i++)
            {
                if (Answer(result, expectations[i], flip) != expected[i])
                {
                    _matters.Add(condition);
                    break;
                }
            }
        }
    }

    /// <summary>What an expectation is about comes to, as a text to compare.</summary>
    private string Answer(ExampleResult result, Expectation expectation, IEvaluationProbe probe)
    {
        if (expectation.Definition is { } definition)
        {
            RuleValue? value = _interpreter.Evaluate(definition, result.Case.Facts, result.Example.AsAt, expectation.Element?.Index, probe);
            return value switch
            {
                null => "",
                ElementsValue elements => string.Join(",", elements.Elements.Select(element => element.Name)),
                SubjectValue record => record.Subject.Name,
                _ => Wording.Of(value, definition.Type),
            };
        }

        RequirementAssessment assessment = _interpreter.Assess(expectation.Requirement!, result.Case.Facts, result.Example.AsAt, probe);
        return expectation.Element is not { } index
            ? assessment.Outcome.ToString()
            : assessment.Elements.FirstOrDefault(element => element.Index == index.Index)?.Outcome.ToString() ?? "";
    }

    private void AddConditions(Requirement requirement)
    {
        if (requirement.Element?.List is { } list)
        {
            AddParts(list, requirement, "for each", null);
        }

        if (requirement.AppliesWhen is { } applies)
        {
            AddClause(applies.Condition, requirement, ExplanationWords.AppliesWhenLabel, null);
        }

        AddExceptions(requirement.Exceptions, requirement, null);
        foreach (Criterion criterion in requirement.Criteria)
        {
            string place = (criterion.IsRecommendation ? "recommendation (" : "criterion (") + criterion.Letter + ")";
            if (criterion.IsRecommendation)
            {
                // It never changes the outcome, and so nothing could show that it matters.
                continue;
            }

            AddClause(criterion.Condition, requirement, place, criterion);
            AddExceptions(criterion.Exceptions, requirement, criterion);
        }
    }

    private void AddExceptions(ImmutableArray<ExceptionClause> exceptions, Requirement requirement, Criterion? criterion)
    {
        foreach (ExceptionClause exception in exceptions)
        {
            AddClause(exception.Condition, requirement, ExplanationWords.UnlessLabel, criterion);
            AddExceptions(exception.Exceptions, requirement, criterion);
        }
    }

    private void AddConditions(Definition definition)
    {
        foreach (DefinitionCase @case in definition.Cases)
        {
            if (@case.Condition is { } condition)
            {
                AddClause(condition, definition, "definition", null);
            }

            // A definition of yes or no is a condition; of any other value, conditions may stand inside it.
            AddParts(@case.Value, definition, "definition", null);
            AddBoundaries(@case.Value, definition);
        }
    }

    private void AddClause(Expression condition, Symbol owner, string place, Criterion? criterion)
    {
        Add(condition, owner, place, isWhole: true, criterion);
        AddParts(condition, owner, place, criterion);
        AddBoundaries(condition, owner);
    }

    /// <summary>The conditions of which one is made: its parts that no joining word splits any further.</summary>
    private void AddParts(Expression expression, Symbol owner, string place, Criterion? criterion)
    {
        switch (expression)
        {
            case NotExpression not:
                AddParts(not.Operand, owner, place, criterion);
                break;
            case LogicalExpression logical:
                foreach (Expression operand in logical.Operands)
                {
                    AddParts(operand, owner, place, criterion);
                }

                break;
            case QuantifierExpression quantifier:
                AddParts(quantifier.Condition, owner, place, criterion);
                AddFilters(quantifier.List, owner, place, criterion);
                break;
            default:
                if (expression.Type is YesNoType && expression is not LiteralExpression)
                {
                    Add(expression, owner, place, isWhole: false, criterion);
                }

                AddFilters(expression, owner, place, criterion);
                break;
        }
    }

    private void AddFilters(Expression expression, Symbol owner, string place, Criterion? criterion)
    {
        foreach (FilterExpression filter in expression.DescendantsAndSelf().OfType<FilterExpression>())
        {
            AddParts(filter.Condition, owner, place, criterion);
        }
    }

    private void Add(Expression condition, Symbol owner, string place, bool isWhole, Criterion? criterion)
    {
        var coverage = new ConditionCoverage(condition, place, Wording.Of(condition, model.Guide.CurrencySymbol), isWhole, criterion, Matters: false);
        if (_conditions.TryAdd(condition, (coverage, owner)))
        {
            _order.Add(condition);
        }
    }

    private void AddBoundaries(Expression expression, Symbol owner)
    {
        foreach (Expression node in expression.DescendantsAndSelf())
        {
            bool?[] ends = node switch
            {
                OrderExpression or DateOrderExpression or DateDistanceExpression => [null],
                BetweenExpression or WithinExpression or DeadlineExpression => [false, true],
                _ => [],
            };
            foreach (bool? end in ends)
            {
                if (_boundaries.TryAdd((node, end), new Seen()))
                {
                    _ends.Add(((node, end), owner));
                }
            }
        }
    }

    private ImmutableArray<ConditionCoverage> ConditionsOf(Symbol owner) =>
    [
        .. _order.Where(condition => ReferenceEquals(_conditions[condition].Owner, owner)).Select(condition => _conditions[condition].Condition with { Matters = _matters.Contains(condition) }),
    ];

    private ImmutableArray<OutcomeCoverage> OutcomesOf(Requirement requirement) =>
    [
        .. new[] { Outcome.Satisfied, Outcome.NotSatisfied, Outcome.NotApplicable, Outcome.Undecided }
            .Select(outcome => new OutcomeCoverage(outcome, _outcomes.GetValueOrDefault((requirement, outcome)), WhyNever(requirement, outcome))),
    ];

    /// <summary>What is plain from the form of a requirement; whether some facts could reach an outcome is not tried.</summary>
    private static string? WhyNever(Requirement requirement, Outcome outcome) => outcome switch
    {
        Outcome.NotApplicable when requirement is { AppliesWhen: null, Exceptions.IsEmpty: true, Element: null, InForceFrom: null, InForceUntil: null } => "it applies always",
        Outcome.Undecided when !ExplanationSteps.Of(requirement).Expressions.Any(expression => expression is FactExpression) => "it reads no fact",
        _ => null,
    };

    private BoundaryCoverage BoundaryOf(((Expression Comparison, bool? IsLastEnd) End, Symbol Owner) item)
    {
        Seen seen = _boundaries[item.End];
        return new BoundaryCoverage(
            item.End.Comparison, item.Owner, Wording.Of(item.End.Comparison, model.Guide.CurrencySymbol),
            item.End.IsLastEnd switch { null => null, true => "last", false => "first" },
            [
                .. new[] { BoundaryCase.JustBelow, BoundaryCase.At, BoundaryCase.JustAbove }
                    .Where(@case => !seen.Cases.Contains(@case))
                    .Select(@case => new MissingCase(@case, seen.Pattern is { } pattern ? ExampleFor(pattern.Met, pattern.Example, pattern.Case, pattern.Expectation, @case) : null)),
            ]);
    }

    /// <summary>The example in which the comparison was met, with the compared fact moved to the boundary, and the outcome that the rules then give.</summary>
    private string? ExampleFor(Met met, Example example, ExampleCase pattern, Expectation expectation, BoundaryCase @case)
    {
        if (met.Operand is not FactExpression { Target: null or ElementExpression } operand || expectation.Requirement is not { } requirement
            || _steps.Next(met, @case) is not { } value || Moved(pattern.Facts, operand, met.Value, value) is not { } facts)
        {
            return null;
        }

        // What is moved may be what the boundary itself is worked out from: the example has to show the case, or there is none.
        var watch = new WatchProbe();
        RequirementAssessment assessment = _interpreter.Assess(requirement, facts, example.AsAt, watch);
        if (!watch.Comparisons.Any(other => ReferenceEquals(other.Comparison, met.Comparison) && other.IsLastEnd == met.IsLastEnd && _steps.CaseOf(other) == @case))
        {
            return null;
        }

        string end = met.IsLastEnd switch { null => "the boundary", true => "the last end", false => "the first end" };
        string title = $"{requirement.Name}: {ExampleLints.Words(@case)} {end} of {Wording.Of(met.Comparison, model.Guide.CurrencySymbol)}".Replace('"', '\'');
        var text = new StringBuilder();
        text.Append("example \"").Append(title).Append("\"\n  as at ").Append(CalendarDay.ToWords(example.AsAt)).Append("\n  given\n");
        FactsText.Write(text, facts, "    ", model.Guide.CurrencySymbol);
        text.Append("  expect\n    ").Append(FactsText.NameOf(requirement)).Append(" is ").Append(assessment.Outcome.ToWords()).Append('\n');
        return text.ToString();
    }

    /// <summary>Facts with one of them changed: of the first element that had the value, where it is a fact of elements. Null where no such answer is there.</summary>
    private static FactRecord? Moved(FactRecord facts, FactExpression operand, RuleValue from, RuleValue to)
    {
        if (operand.Target is null)
        {
            return from.Equals(facts[operand.Field]) ? facts.With(operand.Field, to) : null;
        }

        foreach (Field field in facts.Given.Where(field => field.Type is ListType list && ReferenceEquals(list.Record, operand.Field.Record)))
        {
            ImmutableArray<FactRecord> elements = ((ListValue)facts[field]!).Elements;
            for (int i = 0; i < elements.Length; i++)
            {
                if (from.Equals(elements[i][operand.Field]))
                {
                    return facts.With(field, new ListValue(elements.SetItem(i, elements[i].With(operand.Field, to))));
                }
            }
        }

        return null;
    }

    private static Outcome ToOutcome(ExpectedOutcome outcome) => outcome switch
    {
        ExpectedOutcome.Satisfied => Outcome.Satisfied,
        ExpectedOutcome.NotSatisfied => Outcome.NotSatisfied,
        ExpectedOutcome.NotApplicable => Outcome.NotApplicable,
        _ => Outcome.Undecided,
    };

    private sealed class EndComparer : IEqualityComparer<(Expression Comparison, bool? IsLastEnd)>
    {
        public static EndComparer Instance { get; } = new();

        public bool Equals((Expression Comparison, bool? IsLastEnd) left, (Expression Comparison, bool? IsLastEnd) right) =>
            ReferenceEquals(left.Comparison, right.Comparison) && left.IsLastEnd == right.IsLastEnd;

        public int GetHashCode((Expression Comparison, bool? IsLastEnd) end) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(end.Comparison) ^ end.IsLastEnd.GetHashCode();
    }
}
