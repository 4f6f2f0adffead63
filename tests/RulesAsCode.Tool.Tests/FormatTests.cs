using System.Text.Json;
using Xunit;

namespace RulesAsCode.Tool.Tests;

public sealed class FormatTests : IDisposable
{
    private const string Untidy = "part of Bathing Licence\n\nterm Fee\n    meaning   \"What is paid.\"\n";
    private const string Tidy = "part of Bathing Licence\n\nterm Fee\n  meaning \"What is paid.\"\n";

    private readonly ToolFolder _folder = ToolFolder.WithBathingLicence();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FilesAreLaidOutInPlace()
    {
        _folder.Write("rules/terms.rules", Untidy);

        ToolRun run = _folder.Run("fmt");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("changed rules/terms.rules\n1 of 3 files changed.\n", run.Output);
        Assert.StartsWith("rules: laid out 3 files in ", run.Error, StringComparison.Ordinal);
        Assert.Equal(Tidy, _folder.Read("rules/terms.rules"));
        Assert.Equal(BathingLicence.Rules, _folder.Read("rules/main.rules"));
        Assert.Equal("3 files, laid out already.\n", _folder.Run("fmt", "--check").Output);
        Assert.Equal(3, Directory.GetFiles(_folder.FullPath("rules")).Length);
    }

    [Fact]
    public void ACheckWritesNothingAndFails()
    {
        _folder.Write("rules/terms.rules", Untidy);

        ToolRun run = _folder.Run("fmt", "--check", "rules/terms.rules");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("would change rules/terms.rules\n1 of 1 file would change.\n", run.Output);
        Assert.Equal(Untidy, _folder.Read("rules/terms.rules"));
    }

    [Fact]
    public void ADifferenceIsOneThatPatchReads()
    {
        _folder.Write("rules/terms.rules", Untidy.TrimEnd('\n'));

        ToolRun run = _folder.Run("fmt", "--diff");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            --- rules/terms.rules
            +++ rules/terms.rules
            @@ -1,4 +1,4 @@
             part of Bathing Licence
             
             term Fee
            -    meaning   "What is paid."
            \ No newline at end of file
            +  meaning "What is paid."

            """,
            run.Output);
        Assert.Equal(1, _folder.Run("fmt", "--diff", "--check").ExitCode);
        Assert.Equal(Untidy.TrimEnd('\n'), _folder.Read("rules/terms.rules"));
    }

    [Fact]
    public void StandardInputGoesToStandardOutput()
    {
        ToolRun run = _folder.RunWith(Untidy, "fmt", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Tidy, run.Output);
        Assert.Equal("", run.Error);
        Assert.Equal(1, _folder.RunWith(Untidy, "fmt", "-", "--check").ExitCode);
        Assert.Equal(0, _folder.RunWith(Tidy, "fmt", "-", "--check").ExitCode);
    }

    [Fact]
    public void StandardInputStandsAlone() => Assert.Equal(2, _folder.RunWith(Untidy, "fmt", "-", "rules").ExitCode);

    [Fact]
    public void ErrorsAreLeftAsTheyAreAndSaidSo()
    {
        _folder.Write("rules/terms.rules", Untidy + "\nterm Lake\n    meaning   What swimmers seek.\n");

        ToolRun run = _folder.Run("fmt", "rules/terms.rules");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Tidy + "\nterm Lake\n    meaning   What swimmers seek.\n", _folder.Read("rules/terms.rules"));
        Assert.Contains("rules/terms.rules: 1 sentence with an error left as written", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonTellsEachFile()
    {
        _folder.Write("rules/terms.rules", Untidy);

        using JsonDocument document = JsonDocument.Parse(_folder.Run("fmt", "--check", "--diff", "--format", "json").Output);

        Assert.False(document.RootElement.GetProperty("written").GetBoolean());
        JsonElement[] files = [.. document.RootElement.GetProperty("files").EnumerateArray()];
        Assert.Equal(["rules/examples.rules", "rules/main.rules", "rules/terms.rules"], files.Select(file => file.GetProperty("file").GetString()));
        Assert.Equal([false, false, true], files.Select(file => file.GetProperty("changed").GetBoolean()));
        Assert.StartsWith("--- rules/terms.rules\n", files[2].GetProperty("diff").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatMayNotBeWrittenIsLeftWhole()
    {
        _folder.Write("rules/terms.rules", Untidy).Write("rules/another.rules", Untidy);
        File.SetAttributes(_folder.FullPath("rules/terms.rules"), FileAttributes.ReadOnly);

        ToolRun run = _folder.Run("fmt");

        File.SetAttributes(_folder.FullPath("rules/terms.rules"), FileAttributes.Normal);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'rules/terms.rules' cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Equal(Untidy, _folder.Read("rules/terms.rules"));
        Assert.Equal(Untidy, _folder.Read("rules/another.rules"));
        Assert.Equal(4, Directory.GetFiles(_folder.FullPath("rules")).Length);
    }

    [Fact]
    public void PermissionsAndLinksStay()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Write("elsewhere/terms.rules", Untidy);
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(_folder.FullPath("elsewhere/terms.rules"), Mode);
        File.CreateSymbolicLink(_folder.FullPath("rules/terms.rules"), _folder.FullPath("elsewhere/terms.rules"));

        Assert.Equal(0, _folder.Run("fmt").ExitCode);

        Assert.NotNull(new FileInfo(_folder.FullPath("rules/terms.rules")).LinkTarget);
        Assert.Equal(Tidy, _folder.Read("elsewhere/terms.rules"));
        Assert.Equal(Mode, File.GetUnixFileMode(_folder.FullPath("elsewhere/terms.rules")));
    }
}
