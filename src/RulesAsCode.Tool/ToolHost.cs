using System.Globalization;
using System.Text;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool;

/// <summary>The world around one run of the tool: nothing else in it reads a stream, a clock or the working directory.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Progress, timing, and what went wrong.</param>
/// <param name="WorkingDirectory">Full path of the folder that paths are relative to.</param>
/// <param name="Today">The clock; asked by <c>assess</c> and <c>explain</c> alone, and only without <c>--as-at</c>.</param>
/// <param name="Palette">Colours for text on <paramref name="Output"/>.</param>
/// <param name="UntilInterrupted">Takes Ctrl-C over and gives what it cancels; asked by <c>serve</c> alone.</param>
/// <param name="EnvironmentVariable">The value of an environment variable, or null.</param>
internal sealed record ToolHost(
    TextReader Input, TextWriter Output, TextWriter Error, string WorkingDirectory, Func<DateOnly> Today, Palette Palette, Func<CancellationToken> UntilInterrupted,
    Func<string, string?> EnvironmentVariable)
{
    internal string FullPath(string path)
    {
        try
        {
            return Path.GetFullPath(Path.Combine(WorkingDirectory, path));
        }
        catch (ArgumentException)
        {
            throw new UsageException($"'{path}' is not a path.");
        }
    }

    /// <summary>A path as programs outside are told it: from the working directory where it is below it, with <c>/</c> between folders.</summary>
    internal string RelativePath(string path)
    {
        string fullPath = FullPath(path);
        string relative = Path.GetRelativePath(WorkingDirectory, fullPath);
        return (relative.StartsWith("..", StringComparison.Ordinal) && Path.IsPathRooted(path) ? fullPath : relative).Replace('\\', '/');
    }

    /// <summary>The whole of standard input.</summary>
    internal string ReadInput()
    {
        try
        {
            return Input.ReadToEnd().TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException("Standard input is not UTF-8 text.");
        }
    }

    /// <summary>One line of progress.</summary>
    internal void Progress(string what, TimeSpan time) =>
        Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rules: {what} in {time.TotalSeconds:0.00} s"));
}
