using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>
/// Forms that the grammar reads and English reads in two ways (language reference, "Refused"). They are told on the tree,
/// without looking up a name, at the word that opens the second reading; the first in the text is the one reported.
/// </summary>
internal sealed class RefusedForms
{
    private readonly SourceText _source;
    private readonly List<Diagnostic> _found = [];

    private RefusedForms(SourceText source) => _source = source;

    public static Diagnostic? Find(SourceText source, SyntaxNode body)
    {
        var forms = new RefusedForms(source);
        forms.Visit(body, onSpine: true);
        return forms._found.OrderBy(diagnostic => diagnostic.Location.Span.Start).FirstOrDefault();
    }

    private void Visit(SyntaxNode node, bool onSpine)
    {
        switch (node)
        {
            case LogicalExpressionSyntax logical:
                Logical(logical);
                break;
            case ComparisonExpressionSyntax comparison:
                Comparison(comparison);
                break;
            case ArithmeticExpressionSyntax arithmetic:
                Arithmetic(arithmetic);
                break;
            case NegateExpressionSyntax { Operand: AggregateExpressionSyntax or PairExpressionSyntax } negate:
                _found.Add(DiagnosticCatalogue.BareFunction(
                    At(negate.Operand.Span), FunctionWords(negate.Operand), $"-({Sentence(negate.Operand.Span)})", null,
                    [TextEdit.Insert(negate.Operand.Span.Start, "("), TextEdit.Insert(negate.Operand.Span.End, ")")]));
                break;
            case QuantityLiteralSyntax { Clear: true } quantity:
                _found.Add(DiagnosticCatalogue.MisplacedClear(At(quantity.Span), TextOf(quantity), string.Join(" ", TextOf(quantity).Split(' ').Where(word => !string.Equals(word, "clear", StringComparison.OrdinalIgnoreCase)))));
                break;
            case WithinPredicateSyntax { Duration: NumberLiteralSyntax number } within:
                _found.Add(DiagnosticCatalogue.NumberWithoutUnit(At(number.Span), TextOf(number), $"within {{0}} {After(number.Span, within.Anchor)}"));
                break;
            case OffsetExpressionSyntax { Duration: NumberLiteralSyntax number } offset:
                _found.Add(DiagnosticCatalogue.NumberWithoutUnit(At(number.Span), TextOf(number), $"{{0}} {After(number.Span, offset.Anchor)}"));
                break;
            case FilteredValueSyntax filtered:
                _found.Add(DiagnosticCatalogue.WhereOutsideBrackets(At(filtered.Where), "(… where …)", []));
                break;
            case ItemListExpressionSyntax list when !onSpine:
                _found.Add(DiagnosticCatalogue.ListInsideSentence(At(list.Span), TextOf(list)));
                break;
            default:
                break;
        }

        // A clear quantity is right in one place only.
        if (node is OrderPredicateSyntax { Order: SyntaxKind.AtLeast, Direction: not null, Value: QuantityLiteralSyntax, Anchor: { } anchor })
        {
            Visit(anchor, onSpine: false);
            return;
        }

        foreach (SyntaxNode child in node.Children)
        {
            // Items carry conditions of their own, checked where they are read.
            if (node is not ItemListExpressionSyntax)
            {
                bool spine = onSpine && (node is QuantifierExpressionSyntax || (node is DefinitionValueSyntax value && ReferenceEquals(child, value.Condition)));
                Visit(child, spine);
            }
        }
    }

