using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RulesAsCode.Benchmarks.Suites;

/// <summary>The generator after an edit of one rule file in a hundred, ten requirements each. Aim: at most 0.6 ms.</summary>
public class EditSuite : IHasNote
{
    private const int Files = 100;

    private CSharpCompilation _project = null!;
    private GeneratorDriver _driver = null!;
    private AdditionalText _current = null!;
    private int _edits;

    [GlobalSetup]
    public void Setup()
    {
        _project = Synthetic.Project([]);
        (_driver, _current) = Synthetic.Editable(10 * Files, Files);
        _driver = _driver.RunGenerators(_project);
        string before = Texts();
        Edit();
        Disagreement.Unless(before != Texts(), "The edit changed nothing.");
    }

    [Benchmark(Description = "edit of a message (aim 0.6 ms)")]
    public long Edit()
    {
        AdditionalText edited = Synthetic.Edited(_current, ++_edits);
        _driver = _driver.ReplaceAdditionalText(_current, edited).RunGenerators(_project);
        _current = edited;
        return _driver.GetRunResult().GeneratedTrees.Length;
    }

    [Benchmark(Baseline = true, Description = "nothing was edited")]
    public long Nothing() => (_driver = _driver.RunGenerators(_project)).GetRunResult().GeneratedTrees.Length;

    public string Note(double nanoseconds) => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.00} ms");

    private string Texts() => string.Concat(_driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString()));
}
