using System.Text.Json;
using RulesAsCode.Compiler.Diagnostics;

namespace RulesAsCode.Tool.Output;

/// <summary>The page of a diagnostic, and the list of all, as JSON.</summary>
internal static class PageJson
{
    internal static void Write(Utf8JsonWriter json, DiagnosticPage page)
    {
        json.WriteStartObject();
        json.WriteKind("code");
        Head(json, page.Descriptor);
        json.WriteString("why", page.Why);
        Example(json, "wrong", page.Wrong);
        json.WriteString("message", page.Message);
        Example(json, "right", page.Right);
        json.WriteString("whenToSuppress", page.Suppress);
        json.WriteEndObject();
    }

    internal static void WriteList(Utf8JsonWriter json, IEnumerable<DiagnosticDescriptor> descriptors)
    {
        json.WriteStartObject();
        json.WriteKind("codes");
        json.WriteStartArray("codes");
        foreach (DiagnosticDescriptor descriptor in descriptors)
        {
            json.WriteStartObject();
            Head(json, descriptor);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, DiagnosticDescriptor descriptor)
    {
        json.WriteString("code", descriptor.Code);
        json.WriteString("severity", DiagnosticText.Word(descriptor.Severity));
        json.WriteString("title", descriptor.Title);
    }

    private static void Example(Utf8JsonWriter json, string name, PageExample example)
    {
        json.WriteStartArray(name);
        foreach (PageFile file in example.Files)
        {
            json.WriteStartObject();
            json.WriteString("file", file.Name);
            json.WriteString("text", file.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
