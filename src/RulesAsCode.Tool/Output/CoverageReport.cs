using System.Collections.Immutable;
using System.Text.Json;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Interpreter;
using RulesAsCode.Interpreter.Coverage;

namespace RulesAsCode.Tool.Output;

/// <summary>What the examples of some guides show, and what they leave unshown.</summary>
/// <param name="guides">One for each guide.</param>
/// <param name="threshold">The least share that has to be shown, in percent, or null.</param>
internal sealed class CoverageReport(ImmutableArray<ExampleCoverage> guides, int? threshold)
{
    internal bool IsEnough => threshold is not { } least || guides.All(guide => guide.Percent >= least);

    internal void WriteText(TextWriter output, Palette palette)
    {
        foreach (ExampleCoverage guide in guides)
        {
            output.WriteLine();
            output.WriteLine(palette.Strong(guide.Model.Guide.Name) + ": what the examples show");
            output.WriteLine();
            WriteOutcomes(output, guide, palette);
            WriteConditions(output, guide);
            WriteBoundaries(output, guide);
            output.WriteLine();
            int conditions = guide.AllConditions.Count();
            int outcomes = guide.AllOutcomes.Count();
            int cases = guide.Boundaries.Length * BoundaryCoverage.Cases;
            output.WriteLine(
                $"{guide.AllOutcomes.Count(outcome => outcome.Examples > 0)} of {Words.Count(outcomes, "outcome")}, {guide.AllConditions.Count(condition => condition.Matters)} of {Words.Count(conditions, "condition")}, "
                + $"{cases - guide.Boundaries.Sum(boundary => boundary.Missing.Length)} of {Words.Count(cases, "case")} at boundaries: "
                + (threshold is { } least && guide.Percent < least ? palette.Red($"{guide.Percent} %, less than {least} %") : palette.Green($"{guide.Percent} %")) + ".");
        }
    }

