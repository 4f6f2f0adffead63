using System.Collections.Immutable;
using RulesAsCode.Primitives;

namespace RulesAsCode.Publishing.Model;

/// <summary>
/// Everything a guide shows, in reading order. Strings are plain text as the rule files have it; only <see cref="ProseText"/> is Markdown. Escaping
/// for Markdown or HTML happens later, in one place, so that these records serve every kind of output.
/// </summary>
/// <param name="Name">The guide's name in the rules.</param>
/// <param name="Title">Its title for readers.</param>
/// <param name="Audience">Whom it is for, each as written.</param>
/// <param name="Version">Version of the rules, or null.</param>
/// <param name="LastChanged">Date of the latest entry of the change log, or null when it has none.</param>
/// <param name="References">Where the law says so, for the guide as a whole.</param>
/// <param name="PageDisclaimers">Disclaimers declared to be shown on every page.</param>
/// <param name="Introduction">The introduction, or null.</param>
/// <param name="Checklist">The requirements by who has to meet them; the reader's own come first.</param>
/// <param name="Requirements">In the order of the law they cite first; what follows another stands after it.</param>
/// <param name="Timelines">As declared.</param>
/// <param name="TimelineDisclaimers">Disclaimers declared to be shown on the timeline.</param>
/// <param name="WorkingDays">The calendar that counts working days, or null.</param>
/// <param name="Examples">Worked examples by what they are about: those of several requirements first, then in the order of the requirements.</param>
/// <param name="Facts">The facts the rules ask for: first the guide's own, then each record's.</param>
/// <param name="Definitions">Derived facts.</param>
/// <param name="Parameters">Figures that the law sets, by period.</param>
/// <param name="Glossary">Terms, in alphabetical order.</param>
/// <param name="Sources">The section index.</param>
/// <param name="SourceNotes">What the libraries say of themselves.</param>
/// <param name="Readings">Every reading, as declared.</param>
/// <param name="Contacts">Contacts, as printed in the source.</param>
/// <param name="Changes">The change log, latest first.</param>
/// <param name="Disclaimers">Every disclaimer, with where it is shown.</param>
/// <param name="Traces">From each requirement to what it stands on and to the examples that show its criteria, in the order of the requirements.</param>
public sealed record GuidePage(
    string Name,
    string Title,
    ImmutableArray<string> Audience,
    string? Version,
    DateView? LastChanged,
    ImmutableArray<ReferenceView> References,
    ImmutableArray<DisclaimerView> PageDisclaimers,
    ProseText? Introduction,
    ImmutableArray<ChecklistGroup> Checklist,
    ImmutableArray<RequirementView> Requirements,
    ImmutableArray<TimelineView> Timelines,
    ImmutableArray<DisclaimerView> TimelineDisclaimers,
    WorkingDaysView? WorkingDays,
    ImmutableArray<ExampleGroupView> Examples,
    ImmutableArray<FactGroupView> Facts,
    ImmutableArray<DefinitionView> Definitions,
    ImmutableArray<ParameterView> Parameters,
    ImmutableArray<TermView> Glossary,
    ImmutableArray<SourceView> Sources,
    ImmutableArray<ProseText> SourceNotes,
    ImmutableArray<ReadingView> Readings,
    ImmutableArray<ContactView> Contacts,
    ImmutableArray<ChangeView> Changes,
    ImmutableArray<DisclaimerView> Disclaimers,
    ImmutableArray<RequirementTraceView> Traces);

/// <summary>Markdown as an author wrote it; raw HTML is text.</summary>
/// <param name="HighestHeading">The level of the author's highest heading: 3 in rules, 2 in a page below its title.</param>
/// <param name="LinksIntoSite">Whether links without a scheme lead to pages of the site. Rules know of no site.</param>
public sealed record ProseText(string Markdown, int HighestHeading = 3, bool LinksIntoSite = false);

