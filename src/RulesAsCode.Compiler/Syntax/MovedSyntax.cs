using System.Collections.Immutable;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>Nodes and tokens some characters further on in another text, or further back. What has not moved is the same object.</summary>
internal static class MovedSyntax
{
    private static SyntaxToken Moved(this SyntaxToken token, int by) => new SyntaxToken(token.Kind, token.Span.Moved(by), token.FullSpan.Moved(by));

    internal static DeclarationSyntax Moved(this DeclarationSyntax declaration, int by) => by == 0 ? declaration : Move(declaration, by);

    private static TextSpan Moved(this TextSpan span, int by) => new(span.Start + by, span.Length);

    private static OperatorSyntax Moved(this OperatorSyntax sign, int by) => sign with { Span = sign.Span.Moved(by) };

    private static T Move<T>(T node, int by)
        where T : SyntaxNode => (T)(Inside(node, by) with { Span = node.Span.Moved(by) });

    private static T? Maybe<T>(T? node, int by)
        where T : SyntaxNode => node is null ? null : Move(node, by);

    private static ImmutableArray<T> All<T>(ImmutableArray<T> nodes, int by)
        where T : SyntaxNode => nodes.IsEmpty ? nodes : ImmutableArray.CreateRange(nodes, Move, by);

    internal static ImmutableArray<SyntaxToken> Moved(ImmutableArray<SyntaxToken> tokens, int by) => by == 0 || tokens.IsEmpty ? tokens : ImmutableArray.CreateRange(tokens, Moved, by);

