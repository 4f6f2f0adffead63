namespace RulesAsCode.Primitives.Tests.Oracle;

/// <summary>Every date from 1 January 1900 to 31 December 2199, found by turning the day over, then the month, then the year.</summary>
internal static class Odometer
{
    public static readonly (int Year, int Month, int Day)[] Dates = [.. Run()];

    private static readonly Dictionary<(int, int, int), int> IndexOf = Dates.Select((date, i) => (date, i)).ToDictionary(p => p.date, p => p.i);

    public static int Length(int year, int month)
    {
        int[] lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        var isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        return month == 2 && isLeap ? 29 : lengths[month - 1];
    }

    public static int? Find(int year, int month, int day) => IndexOf.TryGetValue((year, month, day), out var index) ? index : null;

    /// <summary>So many months on (or back), a month at a time, then the same day or the nearest before it that exists.</summary>
    public static int? AddMonths(int index, int count)
    {
        var (year, month, day) = Dates[index];
        for (; count > 0; count--)
        {
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
        }

        for (; count < 0; count++)
        {
            (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1);
        }

        while (day > Length(year, month))
        {
            day--;
        }

        return Find(year, month, day);
    }

    /// <summary>Whether the day of the month of <paramref name="from"/> comes round on the later day <paramref name="index"/>.</summary>
    public static bool IsMonthlyReturn(int from, int index)
    {
        var wanted = Dates[from].Day;
        var here = Dates[index];
        var before = Dates[index - 1];
        return here.Day == wanted || (here.Day == 1 && before.Day < wanted);
    }

    /// <summary>Whether the later day <paramref name="index"/> is a birthday of <paramref name="from"/>.</summary>
    public static bool IsBirthday(int from, int index)
    {
        var born = Dates[from];
        var here = Dates[index];
        return born is { Month: 2, Day: 29 } && Length(here.Year, 2) == 28
            ? here is { Month: 3, Day: 1 }
            : here.Month == born.Month && here.Day == born.Day;
    }

    private static IEnumerable<(int, int, int)> Run()
    {
        for (var year = 1900; year <= 2199; year++)
        {
            for (var month = 1; month <= 12; month++)
            {
                for (var day = 1; day <= Length(year, month); day++)
                {
                    yield return (year, month, day);
                }
            }
        }
    }
}
