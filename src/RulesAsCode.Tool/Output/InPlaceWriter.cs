using System.Text;

namespace RulesAsCode.Tool.Output;

/// <summary>
/// Writes files that exist over themselves: all new texts are on the disk before the first of them takes its place, so that a reader sees the
/// old text or the new one and a full disk changes nothing. Permissions stay; a link stays a link.
/// </summary>
internal static class InPlaceWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="host">The world, for full paths.</param>
    /// <param name="files">Each file as its user calls it, and its new text.</param>
    /// <exception cref="UsageException">A file cannot be written. No file is half written.</exception>
    internal static void Write(ToolHost host, IEnumerable<(string Path, string Text)> files)
    {
        var staged = new List<(string Temporary, string Place)>();
        string current = "";
        try
        {
            foreach ((string path, string text) in files)
            {
                current = path;
                string fullPath = host.FullPath(path);
                string place = File.ResolveLinkTarget(fullPath, returnFinalTarget: true)?.FullName ?? fullPath;
                if ((File.GetAttributes(place) & FileAttributes.ReadOnly) != 0)
                {
                    throw new UnauthorizedAccessException("it is read-only.");
                }

                string temporary = Path.Combine(Path.GetDirectoryName(place)!, "." + Path.GetRandomFileName() + ".tmp");
                staged.Add((temporary, place));
                File.WriteAllBytes(temporary, Utf8.GetBytes(text));
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(temporary, File.GetUnixFileMode(place));
                }
            }

            foreach ((string temporary, string place) in staged)
            {
                current = Path.GetRelativePath(host.WorkingDirectory, place);
                File.Move(temporary, place, overwrite: true);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{current}' cannot be written: {problem.Message.ReplaceLineEndings(" ")}");
        }
        finally
        {
            foreach ((string temporary, _) in staged)
            {
                File.Delete(temporary);
            }
        }
    }
}
