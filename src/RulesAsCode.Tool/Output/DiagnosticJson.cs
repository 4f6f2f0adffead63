using System.Text.Json;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Tool.Output;

/// <summary>
/// One document, <c>{…,"diagnostics":[…]}</c>: lines and columns from 1, columns in UTF-16 units, the end exclusive. <c>edits</c> make what <c>fix</c>
/// says, together and in the file of the diagnostic; there are some only where one fix is certain.
/// </summary>
internal static class DiagnosticJson
{
    internal static void Write(TextWriter output, IEnumerable<Diagnostic> diagnostics) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteKind("check");
        json.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in diagnostics)
        {
            Write(json, diagnostic);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    internal static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        LinePosition start = diagnostic.Location.Start;
        LinePosition end = diagnostic.Location.End;
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", DiagnosticText.Word(diagnostic.Severity));
        json.WriteString("file", diagnostic.Location.Source.Path);
        json.WriteNumber("line", start.Line + 1);
        json.WriteNumber("column", start.Character + 1);
        json.WriteNumber("endLine", end.Line + 1);
        json.WriteNumber("endColumn", end.Character + 1);
        json.WriteString("message", diagnostic.Message);
        json.WriteString("fix", diagnostic.Fix);
        json.WriteStartArray("edits");
        foreach (TextEdit edit in diagnostic.Edits)
        {
            LinePosition from = diagnostic.Location.Source.GetPosition(edit.Span.Start);
            LinePosition to = diagnostic.Location.Source.GetPosition(edit.Span.End);
            json.WriteStartObject();
            json.WriteNumber("line", from.Line + 1);
            json.WriteNumber("column", from.Character + 1);
            json.WriteNumber("endLine", to.Line + 1);
            json.WriteNumber("endColumn", to.Character + 1);
            json.WriteString("newText", edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
