using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Linting;

/// <summary>
/// <c># allow RAC9103: the number is the Minister's to set</c>. It stands above a declaration or a clause, or at the end of its line, and holds for
/// that line and for all that is indented under it.
/// </summary>
/// <param name="Code">The code that is allowed.</param>
/// <param name="CodePlace">Where it is written.</param>
/// <param name="FirstLine">The first line that it holds for, from 0.</param>
/// <param name="LastLine">The last.</param>
/// <param name="Removal">Takes it out: the code from among others, or the whole comment.</param>
internal sealed record Suppression(string Code, Location CodePlace, int FirstLine, int LastLine, TextEdit Removal)
{
    private const string Keyword = "allow";

    internal static bool IsAllow(Comment comment) =>
        comment.Text.StartsWith(Keyword + " ", StringComparison.OrdinalIgnoreCase)
        && comment.Text.Substring(Keyword.Length).TrimStart().StartsWith("RAC", StringComparison.OrdinalIgnoreCase);

    internal bool Covers(Diagnostic diagnostic) =>
        diagnostic.Code == Code && string.Equals(diagnostic.Location.Source.Path, CodePlace.Source.Path, StringComparison.Ordinal)
        && diagnostic.Location.Start.Line is var line && line >= FirstLine && line <= LastLine;

    /// <summary>The lints that a file allows. What is wrong with such a comment is reported, and it then allows nothing.</summary>
    internal static IReadOnlyList<Suppression> Read(SyntaxTree tree, List<Diagnostic> diagnostics)
    {
        var suppressions = new List<Suppression>();
        foreach (Comment comment in Comment.Of(tree).Where(IsAllow))
        {
            string text = tree.Source.ToString(comment.Span);
            int codes = text.IndexOf(Keyword, StringComparison.OrdinalIgnoreCase) + Keyword.Length;
            int colon = text.IndexOf(':');
            int end = colon < 0 ? text.Length : colon;
            bool hasReason = colon >= 0 && text.Substring(colon + 1).Trim().Length > 0;
            (int first, int last) = Extent(tree.Source, comment);
            var ofComment = new List<TextSpan>();
            for (int at = codes; at < end;)
            {
                if (!char.IsLetterOrDigit(text[at]))
                {
                    at++;
                    continue;
                }

                int start = at;
                while (at < end && char.IsLetterOrDigit(text[at]))
                {
                    at++;
                }

                string code = text.Substring(start, at - start);
                var place = new Location(tree.Source, new TextSpan(comment.Span.Start + start, code.Length));
                ofComment.Add(place.Span);
                if (LintCodes.Check(place, code) is { } problem)
                {
                    diagnostics.Add(problem);
                }
                else if (!hasReason)
                {
                    // Without a colon, the rest may be a reason: the one mistake is said once.
                    diagnostics.Add(DiagnosticCatalogue.AllowWithoutReason(place, code));
                    break;
                }
                else
                {
                    suppressions.Add(new Suppression(code.ToUpperInvariant(), place, first, last, Removal: default));
                }
            }

            for (int i = suppressions.Count - 1; i >= 0 && comment.Span.Contains(suppressions[i].CodePlace.Span); i--)
            {
                suppressions[i] = suppressions[i] with { Removal = TextEdit.Remove(ofComment.Count == 1 ? WithItsLine(comment) : FromAmong(ofComment, suppressions[i].CodePlace.Span)) };
            }
        }

        return suppressions;
    }

    /// <summary>A code, with what divides it from the next, or from the one before.</summary>
    private static TextSpan FromAmong(List<TextSpan> codes, TextSpan code)
    {
        int at = codes.IndexOf(code);
        return at + 1 < codes.Count ? TextSpan.FromBounds(code.Start, codes[at + 1].Start) : TextSpan.FromBounds(codes[at - 1].End, code.End);
    }

    /// <summary>A comment with the line that it has for itself, or with the blanks before it.</summary>
    private static TextSpan WithItsLine(Comment comment)
    {
        SourceText source = comment.Source;
        int line = comment.Line;
        if (comment.IsAlone)
        {
            return TextSpan.FromBounds(source.LineStart(line), line + 1 < source.LineCount ? source.LineStart(line + 1) : source.Length);
        }

        int start = comment.Span.Start;
        while (start > source.LineStart(line) && char.IsWhiteSpace(source.Text[start - 1]))
        {
            start--;
        }

        return TextSpan.FromBounds(start, comment.Span.End);
    }

    // The outline is the indentation: a line belongs to the nearest one above it that is indented less.
    private static (int First, int Last) Extent(SourceText source, Comment comment)
    {
        int first = comment.Line;
        if (comment.IsAlone)
        {
            do
            {
                first++;
            }
            while (first < source.LineCount && Indentation(source, first) is null);

            if (first >= source.LineCount)
            {
                return (first, first);
            }
        }

        int own = Indentation(source, first) ?? 0;
        int last = first;
        for (int line = first + 1; line < source.LineCount; line++)
        {
            if (Indentation(source, line) is { } indentation)
            {
                if (indentation <= own)
                {
                    break;
                }

                last = line;
            }
        }

        return (first, last);
    }

    /// <summary>How far a line is indented; null where it is blank or a comment.</summary>
    private static int? Indentation(SourceText source, int line)
    {
        string text = source.ToString(source.LineSpan(line));
        string trimmed = text.TrimStart();
        return trimmed.Length == 0 || trimmed[0] == '#' ? null : text.Length - trimmed.Length;
    }
}