/// <summary>A date: its day number, and as <c>2024-04-02</c> and <c>2 April 2024</c>.</summary>
public sealed record DateView(int Day, string Iso, string Words);

/// <summary>A link inside the guide.</summary>
/// <param name="Id">The anchor it leads to: lower-case ASCII letters, digits and hyphens.</param>
/// <param name="Text">What it is called.</param>
public sealed record LinkView(string Id, string Text);

/// <summary>A reference to the law.</summary>
/// <param name="Display">As a reader sees it: <c>ACT H1.10(a)</c>.</param>
/// <param name="SourceTitle">The title of the source cited.</param>
/// <param name="Divisions">What it covers in the outline: one division, several for a range, none when the whole source is cited.</param>
/// <param name="IsInside">True when the reference names a place inside its division (H1.10(a) in H1.10).</param>
/// <param name="Quote">Words of the source, or null.</param>
public sealed record ReferenceView(string Display, string SourceTitle, ImmutableArray<DivisionTitle> Divisions, bool IsInside, string? Quote);

/// <summary>A division as a reference shows it.</summary>
/// <param name="Label">Kind and locator: <c>Section H1</c>.</param>
/// <param name="Title">Null where the source prints none.</param>
/// <param name="Status">Null where nothing is said against its being in force.</param>
public sealed record DivisionTitle(string Label, string? Title, string? Status);

/// <summary>Requirements that fall on one party.</summary>
/// <param name="FallsOn">The party; null for the reader's own requirements.</param>
/// <param name="Requirements">In reading order.</param>
public sealed record ChecklistGroup(string? FallsOn, ImmutableArray<RequirementView> Requirements);

/// <summary>A condition in the rules' own words.</summary>
/// <param name="Text">The whole of it in one line.</param>
/// <param name="Lead">The words before its items, such as <c>any of</c>; null when it has none.</param>
/// <param name="Items">The parts of a condition that is a list; empty for any other.</param>
public sealed record ConditionView(string Text, string? Lead, ImmutableArray<ConditionView> Items);

/// <summary>An exception, with the exceptions to it.</summary>
public sealed record ExceptionView(ConditionView Condition, ImmutableArray<ReferenceView> References, ImmutableArray<ExceptionView> Exceptions);

/// <summary>A requirement or a recommendation of a requirement.</summary>
/// <param name="Letter"><c>a</c>, <c>b</c> …; requirements and recommendations share one sequence.</param>
/// <param name="Question">The question that has to be answered with yes, where the criterion is one yes/no fact; else null.</param>
public sealed record CriterionView(string Letter, ConditionView Condition, string? Question, ProseText? Otherwise, ImmutableArray<ExceptionView> Exceptions);

/// <summary>A length of time that a criterion states.</summary>
/// <param name="Letter">The criterion's letter.</param>
/// <param name="What">What has to happen: a fact's name, or a condition.</param>
/// <param name="Relation"><c>within</c>, <c>at least</c>, <c>on or before</c> …</param>
/// <param name="Length">Such as <c>60 working days</c>.</param>
/// <param name="Direction"><c>after</c> or <c>before</c>.</param>
/// <param name="From">What it is counted from.</param>
/// <param name="Bound">What the date so counted is to what has to happen.</param>
/// <param name="Counted">The length as a number of units; null where it is worked out or is a fact.</param>
/// <param name="References">Where the law says so.</param>
public sealed record DeadlineView(
    string Letter,
    string What,
    string Relation,
    string Length,
    string Direction,
    string From,
    DateBound Bound,
    Duration? Counted,
    ImmutableArray<ReferenceView> References);

/// <summary>What a date that is counted is to the event that it bounds.</summary>
public enum DateBound
{
    /// <summary>The last day on which it may happen.</summary>
    Latest,

    /// <summary>The first day on which it may happen.</summary>
    Earliest,

    /// <summary>It has to happen before the day.</summary>
    Before,

    /// <summary>It has to happen after the day.</summary>
    After,
}

