using Jint;
using Jint.Native;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;
using RulesAsCode.Testing;

namespace RulesAsCode.Publishing.Tests.Site;

/// <summary>The dates that the timeline's script works out are those of the interpreter: the site's own file is run.</summary>
public sealed class DatesScriptTests
{
    private static readonly WorkingDayCalendar Calendar =
        Rules.Models(Corpus.Rules).Select(model => model.Guide.Calendar?.Table).OfType<WorkingDayCalendar>().First();

    private readonly Engine _engine = new();
    private readonly JsValue _calendar;
    private readonly JsValue _count;

    public DatesScriptTests()
    {
        _engine.Execute(Sites.OfSmallGuide["assets/working-days.js"]);
        _engine.SetValue("first", Calendar.FirstDay - CalendarDay.FromDate(1970, 1, 1));
        _engine.SetValue("last", Calendar.LastDay - CalendarDay.FromDate(1970, 1, 1));
        _engine.Execute("var calendar = { first: first, last: last, weekend: [], holidays: new Map() };");
        foreach (int day in Calendar.WeekendDaysOfWeek)
        {
            _engine.Execute($"calendar.weekend.push({day})");
        }

        foreach (Holiday holiday in Calendar.Holidays)
        {
            _engine.Execute($"calendar.holidays.set(rulesDates.parse('{CalendarDay.ToIso(holiday.Day)}'), {System.Text.Json.JsonSerializer.Serialize(holiday.Name)})");
        }

        _calendar = _engine.GetValue("calendar");
        _count = _engine.Evaluate("rulesDates.count");
    }

    [Fact]
    public void Every_day_of_two_years_gives_the_same_date()
    {
        // Over Christmas 2025, and to the end of what the calendar covers.
        int from = CalendarDay.FromDate(2025, 6, 1);
        int to = CalendarDay.FromDate(2027, 5, 31);
        Duration[] lengths =
        [
            new(2, DurationUnit.WorkingDay), new(5, DurationUnit.WorkingDay), new(60, DurationUnit.WorkingDay), new(60, DurationUnit.WorkingDay, clear: true),
            new(0, DurationUnit.WorkingDay), new(-3, DurationUnit.WorkingDay), new(-1, DurationUnit.WorkingDay, clear: true), new(10, DurationUnit.Day, clear: true),
            new(3, DurationUnit.Week), new(1, DurationUnit.Month), new(13, DurationUnit.Month, clear: true), new(-1, DurationUnit.Month), new(1, DurationUnit.Year),
        ];
        int epoch = CalendarDay.FromDate(1970, 1, 1);
        for (int day = from; day <= to; day++)
        {
            foreach (Duration length in lengths)
            {
                foreach (bool isAfter in (bool[])[true, false])
                {
                    int? expected = (isAfter ? length.TryAfter(day, Calendar, out int date) : length.TryBefore(day, Calendar, out date)) ? date - epoch : null;
                    Assert.True(expected == Count(day - epoch, length, isAfter), $"{length} {(isAfter ? "after" : "before")} {CalendarDay.ToIso(day)}");
                }
            }
        }
    }

    [Theory]
    [InlineData("2028-12-31", 1)]
    [InlineData("2028-12-29", 1)]
    [InlineData("2029-01-01", 1)]
    [InlineData("2011-12-31", 1)]
    [InlineData("2012-01-01", -1)]
    public void Past_the_years_covered_nothing_is_said(string from, int count)
    {
        int day = CalendarDay.FromDate(int.Parse(from[..4]), int.Parse(from[5..7]), int.Parse(from[8..]));
        Assert.False(new Duration(count, DurationUnit.WorkingDay).TryAfter(day, Calendar, out _));
        Assert.Null(Count(day - CalendarDay.FromDate(1970, 1, 1), new Duration(count, DurationUnit.WorkingDay), isAfter: true));
    }

    [Fact]
    public void Holidays_that_a_count_passes_over_are_named()
    {
        string names = _engine.Evaluate(
            """
            var from = rulesDates.parse('2025-12-23');
            var to = rulesDates.count(calendar, from, 5, 'working-day', false, 'after');
            rulesDates.iso(to) + ': ' + rulesDates.skipped(calendar, from, to).map(function (day) { return rulesDates.iso(day) + ' ' + calendar.holidays.get(day); }).join(', ')
            """).AsString();
        Assert.Equal("2026-01-02: 2025-12-25 Christmas Day, 2025-12-26 Boxing Day, 2026-01-01 New Year's Day", names.Replace('’', '\''));
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("1899-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("26 November 2026")]
    [InlineData("")]
    public void What_is_no_date_is_refused(string text) => Assert.True(_engine.SetValue("text", text).Evaluate("rulesDates.parse(text)").IsNull());

    [Fact]
    public void The_page_has_the_calendar_that_the_interpreter_counts_by()
    {
        RulesModel model = Rules.Models(Corpus.Rules).First(model => model.Guide.Calendar is not null);
        string page = Sites.Of(model)["timeline.html"];
        WorkingDayCalendar calendar = model.Guide.Calendar!.Table!;
        Assert.Equal(
            calendar.Holidays.Select(holiday => CalendarDay.ToIso(holiday.Day)),
            System.Text.RegularExpressions.Regex.Matches(page, "<li><time datetime=\"(.*?)\">").Select(match => match.Groups[1].Value));
        Assert.Contains($"data-first=\"{model.Guide.Calendar.FirstYear}\" data-last=\"{model.Guide.Calendar.LastYear}\" data-weekend=\"{string.Join(' ', calendar.WeekendDaysOfWeek)}\"", page, StringComparison.Ordinal);
        Assert.Contains("data-count=\"60\" data-unit=\"working-day\" data-way=\"after\" data-bound=\"earliest\"", page, StringComparison.Ordinal);
    }

    private int? Count(int day, Duration length, bool isAfter)
    {
        JsValue result = _engine.Invoke(
            _count, null!, [_calendar, day, length.Count, length.Unit == DurationUnit.WorkingDay ? "working-day" : length.Unit.ToString().ToLowerInvariant(), length.Clear, isAfter ? "after" : "before"]);
        return result.IsNull() ? null : (int)result.AsNumber();
    }
}
