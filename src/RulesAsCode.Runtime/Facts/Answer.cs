namespace RulesAsCode;

/// <summary>The answer "there is none".</summary>
public readonly struct NoneAnswer;

/// <summary>Answers to facts that may be none.</summary>
public static class Answer
{
    /// <summary>The answer "there is none", for a fact of any type: <c>NoticeToHq = Answer.None</c>.</summary>
    public static NoneAnswer None => default;
}

/// <summary>
/// An answer to a fact declared <c>or none</c>: a value, or that there is none (the default). That the fact is not given is the absence of an
/// answer: <c>null</c> of <c>Answer&lt;T&gt;?</c>.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Answer<T> : IEquatable<Answer<T>>
    where T : notnull
{
    private readonly T _value;

    private Answer(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>The answer that there is none.</summary>
    public static Answer<T> None => default;

    /// <summary>Whether there is a value.</summary>
    public bool HasValue { get; }

    /// <summary>Whether the answer is that there is none.</summary>
    public bool IsNone => !HasValue;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The answer is that there is none.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The answer is that there is none.");

    /// <summary>An answer that is a value.</summary>
    public static implicit operator Answer<T>(T value) => new(value);

    /// <summary>The answer that there is none.</summary>
    public static implicit operator Answer<T>(NoneAnswer none) => default;

    /// <inheritdoc/>
    public bool Equals(Answer<T> other) => HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Answer<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? HashCode.Combine(_value) : 0;

    /// <summary>The same answer.</summary>
    public static bool operator ==(Answer<T> left, Answer<T> right) => left.Equals(right);

    /// <summary>Not the same answer.</summary>
    public static bool operator !=(Answer<T> left, Answer<T> right) => !left.Equals(right);

    /// <summary>The value, or <c>none</c>.</summary>
    public override string ToString() => HasValue ? _value.ToString() ?? "" : "none";
}
