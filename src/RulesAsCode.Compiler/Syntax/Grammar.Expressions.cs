using System.Collections.Immutable;
using RulesAsCode.Compiler.Text;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using static RulesAsCode.Compiler.Syntax.Combinators;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>
/// The sentences of rules, as combinators: each member has its line of the grammar. Layout (lines, indentation, items) is
/// not its business, nor is meaning. Forms that parse but have two readings are told by <see cref="RefusedForms"/>.
/// </summary>
internal static class ExpressionGrammar
{
    /// <summary>The end of the clause, which every slice of tokens ends with.</summary>
    public static readonly TokenListParser<SyntaxKind, Token<SyntaxKind>> End = Of(SyntaxKind.EndOfClause, ExpectedWords.EndOfLine);

    public static readonly TokenListParser<SyntaxKind, Token<SyntaxKind>> Comma = Of(SyntaxKind.Comma, ExpectedWords.Comma);
    public static readonly TokenListParser<SyntaxKind, Token<SyntaxKind>> And = Of(SyntaxKind.AndKeyword, "'and'");
    public static readonly TokenListParser<SyntaxKind, Token<SyntaxKind>> Across = Of(SyntaxKind.AcrossKeyword, "'across'");

    /// <summary><c>NAME</c></summary>
    public static readonly TokenListParser<SyntaxKind, NameSyntax> Name = Of(SyntaxKind.Name, ExpectedWords.Name, Literals.Name);

    public static readonly TokenListParser<SyntaxKind, TextLiteralSyntax> TextLiteral = Of(SyntaxKind.Text, ExpectedWords.QuotedText, Literals.Text);
    public static readonly TokenListParser<SyntaxKind, DateLiteralSyntax> DateLiteral = Of(SyntaxKind.Date, "a date such as 1 March 2024", Literals.Date);
    public static readonly TokenListParser<SyntaxKind, QuantityLiteralSyntax> QuantityLiteral = Of(SyntaxKind.Quantity, ExpectedWords.Length, Literals.Quantity);

    /// <summary><c>path = NAME { "'s" NAME }</c></summary>
    public static readonly TokenListParser<SyntaxKind, NameExpressionSyntax> NamePath =
        Chain(Name, SyntaxKind.PossessiveS).Select(path => new NameExpressionSyntax(path.Operands, Around(path.Operands)));

    /// <summary><c>element = NAME [ "across" NAME ]</c></summary>
    public static readonly TokenListParser<SyntaxKind, ElementSyntax> Element =
        Sequence(Name, Optional(SyntaxKind.AcrossKeyword, Name), (name, list) => new ElementSyntax(name, list, list is null ? name.Span : Cover(name.Span, list.Span)));

    /// <summary><c>list = NAME | "(" NAME "where" expr ")"</c></summary>
    public static readonly TokenListParser<SyntaxKind, ListSyntax> List = Dispatch(
        Expected<ListSyntax>("the name of a list"),
        (SyntaxKind.Name, Name.Select(name => new ListSyntax(name, null, name.Span))),
        (SyntaxKind.OpenParenthesis,
            from open in Token.EqualTo(SyntaxKind.OpenParenthesis)
            from name in Name
            from filter in Of(SyntaxKind.WhereKeyword, "'where'")
            from condition in Parse.Ref(() => Expression!)
            from close in Of(SyntaxKind.CloseParenthesis, ExpectedWords.ClosingBracket)
            select new ListSyntax(name, condition, Cover(SpanOf(open), SpanOf(close)))));

    /// <summary><c>fact = path [ "as at" primary ]</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Reference =
        Sequence(
            NamePath, Optional(SyntaxKind.AsAt, Parse.Ref(() => Primary!)),
            (path, date) => date is null ? path : (ExpressionSyntax)new AsAtExpressionSyntax(path, date, Cover(path.Span, date.Span)));

    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Parenthesized =
        from open in Token.EqualTo(SyntaxKind.OpenParenthesis)
        from expression in Parse.Ref(() => Expression!)
        from close in Of(SyntaxKind.CloseParenthesis, ExpectedWords.ClosingBracket)
        select (ExpressionSyntax)new ParenthesizedExpressionSyntax(expression, Cover(SpanOf(open), SpanOf(close)));

    /// <summary><c>count = "count of" list</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Count =
        from function in Token.EqualTo(SyntaxKind.CountOf)
        from list in List
        select (ExpressionSyntax)new CountExpressionSyntax(list, Cover(SpanOf(function), list.Span));

