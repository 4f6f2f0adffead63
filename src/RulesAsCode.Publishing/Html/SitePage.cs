namespace RulesAsCode.Publishing.Html;

/// <summary>A page of a site, finished.</summary>
/// <param name="File">The file.</param>
/// <param name="IsIndexed">False for a page that search engines are not to list.</param>
/// <param name="ShowsTimeline">True when disclaimers of the timeline must stand on it.</param>
/// <param name="RequirementIds">The requirements whose disclaimers must stand on it.</param>
internal sealed record SitePage(PublishedFile File, bool IsIndexed, bool ShowsTimeline, IReadOnlySet<string> RequirementIds);
