namespace RulesAsCode.Publishing.Tests;

public sealed class FileWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rules-publishing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_later_build_removes_what_an_earlier_one_wrote_and_nothing_else()
    {
        FileWriter.Replace(_folder, [new("stays.html", "1"), new("old/gone.html", "2"), new("old/edited.html", "3")]);
        File.WriteAllText(Path.Combine(_folder, "old", "edited.html"), "by hand");
        File.WriteAllText(Path.Combine(_folder, "mine.html"), "mine");

        ReplaceResult result = FileWriter.Replace(_folder, [new("stays.html", "1"), new("new.html", "4")]);

        Assert.Equal((1, 1), (result.Changed, result.Removed));
        Assert.Equal(["old/edited.html"], result.Kept);
        Assert.Equal(
            ["files.sha256", "mine.html", "new.html", "old/edited.html", "stays.html"],
            Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Empty(FileWriter.Replace(_folder, [new("stays.html", "1"), new("new.html", "4")]).Kept);
    }

    [Fact]
    public void A_folder_that_becomes_empty_goes_with_its_last_file()
    {
        FileWriter.Replace(_folder, [new("a.html", "1"), new("b/c/d.html", "2")]);
        FileWriter.Replace(_folder, [new("a.html", "1")]);
        Assert.False(Directory.Exists(Path.Combine(_folder, "b")));
    }

    [Fact]
    public void A_list_that_somebody_has_written_leads_nowhere_outside()
    {
        string outside = _folder + "-outside";
        Directory.CreateDirectory(outside);
        try
        {
            string victim = Path.Combine(outside, "victim.txt");
            File.WriteAllText(victim, "x");
            FileWriter.Replace(_folder, [new("a.html", "1")]);
            Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), outside);
            const string HashOfX = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
            File.WriteAllText(
                Path.Combine(_folder, FileWriter.ListFile),
                string.Concat(new[] { "../" + Path.GetFileName(outside) + "/victim.txt", victim, "link/victim.txt", "" }.Select(path => $"{HashOfX}  {path}\n")));

            Assert.Equal(0, FileWriter.Replace(_folder, [new("a.html", "1")]).Removed);
            Assert.True(File.Exists(victim));
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Fact]
    public void Files_that_are_the_same_are_not_written_again()
    {
        PublishedFile[] files = [new("a.html", "1"), new("b.html", "2")];
        FileWriter.Replace(_folder, files);
        var longAgo = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (string file in Directory.EnumerateFiles(_folder))
        {
            File.SetLastWriteTimeUtc(file, longAgo);
        }

        Assert.Equal(0, FileWriter.Replace(_folder, files).Changed);
        Assert.All(Directory.EnumerateFiles(_folder), file => Assert.Equal(longAgo, File.GetLastWriteTimeUtc(file)));
    }

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
