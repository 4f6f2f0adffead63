using System.Runtime.CompilerServices;

namespace RulesAsCode;

/// <summary>What is common to everything that a rule computes: it is unknown, none, or has a value. The default value is unknown.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IKnown<TSelf>
    where TSelf : struct, IKnown<TSelf>
{
    /// <summary>The answer that there is none.</summary>
    static abstract TSelf None { get; }

    /// <summary>Whether what is known does not decide it.</summary>
    bool IsUnknown { get; }

    /// <summary>Whether it is the answer that there is none.</summary>
    bool IsNone { get; }
}

/// <summary>A value of a rule: unknown (the default), none, or known. Language reference: Meaning, Three states of a fact.</summary>
/// <typeparam name="T">What the value is when there is one.</typeparam>
public readonly struct Known<T> : IKnown<Known<T>>
    where T : notnull
{
    private enum State : byte
    {
        Unknown,
        None,
        Value,
    }

    private readonly T _value;
    private readonly State _state;

    private Known(T value, State state)
    {
        _value = value;
        _state = state;
    }

    /// <summary>What is known does not tell it.</summary>
    public static Known<T> Unknown => default;

    /// <inheritdoc/>
    public static Known<T> None => new(default!, State.None);

    /// <inheritdoc/>
    public bool IsUnknown => _state == State.Unknown;

    /// <inheritdoc/>
    public bool IsNone => _state == State.None;

    /// <summary>Whether it is known and not none.</summary>
    public bool HasValue => _state == State.Value;

    /// <summary>The value; of no meaning unless <see cref="HasValue"/>.</summary>
    public T Value => _value;

    /// <summary>Unknown where this is unknown, none where this is none; asked only of what has no value.</summary>
    /// <typeparam name="TOther">What would have been computed from it.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TOther As<TOther>()
        where TOther : struct, IKnown<TOther> => IsNone ? TOther.None : default;

    /// <summary>A known value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<T> Of(T value) => new(value, State.Value);

    /// <summary>A known value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Known<T>(T value) => Of(value);
}
