using System.Globalization;
using System.Text;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>Pieces of C# source.</summary>
internal static class CSharpText
{
    private const int WidestLine = 110;

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
    public static string Indent(string text) =>
        string.Join("\n", text.Split('\n').Select(line => line.Length == 0 || line[0] == '#' ? line : "    " + line));

    private static string Enclosed(string open, string[] items, string close)
    {
        string line = open + string.Join(", ", items) + close;
        return line.Length <= WidestLine && line.IndexOf('\n') < 0
            ? line
            : open + "\n" + string.Join(",\n", items.Select(Indent)) + close;
    }

    private static bool IsPlain(char character) =>
        char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
