using System.Xml.Linq;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace RulesAsCode.Publishing.Tests;

/// <summary>
/// Markdown as a reader sees it, rendered by a parser that has raw HTML and the extensions of GitHub switched on; but for
/// task lists, which Markdig finds in the text of any link called "x".
/// </summary>
internal static class Rendered
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseMathematics().UseFootnotes().UseEmojiAndSmiley(enableSmileys: false).Build();

    /// <summary>The page as a tree. Fails where what was written is not well-formed, as raw HTML that slipped through mostly is not.</summary>
    public static XElement Page(string markdown) => XElement.Parse("<page>" + Markdig.Markdown.ToHtml(markdown, Pipeline) + "</page>", LoadOptions.PreserveWhitespace);

    public static string VisibleText(XElement page) => OneLine(page.Value);

    /// <summary>White space as a browser shows it.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
