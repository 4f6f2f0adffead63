using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace RulesAsCode.Publishing.Html;

/// <summary>What a reader can see of a page, to check what was published: the file itself, and not what it was made from.</summary>
internal static partial class VisibleText
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Void =
        Names("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Unseen = Names("head", "script", "style", "template", "noscript", "svg");

    /// <summary>The text of a page without its white space: of what stands outside comments, and outside elements that are hidden or never shown.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length / 2);
        string? hidden = null;
        int depth = 0;
        for (int i = 0; i < html.Length;)
        {
            if (html[i] != '<')
            {
                int next = html.IndexOf('<', i);
                next = next < 0 ? html.Length : next;
                if (hidden is null)
                {
                    text.Append(html, i, next - i);
                }

                i = next;
                continue;
            }

            if (string.CompareOrdinal(html, i, "<!--", 0, 4) == 0)
            {
                int close = html.IndexOf("-->", i + 4, StringComparison.Ordinal);
                i = close < 0 ? html.Length : close + 3;
                continue;
            }

            int end = EndOfTag(html, i);
            ReadOnlySpan<char> tag = html.AsSpan(i + 1, end - i - 1);
            bool isEnd = tag is ['/', ..];
            ReadOnlySpan<char> name = Name(tag.TrimStart('/'));
            bool hasContent = tag is not [.., '/'] && !Void.Contains(name);
            if (hidden is not null)
            {
                if (hasContent && name.Equals(hidden, StringComparison.OrdinalIgnoreCase))
                {
                    depth += isEnd ? -1 : 1;
                    hidden = depth == 0 ? null : hidden;
                }
            }
            else if (!isEnd && hasContent && (Unseen.Contains(name) || IsHidden(tag)))
            {
                hidden = name.ToString();
                depth = 1;
            }

            i = end + 1;
        }

        return WithoutWhiteSpace(WebUtility.HtmlDecode(text.ToString()));
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        int length = 0;
        while (length < tag.Length && char.IsLetterOrDigit(tag[length]))
        {
            length++;
        }

        return tag[..length];
    }

    private static string WithoutWhiteSpace(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    private static bool IsHidden(ReadOnlySpan<char> tag) =>
        tag.Contains("hidden", StringComparison.OrdinalIgnoreCase)
        && QuotedValue().Replace(tag.ToString(), "").Split((char[])[' ', '\n', '\t', '/'], StringSplitOptions.RemoveEmptyEntries).Any(part => part.TrimEnd('=').Equals("hidden", StringComparison.OrdinalIgnoreCase));

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        new HashSet<string>(names, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'")]
    private static partial Regex QuotedValue();

    /// <summary>Where the <c>&gt;</c> of a tag stands; one in the value of an attribute is not it.</summary>
    private static int EndOfTag(string html, int start)
    {
        char quote = '\0';
        for (int i = start + 1; i < html.Length; i++)
        {
            char c = html[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i;
            }
        }

        return html.Length - 1;
    }
}
