using System.Text.RegularExpressions;
using RulesAsCode.Primitives;
using RulesAsCode.Publishing.Own;

namespace RulesAsCode.Publishing.Html;

/// <summary>The links of a publisher's own page that lead into the site. They are written from its root, and checked when all files are there.</summary>
/// <param name="page">The page.</param>
/// <param name="root">The way from the page to the root of the site.</param>
internal sealed partial class OwnLinks(OwnPage page, string root)
{
    private readonly List<(string Address, int Line)> _links = [];

    /// <summary>Where the link leads from the page; null for an address with a scheme of its own, which leads elsewhere.</summary>
    /// <param name="address">As it was written.</param>
    /// <param name="line">The line of the page's Markdown, from 0.</param>
    public string? Of(string address, int line)
    {
        if (Scheme().IsMatch(address))
        {
            return null;
        }

        _links.Add((address, page.FirstLine + line));
        return root + Markdown.MarkdownText.Destination(address);
    }

    /// <exception cref="PublishingException">A link leads to no file of the site, or to no place on it; the message names its line.</exception>
    public void Require(IReadOnlyDictionary<string, string> files)
    {
        foreach ((string address, int line) in _links)
        {
            string[] parts = address.Split('#', 2);
            if (!files.TryGetValue(parts[0], out string? text))
            {
                string hint = Spelling.Nearest(parts[0], files.Keys.Where(path => !path.StartsWith('.'))) is { } nearest ? $"Did you mean '{nearest}'?"
                    : "Write the address from the root of the site, such as glossary.html or requirements/…html; links to the web begin with https://.";
                throw Problem.At(page.Source, line, $"The link '{address}' leads to no page of the site. {hint}");
            }

            string[] places = [.. Id().Matches(text).Select(id => id.Groups[1].Value)];
            if (parts.Length == 2 && !places.Contains(parts[1]))
            {
                string hint = Spelling.Nearest(parts[1], places) is { } nearest ? $"Did you mean '{parts[0]}#{nearest}'?" : $"Link to the page, '{parts[0]}'.";
                throw Problem.At(page.Source, line, $"The link '{address}' leads to no place on that page. {hint}");
            }
        }
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex("\\sid=\"([^\"]*)\"")]
    private static partial Regex Id();
}
