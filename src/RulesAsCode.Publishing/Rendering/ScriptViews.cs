using System.Globalization;
using RulesAsCode.Primitives;
using RulesAsCode.Publishing.Model;
using Scriban.Runtime;

namespace RulesAsCode.Publishing.Rendering;

/// <summary>The records of a guide as objects for templates: every name explicit, in snake case, every string escaped by the markup.</summary>
/// <param name="markup">What strings and prose become.</param>
/// <param name="requirementHeading">The level of an author's highest heading in the prose of a requirement.</param>
/// <param name="pageHeading">The same in other prose.</param>
internal sealed class ScriptViews(IMarkup markup, int requirementHeading = 4, int pageHeading = 3)
{
    private readonly Dictionary<RequirementView, ScriptObject> _requirements = new(ReferenceEqualityComparer.Instance);

    public ScriptObject Page(GuidePage page) => Fields()
        .Set("name", page.Name)
        .Set("title", page.Title)
        .Set("audience", page.Audience)
        .Set("version", page.Version)
        .Set("last_changed", Date(page.LastChanged))
        .Set("references", page.References, Reference)
        .Set("page_disclaimers", page.PageDisclaimers, Disclaimer)
        .Set("introduction", page.Introduction, pageHeading)
        .Set("checklist", page.Checklist, group => Group(group, Requirement))
        .Set("requirements", page.Requirements, Requirement)
        .Set("timelines", page.Timelines, Timeline)
        .Set("timeline_disclaimers", page.TimelineDisclaimers, Disclaimer)
        .Set("working_days", WorkingDays(page.WorkingDays))
        .Set("examples", page.Examples, ExampleGroup)
        .Set("facts", page.Facts, FactGroup)
        .Set("definitions", page.Definitions, Definition)
        .Set("parameters", page.Parameters, Parameter)
        .Set("glossary", page.Glossary, Term)
        .Set("sources", page.Sources, Source)
        .Set("source_notes", SourceNotes(page))
        .Set("readings", page.Readings, Reading)
        .Set("contacts", page.Contacts, Contact)
        .Set("changes", page.Changes, Change)
        .Set("disclaimers", page.Disclaimers, Disclaimer)
        .Done();

    /// <summary>One object for a requirement, wherever it is listed.</summary>
    public ScriptObject Requirement(RequirementView requirement)
    {
        if (!_requirements.TryGetValue(requirement, out ScriptObject? view))
        {
            _requirements.Add(requirement, view = NewRequirement(requirement));
        }

        return view;
    }

    /// <summary>What a list says of a requirement.</summary>
    public ScriptObject Summary(RequirementView requirement) => SummaryFields(requirement).Done();

    public ScriptObject Group(ChecklistGroup group, Func<RequirementView, ScriptObject> view) =>
        Fields().Set("falls_on", group.FallsOn).Set("requirements", group.Requirements, view).Done();

    public ScriptObject ExampleGroup(ExampleGroupView group) => Fields()
        .Set("id", group.Id)
        .Set("requirement", group.Requirement is null ? null : Link(group.Requirement))
        .Set("examples", group.Examples, Example)
        .Done();

    public ScriptObject FactGroup(FactGroupView group) => Fields().Set("record", group.RecordName).Set("facts", group.Facts, Fact).Done();

    public ScriptArray SourceNotes(GuidePage page) => new(page.SourceNotes.Select(note => markup.Prose(note, pageHeading, null)));

    private ScriptFields SummaryFields(RequirementView requirement) => Fields()
        .Set("id", requirement.Id)
        .Set("key", requirement.Key)
        .SetAnchor("href", requirement.Id)
        .Set("fingerprint", requirement.Fingerprint)
        .Set("name", requirement.Name)
        .Set("title", requirement.Title)
        .Set("link", Link(new LinkView(requirement.Id, requirement.Title)))
        .Set("own_references", [.. requirement.References.Where(reference => reference.BearsOn is null).Select(reference => reference.Reference)], Reference)
        .Set("falls_on", requirement.FallsOn)
        .Set("for_each", requirement.ForEach)
        .Set("applies_when", Condition(requirement.AppliesWhen))
        .Set("exceptions", requirement.Exceptions, Exception);

