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
                _found.Add(DiagnosticCatalogue.BareFunction(At(negate.Operand.Span), FunctionWords(negate.Operand)));
                break;
            case QuantityLiteralSyntax { Clear: true } quantity:
                _found.Add(DiagnosticCatalogue.MisplacedClear(At(quantity.Span)));
                break;
            case WithinPredicateSyntax { Duration: NumberLiteralSyntax number }:
                _found.Add(DiagnosticCatalogue.NumberWithoutUnit(At(number.Span), TextOf(number)));
                break;
            case OffsetExpressionSyntax { Duration: NumberLiteralSyntax number }:
                _found.Add(DiagnosticCatalogue.NumberWithoutUnit(At(number.Span), TextOf(number)));
                break;
            case FilteredValueSyntax filtered:
                _found.Add(DiagnosticCatalogue.WhereOutsideBrackets(At(filtered.Where)));
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
            if (word.Kind != logical.Operators[0].Kind)
            {
                _found.Add(DiagnosticCatalogue.MixedAndOr(At(word.Span), Words(word)));
            }

            if (left is NotExpressionSyntax { Operand: not ParenthesizedExpressionSyntax })
            {
                _found.Add(DiagnosticCatalogue.NotBeforeAnd(At(word.Span), Words(word)));
            }

            if (left is QuantifierExpressionSyntax quantifier)
            {
                _found.Add(DiagnosticCatalogue.QuantifierNotLast(At(word.Span), QuantifierWords(quantifier), Words(word)));
            }

            if (word.Kind != SyntaxKind.OrKeyword || left is not ComparisonExpressionSyntax comparison)
            {
                continue;
            }

            if (comparison.Predicate is OneOfPredicateSyntax)
            {
                _found.Add(DiagnosticCatalogue.SeveralOrs(At(word.Span)));
            }
            else if (comparison.Predicate is EqualsPredicateSyntax { Value: NameExpressionSyntax or LiteralSyntax } equals && right is NameExpressionSyntax or LiteralSyntax)
            {
                _found.Add(DiagnosticCatalogue.IsThisOrThat(At(word.Span), TextOf(comparison.Left), TextOf(equals.Value), TextOf(right)));
            }
        }
    }

    private void Comparison(ComparisonExpressionSyntax comparison)
    {
        switch (comparison.Predicate)
        {
            case OrderPredicateSyntax { Direction: { } direction, Order: not SyntaxKind.AtLeast } order:
                _found.Add(DiagnosticCatalogue.DistanceOrder(At(direction.Span), FirstWords(order), Words(direction)));
                break;
            case OrderPredicateSyntax { Direction: not null, Value: NumberLiteralSyntax number }:
                _found.Add(DiagnosticCatalogue.NumberWithoutUnit(At(number.Span), TextOf(number)));
                break;
            case WithinPredicateSyntax within when comparison.Not is not null:
                _found.Add(DiagnosticCatalogue.NotWithin(At(new TextSpan(within.Span.Start, "within".Length))));
                break;
            default:
                break;
        }
    }

    private void Arithmetic(ArithmeticExpressionSyntax arithmetic)
    {
        for (int i = 0; i < arithmetic.Operands.Length; i++)
        {
            // The sign after the function opens the second reading; before it, the function itself does.
            if (arithmetic.Operands[i] is AggregateExpressionSyntax or PairExpressionSyntax or CountExpressionSyntax or NearestWorkingDayExpressionSyntax)
            {
                TextSpan span = i < arithmetic.Operators.Length ? arithmetic.Operators[i].Span : arithmetic.Operands[i].Span;
                _found.Add(DiagnosticCatalogue.BareFunction(At(span), FunctionWords(arithmetic.Operands[i])));
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

    private Location At(TextSpan span) => new(_source, span);
}
