using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Fixing;
using RulesAsCode.Compiler.Linting;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Fixing;

/// <summary>Lints whose fix is certain: to make it takes the finding away and brings no other.</summary>
public sealed class LintFixTests
{
    private const string Rules = """
        part of Allotments

        requirement Resident
          see Code 1
          applies always
          requires that not (resident is no)
        """;

    /// <summary>Every lint that has a certain fix.</summary>
    public static TheoryData<string> Fixable => ["RAC9402", "RAC9501", "RAC9502", "RAC9503", "RAC9504", "RAC9602", "RAC9804"];

    public static TheoryData<string> Rulesets => [.. Corpus.All.Select(folder => folder.Name)];

    [Theory]
    [MemberData(nameof(Fixable))]
    public void The_wrong_example_of_a_page_is_put_right(string code)
    {
        PageExample example = PageOf(code).Wrong;
        Compilation before = example.Compile();
        IReadOnlyCollection<Diagnostic> Find(Compilation compilation) =>
            [.. Linter.Run(compilation, LintLevels.Default, code == "RAC9504" ? Linter.Layout(compilation) : []).Where(diagnostic => diagnostic.Location.Source.Path != "allotments.rules")];
        Diagnostic[] found = [.. Find(before)];

        CertainFixes fixes = CertainFixes.Make(before, ReadTable, Find);

        Assert.Equal(code, Assert.Single(fixes.Fixed).Code);
        Assert.Equal(found.Where(diagnostic => diagnostic.Code != code).Select(TextOf), fixes.Found.Select(TextOf));
        Assert.Equal(found.Length - 1, fixes.Found.Count);
    }

    [Fact]
    public void Lints_with_edits_are_those_of_the_table()
    {
        string[] codes =
        [
            .. DiagnosticCatalogue.All.Where(descriptor => descriptor.Category == DiagnosticCategory.Lint)
                .Where(descriptor => PageOf(descriptor.Code) is var page && page.FindIn(page.Wrong).Any(diagnostic => diagnostic.Code == descriptor.Code && !diagnostic.Edits.IsEmpty))
                .Select(descriptor => descriptor.Code),
        ];

        Assert.Equal(Fixable.Select(row => row.Data), codes);
    }

    [Theory]
    [MemberData(nameof(Rulesets))]
    public void Fixes_of_a_ruleset_bring_nothing_and_leave_nothing_to_fix(string name)
    {
        RuleFolder folder = Corpus.All.Single(folder => folder.Name == name);
        IReadOnlyCollection<Diagnostic> Find(Compilation compilation) => Linter.Run(compilation, LintLevels.Default, Linter.Layout(compilation));

        // What careless hands leave behind, all at once.
        SourceText[] files = [.. folder.Files.Select(file => SourceText.From(file.Path, file.Text.Replace("  requires that ", "  requires  that\u00A0", StringComparison.Ordinal) + "\n# ca\u200Bre\n"))];
        var before = Compilation.Create(files, folder.ReadTable);
        ILookup<string, Diagnostic> codes = Find(before).ToLookup(diagnostic => diagnostic.Code, StringComparer.Ordinal);

        CertainFixes fixes = CertainFixes.Make(before, folder.ReadTable, Find);

        Assert.False(fixes.Compilation.HasErrors);
        Assert.NotEmpty(fixes.Fixed);
        Assert.Empty(fixes.Left);
        Assert.All(fixes.Found.GroupBy(diagnostic => diagnostic.Code), left => Assert.InRange(left.Count(), 0, codes[left.Key].Count()));
        Assert.Empty(CertainFixes.Make(fixes.Compilation, folder.ReadTable, Find).Fixed);
    }

    [Fact]
    public void What_is_allowed_or_off_is_not_fixed()
    {
        Assert.Equal(Rules.Replace("not (resident is no)", "resident", StringComparison.Ordinal), Fixed(Rules, ""));
        Assert.Equal(Rules, Fixed(Rules, "RAC9602 off"));
        string allowed = Rules.Replace("  requires", "  # allow RAC9602: as the law has it\n  requires", StringComparison.Ordinal);
        Assert.Equal(allowed, Fixed(allowed, ""));
    }

    [Theory]
    [InlineData("# allow RAC9103: why\nrequirement", "requirement")]
    [InlineData("requirement Resident # allow RAC9103: why\n", "requirement Resident\n")]
    [InlineData("# allow RAC9602, RAC9103: why\nrequirement", "# allow RAC9602: why\nrequirement")]
    [InlineData("# allow RAC9103, RAC9602: why\nrequirement", "# allow RAC9602: why\nrequirement")]
    [InlineData("# allow RAC9103 RAC9602 RAC9104: why\nrequirement", "# allow RAC9602: why\nrequirement")]
    public void A_comment_that_allows_what_is_not_there_goes(string written, string left)
    {
        string place = written.StartsWith('#') ? "requirement" : "requirement Resident\n";
        string before = Rules.Replace(place, written, StringComparison.Ordinal);

        Assert.Equal(Rules.Replace(place, left, StringComparison.Ordinal), Fixed(before, "RAC9602 " + (left.Contains("allow", StringComparison.Ordinal) ? "warning" : "off")));
    }

    private static string Fixed(string text, string levels)
    {
        var before = Compilation.Create([SourceText.From("allotments.rules", PageExample.Prelude), SourceText.From("more.rules", text)], ReadTable);
        LintLevels read = LintLevels.Read([SourceText.From("rules.lint", levels)]);
        CertainFixes fixes = CertainFixes.Make(before, ReadTable, compilation => Linter.Run(compilation, read));
        return fixes.Compilation.Trees.Single(tree => tree.Source.Path == "more.rules").Source.Text;
    }

    private static string ReadTable(string path) => DiagnosticPage.Resource("holidays.csv");

    private static string TextOf(Diagnostic diagnostic) => $"{diagnostic.Location.Source.Path} {diagnostic.Code} {diagnostic.Message}";

    private static DiagnosticPage PageOf(string code) => DiagnosticPage.Of(DiagnosticCatalogue.All.Single(descriptor => descriptor.Code == code));
}
