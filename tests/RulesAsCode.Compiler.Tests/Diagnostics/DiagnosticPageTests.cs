using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Diagnostics;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Diagnostics;

/// <summary>A page a code. That its examples do what it says is tested where examples can be run, with the interpreter.</summary>
public sealed partial class DiagnosticPageTests
{
    public static TheoryData<string> Codes => [.. DiagnosticCatalogue.All.Select(descriptor => descriptor.Code)];

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code() => Assert.Equal(DiagnosticCatalogue.All.Select(descriptor => descriptor.Code), DiagnosticPage.Codes);

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
        Assert.Empty(new PageExample([new PageFile(null, "define nothing\n  when resident\n")]).Compile().Diagnostics);

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

    [GeneratedRegex(@"\b(tokens?|expressions?|identifiers?|parse[rds]?|syntax|semantics?|compile[rds]?|null|strings?|booleans?|integers?|arrays?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
