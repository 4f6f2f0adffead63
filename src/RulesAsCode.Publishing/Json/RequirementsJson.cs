using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RulesAsCode.Publishing.Model;
using RulesAsCode.Publishing.Rendering;

namespace RulesAsCode.Publishing.Json;

/// <summary>The requirements of a guide for programs. The form is described by <c>Site/requirements.schema.json</c>, which has a version of its own.</summary>
internal static class RequirementsJson
{
    private const int FormatVersion = 1;

    public static string Of(GuidePage guide)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "requirements.schema.json");
            json.WriteNumber("format", FormatVersion);
            json.WriteStartObject("guide");
            json.WriteString("name", guide.Name);
            json.WriteString("title", guide.Title);
            Optional(json, "version", guide.Version);
            Optional(json, "lastChanged", guide.LastChanged?.Iso);
            Texts(json, "audience", guide.Audience);
            Array(json, "references", guide.References, Reference);
            json.WriteEndObject();
            Array(json, "disclaimers", guide.Disclaimers, Disclaimer);
            Array(json, "requirements", guide.Requirements, Requirement);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Requirement(Utf8JsonWriter json, RequirementView requirement)
    {
        json.WriteString("id", requirement.Key);
        json.WriteString("name", requirement.Name);
        json.WriteString("title", requirement.Title);
        json.WriteString("page", "requirements/" + requirement.Key + ".html");
        json.WriteString("textHash", requirement.Fingerprint);
        Optional(json, "fallsOn", requirement.FallsOn);
        Optional(json, "forEach", requirement.ForEach);
        Optional(json, "inForceFrom", requirement.InForceFrom?.Iso);
        Optional(json, "inForceUntil", requirement.InForceUntil?.Iso);
        if (requirement.AppliesWhen is { } applies)
        {
            json.WriteStartObject("appliesWhen");
            Condition(json, applies);
            json.WriteEndObject();
        }

        Array(json, "exceptions", requirement.Exceptions, Exception);
        Array(json, "criteria", requirement.Criteria, Criterion);
        Array(json, "recommendations", requirement.Recommendations, Criterion);
        Array(json, "deadlines", requirement.Deadlines, Deadline);
        Texts(json, "follows", [.. requirement.Follows.Select(follows => Anchors.KeyOf(follows.Id))]);
        Optional(json, "takesAbout", requirement.TakesAbout);
        Optional(json, "takesUnknownTime", requirement.TakesUnknownTime);
        Optional(json, "guidance", requirement.Guidance?.Markdown);
        Array(json, "references", requirement.References, (writer, reference) =>
        {
            Reference(writer, reference.Reference);
            Optional(writer, "bearsOn", reference.BearsOn);
        });
        Array(json, "readings", requirement.Readings, (writer, reading) =>
        {
            writer.WriteString("question", reading.Reading.Question);
            Optional(writer, "taken", reading.Reading.Taken?.Markdown);
            Optional(writer, "owner", reading.Reading.Owner);
            Texts(writer, "criteria", reading.Letters);
        });
        Texts(json, "disclaimers", [.. requirement.Disclaimers.Select(disclaimer => disclaimer.Name)]);
    }

    private static void Condition(Utf8JsonWriter json, ConditionView condition)
    {
        json.WriteString("text", condition.Text);
        if (!condition.Items.IsEmpty)
        {
            Optional(json, "lead", condition.Lead);
            Array(json, "items", condition.Items, Condition);
        }
    }

    private static void Exception(Utf8JsonWriter json, ExceptionView exception)
    {
        json.WriteStartObject("condition");
        Condition(json, exception.Condition);
        json.WriteEndObject();
        Array(json, "references", exception.References, Reference);
        Array(json, "exceptions", exception.Exceptions, Exception);
    }

    private static void Criterion(Utf8JsonWriter json, CriterionView criterion)
    {
        json.WriteString("letter", criterion.Letter);
        json.WriteStartObject("condition");
        Condition(json, criterion.Condition);
        json.WriteEndObject();
        Optional(json, "question", criterion.Question);
        Optional(json, "otherwise", criterion.Otherwise?.Markdown);
        Array(json, "exceptions", criterion.Exceptions, Exception);
    }

    private static void Deadline(Utf8JsonWriter json, DeadlineView deadline)
    {
        json.WriteString("criterion", deadline.Letter);
        json.WriteString("what", deadline.What);
        json.WriteString("when", deadline.Relation + " " + deadline.Length + " " + deadline.Direction);
        json.WriteString("from", deadline.From);
        json.WriteString("bound", deadline.Bound.ToString().ToLowerInvariant());
        if (deadline.Counted is { } counted)
        {
            json.WriteStartObject("length");
            json.WriteNumber("count", counted.Count);
            json.WriteString("unit", ScriptViews.UnitKey(counted.Unit));
            json.WriteBoolean("clear", counted.Clear);
            json.WriteEndObject();
        }
    }

    private static void Reference(Utf8JsonWriter json, ReferenceView reference)
    {
        json.WriteString("text", reference.Display);
        json.WriteString("source", reference.SourceTitle);
        Array(json, "divisions", reference.Divisions, (writer, division) =>
        {
            writer.WriteString("label", division.Label);
            Optional(writer, "title", division.Title);
            Optional(writer, "status", division.Status);
        });
        Optional(json, "quote", reference.Quote);
    }

    private static void Disclaimer(Utf8JsonWriter json, DisclaimerView disclaimer)
    {
        json.WriteString("name", disclaimer.Name);
        json.WriteString("text", disclaimer.Text.Markdown);
        json.WriteBoolean("onEveryPage", disclaimer.OnEveryPage);
        json.WriteBoolean("onTimeline", disclaimer.OnTimeline);
        Texts(json, "onRequirements", [.. disclaimer.OnRequirements.Select(requirement => Anchors.KeyOf(requirement.Id))]);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
