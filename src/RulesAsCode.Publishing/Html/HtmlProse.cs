using System.Globalization;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using RulesAsCode.Publishing.Markdown;
using RulesAsCode.Publishing.Model;
using RulesAsCode.Publishing.Rendering;

namespace RulesAsCode.Publishing.Html;

/// <summary>Prose as it stands in a page.</summary>
/// <param name="Blocks">Paragraphs, lists and the like.</param>
/// <param name="Line">The words without the paragraph around them, when it is one paragraph; else null.</param>
internal sealed record HtmlProseText(string Blocks, string? Line);

/// <summary>
/// An author's Markdown as HTML of a larger page. Raw HTML and links to anywhere but the web are shown as the text that was written, pictures become
/// links (a page asks nothing of another place), headings go below the page's own, and the first use of each glossary term becomes a link.
/// </summary>
internal sealed class HtmlProse(GlossaryLinks glossary, string tableName)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UsePipeTables().UseAutoLinks().DisableHtml().Build();

    /// <param name="markdown">The prose as written.</param>
    /// <param name="headingLevel">The level that the author's highest heading has in the page.</param>
    /// <param name="exceptTerm">Anchor of the term whose meaning this is, or null.</param>
    /// <param name="authorsHighest">The level of the highest heading that the author writes.</param>
    /// <param name="ownLinks">Where links without a scheme lead; null where they are shown as the text that was written.</param>
    public HtmlProseText Render(string markdown, int headingLevel, string? exceptTerm, int authorsHighest = 3, OwnLinks? ownLinks = null)
    {
        string text = markdown.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim('\n');
        MarkdownDocument document = Markdig.Markdown.Parse(text, Pipeline);
        LowerHeadings(document, headingLevel, authorsHighest);
        RefuseLinks(document, text, ownLinks);
        IsolateDirections(document);
        glossary.AddTo(document, exceptTerm);
        bool isParagraph = document.Where(block => block is not LinkReferenceDefinitionGroup).ToList() is [ParagraphBlock];
        string blocks = Write(document, isLine: false);
        return new HtmlProseText(blocks, isParagraph ? Write(document, isLine: true) : null);
    }

    private string Write(MarkdownDocument document, bool isLine)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer) { ImplicitParagraph = isLine };
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTableRenderer(tableName));
        renderer.Render(document);
        return writer.ToString().Trim('\n');
    }

    /// <summary>No level is skipped on the way down.</summary>
    private static void LowerHeadings(MarkdownDocument document, int highest, int authorsHighest)
    {
        int before = highest - 1;
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = before = Math.Min(Math.Max(heading.Level, authorsHighest) - authorsHighest + highest, Math.Min(before + 1, 6));
        }
    }

    private static void RefuseLinks(MarkdownDocument document, string text, OwnLinks? ownLinks)
    {
        foreach (LinkInline link in document.Descendants<LinkInline>().ToList())
        {
            string? own = ownLinks?.Of(link.Url ?? "", link.Line);
            if (own is null && MarkdownText.Address(link.Url ?? "") is null)
            {
                link.ReplaceBy(new LiteralInline(text.Substring(link.Span.Start, link.Span.Length)), copyChildren: false);
            }
            else
            {
                link.IsImage = false;
                link.Title = null;
                if (link.FirstChild is null)
                {
                    link.AppendChild(new LiteralInline(link.Url!));
                }

                link.Url = own ?? link.Url;
            }
        }

        foreach (AutolinkInline link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && MarkdownText.Address(link.Url) is null).ToList())
        {
            link.ReplaceBy(new LiteralInline("<" + link.Url + ">"));
        }
    }

    /// <summary>Marks that turn the direction of writing reach to the end of their text and no further.</summary>
    private static void IsolateDirections(MarkdownDocument document)
    {
        foreach (LiteralInline literal in document.Descendants<LiteralInline>())
        {
            string text = literal.Content.ToString();
            if (Directions.Closing(text) is { Length: > 0 } end)
            {
                literal.Content = new Markdig.Helpers.StringSlice(text + end);
            }
        }
    }

    /// <summary>A table scrolls in a box of its own, which a keyboard reaches, so that the page never has to.</summary>
    private sealed class ScrollingTableRenderer(string name) : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.Write("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"").WriteEscape(name).WriteLine("\">");
            base.Write(renderer, table);
            renderer.EnsureLine();
            renderer.WriteLine("</div>");
        }
    }
}
