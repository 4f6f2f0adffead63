namespace RulesAsCode.Publishing.Tests;

public sealed class FileWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rules-publishing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_are_written_below_folders_that_are_made()
    {
        int changed = FileWriter.Write(Path.Combine(_folder, "new"), [new("guide.md", "é\n"), new("a/b/c.txt", "")]);

        Assert.Equal(2, changed);
        Assert.Equal([0xC3, 0xA9, (byte)'\n'], File.ReadAllBytes(Path.Combine(_folder, "new", "guide.md")));
        Assert.Empty(File.ReadAllBytes(Path.Combine(_folder, "new", "a", "b", "c.txt")));
    }

    [Fact]
    public void A_file_that_has_not_changed_is_not_touched()
    {
        FileWriter.Write(_folder, [new("same.md", "same\n"), new("other.md", "one\n")]);
        var before = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "same.md"), before);

        int changed = FileWriter.Write(_folder, [new("same.md", "same\n"), new("other.md", "two\n")]);

        Assert.Equal(1, changed);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(_folder, "same.md")));
        Assert.Equal("two\n", File.ReadAllText(Path.Combine(_folder, "other.md")));
    }

    [Fact]
    public void A_file_of_the_same_length_with_other_bytes_is_replaced()
    {
        FileWriter.Write(_folder, [new("a.md", "one\n")]);

        Assert.Equal(1, FileWriter.Write(_folder, [new("a.md", "two\n")]));
        Assert.Equal("two\n", File.ReadAllText(Path.Combine(_folder, "a.md")));
    }

    [Fact]
    public void Nothing_is_left_beside_the_files()
    {
        FileWriter.Write(_folder, [new("a.md", "1"), new("b/c.md", "2")]);

        Assert.Equal(["a.md", "c.md"], Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_failure_leaves_every_file_as_it_was()
    {
        FileWriter.Write(_folder, [new("a.md", "old")]);
        File.WriteAllText(Path.Combine(_folder, "file"), "in the way of a folder");

        Assert.ThrowsAny<IOException>(() => FileWriter.Write(_folder, [new("a.md", "new"), new("file/b.md", "new")]));

        Assert.Equal("old", File.ReadAllText(Path.Combine(_folder, "a.md")));
        Assert.Equal(["a.md", "file"], Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../a.md")]
    [InlineData("a/../../b.md")]
    [InlineData("/a.md")]
    [InlineData("a//b.md")]
    [InlineData("./a.md")]
    [InlineData("a\\b.md")]
    public void A_path_that_leads_elsewhere_is_refused(string path)
    {
        Assert.Throws<ArgumentException>(() => FileWriter.Write(_folder, [new("good.md", "x"), new(path, "x")]));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void Two_files_of_one_path_are_refused() =>
        Assert.Throws<ArgumentException>(() => FileWriter.Write(_folder, [new("a.md", "x"), new("A.md", "y")]));

    [Fact]
    public void A_text_that_is_not_Unicode_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => FileWriter.Write(_folder, [new("a.md", "\uD800")]));
}
