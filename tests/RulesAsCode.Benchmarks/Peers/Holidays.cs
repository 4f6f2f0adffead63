using System.Globalization;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;
using RulesAsCode.Testing;

namespace RulesAsCode.Benchmarks.Peers;

/// <summary>The calendar of the rules, for peers that are no rules.</summary>
internal static class Holidays
{
    internal static RulesModel Rules { get; } = Load();

    internal static WorkingDayCalendar EnglandAndWales { get; } = Rules.Guide.Calendar!.Table!;

    /// <summary>A day that is a working day: no weekend, and not in the list.</summary>
    internal static HashSet<int> Days { get; } = [.. EnglandAndWales.Holidays.Select(holiday => holiday.Day)];

    /// <summary>The count as most people write it: day by day.</summary>
    internal static int CountByLoop(int from, int to)
    {
        int count = 0;
        for (int day = from + 1; day <= to; day++)
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    internal static int AddByLoop(int from, int count)
    {
        int day = from;
        while (count > 0)
        {
            count -= IsWorkingDay(++day) ? 1 : 0;
        }

        return day;
    }

    private static bool IsWorkingDay(int day) => CalendarDay.DayOfWeek(day) is not (0 or 6) && !Days.Contains(day);

    private static RulesModel Load()
    {
        RuleFolder folder = Corpus.Rules;
        Compilation compilation = Compilation.Create(folder.Files, folder.ReadTable);
        return compilation.Guides.Length == 1 ? compilation.Guides[0] : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{compilation.Guides.Length} guides."));
    }
}
