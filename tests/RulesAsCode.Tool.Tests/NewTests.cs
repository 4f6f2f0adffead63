using RulesAsCode.Tool.Starter;
using Xunit;

namespace RulesAsCode.Tool.Tests;

/// <summary><c>rules new</c>, end to end: what it writes is a guide without a finding.</summary>
public sealed class NewTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Hall Hire", "rules/hall-hire", "guide Hall Hire \"Hiring the village hall\"")]
    [InlineData("Terms and Conditions", "rules/terms-and-conditions", "guide `Terms and Conditions` \"Hiring the village hall\"")]
    [InlineData("  Élan  Vital 2 ", "rules/élan-vital-2", "guide Élan Vital 2 \"Hiring the village hall\"")]
    public void AStarterBuildsAtOnce(string name, string folder, string header)
    {
        ToolRun run = _folder.Run("new", name);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"2 files written to {folder}: main.rules and examples.rules.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n" + header + "\n", _folder.Read(folder + "/main.rules"), StringComparison.Ordinal);
        Assert.Equal("No findings in 2 files.\n", _folder.Run("check", "--fail-on", "information").Output);
        Assert.Equal(0, _folder.Run("fmt", "--check").ExitCode);
        Assert.Equal("7 examples passed, none failed.\n", _folder.Run("test").Output);
        Assert.Equal(0, _folder.Run("build").ExitCode);
        Assert.True(_folder.Exists("generated-docs/guide.md"));
    }

    [Fact]
    public void ATitleAndAFolderMayBeGiven()
    {
        Assert.Equal(0, _folder.Run("new", "Dog Licence", "--title", "Keeping a dog", "--output", "dogs/").ExitCode);

        Assert.Contains("\nguide Dog Licence \"Keeping a dog\"\n", _folder.Read("dogs/main.rules"), StringComparison.Ordinal);
        Assert.StartsWith("part of Dog Licence\n", _folder.Read("dogs/examples.rules"), StringComparison.Ordinal);
        Assert.Equal(0, _folder.Run("check", "dogs").ExitCode);
    }

    [Fact]
    public void JsonNamesTheFiles() =>
        Assert.Equal("{\"output\":\"rules/hall-hire\",\"files\":[\"main.rules\",\"examples.rules\"]}\n", _folder.Run("new", "Hall Hire", "--format", "json").Output);

    [Fact]
    public void NothingIsOverwritten()
    {
        _folder.Write("rules/hall-hire/mine.rules", "# mine\n");

        ToolRun run = _folder.Run("new", "Hall Hire");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'rules/hall-hire' is there already. Nothing was written", run.Error, StringComparison.Ordinal);
        Assert.Equal(["mine.rules"], Directory.GetFiles(_folder.FullPath("rules/hall-hire")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData("3 wishes", null)]
    [InlineData("a/b", null)]
    [InlineData("../up", null)]
    [InlineData("Two\nlines", null)]
    [InlineData("In \"quotes\"", null)]
    [InlineData("Back`tick", null)]
    [InlineData("Fine", "a \"word\"")]
    [InlineData("Fine", "two\nlines")]
    [InlineData("Fine", " ")]
    [InlineData("Semi; colon", null)]
    public void ANameOrTitleThatCannotStandInARuleFileIsRefused(string name, string? title)
    {
        ToolRun run = title is null ? _folder.Run("new", name) : _folder.Run("new", name, "--title", title);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith("rules: ", run.Error, StringComparison.Ordinal);
        Assert.False(_folder.Exists("rules"));
    }

    [Fact]
    public void EveryOutcomeIsShownByAnExample()
    {
        string examples = StarterGuide.Create("Hall Hire", null).Single(file => file.Path == "examples.rules").Text;

        Assert.All(["not satisfied", "| satisfied", "undecided", "not applicable"], outcome => Assert.Contains(outcome, examples, StringComparison.Ordinal));
    }
}
