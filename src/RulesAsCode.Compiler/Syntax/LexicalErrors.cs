using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>What is wrong with the characters and words of a clause, before its form is looked at.</summary>
internal static class LexicalErrors
{
    // Comparisons in other words, and the words of rules; longer ones first.
    private static readonly (string Written, string Words)[] OtherComparisons =
    [
        ("greater than or equal to", "at least"), ("more than or equal to", "at least"), ("less than or equal to", "at most"), ("equal to or more than", "at least"),
        ("no more than", "at most"), ("no less than", "at least"),
        ("no fewer than", "at least"), ("not fewer than", "at least"), ("no greater than", "at most"), ("not greater than", "at most"),
        ("no later than", "on or before"), ("not later than", "on or before"), ("no earlier than", "on or after"), ("not earlier than", "on or after"),
        ("greater than", "more than"), ("higher than", "more than"), ("larger than", "more than"), ("bigger than", "more than"), ("fewer than", "less than"), ("lower than", "less than"), ("smaller than", "less than"),
        ("later than", "after"), ("earlier than", "before"), ("before or on", "on or before"), ("after or on", "on or after"), ("on or later than", "on or after"),
        ("up to", "at most"), ("equal to", ""), ("exceeding", "more than"), ("in excess of", "more than"), ("over", "more than"), ("above", "more than"),
        ("under", "less than"), ("below", "less than"), ("known", "given"), ("until", "on or before"), ("by", "on or before"),
    ];

    private static readonly string FirstLetters = new([.. OtherComparisons.Select(comparison => comparison.Written[0]).Distinct()]);

