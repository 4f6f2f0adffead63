using System.Runtime.CompilerServices;
using RulesAsCode.Compiler.Diagnostics;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Semantics;

/// <summary>Rule texts with exactly the diagnostics that the files of cases list.</summary>
public sealed class DiagnosticCaseTests
{
    private static readonly Dictionary<string, CaseFile> Cases = ReadCases();

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_has_exactly_these_diagnostics(string name)
    {
        CaseFile @case = Cases[name];

        string actual = string.Join("\n", CaseFile.Diagnostics(@case.Name, @case.Text));

        Assert.Equal(@case.Expected, actual);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_guide_has_a_model_if_and_only_if_it_has_no_error(string name)
    {
        Compilation compilation = CaseFile.Compile(Cases[name].Name, Cases[name].Text);

        Assert.Equal(compilation.HasErrors, compilation.Guides.IsEmpty);
    }

    [Fact]
    public void Every_code_of_binding_has_a_case()
    {
        // The holidays' own cases are in CalendarTests; a pattern that can take without end is one of the compiler's limits.
        string[] elsewhere = [CalendarTests.InvalidLineCode, "RAC3026"];
        string all = string.Join("\n", Cases.Values.Select(@case => @case.Expected));

        string[] missing = [.. DiagnosticCatalogue.All
            .Select(descriptor => descriptor.Code)
            .Where(code => code[3] is '2' or '3' or '4' && !elsewhere.Contains(code) && !all.Contains(code, StringComparison.Ordinal))];

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("requires that momed on is before today", "did you mean 'moved on'? It is a date of Person (main.rules:")]
    [InlineData("requires that the visit is 3", "did you mean 'visits'? It is a whole number of Person (main.rules:")]
    [InlineData("requires that favourite is Gren", "did you mean 'Green'?")]
    [InlineData("requires that favourite is Purple", "write 'Red', 'Green' or 'Blue'")]
    [InlineData("requires that for some pet, pet's weihgt is 3", "did you mean 'weight'? It is a number of pet (main.rules:")]
    [InlineData("requires that income is 500", "write '£500'")]
    [InlineData("requires that born on is at least moved on", "write 'born on is on or after moved on'")]
    [InlineData("requires that born on + 3 days is before today", "write '3 days after born on'")]
    [InlineData("requires that second favourite is not Red", "write 'not (second favourite is Red)' if that holds as well when there is none; else 'second favourite is given and not (second favourite is Red)'")]
    [InlineData("requires that worn is Red", "write 'worn include Red'")]
    [InlineData("requires score", "declare it 'or none', so that *there is none* can be answered")]
    [InlineData("requires that completely other is before today", "if it is a fact, declare it under 'facts': write 'completely other is a date'")]
    public void A_diagnostic_says_what_to_write(string clause, string fix)
    {
        Compilation compilation = RulesText.CompileWithFacts("requirement R\n  see LAW 1\n  applies always\n  " + clause + "\n");

        Diagnostic diagnostic = Assert.Single(compilation.Diagnostics);
        Assert.StartsWith(fix, diagnostic.Fix ?? "", StringComparison.Ordinal);
    }

    private static Dictionary<string, CaseFile> ReadCases([CallerFilePath] string path = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(path)!, "Cases");
        return Directory.GetFiles(folder, "*.cases").Order(StringComparer.Ordinal)
            .SelectMany(file => CaseFile.Read(File.ReadAllText(file)).Select(@case => (Key: Path.GetFileNameWithoutExtension(file) + ": " + @case.Name, Case: @case)))
            .ToDictionary(pair => pair.Key, pair => pair.Case, StringComparer.Ordinal);
    }
}
