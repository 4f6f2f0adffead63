using System.Collections.Immutable;
using System.Text;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Differential.Tests.Rulesets;
using RulesAsCode.Testing;

namespace RulesAsCode.Differential.Tests.LanguageForms;

/// <summary>The table of language forms: every form is parsed, bound, interpreted, emitted, documented and shown by a case of the corpus.</summary>
public sealed class LanguageFormTests
{
    // Signs of a file that is not right, what a later pass turns into others, what is told by the layout, and white space.
    private static readonly HashSet<SyntaxKind> NoForms =
    [
        SyntaxKind.WhiteSpace, SyntaxKind.NewLine, SyntaxKind.Comment, SyntaxKind.EndOfClause,
        SyntaxKind.None, SyntaxKind.NumericDate, SyntaxKind.UnclosedText, SyntaxKind.NumberWithLetters, SyntaxKind.Bad, SyntaxKind.ThanKeyword, SyntaxKind.ThenKeyword,
        SyntaxKind.UnlessKeyword, SyntaxKind.Word, SyntaxKind.IsoDate, SyntaxKind.BacktickName, SyntaxKind.Ampersand, SyntaxKind.OtherwiseKeyword, SyntaxKind.Colon,
    ];

    private static readonly ImmutableArray<RulesetEvidence> Rulesets = [.. Corpus.All.Select(folder => new RulesetEvidence(folder))];

    // What examples reach through a definition alone is shown as C# by rulesets made at random.
    private static readonly Lazy<ImmutableArray<RulesetEvidence>> Random = new(() =>
        [.. RulesetRun.Default.Value.Agreed.Select(agreed => new RulesetEvidence(agreed.Compilation, agreed.Assessments))]);

    private static readonly ImmutableArray<LanguageForm> Forms = [.. ClauseForms.All, .. SentenceForms.All];

    [Fact]
    public void Every_form_has_all_its_cells()
    {
        var table = new StringBuilder();
        var empty = new StringBuilder();
        table.Append("# Forms of the language\n\nGenerated from the grammar and the corpus. Emitted: a requirement with it ran as compiled C# and said what the interpreter says. A dash: the form is there for readers, and nothing evaluates it.\n");
        foreach (IGrouping<string, LanguageForm> group in Forms.GroupBy(form => form.Group))
        {
            table.Append($"\n## {char.ToUpperInvariant(group.Key[0])}{group.Key[1..]}\n\n| form | parsed | bound | interpreted | emitted | documented | corpus case |\n|---|---|---|---|---|---|---|\n");
            foreach (LanguageForm form in group)
            {
                string row = Row(form, out bool isFull);
                table.Append(row);
                if (!isFull)
                {
                    empty.Append(group.Key).Append(": ").Append(row);
                }
            }
        }

        Assert.True(empty.Length == 0, "These forms lack something:\n" + empty);
        Snapshot.Match(table.ToString(), "md");
    }

    /// <summary>The list that the language reference prints. Run with UPDATE_SNAPSHOTS=1 to accept what the grammar has.</summary>
    [Fact]
    public void The_page_of_forms_agrees_with_the_table()
    {
        var page = new StringBuilder("# All forms\n\nEvery form of the language, each of which is tried by the tests from the words to the outcome. A dash: the form is for readers, and no outcome depends on it.\n");
        foreach (IGrouping<string, LanguageForm> group in Forms.GroupBy(form => form.Group))
        {
            page.Append($"\n## {char.ToUpperInvariant(group.Key[0])}{group.Key[1..]}\n\n| form | on the one page | matters to outcomes |\n|---|---|---|\n");
            foreach (LanguageForm form in group)
            {
                page.Append($"| {form.Words.Replace("|", "\\|", StringComparison.Ordinal)} | {Cell(form.IsDocumented(LanguageReference.Core.Evidence))} | {(form.IsEvaluated ? "yes" : "–")} |\n");
            }
        }

        Snapshot.MatchFile(page.ToString(), RepositoryRoot.PathTo("src/RulesAsCode.Compiler/Reference/Forms.md"));
    }

    [Fact]
    public void Forms_are_told_apart_by_their_words() =>
        Assert.Empty(Forms.GroupBy(form => (form.Group, form.Words)).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Every_token_of_the_language_is_in_the_corpus_and_in_the_reference()
    {
        SyntaxKind[] kinds = [.. Enum.GetValues<SyntaxKind>().Except(NoForms)];
        Assert.Equal([], kinds.Except(Rulesets.SelectMany(ruleset => ruleset.Tokens)));
        Assert.Equal([], kinds.Except(LanguageReference.Full.Evidence.Tokens));
    }

    [Fact]
    public void Every_node_of_the_tree_is_in_the_corpus_and_in_the_reference()
    {
        Type[] types = [.. typeof(SyntaxNode).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SyntaxNode)) && type is { IsAbstract: false, IsPublic: true })
            .Except([typeof(DeclarationSyntax), typeof(ClauseSyntax)])];
        Assert.Equal([], types.Except(Rulesets.SelectMany(ruleset => ruleset.Nodes).Select(place => place.Node.GetType())));
        Assert.Equal([], types.Except(LanguageReference.Full.Evidence.Nodes.Select(place => place.Node.GetType())));
    }

    [Fact]
    public void The_corpus_compiles_and_its_examples_pass()
    {
        foreach (RulesetEvidence ruleset in Rulesets)
        {
            Assert.Empty(ruleset.Compilation.Diagnostics.Where(diagnostic => diagnostic.IsError));
            Assert.Empty(ruleset.Results.SelectMany(result => result.Failures));
        }
    }

    private static string Row(LanguageForm form, out bool isFull)
    {
        bool isParsed = Rulesets.Any(form.IsParsed);
        bool isBound = Rulesets.Any(form.IsBound);
        bool isInterpreted = Rulesets.Any(form.IsInterpreted);
        bool isEmitted = Rulesets.Any(form.IsEmitted) || Random.Value.Any(form.IsEmitted);
        bool isDocumented = form.IsDocumented(LanguageReference.Full.Evidence);
        string? shownBy = Rulesets.FirstOrDefault(form.IsShownBy)?.Name;
        isFull = isParsed && isBound && isInterpreted && isEmitted && isDocumented && shownBy is not null;
        return $"| {form.Words.Replace("|", "\\|", StringComparison.Ordinal)} | {Cell(isParsed)} | {Cell(isBound)} | {(form.IsEvaluated ? Cell(isInterpreted) : "–")} | {(form.IsEvaluated ? Cell(isEmitted) : "–")} | {Cell(isDocumented)} | {shownBy} |\n";
    }

    private static string Cell(bool holds) => holds ? "yes" : "";
}
