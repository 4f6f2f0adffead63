using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Interpreter;

namespace RulesAsCode.Tool.Output;

/// <summary>The examples of some guides, run. A row of a table is an example of its own.</summary>
internal sealed class ExampleReport
{
    private readonly ImmutableArray<(RulesModel Guide, ImmutableArray<ExampleResult> Results)> _guides;

    private ExampleReport(ImmutableArray<(RulesModel, ImmutableArray<ExampleResult>)> guides) => _guides = guides;

    /// <summary>The failures as findings, in the order of the rules.</summary>
    internal IReadOnlyList<PlacedFinding> Findings => [.. Failures.SelectMany(PlacedFinding.Of)];

    /// <summary>Every example, each row a test of its own.</summary>
    internal IReadOnlyList<JUnitCase> JUnitCases(ToolHost host) =>
    [
        .. _guides.SelectMany(guide => guide.Results.Select(result => new JUnitCase(
            PlacedFinding.NameOf(result), guide.Guide.Guide.Name, host.RelativePath(result.Case.Location.Source.Path), result.Case.Location.Start.Line + 1, result.Failures, []))),
    ];

    internal bool HasFailures => _guides.Any(guide => guide.Results.Any(result => !result.Passed));

    internal int PassedOf(RulesModel model) => _guides.Where(guide => guide.Guide == model).Sum(guide => guide.Results.Count(result => result.Passed));

    internal static ExampleReport Run(ToolHost host, IEnumerable<RulesModel> guides)
    {
        long start = Stopwatch.GetTimestamp();
        var report = new ExampleReport([.. guides.Select(guide => (guide, ExampleRunner.Run(guide)))]);
        host.Progress("ran " + Words.Count(report._guides.Sum(guide => guide.Results.Length), "example"), Stopwatch.GetElapsedTime(start));
        return report;
    }

    /// <summary>Each failure with its place, then a line that counts.</summary>
    internal void WriteText(TextWriter output, Palette palette)
    {
        foreach (ExampleResult result in Failures)
        {
            string row = result.Case.Row is { } number ? string.Create(CultureInfo.InvariantCulture, $", row {number}") : "";
            output.WriteLine($"{palette.Strong(result.Case.Location.ToString())}: {palette.Red("failed")}: \"{result.Example.Title}\"{row}");
            foreach (string failure in result.Failures)
            {
                output.WriteLine("  " + failure);
            }

            output.WriteLine();
        }

        int passed = _guides.Sum(guide => guide.Results.Count(result => result.Passed));
        int failed = Failures.Count();
        output.WriteLine(
            passed + failed == 0 ? "The rules have no examples."
            : failed == 0 ? palette.Green(Words.Count(passed, "example") + " passed") + ", none failed."
            : $"{Words.Count(passed, "example")} passed, {palette.Red(failed.ToString(CultureInfo.InvariantCulture) + " failed")}.");
    }

    /// <param name="output">Where to.</param>
    /// <param name="more">Further properties of the document, or null.</param>
    internal void WriteJson(TextWriter output, Action<Utf8JsonWriter>? more = null) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteKind("test");
        json.WriteNumber("passed", _guides.Sum(guide => guide.Results.Count(result => result.Passed)));
        json.WriteNumber("failed", Failures.Count());
        json.WriteStartArray("failures");
        foreach (ExampleResult result in Failures)
        {
            Write(json, result);
        }

        json.WriteEndArray();
        more?.Invoke(json);
        json.WriteEndObject();
    });

    private IEnumerable<ExampleResult> Failures => _guides.SelectMany(guide => guide.Results).Where(result => !result.Passed);

    private static void Write(Utf8JsonWriter json, ExampleResult result)
    {
        LinePosition start = result.Case.Location.Start;
        json.WriteStartObject();
        json.WriteString("example", result.Example.Title);
        if (result.Case.Row is { } row)
        {
            json.WriteNumber("row", row);
        }
        else
        {
            json.WriteNull("row");
        }

        json.WriteString("file", result.Case.Location.Source.Path);
        json.WriteNumber("line", start.Line + 1);
        json.WriteNumber("column", start.Character + 1);
        json.WriteStrings("messages", result.Failures);
        json.WriteEndObject();
    }
}
