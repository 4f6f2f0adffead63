using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Semantics;

internal sealed partial class ExpressionBinder
{
    private Expression BindComparison(ComparisonExpressionSyntax syntax)
    {
        Location at = context.At(syntax);
        if (BindIsNo(syntax, at) is { } isNo)
        {
            return isNo;
        }

        Expression comparison = syntax.Predicate switch
        {
            StatePredicateSyntax state => BindState(syntax.Left, state, at),
            EqualsPredicateSyntax equals => BindEquality(syntax.Left, equals.Value, at),
            OneOfPredicateSyntax oneOf => BindOneOf(syntax.Left, oneOf, at),
            OrderPredicateSyntax { Direction: not null, Anchor: not null } distance => BindDistance(syntax.Left, distance, at),
            OrderPredicateSyntax order => BindOrder(syntax.Left, order, at),
            BetweenPredicateSyntax between => BindBetween(syntax.Left, between, at),
            DatePredicateSyntax date => BindDateOrder(syntax.Left, date, at),
            WithinPredicateSyntax within => BindWithin(syntax.Left, within, at),
            _ => throw new InvalidOperationException("No binding for " + syntax.Predicate.GetType().Name),
        };
        if (syntax.Not is null || comparison.Type.IsError)
        {
            return comparison;
        }

        // A comparison with none is false, so that its denial would silently be true.
        if (comparison is not StateExpression && comparison.Children.FirstOrDefault(operand => operand.OrNone) is { } operand)
        {
            context.Report(DiagnosticCatalogue.IsNotOnNone(operand.Location, Describe.Words(operand.Location), DenialOf(syntax)));
            return new ErrorExpression(at);
        }

        return new NotExpression(comparison, at);
    }

    /// <summary><c>barred is no</c> and <c>not barred</c> are one thing, with one set of mistakes; null for any other comparison.</summary>
    private Expression? BindIsNo(ComparisonExpressionSyntax syntax, Location at)
    {
        if (syntax is not { Left: NameExpressionSyntax left, Not: null, Predicate: EqualsPredicateSyntax { Value: NameExpressionSyntax { Path: [var answer] } value } }
            || Names.Key(answer.Text) != Names.No || !IsLoneNameWithoutFact(value))
        {
            return null;
        }

        Expression fact = Bind(left, RuleType.YesNo);
        switch (fact.Type)
        {
            case YesNoType:
                return new NotExpression(fact, at);
            case { IsError: true }:
                return new ErrorExpression(at);
            case ChoiceType choice when Symbols.MembersOf(choice.Choice).FindKey(Names.No) is not null:
                return null;
            default:
                context.Report(DiagnosticCatalogue.NeitherYesNorNo(fact.Location, Describe.Words(fact.Location), fact.Type));
                return new ErrorExpression(at);
        }
    }

