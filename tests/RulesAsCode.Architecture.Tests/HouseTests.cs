using System.Text.RegularExpressions;
using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Architecture.Tests;

/// <summary>Where things live (src/README.md, "The house").</summary>
public partial class HouseTests
{
    private static readonly string[] AllowedAtTheTop =
    [
        "rules", "src", "tests", "generated-docs", "RulesAsCode.sln", "README.md", "build.ps1", "global.json", "Directory.Build.props", "Directory.Packages.props",
        ".editorconfig", ".gitignore", ".gitattributes", ".ci", "LICENSE", "CHANGELOG.md",
    ];

    /// <summary>Projects without tests of their own name, and where their behaviour is tested.</summary>
    private static readonly Dictionary<string, string> TestedElsewhere = new(StringComparer.Ordinal)
    {
        ["RulesAsCode.Runtime"] = "RulesAsCode.Interpreter.Tests",   // outcomes and explanations: types that an engine fills
    };

    private static readonly string[] TextExtensions =
        [".cs", ".csproj", ".sln", ".props", ".targets", ".json", ".md", ".rules", ".csv", ".ps1", ".scriban", ".txt", ".editorconfig", ".gitignore", ".gitattributes", ""];

    public static TheoryData<string> Projects => [.. Repository.Projects];

    public static TheoryData<string> GrammarFiles =>
        [.. Repository.Files.Where(file => Path.GetFileName(file).StartsWith("Grammar.", StringComparison.Ordinal) && file.StartsWith("src/RulesAsCode.Compiler/Syntax/", StringComparison.Ordinal))];

    [Fact]
    public void OnlyWhatToolsLookForStandsAtTheTop() => Assert.Empty(Repository.TopLevel.Except(AllowedAtTheTop));

    [Fact]
    public void EverythingAtTheTopIsThere() => Assert.Empty(AllowedAtTheTop.Except(Repository.TopLevel));

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectHasItsTests(string project)
    {
        string tests = TestedElsewhere.GetValueOrDefault(project, project + ".Tests");

        Assert.Contains(Repository.Files, file => file.StartsWith($"tests/{tests}/", StringComparison.Ordinal) && file.EndsWith("Tests.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void SolutionHoldsEveryProject()
    {
        string solution = Repository.Read("RulesAsCode.sln").Replace('\\', '/');

        Assert.DoesNotContain(Repository.Files, file => file.EndsWith(".csproj", StringComparison.Ordinal) && !solution.Contains($"\"{file}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void ProductKnowsNothingOfOneCode()
    {
        string[] files = [.. Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && !file.StartsWith("src/RulesAsCode.SmartEnergyCode/", StringComparison.Ordinal))];

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => Lines(file, NamesOfOneCode())));
    }

    [Fact]
    public void ThereAreGrammarFiles() => Assert.NotEmpty(GrammarFiles);

    [Theory]
    [MemberData(nameof(GrammarFiles))]
    public void GrammarIsMadeOfCombinatorsOnly(string file) => Assert.Empty(Lines(file, HandWrittenParsing()));

    [Fact]
    public void NoFileNamesAMachineOrAPackageSource()
    {
        string[] files = [.. Repository.Files.Where(file => TextExtensions.Contains(Path.GetExtension(file)))];

        Assert.True(files.Length > 50, "Too few files were looked at.");
        Assert.Empty(files.SelectMany(file => Lines(file, MachinePaths()).Concat(Lines(file, PackageSources()))));
        Assert.DoesNotContain(Repository.Files, file => Path.GetFileName(file).Equals("nuget.config", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void EveryFileEndsItsLinesWithALineFeed()
    {
        IEnumerable<string> files = Repository.Files.Where(file => TextExtensions.Contains(Path.GetExtension(file)) && !file.StartsWith("tests/corpus/", StringComparison.Ordinal));

        Assert.DoesNotContain(files, file => File.ReadAllBytes(RepositoryRoot.PathTo(file)).Contains((byte)'\r'));
    }

    private static IEnumerable<string> Lines(string file, Regex pattern) =>
        Repository.Read(file).Split('\n').Select((text, line) => (text, line)).Where(line => pattern.IsMatch(line.text)).Select(line => $"{file}:{line.line + 1}: {line.text.Trim()}");

    [GeneratedRegex(@"\b(SEC|DCC)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NamesOfOneCode();

    // Not in a comment; in a text 'for' is a keyword of the rules and no parenthesis follows it.
    [GeneratedRegex(@"^(?!\s*//).*(\b(for|foreach|while)\s*\(|\bdo\s*$|\bgoto\b|ConsumeToken)", RegexOptions.CultureInvariant)]
    private static partial Regex HandWrittenParsing();

    [GeneratedRegex(@"(?<![\w.}])/(work|root|tmp|home)/|[A-Z]:\\Users\\", RegexOptions.CultureInvariant)]
    private static partial Regex MachinePaths();

    [GeneratedRegex(@"https?://[^\s/""']*(nuget|artifactory|nexus|registry|pypi|npmjs|proxy)[^\s/""']*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PackageSources();
}
