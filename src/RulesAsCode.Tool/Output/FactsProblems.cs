using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using RulesAsCode.Interpreter;

namespace RulesAsCode.Tool.Output;

/// <summary>What is wrong with facts: to standard error for people, as one document on standard output for programs.</summary>
internal static class FactsProblems
{
    internal static void Write(ToolHost host, string file, ImmutableArray<FactsProblem> problems, bool isJson)
    {
        if (isJson)
        {
            JsonText.Write(host.Output, json => Write(json, file, problems));
            return;
        }

        foreach (FactsProblem problem in problems)
        {
            string place = problem.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{problem.Column ?? 1}") : file;
            string pointer = problem.Pointer.Length > 0 ? $" ({problem.Pointer})" : "";
            host.Error.WriteLine($"{place}: error: {problem.Message}{pointer}");
        }
    }

    private static void Write(Utf8JsonWriter json, string file, ImmutableArray<FactsProblem> problems)
    {
        json.WriteStartObject();
        json.WriteStartArray("problems");
        foreach (FactsProblem problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            Write(json, "line", problem.Line);
            Write(json, "column", problem.Column);
            json.WriteString("pointer", problem.Pointer);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
