using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace RulesAsCode.Tests;

/// <summary>A script of PowerShell, run by the engine alone: no module is there, so that only the language, .NET and programs can be used.</summary>
internal static class Script
{
    /// <summary>Runs a script; what it prints to the console goes to the console, what its programs print is the result.</summary>
    /// <exception cref="RuntimeException">The script threw.</exception>
    internal static IReadOnlyList<string> Run(string file, params (string Name, string Value)[] parameters)
    {
        using var shell = PowerShell.Create(InitialSessionState.CreateDefault2());
        shell.AddCommand(file);
        foreach ((string name, string value) in parameters)
        {
            shell.AddParameter(name, value);
        }

        return [.. shell.Invoke().Select(item => item?.ToString() ?? "")];
    }

    /// <summary>The names of the commands that a script uses, and its own functions among them.</summary>
    internal static (IReadOnlyList<string> Commands, IReadOnlyList<string> Functions) Read(string text)
    {
        ScriptBlockAst script = Parser.ParseInput(text, out _, out ParseError[] errors);
        Assert.Empty(errors.Select(error => error.ToString()));
        return (
            [.. script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().Select(command => command.GetCommandName() ?? command.CommandElements[0].ToString())],
            [.. script.FindAll(node => node is FunctionDefinitionAst, searchNestedScriptBlocks: true).Cast<FunctionDefinitionAst>().Select(function => function.Name)]);
    }
}
