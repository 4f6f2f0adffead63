using CsCheck;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Interpreter;
using RulesAsCode.Primitives;
using RulesAsCode.Testing;

namespace RulesAsCode.Differential.Tests;

/// <summary>
/// The interpreter and the generated C# say the same of any facts: 20,000 cases over the corpus, or as many as <c>DIFFERENTIAL_CASES</c> says.
/// </summary>
public sealed class RandomFactsTests
{
    private static readonly int CasesEach =
        (int.TryParse(Environment.GetEnvironmentVariable("DIFFERENTIAL_CASES"), out int cases) ? cases : 20_000) / Corpus.All.Length + 1;

    public static TheoryData<string> Names => Guides.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void TheEnginesAgreeOnAnyFacts(string name)
    {
        GeneratedRuleset generated = Guides.Generated(name);
        var interpreter = new RulesetInterpreter(generated.Model);
        var facts = new FactGenerator(generated.Model);
        Gen.Select(facts.Facts, facts.Day).Sample(
            (given, asAt) => Engines.AssertAgree(interpreter, generated, given, asAt),
            iter: CasesEach, threads: 1, print: @case => CalendarDay.ToIso(@case.Item2) + "\n" + FactsJson.Write(generated.Model, @case.Item1));
    }

    [Theory]
    [InlineData("Compare.AtLeast(", "Compare.MoreThan(")]
    [InlineData("Compare.OnOrAfter(", "Compare.After(")]
    [InlineData("Duration(60, ", "Duration(61, ")]
    public void APlantedOffByOneInTheGeneratedCodeIsCaught(string right, string wrong) => AssertCaught(right, wrong);

    /// <summary>What is planted changes what is explained and nothing that is decided.</summary>
    [Theory]
    [InlineData("trace.AtLeastAfter(", "trace.AtLeastBefore(")]
    [InlineData("trace.Fact(", "trace.Value(")]
    [InlineData("trace.All(", "trace.Any(")]
    [InlineData(".IsMoney(", ".Is(")]
    [InlineData(" is {3} ", " is about {3} ")]
    public void APlantedDifferenceInAnExplanationIsCaught(string right, string wrong) => AssertCaught(right, wrong);

    [Fact]
    public void APlantedOffByOneInTheInterpretersRulesIsCaught()
    {
        RuleFolder folder = Corpus.Rules;
        Compilation planted = Compilation.Create(
            folder.Files.Select(file => SourceText.From(file.Path, file.Text.Replace("that testing start is at least 60 working days", "that testing start is at least 59 working days", StringComparison.Ordinal))),
            folder.ReadTable);
        Assert.True(Differs(Guides.Generated(folder.Name), Assert.Single(planted.Guides)));
    }

    /// <summary>Fails unless the engines differ on some ruleset in whose generated code one text is replaced by another.</summary>
    private static void AssertCaught(string right, string wrong)
    {
        string[] withIt = [.. Corpus.All.Select(folder => folder.Name).Where(name => Guides.Generated(name).Files.Any(file => file.Text.Contains(right, StringComparison.Ordinal)))];
        Assert.NotEmpty(withIt);
        Assert.Contains(withIt, name =>
        {
            var planted = new GeneratedRuleset(Guides.Model(name), text => text.Replace(right, wrong, StringComparison.Ordinal));
            return Differs(planted, planted.Model);
        });
    }

    /// <summary>Whether random facts of the interpreted model show a difference.</summary>
    private static bool Differs(GeneratedRuleset generated, RulesModel interpreted)
    {
        var interpreter = new RulesetInterpreter(interpreted);
        var facts = new FactGenerator(interpreted);
        bool isFound = false;
        Gen.Select(facts.Facts, facts.Day).Sample(
            (given, asAt) =>
            {
                isFound = isFound || !Engines.Agree(interpreter, generated, given, asAt);
            },
            iter: CasesEach, threads: 1);
        return isFound;
    }
}
