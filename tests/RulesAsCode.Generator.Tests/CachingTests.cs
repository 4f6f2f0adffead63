using System.Collections.Immutable;
using CsCheck;
using Microsoft.CodeAnalysis;
using RulesAsCode.Generator.Model;
using RulesAsCode.Testing;

namespace RulesAsCode.Generator.Tests;

/// <summary>What an edit makes the generator do again. (That unrelated C# makes it do nothing is checked by every run of the harness.)</summary>
public class CachingTests
{
    [Fact]
    public void EditOfOneFileLeavesWhatComesFromTheOthers()
    {
        GeneratorRun first = Projects.Castle.Run();
        GeneratorRun second = first.Edit(Projects.Towers, text => text.Replace("High Tower", "Tall Tower", StringComparison.Ordinal));

        Assert.Equal("Unchanged,Modified,Unchanged", second.Reasons(TrackingNames.RuleFiles).Replace("Cached", "Unchanged", StringComparison.Ordinal));
        string moats = first.Sources.Keys.Single(name => name.Contains("moats", StringComparison.Ordinal));
        Assert.Contains("Deep Moat", first.Sources[moats]);
        Assert.NotEqual(first.Sources[moats.Replace("moats", "towers", StringComparison.Ordinal)], second.Sources[moats.Replace("moats", "towers", StringComparison.Ordinal)]);
        Assert.Equal(first.Sources[moats], second.Sources[moats]);
        Assert.Equal(IncrementalStepRunReason.Unchanged, ReasonOf(second, moats));
        Assert.Equal(IncrementalStepRunReason.Modified, ReasonOf(second, moats.Replace("moats", "towers", StringComparison.Ordinal)));
        Assert.Contains(IncrementalStepRunReason.Cached, second.OutputReasons);
    }

