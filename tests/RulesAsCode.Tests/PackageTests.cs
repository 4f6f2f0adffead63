using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using RulesAsCode.Testing;

namespace RulesAsCode.Tests;

/// <summary>What stands in the packages.</summary>
public class PackageTests(Clone clone)
{
    private static readonly string[] Analyzers = ["RulesAsCode.Compiler.dll", "RulesAsCode.Generator.dll", "RulesAsCode.Primitives.dll", "Superpower.dll"];

    public static TheoryData<string> Packages => ["RulesAsCode", "RulesAsCode.Primitives", "RulesAsCode.Runtime", "RulesAsCode.SmartEnergyCode", "RulesAsCode.Tool"];

    [Fact]
    public void TheseAreThePackages() =>
        Assert.Equal(Packages.Select(row => row.Data).Order(StringComparer.Ordinal), Directory.EnumerateFiles(clone.Packages).Select(file => Path.GetFileName(file).Replace(".1.0.0.nupkg", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Packages))]
    public void PackageHoldsTheseFiles(string package)
    {
        using ZipArchive archive = Open(package);

        Snapshot.Match(string.Join("\n", archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)) + "\n", part: package);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void PackageSaysWhatItIs(string package)
    {
        using ZipArchive archive = Open(package);
        XDocument specification = XDocument.Parse(Text(archive.GetEntry(package + ".nuspec")!));
        XNamespace name = specification.Root!.Name.Namespace;
        XElement metadata = specification.Root.Element(name + "metadata")!;

        Assert.Equal(package, metadata.Element(name + "id")!.Value);
        Assert.Equal("MIT", metadata.Element(name + "license")!.Value);
        Assert.Equal("README.md", metadata.Element(name + "readme")!.Value);
        Assert.InRange(metadata.Element(name + "description")!.Value.Length, 30, 300);
        Assert.StartsWith("# RulesAsCode\n", Text(archive.GetEntry("README.md")!), StringComparison.Ordinal);
        Snapshot.Match(string.Join("\n", metadata.Descendants(name + "group").SelectMany(group => group.Elements(name + "dependency"), (group, dependency) =>
            $"{group.Attribute("targetFramework")!.Value}: {dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}").DefaultIfEmpty("no dependency")) + "\n", part: package);
    }

    /// <summary>A library of others that a package brings along is named in its notices, in the version that is pinned.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void LibrariesOfOthersAreNamed(string package)
    {
        using ZipArchive archive = Open(package);
        XDocument pinned = XDocument.Load(RepositoryRoot.PathTo("Directory.Packages.props"));
        string[] others = [.. archive.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal) && !entry.Name.StartsWith("RulesAsCode.", StringComparison.Ordinal))
            .Select(entry => Path.GetFileNameWithoutExtension(entry.Name)).Where(name => name != "rules")];
        string notices = others.Length == 0 ? "" : Text(archive.GetEntry("THIRD-PARTY-NOTICES.txt")!);

        Assert.All(others, name => Assert.Contains(
            $"{name} {pinned.Descendants("PackageVersion").Single(version => version.Attribute("Include")!.Value == name).Attribute("Version")!.Value}", notices, StringComparison.Ordinal));
    }

    /// <summary>A host gives a generator what it has itself; what refers to anything else is loaded nowhere.</summary>
    [Fact]
    public void GeneratorRefersToWhatEveryHostHas()
    {
        using ZipArchive archive = Open("RulesAsCode");

        foreach (string analyzer in Analyzers)
        {
            foreach ((string name, Version version) in References(archive.GetEntry("analyzers/dotnet/cs/" + analyzer)!))
            {
                bool isKnown = name switch
                {
                    "netstandard" => version == new Version(2, 0, 0, 0),
                    "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp" => analyzer == "RulesAsCode.Generator.dll" && version == new Version(4, 8, 0, 0),
                    "System.Collections.Immutable" => version == new Version(8, 0, 0, 0),

                    // What System.Collections.Immutable 8.0.0 asks for itself; Superpower asks for a later one, in methods that are not called.
                    "System.Memory" => analyzer == "Superpower.dll" || version <= new Version(4, 0, 1, 2),
                    _ => Analyzers.Contains(name + ".dll"),
                };
                Assert.True(isKnown, $"{analyzer} refers to {name} {version}.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void NothingTellsWhereItWasBuilt(string package)
    {
        using ZipArchive archive = Open(package);
        int looked = 0;
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => Path.GetFileName(entry.FullName).StartsWith("RulesAsCode.", StringComparison.Ordinal) || entry.FullName.EndsWith("rules.dll", StringComparison.Ordinal)))
        {
            byte[] bytes = Bytes(entry);
            looked++;
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(clone.Folder)) < 0, entry.FullName);
            if (entry.FullName.EndsWith(".dll", StringComparison.Ordinal))
            {
                Assert.NotEmpty(Documents(bytes));
                Assert.All(Documents(bytes), document => Assert.StartsWith("/_/", document, StringComparison.Ordinal));
            }
        }

        Assert.NotEqual(0, looked);
    }

    [Fact]
    public void RulesAreTheSourceOfTheCompiledRules()
    {
        using ZipArchive archive = Open("RulesAsCode.SmartEnergyCode");

        Assert.Contains(Documents(Bytes(archive.GetEntry("lib/net10.0/RulesAsCode.SmartEnergyCode.dll")!)), document => document.StartsWith("/_/rules/", StringComparison.Ordinal) && document.EndsWith(".rules", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsBroughtAlongHasItsLicence()
    {
        using ZipArchive archive = Open("RulesAsCode");
        string notices = Text(archive.GetEntry("THIRD-PARTY-NOTICES.txt")!);

        Assert.Contains("Superpower", notices, StringComparison.Ordinal);
        Assert.Contains("Apache License", notices, StringComparison.Ordinal);
    }

    private ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(clone.Packages, package + ".1.0.0.nupkg"));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(ZipArchiveEntry entry) => Encoding.UTF8.GetString(Bytes(entry)).TrimStart('\uFEFF').ReplaceLineEndings("\n");

    private static IEnumerable<(string Name, Version Version)> References(ZipArchiveEntry entry)
    {
        using var image = new PEReader(new MemoryStream(Bytes(entry)));
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(reference => (metadata.GetString(reference.Name), reference.Version))];
    }

    /// <summary>The sources that the symbols in an assembly name.</summary>
    private static IReadOnlyList<string> Documents(byte[] assembly)
    {
        using var image = new PEReader(new MemoryStream(assembly));
        DebugDirectoryEntry symbols = image.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider provider = image.ReadEmbeddedPortablePdbDebugDirectoryData(symbols);
        MetadataReader reader = provider.GetMetadataReader();
        return [.. reader.Documents.Select(reader.GetDocument).Select(document => reader.GetString(document.Name))];
    }
}