    internal void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("coverage");
        foreach (ExampleCoverage guide in guides)
        {
            json.WriteStartObject();
            json.WriteString("guide", guide.Model.Guide.Name);
            json.WriteNumber("percent", guide.Percent);
            json.WriteNumber("shown", guide.Shown);
            json.WriteNumber("total", guide.Total);
            json.WriteStartArray("requirements");
            foreach (RequirementCoverage requirement in guide.Requirements)
            {
                json.WriteStartObject();
                json.WriteString("name", requirement.Requirement.Name);
                json.WriteStartArray("outcomes");
                foreach (OutcomeCoverage outcome in requirement.Outcomes)
                {
                    json.WriteStartObject();
                    json.WriteString("outcome", outcome.Outcome.ToWords());
                    json.WriteNumber("examples", outcome.Examples);
                    json.WriteString("never", outcome.WhyNever);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                Write(json, requirement.Conditions);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("definitions");
            foreach (DefinitionCoverage definition in guide.Definitions)
            {
                json.WriteStartObject();
                json.WriteString("name", definition.Definition.Name);
                Write(json, definition.Conditions);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("boundaries");
            foreach (BoundaryCoverage boundary in guide.Boundaries)
            {
                json.WriteStartObject();
                json.WriteString("in", boundary.Owner.Name);
                json.WriteString("comparison", boundary.Words);
                json.WriteString("end", boundary.End);
                WritePlace(json, boundary.Comparison.Location);
                json.WriteStartArray("missing");
                foreach (MissingCase missing in boundary.Missing)
                {
                    json.WriteStartObject();
                    json.WriteString("case", ExampleLints.Words(missing.Case));
                    json.WriteString("example", missing.Example);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOutcomes(TextWriter output, ExampleCoverage guide, Palette palette)
    {
        int width = guide.Requirements.Select(requirement => requirement.Requirement.Name.Length).Append(0).Max();
        string[] heads = ["satisfied", "not satisfied", "not applicable", "undecided"];
        output.WriteLine("  " + new string(' ', width) + string.Concat(heads.Select(head => "  " + head)));
        foreach (RequirementCoverage requirement in guide.Requirements)
        {
            output.WriteLine("  " + requirement.Requirement.Name.PadRight(width) + string.Concat(requirement.Outcomes.Zip(heads, (outcome, head) =>
            {
                string cell = (outcome.WhyNever is not null ? "-" : outcome.Examples > 0 ? outcome.Examples.ToString(System.Globalization.CultureInfo.InvariantCulture) : "none").PadLeft(head.Length);
                return "  " + (outcome is { WhyNever: null, Examples: 0 } ? palette.Yellow(cell) : cell);
            })));
        }

        foreach (IGrouping<string, (string Name, OutcomeCoverage Outcome)> group in guide.Requirements
            .SelectMany(requirement => requirement.Outcomes.Where(outcome => outcome.WhyNever is not null).Select(outcome => (requirement.Requirement.Name, Outcome: outcome)))
            .GroupBy(item => item.Outcome.Outcome.ToWords() + ", since " + item.Outcome.WhyNever))
        {
            output.WriteLine();
            output.WriteLine($"  - never {group.Key}: {Words.List([.. group.Select(item => item.Name)])}");
        }
    }

    private static void WriteConditions(TextWriter output, ExampleCoverage guide)
    {
        (string Owner, ConditionCoverage Condition)[] unshown =
        [
            .. guide.Requirements.SelectMany(requirement => requirement.Conditions.Select(condition => (requirement.Requirement.Name, condition)))
                .Concat(guide.Definitions.SelectMany(definition => definition.Conditions.Select(condition => (definition.Definition.Name, condition))))
                .Where(item => !item.condition.Matters),
        ];
        if (unshown.Length == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("  No example shows that these matter on their own:");
        foreach ((string owner, ConditionCoverage condition) in unshown)
        {
            output.WriteLine($"    {condition.Condition.Location}: {owner}, {condition.Place}: {condition.Words}");
        }
    }

    private static void WriteBoundaries(TextWriter output, ExampleCoverage guide)
    {
        BoundaryCoverage[] open = [.. guide.Boundaries.Where(boundary => !boundary.Missing.IsEmpty)];
        if (open.Length == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("  No example stands at these boundaries:");
        foreach (BoundaryCoverage boundary in open)
        {
            output.WriteLine($"    {boundary.Comparison.Location}: {boundary.Owner.Name}: {boundary.Words}{(boundary.End is null ? "" : $" ({boundary.End} end)")}: {Words.List([.. boundary.Missing.Select(missing => ExampleLints.Words(missing.Case))])}");
        }

        output.WriteLine();
        output.WriteLine("  Examples to add, with the outcomes that the rules give; read each before you keep it:");
        foreach (string example in open.SelectMany(boundary => boundary.Missing).Select(missing => missing.Example).OfType<string>().DistinctBy(WithoutTitle, StringComparer.Ordinal))
        {
            output.WriteLine();
            output.WriteLine(example.TrimEnd('\n'));
        }
    }

    // One example may stand at two boundaries.
    private static string WithoutTitle(string example) => example[example.IndexOf('\n', StringComparison.Ordinal)..];

    private static void Write(Utf8JsonWriter json, IEnumerable<ConditionCoverage> conditions)
    {
        json.WriteStartArray("conditions");
        foreach (ConditionCoverage condition in conditions)
        {
            json.WriteStartObject();
            json.WriteString("place", condition.Place);
            json.WriteString("condition", condition.Words);
            json.WriteBoolean("whole", condition.IsWhole);
            json.WriteBoolean("matters", condition.Matters);
            WritePlace(json, condition.Condition.Location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, Location location)
    {
        json.WriteString("file", location.Source.Path);
        json.WriteNumber("line", location.Start.Line + 1);
        json.WriteNumber("column", location.Start.Character + 1);
    }
}
