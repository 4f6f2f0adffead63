using System.Collections.Immutable;
using RulesAsCode.Compiler.Semantics;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Model;

/// <summary>Something declared in a rule file, with its name as declared and the place of that name.</summary>
public abstract class Symbol(string name, Location location)
{
    public string Name { get; } = name;

    public Location Location { get; } = location;

    /// <summary>The name as a C# type or member: <c>notice to HQ</c> is <c>NoticeToHq</c>.</summary>
    public string PascalName { get; } = Identifiers.ToPascalCase(name);

    /// <summary>The name in JSON: <c>notice to HQ</c> is <c>noticeToHq</c>.</summary>
    public string CamelName { get; } = Identifiers.ToCamelCase(name);

    /// <summary>The form under which it is looked up.</summary>
    internal string Key { get; } = Names.Key(name);

    public override string ToString() => Name;
}

/// <summary>Markdown or one sentence, as written.</summary>
public sealed record Prose(string Markdown, Location Location);

/// <summary>The guide: what it is called, whom it is for, what it stands on.</summary>
public sealed class Guide(string name, string title, Location location) : Symbol(name, location)
{
    public string Title { get; } = title;
    /// <summary>Whom the guide is for, each as written.</summary>
    public ImmutableArray<string> Audience { get; internal set; } = [];
    public ImmutableArray<Library> Uses { get; internal set; } = [];
    public ImmutableArray<SectionReference> References { get; internal set; } = [];
    /// <summary>C# namespace, when the guide says one.</summary>
    public string? Namespace { get; internal set; }
    public string? Version { get; internal set; }
    /// <summary>The calendar that counts working days; null when the guide names none.</summary>
    public Calendar? Calendar { get; internal set; }
    /// <summary>ISO 4217 code; GBP when the guide says none.</summary>
    public string Currency { get; internal set; } = "GBP";
    /// <summary>The sign printed before amounts: £ for GBP.</summary>
    public string CurrencySymbol { get; internal set; } = "£";
    public Prose? Introduction { get; internal set; }
}

public sealed class Library(string name, Location location) : Symbol(name, location)
{
    public Prose? Introduction { get; internal set; }
}

/// <summary>A legal text and the outline against which references are checked.</summary>
public sealed class Source(string code, string title, Location location) : Symbol(code, location)
{
    public string Title { get; } = title;
    public string? Url { get; internal set; }
    /// <summary>Day number of the edition cited, when given.</summary>
    public int? Edition { get; internal set; }
    public ImmutableArray<Division> Divisions { get; internal set; } = [];
}

/// <summary>A section, appendix, item … of a source, as its outline lists it.</summary>
public sealed class Division(Source source, string kind, string locator, string? title, Location location) : Symbol(kind + " " + locator, location)
{
    public Source Source { get; } = source;
    /// <summary>Lower case: <c>section</c>, <c>appendix</c>, <c>item</c>.</summary>
    public string Kind { get; } = kind;
    public string Locator { get; } = locator;
    /// <summary>Null where the source prints none; the page says so.</summary>
    public string? Title { get; } = title;
    /// <summary>Set where the division is not simply in force.</summary>
    public string? Status { get; internal set; }
    public string? Url { get; internal set; }
    /// <summary>Why no requirement covers it on purpose.</summary>
    public string? NotModelled { get; internal set; }
}

/// <summary>Where the law says so: a division of a source, a range of them, or the whole source.</summary>
/// <param name="Source">The source cited.</param>
/// <param name="Kind">Kind of division, lower case, as written or as the outline declares it; null for the whole source.</param>
/// <param name="Locator">The locator as written, such as <c>H1.10(a)</c>; null for the whole source.</param>
/// <param name="To">The locator that ends a range, or null.</param>
/// <param name="Division">The longest declared prefix of the locator; null for the whole source.</param>
/// <param name="Covered">For a range, every declared division from first to last, in outline order; else just <paramref name="Division"/>.</param>
/// <param name="Quote">The words of the source that the rule encodes, or null.</param>
/// <param name="Location">Where the reference is written.</param>
public sealed record SectionReference(
    Source Source, string? Kind, string? Locator, string? To, Division? Division, ImmutableArray<Division> Covered, string? Quote, Location Location)
{
    /// <summary>Where the quote is written, with its quotation marks; null where there is none.</summary>
    public Location? QuoteLocation { get; init; }

    /// <summary>The reference as a reader sees it: <c>ACT Section H1</c> is written <c>ACT H1</c>, <c>ACT Appendix R</c>, <c>ACT G3 to G6</c>.</summary>
    public string Display
    {
        get
        {
            if (Locator is null)
            {
                return Source.Name;
            }

            // The common kinds are left out, and those that are printed apart from the body have a capital, as people do when they cite.
            string kind = Kind switch
            {
                null or "section" or "regulation" or "article" => "",
                "appendix" or "annex" or "schedule" => char.ToUpperInvariant(Kind[0]) + Kind.Substring(1) + " ",
                _ => Kind + " ",
            };
            return Source.Name + " " + kind + Locator + (To is null ? "" : " to " + To);
        }
    }
}

public sealed class Term(string name, string? title, Location location) : Symbol(name, location)
{
    /// <summary>The full name of an abbreviation, or null.</summary>
    public string? Title { get; } = title;
    public Prose? Meaning { get; internal set; }
}

