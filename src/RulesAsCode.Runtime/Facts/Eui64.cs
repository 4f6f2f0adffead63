using RulesAsCode.Primitives;

namespace RulesAsCode;

/// <summary>A 64-bit extended unique identifier, ordered as a number.</summary>
/// <param name="Value">Its 64 bits.</param>
[System.Text.Json.Serialization.JsonConverter(typeof(Json.Eui64JsonConverter))]
public readonly record struct Eui64(ulong Value) : IComparable<Eui64>
{
    /// <summary>Reads 16 hexadecimal digits, in pairs with hyphens or colons or without: <c>90-B3-D5-1F-30-01-00-00</c>.</summary>
    /// <exception cref="FormatException">The text is no identifier; the message says why.</exception>
    public static Eui64 Parse(string text) => Eui64Text.TryParse(text, out ulong value, out string? problem) ? new Eui64(value) : throw new FormatException(problem);

    /// <summary>Reads an identifier; <see langword="false"/> where the text is none.</summary>
    public static bool TryParse(string? text, out Eui64 result)
    {
        bool isRead = Eui64Text.TryParse(text, out ulong value, out _);
        result = new Eui64(value);
        return isRead;
    }

    /// <inheritdoc/>
    public int CompareTo(Eui64 other) => Value.CompareTo(other.Value);

    /// <summary>As a number, before the other.</summary>
    public static bool operator <(Eui64 left, Eui64 right) => left.Value < right.Value;

    /// <summary>As a number, after the other.</summary>
    public static bool operator >(Eui64 left, Eui64 right) => left.Value > right.Value;

    /// <summary>As a number, not after the other.</summary>
    public static bool operator <=(Eui64 left, Eui64 right) => left.Value <= right.Value;

    /// <summary>As a number, not before the other.</summary>
    public static bool operator >=(Eui64 left, Eui64 right) => left.Value >= right.Value;

    /// <summary>Eight pairs of digits with hyphens.</summary>
    public override string ToString() => Eui64Text.Format(Value);
}
