using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace RulesAsCode.Benchmarks.Suites;

/// <summary>A verdict of many requirements. Aim: at most 1.5 ns a requirement at 1,000.</summary>
public class WideSuite : IHasNote
{
    private Func<int, long> _validate = _ => 0;

    [Params(100, 1_000)]
    public int Requirements { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _validate = Synthetic.Compiled(Requirements);

        // Of the facts that are given, each requirement is decided, and not all alike.
        long outcomes = _validate(1);
        Disagreement.Unless(outcomes > 0, "Nothing was decided.");
    }

    [Benchmark(Description = "generated (aim 1.5 ns a requirement)")]
    public long Generated() => _validate(1);

    public string Note(double nanoseconds) => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / Requirements:0.00} ns a requirement");
}
