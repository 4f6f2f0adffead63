using RulesAsCode.Testing;

namespace RulesAsCode.Tests;

/// <summary>
/// The folder of somebody who installs the packages: they come from the feed of the clone, everything else from what this machine has restored
/// already, and nothing from a network. What is restored goes into a folder of its own.
/// </summary>
internal sealed class Consumer : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="feed">The folder of the packages.</param>
    /// <param name="online">Whether other sources of packages may be asked, too.</param>
    internal Consumer(string feed, bool online = false)
    {
        _folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>{(online ? "" : "<clear />")}<add key="built" value="{feed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{MachinePackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        _folder.Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="RulesAsCode" Version="1.0.0" />
                <PackageVersion Include="RulesAsCode.SmartEnergyCode" Version="1.0.0" />
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>What this machine has restored.</summary>
    private static string MachinePackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    internal string FullPath(string path) => _folder.FullPath(path);

    internal string Read(string path) => _folder.Read(path);

    internal Consumer Write(string path, string text)
    {
        _folder.Write(path, text);
        return this;
    }

    internal void Delete(string path) => File.Delete(_folder.FullPath(path));

    /// <summary>Copies a folder of <c>tests/consumers</c>: the projects as they stand, without what makes them part of the repository.</summary>
    internal Consumer Copy(string consumer)
    {
        string root = $"tests/consumers/{consumer}/";
        foreach (string file in RepositoryRoot.Files.Where(file => file.StartsWith(root, StringComparison.Ordinal)))
        {
            _folder.Write(file[root.Length..], File.ReadAllText(RepositoryRoot.PathTo(file)));
        }

        return this;
    }

    internal Task<CommandResult> Dotnet(params string[] arguments) => Command.RunAsync(_folder.Path, "dotnet", Variables, arguments);

    /// <summary>Builds a project, from the compiler's first look on.</summary>
    internal Task<CommandResult> Build(string project, params string[] arguments) =>
        Dotnet(["build", project, "--nologo", "-v:q", "-nodeReuse:false", "-p:PublishAot=false", .. arguments]);

    public void Dispose() => _folder.Dispose();

    private Dictionary<string, string> Variables => new(StringComparer.Ordinal) { ["NUGET_PACKAGES"] = _folder.FullPath("packages") };
}
