using RulesAsCode.Compiler.Linting;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Linting;

/// <summary>The lints over whole rulesets.</summary>
public sealed class RepositoryRulesTests
{
    public static TheoryData<string> Cases => [.. Corpus.Cases.Select(folder => folder.Name)];

    [Fact]
    public void The_rules_of_this_repository_have_no_lint()
    {
        RuleFolder folder = Corpus.Rules;
        SourceText levels = SourceText.From("rules/" + LintLevels.FileName, File.ReadAllText(RepositoryRoot.PathTo("rules/" + LintLevels.FileName)));

        Assert.Empty(Linter.Run(Compilation.Create(folder.Files, folder.ReadTable), LintLevels.Read([levels])).Select(diagnostic => diagnostic.ToString()));
    }

    /// <summary>The corpus is made of odd rules; what is found in it is the measure of how much the lints say, and read when it changes.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_found_in_the_corpus(string name)
    {
        RuleFolder folder = Corpus.Case(name);

        Snapshot.Match(string.Join("\n", Linter.Run(Compilation.Create(folder.Files, folder.ReadTable), LintLevels.Default)) + "\n", part: name);
    }
}
