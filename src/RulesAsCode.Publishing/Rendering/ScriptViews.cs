using RulesAsCode.Publishing.Model;
using Scriban.Runtime;

namespace RulesAsCode.Publishing.Rendering;

/// <summary>The records of a guide as objects for templates: every name explicit, in snake case, every string escaped by the markup.</summary>
internal sealed class ScriptViews(IMarkup markup)
{
    /// <summary>Headings of prose that stands outside any requirement.</summary>
    private const int PageHeading = 3;

    private readonly Dictionary<RequirementView, ScriptObject> _requirements = new(ReferenceEqualityComparer.Instance);

    public ScriptObject Page(GuidePage page) => Fields()
        .Set("name", page.Name)
        .Set("title", page.Title)
        .Set("audience", page.Audience)
        .Set("version", page.Version)
        .Set("last_changed", Date(page.LastChanged))
        .Set("references", page.References, Reference)
        .Set("page_disclaimers", page.PageDisclaimers, Disclaimer)
        .Set("introduction", page.Introduction, PageHeading)
        .Set("checklist", page.Checklist, group => Fields().Set("falls_on", group.FallsOn).Set("requirements", group.Requirements, Requirement).Done())
        .Set("requirements", page.Requirements, Requirement)
        .Set("timelines", page.Timelines, Timeline)
        .Set("timeline_disclaimers", page.TimelineDisclaimers, Disclaimer)
        .Set("working_days", page.WorkingDays is null ? null : WorkingDays(page.WorkingDays))
        .Set("examples", page.Examples, Example)
        .Set("facts", page.Facts, group => Fields().Set("record", group.RecordName).Set("facts", group.Facts, Fact).Done())
        .Set("definitions", page.Definitions, Definition)
        .Set("parameters", page.Parameters, Parameter)
        .Set("glossary", page.Glossary, Term)
        .Set("sources", page.Sources, Source)
        .Set("source_notes", new ScriptArray(page.SourceNotes.Select(note => markup.Prose(note, PageHeading, null))))
        .Set("readings", page.Readings, Reading)
        .Set("contacts", page.Contacts, Contact)
        .Set("changes", page.Changes, Change)
        .Set("disclaimers", page.Disclaimers, Disclaimer)
        .Done();

    /// <summary>One object for a requirement, wherever it is listed.</summary>
    private ScriptObject Requirement(RequirementView requirement)
    {
        if (!_requirements.TryGetValue(requirement, out ScriptObject? view))
        {
            _requirements.Add(requirement, view = NewRequirement(requirement));
        }

        return view;
    }

    private ScriptObject NewRequirement(RequirementView requirement) => Fields()
        .Set("id", requirement.Id)
        .Set("name", requirement.Name)
        .Set("title", requirement.Title)
        .Set("link", Link(new LinkView(requirement.Id, requirement.Title)))
        .Set("own_references", [.. requirement.References.Where(reference => reference.BearsOn is null).Select(reference => reference.Reference)], Reference)
        .Set("references", requirement.References, reference =>
            Fields().Set("reference", Reference(reference.Reference)).Set("bears_on", reference.BearsOn).Done())
        .Set("falls_on", requirement.FallsOn)
        .Set("for_each", requirement.ForEach)
        .Set("applies_when", Condition(requirement.AppliesWhen))
        .Set("in_force_from", Date(requirement.InForceFrom))
        .Set("in_force_until", Date(requirement.InForceUntil))
        .Set("exceptions", requirement.Exceptions, Exception)
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
        .Set("guidance", requirement.Guidance)
        .Set("disclaimers", requirement.Disclaimers, Disclaimer)
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

    private ScriptObject Reference(ReferenceView reference) => Fields()
        .Set("display", reference.Display)
        .Set("source_title", reference.SourceTitle)
        .Set("divisions", reference.Divisions, division =>
            Fields().Set("label", division.Label).Set("title", division.Title).Set("status", division.Status).Done())
        .Set("is_inside", reference.IsInside)
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
            .Set("references", deadline.References, Reference)
            .Done();

