using System.Collections.Immutable;
using System.IO.Enumeration;
using RulesAsCode.Compiler.Linting;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Tool.Loading;

/// <summary>
/// The files of one compilation. A file is called as its user would: the path given, then its path in that folder,
/// with <c>/</c> between folders.
/// </summary>
internal sealed class RuleFiles
{
    private const string Extension = ".rules";

    private readonly ToolHost _host;
    private readonly List<string> _roots = [];
    private readonly SortedDictionary<string, string> _levels = new(StringComparer.Ordinal);   // shown path -> full path

    private RuleFiles(ToolHost host) => _host = host;

    /// <summary>The rule files, in ordinal order of their paths.</summary>
    internal ImmutableArray<SourceText> Sources { get; private set; } = [];

    /// <summary>
    /// The files of levels: those in the folders given and below them; for a file given, the nearest in its folder and above, up to the working
    /// directory. Rules that are checked together have one; the linter says so where there are more.
    /// </summary>
    internal ImmutableArray<SourceText> Levels { get; private set; } = [];

    /// <param name="paths">Folders (each with all that is below it) and files; together they are one compilation.</param>
    /// <exception cref="UsageException">A path does not exist or cannot be read, or there is no rule file at all.</exception>
    internal static RuleFiles Load(ToolHost host, IReadOnlyList<string> paths)
    {
        var files = new RuleFiles(host);
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);   // shown path -> full path
        foreach (string path in paths)
        {
            files.Find(path, found);
        }

        if (found.Count == 0)
        {
            throw new UsageException($"There are no rule files (*{Extension}) in {string.Join(" or ", paths.Select(path => $"'{path}'"))}.");
        }

        // A file that was given twice is one file.
        files.Sources = [.. found.DistinctBy(file => file.Value, StringComparer.Ordinal).Select(file => SourceText.From(file.Key, TextFile.Read(file.Value, file.Key)))];
        files.Levels = [.. files._levels.DistinctBy(file => file.Value, StringComparer.Ordinal).Select(file => SourceText.From(file.Key, TextFile.Read(file.Value, file.Key)))];
        return files;
    }

    /// <summary>
    /// The text of a table that a rule file names, or null. Only files under the folders given (or beside the files
    /// given) and under the working directory are read: a rule file cannot point the tool at the rest of the machine.
    /// </summary>
    internal string? ReadTable(string path)
    {
        string fullPath = _host.FullPath(path);
        return _roots.Append(_host.WorkingDirectory).Any(root => IsUnder(fullPath, root)) && File.Exists(fullPath) ? TextFile.Read(fullPath, path) : null;
    }

    private static bool IsUnder(string fullPath, string folder) =>
        fullPath.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private void Find(string path, SortedDictionary<string, string> found)
    {
        string fullPath = _host.FullPath(path);
        if (Directory.Exists(fullPath))
        {
            _roots.Add(fullPath);
            try
            {
                foreach (string file in FilesUnder(fullPath))
                {
                    (IsLevels(file) ? _levels : found)[Shown(path, Path.GetRelativePath(fullPath, file))] = file;
                }
            }
            catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
            {
                throw new UsageException($"The folder '{path}' cannot be read.");
            }
        }
        else if (File.Exists(fullPath))
        {
            _roots.Add(Path.GetDirectoryName(fullPath)!);
            found[Shown(path, "")] = fullPath;
            FindLevelsAbove(path, fullPath);
        }
        else
        {
            throw new UsageException($"There is no file or folder '{path}'.");
        }
    }

    private static bool IsLevels(string file) => Path.GetFileName(file.AsSpan()).Equals(LintLevels.FileName, StringComparison.OrdinalIgnoreCase);

    private void FindLevelsAbove(string path, string fullPath)
    {
        string shown = Path.GetDirectoryName(path) is { Length: > 0 } folderOfPath ? folderOfPath : ".";
        for (string? folder = Path.GetDirectoryName(fullPath); folder is not null; folder = Path.GetDirectoryName(folder), shown += "/..")
        {
            if (Path.Combine(folder, LintLevels.FileName) is var file && File.Exists(file))
            {
                // Called as its user would, where that says where it is.
                _levels[IsUnder(file, _host.WorkingDirectory) ? Path.GetRelativePath(_host.WorkingDirectory, file).Replace('\\', '/') : Shown(shown, LintLevels.FileName)] = file;
                return;
            }

            if (folder == _host.WorkingDirectory || !IsUnder(folder, _host.WorkingDirectory))
            {
                return;
            }
        }
    }

    // Not through links to folders, which may lead round in a circle, nor into folders that are hidden by a dot.
    private static FileSystemEnumerable<string> FilesUnder(string folder) =>
        new(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && (entry.FileName.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || entry.FileName.Equals(LintLevels.FileName, StringComparison.OrdinalIgnoreCase)),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0 && entry.FileName[0] != '.',
        };

    private static string Shown(string given, string relative)
    {
        string path = (given.Replace('\\', '/').TrimEnd('/') + "/" + relative.Replace('\\', '/')).TrimEnd('/');
        while (path.StartsWith("./", StringComparison.Ordinal))
        {
            path = path[2..].TrimStart('/');
        }

        return path;
    }
}
