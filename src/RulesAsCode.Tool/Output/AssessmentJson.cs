using System.Collections.Immutable;
using System.Text.Json;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter;
using RulesAsCode.Primitives;

namespace RulesAsCode.Tool.Output;

/// <summary>An assessment as one document; its shape is part of the tool's interface.</summary>
internal static class AssessmentJson
{
    internal static void Write(TextWriter output, Assessment assessment) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("guide", assessment.Model.Guide.Name);
        json.WriteString("asAt", CalendarDay.ToIso(assessment.AsAt));
        json.WriteString("outcome", Name(assessment.Outcome));
        json.WriteStartArray("requirements");
        foreach (RequirementAssessment requirement in assessment.Requirements)
        {
            Write(json, requirement);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    internal static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Satisfied => "Satisfied",
        Outcome.NotSatisfied => "NotSatisfied",
        Outcome.NotApplicable => "NotApplicable",
        Outcome.Undecided => "Undecided",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    private static void Write(Utf8JsonWriter json, RequirementAssessment requirement)
    {
        json.WriteStartObject();
        json.WriteString("name", requirement.Requirement.Name);
        json.WriteString("outcome", Name(requirement.Outcome));
        json.WriteStartArray("criteria");
        foreach (CriterionAssessment criterion in requirement.Criteria)
        {
            json.WriteStartObject();
            json.WriteString("letter", criterion.Criterion.Letter);
            json.WriteString("outcome", Name(criterion.Outcome));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteWhy(json, requirement.Missing, requirement.Reasons);
        json.WriteStartArray("elements");
        foreach (ElementAssessment element in requirement.Elements)
        {
            json.WriteStartObject();
            json.WriteString("element", element.Name);
            json.WriteString("outcome", Name(element.Outcome));
            WriteWhy(json, element.Missing, element.Reasons);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteWhy(Utf8JsonWriter json, ImmutableArray<FactPath> missing, ImmutableArray<Reason> reasons)
    {
        json.WriteStrings("missing", missing.Select(path => path.Words));
        json.WriteStrings("reasons", reasons.Select(reason => reason.Text));
    }
}
