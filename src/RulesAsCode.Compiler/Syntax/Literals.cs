using System.Globalization;
using System.Text;
using RulesAsCode.Primitives;
using Superpower.Model;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>Nodes from the characters of one token. A value out of range becomes null, for the binder to report.</summary>
internal static class Literals
{
    public static NameSyntax Name(Token<SyntaxKind> token) => new(NormalizeName(token.ToStringValue()), Combinators.SpanOf(token));

    /// <summary>Words with single blanks; a comment between two lines of a name, and backticks, fall away.</summary>
    public static string NormalizeName(string raw)
    {
        if (raw.Length > 1 && raw[0] == '`')
        {
            raw = raw.Substring(1, raw.Length - 2);
        }

        if (IsNormal(raw))
        {
            return raw;
        }

        var result = new StringBuilder(raw.Length);
        bool inComment = false;
        foreach (char c in raw)
        {
            if (c == '#')
            {
                inComment = true;
            }
            else if (c is '\n' or '\r')
            {
                inComment = false;
            }

            if (inComment)
            {
                continue;
            }

            if (!char.IsWhiteSpace(c))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[result.Length - 1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    private static bool IsNormal(string raw)
    {
        for (int i = 0; i < raw.Length; i++)
        {
            char c = raw[i];
            bool lone = c == ' ' && i > 0 && i + 1 < raw.Length && raw[i + 1] != ' ';
            if (!lone && c is <= ' ' or '#' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    public static TextLiteralSyntax Text(Token<SyntaxKind> token)
    {
        string raw = token.ToStringValue();
        return new TextLiteralSyntax(raw.Substring(1, raw.Length - 2), Combinators.SpanOf(token));
    }

    public static NumberLiteralSyntax Number(Token<SyntaxKind> token) => new(ParseNumber(token.ToStringValue()), Combinators.SpanOf(token));

    public static PercentLiteralSyntax Percent(Token<SyntaxKind> token) => new(ParseNumber(token.ToStringValue().TrimEnd('%')), Combinators.SpanOf(token));

    public static MoneyLiteralSyntax Money(Token<SyntaxKind> token)
    {
        string raw = token.ToStringValue();
        return new MoneyLiteralSyntax(raw.Substring(0, 1), ParseNumber(raw.Substring(1)), Combinators.SpanOf(token));
    }

    public static DateLiteralSyntax Date(Token<SyntaxKind> token)
    {
        string raw = NormalizeName(token.ToStringValue());
        bool valid = raw.Contains('-') ? CalendarDay.TryParseIso(raw, out int day) : CalendarDay.TryParseWords(raw, out day);
        return new DateLiteralSyntax(valid ? day : null, Combinators.SpanOf(token));
    }

    public static QuantityLiteralSyntax Quantity(Token<SyntaxKind> token)
    {
        string[] words = NormalizeName(token.ToStringValue()).ToLowerInvariant().Split(' ');
        string unit = words[words.Length - 1].TrimEnd('s');
        DurationUnit durationUnit = unit switch
        {
            "week" => DurationUnit.Week,
            "month" => DurationUnit.Month,
            "year" => DurationUnit.Year,
            _ => words.Contains("working") ? DurationUnit.WorkingDay : DurationUnit.Day,
        };
        bool whole = int.TryParse(words[0].Replace(",", ""), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= 1_000_000;
        return new QuantityLiteralSyntax(whole ? count : null, durationUnit, words.Contains("clear"), Combinators.SpanOf(token));
    }

    private static ExactNumber? ParseNumber(string digits) => ExactNumber.TryParse(digits, out ExactNumber value) ? value : null;
}
