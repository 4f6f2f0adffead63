using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Publishing.Model;

namespace RulesAsCode.Publishing;

/// <summary>Everything that is published of a guide, from one model. Pure: the same rules give the same bytes, and nothing is written.</summary>
public static class Publication
{
    /// <summary>The folder of the site, beside the guide.</summary>
    public const string SiteFolder = "site";

    /// <summary><c>guide.md</c>, and the site in the folder <c>site</c>.</summary>
    /// <param name="model">A finished model: free of errors.</param>
    /// <param name="options">Where the site will stand.</param>
    /// <exception cref="PublishingException">A page lacks a disclaimer that was declared for it.</exception>
    public static ImmutableArray<PublishedFile> Of(RulesModel model, SiteOptions? options = null)
    {
        GuidePage page = GuideModelBuilder.Build(model);
        return [.. GuidePublisher.Publish(page), .. SitePublisher.Publish(page, options ?? new SiteOptions()).Select(file => file with { Path = SiteFolder + "/" + file.Path })];
    }
}
