using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>The table of operators and types (language reference, "Operators and types").</summary>
internal static class TypeRules
{
    /// <summary>The one type of two values: a whole number counts as a number, nothing else converts. Null when there is none.</summary>
    internal static RuleType? Unify(RuleType left, RuleType right) =>
        left.Equals(right) ? left : left.IsNumeric && right.IsNumeric ? RuleType.Number : null;

    /// <summary>Whether the order words and <c>between</c> take it. Dates have words of their own.</summary>
    internal static bool IsOrdered(RuleType type) => type.IsNumeric || type is MoneyType or PercentageType or DurationType or Eui64Type;

    internal static bool CanBeAdded(RuleType type) => type.IsNumeric || type is MoneyType or PercentageType or DurationType;

    /// <summary>What <c>sum</c>, <c>largest</c>, <c>smallest</c>, <c>larger</c> and <c>smaller</c> take.</summary>
    internal static bool IsAmount(RuleType type) => type.IsNumeric || type is MoneyType or PercentageType;

    /// <summary>The type of a product or quotient; null when there is none.</summary>
    internal static RuleType? Product(RuleType left, ArithmeticOperator @operator, RuleType right)
    {
        if (@operator == ArithmeticOperator.Divide)
        {
            return (left, right) switch
            {
                (MoneyType, MoneyType) => RuleType.Number,
                (MoneyType, _) when right.IsNumeric => RuleType.Money,
                _ when left.IsNumeric && right.IsNumeric => RuleType.Number,
                _ => null,
            };
        }

        bool IsFactor(RuleType type) => type.IsNumeric || type is PercentageType;
        return (left, right) switch
        {
            (MoneyType, _) when IsFactor(right) => RuleType.Money,
            (_, MoneyType) when IsFactor(left) => RuleType.Money,
            _ when IsFactor(left) && IsFactor(right) => RuleType.Number,
            _ => null,
        };
    }

    /// <summary>The unit of a duration where the rules say it; null when only an answer does.</summary>
    internal static DurationUnit? UnitOf(Expression duration) => duration switch
    {
        LiteralExpression { Value: DurationValue value } => value.Value.Unit,
        ParameterExpression parameter => parameter.Parameter.Periods.Select(period => period.Value).OfType<DurationValue>().Select(value => (DurationUnit?)value.Value.Unit).FirstOrDefault(),
        ArithmeticExpression arithmetic => UnitOf(arithmetic.Left) ?? UnitOf(arithmetic.Right),
        _ => null,
    };

    internal static string UnitName(DurationUnit unit) => unit switch
    {
        DurationUnit.Day => "days",
        DurationUnit.WorkingDay => "working days",
        DurationUnit.Week => "weeks",
        DurationUnit.Month => "months",
        _ => "years",
    };

    internal static bool UsesElement(Expression expression, ElementVariable? variable) =>
        variable is not null && Any(expression, node => node is ElementExpression element && element.Variable == variable);

    /// <summary>Whether money is multiplied or divided on the way to a value; conditions inside it compare exact values and do not count.</summary>
    internal static bool MultipliesMoney(Expression value)
    {
        if (value is ArithmeticExpression { Operator: ArithmeticOperator.Multiply or ArithmeticOperator.Divide, Type: MoneyType })
        {
            return true;
        }

        return value.Type is not YesNoType && value.Children.Any(MultipliesMoney);
    }

    private static bool Any(Expression expression, Func<Expression, bool> predicate) =>
        predicate(expression) || expression.Children.Any(child => Any(child, predicate));

    /// <summary>Whether two uses are of one fact, so that what is known of the one holds of the other.</summary>
    internal static bool IsSameFact(Expression? left, Expression? right) => (left, right) switch
    {
        (null, null) => true,
        (FactExpression a, FactExpression b) => a.Field == b.Field && IsSameFact(a.Target, b.Target),
        (DefinitionExpression a, DefinitionExpression b) => a.Definition == b.Definition && IsSameFact(a.Target, b.Target),
        (ParameterExpression a, ParameterExpression b) => a.Parameter == b.Parameter && IsSameFact(a.AsAt, b.AsAt),
        (ElementExpression a, ElementExpression b) => a.Variable == b.Variable,
        (TodayExpression, TodayExpression) => true,
        _ => false,
    };
}
