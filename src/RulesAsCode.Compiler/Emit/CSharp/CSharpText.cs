using System.Globalization;
using System.Text;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>Pieces of C# source.</summary>
internal static class CSharpText
{
    private const int WidestLine = 110;

    private static readonly HashSet<string> Keywords = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false "
        + "finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params private "
        + "protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked "
        + "unsafe ushort using virtual void volatile while").Split(' '),
        StringComparer.Ordinal);

    /// <summary>A string literal.</summary>
    public static string Literal(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        var result = new StringBuilder(text.Length + 2).Append('"');
        foreach (char character in text)
        {
            switch (character)
            {
                case '"':
                    result.Append("\\\"");
                    break;
                case '\\':
                    result.Append("\\\\");
                    break;
                case '\n':
                    result.Append("\\n");
                    break;
                default:
                    // Signs that end a line or turn the direction of text, and halves of pairs, stand as escapes.
                    if (IsPlain(character))
                    {
                        result.Append(character);
                    }
                    else
                    {
                        result.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                    }

                    break;
            }
        }

        return result.Append('"').ToString();
    }

    /// <summary>
    /// A text as a namespace, whatever a project is called: what no name holds becomes <c>_</c>, a reserved word gets <c>@</c> before it, and a name
    /// that begins with a digit <c>_</c>.
    /// </summary>
    public static string Namespace(string text) => string.Join(".", text.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(segment =>
    {
        string name = new([.. segment.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_')]);
        return Keywords.Contains(segment) || (segment[0] == '@' && Keywords.Contains(segment.Substring(1))) ? "@" + segment.TrimStart('@')
            : char.IsDigit(name[0]) ? "_" + name
            : name;
    }));

    /// <summary>Text inside an XML documentation comment, on one line.</summary>
    public static string Xml(string text) => Comment(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>Text of a comment, on one line.</summary>
    public static string Comment(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            result.Append(IsPlain(character) ? character : ' ');
        }

        return string.Join(" ", result.ToString().Split([' '], StringSplitOptions.RemoveEmptyEntries));
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A call on one line or, where that is too long, with a line for each argument.</summary>
    public static string Call(string function, params string[] arguments) => Enclosed(function + "(", arguments, ")");

    /// <summary>A collection expression.</summary>
    public static string List(IEnumerable<string> items) => Enclosed("[", [.. items], "]");

    /// <summary>Operands with an operator between them, on a line each where one line is too long.</summary>
    public static string Chain(string sign, IReadOnlyList<string> operands)
    {
        string line = string.Join(" " + sign + " ", operands);
        return line.Length <= WidestLine && line.IndexOf('\n') < 0
            ? line
            : string.Join("\n" + Indent(sign + " "), operands.Select((operand, i) => i == 0 ? operand : Indent(operand).Substring(4)));
    }

    /// <summary>Every line that is not empty four columns further in; a directive stays where it is.</summary>
    public static string Indent(string text)
    {
        if (text.IndexOf('\n') < 0)
        {
            return text.Length == 0 || text[0] == '#' ? text : "    " + text;
        }

        var result = new StringBuilder(text.Length + (text.Length / 8) + 16);
        AppendIndented(result, text, 4);
        return result.ToString();
    }

    /// <summary>Appends every line that is not empty so many columns further in; a directive stands at the beginning of its line.</summary>
    public static void AppendIndented(StringBuilder result, string text, int columns)
    {
        for (int start = 0; start <= text.Length;)
        {
            int end = text.IndexOf('\n', start);
            int length = (end < 0 ? text.Length : end) - start;
            if (length > 0)
            {
                result.Append(' ', text[start] == '#' ? 0 : columns).Append(text, start, length);
            }

            if (end < 0)
            {
                break;
            }

            result.Append('\n');
            start = end + 1;
        }
    }

    private static string Enclosed(string open, string[] items, string close)
    {
        // Whether it fits is told before it is made: most of what is nested does not.
        int length = open.Length + close.Length + (items.Length * 2) - 2;
        bool fits = true;
        foreach (string item in items)
        {
            length += item.Length;
            fits = fits && length <= WidestLine && item.IndexOf('\n') < 0;
        }

        return fits && length <= WidestLine ? open + string.Join(", ", items) + close : open + "\n" + string.Join(",\n", items.Select(Indent)) + close;
    }

    private static bool IsPlain(char character) =>
        char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
