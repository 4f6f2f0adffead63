using RulesAsCode.Publishing.Model;

namespace RulesAsCode.Publishing.Html;

/// <summary>Refuses a site with a page that does not show a disclaimer declared for it. It reads the files, so no template can leave one out.</summary>
internal static class DisclaimerCheck
{
    /// <exception cref="PublishingException">A disclaimer is missing; the message names it and the page.</exception>
    public static void Require(GuidePage guide, IEnumerable<SitePage> pages, HtmlProse prose)
    {
        (DisclaimerView Disclaimer, string Text)[] disclaimers =
            [.. guide.Disclaimers.Select(disclaimer => (disclaimer, VisibleText.Of(prose.Render(disclaimer.Text.Markdown, 3, null).Blocks)))];
        foreach (SitePage page in pages)
        {
            string shown = VisibleText.Of(page.File.Text);
            foreach ((DisclaimerView disclaimer, string text) in disclaimers)
            {
                bool isDeclared = disclaimer.OnEveryPage
                    || (disclaimer.OnTimeline && page.ShowsTimeline)
                    || disclaimer.OnRequirements.Any(requirement => page.RequirementIds.Contains(requirement.Id));
                if (isDeclared && !shown.Contains(text, StringComparison.Ordinal))
                {
                    throw new PublishingException(
                        $"The page {page.File.Path} does not show the disclaimer '{disclaimer.Name}', which was declared for it. Put it back into the template of the page.");
                }
            }
        }
    }
}
