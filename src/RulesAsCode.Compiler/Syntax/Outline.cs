using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>One line of a file, cut into indentation, content and comment (language reference, "Layout").</summary>
/// <param name="Content">Without indentation, trailing blanks and comment; empty for a blank or comment line.</param>
/// <param name="Column">Indentation in columns, a tab counting as two.</param>
/// <param name="TabOffset">The offset of a tab in the indentation, or -1.</param>
/// <param name="IsComment">True where the line holds a comment and nothing else.</param>
/// <param name="TakesProse">True where the line is a keyword of prose and its colon, and nothing else: deeper lines are prose.
/// Another line that ends with a colon does not swallow what stands under it.</param>
internal readonly record struct OutlineLine(int Number, TextSpan Content, int Column, int TabOffset, bool IsComment, bool TakesProse)
{
    public bool IsEmpty => Content.Length == 0;
}

/// <summary>A line and the lines that belong to it.</summary>
internal sealed class OutlineNode(OutlineLine line)
{
    public OutlineLine Line { get; } = line;

    public List<OutlineNode> Children { get; } = [];

    /// <summary>The lines of prose under a line that takes prose; null for any other.</summary>
    public ProseBlock? Prose { get; set; }

    public int Column => Line.Column;

    public TextSpan Content => Line.Content;
}

/// <summary>Prose: its Markdown, and the span from its first to its last character.</summary>
internal sealed record ProseBlock(string Text, TextSpan Span);

/// <summary>Reads a file as an outline: a line belongs to the nearest line above it that is indented less.</summary>
internal static class OutlineReader
{
    /// <summary>Deeper outlines are read as if they stood at this depth.</summary>
    public const int MaximumDepth = 64;

    public static List<OutlineNode> Read(SourceText source, LineRange range, List<TextSpan> tooDeep)
    {
        var roots = new List<OutlineNode>();
        var open = new Stack<OutlineNode>();
        int number = range.FirstLine;
        while (number < range.EndLine)
        {
            OutlineLine line = ReadLine(source, number++);
            if (line.IsEmpty)
            {
                continue;
            }

            while (open.Count > 0 && open.Peek().Column >= line.Column)
            {
                open.Pop();
            }

            var node = new OutlineNode(line);
            (open.Count == 0 ? roots : open.Peek().Children).Add(node);
            if (open.Count < MaximumDepth)
            {
                open.Push(node);
            }
            else
            {
                tooDeep.Add(line.Content);
            }

            if (line.TakesProse)
            {
                number = ReadProse(source, number, range.EndLine, node);
            }
        }

        return roots;
    }

    /// <summary>Where the characters of a line begin after its indentation, and in which column (the end of the line where it is blank).</summary>
    public static int ContentStart(SourceText source, int line, out int column)
    {
        column = ColumnOf(source.Text, source.LineSpan(line), out int start, out _);
        return start;
    }

    private static int ReadProse(SourceText source, int number, int endLine, OutlineNode node)
    {
        var lines = new List<TextSpan>();
        var lineNumbers = new List<int>();
        int next = number;
        for (int current = number; current < endLine; current++)
        {
            TextSpan span = source.LineSpan(current);
            int column = ColumnOf(source.Text, span, out int contentStart, out _);
            bool blank = contentStart == span.End;
            if (!blank && column <= node.Column)
            {
                // A comment here is a comment, and the prose may go on below it.
                if (source.Text[contentStart] == '#')
                {
                    continue;
                }

                break;
            }

            lineNumbers.Add(current);
            lines.Add(span);
            if (!blank)
            {
                next = current + 1;
            }
        }

        int kept = lineNumbers.FindLastIndex(n => n < next) + 1;
        int firstText = lines.FindIndex(0, kept, span => !IsBlank(source.Text, span));
        if (kept == 0 || firstText < 0)
        {
            node.Prose = new ProseBlock("", new TextSpan(node.Content.End, 0));
            return number;
        }

        int indentation = lines.Skip(firstText).Take(kept - firstText).Where(span => !IsBlank(source.Text, span)).Min(span => IndentationLength(source.Text, span));
        IEnumerable<string> texts = lines.Skip(firstText).Take(kept - firstText)
            .Select(span => IsBlank(source.Text, span) ? "" : source.Text.Substring(span.Start + indentation, span.Length - indentation).TrimEnd());
        TextSpan first = lines[firstText];
        node.Prose = new ProseBlock(
            string.Join("\n", texts), TextSpan.FromBounds(first.Start + IndentationLength(source.Text, first), EndOfText(source.Text, lines[kept - 1])));
        return next;
    }

    internal static OutlineLine ReadLine(SourceText source, int number)
    {
        string text = source.Text;
        TextSpan span = source.LineSpan(number);
        int column = ColumnOf(text, span, out int start, out int tab);
        int end = start;
        bool inText = false;
        bool inBackticks = false;
        int scan = start;
        for (; scan < span.End; scan++)
        {
            char c = text[scan];
            if (c == '"' && !inBackticks)
            {
                inText = !inText;
            }
            else if (c == '`' && !inText)
            {
                // One that is not closed on its line opens nothing.
                inBackticks = !inBackticks && text.IndexOf('`', scan + 1, span.End - scan - 1) >= 0;
            }
            else if (c == '#' && !inText && !inBackticks)
            {
                break;
            }

            if (!char.IsWhiteSpace(c))
            {
                end = scan + 1;
            }
        }

        bool isComment = end == start && scan < span.End;
        bool colon = end > start && text[end - 1] == ':' && !inText && !inBackticks;
        bool takesProse = colon && ClauseTable.ProseKeywords.Contains(text.Substring(start, end - 1 - start).TrimEnd());
        return new OutlineLine(number, TextSpan.FromBounds(start, end), column, end > start ? tab : -1, isComment, takesProse);
    }

    private static int ColumnOf(string text, TextSpan span, out int start, out int tab)
    {
        int column = 0;
        tab = -1;
        start = span.Start;
        // A byte-order mark is no character of the first line.
        if (start == 0 && start < span.End && text[0] == '\uFEFF')
        {
            start++;
        }

        for (; start < span.End && char.IsWhiteSpace(text[start]); start++)
        {
            if (text[start] == '\t')
            {
                tab = tab < 0 ? start : tab;
                column++;
            }

            column++;
        }

        return column;
    }

    private static int IndentationLength(string text, TextSpan span)
    {
        int length = 0;
        while (length < span.Length && char.IsWhiteSpace(text[span.Start + length]))
        {
            length++;
        }

        return length;
    }

    private static int EndOfText(string text, TextSpan span)
    {
        int end = span.End;
        while (end > span.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static bool IsBlank(string text, TextSpan span) => IndentationLength(text, span) == span.Length;
}
