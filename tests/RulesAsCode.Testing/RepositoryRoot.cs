namespace RulesAsCode.Testing;

/// <summary>The folder of the repository, found from where the tests run.</summary>
public static class RepositoryRoot
{
    private const string Marker = "RulesAsCode.sln";

    private static readonly Lazy<string[]> Leavings = new(() =>
        [".git", .. File.ReadAllLines(PathTo(".gitignore")).Select(line => line.Trim()).Where(line => line.EndsWith('/')).Select(line => line.TrimEnd('/'))]);

    /// <summary>The full path of the folder that holds the solution.</summary>
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Every file as it is committed, without what builds and tools leave behind: called from the root, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. FilesIn(Folder).Select(RelativePathOf).Where(path => !path.Contains(".received.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The full path of something in the repository, given from its root with <c>/</c> between folders.</summary>
    public static string PathTo(string relativePath) => Path.GetFullPath(Path.Combine(Folder, relativePath));

    /// <summary>A full path as it is called from the root of the repository, with <c>/</c> between folders.</summary>
    public static string RelativePathOf(string fullPath) => Path.GetRelativePath(Folder, fullPath).Replace('\\', '/');

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != ".git").Concat(Directory.EnumerateDirectories(folder)
            .Where(child => !Leavings.Value.Contains(Path.GetFileName(child), StringComparer.Ordinal))
            .SelectMany(FilesIn));

    private static string Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {start} holds {Marker}.");
    }
}
