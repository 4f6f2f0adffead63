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
}
