using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>
/// Gives expressions of one declaration their names and types. Whatever is wrong is reported once, where it stands, and becomes an
/// <see cref="ErrorExpression"/>, of which nothing more is said.
/// </summary>
internal sealed partial class ExpressionBinder(DeclarationContext context)
{
    // The grammar allows 64 levels; offsets and signs in a row nest as well. A bound of our own keeps the stack safe.
    private const int DeepestNesting = 250;

    private readonly List<ElementVariable> _elements = [];
    private ImmutableArray<Expression> _known = [];
    private int _depth;

    private SymbolTable Symbols => context.Symbols;

    /// <summary>Binds with an element in scope.</summary>
    internal T With<T>(ElementVariable? variable, Func<T> bind)
    {
        if (variable is null)
        {
            return bind();
        }

        _elements.Add(variable);
        try
        {
            return bind();
        }
        finally
        {
            _elements.RemoveAt(_elements.Count - 1);
        }
    }

    /// <summary>Binds where these facts are known not to be none.</summary>
    internal T Knowing<T>(IEnumerable<Expression> known, Func<T> bind)
    {
        ImmutableArray<Expression> before = _known;
        _known = _known.AddRange(known);
        try
        {
            return bind();
        }
        finally
        {
            _known = before;
        }
    }

    internal Expression BindCondition(ExpressionSyntax syntax) => Condition(Bind(syntax, RuleType.YesNo));

    /// <summary>Binds a value. <paramref name="expected"/> is the type of the other side, by which members and texts are read.</summary>
    internal Expression Bind(ExpressionSyntax syntax, RuleType? expected = null)
    {
        if (_depth >= DeepestNesting)
        {
            context.Report(DiagnosticCatalogue.NestedTooDeep(context.At(syntax)));
            return new ErrorExpression(context.At(syntax));
        }

        _depth++;
        try
        {
            return syntax switch
            {
                ParenthesizedExpressionSyntax parenthesized => Bind(parenthesized.Expression, expected),
                NameExpressionSyntax name => BindName(name, expected),
                AsAtExpressionSyntax asAt => BindAsAt(asAt),
                LiteralSyntax literal => BindLiteral(literal, expected),
                LogicalExpressionSyntax logical => BindLogical(logical),
                NotExpressionSyntax negation => new NotExpression(BindCondition(negation.Operand), context.At(negation)),
                QuantifierExpressionSyntax quantifier => BindQuantifier(quantifier),
                ItemListExpressionSyntax list => BindItems(list),
                ComparisonExpressionSyntax comparison => BindComparison(comparison),
                IncludesExpressionSyntax includes => BindIncludes(includes),
                OffsetExpressionSyntax offset => BindOffset(offset),
                ArithmeticExpressionSyntax arithmetic => BindArithmetic(arithmetic, expected),
                NegateExpressionSyntax negate => BindNegate(negate, expected),
                CountExpressionSyntax count => BindCount(count),
                AggregateExpressionSyntax aggregate => BindAggregate(aggregate),
                PairExpressionSyntax pair => BindPair(pair, expected),
                NearestWorkingDayExpressionSyntax nearest => BindNearestWorkingDay(nearest),
                _ => throw new InvalidOperationException("No binding for " + syntax.GetType().Name),
            };
        }
        finally
        {
            _depth--;
        }
    }

    private Expression Condition(Expression expression)
    {
        if (expression.Type.IsError || expression.Type is YesNoType)
        {
            return expression;
        }

        context.Report(DiagnosticCatalogue.NotACondition(expression.Location, Describe.Words(expression.Location), expression.Type));
        return new ErrorExpression(expression.Location);
    }

    private LogicalExpression BindLogical(LogicalExpressionSyntax syntax) =>
        new(syntax.IsOr ? LogicalOperator.Or : LogicalOperator.And, [.. syntax.Operands.Select(BindCondition)], false, context.At(syntax));

    private LogicalExpression BindItems(ItemListExpressionSyntax syntax)
    {
        LogicalOperator @operator = syntax.ListKind switch
        {
            SyntaxKind.AllOf => LogicalOperator.And,
            SyntaxKind.AnyOf => LogicalOperator.Or,
            _ => LogicalOperator.None,
        };
        return new LogicalExpression(@operator, [.. syntax.Items.Select(BindCondition)], true, context.At(syntax));
    }