    /// <summary><c>aggregate = ( "sum of" | "largest of" | "smallest of" | "earliest of" | "latest of" ) offset "across" list</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Aggregate =
        from function in AnyToken
        from value in Parse.Ref(() => Offset!)
        from across in Across
        from list in List
        select (ExpressionSyntax)new AggregateExpressionSyntax(function.Kind, value, list, Cover(SpanOf(function), list.Span));

    /// <summary><c>pair = ( "larger of" | "smaller of" | "earlier of" | "later of" | "whole years between" | "whole months between" | "days between" ) primary "and" primary</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Pair =
        from function in AnyToken
        from first in Parse.Ref(() => Primary!)
        from and in And
        from second in Parse.Ref(() => Primary!)
        select (ExpressionSyntax)new PairExpressionSyntax(function.Kind, first, second, Cover(SpanOf(function), second.Span));

    /// <summary><c>nearest = ( "first working day on or after" | "last working day on or before" ) offset</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> NearestWorkingDay =
        from function in AnyToken
        from operand in Parse.Ref(() => Offset!)
        select (ExpressionSyntax)new NearestWorkingDayExpressionSyntax(function.Kind, operand, Cover(SpanOf(function), operand.Span));

    /// <summary><c>primary = fact | NUMBER | PERCENT | MONEY | DATE | QUANTITY | TEXT | "(" expr ")" | count | aggregate | pair | nearest</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Primary = Dispatch(
        Expected<ExpressionSyntax>("a name or a value"),
        [
            (SyntaxKind.Name, Reference),
            (SyntaxKind.Number, AnyToken.Select(token => (ExpressionSyntax)Literals.Number(token))),
            (SyntaxKind.Percent, AnyToken.Select(token => (ExpressionSyntax)Literals.Percent(token))),
            (SyntaxKind.Money, AnyToken.Select(token => (ExpressionSyntax)Literals.Money(token))),
            (SyntaxKind.Date, AnyToken.Select(token => (ExpressionSyntax)Literals.Date(token))),
            (SyntaxKind.Quantity, AnyToken.Select(token => (ExpressionSyntax)Literals.Quantity(token))),
            (SyntaxKind.Text, AnyToken.Select(token => (ExpressionSyntax)Literals.Text(token))),
            (SyntaxKind.OpenParenthesis, Parenthesized),
            (SyntaxKind.CountOf, Count),
            .. Aggregate.For(SyntaxKind.SumOf, SyntaxKind.LargestOf, SyntaxKind.SmallestOf, SyntaxKind.EarliestOf, SyntaxKind.LatestOf),
            .. Pair.For(
                SyntaxKind.LargerOf, SyntaxKind.SmallerOf, SyntaxKind.EarlierOf, SyntaxKind.LaterOf,
                SyntaxKind.WholeYearsBetween, SyntaxKind.WholeMonthsBetween, SyntaxKind.DaysBetween),
            .. NearestWorkingDay.For(SyntaxKind.FirstWorkingDayOnOrAfter, SyntaxKind.LastWorkingDayOnOrBefore),
        ]);

    /// <summary><c>factor = "-" factor | primary</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Factor = Dispatch(
        Primary,
        (SyntaxKind.Minus,
            from sign in AnyToken
            from operand in Parse.Ref(() => Factor!)
            select (ExpressionSyntax)new NegateExpressionSyntax(operand, Cover(SpanOf(sign), operand.Span))));

    /// <summary><c>term = factor { ( "*" | "/" ) factor }</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Product = ChainOf(Factor, Arithmetic, SyntaxKind.Star, SyntaxKind.Slash);

    /// <summary><c>sum = term { ( "+" | "-" ) term }</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Sum = ChainOf(Product, Arithmetic, SyntaxKind.Plus, SyntaxKind.Minus);

    /// <summary><c>offset = sum [ ( "before" | "after" ) offset ]</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Offset =
        Sequence(
            Sum, Directed(Parse.Ref(() => Offset!)),
            (value, anchor) => anchor is null ? value : new OffsetExpressionSyntax(value, anchor.Value.Direction.Kind, anchor.Value.Operand, Cover(value.Span, anchor.Value.Operand.Span)));

    /// <summary><c>alternatives = sum { "," sum } "or" sum</c></summary>
    public static readonly TokenListParser<SyntaxKind, ImmutableArray<ExpressionSyntax>> Alternatives =
        from values in Chain(Sum, SyntaxKind.Comma)
        from or in Of(SyntaxKind.OrKeyword, "'or' before the last one")
        from last in Sum
        select values.Operands.Add(last);

    /// <summary><c>one-of = "one of" alternatives</c></summary>
    public static readonly TokenListParser<SyntaxKind, ImmutableArray<ExpressionSyntax>> OneOfValues =
        from phrase in Token.EqualTo(SyntaxKind.OneOf)
        from values in Alternatives
        select values;

    /// <summary><c>state = "given" | "none" | "empty"</c></summary>
    public static readonly TokenListParser<SyntaxKind, PredicateSyntax> StatePredicate =
        AnyToken.Select(token => (PredicateSyntax)new StatePredicateSyntax(token.Kind, SpanOf(token)));

    /// <summary><c>order = ( "at least" | "at most" | "more than" | "less than" ) sum [ ( "before" | "after" ) offset ]</c></summary>
    public static readonly TokenListParser<SyntaxKind, PredicateSyntax> OrderPredicate =
        from order in AnyToken
        from value in Sum
        from anchor in Directed(Offset)
        select (PredicateSyntax)new OrderPredicateSyntax(order.Kind, value, anchor?.Direction, anchor?.Operand, Cover(SpanOf(order), (anchor?.Operand ?? value).Span));

    /// <summary><c>between = "between" sum "and" sum</c></summary>
    public static readonly TokenListParser<SyntaxKind, PredicateSyntax> BetweenPredicate =
        from between in AnyToken
        from low in Sum
        from and in And
        from high in Sum
        select (PredicateSyntax)new BetweenPredicateSyntax(low, high, Cover(SpanOf(between), high.Span));

    public static readonly TokenListParser<SyntaxKind, PredicateSyntax> OneOfPredicate =
        OneOfValues.Select(values => (PredicateSyntax)new OneOfPredicateSyntax(values, Around(values)));

    /// <summary><c>date-order = ( "before" | "after" | "on or before" | "on or after" ) offset</c></summary>
    public static readonly TokenListParser<SyntaxKind, PredicateSyntax> DatePredicate =
        from order in AnyToken
        from date in Offset
        select (PredicateSyntax)new DatePredicateSyntax(order.Kind, date, Cover(SpanOf(order), date.Span));

    /// <summary><c>within = "within" sum ( "before" | "after" ) offset</c></summary>
    public static readonly TokenListParser<SyntaxKind, PredicateSyntax> WithinPredicate =
        from within in AnyToken
        from duration in Sum
        from direction in BeforeOrAfter
        from anchor in Offset
        select (PredicateSyntax)new WithinPredicateSyntax(duration, direction.Kind, anchor, Cover(SpanOf(within), anchor.Span));

    /// <summary><c>predicate = state | order | between | one-of | date-order | within | offset</c></summary>
    public static readonly TokenListParser<SyntaxKind, PredicateSyntax> Predicate = Dispatch(
        Offset.Select(value => (PredicateSyntax)new EqualsPredicateSyntax(value, value.Span)),
        [
            .. StatePredicate.For(SyntaxKind.Given, SyntaxKind.NoneWord, SyntaxKind.Empty),
            .. OrderPredicate.For(SyntaxKind.AtLeast, SyntaxKind.AtMost, SyntaxKind.MoreThan, SyntaxKind.LessThan),
            (SyntaxKind.Between, BetweenPredicate),
            (SyntaxKind.OneOf, OneOfPredicate),
            .. DatePredicate.For(SyntaxKind.BeforeKeyword, SyntaxKind.AfterKeyword, SyntaxKind.OnOrBefore, SyntaxKind.OnOrAfter),
            (SyntaxKind.Within, WithinPredicate),
        ]);

    // What stands after the left side of a comparison; null where nothing does.
    public static readonly TokenListParser<SyntaxKind, Func<ExpressionSyntax, ExpressionSyntax>?> ComparisonTail = Dispatch(
        Parse.Return<SyntaxKind, Func<ExpressionSyntax, ExpressionSyntax>?>(null),
        [
            (SyntaxKind.IsKeyword,
                from verb in AnyToken
                from not in Dispatch(Parse.Return<SyntaxKind, OperatorSyntax?>(null), (SyntaxKind.NotKeyword, AnyToken.Select(token => (OperatorSyntax?)Operator(token))))
                from predicate in Predicate
                select (Func<ExpressionSyntax, ExpressionSyntax>?)(left => new ComparisonExpressionSyntax(left, Operator(verb), not, predicate, Cover(left.Span, predicate.Span)))),
            .. (from verb in AnyToken
                from values in Dispatch(Sum.Select(value => ImmutableArray.Create(value)), (SyntaxKind.OneOf, OneOfValues))
                select (Func<ExpressionSyntax, ExpressionSyntax>?)(left => new IncludesExpressionSyntax(
                    left, verb.Kind == SyntaxKind.DoNotInclude, values, Cover(left.Span, values[values.Length - 1].Span))))
                .For(SyntaxKind.IncludeKeyword, SyntaxKind.DoNotInclude),
        ]);

    /// <summary><c>comparison = offset [ ( "is" | "are" ) [ "not" ] predicate | ( "include" | "includes" | "do not include" | "does not include" ) ( sum | one-of ) ]</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Comparison =
        Sequence(Offset, ComparisonTail, (left, tail) => tail is null ? left : tail(left));

    /// <summary><c>items = "all of" | "any of" | "none of"</c> at the end of a line; the items stand under it.</summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> ItemListHead =
        AnyToken.Select(token => (ExpressionSyntax)new ItemListExpressionSyntax(token.Kind, [], SpanOf(token)));

    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> QuantifierBody = Dispatch(
        Parse.Ref(() => Unary!),
        ItemListHead.For(SyntaxKind.AllOf, SyntaxKind.AnyOf, SyntaxKind.NoneOf));

    /// <summary><c>quantifier = ( "for every" | "for some" | "for no" ) element "," ( unary | items )</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Quantified =
        from quantifier in AnyToken
        from element in Element
        from comma in Comma
        from body in QuantifierBody
        select (ExpressionSyntax)new QuantifierExpressionSyntax(quantifier.Kind, element, body, Cover(SpanOf(quantifier), body.Span));

    /// <summary><c>unary = "not" unary | quantifier | comparison</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Unary = Dispatch(
        Comparison,
        [
            (SyntaxKind.NotKeyword,
                from not in AnyToken
                from operand in Parse.Ref(() => Unary!)
                select (ExpressionSyntax)new NotExpressionSyntax(operand, Cover(SpanOf(not), operand.Span))),
            .. Quantified.For(SyntaxKind.ForEvery, SyntaxKind.ForSome, SyntaxKind.ForNo),
        ]);

    /// <summary><c>expr = unary { ( "and" | "or" ) unary }</c></summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Expression =
        ChainOf(Unary, (operands, operators) => new LogicalExpressionSyntax(operands, operators, Around(operands)), SyntaxKind.AndKeyword, SyntaxKind.OrKeyword);

    /// <summary><c>condition = expr | items</c>, its items left to the layout.</summary>
    public static readonly TokenListParser<SyntaxKind, ExpressionSyntax> Condition = Dispatch(
        Expression,
        ItemListHead.For(SyntaxKind.AllOf, SyntaxKind.AnyOf, SyntaxKind.NoneOf));

    // Static fields initialise in the order of the text, so what they use comes as properties.
    public static TokenListParser<SyntaxKind, Token<SyntaxKind>> AnyToken => Token.Matching<SyntaxKind>(_ => true, "anything");

    public static TokenListParser<SyntaxKind, Token<SyntaxKind>> BeforeOrAfter => Dispatch(
        Expected<Token<SyntaxKind>>("'before' or 'after'"), AnyToken.For(SyntaxKind.BeforeKeyword, SyntaxKind.AfterKeyword));

    public static TokenListParser<SyntaxKind, T?> Optional<T>(SyntaxKind keyword, TokenListParser<SyntaxKind, T> parser)
        where T : class =>
        Dispatch(Parse.Return<SyntaxKind, T?>(null), (keyword, Token.EqualTo(keyword).IgnoreThen(parser).Select(value => (T?)value)));

    private static TokenListParser<SyntaxKind, (OperatorSyntax Direction, ExpressionSyntax Operand)?> Directed(TokenListParser<SyntaxKind, ExpressionSyntax> operand) => Dispatch(
        Parse.Return<SyntaxKind, (OperatorSyntax, ExpressionSyntax)?>(null),
        (from direction in AnyToken from anchor in operand select ((OperatorSyntax, ExpressionSyntax)?)(Operator(direction), anchor))
            .For(SyntaxKind.BeforeKeyword, SyntaxKind.AfterKeyword));

    private static ExpressionSyntax Arithmetic(ImmutableArray<ExpressionSyntax> operands, ImmutableArray<OperatorSyntax> operators) =>
        new ArithmeticExpressionSyntax(operands, operators, Around(operands));

    private static OperatorSyntax Operator(Token<SyntaxKind> token) => new(token.Kind, SpanOf(token));

    public static Text.TextSpan Around<T>(ImmutableArray<T> nodes)
        where T : SyntaxNode => Cover(nodes[0].Span, nodes[nodes.Length - 1].Span);
}
