using System.CommandLine;
using RulesAsCode.Compiler;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules test</c>: runs every example of the rules.</summary>
internal sealed class TestCommand : FindingsVerb
{
    private readonly Argument<string[]> _paths = PathArgument();

    internal TestCommand(ToolHost host)
        : base(host, "test", "Runs every example of the rules and says which do not come out as they expect.") => Arguments.Add(_paths);

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules test", "runs the examples under rules/"),
        ("rules test --format junit --output results.xml", "the same into a file that test reporters read"),
    ];

    internal override IReadOnlyList<int> ExitCodes => [ExitCode.Done, ExitCode.Findings, ExitCode.Usage, ExitCode.DoesNotCompile, ExitCode.Bug];

    protected override int Report(ParseResult arguments)
    {
        string[] paths = PathsOf(arguments, _paths);
        Compilation compilation = Compile(paths, tellTime: true);
        if (compilation.HasErrors)
        {
            WriteDiagnostics(arguments, compilation);
            return ExitCode.DoesNotCompile;
        }

        ExampleReport report = ExampleReport.Run(Host, GuidesOf(compilation, paths));
        WriteExamples(arguments, compilation, report);
        return report.HasFailures ? ExitCode.Findings : ExitCode.Done;
    }
}
