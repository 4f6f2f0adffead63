using System.Collections.Immutable;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>Lines of a file, from 0, and the characters that they are.</summary>
/// <param name="EndLine">The line after the last.</param>
internal readonly record struct LineRange(int FirstLine, int EndLine, TextSpan Span);

/// <summary>A part of a file that can be read apart from the others, and what came of it.</summary>
/// <param name="Declarations">More than one where a line that begins none follows.</param>
/// <param name="HasOnlyRightForms">True where nothing was said of it, so that all that it gave is its nodes and tokens.</param>
internal sealed record FilePart(LineRange Range, ImmutableArray<DeclarationSyntax> Declarations, ImmutableArray<SyntaxToken> Tokens, bool HasOnlyRightForms);

/// <summary>
/// Cuts a file where a declaration begins in the first column. Such a line ends every clause and every prose above it, so that what a part says
/// follows from its own characters alone. After an edit, the parts before and behind it are as they were.
/// </summary>
internal static class FileParts
{
    internal static List<LineRange> Split(SourceText source)
    {
        var parts = new List<LineRange>();
        int first = 0;
        for (int line = 1; line < source.LineCount; line++)
        {
            if (BeginsPart(source, line))
            {
                parts.Add(Range(source, first, line));
                first = line;
            }
        }

        parts.Add(Range(source, first, source.LineCount));
        return parts;
    }

    /// <summary>For each part of a text the part of the tree before that can stand for it; null where there is none.</summary>
    internal static FilePart?[] Unchanged(SyntaxTree before, SourceText source, List<LineRange> ranges)
    {
        var same = new FilePart?[ranges.Count];
        int start = 0;
        while (start < ranges.Count && start < before.Parts.Length && CanStandFor(before, before.Parts[start], source, ranges[start]))
        {
            Note(start, before.Parts[start]);
            start++;
        }

        // The first part may have a byte-order mark, and stands for no other.
        for (int end = 1; end < ranges.Count - start + 1 && end < before.Parts.Length - start + 1; end++)
        {
            int at = ranges.Count - end;
            FilePart candidate = before.Parts[before.Parts.Length - end];
            if (at == 0 || candidate.Range.FirstLine == 0 || !CanStandFor(before, candidate, source, ranges[at]))
            {
                break;
            }

            Note(at, candidate);
        }

        return same;

        // What is wrong is said anew, with its places.
        void Note(int at, FilePart candidate)
        {
            if (candidate is { HasOnlyRightForms: true, Tokens.IsEmpty: false })
            {
                same[at] = candidate;
            }
        }
    }

    private static bool CanStandFor(SyntaxTree before, FilePart part, SourceText source, LineRange range) =>
        part.Range.Span.Length == range.Span.Length
        && string.CompareOrdinal(before.Source.Text, part.Range.Span.Start, source.Text, range.Span.Start, range.Span.Length) == 0;

    private static bool BeginsPart(SourceText source, int line)
    {
        int start = source.LineStart(line);
        return start < source.Length && char.IsLetter(source.Text[start]) && Parser.FindDeclaration(source, OutlineReader.ReadLine(source, line).Content, out _) is not null;
    }

    private static LineRange Range(SourceText source, int first, int end)
    {
        int start = source.LineStart(first);
        return new LineRange(first, end, TextSpan.FromBounds(start, end < source.LineCount ? source.LineStart(end) : source.Length));
    }
}
