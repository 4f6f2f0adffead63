using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace RulesAsCode.Publishing.Markdown;

/// <summary>Prose as it stands in a guide.</summary>
/// <param name="Text">Markdown; lines end with <c>\n</c>, none with a space, and there is none after the last.</param>
/// <param name="IsParagraph">True when it is one paragraph, so that it may follow other words on a line.</param>
internal sealed record RenderedProse(string Text, bool IsParagraph);

/// <summary>
/// Fits an author's Markdown into a larger page without changing what it says. It is parsed with Markdig and edited at the places that the tree
/// names: raw HTML and links to anywhere but the web become text, headings go below the page's own, links by label carry their own address,
/// a fence that was left open is closed, and the first use of each glossary term becomes a link.
/// </summary>
internal sealed class ProseRenderer(GlossaryTerms glossary)
{
    // No task lists: what one parser takes for the box of a task another takes for the text of a link.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UsePipeTables().UseAutoLinks().Build();

    /// <param name="markdown">The prose as written.</param>
    /// <param name="headingLevel">The level that a heading written <c>###</c> has in the page: 3 to 6.</param>
    /// <param name="exceptTerm">Anchor of the term that is not to be linked: the one whose meaning this is.</param>
    public RenderedProse Render(string markdown, int headingLevel = 4, string? exceptTerm = null)
    {
        string text = Neutralise(markdown.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim('\n'));
        MarkdownDocument document = Markdig.Markdown.Parse(text, Pipeline);
        var edits = new EditList(text);
        foreach (Block block in document.Descendants<Block>())
        {
            EditBlock(block, headingLevel - 3, text, edits);
        }

        foreach (LinkInline link in document.Descendants<LinkInline>().Where(link => link.Reference is not null))
        {
            int end = link.LastChild?.Span.End ?? (link.IsImage ? link.Span.Start + 1 : link.Span.Start);
            edits.Replace(end + 1, link.Span.End + 1, "](" + MarkdownText.Destination(link.Url ?? "") + (string.IsNullOrEmpty(link.Title) ? "" : " \"" + MarkdownText.Escape(link.Title).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"") + ")");
        }

        LinkTerms(document, text, exceptTerm, edits);
        string result = Neutralise(TrimLines(edits.Apply()), highestHeading: 3);
        bool isParagraph = document.Where(block => block is not LinkReferenceDefinitionGroup).ToList() is [ParagraphBlock];
        return new RenderedProse(result + OpenFence(document), isParagraph);
    }

    /// <summary>
    /// Escapes headings above the highest allowed, raw HTML, links with other schemes, and addresses of labels that could not be taken out without a trace. Each round escapes what the parser saw, which may uncover more (a tag in a block of
    /// HTML); every round adds a backslash before a character that had none, so the rounds end.
    /// </summary>
    private static string Neutralise(string text, int highestHeading = 1)
    {
        while (true)
        {
            MarkdownDocument document = Markdig.Markdown.Parse(text, Pipeline);
            var edits = new EditList(text);
            foreach (MarkdownObject markup in document.Descendants())
            {
                int place = markup switch
                {
                    LinkReferenceDefinition definition when !IsAlone(definition.Span, text) => text.IndexOf('[', definition.Span.Start),
                    HeadingBlock heading when heading.Level < highestHeading => heading.IsSetext
                        ? text.IndexOfAny(['-', '='], text.LastIndexOf('\n', heading.Span.End) + 1)
                        : heading.Span.Start,
                    HtmlBlock or HtmlInline => text.IndexOf('<', markup.Span.Start),
                    LinkInline { IsAutoLink: false } link when !IsAllowed(link.Url) => text.IndexOf('[', link.Span.Start),
                    AutolinkInline { IsEmail: false } link when !IsAllowed(link.Url) => text.IndexOf('<', link.Span.Start),
                    _ => -1,
                };
                if (place >= 0)
                {
                    edits.Insert(place, "\\");
                }
            }

            if (edits.IsEmpty)
            {
                return text;
            }

            text = edits.Apply();
        }
    }

