using System.Text;

namespace RulesAsCode.Publishing.Html;

/// <summary>Plain text as HTML that shows exactly that text, between tags or in a quoted attribute.</summary>
internal static class HtmlText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            switch (c)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '"':
                    escaped.Append("&quot;");
                    break;
                case '\'':
                    escaped.Append("&#39;");
                    break;
                case '\n' or '\t':
                    escaped.Append(c);
                    break;
                case var _ when IsDirection(c):
                    // Marks of direction stand as they are written, and reach no further than the text that has them (see Isolate).
                    escaped.Append("&#x").Append(((int)c).ToString("x", System.Globalization.CultureInfo.InvariantCulture)).Append(';');
                    break;
                case var _ when char.IsControl(c):
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        return Isolate(text, escaped.ToString());
    }

    /// <summary>Text with marks that turn the direction of writing, closed off so that they cannot turn what follows.</summary>
    public static string Isolate(string text, string markup)
    {
        int open = 0;
        int isolated = 0;
        foreach (char c in text)
        {
            switch (c)
            {
                case '\u202A' or '\u202B' or '\u202D' or '\u202E':
                    open++;
                    break;
                case '\u202C' when open > 0:
                    open--;
                    break;
                case '\u2066' or '\u2067' or '\u2068':
                    isolated++;
                    break;
                case '\u2069' when isolated > 0:
                    isolated--;
                    break;
            }
        }

        return open + isolated == 0
            ? markup
            : markup + string.Concat(Enumerable.Repeat("&#x2069;", isolated)) + string.Concat(Enumerable.Repeat("&#x202c;", open));
    }

    private static bool IsDirection(char c) => c is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
