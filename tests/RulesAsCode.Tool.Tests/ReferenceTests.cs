using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Diagnostics;
using Xunit;

namespace RulesAsCode.Tool.Tests;

/// <summary>The language reference, as somebody has it who reads it in a folder.</summary>
public sealed partial class ReferenceTests : IDisposable
{
    private readonly ToolFolder _folder = ToolFolder.WithBathingLicence();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryCodeHasAPageAndEveryLinkLeadsSomewhere()
    {
        ToolRun run = _folder.Run("reference");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^[0-9]+ pages of the language reference in generated-docs/language: begin with README.md.\n$", run.Output);
        string folder = _folder.FullPath("generated-docs/language");
        Assert.All(DiagnosticCatalogue.All, descriptor => Assert.True(File.Exists(Path.Combine(folder, descriptor.Code + ".md")), descriptor.Code));
        var reached = new HashSet<string>(StringComparer.Ordinal) { "README.md" };
        foreach (string page in Directory.EnumerateFiles(folder))
        {
            foreach (Match link in Link().Matches(WithoutBlocks(File.ReadAllText(page))))
            {
                Assert.True(File.Exists(Path.Combine(folder, link.Groups[1].Value)), $"{Path.GetFileName(page)}: {link.Groups[1].Value}");
                reached.Add(link.Groups[1].Value);
            }
        }

        Assert.Equal(Directory.EnumerateFiles(folder).Select(page => Path.GetFileName(page)!).Order(StringComparer.Ordinal), reached.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ABuildKeepsTheReferenceUpToDateWhereItIs()
    {
        Assert.Equal(0, _folder.Run("build").ExitCode);
        Assert.False(_folder.Exists("generated-docs/language"));

        _folder.Run("reference");
        string page = _folder.Read("generated-docs/language/core.md");
        _folder.Write("generated-docs/language/core.md", "stale");
        Assert.Equal(0, _folder.Run("build").ExitCode);
        Assert.Equal(page, _folder.Read("generated-docs/language/core.md"));
    }

    [Fact]
    public void ABuildLeavesAFolderAloneThatIsSomethingElse()
    {
        _folder.Write("generated-docs/language/README.md", "# My own notes on language\n");

        Assert.Equal(0, _folder.Run("build").ExitCode);

        Assert.Equal("# My own notes on language\n", _folder.Read("generated-docs/language/README.md"));
        Assert.False(_folder.Exists("generated-docs/language/core.md"));
    }

    [Fact]
    public void AsJson() => Assert.Matches(
        "^\\{\"\\$schema\":\"urn:rules-as-code:reference\",\"version\":\"1.0\",\"output\":\"r\",\"files\":[0-9]+,\"changed\":[0-9]+\\}\n$", _folder.Run("reference", "--output", "r", "--format", "json").Output);

    private static string WithoutBlocks(string markdown) => Block().Replace(markdown, "");

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```$|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
