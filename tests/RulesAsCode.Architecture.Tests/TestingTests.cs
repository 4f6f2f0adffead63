using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Architecture.Tests;

/// <summary>The helpers that all other tests trust.</summary>
public sealed class TestingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    private string Verified => Path.Combine(_folder, "Snapshots", "A.B.verified.txt");

    private string Received => Path.Combine(_folder, "Snapshots", "A.B.received.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void SnapshotThatIsMissingFailsAndLeavesWhatWasReceived()
    {
        Assert.Throws<SnapshotException>(() => Match("a\n"));
        Assert.Equal("a\n", File.ReadAllText(Received));
        Assert.False(File.Exists(Verified));
    }

    [Fact]
    public void SnapshotIsAcceptedOnRequestAndThenMatches()
    {
        Match("a\nb\n", update: "1");
        Match("a\r\nb\r\n");

        Assert.Equal("a\nb\n", File.ReadAllText(Verified));
        Assert.False(File.Exists(Received));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("1")]
    public void SnapshotIsNeverAcceptedInCi(string ci)
    {
        Assert.Throws<SnapshotException>(() => Match("a", update: "1", ci: ci));
        Assert.False(File.Exists(Verified));
    }

    [Fact]
    public void SnapshotThatDiffersShowsTheLines()
    {
        Match("one\ntwo\nthree\n", update: "1");

        var problem = Assert.Throws<SnapshotException>(() => Match("one\n2\nthree\n"));

        Assert.Contains("- two\n+ 2\n", problem.Message, StringComparison.Ordinal);
        Assert.Equal("one\n2\nthree\n", File.ReadAllText(Received));
    }

    [Fact]
    public void AnnotatedTextGivesTheTextAndItsSpans()
    {
        AnnotatedText text = AnnotatedText.Parse("a [|b [|c|]|] [||]d");

        Assert.Equal("a b c d", text.Text);
        Assert.Equal([new TextSpan(2, 3), new TextSpan(4, 1), new TextSpan(6, 0)], text.Spans);
    }

    [Theory]
    [InlineData("a [| b")]
    [InlineData("a |] b")]
    public void AnnotatedTextWithALoneMarkIsRefused(string text) => Assert.Throws<FormatException>(() => AnnotatedText.Parse(text));

    [Fact]
    public void CorpusHoldsItsRulesetsAndReadsTheirTables()
    {
        Assert.True(Corpus.Cases.Length >= 3, $"{Corpus.Cases.Length} cases");
        RuleFolder cancellation = Corpus.Case("ConsumerCancellation");

        Assert.Equal("tests/corpus/ConsumerCancellation/main.rules", cancellation.Files.Single().Path);
        Assert.StartsWith("date,name,note", cancellation.ReadTable("tests/corpus/ConsumerCancellation/bank-holidays-england-and-wales.csv"), StringComparison.Ordinal);
        Assert.Null(cancellation.ReadTable("tests/corpus/ConsumerCancellation/nothing.csv"));
        Assert.Throws<ArgumentException>(() => Corpus.Case("Nothing"));
    }

    private void Match(string text, string? update = null, string? ci = null) =>
        Snapshot.MatchFile(text, Verified, name => name switch { "UPDATE_SNAPSHOTS" => update, "CI" => ci, _ => null });
}
