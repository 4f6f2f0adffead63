using System.Collections.ObjectModel;

namespace RulesAsCode.Primitives;

/// <summary>A day that is no working day although it is no weekend day of its calendar.</summary>
/// <param name="Day">The day number of <see cref="CalendarDay"/>.</param>
/// <param name="Name">What the day is called.</param>
/// <param name="Note">Why it is this day, such as a substitute for a weekend; <see langword="null"/> when there is nothing to say.</param>
public readonly record struct Holiday(int Day, string Name, string? Note = null);

/// <summary>
/// The working days of a jurisdiction over a run of whole years. Every question is answered from a table in constant time, and only from
/// inside the years covered: outside them the answer is <see langword="false"/>, never a guess. Immutable. Language reference: Meaning, Dates.
/// </summary>
public sealed class WorkingDayCalendar
{
    // Entry i of the first two is about the day FirstDay + i: the working days before it, and those through it, it being counted. Entry n of
    // the third is the day number of working day n, counted from 0. The length of a table is the one bounds check of a look-up.
    private readonly int[] _workingDaysBefore;
    private readonly int[] _workingDaysThrough;
    private readonly int[] _workingDays;
    private readonly int _firstDay;

    private WorkingDayCalendar(string name, int firstDay, int lastDay, bool[] isWeekend, Holiday[] holidays, string? edition)
    {
        Name = name;
        FirstDay = _firstDay = firstDay;
        LastDay = lastDay;
        Edition = edition;
        Holidays = new ReadOnlyCollection<Holiday>(holidays);
        WeekendDaysOfWeek = new ReadOnlyCollection<int>(Enumerable.Range(0, 7).Where(d => isWeekend[d]).ToArray());

        var isHoliday = new bool[lastDay - firstDay + 1];
        foreach (var holiday in holidays)
        {
            isHoliday[holiday.Day - firstDay] = true;
        }

        var workingDays = new List<int>(isHoliday.Length);
        _workingDaysBefore = new int[isHoliday.Length];
        _workingDaysThrough = new int[isHoliday.Length];
        for (var i = 0; i < isHoliday.Length; i++)
        {
            _workingDaysBefore[i] = workingDays.Count;
            if (!isHoliday[i] && !isWeekend[CalendarDay.DayOfWeek(firstDay + i)])
            {
                workingDays.Add(firstDay + i);
            }

            _workingDaysThrough[i] = workingDays.Count;
        }

        _workingDays = workingDays.ToArray();
    }

    /// <summary>What the calendar is called.</summary>
    public string Name { get; }

    /// <summary>The first day covered: a 1 January.</summary>
    public int FirstDay { get; }

    /// <summary>The last day covered: a 31 December.</summary>
    public int LastDay { get; }

    /// <summary>The holidays of the years covered, earliest first; those of one day in the order given.</summary>
    public IReadOnlyList<Holiday> Holidays { get; }

    /// <summary>The days of the week that are no working days, 0 for Sunday to 6 for Saturday, ascending.</summary>
    public IReadOnlyList<int> WeekendDaysOfWeek { get; }

    /// <summary>Which edition of the holidays this is; <see langword="null"/> when it has none.</summary>
    public string? Edition { get; }

    /// <summary>A calendar of the years <paramref name="firstYear"/> to <paramref name="lastYear"/>, both included.</summary>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="firstYear">1900 to 2199.</param>
    /// <param name="lastYear">The first year, to 2199.</param>
    /// <param name="weekendDaysOfWeek">The days of the week that are no working days, 0 for Sunday to 6 for Saturday; in any order, repeats allowed.</param>
    /// <param name="holidays">The holidays in any order; those outside the years covered are left out.</param>
    /// <param name="edition">Which edition of the holidays this is.</param>
    /// <exception cref="ArgumentNullException">The name, the weekend or the holidays are missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A year or a day of the week is out of its range.</exception>
    public static WorkingDayCalendar Create(
        string name, int firstYear, int lastYear, IEnumerable<int> weekendDaysOfWeek, IEnumerable<Holiday> holidays, string? edition)
    {
        if (name is null)
        {
            throw new ArgumentNullException(nameof(name));
        }

        if (weekendDaysOfWeek is null)
        {
            throw new ArgumentNullException(nameof(weekendDaysOfWeek));
        }

        if (holidays is null)
        {
            throw new ArgumentNullException(nameof(holidays));
        }

        if (firstYear is < CalendarDay.MinimumYear or > CalendarDay.MaximumYear)
        {
            throw new ArgumentOutOfRangeException(nameof(firstYear));
        }

        if (lastYear < firstYear || lastYear > CalendarDay.MaximumYear)
        {
            throw new ArgumentOutOfRangeException(nameof(lastYear));
        }

        var isWeekend = new bool[7];
        foreach (var dayOfWeek in weekendDaysOfWeek)
        {
            if (dayOfWeek is < 0 or > 6)
            {
                throw new ArgumentOutOfRangeException(nameof(weekendDaysOfWeek), dayOfWeek, "A day of the week is 0 for Sunday to 6 for Saturday.");
            }

            isWeekend[dayOfWeek] = true;
        }

        var firstDay = CalendarDay.FromDate(firstYear, 1, 1);
        var lastDay = CalendarDay.FromDate(lastYear, 12, 31);
        var covered = holidays.Where(h => h.Day >= firstDay && h.Day <= lastDay).OrderBy(h => h.Day).ToArray();
        return new WorkingDayCalendar(name, firstDay, lastDay, isWeekend, covered, edition);
    }

