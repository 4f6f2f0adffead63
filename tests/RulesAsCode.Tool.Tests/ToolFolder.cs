using System.Text;

namespace RulesAsCode.Tool.Tests;

/// <summary>What one run of the tool gave.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error);

/// <summary>A folder of its own to run the tool in, with the rules of a bathing licence on request.</summary>
internal sealed class ToolFolder : IDisposable
{
    /// <summary>The day that the clock of these tests shows.</summary>
    internal static readonly DateOnly Today = new(2026, 7, 1);

    internal string Path { get; } = Directory.CreateTempSubdirectory("rules-tool-").FullName;

    /// <summary>A folder with the rules of a bathing licence in <c>rules/</c>.</summary>
    internal static ToolFolder WithBathingLicence()
    {
        var folder = new ToolFolder();
        folder.Write("rules/main.rules", BathingLicence.Rules);
        folder.Write("rules/examples.rules", BathingLicence.Examples);
        return folder;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal string FullPath(string path) => System.IO.Path.Combine(Path, path);

    internal bool Exists(string path) => File.Exists(FullPath(path)) || Directory.Exists(FullPath(path));

    internal string Read(string path) => File.ReadAllText(FullPath(path));

    internal ToolFolder Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    internal ToolFolder Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(FullPath(path))!);
        File.WriteAllBytes(FullPath(path), bytes);
        return this;
    }

    internal ToolRun Run(params string[] arguments) => RunWith("", arguments);

    internal ToolRun RunWith(string input, params string[] arguments) => RunWith(new StringReader(input), () => Today, colour: false, arguments);

    internal ToolRun RunWith(TextReader input, Func<DateOnly> today, bool colour, params string[] arguments) => Run(input, today, colour, [], arguments);

    /// <summary>A run with this file of levels.</summary>
    internal ToolRun RunWithLevels(string levels, params string[] arguments) => Write("rules/rules.lint", levels).Run(arguments);

    /// <summary>A run in an environment.</summary>
    internal ToolRun RunIn(Dictionary<string, string> environment, params string[] arguments) => Run(TextReader.Null, () => Today, colour: false, environment, arguments);

    private ToolRun Run(TextReader input, Func<DateOnly> today, bool colour, Dictionary<string, string> environment, string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int exitCode = RulesTool.Run(arguments, input, output, error, Path, today, colour, environmentVariable: environment.GetValueOrDefault);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}
