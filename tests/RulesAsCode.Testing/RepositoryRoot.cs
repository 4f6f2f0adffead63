namespace RulesAsCode.Testing;

/// <summary>The folder of the repository, found from where the tests run.</summary>
public static class RepositoryRoot
{
    private const string Marker = "RulesAsCode.sln";

    /// <summary>The full path of the folder that holds the solution.</summary>
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The full path of something in the repository, given from its root with <c>/</c> between folders.</summary>
    public static string PathTo(string relativePath) => Path.GetFullPath(Path.Combine(Folder, relativePath));

    /// <summary>A full path as it is called from the root of the repository, with <c>/</c> between folders.</summary>
    public static string RelativePathOf(string fullPath) => Path.GetRelativePath(Folder, fullPath).Replace('\\', '/');

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