    /// <summary>Whether an address of a label stands at the margin with an empty line, or another address, before and after it.</summary>
    private static bool IsAlone(SourceSpan span, string text)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, span.Start);
        ReadOnlySpan<char> after = text.AsSpan(span.End + 1);
        bool isAtMargin = before.IsEmpty || before[^1] == '\n';
        ReadOnlySpan<char> lineBefore = before.IsEmpty ? before : before[..^1][(before[..^1].LastIndexOf('\n') + 1)..];
        int end = after.IndexOf('\n');
        ReadOnlySpan<char> rest = end < 0 ? after : after[..end];
        ReadOnlySpan<char> lineAfter = end < 0 ? [] : after[(end + 1)..];
        return isAtMargin && rest.Trim(' ').IsEmpty && IsEmptyOrAddress(lineBefore) && IsEmptyOrAddress(lineAfter);
    }

    private static bool IsEmptyOrAddress(ReadOnlySpan<char> line) => line.IsEmpty || line[0] is '\n' or '[';

    private static bool IsAllowed(string? url)
    {
        string address = url ?? "";
        int colon = address.IndexOf(':', StringComparison.Ordinal);
        bool isRelative = colon < 0 || address.AsSpan(0, colon).IndexOfAny("/?#") >= 0;
        return isRelative || MarkdownText.Address(address) is not null;
    }

    private static void EditBlock(Block block, int deeper, string text, EditList edits)
    {
        switch (block)
        {
            case HeadingBlock { IsSetext: false } heading when Math.Min(heading.Level + deeper, 6) - heading.Level is > 0 and int more:
                edits.Insert(heading.Span.Start, new string('#', more));
                break;
            case HeadingBlock { IsSetext: true } heading:
                // The underline makes level 1 or 2, which are the page's own.
                int underline = text.LastIndexOf('\n', heading.Span.End);
                edits.Insert(heading.Span.Start, new string('#', Math.Min(3 + deeper, 6)) + " ");
                edits.Replace(underline, heading.Span.End + 1, "");
                for (int i = text.IndexOf('\n', heading.Span.Start); i >= 0 && i < underline; i = text.IndexOf('\n', i + 1))
                {
                    edits.Replace(i, i + 1, " ");
                }

                break;
            case LinkReferenceDefinition definition:
                int next = definition.Span.End + 1;
                while (next < text.Length && text[next] == '\n')
                {
                    next++;
                }

                edits.Replace(definition.Span.Start, next, "");
                break;
            case LeafBlock { Inline: { } inlines }:
                foreach (LineBreakInline lineBreak in inlines.Descendants<LineBreakInline>().Where(lineBreak => lineBreak is { IsHard: true, IsBackslash: false }))
                {
                    // Two spaces at the end of a line are a break that nobody can see; a backslash says the same.
                    int end = lineBreak.Span.Start;
                    while (end > 0 && text[end - 1] == ' ')
                    {
                        end--;
                    }

                    // A backslash that is text stays so when it is doubled.
                    edits.Replace(end, lineBreak.Span.Start, EndsWithPlainBackslash(text.AsSpan(0, end)) ? "\\\\" : "\\");
                }

                break;
        }
    }

    private static bool EndsWithPlainBackslash(ReadOnlySpan<char> text) => (text.Length - text.TrimEnd('\\').Length) % 2 == 1;

    private void LinkTerms(MarkdownDocument document, string text, string? exceptTerm, EditList edits)
    {
        var linked = new HashSet<string>(StringComparer.Ordinal);
        if (exceptTerm is not null)
        {
            linked.Add(exceptTerm);
        }

        foreach (LeafBlock block in document.Descendants<LeafBlock>().Where(block => block is not HeadingBlock && block.Inline is not null))
        {
            var running = new RunningText(text);
            running.Add(block.Inline!);
            foreach (TermUse use in glossary.Find(running.Text))
            {
                int start = running.SourceOf(use.Start);

                // After these a bracket would be an image, a label or a plain character.
                bool canLink = start == 0 || text[start - 1] is not ('!' or ']' or '\\');
                if (canLink && linked.Add(use.Id))
                {
                    edits.Insert(start, "[");
                    edits.Insert(running.SourceOf(use.Start + use.Length - 1) + 1, "](#" + use.Id + ")");
                }
            }
        }
    }

    /// <summary>The end of a fence that the author left open; without it the fence would take in the rest of the page.</summary>
    private static string OpenFence(MarkdownDocument document) =>
        document.LastOrDefault(block => block is not LinkReferenceDefinitionGroup) is FencedCodeBlock { ClosingFencedCharCount: 0 } open
            ? "\n" + new string(open.FencedChar, open.OpeningFencedCharCount)
            : "";

    private static string TrimLines(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (string line in text.Split('\n'))
        {
            result.Append(line.TrimEnd(' ', '\t')).Append('\n');
        }

        return result.ToString().Trim('\n');
    }

    /// <summary>The words of a block in one line, and where in the source each character stands. What is no running text (code, links) is a barrier.</summary>
    private sealed class RunningText(string source)
    {
        private const char Barrier = '\uFFFC';

        private readonly StringBuilder _text = new();
        private readonly List<int> _sources = [];

        public string Text => _text.ToString();

        public int SourceOf(int index) => _sources[index];

        public void Add(ContainerInline inlines)
        {
            foreach (Inline inline in inlines)
            {
                switch (inline)
                {
                    case LiteralInline literal:
                        string content = literal.Content.ToString();
                        int start = StartOf(content, literal.Span);
                        if (start < 0)
                        {
                            Add(Barrier, literal.Span.Start);
                            break;
                        }

                        for (int i = 0; i < content.Length; i++)
                        {
                            Add(content[i], start + i);
                        }

                        break;
                    case LineBreakInline { IsHard: false }:
                        Add(' ', inline.Span.Start);
                        break;
                    case LinkInline:
                        Add(Barrier, inline.Span.Start);
                        break;
                    case ContainerInline container:
                        Add(Barrier, inline.Span.Start);
                        Add(container);
                        Add(Barrier, inline.Span.End);
                        break;
                    default:
                        Add(Barrier, inline.Span.Start);
                        break;
                }
            }
        }

        /// <summary>
        /// Where a literal's content stands in its span, which may begin with a backslash or, in a cell, with spaces; -1 where it is not as written.
        /// </summary>
        private int StartOf(string content, SourceSpan span) => source.IndexOf(content, span.Start, span.Length, StringComparison.Ordinal);

        private void Add(char c, int place)
        {
            _text.Append(c);
            _sources.Add(place);
        }
    }
}