    private ScriptObject NewRequirement(RequirementView requirement) => SummaryFields(requirement)
        .Set("references", requirement.References, reference =>
            Fields().Set("reference", Reference(reference.Reference)).Set("bears_on", reference.BearsOn).Done())
        .Set("in_force_from", Date(requirement.InForceFrom))
        .Set("in_force_until", Date(requirement.InForceUntil))
        .Set("criteria", requirement.Criteria, Criterion)
        .Set("recommendations", requirement.Recommendations, Criterion)
        .Set("deadlines", requirement.Deadlines, deadline => Deadline(deadline)!)
        .Set("readings", requirement.Readings, reading => Fields()
            .Set("reading", Reading(reading.Reading))
            .Set("letters", reading.Letters)
            .Set("alternatives", reading.Alternatives, alternative =>
                Fields().Set("letter", alternative.Letter).Set("condition", Condition(alternative.Condition)).Done())
            .Done())
        .Set("facts", requirement.Facts, Link)
        .Set("definitions", requirement.Definitions, Link)
        .Set("follows", requirement.Follows, Link)
        .Set("takes_about", requirement.TakesAbout)
        .Set("takes_unknown_time", requirement.TakesUnknownTime)
        .Set("guidance", requirement.Guidance, requirementHeading)
        .Set("disclaimers", requirement.Disclaimers, Disclaimer)
        .Set("examples_id", requirement.ExamplesId)
        .Set("cases", requirement.Cases is not { } cases ? null : Fields()
            .Set("conditions", cases.Conditions)
            .Set("rows", cases.Rows, row => Fields().Set("holds", new ScriptArray(row.Holds.Select(holds => (object?)holds))).Set("applies", row.Applies).Done())
            .Done())
        .Set("rule", Fields()
            .Set("file", requirement.Rule.File)
            .Set("first_line", requirement.Rule.FirstLine)
            .Set("last_line", requirement.Rule.FirstLine + requirement.Rule.Lines.Length - 1)
            .Set("lines", requirement.Rule.Lines)
            .Done())
        .Done();

    private ScriptObject Criterion(CriterionView criterion) => Fields()
        .Set("letter", criterion.Letter)
        .Set("condition", Condition(criterion.Condition))
        .Set("question", criterion.Question)
        .Set("otherwise", criterion.Otherwise)
        .Set("exceptions", criterion.Exceptions, Exception)
        .Done();

    private ScriptObject? Condition(ConditionView? condition) => condition is null
        ? null
        : Fields().Set("text", condition.Text).Set("lead", condition.Lead).Set("items", condition.Items, item => Condition(item)!).Done();

    private ScriptObject Exception(ExceptionView exception) => Fields()
        .Set("condition", Condition(exception.Condition))
        .Set("references", exception.References, Reference)
        .Set("exceptions", exception.Exceptions, Exception)
        .Done();

    public ScriptObject Reference(ReferenceView reference) => Fields()
        .Set("display", reference.Display)
        .Set("source_title", reference.SourceTitle)
        .Set("divisions", reference.Divisions, division =>
            Fields().Set("label", division.Label).Set("title", division.Title).Set("status", division.Status).Done())
        .Set("is_inside", reference.IsInside)
        .Set("status", reference.Divisions is [{ Status: { } status }] ? status : null)
        .Set("quote", reference.Quote)
        .Done();

    private ScriptObject? Deadline(DeadlineView? deadline) => deadline is null
        ? null
        : Fields()
            .Set("letter", deadline.Letter)
            .Set("what", deadline.What)
            .Set("relation", deadline.Relation)
            .Set("length", deadline.Length)
            .Set("direction", deadline.Direction)
            .Set("from", deadline.From)
            .Set("bound", deadline.Bound.ToString().ToLowerInvariant())
            .Set("counted", deadline.Counted is not { } counted ? null : Fields()
                .Set("count", counted.Count)
                .Set("unit", UnitKey(counted.Unit))
                .Set("clear", counted.Clear)
                .Done())
            .Set("references", deadline.References, Reference)
            .Done();

    /// <summary>A unit of time as scripts and data name it.</summary>
    public static string UnitKey(DurationUnit unit) => unit == DurationUnit.WorkingDay ? "working-day" : unit.ToString().ToLowerInvariant();

