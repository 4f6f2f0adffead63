using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using RulesAsCode.Publishing;

namespace RulesAsCode.Tool.Serving;

/// <summary>What is served at one moment: a site that was built without a mistake, and what is wrong with the rules since.</summary>
internal sealed class Shown
{
    private static readonly string Site = Publication.SiteFolder + "/";

    private Shown(FrozenDictionary<string, string> files, ImmutableArray<(string Title, string Address)> guides, string? problem)
    {
        Files = files;
        Guides = guides;
        Problem = problem;
        Version = VersionOf(files, problem);
    }

    public static Shown Nothing { get; } = new(FrozenDictionary<string, string>.Empty, [], null);

    /// <summary>The files by their paths from the root of the server.</summary>
    public FrozenDictionary<string, string> Files { get; }

    /// <summary>The guides, each with the path of its site from the root; one alone stands in the root.</summary>
    public ImmutableArray<(string Title, string Address)> Guides { get; }

    /// <summary>What is wrong, as plain text; null when nothing is.</summary>
    public string? Problem { get; }

    /// <summary>The same for the same files and problem, whichever server shows them.</summary>
    public string Version { get; }

    /// <summary>A build without mistakes.</summary>
    /// <param name="files">As they are written: <c>site/index.html</c>, below the guide's folder where there are several.</param>
    public static Shown Of(IEnumerable<PublishedFile> files, ImmutableArray<(string Title, string Address)> guides) => new(
        files.Where(file => file.Path.StartsWith(Site, StringComparison.Ordinal) || file.Path.Contains("/" + Site, StringComparison.Ordinal))
            .ToFrozenDictionary(file => WithoutSite(file.Path), file => file.Text, StringComparer.Ordinal),
        guides,
        null);

    /// <summary>The same site, under what is wrong now.</summary>
    public Shown With(string problem) => new(Files, Guides, problem);

    private static string WithoutSite(string path) => path.StartsWith(Site, StringComparison.Ordinal)
        ? path[Site.Length..]
        : path.Remove(path.IndexOf("/" + Site, StringComparison.Ordinal), Site.Length);

    private static string VersionOf(FrozenDictionary<string, string> files, string? problem)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => (string[])[file.Key, file.Value]).Append(problem ?? ""))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
