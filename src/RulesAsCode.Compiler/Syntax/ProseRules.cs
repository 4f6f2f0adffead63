using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>What prose may not hold: the page's own headings, HTML, and links that lead anywhere but to the web, a mailbox or a page beside it.</summary>
internal static class ProseRules
{
    // No time-out: each pattern is linear in the line, and a busy machine must not turn right prose into a failure.
    private static readonly Regex Heading = new(@"\G\s*(?:[-*+>]\s+)*#{1,2}(?:\s|$)", RegexOptions.CultureInvariant);
    private static readonly Regex Underline = new(@"\G\s*(?:=+|-{2,})\s*$", RegexOptions.CultureInvariant);
    private static readonly Regex Link = new(@"\]\(\s*<?([^)\s>]*)|^\s*\[[^\]]+\]:\s*<?(\S*)|<([A-Za-z][A-Za-z0-9+.\-]{1,31}:[^>\s]*)>", RegexOptions.CultureInvariant);
    private static readonly Regex Tag = new(@"(?<!\\)<(?:[A-Za-z/!?])", RegexOptions.CultureInvariant);
    private static readonly Regex AutoLink = new(@"\G<(?:https?://|mailto:)[^>\s]*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex Scheme = new(@"^[^/?#]*(?::|&)", RegexOptions.CultureInvariant);
    private static readonly Regex AllowedScheme = new(@"^(?:https?://|mailto:)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The first thing that prose may not hold, or null.</summary>
    public static Diagnostic? Find(SourceText source, TextSpan prose)
    {
        bool inFence = false;
        bool afterText = false;
        int line = source.GetPosition(prose.Start).Line;
        int last = source.GetPosition(prose.End).Line;
        for (; line <= last; line++)
        {
            TextSpan span = source.LineSpan(line);
            span = TextSpan.FromBounds(Math.Max(span.Start, prose.Start), Math.Min(span.End, prose.End));
            if (span.Length <= 0)
            {
                afterText = false;
                continue;
            }

            string text = source.ToString(span);
            string trimmed = text.TrimStart();
            if (trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal))
            {
                inFence = !inFence;
                continue;
            }

            if (!inFence && FindInLine(source, span, MaskCode(text), afterText) is { } found)
            {
                return found;
            }

            afterText = trimmed.Length > 0;
        }

        return null;
    }

    private static Diagnostic? FindInLine(SourceText source, TextSpan span, string text, bool afterText)
    {
        Match heading = Heading.Match(text);
        if (heading.Success || (afterText && Underline.IsMatch(text) && !text.Contains('|')))
        {
            int blanks = text.Length - text.TrimStart().Length;
            return DiagnosticCatalogue.ProseHeading(new Location(source, TextSpan.FromBounds(span.Start + blanks, span.End)));
        }

        foreach (Match link in Link.Matches(text))
        {
            Group target = link.Groups.Cast<Group>().Skip(1).First(group => group.Success);
            if (Scheme.IsMatch(target.Value) && !AllowedScheme.IsMatch(target.Value))
            {
                return DiagnosticCatalogue.ProseLink(new Location(source, new TextSpan(span.Start + target.Index, target.Length)), target.Value.Length <= 60 ? target.Value : target.Value.Substring(0, 60) + "…");
            }
        }

        foreach (Match tag in Tag.Matches(text))
        {
            if (!AutoLink.Match(text, tag.Index).Success)
            {
                return DiagnosticCatalogue.ProseHtml(new Location(source, new TextSpan(span.Start + tag.Index, 1)));
            }
        }

        return null;
    }

    /// <summary>The line with what stands between backticks blanked out, offsets kept.</summary>
    private static string MaskCode(string text)
    {
        int open = text.IndexOf('`');
        if (open < 0)
        {
            return text;
        }

        char[] masked = text.ToCharArray();
        while (open >= 0)
        {
            int close = text.IndexOf('`', open + 1);
            if (close < 0)
            {
                break;
            }

            for (int i = open + 1; i < close; i++)
            {
                masked[i] = ' ';
            }

            open = text.IndexOf('`', close + 1);
        }

        return new string(masked);
    }
}
