using RulesAsCode.Compiler.Diagnostics;

namespace RulesAsCode.Interpreter.Tests;

/// <summary>What a page of a diagnostic shows as right is right: its examples pass when they are run.</summary>
public sealed class DiagnosticPageExampleTests
{
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
}
