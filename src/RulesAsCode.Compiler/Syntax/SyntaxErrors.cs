using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>Says what is wrong where the grammar could not go on.</summary>
internal static class SyntaxErrors
{
    /// <param name="failed">The index of the token at which the grammar stopped; the number of tokens at the end of the clause.</param>
    public static Diagnostic Explain(SourceText source, List<RawToken> tokens, int failed, int end, string[]? expectations)
    {
        string expected = Join(expectations);
        if (failed < 0 || failed >= tokens.Count)
        {
            return DiagnosticCatalogue.EndsTooEarly(new Location(source, new TextSpan(end, 0)), expected.Length == 0 ? "more" : expected);
        }

        RawToken token = tokens[failed];
        var at = new Location(source, token.Span);
        string found = Found(source, token);
        SyntaxKind before = failed > 0 ? tokens[failed - 1].Kind : SyntaxKind.None;
        bool afterValue = before is SyntaxKind.Name or SyntaxKind.CloseParenthesis;
        if (afterValue && token.Kind is SyntaxKind.AtLeast or SyntaxKind.AtMost or SyntaxKind.MoreThan or SyntaxKind.LessThan or SyntaxKind.OneOf or SyntaxKind.OnOrBefore or SyntaxKind.OnOrAfter)
        {
            return DiagnosticCatalogue.MissingIs(at, found);
        }

        if (token.Kind == SyntaxKind.Name && StartsWithWord(source, token, "until"))
        {
            return DiagnosticCatalogue.PlainUntil(new Location(source, new TextSpan(token.Start, 5)));
        }

        if (token.Kind == SyntaxKind.Name && StartsWithWord(source, token, "of") && before == SyntaxKind.Quantity && failed > 1 && tokens[failed - 2].Kind == SyntaxKind.Within)
        {
            return DiagnosticCatalogue.WithinOf(new Location(source, new TextSpan(token.Start, 2)));
        }

        if (token.Kind == SyntaxKind.Name && before == SyntaxKind.Number
            && Spelling.Nearest(FirstWord(found), source.ToString(tokens[failed - 1].Span) == "1" ? ["day", "week", "month", "year"] : ["days", "weeks", "months", "years"]) is { } unit)
        {
            return DiagnosticCatalogue.MisspeltUnit(new Location(source, new TextSpan(token.Start, FirstWord(found).Length)), FirstWord(found), unit);
        }

        if (token.Kind == SyntaxKind.Colon)
        {
            return DiagnosticCatalogue.ProseNotAllowed(at);
        }

        return DiagnosticCatalogue.Unexpected(at, found, expected.Length == 0 ? "the end of the line" : expected);
    }

    private static string FirstWord(string text) => text.Split(' ')[0];

    private static bool StartsWithWord(SourceText source, RawToken token, string word)
    {
        string text = source.ToString(token.Span);
        return text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || char.IsWhiteSpace(text[word.Length]));
    }

    private static string Found(SourceText source, RawToken token)
    {
        string text = Literals.NormalizeName(source.ToString(token.Span));
        return text.Length <= 60 ? text : text.Substring(0, 60) + "…";
    }

    private static string Join(string[]? expectations)
    {
        string[] distinct = [.. (expectations ?? []).Distinct()];
        return distinct.Length switch
        {
            0 => "",
            1 => distinct[0],
            _ => string.Join(", ", distinct.Take(distinct.Length - 1)) + " or " + distinct[distinct.Length - 1],
        };
    }
}
