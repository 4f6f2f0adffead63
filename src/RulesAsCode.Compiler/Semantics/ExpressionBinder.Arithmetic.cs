using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

internal sealed partial class ExpressionBinder
{
    private Expression BindArithmetic(ArithmeticExpressionSyntax syntax, RuleType? expected)
    {
        Expression left = Bind(syntax.Operands[0], AmountOnly(expected));
        for (int i = 0; i < syntax.Operators.Length; i++)
        {
            Expression right = Bind(syntax.Operands[i + 1], AmountOnly(expected));
            var span = TextSpan.FromBounds(syntax.Span.Start, syntax.Operands[i + 1].Span.End);
            left = Combine(left, syntax.Operators[i].Kind, right, context.At(span));
        }

        return left;
    }

    // Members and texts are no operands of arithmetic.
    private static RuleType? AmountOnly(RuleType? expected) => expected is not null && (TypeRules.CanBeAdded(expected) || expected is DateType) ? expected : null;

    private Expression Combine(Expression left, SyntaxKind sign, Expression right, Location at)
    {
        if (left.Type.IsError || right.Type.IsError)
        {
            return new ErrorExpression(at);
        }

        ArithmeticOperator @operator = sign switch
        {
            SyntaxKind.Plus => ArithmeticOperator.Add,
            SyntaxKind.Minus => ArithmeticOperator.Subtract,
            SyntaxKind.Star => ArithmeticOperator.Multiply,
            _ => ArithmeticOperator.Divide,
        };
        RuleType? type;
        if (@operator is ArithmeticOperator.Add or ArithmeticOperator.Subtract)
        {
            type = TypeRules.Unify(left.Type, right.Type) is { } one && TypeRules.CanBeAdded(one) ? one : null;
            if (type is DurationType && !HaveOneUnit(left, right))
            {
                return new ErrorExpression(at);
            }
        }
        else
        {
            type = TypeRules.Product(left.Type, @operator, right.Type);
        }

        if (type is null)
        {
            ReportArithmetic(left, @operator, right);
            return new ErrorExpression(at);
        }

        bool areGiven = RequireNotNone(left, "then there is nothing to reckon with") & RequireNotNone(right, "then there is nothing to reckon with");
        return areGiven ? new ArithmeticExpression(left, @operator, right, type, at) : new ErrorExpression(at);
    }

    private void ReportArithmetic(Expression left, ArithmeticOperator @operator, Expression right)
    {
        bool adds = @operator is ArithmeticOperator.Add or ArithmeticOperator.Subtract;
        if (adds && IsBareNumber(right) && NeedsUnit(left.Type))
        {
            context.Report(DiagnosticCatalogue.MissingUnit(right.Location, Describe.Words(right.Location), left.Type, Symbols.CurrencySymbol));
            return;
        }

        if (adds && IsBareNumber(left) && NeedsUnit(right.Type))
        {
            context.Report(DiagnosticCatalogue.MissingUnit(left.Location, Describe.Words(left.Location), right.Type, Symbols.CurrencySymbol));
            return;
        }

        string sign = @operator switch
        {
            ArithmeticOperator.Add => "+",
            ArithmeticOperator.Subtract => "-",
            ArithmeticOperator.Multiply => "*",
            _ => "/",
        };
        string? instead = null;
        if (adds && left.Type is DateType && right.Type is DurationType)
        {
            instead = Describe.Words(right.Location) + (@operator == ArithmeticOperator.Add ? " after " : " before ") + Describe.Words(left.Location);
        }
        else if (@operator == ArithmeticOperator.Add && left.Type is DurationType && right.Type is DateType)
        {
            instead = Describe.Words(left.Location) + " after " + Describe.Words(right.Location);
        }
        else if (@operator == ArithmeticOperator.Subtract && left.Type is DateType && right.Type is DateType)
        {
            instead = "days between " + Describe.Words(right.Location) + " and " + Describe.Words(left.Location);
        }
        else if (adds && left.Type is DateType && IsBareNumber(right))
        {
            string direction = (@operator == ArithmeticOperator.Add ? " after " : " before ") + Describe.Words(left.Location);
            string number = Describe.Words(right.Location);
            string days = number == "1" ? "day" : "days";
            instead = $"{number} {days}{direction}' or '{number} working {days}{direction}";
        }

        context.Report(DiagnosticCatalogue.WrongArithmetic(left.Location, sign, Describe.Words(left.Location), left.Type, Describe.Words(right.Location), right.Type, instead));
    }

