using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Interpreter.Evaluation;
using RulesAsCode.Json;

namespace RulesAsCode.Interpreter;

/// <summary>
/// Facts as JSON. Names of facts and members of choices are the camelCase of the rule's names (<c>noticeToDcc</c>). A yes/no is a boolean; a number, a whole
/// number or money is a JSON number or the same digits as a text (<c>"2000.01"</c>); 20 per cent is <c>20</c> or <c>"20%"</c>; a date is
/// <c>"2024-04-02"</c>; a duration is <c>"60 working days"</c>; an EUI-64 is <c>"90-B3-D5-1F-30-01-00-00"</c>; sets and lists are arrays, records and the
/// elements of lists objects. A fact that is left out is not given; <c>null</c> says that there is none, for a fact that is <c>or none</c>.
/// </summary>
public static class FactsJson
{
    // Letters stay readable; what HTML could take for a tag is escaped.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Reads facts; never throws, whatever the text.</summary>
    public static FactsReadResult Read(RulesModel model, string json)
    {
        FactValues? values = FactsReader.Read(FactDescriptions.Of(model.Facts), json, out IReadOnlyList<FactsFault> faults);
        if (faults.Count == 0)
        {
            return new FactsReadResult(FactDescriptions.ToFacts(model.Facts, values!), []);
        }

        var text = SourceText.From("", json);
        return new FactsReadResult(null, [.. faults.Select(fault => ToProblem(fault, text))]);
    }

    /// <summary>
    /// Writes facts so that <see cref="Read"/> reads them back: two spaces a level, <c>\n</c>, facts in declaration order. A number that a double cannot hold
    /// to its last digit is written as a text.
    /// </summary>
    public static string Write(RulesModel model, FactRecord facts)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            FactsWriter.Write(writer, FactDescriptions.ToValues(model.Facts, FactDescriptions.Of(model.Facts), facts));
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static FactsProblem ToProblem(FactsFault fault, SourceText text)
    {
        LinePosition position = text.GetPosition(Math.Min(fault.Offset, text.Length));
        return new FactsProblem(fault.Place.Pointer, position.Line + 1, position.Character + 1, fault.Message);
    }
}

/// <summary>What reading facts came to.</summary>
/// <param name="Facts">The facts; null when there is any problem.</param>
/// <param name="Problems">What is wrong, in the order of the text.</param>
public sealed record FactsReadResult(FactRecord? Facts, ImmutableArray<FactsProblem> Problems);
