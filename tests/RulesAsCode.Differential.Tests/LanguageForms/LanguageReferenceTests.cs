using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;

namespace RulesAsCode.Differential.Tests.LanguageForms;

/// <summary>What the language reference shows is right: its blocks parse, compile together, and their examples pass.</summary>
public sealed class LanguageReferenceTests
{
    public static TheoryData<string> Pages => [LanguageReference.Full.Path, LanguageReference.Core.Path];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_parses(string path)
    {
        LanguageReference page = PageOf(path);
        Assert.NotEmpty(page.Blocks("rules"));
        foreach ((int line, string text) in page.Blocks("rules"))
        {
            string whole = LanguageReference.HasHeader(text) ? text : "part of Something\n" + text;
            SyntaxTree tree = SyntaxTree.Parse(SourceText.From("block.rules", whole));
            Assert.True(tree.Diagnostics.IsEmpty, $"The block at line {line} of {page.Path}: {tree.Diagnostics.FirstOrDefault()}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void All_blocks_together_compile(string path)
    {
        Assert.Equal("", string.Join("\n", PageOf(path).Evidence.Compilation.Diagnostics.Where(diagnostic => diagnostic.IsError)));
        Assert.NotEmpty(PageOf(path).Evidence.Models);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_examples_of_the_blocks_pass(string path)
    {
        Assert.NotEmpty(PageOf(path).Evidence.Results);
        Assert.Equal("", string.Join("\n", PageOf(path).Evidence.Results.SelectMany(result => result.Failures)));
    }

    [Fact]
    public void The_core_shows_every_form_that_the_rules_of_this_repository_use()
    {
        var rules = new RulesetEvidence(Corpus.Rules);
        string[] missing = [.. ClauseForms.All.Concat(SentenceForms.All)
            .Where(form => form.IsParsed(rules) && form.IsBound(rules) && !(form.IsParsed(LanguageReference.Core.Evidence) && form.IsBound(LanguageReference.Core.Evidence)))
            .Select(form => $"{form.Group}: {form.Words}")];

        Assert.True(missing.Length == 0, string.Join("\n", missing));
    }

    [Fact]
    public void The_core_is_read_in_ten_minutes()
    {
        // A grown-up reads about 240 words a minute; the rules of the blocks are looked at rather than read.
        string prose = string.Concat(Regex.Split(LanguageReference.Core.Text, "^```.*$", RegexOptions.Multiline).Where((_, i) => i % 2 == 0));

        Assert.InRange(prose.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 500, 2_000);
        Assert.DoesNotMatch(@"(?i)\b(tokens?|expressions?|identifiers?|pars(e|er|ing)|syntax|booleans?|strings?)\b", prose);
    }

    [Fact]
    public void A_form_shown_as_wrong_is_refused()
    {
        Assert.NotEmpty(LanguageReference.Full.Refused);
        foreach ((int line, string wrong, string? right) in LanguageReference.Full.Refused)
        {
            Assert.True(IsRefused(wrong), $"Line {line} of {LanguageReference.Full.Path} says that '{wrong}' is refused, and it is not.");
            Assert.True(right is null || !IsRefused(right), $"Line {line} of {LanguageReference.Full.Path} says to write '{right}', which is refused.");
        }
    }

    [Fact]
    public void The_list_of_clauses_is_that_of_the_grammar() => Assert.Contains(ClauseForms.Table, LanguageReference.Full.Text.Replace("\r\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);

    private static LanguageReference PageOf(string path) => path == LanguageReference.Core.Path ? LanguageReference.Core : LanguageReference.Full;

    private static bool IsRefused(string condition)
    {
        string clause = condition.StartsWith("requires ", StringComparison.Ordinal) || condition.StartsWith("in force ", StringComparison.Ordinal)
            ? condition
            : "requires that " + condition;
        return !SyntaxTree.Parse(SourceText.From("refused.rules", $"part of Something\nrequirement Name\n  {clause}\n")).Diagnostics.IsEmpty;
    }
}