/// <summary>A reading as it bears on one requirement.</summary>
/// <param name="Letters">The criteria it bears on; empty when it bears on the requirement as a whole.</param>
/// <param name="Alternatives">The other readings of criteria, where the rules state them.</param>
public sealed record RequirementReading(ReadingView Reading, ImmutableArray<string> Letters, ImmutableArray<AlternativeView> Alternatives);

/// <summary>What a criterion would say on the other reading.</summary>
public sealed record AlternativeView(string Letter, ConditionView Condition);

/// <summary>A reference of a requirement.</summary>
/// <param name="BearsOn">The part of the requirement that it belongs to (<c>when it applies</c>, <c>(b)</c>); null for the whole.</param>
public sealed record RequirementReference(ReferenceView Reference, string? BearsOn);

/// <summary>A requirement as a reader sees it.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Name">Its name in the rules.</param>
/// <param name="Title">Its title.</param>
/// <param name="References">Its references, those of its parts last.</param>
/// <param name="FallsOn">Whose duty it is when not the reader's own; else null.</param>
/// <param name="ForEach">What it is assessed for, each: <c>testing programme</c>; or null.</param>
/// <param name="AppliesWhen">Null when it always applies.</param>
/// <param name="InForceFrom">First day in force, or null.</param>
/// <param name="InForceUntil">Last day in force, or null.</param>
/// <param name="Exceptions">When it does not apply.</param>
/// <param name="Criteria">What it requires.</param>
/// <param name="Recommendations">What it recommends.</param>
/// <param name="Deadlines">Lengths of time that its criteria state.</param>
/// <param name="Readings">Readings that bear on it.</param>
/// <param name="Facts">Facts that it asks for, directly or through derived ones.</param>
/// <param name="Definitions">Derived facts and figures set by the law that it uses, directly or through others.</param>
/// <param name="Follows">What it follows.</param>
/// <param name="TakesAbout">An indicative length, or null.</param>
/// <param name="TakesUnknownTime">Why the length is not known, or null.</param>
/// <param name="Guidance">Guidance, or null.</param>
/// <param name="Disclaimers">Disclaimers declared to be shown with it.</param>
/// <param name="ExamplesId">Anchor of its worked examples, or null.</param>
/// <param name="Cases">When it applies, case by case; null where it always does, or where the cases are too many to read.</param>
/// <param name="Rule">The rule as it is encoded.</param>
/// <param name="Fingerprint">Sixteen hexadecimal digits that change when what the requirement says changes, and only then.</param>
public sealed record RequirementView(
    string Id,
    string Name,
    string Title,
    ImmutableArray<RequirementReference> References,
    string? FallsOn,
    string? ForEach,
    ConditionView? AppliesWhen,
    DateView? InForceFrom,
    DateView? InForceUntil,
    ImmutableArray<ExceptionView> Exceptions,
    ImmutableArray<CriterionView> Criteria,
    ImmutableArray<CriterionView> Recommendations,
    ImmutableArray<DeadlineView> Deadlines,
    ImmutableArray<RequirementReading> Readings,
    ImmutableArray<LinkView> Facts,
    ImmutableArray<LinkView> Definitions,
    ImmutableArray<LinkView> Follows,
    string? TakesAbout,
    string? TakesUnknownTime,
    ProseText? Guidance,
    ImmutableArray<DisclaimerView> Disclaimers,
    string? ExamplesId,
    CaseTable? Cases,
    RuleListing Rule,
    string Fingerprint)
{
    /// <summary>What it is called in addresses and on a reader's device: its anchor without the kind. It never changes while its name stays.</summary>
    public string Key => Anchors.KeyOf(Id);
}

/// <summary>The cases of a condition, as few as tell them apart.</summary>
/// <param name="Conditions">What the cases turn on, in words.</param>
/// <param name="Rows">In order; between them they leave out nothing and name nothing twice.</param>
public sealed record CaseTable(ImmutableArray<string> Conditions, ImmutableArray<CaseRow> Rows);

