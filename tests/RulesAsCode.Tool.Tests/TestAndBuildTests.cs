using System.Text.Json;
using Xunit;

namespace RulesAsCode.Tool.Tests;

public sealed class TestAndBuildTests : IDisposable
{
    private readonly ToolFolder _folder = ToolFolder.WithBathingLicence();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ExamplesThatPassAreCounted()
    {
        ToolRun run = _folder.Run("test");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("4 examples passed, none failed.\n", run.Output);
        Assert.Contains("rules: ran 4 examples in ", run.Error, StringComparison.Ordinal);
        Assert.Equal("{\"$schema\":\"urn:rules-as-code:test\",\"version\":\"1.0\",\"passed\":4,\"failed\":0,\"failures\":[]}\n", _folder.Run("test", "--format", "json").Output);
    }

    [Fact]
    public void AnExampleThatFailsIsShownWithItsPlaceAndRow()
    {
        _folder.Write("rules/examples.rules", BathingLicence.ExamplesThatFail);

        ToolRun run = _folder.Run("test");

        Assert.Equal(1, run.ExitCode);
        string[] lines = run.Output.Split('\n');
        Assert.Matches("^rules/examples\\.rules:7:[0-9]+: failed: \"Both sides of eighteen\", row 1$", lines[0]);
        Assert.Contains("Right Age", lines[1], StringComparison.Ordinal);
        Assert.Contains("not satisfied", lines[1], StringComparison.Ordinal);
        Assert.Equal("3 examples passed, 1 failed.", lines[^2]);
    }

    [Fact]
    public void AnExampleThatFailsAsJson()
    {
        _folder.Write("rules/examples.rules", BathingLicence.ExamplesThatFail);

        ToolRun run = _folder.Run("test", "--format", "json");

        Assert.Equal(1, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement failure = Assert.Single(document.RootElement.GetProperty("failures").EnumerateArray());
        Assert.Equal(["example", "row", "file", "line", "column", "messages"], failure.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("Both sides of eighteen", 1, "rules/examples.rules", 7), (
            failure.GetProperty("example").GetString(), failure.GetProperty("row").GetInt32(), failure.GetProperty("file").GetString(), failure.GetProperty("line").GetInt32()));
        Assert.NotEqual(0, failure.GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public void BuildWritesTheGuideAndSaysSo()
    {
        ToolRun run = _folder.Run("build");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^Bathing Licence: 3 requirements, 4 examples passed\\.\n[0-9]+ files written to generated-docs\\. Open generated-docs/site/index\\.html\\.\n$", run.Output);
        Assert.Contains("A licence to keep a bathing place", _folder.Read("generated-docs/site/index.html"), StringComparison.Ordinal);
        Assert.Contains("A licence to keep a bathing place", _folder.Read("generated-docs/guide.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void BuildAsJson() => Assert.StartsWith(
        "{\"$schema\":\"urn:rules-as-code:build\",\"version\":\"1.0\",\"guides\":[{\"guide\":\"Bathing Licence\",\"requirements\":3,\"passed\":4}],\"output\":\"out\",\"files\":[\"guide.md\",\"site/index.html\",",
        _folder.Run("build", "--format", "json", "--output", "out").Output,
        StringComparison.Ordinal);

    [Fact]
    public void APageOfARequirementThatIsGoneIsRemovedAndNothingElseIs()
    {
        _folder.Run("build");
        _folder.Write("generated-docs/site/mine.html", "mine");
        _folder.Write("rules/main.rules", _folder.Read("rules/main.rules").Replace("requirement Right Age", "requirement Enough Years", StringComparison.Ordinal));
        _folder.Write("rules/examples.rules", _folder.Read("rules/examples.rules").Replace("Right Age", "Enough Years", StringComparison.Ordinal));
        string? before = Assert.Single(Pages(), page => page is "right-age.html");

        ToolRun run = _folder.Run("build");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.DoesNotContain(before, Pages());
        Assert.Contains("enough-years.html", Pages());
        Assert.Equal("mine", _folder.Read("generated-docs/site/mine.html"));

        IEnumerable<string?> Pages() => Directory.EnumerateFiles(_folder.FullPath("generated-docs/site/requirements")).Select(Path.GetFileName);
    }

    [Fact]
    public void SeveralGuidesGetAFolderEach()
    {
        _folder.Write("rules/other.rules", BathingLicence.Rules.Replace("guide Bathing Licence", "guide Boating Licence", StringComparison.Ordinal));

        Assert.Equal(0, _folder.Run("build").ExitCode);
        Assert.True(_folder.Exists("generated-docs/bathingLicence/guide.md"));
        Assert.True(_folder.Exists("generated-docs/boatingLicence/guide.md"));
    }

    [Fact]
    public void TwoBuildsGiveTheSameBytes()
    {
        _folder.Run("build", "--output", "one");
        _folder.Run("build", "./rules", "--output", "two");

        Assert.Equal(_folder.Read("one/guide.md"), _folder.Read("two/guide.md"));

        // The list of a build has the hash of every file that it wrote.
        Assert.Equal(_folder.Read("one/files.sha256"), _folder.Read("two/files.sha256"));
        Assert.Contains("  site/index.html\n", _folder.Read("one/files.sha256"), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsWrittenWhenAnExampleFails()
    {
        _folder.Write("rules/examples.rules", BathingLicence.ExamplesThatFail).Write("generated-docs/guide.md", "the guide before");

        ToolRun run = _folder.Run("build");

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("3 examples passed, 1 failed.\nNothing was written.\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("the guide before", _folder.Read("generated-docs/guide.md"));
        Assert.Equal(["guide.md"], Directory.EnumerateFileSystemEntries(_folder.FullPath("generated-docs")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("test")]
    [InlineData("build")]
    public void RulesThatDoNotCompileRunNothing(string verb)
    {
        _folder.Write("rules/broken.rules", "part of Bathing Licence\n\nrequirement Broken\n  see Act 99\n  applies always\n  requires that age is at least 18\n");

        ToolRun run = _folder.Run(verb);

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("rules/broken.rules:4:", run.Output, StringComparison.Ordinal);
        Assert.False(_folder.Exists("generated-docs"));
        using JsonDocument document = JsonDocument.Parse(_folder.Run(verb, "--format", "json").Output);
        Assert.Equal(1, document.RootElement.GetProperty("diagnostics").GetArrayLength());
    }

    [Fact]
    public void AnOutputFolderThatCannotBeWrittenIsSaid()
    {
        _folder.Write("taken", "a file stands where the folder should");

        ToolRun run = _folder.Run("build", "--output", "taken");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("rules: The folder 'taken' cannot be written", run.Error, StringComparison.Ordinal);
    }
}
