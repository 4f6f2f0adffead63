using RulesAsCode.SmartEnergyCode;

namespace RulesAsCode.Consumers.Console;

/// <summary>Prints what the rules say: each requirement's verdict, where the Code says so, and why.</summary>
public static class Verdicts
{
    public static void Write(TextWriter output, DccUserChecklistResult result)
    {
        RulesetDescriptor ruleset = DccUserChecklistRuleset.Descriptor;
        output.WriteLine($"{ruleset.Title}, as at {result.AsAt:yyyy-MM-dd}: {result.Outcome.ToWords()}");
        foreach (RequirementDescriptor requirement in ruleset.Requirements)
        {
            output.WriteLine();
            string owner = requirement.FallsOn is { } other ? $" [falls on {other}]" : "";
            output.WriteLine($"{requirement.Title}: {result[requirement].ToWords()}{owner}");
            output.WriteLine($"  see {string.Join(", ", requirement.References.Select(reference => reference.Display))}");
            RequirementReport report = result.Report(requirement);
            foreach (CriterionReport criterion in report.Criteria)
            {
                output.WriteLine($"  ({criterion.Criterion.Letter}) {criterion.Criterion.Text}: {criterion.Outcome.ToWords()}");
            }

            foreach (ElementReport element in report.Elements)
            {
                output.WriteLine($"  {element.Name}: {element.Outcome.ToWords()}");
            }

            foreach (string message in report.Messages)
            {
                output.WriteLine($"  > {message}");
            }

            foreach (MissingFact missing in report.Missing)
            {
                output.WriteLine($"  ? {missing.Words} ({missing.Pointer})");
            }

            foreach (UndecidedReason reason in report.Reasons)
            {
                output.WriteLine($"  ? {reason.Text}");
            }
        }
    }
}
