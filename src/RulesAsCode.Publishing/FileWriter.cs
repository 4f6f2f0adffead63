using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace RulesAsCode.Publishing;

/// <summary>
/// Writes published files so that a reader sees the old text or the new one and never half of either: each file is written beside its place
/// and then moved over it. Files that hold the same bytes already are left alone.
/// </summary>
public static class FileWriter
{
    /// <summary>The list of what the last build wrote, in the form of <c>sha256sum</c>.</summary>
    public const string ListFile = "files.sha256";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes the files below a folder, which is made where it does not exist.</summary>
    /// <param name="folder">The folder; the files' paths are relative to it.</param>
    /// <param name="files">The files; no two of one path.</param>
    /// <returns>How many files are new or have changed.</returns>
    /// <exception cref="ArgumentException">
    /// A path is empty, absolute or leads out of the folder; two paths are one (in any case); a text is not valid Unicode. Nothing has been written.
    /// </exception>
    /// <exception cref="IOException">A file could not be written. No file is half written, and what was written beside is removed.</exception>
    public static int Write(string folder, IEnumerable<PublishedFile> files)
    {
        var contents = new List<(string Path, byte[] Bytes)>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string root = Path.GetFullPath(folder);
        foreach (PublishedFile file in files)
        {
            string path = Resolve(root, file.Path);
            if (!taken.Add(path))
            {
                throw new ArgumentException($"Two files are published as '{file.Path}'.", nameof(files));
            }

            contents.Add((path, Utf8.GetBytes(file.Text)));
        }

        var staged = new List<(string Temporary, string Path)>();
        try
        {
            Directory.CreateDirectory(root);
            foreach ((string path, byte[] bytes) in contents.Where(content => !Holds(content.Path, content.Bytes)))
            {
                string place = Path.GetDirectoryName(path)!;
                Directory.CreateDirectory(place);
                string temporary = Path.Combine(place, "." + Path.GetRandomFileName() + ".tmp");
                staged.Add((temporary, path));
                File.WriteAllBytes(temporary, bytes);
            }

            foreach ((string temporary, string path) in staged)
            {
                File.Move(temporary, path, overwrite: true);
            }

            return staged.Count;
        }
        finally
        {
            foreach ((string temporary, _) in staged)
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>
    /// Writes the files as <see cref="Write"/> does, and removes those of an earlier build that are no longer among them. What a build has
    /// written is listed, with the hash of each file, in <see cref="ListFile"/>: a file that is not listed, or that somebody has changed since, stays.
    /// </summary>
    /// <inheritdoc cref="Write"/>
    public static ReplaceResult Replace(string folder, IEnumerable<PublishedFile> files)
    {
        ImmutableArray<PublishedFile> all = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        string root = Path.GetFullPath(folder);
        string list = string.Concat(all.Select(file => HashOf(Utf8.GetBytes(file.Text)) + "  " + file.Path + "\n"));

        // The list is written last: a build that is broken off leaves the old one, and what it names is looked at again.
        IReadOnlyList<(string Hash, string Path)> before = ReadList(Path.Combine(root, ListFile));
        int changed = Write(folder, all);
        var current = all.Select(file => file.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kept = new List<string>();
        int removed = 0;
        foreach ((string hash, string relative) in before.Where(entry => !current.Contains(entry.Path)))
        {
            string? path = IsInside(relative) ? Resolve(root, relative) : null;
            if (path is null || !File.Exists(path) || IsThroughLink(root, path))
            {
                continue;
            }

            if (HashOf(File.ReadAllBytes(path)) != hash)
            {
                kept.Add(relative);
                continue;
            }

            File.Delete(path);
            removed++;
            RemoveEmptyFolders(root, Path.GetDirectoryName(path)!);
        }

        Write(folder, [new PublishedFile(ListFile, list)]);
        return new ReplaceResult(changed, removed, [.. kept]);
    }

    private static IReadOnlyList<(string Hash, string Path)> ReadList(string path) => !File.Exists(path)
        ? []
        : [.. File.ReadAllLines(path).Where(line => line.Length > 66 && line[64..66] == "  ").Select(line => (line[..64], line[66..]))];

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Whether a part of the path below the root leads elsewhere; what is there is not ours.</summary>
    private static bool IsThroughLink(string root, string path)
    {
        for (string? place = path; place is not null && place.Length > root.Length; place = Path.GetDirectoryName(place))
        {
            if ((File.GetAttributes(place) & FileAttributes.ReparsePoint) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void RemoveEmptyFolders(string root, string folder)
    {
        while (folder.Length > root.Length && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }

    private static string Resolve(string root, string relative)
    {
        return IsInside(relative)
            ? Path.Combine(root, relative.Replace('/', Path.DirectorySeparatorChar))
            : throw new ArgumentException($"'{relative}' is not a path inside the folder.", nameof(relative));
    }

    private static bool IsInside(string relative) =>
        relative.Length > 0 && !Path.IsPathRooted(relative) && !relative.Contains('\\')
        && relative.Split('/').All(part => part.Length > 0 && part is not ("." or ".."));

    private static bool Holds(string path, byte[] bytes)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
    }
}

/// <param name="Changed">How many files are new or have changed.</param>
/// <param name="Removed">How many files of an earlier build are gone.</param>
/// <param name="Kept">Files of an earlier build that somebody has changed: no longer published, and not removed.</param>
public sealed record ReplaceResult(int Changed, int Removed, ImmutableArray<string> Kept);
