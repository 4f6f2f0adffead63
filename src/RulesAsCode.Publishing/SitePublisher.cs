using System.Collections.Immutable;
using RulesAsCode.Publishing.Html;
using RulesAsCode.Publishing.Json;
using RulesAsCode.Publishing.Markdown;
using RulesAsCode.Publishing.Model;
using RulesAsCode.Publishing.Rendering;

namespace RulesAsCode.Publishing;

/// <summary>Publishes the website of a guide. Pure: the same model gives the same bytes, and nothing is written.</summary>
public static class SitePublisher
{
    private static readonly ImmutableArray<string> Assets = ["site.css", "icon.svg", "checklist.js", "search.js", "timeline.js", "working-days.js"];

    /// <summary>The files of a site, by their paths from its root.</summary>
    /// <exception cref="PublishingException">A page lacks a disclaimer that was declared for it.</exception>
    internal static ImmutableArray<PublishedFile> Publish(GuidePage guide, SiteOptions options)
    {
        TemplateLibrary library = TemplateLibrary.BuiltIn;
        SiteTexts texts = SiteTexts.BuiltIn;
        var pages = new SitePages(guide, options, library, texts);
        ImmutableArray<SitePage> made = [.. pages.All()];
        ImmutableArray<PublishedFile> files =
        [
            .. made.Select(page => page.File),
            .. Assets.Select(name => new PublishedFile("assets/" + name, library.Read("Site/" + name))),
            new PublishedFile("requirements.json", RequirementsJson.Of(guide)),
            new PublishedFile("requirements.schema.json", library.Read("Site/requirements.schema.json")),
            SiteMap(made, options),
            new PublishedFile("robots.txt", Robots(options)),

            // Static hosts that run a site generator of their own leave the folder alone where this file stands.
            new PublishedFile(".nojekyll", ""),
        ];
        DisclaimerCheck.Require(guide, made, new HtmlProse(new GlossaryLinks(new GlossaryTerms([]), anchor => anchor), texts["prose.table"]));
        return files;
    }

    private static PublishedFile SiteMap(ImmutableArray<SitePage> pages, SiteOptions options)
    {
        // The format asks for whole addresses. Without one the site is only at home on this machine.
        string root = options.BaseAddress?.AbsoluteUri ?? "http://localhost/";
        IEnumerable<string> places = pages.Where(page => page.IsIndexed).Select(page => "<url><loc>" + HtmlText.Escape(root + page.File.Path) + "</loc></url>\n");
        return new PublishedFile(
            "sitemap.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" + string.Concat(places) + "</urlset>\n");
    }

    private static string Robots(SiteOptions options) =>
        "User-agent: *\nAllow: /\n" + (options.BaseAddress is { } address ? "Sitemap: " + address.AbsoluteUri + "sitemap.xml\n" : "");
}