    private Expression BindNegate(NegateExpressionSyntax syntax, RuleType? expected)
    {
        Expression operand = Bind(syntax.Operand, AmountOnly(expected));
        if (operand.Type.IsError)
        {
            return Error(syntax);
        }

        if (!TypeRules.IsAmount(operand.Type))
        {
            context.Report(DiagnosticCatalogue.WrongOperand(operand.Location, Describe.Words(operand.Location), operand.Type, "-", "numbers, percentages and money", null));
            return Error(syntax);
        }

        return RequireNotNone(operand, "then there is nothing to reckon with") ? new NegateExpression(operand, context.At(syntax)) : Error(syntax);
    }

    private Expression BindPair(PairExpressionSyntax syntax, RuleType? expected)
    {
        Location at = context.At(syntax);
        bool ofAmounts = syntax.Function is SyntaxKind.LargerOf or SyntaxKind.SmallerOf;
        Expression left = Bind(syntax.First, ofAmounts ? AmountOnly(expected) : RuleType.Date);
        Expression right = Bind(syntax.Second, ofAmounts ? AmountOnly(expected) : RuleType.Date);
        if (left.Type.IsError || right.Type.IsError)
        {
            return new ErrorExpression(at);
        }

        if (ofAmounts)
        {
            string words = syntax.Function == SyntaxKind.LargerOf ? "larger of" : "smaller of";
            if (!TypeRules.IsAmount(left.Type) && left.Type is not DurationType)
            {
                context.Report(DiagnosticCatalogue.WrongOperand(left.Location, Describe.Words(left.Location), left.Type, words, "numbers, percentages, money and durations",
                    left.Type is DateType ? (syntax.Function == SyntaxKind.LargerOf ? "later of" : "earlier of") : null));
                return new ErrorExpression(at);
            }

            if (!HaveOneType(left, right))
            {
                return new ErrorExpression(at);
            }
        }
        else if (!AreDates(left, right))
        {
            return new ErrorExpression(at);
        }

        string what = ofAmounts || syntax.Function is SyntaxKind.EarlierOf or SyntaxKind.LaterOf ? "then there are no two to choose from" : "then there is no time between the two";
        if (!(RequireNotNone(left, what) & RequireNotNone(right, what)))
        {
            return new ErrorExpression(at);
        }

        RuleType type = TypeRules.Unify(left.Type, right.Type)!;
        return syntax.Function switch
        {
            SyntaxKind.LargerOf => new PairExpression(PairFunction.Larger, left, right, type, at),
            SyntaxKind.SmallerOf => new PairExpression(PairFunction.Smaller, left, right, type, at),
            SyntaxKind.EarlierOf => new PairExpression(PairFunction.Earlier, left, right, type, at),
            SyntaxKind.LaterOf => new PairExpression(PairFunction.Later, left, right, type, at),
            SyntaxKind.WholeYearsBetween => new DateDifferenceExpression(DateDifferenceUnit.WholeYears, left, right, at),
            SyntaxKind.WholeMonthsBetween => new DateDifferenceExpression(DateDifferenceUnit.WholeMonths, left, right, at),
            _ => new DateDifferenceExpression(DateDifferenceUnit.Days, left, right, at),
        };
    }

    private Expression BindOffset(OffsetExpressionSyntax syntax)
    {
        Expression duration = Bind(syntax.Duration, RuleType.Duration);
        Expression anchor = Bind(syntax.Anchor, RuleType.Date);
        bool isDate = AreDates(anchor);
        if (isDate && duration.Type is DateType)
        {
            // 'notice before start' is a comparison that lacks its 'is'.
            int direction = context.Source.Text.IndexOf(syntax.Direction == SyntaxKind.AfterKeyword ? "after" : "before", syntax.Duration.Span.End, StringComparison.OrdinalIgnoreCase);
            string words = Describe.Words(duration.Location);
            context.Report(DiagnosticCatalogue.MissingIsBetween(
                duration.Location, words, words + " is " + Describe.Words(context.At(TextSpan.FromBounds(direction, syntax.Span.End))), TextEdit.Insert(direction, "is ")));
            return Error(syntax);
        }

        if (!isDate || !IsLength(duration))
        {
            return Error(syntax);
        }

        UseUnit(duration);
        return new OffsetExpression(duration, DirectionOf(syntax.Direction), anchor, context.At(syntax));
    }

    private Expression BindNearestWorkingDay(NearestWorkingDayExpressionSyntax syntax)
    {
        Expression operand = Bind(syntax.Operand, RuleType.Date);
        if (!AreDates(operand))
        {
            return Error(syntax);
        }

        Symbols.UseWorkingDays(context.At(syntax));
        return new NearestWorkingDayExpression(syntax.Function == SyntaxKind.FirstWorkingDayOnOrAfter ? Direction.After : Direction.Before, operand, context.At(syntax));
    }
}
