using System.Net;
using System.Text.RegularExpressions;

namespace RulesAsCode.Publishing.Html;

/// <summary>
/// Refuses a page that a publisher's template made and that runs or loads what a page of the site does not. It reads the finished file, so it
/// holds whatever a template does with the text of the rules.
/// </summary>
internal static partial class PageCheck
{
    /// <summary>What every page says to the browser.</summary>
    public const string Policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'\">";

    /// <exception cref="PublishingException">The message names the page and what it has.</exception>
    public static void Require(IEnumerable<SitePage> pages)
    {
        foreach (PublishedFile page in pages.Select(page => page.File))
        {
            int policy = page.Text.IndexOf(Policy, StringComparison.Ordinal);
            Match[] tags = Tag().Matches(page.Text).ToArray();
            if (policy < 0 || tags.FirstOrDefault(tag => IsLoading(tag.Groups[1].Value)) is { } loads && loads.Index < policy)
            {
                throw new PublishingException($"The page {page.Path} does not begin with the content security policy. Put this into the head of the template, before anything is loaded: {Policy}");
            }

            foreach (Match tag in tags)
            {
                if (Refused(tag.Groups[1].Value.ToLowerInvariant(), tag.Groups[2].Value) is { } what && tag.Value != Policy)
                {
                    throw new PublishingException($"The page {page.Path} has {what}, which its content security policy does not allow. Take it out of the template: {Short(tag.Value)}");
                }
            }
        }
    }

    private static bool IsLoading(string element) => element.ToLowerInvariant() is "link" or "script" or "img" or "style" or "base";

    private static string? Refused(string element, string attributes)
    {
        if (element is "style" or "base" or "iframe" or "frame" or "object" or "embed" or "applet")
        {
            return $"the element '{element}'";
        }

        bool hasSource = false;
        foreach (Match attribute in Attribute().Matches(attributes))
        {
            string name = attribute.Groups[1].Value.ToLowerInvariant();
            string value = WebUtility.HtmlDecode(attribute.Groups[2].Value.Trim('"', '\'')).Trim();
            hasSource |= name == "src";
            bool isAddress = name is "href" or "src" or "action" or "formaction" or "srcset" or "poster" or "xlink:href";
            string scheme = string.Concat(value.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
            if (name.StartsWith("on", StringComparison.Ordinal) || name is "style" or "srcdoc" || (name == "http-equiv" && !value.Equals("content-security-policy", StringComparison.OrdinalIgnoreCase)))
            {
                return $"the attribute '{name}'";
            }

            if (isAddress && Scheme().Match(scheme) is { Success: true } found && (element != "a" || found.Value.ToLowerInvariant() is not ("https:" or "http:" or "mailto:")))
            {
                return $"a link or file from '{found.Value}'";
            }
        }

        return element == "script" && !hasSource ? "a script without a file" : null;
    }

    private static string Short(string text) => text.Length <= 120 ? text.ReplaceLineEndings(" ") : text[..120].ReplaceLineEndings(" ") + "…";

    [GeneratedRegex("<([a-zA-Z][^\\s/>]*)((?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>")]
    private static partial Regex Tag();

    [GeneratedRegex("([^\\s\"'=<>/]+)(?:\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s\"'>]+))?")]
    private static partial Regex Attribute();

    [GeneratedRegex("^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//|\\\\\\\\)")]
    private static partial Regex Scheme();
}
