using RulesAsCode.Interpreter;
using RulesAsCode.Json;

namespace RulesAsCode.Tool.Output;

/// <summary>An assessment as one document; its shape is part of the tool's interface.</summary>
internal static class AssessmentJson
{
    internal static void Write(TextWriter output, Assessment assessment) => JsonText.Write(output, json =>
    {
        var document = new AssessmentJsonWriter(json);
        document.Begin(assessment.Model.Guide.Name, assessment.AsAt, assessment.Outcome);
        foreach (RequirementAssessment requirement in assessment.Requirements)
        {
            document.BeginRequirement(
                requirement.Requirement.Name, requirement.Outcome, requirement.Criteria.Select(criterion => (criterion.Criterion.Letter, criterion.Outcome)),
                requirement.Missing.Select(path => path.Words), requirement.Reasons.Select(reason => reason.Text));
            foreach (ElementAssessment element in requirement.Elements)
            {
                document.Element(element.Name, element.Outcome, element.Missing.Select(path => path.Words), element.Reasons.Select(reason => reason.Text));
            }

            document.EndRequirement();
        }

        document.End();
    });
}
