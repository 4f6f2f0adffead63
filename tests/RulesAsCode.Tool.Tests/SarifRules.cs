using System.Text.Json;
using Xunit;

namespace RulesAsCode.Tool.Tests;

/// <summary>
/// What SARIF 2.1.0 requires of the parts that the tool writes: every property is one of the standard's, of its type, and none that it demands
/// is missing. The numbers are the sections of the standard. (The standard's own schema is not ours to keep here.)
/// </summary>
internal static class SarifRules
{
    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    internal static void Check(JsonElement log)
    {
        // 3.13
        Only(log, ["version", "runs"], "$schema");
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.True(Uri.TryCreate(log.GetProperty("$schema").GetString(), UriKind.Absolute, out _));
        foreach (JsonElement run in log.GetProperty("runs").EnumerateArray())
        {
            Run(run);
        }
    }

    private static void Run(JsonElement run)
    {
        // 3.14
        Only(run, ["tool"], "columnKind", "originalUriBaseIds", "results");
        Assert.Contains(run.GetProperty("columnKind").GetString(), new[] { "utf16CodeUnits", "unicodeCodePoints" });

        // 3.18, 3.19
        JsonElement tool = run.GetProperty("tool");
        Only(tool, ["driver"]);
        JsonElement driver = tool.GetProperty("driver");
        Only(driver, ["name"], "fullName", "version", "rules");
        JsonElement[] rules = [.. driver.GetProperty("rules").EnumerateArray()];
        foreach (JsonElement rule in rules)
        {
            // 3.49
            Only(rule, ["id"], "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration");
            Message(rule.GetProperty("shortDescription"));
            if (rule.TryGetProperty("help", out JsonElement help))
            {
                // 3.12.4: Markdown only beside text.
                Only(help, ["text"], "markdown");
                Message(rule.GetProperty("fullDescription"));
                Assert.True(Uri.TryCreate(rule.GetProperty("helpUri").GetString(), UriKind.Absolute, out _));
            }

            Only(rule.GetProperty("defaultConfiguration"), [], "level");
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), Levels);
        }

        Assert.Equal(rules.Length, rules.Select(rule => rule.GetProperty("id").GetString()).Distinct().Count());

        string[] bases = [.. run.GetProperty("originalUriBaseIds").EnumerateObject().Select(entry => entry.Name)];
        foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
        {
            Result(result, rules, bases);
        }
    }

    private static void Result(JsonElement result, JsonElement[] rules, string[] bases)
    {
        // 3.27
        Only(result, ["message"], "ruleId", "ruleIndex", "level", "locations", "relatedLocations", "partialFingerprints");
        Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Contains(result.GetProperty("level").GetString(), Levels);
        Message(result.GetProperty("message"));
        Assert.All(result.GetProperty("partialFingerprints").EnumerateObject(), print => Assert.NotEqual("", print.Value.GetString()));
        IEnumerable<JsonElement> locations = result.GetProperty("locations").EnumerateArray();
        if (result.TryGetProperty("relatedLocations", out JsonElement related))
        {
            locations = locations.Concat(related.EnumerateArray());
        }

        foreach (JsonElement location in locations)
        {
            // 3.28, 3.29, 3.4
            Only(location, [], "physicalLocation", "message");
            JsonElement place = location.GetProperty("physicalLocation");
            Only(place, ["artifactLocation"], "region");
            JsonElement artifact = place.GetProperty("artifactLocation");
            Only(artifact, ["uri"], "uriBaseId");
            Assert.True(Uri.IsWellFormedUriString(artifact.GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute), artifact.GetRawText());
            if (artifact.TryGetProperty("uriBaseId", out JsonElement baseId))
            {
                Assert.Contains(baseId.GetString(), bases);
                Assert.True(Uri.IsWellFormedUriString(artifact.GetProperty("uri").GetString(), UriKind.Relative));
            }

            // 3.30: from 1; the end is not before the start.
            JsonElement region = place.GetProperty("region");
            Only(region, ["startLine", "startColumn", "endLine", "endColumn"]);
            (int startLine, int startColumn, int endLine, int endColumn) = (
                region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(),
                region.GetProperty("endLine").GetInt32(), region.GetProperty("endColumn").GetInt32());
            Assert.True(startLine >= 1 && startColumn >= 1 && (endLine, endColumn).CompareTo((startLine, startColumn)) >= 0, region.GetRawText());
        }
    }

    // 3.11
    private static void Message(JsonElement message)
    {
        Only(message, ["text"]);
        Assert.NotEqual("", message.GetProperty("text").GetString());
    }

    private static void Only(JsonElement element, string[] required, params string[] optional)
    {
        string[] names = [.. element.EnumerateObject().Select(property => property.Name)];
        Assert.Empty(required.Except(names));
        Assert.Empty(names.Except(required).Except(optional));
        Assert.Equal(names.Length, names.Distinct().Count());
    }
}