    public ScriptObject Timeline(TimelineView timeline) => TimelineFields(timeline).Done();

    public ScriptFields TimelineFields(TimelineView timeline) => Fields()
        .Set("id", timeline.Id)
        .Set("name", timeline.Name)
        .Set("title", timeline.Title)
        .Set("note", timeline.Note)
        .Set("rows", timeline.Rows, row => Fields()
            .Set("step", Link(row.Step))
            .Set("falls_on", row.FallsOn)
            .Set("deadline", Deadline(row.Deadline))
            .Set("takes_about", row.TakesAbout)
            .Set("takes_unknown_time", row.TakesUnknownTime)
            .Set("follows", row.Follows, Link)
            .Set("references", row.References, Reference)
            .Set("origin", row.Deadline is { } deadline ? InputId(timeline, deadline.From) : null)
            .Done())
        .Set("origins", timeline.Origins)
        .Set("undated_origins", timeline.UndatedOrigins)
        .Set(
            "inputs",
            [.. timeline.Origins.Where(origin => timeline.Rows.Any(row => row.Deadline is { Counted: not null } deadline && deadline.From == origin))],
            origin => Fields().Set("id", InputId(timeline, origin)).Set("origin", origin).Done());

    private static string InputId(TimelineView timeline, string origin) =>
        timeline.Id + "-from-" + (timeline.Origins.IndexOf(origin) + 1).ToString(CultureInfo.InvariantCulture);

    public ScriptObject? WorkingDays(WorkingDaysView? days) => days is null ? null : Fields()
        .Set("name", days.Name)
        .Set("free_days", days.HasHolidays ? [.. days.Weekend, "the holidays that it lists"] : days.Weekend)
        .Set("first_year", days.FirstYear)
        .Set("last_year", days.LastYear)
        .Set("edition", Date(days.Edition))
        .Set("readings", days.Readings, Link)
        .Set("weekend_days", new ScriptArray(days.WeekendDays.Select(day => (object)day)))
        .Set(
            "years",
            [.. days.Holidays.GroupBy(holiday => holiday.Date.Iso[..4], StringComparer.Ordinal)],
            year => Fields()
                .Set("year", year.Key)
                .Set("holidays", [.. year], holiday => Fields().Set("date", Date(holiday.Date)).Set("name", holiday.Name).Set("note", holiday.Note).Done())
                .Done())
        .Done();

    /// <summary>From a requirement to its sources, its criteria and their examples.</summary>
    public ScriptObject Trace(RequirementTraceView trace) => Fields()
        .Set("requirement", Link(trace.Requirement))
        .Set("references", trace.References, Link)
        .Set("criteria", trace.Criteria, criterion => Fields()
            .Set("letter", criterion.Letter)
            .Set("case_count", criterion.Examples.Sum(use => use.Cases))
            .Set("criterion", Link(criterion.Criterion))
            .Set("examples", criterion.Examples, use => Fields().Set("example", Link(use.Example)).Set("cases", use.Cases).Done())
            .Done())
        .Done();

    private ScriptObject Example(ExampleView example) => Fields()
        .Set("title", example.Title)
        .Set("number", example.Number)
        .Set("decides", example.Decides)
        .Set("as_at", Date(example.AsAt))
        .Set("given", example.Given, Given)
        .Set("expectations", example.Expectations, expectation => Fields()
            .Set("subject", Link(new LinkView(expectation.SubjectId ?? "", expectation.Subject)))
            .Set("result", expectation.Result)
            .Set("says", expectation.Says)
            .Set("asks_for", expectation.AsksFor)
            .Done())
        .Set("table", example.Table is not { } table ? null : Fields()
            .Set("fact_columns", table.FactColumns)
            .Set("result_columns", table.ResultColumns, Link)
            .Set("rows", table.Rows, row => Fields().Set("facts", row.Facts).Set("results", row.Results).Done())
            .Done())
        .Done();

    private ScriptObject Given(GivenView given) => Fields().Set("label", given.Label).Set("value", given.Value).Set("items", given.Items, Given).Done();

