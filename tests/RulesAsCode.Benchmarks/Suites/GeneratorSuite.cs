using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RulesAsCode.Compiler.Emit.CSharp;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Benchmarks.Suites;

/// <summary>
/// What the validators cost the build of a project, warm, on one thread. Aims at 1,000 requirements: emission 2 ms; the C# compiler 0.35 ms a requirement.
/// </summary>
public class GeneratorSuite : IHasNote
{
    private static readonly CSharpEmitOptions Options = new("Library", LineDirectives: true);

    private RulesModel _model = null!;
    private CSharpCompilation _project = null!;
    private CSharpCompilation _consumer = null!;

    [Params(1, 100, 1_000)]
    public int Requirements { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _model = Synthetic.Model(Requirements);
        _project = Synthetic.Project([]);
        _consumer = Synthetic.Project(CSharpEmitter.Emit(_model, Options));
        Disagreement.Unless(EmitAssembly() > 0 && Generate() >= 2, "Nothing was generated.");
    }

    [Benchmark(Baseline = true, Description = "emit C# from the model (aim 2 ms at 1,000)")]
    public long Emit() => CSharpEmitter.Emit(_model, Options).Sum(file => file.Text.Length);

    [Benchmark(Description = "the whole generator: read, check, emit")]
    public long Generate() => Synthetic.Driver(Requirements, files: 0).RunGenerators(_project).GetRunResult().GeneratedTrees.Length;

    /// <summary>A new compilation each time, of trees that are parsed already; into nowhere.</summary>
    [Benchmark(Description = "the C# compiler on what was generated (aim 0.35 ms a requirement)")]
    public long EmitAssembly()
    {
        using var image = new MemoryStream();
        return Synthetic.Anew(_consumer).Emit(image).Success ? image.Length : throw new InvalidOperationException("What was generated does not compile.");
    }

    public string Note(double nanoseconds) => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.00} ms, {nanoseconds / 1e6 / Requirements:0.000} ms a requirement");
}
