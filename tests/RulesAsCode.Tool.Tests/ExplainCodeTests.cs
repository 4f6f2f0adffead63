using System.Text.Json;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Tool.Tests;

public sealed class ExplainCodeTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("RAC2001")]
    [InlineData("RAC4009")]
    [InlineData("RAC4036")]
    public void APageIsPrinted(string code)
    {
        ToolRun run = _folder.Run("explain-code", code);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Snapshot.Match(run.Output, part: code);
    }

    [Fact]
    public void EveryCodeIsPrintedWithinTheWidthOfATerminal()
    {
        foreach (DiagnosticDescriptor descriptor in DiagnosticCatalogue.All.Where(descriptor => descriptor.Code != "RAC3026"))
        {
            ToolRun run = _folder.Run("explain-code", descriptor.Code);
            Assert.StartsWith(descriptor.Code + ": " + descriptor.Title + "\n", run.Output, StringComparison.Ordinal);

            // What takes running the examples has no message here.
            Assert.Equal(!descriptor.Code.StartsWith("RAC97", StringComparison.Ordinal), run.Output.Contains("It says: ", StringComparison.Ordinal));
            Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 100, line));
        }
    }

    [Fact]
    public void CaseDoesNotMatter() => Assert.StartsWith("RAC2001: Unknown name\n", _folder.Run("explain-code", "rac2001").Output, StringComparison.Ordinal);

    [Fact]
    public void APageAsJson()
    {
        using JsonDocument page = JsonDocument.Parse(_folder.Run("explain-code", "RAC2001", "--format", "json").Output);

        Assert.Equal(
            ["$schema", "version", "code", "severity", "title", "why", "wrong", "message", "right", "whenToSuppress"],
            page.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("error", page.RootElement.GetProperty("severity").GetString());
    }

    [Theory]
    [InlineData("RAC2101", "rules: There is no code called 'RAC2101'. Did you mean 'RAC2001'?\n")]
    [InlineData("something", "rules: There is no code called 'something'. Run 'rules explain-code' to see them all.\n")]
    public void AnUnknownCodeIsSaid(string code, string message)
    {
        ToolRun run = _folder.Run("explain-code", code);

        Assert.Equal((2, "", message), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void WithoutACodeAllAreListed()
    {
        string[] lines = _folder.Run("explain-code").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(DiagnosticCatalogue.All.Select(descriptor => descriptor.Code), lines.Select(line => line.Split(' ')[0]));
        using JsonDocument list = JsonDocument.Parse(_folder.Run("explain-code", "--format", "json").Output);
        Assert.Equal(lines.Length, list.RootElement.GetProperty("codes").GetArrayLength());
    }

    [Fact]
    public void TheGuideOfTheExamplesIsPrinted() => Assert.StartsWith("guide Allotments ", _folder.Run("explain-code", "--guide").Output, StringComparison.Ordinal);
}
