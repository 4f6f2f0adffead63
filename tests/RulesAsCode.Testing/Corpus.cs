using System.Collections.Immutable;

namespace RulesAsCode.Testing;

/// <summary>The rulesets that every invariant runs over: <c>tests/corpus/*/main.rules</c>, and the rules of this repository.</summary>
public static class Corpus
{
    private const string Folder = "tests/corpus";

    /// <summary>The cases of the corpus by name, a folder each, in ordinal order.</summary>
    public static ImmutableArray<RuleFolder> Cases { get; } =
    [
        .. Directory.EnumerateDirectories(RepositoryRoot.PathTo(Folder))
            .Where(folder => File.Exists(Path.Combine(folder, "main.rules")))
            .Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal)
            .Select(name => RuleFolder.Load(Folder + "/" + name)),
    ];

    /// <summary>The rules of this repository.</summary>
    public static RuleFolder Rules => RuleFolder.Load("rules");

    /// <summary>The cases, and the rules of this repository as the last.</summary>
    public static ImmutableArray<RuleFolder> All => [.. Cases, Rules];

    /// <exception cref="ArgumentException">There is no such case.</exception>
    public static RuleFolder Case(string name) =>
        Cases.FirstOrDefault(folder => folder.Name == name) ?? throw new ArgumentException($"{Folder} holds no case '{name}'.", nameof(name));
}
