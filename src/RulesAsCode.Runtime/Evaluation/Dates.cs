using System.Runtime.CompilerServices;
using RulesAsCode.Primitives;

namespace RulesAsCode;

/// <summary>
/// Dates computed from dates, as day numbers. The texts are what an undecided verdict says when there is no such date. Language reference: Meaning, Dates.
/// </summary>
public static class Dates
{
    /// <summary>The date that is a duration after another.</summary>
    /// <param name="duration">How far.</param>
    /// <param name="anchor">From which day.</param>
    /// <param name="calendar">Whose working days are counted.</param>
    /// <param name="pastCalendar">What to say when the calendar does not reach.</param>
    /// <param name="outOfRange">What to say when the date is outside 1900 to 2199.</param>
    /// <param name="trace">The trace.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<int> After<TTrace>(Known<Duration> duration, Known<int> anchor, WorkingDayCalendar? calendar, string pastCalendar, string outOfRange, ref TTrace trace)
        where TTrace : struct, ITrace => Offset(duration, anchor, isAfter: true, calendar, pastCalendar, outOfRange, ref trace);

    /// <summary>The date that is a duration before another.</summary>
    /// <inheritdoc cref="After"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<int> Before<TTrace>(Known<Duration> duration, Known<int> anchor, WorkingDayCalendar? calendar, string pastCalendar, string outOfRange, ref TTrace trace)
        where TTrace : struct, ITrace => Offset(duration, anchor, isAfter: false, calendar, pastCalendar, outOfRange, ref trace);

