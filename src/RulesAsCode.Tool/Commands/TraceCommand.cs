using System.CommandLine;
using RulesAsCode.Compiler;
using RulesAsCode.Interpreter.Tracing;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules trace</c>: from the law to the requirements, their criteria and the examples, and back.</summary>
internal sealed class TraceCommand : Verb
{
    private readonly Argument<string[]> _paths = PathArgument();

    internal TraceCommand(ToolHost host)
        : base(host, "trace", "Shows which requirement covers which part of the law, and which examples show each criterion; says what is not covered.") => Arguments.Add(_paths);

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules trace", "follows every reference under rules/, both ways"),
        ("rules trace --format json rules/", "the same as one JSON document"),
    ];

    internal override IReadOnlyList<int> ExitCodes => [ExitCode.Done, ExitCode.Findings, ExitCode.Usage, ExitCode.DoesNotCompile, ExitCode.Bug];

    internal override string MeaningOfDone => "done, and nothing is left uncovered";

    protected override int Run(ParseResult arguments)
    {
        string[] paths = PathsOf(arguments, _paths);
        Compilation compilation = Compile(paths, tellTime: true);
        if (compilation.HasErrors)
        {
            WriteDiagnostics(compilation, IsJson(arguments));
            return ExitCode.DoesNotCompile;
        }

        RuleTrace[] traces = [.. GuidesOf(compilation, paths).Select(RuleTrace.Of)];
        if (IsJson(arguments))
        {
            TraceReport.WriteJson(Host.Output, traces);
        }
        else
        {
            TraceReport.WriteText(Host.Output, traces, Host.Palette);
        }

        return traces.All(trace => trace.IsFull) ? ExitCode.Done : ExitCode.Findings;
    }
}
