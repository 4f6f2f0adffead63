using System.Collections.Immutable;
using System.CommandLine;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Linting;
using RulesAsCode.Interpreter.Coverage;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules lint</c>: what <c>check</c> says, and all that is worth a look besides; the examples are run for it, and nothing is written.</summary>
internal sealed class LintCommand : FindingsVerb
{
    private readonly Argument<string[]> _paths = PathArgument();
    private readonly Option<string> _failOn = FailOnOption();

    internal LintCommand(ToolHost host)
        : base(host, "lint", $"Says everything that 'check' says, and all that is worth a look besides. Levels are set in a file {LintLevels.FileName} beside the rules.")
    {
        Arguments.Add(_paths);
        Options.Add(_failOn);
    }

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules lint", "looks at every rule file under rules/, and runs the examples to see what they leave unshown"),
        ("rules lint --fail-on warning", "the same, for continuous integration: a warning is a failure"),
    ];

    internal override IReadOnlyList<int> ExitCodes => [ExitCode.Done, ExitCode.Findings, ExitCode.Usage, ExitCode.DoesNotCompile, ExitCode.Bug];

    protected override int Report(ParseResult arguments)
    {
        (Compilation compilation, LintLevels levels) = Read(PathsOf(arguments, _paths), tellTime: true);
        ImmutableArray<Diagnostic> found = Linter.Run(compilation, levels, Linter.Layout(compilation), compilation.Guides.SelectMany(guide => ExampleLints.Find(ExampleCoverage.Of(guide))));
        DiagnosticSeverity least = LeastOf(arguments, _failOn);
        WriteDiagnostics(arguments, compilation, found, least);
        return ExitCodeOf(compilation, found, least);
    }
}
