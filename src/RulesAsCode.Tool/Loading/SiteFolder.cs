using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Publishing.Own;

namespace RulesAsCode.Tool.Loading;

/// <summary>The folder <c>site</c> beside the rule file that declares a guide.</summary>
internal static class SiteFolder
{
    private static readonly string[] TextExtensions = [".config", ".json", ".md", ".scriban", ".css", ".js", ".svg"];

    /// <summary>What the publisher of a guide put there; nothing where there is no such folder.</summary>
    /// <exception cref="UsageException">A file cannot be read.</exception>
    /// <exception cref="Publishing.PublishingException">A file says what cannot be.</exception>
    internal static PublisherFiles Of(ToolHost host, RulesModel guide)
    {
        string rules = guide.Guide.Location.Source.Path;
        string shown = rules[..(rules.LastIndexOf('/') + 1)] + PublisherFiles.FolderName;
        string folder = host.FullPath(shown);
        if (!Directory.Exists(folder))
        {
            return PublisherFiles.None;
        }

        try
        {
            return PublisherFiles.Of(FilesIn.Folder(folder)
                .Select(file => (FullPath: file, Path: Path.GetRelativePath(folder, file).Replace('\\', '/')))
                .Where(file => !file.Path.EndsWith(".rules", StringComparison.OrdinalIgnoreCase))
                .Select(file => new PublisherFile(file.Path, SourceText.From(shown + "/" + file.Path, IsText(file.Path) ? TextFile.Read(file.FullPath, shown + "/" + file.Path) : ""))));
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new UsageException($"The folder '{shown}' cannot be read.");
        }
    }

    private static bool IsText(string path) => TextExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
