using System.Collections.Immutable;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Publishing.Own;

/// <summary>A file of a publisher's folder.</summary>
/// <param name="Path">From the folder, with <c>/</c>: <c>pages/fees.md</c>.</param>
/// <param name="Source">Its text, under the name that its writer knows it by.</param>
public sealed record PublisherFile(string Path, SourceText Source);

/// <summary>What a publisher put beside the rules for the site: settings, pages, words, and templates and assets in the place of ours.</summary>
public sealed class PublisherFiles
{
    /// <summary>The folder, beside the rule file that declares the guide.</summary>
    public const string FolderName = "site";

    internal const string ConfigFile = "site.config";
    internal const string TextsFile = "texts.json";
    private const string Pages = "pages/";
    private const string Templates = "templates/";
    private const string OwnTemplates = "templates/own/";
    private const string Assets = "assets/";
    internal const string SheetFile = Assets + "site.css";
    private const string Extension = ".scriban";

    private PublisherFiles(SiteConfig config, SourceText? texts, ImmutableArray<OwnPage> pages, ImmutableSortedDictionary<string, SourceText> templates, ImmutableSortedDictionary<string, SourceText> assets)
    {
        Config = config;
        Texts = texts;
        OwnPages = pages;
        OwnTemplatesByName = templates;
        OwnAssets = assets;
    }

    /// <summary>Nothing of a publisher's own.</summary>
    public static PublisherFiles None { get; } = Of([]);

    internal SiteConfig Config { get; }

    internal SourceText? Texts { get; }

    internal ImmutableArray<OwnPage> OwnPages { get; }

    /// <summary>By the name that the library has for each: <c>site/page</c>.</summary>
    internal ImmutableSortedDictionary<string, SourceText> OwnTemplatesByName { get; }

    /// <summary>By the file's name: <c>site.css</c>.</summary>
    internal ImmutableSortedDictionary<string, SourceText> OwnAssets { get; }

    /// <summary>Whether pages are made by anything but our own templates and scripts.</summary>
    internal bool ChangesPages => !OwnTemplatesByName.IsEmpty || !OwnAssets.IsEmpty;

    /// <summary>Reads the folder.</summary>
    /// <param name="files">All of its files. The text of a file that is no text may be empty: it is refused by its name.</param>
    /// <exception cref="PublishingException">A file is nothing that a site has, or says what cannot be. The message begins with the place.</exception>
    public static PublisherFiles Of(IEnumerable<PublisherFile> files)
    {
        ImmutableSortedDictionary<string, SourceText> all = files.ToImmutableSortedDictionary(file => file.Path, file => file.Source, StringComparer.Ordinal);
        var templates = ImmutableSortedDictionary.CreateBuilder<string, SourceText>(StringComparer.Ordinal);
        var assets = ImmutableSortedDictionary.CreateBuilder<string, SourceText>(StringComparer.Ordinal);
        var pages = new List<PublisherFile>();
        SiteConfig config = all.TryGetValue(ConfigFile, out SourceText? settings) ? SiteConfig.Read(settings, all) : SiteConfig.Without(all);
        foreach ((string path, SourceText source) in all)
        {
            if (path.StartsWith(Templates, StringComparison.Ordinal) && path.EndsWith(Extension, StringComparison.Ordinal))
            {
                string name = path[Templates.Length..^Extension.Length];
                if (!path.StartsWith(OwnTemplates, StringComparison.Ordinal))
                {
                    RequireKnown(source, Templates, name, Rendering.TemplateLibrary.SiteTemplates, "There is no template", Extension);
                }

                templates.Add(name, source);
            }
            else if (path.StartsWith(Assets, StringComparison.Ordinal))
            {
                RequireKnown(source, Assets, path[Assets.Length..], SitePublisher.Assets, "There is no style, script or icon", "");
                assets.Add(path[Assets.Length..], source);
            }
            else if (path.StartsWith(Pages, StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal))
            {
                pages.Add(new PublisherFile(path[Pages.Length..], source));
            }
            else if (path is not (ConfigFile or TextsFile) && path != config.LogoFile)
            {
                string? nearest = Spelling.Nearest(path, [ConfigFile, TextsFile]);
                throw Problem.At(source, $"This is no file of a site. {(nearest is null ? $"It has {ConfigFile}, {TextsFile}, pages/*.md, templates/**/*.scriban, assets/* and the logo that {ConfigFile} names." : $"Did you mean '{nearest}'?")}");
            }
        }

        if (templates.Count > 0)
        {
            config.RequireTemplateModel(templates.First().Value);
        }

        return new PublisherFiles(config, all.GetValueOrDefault(TextsFile), OwnPage.ReadAll(pages), templates.ToImmutable(), assets.ToImmutable());
    }

    private static void RequireKnown(SourceText source, string folder, string name, IEnumerable<string> known, string none, string extension)
    {
        if (!known.Contains(name, StringComparer.Ordinal))
        {
            string hint = Spelling.Nearest(name, known) is { } nearest ? $"Did you mean '{folder}{nearest}{extension}'?"
                : extension.Length > 0 ? $"Templates of your own, to include in ours, stand in {OwnTemplates}."
                : $"There are {string.Join(", ", known)}.";
            throw Problem.At(source, $"{none} '{name}' to replace. {hint}");
        }
    }
}

/// <summary>What is wrong with a publisher's file, as one line that begins with the place.</summary>
internal static class Problem
{
    public static PublishingException At(SourceText source, string message) => new($"{source.Path}: {message}");

    /// <param name="line">From 1.</param>
    public static PublishingException At(SourceText source, int line, string message) => new($"{source.Path}:{line}: {message}");
}
