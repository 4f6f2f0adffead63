using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace RulesAsCode;

/// <summary>Makes sets of members of choices.</summary>
public static class ChoiceSet
{
    /// <summary>The set of some members, in any order; repeats count once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is below 1, which is no member.</exception>
    public static ChoiceSet<T> Create<T>(params ReadOnlySpan<T> members)
        where T : struct, Enum
    {
        ulong low = 0;
        ulong[]? high = null;
        foreach (T member in members)
        {
            int ordinal = ChoiceSet<T>.OrdinalOf(member);
            if (ordinal is < 0 or > ChoiceSet<T>.GreatestOrdinal)
            {
                throw new ArgumentOutOfRangeException(nameof(members), member, "The value is no member of its choice.");
            }

            if (ordinal < 64)
            {
                low |= 1UL << ordinal;
            }
            else
            {
                int word = (ordinal / 64) - 1;
                if (high is null || high.Length <= word)
                {
                    Array.Resize(ref high, word + 1);
                }

                high[word] |= 1UL << (ordinal % 64);
            }
        }

        return new ChoiceSet<T>(low, high);
    }
}

/// <summary>An immutable set of members of a choice. The default value is the empty set. Equal when the members are.</summary>
/// <typeparam name="T">The generated enum of the choice, whose members count from 1.</typeparam>
[CollectionBuilder(typeof(ChoiceSet), nameof(ChoiceSet.Create))]
public readonly struct ChoiceSet<T> : IEquatable<ChoiceSet<T>>, IReadOnlyCollection<T>
    where T : struct, Enum
{
    internal const int GreatestOrdinal = 65_535;

    // Bit i stands for the member i + 1; the words of the second continue those of the first, and its last is never zero.
    private readonly ulong _low;
    private readonly ulong[]? _high;

    internal ChoiceSet(ulong low, ulong[]? high)
    {
        _low = low;
        _high = high;
    }

    /// <summary>The set without members.</summary>
    public static ChoiceSet<T> Empty => default;

    /// <summary>Whether it has no member.</summary>
    public bool IsEmpty => _low == 0 && _high is null;

    /// <summary>How many members it has.</summary>
    public int Count
    {
        get
        {
            int count = BitOperations.PopCount(_low);
            foreach (ulong word in _high ?? [])
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>Whether it has a member.</summary>
    public bool Contains(T member)
    {
        int ordinal = OrdinalOf(member);
        return ordinal >= 0 && (ordinal < 64
            ? (_low >> ordinal & 1) != 0
            : _high is not null && (ordinal / 64) - 1 < _high.Length && (_high[(ordinal / 64) - 1] >> (ordinal % 64) & 1) != 0);
    }

    /// <summary>Whether all its members are among the first so many of the choice.</summary>
    internal bool IsWithin(int memberCount)
    {
        int last = _high is null ? 63 - BitOperations.LeadingZeroCount(_low) : (_high.Length * 64) + 63 - BitOperations.LeadingZeroCount(_high[^1]);
        return last < memberCount;
    }

    internal static int OrdinalOf(T member) => Unsafe.SizeOf<T>() == sizeof(int) ? Unsafe.As<T, int>(ref member) - 1 : throw new NotSupportedException("A choice is an enum of Int32.");

    internal static T MemberAt(int ordinal)
    {
        int value = ordinal + 1;
        return Unsafe.As<int, T>(ref value);
    }

    /// <summary>The members in the order in which the choice declares them.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        int words = 1 + (_high?.Length ?? 0);
        for (int ordinal = 0; ordinal < words * 64; ordinal++)
        {
            T member = MemberAt(ordinal);
            if (Contains(member))
            {
                yield return member;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ChoiceSet<T> other) => _low == other._low && (_high ?? []).AsSpan().SequenceEqual(other._high ?? []);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ChoiceSet<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_low, _high?.Length ?? 0);

    /// <summary>The same members.</summary>
    public static bool operator ==(ChoiceSet<T> left, ChoiceSet<T> right) => left.Equals(right);

    /// <summary>Not the same members.</summary>
    public static bool operator !=(ChoiceSet<T> left, ChoiceSet<T> right) => !left.Equals(right);

    /// <summary>The members with commas between them, in brackets.</summary>
    public override string ToString() => "[" + string.Join(", ", this) + "]";
}
