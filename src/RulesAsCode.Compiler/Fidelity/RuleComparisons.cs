using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Semantics;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Fidelity;

/// <summary>A comparison that a rule makes with a measure or with something that has a name.</summary>
/// <param name="Node">The comparison.</param>
/// <param name="Limit">What it says of the measure, as if nothing denied it.</param>
/// <param name="Measure">The measure, where it is written out.</param>
/// <param name="Bound">What stands for it where it is not: a fact, a definition or a parameter.</param>
/// <param name="IsBack">For a distance between dates: true where it is counted back.</param>
/// <param name="IsDenied">True where an odd number of "not", "none of" or "for no" stands over it.</param>
/// <param name="Say">Gives its words; most comparisons are never spoken of.</param>
internal sealed record RuleComparison(Expression Node, Limit Limit, Measure? Measure, Expression? Bound, bool? IsBack, bool IsDenied, Func<string> Say)
{
    /// <summary>The comparison without its left side: "at least 60 working days after".</summary>
    internal string Words => Say();
}

/// <summary>Finds the comparisons of a condition. What a definition holds is not looked into.</summary>
internal sealed class RuleComparisons(string currencySymbol)
{
    internal IEnumerable<RuleComparison> Of(Expression condition) => Of(condition, isDenied: false);

    private IEnumerable<RuleComparison> Of(Expression node, bool isDenied) => node switch
    {
        NotExpression not => Of(not.Operand, !isDenied),
        LogicalExpression { Operator: LogicalOperator.None } none => none.Operands.SelectMany(operand => Of(operand, !isDenied)),
        QuantifierExpression { Quantifier: Quantifier.No } quantifier => Of(quantifier.List, isDenied).Concat(Of(quantifier.Condition, !isDenied)),
        _ => Own(node, isDenied).Concat(node.Children.SelectMany(child => Of(child, isDenied))),
    };

    private IEnumerable<RuleComparison> Own(Expression node, bool isDenied)
    {
        switch (node)
        {
            case OrderExpression order:
                Limit limit = LimitOf(order.Operator);
                yield return Against(node, order.Right, order.Left, limit, isDenied, NameOf(limit));
                yield return Against(node, order.Left, order.Right, limit.Mirrored(), isDenied, NameOf(limit.Mirrored()));
                break;

            case BetweenExpression between:
                yield return Against(node, between.Low, between.Operand, Limit.AtLeast, isDenied, "between");
                yield return Against(node, between.High, between.Operand, Limit.AtMost, isDenied, "between");
                break;

            case DateDistanceExpression distance:
                yield return Distance(node, Limit.AtLeast, distance.Duration, distance.Direction, isDenied, "at least");
                break;

            case WithinExpression within:
                yield return Distance(node, Limit.AtMost, within.Duration, within.Direction, isDenied, "within");
                break;

            case DeadlineExpression deadline:
                yield return Distance(node, Limit.AtMost, deadline.Duration, deadline.Direction, isDenied, "within");
                break;

            case DateOrderExpression order:
                Limit side = LimitOf(order.Order);
                if (order.Right is OffsetExpression offset)
                {
                    // On or before 7 days after it: at most 7 days from it. On or before 7 days before it: at least.
                    yield return Distance(node, offset.Direction == Direction.After ? side : side.Mirrored(), offset.Duration, offset.Direction, isDenied, NameOf(order.Order));
                }
                else
                {
                    yield return Against(node, order.Right, order.Left, side, isDenied, NameOf(order.Order));
                    yield return Against(node, order.Left, order.Right, side.Mirrored(), isDenied, NameOf(order.Order));
                }

                break;
        }
    }

    private RuleComparison Distance(Expression node, Limit limit, Expression duration, Direction direction, bool isDenied, string words) => new(
        node, limit, MeasureOf(duration, null), Named(duration), direction == Direction.Before, isDenied,
        () => $"{words} {Wording.Of(duration, currencySymbol)} {(direction == Direction.Before ? "before" : "after")}");

    private RuleComparison Against(Expression node, Expression bound, Expression other, Limit limit, bool isDenied, string words) => new(
        node, limit, MeasureOf(bound, other), Named(bound), null, isDenied, () => words + " " + Wording.Of(bound, currencySymbol));

    private static Expression? Named(Expression bound) => bound is FactExpression or DefinitionExpression or ParameterExpression ? bound : null;

    /// <summary>The measure of a value that is written out, in the unit in which a text would have it; null where it is worked out.</summary>
    internal static Measure? MeasureOf(Expression value, Expression? comparedWith) => ConstantEvaluator.Evaluate(value) switch
    {
        DurationValue { Value: var duration } => new Measure(ExactNumber.FromInteger(duration.Count), UnitOf(duration.Unit), duration.Clear),
        DateValue date => new Measure(ExactNumber.FromInteger(date.Day), MeasureUnit.Date),
        NumberValue number when value.Type is PercentageType =>
            ExactNumber.Multiply(number.Value, ExactNumber.FromInteger(100), out ExactNumber percent) == ArithmeticError.None ? new Measure(percent, MeasureUnit.Percent) : null,
        NumberValue number when value.Type is MoneyType => new Measure(number.Value, MeasureUnit.Money),
        NumberValue number => new Measure(number.Value, comparedWith is DateDifferenceExpression difference ? UnitOf(difference.Unit) : MeasureUnit.None),
        _ => null,
    };

    private static MeasureUnit UnitOf(DurationUnit unit) => unit switch
    {
        DurationUnit.Day => MeasureUnit.Day,
        DurationUnit.WorkingDay => MeasureUnit.WorkingDay,
        DurationUnit.Week => MeasureUnit.Week,
        DurationUnit.Month => MeasureUnit.Month,
        _ => MeasureUnit.Year,
    };

    private static MeasureUnit UnitOf(DateDifferenceUnit unit) => unit switch
    {
        DateDifferenceUnit.WholeYears => MeasureUnit.Year,
        DateDifferenceUnit.WholeMonths => MeasureUnit.Month,
        _ => MeasureUnit.Day,
    };

    private static Limit LimitOf(OrderOperator order) => order switch
    {
        OrderOperator.AtLeast => Limit.AtLeast,
        OrderOperator.AtMost => Limit.AtMost,
        OrderOperator.MoreThan => Limit.MoreThan,
        _ => Limit.LessThan,
    };

    private static Limit LimitOf(DateOrder order) => order switch
    {
        DateOrder.Before => Limit.LessThan,
        DateOrder.After => Limit.MoreThan,
        DateOrder.OnOrBefore => Limit.AtMost,
        _ => Limit.AtLeast,
    };

    internal static string NameOf(Limit limit) => limit switch
    {
        Limit.AtLeast => "at least",
        Limit.AtMost => "at most",
        Limit.MoreThan => "more than",
        _ => "less than",
    };

    internal static string NameOf(DateOrder order) => order switch
    {
        DateOrder.Before => "before",
        DateOrder.After => "after",
        DateOrder.OnOrBefore => "on or before",
        _ => "on or after",
    };
}
