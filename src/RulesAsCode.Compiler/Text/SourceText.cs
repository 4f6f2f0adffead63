using System.Collections.Immutable;

namespace RulesAsCode.Compiler.Text;

/// <summary>The text of one file and its lines. A line ends with <c>\n</c>, <c>\r\n</c> or a lone <c>\r</c>.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    private SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        _lineStarts = FindLineStarts(text);
    }

    /// <summary>The path as the host gave it, with <c>/</c> between folders.</summary>
    public string Path { get; }

    public string Text { get; }

    public int Length => Text.Length;

    public int LineCount => _lineStarts.Length;

    public static SourceText From(string path, string text) => new(path.Replace('\\', '/'), text);

    /// <summary>The offset at which a line begins; lines count from 0.</summary>
    public int LineStart(int line) => _lineStarts[line];

    /// <summary>The span of a line without its line break; lines count from 0.</summary>
    public TextSpan LineSpan(int line)
    {
        int start = _lineStarts[line];
        int end = line + 1 < _lineStarts.Length ? _lineStarts[line + 1] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Line and character of an offset, both from 0, characters in UTF-16 units.</summary>
    public LinePosition GetPosition(int offset)
    {
        int line = Array.BinarySearch(_lineStarts, offset);
        if (line < 0)
        {
            line = ~line - 1;
        }

        return new LinePosition(line, offset - _lineStarts[line]);
    }

    public string ToString(TextSpan span) => Text.Substring(span.Start, span.Length);

    public override string ToString() => Text;

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}

/// <summary>A stretch of a text: its first offset and its length, in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;
}

/// <summary>A place in a text: line and character, both from 0.</summary>
public readonly record struct LinePosition(int Line, int Character);

/// <summary>A span of one file.</summary>
public sealed record Location(SourceText Source, TextSpan Span) : IComparable<Location>
{
    public LinePosition Start => Source.GetPosition(Span.Start);

    public LinePosition End => Source.GetPosition(Span.End);

    public int CompareTo(Location? other)
    {
        if (other is null)
        {
            return 1;
        }

        int byPath = string.CompareOrdinal(Source.Path, other.Source.Path);
        return byPath != 0 ? byPath : Span.Start != other.Span.Start ? Span.Start.CompareTo(other.Span.Start) : Span.Length.CompareTo(other.Span.Length);
    }

    /// <summary>The place as a person reads it: <c>uept.rules:9:17</c>, from 1.</summary>
    public override string ToString() => $"{Source.Path}:{Start.Line + 1}:{Start.Character + 1}";
}
