using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter.Evaluation;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Coverage;

/// <summary>Takes one condition to have come out the other way, wherever it is known.</summary>
internal sealed class FlipProbe(Expression condition) : IEvaluationProbe
{
    public Result See(Evaluator evaluator, Expression expression, Result result) => ReferenceEquals(expression, condition) ? result.Not() : result;
}

/// <summary>Notes which conditions came to be known, and on which side of each boundary a comparison was met.</summary>
internal sealed class WatchProbe : IEvaluationProbe
{
    private readonly Dictionary<Expression, Result> _last = new(ReferenceEqualityComparer.Instance);

    /// <summary>The conditions whose truth was known.</summary>
    public HashSet<Expression> Known { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Every comparison that was evaluated with values, with what it compared.</summary>
    public List<Met> Comparisons { get; } = [];

    public Result See(Evaluator evaluator, Expression expression, Result result)
    {
        _last[expression] = result;
        if (expression.Type is YesNoType && !result.IsUnknown)
        {
            Known.Add(expression);
        }

        foreach ((Expression operand, bool? isLastEnd, RuleValue? bound, bool isWorking) in Ends(evaluator, expression))
        {
            if (bound is not null && Value(operand) is { } value)
            {
                Comparisons.Add(new Met(expression, operand, isLastEnd, value, bound, isWorking));
            }
        }

        return result;
    }

    /// <summary>The ends of a comparison; a last end is told from a first where there are two.</summary>
    private IEnumerable<(Expression Operand, bool? IsLastEnd, RuleValue? Bound, bool IsWorking)> Ends(Evaluator evaluator, Expression expression)
    {
        switch (expression)
        {
            case OrderExpression order:
                yield return (order.Left, null, Value(order.Right), false);
                break;
            case BetweenExpression between:
                yield return (between.Operand, false, Value(between.Low), false);
                yield return (between.Operand, true, Value(between.High), false);
                break;
            case DateOrderExpression order:
                yield return (order.Left, null, Value(order.Right), order.Right is OffsetExpression offset && IsWorking(offset.Duration));
                break;
            case DateDistanceExpression distance:
                yield return (distance.Operand, null, Limit(evaluator, expression, distance.Duration, distance.Direction, distance.Anchor), IsWorking(distance.Duration));
                break;
            case WithinExpression within:
                RuleValue? limit = Limit(evaluator, expression, within.Duration, within.Direction, within.Anchor);
                yield return (within.Operand, false, within.Direction == Direction.After ? Value(within.Anchor) : limit, IsWorking(within.Duration));
                yield return (within.Operand, true, within.Direction == Direction.After ? limit : Value(within.Anchor), IsWorking(within.Duration));
                break;
            case DeadlineExpression deadline:
                RuleValue? end = Limit(evaluator, expression, deadline.Duration, deadline.Direction, deadline.Anchor);
                yield return (deadline.Fact, false, deadline.Direction == Direction.After ? Value(deadline.Anchor) : end, IsWorking(deadline.Duration));
                yield return (deadline.Fact, true, deadline.Direction == Direction.After ? end : Value(deadline.Anchor), IsWorking(deadline.Duration));
                break;
        }
    }

    private RuleValue? Limit(Evaluator evaluator, Expression expression, Expression duration, Direction direction, Expression anchor) =>
        _last.TryGetValue(duration, out Result length) && _last.TryGetValue(anchor, out Result from) && evaluator.Offset(expression, length, direction, from) is { IsUnknown: false, IsNone: false } limit
            ? limit.Value
            : null;

    private RuleValue? Value(Expression expression) => _last.TryGetValue(expression, out Result result) && !result.IsNone ? result.Value : null;

    private bool IsWorking(Expression duration) => Value(duration) is DurationValue { Value.Unit: DurationUnit.WorkingDay };
}

/// <summary>A comparison as it was met.</summary>
/// <param name="IsLastEnd">Null where the comparison has one end.</param>
/// <param name="Value">What was compared.</param>
/// <param name="Bound">With what.</param>
/// <param name="IsWorking">Whether the bound was counted in working days.</param>
internal sealed record Met(Expression Comparison, Expression Operand, bool? IsLastEnd, RuleValue Value, RuleValue Bound, bool IsWorking);