    private void Logical(LogicalExpressionSyntax logical)
    {
        for (int i = 0; i < logical.Operators.Length; i++)
        {
            OperatorSyntax word = logical.Operators[i];
            ExpressionSyntax left = logical.Operands[i];
            ExpressionSyntax right = logical.Operands[i + 1];
            string rest = Sentence(TextSpan.FromBounds(right.Span.Start, logical.Span.End));
            if (word.Kind != logical.Operators[0].Kind)
            {
                _found.Add(DiagnosticCatalogue.MixedAndOr(At(word.Span), Words(word), Grouped(logical, SyntaxKind.AndKeyword), Grouped(logical, SyntaxKind.OrKeyword)));
            }

            if (left is NotExpressionSyntax { Operand: not ParenthesizedExpressionSyntax and var denied })
            {
                _found.Add(DiagnosticCatalogue.NotBeforeAnd(
                    At(word.Span), Words(word), $"not ({Sentence(denied.Span)} {Words(word)} {rest})", $"(not {Sentence(denied.Span)}) {Words(word)} {rest}"));
            }

            if (left is QuantifierExpressionSyntax quantifier)
            {
                string head = Sentence(TextSpan.FromBounds(quantifier.Span.Start, quantifier.Body.Span.Start));
                string body = Sentence(quantifier.Body.Span);
                _found.Add(DiagnosticCatalogue.QuantifierNotLast(
                    At(word.Span), QuantifierWords(quantifier), Words(word), $"{head} ({body} {Words(word)} {rest})", $"({head} {body}) {Words(word)} {rest}"));
            }

            if (word.Kind != SyntaxKind.OrKeyword || left is not ComparisonExpressionSyntax comparison)
            {
                continue;
            }

            bool bare = right is NameExpressionSyntax or LiteralSyntax;
            if (comparison.Predicate is OneOfPredicateSyntax oneOf)
            {
                string start = Sentence(TextSpan.FromBounds(comparison.Span.Start, oneOf.Values[0].Span.Start));
                IEnumerable<ExpressionSyntax> more = logical.Operands.Skip(i + 1).TakeWhile(operand => operand is NameExpressionSyntax or LiteralSyntax);
                string list = Semantics.Describe.Or([.. oneOf.Values.Concat(more).Select(value => Sentence(value.Span))]);
                _found.Add(DiagnosticCatalogue.SeveralOrs(At(word.Span), bare ? $"{start} {list}" : null, $"({Sentence(comparison.Span)}) or {rest}"));
            }
            else if (comparison.Predicate is EqualsPredicateSyntax { Value: NameExpressionSyntax or LiteralSyntax } equals && bare)
            {
                _found.Add(DiagnosticCatalogue.IsThisOrThat(At(word.Span), TextOf(comparison.Left), TextOf(equals.Value), TextOf(right)));
            }
        }
    }

    /// <summary>The conditions with brackets round each run of those that one word joins.</summary>
    private string Grouped(LogicalExpressionSyntax logical, SyntaxKind inner)
    {
        var result = new System.Text.StringBuilder();
        int at = 0;
        while (at < logical.Operands.Length)
        {
            int last = at;
            while (last < logical.Operators.Length && logical.Operators[last].Kind == inner)
            {
                last++;
            }

            TextSpan span = TextSpan.FromBounds(logical.Operands[at].Span.Start, logical.Operands[last].Span.End);
            result.Append(last > at ? "(" + Sentence(span) + ")" : Sentence(span));
            if (last < logical.Operators.Length)
            {
                result.Append(' ').Append(Words(logical.Operators[last])).Append(' ');
            }

            at = last + 1;
        }

        return result.ToString();
    }

    private void Comparison(ComparisonExpressionSyntax comparison)
    {
        string left = TextOf(comparison.Left);
        switch (comparison.Predicate)
        {
            case OrderPredicateSyntax { Direction: { } direction, Order: not SyntaxKind.AtLeast, Anchor: { } anchor } order:
                string offset = Sentence(TextSpan.FromBounds(order.Value.Span.Start, anchor.Span.End));
                _found.Add(DiagnosticCatalogue.DistanceOrder(At(direction.Span), FirstWords(order), TextOf(order.Value), Words(direction), TextOf(anchor), Readings(order, direction, left, offset)));
                break;
            case OrderPredicateSyntax { Direction: { } direction, Value: NumberLiteralSyntax number, Anchor: { } anchor }:
                _found.Add(DiagnosticCatalogue.NumberWithoutUnit(At(number.Span), TextOf(number), $"at least {{0}} {Words(direction)} {TextOf(anchor)}"));
                break;
            case WithinPredicateSyntax within when comparison.Not is not null:
                string length = Sentence(TextSpan.FromBounds(within.Duration.Span.Start, within.Anchor.Span.End));
                (string early, string late) = within.Direction == SyntaxKind.AfterKeyword ? (TextOf(within.Anchor), length) : (length, TextOf(within.Anchor));
                _found.Add(DiagnosticCatalogue.NotWithin(
                    At(new TextSpan(within.Span.Start, "within".Length)), $"{left} is before {early}", $"{left} is after {late}", $"not ({left} is within {length})"));
                break;
            default:
                break;
        }
    }

