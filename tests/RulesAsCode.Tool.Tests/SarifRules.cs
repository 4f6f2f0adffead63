using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;
using Xunit;

namespace RulesAsCode.Tool.Tests;

/// <summary>
/// What SARIF 2.1.0 requires: the schema of the standard, and what no schema says. The numbers are the sections of the standard.
/// </summary>
internal static class SarifRules
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(async () =>
    {
        using var reader = new StreamReader(typeof(SarifRules).Assembly.GetManifestResourceStream("sarif-2.1.0.json")!);
        return await JsonSchema.FromJsonAsync(await reader.ReadToEndAsync());
    });

    /// <summary>What the schema says against a log; empty where it is valid.</summary>
    internal static async Task<IReadOnlyCollection<string>> SchemaErrors(string log) => [.. (await Schema.Value).Validate(log).SelectMany(Lines)];

    internal static async Task Check(string log)
    {
        Assert.Empty(await SchemaErrors(log));
        using JsonDocument document = JsonDocument.Parse(log);
        Assert.True(Uri.TryCreate(document.RootElement.GetProperty("$schema").GetString(), UriKind.Absolute, out _));
        foreach (JsonElement run in document.RootElement.GetProperty("runs").EnumerateArray())
        {
            Run(run);
        }
    }

    private static IEnumerable<string> Lines(ValidationError error) =>
        error is ChildSchemaValidationError child ? child.Errors.Values.SelectMany(errors => errors).SelectMany(Lines).Prepend(error.ToString()) : [$"{error.Path}: {error.Kind}"];

    private static void Run(JsonElement run)
    {
        JsonElement[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];

        // 3.19.23: each rule once.
        Assert.Equal(rules.Length, rules.Select(rule => rule.GetProperty("id").GetString()).Distinct().Count());
        string[] bases = [.. run.GetProperty("originalUriBaseIds").EnumerateObject().Select(entry => entry.Name)];
        foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
        {
            Result(result, rules, bases);
        }
    }

    private static void Result(JsonElement result, JsonElement[] rules, string[] bases)
    {
        // 3.27.5, 3.27.6: the index leads to the rule that is named.
        Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.All(result.GetProperty("partialFingerprints").EnumerateObject(), print => Assert.NotEqual("", print.Value.GetString()));
        IEnumerable<JsonElement> locations = result.GetProperty("locations").EnumerateArray();
        if (result.TryGetProperty("relatedLocations", out JsonElement related))
        {
            locations = locations.Concat(related.EnumerateArray());
        }

        foreach (JsonElement location in locations)
        {
            JsonElement place = location.GetProperty("physicalLocation");
            JsonElement artifact = place.GetProperty("artifactLocation");
            Assert.True(Uri.IsWellFormedUriString(artifact.GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute), artifact.GetRawText());
            if (artifact.TryGetProperty("uriBaseId", out JsonElement baseId))
            {
                // 3.4.4: relative to a base that the run names.
                Assert.Contains(baseId.GetString(), bases);
                Assert.True(Uri.IsWellFormedUriString(artifact.GetProperty("uri").GetString(), UriKind.Relative));
            }

            // 3.30: the end is not before the start.
            JsonElement region = place.GetProperty("region");
            (int startLine, int startColumn, int endLine, int endColumn) = (
                region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(),
                region.GetProperty("endLine").GetInt32(), region.GetProperty("endColumn").GetInt32());
            Assert.True((endLine, endColumn).CompareTo((startLine, startColumn)) >= 0, region.GetRawText());
        }
    }
}
