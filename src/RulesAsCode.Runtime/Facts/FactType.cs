namespace RulesAsCode;

/// <summary>What a fact may be. Language reference: Operators and types.</summary>
public enum FactKind : byte
{
    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A text that matches a pattern.</summary>
    Format,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A percentage; 20% is 0.2.</summary>
    Percentage,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A date from 1900 to 2199.</summary>
    Date,

    /// <summary>A duration.</summary>
    Duration,

    /// <summary>A 64-bit extended unique identifier.</summary>
    Eui64,

    /// <summary>A member of a choice.</summary>
    Choice,

    /// <summary>A set of members of a choice.</summary>
    Set,

    /// <summary>A list of records.</summary>
    List,

    /// <summary>A record.</summary>
    Record,
}

/// <summary>The type of a fact.</summary>
public sealed class FactType
{
    private FactType(FactKind kind) => Kind = kind;

    /// <summary>Yes or no.</summary>
    public static FactType YesNo { get; } = new(FactKind.YesNo);

    /// <summary>A text.</summary>
    public static FactType Text { get; } = new(FactKind.Text);

    /// <summary>A number.</summary>
    public static FactType Number { get; } = new(FactKind.Number);

    /// <summary>A whole number.</summary>
    public static FactType WholeNumber { get; } = new(FactKind.WholeNumber);

    /// <summary>A percentage; 20% is 0.2.</summary>
    public static FactType Percentage { get; } = new(FactKind.Percentage);

    /// <summary>An amount of money.</summary>
    public static FactType Money { get; } = new(FactKind.Money);

    /// <summary>A date from 1900 to 2199.</summary>
    public static FactType Date { get; } = new(FactKind.Date);

    /// <summary>A duration.</summary>
    public static FactType Duration { get; } = new(FactKind.Duration);

    /// <summary>A 64-bit extended unique identifier.</summary>
    public static FactType Eui64 { get; } = new(FactKind.Eui64);

    /// <summary>What it is.</summary>
    public FactKind Kind { get; }

    /// <summary>The choice, of a member or a set of members; else null.</summary>
    public ChoiceDescriptor? Choice { get; private init; }

    /// <summary>The record, of a record or a list of records; else null.</summary>
    public RecordDescriptor? Record { get; private init; }

    /// <summary>The format; null where the fact has none.</summary>
    public FormatDescriptor? Format { get; private init; }

    /// <summary>A text of a format.</summary>
    public static FactType OfFormat(FormatDescriptor format) => new(FactKind.Format) { Format = format };

    /// <summary>A member of a choice.</summary>
    public static FactType OfChoice(ChoiceDescriptor choice) => new(FactKind.Choice) { Choice = choice };

    /// <summary>A set of members of a choice.</summary>
    public static FactType OfSet(ChoiceDescriptor choice) => new(FactKind.Set) { Choice = choice };

    /// <summary>A list of records.</summary>
    public static FactType OfList(RecordDescriptor record) => new(FactKind.List) { Record = record };

    /// <summary>A record.</summary>
    public static FactType OfRecord(RecordDescriptor record) => new(FactKind.Record) { Record = record };
}

/// <summary>A choice as the rules declare it.</summary>
/// <param name="Name">Its name in the rules.</param>
/// <param name="Members">The names of its members in JSON, in the order of the rules.</param>
public sealed record ChoiceDescriptor(string Name, ImmutableArray<string> Members);

/// <summary>A record, or the facts of a subject, as the rules declare them.</summary>
/// <param name="Name">Its name in the rules.</param>
/// <param name="IsFacts">Whether it is the facts of a subject as a whole.</param>
/// <param name="Facts">Its facts, in the order of the rules.</param>
public sealed record RecordDescriptor(string Name, bool IsFacts, ImmutableArray<FactDescriptor> Facts);

/// <summary>A format as the rules declare it: a pattern that a text matches as a whole.</summary>
/// <param name="Name">Its name in the rules.</param>
/// <param name="Pattern">A regular expression.</param>
public sealed record FormatDescriptor(string Name, string Pattern)
{
    private readonly Lazy<System.Text.RegularExpressions.Regex?> _pattern = new(() => Json.FormatPattern.Compile(Pattern));

    /// <summary>Whether a text is of the format; null when that cannot be told in time.</summary>
    internal bool? Matches(string text) => Json.FormatPattern.Matches(_pattern.Value, text);
}
