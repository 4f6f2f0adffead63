using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Diagnostics;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Diagnostics;

/// <summary>A page a code, whose examples do what it says.</summary>
public sealed partial class DiagnosticPageTests
{
    /// <summary>Lints that take running the examples, which this assembly does not: the engine is told of them by who can.</summary>
    private static readonly string[] FoundByRunning = ["RAC9701", "RAC9702", "RAC9703"];

    public static TheoryData<string> Codes => [.. DiagnosticCatalogue.All.Select(descriptor => descriptor.Code)];

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code() => Assert.Equal(DiagnosticCatalogue.All.Select(descriptor => descriptor.Code), DiagnosticPage.Codes);

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_gives_exactly_the_code(string code) =>
        Assert.Equal(FoundByRunning.Contains(code) ? "" : code, Found(PageOf(code).FindIn(PageOf(code).Wrong), withFix: false));

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_right_example_gives_nothing(string code) => Assert.Equal("", Found(PageOf(code).FindIn(PageOf(code).Right), withFix: true));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_speaks_the_analysts_language(string code)
    {
        DiagnosticPage page = PageOf(code);

        Assert.DoesNotMatch(Foreign(), page.Why + " " + page.Suppress + " " + page.Descriptor.Title);
        Assert.InRange(page.Why.Length, 40, 600);
    }

    [Fact]
    public void The_common_guide_has_no_findings() =>
        Assert.Equal("", Found(new PageExample([new PageFile(null, "define nothing\n  when resident\n")]).Compile().Diagnostics, withFix: true));

    [Fact]
    public void A_line_of_a_page_is_found_again_in_the_compilation()
    {
        Diagnostic diagnostic = Assert.Single(new PageExample([new PageFile(null, "  requires resident\n  requires nobody\n")]).Compile().Diagnostics);
        var clause = new PageExample([new PageFile(null, "  requires resident\n  requires nobody\n")]);

        Assert.Equal(1, diagnostic.Location.Start.Line - clause.LinesBefore);
        Assert.Equal(2, new PageExample([new PageFile(null, "define x\n  as 1\n")]).LinesBefore);
        Assert.Equal(0, new PageExample([new PageFile("guide.rules", "")]).LinesBefore);
    }

    private static DiagnosticPage PageOf(string code) => DiagnosticPage.Of(DiagnosticCatalogue.All.Single(descriptor => descriptor.Code == code));

    private static string Found(IReadOnlyCollection<Diagnostic> diagnostics, bool withFix) =>
        string.Join("\n", diagnostics.Select(diagnostic => withFix || diagnostics.Count > 1 ? $"{diagnostic} | {diagnostic.Fix}" : diagnostic.Code));

    [GeneratedRegex(@"\b(tokens?|expressions?|identifiers?|parse[rds]?|syntax|semantics?|compile[rds]?|null|strings?|booleans?|integers?|arrays?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
