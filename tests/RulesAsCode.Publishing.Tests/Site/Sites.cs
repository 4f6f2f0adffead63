using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Testing;

namespace RulesAsCode.Publishing.Tests.Site;

/// <summary>Sites for tests, and what can be read off their files.</summary>
internal static partial class Sites
{
    public const string Root = Publication.SiteFolder + "/";

    /// <summary>The files of a site by their paths from its root.</summary>
    public static ImmutableSortedDictionary<string, string> Of(RulesModel model, SiteOptions? options = null) => Publication.Of(model, options)
        .Where(file => file.Path.StartsWith(Root, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(file => file.Path[Root.Length..], file => file.Text, StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, string> OfSmallGuide { get; } = Of(Rules.Model(SmallGuide.Library, SmallGuide.Guide));

    /// <summary>Every guide of the corpus and of this repository.</summary>
    public static IEnumerable<RulesModel> AllModels => Corpus.All.SelectMany(Rules.Models);

    public static IEnumerable<KeyValuePair<string, string>> Pages(this IReadOnlyDictionary<string, string> site) =>
        site.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal));

    public static IEnumerable<string> Ids(string html) => Id().Matches(html).Select(match => match.Groups[1].Value);

    /// <summary>The addresses that a page links to or loads, decoded.</summary>
    public static IEnumerable<string> Addresses(string html) => Address().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    [GeneratedRegex("\\sid=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("\\s(?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex Address();
}
