using System.Xml.Linq;
using RulesAsCode.Testing;

namespace RulesAsCode.Architecture.Tests;

/// <summary>The files of the repository as they are committed: without what builds and tools leave behind.</summary>
internal static class Repository
{
    /// <summary>Every file, as it is called from the root, in ordinal order.</summary>
    internal static IReadOnlyList<string> Files => RepositoryRoot.Files;

    /// <summary>The names at the root: files, and folders that hold a file.</summary>
    internal static IEnumerable<string> TopLevel => Files.Select(file => file.Split('/')[0]).Distinct();

    /// <summary>The projects under <c>src</c> by name.</summary>
    internal static IReadOnlyList<string> Projects { get; } =
        [.. Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file))];

    internal static string Read(string path) => File.ReadAllText(RepositoryRoot.PathTo(path));

    internal static XDocument Project(string name) => XDocument.Load(RepositoryRoot.PathTo($"src/{name}/{name}.csproj"));
}
