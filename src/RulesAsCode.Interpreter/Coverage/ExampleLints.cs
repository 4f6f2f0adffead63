using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Interpreter.Coverage;

/// <summary>What the examples of a guide leave unshown, as lints; they take running the examples, which a compiler does not.</summary>
public static class ExampleLints
{
    /// <summary>In the order of the model.</summary>
    public static IEnumerable<Diagnostic> Find(ExampleCoverage coverage)
    {
        foreach (RequirementCoverage requirement in coverage.Requirements)
        {
            string[] missing = [.. requirement.Outcomes.Where(outcome => outcome is { Examples: 0, WhyNever: null }).Select(outcome => outcome.Outcome.ToWords())];
            if (missing.Length > 0)
            {
                yield return DiagnosticCatalogue.OutcomeWithoutExample(requirement.Requirement.Location, requirement.Requirement.Name, missing);
            }

            foreach (ConditionCoverage condition in requirement.Conditions.Where(condition => !condition.Matters))
            {
                yield return DiagnosticCatalogue.ConditionWithoutExample(condition.Condition.Location, condition.Words, $"the outcome of '{requirement.Requirement.Name}'");
            }
        }

        foreach (DefinitionCoverage definition in coverage.Definitions)
        {
            foreach (ConditionCoverage condition in definition.Conditions.Where(condition => !condition.Matters))
            {
                yield return DiagnosticCatalogue.ConditionWithoutExample(condition.Condition.Location, condition.Words, $"what follows from '{definition.Definition.Name}'");
            }
        }

        foreach (BoundaryCoverage boundary in coverage.Boundaries.Where(boundary => !boundary.Missing.IsEmpty))
        {
            yield return DiagnosticCatalogue.BoundaryWithoutExample(
                boundary.Comparison.Location, boundary.Words, boundary.End, [.. boundary.Missing.Select(missing => Words(missing.Case))],
                boundary.Missing.Select(missing => missing.Example).FirstOrDefault(example => example is not null));
        }
    }

    /// <summary><c>just below</c>, <c>at</c>, <c>just above</c>.</summary>
    public static string Words(BoundaryCase @case) => @case switch
    {
        BoundaryCase.JustBelow => "just below",
        BoundaryCase.At => "at",
        _ => "just above",
    };
}
