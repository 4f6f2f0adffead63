using CsCheck;
using RulesAsCode.Primitives.Tests.Oracle;
using Xunit;

namespace RulesAsCode.Primitives.Tests;

public class WorkingDayCalendarTests
{
    [Fact]
    public void Counts_agree_with_a_loop_over_days_on_every_pair()
    {
        var pairs = EveryCountAgrees(WorkingDays.EnglandAndWales(), EnglandAndWales());
        var days = (17L * 365) + 5;
        Assert.Equal(days * (days + 1) / 2, pairs);
    }

    [Fact]
    public void Additions_agree_with_a_loop_over_days_from_every_day() =>
        Assert.True(EverySumAgrees(WorkingDays.EnglandAndWales(), EnglandAndWales()) > 26_000_000);

    [Fact]
    public void Single_days_agree() => EveryDayAgrees(WorkingDays.EnglandAndWales(), EnglandAndWales());

    [Fact]
    public void Any_calendar_agrees() =>
        Gen.Select(Gen.Int[1900, 2199], Gen.Int[0, 1], Gen.Int[0, 6].Array[0, 7], Gen.Int[-20, 750].Array[0, 60]).Sample(
            (firstYear, more, weekend, offsets) =>
            {
                var lastYear = Math.Min(2199, firstYear + more);
                var first = new DateOnly(firstYear, 1, 1);
                var holidays = offsets.Select(o => first.AddDays(o)).ToArray();
                var oracle = new WorkingDays(first, new DateOnly(lastYear, 12, 31), weekend.Select(d => (DayOfWeek)d), holidays);
                var calendar = WorkingDayCalendar.Create("any", firstYear, lastYear, weekend, holidays.Select(h => new Holiday(h.DayNumber, "x")), null);
                EveryCountAgrees(oracle, calendar);
                EverySumAgrees(oracle, calendar);
                EveryDayAgrees(oracle, calendar);
            },
            iter: 15,
            threads: 1);

    [Fact]
    public void The_widest_calendar_answers_too()
    {
        var oracle = new WorkingDays(new DateOnly(1900, 1, 1), new DateOnly(2199, 12, 31), [DayOfWeek.Friday], []);
        var calendar = WorkingDayCalendar.Create("three centuries", 1900, 2199, [5], [], null);
        EveryDayAgrees(oracle, calendar);
        foreach (var (day, count, isWorking) in oracle.After(oracle.First))
        {
            Assert.True(calendar.TryCountWorkingDays(CalendarDay.Minimum, day.DayNumber, out var counted));
            Assert.Equal(count, counted);
            if (isWorking)
            {
                Assert.True(calendar.TryAddWorkingDays(CalendarDay.Minimum, count, out var result));
                Assert.Equal(day.DayNumber, result);
            }
        }
    }

    [Theory]
    [InlineData("8 January 2024", "2 April 2024", 59)]
    [InlineData("8 January 2024", "3 April 2024", 60)]
    [InlineData("5 January 2026", "27 March 2026", 59)]
    [InlineData("5 January 2026", "28 March 2026", 59)]
    [InlineData("5 January 2026", "30 March 2026", 60)]
    [InlineData("24 December 2025", "29 December 2025", 1)]
    [InlineData("29 December 2025", "24 December 2025", -1)]
    public void Counts_the_working_days_after(string from, string to, int expected)
    {
        Assert.True(CalendarDay.TryParseWords(from, out var start));
        Assert.True(CalendarDay.TryParseWords(to, out var end));
        Assert.True(EnglandAndWales().TryCountWorkingDays(start, end, out var count));
        Assert.Equal(expected, count);
    }

    [Fact]
    public void The_two_directions_differ_when_an_end_is_no_working_day()
    {
        var calendar = EnglandAndWales();
        var notice = CalendarDay.FromDate(2026, 1, 5);
        var saturday = CalendarDay.FromDate(2026, 3, 28);
        Assert.True(calendar.TryCountWorkingDays(notice, saturday, out var after));
        Assert.True(calendar.TryCountWorkingDaysBefore(notice, saturday, out var before));
        Assert.Equal((59, 60), (after, before));
    }

