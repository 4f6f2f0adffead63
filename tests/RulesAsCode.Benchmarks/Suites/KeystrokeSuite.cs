using System.Globalization;
using BenchmarkDotNet.Attributes;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Benchmarks.Suites;

/// <summary>
/// Checking rules after one word of one file has changed, beside checking them all. Aim: 20 ms with 1,000 requirements in one file, 2 ms with 100 files of ten.
/// The word is in the middle of the file and each time of another length, so that everything behind it moves.
/// </summary>
public class KeystrokeSuite : IHasNote
{
    private const int Requirements = 1_000;

    private SourceText[] _sources = [];
    private Compilation _current = null!;
    private int _edits;

    /// <summary>How many files the requirements stand in, beside the guide's own; 0: all in one.</summary>
    [Params(0, 100)]
    public int Files { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _sources = Synthetic.Sources(Requirements, Files);
        _current = Compilation.Create(_sources, _ => null);
        Disagreement.Unless(_current.Guides.Single().Requirements.Length == Requirements, "The rules do not compile.");
        Keystroke();
        string anew = string.Join("\n", Compilation.Create(_sources, _ => null).Guides.Single().Requirements.Select(requirement => requirement.Declaration));
        Disagreement.Unless(anew == string.Join("\n", _current.Guides.Single().Requirements.Select(requirement => requirement.Declaration)), "The places are not those of the text.");
    }

    [Benchmark(Baseline = true, Description = "check after a keystroke (aim 20 and 2 ms)")]
    public long Keystroke()
    {
        int edited = _sources.Length / 2;
        string text = _sources[edited].Text;
        int start = text.IndexOf("    otherwise \"", text.Length / 2, StringComparison.Ordinal);
        _sources[edited] = SourceText.From(
            _sources[edited].Path, text[..start] + "    otherwise \"" + new string('x', 1 + (++_edits % 7)) + "\"" + text[text.IndexOf('\n', start)..]);
        _current = _current.WithFiles(_sources, _ => null);
        return _current.Guides.Length;
    }

    [Benchmark(Description = "check of it all")]
    public long Anew() => Compilation.Create(_sources, _ => null).Guides.Length;

    public string Note(double nanoseconds) => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.00} ms");
}
