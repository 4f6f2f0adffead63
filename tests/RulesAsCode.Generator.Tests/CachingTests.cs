using Microsoft.CodeAnalysis;
using RulesAsCode.Generator.Model;

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
        RuleFile first = RuleFile.Create("a.rules", Projects.TowersText, CancellationToken.None);
        RuleFile second = RuleFile.Create("a.rules", Projects.TowersText, CancellationToken.None);
        RuleFile elsewhere = RuleFile.Create("b.rules", Projects.TowersText, CancellationToken.None);

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
        Assert.NotEqual(RuleFile.Create("a.rules", Projects.TowersText, CancellationToken.None), RuleFile.Create("a.rules", Replaced(Projects.TowersText, old, changed), CancellationToken.None));

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
