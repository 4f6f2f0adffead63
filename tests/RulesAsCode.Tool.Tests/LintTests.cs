using System.Text.Json;
using Xunit;

namespace RulesAsCode.Tool.Tests;

/// <summary><c>lint</c>, <c>test --coverage</c> and <c>trace</c> from the command line.</summary>
public sealed class LintTests : IDisposable
{
    private const string Unused = """
        part of Bathing Licence

        reading Doubt "Is a pond a lake?"
          taken "Yes."

        """;

    private readonly ToolFolder _folder = ToolFolder.WithBathingLicence();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CheckSaysWarningsAndLintSaysAll()
    {
        _folder.Write("rules/more.rules", Unused);

        Assert.Contains("warning RAC9005", _folder.Run("check").Output, StringComparison.Ordinal);
        string all = _folder.Run("lint").Output;
        Assert.Contains("warning RAC9005", all, StringComparison.Ordinal);
        Assert.Contains("warning RAC9701", all, StringComparison.Ordinal);
        Assert.Contains("information RAC9703", all, StringComparison.Ordinal);
        Assert.DoesNotContain("RAC97", _folder.Run("check").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", null, 0)]
    [InlineData("check", "warning", 1)]
    [InlineData("lint", null, 0)]
    [InlineData("lint", "warning", 1)]
    public void AWarningFailsOnlyWhereAsked(string verb, string? failOn, int exitCode)
    {
        _folder.Write("rules/more.rules", Unused);

        Assert.Equal(exitCode, _folder.Run(failOn is null ? [verb] : [verb, "--fail-on", failOn]).ExitCode);
    }

    [Theory]
    [InlineData("RAC9005 off", 0, "No findings in 3 files.")]
    [InlineData("RAC9005 error", 1, "1 error in 3 files.")]
    [InlineData("RAC9005 sometimes", 1, "1 error and 1 warning in 3 files.")]
    public void LevelsBesideTheRulesAreRead(string levels, int exitCode, string last)
    {
        _folder.Write("rules/more.rules", Unused).Write("rules/rules.lint", levels + "\n");

        ToolRun run = _folder.Run("check");

        Assert.Equal((exitCode, last), (run.ExitCode, run.Output.TrimEnd('\n').Split('\n')[^1]));
        Assert.Equal(run.Output, _folder.Run("check", "rules/main.rules", "rules/more.rules", "rules/examples.rules").Output);
    }

    [Fact]
    public void AFileOfLevelsIsCalledAsItsUserWould()
    {
        _folder.Write("rules/rules.lint", "\n  RAC9005 sometimes\n").Write("rules/deep/rules.lint", "\n");

        string output = _folder.Run("check").Output;

        Assert.Contains("rules/rules.lint:1:1: error RAC9813", output, StringComparison.Ordinal);
        Assert.Contains("'rules/deep/rules.lint' sets the levels", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorsOfTheLanguageGoBeforeLints()
    {
        _folder.Write("rules/more.rules", Unused + "requirement\n").Write("rules/rules.lint", "RAC9005 error\n");

        Assert.Equal(3, _folder.Run("lint").ExitCode);
    }

    [Fact]
    public void LintsAsJsonAreDiagnostics()
    {
        _folder.Write("rules/more.rules", Unused);

        using JsonDocument document = JsonDocument.Parse(_folder.Run("lint", "--format", "json").Output);

        Assert.Contains(document.RootElement.GetProperty("diagnostics").EnumerateArray(), diagnostic => diagnostic.GetProperty("code").GetString() == "RAC9005" && diagnostic.GetProperty("severity").GetString() == "warning");
    }

    [Theory]
    [InlineData("100", 1)]
    [InlineData("1", 0)]
    [InlineData("0", 0)]
    public void CoverageBelowTheThresholdFails(string threshold, int exitCode) =>
        Assert.Equal(exitCode, _folder.Run("test", "--coverage", "--threshold", threshold).ExitCode);

    [Fact]
    public void CoverageAloneNeverFails()
    {
        ToolRun run = _folder.Run("test", "--coverage");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("never not applicable, since it applies always: Right Age", run.Output, StringComparison.Ordinal);
        Assert.Contains("example \"Right Age: just above the boundary of age is at least 18\"", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("what the examples show", _folder.Run("test").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test", "--threshold", "50")]
    [InlineData("test", "--coverage", "--threshold", "101")]
    [InlineData("test", "--coverage", "--threshold", "most")]
    public void AThresholdIsAPercentageOfCoverage(params string[] arguments) => Assert.Equal(2, _folder.Run(arguments).ExitCode);

    [Fact]
    public void CoverageAsJsonIsPartOfTheOneDocument()
    {
        using JsonDocument document = JsonDocument.Parse(_folder.Run("test", "--coverage", "--format", "json").Output);

        Assert.Equal(["$schema", "version", "passed", "failed", "failures", "coverage"], document.RootElement.EnumerateObject().Select(property => property.Name));
        JsonElement guide = Assert.Single(document.RootElement.GetProperty("coverage").EnumerateArray());
        Assert.Equal(["guide", "percent", "shown", "total", "requirements", "definitions", "boundaries"], guide.EnumerateObject().Select(property => property.Name));
        Assert.Equal(guide.GetProperty("percent").GetInt32(), 100 * guide.GetProperty("shown").GetInt32() / guide.GetProperty("total").GetInt32());
        JsonElement boundary = guide.GetProperty("boundaries").EnumerateArray().First();
        Assert.Equal("just above", Assert.Single(boundary.GetProperty("missing").EnumerateArray()).GetProperty("case").GetString());
    }

    [Fact]
    public void ATraceSaysWhatIsNotCovered()
    {
        ToolRun run = _folder.Run("trace");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("  Act section 4 \"Who may hold a licence\"\n    Right Age\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("    (a) age is at least 18\n        2 examples, the first at rules/examples.rules:", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 parts of the law are not covered, and 3 criteria have no example.", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, _folder.Run("trace", "--format", "json").ExitCode);
    }

    [Fact]
    public void ATraceAsJsonGoesBothWays()
    {
        using JsonDocument document = JsonDocument.Parse(_folder.Run("trace", "--format", "json").Output);

        JsonElement guide = Assert.Single(document.RootElement.GetProperty("guides").EnumerateArray());
        Assert.False(guide.GetProperty("full").GetBoolean());
        JsonElement division = guide.GetProperty("divisions").EnumerateArray().First();
        Assert.Equal(("Act", "section", "4"), (division.GetProperty("source").GetString(), division.GetProperty("kind").GetString(), division.GetProperty("locator").GetString()));
        Assert.Equal("Right Age", Assert.Single(division.GetProperty("requirements").EnumerateArray()).GetString());
        JsonElement requirement = guide.GetProperty("requirements").EnumerateArray().First();
        Assert.Equal("Act 4", Assert.Single(requirement.GetProperty("references").EnumerateArray()).GetString());
        JsonElement criterion = Assert.Single(requirement.GetProperty("criteria").EnumerateArray());
        JsonElement example = criterion.GetProperty("examples").EnumerateArray().First();
        Assert.Equal(("Both sides of eighteen", 1, true), (example.GetProperty("title").GetString(), example.GetProperty("row").GetInt32(), example.GetProperty("passed").GetBoolean()));
    }
}
