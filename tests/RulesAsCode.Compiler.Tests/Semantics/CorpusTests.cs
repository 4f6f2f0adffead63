using System.Runtime.CompilerServices;
using RulesAsCode.Compiler.Text;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Semantics;

/// <summary>The rulesets of the repository compile without a word.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Folders => [.. Rulesets()];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_ruleset_compiles_without_a_diagnostic(string folder)
    {
        string root = Root();

        var compilation = Compilation.Create(FilesOf(folder), table => File.Exists(Path.Combine(root, table)) ? File.ReadAllText(Path.Combine(root, table)) : null);

        Assert.Equal("", string.Join("\n", compilation.Diagnostics.Select(RulesText.Show)));
        Assert.NotEmpty(compilation.Guides);
        Assert.All(compilation.Guides, model => Assert.NotEmpty(model.Examples));
    }

    internal static IEnumerable<SourceText> FilesOf(string folder) =>
        Directory.GetFiles(Path.Combine(Root(), folder), "*.rules", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => SourceText.From(Path.GetRelativePath(Root(), file), File.ReadAllText(file)));

    internal static IEnumerable<string> Rulesets()
    {
        string root = Root();
        yield return "rules";
        foreach (string folder in Directory.GetDirectories(Path.Combine(root, "tests", "corpus")))
        {
            if (Directory.GetFiles(folder, "*.rules").Length > 0)
            {
                yield return Path.GetRelativePath(root, folder).Replace('\\', '/');
            }
        }
    }

    private static string Root([CallerFilePath] string path = "")
    {
        DirectoryInfo? folder = new FileInfo(path).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RulesAsCode.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
