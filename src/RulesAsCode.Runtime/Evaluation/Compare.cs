using System.Runtime.CompilerServices;
using RulesAsCode.Primitives;

namespace RulesAsCode;

/// <summary>
/// Comparisons of values that may be unknown or none: unknown when an operand is, and not holding when one is none.
/// Language reference: Meaning, Three states of a fact.
/// </summary>
public static class Compare
{
    /// <summary>The values are the same; texts by their characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition Equal<T>(Known<T> left, Known<T> right)
        where T : notnull =>
        left.HasValue && right.HasValue ? Condition.Of(EqualityComparer<T>.Default.Equals(left.Value, right.Value)) : Strict(left, right);

    /// <summary>Both hold, or neither does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition Equal(Condition left, Condition right) =>
        left.IsUnknown || right.IsUnknown ? Condition.Unknown
        : left.IsNone || right.IsNone ? Condition.No
        : Condition.Of(left.IsYes == right.IsYes);

    /// <summary>The durations are equally long; unknown when they count different things.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition Equal<TTrace>(Known<Duration> left, Known<Duration> right, ref TTrace trace)
        where TTrace : struct, ITrace => TryOrder(left, right, ref trace, out int order, out Condition open) ? Condition.Of(order == 0) : open;

    /// <summary>Left is right or more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition AtLeast<T>(Known<T> left, Known<T> right)
        where T : struct, IComparable<T> => left.HasValue && right.HasValue ? Condition.Of(left.Value.CompareTo(right.Value) >= 0) : Strict(left, right);

    /// <summary>Left is right or less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition AtMost<T>(Known<T> left, Known<T> right)
        where T : struct, IComparable<T> => left.HasValue && right.HasValue ? Condition.Of(left.Value.CompareTo(right.Value) <= 0) : Strict(left, right);

    /// <summary>Left is more than right; of dates, after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition MoreThan<T>(Known<T> left, Known<T> right)
        where T : struct, IComparable<T> => left.HasValue && right.HasValue ? Condition.Of(left.Value.CompareTo(right.Value) > 0) : Strict(left, right);

    /// <summary>Left is less than right; of dates, before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition LessThan<T>(Known<T> left, Known<T> right)
        where T : struct, IComparable<T> => left.HasValue && right.HasValue ? Condition.Of(left.Value.CompareTo(right.Value) < 0) : Strict(left, right);

    /// <summary>Left is before right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition Before(Known<int> left, Known<int> right) => LessThan(left, right);

    /// <summary>Left is after right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition After(Known<int> left, Known<int> right) => MoreThan(left, right);

    /// <summary>Left is right or earlier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition OnOrBefore(Known<int> left, Known<int> right) => AtMost(left, right);

    /// <summary>Left is right or later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition OnOrAfter(Known<int> left, Known<int> right) => AtLeast(left, right);

    /// <summary>Left is as long as right or longer; unknown when they count different things.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition AtLeast<TTrace>(Known<Duration> left, Known<Duration> right, ref TTrace trace)
        where TTrace : struct, ITrace => TryOrder(left, right, ref trace, out int order, out Condition open) ? Condition.Of(order >= 0) : open;

    /// <summary>Left is as long as right or shorter; unknown when they count different things.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition AtMost<TTrace>(Known<Duration> left, Known<Duration> right, ref TTrace trace)
        where TTrace : struct, ITrace => TryOrder(left, right, ref trace, out int order, out Condition open) ? Condition.Of(order <= 0) : open;

    /// <summary>Left is longer than right; unknown when they count different things.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition MoreThan<TTrace>(Known<Duration> left, Known<Duration> right, ref TTrace trace)
        where TTrace : struct, ITrace => TryOrder(left, right, ref trace, out int order, out Condition open) ? Condition.Of(order > 0) : open;

    /// <summary>Left is shorter than right; unknown when they count different things.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition LessThan<TTrace>(Known<Duration> left, Known<Duration> right, ref TTrace trace)
        where TTrace : struct, ITrace => TryOrder(left, right, ref trace, out int order, out Condition open) ? Condition.Of(order < 0) : open;

    /// <summary>A set has a member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition Includes<T>(Known<ChoiceSet<T>> set, Known<T> member)
        where T : struct, Enum =>
        set.HasValue && member.HasValue ? Condition.Of(set.Value.Contains(member.Value))
        : set.IsUnknown || member.IsUnknown ? Condition.Unknown
        : Condition.No;

    /// <summary>It is not none; unknown while it is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition IsGiven<T>(T value)
        where T : struct, IKnown<T> => value.IsUnknown ? Condition.Unknown : Condition.Of(!value.IsNone);

    /// <summary>It is none; unknown while it is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition IsNone<T>(T value)
        where T : struct, IKnown<T> => value.IsUnknown ? Condition.Unknown : Condition.Of(value.IsNone);

    /// <summary>A set has no member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition IsEmpty<T>(Known<ChoiceSet<T>> set)
        where T : struct, Enum => set.IsUnknown ? Condition.Unknown : Condition.Of(set.HasValue && set.Value.IsEmpty);

    /// <summary>A list has no element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition IsEmpty<T>(Known<Elements<T>> list)
        where T : class => list.IsUnknown ? Condition.Unknown : Condition.Of(list.HasValue && list.Value.Count == 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Condition Strict<T>(Known<T> left, Known<T> right)
        where T : notnull => left.IsUnknown || right.IsUnknown ? Condition.Unknown : Condition.No;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryOrder<TTrace>(Known<Duration> left, Known<Duration> right, ref TTrace trace, out int order, out Condition open)
        where TTrace : struct, ITrace
    {
        order = 0;
        open = Condition.Unknown;
        if (!left.HasValue || !right.HasValue)
        {
            open = Strict(left, right);
            return false;
        }

        if (Duration.TryCompare(left.Value, right.Value, out order))
        {
            return true;
        }

        if (trace.IsRecording)
        {
            trace.Because(ReasonKind.DurationKindsDiffer, ReasonText.DurationKindsDiffer(left.Value, right.Value));
        }

        return false;
    }
}
