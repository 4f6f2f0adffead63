using System.Globalization;
using System.Text;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Tool.Output;

/// <summary>
/// A diagnostic for a person: place, code and sentence; the line with the stretch underlined; what to write instead.
/// </summary>
internal static class DiagnosticText
{
    /// <summary>A longer line is shown as the part around the stretch.</summary>
    private const int MaximumWidth = 160;

    /// <summary>How much of a long line is shown before the stretch.</summary>
    private const int LeadIn = 40;

    internal static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Information => "information",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };

    /// <summary>Every diagnostic, the first of each code with where its page is, and a last line that counts.</summary>
    /// <param name="files">How many files were read.</param>
    internal static void Write(TextWriter output, IReadOnlyCollection<Diagnostic> diagnostics, int files, Palette palette)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            Write(output, diagnostic, told.Add(diagnostic.Code), palette);
            output.WriteLine();
        }

        output.WriteLine(Count(diagnostics, files));
    }

    /// <param name="withPage">Whether to say how the page of the code is read.</param>
    internal static void Write(TextWriter output, Diagnostic diagnostic, bool withPage, Palette palette)
    {
        Func<string, string> tone = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => palette.Red,
            DiagnosticSeverity.Warning => palette.Yellow,
            _ => palette.Blue,
        };

        output.WriteLine($"{palette.Strong(diagnostic.Location.ToString())}: {tone($"{Word(diagnostic.Severity)} {diagnostic.Code}")}: {Visible(diagnostic.Message)}");

        if (palette.IsPlain)
        {
            WritePlain(output, diagnostic, withPage);
            return;
        }

        string number = (diagnostic.Location.Start.Line + 1).ToString(CultureInfo.InvariantCulture);
        string margin = new(' ', number.Length + 3);
        (string line, string indentation, int width) = Excerpt(diagnostic.Location);
        output.WriteLine(palette.Faint($"  {number} |") + (line.Length > 0 ? " " + line : ""));
        output.WriteLine(palette.Faint(margin + "|") + " " + indentation + tone(new string('~', width)));
        foreach (RelatedPlace place in diagnostic.Related)
        {
            output.WriteLine($"{margin}{palette.Faint("=")} {place.Location}: {Visible(place.Message)}");
        }

        foreach (string line2 in (diagnostic.Fix ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            output.WriteLine($"{margin}{palette.Faint("=")} {Visible(line2)}");
        }

        if (withPage)
        {
            output.WriteLine($"{margin}{palette.Faint("= why: rules explain-code " + diagnostic.Code)}");
        }
    }

    /// <summary>What follows the first line where nothing is drawn: the words in question, other places, what to write instead; each a line that says what it is.</summary>
    private static void WritePlain(TextWriter output, Diagnostic diagnostic, bool withPage)
    {
        string words = diagnostic.Location.Source.ToString(diagnostic.Location.Span).Split('\n')[0].Trim();
        if (words.Length > 0)
        {
            output.WriteLine("  Words: " + Visible(words.Length > MaximumWidth ? words[..MaximumWidth] + "…" : words));
        }

        foreach (RelatedPlace place in diagnostic.Related)
        {
            output.WriteLine($"  See {place.Location}: {Visible(place.Message)}");
        }

        foreach (string line in (diagnostic.Fix ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            output.WriteLine("  Help: " + Visible(line));
        }

        if (withPage)
        {
            output.WriteLine("  Why: rules explain-code " + diagnostic.Code);
        }
    }

    /// <summary>How many of each severity, in words: <c>2 errors and 1 warning in 15 files</c>.</summary>
    internal static string Count(IReadOnlyCollection<Diagnostic> diagnostics, int files) =>
        $"{Count(diagnostics.Select(diagnostic => diagnostic.Severity))} in {Words.Count(files, "file")}.";

    /// <summary><c>2 errors and 1 warning</c>, <c>No findings</c>.</summary>
    internal static string Count(IEnumerable<DiagnosticSeverity> severities)
    {
        ILookup<DiagnosticSeverity, DiagnosticSeverity> counted = severities.ToLookup(severity => severity);
        string[] parts =
        [
            .. new[] { DiagnosticSeverity.Error, DiagnosticSeverity.Warning, DiagnosticSeverity.Information }
                .Where(severity => counted[severity].Any())
                .Select(severity => Words.Count(counted[severity].Count(), severity == DiagnosticSeverity.Information ? "note" : Word(severity))),
        ];
        return parts.Length == 0 ? "No findings" : Words.List(parts);
    }

    /// <summary>The line, what stands before the underline, and the underline's length: at least 1, to the line's end at most.</summary>
    private static (string Line, string Indentation, int Width) Excerpt(Location location)
    {
        SourceText source = location.Source;
        LinePosition start = location.Start;
        TextSpan span = source.LineSpan(start.Line);
        int from = Math.Min(location.Span.Start, span.End);
        int to = Math.Clamp(location.Span.End, from, span.End);

        bool isClipped = span.Length > MaximumWidth;
        int first = isClipped ? Math.Max(span.Start, from - LeadIn) : span.Start;
        int last = isClipped ? Math.Min(span.End, first + MaximumWidth) : span.End;
        to = Math.Min(to, last);
        string head = first > span.Start ? "…" : "";
        string line = head + Visible(source.ToString(TextSpan.FromBounds(first, last))) + (last < span.End ? "…" : "");

        // A tab before the stretch stays a tab, so that the underline falls under it whatever a tab's width.
        var indentation = new StringBuilder(head.Length > 0 ? " " : "");
        foreach (char character in source.ToString(TextSpan.FromBounds(first, from)))
        {
            indentation.Append(character == '\t' ? '\t' : ' ');
        }

        return (line, indentation.ToString(), Math.Max(1, to - from));
    }

    /// <summary>Without characters that would steer a terminal or break it: each control character but the tab, and half surrogates, as �.</summary>
    internal static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                visible.Append(text, i++, 2);
            }
            else
            {
                visible.Append((char.IsControl(text[i]) && text[i] != '\t') || char.IsSurrogate(text[i]) ? '\uFFFD' : text[i]);
            }
        }

        return visible.ToString();
    }
}
