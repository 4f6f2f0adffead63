using RulesAsCode.Compiler.Tests.Semantics;
using RulesAsCode.Testing;
using Diagnostic = RulesAsCode.Compiler.Diagnostics.Diagnostic;

namespace RulesAsCode.Generator.Tests;

/// <summary>The rule texts that are broken on purpose, one for every message of the language, as a project has them.</summary>
public class BrokenRulesTests
{
    private const string Folder = "tests/RulesAsCode.Compiler.Tests/Semantics/Cases";

    public static TheoryData<string> Files => [.. RepositoryRoot.Files.Where(file => file.StartsWith(Folder + "/", StringComparison.Ordinal)).Select(file => Path.GetFileName(file))];

    /// <summary>The generator says what the compiler of the rules says, at the same places; and what it generates, if anything, is C#.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void GiveTheirDiagnosticsAndNeverAnErrorOfCSharp(string file)
    {
        int broken = 0;
        foreach (CaseFile @case in CaseFile.Read(File.ReadAllText(RepositoryRoot.PathTo(Folder + "/" + file))))
        {
            string text = @case.Name.StartsWith("raw:", StringComparison.Ordinal) ? @case.Text
                : @case.Name.StartsWith("bare:", StringComparison.Ordinal) ? RulesText.Header + @case.Text
                : RulesText.Header + RulesText.Facts + @case.Text;
            RulesAsCode.Compiler.Compilation compilation = CaseFile.Compile(@case.Name, @case.Text);

            GeneratorRun run = GeneratorHarness.Of(("/repo/main.rules", text), ("/repo/holidays.csv", RulesText.Holidays)).Run();

            Assert.True(compilation.Diagnostics.Select(Place).SequenceEqual(run.RawDiagnostics.Select(Place)), $"{@case.Name}:\n{string.Join("\n", run.Diagnostics)}");
            Assert.Equal(compilation.HasErrors, run.Sources.Count == 0);
            if (run.Sources.Count > 0)
            {
                Assert.Empty(run.ProblemsOfGeneratedCode());
            }

            broken += run.HasErrors ? 1 : 0;
        }

        Assert.True(broken >= 3, $"{broken} texts of {file} were broken.");
    }

    [Fact]
    public void ThereAreManyOfThem() => Assert.True(Files.Count >= 5);

    private static string Place(Diagnostic diagnostic) => $"{diagnostic.Code} {diagnostic.Location.Start.Line}:{diagnostic.Location.Start.Character}";

    private static string Place(Microsoft.CodeAnalysis.Diagnostic diagnostic) =>
        diagnostic.Location.GetLineSpan() is var span ? $"{diagnostic.Id} {span.StartLinePosition.Line}:{span.StartLinePosition.Character}" : "";
}
