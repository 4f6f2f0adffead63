using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;
using Superpower;
using Superpower.Model;
using TextSpan = RulesAsCode.Compiler.Text.TextSpan;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>A value read from a clause, or the one thing that is wrong with its form.</summary>
internal readonly record struct Reading<T>(T? Value, Diagnostic? Diagnostic)
    where T : class?;

/// <summary>Runs a parser of the grammar over the tokens of one clause, and says what is wrong in the analyst's words.</summary>
internal static class GrammarReader
{
    public const int MaximumTokens = 2000;
    public const int MaximumNesting = 64;

    /// <param name="end">Where the clause's own line ends, for a clause without tokens.</param>
    /// <param name="isSentence">True where comparisons may stand.</param>
    public static Reading<T> Read<T>(SourceText source, List<RawToken> merged, int end, TokenListParser<SyntaxKind, T> parser, bool isSentence)
        where T : class?
    {
        if (LexicalErrors.Find(source, merged, isSentence) is { } lexical)
        {
            return new Reading<T>(default, lexical);
        }

        if (merged.Count > MaximumTokens)
        {
            return new Reading<T>(default, DiagnosticCatalogue.SentenceTooLong(new Location(source, merged[MaximumTokens].Span)));
        }

        if (Nesting.FindTooDeep(merged) is { } tooDeep)
        {
            return new Reading<T>(default, DiagnosticCatalogue.NestedTooDeep(new Location(source, tooDeep.Span)));
        }

        int endOfClause = merged.Count > 0 ? merged[merged.Count - 1].End : end;
        var tokens = new Token<SyntaxKind>[merged.Count + 1];
        for (int i = 0; i < merged.Count; i++)
        {
            tokens[i] = TokenAt(source, merged[i].Kind, merged[i].Start, merged[i].End);
        }

        tokens[merged.Count] = TokenAt(source, SyntaxKind.EndOfClause, endOfClause, endOfClause);
        TokenListParserResult<SyntaxKind, T> result;
        try
        {
            result = parser(new TokenList<SyntaxKind>(tokens));
        }
        catch (InsufficientExecutionStackException)
        {
            return new Reading<T>(default, DiagnosticCatalogue.NestedTooDeep(new Location(source, merged[0].Span)));
        }

        if (result.HasValue)
        {
            return new Reading<T>(result.Value, null);
        }

        TokenListParserResult<SyntaxKind, Token<SyntaxKind>> next = result.Remainder.ConsumeToken();
        int failed = next.HasValue ? Array.FindIndex(tokens, token => token.Position.Absolute == next.Value.Position.Absolute && token.Kind == next.Value.Kind) : merged.Count;
        return new Reading<T>(default, SyntaxErrors.Explain(source, merged, failed, endOfClause, result.Expectations, isSentence));
    }

    private static Token<SyntaxKind> TokenAt(SourceText source, SyntaxKind kind, int start, int end) =>
        new(kind, new Superpower.Model.TextSpan(source.Text, new Position(start, 1, 1), end - start));
}

/// <summary>Bounds the nesting of a sentence before the grammar, which recurses, sees it.</summary>
internal static class Nesting
{
    /// <summary>The token at which a sentence is nested more than 64 deep, or null.</summary>
    public static RawToken? FindTooDeep(List<RawToken> tokens)
    {
        // Inside each open bracket: what has opened since a word that closes it. Functions of two values, and offsets, nest to the right past 'and'.
        var frames = new Stack<(int Closing, int Lasting)>();
        int closing = 0;
        int lasting = 0;
        int outer = 0;
        foreach (RawToken token in tokens)
        {
            switch (token.Kind)
            {
                case SyntaxKind.OpenParenthesis:
                    frames.Push((closing, lasting));
                    outer += closing + lasting + 1;
                    (closing, lasting) = (0, 0);
                    break;
                case SyntaxKind.CloseParenthesis when frames.Count > 0:
                    (closing, lasting) = frames.Pop();
                    outer -= closing + lasting + 1;
                    break;
                case SyntaxKind.NotKeyword or SyntaxKind.Minus or SyntaxKind.ForEvery or SyntaxKind.ForSome or SyntaxKind.ForNo:
                    closing++;
                    break;
                case SyntaxKind.SumOf or SyntaxKind.LargestOf or SyntaxKind.SmallestOf or SyntaxKind.EarliestOf or SyntaxKind.LatestOf
                    or SyntaxKind.LargerOf or SyntaxKind.SmallerOf or SyntaxKind.EarlierOf or SyntaxKind.LaterOf
                    or SyntaxKind.WholeYearsBetween or SyntaxKind.WholeMonthsBetween or SyntaxKind.DaysBetween
                    or SyntaxKind.FirstWorkingDayOnOrAfter or SyntaxKind.LastWorkingDayOnOrBefore
                    or SyntaxKind.BeforeKeyword or SyntaxKind.AfterKeyword or SyntaxKind.AsAt:
                    lasting++;
                    break;
                case SyntaxKind.AndKeyword or SyntaxKind.OrKeyword or SyntaxKind.IsKeyword:
                    closing = 0;
                    break;
                default:
                    break;
            }

            if (outer + closing + lasting > GrammarReader.MaximumNesting)
            {
                return token;
            }
        }

        return null;
    }
}
