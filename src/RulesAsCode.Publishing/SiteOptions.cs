using RulesAsCode.Publishing.Own;

namespace RulesAsCode.Publishing;

/// <summary>Where a site will stand, and what the publisher adds. All but the page for addresses that do not exist, and the site map, works without an address.</summary>
/// <param name="BaseAddress">The address of the site's root, with its scheme, that ends with <c>/</c>; null for the one that the publisher's settings say, if they do.</param>
/// <param name="Own">The publisher's own files; null for none.</param>
public sealed record SiteOptions(Uri? BaseAddress = null, PublisherFiles? Own = null)
{
    internal PublisherFiles Files => Own ?? PublisherFiles.None;

    internal Uri? Address => BaseAddress ?? Files.Config.BaseAddress;

    /// <summary>The path of the root on its host; <c>/</c> when the address is not known.</summary>
    internal string BasePath => Address?.AbsolutePath ?? "/";
}

/// <summary>What was to be published must not be: a disclaimer is missing from a page, or a publisher's file says what cannot be. One line.</summary>
public sealed class PublishingException(string message) : Exception(message);
