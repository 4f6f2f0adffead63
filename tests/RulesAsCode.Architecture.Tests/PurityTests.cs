using Xunit;

namespace RulesAsCode.Architecture.Tests;

/// <summary>The engines touch nothing but their arguments: no file, no console, no clock, no chance.</summary>
public class PurityTests
{
    private static readonly string[] ForbiddenTypes =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.Console", "System.Random", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.TimeProvider", "System.Net.Http.HttpClient",
    ];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid", "System.IO.Path.GetFullPath", "System.IO.Path.GetTempPath",
    ];

    public static TheoryData<string> Engines => ["RulesAsCode.Primitives", "RulesAsCode.Runtime", "RulesAsCode.Compiler", "RulesAsCode.Generator", "RulesAsCode.Interpreter"];

    [Theory]
    [MemberData(nameof(Engines))]
    public void EngineUsesNoFileNoClockNoChance(string engine)
    {
        BuiltAssembly assembly = BuiltAssembly.Read(engine);

        Assert.Empty(assembly.Types.Intersect(ForbiddenTypes));
        Assert.Empty(assembly.Members.Intersect(ForbiddenMembers));

        // An iterator that the C# compiler writes asks for the thread's number, and for nothing else.
        Assert.Empty(assembly.Members.Where(member => member.StartsWith("System.Environment.", StringComparison.Ordinal)).Except(["System.Environment.get_CurrentManagedThreadId"]));
    }

    [Fact]
    public void WhatTheToolUsesIsSeen()
    {
        BuiltAssembly tool = BuiltAssembly.Read("rules");

        Assert.Contains("System.Console", tool.Types);
        Assert.Contains("System.DateTime.get_Now", tool.Members);
    }
}
