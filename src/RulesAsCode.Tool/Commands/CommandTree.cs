using System.CommandLine;
using System.CommandLine.Help;

namespace RulesAsCode.Tool.Commands;

/// <summary>The command line as a whole.</summary>
internal static class CommandTree
{
    internal static RootCommand Create(ToolHost host)
    {
        var root = new RootCommand("Checks, tests, publishes and runs regulations that are written as rule files.")
        {
            new NewCommand(host),
            new CheckCommand(host),
            new LintCommand(host),
            new FormatCommand(host),
            new TestCommand(host),
            new TraceCommand(host),
            new BuildCommand(host),
            new AssessCommand(host),
            new ExplainCommand(host),
            new EmitCommand(host),
            new Option<bool>("--verbose") { Description = "Say everything about a bug in the tool.", Recursive = true },
        };
        root.HelpName = "rules";
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new TeachingHelp((HelpAction)help.Action!);
        }

        return root;
    }
}
