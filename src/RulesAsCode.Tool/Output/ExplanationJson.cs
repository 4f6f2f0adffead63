using System.Text.Json;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Tool.Output;

/// <summary>An explanation as one document: the tree, every step with the same properties.</summary>
internal static class ExplanationJson
{
    /// <param name="asAt">Day number of the assessment's date.</param>
    internal static void Write(TextWriter output, RulesModel model, int asAt, ExplanationStep explanation) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("guide", model.Guide.Name);
        json.WriteString("asAt", CalendarDay.ToIso(asAt));
        json.WritePropertyName("explanation");
        Write(json, explanation);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, ExplanationStep step)
    {
        json.WriteStartObject();
        json.WriteNumber("step", step.Step);
        json.WriteString("kind", step.Kind.ToString());
        json.WriteString("label", step.Label);
        json.WriteString("text", step.Text);
        json.WriteString("value", step.Value);
        json.WriteStartArray("references");
        foreach (ExplanationReference reference in step.References)
        {
            json.WriteStartObject();
            json.WriteString("reference", reference.Display);
            json.WriteString("quote", reference.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStrings("basis", step.Basis);
        json.WriteStrings("readings", step.Readings);
        json.WriteStartArray("steps");
        foreach (ExplanationStep child in step.Children)
        {
            Write(json, child);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
