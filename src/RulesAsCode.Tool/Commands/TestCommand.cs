using System.CommandLine;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter.Coverage;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules test</c>: runs every example of the rules.</summary>
internal sealed class TestCommand : FindingsVerb
{
    private readonly Argument<string[]> _paths = PathArgument();

    private readonly Option<bool> _coverage = new("--coverage")
    {
        Description = "Say as well what the examples show: outcomes reached, conditions that matter on their own, both sides of every boundary.",
    };

    private readonly Option<int?> _threshold = new("--threshold")
    {
        Description = "With --coverage: the least share in percent that has to be shown; less gives exit code 1.",
        HelpName = "PERCENT",
    };

    internal TestCommand(ToolHost host)
        : base(host, "test", "Runs every example of the rules and says which do not come out as they expect.")
    {
        _threshold.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int percent) || percent > 100))
            {
                result.AddError($"--threshold takes a percentage from 0 to 100, not '{result.Tokens[0].Value}'.");
            }
        });
        Arguments.Add(_paths);
        Options.Add(_coverage);
        Options.Add(_threshold);
    }

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules test", "runs the examples under rules/"),
        ("rules test --format junit --output results.xml", "the same into a file that test reporters read"),
        ("rules test --coverage --threshold 90", "says what the examples leave unshown, with examples to add, and fails below 90 %"),
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

        int? threshold = arguments.GetValue(_threshold);
        if (threshold is not null && !arguments.GetValue(_coverage))
        {
            throw new UsageException("--threshold is about --coverage; give both.");
        }

        IReadOnlyList<RulesModel> guides = GuidesOf(compilation, paths);
        ExampleReport report = ExampleReport.Run(Host, guides);
        CoverageReport? coverage = arguments.GetValue(_coverage) ? new CoverageReport([.. guides.Select(ExampleCoverage.Of)], threshold) : null;
        WriteExamples(arguments, compilation, report, coverage);
        return report.HasFailures || coverage is { IsEnough: false } ? ExitCode.Findings : ExitCode.Done;
    }
}
