using CsCheck;
using Xunit;

namespace RulesAsCode.Primitives.Tests;

public class DurationTests
{
    private static readonly Gen<Duration> AnyDuration =
        Gen.Select(Gen.OneOf(Gen.Int[-3, 3], Gen.Int), Gen.Int[0, 4], Gen.Bool, (count, unit, clear) => new Duration(count, (DurationUnit)unit, clear));

    [Theory]
    [InlineData(60, DurationUnit.WorkingDay, false, "60 working days")]
    [InlineData(60, DurationUnit.WorkingDay, true, "60 clear working days")]
    [InlineData(1, DurationUnit.WorkingDay, false, "1 working day")]
    [InlineData(1, DurationUnit.Week, false, "1 week")]
    [InlineData(2, DurationUnit.Week, false, "2 weeks")]
    [InlineData(0, DurationUnit.Day, false, "0 days")]
    [InlineData(-1, DurationUnit.Month, false, "-1 month")]
    [InlineData(-5, DurationUnit.Year, true, "-5 clear years")]
    public void Prints_as_the_language_writes_it(int count, DurationUnit unit, bool clear, string text) =>
        Assert.Equal(text, new Duration(count, unit, clear).ToString());

    [Fact]
    public void Durations_of_one_kind_add_subtract_and_compare_as_their_counts() =>
        Gen.Select(AnyDuration, AnyDuration).Sample(
            (a, b) =>
            {
                var sameKind = a.Unit == b.Unit && a.Clear == b.Clear;
                Check(Duration.TryAdd(a, b, out var sum), sum, (Int128)a.Count + b.Count);
                Check(Duration.TrySubtract(a, b, out var difference), difference, (Int128)a.Count - b.Count);
                Assert.Equal(sameKind, Duration.TryCompare(a, b, out var order));
                Assert.Equal(sameKind ? Math.Sign((long)a.Count - b.Count) : 0, Math.Sign(order));
                Assert.Equal(sameKind && a.Count == b.Count, a == b);
                Assert.Equal(a == b, !(a != b));
                Assert.Equal(a == b, a.Equals((object)b));

                void Check(bool found, Duration result, Int128 count)
                {
                    var expected = sameKind && count >= int.MinValue && count <= int.MaxValue;
                    Assert.Equal(expected, found);
                    Assert.Equal(expected ? new Duration((int)count, a.Unit, a.Clear) : default, result);
                }
            },
            iter: 20_000);

    [Fact]
    public void Equal_durations_have_equal_hashes() =>
        AnyDuration.Sample(a => Assert.Equal(a.GetHashCode(), new Duration(a.Count, a.Unit, a.Clear).GetHashCode()));

    [Fact]
    public void Units_do_not_mix()
    {
        Assert.NotEqual(new Duration(7, DurationUnit.Day), new Duration(1, DurationUnit.Week));
        Assert.False(Duration.TryCompare(new Duration(7, DurationUnit.Day), new Duration(1, DurationUnit.Week), out _));
        Assert.False(Duration.TryCompare(new Duration(7, DurationUnit.Day), new Duration(7, DurationUnit.Day, clear: true), out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Duration(1, (DurationUnit)5));
    }

    [Theory]
    [InlineData("8 January 2024", 60, DurationUnit.WorkingDay, false, "3 April 2024", "11 October 2023")]
    [InlineData("8 January 2024", 60, DurationUnit.WorkingDay, true, "4 April 2024", "10 October 2023")]
    [InlineData("31 January 2024", 1, DurationUnit.Month, false, "29 February 2024", "31 December 2023")]
    [InlineData("31 January 2024", 1, DurationUnit.Month, true, "1 March 2024", "30 December 2023")]
    [InlineData("29 February 2024", 1, DurationUnit.Year, false, "28 February 2025", "28 February 2023")]
    [InlineData("29 February 2024", 1, DurationUnit.Year, true, "1 March 2025", "27 February 2023")]
    [InlineData("1 March 2024", 2, DurationUnit.Week, false, "15 March 2024", "16 February 2024")]
    [InlineData("1 March 2024", 2, DurationUnit.Week, true, "16 March 2024", "15 February 2024")]
    [InlineData("1 March 2024", 14, DurationUnit.Day, true, "16 March 2024", "15 February 2024")]
    [InlineData("1 March 2024", 0, DurationUnit.Day, true, "2 March 2024", "29 February 2024")]
    [InlineData("2 March 2024", 0, DurationUnit.WorkingDay, false, "2 March 2024", "2 March 2024")]
    public void Leads_from_a_date_to_a_date(string from, int count, DurationUnit unit, bool clear, string after, string before)
    {
        var calendar = WorkingDayCalendarTests.EnglandAndWales();
        Assert.True(CalendarDay.TryParseWords(from, out var day));
        var duration = new Duration(count, unit, clear);
        Assert.True(duration.TryAfter(day, calendar, out var later));
        Assert.True(duration.TryBefore(day, calendar, out var earlier));
        Assert.Equal((after, before), (CalendarDay.ToWords(later), CalendarDay.ToWords(earlier)));

        if (count != 0)
        {
            var opposite = new Duration(-count, unit, clear);
            Assert.True(opposite.TryAfter(day, calendar, out var mirrored));
            Assert.Equal(earlier, mirrored);
            Assert.True(opposite.TryBefore(day, calendar, out mirrored));
            Assert.Equal(later, mirrored);
        }
    }

    [Fact]
    public void Every_duration_from_every_day_has_a_date_or_none() =>
        Gen.Select(Gen.Int[CalendarDay.Minimum - 2, CalendarDay.Maximum + 2], AnyDuration).Sample(
            (day, duration) =>
            {
                if (duration.TryAfter(day, null, out var result))
                {
                    Assert.NotEqual(DurationUnit.WorkingDay, duration.Unit);
                    Assert.True(CalendarDay.IsInRange(result));
                }
                else
                {
                    Assert.Equal(0, result);
                }
            },
            iter: 20_000);

    [Fact]
    public void Working_days_need_a_calendar_that_covers_both_ends()
    {
        var calendar = WorkingDayCalendarTests.EnglandAndWales();
        var day = CalendarDay.FromDate(2028, 12, 28);
        Assert.False(new Duration(1, DurationUnit.WorkingDay).TryAfter(day, null, out _));
        Assert.True(new Duration(1, DurationUnit.WorkingDay).TryAfter(day, calendar, out _));
        Assert.False(new Duration(1, DurationUnit.WorkingDay, clear: true).TryAfter(day, calendar, out _));
        Assert.True(new Duration(30, DurationUnit.Day).TryAfter(day, calendar, out _));
    }
}
