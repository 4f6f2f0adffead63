using RulesAsCode.Publishing.Markdown;
using RulesAsCode.Publishing.Model;
using RulesAsCode.Publishing.Rendering;
using Scriban.Runtime;

namespace RulesAsCode.Publishing.Html;

/// <summary>HTML as the markup of templates, for pages of one folder of a site.</summary>
/// <param name="addresses">Where links lead.</param>
/// <param name="glossary">The terms that prose links to.</param>
/// <param name="texts">The words of the interface.</param>
/// <param name="ownLinks">The links of the publisher's page that this is for; null for any other.</param>
internal sealed class HtmlMarkup(SiteAddresses addresses, GlossaryTerms glossary, SiteTexts texts, OwnLinks? ownLinks = null) : IMarkup
{
    private readonly HtmlProse _prose = new(new GlossaryLinks(glossary, addresses.Of), texts["prose.table"]);

    public string Text(string text) => HtmlText.Escape(text);

    public string? Address(string address) => MarkdownText.Address(address);

    public string Anchor(string id) => HtmlText.Escape(addresses.Of(id));

    public object Prose(ProseText text, int headingLevel, string? exceptTerm)
    {
        HtmlProseText prose = _prose.Render(text.Markdown, headingLevel, exceptTerm, text.HighestHeading, text.LinksIntoSite ? ownLinks : null);
        return new ScriptObject { { "text", prose.Blocks }, { "line", prose.Line! }, { "is_paragraph", prose.Line is not null } };
    }
}