    /// <summary>Whether the calendar says anything about <paramref name="day"/>: it is from <see cref="FirstDay"/> to <see cref="LastDay"/>.</summary>
    public bool Covers(int day) => day >= _firstDay && day <= LastDay;

    /// <summary>Whether <paramref name="day"/> is neither a weekend day nor a holiday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The calendar does not cover the day.</exception>
    public bool IsWorkingDay(int day)
    {
        if (!Covers(day))
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, "The calendar does not cover this day.");
        }

        var i = day - _firstDay;
        return _workingDaysThrough[i] != _workingDaysBefore[i];
    }

    /// <summary>
    /// The <paramref name="count"/>-th working day strictly after <paramref name="day"/>; when negative, strictly before it; when 0, the day itself.
    /// <see langword="false"/> when the day, or the result, is not covered.
    /// </summary>
    public bool TryAddWorkingDays(int day, int count, out int result)
    {
        // Going forward, the day itself is passed over: it counts among those before the first candidate. A sum that wraps
        // is one of counts beyond any table, and wraps to an index beyond any table.
        var i = unchecked((uint)(day - _firstDay));
        var through = _workingDaysThrough;
        if (i < (uint)through.Length)
        {
            var workingDays = _workingDays;
            if (count > 0)
            {
                var index = unchecked((uint)(through[i] + (count - 1)));
                if (index < (uint)workingDays.Length)
                {
                    result = workingDays[index];
                    return true;
                }
            }
            else if (count < 0)
            {
                var index = unchecked((uint)(_workingDaysBefore[i] + count));
                if (index < (uint)workingDays.Length)
                {
                    result = workingDays[index];
                    return true;
                }
            }
            else
            {
                result = day;
                return true;
            }
        }

        result = 0;
        return false;
    }

    /// <summary>
    /// How many working days <paramref name="to"/> is <em>after</em> <paramref name="from"/>: the working days d with from &lt; d &lt;= to. When
    /// <paramref name="to"/> is the earlier, the negative of the count the other way round (to &lt; d &lt;= from).
    /// <see langword="false"/> when either day is not covered.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The day counted from is left out and the day counted to is counted, so counts add up (from a to b and from b to c make from a to
    /// c) and agree with <see cref="TryAddWorkingDays"/>: for n of 1 or more, x is on or after the n-th working day after d exactly when the
    /// count from d to x is n or more. "x is at least n working days after d" can therefore be decided either way, and explained by the count.
    /// </para>
    /// <para>
    /// For "x is at least n working days <em>before</em> d" use <see cref="TryCountWorkingDaysBefore"/>: the two directions differ
    /// when an end is no working day.
    /// </para>
    /// </remarks>
    public bool TryCountWorkingDays(int from, int to, out int count)
    {
        var table = _workingDaysThrough;
        var i = unchecked((uint)(from - _firstDay));
        var j = unchecked((uint)(to - _firstDay));
        if (i < (uint)table.Length && j < (uint)table.Length)
        {
            count = table[j] - table[i];
            return true;
        }

        count = 0;
        return false;
    }

    /// <summary>
    /// How many working days <paramref name="day"/> is <em>before</em> <paramref name="end"/>: the working days d with day &lt;= d &lt; end. When
    /// <paramref name="day"/> is the later, the negative of the count the other way round (end &lt;= d &lt; day).
    /// <see langword="false"/> when either day is not covered.
    /// </summary>
    /// <remarks>
    /// For n of 1 or more, x is on or before the n-th working day before d exactly when x is n or more working days before d.
    /// </remarks>
    public bool TryCountWorkingDaysBefore(int day, int end, out int count)
    {
        var table = _workingDaysBefore;
        var i = unchecked((uint)(day - _firstDay));
        var j = unchecked((uint)(end - _firstDay));
        if (i < (uint)table.Length && j < (uint)table.Length)
        {
            count = table[j] - table[i];
            return true;
        }

        count = 0;
        return false;
    }

    /// <summary>The first working day on or after <paramref name="day"/>; <see langword="false"/> when the day, or the result, is not covered.</summary>
    public bool TryFirstOnOrAfter(int day, out int result)
    {
        if (Covers(day))
        {
            var index = _workingDaysBefore[day - _firstDay];
            if (index < _workingDays.Length)
            {
                result = _workingDays[index];
                return true;
            }
        }

        result = 0;
        return false;
    }

    /// <summary>The last working day on or before <paramref name="day"/>; <see langword="false"/> when the day, or the result, is not covered.</summary>
    public bool TryLastOnOrBefore(int day, out int result)
    {
        if (Covers(day))
        {
            var index = _workingDaysThrough[day - _firstDay] - 1;
            if (index >= 0)
            {
                result = _workingDays[index];
                return true;
            }
        }

        result = 0;
        return false;
    }
}
