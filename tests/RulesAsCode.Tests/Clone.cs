using RulesAsCode.Testing;

[assembly: AssemblyFixture(typeof(RulesAsCode.Tests.Clone))]

namespace RulesAsCode.Tests;

/// <summary>
/// The repository as somebody gets it who clones it, in a folder of its own, and the packages that its <c>build.ps1</c> makes there. Made once for all tests.
/// </summary>
public sealed class Clone : IDisposable
{
    private readonly Lock _running = new();
    private readonly Lazy<string> _packages;

    public Clone()
    {
        _packages = new Lazy<string>(Pack);
        foreach (string file in RepositoryRoot.Files)
        {
            string copy = Path.Combine(Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(RepositoryRoot.PathTo(file), copy);
        }
    }

    /// <summary>The root of the clone.</summary>
    internal string Folder { get; } = Directory.CreateTempSubdirectory("rules-clone-").FullName;

    /// <summary>The folder of the packages, which is a feed.</summary>
    internal string Packages => _packages.Value;

    /// <summary>Runs a target of <c>build.ps1</c>; one after another, since they build in one folder.</summary>
    internal IReadOnlyList<string> RunScript(string target)
    {
        lock (_running)
        {
            return Script.Run(Path.Combine(Folder, "build.ps1"), ("Target", target));
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Pack()
    {
        RunScript("pack");
        return Path.Combine(Folder, "artifacts", "packages");
    }
}
