using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>The value of an expression that is literals and their arithmetic.</summary>
internal static class ConstantEvaluator
{
    /// <summary>Null when it is no constant, or its value is out of range.</summary>
    internal static RuleValue? Evaluate(Expression expression)
    {
        switch (expression)
        {
            case LiteralExpression literal:
                return literal.Value;

            case NegateExpression negate:
                return Evaluate(negate.Operand) is NumberValue operand && ExactNumber.Negate(operand.Value, out ExactNumber negated) == ArithmeticError.None
                    ? new NumberValue(negated)
                    : null;

            case ArithmeticExpression arithmetic:
                switch (Evaluate(arithmetic.Left), Evaluate(arithmetic.Right))
                {
                    case (NumberValue left, NumberValue right):
                        return Calculate(left.Value, arithmetic.Operator, right.Value) is { } number ? new NumberValue(number) : null;

                    case (DurationValue left, DurationValue right):
                        Duration sum;
                        bool fits = arithmetic.Operator == ArithmeticOperator.Add ? Duration.TryAdd(left.Value, right.Value, out sum) : Duration.TrySubtract(left.Value, right.Value, out sum);
                        return fits ? new DurationValue(sum) : null;

                    default:
                        return null;
                }

            default:
                return null;
        }
    }

    private static ExactNumber? Calculate(ExactNumber left, ArithmeticOperator @operator, ExactNumber right)
    {
        ExactNumber result;
        ArithmeticError error = @operator switch
        {
            ArithmeticOperator.Add => ExactNumber.Add(left, right, out result),
            ArithmeticOperator.Subtract => ExactNumber.Subtract(left, right, out result),
            ArithmeticOperator.Multiply => ExactNumber.Multiply(left, right, out result),
            _ => ExactNumber.Divide(left, right, out result),
        };
        return error == ArithmeticError.None ? result : null;
    }
}
