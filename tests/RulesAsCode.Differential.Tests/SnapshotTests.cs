using RulesAsCode.Compiler.Emit.CSharp;
using RulesAsCode.Testing;

namespace RulesAsCode.Differential.Tests;

/// <summary>Generated code, reviewed as code.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void StaffLeave()
    {
        foreach (EmittedFile file in Guides.Generated("StaffLeave").Files)
        {
            Snapshot.Match(file.Text, "cs", file.HintName.Replace(".g.cs", "", StringComparison.Ordinal));
        }
    }

    /// <summary>What the rules of the Smart Energy Code need beyond that: filters and sums, a requirement of each element, deadlines in working days.</summary>
    [Theory]
    [InlineData("02-credit-cover.rules")]
    [InlineData("05-uept-notice.rules")]
    [InlineData("09-dcc-steps.rules")]
    public void SmartEnergyCode(string file) =>
        Snapshot.Match(Guides.Generated(Corpus.Rules.Name).Files.Single(generated => generated.HintName == file + ".g.cs").Text, "cs", file);
}
