using System.Management.Automation;
using RulesAsCode.Testing;

namespace RulesAsCode.Tests;

/// <summary><c>build.ps1</c>, in a host of PowerShell that has no module. (Its target <c>pack</c> makes the packages of the other tests.)</summary>
public class BuildScriptTests(Clone clone)
{
    private static string Text => File.ReadAllText(RepositoryRoot.PathTo("build.ps1"));

    [Fact]
    public void UsesNoCommandButDotnetAndItsOwn()
    {
        (IReadOnlyList<string> commands, IReadOnlyList<string> functions) = Script.Read(Text);

        Assert.Contains("dotnet", commands);
        Assert.Empty(commands.Except(functions).Except(["dotnet", "$body"]));
    }

    [Fact]
    public void CommandOfAModuleIsSeen() =>
        Assert.Equal(["Step", "Join-Path", "$body"], Script.Read("function Step($body) { }\nStep { $x = Join-Path a b; & $body }").Commands);

    [Fact]
    public void EveryTargetIsOneOfTheScript()
    {
        foreach (string target in new[] { "restore", "build", "test", "guide", "pack" })
        {
            Assert.Contains($"\n    '{target}' {{", Text, StringComparison.Ordinal);
        }

        Assert.ThrowsAny<RuntimeException>(() => Script.Run(RepositoryRoot.PathTo("build.ps1"), ("Target", "publish")));
    }

    [Fact]
    public void TargetsDoWhatTheySay()
    {
        Assert.Contains(clone.RunScript("restore"), line => line.Contains("Restored ", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(clone.Folder, "src", "RulesAsCode.Compiler", "obj", "project.assets.json")));

        Assert.Contains(clone.RunScript("build"), line => line.Contains("Build succeeded", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(clone.Folder, "src", "RulesAsCode.Tool", "bin", "Debug", "net10.0", "rules.dll")));

        File.Delete(Path.Combine(clone.Folder, "generated-docs", "guide.md"));
        clone.RunScript("guide");
        Assert.Equal(File.ReadAllText(RepositoryRoot.PathTo("generated-docs/guide.md")), File.ReadAllText(Path.Combine(clone.Folder, "generated-docs", "guide.md")));
    }

    [Fact]
    public void StepThatFailsFailsTheScript()
    {
        using var folder = new TemporaryFolder();
        folder.Write("build.ps1", Text);

        // There is no solution beside it.
        RuntimeException failure = Assert.ThrowsAny<RuntimeException>(() => Script.Run(folder.FullPath("build.ps1"), ("Target", "build")));

        Assert.Contains("build failed with exit code 1", failure.Message, StringComparison.Ordinal);
    }
}