public sealed class Choice(string name, Location location) : Symbol(name, location)
{
    public ImmutableArray<ChoiceMember> Members { get; internal set; } = [];
}

public sealed class ChoiceMember(Choice choice, int ordinal, string name, string? title, Location location) : Symbol(name, location)
{
    public Choice Choice { get; } = choice;
    /// <summary>From 0, in the order of declaration.</summary>
    public int Ordinal { get; } = ordinal;
    /// <summary>What the member means, for a reader; null where the name says it.</summary>
    public string? Title { get; } = title;
}

/// <summary>A text that must match a regular expression as a whole.</summary>
public sealed class Format(string name, Location location) : Symbol(name, location)
{
    public string Pattern { get; internal set; } = "";
}

public sealed class Calendar(string name, Location location) : Symbol(name, location)
{
    /// <summary>The table that counts; built from weekend, holidays and years.</summary>
    public WorkingDayCalendar? Table { get; internal set; }
    /// <summary>Names of the weekend's days, in the order written.</summary>
    public ImmutableArray<string> Weekend { get; internal set; } = [];
    /// <summary>The file of holidays as the rule file names it, or null.</summary>
    public string? HolidaysFile { get; internal set; }
    public int FirstYear { get; internal set; }
    public int LastYear { get; internal set; }
    /// <summary>Day number of the data's edition, or null.</summary>
    public int? Edition { get; internal set; }
    public ImmutableArray<Reading> Readings { get; internal set; } = [];
}

/// <summary>A record type: its fields, and the definitions made <c>for each</c> of it.</summary>
public sealed class Record(string name, Location location, bool isFacts) : Symbol(name, location)
{
    /// <summary>True for the guide's one <c>facts</c>.</summary>
    public bool IsFacts { get; } = isFacts;
    public ImmutableArray<Field> Fields { get; internal set; } = [];
}

/// <summary>A fact: a field of the guide's facts or of a record.</summary>
public sealed class Field(Record record, int ordinal, string name, Location location) : Symbol(name, location)
{
    public Record Record { get; } = record;
    /// <summary>From 0, in the order of declaration.</summary>
    public int Ordinal { get; } = ordinal;
    public RuleType Type { get; internal set; } = RuleType.Error;
    public bool OrNone { get; internal set; }
    /// <summary>The question of the self-assessment, or null.</summary>
    public string? Question { get; internal set; }
    public Prose? Note { get; internal set; }
}

/// <summary>A figure that the law sets, by period.</summary>
public sealed class Parameter(string name, Location location) : Symbol(name, location)
{
    public RuleType Type { get; internal set; } = RuleType.Error;
    public bool OrNone => Periods.Any(period => period.Value is NoneValue);
    /// <summary>In ascending order of their first day. Each holds until the next begins.</summary>
    public ImmutableArray<ParameterPeriod> Periods { get; internal set; } = [];
}

/// <param name="From">Day number on which the value begins to hold.</param>
public sealed record ParameterPeriod(int From, RuleValue Value, ImmutableArray<SectionReference> References, Location Location);

/// <summary>A derived fact.</summary>
public sealed class Definition(string name, Location location) : Symbol(name, location)
{
    public ImmutableArray<SectionReference> References { get; internal set; } = [];
    public ImmutableArray<Reading> Readings { get; internal set; } = [];
    public Prose? Meaning { get; internal set; }
    /// <summary>The element whose field this definition is (<c>for each</c>), or null.</summary>
    public ElementVariable? Element { get; internal set; }
    public RuleType Type { get; internal set; } = RuleType.Error;
    public bool OrNone { get; internal set; }
    /// <summary>Tried in order; the last has no condition. A definition by <c>when</c> or of a list has this one case only.</summary>
    public ImmutableArray<DefinitionCase> Cases { get; internal set; } = [];
    public Rounding? Rounding { get; internal set; }
}

/// <param name="Condition">When this case holds; null for <c>otherwise</c> and for a single unconditional value.</param>
public sealed record DefinitionCase(Expression? Condition, Expression Value, Location Location);

public sealed record Rounding(RoundingMode Mode, ExactNumber Unit);

public sealed class Reading(string name, string question, Location location) : Symbol(name, location)
{
    public string Question { get; } = question;
    /// <summary>The choice taken.</summary>
    public Prose? Taken { get; internal set; }
    public string? Owner { get; internal set; }
}

public sealed class Timeline(string name, string title, Location location) : Symbol(name, location)
{
    public string Title { get; } = title;
    public ImmutableArray<Requirement> Shows { get; internal set; } = [];
    public Prose? Note { get; internal set; }
}

public sealed class Disclaimer(string name, Location location) : Symbol(name, location)
{
    public bool OnEveryPage { get; internal set; }
    public bool OnTimeline { get; internal set; }
    /// <summary>The requirements on whose pages it is shown.</summary>
    public ImmutableArray<Requirement> OnRequirements { get; internal set; } = [];
    public Prose Text { get; internal set; } = null!;
}

public sealed class Contact(string name, Location location) : Symbol(name, location)
{
    /// <summary>Pairs such as (<c>telephone</c>, number), in the order written.</summary>
    public ImmutableArray<(string Kind, string Text)> Lines { get; internal set; } = [];
}

/// <summary>An entry of the change log.</summary>
public sealed record Change(int Date, string Text, ImmutableArray<Requirement> Touches, Location Location);