    private ScriptObject Timeline(TimelineView timeline) => Fields()
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
            .Done())
        .Set("origins", timeline.Origins)
        .Set("undated_origins", timeline.UndatedOrigins)
        .Done();

    private ScriptObject WorkingDays(WorkingDaysView days) => Fields()
        .Set("name", days.Name)
        .Set("free_days", days.HasHolidays ? [.. days.Weekend, "the holidays that it lists"] : days.Weekend)
        .Set("first_year", days.FirstYear)
        .Set("last_year", days.LastYear)
        .Set("edition", Date(days.Edition))
        .Set("readings", days.Readings, Link)
        .Done();

    private ScriptObject Example(ExampleView example) => Fields()
        .Set("title", example.Title)
        .Set("as_at", Date(example.AsAt))
        .Set("given", example.Given, Given)
        .Set("expectations", example.Expectations, expectation => Fields()
            .Set("subject", expectation.Subject)
            .Set("subject_id", expectation.SubjectId)
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

    private ScriptObject Definition(DefinitionView definition) => Fields()
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

    private ScriptObject Parameter(ParameterView parameter) => Fields()
        .Set("id", parameter.Id)
        .Set("name", parameter.Name)
        .Set("periods", parameter.Periods, period =>
            Fields().Set("from", Date(period.From)).Set("value", period.Value).Set("references", period.References, Reference).Done())
        .Done();

    private ScriptObject Term(TermView term) => Fields()
        .Set("id", term.Id)
        .Set("name", term.Name)
        .Set("title", term.Title)
        .Set("meaning", term.Meaning, PageHeading + 1, term.Id)
        .Done();

    private ScriptObject Source(SourceView source) => Fields()
        .Set("id", source.Id)
        .Set("code", source.Code)
        .Set("title", source.Title)
        .SetAddress("url", source.Url)
        .Set("url_text", source.Url)
        .Set("edition", Date(source.Edition))
        .Set("divisions", source.Divisions, division => Fields()
            .Set("label", division.Label)
            .Set("title", division.Title)
            .Set("status", division.Status)
            .SetAddress("url", division.Url)
            .Set("uses", division.Uses, use => Fields().Set("link", Link(use.Link)).Set("places", use.Places).Done())
            .Set("not_modelled", division.NotModelled)
            .Done())
        .Set("cited_as_a_whole_by", source.CitedAsAWholeBy, Link)
        .Set("cited_count", source.CitedCount)
        .Set("not_modelled_count", source.NotModelledCount)
        .Set("not_cited_count", source.NotCitedCount)
        .Done();

    private ScriptObject Reading(ReadingView reading) => Fields()
        .Set("id", reading.Id)
        .Set("name", reading.Name)
        .Set("question", reading.Question)
        .Set("taken", reading.Taken)
        .Set("owner", reading.Owner)
        .Set("used_by", reading.UsedBy, Link)
        .Done();

    private ScriptObject Contact(ContactView contact) => Fields()
        .Set("name", contact.Name)
        .Set("lines", contact.Lines, line => Fields().Set("kind", line.Kind).Set("text", line.Text).SetAddress("address", line.Address).Done())
        .Done();

    private ScriptObject Change(ChangeView change) => Fields()
        .Set("date", Date(change.Date))
        .Set("text", change.Text)
        .Set("touches", change.Touches, Link)
        .Done();

    private ScriptObject Disclaimer(DisclaimerView disclaimer) => Fields()
        .Set("name", disclaimer.Name)
        .Set("text", disclaimer.Text)
        .Set("on_every_page", disclaimer.OnEveryPage)
        .Set("on_timeline", disclaimer.OnTimeline)
        .Set("on_requirements", disclaimer.OnRequirements, Link)
        .Done();

    private ScriptObject Link(LinkView link) => Fields().Set("id", link.Id).Set("text", link.Text).Done();

    private ScriptObject? Date(DateView? date) => date is null ? null : Fields().Set("iso", date.Iso).Set("words", date.Words).Done();

    private ScriptFields Fields() => new(markup);
}
