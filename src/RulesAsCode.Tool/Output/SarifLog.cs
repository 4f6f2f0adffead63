using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Tool.Output;

/// <summary>
/// Findings as SARIF 2.1.0: one run, relative paths, lines and columns from 1 in UTF-16 units, the end exclusive.
/// </summary>
internal static class SarifLog
{
    private const string SourceRoot = "%SRCROOT%";

    /// <param name="helpPages">The address under which the pages of the codes are published, or null where they are nowhere on the web.</param>
    internal static void Write(ToolHost host, IReadOnlyList<PlacedFinding> findings, Uri? helpPages) => JsonText.Write(host.Output, json =>
    {
        DiagnosticDescriptor[] rules = [.. findings.Select(finding => finding.Descriptor).Distinct().OrderBy(rule => rule.Code, StringComparer.Ordinal)];
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules, helpPages);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SourceRoot);
        Message(json, "description", "The folder in which the tool was run.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("results");
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (PlacedFinding finding in findings)
        {
            WriteResult(host, json, finding, Array.IndexOf(rules, finding.Descriptor), seen);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, DiagnosticDescriptor[] rules, Uri? helpPages)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "rules");
        json.WriteString("fullName", "RulesAsCode");
        json.WriteString("version", typeof(SarifLog).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (DiagnosticDescriptor rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            Message(json, "shortDescription", rule.Title);
            if (DiagnosticPage.Find(rule) is { } page)
            {
                Message(json, "fullDescription", page.Why);
                json.WriteStartObject("help");
                json.WriteString("text", $"{page.Why} Run 'rules explain-code {rule.Code}' for an example.");
                json.WriteString("markdown", page.ToMarkdown($"# {rule.Code}: {rule.Title}", null));
                json.WriteEndObject();
                json.WriteString("helpUri", HelpUri(rule, helpPages));
            }

            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // SARIF wants an absolute address. Where the pages are published nowhere, the code has a name and no address.
    private static string HelpUri(DiagnosticDescriptor rule, Uri? helpPages) => helpPages is null ? "urn:rules-as-code:" + rule.Code : new Uri(helpPages, rule.Page).AbsoluteUri;

    private static void WriteResult(ToolHost host, Utf8JsonWriter json, PlacedFinding finding, int rule, Dictionary<string, int> seen)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Descriptor.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(finding.Descriptor.Severity));
        Message(json, "message", finding.Message);
        json.WriteStartArray("locations");
        WriteLocation(host, json, finding.Location, null);
        json.WriteEndArray();
        if (finding.Related.Count > 0)
        {
            json.WriteStartArray("relatedLocations");
            foreach (RelatedPlace place in finding.Related)
            {
                WriteLocation(host, json, place.Location, place.Message);
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", Fingerprint(finding, seen));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLocation(ToolHost host, Utf8JsonWriter json, Location location, string? message)
    {
        string path = host.RelativePath(location.Source.Path);
        bool isUnderRoot = !path.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(path);
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Path.IsPathRooted(path) ? new Uri(path).AbsoluteUri : string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        if (isUnderRoot)
        {
            json.WriteString("uriBaseId", SourceRoot);
        }

        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", location.Start.Line + 1);
        json.WriteNumber("startColumn", location.Start.Character + 1);
        json.WriteNumber("endLine", location.End.Line + 1);
        json.WriteNumber("endColumn", location.End.Character + 1);
        json.WriteEndObject();
        json.WriteEndObject();
        if (message is not null)
        {
            Message(json, "message", message);
        }

        json.WriteEndObject();
    }

    /// <summary>
    /// The same for a finding that only moved: from the words of its line, not the line's number. The second of its kind on such a line is
    /// told from the first by a count.
    /// </summary>
    private static string Fingerprint(PlacedFinding finding, Dictionary<string, int> seen)
    {
        SourceText source = finding.Location.Source;
        string line = source.ToString(source.LineSpan(finding.Location.Start.Line));
        string words = string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 8));
        string key = $"{finding.Descriptor.Code}\n{source.Path}\n{hash}";
        seen[key] = seen.GetValueOrDefault(key) + 1;
        return hash + ":" + seen[key].ToString(CultureInfo.InvariantCulture);
    }

    private static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    private static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
