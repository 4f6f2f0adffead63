using RulesAsCode.Tool.Loading;

namespace RulesAsCode.Tool.Serving;

/// <summary>
/// Notices that files have changed, by looking at them several times a second: file system events are lost on shares and in containers, and a
/// ruleset is some hundred files.
/// </summary>
internal sealed class Watch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(60);

    private readonly string[] _folders;
    private string _seen;

    /// <param name="paths">Full paths of folders, and of files whose folders are watched.</param>
    public Watch(IEnumerable<string> paths)
    {
        _folders = [.. paths.Select(path => File.Exists(path) ? Path.GetDirectoryName(path)! : path).Distinct(StringComparer.Ordinal)];
        _seen = Look();
    }

    /// <summary>Waits until something is otherwise than when this was last asked.</summary>
    /// <returns>False when it was cancelled.</returns>
    public bool WaitForChange(CancellationToken end)
    {
        while (!end.WaitHandle.WaitOne(Interval))
        {
            string now = Look();
            if (now == _seen)
            {
                continue;
            }

            // Until nothing changes any more: an editor empties a file before it fills it.
            while (!end.WaitHandle.WaitOne(Settling) && Look() is var later && later != now)
            {
                now = later;
            }

            _seen = now;
            return !end.IsCancellationRequested;
        }

        return false;
    }

    private string Look()
    {
        try
        {
            return string.Join('\n', _folders.SelectMany(FilesIn.Folder).Order(StringComparer.Ordinal).Select(path => new FileInfo(path))
                .Select(file => file.Exists ? $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}" : file.FullName));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A folder that is being moved or written; the next look sees what came of it.
            return problem.Message;
        }
    }
}
