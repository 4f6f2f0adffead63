using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Publishing.Markdown;
using RulesAsCode.Publishing.Model;
using RulesAsCode.Publishing.Rendering;

namespace RulesAsCode.Publishing;

/// <summary>Publishes the guide of a set of rules. Pure: the same model gives the same bytes, and nothing is written.</summary>
public static class GuidePublisher
{
    /// <summary>The files of a guide: <c>guide.md</c>, the whole guide as one Markdown document.</summary>
    /// <param name="model">A finished model: free of errors.</param>
    public static ImmutableArray<PublishedFile> Publish(RulesModel model) => Publish(GuideModelBuilder.Build(model), SiteTexts.BuiltIn);

    internal static ImmutableArray<PublishedFile> Publish(GuidePage page, SiteTexts texts)
    {
        var markup = new MarkdownMarkup(new ProseRenderer(new GlossaryTerms(page.Glossary)));
        var renderer = new TemplateRenderer(TemplateLibrary.BuiltIn, MarkdownFunctions.Create(texts));
        string text = renderer.Render("guide/guide", new() { { "page", new ScriptViews(markup).Page(page) } });
        return [new PublishedFile("guide.md", text.TrimEnd('\n') + "\n")];
    }
}
