using System.CommandLine;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules assess</c>: the outcome of every requirement for one subject.</summary>
internal sealed class AssessCommand(ToolHost host)
    : FactsVerb(host, "assess", "Runs the rules on one subject's facts: the outcome of every requirement, and what is missing.")
{
    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules assess facts.json --as-at 2026-07-01", "the outcome of every requirement on 1 July 2026"),
        ("rules assess - --rules rules/ --guide \"My Guide\" --format json < facts.json", "one guide of several, facts from standard input, as JSON"),
    ];

    internal override IReadOnlyList<int> ExitCodes => [.. base.ExitCodes, ExitCode.NotSatisfied, ExitCode.Undecided];

    internal override string MeaningOfDone => "satisfied, or not applicable";

    protected override int Run(ParseResult arguments, RulesetInterpreter interpreter, RulesModel model, FactRecord facts, AssessmentDate asAt, bool isJson)
    {
        Assessment assessment = interpreter.Assess(facts, asAt.Day);
        if (isJson)
        {
            AssessmentJson.Write(Host.Output, assessment);
        }
        else
        {
            AssessmentText.Write(Host.Output, assessment, asAt.InWords, Host.Palette);
        }

        return assessment.Outcome switch
        {
            Outcome.NotSatisfied => ExitCode.NotSatisfied,
            Outcome.Undecided => ExitCode.Undecided,
            _ => ExitCode.Done,
        };
    }
}
