using System.Collections.Immutable;
using System.Text.Json;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Interpreter.Tracing;

namespace RulesAsCode.Tool.Output;

/// <summary>Which requirement covers which part of the law, and which examples show each criterion.</summary>
internal static class TraceReport
{
    internal static void WriteText(TextWriter output, IReadOnlyList<RuleTrace> traces, Palette palette)
    {
        foreach (RuleTrace trace in traces)
        {
            output.WriteLine(palette.Strong(trace.Model.Guide.Name));
            output.WriteLine();
            output.WriteLine("From the law to the rules");
            foreach (DivisionTrace division in trace.Divisions)
            {
                output.WriteLine("  " + NameOf(division.Division) + (division.Division.Title is { } title ? " \"" + title + "\"" : ""));
                output.WriteLine("    " + Covers(division, palette));
            }

            output.WriteLine();
            output.WriteLine("From the rules to the law and to the examples");
            foreach (RequirementTrace requirement in trace.Requirements)
            {
                output.WriteLine($"  {palette.Strong(requirement.Requirement.Name)} ({requirement.Requirement.Location})");
                output.WriteLine("    stands on " + Words.List([.. requirement.References.Select(reference => reference.Display).Distinct()]));
                foreach (CriterionTrace criterion in requirement.Criteria)
                {
                    output.WriteLine($"    ({criterion.Criterion.Letter}) {Wording.Of(criterion.Criterion.Condition, trace.Model.Guide.CurrencySymbol)}");
                    output.WriteLine("        " + (criterion.Examples.IsEmpty
                        ? palette.Yellow("no example decides it")
                        : $"{Words.Count(criterion.Examples.Length, "example")}, the first at {criterion.Examples[0].Case.Location}"));
                }
            }

            output.WriteLine();
            int open = trace.Open.Count();
            int bare = trace.WithoutExample.Count();
            output.WriteLine(trace.IsFull
                ? palette.Green("Every part of the law is covered or said not to be modelled, and every criterion has an example.")
                : palette.Yellow($"{Words.Count(open, "part")} of the law {(open == 1 ? "is" : "are")} not covered, and {Words.Count(bare, "criterion", "criteria")} {(bare == 1 ? "has" : "have")} no example."));
        }
    }

    internal static void WriteJson(TextWriter output, IReadOnlyList<RuleTrace> traces) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("guides");
        foreach (RuleTrace trace in traces)
        {
            json.WriteStartObject();
            json.WriteString("guide", trace.Model.Guide.Name);
            json.WriteBoolean("full", trace.IsFull);
            json.WriteStartArray("divisions");
            foreach (DivisionTrace division in trace.Divisions)
            {
                json.WriteStartObject();
                json.WriteString("source", division.Division.Source.Name);
                json.WriteString("kind", division.Division.Kind);
                json.WriteString("locator", division.Division.Locator);
                json.WriteString("title", division.Division.Title);
                json.WriteStrings("requirements", division.CitedBy.OfType<Requirement>().Select(requirement => requirement.Name));
                json.WriteStrings("definitions", division.CitedBy.OfType<Definition>().Select(definition => definition.Name));
                json.WriteStrings("parameters", division.CitedBy.OfType<Parameter>().Select(parameter => parameter.Name));
                json.WriteString("notModelled", division.Division.NotModelled);
                json.WriteBoolean("open", division.IsOpen);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("requirements");
            foreach (RequirementTrace requirement in trace.Requirements)
            {
                json.WriteStartObject();
                json.WriteString("name", requirement.Requirement.Name);
                WritePlace(json, requirement.Requirement.Location);
                json.WriteStrings("references", requirement.References.Select(reference => reference.Display).Distinct());
                json.WriteStartArray("criteria");
                foreach (CriterionTrace criterion in requirement.Criteria)
                {
                    json.WriteStartObject();
                    json.WriteString("letter", criterion.Criterion.Letter);
                    json.WriteString("condition", Wording.Of(criterion.Criterion.Condition, trace.Model.Guide.CurrencySymbol));
                    WriteExamples(json, criterion.Examples);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                WriteExamples(json, requirement.Examples);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string Covers(DivisionTrace division, Palette palette)
    {
        if (division.CitedBy.IsEmpty)
        {
            return division.Division.NotModelled is { } why ? "not modelled: " + why
                : division.IsOpen ? palette.Yellow("no requirement cites it")
                : "covered by its parts";
        }

        string[] parts = [.. new[] { ("", division.CitedBy.OfType<Requirement>().Cast<Symbol>()), ("definition ", division.CitedBy.OfType<Definition>()), ("parameter ", division.CitedBy.OfType<Parameter>()) }
            .SelectMany(group => group.Item2.Select(symbol => group.Item1 + symbol.Name))];
        return Words.List(parts);
    }

    private static string NameOf(Division division) => division.Source.Name + " " + division.Name;

    private static void WriteExamples(Utf8JsonWriter json, ImmutableArray<ExampleTrace> examples)
    {
        json.WriteStartArray("examples");
        foreach (ExampleTrace example in examples)
        {
            json.WriteStartObject();
            json.WriteString("title", example.Example.Title);
            if (example.Case.Row is { } row)
            {
                json.WriteNumber("row", row);
            }
            else
            {
                json.WriteNull("row");
            }

            WritePlace(json, example.Case.Location);
            json.WriteBoolean("passed", example.Passed);
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
