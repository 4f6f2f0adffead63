using System.Globalization;
using BenchmarkDotNet.Attributes;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Benchmarks.Suites;

/// <summary>Reading rules (text to tree) and checking them (text to model), warm. Aim: at least 10 MB/s to the tree; ten times the requirements take ten times as long.</summary>
public class ParseSuite : IHasNote
{
    private SourceText[] _sources = [];

    [Params(100, 1_000, 10_000)]
    public int Requirements { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        // A file of its own for each thousand: one of ten thousand is larger than a rule file may be.
        _sources = Synthetic.Sources(Requirements, Requirements / 1_000);
        Disagreement.Unless(Compilation.Create(_sources, _ => null).Guides.Single().Requirements.Length == Requirements, "The rules do not compile.");
    }

    [Benchmark(Baseline = true, Description = "parse (aim 10 MB/s)")]
    public long Parse() => _sources.Sum(source => SyntaxTree.Parse(source).Tokens.Length);

    [Benchmark(Description = "check")]
    public long Check() => Compilation.Create(_sources, _ => null).Guides.Length;

    public string Note(double nanoseconds)
    {
        double megabytes = _sources.Sum(source => (double)source.Length) / 1e6;
        return string.Create(CultureInfo.InvariantCulture, $"{megabytes / (nanoseconds / 1e9):0.0} MB/s, {nanoseconds / 1e3 / Requirements:0.0} µs a requirement");
    }
}
