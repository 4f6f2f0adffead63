using CsCheck;
using RulesAsCode.Primitives.Tests.Oracle;
using Xunit;

namespace RulesAsCode.Primitives.Tests;

public class CalendarDayTests
{
    [Fact]
    public void Every_day_of_the_language_is_numbered_as_in_dotnet()
    {
        Assert.Equal(CalendarDay.Minimum, new DateOnly(1900, 1, 1).DayNumber);
        Assert.Equal(CalendarDay.Maximum, new DateOnly(2199, 12, 31).DayNumber);
        Assert.Equal(CalendarDay.Maximum - CalendarDay.Minimum + 1, Odometer.Dates.Length);
        for (var i = 0; i < Odometer.Dates.Length; i++)
        {
            var (year, month, dayOfMonth) = Odometer.Dates[i];
            var day = CalendarDay.Minimum + i;
            var date = DateOnly.FromDayNumber(day);
            Assert.Equal((year, month, dayOfMonth), CalendarDay.ToDate(day));
            Assert.Equal(day, CalendarDay.FromDate(year, month, dayOfMonth));
            Assert.Equal((int)date.DayOfWeek, CalendarDay.DayOfWeek(day));
            Assert.True(CalendarDay.IsInRange(day));
        }
    }

    [Fact]
    public void Only_dates_that_exist_have_a_number()
    {
        for (var year = 1898; year <= 2201; year++)
        {
            for (var month = -1; month <= 14; month++)
            {
                for (var dayOfMonth = -1; dayOfMonth <= 33; dayOfMonth++)
                {
                    var expected = Odometer.Find(year, month, dayOfMonth);
                    Assert.Equal(expected.HasValue, CalendarDay.TryFromDate(year, month, dayOfMonth, out var day));
                    Assert.Equal(expected.HasValue ? CalendarDay.Minimum + expected.Value : 0, day);
                }
            }
        }
    }

    [Fact]
    public void Every_day_prints_and_reads_back()
    {
        for (var day = CalendarDay.Minimum; day <= CalendarDay.Maximum; day++)
        {
            var date = DateOnly.FromDayNumber(day);
            Assert.Equal(date.ToString("yyyy-MM-dd"), CalendarDay.ToIso(day));
            Assert.Equal(date.ToString("d MMMM yyyy"), CalendarDay.ToWords(day));
            Assert.True(CalendarDay.TryParseIso(CalendarDay.ToIso(day), out var fromIso));
            Assert.True(CalendarDay.TryParseWords(CalendarDay.ToWords(day).ToUpperInvariant(), out var fromWords));
            Assert.Equal((day, day), (fromIso, fromWords));
        }
    }