    /// <summary>A day is on or after another, and no later than a duration after it.</summary>
    /// <inheritdoc cref="After"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition WithinAfter<TTrace>(
        Known<int> day, Known<int> anchor, Known<Duration> duration, WorkingDayCalendar? calendar, string pastCalendar, string outOfRange, ref TTrace trace)
        where TTrace : struct, ITrace =>
        InWindow(day, isAfter: true, anchor, After(duration, anchor, calendar, pastCalendar, outOfRange, ref trace));

    /// <summary>A day is on or before another, and no earlier than a duration before it.</summary>
    /// <inheritdoc cref="After"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition WithinBefore<TTrace>(
        Known<int> day, Known<int> anchor, Known<Duration> duration, WorkingDayCalendar? calendar, string pastCalendar, string outOfRange, ref TTrace trace)
        where TTrace : struct, ITrace =>
        InWindow(day, isAfter: false, anchor, Before(duration, anchor, calendar, pastCalendar, outOfRange, ref trace));

    /// <summary>
    /// What has to be done within a duration after a day: met, missed, or unknown while it is neither. Language reference: Requirement clauses.
    /// </summary>
    /// <param name="asAt">The day of the assessment.</param>
    /// <param name="done">When it was done, or none.</param>
    /// <param name="anchorMark">The trace before the anchor.</param>
    /// <param name="anchor">From which day.</param>
    /// <param name="durationMark">The trace before the duration.</param>
    /// <param name="duration">How far.</param>
    /// <param name="calendar">Whose working days are counted.</param>
    /// <param name="pastCalendar">What to say when the calendar does not reach.</param>
    /// <param name="outOfRange">What to say when the date is outside 1900 to 2199.</param>
    /// <param name="trace">The trace.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition DoneWithinAfter<TTrace>(
        int asAt, Known<int> done, int anchorMark, Known<int> anchor, int durationMark, Known<Duration> duration, WorkingDayCalendar? calendar,
        string pastCalendar, string outOfRange, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (anchor.IsNone)
        {
            trace.Forget(durationMark);
            return NotStarted(done, ref trace);
        }

        if (!done.IsNone)
        {
            return WithinAfter(done, anchor, duration, calendar, pastCalendar, outOfRange, ref trace);
        }

        // As an offset says it: first what its length needs, then what its anchor does.
        trace.Rotate(anchorMark, durationMark);
        Known<int> last = After(duration, anchor, calendar, pastCalendar, outOfRange, ref trace);
        return last.HasValue ? NotDoneBy(last.Value, asAt, ref trace) : last.As<Condition>();
    }

    /// <summary>What has to be done within a duration before a day: met, missed, or unknown while it is neither.</summary>
    /// <inheritdoc cref="DoneWithinAfter"/>
    public static Condition DoneWithinBefore<TTrace>(
        int asAt, Known<int> done, int anchorMark, Known<int> anchor, int durationMark, Known<Duration> duration, WorkingDayCalendar? calendar,
        string pastCalendar, string outOfRange, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (anchor.IsNone)
        {
            trace.Forget(durationMark);
            return NotStarted(done, ref trace);
        }

        if (done.IsNone)
        {
            // Due by the anchor itself: the length does not matter.
            trace.Forget(durationMark);
            return anchor.IsUnknown ? Condition.Unknown : NotDoneBy(anchor.Value, asAt, ref trace);
        }

        return WithinBefore(done, anchor, duration, calendar, pastCalendar, outOfRange, ref trace);
    }

    /// <summary>How many years have gone by, as ages are counted.</summary>
    public static Known<ExactNumber> WholeYearsBetween(Known<int> from, Known<int> to) =>
        from.HasValue && to.HasValue ? ExactNumber.FromInteger(CalendarDay.WholeYearsBetween(from.Value, to.Value)) : Strict(from, to);

    /// <summary>How many months have gone by.</summary>
    public static Known<ExactNumber> WholeMonthsBetween(Known<int> from, Known<int> to) =>
        from.HasValue && to.HasValue ? ExactNumber.FromInteger(CalendarDay.WholeMonthsBetween(from.Value, to.Value)) : Strict(from, to);

    /// <summary>How many days have gone by.</summary>
    public static Known<ExactNumber> DaysBetween(Known<int> from, Known<int> to) =>
        from.HasValue && to.HasValue ? ExactNumber.FromInteger(to.Value - from.Value) : Strict(from, to);

    /// <summary>The first working day on or after a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="calendar">Whose working days are meant.</param>
    /// <param name="pastCalendar">What to say when the calendar does not reach.</param>
    /// <param name="trace">The trace.</param>
    public static Known<int> FirstWorkingDayOnOrAfter<TTrace>(Known<int> day, WorkingDayCalendar? calendar, string pastCalendar, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        int result = 0;
        return !day.HasValue ? day
            : calendar is not null && calendar.TryFirstOnOrAfter(day.Value, out result) ? result
            : NoDate(ReasonKind.PastCalendar, pastCalendar, ref trace);
    }

    /// <summary>The last working day on or before a day.</summary>
    /// <inheritdoc cref="FirstWorkingDayOnOrAfter"/>
    public static Known<int> LastWorkingDayOnOrBefore<TTrace>(Known<int> day, WorkingDayCalendar? calendar, string pastCalendar, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        int result = 0;
        return !day.HasValue ? day
            : calendar is not null && calendar.TryLastOnOrBefore(day.Value, out result) ? result
            : NoDate(ReasonKind.PastCalendar, pastCalendar, ref trace);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Known<int> Offset<TTrace>(
        Known<Duration> duration, Known<int> anchor, bool isAfter, WorkingDayCalendar? calendar, string pastCalendar, string outOfRange, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (!duration.HasValue || !anchor.HasValue)
        {
            return duration.IsUnknown || anchor.IsUnknown ? Known<int>.Unknown : Known<int>.None;
        }

        if (isAfter ? duration.Value.TryAfter(anchor.Value, calendar, out int result) : duration.Value.TryBefore(anchor.Value, calendar, out result))
        {
            return result;
        }

        return duration.Value.Unit == DurationUnit.WorkingDay
            ? NoDate(ReasonKind.PastCalendar, pastCalendar, ref trace)
            : NoDate(ReasonKind.OutOfRange, outOfRange, ref trace);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Condition InWindow(Known<int> day, bool isAfter, Known<int> anchor, Known<int> end)
    {
        if (day.HasValue && anchor.HasValue && end.HasValue)
        {
            return Condition.Of(isAfter ? anchor.Value <= day.Value && day.Value <= end.Value : end.Value <= day.Value && day.Value <= anchor.Value);
        }

        return day.IsUnknown || anchor.IsUnknown || end.IsUnknown ? Condition.Unknown : Condition.No;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Condition NotStarted<TTrace>(Known<int> done, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (done.IsNone)
        {
            trace.Because(ReasonKind.NotStarted, ReasonText.NotStarted);
            return Condition.Unknown;
        }

        return done.IsUnknown ? Condition.Unknown : Condition.No;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Condition NotDoneBy<TTrace>(int lastDay, int asAt, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (asAt > lastDay)
        {
            return Condition.No;
        }

        if (trace.IsRecording)
        {
            trace.Because(ReasonKind.NotDue, ReasonText.NotDue(lastDay));
        }

        return Condition.Unknown;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Known<int> NoDate<TTrace>(ReasonKind kind, string text, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        trace.Because(kind, text);
        return Known<int>.Unknown;
    }

    private static Known<ExactNumber> Strict(Known<int> from, Known<int> to) =>
        from.IsUnknown || to.IsUnknown ? Known<ExactNumber>.Unknown : Known<ExactNumber>.None;
}
