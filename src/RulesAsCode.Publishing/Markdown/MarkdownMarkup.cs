using RulesAsCode.Publishing.Model;
using RulesAsCode.Publishing.Rendering;
using Scriban.Runtime;

namespace RulesAsCode.Publishing.Markdown;

/// <summary>Markdown as the markup of templates.</summary>
internal sealed class MarkdownMarkup(ProseRenderer prose) : IMarkup
{
    public string Text(string text) => MarkdownText.Escape(text);

    public string? Address(string address) => MarkdownText.Address(address);

    public string Anchor(string id) => id.Length == 0 ? "" : "#" + id;

    public object Prose(ProseText text, int headingLevel, string? exceptTerm)
    {
        RenderedProse rendered = prose.Render(text.Markdown, headingLevel, exceptTerm);
        return new ScriptObject { { "text", rendered.Text }, { "is_paragraph", rendered.IsParagraph } };
    }
}
