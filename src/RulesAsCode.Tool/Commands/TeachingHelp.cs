using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace RulesAsCode.Tool.Commands;

/// <summary>Help that teaches: after the usage, examples that can be typed, and what the exit status says.</summary>
internal sealed class TeachingHelp(HelpAction usage) : SynchronousCommandLineAction
{
    private const int Width = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        TextWriter output = parseResult.InvocationConfiguration.Output;
        usage.MaxWidth = Width;
        usage.Invoke(parseResult);
        Command command = parseResult.CommandResult.Command;
        IReadOnlyList<Verb> verbs = [.. VerbsOf(command)];

        output.WriteLine("Examples:");
        foreach ((string commandLine, string meaning) in command is Verb ? verbs[0].Examples : [.. verbs.Select(candidate => candidate.Examples[0])])
        {
            output.WriteLine("  " + commandLine);
            output.WriteLine("      " + meaning);
        }

        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach ((int code, string meaning) in ExitCode.All.Where(code => verbs.Any(candidate => candidate.ExitCodes.Contains(code.Code))))
        {
            string[] done = [.. verbs.Select(candidate => candidate.MeaningOfDone).Distinct()];
            string said = code == ExitCode.Done && done.Length == 1 ? done[0] : meaning;
            output.WriteLine($"  {code,2}  {said}");
        }

        output.WriteLine();
        output.WriteLine("Results go to standard output; progress, timing and what went wrong to standard error. Colour only");
        output.WriteLine("on a terminal, and never when NO_COLOR is set.");
        return ExitCode.Done;
    }

    /// <summary>The command itself where it is a verb, or those below it.</summary>
    private static IEnumerable<Verb> VerbsOf(Command command) => command is Verb verb ? [verb] : command.Subcommands.SelectMany(VerbsOf);
}
