using System.Xml.Linq;
using Xunit;

namespace RulesAsCode.Architecture.Tests;

/// <summary>Who may depend on whom (src/README.md, "Arrows").</summary>
public class ArrowTests
{
    private const string Prefix = "RulesAsCode.";

    /// <summary>The project of the package that developers install; it has no code.</summary>
    private const string Package = "RulesAsCode";

    /// <summary>What each project may name in its project file: our projects without their prefix, and packages.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Primitives"] = [],
        ["Runtime"] = ["Primitives"],
        ["Compiler"] = ["Primitives", "Superpower"],
        ["Interpreter"] = ["Compiler", "Runtime"],
        ["Generator"] = ["Compiler", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis"],
        ["Publishing"] = ["Compiler", "Interpreter", "Scriban.Signed", "Markdig"],
        ["SmartEnergyCode"] = ["Runtime"],
        [Package] = ["Runtime", "Generator"],
        ["Tool"] = ["Compiler", "Interpreter", "Publishing", "System.CommandLine", "DiffPlex"],
    };

    /// <summary>Packages that leave nothing in the product but language features of an older platform.</summary>
    private static readonly string[] BuildOnly = ["PolySharp", "Microsoft.CodeAnalysis.Analyzers", "System.Collections.Immutable", "System.Memory"];

    public static TheoryData<string> Projects => [.. Arrows.Keys];

    public static TheoryData<string> Assemblies => [.. Arrows.Keys.Except([Package])];

    [Fact]
    public void EveryProjectHasItsArrowsWrittenDown() =>
        Assert.Equal(Arrows.Keys.Select(FullName).Order(StringComparer.Ordinal), Repository.Projects.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectFileNamesOnlyWhatItMay(string project)
    {
        XDocument file = Repository.Project(FullName(project));
        IEnumerable<string> projects = file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)[Prefix.Length..]);
        IEnumerable<string> packages = file.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value).Except(BuildOnly);

        Assert.Empty(projects.Concat(packages).Except(Arrows[project]));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void AssemblyRefersOnlyToWhatItMayReach(string project)
    {
        string[] reachable = [.. Reachable(project).Distinct()];
        IEnumerable<string> used = BuiltAssembly.Read(project == "Tool" ? "rules" : Prefix + project).Assemblies.Where(name => !IsPlatform(name));

        Assert.Empty(used.Except(reachable));
    }

    [Fact]
    public void AssemblyReferencesAreSeenAtAll() =>
        Assert.Contains(Prefix + "Compiler", BuiltAssembly.Read(Prefix + "Interpreter").Assemblies);

    /// <summary>What a project may name, and what that may name in turn: a type of Primitives shows in the model's API.</summary>
    private static IEnumerable<string> Reachable(string project) => Arrows[project].SelectMany(name => Arrows.ContainsKey(name)
        ? Reachable(name).Prepend(Prefix + name)
        : [name]);

    private static string FullName(string name) => name == Package ? name : Prefix + name;

    private static bool IsPlatform(string name) =>
        name is "mscorlib" or "netstandard" or "System" || (name.StartsWith("System.", StringComparison.Ordinal) && name != "System.CommandLine") || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
}
