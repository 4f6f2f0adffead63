using System.CommandLine;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Linting;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules check</c>: reads the rules and says what is wrong with them. Nothing is run and nothing written.</summary>
internal sealed class CheckCommand : FindingsVerb
{
    private readonly Argument<string[]> _paths = PathArgument();
    private readonly Option<string> _failOn = FailOnOption();

    internal CheckCommand(ToolHost host)
        : base(host, "check", "Reads the rules and says what is wrong with them, where, and what to write instead.")
    {
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
        (Compilation compilation, LintLevels levels) = Read(PathsOf(arguments, _paths), tellTime: true);

        // Lints that are no more than information wait for 'rules lint'.
        Diagnostic[] found = [.. Linter.Run(compilation, levels).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Information || LintCategories.Of(diagnostic.Code) is null)];
        DiagnosticSeverity least = LeastOf(arguments, _failOn);
        WriteDiagnostics(arguments, compilation, found, least);
        return ExitCodeOf(compilation, found, least);
    }
}
