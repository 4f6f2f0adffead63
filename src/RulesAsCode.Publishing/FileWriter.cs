using System.Text;

namespace RulesAsCode.Publishing;

/// <summary>
/// Writes published files so that a reader sees the old text or the new one and never half of either: each file is written beside its place
/// and then moved over it. Files that hold the same bytes already are left alone.
/// </summary>
public static class FileWriter
{
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

    private static string Resolve(string root, string relative)
    {
        bool isInside = relative.Length > 0 && !Path.IsPathRooted(relative) && !relative.Contains('\\')
            && relative.Split('/').All(part => part.Length > 0 && part is not ("." or ".."));
        return isInside
            ? Path.Combine(root, relative.Replace('/', Path.DirectorySeparatorChar))
            : throw new ArgumentException($"'{relative}' is not a path inside the folder.", nameof(relative));
    }

    private static bool Holds(string path, byte[] bytes)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
    }
}