    [Theory]
    [InlineData("# Towers are tall.", "# Towers are very tall, and round.")]
    [InlineData("# Towers are tall.", "")]
    [InlineData("applies always", "applies always   ")]
    [InlineData("applies always", "applies always # of course")]
    public void CommentOrTrailingBlankChangesNothing(string old, string changed)
    {
        GeneratorRun second = Projects.Castle.Run().Edit(Projects.Towers, text => Replaced(text, old, changed));

        Assert.DoesNotContain("Modified", second.Reasons(TrackingNames.RuleFiles), StringComparison.Ordinal);
        Assert.Equal("Cached", second.Reasons(TrackingNames.Results));
        Assert.All(second.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("# Towers are tall.", "# TODO: are they?")]
    [InlineData("# Towers are tall.", "# allow RAC9301: asked elsewhere")]
    public void CommentThatALintReadsIsSeenAndGeneratesNothingAnew(string old, string changed)
    {
        GeneratorRun second = Projects.Castle.Run().Edit(Projects.Towers, text => Replaced(text, old, changed));

        Assert.Contains("Modified", second.Reasons(TrackingNames.RuleFiles), StringComparison.Ordinal);
        Assert.DoesNotContain("Modified", second.Reasons(TrackingNames.Sources), StringComparison.Ordinal);
    }

    [Fact]
    public void LevelsAreReadAndMoveNoSource()
    {
        const string Levels = "/repo/src/Library/rules/rules.lint";
        GeneratorHarness project = Projects.Castle with { Files = Projects.Castle.Files.Select(file => file.Path == Projects.Towers ? (file.Path, file.Text + "# TODO: more\n") : file).Append((Levels, "# none yet\n")).ToImmutableArray() };
        GeneratorRun first = project.Run();
        GeneratorRun off = first.Edit(Levels, _ => "RAC9302 off\n");
        GeneratorRun wrong = first.Edit(Levels, _ => "RAC9302 silent\n");

        Assert.Contains(first.Findings, diagnostic => diagnostic.Contains("warning RAC9302", StringComparison.Ordinal));
        Assert.DoesNotContain(off.Findings, diagnostic => diagnostic.Contains("RAC9302", StringComparison.Ordinal));
        Assert.DoesNotContain("Modified", off.Reasons(TrackingNames.Sources), StringComparison.Ordinal);
        Assert.Contains(wrong.Findings, diagnostic => diagnostic.StartsWith(Levels + "(1,1): error RAC9811", StringComparison.Ordinal));
        Assert.NotEmpty(wrong.Sources);
    }

    [Fact]
    public void LineAddedAboveMovesWhatIsBelow()
    {
        GeneratorRun second = Projects.Castle.Run().Edit(Projects.Towers, text => "# One line more.\n" + text);

        Assert.Contains("Modified", second.Reasons(TrackingNames.RuleFiles), StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorThatMovesGeneratesNothingAnew()
    {
        GeneratorRun second = Projects.Castle.Run()
            .Edit(Projects.Moats, text => text + "bogus\n")
            .Edit(Projects.Moats, text => text.Replace("bogus", "\nbogus", StringComparison.Ordinal));

        Assert.Equal("Modified", second.Reasons(TrackingNames.Diagnostics));
        Assert.DoesNotContain("Modified", second.Reasons(TrackingNames.Sources), StringComparison.Ordinal);
    }

    [Fact]
    public void EditOfATableIsSeen()
    {
        GeneratorRun first = Projects.Of(Testing.Corpus.Case("StaffLeave")).Run();
        string table = "/repo/tests/corpus/StaffLeave/holidays.csv";

        GeneratorRun second = first.Edit(table, text => text.Replace("date,name,note", "day,name,note", StringComparison.Ordinal));

        Assert.False(first.HasErrors);
        Assert.Contains(second.Diagnostics, diagnostic => diagnostic.Contains("error RAC4009", StringComparison.Ordinal));
        Assert.Empty(second.Sources);
    }

    [Fact]
    public void SameFileReadTwiceIsOneModel()
    {
        RuleFile first = RuleFile.Create("/a.rules", "a.rules", Projects.TowersText, CancellationToken.None);
        RuleFile second = RuleFile.Create("/a.rules", "a.rules", Projects.TowersText, CancellationToken.None);
        RuleFile elsewhere = RuleFile.Create("/b.rules", "b.rules", Projects.TowersText, CancellationToken.None);

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, elsewhere);
    }

    [Theory]
    [InlineData("20", "21")]
    [InlineData("is at least", "is more than")]
    [InlineData("\"Build higher.\"", "\"Build  higher.\"")]
    [InlineData("  applies always", "    applies always")]
    [InlineData("  applies always", "\tapplies always")]
    public void WhatHasAMeaningMakesAnotherModel(string old, string changed) =>
        Assert.NotEqual(RuleFile.Create("/a.rules", "a.rules", Projects.TowersText, CancellationToken.None), RuleFile.Create("/a.rules", "a.rules", Replaced(Projects.TowersText, old, changed), CancellationToken.None));

    /// <summary>What the cache may take for the same file must give the same: any edit at all that leaves the model equal.</summary>
    [Fact]
    public void FilesThatAreEqualGiveTheSame()
    {
        Testing.RuleFolder folder = Corpus.Case("GrantScheme");
        GeneratorOptions options = new("Library", GeneratorHarness.ProjectFolder, true, "12.0", true, false, "");
        string main = folder.Files.Single(file => file.Path.EndsWith("main.rules", StringComparison.Ordinal)).Text;
        RuleFile before = RuleFile.Create("/repo/main.rules", "main.rules", main, CancellationToken.None);
        string[] expected = Shown(before);
        int equal = 0;
        int different = 0;
        Gen<string> edits = Gen.Select(Gen.Int[0, main.Length], Gen.Int[0, 3], Gen.OneOfConst("", " ", "  ", "\t", "#", " # why", "\n", "\r", "\r\n", " \n", "# why\n"), Gen.Bool)
            .Select((offset, length, inserted, atLineEnd) =>
            {
                int start = atLineEnd ? Math.Max(main.IndexOf('\n', Math.Min(offset, main.Length - 1)), 0) : offset;
                return main[..start] + inserted + main[Math.Min(main.Length, atLineEnd ? start : start + length)..];
            });

        edits.Sample(
            edited =>
            {
                RuleFile after = RuleFile.Create("/repo/main.rules", "main.rules", edited, CancellationToken.None);
                if (after.Equals(before))
                {
                    equal++;
                    Assert.Equal(expected, Shown(after));
                }
                else
                {
                    different++;
                }
            },
            iter: 600, threads: 1);

        Assert.True(equal > 50 && different > 50, $"{equal} equal, {different} different.");

        string[] Shown(RuleFile file)
        {
            GenerationResult result = new RulesCompiler().Run(
                [file, .. folder.Files.Where(other => other.Text != main).Select(other => RuleFile.Create("/repo/" + Path.GetFileName(other.Path), Path.GetFileName(other.Path), other.Text, CancellationToken.None))],
                [], [], new Model.RuleFolder(GeneratorHarness.ProjectFolder, "/repo/"), options, CancellationToken.None);
            return
            [
                .. result.Sources.Select(source => source.HintName + "\n" + source.Text),
                .. result.Diagnostics.Select(diagnostic => (diagnostic with { Place = diagnostic.Place! with { Start = 0, Length = 0 }, Related = new([.. diagnostic.Related.Select(place => place with { Start = 0, Length = 0 })]) }).ToDiagnostic().ToString()),
            ];
        }
    }

    [Fact]
    public void RoslynObjectInAModelIsFound()
    {
        Assert.NotNull(RoslynObjects.FindIn(new { Deep = new object[] { new List<object> { Location.None } } }));
        Assert.NotNull(RoslynObjects.FindIn(new InMemoryText("a.rules", "")));
        Assert.Null(RoslynObjects.FindIn(new { Deep = new object[] { "text", 1 } }));
    }

    private static string Replaced(string text, string old, string changed)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, changed, StringComparison.Ordinal);
    }

    private static IncrementalStepRunReason ReasonOf(GeneratorRun run, string hintName) =>
        run.Result.TrackedSteps[TrackingNames.Sources].SelectMany(step => step.Outputs).Single(output => ((GeneratedSource)output.Value).HintName == hintName).Reason is var reason && reason == IncrementalStepRunReason.Cached
            ? IncrementalStepRunReason.Unchanged
            : reason;
}
