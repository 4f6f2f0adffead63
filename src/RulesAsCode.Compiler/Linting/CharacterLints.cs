using System.Globalization;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Formatting;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Linting;

/// <summary>Characters that do not look like what they are, anywhere in a file.</summary>
internal static class CharacterLints
{
    private const string CyrillicLikeLatin = "асеһіјорѕухԁԛԝАВСЕНІЈКМОРЅТХУ";
    private const string LatinForCyrillic = "acehijopsyxdqwABCEHIJKMOPSTXY";
    private const string GreekLikeLatin = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧορν";
    private const string LatinForGreek = "ABEZHIKMNOPTYXopv";

    internal static IEnumerable<Diagnostic> Find(SyntaxTree tree)
    {
        SourceText source = tree.Source;
        string text = source.Text;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and <= '~' or '\n' or '\r' or '\t')
            {
                continue;
            }

            var at = new Location(source, new TextSpan(i, 1));
            if (Invisible(text, i) is { } name)
            {
                yield return DiagnosticCatalogue.InvisibleCharacter(at, name, Code(text[i]));
            }
            else if (Blank(text[i]) is { } blank)
            {
                yield return DiagnosticCatalogue.UnusualBlank(at, blank, Code(text[i]));
            }
            else if (IsLookAlike(text[i]) && (i == 0 || !WordBefore(text, i).Any(IsLookAlike)) && Word(text, i) is var word && source.ToString(word).Any(IsLatin))
            {
                string written = source.ToString(word);
                string strange = string.Concat(written.Where(IsLookAlike));
                yield return DiagnosticCatalogue.MixedLetters(new Location(source, word), written, strange, CyrillicLikeLatin.IndexOf(strange[0]) >= 0 ? "Cyrillic" : "Greek", written.All(letter => IsLookAlike(letter) || IsLatin(letter)) ? string.Concat(written.Select(Latin)) : null);
            }
        }
    }

    /// <summary>At the first line that the formatter would write otherwise.</summary>
    internal static IEnumerable<Diagnostic> NotFormatted(SyntaxTree tree)
    {
        SourceText source = tree.Source;
        string formatted = RulesFormatter.Format(tree);
        if (string.Equals(formatted, source.Text, StringComparison.Ordinal))
        {
            yield break;
        }

        int at = 0;
        while (at < formatted.Length && at < source.Length && formatted[at] == source.Text[at])
        {
            at++;
        }

        yield return DiagnosticCatalogue.NotFormatted(new Location(source, source.LineSpan(source.GetPosition(at).Line)), LineByLine(source, SourceText.From(source.Path, formatted)));
    }

    /// <summary>What makes one text of another: a line for a line where there are as many, else what differs in one piece.</summary>
    private static IEnumerable<TextEdit> LineByLine(SourceText source, SourceText formatted)
    {
        if (source.LineCount != formatted.LineCount)
        {
            return [new TextEdit(new TextSpan(0, source.Length), formatted.Text)];
        }

        return Enumerable.Range(0, source.LineCount).Select(line => (Before: Whole(source, line), After: formatted.ToString(Whole(formatted, line))))
            .Where(line => source.ToString(line.Before) != line.After).Select(line => new TextEdit(line.Before, line.After));

        static TextSpan Whole(SourceText text, int line) => TextSpan.FromBounds(text.LineStart(line), line + 1 < text.LineCount ? text.LineStart(line + 1) : text.Length);
    }

    private static bool IsLookAlike(char character) => character > '\u00FF' && (CyrillicLikeLatin.IndexOf(character) >= 0 || GreekLikeLatin.IndexOf(character) >= 0);

    private static char Latin(char letter) => CyrillicLikeLatin.IndexOf(letter) is var cyrillic and >= 0 ? LatinForCyrillic[cyrillic]
        : GreekLikeLatin.IndexOf(letter) is var greek and >= 0 ? LatinForGreek[greek] : letter;

    private static bool IsLatin(char character) => character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u024F');

    private static TextSpan Word(string text, int at)
    {
        int start = at;
        int end = at + 1;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static string WordBefore(string text, int at) => text.Substring(Word(text, at).Start, at - Word(text, at).Start);

    private static string? Invisible(string text, int at) => text[at] switch
    {
        '\u200B' => "a blank without width",
        // Persian, the languages of India and some signs need these between their letters.
        '\u200C' or '\u200D' when (at == 0 || text[at - 1] <= '~') && (at + 1 == text.Length || text[at + 1] <= '~') => "a joiner without width",
        '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => "a mark that turns the direction of writing",
        >= '\u2060' and <= '\u2064' => "an invisible mark",
        '\u00AD' => "a soft hyphen",
        '\uFEFF' when at > 0 => "a byte-order mark",
        < ' ' or (>= '\u007F' and <= '\u009F') => "a control character",
        _ => null,
    };

    private static string? Blank(char character) => character switch
    {
        '\u00A0' => "one at which a line is never broken",
        '\u202F' => "a narrow one at which a line is never broken",
        '\u1680' or (>= '\u2000' and <= '\u200A') or '\u205F' or '\u3000' => "one of another width",
        _ => null,
    };

    private static string Code(char character) => "U+" + ((int)character).ToString("X4", CultureInfo.InvariantCulture);
}
