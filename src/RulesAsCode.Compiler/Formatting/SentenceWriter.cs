using System.Text;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Formatting;

/// <summary>Writes what stands on one line: its tokens in their canonical form, with one blank between them where one belongs.</summary>
internal sealed class SentenceWriter
{
    private readonly SyntaxTree _tree;
    private readonly CanonicalForms _forms;

    public SentenceWriter(SyntaxTree tree, CanonicalForms forms)
    {
        _tree = tree;
        _forms = forms;
    }

    /// <summary>The index of the first token that ends after an offset.</summary>
    public int TokenAt(int offset)
    {
        int low = 0;
        int high = _tree.Tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_tree.Tokens[middle].Span.End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The tokens of a stretch of one line, and the comment that ends it (empty where there is none).</summary>
    public (string Sentence, string Comment) Write(TextSpan span)
    {
        var sentence = new StringBuilder(span.Length + 8);
        bool glue = true;
        int at = span.Start;
        int index = TokenAt(span.Start);
        for (; index < _tree.Tokens.Length && _tree.Tokens[index].Span.Start < span.End; index++)
        {
            SyntaxToken token = _tree.Tokens[index];
            if (token.Span.Length == 0)
            {
                continue;
            }

            Between(sentence, span, TextSpan.FromBounds(Math.Min(at, Math.Max(at, token.Span.Start)), Math.Max(at, token.Span.Start)), token, index, ref glue);
            at = Math.Min(token.Span.End, span.End);
            if (_forms.Removed.Contains(token.Span.Start))
            {
                continue;
            }

            Add(sentence, TextOf(token, span), glue || token.Kind is SyntaxKind.Comma or SyntaxKind.Colon or SyntaxKind.CloseParenthesis or SyntaxKind.PossessiveS);
            glue = token.Kind == SyntaxKind.OpenParenthesis || (token.Kind == SyntaxKind.Minus && StaysBeforeItsOperand(token, index, span));
            if (_forms.After.TryGetValue(token.Span.End, out string? words))
            {
                Add(sentence, words, glue: false);
            }
        }

        string rest = Source.ToString(TextSpan.FromBounds(at, span.End));
        int comment = rest.IndexOf('#');
        foreach (string article in CanonicalText.Words(comment < 0 ? rest : rest.Substring(0, comment)))
        {
            Add(sentence, Article(article), glue);
            glue = false;
        }

        return (sentence.ToString(), comment < 0 ? "" : rest.Substring(comment).TrimEnd());
    }

    private SourceText Source => _tree.Source;

    /// <summary>Between two tokens stand blanks, and perhaps an article.</summary>
    private void Between(StringBuilder sentence, TextSpan line, TextSpan gap, SyntaxToken next, int index, ref bool glue)
    {
        bool isWhole = index > 0 && _tree.Tokens[index - 1].Span.End >= line.Start;
        string[] articles = isWhole && _forms.Articles.TryGetValue(next.Span.Start, out string? article)
            ? article.Length == 0 ? [] : [article]
            : CanonicalText.Words(Source.ToString(gap));
        foreach (string word in articles)
        {
            Add(sentence, Article(word), glue);
            glue = false;
        }
    }

    private string TextOf(SyntaxToken token, TextSpan line)
    {
        // A name that goes on over the next line: each line has its part.
        if (!line.Contains(token.Span))
        {
            return CanonicalText.Collapse(Source.ToString(TextSpan.FromBounds(Math.Max(token.Span.Start, line.Start), Math.Min(token.Span.End, line.End))));
        }

        return _forms.Spellings.TryGetValue(token.Span.Start, out string? spelling) ? spelling : CanonicalText.Of(token.Kind, Source.ToString(token.Span));
    }

    // A sign stands at its operand, the minus of a subtraction between blanks; one that begins a line stays as it is, because '- ' begins an item there.
    private bool StaysBeforeItsOperand(SyntaxToken minus, int index, TextSpan line)
    {
        bool isSubtraction = index > 0 && _tree.Tokens[index - 1].Kind is SyntaxKind.Name or SyntaxKind.Number or SyntaxKind.Percent or SyntaxKind.Money
            or SyntaxKind.Date or SyntaxKind.Quantity or SyntaxKind.Text or SyntaxKind.CloseParenthesis;
        return !isSubtraction || (minus.Span.Start == line.Start && minus.Span.End < line.End && !char.IsWhiteSpace(Source.Text[minus.Span.End]));
    }

    private static string Article(string word) => string.Equals(word, "the", StringComparison.OrdinalIgnoreCase) ? "the" : word;

    private static void Add(StringBuilder sentence, string text, bool glue)
    {
        if (!glue && sentence.Length > 0)
        {
            sentence.Append(' ');
        }

        sentence.Append(text);
    }
}
