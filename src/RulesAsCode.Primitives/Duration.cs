using System.Globalization;
using System.Runtime.CompilerServices;

namespace RulesAsCode.Primitives;

/// <summary>What a <see cref="Duration"/> counts. Durations of different units never mix.</summary>
public enum DurationUnit : byte
{
    /// <summary>Calendar days.</summary>
    Day,

    /// <summary>Working days of a <see cref="WorkingDayCalendar"/>.</summary>
    WorkingDay,

    /// <summary>Weeks of seven calendar days.</summary>
    Week,

    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Calendar years.</summary>
    Year,
}

/// <summary>
/// A length of time as the law says it: a count of one unit, such as <c>60 working days</c>. A <em>clear</em> duration excludes the day at either
/// end and so is one day longer. Language reference: Meaning, Dates.
/// </summary>
public readonly struct Duration : IEquatable<Duration>
{
    // No date of the language has a date this many units away; below it, a clear day more cannot overflow.
    private const int FarthestCount = 200_000;

    /// <summary>A duration of <paramref name="count"/> times <paramref name="unit"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a unit.</exception>
    public Duration(int count, DurationUnit unit, bool clear = false)
    {
        if (unit > DurationUnit.Year)
        {
            throw new ArgumentOutOfRangeException(nameof(unit));
        }

        Count = count;
        Unit = unit;
        Clear = clear;
    }

    /// <summary>How many units; may be negative.</summary>
    public int Count { get; }

    /// <summary>What is counted.</summary>
    public DurationUnit Unit { get; }

    /// <summary>Whether the day at either end is excluded.</summary>
    public bool Clear { get; }

    /// <summary>The sum; <see langword="false"/> when the two differ in unit or in being clear, or the count does not fit.</summary>
    public static bool TryAdd(Duration left, Duration right, out Duration result) =>
        TryCombine(left, right, (long)left.Count + right.Count, out result);

    /// <summary>The difference; <see langword="false"/> when the two differ in unit or in being clear, or the count does not fit.</summary>
    public static bool TrySubtract(Duration left, Duration right, out Duration result) =>
        TryCombine(left, right, (long)left.Count - right.Count, out result);

    /// <summary>
    /// Compares by count: <paramref name="order"/> is negative, 0 or positive as <paramref name="left"/> is shorter than, as long as or
    /// longer than <paramref name="right"/>. <see langword="false"/> when the two differ in unit or in being clear: kinds of duration do not mix.
    /// </summary>
    public static bool TryCompare(Duration left, Duration right, out int order)
    {
        var comparable = AreOfOneKind(left, right);
        order = comparable ? left.Count.CompareTo(right.Count) : 0;
        return comparable;
    }

    /// <summary>
    /// The date that is this duration after <paramref name="day"/>. Days and weeks count calendar days; months and years keep the day of the
    /// month, or take the month's last; working days count those of <paramref name="calendar"/> strictly after the day. A clear duration is one
    /// more working day where it counts working days, else one more calendar day. A negative count goes the other way.
    /// </summary>
    /// <param name="day">A day number.</param>
    /// <param name="calendar">Whose working days are counted; may be <see langword="null"/> for the other units.</param>
    /// <param name="result">The date, or 0.</param>
    /// <returns>
    /// <see langword="false"/> when either date is not from 1900 to 2199 or, counting working days, when there is no calendar or it does not cover both.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAfter(int day, WorkingDayCalendar? calendar, out int result) =>
        TryShift(day, calendar, Count, Count < 0 ? -1 : 1, out result);

    /// <summary>The date that is this duration before <paramref name="day"/>: <see cref="TryAfter"/>, the other way.</summary>
    /// <inheritdoc cref="TryAfter"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryBefore(int day, WorkingDayCalendar? calendar, out int result) =>
        TryShift(day, calendar, -(long)Count, Count < 0 ? 1 : -1, out result);

    /// <summary>As the language writes it: <c>1 week</c>, <c>60 working days</c>, <c>60 clear working days</c>.</summary>
    public override string ToString()
    {
        var unit = Unit switch
        {
            DurationUnit.WorkingDay => "working day",
            DurationUnit.Week => "week",
            DurationUnit.Month => "month",
            DurationUnit.Year => "year",
            _ => "day",
        };
        return Count.ToString(CultureInfo.InvariantCulture) + (Clear ? " clear " : " ") + unit + (Count is 1 or -1 ? "" : "s");
    }

    /// <summary>Equal in count, unit and being clear: 7 days are not 1 week.</summary>
    public bool Equals(Duration other) => Count == other.Count && AreOfOneKind(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Duration other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((((Count * 31) + (int)Unit) * 2) + (Clear ? 1 : 0));

    /// <inheritdoc cref="Equals(Duration)"/>
    public static bool operator ==(Duration left, Duration right) => left.Equals(right);

    /// <summary>Not equal in count, unit or being clear.</summary>
    public static bool operator !=(Duration left, Duration right) => !left.Equals(right);

    private static bool AreOfOneKind(Duration left, Duration right) => left.Unit == right.Unit && left.Clear == right.Clear;

    private static bool TryCombine(Duration left, Duration right, long count, out Duration result)
    {
        if (!AreOfOneKind(left, right) || count is < int.MinValue or > int.MaxValue)
        {
            result = default;
            return false;
        }

        result = new Duration((int)count, left.Unit, left.Clear);
        return true;
    }

    // A rule nearly always says its duration, and then the choice among units is made when the rule is compiled to machine code.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryShift(int day, WorkingDayCalendar? calendar, long signedCount, int direction, out int result)
    {
        result = 0;
        if (signedCount is < -FarthestCount or > FarthestCount)
        {
            return false;
        }

        var count = (int)signedCount;
        var clearDay = Clear ? direction : 0;
        switch (Unit)
        {
            case DurationUnit.WorkingDay:
                return calendar is not null && calendar.TryAddWorkingDays(day, count + clearDay, out result);
            case DurationUnit.Week:
                return CalendarDay.TryAddDays(day, (count * 7) + clearDay, out result);
            case DurationUnit.Month:
                return CalendarDay.TryAddMonths(day, count, out result) && CalendarDay.TryAddDays(result, clearDay, out result);
            case DurationUnit.Year:
                return CalendarDay.TryAddYears(day, count, out result) && CalendarDay.TryAddDays(result, clearDay, out result);
            default:
                return CalendarDay.TryAddDays(day, count + clearDay, out result);
        }
    }
}
