using System.CommandLine;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Diagnostics;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules check</c>: reads the rules and says what is wrong with them. Nothing is run and nothing written.</summary>
internal sealed class CheckCommand : FindingsVerb
{
    private readonly Argument<string[]> _paths = PathArgument();

    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "The least finding that counts: error, warning or information. Warnings and notes that count give exit code 1.",
        HelpName = "error|warning|information",
        DefaultValueFactory = _ => "error",
    };

    internal CheckCommand(ToolHost host)
        : base(host, "check", "Reads the rules and says what is wrong with them, where, and what to write instead.")
    {
        _failOn.AcceptOnlyFromAmong("error", "warning", "information");
        Arguments.Add(_paths);
        Options.Add(_failOn);
    }

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules check", "checks every rule file under rules/"),
        ("rules check --format json rules/ other/facts.rules", "the same for a folder and a file together, as one JSON document"),
        ("rules check --format sarif --output rules.sarif", "the same into a file that code hosts read"),
    ];

    internal override IReadOnlyList<int> ExitCodes => [ExitCode.Done, ExitCode.Findings, ExitCode.Usage, ExitCode.DoesNotCompile, ExitCode.Bug];

    protected override int Report(ParseResult arguments)
    {
        Compilation compilation = Compile(PathsOf(arguments, _paths), tellTime: true);
        DiagnosticSeverity least = Enum.Parse<DiagnosticSeverity>(arguments.GetValue(_failOn)!, ignoreCase: true);
        WriteDiagnostics(arguments, compilation, least);
        if (compilation.HasErrors)
        {
            return ExitCode.DoesNotCompile;
        }

        return compilation.Diagnostics.Any(diagnostic => diagnostic.Severity >= least) ? ExitCode.Findings : ExitCode.Done;
    }
}
