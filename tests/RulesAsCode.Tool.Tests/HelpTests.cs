using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Tool.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public static TheoryData<string> Verbs =>
        ["new", "check", "lint", "fix", "fmt", "test", "trace", "build", "serve", "assess", "explain", "explain-code", "reference", "emit", "emit csharp"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RootHelpNamesEveryVerbWithAnExample()
    {
        ToolRun run = _folder.Run("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Snapshot.Match(WithoutTrailingBlanks(run.Output));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void HelpOfAVerbTeachesIt(string verb)
    {
        ToolRun run = _folder.Run([.. verb.Split(' '), "--help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Snapshot.Match(WithoutTrailingBlanks(run.Output), part: verb.Replace(' ', '-'));
    }

    [Fact]
    public void HelpWinsOverWrongUsage() => Assert.Equal(0, _folder.Run("check", "--format", "xml", "--help").ExitCode);

    // The library pads wrapped lines with blanks, which editors and git would take off the approved file.
    private static string WithoutTrailingBlanks(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));
}
