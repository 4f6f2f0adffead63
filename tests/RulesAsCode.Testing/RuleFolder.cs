using System.Collections.Immutable;
using System.Text;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Testing;

/// <summary>A folder of rule files, read: what a compilation is made of.</summary>
/// <param name="Name">What a test calls it: the folder's name.</param>
/// <param name="Path">The folder from the root of the repository, with <c>/</c> between folders.</param>
/// <param name="Files">Its <c>*.rules</c>, folders below included, in ordinal order; each called by its path from the root of the repository.</param>
public sealed record RuleFolder(string Name, string Path, ImmutableArray<SourceText> Files)
{
    /// <param name="path">From the root of the repository, such as <c>rules</c>.</param>
    public static RuleFolder Load(string path)
    {
        string folder = RepositoryRoot.PathTo(path);
        return new RuleFolder(
            System.IO.Path.GetFileName(folder),
            RepositoryRoot.RelativePathOf(folder),
            [.. Directory.EnumerateFiles(folder, "*.rules", SearchOption.AllDirectories)
                .Select(file => (File: file, Path: RepositoryRoot.RelativePathOf(file)))
                .OrderBy(file => file.Path, StringComparer.Ordinal)
                .Select(file => SourceText.From(file.Path, File.ReadAllText(file.File, Encoding.UTF8)))]);
    }

    /// <summary>The text of a table that a rule file names, by its path from the root of the repository, or null.</summary>
    public string? ReadTable(string path)
    {
        string file = RepositoryRoot.PathTo(path);
        return File.Exists(file) ? File.ReadAllText(file, Encoding.UTF8) : null;
    }

    public override string ToString() => Name;
}
