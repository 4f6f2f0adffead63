using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Publishing.Model;
using RulesAsCode.Publishing.Rendering;

namespace RulesAsCode.Publishing;

/// <summary>Everything that is published of a guide, from one model. Pure: the same rules give the same bytes, and nothing is written.</summary>
public static class Publication
{
    /// <summary>The folder of the site, beside the guide.</summary>
    public const string SiteFolder = "site";

    /// <summary><c>guide.md</c>, and the site in the folder <c>site</c>.</summary>
    /// <param name="model">A finished model: free of errors.</param>
    /// <param name="options">Where the site will stand, and what the publisher adds.</param>
    /// <exception cref="PublishingException">A page lacks a disclaimer that was declared for it, or a publisher's file says what cannot be.</exception>
    public static ImmutableArray<PublishedFile> Of(RulesModel model, SiteOptions? options = null)
    {
        GuidePage page = GuideModelBuilder.Build(model);
        SiteOptions asked = options ?? new SiteOptions();
        SiteTexts texts = SiteTexts.BuiltIn.With(asked.Files.Texts);
        return [.. GuidePublisher.Publish(page, texts), .. SitePublisher.Publish(page, asked, texts).Select(file => file with { Path = SiteFolder + "/" + file.Path })];
    }
}
