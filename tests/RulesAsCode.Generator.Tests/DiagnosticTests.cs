using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Generator.Model;
using RulesAsCode.Testing;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;
using DiagnosticSeverity = RulesAsCode.Compiler.Diagnostics.DiagnosticSeverity;

namespace RulesAsCode.Generator.Tests;

/// <summary>Diagnostics of rule files as a build of C# reports them.</summary>
public class DiagnosticTests
{
    [Fact]
    public void DiagnosticStandsAtItsPlaceInTheRuleFile()
    {
        AnnotatedText text = AnnotatedText.Parse(Projects.MoatsText.Replace("depth of the moat", "[|depth of the boat|]", StringComparison.Ordinal));
        GeneratorRun run = GeneratorHarness.Of((Projects.Main, Projects.MainText), (Projects.Moats, text.Text)).Run();

        Diagnostic diagnostic = Assert.Single(run.RawDiagnostics);
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        Assert.Equal(Projects.Moats, span.Path);
        Assert.Equal("(5,16)-(5,33)", $"({span.StartLinePosition})-({span.EndLinePosition})");
        Assert.Equal((text.Spans[0].Start, text.Spans[0].Length), (diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.StartsWith($"{Projects.Moats}(6,17): error RAC2001: There is no fact called 'depth of the boat'. (", Assert.Single(run.Diagnostics), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', run.Diagnostics[0]);
    }

    [Fact]
    public void PlacesAreTheSameWithCarriageReturns()
    {
        GeneratorHarness Broken(string newLine) => new([.. Projects.Castle.Files.Select(file => (file.Path, file.Text.Replace("depth of the moat is more", "depth of the boat is more", StringComparison.Ordinal).ReplaceLineEndings(newLine)))]);

        Assert.Equal(Broken("\n").Run().Diagnostics, Broken("\r\n").Run().Diagnostics);
        Assert.Contains("(6,17)", Assert.Single(Broken("\r\n").Run().Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorCannotBeConfiguredAndOthersCan()
    {
        Diagnostic Of(DiagnosticSeverity severity) => new DiagnosticInfo("RAC0000", severity, "Title", "Sentence {0}.", null, new([]), "").ToDiagnostic();

        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, Of(DiagnosticSeverity.Error).Descriptor.CustomTags);
        Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, Of(DiagnosticSeverity.Warning).Descriptor.CustomTags);
        Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, Of(DiagnosticSeverity.Information).Descriptor.CustomTags);
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning, Of(DiagnosticSeverity.Warning).Severity);
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, Of(DiagnosticSeverity.Information).Severity);
        Assert.Equal("Sentence {0}.", Of(DiagnosticSeverity.Error).GetMessage(null));
    }

    [Fact]
    public void HelpLinkLeadsToTheCodeOnThePageOfMessages()
    {
        GeneratorHarness broken = GeneratorHarness.Of((Projects.Main, Projects.MainText + "bogus\n"));

        Assert.Equal("https://example.org/messages.md#rac1001", Assert.Single(broken.With("RulesHelpPage", "https://example.org/messages.md").Run().RawDiagnostics).Descriptor.HelpLinkUri);
        Assert.Equal("", Assert.Single(broken.Run().RawDiagnostics).Descriptor.HelpLinkUri);
    }

    [Fact]
    public void RelatedPlacesAreAdditionalLocations()
    {
        GeneratorRun run = GeneratorHarness.Of((Projects.Main, Projects.MainText), (Projects.Towers, Projects.TowersText), (Projects.Moats, Projects.MoatsText.Replace("Deep Moat", "High Tower", StringComparison.Ordinal))).Run();

        Diagnostic twice = Assert.Single(run.RawDiagnostics, diagnostic => diagnostic.Id == "RAC2002");
        Assert.NotEqual(twice.Location.GetLineSpan().Path, Assert.Single(twice.AdditionalLocations).GetLineSpan().Path);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp11)]
    public void OldLanguageIsOneClearErrorAndNoCode(LanguageVersion version)
    {
        GeneratorRun run = (Projects.Castle with { Language = version }).Run();

        Assert.StartsWith($"error RACG001: The validators need C# 12 or later, and this project is compiled as C# {version.ToDisplayString()}.", Assert.Single(run.Diagnostics), StringComparison.Ordinal);
        Assert.Empty(run.Sources);
        Assert.NotEmpty(Projects.Castle.Run().Sources);
    }

    [Fact]
    public void ProjectWithoutRulesIsLeftAlone()
    {
        GeneratorRun run = (GeneratorHarness.Of(("/repo/src/Library/other.csv", "a,b")) with { Language = LanguageVersion.CSharp7_3 }).Run();

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void RulesInAWebProjectAreAWarning()
    {
        GeneratorRun run = Projects.Castle.With("UsingMicrosoftNETSdkWeb", "true").Run();

        Assert.StartsWith("warning RACG002: ", Assert.Single(run.Diagnostics), StringComparison.Ordinal);
        Assert.NotEmpty(run.Sources);
        Assert.Empty(Projects.Castle.Run().Diagnostics);
    }

    /// <summary>Run with UPDATE_SNAPSHOTS=1 to accept what the catalogue says.</summary>
    [Fact]
    public void ReleaseFilesAgreeWithTheCatalogue()
    {
        IEnumerable<string> lines = HostDiagnostics.All.Concat(DiagnosticCatalogue.All).OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal)
            .Select(descriptor => $"{descriptor.Code} | Rules | {DiagnosticInfo.Descriptor(descriptor.Code, descriptor.Title, descriptor.Severity, "").DefaultSeverity} | {descriptor.Title}");

        Snapshot.MatchFile(
            "; Written from the catalogue of diagnostics (DiagnosticTests.ReleaseFilesAgreeWithTheCatalogue)\n### New Rules\n\nRule ID | Category | Severity | Notes\n--------|----------|----------|-------\n" + string.Join("\n", lines) + "\n",
            RepositoryRoot.PathTo("src/RulesAsCode.Generator/AnalyzerReleases.Unshipped.md"));
    }

    /// <summary>The page that help links lead to. Run with UPDATE_SNAPSHOTS=1 to accept what the catalogue says.</summary>
    [Fact]
    public void PageOfMessagesAgreesWithTheCatalogue()
    {
        IEnumerable<string> messages = DiagnosticCatalogue.All.Select(descriptor => DiagnosticPage.Of(descriptor).ToMarkdown(Heading(descriptor), DiagnosticPage.Of(descriptor).Message));

        Snapshot.MatchFile(
            "# Messages about rules\n\nThe message itself says what was found and, in brackets, what to write instead. `RACG` codes are about the C# project, the others about a rule file. "
            + "Where there is an error, no validator is generated from the guide; an error cannot be switched off.\n\n"
            + string.Join("\n", messages.Concat(HostDiagnostics.All.Select(descriptor => $"{Heading(descriptor)}\n\n{(descriptor.IsError ? "An error." : "A warning: validators are generated.")}\n")))
            + $"\n## The guide of the examples\n\nAn example that is no whole file continues this guide. Lines that are indented stand in a requirement that applies always.\n\n```rules\n{PageExample.Prelude}```\n",
            RepositoryRoot.PathTo("src/RulesAsCode.Generator/build/messages.md"));
    }

    // The heading is the anchor that help links lead to, so it holds the code alone.
    private static string Heading(Compiler.Diagnostics.DiagnosticDescriptor descriptor) => $"## {descriptor.Code}\n\n**{descriptor.Title}.**";
}
