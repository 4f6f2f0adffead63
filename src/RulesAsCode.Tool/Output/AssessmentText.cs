using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter;

namespace RulesAsCode.Tool.Output;

/// <summary>An assessment for a person: the whole, then each requirement with what to do about it.</summary>
internal static class AssessmentText
{
    /// <param name="asAt">The date in words, as the first line says it.</param>
    internal static void Write(TextWriter output, Assessment assessment, string asAt, Palette palette)
    {
        output.WriteLine($"{palette.Strong(assessment.Model.Guide.Name)}, as at {asAt}: {Painted(assessment.Outcome, palette)}");
        foreach (RequirementAssessment requirement in assessment.Requirements)
        {
            output.WriteLine();
            string other = requirement.Requirement.FallsOn is { } party ? $" (falls on {party.Name})" : "";
            output.WriteLine($"{palette.Strong(requirement.Requirement.Name)}: {Painted(requirement.Outcome, palette)}{other}");
            if (requirement.Elements.IsEmpty)
            {
                Write(output, "  ", requirement.Outcome, requirement.Criteria, requirement.Missing, requirement.Reasons, requirement.Messages);
                continue;
            }

            foreach (ElementAssessment element in requirement.Elements)
            {
                output.WriteLine($"  {element.Name}: {Painted(element.Outcome, palette)}");
                Write(output, "    ", element.Outcome, element.Criteria, element.Missing, element.Reasons, element.Messages);
            }
        }
    }

    private static string Painted(Outcome outcome, Palette palette) => outcome switch
    {
        Outcome.Satisfied => palette.Green(outcome.ToWords()),
        Outcome.NotSatisfied => palette.Red(outcome.ToWords()),
        Outcome.Undecided => palette.Yellow(outcome.ToWords()),
        _ => palette.Faint(outcome.ToWords()),
    };

    private static void Write(
        TextWriter output, string indentation, Outcome outcome, ImmutableArray<CriterionAssessment> criteria,
        ImmutableArray<FactPath> missing, ImmutableArray<Reason> reasons, ImmutableArray<string> messages)
    {
        // One criterion says no more than the outcome; several say which of them it is.
        string[] open = [.. criteria.Where(criterion => criterion.Outcome is Outcome.NotSatisfied or Outcome.Undecided).Select(criterion => $"({criterion.Criterion.Letter}) {criterion.Outcome.ToWords()}")];
        if (criteria.Length > 1 && open.Length > 0 && outcome != Outcome.Satisfied)
        {
            output.WriteLine(indentation + Words.List(open));
        }

        foreach (string message in messages)
        {
            output.WriteLine(indentation + message.ReplaceLineEndings("\n").Replace("\n", "\n" + indentation, StringComparison.Ordinal));
        }

        if (!missing.IsEmpty)
        {
            output.WriteLine(indentation + "Asks for " + Words.List([.. missing.Select(path => path.Words)]) + ".");
        }

        foreach (Reason reason in reasons)
        {
            output.WriteLine(indentation + Words.Capital(reason.Text));
        }
    }
}
