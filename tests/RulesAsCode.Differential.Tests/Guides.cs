using System.Collections.Concurrent;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Testing;

namespace RulesAsCode.Differential.Tests;

/// <summary>The guides of the corpus and of this repository, each compiled once.</summary>
internal static class Guides
{
    private static readonly ConcurrentDictionary<string, Lazy<GeneratedRuleset>> Compiled = new(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Corpus.All.Select(folder => folder.Name)];

    public static RulesModel Model(string name)
    {
        RuleFolder folder = Corpus.All.Single(folder => folder.Name == name);
        Compilation compilation = Compilation.Create(folder.Files, folder.ReadTable);
        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.ToString()));
        return Assert.Single(compilation.Guides);
    }

    public static GeneratedRuleset Generated(string name) =>
        Compiled.GetOrAdd(name, key => new Lazy<GeneratedRuleset>(() => new GeneratedRuleset(Model(key)))).Value;
}
