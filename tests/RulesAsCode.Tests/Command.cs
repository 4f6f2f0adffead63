using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace RulesAsCode.Tests;

/// <summary>What a program gave.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    internal CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }
}

/// <summary>Programs that tests start: <c>dotnet</c>, and what it builds.</summary>
internal static class Command
{
    /// <summary>What the tests' own host passes on would steer the builds that tests start.</summary>
    [ModuleInitializer]
    internal static void CleanEnvironment()
    {
        foreach (string variable in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)))
        {
            Environment.SetEnvironmentVariable(variable, null);
        }

        Environment.SetEnvironmentVariable("MSBUILDDISABLENODEREUSE", "1");
        Environment.SetEnvironmentVariable("DOTNET_CLI_UI_LANGUAGE", "en");
    }

    internal static async Task<CommandResult> RunAsync(string folder, string program, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using Process process = Start(folder, program, environment, arguments);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandResult(process.ExitCode, output + await error);
    }

    internal static Process Start(string folder, string program, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
