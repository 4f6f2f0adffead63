using RulesAsCode.Compiler.Emit.CSharp;

namespace RulesAsCode.Compiler.Tests.Emit;

/// <summary>The names of generated files.</summary>
public class HintNameTests
{
    [Fact]
    public void NamesOfGeneratedFilesAreUniqueWhateverTheirCase() =>
        Assert.Equal(["a.rules.g.cs", "A.rules.2.g.cs", "a.rules.3.g.cs"], HintNames.Unique(["a.rules.g.cs", "A.rules.g.cs", "a.rules.g.cs"]));

    [Fact]
    public void ANameThatIsTakenByANumberedOneGetsTheNext() =>
        Assert.Equal(["a.2.g.cs", "a.g.cs", "a.3.g.cs"], HintNames.Unique(["a.2.g.cs", "a.g.cs", "a.g.cs"]));

    [Fact]
    public void NamesOfGeneratedFilesAreMadeOfWhatEveryHostTakes() =>
        Assert.Equal(["x/it_s__5.rules.g.cs", "Gebühr.rules.g.cs"], HintNames.Unique(["../x//./it's £5.rules.g.cs", "Gebühr.rules.g.cs"]));
}
