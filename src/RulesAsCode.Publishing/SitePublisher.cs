using System.Collections.Immutable;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Publishing.Html;
using RulesAsCode.Publishing.Json;
using RulesAsCode.Publishing.Markdown;
using RulesAsCode.Publishing.Model;
using RulesAsCode.Publishing.Own;
using RulesAsCode.Publishing.Rendering;

namespace RulesAsCode.Publishing;

/// <summary>Publishes the website of a guide. Pure: the same model gives the same bytes, and nothing is written.</summary>
public static class SitePublisher
{
    /// <summary>
    /// The version of what templates are given, described in <c>Templates/README.md</c>. It is raised when a name goes or changes its meaning; a
    /// publisher's templates say which they were written for.
    /// </summary>
    public const int TemplateModel = 1;

    internal static readonly ImmutableArray<string> Assets = ["site.css", "icon.svg", "checklist.js", "search.js", "timeline.js", "working-days.js"];

    /// <summary>The files of a site, by their paths from its root.</summary>
    /// <exception cref="PublishingException">A page lacks a disclaimer that was declared for it, or a publisher's template makes what cannot be.</exception>
    internal static ImmutableArray<PublishedFile> Publish(GuidePage guide, SiteOptions options, SiteTexts texts)
    {
        PublisherFiles own = options.Files;
        TemplateLibrary library = TemplateLibrary.With(own.OwnTemplatesByName);
        var pages = new SitePages(own.Config.Title is { } title ? guide with { Title = title } : guide, options, library, texts);
        ImmutableArray<SitePage> made = [.. pages.All()];
        ImmutableArray<PublishedFile> files =
        [
            .. made.Select(page => page.File),
            .. Assets.Select(name => new PublishedFile("assets/" + name, Asset(name, own))),
            .. own.Config.Logo is { } logo ? [new PublishedFile("assets/" + own.Config.LogoFile, logo)] : ImmutableArray<PublishedFile>.Empty,
            new PublishedFile("requirements.json", RequirementsJson.Of(guide)),
            new PublishedFile("requirements.schema.json", library.Read("Site/requirements.schema.json")),

            // The format asks for whole addresses; without one there is nothing true to write.
            .. options.Address is { } address ? [SiteMap(made, address)] : ImmutableArray<PublishedFile>.Empty,
            new PublishedFile("robots.txt", Robots(options.Address)),

            // Static hosts that run a site generator of their own leave the folder alone where this file stands.
            new PublishedFile(".nojekyll", ""),
        ];
        DisclaimerCheck.Require(guide, made, new HtmlProse(new GlossaryLinks(new GlossaryTerms([]), anchor => anchor), texts["prose.table"]));
        pages.RequireOwnLinks(files.ToImmutableSortedDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal));
        if (own.ChangesPages)
        {
            PageCheck.Require(made);
        }

        return files;
    }

    private static string Asset(string name, PublisherFiles own)
    {
        string text = own.OwnAssets.TryGetValue(name, out SourceText? replaced) ? replaced.Text.ReplaceLineEndings("\n") : TemplateLibrary.ReadResource("Site/" + name);
        return name == "site.css" ? text + own.Config.Colours.Css() : text;
    }

    private static PublishedFile SiteMap(ImmutableArray<SitePage> pages, Uri address)
    {
        IEnumerable<string> places = pages.Where(page => page.IsIndexed).Select(page => "<url><loc>" + HtmlText.Escape(address.AbsoluteUri + page.File.Path) + "</loc></url>\n");
        return new PublishedFile(
            "sitemap.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" + string.Concat(places) + "</urlset>\n");
    }

    private static string Robots(Uri? address) => "User-agent: *\nAllow: /\n" + (address is null ? "" : "Sitemap: " + address.AbsoluteUri + "sitemap.xml\n");
}
