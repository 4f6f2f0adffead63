using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace RulesAsCode.Benchmarks.Tests;

/// <summary>Every suite still runs, and its contenders still say the same. How long they take is never asked here.</summary>
public class SuiteTests
{
    public static TheoryData<string> Suites => [.. AllSuites.Types.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Suites))]
    public void ContendersAgreeAndRun(string suite)
    {
        Measured[] measured = [.. new Duel(rounds: 1, TimeSpan.Zero).Run(AllSuites.Types.Single(type => type.Name == suite))];

        Assert.NotEmpty(measured);
        Assert.All(measured, one => Assert.True(one.Best > 0 && one.Method.Length > 0 && one.Suite.Length > 0, one.ToString()));
    }

    [Fact]
    public void EverySuiteIsListed() => Assert.Equal(
        typeof(Duel).Assembly.GetTypes().Where(type => type.GetMethods().Any(method => method.GetCustomAttribute<BenchmarkAttribute>() is not null)).Select(type => type.Name).Order(StringComparer.Ordinal),
        AllSuites.Types.Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void ContendersAreComparedRoundByRound()
    {
        Measured[] measured = [.. new Duel(rounds: 3, TimeSpan.Zero).Run(typeof(Steps))];

        Assert.Equal(["Steps 1", "Steps 1", "Steps 2", "Steps 2"], measured.Select(one => one.Suite));
        Assert.Equal(["base", "Other", "base", "Other"], measured.Select(one => one.Method));
        Assert.All(measured.Where(one => one.Method == "base"), one => Assert.Equal(1, one.Ratio));
        Assert.All(measured.Where(one => one.Method == "Other"), one => Assert.InRange(one.Bytes, 100_000, 200_000));
        Assert.Equal(["BOBOBO", "BOBOBO"], Steps.Orders.TakeLast(2));
    }

    /// <summary>A suite that notes in which order it was run.</summary>
    internal sealed class Steps
    {
        private string _order = "";

        public static List<string> Orders { get; } = [];

        [Params(1, 2)]
        public int Size { get; set; }

        [GlobalCleanup]
        public void CleanUp() => Orders.Add(_order);

        [Benchmark(Baseline = true, Description = "base")]
        public long Base()
        {
            _order += "B";
            return 1;
        }

        [Benchmark]
        public long Other()
        {
            _order += "O";
            return new byte[100_000].Length;
        }
    }
}
