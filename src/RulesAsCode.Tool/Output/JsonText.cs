using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RulesAsCode.Tool.Output;

/// <summary>Writes one JSON document on one line; it is complete before any of it reaches a stream.</summary>
internal static class JsonText
{
    // Not for HTML: amounts and quotation marks stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(TextWriter output, Action<Utf8JsonWriter> document)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            document(json);
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    /// <summary>What a document is, so that a program can tell it from others and from later versions of itself.</summary>
    /// <param name="name">The kind of document: <c>check</c>, <c>test</c>.</param>
    internal static void WriteKind(this Utf8JsonWriter json, string name)
    {
        json.WriteString("$schema", "urn:rules-as-code:" + name);
        json.WriteString("version", "1.0");
    }

    internal static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
