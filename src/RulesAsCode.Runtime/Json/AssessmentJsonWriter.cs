using System.Text.Json;
using System.Text.Json.Serialization;
using RulesAsCode.Primitives;

namespace RulesAsCode.Json;

/// <summary>Writes what rules say of one subject as JSON, whichever engine said it.</summary>
/// <param name="json">Where it is written.</param>
public readonly struct AssessmentJsonWriter(Utf8JsonWriter json)
{
    /// <summary>The outcome as JSON calls it.</summary>
    public static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Satisfied => "Satisfied",
        Outcome.NotSatisfied => "NotSatisfied",
        Outcome.NotApplicable => "NotApplicable",
        Outcome.Undecided => "Undecided",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary>Begins the document.</summary>
    /// <param name="guide">The guide's name in the rules.</param>
    /// <param name="asAt">The date of the assessment, as a day number.</param>
    /// <param name="outcome">The outcome as a whole.</param>
    public void Begin(string guide, int asAt, Outcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("guide", guide);
        json.WriteString("asAt", CalendarDay.ToIso(asAt));
        json.WriteString("outcome", NameOf(outcome));
        json.WriteStartArray("requirements");
    }

    /// <summary>Ends the document.</summary>
    public void End()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Begins a requirement; its elements follow.</summary>
    /// <param name="name">Its name in the rules.</param>
    /// <param name="outcome">Its outcome.</param>
    /// <param name="criteria">Its criteria: letters and outcomes.</param>
    /// <param name="missing">The facts to ask for, in words.</param>
    /// <param name="reasons">What stands in the way, in words.</param>
    public void BeginRequirement(string name, Outcome outcome, IEnumerable<(string Letter, Outcome Outcome)> criteria, IEnumerable<string> missing, IEnumerable<string> reasons)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("outcome", NameOf(outcome));
        json.WriteStartArray("criteria");
        foreach ((string letter, Outcome met) in criteria)
        {
            json.WriteStartObject();
            json.WriteString("letter", letter);
            json.WriteString("outcome", NameOf(met));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteStrings("missing", missing);
        WriteStrings("reasons", reasons);
        json.WriteStartArray("elements");
    }

    /// <summary>Ends a requirement.</summary>
    public void EndRequirement()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>An element of the requirement begun last.</summary>
    /// <param name="name">As a reader says it: <c>testing programme 2</c>.</param>
    /// <param name="outcome">Its outcome.</param>
    /// <param name="missing">The facts to ask for, in words.</param>
    /// <param name="reasons">What stands in the way, in words.</param>
    public void Element(string name, Outcome outcome, IEnumerable<string> missing, IEnumerable<string> reasons)
    {
        json.WriteStartObject();
        json.WriteString("element", name);
        json.WriteString("outcome", NameOf(outcome));
        WriteStrings("missing", missing);
        WriteStrings("reasons", reasons);
        json.WriteEndObject();
    }

    private void WriteStrings(string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}

/// <summary>Writes reports as JSON.</summary>
public sealed class RulesetReportJsonConverter : JsonConverter<RulesetReport>
{
    /// <summary>A report is made by validating facts, and is not read.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override RulesetReport Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A report is written as JSON and not read; validate the facts again.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RulesetReport value, JsonSerializerOptions options)
    {
        var document = new AssessmentJsonWriter(writer);
        document.Begin(value.Ruleset.Name, value.AsAt.DayNumber, value.Outcome);
        foreach (RequirementReport requirement in value.Requirements)
        {
            document.BeginRequirement(
                requirement.Requirement.Name, requirement.Outcome, requirement.Criteria.Select(criterion => (criterion.Criterion.Letter, criterion.Outcome)),
                requirement.Missing.Select(fact => fact.Words), requirement.Reasons.Select(reason => reason.Text));
            foreach (ElementReport element in requirement.Elements)
            {
                document.Element(element.Name, element.Outcome, element.Missing.Select(fact => fact.Words), element.Reasons.Select(reason => reason.Text));
            }

            document.EndRequirement();
        }

        document.End();
    }
}
