using System.Text.RegularExpressions;
using RulesAsCode.Testing;

namespace RulesAsCode.Tests;

/// <summary>The README's section for developers is followed to the letter, with the packages. (Its commands of the tool are run by RulesAsCode.Tool.Tests.)</summary>
public partial class ReadmeTests(Clone clone)
{
    [Fact]
    public async Task SectionForDevelopersLeadsToAVerdict()
    {
        using var consumer = new Consumer(clone.Packages);
        consumer.Delete("Directory.Packages.props");
        string readme = File.ReadAllText(RepositoryRoot.PathTo("README.md"));
        foreach ((string name, string text) in Saved(readme))
        {
            consumer.Write(name, text);
        }

        int compared = 0;
        string section = readme[readme.IndexOf("## For the developer", StringComparison.Ordinal)..];
        foreach (Match command in CommandAndOutput().Matches(section[..section.IndexOf("\n## ", 1, StringComparison.Ordinal)]))
        {
            CommandResult run = (await consumer.Dotnet(command.Groups[1].Value.Split(' '))).Succeeded();
            Assert.Equal(command.Groups[2].Value, run.Output.ReplaceLineEndings("\n"));
            compared++;
        }

        Assert.Equal(1, compared);
    }

    /// <summary>Each block of rules, XML or C# under the name in the line before it; of two under one name the first, before a slip of the pen is shown.</summary>
    private static IEnumerable<(string Name, string Text)> Saved(string readme) =>
        SavedBlock().Matches(readme).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).DistinctBy(saved => saved.Item1);

    [GeneratedRegex("""`([\w./-]+\.(?:rules|csproj|cs))`[^\n]*\n(?:[^\n`]+\n)*\n```(?:rules|xml|csharp)\n(.*?)```""", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex SavedBlock();

    [GeneratedRegex("""```sh\ndotnet (run --project Desk)\n```\n\n```text\n(.*?)```""", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex CommandAndOutput();
}
