namespace RulesAsCode.Generator.Tests;

/// <summary>Paths as texts.</summary>
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
}
