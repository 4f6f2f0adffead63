using RulesAsCode.SmartEnergyCode;

namespace RulesAsCode.Consumers.Console;

/// <summary>Prints what the rules say: each requirement's verdict, why, step by step and where the Code says so, and what to do next.</summary>
public static class Verdicts
{
    public static void Write(TextWriter output, DccUserChecklistResult result)
    {
        RulesetDescriptor ruleset = DccUserChecklistRuleset.Descriptor;
        output.WriteLine($"{ruleset.Title}, as at {result.AsAt:yyyy-MM-dd}: {result.Outcome.ToWords()}");
        foreach (RequirementDescriptor requirement in ruleset.Requirements)
        {
            output.WriteLine();
            output.Write(result.Explain(requirement));
            if (requirement.FallsOn is { } other)
            {
                output.WriteLine($"  (falls on {other})");
            }

            RequirementReport report = result.Report(requirement);
            foreach (string message in report.Messages)
            {
                output.WriteLine($"  > {message}");
            }

            foreach (MissingFact missing in report.Missing)
            {
                output.WriteLine($"  ? {missing.Words} ({missing.Pointer})");
            }
        }
    }
}
