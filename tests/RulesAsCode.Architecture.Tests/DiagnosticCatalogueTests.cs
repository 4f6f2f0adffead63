using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Diagnostics;
using Xunit;

namespace RulesAsCode.Architecture.Tests;

/// <summary>The codes of the diagnostics: stable, and one place for each.</summary>
public partial class DiagnosticCatalogueTests
{
    private static IEnumerable<string> Parts =>
        Repository.Files.Where(file => file.StartsWith("src/RulesAsCode.Compiler/Diagnostics/DiagnosticCatalogue.", StringComparison.Ordinal));

    [Fact]
    public void EveryCodeIsRacAndFourDigits()
    {
        Assert.NotEmpty(DiagnosticCatalogue.All);
        Assert.All(DiagnosticCatalogue.All, descriptor => Assert.Matches("^RAC[0-9]{4}$", descriptor.Code));
        Assert.All(DiagnosticCatalogue.All, descriptor => Assert.NotEqual("", descriptor.Title.Trim()));
    }

    [Fact]
    public void NoCodeIsUsedTwice() =>
        Assert.Empty(DiagnosticCatalogue.All.GroupBy(descriptor => descriptor.Code).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void AFileHoldsTheCodesOfOnePhase()
    {
        Dictionary<string, string[]> codes = Parts.ToDictionary(file => file, file => CodePattern().Matches(Repository.Read(file)).Select(match => match.Value).ToArray());

        // The phase is the first digit; several parts may share it, one part never has two.
        Assert.All(codes, part => Assert.True(part.Value.Select(code => code[4]).Distinct().Count() <= 1, $"{part.Key} holds codes of several phases."));
        Assert.Empty(DiagnosticCatalogue.All.Select(descriptor => descriptor.Code).Except(codes.Values.SelectMany(code => code).Select(code => code.Trim('"'))));
    }

    [Fact]
    public void NoCodeIsMadeOutsideTheCatalogue()
    {
        IEnumerable<string> elsewhere = Repository.Files
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("src/RulesAsCode.Compiler/Diagnostics/", StringComparison.Ordinal));

        Assert.DoesNotContain(elsewhere, file => CodePattern().IsMatch(Repository.Read(file)));
    }

    [GeneratedRegex("\"RAC[0-9]{4}\"", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();
}