    private Expression Error(SyntaxNode syntax) => new ErrorExpression(context.At(syntax));

    private Expression BindLiteral(LiteralSyntax syntax, RuleType? expected)
    {
        Location at = context.At(syntax);
        switch (syntax)
        {
            case NumberLiteralSyntax { Value: { } value }:
                return new LiteralExpression(new NumberValue(value), value.IsWhole ? RuleType.WholeNumber : RuleType.Number, at);

            case PercentLiteralSyntax { Value: { } value }:
                if (ExactNumber.Divide(value, ExactNumber.FromInteger(100), out ExactNumber share) == ArithmeticError.None)
                {
                    return new LiteralExpression(new NumberValue(share), RuleType.Percentage, at);
                }

                break;

            case MoneyLiteralSyntax money when money.Symbol != Symbols.CurrencySymbol:
                context.Report(DiagnosticCatalogue.WrongCurrency(at, money.Symbol, Symbols.CurrencySymbol));
                return new ErrorExpression(at);

            case MoneyLiteralSyntax { Value: { } value }:
                return new LiteralExpression(new NumberValue(value), RuleType.Money, at);

            case DateLiteralSyntax { Day: { } day }:
                return new LiteralExpression(new DateValue(day), RuleType.Date, at);

            case DateLiteralSyntax:
                context.Report(DiagnosticCatalogue.NoSuchDate(at, Describe.Words(at)));
                return new ErrorExpression(at);

            case QuantityLiteralSyntax quantity:
                return BindQuantity(quantity);

            case TextLiteralSyntax text:
                return BindText(text, expected);
        }

        context.Report(DiagnosticCatalogue.NumberOutOfRange(at, Describe.Words(at)));
        return new ErrorExpression(at);
    }

    /// <summary>A length of time. That <c>clear</c> stands where it may has been checked as it was read.</summary>
    internal Expression BindQuantity(QuantityLiteralSyntax syntax)
    {
        Location at = context.At(syntax);
        if (syntax.Count is not { } count)
        {
            context.Report(DiagnosticCatalogue.LengthOutOfRange(at, Describe.Words(at)));
            return new ErrorExpression(at);
        }

        return new LiteralExpression(new DurationValue(new Duration(count, syntax.Unit, syntax.Clear)), RuleType.Duration, at);
    }

    private Expression BindText(TextLiteralSyntax syntax, RuleType? expected)
    {
        Location at = context.At(syntax);
        switch (expected)
        {
            case Eui64Type:
                if (Eui64Text.TryParse(syntax.Value, out ulong value, out string? problem))
                {
                    return new LiteralExpression(new Eui64Value(value), RuleType.Eui64, at);
                }

                context.Report(DiagnosticCatalogue.NotAnEui64(at, syntax.Value, problem ?? ""));
                return new ErrorExpression(at);

            case FormatType format:
                switch (FormatPattern.Matches(format.Format.Pattern, syntax.Value))
                {
                    case false:
                        context.Report(DiagnosticCatalogue.NotOfTheFormat(at, syntax.Value, format.Format.Name, format.Format.Pattern));
                        return new ErrorExpression(at);
                    case null:
                        // The pattern itself is wrong and has been reported.
                        return new ErrorExpression(at);
                    default:
                        return new LiteralExpression(new TextValue(syntax.Value), format, at);
                }

            default:
                return new LiteralExpression(new TextValue(syntax.Value), RuleType.Text, at);
        }
    }

    /// <summary>False, with a diagnostic, where a value may be none and what is done with it has no meaning then.</summary>
    private bool RequireNotNone(Expression operand, string what)
    {
        if (!operand.OrNone || operand.Type.IsError)
        {
            return true;
        }

        context.Report(DiagnosticCatalogue.MayBeNone(operand.Location, Describe.Words(operand.Location), what));
        return false;
    }

    private static ExpressionSyntax Bare(ExpressionSyntax syntax)
    {
        while (syntax is ParenthesizedExpressionSyntax parenthesized)
        {
            syntax = parenthesized.Expression;
        }

        return syntax;
    }
}
