using Xunit;

namespace RulesAsCode.Tool.Tests;

/// <summary>Wrong usage: exit code 2, one clear line on standard error, nothing on standard output.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly ToolFolder _folder = ToolFolder.WithBathingLicence();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Required command was not provided.")]
    [InlineData("There is no verb called 'chekc'. Did you mean 'check'?", "chekc")]
    [InlineData("There is no verb called 'frobnicate'. There are 'new', 'check', 'fix', 'lint', 'fmt', 'test', 'trace', 'build', 'serve', 'assess', 'explain', 'explain-code', 'reference', 'emit'.", "frobnicate", "rules")]
    [InlineData("There is no option '--nonsense=1'.", "check", "--nonsense=1")]
    [InlineData("There is no option '--nonsense'.", "assess", "--nonsense", "facts.json")]
    [InlineData("Argument 'xml' not recognized. Must be one of: 'text' 'plain' 'json' 'sarif' 'github' 'junit'", "check", "--format", "xml")]
    [InlineData("Required argument 'FACTS.json' missing for command: 'assess'.", "assess")]
    [InlineData("Required argument 'REQUIREMENT' missing for command: 'explain'.", "explain", "facts.json")]
    [InlineData("There is no file or folder 'nowhere'.", "check", "nowhere")]
    [InlineData("There is no file or folder 'nowhere'.", "check", "rules", "nowhere")]
    [InlineData("There is no file or folder 'nowhere'.", "assess", "facts.json", "--rules", "nowhere")]
    [InlineData("There is no file 'facts.json'.", "assess", "facts.json")]
    [InlineData("'rules' is a folder; a file is needed here.", "assess", "rules")]
    [InlineData("--as-at takes a date from 1900 to 2199 written like 2026-07-01, not '1/7/2026'.", "assess", "facts.json", "--as-at", "1/7/2026")]
    [InlineData("--as-at takes a date from 1900 to 2199 written like 2026-07-01, not '2026-02-30'.", "assess", "facts.json", "--as-at", "2026-02-30")]
    [InlineData("There is no guide called 'Bathing Licenze'. Did you mean 'Bathing Licence'?", "assess", "facts.json", "--guide", "Bathing Licenze")]
    public void IsSaidInOneLine(string message, params string[] arguments)
    {
        ToolRun run = _folder.Run(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal("rules: " + message, run.Error.Split('\n')[0]);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderWithoutRulesIsWrongUsage()
    {
        _folder.Write("empty/notes.txt", "nothing");

        ToolRun run = _folder.Run("check", "empty");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("rules: There are no rule files (*.rules) in 'empty'.\n", run.Error);
    }

    [Theory]
    [InlineData("test")]
    [InlineData("build")]
    public void ALibraryAloneHasNothingToRun(string verb)
    {
        _folder.Write("library/main.rules", "library Common\n");

        ToolRun run = _folder.Run(verb, "library");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("There is no guide in 'library'", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, _folder.Run("check", "library").ExitCode);
    }

    [Fact]
    public void SeveralGuidesNeedAName()
    {
        _folder.Write("rules/other.rules", BathingLicence.Rules.Replace("guide Bathing Licence", "guide Boating Licence", StringComparison.Ordinal));
        _folder.Write("facts.json", "{}");

        ToolRun run = _folder.Run("assess", "facts.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("The rules hold 2 guides; say which with --guide: 'Bathing Licence' and 'Boating Licence'.", run.Error, StringComparison.Ordinal);
        Assert.Equal(5, _folder.Run("assess", "facts.json", "--guide", "boating licence").ExitCode);
    }

    [Fact]
    public void AnUnknownRequirementIsNamedWithTheNearest()
    {
        _folder.Write("facts.json", "{}");

        ToolRun run = _folder.Run("explain", "facts.json", "Rigth Age", "--as-at", "2026-07-01");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal("rules: There is no requirement called 'Rigth Age'. Did you mean 'Right Age'?\n", run.Error);
    }

    [Fact]
    public void BadUtf8IsSaidWithItsPlace()
    {
        _folder.Write("rules/latin.rules", [.. "part of Bathing Licence\n# caf"u8, 0xE9, (byte)'\n']);

        ToolRun run = _folder.Run("check");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("rules: 'rules/latin.rules' is not UTF-8 text: byte 0xE9 on line 2. Save it as UTF-8.\n", run.Error);
    }

    [Fact]
    public void StandardInputThatIsNotUtf8IsSaid()
    {
        using var input = new StreamReader(new MemoryStream([0xE9, 0xE9]), new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));

        ToolRun run = _folder.RunWith(input, () => ToolFolder.Today, false, "assess", "-");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("rules: Standard input is not UTF-8 text.\n", run.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ABugIsReportedWithoutAStackUnlessAsked(bool verbose)
    {
        _folder.Write("facts.json", BathingLicence.Met);
        string[] arguments = ["assess", "facts.json", .. verbose ? new[] { "--verbose" } : []];

        ToolRun run = _folder.RunWith(TextReader.Null, () => throw new InvalidOperationException("The clock\nfell down."), false, arguments);

        Assert.Equal(70, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith("rules: internal error: InvalidOperationException: The clock fell down.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(verbose, run.Error.Contains("   at ", StringComparison.Ordinal));
    }
}
