using CsCheck;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;

namespace RulesAsCode.Generator.Tests;

/// <summary>What is generated: from sound rules, code that compiles; from broken ones, nothing but diagnostics.</summary>
public class GenerationTests
{
    public static TheoryData<string> Rulesets => [.. Corpus.All.Select(folder => folder.Name)];

    private static RuleFolder Ruleset(string name) => Corpus.All.Single(folder => folder.Name == name);

    [Theory]
    [MemberData(nameof(Rulesets))]
    public void SoundRulesGiveCodeThatCompilesWithoutWarnings(string ruleset)
    {
        GeneratorRun run = Projects.Of(Ruleset(ruleset)).Run();

        Assert.False(run.HasErrors, string.Join("\n", run.Diagnostics));
        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.ProblemsOfGeneratedCode());
    }

    [Theory]
    [MemberData(nameof(Rulesets))]
    public void CarriageReturnsChangeNoDiagnostic(string ruleset)
    {
        GeneratorRun run = Projects.Of(Ruleset(ruleset), text => text.ReplaceLineEndings("\r\n")).Run();

        Assert.Equal(Projects.Of(Ruleset(ruleset)).Run().Diagnostics, run.Diagnostics);
        Assert.Empty(run.ProblemsOfGeneratedCode());
    }

    /// <summary>Every ruleset with one line broken, each line in turn by a stride: an exception fails in the harness.</summary>
    [Theory]
    [MemberData(nameof(Rulesets))]
    public void BrokenRulesGiveDiagnosticsOnly(string ruleset)
    {
        RuleFolder folder = Ruleset(ruleset);
        SourceText main = folder.Files[0];
        string[] lines = main.Text.Split('\n');
        int stride = Math.Max(1, lines.Length / 12);
        int broken = 0;
        for (int line = 0; line < lines.Length; line += stride)
        {
            string[] changed = [.. lines];
            changed[line] = ") ~ £" + changed[line];
            string text = string.Join("\n", changed);
            GeneratorRun run = Projects.Of(folder, old => old == main.Text ? text : old).Run();

            // A line of prose takes anything.
            broken += run.HasErrors ? 1 : 0;
            Assert.Equal(run.HasErrors, run.Sources.Count == 0);
            if (line % 2 == 0)
            {
                Assert.Empty(run.ProblemsOfGeneratedCode());
            }
        }

        Assert.True(broken > 0, "Nothing was broken.");
    }

    [Fact]
    public void NoTextMakesTheGeneratorThrowOrGiveCodeThatDoesNotCompile()
    {
        RuleFolder folder = Corpus.Case("GrantScheme");
        string text = folder.Files[0].Text;
        Gen<string> mutations = Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 60], Gen.OneOfConst("", "\0", "\"", "(", "none", "\r", "\t", "’", "\uD800", "£1", "  when ", "\nfacts\n", "\nguide\n"))
            .Select((start, length, inserted) => text[..start] + inserted + text[Math.Min(text.Length, start + length)..]);

        int compiled = 0;
        mutations.Sample(
            mutated =>
            {
                GeneratorRun run = Projects.Of(folder, old => old == text ? mutated : old).Run();
                Assert.True(run.Sources.Count > 0 || run.HasErrors, "Neither code nor an error.");
                if (run.Sources.Count > 0)
                {
                    compiled++;
                    Assert.Empty(run.ProblemsOfGeneratedCode());
                }
            },
            iter: 60, threads: 1);
        Assert.True(compiled > 0, "No mutant was sound, so that no code was compiled.");
    }

    [Fact]
    public void EmptyFileGivesNothingAndAnotherGuideItsCode()
    {
        Assert.Empty(GeneratorHarness.Of(("/repo/src/Library/empty.rules", "")).Run().Sources);
        Assert.NotEmpty((Projects.Castle with { Files = Projects.Castle.Files.Add(("/repo/src/Library/rules/empty.rules", "")) }).Run().Sources);
    }

    [Fact]
    public void GuideWithErrorsTakesNothingFromAnother()
    {
        GeneratorRun run = (Projects.Castle with { Files = Projects.Castle.Files.Add(("/repo/src/Library/rules/zoo.rules", "guide Zoo Guide \"Broken\"\nbogus\n")) }).Run();

        Assert.True(run.HasErrors);
        Assert.Equal(Projects.Castle.Run().Sources.Values, run.Sources.Values);
    }

    [Fact]
    public void FilesOfOneNameInDifferentFoldersHaveTwoNames()
    {
        GeneratorRun run = GeneratorHarness.Of(
            (Projects.Main, Projects.MainText),
            ("/repo/src/Library/rules/a/part.rules", Projects.TowersText),
            ("/repo/src/Library/rules/b/part.rules", Projects.MoatsText)).Run();

        Assert.Contains("a/part.rules.g.cs", run.Sources.Keys);
        Assert.Contains("b/part.rules.g.cs", run.Sources.Keys);
        Assert.Empty(run.ProblemsOfGeneratedCode());
    }

    [Fact]
    public void RulesOutsideTheProjectAreNamedBelowTheirCommonFolder()
    {
        GeneratorRun run = GeneratorHarness.Of(
            ("../../rules/main.rules", Projects.MainText),
            ("/repo/rules/towers/tall.rules", Projects.TowersText),
            (@"..\..\rules\moats\deep.rules", Projects.MoatsText)).Run();

        Assert.Empty(run.Diagnostics);
        Assert.Contains("towers/tall.rules.g.cs", run.Sources.Keys);
        Assert.Contains("moats/deep.rules.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void SameFileGivenTwiceIsOneFile()
    {
        GeneratorHarness twice = Projects.Castle with { Files = Projects.Castle.Files.Add(("rules/main.rules", Projects.MainText)) };

        Assert.Empty(twice.Run().Diagnostics);
        Assert.Equal(Projects.Castle.Run().Sources.Keys, twice.Run().Sources.Keys);
    }

    [Fact]
    public void GeneratedTextIsTheSameWhereverTheProjectStands()
    {
        GeneratorHarness here = Projects.Castle.With("RulesEmitLineDirectives", "false");
        GeneratorHarness there = new GeneratorHarness([.. here.Files.Select(file => (file.Path.Replace("/repo/", "/elsewhere/deep/", StringComparison.Ordinal), file.Text))])
            .With("ProjectDir", "/elsewhere/deep/src/Library/").With("RulesEmitLineDirectives", "false");

        Assert.Equal(here.Run().Sources, there.Run().Sources);
        Assert.DoesNotContain(here.Run().Sources.Values, text => text.Contains("/repo/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/repo/src/Library/rules/", "/repo/src/Library/rules/towers.rules")]
    [InlineData("/repo/src/Library/../../rules/", "/repo/rules/towers.rules")]
    [InlineData("../../rules/", "/repo/rules/towers.rules")]
    [InlineData(@"C:\repo\src\..\rules\", @"C:\repo\rules\towers.rules")]
    public void LineDirectivesHaveFullPaths(string folder, string expected)
    {
        GeneratorHarness castle = new([.. Projects.Castle.Files.Select(file => (folder + Path.GetFileName(file.Path), file.Text))]);

        Assert.Contains(castle.Run().Sources.Values, text => text.Contains($"\"{expected}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(castle.With("RulesEmitLineDirectives", "false").Run().Sources.Values, text => text.Contains("#line", StringComparison.Ordinal) || text.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void DebuggersStopAtTheConditionsOfTheRules()
    {
        // The whole condition, and nothing else of the rule files.
        Assert.Equal(
            [Span(Projects.Moats, Projects.MoatsText, "depth of the moat is more than 3"), Span(Projects.Towers, Projects.TowersText, "height of the tower is at least 20")],
            Projects.Castle.Run().SequencePoints().Distinct().Order(StringComparer.Ordinal));

        static string Span(string path, string text, string condition)
        {
            SourceText source = SourceText.From(path, text);
            int start = text.IndexOf(condition, StringComparison.Ordinal);
            LinePosition place = source.GetPosition(start);
            return $"{path}({place.Line + 1},{place.Character + 1})-({place.Line + 1},{place.Character + 1 + condition.Length})";
        }
    }

    [Fact]
    public void TwoGuidesInFilesOfTheSameNamesAreBothGenerated()
    {
        GeneratorRun run = new GeneratorHarness(
        [
            .. Projects.Castle.Files.Select(file => (file.Path.Replace("/rules/", "/rules/castle/", StringComparison.Ordinal), file.Text)),
            .. Projects.Castle.Files.Select(file => (file.Path.Replace("/rules/", "/rules/palace/", StringComparison.Ordinal), file.Text.Replace("Castle Guide", "Palace Guide", StringComparison.Ordinal))),
        ]).Run();

        Assert.Empty(run.Diagnostics);
        Assert.Equal(2 * Projects.Castle.Run().Sources.Count, run.Sources.Count);
        Assert.Empty(run.ProblemsOfGeneratedCode());
    }

    [Fact]
    public void WordsThatCSharpReservesAreNames()
    {
        string Reserved(string text) => text
            .Replace("height of the tower", "class", StringComparison.Ordinal).Replace("depth of the moat", "namespace", StringComparison.Ordinal)
            .Replace("High Tower", "Object", StringComparison.Ordinal).Replace("Deep Moat", "Event", StringComparison.Ordinal)
            .Replace("facts Castle", "facts Int", StringComparison.Ordinal);

        GeneratorRun run = new GeneratorHarness([.. Projects.Castle.Files.Select(file => (file.Path, Reserved(file.Text)))]).Run();

        Assert.Empty(run.Diagnostics);
        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.ProblemsOfGeneratedCode());
    }

    [Theory]
    [InlineData("my-app")]
    [InlineData("2nd.Try")]
    [InlineData("Acme.class")]
    [InlineData("Acme.System")]
    [InlineData("RulesAsCode.Collections")]
    [InlineData("Castle")]
    public void AnyNameOfAProjectIsANamespace(string rootNamespace)
    {
        GeneratorRun run = Projects.Castle.With("RootNamespace", rootNamespace).Run();

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.ProblemsOfGeneratedCode());
        GeneratorRun corpus = Projects.Of(Corpus.Case("StaffLeave")).With("RootNamespace", rootNamespace).Run();
        Assert.Empty(corpus.ProblemsOfGeneratedCode());
    }

    [Theory]
    [InlineData("class.if")]
    [InlineData("System")]
    [InlineData("RulesAsCode")]
    public void AnyNamespaceOfAGuideIsOne(string name)
    {
        GeneratorRun run = new GeneratorHarness([.. Projects.Castle.Files.Select(file => (file.Path, file.Text.Replace("guide Castle Guide \"How to keep a castle\"", $"guide Castle Guide \"How to keep a castle\"\n  namespace {name}", StringComparison.Ordinal)))]).Run();

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.ProblemsOfGeneratedCode());
    }

    [Fact]
    public void CancelledRunStops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Projects.Castle.Run(new CancellationToken(canceled: true)));

    [Fact]
    public void CancellationReachesTheReadingOfAFile()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Model.RuleFile.Create("/a.rules", "a.rules", Projects.TowersText, source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => Model.RuleFile.Read(new InMemoryText("a.rules", Projects.TowersText), new Model.RuleFolder("", ""), source.Token));
    }
}
