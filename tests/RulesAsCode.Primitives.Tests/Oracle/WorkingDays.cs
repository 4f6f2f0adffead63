namespace RulesAsCode.Primitives.Tests.Oracle;

/// <summary>Working days by looking at one day after another.</summary>
internal sealed class WorkingDays(DateOnly first, DateOnly last, IEnumerable<DayOfWeek> weekend, IEnumerable<DateOnly> holidays)
{
    private readonly HashSet<DayOfWeek> _weekend = [.. weekend];
    private readonly HashSet<DateOnly> _holidays = [.. holidays];

    public DateOnly First => first;

    public DateOnly Last => last;

    public bool IsWorkingDay(DateOnly day) => !_weekend.Contains(day.DayOfWeek) && !_holidays.Contains(day);

    /// <summary>Every day covered, in order.</summary>
    public IEnumerable<DateOnly> Days()
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    /// <summary>Each later day d, with the number of working days among those after <paramref name="start"/> up to and on d.</summary>
    public IEnumerable<(DateOnly Day, int Count, bool IsWorking)> After(DateOnly start)
    {
        var count = 0;
        for (var day = start.AddDays(1); day <= last; day = day.AddDays(1))
        {
            var isWorking = IsWorkingDay(day);
            count += isWorking ? 1 : 0;
            yield return (day, count, isWorking);
        }
    }

    /// <summary>Each earlier day d, with the number of working days among those before <paramref name="start"/> down to and on d.</summary>
    public IEnumerable<(DateOnly Day, int Count, bool IsWorking)> Before(DateOnly start)
    {
        var count = 0;
        for (var day = start.AddDays(-1); day >= first; day = day.AddDays(-1))
        {
            var isWorking = IsWorkingDay(day);
            count += isWorking ? 1 : 0;
            yield return (day, count, isWorking);
        }
    }

    /// <summary>The calendar of England and Wales from 2012 to 2028, with the holidays as published.</summary>
    public static WorkingDays EnglandAndWales() =>
        new(
            new DateOnly(2012, 1, 1),
            new DateOnly(2028, 12, 31),
            [DayOfWeek.Saturday, DayOfWeek.Sunday],
            PublishedHolidays().Select(h => h.Day));

    public static List<(DateOnly Day, string Name, string? Note)> PublishedHolidays()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "bank-holidays-england-and-wales.csv"));
        return lines.Skip(1).Select(line => line.Split(',', 3))
            .Select(cells => (DateOnly.ParseExact(cells[0], "yyyy-MM-dd"), cells[1], cells[2].Length == 0 ? null : cells[2]))
            .ToList();
    }
}
