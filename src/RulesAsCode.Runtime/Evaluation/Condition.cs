using System.Runtime.CompilerServices;
using RulesAsCode.Primitives;

namespace RulesAsCode;

/// <summary>
/// What a condition came to: yes, no, unknown, or none (which counts as no). The default value is unknown, so that a value nobody has set is
/// never taken for an answer. Language reference: Meaning, Conditions.
/// </summary>
public readonly struct Condition : IEquatable<Condition>, IKnown<Condition>
{
    // The two low bits are Truth; the third marks "none", which is read as false.
    private const byte TruthBits = 3;
    private const byte NoneBits = 5;

    private readonly byte _bits;

    private Condition(byte bits) => _bits = bits;

    /// <summary>It holds.</summary>
    public static Condition Yes => new((byte)Truth.True);

    /// <summary>It does not hold.</summary>
    public static Condition No => new((byte)Truth.False);

    /// <summary>What is known does not decide it.</summary>
    public static Condition Unknown => default;

    /// <summary>The answer that there is none: no, unless somebody asks for it by name.</summary>
    public static Condition None => new(NoneBits);

    /// <summary>Whether it holds.</summary>
    public bool IsYes => _bits == (byte)Truth.True;

    /// <summary>Whether it is known not to hold.</summary>
    public bool IsNo => (_bits & (byte)Truth.False) != 0;

    /// <inheritdoc/>
    public bool IsUnknown => _bits == 0;

    /// <inheritdoc/>
    public bool IsNone => _bits == NoneBits;

    /// <summary>As a truth of three values.</summary>
    public Truth Truth => (Truth)(_bits & TruthBits);

    /// <summary>A known answer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition Of(bool value) => value ? Yes : No;

    /// <summary>As the outcome of a criterion: satisfied, not satisfied or undecided.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Outcome ToOutcome() => Truth switch
    {
        Truth.True => Outcome.Satisfied,
        Truth.False => Outcome.NotSatisfied,
        _ => Outcome.Undecided,
    };

    /// <summary>No when one operand is no, yes when both are yes, else unknown.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition operator &(Condition left, Condition right) => new((byte)Kleene.And(left.Truth, right.Truth));

    /// <summary>Yes when one operand is yes, no when both are no, else unknown.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition operator |(Condition left, Condition right) => new((byte)Kleene.Or(left.Truth, right.Truth));

    /// <summary>Yes for no, no for yes, unknown for unknown.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition operator !(Condition operand) => new((byte)Kleene.Not(operand.Truth));

    /// <summary>Lets <c>||</c> stop at the first operand that is yes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator true(Condition operand) => operand.IsYes;

    /// <summary>Lets <c>&amp;&amp;</c> stop at the first operand that is no.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator false(Condition operand) => operand.IsNo;

    /// <inheritdoc/>
    public bool Equals(Condition other) => _bits == other._bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Condition other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _bits;

    /// <summary>The same answer.</summary>
    public static bool operator ==(Condition left, Condition right) => left._bits == right._bits;

    /// <summary>Not the same answer.</summary>
    public static bool operator !=(Condition left, Condition right) => left._bits != right._bits;

    /// <summary><c>yes</c>, <c>no</c>, <c>none</c> or <c>not known</c>.</summary>
    public override string ToString() => IsUnknown ? "not known" : IsNone ? "none" : IsYes ? "yes" : "no";
}
