using System.Text.Json;
using System.Text.Json.Serialization;

namespace RulesAsCode.Json;

/// <summary>
/// Reads and writes a generated record of facts as JSON, strictly: what the rules do not declare is refused with a <see cref="FactsJsonException"/> that says
/// what to write. A fact that is left out is not given; <c>null</c> says that there is none. Generated code derives from it.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="record">What the rules declare.</param>
public abstract class RecordJsonConverter<T>(RecordDescriptor record) : JsonConverter<T>
    where T : class
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonValue value = JsonDocumentReader.Read(ref reader);
        FactValues values = FactsReader.Read(record, value, out IReadOnlyList<FactsFault> faults);
        return faults.Count == 0 ? Read(values) : throw Faults.ToException(faults);
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => FactsWriter.Write(writer, Write(value));

    /// <summary>The record with some answers.</summary>
    protected internal abstract T Read(FactValues values);

    /// <summary>Gives the answers of a record.</summary>
    protected abstract void Write(T record, FactValues values);

    internal FactValues Write(T facts)
    {
        var values = new FactValues(record);
        Write(facts, values);
        return values;
    }
}

/// <summary>Reads and writes a generated choice as JSON, by the names of its members; also as the name of a property. Generated code derives from it.</summary>
/// <typeparam name="T">The enum of the choice.</typeparam>
/// <param name="choice">What the rules declare.</param>
public abstract class ChoiceJsonConverter<T>(ChoiceDescriptor choice) : JsonConverter<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Member(JsonDocumentReader.Read(ref reader));

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(NameOf(value));

    /// <inheritdoc/>
    public sealed override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Member(new JsonValue(JsonKind.Text, 0, reader.GetString() ?? "", [], []));

    /// <inheritdoc/>
    public sealed override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(NameOf(value));

    private T Member(JsonValue value) =>
        FactsReader.ReadMember(choice, value, out IReadOnlyList<FactsFault> faults) is { } member ? ChoiceSet<T>.MemberAt(member) : throw Faults.ToException(faults);

    private string NameOf(T member)
    {
        int ordinal = ChoiceSet<T>.OrdinalOf(member);
        return (uint)ordinal < (uint)choice.Members.Length
            ? choice.Members[ordinal]
            : throw new JsonException($"{member:D} is no {choice.Name}; it cannot be written as JSON.");
    }
}

/// <summary>Reads and writes identifiers as JSON: eight pairs of digits with hyphens.</summary>
public sealed class Eui64JsonConverter : JsonConverter<Eui64>
{
    /// <inheritdoc/>
    public override Eui64 Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.String ? throw new JsonException("An EUI-64 is written as a text of 16 hexadecimal digits such as \"90-B3-D5-1F-30-01-00-00\".")
        : Primitives.Eui64Text.TryParse(reader.GetString(), out ulong value, out string? problem) ? new Eui64(value) : throw new JsonException(problem);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Eui64 value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

internal static class Faults
{
    public static FactsJsonException ToException(IReadOnlyList<FactsFault> faults) => new(
        faults[0].Place.Path, [.. faults.Select(fault => new FactsProblem(fault.Place.Pointer, null, null, fault.Message))]);
}
