using System.Collections.Immutable;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>A node of the typed part of the tree. It has a span and no meaning; the characters belong to the clause's tokens.</summary>
public abstract record SyntaxNode(TextSpan Span)
{
    public virtual IEnumerable<SyntaxNode> Children => [];
}

/// <summary>A name as it is looked up: words with single blanks, without article and backticks, in the writer's case.</summary>
public sealed record NameSyntax(string Text, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>parent</c>, <c>parent across guardians</c>.</summary>
public sealed record ElementSyntax(NameSyntax Name, NameSyntax? List, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => List is null ? [Name] : [Name, List];
}

/// <summary>Names in a list: <c>A, B and C</c>.</summary>
public sealed record NameListSyntax(ImmutableArray<NameSyntax> Names, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Names;
}

public abstract record ExpressionSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>X's Y</c>: one name or more.</summary>
public sealed record NameExpressionSyntax(ImmutableArray<NameSyntax> Path, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Path;
}

/// <summary><c>rate as at contract date</c>.</summary>
public sealed record AsAtExpressionSyntax(ExpressionSyntax Operand, ExpressionSyntax Date, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Operand, Date];
}

public abstract record LiteralSyntax(TextSpan Span) : ExpressionSyntax(Span);

/// <summary>A number. <paramref name="Value"/> is null when the digits are out of range; the binder says so.</summary>
public sealed record NumberLiteralSyntax(ExactNumber? Value, TextSpan Span) : LiteralSyntax(Span);

/// <summary><c>20%</c>, held as 20.</summary>
public sealed record PercentLiteralSyntax(ExactNumber? Value, TextSpan Span) : LiteralSyntax(Span);

public sealed record MoneyLiteralSyntax(string Symbol, ExactNumber? Value, TextSpan Span) : LiteralSyntax(Span);

/// <summary>A date. <paramref name="Day"/> is null where there is no such date from 1900 to 2199 (<c>31 February 2024</c>).</summary>
public sealed record DateLiteralSyntax(int? Day, TextSpan Span) : LiteralSyntax(Span);

/// <summary><c>60 working days</c>, <c>14 clear days</c>. <paramref name="Count"/> is null when it is not a whole number up to 1,000,000.</summary>
public sealed record QuantityLiteralSyntax(int? Count, DurationUnit Unit, bool Clear, TextSpan Span) : LiteralSyntax(Span);

public sealed record TextLiteralSyntax(string Value, TextSpan Span) : LiteralSyntax(Span);

public sealed record ParenthesizedExpressionSyntax(ExpressionSyntax Expression, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Expression];
}

/// <summary>An operator word or sign between operands, and where it stands.</summary>
public readonly record struct OperatorSyntax(SyntaxKind Kind, TextSpan Span);

/// <summary><c>A and B and C</c>; all operators are of one kind once the refused forms are checked.</summary>
public sealed record LogicalExpressionSyntax(ImmutableArray<ExpressionSyntax> Operands, ImmutableArray<OperatorSyntax> Operators, TextSpan Span) : ExpressionSyntax(Span)
{
    public bool IsOr => Operators[0].Kind == SyntaxKind.OrKeyword;
    public override IEnumerable<SyntaxNode> Children => Operands;
}

public sealed record NotExpressionSyntax(ExpressionSyntax Operand, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Operand];
}

/// <summary><c>for every/some/no ELEMENT, BODY</c>; <paramref name="QuantifierKind"/> is the kind of its phrase.</summary>
public sealed record QuantifierExpressionSyntax(SyntaxKind QuantifierKind, ElementSyntax Element, ExpressionSyntax Body, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Element, Body];
}

/// <summary><c>all of</c>, <c>any of</c>, <c>none of</c> with one condition an item.</summary>
public sealed record ItemListExpressionSyntax(SyntaxKind ListKind, ImmutableArray<ExpressionSyntax> Items, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Items;
}

/// <summary><c>X is [not] PREDICATE</c>.</summary>
public sealed record ComparisonExpressionSyntax(ExpressionSyntax Left, OperatorSyntax Is, OperatorSyntax? Not, PredicateSyntax Predicate, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Left, Predicate];
}

/// <summary><c>X includes Y</c>, <c>X do not include one of A or B</c>.</summary>
public sealed record IncludesExpressionSyntax(ExpressionSyntax Left, bool Negated, ImmutableArray<ExpressionSyntax> Values, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Left, .. Values];
}

public abstract record PredicateSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>given</c>, <c>none</c>, <c>empty</c>.</summary>
public sealed record StatePredicateSyntax(SyntaxKind State, TextSpan Span) : PredicateSyntax(Span);

/// <summary><c>at least N</c>, and with a direction <c>at least N after Y</c>.</summary>
public sealed record OrderPredicateSyntax(SyntaxKind Order, ExpressionSyntax Value, OperatorSyntax? Direction, ExpressionSyntax? Anchor, TextSpan Span) : PredicateSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Anchor is null ? [Value] : [Value, Anchor];
}

public sealed record BetweenPredicateSyntax(ExpressionSyntax Low, ExpressionSyntax High, TextSpan Span) : PredicateSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Low, High];
}

public sealed record OneOfPredicateSyntax(ImmutableArray<ExpressionSyntax> Values, TextSpan Span) : PredicateSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Values;
}

/// <summary><c>before Y</c>, <c>after Y</c>, <c>on or before Y</c>, <c>on or after Y</c>.</summary>
public sealed record DatePredicateSyntax(SyntaxKind Order, ExpressionSyntax Date, TextSpan Span) : PredicateSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Date];
}

public sealed record WithinPredicateSyntax(ExpressionSyntax Duration, SyntaxKind Direction, ExpressionSyntax Anchor, TextSpan Span) : PredicateSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Duration, Anchor];
}

public sealed record EqualsPredicateSyntax(ExpressionSyntax Value, TextSpan Span) : PredicateSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Value];
}

/// <summary><c>N after D</c>, <c>N before D</c>.</summary>
public sealed record OffsetExpressionSyntax(ExpressionSyntax Duration, SyntaxKind Direction, ExpressionSyntax Anchor, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Duration, Anchor];
}

/// <summary><c>a + b - c</c> or <c>a * b / c</c>, left to right, of one level of precedence.</summary>
public sealed record ArithmeticExpressionSyntax(ImmutableArray<ExpressionSyntax> Operands, ImmutableArray<OperatorSyntax> Operators, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Operands;
}

public sealed record NegateExpressionSyntax(ExpressionSyntax Operand, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Operand];
}

/// <summary>A list by name, or <c>(LIST where C)</c>.</summary>
public sealed record ListSyntax(NameSyntax Name, ExpressionSyntax? Condition, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Condition is null ? [Name] : [Name, Condition];
}

public sealed record CountExpressionSyntax(ListSyntax List, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [List];
}

/// <summary><c>sum/largest/smallest/earliest/latest of X across LIST</c>; <paramref name="Function"/> is the kind of its phrase.</summary>
public sealed record AggregateExpressionSyntax(SyntaxKind Function, ExpressionSyntax Value, ListSyntax List, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Value, List];
}

/// <summary><c>larger of A and B</c>, <c>whole years between A and B</c> and their kin.</summary>
public sealed record PairExpressionSyntax(SyntaxKind Function, ExpressionSyntax First, ExpressionSyntax Second, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [First, Second];
}

/// <summary><c>first working day on or after D</c>, <c>last working day on or before D</c>.</summary>
public sealed record NearestWorkingDayExpressionSyntax(SyntaxKind Function, ExpressionSyntax Operand, TextSpan Span) : ExpressionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Operand];
}
