using System.CommandLine;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter;
using RulesAsCode.Tool.Loading;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules explain</c>: how one requirement came to its outcome.</summary>
internal sealed class ExplainCommand : FactsVerb
{
    private readonly Argument<string> _requirement = new("REQUIREMENT") { Description = "The requirement's name, as the rules write it." };

    internal ExplainCommand(ToolHost host)
        : base(host, "explain", "Shows how one requirement came to its outcome: every step with its value, the date that decides, and where the law says so.") =>
        Arguments.Add(_requirement);

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules explain facts.json \"Right Age\" --as-at 2026-07-01", "the steps of the requirement 'Right Age' on 1 July 2026"),
        ("rules explain - \"Right Age\" --format json < facts.json", "facts from standard input, the tree as JSON"),
    ];

    protected override int Run(ParseResult arguments, RulesetInterpreter interpreter, RulesModel model, FactRecord facts, AssessmentDate asAt, bool isJson)
    {
        Requirement requirement = NearestName.Find(model.Requirements, candidate => candidate.Name, arguments.GetValue(_requirement)!, "requirement");
        ExplanationStep explanation = interpreter.Explain(requirement, facts, asAt.Day);
        if (isJson)
        {
            ExplanationJson.Write(Host.Output, model, asAt.Day, explanation);
        }
        else
        {
            Host.Output.WriteLine($"{Host.Palette.Strong(model.Guide.Name)}, as at {asAt.InWords}");
            Host.Output.Write(ExplanationText.Render(explanation));
        }

        return ExitCode.Done;
    }
}