/// <summary>One case.</summary>
/// <param name="Holds">For each condition whether it holds; null where that makes no difference.</param>
/// <param name="Applies">Whether the requirement then applies.</param>
public sealed record CaseRow(ImmutableArray<bool?> Holds, bool Applies);

/// <summary>A declaration as it stands in its rule file.</summary>
/// <param name="File">The file, as seen from the guide's own.</param>
/// <param name="FirstLine">The number of the first line, from 1.</param>
public sealed record RuleListing(string File, int FirstLine, ImmutableArray<string> Lines);

/// <summary>A timeline, as a table that adds nothing up.</summary>
/// <param name="Rows">One for each length stated; one for each step that states none.</param>
/// <param name="Legs">The same rows by what they are counted from: a leg for each origin, where it is first met, and one for each row that states no length.</param>
/// <param name="Origins">What lengths are counted from, each once.</param>
/// <param name="UndatedOrigins">Origins that no step of the timeline leads to within a stated length.</param>
public sealed record TimelineView(
    string Id, string Name, string Title, ProseText? Note, ImmutableArray<TimelineRow> Rows, ImmutableArray<TimelineLeg> Legs, ImmutableArray<string> Origins, ImmutableArray<string> UndatedOrigins);

/// <summary>What a timeline states of one origin, or that it states nothing.</summary>
/// <param name="Origin">What the lengths are counted from; null for a row that states none.</param>
/// <param name="IsUndated">True when nothing in the timeline leads to the origin within a stated length.</param>
public sealed record TimelineLeg(string? Origin, bool IsUndated, ImmutableArray<TimelineRow> Rows);

/// <summary>One row of a timeline.</summary>
/// <param name="Step">The requirement.</param>
/// <param name="FallsOn">Who acts when it is not the reader; else null.</param>
/// <param name="Deadline">The length stated, or null.</param>
/// <param name="TakesAbout">An indicative length, or null.</param>
/// <param name="TakesUnknownTime">Why the length is not known, or null.</param>
/// <param name="Follows">What it follows.</param>
/// <param name="References">Where the law says so.</param>
public sealed record TimelineRow(
    LinkView Step,
    string? FallsOn,
    DeadlineView? Deadline,
    string? TakesAbout,
    string? TakesUnknownTime,
    ImmutableArray<LinkView> Follows,
    ImmutableArray<ReferenceView> References);

/// <summary>The calendar that counts working days.</summary>
/// <param name="Weekend">The days of the weekend, as written.</param>
/// <param name="HasHolidays">True when it has a table of holidays.</param>
/// <param name="FirstYear">First year it covers.</param>
/// <param name="LastYear">Last year it covers.</param>
/// <param name="Edition">Edition of its data, or null.</param>
/// <param name="WeekendDays">The days of the weekend, 0 for Sunday to 6 for Saturday.</param>
/// <param name="Holidays">The holidays of the years covered, earliest first.</param>
public sealed record WorkingDaysView(
    string Name,
    ImmutableArray<string> Weekend,
    bool HasHolidays,
    int FirstYear,
    int LastYear,
    DateView? Edition,
    ImmutableArray<LinkView> Readings,
    ImmutableArray<int> WeekendDays,
    ImmutableArray<HolidayView> Holidays);

/// <param name="Note">Why it is this day, or null.</param>
public sealed record HolidayView(DateView Date, string Name, string? Note);

/// <summary>The worked examples of one requirement.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Requirement">What they are about; null for those about several requirements, or none.</param>
/// <param name="Examples">As declared.</param>
public sealed record ExampleGroupView(string Id, LinkView? Requirement, ImmutableArray<ExampleView> Examples);

/// <summary>A worked example: one case, or a table of cases.</summary>
/// <param name="Number">Its place in its group, from 1.</param>
/// <param name="Decides">The letters of the criteria that it decides, where its group is about one requirement.</param>
/// <param name="Given">What every case has in common.</param>
/// <param name="Expectations">What follows; empty when <paramref name="Table"/> says it.</param>
/// <param name="Table">The cases, or null.</param>
public sealed record ExampleView(
    string Title, DateView AsAt, ImmutableArray<GivenView> Given, ImmutableArray<ExpectationView> Expectations, ExampleTable? Table, int Number, ImmutableArray<string> Decides);