    // The comparison without its "not", in brackets.
    private string DenialOf(ComparisonExpressionSyntax syntax)
    {
        string left = context.Source.ToString(syntax.Left.Span);
        string predicate = context.Source.ToString(syntax.Predicate.Span);
        string whole = "not (" + left + " " + context.Source.ToString(syntax.Is.Span) + " " + predicate + ")";
        return string.Join(" ", whole.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    private Expression BindState(ExpressionSyntax left, StatePredicateSyntax state, Location at)
    {
        Expression operand = Bind(left);
        if (operand.Type.IsError)
        {
            return new ErrorExpression(at);
        }

        if (state.State == SyntaxKind.Empty)
        {
            if (operand.Type is SetType or ListType)
            {
                return new StateExpression(operand, StateTest.Empty, at);
            }

            context.Report(DiagnosticCatalogue.NeverEmpty(operand.Location, Describe.Words(operand.Location), operand.Type, operand.OrNone));
            return new ErrorExpression(at);
        }

        bool given = state.State == SyntaxKind.Given;
        if (!operand.OrNone)
        {
            // Declared "or none", and bound as what it is where the case has asked already.
            bool isKnownHere = operand is FactExpression { Field.OrNone: true } or DefinitionExpression { Definition.OrNone: true };
            context.Report(isKnownHere
                ? DiagnosticCatalogue.NotNoneHere(operand.Location, Describe.Words(operand.Location))
                : DiagnosticCatalogue.NeverNone(operand.Location, Describe.Words(operand.Location), given ? "given" : "none", operand.Type));
            return new ErrorExpression(at);
        }

        return new StateExpression(operand, given ? StateTest.Given : StateTest.None, at);
    }

    /// <summary>Binds two sides, each by the type of the other.</summary>
    private (Expression Left, Expression Right) BindSides(ExpressionSyntax left, ExpressionSyntax right)
    {
        if ((IsLoneNameWithoutFact(left) || Bare(left) is TextLiteralSyntax) && !IsLoneNameWithoutFact(right) && Bare(right) is not TextLiteralSyntax)
        {
            Expression second = Bind(right);
            return (Bind(left, OtherSide(second.Type)), second);
        }

        Expression first = Bind(left);
        return (first, Bind(right, OtherSide(first.Type)));
    }

    private Expression BindEquality(ExpressionSyntax leftSyntax, ExpressionSyntax rightSyntax, Location at)
    {
        (Expression left, Expression right) = BindSides(leftSyntax, rightSyntax);
        return IsComparedWhole(left, rightSyntax) && HaveOneType(left, right, rightSyntax) ? new EqualityExpression(left, right, at) : new ErrorExpression(at);
    }

    private bool IsComparedWhole(Expression left, ExpressionSyntax right)
    {
        if (left.Type is not (SetType or ListType or RecordType))
        {
            return true;
        }

        context.Report(DiagnosticCatalogue.NotCompared(left.Location, Describe.Words(left.Location), left.Type, Describe.Words(context.At(right))));
        return false;
    }

    // What is never compared gives the other side no meaning, and one thing is said of it only.
    private static RuleType OtherSide(RuleType type) => type is SetType or ListType or RecordType ? RuleType.Error : type;

    /// <summary>False, with a diagnostic, when two sides are not of one type. A number without its unit is reported at the number.</summary>
    private bool HaveOneType(Expression left, Expression right, ExpressionSyntax? rightSyntax = null)
    {
        if (left.Type.IsError || right.Type.IsError)
        {
            return false;
        }

        if (TypeRules.Unify(left.Type, right.Type) is null)
        {
            if (IsBareNumber(right) && NeedsUnit(left.Type))
            {
                context.Report(DiagnosticCatalogue.MissingUnit(right.Location, Describe.Words(right.Location), left.Type, Symbols.CurrencySymbol));
            }
            else if (IsBareNumber(left) && NeedsUnit(right.Type))
            {
                context.Report(DiagnosticCatalogue.MissingUnit(left.Location, Describe.Words(left.Location), right.Type, Symbols.CurrencySymbol));
            }
            else
            {
                context.Report(DiagnosticCatalogue.DifferentTypes(left.Location, Describe.Words(left.Location), left.Type, Describe.Words(right.Location), right.Type,
                    rightSyntax is not null && left.Type is DateType && right.Type is DurationType));
            }

            return false;
        }

        return HaveOneUnit(left, right);
    }

    private static bool IsBareNumber(Expression expression) => expression is LiteralExpression { Value: NumberValue } && expression.Type.IsNumeric;

    private static bool NeedsUnit(RuleType type) => type is MoneyType or PercentageType or DurationType;

    private bool HaveOneUnit(Expression left, Expression right)
    {
        if (left.Type is DurationType && TypeRules.UnitOf(left) is { } leftUnit && TypeRules.UnitOf(right) is { } rightUnit && leftUnit != rightUnit)
        {
            context.Report(DiagnosticCatalogue.DifferentUnits(left.Location, TypeRules.UnitName(leftUnit), TypeRules.UnitName(rightUnit)));
            return false;
        }

        return true;
    }

    private Expression BindOneOf(ExpressionSyntax leftSyntax, OneOfPredicateSyntax oneOf, Location at)
    {
        Expression left = Bind(leftSyntax);
        var values = new List<Expression>();
        bool isRight = IsComparedWhole(left, oneOf.Values[0]);
        foreach (ExpressionSyntax syntax in oneOf.Values)
        {
            Expression value = Bind(syntax, OtherSide(left.Type));
            isRight = isRight && HaveOneType(left, value, syntax);
            values.Add(value);
        }

        return isRight ? new OneOfExpression(left, [.. values], at) : new ErrorExpression(at);
    }

    private Expression BindIncludes(IncludesExpressionSyntax syntax)
    {
        Location at = context.At(syntax);
        Expression set = Bind(syntax.Left);
        if (set.Type is not SetType { Choice: var choice })
        {
            if (!set.Type.IsError)
            {
                context.Report(DiagnosticCatalogue.NotASet(set.Location, Describe.Words(set.Location), set.Type, Describe.Words(context.At(TextSpan.FromBounds(syntax.Values[0].Span.Start, syntax.Values[syntax.Values.Length - 1].Span.End)))));
            }

            return new ErrorExpression(at);
        }

        var type = new ChoiceType(choice);
        var values = new List<Expression>();
        bool isRight = true;
        foreach (ExpressionSyntax valueSyntax in syntax.Values)
        {
            Expression value = Bind(valueSyntax, type);
            if (value.Type.IsError)
            {
                isRight = false;
            }
            else if (!value.Type.Equals(type))
            {
                context.Report(DiagnosticCatalogue.NotAMember(value.Location, Describe.Words(value.Location), value.Type, choice.Name));
                isRight = false;
            }

            values.Add(value);
        }

        if (!isRight)
        {
            return new ErrorExpression(at);
        }

        if (syntax.Negated && values.FirstOrDefault(value => value.OrNone) is { } operand)
        {
            context.Report(DiagnosticCatalogue.IsNotOnNone(operand.Location, Describe.Words(operand.Location),
                "not (" + Describe.Words(set.Location) + " include " + Describe.Words(operand.Location) + ")"));
            return new ErrorExpression(at);
        }

        var includes = new IncludesExpression(set, [.. values], at);
        return syntax.Negated ? new NotExpression(includes, at) : includes;
    }

    private Expression BindOrder(ExpressionSyntax leftSyntax, OrderPredicateSyntax order, Location at)
    {
        (Expression left, Expression right) = BindSides(leftSyntax, order.Value);
        if (left.Type.IsError || right.Type.IsError)
        {
            return new ErrorExpression(at);
        }

        if (left.Type is DateType && right.Type is DateType or DurationType)
        {
            string value = Describe.Words(right.Location);
            context.Report(right.Type is DateType
                ? DiagnosticCatalogue.OrderOnDates(left.Location, OrderWords(order.Order), $"{Describe.Words(left.Location)} is {DateWords(order.Order)} {value}", new TextEdit(FirstTwoWords(order.Span.Start), DateWords(order.Order)))
                : DiagnosticCatalogue.DistanceFromNothing(right.Location, value, OrderWords(order.Order)));
            return new ErrorExpression(at);
        }

        if (!HaveOneType(left, right, order.Value) || !IsOrdered(left, OrderWords(order.Order)))
        {
            return new ErrorExpression(at);
        }

        OrderOperator @operator = order.Order switch
        {
            SyntaxKind.AtLeast => OrderOperator.AtLeast,
            SyntaxKind.AtMost => OrderOperator.AtMost,
            SyntaxKind.MoreThan => OrderOperator.MoreThan,
            _ => OrderOperator.LessThan,
        };
        return new OrderExpression(left, @operator, right, at);
    }

    // 'at least', 'more than': where the phrase stands, whatever blanks it has.
    private TextSpan FirstTwoWords(int start)
    {
        string text = context.Source.Text;
        int end = start;
        for (int word = 0; word < 2; word++)
        {
            while (char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            while (!char.IsWhiteSpace(text[end]))
            {
                end++;
            }
        }

        return TextSpan.FromBounds(start, end);
    }

    private bool IsOrdered(Expression operand, string words)
    {
        if (TypeRules.IsOrdered(operand.Type))
        {
            return true;
        }

        context.Report(DiagnosticCatalogue.WrongOperand(operand.Location, Describe.Words(operand.Location), operand.Type, words, "numbers, percentages, money, durations and EUI-64", null));
        return false;
    }

    private static string OrderWords(SyntaxKind order) => order switch
    {
        SyntaxKind.AtLeast => "at least",
        SyntaxKind.AtMost => "at most",
        SyntaxKind.MoreThan => "more than",
        _ => "less than",
    };

    private static string DateWords(SyntaxKind order) => order switch
    {
        SyntaxKind.AtLeast => "on or after",
        SyntaxKind.AtMost => "on or before",
        SyntaxKind.MoreThan => "after",
        _ => "before",
    };

    private Expression BindBetween(ExpressionSyntax leftSyntax, BetweenPredicateSyntax between, Location at)
    {
        (Expression left, Expression low) = BindSides(leftSyntax, between.Low);
        Expression high = Bind(between.High, left.Type);
        if (left.Type.IsError || low.Type.IsError || high.Type.IsError)
        {
            return new ErrorExpression(at);
        }

        if (left.Type is DateType)
        {
            string words = Describe.Words(left.Location);
            context.Report(DiagnosticCatalogue.OrderOnDates(left.Location, "between",
                words + " is on or after " + Describe.Words(low.Location) + " and " + words + " is on or before " + Describe.Words(high.Location), null));
            return new ErrorExpression(at);
        }

        return HaveOneType(left, low, between.Low) && HaveOneType(left, high, between.High) && IsOrdered(left, "between") ? new BetweenExpression(left, low, high, at) : new ErrorExpression(at);
    }

    private Expression BindDateOrder(ExpressionSyntax leftSyntax, DatePredicateSyntax predicate, Location at)
    {
        Expression left = Bind(leftSyntax, RuleType.Date);
        Expression right = Bind(predicate.Date, RuleType.Date);
        if (!AreDates(left, right))
        {
            return new ErrorExpression(at);
        }

        DateOrder order = predicate.Order switch
        {
            SyntaxKind.BeforeKeyword => DateOrder.Before,
            SyntaxKind.AfterKeyword => DateOrder.After,
            SyntaxKind.OnOrBefore => DateOrder.OnOrBefore,
            _ => DateOrder.OnOrAfter,
        };
        return new DateOrderExpression(left, order, right, at);
    }

    /// <summary>False, with a diagnostic at each, where one is no date.</summary>
    private bool AreDates(params Expression[] operands)
    {
        bool areDates = true;
        foreach (Expression operand in operands)
        {
            if (operand.Type.IsError)
            {
                areDates = false;
            }
            else if (operand.Type is not DateType)
            {
                context.Report(DiagnosticCatalogue.NotADate(operand.Location, Describe.Words(operand.Location), operand.Type));
                areDates = false;
            }
        }

        return areDates;
    }

    // Only "at least" is left: the other order words with "before" or "after" are refused as they are read.
    private Expression BindDistance(ExpressionSyntax leftSyntax, OrderPredicateSyntax predicate, Location at)
    {
        Expression left = Bind(leftSyntax, RuleType.Date);
        Expression duration = Bind(predicate.Value, RuleType.Duration);
        Expression anchor = Bind(predicate.Anchor!, RuleType.Date);
        bool areDates = AreDates(left, anchor);
        if (!areDates || !IsLength(duration))
        {
            return new ErrorExpression(at);
        }

        UseUnit(duration);
        return new DateDistanceExpression(left, duration, DirectionOf(predicate.Direction!.Value.Kind), anchor, at);
    }

    private Expression BindWithin(ExpressionSyntax leftSyntax, WithinPredicateSyntax predicate, Location at)
    {
        Expression left = Bind(leftSyntax, RuleType.Date);
        Expression duration = Bind(predicate.Duration, RuleType.Duration);
        Expression anchor = Bind(predicate.Anchor, RuleType.Date);
        bool areDates = AreDates(left, anchor);
        if (!areDates || !IsLength(duration))
        {
            return new ErrorExpression(at);
        }

        UseUnit(duration);
        return new WithinExpression(left, duration, DirectionOf(predicate.Direction), anchor, at);
    }

    /// <summary>
    /// <c>requires F within N after Y</c>. The fact must be a date that may be none, so that "not yet" can be answered.
    /// </summary>
    internal Expression BindDeadline(RequiresFactSyntax syntax)
    {
        Location at = context.At(syntax);
        Expression fact = BindName(syntax.Fact, null);
        Expression duration = Bind(syntax.Within!, RuleType.Duration);
        Expression anchor = Bind(syntax.Anchor!, RuleType.Date);
        bool areDates = AreDates(fact, anchor);
        if (!areDates || !IsLength(duration))
        {
            return new ErrorExpression(at);
        }

        if (!fact.OrNone)
        {
            context.Report(DiagnosticCatalogue.CannotBeNone(fact.Location, Describe.Words(fact.Location), fact.Type));
            return new ErrorExpression(at);
        }

        UseUnit(duration);
        return new DeadlineExpression(fact, duration, DirectionOf(syntax.Direction), anchor, at);
    }

    /// <summary><c>requires FACT</c>, spelt out as the condition that it means.</summary>
    internal Expression BindRequiredFact(NameExpressionSyntax syntax)
    {
        Expression fact = BindName(syntax, null);
        Location at = context.At(syntax);
        switch (fact)
        {
            case { Type: ErrorType }:
                return fact;
            case { Type: SetType or ListType }:
                return new NotExpression(new StateExpression(fact, StateTest.Empty, at), at);
            case { OrNone: true }:
                return new NotExpression(new StateExpression(fact, StateTest.None, at), at);
            case { Type: YesNoType }:
                return fact;
            default:
                context.Report(DiagnosticCatalogue.CannotBeNone(at, Describe.Words(at), fact.Type));
                return new ErrorExpression(at);
        }
    }

    private static Direction DirectionOf(SyntaxKind kind) => kind == SyntaxKind.AfterKeyword ? Direction.After : Direction.Before;

    private bool IsLength(Expression duration)
    {
        if (duration.Type.IsError)
        {
            return false;
        }

        if (duration.Type is not DurationType)
        {
            context.Report(DiagnosticCatalogue.NotALength(duration.Location, Describe.Words(duration.Location), duration.Type));
            return false;
        }

        return RequireNotNone(duration, "then there is no length of time to count");
    }

    // An answered duration may be in working days as well, but then the missing calendar is a reason of that answer.
    private void UseUnit(Expression duration)
    {
        if (TypeRules.UnitOf(duration) == DurationUnit.WorkingDay)
        {
            Symbols.UseWorkingDays(duration.Location);
        }
    }
}
