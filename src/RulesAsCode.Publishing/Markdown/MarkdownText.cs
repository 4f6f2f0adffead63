using System.Globalization;
using System.Text;
using RulesAsCode.Publishing.Rendering;

namespace RulesAsCode.Publishing.Markdown;

/// <summary>Plain text as Markdown that shows exactly that text, in a paragraph, a heading, a table cell or the text of a link.</summary>
internal static class MarkdownText
{
    /// <summary>
    /// The text with every character escaped that Markdown (CommonMark, or the tables, strike-through and formulas of GitHub) could read as
    /// markup. Runs of white space, line breaks among them, become one space, as a browser shows them.
    /// </summary>
    public static string Escape(string text)
    {
        string line = OneLine(text);
        var escaped = new StringBuilder(line.Length + 8);
        for (int i = 0; i < line.Length; i++)
        {
            if (NeedsEscape(line, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }

        return escaped.Append(Directions.Closing(line)).ToString();
    }

    /// <summary>
    /// An address as the destination of a link, without a character that could end it; null for one that a guide does not link to. Allowed are
    /// <c>http</c>, <c>https</c> and <c>mailto</c>.
    /// </summary>
    public static string? Address(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" or "mailto" ? Destination(address) : null;

    /// <summary>A destination with every character encoded that Markdown could read as its end or as an entity.</summary>
    public static string Destination(string address)
    {
        var encoded = new StringBuilder(address.Length);
        foreach (Rune rune in address.EnumerateRunes())
        {
            if (rune.Value == '&')
            {
                encoded.Append("&amp;");
            }
            else if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || "-._~:/?#@!$+,;=%".Contains((char)rune.Value)))
            {
                encoded.Append((char)rune.Value);
            }
            else
            {
                foreach (byte b in Encoding.UTF8.GetBytes(rune.ToString()))
                {
                    encoded.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
                }
            }
        }

        return encoded.ToString();
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        bool isAfterSpace = true;
        foreach (char c in text)
        {
            bool isSpace = c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029';
            if (isSpace ? !isAfterSpace : !char.IsControl(c))
            {
                line.Append(isSpace ? ' ' : c);
            }

            isAfterSpace = isSpace || (isAfterSpace && char.IsControl(c));
        }

        return line.ToString().TrimEnd(' ');
    }

    private static bool NeedsEscape(string line, int i)
    {
        char before = i > 0 ? line[i - 1] : '\0';
        char after = i + 1 < line.Length ? line[i + 1] : '\0';
        switch (line[i])
        {
            case '\\' or '`' or '*' or '[' or ']' or '<' or '|' or '$' or '~':
                return true;
            case '_':
                // Inside a word it marks nothing.
                return !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after);
            case '&':
                // "R&D" and "England & Wales" are plain; "&amp;" would be read as an entity.
                return char.IsAsciiLetter(after) ? line.IndexOf(';', i) > 0 : after == '#';
            case '#':
                // At the start it makes a heading; the last ones of a heading are taken for its end.
                return i == 0 || before == '#' || before == ' ';
            case '>' or '=':
                return i == 0;
            case '+' or '-':
                return i == 0 && after is ' ' or '\0' or '-' or '+';
            case '.' when i >= 3 && line.AsSpan(i - 3, 3) is "www":
                return IsAddressWithEscapes(line, i);
            case '.' or ')':
                // "1. " and "1) " at the start make a list.
                return after is ' ' or '\0' && i is > 0 and <= 9 && line.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0;
            case ':':
                // ":---:" at the start of a line could be the second line of a table; a word between colons could be an emoji.
                return i == 0 || after == '-' || (after is not (' ' or '\0') && !char.IsLetterOrDigit(before))
                    || (char.IsAsciiLetter(before) && IsAddressWithEscapes(line, i));
            default:
                return false;
        }
    }

    /// <summary>
    /// Whether what follows, up to the next space, holds a character that is to be escaped. Were it read as an address, to which bare addresses
    /// are linked, the backslash would be part of it.
    /// </summary>
    private static bool IsAddressWithEscapes(string line, int place)
    {
        for (int i = place + 1; i < line.Length && line[i] != ' '; i++)
        {
            if (line[i] is not (':' or '.') && NeedsEscape(line, i))
            {
                return true;
            }
        }

        return false;
    }
}
