namespace RulesAsCode.Publishing.Html;

/// <summary>Where the anchors of a guide are, as seen from one page, or from every page of one folder.</summary>
/// <param name="places">For each anchor its address from the root of the site: <c>glossary.html#term-berth</c>. The empty anchor leads nowhere.</param>
/// <param name="root">The way from the page to the root: empty, <c>../</c>, or an absolute path that ends with <c>/</c>.</param>
/// <param name="page">The page that asks, from the root; null when several share these addresses.</param>
internal sealed class SiteAddresses(IReadOnlyDictionary<string, string> places, string root, string? page)
{
    /// <summary>The way from the page to the root of the site.</summary>
    public string Root => root;

    /// <summary>The address of an anchor.</summary>
    /// <exception cref="KeyNotFoundException">Nothing has the anchor; a mistake in this assembly.</exception>
    public string Of(string anchor)
    {
        if (anchor.Length == 0)
        {
            return "";
        }

        string place = places[anchor];
        return page is not null && place.StartsWith(page + "#", StringComparison.Ordinal) ? place[page.Length..] : root + place;
    }
}