    /// <summary>The node with what stands in it moved; its own span is not. A test moves every kind of node.</summary>
    private static SyntaxNode Inside(SyntaxNode node, int by) => node switch
    {
        NameSyntax or TextLiteralSyntax or NumberLiteralSyntax or PercentLiteralSyntax or MoneyLiteralSyntax or DateLiteralSyntax or QuantityLiteralSyntax or ProseSyntax
            or WordsSyntax or DottedNameSyntax or YearRangeSyntax or StatePredicateSyntax => node,
        DeclarationSyntax declaration => declaration with
        {
            Name = Maybe(declaration.Name, by), Title = Maybe(declaration.Title, by), Date = Maybe(declaration.Date, by), Clauses = All(declaration.Clauses, by), Tokens = Moved(declaration.Tokens, by),
        },
        ClauseSyntax clause => clause with { KeywordSpan = clause.KeywordSpan.Moved(by), Body = Maybe(clause.Body, by), SubClauses = All(clause.SubClauses, by), Tokens = Moved(clause.Tokens, by) },

        // Expressions.
        NameExpressionSyntax name => name with { Path = All(name.Path, by) },
        AsAtExpressionSyntax asAt => asAt with { Operand = Move(asAt.Operand, by), Date = Move(asAt.Date, by) },
        ParenthesizedExpressionSyntax parenthesized => parenthesized with { Expression = Move(parenthesized.Expression, by) },
        LogicalExpressionSyntax logical => logical with { Operands = All(logical.Operands, by), Operators = ImmutableArray.CreateRange(logical.Operators, Moved, by) },
        NotExpressionSyntax not => not with { Operand = Move(not.Operand, by) },
        QuantifierExpressionSyntax quantifier => quantifier with { Element = Move(quantifier.Element, by), Body = Move(quantifier.Body, by) },
        ItemListExpressionSyntax items => items with { Items = All(items.Items, by) },
        ComparisonExpressionSyntax comparison => comparison with
        {
            Left = Move(comparison.Left, by), Is = comparison.Is.Moved(by), Not = comparison.Not?.Moved(by), Predicate = Move(comparison.Predicate, by),
        },
        IncludesExpressionSyntax includes => includes with { Left = Move(includes.Left, by), Values = All(includes.Values, by) },
        OffsetExpressionSyntax offset => offset with { Duration = Move(offset.Duration, by), Anchor = Move(offset.Anchor, by) },
        ArithmeticExpressionSyntax arithmetic => arithmetic with { Operands = All(arithmetic.Operands, by), Operators = ImmutableArray.CreateRange(arithmetic.Operators, Moved, by) },
        NegateExpressionSyntax negate => negate with { Operand = Move(negate.Operand, by) },
        CountExpressionSyntax count => count with { List = Move(count.List, by) },
        AggregateExpressionSyntax aggregate => aggregate with { Value = Move(aggregate.Value, by), List = Move(aggregate.List, by) },
        PairExpressionSyntax pair => pair with { First = Move(pair.First, by), Second = Move(pair.Second, by) },
        NearestWorkingDayExpressionSyntax nearest => nearest with { Operand = Move(nearest.Operand, by) },

        // What is said of an expression.
        OrderPredicateSyntax order => order with { Value = Move(order.Value, by), Direction = order.Direction?.Moved(by), Anchor = Maybe(order.Anchor, by) },
        BetweenPredicateSyntax between => between with { Low = Move(between.Low, by), High = Move(between.High, by) },
        OneOfPredicateSyntax oneOf => oneOf with { Values = All(oneOf.Values, by) },
        DatePredicateSyntax date => date with { Date = Move(date.Date, by) },
        WithinPredicateSyntax within => within with { Duration = Move(within.Duration, by), Anchor = Move(within.Anchor, by) },
        EqualsPredicateSyntax equals => equals with { Value = Move(equals.Value, by) },

        // Names, lists and references.
        ElementSyntax element => element with { Name = Move(element.Name, by), List = Maybe(element.List, by) },
        NameListSyntax names => names with { Names = All(names.Names, by) },
        ListSyntax list => list with { Name = Move(list.Name, by), Condition = Maybe(list.Condition, by) },
        ReferenceSyntax reference => reference with { Code = Move(reference.Code, by), Locator = Maybe(reference.Locator, by), To = Maybe(reference.To, by) },
        ReferenceListSyntax references => references with { References = All(references.References, by) },
        PathListSyntax paths => paths with { Paths = All(paths.Paths, by) },

        // Bodies of clauses.
        DivisionSyntax division => division with { Locator = Move(division.Locator, by), Title = Maybe(division.Title, by) },
        MemberSyntax member => member with { Name = Move(member.Name, by), Title = Maybe(member.Title, by) },
        TypeSyntax type => type with { Name = Maybe(type.Name, by) },
        FieldSyntax field => field with { Name = Move(field.Name, by), Type = Move(field.Type, by) },
        PeriodSyntax period => period with { Value = Maybe(period.Value, by), From = Move(period.From, by) },
        DefinitionValueSyntax value => value with { Value = Move(value.Value, by), Condition = Maybe(value.Condition, by) },
        ListDefinitionSyntax list => list with { List = Move(list.List, by), Condition = Move(list.Condition, by) },
        RoundedSyntax rounded => rounded with { Unit = Move(rounded.Unit, by) },
        InForceSyntax inForce => inForce with { From = Move(inForce.From, by), Until = Maybe(inForce.Until, by) },
        RequiresFactSyntax fact => fact with { Fact = Move(fact.Fact, by), Within = Maybe(fact.Within, by), Anchor = Maybe(fact.Anchor, by) },
        ShownOnSyntax shown => shown with { Names = Maybe(shown.Names, by) },
        ValuesSyntax values => values with { Values = All(values.Values, by) },
        AnswerSyntax answer => answer with { Name = Move(answer.Name, by), Values = Move(answer.Values, by) },
        SubjectSyntax subject => subject with { Element = Maybe(subject.Element, by), Name = Move(subject.Name, by) },
        ExpectedSyntax expected => expected with { Subject = Move(expected.Subject, by), Values = Move(expected.Values, by) },
        HeaderRowSyntax header => header with { Cells = All(header.Cells, by) },
        HeaderCellSyntax cell => cell with { Path = Maybe(cell.Path, by), Expect = Maybe(cell.Expect, by) },
        RowSyntax row => row with { Cells = ImmutableArray.CreateRange(row.Cells, Maybe, by) },
        CellSyntax cell => cell with { Values = Move(cell.Values, by) },
        _ => throw new InvalidOperationException("Nothing moves a " + node.GetType().Name + "."),
    };
}
