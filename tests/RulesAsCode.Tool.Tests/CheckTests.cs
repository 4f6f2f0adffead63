using System.Text.Json;
using Xunit;

namespace RulesAsCode.Tool.Tests;

public sealed class CheckTests : IDisposable
{
    private const string WithError = """
        part of Bathing Licence

        requirement Old Enough
          see Act 4
          applies always
          requires that agge is at least 18
        """;

    private readonly ToolFolder _folder = ToolFolder.WithBathingLicence();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void GoodRulesGiveZero()
    {
        ToolRun run = _folder.Run("check");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("No findings in 2 files.\n", run.Output);
        Assert.StartsWith("rules: compiled 2 files in ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void GoodRulesAsJsonAreAnEmptyDocument() => Assert.Equal("{\"$schema\":\"urn:rules-as-code:check\",\"version\":\"1.0\",\"diagnostics\":[]}\n", _folder.Run("check", "--format", "json").Output);

    [Fact]
    public void AnErrorIsShownWhereItIs()
    {
        _folder.Write("rules/more.rules", WithError);

        ToolRun run = _folder.Run("check", "rules/");

        Assert.Equal(3, run.ExitCode);
        string[] lines = run.Output.Split('\n');
        Assert.Matches(@"^rules/more\.rules:6:17: error RAC2[0-9]{3}: .*'agge'", lines[0]);
        Assert.Equal("  6 |   requires that agge is at least 18", lines[1]);
        Assert.Equal("    |                 ~~~~", lines[2]);
        Assert.StartsWith("    = ", lines[3], StringComparison.Ordinal);
        Assert.Contains("'age'", lines[3], StringComparison.Ordinal);
        Assert.Equal("1 error in 3 files.", lines[^2]);
    }

    [Fact]
    public void AnErrorAsJsonHasThePropertiesOfTheInterface()
    {
        _folder.Write("rules/more.rules", WithError);

        ToolRun run = _folder.Run("check", "--format", "json", "rules");

        Assert.Equal(3, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(["$schema", "version", "diagnostics"], document.RootElement.EnumerateObject().Select(property => property.Name));
        JsonElement diagnostic = Assert.Single(document.RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(
            ["code", "severity", "file", "line", "column", "endLine", "endColumn", "message", "fix", "edits"],
            diagnostic.EnumerateObject().Select(property => property.Name));
        Assert.Equal("error", diagnostic.GetProperty("severity").GetString());
        Assert.Equal("rules/more.rules", diagnostic.GetProperty("file").GetString());
        Assert.Equal((6, 17, 6, 21), (
            diagnostic.GetProperty("line").GetInt32(), diagnostic.GetProperty("column").GetInt32(),
            diagnostic.GetProperty("endLine").GetInt32(), diagnostic.GetProperty("endColumn").GetInt32()));
        Assert.Contains("'age'", diagnostic.GetProperty("fix").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules", "rules/main.rules")]
    [InlineData("rules/", "rules/main.rules")]
    [InlineData("./rules", "rules/main.rules")]
    [InlineData(".", "rules/main.rules")]
    [InlineData("rules/main.rules", "rules/main.rules")]
    [InlineData("../{folder}/rules", "../{folder}/rules/main.rules")]
    public void AFileIsCalledAsItsUserWould(string given, string shown)
    {
        string folder = Path.GetFileName(_folder.Path);
        _folder.Write("rules/main.rules", "requirement\n");

        using JsonDocument document = JsonDocument.Parse(_folder.Run("check", "--format", "json", given.Replace("{folder}", folder, StringComparison.Ordinal)).Output);

        Assert.Contains(shown.Replace("{folder}", folder, StringComparison.Ordinal),
            document.RootElement.GetProperty("diagnostics").EnumerateArray().Select(diagnostic => diagnostic.GetProperty("file").GetString()));
    }

    [Fact]
    public void LooseFilesAreOneCompilationAndAFileCountsOnce()
    {
        Assert.Equal("No findings in 2 files.\n", _folder.Run("check", "rules/examples.rules", "rules/main.rules", "rules").Output);
        Assert.Equal(3, _folder.Run("check", "rules/examples.rules").ExitCode);
    }

    [Fact]
    public void HiddenFoldersAndOtherFilesAreNotRules()
    {
        _folder.Write("rules/.cache/broken.rules", "nonsense").Write("rules/broken.txt", "nonsense").Write("rules/deep/er/more.rules", "part of Bathing Licence\n");

        Assert.Equal("No findings in 3 files.\n", _folder.Run("check").Output);
    }

    [Fact]
    public void AWarningCountsOnlyWhenAsked()
    {
        // A plain 'at least N days before' has been read in two ways, which is worth a note and no more.
        _folder.Write("rules/notice.rules", """
            part of Bathing Licence

            requirement Early Notice
              see Act 5
              for each lifeguard
              applies always
              requires that trained on is at least 5 days before today
            """);

        ToolRun run = _folder.Run("check");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("No findings", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, _folder.Run("check", "--fail-on", "information").ExitCode);
        Assert.Equal(0, _folder.Run("build").ExitCode);
    }

    [Fact]
    public void AByteOrderMarkChangesNothing()
    {
        _folder.Write("rules/main.rules", [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(BathingLicence.Rules)]);

        Assert.Equal("No findings in 2 files.\n", _folder.Run("check").Output);
    }

    [Fact]
    public void ColumnsCountUtf16Units()
    {
        _folder.Write("rules/more.rules", "part of Bathing Licence\n\nexample \"😀\" extra\n  as at 1 July 2026\n");

        using JsonDocument document = JsonDocument.Parse(_folder.Run("check", "--format", "json").Output);

        JsonElement diagnostic = document.RootElement.GetProperty("diagnostics").EnumerateArray().First(element => element.GetProperty("line").GetInt32() == 3);
        Assert.Equal("example \"😀\" ".Length + 1, diagnostic.GetProperty("column").GetInt32());
    }

    [Fact]
    public void LongLinesAndControlCharactersAreShownSafely()
    {
        _folder.Write("rules/more.rules", "part of Bathing Licence\n\nrequirement Long\n  see Act 4\n  applies always\n  requires that " + new string('(', 5_000) + "\u001b[31m agge\n");

        ToolRun run = _folder.Run("check");

        Assert.Equal(3, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.All(run.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)), line => Assert.True(line.Length < 400, line));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("requirement R\n  {0} x\n")]
    [InlineData("requirement R\n  see Act 4\n  applies always\n  requires that {0} is given\n")]
    public void AWordAsLongAsAFileIsNotRepeatedInFull(string rules)
    {
        _folder.Write("rules/more.rules", "part of Bathing Licence\n\n" + rules.Replace("{0}", new string('y', 100_000), StringComparison.Ordinal));

        ToolRun run = _folder.Run("check");

        Assert.Equal(3, run.ExitCode);
        Assert.InRange(run.Output.Length, 1, 4_000);
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../../outside.csv")]
    [InlineData("missing.csv")]
    public void ACalendarOutsideTheRulesIsNotRead(string path)
    {
        _folder.Write("outside.csv", "date,name,note\n2026-01-01,New Year's Day,\n").Write("project/rules/main.rules", BathingLicence.Rules + $"""

            calendar Town
              weekend Saturday and Sunday
              holidays from "{path}"
              covers 2024 to 2026
              edition 1 January 2024
            """);
        using var project = new ToolFolder();

        // From a working directory elsewhere, so that only the folder of the rules counts.
        using var output = new StringWriter();
        int exitCode = RulesTool.Run(["check", _folder.FullPath("project/rules")], TextReader.Null, output, TextWriter.Null, project.Path, () => ToolFolder.Today);

        Assert.Equal(3, exitCode);
        Assert.Contains(path, output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("root:", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ACalendarBesideTheRulesIsRead()
    {
        _folder.Write("rules/days/holidays.csv", "date,name,note\n2026-01-01,New Year's Day,\n").Write("rules/calendar.rules", """
            part of Bathing Licence

            calendar Town
              weekend Saturday and Sunday
              holidays from "days/holidays.csv"
              covers 2026 to 2026
              edition 1 January 2026
            """);

        Assert.Equal(("No findings in 3 files.\n", 0), (_folder.Run("check").Output, _folder.Run("check").ExitCode));
    }

    [Fact]
    public void ColourComesOnlyWhenWanted()
    {
        _folder.Write("rules/more.rules", WithError);

        Assert.Contains("\u001b[", _folder.RunWith(TextReader.Null, () => ToolFolder.Today, true, "check").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", _folder.RunWith(TextReader.Null, () => ToolFolder.Today, true, "check", "--format", "json").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", _folder.Run("check").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, null, null, true)]
    [InlineData(true, "", "xterm", true)]
    [InlineData(true, "1", "xterm", false)]
    [InlineData(true, "0", "xterm", false)]
    [InlineData(true, null, "dumb", false)]
    [InlineData(false, null, "xterm", false)]
    public void ColourIsForTerminalsWithoutNoColor(bool isTerminal, string? noColor, string? term, bool wanted) =>
        Assert.Equal(wanted, Output.Palette.IsWanted(isTerminal, name => name switch { "NO_COLOR" => noColor, "TERM" => term, _ => null }));
}