    [Fact]
    public void Adding_and_counting_decide_alike()
    {
        var calendar = EnglandAndWales();
        Gen.Select(Gen.Int[calendar.FirstDay, calendar.LastDay], Gen.Int[calendar.FirstDay, calendar.LastDay], Gen.Int[1, 400]).Sample(
            (x, y, n) =>
            {
                Assert.True(calendar.TryCountWorkingDays(y, x, out var after));
                Assert.True(calendar.TryCountWorkingDaysBefore(x, y, out var before));
                foreach (var needed in new[] { n, after, after + 1, before, before + 1 }.Where(k => k >= 1))
                {
                    if (calendar.TryAddWorkingDays(y, needed, out var later))
                    {
                        Assert.Equal(x >= later, after >= needed);
                    }

                    if (calendar.TryAddWorkingDays(y, -needed, out var earlier))
                    {
                        Assert.Equal(x <= earlier, before >= needed);
                    }
                }
            },
            iter: 50_000);
    }

    [Fact]
    public void Counts_add_up()
    {
        var calendar = EnglandAndWales();
        var day = Gen.Int[calendar.FirstDay, calendar.LastDay];
        Gen.Select(day, day, day).Sample(
            (a, b, c) =>
            {
                calendar.TryCountWorkingDays(a, b, out var ab);
                calendar.TryCountWorkingDays(b, c, out var bc);
                calendar.TryCountWorkingDays(a, c, out var ac);
                Assert.Equal(ac, ab + bc);
            },
            iter: 20_000);
    }

    [Fact]
    public void Outside_the_years_covered_there_is_no_answer()
    {
        var calendar = EnglandAndWales();
        var inside = CalendarDay.FromDate(2020, 6, 1);
        foreach (var day in new[] { int.MinValue, -1, 0, calendar.FirstDay - 1, calendar.LastDay + 1, int.MaxValue })
        {
            Assert.False(calendar.Covers(day));
            Assert.False(calendar.TryCountWorkingDays(day, inside, out var count));
            Assert.False(calendar.TryCountWorkingDays(inside, day, out count));
            Assert.False(calendar.TryCountWorkingDaysBefore(day, inside, out count));
            Assert.False(calendar.TryCountWorkingDaysBefore(inside, day, out count));
            foreach (var n in new[] { int.MinValue, -1, 0, 1, int.MaxValue })
            {
                Assert.False(calendar.TryAddWorkingDays(day, n, out var result));
                Assert.Equal(0, result);
            }

            Assert.False(calendar.TryFirstOnOrAfter(day, out _));
            Assert.False(calendar.TryLastOnOrBefore(day, out _));
            Assert.Throws<ArgumentOutOfRangeException>(() => calendar.IsWorkingDay(day));
        }

        foreach (var n in new[] { int.MinValue, int.MinValue + 1, int.MaxValue - 1, int.MaxValue })
        {
            Assert.False(calendar.TryAddWorkingDays(inside, n, out _));
            Assert.False(calendar.TryAddWorkingDays(calendar.FirstDay, n, out _));
            Assert.False(calendar.TryAddWorkingDays(calendar.LastDay, n, out _));
        }
    }

    [Fact]
    public void A_calendar_says_what_it_was_made_of()
    {
        var calendar = EnglandAndWales();
        Assert.Equal("England and Wales", calendar.Name);
        Assert.Equal("24 November 2025", calendar.Edition);
        Assert.Equal("1 January 2012", CalendarDay.ToWords(calendar.FirstDay));
        Assert.Equal("31 December 2028", CalendarDay.ToWords(calendar.LastDay));
        Assert.Equal([0, 6], calendar.WeekendDaysOfWeek);
        Assert.Equal(
            WorkingDays.PublishedHolidays().Select(h => new Holiday(h.Day.DayNumber, h.Name, h.Note)).OrderBy(h => h.Day), calendar.Holidays);
    }

    [Fact]
    public void Holidays_are_sorted_and_those_outside_left_out()
    {
        var (before, first, last, after) = (
            CalendarDay.FromDate(2022, 12, 31), CalendarDay.FromDate(2023, 1, 1), CalendarDay.FromDate(2023, 12, 31), CalendarDay.FromDate(2024, 1, 1));
        Holiday[] holidays = [new(after, "after"), new(last, "last"), new(first, "one"), new(first, "two"), new(before, "before")];
        var calendar = WorkingDayCalendar.Create("2023", 2023, 2023, [], holidays, edition: null);
        Assert.Equal(["one", "two", "last"], calendar.Holidays.Select(h => h.Name));
        Assert.Null(calendar.Edition);
        Assert.False(calendar.IsWorkingDay(first));
        Assert.True(calendar.IsWorkingDay(first + 1));
    }

