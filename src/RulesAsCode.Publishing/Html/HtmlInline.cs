using RulesAsCode.Publishing.Rendering;

namespace RulesAsCode.Publishing.Html;

internal sealed class HtmlInline : IInlineMarkup
{
    public string Link(string address, string text) => "<a href=\"" + address + "\">" + text + "</a>";

    public string Strong(string text) => "<strong>" + text + "</strong>";

    public string Emphasis(string text) => "<em>" + text + "</em>";

    public string Text(string text) => HtmlText.Escape(text);
}
