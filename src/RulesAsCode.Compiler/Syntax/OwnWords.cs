using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>The analyst's own words, as messages repeat them: on one line, with single blanks, and not too long.</summary>
internal readonly struct OwnWords(SourceText source, List<RawToken> tokens)
{
    private const int LongestQuotation = 60;
    private const int LongestSentence = 160;

    /// <summary>What is found somewhere.</summary>
    public string Of(TextSpan span) => Clip(Literals.NormalizeName(source.ToString(span)), LongestQuotation);

    /// <summary>A part of a sentence that is to be written, so that it must not lose its end.</summary>
    public static string Sentence(SourceText source, TextSpan span) => Clip(Literals.NormalizeName(source.ToString(span)), LongestSentence);

    /// <summary>The value that begins with a token, up to <c>and</c>, <c>or</c>, a comma, a bracket that closes another, or the end.</summary>
    public string Value(int first) => first < tokens.Count ? ValueFrom(tokens[first].Start) : "…";

    /// <summary>The same from an offset, which may be inside of a name.</summary>
    public string ValueFrom(int start)
    {
        int end = start;
        int depth = 0;
        foreach (RawToken token in tokens)
        {
            if (token.End <= start)
            {
                continue;
            }

            bool ends = token.Kind is SyntaxKind.AndKeyword or SyntaxKind.OrKeyword or SyntaxKind.Comma or SyntaxKind.IsKeyword or SyntaxKind.Bar or SyntaxKind.Colon;
            if (depth == 0 && (token.Kind == SyntaxKind.CloseParenthesis || (ends && !Joins(token, start))))
            {
                break;
            }

            depth += token.Kind == SyntaxKind.OpenParenthesis ? 1 : token.Kind == SyntaxKind.CloseParenthesis ? -1 : 0;
            end = token.End;
        }

        return end <= start ? "…" : Sentence(source, TextSpan.FromBounds(start, end));
    }

    // The 'and' of 'between A and B', the commas and the 'or' of 'one of A, B or C'.
    private bool Joins(RawToken token, int start)
    {
        string before = source.Text.Substring(start, token.Start - start);
        return (token.Kind == SyntaxKind.AndKeyword && before.IndexOf("between", StringComparison.OrdinalIgnoreCase) >= 0)
            || (token.Kind is SyntaxKind.Comma or SyntaxKind.OrKeyword && before.IndexOf("one of", StringComparison.OrdinalIgnoreCase) >= 0 && before.IndexOf(" or ", StringComparison.OrdinalIgnoreCase) < 0);
    }

    private static string Clip(string text, int length) => text.Length <= length ? text : text.Substring(0, length).TrimEnd() + "…";
}