    [Fact]
    public void A_calendar_that_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => WorkingDayCalendar.Create(null!, 2020, 2021, [0], [], null));
        Assert.Throws<ArgumentNullException>(() => WorkingDayCalendar.Create("c", 2020, 2021, null!, [], null));
        Assert.Throws<ArgumentNullException>(() => WorkingDayCalendar.Create("c", 2020, 2021, [0], null!, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDayCalendar.Create("c", 1899, 2021, [0], [], null));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDayCalendar.Create("c", 2020, 2200, [0], [], null));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDayCalendar.Create("c", 2020, 2019, [0], [], null));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDayCalendar.Create("c", 2020, 2021, [7], [], null));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDayCalendar.Create("c", 2020, 2021, [-1], [], null));
    }

    internal static WorkingDayCalendar EnglandAndWales() =>
        WorkingDayCalendar.Create(
            "England and Wales",
            2012,
            2028,
            [6, 0],
            WorkingDays.PublishedHolidays().AsEnumerable().Reverse().Select(h => new Holiday(h.Day.DayNumber, h.Name, h.Note)),
            "24 November 2025");

    /// <summary>Compares both counts, in both directions, on every pair; returns how many pairs there were.</summary>
    private static long EveryCountAgrees(WorkingDays oracle, WorkingDayCalendar calendar)
    {
        var pairs = 0L;
        foreach (var start in oracle.Days())
        {
            var from = start.DayNumber;
            Require(from, from, 0, 0);
            var startIsWorking = oracle.IsWorkingDay(start) ? 1 : 0;
            foreach (var (day, count, isWorking) in oracle.After(start))
            {
                // The days after the start up to the end, against the days from the start up to, and not on, the end.
                Require(from, day.DayNumber, count, count + startIsWorking - (isWorking ? 1 : 0));
            }

            void Require(int a, int b, int after, int before)
            {
                pairs++;
                if (!calendar.TryCountWorkingDays(a, b, out var count) || count != after
                    || !calendar.TryCountWorkingDays(b, a, out count) || count != -after
                    || !calendar.TryCountWorkingDaysBefore(a, b, out count) || count != before
                    || !calendar.TryCountWorkingDaysBefore(b, a, out count) || count != -before)
                {
                    Assert.Fail($"{DateOnly.FromDayNumber(a):O} to {DateOnly.FromDayNumber(b):O}: {after} after and {before} before by counting, not {count}");
                }
            }
        }

        return pairs;
    }

    /// <summary>Compares adding every number of working days that leads to a day covered, and one more; returns how many sums there were.</summary>
    private static long EverySumAgrees(WorkingDays oracle, WorkingDayCalendar calendar)
    {
        var sums = 0L;
        foreach (var start in oracle.Days())
        {
            var from = start.DayNumber;
            Require(0, from);
            var last = 0;
            foreach (var (day, count, isWorking) in oracle.After(start))
            {
                last = count;
                if (isWorking)
                {
                    Require(count, day.DayNumber);
                }
            }

            Require(last + 1, null);
            last = 0;
            foreach (var (day, count, isWorking) in oracle.Before(start))
            {
                last = count;
                if (isWorking)
                {
                    Require(-count, day.DayNumber);
                }
            }

            Require(-last - 1, null);

            void Require(int count, int? expected)
            {
                sums++;
                var found = calendar.TryAddWorkingDays(from, count, out var result);
                if (found != expected.HasValue || result != expected.GetValueOrDefault())
                {
                    Assert.Fail($"{DateOnly.FromDayNumber(from):O} and {count} working days: {result}, not {expected}");
                }
            }
        }

        return sums;
    }

    private static void EveryDayAgrees(WorkingDays oracle, WorkingDayCalendar calendar)
    {
        foreach (var day in oracle.Days())
        {
            Assert.True(calendar.Covers(day.DayNumber));
            Assert.Equal(oracle.IsWorkingDay(day), calendar.IsWorkingDay(day.DayNumber));

            var next = day;
            while (next <= oracle.Last && !oracle.IsWorkingDay(next))
            {
                next = next.AddDays(1);
            }

            var previous = day;
            while (previous >= oracle.First && !oracle.IsWorkingDay(previous))
            {
                previous = previous.AddDays(-1);
            }

            Assert.Equal(next <= oracle.Last, calendar.TryFirstOnOrAfter(day.DayNumber, out var first));
            Assert.Equal(next <= oracle.Last ? next.DayNumber : 0, first);
            Assert.Equal(previous >= oracle.First, calendar.TryLastOnOrBefore(day.DayNumber, out var last));
            Assert.Equal(previous >= oracle.First ? previous.DayNumber : 0, last);
        }
    }
}
