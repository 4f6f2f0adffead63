using System.Text.Json;
using Xunit;

namespace RulesAsCode.Tool.Tests;

public sealed class FixTests : IDisposable
{
    private const string Broken = """
        part of Bathing Licence

        requirement Old Enough
          see Act 4
          applies always
          requires age >= 18
        """;

    private const string Undecided = """
        part of Bathing Licence

        requirement Old Enough
          see Act 4
          applies always
          requires that agge is at least 18
        """;

    private readonly ToolFolder _folder = ToolFolder.WithBathingLicence();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CertainFixesAreMadeInTheFile()
    {
        _folder.Write("rules/more.rules", Broken);

        ToolRun run = _folder.Run("fix");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("  requires that age is at least 18", File.ReadAllText(Path.Combine(_folder.Path, "rules/more.rules")), StringComparison.Ordinal);
        Assert.EndsWith("2 certain fixes made in 1 file; 3 findings left ('rules lint' shows them).\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, _folder.Run("check").ExitCode);
    }

    [Fact]
    public void ADryRunShowsTheDifferenceAndWritesNothing()
    {
        _folder.Write("rules/more.rules", Broken);
        string path = Path.Combine(_folder.Path, "rules/more.rules");
        string before = File.ReadAllText(path);

        ToolRun run = _folder.Run("fix", "--dry-run");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(before, File.ReadAllText(path));
        Assert.Contains("--- rules/more.rules\n+++ rules/more.rules\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n-  requires age >= 18\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n+  requires that age is at least 18\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 certain fixes to make in 1 file; 3 findings left ('rules lint' shows them).\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheAnalystHasToDecideIsLeft()
    {
        _folder.Write("rules/more.rules", Undecided);
        string path = Path.Combine(_folder.Path, "rules/more.rules");
        string before = File.ReadAllText(path);

        ToolRun run = _folder.Run("fix", "rules");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(before, File.ReadAllText(path));
        Assert.Equal("0 certain fixes made; 2 findings left ('rules lint' shows them).\n", run.Output);
    }

    [Fact]
    public void LintsAreFixedToo()
    {
        _folder.Write("rules/more.rules", "part of Bathing Licence\n\n# allow RAC9104: no longer there\nrequirement Old Enough\n  see   Act 4\n  applies always\n  requires that AGE is at least 18\n");
        string path = Path.Combine(_folder.Path, "rules/more.rules");

        ToolRun dry = _folder.Run("fix", "--dry-run");
        ToolRun off = _folder.RunWithLevels("RAC9804 off\nRAC9504 off\nRAC9402 off\n", "fix");
        ToolRun run = _folder.RunWithLevels("", "fix");

        Assert.Equal(1, dry.ExitCode);
        Assert.Contains("\n-# allow RAC9104: no longer there\n", dry.Output, StringComparison.Ordinal);
        Assert.StartsWith("0 certain fixes made; ", off.Output, StringComparison.Ordinal);
        Assert.Contains("fixed RAC9804: ", run.Output, StringComparison.Ordinal);
        Assert.Equal("part of Bathing Licence\n\nrequirement Old Enough\n  see Act 4\n  applies always\n  requires that age is at least 18\n", File.ReadAllText(path));
    }

    [Fact]
    public void GoodRulesStayAsTheyAre()
    {
        ToolRun run = _folder.Run("fix");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("0 certain fixes made; no finding left.\n", run.Output);
        Assert.Equal("0 certain fixes to make; no finding left.\n", _folder.Run("fix", "--dry-run").Output);
    }

    [Fact]
    public void TheResultAsJsonIsOneDocument()
    {
        _folder.Write("rules/more.rules", Broken);

        using JsonDocument document = JsonDocument.Parse(_folder.Run("fix", "--format", "json").Output);

        JsonElement root = document.RootElement;
        Assert.Equal(["files", "written", "fixed", "left"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("rules/more.rules", Assert.Single(root.GetProperty("files").EnumerateArray()).GetProperty("file").GetString());
        Assert.True(root.GetProperty("written").GetBoolean());
        Assert.Equal(2, root.GetProperty("fixed").GetArrayLength());
        Assert.All(root.GetProperty("left").EnumerateArray(), left => Assert.NotEqual("error", left.GetProperty("severity").GetString()));
    }

    [Fact]
    public void CheckAsJsonCarriesTheEdits()
    {
        _folder.Write("rules/more.rules", Broken);

        using JsonDocument document = JsonDocument.Parse(_folder.Run("check", "--format", "json").Output);

        JsonElement diagnostic = Assert.Single(document.RootElement.GetProperty("diagnostics").EnumerateArray());
        JsonElement edit = Assert.Single(diagnostic.GetProperty("edits").EnumerateArray());
        Assert.Equal(["line", "column", "endLine", "endColumn", "newText"], edit.EnumerateObject().Select(property => property.Name));
        Assert.Equal(6, edit.GetProperty("line").GetInt32());
    }
}
