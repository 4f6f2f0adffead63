using System.Text.RegularExpressions;
using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Tool.Tests;

/// <summary>
/// The README is run: a block of rules or JSON is saved under the name in the sentence before it, every command of the tool
/// in a block of sh is run, and a block of text that follows is what the last of them prints. (What else the section for developers holds is run with the
/// packages, by RulesAsCode.Tests.)
/// </summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string Tool = "dotnet run --project src/RulesAsCode.Tool -- ";

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryCommandOfTheReadmeDoesWhatItSays()
    {
        CopyRules();
        string? printed = null;
        int commands = 0;
        int compared = 0;
        foreach (Block block in Blocks(File.ReadAllText(RepositoryRoot.PathTo("README.md"))))
        {
            switch (block.Kind)
            {
                case "rules" or "json" or "config" or "markdown":
                    _folder.Write(block.FileName ?? throw new InvalidOperationException("No name before:\n" + block.Text), block.Text);
                    printed = null;
                    break;
                case "sh":
                    commands += RunCommands(block.Text, out printed);
                    break;
                case "yaml":
                    // A workflow: what it runs of the tool is run, and what it publishes is there then.
                    commands += RunCommands(string.Concat(WorkflowCommand().Matches(block.Text).Select(match => match.Groups[1].Value + "\n")), out printed);
                    Assert.True(_folder.Exists(WorkflowPath().Match(block.Text).Groups[1].Value + "/index.html"), block.Text);
                    printed = null;
                    break;
                case "text" when printed is not null:
                    Assert.Equal(block.Text, printed);
                    compared++;
                    printed = null;
                    break;
                case "xml" or "csharp" or "text" when block.Section.StartsWith("For the developer", StringComparison.Ordinal):
                    break;
                default:
                    Assert.Fail($"A block of '{block.Kind}' that nothing runs:\n{block.Text}");
                    break;
            }
        }

        Assert.True(commands >= 7 && compared >= 6, $"{commands} commands, {compared} compared");
    }

    [Fact]
    public void EveryLinkLeadsSomewhere()
    {
        foreach (string page in new[] { "README.md", "src/README.md" })
        {
            string folder = Path.GetDirectoryName(RepositoryRoot.PathTo(page))!;
            string[] targets = [.. Link().Matches(File.ReadAllText(RepositoryRoot.PathTo(page))).Select(match => match.Groups[1].Value)];

            Assert.NotEmpty(targets);
            Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(folder, target)), $"{page}: {target}"));
        }
    }

    [Fact]
    public void TheTableOfExitCodesIsTheTools()
    {
        string[] rows = [.. File.ReadAllLines(RepositoryRoot.PathTo("README.md")).Where(line => ExitCodeRow().IsMatch(line)).Select(line => line.Replace('`', '\''))];

        Assert.Equal(ExitCode.All.Select(code => $"| {code.Code} | {code.Meaning} |"), rows);
    }

    private int RunCommands(string block, out string? printed)
    {
        string[] lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int run = 0;
        printed = null;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Tool, StringComparison.Ordinal))
            {
                continue;
            }

            Match expected = ExitCodeComment().Match(i + 1 < lines.Length ? lines[i + 1] : "");
            ToolRun result = _folder.Run([.. Word().Matches(lines[i][Tool.Length..]).Select(match => match.Value.Trim('"'))]);
            Assert.True(result.ExitCode.ToString(System.Globalization.CultureInfo.InvariantCulture) == (expected.Success ? expected.Groups[1].Value : "0"), $"{lines[i]}\n{result}");
            printed = result.Output;
            run++;
        }

        return run;
    }

    private void CopyRules()
    {
        string rules = RepositoryRoot.PathTo("rules");
        foreach (string file in Directory.EnumerateFiles(rules, "*", SearchOption.AllDirectories))
        {
            _folder.Write("rules/" + Path.GetRelativePath(rules, file), File.ReadAllBytes(file));
        }
    }

    private static IEnumerable<Block> Blocks(string markdown)
    {
        string[] lines = markdown.Split('\n');
        string before = "";
        string section = "";
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                before = lines[i].Length > 0 ? lines[i] : before;
                section = lines[i].StartsWith("## ", StringComparison.Ordinal) ? lines[i][3..] : section;
                continue;
            }

            int end = Array.IndexOf(lines, "```", i + 1);
            yield return new Block(section, lines[i][3..], string.Concat(lines[(i + 1)..end].Select(line => line + "\n")), FileName().Match(before) is { Success: true } name ? name.Groups[1].Value : null);
            i = end;
        }
    }

    [GeneratedRegex("""\]\((?!https?:)([^)#]+)\)""", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("""^ +- run: (.+)$""", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex WorkflowCommand();

    [GeneratedRegex("""^ +path: (.+)$""", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex WorkflowPath();

    [GeneratedRegex("""^\| [0-9]+ \|""", RegexOptions.CultureInvariant)]
    private static partial Regex ExitCodeRow();

    [GeneratedRegex("""^# exit code ([0-9]+)$""", RegexOptions.CultureInvariant)]
    private static partial Regex ExitCodeComment();

    [GeneratedRegex("""
        "[^"]*"|\S+
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("""`([\w/-]+\.(?:rules|json|config|md))`""", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex FileName();

    /// <param name="Section">The heading that it stands under.</param>
    /// <param name="Kind">What stands behind the opening fence.</param>
    /// <param name="FileName">The last file named in the line before, or null.</param>
    private sealed record Block(string Section, string Kind, string Text, string? FileName);
}
