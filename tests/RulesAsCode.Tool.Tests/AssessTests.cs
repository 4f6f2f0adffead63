using System.Text.Json;
using Xunit;

namespace RulesAsCode.Tool.Tests;

public sealed class AssessTests : IDisposable
{
    private readonly ToolFolder _folder = ToolFolder.WithBathingLicence().Write("met.json", BathingLicence.Met).Write("mixed.json", BathingLicence.Mixed);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ASatisfiedSubjectAsJson()
    {
        ToolRun run = _folder.Run("assess", "met.json", "--rules", "rules", "--guide", "Bathing Licence", "--as-at", "2026-07-01", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Equal(OneLine("""
            {"guide":"Bathing Licence","asAt":"2026-07-01","outcome":"Satisfied","requirements":[
            {"name":"Right Age","outcome":"Satisfied","criteria":[{"letter":"a","outcome":"Satisfied"}],"missing":[],"reasons":[],"elements":[]},
            {"name":"Fee","outcome":"Satisfied","criteria":[{"letter":"a","outcome":"Satisfied"},{"letter":"b","outcome":"Satisfied"}],"missing":[],"reasons":[],"elements":[]},
            {"name":"Training","outcome":"Satisfied","criteria":[{"letter":"a","outcome":"Satisfied"}],"missing":[],"reasons":[],"elements":[
            {"element":"lifeguard 1","outcome":"Satisfied","missing":[],"reasons":[]},
            {"element":"lifeguard 2","outcome":"Satisfied","missing":[],"reasons":[]}]}]}
            """), run.Output);
    }

    [Fact]
    public void AMixedSubjectAsJson()
    {
        ToolRun run = _folder.Run("assess", "mixed.json", "--as-at", "2026-07-01", "--format", "json");

        Assert.Equal(4, run.ExitCode);
        Assert.Equal(OneLine("""
            {"guide":"Bathing Licence","asAt":"2026-07-01","outcome":"NotSatisfied","requirements":[
            {"name":"Right Age","outcome":"NotSatisfied","criteria":[{"letter":"a","outcome":"NotSatisfied"}],"missing":[],"reasons":[],"elements":[]},
            {"name":"Fee","outcome":"NotSatisfied","criteria":[{"letter":"a","outcome":"NotSatisfied"},{"letter":"b","outcome":"NotSatisfied"}],"missing":[],"reasons":[],"elements":[]},
            {"name":"Training","outcome":"Undecided","criteria":[{"letter":"a","outcome":"Undecided"}],"missing":["lifeguard 2's trained on"],"reasons":[],"elements":[
            {"element":"lifeguard 1","outcome":"Satisfied","missing":[],"reasons":[]},
            {"element":"lifeguard 2","outcome":"Undecided","missing":["lifeguard 2's trained on"],"reasons":[]}]}]}
            """), run.Output);
    }

    [Fact]
    public void AMixedSubjectForAPerson()
    {
        ToolRun run = _folder.Run("assess", "mixed.json", "--as-at", "2026-07-01");

        Assert.Equal(4, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Equal("""
            Bathing Licence, as at 1 July 2026: not satisfied

            Right Age: not satisfied
              Wait until you are 18.

            Fee: not satisfied
              (a) not satisfied and (b) not satisfied
              Pay the fee.
              Pay the rest of the fee.

            Training: undecided
              lifeguard 1: satisfied
              lifeguard 2: undecided
                Asks for lifeguard 2's trained on.

            """, run.Output);
    }

    [Theory]
    [InlineData("{}", 5)]
    [InlineData("""{ "age": 18, "kindsOfWater": [], "lifeguards": [] }""", 0)]
    [InlineData("""{ "age": 17 }""", 4)]
    [InlineData("""{ "age": 18, "kindsOfWater": [] }""", 5)]
    public void TheExitCodeIsTheOutcome(string facts, int exitCode) =>
        Assert.Equal(exitCode, _folder.RunWith(facts, "assess", "-", "--as-at", "2026-07-01").ExitCode);

    [Fact]
    public void FactsComeFromStandardInputToo() =>
        Assert.Equal(_folder.Run("assess", "met.json", "--format", "json").Output, _folder.RunWith("\uFEFF" + BathingLicence.Met, "assess", "-", "--format", "json").Output);

    [Fact]
    public void TodayIsTheClocksAndTheOutputSaysSo()
    {
        ToolRun text = _folder.Run("assess", "met.json");
        ToolRun json = _folder.Run("assess", "met.json", "--format", "json");

        Assert.StartsWith("Bathing Licence, as at 1 July 2026 (today): satisfied\n", text.Output, StringComparison.Ordinal);
        Assert.Equal("rules: as at 2026-07-01 (today); --as-at gives another date\n", json.Error);
        Assert.Contains("\"asAt\":\"2026-07-01\"", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WithADateTheClockIsNotAsked() =>
        Assert.Equal(0, _folder.RunWith(TextReader.Null, () => throw new InvalidOperationException("asked"), false, "assess", "met.json", "--as-at", "2026-07-01").ExitCode);

    // The facts, where the message points (line:column, or nothing), and what it must name.
    [Theory]
    [InlineData("this is not JSON", true)]
    [InlineData("", false)]
    [InlineData("[]", false)]
    [InlineData("{ \"age\": 18", true)]
    [InlineData("""{ "aeg": 18 }""", true, "aeg", "age")]
    [InlineData("""{ "lifeguards": [ { "trainedOm": "2024-01-01" } ] }""", true, "trainedOm", "trainedOn")]
    [InlineData("""{ "kindsOfWater": ["laek"] }""", true, "laek", "lake")]
    [InlineData("""{ "age": "eighteen" }""", true, "age")]
    [InlineData("""{ "age": true }""", true, "age")]
    [InlineData("""{ "age": 17.5 }""", true, "age")]
    [InlineData("""{ "age": null }""", true, "age")]
    [InlineData("""{ "age": 18, "age": 19 }""", true, "age")]
    [InlineData("""{ "feePaid": "£12.50" }""", true, "feePaid")]
    [InlineData("""{ "feePaid": 12.505 }""", true, "feePaid")]
    [InlineData("""{ "kindsOfWater": "lake" }""", true, "kindsOfWater")]
    [InlineData("""{ "kindsOfWater": null }""", true, "kindsOfWater")]
    [InlineData("""{ "lifeguards": [ { "trainedOn": "2024-02-30" } ] }""", true, "trainedOn")]
    [InlineData("""{ "lifeguards": [ { "trainedOn": "1/2/2024" } ] }""", true, "trainedOn")]
    [InlineData("""{ "alarm": "00-1B-63-84-45-E6" }""", true, "alarm")]
    [InlineData("""{ "alarm": 12 }""", true, "alarm")]
    public void IllFormedFactsAreNamed(string facts, bool hasPlace, params string[] named)
    {
        _folder.Write("bad.json", facts);

        ToolRun text = _folder.Run("assess", "bad.json", "--as-at", "2026-07-01");
        ToolRun json = _folder.Run("assess", "bad.json", "--as-at", "2026-07-01", "--format", "json");

        Assert.Equal((2, ""), (text.ExitCode, text.Output));
        Assert.Matches(hasPlace ? "^bad\\.json:[0-9]+:[0-9]+: error: " : "^bad\\.json(:[0-9]+:[0-9]+)?: error: ", text.Error);
        Assert.All(named, name => Assert.Contains(name, text.Error, StringComparison.Ordinal));

        Assert.Equal((2, ""), (json.ExitCode, json.Error));
        using JsonDocument document = JsonDocument.Parse(json.Output);
        JsonElement problem = document.RootElement.GetProperty("problems").EnumerateArray().First();
        Assert.Equal(["file", "line", "column", "pointer", "message"], problem.EnumerateObject().Select(property => property.Name));
        Assert.Equal("bad.json", problem.GetProperty("file").GetString());
    }

    [Fact]
    public void ExplainPrintsTheTree()
    {
        ToolRun run = _folder.Run("explain", "mixed.json", "right age", "--as-at", "2026-07-01");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Testing.Snapshot.Match(run.Output);
    }

    [Fact]
    public void ExplainAsJsonIsOneDocument()
    {
        ToolRun run = _folder.Run("explain", "mixed.json", "Training", "--as-at", "2026-07-01", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(["guide", "asAt", "explanation"], document.RootElement.EnumerateObject().Select(property => property.Name));
        JsonElement step = document.RootElement.GetProperty("explanation");
        Assert.Equal(
            ["step", "kind", "label", "text", "value", "references", "basis", "readings", "steps"],
            step.EnumerateObject().Select(property => property.Name));
        Assert.Equal("Requirement", step.GetProperty("kind").GetString());
        Assert.NotEqual(0, step.GetProperty("steps").GetArrayLength());
        Assert.Equal("\n", run.Output[run.Output.IndexOf('\n', StringComparison.Ordinal)..]);
    }

    private static string OneLine(string json) => json.Replace("\n", "", StringComparison.Ordinal) + "\n";
}