    // What each reading says in words that have one.
    private string[] Readings(OrderPredicateSyntax order, OperatorSyntax direction, string left, string offset)
    {
        bool after = direction.Kind == SyntaxKind.AfterKeyword;
        return order.Order switch
        {
            SyntaxKind.AtMost => [$"{left} is within {offset}", after ? $"{left} is on or before {offset}" : $"{left} is on or after {offset}"],
            SyntaxKind.LessThan => after
                ? [$"{left} is before {offset} and {left} is on or after {TextOf(order.Anchor!)}", $"{left} is before {offset}"]
                : [$"{left} is after {offset} and {left} is on or before {TextOf(order.Anchor!)}", $"{left} is after {offset}"],
            _ => [after ? $"{left} is after {offset}" : $"{left} is before {offset}"],
        };
    }

    private void Arithmetic(ArithmeticExpressionSyntax arithmetic)
    {
        for (int i = 0; i < arithmetic.Operands.Length; i++)
        {
            // The sign after the function opens the second reading; before it, the function itself does.
            ExpressionSyntax operand = arithmetic.Operands[i];
            if (operand is not (AggregateExpressionSyntax or PairExpressionSyntax or CountExpressionSyntax or NearestWorkingDayExpressionSyntax))
            {
                continue;
            }

            string function = Sentence(operand.Span);
            string before = i > 0 ? Sentence(TextSpan.FromBounds(arithmetic.Span.Start, arithmetic.Operators[i - 1].Span.End)) + " " : "";
            if (i < arithmetic.Operators.Length)
            {
                string rest = Sentence(TextSpan.FromBounds(arithmetic.Operators[i].Span.Start, arithmetic.Span.End));
                ExpressionSyntax last = operand switch
                {
                    PairExpressionSyntax pair => pair.Second,
                    NearestWorkingDayExpressionSyntax nearest => nearest.Operand,
                    _ => operand,
                };
                string? other = ReferenceEquals(last, operand) ? null
                    : $"{before}{Sentence(TextSpan.FromBounds(operand.Span.Start, last.Span.Start))} ({Sentence(TextSpan.FromBounds(last.Span.Start, arithmetic.Span.End))})";
                _found.Add(DiagnosticCatalogue.BareFunction(At(arithmetic.Operators[i].Span), FunctionWords(operand), $"{before}({function}) {rest}", other, []));
            }
            else
            {
                _found.Add(DiagnosticCatalogue.BareFunction(
                    At(operand.Span), FunctionWords(operand), $"{before}({function})", null, [TextEdit.Insert(operand.Span.Start, "("), TextEdit.Insert(operand.Span.End, ")")]));
            }
        }
    }

    private string FirstWords(OrderPredicateSyntax order) => order.Order switch
    {
        SyntaxKind.AtMost => "at most",
        SyntaxKind.MoreThan => "more than",
        _ => "less than",
    };

    private static string QuantifierWords(QuantifierExpressionSyntax quantifier) => quantifier.QuantifierKind switch
    {
        SyntaxKind.ForEvery => "for every",
        SyntaxKind.ForSome => "for some",
        _ => "for no",
    };

    private string FunctionWords(ExpressionSyntax function)
    {
        string text = TextOf(function);
        int end = text.IndexOf(" of ", StringComparison.OrdinalIgnoreCase);
        int between = text.IndexOf(" between ", StringComparison.OrdinalIgnoreCase);
        return end >= 0 && (between < 0 || end < between) ? text.Substring(0, end + 3) : between >= 0 ? text.Substring(0, between + 8) : text;
    }

    private string Words(OperatorSyntax word) => _source.ToString(word.Span).ToLowerInvariant();

    private string TextOf(SyntaxNode node)
    {
        string text = Literals.NormalizeName(_source.ToString(node.Span));
        return text.Length <= 60 ? text : text.Substring(0, 60) + "…";
    }

    // The direction and the date behind a length.
    private string After(TextSpan length, SyntaxNode anchor) => Sentence(TextSpan.FromBounds(length.End, anchor.Span.End)).Trim();

    private string Sentence(TextSpan span) => OwnWords.Sentence(_source, span);

    private Location At(TextSpan span) => new(_source, span);
}