/// <summary>A fact given, or an element with its facts.</summary>
/// <param name="Value">Null for an element, whose facts are <paramref name="Items"/>.</param>
public sealed record GivenView(string Label, string? Value, ImmutableArray<GivenView> Items);

/// <summary>What an example expects.</summary>
/// <param name="Subject">A requirement's title, a definition's name, or the whole; with its element where one is meant.</param>
/// <param name="SubjectId">Anchor of the subject, or null for the whole.</param>
/// <param name="Result">Outcome or value in words.</param>
/// <param name="Says">Sentences of the outcome.</param>
/// <param name="AsksFor">Missing facts, in words.</param>
public sealed record ExpectationView(string Subject, string? SubjectId, string Result, ImmutableArray<string> Says, ImmutableArray<string> AsksFor);

/// <summary>Cases that share their facts and expectations.</summary>
/// <param name="FactColumns">The facts that a case gives.</param>
/// <param name="ResultColumns">What is expected.</param>
public sealed record ExampleTable(ImmutableArray<string> FactColumns, ImmutableArray<LinkView> ResultColumns, ImmutableArray<ExampleRow> Rows);

/// <summary>One case.</summary>
/// <param name="Facts">A value for each fact column; null where the fact is not given.</param>
/// <param name="Results">A result for each result column; null where nothing is expected.</param>
public sealed record ExampleRow(ImmutableArray<string?> Facts, ImmutableArray<string?> Results);

/// <summary>The facts of one record.</summary>
/// <param name="RecordName">The record; null for the guide's own facts.</param>
public sealed record FactGroupView(string? RecordName, ImmutableArray<FactView> Facts);

/// <summary>A fact: its question and the kind of answer.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Kind">The kind of answer in words: <c>a date</c>, <c>yes or no</c>.</param>
/// <param name="AllowsSeveral">True when any number of the options may be chosen.</param>
/// <param name="OrNone">True when "there is none" is an answer.</param>
/// <param name="Options">What there is to choose from; empty unless it is a choice.</param>
public sealed record FactView(string Id, string Name, string? Question, string Kind, bool OrNone, bool AllowsSeveral, ProseText? Note, ImmutableArray<OptionView> Options);

/// <param name="Title">What it means, where the name does not say it.</param>
public sealed record OptionView(string Name, string? Title);

/// <summary>A derived fact.</summary>
/// <param name="ForEach">The record whose fact it is, or null.</param>
/// <param name="Condition">When it holds, for a yes/no definition of one case; else null.</param>
/// <param name="Cases">Values tried in order; empty when <paramref name="Condition"/> is set.</param>
/// <param name="Rounding">How it is rounded, in words, or null.</param>
public sealed record DefinitionView(
    string Id,
    string Name,
    string? ForEach,
    ProseText? Meaning,
    ConditionView? Condition,
    ImmutableArray<DefinitionCaseView> Cases,
    string? Rounding,
    ImmutableArray<ReferenceView> References,
    ImmutableArray<LinkView> Readings);

/// <param name="Condition">Null for a value without a condition, and for the case that is left.</param>
public sealed record DefinitionCaseView(string Value, ConditionView? Condition);

/// <summary>A figure that the law sets.</summary>
public sealed record ParameterView(string Id, string Name, ImmutableArray<ParameterPeriodView> Periods);

/// <param name="From">The first day of the period; it lasts until the next begins.</param>
public sealed record ParameterPeriodView(DateView From, string Value, ImmutableArray<ReferenceView> References);

/// <summary>A term of the glossary.</summary>
/// <param name="Title">The full name of an abbreviation, or null.</param>
public sealed record TermView(string Id, string Name, string? Title, ProseText? Meaning);

