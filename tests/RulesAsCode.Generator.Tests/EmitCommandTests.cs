using System.Text.Json;
using RulesAsCode.Testing;
using RulesAsCode.Tool;

namespace RulesAsCode.Generator.Tests;

/// <summary><c>rules emit csharp</c> gives what the generator gives.</summary>
public class EmitCommandTests
{
    public static TheoryData<string> Rulesets => [.. Corpus.All.Select(folder => folder.Name)];

    [Theory]
    [MemberData(nameof(Rulesets))]
    public void EmitsWhatTheGeneratorGenerates(string ruleset)
    {
        RuleFolder folder = Corpus.All.Single(folder => folder.Name == ruleset);
        GeneratorRun run = Projects.Of(folder).Run();

        Dictionary<string, string> emitted = Emit(folder.Path, "--namespace", "Library");

        // The same files, the same texts; and the paths in them lead from the repository here, from the root there.
        Assert.NotEmpty(emitted);
        Assert.Equal(run.Sources.Select(source => source.Key).Order(StringComparer.Ordinal), emitted.Keys.Order(StringComparer.Ordinal));
        Assert.All(emitted, file => Assert.Equal(run.Sources[file.Key].Replace(" \"/repo/", " \"", StringComparison.Ordinal), file.Value));
        Assert.Contains(emitted.Values, text => text.Contains($" \"{folder.Path}/", StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Emit(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int exitCode = RulesTool.Run(["emit", "csharp", .. arguments, "--format", "json"], TextReader.Null, output, error, RepositoryRoot.Folder, () => throw new InvalidOperationException("A clock was asked."));
        Assert.True(exitCode == 0, output.ToString() + error);
        using JsonDocument document = JsonDocument.Parse(output.ToString());
        return document.RootElement.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("path").GetString()!, file => file.GetProperty("text").GetString()!, StringComparer.Ordinal);
    }
}