    private ScriptObject Fact(FactView fact) => Fields()
        .Set("id", fact.Id)
        .Set("name", fact.Name)
        .Set("question", fact.Question)
        .Set("kind", fact.Kind)
        .Set("or_none", fact.OrNone)
        .Set("allows_several", fact.AllowsSeveral)
        .Set("note", fact.Note)
        .Set("options", fact.Options, option => Fields().Set("name", option.Name).Set("title", option.Title).Done())
        .Set("option_names", fact.Options.Select(option => option.Name))
        .Set("has_option_titles", fact.Options.Any(option => option.Title is not null))
        .Done();

    public ScriptObject Definition(DefinitionView definition) => Fields()
        .Set("id", definition.Id)
        .Set("name", definition.Name)
        .Set("for_each", definition.ForEach)
        .Set("meaning", definition.Meaning)
        .Set("condition", Condition(definition.Condition))
        .Set("cases", definition.Cases, @case => Fields().Set("value", @case.Value).Set("condition", Condition(@case.Condition)).Done())
        .Set("rounding", definition.Rounding)
        .Set("references", definition.References, Reference)
        .Set("readings", definition.Readings, Link)
        .Done();

    public ScriptObject Parameter(ParameterView parameter) => Fields()
        .Set("id", parameter.Id)
        .Set("name", parameter.Name)
        .Set("periods", parameter.Periods, period =>
            Fields().Set("from", Date(period.From)).Set("value", period.Value).Set("references", period.References, Reference).Done())
        .Done();

    public ScriptObject Term(TermView term) => Fields()
        .Set("id", term.Id)
        .Set("name", term.Name)
        .Set("title", term.Title)
        .Set("meaning", term.Meaning, pageHeading + 1, term.Id)
        .Done();

    public ScriptObject Source(SourceView source) => Fields()
        .Set("id", source.Id)
        .Set("code", source.Code)
        .Set("title", source.Title)
        .SetAddress("url", source.Url)
        .Set("url_text", source.Url)
        .Set("edition", Date(source.Edition))
        .Set("divisions", source.Divisions, division => Fields()
            .Set("id", division.Id)
            .Set("label", division.Label)
            .Set("title", division.Title)
            .Set("status", division.Status)
            .SetAddress("url", division.Url)
            .Set("uses", division.Uses, use => Fields().Set("link", Link(use.Link)).Set("places", use.Places).Done())
            .Set("not_modelled", division.NotModelled)
            .Set("is_open", division.IsOpen)
            .Done())
        .Set("cited_as_a_whole_by", source.CitedAsAWholeBy, Link)
        .Set("cited_count", source.CitedCount)
        .Set("not_modelled_count", source.NotModelledCount)
        .Set("covered_count", source.CoveredCount)
        .Set("not_cited_count", source.NotCitedCount)
        .Done();

    public ScriptObject Reading(ReadingView reading) => Fields()
        .Set("id", reading.Id)
        .Set("link", Link(new LinkView(reading.Id, reading.Question)))
        .Set("name", reading.Name)
        .Set("question", reading.Question)
        .Set("taken", reading.Taken)
        .Set("owner", reading.Owner)
        .Set("used_by", reading.UsedBy, Link)
        .Done();

    public ScriptObject Contact(ContactView contact) => Fields()
        .Set("name", contact.Name)
        .Set("lines", contact.Lines, line => Fields().Set("kind", line.Kind).Set("text", line.Text).SetAddress("address", line.Address).Done())
        .Done();

    public ScriptObject Change(ChangeView change) => Fields()
        .Set("date", Date(change.Date))
        .Set("text", change.Text)
        .Set("touches", change.Touches, Link)
        .Done();

    public ScriptObject Disclaimer(DisclaimerView disclaimer) => Fields()
        .Set("name", disclaimer.Name)
        .Set("text", disclaimer.Text)
        .Set("on_every_page", disclaimer.OnEveryPage)
        .Set("on_timeline", disclaimer.OnTimeline)
        .Set("on_requirements", disclaimer.OnRequirements, Link)
        .Done();

    public ScriptObject Link(LinkView link) => Fields().Set("id", link.Id).SetAnchor("href", link.Id).Set("text", link.Text).Done();

    public ScriptObject? Date(DateView? date) => date is null ? null : Fields().Set("iso", date.Iso).Set("words", date.Words).Done();

    public ScriptFields Fields() => new(markup);
}
