using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Differential.Tests.LanguageForms;

/// <summary>What the language reference shows is right: its blocks parse, compile together, and their examples pass.</summary>
public sealed class LanguageReferenceTests
{
    [Fact]
    public void Every_block_parses()
    {
        Assert.NotEmpty(LanguageReference.Blocks("rules"));
        foreach ((int line, string text) in LanguageReference.Blocks("rules"))
        {
            string whole = LanguageReference.HasHeader(text) ? text : "part of Something\n" + text;
            SyntaxTree tree = SyntaxTree.Parse(SourceText.From("block.rules", whole));
            Assert.True(tree.Diagnostics.IsEmpty, $"The block at line {line} of {LanguageReference.Path}: {tree.Diagnostics.FirstOrDefault()}");
        }
    }

    [Fact]
    public void All_blocks_together_compile()
    {
        Assert.Empty(LanguageReference.Evidence.Compilation.Diagnostics.Where(diagnostic => diagnostic.IsError));
        Assert.NotEmpty(LanguageReference.Evidence.Models);
    }

    [Fact]
    public void The_examples_of_the_blocks_pass()
    {
        Assert.NotEmpty(LanguageReference.Evidence.Results);
        Assert.Empty(LanguageReference.Evidence.Results.SelectMany(result => result.Failures));
    }

    [Fact]
    public void A_form_shown_as_wrong_is_refused()
    {
        Assert.NotEmpty(LanguageReference.Refused);
        foreach ((int line, string wrong, string? right) in LanguageReference.Refused)
        {
            Assert.True(IsRefused(wrong), $"Line {line} of {LanguageReference.Path} says that '{wrong}' is refused, and it is not.");
            Assert.True(right is null || !IsRefused(right), $"Line {line} of {LanguageReference.Path} says to write '{right}', which is refused.");
        }
    }

    [Fact]
    public void The_list_of_clauses_is_that_of_the_grammar() => Assert.Contains(ClauseForms.Table, LanguageReference.Text.Replace("\r\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);

    private static bool IsRefused(string condition)
    {
        string clause = condition.StartsWith("requires ", StringComparison.Ordinal) || condition.StartsWith("in force ", StringComparison.Ordinal)
            ? condition
            : "requires that " + condition;
        return !SyntaxTree.Parse(SourceText.From("refused.rules", $"part of Something\nrequirement Name\n  {clause}\n")).Diagnostics.IsEmpty;
    }
}
