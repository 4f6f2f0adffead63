using System.Text;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Semantics;

/// <summary>Texts that are large or hostile: nothing is thrown, and the work stays in proportion.</summary>
public sealed class LimitTests
{
    private const int Many = 20_000;

    [Fact]
    public void A_long_chain_of_definitions_is_bound()
    {
        var text = new StringBuilder();
        for (int i = 0; i < Many; i++)
        {
            text.Append($"define d{i}\n  as d{i + 1}\n");
        }

        text.Append($"define d{Many}\n  as 3\n");

        Assert.Equal(Many + 1, RulesText.Model(text.ToString()).Definitions.Length);
    }

    [Fact]
    public void A_large_circle_is_one_diagnostic()
    {
        string text = string.Concat(Enumerable.Range(0, Many).Select(i => $"define d{i}\n  as d{(i + 1) % Many}\n"));

        var diagnostic = Assert.Single(RulesText.Compile(text).Diagnostics);
        Assert.Equal("RAC4005", diagnostic.Code);
        Assert.EndsWith("and 19990 more needs 'd0'.", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_unknown_names_are_all_reported_and_some_with_the_nearest()
    {
        string text = "define known name\n  as 3\n" + string.Concat(Enumerable.Range(0, Many).Select(i => $"define d{i}\n  as knwon name {i}\n"));

        Compilation compilation = RulesText.Compile(text);

        Assert.Equal(Many, compilation.Diagnostics.Length);
        Assert.Contains("known name", compilation.Diagnostics[0].Fix);
    }

    [Fact]
    public void An_example_has_at_most_a_hundred_elements()
    {
        string elements = string.Concat(Enumerable.Repeat("    pet\n      age is 3\n", 101));
        Compilation compilation = RulesText.CompileWithFacts("define d\n  when tall\nexample \"x\"\n  as at 1 January 2024\n  given\n" + elements + "  expect\n    d is yes\n");

        Assert.Equal("An example has at most 100 elements of one list.", Assert.Single(compilation.Diagnostics).Message);
    }

    [Fact]
    public void A_pattern_with_repetitions_in_repetitions_is_matched_without_a_clock()
    {
        Compilation compilation = RulesText.Compile("format F\n  pattern \"(a+)+\"\nfacts P\n  x is an F\ndefine d\n  when x is \"" + new string('a', 10_000) + "b\"\n");

        Assert.Equal("RAC3024", Assert.Single(compilation.Diagnostics).Code);
    }

    [Theory]
    [InlineData("(?=a)b", "(?=")]
    [InlineData("a(?!b)", "(?!")]
    [InlineData("(?<=a)b", "(?<=")]
    [InlineData("(?<!a)b", "(?<!")]
    [InlineData("(?>a+)b", "(?>")]
    [InlineData("(a)?(?(1)b|c)", "(?(")]
    [InlineData(@"(a)\1", @"\1")]
    [InlineData(@"(?<x>a)\k<x>", @"\k")]
    [InlineData(@"\Ga", @"\G")]
    [InlineData("(a{1000}){1000}", null)]
    public void A_pattern_that_can_take_without_end_is_refused_where_it_stands(string pattern, string? part)
    {
        Compilation compilation = RulesText.Compile($"format F\n  pattern \"{pattern}\"\nfacts P\n  x is an F\ndefine d\n  when x is \"a\"\n");

        var diagnostic = Assert.Single(compilation.Diagnostics);
        Assert.Equal("RAC3026", diagnostic.Code);
        Assert.Contains(part is null ? "is too large" : $"'{part}' in a pattern", diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"[(?=]x\\1")]
    [InlineData(@"[^](?!]x")]
    [InlineData(@"[a-z-[aeiou]](?:b)")]
    [InlineData(@"(?<name>a)\(?=b")]
    [InlineData(@"\[(?:a)[\](?=]")]
    public void A_pattern_that_only_looks_as_if_it_looked_round_is_right(string pattern) =>
        Assert.DoesNotContain(RulesText.Compile($"format F\n  pattern \"{pattern}\"\n").Diagnostics, diagnostic => diagnostic.Code is "RAC3025" or "RAC3026");

    [Fact]
    public void A_long_sum_is_bound()
    {
        var model = RulesText.Model("define d\n  as 1" + string.Concat(Enumerable.Repeat(" + 1", 900)) + "\n");

        Assert.Equal(1801, model.Definitions[0].Cases[0].Value.DescendantsAndSelf().Count());
    }
}
