namespace RulesAsCode.Generator.Tests;

/// <summary>Paths as texts, and the names of generated files.</summary>
public class FilePathTests
{
    [Theory]
    [InlineData("/a/b/", "c.rules", "/a/b/c.rules")]
    [InlineData("/a/b/", "../c.rules", "/a/c.rules")]
    [InlineData("/a/b/", @"..\x\.\c.rules", "/a/x/c.rules")]
    [InlineData("/a/b/", "/c/../d.rules", "/d.rules")]
    [InlineData("", "../c.rules", "../c.rules")]
    [InlineData("C:/a/", @"C:\b\c.rules", "C:/b/c.rules")]
    [InlineData("", @"\\server\share\c.rules", "//server/share/c.rules")]
    public void PathsAreWorkedOut(string folder, string path, string expected) => Assert.Equal(expected, FilePaths.Combine(folder, path));

    [Theory]
    [InlineData("/a/b/", "/a/b/x.rules", "/a/b/y.rules")]
    [InlineData("/a/", "/a/b/x.rules", "/a/bc/y.rules")]
    [InlineData("/a/", "/a/x.rules", "/a/b/y.rules")]
    [InlineData("", "C:/x.rules", "D:/y.rules")]
    [InlineData("", "x.rules")]
    public void CommonFolderHoldsAllFiles(string expected, params string[] paths) => Assert.Equal(expected, FilePaths.CommonFolder(paths));

    [Fact]
    public void NamesOfGeneratedFilesAreUniqueWhateverTheirCase() =>
        Assert.Equal(["a.rules.g.cs", "A.rules.2.g.cs", "a.rules.3.g.cs"], FilePaths.HintNames(["a.rules.g.cs", "A.rules.g.cs", "a.rules.g.cs"]));

    [Fact]
    public void ANameThatIsTakenByANumberedOneGetsTheNext() =>
        Assert.Equal(["a.2.g.cs", "a.g.cs", "a.3.g.cs"], FilePaths.HintNames(["a.2.g.cs", "a.g.cs", "a.g.cs"]));

    [Fact]
    public void NamesOfGeneratedFilesAreMadeOfWhatEveryHostTakes() =>
        Assert.Equal(["x/it_s__5.rules.g.cs", "Gebühr.rules.g.cs"], FilePaths.HintNames(["../x//./it's £5.rules.g.cs", "Gebühr.rules.g.cs"]));
}
