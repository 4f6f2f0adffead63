using System.Diagnostics;
using RulesAsCode.Testing;

namespace RulesAsCode.Generator.Tests;

/// <summary>A real project, built by <c>dotnet build</c> with our props and targets.</summary>
public class BuildTests
{
    private static string Repository(string path) => RepositoryRoot.PathTo(path).Replace('\\', '/');

    private static string ProjectFile => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <NoWarn>$(NoWarn);RAC1001;RAC2001</NoWarn>
            <RunAnalyzers>false</RunAnalyzers>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <Import Project="{Repository("src/RulesAsCode.Generator/build/RulesAsCode.Generator.props")}" />
          <ItemGroup>
            <Reference Include="{AppContext.BaseDirectory}RulesAsCode.Runtime.dll" />
            <Reference Include="{AppContext.BaseDirectory}RulesAsCode.Primitives.dll" />
            <Analyzer Include="{AppContext.BaseDirectory}RulesAsCode.Generator.dll" />
            <Analyzer Include="{AppContext.BaseDirectory}RulesAsCode.Compiler.dll" Condition="'$(WithoutCompiler)' != 'true'" />
            <Analyzer Include="{AppContext.BaseDirectory}RulesAsCode.Primitives.dll" />
            <Analyzer Include="{AppContext.BaseDirectory}Superpower.dll" />
          </ItemGroup>
          <Import Project="{Repository("src/RulesAsCode.Generator/build/RulesAsCode.Generator.targets")}" />
        </Project>
        """;

    [Fact]
    public async Task BrokenRuleBreaksTheBuildAtItsPlaceWhateverNoWarnSays()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Consumer.csproj", ProjectFile);
        folder.Write("rules/main.rules", Projects.MainText);
        folder.Write("rules/towers.rules", Projects.TowersText);
        folder.Write("rules/deep/moats.rules", Projects.MoatsText);
        (int sound, string soundOutput) = await Build(folder);
        Assert.True(sound == 0, soundOutput);

        folder.Write("rules/deep/moats.rules", Projects.MoatsText.Replace("depth of the moat", "depth of the boat", StringComparison.Ordinal));
        (int broken, string output) = await Build(folder);

        Assert.NotEqual(0, broken);
        Assert.Contains("rules/deep/moats.rules(6,17): error RAC2001: There is no fact called 'depth of the boat'.", output.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Contains("messages.md#rac2001", output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GeneratorThatCrashesBreaksTheBuild()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Consumer.csproj", ProjectFile);
        folder.Write("rules/main.rules", Projects.MainText);

        // The compiler of the rules is not there to be loaded.
        (int exitCode, string output) = await Build(folder, "-p:WithoutCompiler=true");

        Assert.NotEqual(0, exitCode);
        Assert.Matches("error CS878[45]: .*RulesGenerator", output);
    }

    private static async Task<(int ExitCode, string Output)> Build(TemporaryFolder folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["build", "--nologo", "-v:q", "-nodeReuse:false", .. arguments]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };

        // What the tests' own host passes on would steer the build.
        foreach (string variable in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(variable);
        }

        using Process build = Process.Start(start)!;
        Task<string> error = build.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (build.ExitCode, output + await error);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        internal string Path { get; } = Directory.CreateTempSubdirectory("rules-as-code-").FullName;

        internal void Write(string path, string text)
        {
            string file = System.IO.Path.Combine(Path, path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
