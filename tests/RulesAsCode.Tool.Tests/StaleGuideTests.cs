using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Tool.Tests;

/// <summary>The rules of this repository: they build, and the guide that is committed is what they build.</summary>
public sealed class StaleGuideTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void GeneratedDocsAreWhatTheRulesBuild()
    {
        Assert.Equal(0, _folder.Run("reference", "--output", "built/language").ExitCode);
        ToolRun run = _folder.Run("build", RepositoryRoot.PathTo("rules"), "--output", "built");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);

        string committed = RepositoryRoot.PathTo("generated-docs");
        string built = _folder.FullPath("built");
        Assert.Equal(FilesOf(built), FilesOf(committed));
        Assert.All(FilesOf(built), file => Assert.True(
            File.ReadAllText(Path.Combine(built, file)) == File.ReadAllText(Path.Combine(committed, file)),
            $"generated-docs/{file} is stale. Run: dotnet run --project src/RulesAsCode.Tool -- build"));
    }

    [Fact]
    public void TheRulesHaveSixtyExamplesAndNoFindings()
    {
        ToolRun check = _folder.Run("check", RepositoryRoot.PathTo("rules"));
        Assert.Equal(0, check.ExitCode);
        Assert.StartsWith("No findings in ", check.Output, StringComparison.Ordinal);

        ToolRun test = _folder.Run("test", RepositoryRoot.PathTo("rules"));
        Assert.Matches("^[0-9]+ examples passed, none failed\\.\n$", test.Output);
        Assert.True(int.Parse(test.Output.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) >= 60, test.Output);
    }

    private static string[] FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
