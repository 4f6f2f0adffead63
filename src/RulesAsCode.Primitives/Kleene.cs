namespace RulesAsCode.Primitives;

/// <summary>
/// The value of a condition. Unknown is zero, so that a value nobody has set is never taken for an answer. Language reference: Meaning, Conditions.
/// </summary>
public enum Truth : byte
{
    /// <summary>What is known does not decide the condition.</summary>
    Unknown = 0,

    /// <summary>The condition does not hold.</summary>
    False = 1,

    /// <summary>The condition holds.</summary>
    True = 2,
}

/// <summary>
/// Strong Kleene logic: a connective has the value that it would have whatever the unknown operands turned out to be, and is unknown where
/// they would matter. Language reference: Meaning, Conditions.
/// </summary>
public static class Kleene
{
    /// <summary>The truth of a known answer.</summary>
    public static Truth From(bool value) => value ? Truth.True : Truth.False;

    /// <summary>The truth of an answer; <see langword="null"/> is unknown.</summary>
    public static Truth From(bool? value) => value.HasValue ? From(value.Value) : Truth.Unknown;

    /// <summary>False when one operand is false, true when both are true, else unknown.</summary>
    // False is bit 0 and True is bit 1: one false operand sets bit 0, and bit 1 survives only in both.
    public static Truth And(Truth left, Truth right) =>
        (Truth)((((int)left | (int)right) & 1) | ((int)left & (int)right & 2));

    /// <summary>True when one operand is true, false when both are false, else unknown.</summary>
    public static Truth Or(Truth left, Truth right) =>
        (Truth)((((int)left | (int)right) & 2) | ((int)left & (int)right & 1));

    /// <summary>True for false, false for true, unknown for unknown.</summary>
    public static Truth Not(Truth operand) => (Truth)(((int)operand >> 1) | (((int)operand & 1) << 1));

    /// <summary>False when one operand is false, true when all are true (as when there is none), else unknown.</summary>
    public static Truth And(params Truth[] operands) => And((IEnumerable<Truth>)operands);

    /// <inheritdoc cref="And(Truth[])"/>
    public static Truth And(IEnumerable<Truth> operands) => operands.Aggregate(Truth.True, And);

    /// <summary>True when one operand is true, false when all are false (as when there is none), else unknown.</summary>
    public static Truth Or(params Truth[] operands) => Or((IEnumerable<Truth>)operands);

    /// <inheritdoc cref="Or(Truth[])"/>
    public static Truth Or(IEnumerable<Truth> operands) => operands.Aggregate(Truth.False, Or);
}
