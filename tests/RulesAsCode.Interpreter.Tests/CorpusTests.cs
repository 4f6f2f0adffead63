using System.Collections.Immutable;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Testing;

namespace RulesAsCode.Interpreter.Tests;

/// <summary>Every guide of the repository: the rules themselves and the corpus of other fields.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Names => [.. Corpus.All.Select(folder => folder.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_example_passes(string name)
    {
        RulesModel model = Guides(name);
        ImmutableArray<ExampleResult> results = ExampleRunner.Run(model);
        Assert.NotEmpty(results);
        Assert.Empty(results.SelectMany(result => result.Failures.Select(failure => $"{result.Example.Title}: {failure}")));
    }

    internal static RulesModel Guides(string name)
    {
        RuleFolder folder = Corpus.All.Single(folder => folder.Name == name);
        Compilation compilation = Compilation.Create(folder.Files, folder.ReadTable);
        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.ToString()));
        return Assert.Single(compilation.Guides);
    }
}
