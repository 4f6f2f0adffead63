using RulesAsCode.Primitives;

namespace RulesAsCode;

/// <summary>What a finding is about, which decides how it is explained.</summary>
internal enum FindingKind : byte
{
    /// <summary>A value that the rule itself says: explained by the words of what uses it.</summary>
    Literal,

    /// <summary>A fact.</summary>
    Fact,

    /// <summary>A definition or a parameter.</summary>
    Name,

    /// <summary>What else is computed.</summary>
    Value,

    /// <summary>A date that is so long after or before another.</summary>
    Offset,

    /// <summary>A working day next to a date.</summary>
    Nearest,

    /// <summary>Two or more values compared.</summary>
    Comparison,

    /// <summary>A date compared with one that is so long after or before another.</summary>
    Distance,

    /// <summary>A date compared with all that are within so long after or before another.</summary>
    Window,

    /// <summary>Conditions joined.</summary>
    Logical,

    /// <summary>A condition on the elements of a list.</summary>
    Quantifier,

    /// <summary>The opposite of a condition that has a sentence.</summary>
    Not,

    /// <summary>One element of a list.</summary>
    Element,

    /// <summary>What a definition says.</summary>
    Definition,

    /// <summary>One case of a definition.</summary>
    Case,

    /// <summary>Whether a requirement is in force.</summary>
    InForce,

    /// <summary>Whether a requirement applies.</summary>
    AppliesWhen,

    /// <summary>An exception.</summary>
    Unless,
}

/// <summary>
/// What one expression of a rule came to, for an explanation: <see cref="Explaining"/> begins it before its operands are evaluated, and one of the
/// <c>Is</c> ends it with the value, which goes through unchanged.
/// </summary>
public sealed class Finding
{
    private readonly Explaining _trace;
    private readonly int _mark;

    internal Finding(Explaining trace, int mark, FindingKind kind, int step, string words)
    {
        _trace = trace;
        _mark = mark;
        Kind = kind;
        Step = step;
        Words = words;
    }

    internal FindingKind Kind { get; }

    internal int Step { get; }

    /// <summary>The rule's own words.</summary>
    internal string Words { get; }

    internal SentenceTemplate? Template { get; init; }

    internal DistanceTemplate? Distance { get; init; }

    internal bool IsAfter { get; init; }

    internal ImmutableArray<ExplanationReference> References { get; init; } = [];

    internal ImmutableArray<string> Readings { get; init; } = [];

    /// <summary>Of a definition: the element it belongs to.</summary>
    internal FactPlace? Place { get; init; }

    /// <summary>Of a definition: finds its cases.</summary>
    internal Action? Cases { get; init; }

    /// <summary>What a condition came to; null for any other value.</summary>
    internal Condition? Truth { get; private set; }

    /// <summary>The value in words.</summary>
    internal string Value { get; private set; } = "";

    internal int? Day { get; private set; }

    internal Duration? Length { get; private set; }

    /// <summary>What was found of the operands, in the order of the text.</summary>
    internal ImmutableArray<Finding> Below { get; private set; } = [];

    internal bool IsPlainName => Kind is FindingKind.Fact or FindingKind.Name;

    /// <summary>It is a condition.</summary>
    public Condition Is(Condition value)
    {
        Truth = value;
        End(value.IsUnknown, value.IsNone, value.IsYes, static yes => ValueText.YesNo(yes));
        return value;
    }

    /// <summary>It is a date.</summary>
    public Known<int> Is(Known<int> value)
    {
        Day = value.HasValue ? value.Value : null;
        return End(value, ValueText.Date);
    }

    /// <summary>It is a text.</summary>
    public Known<string> Is(Known<string> value) => End(value, ValueText.Text);

    /// <summary>It is a number.</summary>
    public Known<ExactNumber> Is(Known<ExactNumber> value) => End(value, ValueText.Number);

    /// <summary>It is an amount of money.</summary>
    public Known<ExactNumber> IsMoney(Known<ExactNumber> value) => End(value, amount => MoneyText.Format(amount, _trace.CurrencySymbol));

    /// <summary>It is a percentage, as a share of one.</summary>
    public Known<ExactNumber> IsPercentage(Known<ExactNumber> value) => End(value, ValueText.Percentage);

    /// <summary>It is a duration.</summary>
    public Known<Duration> Is(Known<Duration> value)
    {
        Length = value.HasValue ? value.Value : null;
        return End(value, static duration => duration.ToString());
    }

    /// <summary>It is an EUI-64 identifier.</summary>
    public Known<Eui64> Is(Known<Eui64> value) => End(value, static identifier => identifier.ToString());

    /// <summary>It is a member of a choice.</summary>
    /// <param name="value">The member.</param>
    /// <param name="names">What the members are called, in the order of the choice.</param>
    public Known<T> Is<T>(Known<T> value, string[] names)
        where T : struct, Enum => End(value, member => names[ChoiceSet<T>.OrdinalOf(member)]);

    /// <summary>It is a set of members of a choice.</summary>
    /// <param name="value">The set.</param>
    /// <param name="names">What the members are called, in the order of the choice.</param>
    public Known<ChoiceSet<T>> Is<T>(Known<ChoiceSet<T>> value, string[] names)
        where T : struct, Enum => End(value, set => ValueText.Set([.. set.Select(member => names[ChoiceSet<T>.OrdinalOf(member)])]));

    /// <summary>It is a list.</summary>
    public Known<Elements<T>> Is<T>(Known<Elements<T>> value)
        where T : class => End(value, static list =>
        {
            var names = new List<string>(list.Count);
            foreach (int index in list)
            {
                names.Add(list.Place!.At(index).Words);
            }

            return ValueText.Elements(names);
        });

    /// <summary>It is what takes part in an aggregate, and has no value of its own.</summary>
    public void Of<T>(T value) => End();

    /// <summary>It is something that an engine has put in words itself.</summary>
    /// <param name="words">The value in words; null while it is unknown.</param>
    /// <param name="day">The day number, of a date.</param>
    /// <param name="length">The duration, of one.</param>
    internal void Is(string? words, int? day, Duration? length)
    {
        Day = day;
        Length = length;
        End(words is null, isNone: false, words, static given => given!);
    }

    /// <summary>Ends it without a value, as what was found since it began.</summary>
    internal void End()
    {
        Below = _trace.Take(_mark);
        _trace.Add(this);
    }

    private Known<T> End<T>(Known<T> value, Func<T, string> words)
        where T : notnull
    {
        End(value.IsUnknown, value.IsNone, value.Value, words);
        return value;
    }

    private void End<T>(bool isUnknown, bool isNone, T value, Func<T, string> words)
    {
        Value = isUnknown ? Kind == FindingKind.Fact ? ValueText.NotGiven : ValueText.NotKnown
            : isNone ? ValueText.None
            : words(value);
        End();
    }
}
