namespace RulesAsCode.Publishing;

/// <summary>Where a site will stand. Everything but the page for addresses that do not exist, and the site map, works without it.</summary>
/// <param name="BaseAddress">The address of the site's root, with its scheme, that ends with <c>/</c>; null when it is not known.</param>
public sealed record SiteOptions(Uri? BaseAddress = null)
{
    /// <summary>The path of the root on its host; <c>/</c> when the address is not known.</summary>
    public string BasePath => BaseAddress?.AbsolutePath ?? "/";
}

/// <summary>What was to be published must not be: a disclaimer is missing from a page that it was declared for.</summary>
public sealed class PublishingException(string message) : Exception(message);
