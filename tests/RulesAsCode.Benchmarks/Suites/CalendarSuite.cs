using BenchmarkDotNet.Attributes;
using RulesAsCode.Benchmarks.Peers;
using RulesAsCode.Primitives;

namespace RulesAsCode.Benchmarks.Suites;

/// <summary>Working days between two dates, and a number of working days after a date, so many working days apart. Aim: at most 1.5 ns at any distance.</summary>
public class CalendarSuite
{
    private const int Pairs = 1_024;

    private readonly (int From, int To)[] _pairs = new (int, int)[Pairs];
    private readonly WorkingDayCalendar _calendar = Holidays.EnglandAndWales;

    [Params(60, 250)]
    public int Distance { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(Distance);
        for (int i = 0; i < Pairs; i++)
        {
            int from = random.Next(_calendar.FirstDay, _calendar.LastDay - 800);
            Disagreement.Unless(_calendar.TryAddWorkingDays(from, Distance, out int to), "The calendar ends.");
            _pairs[i] = (from, to);
            Disagreement.Unless(to == Holidays.AddByLoop(from, Distance), $"{Distance} working days after day {from}.");
            Disagreement.Unless(_calendar.TryCountWorkingDays(from, to, out int count) && count == Distance && count == Holidays.CountByLoop(from, to), $"Working days from day {from} to {to}.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Pairs, Description = "between (aim 1.5 ns)")]
    public long Between()
    {
        long sum = 0;
        foreach ((int from, int to) in _pairs)
        {
            _calendar.TryCountWorkingDays(from, to, out int count);
            sum += count;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Pairs, Description = "between, by a loop over days")]
    public long BetweenByLoop()
    {
        long sum = 0;
        foreach ((int from, int to) in _pairs)
        {
            sum += Holidays.CountByLoop(from, to);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Pairs, Description = "after (aim 1.5 ns)")]
    public long After()
    {
        long sum = 0;
        int distance = Distance;
        foreach ((int from, _) in _pairs)
        {
            _calendar.TryAddWorkingDays(from, distance, out int day);
            sum += day;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Pairs, Description = "after, by a loop over days")]
    public long AfterByLoop()
    {
        long sum = 0;
        foreach ((int from, _) in _pairs)
        {
            sum += Holidays.AddByLoop(from, Distance);
        }

        return sum;
    }
}
