using System.CommandLine;
using System.CommandLine.Help;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary>The command line as a whole.</summary>
internal static class CommandTree
{
    private const string ColourOption = "--color";

    internal static RootCommand Create(ToolHost host)
    {
        var root = new RootCommand("Checks, tests, publishes and runs regulations that are written as rule files.")
        {
            new NewCommand(host),
            new CheckCommand(host),
            new FixCommand(host),
            new LintCommand(host),
            new FormatCommand(host),
            new TestCommand(host),
            new TraceCommand(host),
            new BuildCommand(host),
            new ServeCommand(host),
            new AssessCommand(host),
            new ExplainCommand(host),
            new ExplainCodeCommand(host),
            new ReferenceCommand(host),
            new EmitCommand(host),
            Colour(),
            new Option<bool>("--verbose") { Description = "Say everything about a bug in the tool.", Recursive = true },
        };
        root.HelpName = "rules";
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new TeachingHelp((HelpAction)help.Action!);
        }

        return root;
    }

    /// <summary>The colours that a command line asks for.</summary>
    /// <param name="automatic">Those that fit the terminal.</param>
    internal static Palette PaletteOf(ParseResult arguments, Palette automatic) => arguments.GetValue<string>(ColourOption) switch
    {
        "always" => new Palette(true),
        "never" => new Palette(false),
        _ => automatic,
    };

    private static Option<string> Colour()
    {
        var colour = new Option<string>(ColourOption)
        {
            Description = "Colour in text: auto is on a terminal, unless NO_COLOR is set or TERM is dumb.",
            HelpName = "auto|always|never",
            DefaultValueFactory = _ => "auto",
            Recursive = true,
        };
        colour.AcceptOnlyFromAmong("auto", "always", "never");
        return colour;
    }
}