/// <summary>A source and its outline.</summary>
/// <param name="CitedAsAWholeBy">What cites the source and no division of it.</param>
public sealed record SourceView(
    string Id, string Code, string Title, string? Url, DateView? Edition, ImmutableArray<DivisionView> Divisions, ImmutableArray<LinkView> CitedAsAWholeBy)
{
    /// <summary>How many divisions are not cited themselves, while parts of them are.</summary>
    public int CoveredCount => Divisions.Count(division => division is { Uses.IsEmpty: true, NotModelled: null, IsOpen: false });

    /// <summary>How many divisions something relies on.</summary>
    public int CitedCount => Divisions.Count(division => !division.Uses.IsEmpty);

    /// <summary>How many are left out on purpose and cited by nothing.</summary>
    public int NotModelledCount => Divisions.Count(division => division.Uses.IsEmpty && division.NotModelled is not null);

    /// <summary>How many are neither cited nor said to be left out, nor is any part of them.</summary>
    public int NotCitedCount => Divisions.Count(division => division.IsOpen && division.Uses.IsEmpty);
}

/// <param name="Id">Its anchor.</param>
/// <param name="Label">Kind and locator: <c>Section H1</c>.</param>
/// <param name="Title">Null where the source prints none.</param>
/// <param name="Status">Null where nothing is said against its being in force.</param>
/// <param name="Uses">What relies on it.</param>
/// <param name="NotModelled">Why no requirement covers it on purpose, or null.</param>
/// <param name="IsOpen">True where no requirement, definition or figure cites it or a part inside it, and it is not said that it is not modelled.</param>
public sealed record DivisionView(string Id, string Label, string? Title, string? Status, string? Url, ImmutableArray<DivisionUse> Uses, string? NotModelled, bool IsOpen);

/// <param name="Link">What relies on the division.</param>
/// <param name="Places">The places inside the division that it cites: <c>H1.10(d)</c>; empty when it cites the division itself.</param>
public sealed record DivisionUse(LinkView Link, ImmutableArray<string> Places);

/// <summary>What a requirement stands on, and the examples that show its criteria.</summary>
/// <param name="References">All of its references, each once; the links lead to the places in the section index.</param>
/// <param name="Criteria">In order, recommendations among them.</param>
public sealed record RequirementTraceView(LinkView Requirement, ImmutableArray<LinkView> References, ImmutableArray<CriterionTraceView> Criteria);

/// <param name="Criterion">Its anchor, and its condition in the rules' own words.</param>
/// <param name="Examples">The worked examples in which it is met or not met.</param>
public sealed record CriterionTraceView(string Letter, LinkView Criterion, ImmutableArray<ExampleUse> Examples);

/// <param name="Example">Its anchor and its title.</param>
/// <param name="Cases">How many of its cases decide the criterion; 1 for an example that is no table.</param>
public sealed record ExampleUse(LinkView Example, int Cases);

/// <summary>A question that the text leaves open, and the choice taken.</summary>
/// <param name="UsedBy">What rests on it.</param>
public sealed record ReadingView(string Id, string Name, string Question, ProseText? Taken, string? Owner, ImmutableArray<LinkView> UsedBy);

/// <summary>A contact.</summary>
public sealed record ContactView(string Name, ImmutableArray<ContactLine> Lines);

/// <param name="Kind">Such as <c>telephone</c>.</param>
/// <param name="Address">Where a link may lead: of a website with its scheme, of an e-mail; else null.</param>
public sealed record ContactLine(string Kind, string Text, string? Address);

/// <summary>An entry of the change log.</summary>
public sealed record ChangeView(DateView Date, string Text, ImmutableArray<LinkView> Touches);

/// <summary>A disclaimer and where it is shown.</summary>
public sealed record DisclaimerView(string Name, ProseText Text, bool OnEveryPage, bool OnTimeline, ImmutableArray<LinkView> OnRequirements);
