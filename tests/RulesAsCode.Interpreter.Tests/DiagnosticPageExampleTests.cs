using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter.Coverage;
using Xunit;

namespace RulesAsCode.Interpreter.Tests;

/// <summary>The examples of the pages of all codes do what the pages say, those that take running examples among them.</summary>
public sealed class DiagnosticPageExampleTests
{
    public static TheoryData<string> Codes => [.. DiagnosticCatalogue.All.Select(descriptor => descriptor.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_gives_exactly_the_code(string code) => Assert.Equal(code, Found(code, page => page.Wrong, withFix: false));

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_right_example_gives_nothing(string code) => Assert.Equal("", Found(code, page => page.Right, withFix: true));

    [Fact]
    public void The_examples_of_the_pages_pass()
    {
        var failures = new List<string>();
        int run = 0;
        foreach (DiagnosticPage page in DiagnosticCatalogue.All.Select(DiagnosticPage.Of))
        {
            foreach (ExampleResult result in page.Right.Compile().Guides.SelectMany(guide => ExampleRunner.Run(guide)))
            {
                run++;
                failures.AddRange(result.Failures.Select(failure => $"{page.Descriptor.Code}: {failure}"));
            }
        }

        Assert.Empty(failures);
        Assert.InRange(run, 20, 500);
    }

    private static string Found(string code, Func<DiagnosticPage, PageExample> side, bool withFix)
    {
        DiagnosticPage page = DiagnosticPage.Of(DiagnosticCatalogue.All.Single(descriptor => descriptor.Code == code));
        IReadOnlyCollection<Diagnostic> diagnostics = page.FindIn(side(page), LintsOfExamples);
        return string.Join("\n", diagnostics.Select(diagnostic => withFix || diagnostics.Count > 1 ? $"{diagnostic} | {diagnostic.Fix}" : diagnostic.Code));
    }

    private static IEnumerable<Diagnostic> LintsOfExamples(RulesModel model) => ExampleLints.Find(ExampleCoverage.Of(model));
}
