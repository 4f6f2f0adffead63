using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Reflection;
using RulesAsCode.Tool.Commands;
using RulesAsCode.Tool.Loading;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool;

/// <summary>The tool as a function of its arguments and the world around it.</summary>
public static class RulesTool
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments: a verb, its options, its files.</param>
    /// <param name="input">Standard input; read only where an argument is <c>-</c>.</param>
    /// <param name="output">Results.</param>
    /// <param name="error">Progress, timing, and what went wrong.</param>
    /// <param name="workingDirectory">Full path of the folder that paths are relative to.</param>
    /// <param name="today">The clock, for <c>assess</c> and <c>explain</c> without <c>--as-at</c>.</param>
    /// <param name="colour">Whether text results are coloured. JSON never is.</param>
    /// <param name="untilInterrupted">Takes Ctrl-C over and gives what it cancels; asked by <c>serve</c> alone, which without it never ends.</param>
    /// <param name="environmentVariable">The value of an environment variable, or null; without it there are none.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(
        string[] args, TextReader input, TextWriter output, TextWriter error, string workingDirectory, Func<DateOnly> today, bool colour = false,
        Func<CancellationToken>? untilInterrupted = null, Func<string, string?>? environmentVariable = null) =>
        Run(args, new ToolHost(
            input, output, error, workingDirectory, today, new Palette(colour), untilInterrupted ?? (() => CancellationToken.None), environmentVariable ?? (_ => null)));

    private static int Run(string[] args, ToolHost host)
    {
        bool verbose = args.Contains("--verbose", StringComparer.Ordinal);
        try
        {
            return Invoke(args, host);
        }
        catch (UsageException problem)
        {
            host.Error.WriteLine("rules: " + problem.Message);
            return ExitCode.Usage;
        }
        catch (Exception bug)
        {
            Report(bug, host.Error, verbose);
            return ExitCode.Bug;
        }
    }

    private static int Invoke(string[] args, ToolHost host)
    {
        // '@name' is an ordinary argument here, not a file of arguments, and '-ab' is not '-a -b'.
        var configuration = new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
        ParseResult result = CommandTree.Create(host).Parse(args, configuration);
        if (result.Action is ParseErrorAction || (result.Action is null && result.Errors.Count > 0))
        {
            if (result.CommandResult.Command is not Verb and var group && result.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-')) is { } unknown)
            {
                NearestName.Find([.. group.Subcommands], command => command.Name, unknown, "verb");
            }

            // What is wrong with one argument says more than that another is then one too many.
            foreach (string message in result.Errors.OrderBy(parseError => parseError.SymbolResult is CommandResult).Select(parseError => OneLine(parseError.Message)).Distinct())
            {
                host.Error.WriteLine("rules: " + message);
            }

            host.Error.WriteLine($"Run 'rules {NameOf(result.CommandResult)}--help' to see how it is used.");
            return ExitCode.Usage;
        }

        return result.Invoke(new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false });
    }

    /// <summary>The names from the root to a command, each with a blank behind it: <c>emit csharp </c>.</summary>
    private static string NameOf(CommandResult command) => command.Parent is CommandResult parent ? NameOf(parent) + command.Command.Name + " " : "";

    private static void Report(Exception bug, TextWriter error, bool verbose)
    {
        error.WriteLine($"rules: internal error: {bug.GetType().Name}: {OneLine(bug.Message)}");
        error.WriteLine($"This is a bug in the tool (version {Version}), not in your rules or facts. Nothing was published.");
        error.WriteLine(verbose
            ? bug.ToString()
            : "Please report it with the command line and the files; --verbose adds the details that a report needs.");
    }

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Version =>
        typeof(RulesTool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
