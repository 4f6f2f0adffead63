using System.Text;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Semantics;

/// <summary>Texts that are large or hostile: nothing is thrown, and the work stays in proportion.</summary>
public sealed class LimitTests
{
    internal const string SlowPatternCode = "RAC3026";

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
    public void A_pattern_that_takes_too_long_is_reported()
    {
        Compilation compilation = RulesText.Compile("format F\n  pattern \"(a+)+\"\nfacts P\n  x is an F\ndefine d\n  when x is \"" + new string('a', 60) + "b\"\n");

        Assert.Equal(SlowPatternCode, Assert.Single(compilation.Diagnostics).Code);
    }

    [Fact]
    public void A_long_sum_is_bound()
    {
        var model = RulesText.Model("define d\n  as 1" + string.Concat(Enumerable.Repeat(" + 1", 900)) + "\n");

        Assert.Equal(1801, model.Definitions[0].Cases[0].Value.DescendantsAndSelf().Count());
    }
}
