using System.Collections.Immutable;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Model;

/// <summary>A known answer: a value, or <see cref="NoneValue"/>. "Not given" is the absence of a value.</summary>
public abstract record RuleValue;

/// <summary>The answer "there is none", of a fact declared <c>or none</c>.</summary>
public sealed record NoneValue : RuleValue
{
    public static NoneValue Instance { get; } = new();
}

public sealed record YesNoValue(bool Value) : RuleValue
{
    public static YesNoValue Yes { get; } = new(true);
    public static YesNoValue No { get; } = new(false);
    public static YesNoValue Of(bool value) => value ? Yes : No;
}

public sealed record TextValue(string Value) : RuleValue;

/// <summary>A number, a percentage (20% is 0.2) or money (in pounds); the type says which.</summary>
public sealed record NumberValue(ExactNumber Value) : RuleValue;

/// <summary>A date as the day number of <see cref="CalendarDay"/>.</summary>
public sealed record DateValue(int Day) : RuleValue;

public sealed record DurationValue(Duration Value) : RuleValue;

public sealed record ChoiceValue(ChoiceMember Member) : RuleValue;

public sealed record Eui64Value(ulong Value) : RuleValue;

/// <summary>The members of a set, each once, in the order in which the choice declares them.</summary>
public sealed record SetValue(ImmutableArray<ChoiceMember> Members) : RuleValue
{
    public static SetValue Of(IEnumerable<ChoiceMember> members) => new([.. members.Distinct().OrderBy(m => m.Ordinal)]);
    public bool Equals(SetValue? other) => other is not null && Members.SequenceEqual(other.Members);
    public override int GetHashCode() => Members.Aggregate(17, (hash, member) => unchecked((hash * 31) + member.Ordinal));
}

public sealed record ListValue(ImmutableArray<FactRecord> Elements) : RuleValue
{
    public bool Equals(ListValue? other) => other is not null && Elements.SequenceEqual(other.Elements);
    public override int GetHashCode() => Elements.Length;
}

public sealed record RecordValue(FactRecord Record) : RuleValue;

/// <summary>Answers to the fields of one record (or of the facts as a whole). A field without an entry is not given.</summary>
public sealed class FactRecord : IEquatable<FactRecord>
{
    public static FactRecord Empty { get; } = new(ImmutableDictionary<Field, RuleValue>.Empty);

    private readonly ImmutableDictionary<Field, RuleValue> _answers;

    private FactRecord(ImmutableDictionary<Field, RuleValue> answers) => _answers = answers;

    /// <summary>The fields that have an answer, in declaration order.</summary>
    public IEnumerable<Field> Given => _answers.Keys.OrderBy(answer => answer.Ordinal);

    public RuleValue? this[Field field] => _answers.TryGetValue(field, out RuleValue? value) ? value : null;

    public FactRecord With(Field field, RuleValue value) => new(_answers.SetItem(field, value));

    public FactRecord Without(Field field) => new(_answers.Remove(field));

    public bool Equals(FactRecord? other) =>
        other is not null && _answers.Count == other._answers.Count
        && _answers.All(answer => other._answers.TryGetValue(answer.Key, out RuleValue? value) && value.Equals(answer.Value));

    public override bool Equals(object? obj) => Equals(obj as FactRecord);

    public override int GetHashCode() => _answers.Count;
}