    [Theory]
    [InlineData("2 April 2024")]
    [InlineData("2 april 2024")]
    [InlineData("2 APRIL 2024")]
    [InlineData("29 February 2000")]
    public void Reads_a_date_in_words(string text)
    {
        Assert.True(CalendarDay.TryParseWords(text, out var day));
        Assert.Equal(text, CalendarDay.ToWords(day), ignoreCase: true);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("02 April 2024")]
    [InlineData("2  April 2024")]
    [InlineData(" 2 April 2024")]
    [InlineData("2 April 2024 ")]
    [InlineData("2\tApril 2024")]
    [InlineData("2 Apr 2024")]
    [InlineData("2 April 24")]
    [InlineData("2 April 02024")]
    [InlineData("2nd April 2024")]
    [InlineData("April 2 2024")]
    [InlineData("31 April 2024")]
    [InlineData("29 February 2100")]
    [InlineData("31 December 1899")]
    [InlineData("1 January 2200")]
    [InlineData("2 Augu\u017Ft 2024")]
    [InlineData("\uFF12 April 2024")]
    [InlineData("2 April")]
    [InlineData("2 2024")]
    public void Refuses_anything_else_in_words(string? text)
    {
        Assert.False(CalendarDay.TryParseWords(text, out var day));
        Assert.Equal(0, day);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2024-4-2")]
    [InlineData("2024/04/02")]
    [InlineData("2024-04-02 ")]
    [InlineData("2024-04-02T00:00")]
    [InlineData("+024-04-02")]
    [InlineData("2024-13-02")]
    [InlineData("2024-04-31")]
    [InlineData("2023-02-29")]
    [InlineData("1899-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("\uFF12024-04-02")]
    [InlineData("20240402")]
    public void Refuses_anything_else_as_iso(string? text)
    {
        Assert.False(CalendarDay.TryParseIso(text, out var day));
        Assert.Equal(0, day);
    }

    [Fact]
    public void Months_are_read_in_any_case_by_their_full_name()
    {
        for (var month = 1; month <= 12; month++)
        {
            var name = new DateOnly(2024, month, 1).ToString("MMMM");
            foreach (var text in new[] { name, name.ToLowerInvariant(), name.ToUpperInvariant() })
            {
                Assert.True(CalendarDay.TryParseMonth(text, out var read));
                Assert.Equal(month, read);
            }

            foreach (var text in new[] { name + " ", name[..^1], name[..^1] + "\u0130", name[..^1] + (char)(name[^1] ^ 0x40) })
            {
                Assert.False(CalendarDay.TryParseMonth(text, out var read));
                Assert.Equal(0, read);
            }
        }

        Assert.False(CalendarDay.TryParseMonth(null, out _));
    }

    [Fact]
    public void Months_and_years_keep_the_day_or_take_the_last()
    {
        int[] counts = [0, 1, 2, 3, 6, 11, 12, 13, 18, 24, 48, 60, 120];
        for (var i = 0; i < Odometer.Dates.Length; i++)
        {
            foreach (var count in counts)
            {
                AgreeOnMonths(i, count);
                AgreeOnMonths(i, -count);
            }
        }
    }

    [Fact]
    public void Months_agree_for_any_count() =>
        Gen.Select(Gen.Int[0, Odometer.Dates.Length - 1], Gen.Int[-4000, 4000]).Sample(AgreeOnMonths, iter: 20_000);

    [Fact]
    public void Days_are_added_as_numbers() =>
        Gen.Select(Gen.Int[CalendarDay.Minimum - 3, CalendarDay.Maximum + 3], Gen.Int[-120_000, 120_000]).Sample(
            (day, count) =>
            {
                var valid = day is >= CalendarDay.Minimum and <= CalendarDay.Maximum
                    && DateOnly.FromDayNumber(day).AddDays(count) is var sum && sum.Year is >= 1900 and <= 2199;
                Assert.Equal(valid, CalendarDay.TryAddDays(day, count, out var result));
                Assert.Equal(valid ? DateOnly.FromDayNumber(day).AddDays(count).DayNumber : 0, result);
            },
            iter: 20_000);

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MaxValue - 1)]
    public void Counts_of_any_size_are_answered(int count)
    {
        var day = CalendarDay.FromDate(2024, 2, 29);
        Assert.False(CalendarDay.TryAddDays(day, count, out _));
        Assert.False(CalendarDay.TryAddMonths(day, count, out _));
        Assert.False(CalendarDay.TryAddYears(day, count, out _));
        Assert.False(CalendarDay.TryAddDays(count, 0, out _));
        Assert.False(CalendarDay.TryAddMonths(count, 0, out _));
        Assert.False(CalendarDay.TryAddYears(count, 0, out _));
    }

    [Fact]
    public void Whole_years_and_months_count_the_days_that_come_round()
    {
        // Each start is walked day by day to the end: all days of a leap year, and every 1,999th day besides.
        var leapYear = Enumerable.Range(Odometer.Find(2096, 1, 1)!.Value, 366);
        var sampled = Enumerable.Range(0, Odometer.Dates.Length).Where(i => i % 1_999 == 0);
        var pairs = 0L;
        foreach (var from in leapYear.Concat(sampled))
        {
            var months = 0;
            var years = 0;
            for (var to = from; to < Odometer.Dates.Length; to++)
            {
                months += to > from && Odometer.IsMonthlyReturn(from, to) ? 1 : 0;
                years += to > from && Odometer.IsBirthday(from, to) ? 1 : 0;
                pairs++;
                var (a, b) = (CalendarDay.Minimum + from, CalendarDay.Minimum + to);
                if (CalendarDay.WholeMonthsBetween(a, b) != months || CalendarDay.WholeMonthsBetween(b, a) != -months
                    || CalendarDay.WholeYearsBetween(a, b) != years || CalendarDay.WholeYearsBetween(b, a) != -years)
                {
                    Assert.Fail($"{Odometer.Dates[from]} to {Odometer.Dates[to]}: {months} months and {years} years by counting");
                }
            }
        }

        Assert.True(pairs > 15_000_000, $"only {pairs} pairs");
    }

    [Theory]
    [InlineData("29 February 2004", "28 February 2022", 17)]
    [InlineData("29 February 2004", "1 March 2022", 18)]
    [InlineData("29 February 2004", "28 February 2024", 19)]
    [InlineData("29 February 2004", "29 February 2024", 20)]
    [InlineData("10 June 2000", "9 June 2018", 17)]
    [InlineData("10 June 2000", "10 June 2018", 18)]
    [InlineData("10 June 2018", "10 June 2000", -18)]
    public void Ages_are_whole_years(string born, string on, int age)
    {
        Assert.True(CalendarDay.TryParseWords(born, out var from));
        Assert.True(CalendarDay.TryParseWords(on, out var to));
        Assert.Equal(age, CalendarDay.WholeYearsBetween(from, to));
    }

    [Fact]
    public void Days_out_of_range_are_refused()
    {
        foreach (var day in new[] { int.MinValue, -1, 0, CalendarDay.Minimum - 1, CalendarDay.Maximum + 1, int.MaxValue })
        {
            Assert.False(CalendarDay.IsInRange(day));
            Assert.Throws<ArgumentOutOfRangeException>(() => CalendarDay.ToDate(day));
            Assert.Throws<ArgumentOutOfRangeException>(() => CalendarDay.DayOfWeek(day));
            Assert.Throws<ArgumentOutOfRangeException>(() => CalendarDay.ToIso(day));
            Assert.Throws<ArgumentOutOfRangeException>(() => CalendarDay.ToWords(day));
            Assert.Throws<ArgumentOutOfRangeException>(() => CalendarDay.WholeYearsBetween(day, CalendarDay.Minimum));
            Assert.Throws<ArgumentOutOfRangeException>(() => CalendarDay.WholeMonthsBetween(CalendarDay.Maximum, day));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarDay.FromDate(2023, 2, 29));
    }

    private static void AgreeOnMonths(int index, int count)
    {
        var day = CalendarDay.Minimum + index;
        var expected = Odometer.AddMonths(index, count);
        var found = CalendarDay.TryAddMonths(day, count, out var result);
        if (found != expected.HasValue || result != (expected.HasValue ? CalendarDay.Minimum + expected.Value : 0))
        {
            Assert.Fail($"{Odometer.Dates[index]} and {count} months: {found} {result}");
        }

        if (count % 12 == 0 && (CalendarDay.TryAddYears(day, count / 12, out var byYears) != found || byYears != result))
        {
            Assert.Fail($"{Odometer.Dates[index]} and {count / 12} years: {byYears}");
        }
    }
}