    public static Diagnostic? Find(SourceText source, List<RawToken> tokens)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            Diagnostic? found = tokens[i].Kind switch
            {
                SyntaxKind.UnclosedText => DiagnosticCatalogue.UnclosedText(new Location(source, new TextSpan(tokens[i].Start, 1))),
                SyntaxKind.NumericDate => DiagnosticCatalogue.NumericDate(new Location(source, tokens[i].Span), source.ToString(tokens[i].Span)),
                SyntaxKind.NumberWithLetters => NumberWithLetters(source, tokens[i]),
                SyntaxKind.Bad => BadCharacter(source, tokens, i),
                SyntaxKind.Locator => Range(source, tokens, i),
                SyntaxKind.IsKeyword => OtherComparison(source, tokens, i),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static Diagnostic NumberWithLetters(SourceText source, RawToken token)
    {
        string written = source.ToString(token.Span);
        int digits = written.TakeWhile(c => !char.IsLetter(c)).Count();
        string number = written.Substring(0, digits);
        string s = number == "1" ? "" : "s";
        string? fix = written.Substring(digits).ToUpperInvariant() switch
        {
            "WD" or "WDS" => $"write '{number} working day{s}'",
            "D" or "DAY" or "DAYS" => $"write '{number} day{s}'",
            "W" or "WK" or "WKS" or "WEEK" or "WEEKS" => $"write '{number} week{s}'",
            "M" or "MONTH" or "MONTHS" => $"write '{number} month{s}'",
            "Y" or "YR" or "YRS" or "YEAR" or "YEARS" => $"write '{number} year{s}'",
            _ => "begin the name with a letter, or put a blank after the number",
        };
        return DiagnosticCatalogue.NumberWithLetters(new Location(source, token.Span), written, fix);
    }

    private static Diagnostic BadCharacter(SourceText source, List<RawToken> tokens, int index)
    {
        RawToken token = tokens[index];
        string character = source.ToString(token.Span);
        var at = new Location(source, token.Span);
        string next = index + 1 < tokens.Count && tokens[index + 1].Start == token.End ? source.ToString(tokens[index + 1].Span) : "";
        switch (character)
        {
            case "\u201C" or "\u201D" or "\u201E" or "\u00AB" or "\u00BB":
                return DiagnosticCatalogue.CurlyQuote(at);
            case "\u2018" or "\u201B":
                return DiagnosticCatalogue.CurlyQuote(at);
            case "'" or "\u2019" when index > 0 && tokens[index - 1].Kind == SyntaxKind.Quantity:
                return DiagnosticCatalogue.PossessiveUnit(at, Literals.NormalizeName(source.ToString(tokens[index - 1].Span)));
            case "'" or "\u2019":
                return DiagnosticCatalogue.BadCharacter(at, "'", "write 's for what belongs to something, or put a text in double quotation marks");
            case "=":
                return DiagnosticCatalogue.ComparisonSign(at, "=", "is");
            case ">":
                return DiagnosticCatalogue.ComparisonSign(at, character + (next == "=" ? "=" : ""), next == "=" ? "is at least" : "is more than");
            case "<":
                return DiagnosticCatalogue.ComparisonSign(at, character + (next == "=" ? "=" : ""), next == "=" ? "is at most" : "is less than");
            case "\u2265":
                return DiagnosticCatalogue.ComparisonSign(at, character, "is at least");
            case "\u2264":
                return DiagnosticCatalogue.ComparisonSign(at, character, "is at most");
            case "!" or "\u2260":
                return DiagnosticCatalogue.ComparisonSign(at, character + (next == "=" ? "=" : ""), "is not");
            case ";":
                return DiagnosticCatalogue.Semicolon(at);
            case "%":
                return DiagnosticCatalogue.BadCharacter(at, "'%'", "write the number right before it, as in 20%");
            case "\u2013" or "\u2014":
                return DiagnosticCatalogue.BadCharacter(at, "'" + character + "'", "write '-', with blanks round it for a subtraction");
            case "`":
                return DiagnosticCatalogue.BadCharacter(at, "'`'", "close the name with a second backtick");
            case "£" or "€" or "$" or "¥":
                return DiagnosticCatalogue.BadCharacter(at, "'" + character + "'", $"write the amount right after it, as in {character}1,250.00");
            default:
                bool visible = !char.IsControl(character[0]) && !char.IsWhiteSpace(character[0]) && !char.IsSurrogate(character[0])
                    && System.Globalization.CharUnicodeInfo.GetUnicodeCategory(character[0]) != System.Globalization.UnicodeCategory.Format;
                return DiagnosticCatalogue.BadCharacter(at, visible ? $"'{character}'" : $"U+{CodePoint(character):X4}", "leave it out");
        }
    }

    private static Diagnostic? Range(SourceText source, List<RawToken> tokens, int index)
    {
        string written = source.ToString(tokens[index].Span);
        int dash = written.IndexOfAny(['-', '\u2013']);
        bool locator = index > 0 && tokens[index - 1].Kind is SyntaxKind.Locator or SyntaxKind.DivisionKind;
        return dash > 0 && locator
            ? DiagnosticCatalogue.ReferenceRange(new Location(source, tokens[index].Span), written, written.Substring(0, dash) + " to " + written.Substring(dash + 1))
            : null;
    }

    private static Diagnostic? OtherComparison(SourceText source, List<RawToken> tokens, int index)
    {
        if (index + 1 >= tokens.Count || tokens[index + 1].Kind is SyntaxKind.Text)
        {
            return null;
        }

        int start = tokens[index + 1].Start;
        if (FirstLetters.IndexOf(source.Text[start]) < 0)
        {
            return null;
        }

        string rest = Literals.NormalizeName(source.Text.Substring(start, Math.Min(60, tokens[tokens.Count - 1].End - start)));
        foreach ((string written, string words) in OtherComparisons)
        {
            // Small letters only: a member of a choice may be called 'Over 65'.
            if (rest.StartsWith(written, StringComparison.Ordinal) && (rest.Length == written.Length ? written == "known" : rest[written.Length] == ' '))
            {
                // 'is not known' and 'is known by the Panel': the second is a name.
                if (written == "known" && rest.Length > written.Length && tokens[index + 1].Kind == SyntaxKind.Name && !EndsAt(source, tokens[index + 1], written))
                {
                    continue;
                }

                return DiagnosticCatalogue.OtherComparison(
                    new Location(source, new TextSpan(start, Math.Min(written.Length, source.Length - start))), $"is {written}", words.Length == 0 ? "is" : $"is {words}");
            }
        }

        return null;
    }

    private static bool EndsAt(SourceText source, RawToken token, string word) => Literals.NormalizeName(source.ToString(token.Span)) == word;

    private static int CodePoint(string character) => character.Length == 2 ? char.ConvertToUtf32(character[0], character[1]) : character[0];
}
