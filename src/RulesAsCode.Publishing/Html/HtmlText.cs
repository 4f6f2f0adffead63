using System.Text;
using RulesAsCode.Publishing.Rendering;

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
                case var _ when Directions.IsMark(c):
                    AppendReference(escaped, c);
                    break;
                case var _ when char.IsControl(c):
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        foreach (char c in Directions.Closing(text))
        {
            AppendReference(escaped, c);
        }

        return escaped.ToString();
    }

    private static void AppendReference(StringBuilder escaped, char c) =>
        escaped.Append("&#x").Append(((int)c).ToString("x", System.Globalization.CultureInfo.InvariantCulture)).Append(';');
}
