using CsCheck;
using RulesAsCode.Compiler.Formatting;
using RulesAsCode.Compiler.Tests.Semantics;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Formatting;

/// <summary>The promises of the formatter, over every ruleset of the repository and over what careless hands make of them.</summary>
public sealed class FormatPropertyTests
{
    // Every file of the corpus, and the shipped rules for the forms that they have.
    private static readonly string[] Texts = [.. Corpus.All.SelectMany(folder => folder.Files).Select(file => file.Text).Where(text => text.Length < 12_000)];

    [Fact]
    public void Whole_rulesets_keep_their_meaning() =>
        Assert.All(Corpus.All, folder => FormatInvariants.Check(folder.Files, folder.ReadTable));

    [Fact]
    public void The_shipped_rules_are_laid_out() =>
        Assert.All(Corpus.Rules.Files, file => Assert.Equal(file.Text, RulesFormatter.Format(file)));

    [Fact]
    public void A_ruleset_written_carelessly_keeps_its_meaning()
    {
        // Changes that a writer may make without changing what is said: the compilation stays right, so that models are compared.
        int models = 0;
        var careless = Gen.Select(Gen.Int[0, Corpus.All.Length - 1], Gen.Select(Gen.Int[0, TextMutation.HarmlessKinds - 1], Gen.Int[0, 100_000], Gen.Int[0, 100_000]).Array[1, 8]);

        Sample(careless, 150, pair =>
            {
                (int number, (int, int, int)[] changes) = pair;
                RuleFolder folder = Corpus.All[number];
                SourceText[] files = [.. folder.Files.Select(file => SourceText.From(file.Path, changes.Aggregate(file.Text, (text, change) => TextMutation.Harmless(text, change.Item1, change.Item2, change.Item3))))];
                FormatInvariants.Check(files, folder.ReadTable);
                Interlocked.Add(ref models, Compilation.Create(files, folder.ReadTable).Guides.Length);
            });

        Assert.True(models > 75, $"{models} models compared");
    }

    [Fact]
    public void Texts_with_mistakes_keep_them()
    {
        var mutants = Gen.Select(Gen.Int[0, Texts.Length - 1], Gen.Select(Gen.Bool, Gen.Int[0, 100], Gen.Int[0, 100_000], Gen.Int[0, 100_000]).Array[1, 4]);

        Sample(mutants, 2_000, pair =>
            {
                (int number, (bool, int, int, int)[] changes) = pair;
                string text = changes.Aggregate(Texts[number], (current, change) => change.Item1
                    ? TextMutation.Harmless(current, change.Item2 % TextMutation.HarmlessKinds, change.Item3, change.Item4)
                    : TextMutation.Harmful(current, change.Item2 % TextMutation.HarmfulKinds, change.Item3, change.Item4));
                FormatInvariants.Check([SourceText.From("main.rules", text)], _ => RulesText.Holidays);
            });
    }

    [Fact]
    public void Noise_is_survived() => Sample(
        Gen.Char[" \t\n\r#|:-`\"'’(),.*/£%&aIsé漢\uD83D\uFEFF\u00A0"].Array[0, 80], 2_000,
        characters => FormatInvariants.Check([SourceText.From("main.rules", new string(characters))], _ => null));

    /// <summary>The same cases in every run, and others with another <c>RULES_SEED</c>.</summary>
    private static void Sample<T>(Gen<T> cases, int count, Action<T> check)
    {
        uint seed = uint.TryParse(Environment.GetEnvironmentVariable("RULES_SEED"), out uint other) ? other : 1;
        var chance = new PCG(1, seed);
        for (int i = 0; i < count; i++)
        {
            check(cases.Generate(chance, null, out _));
        }
    }
}
