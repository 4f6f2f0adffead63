using System.Globalization;
using System.Text.Json;
using RulesAsCode.Primitives;

namespace RulesAsCode.Json;

/// <summary>
/// The answers to the facts of one record, between JSON and the record: generated converters make the one of the other through it. A fact is called by its
/// ordinal; null says that it is not given.
/// </summary>
public sealed class FactValues
{
    /// <summary>The answer that there is none.</summary>
    internal static readonly object None = Answer.None;

    // A yes/no as Boolean, a text as String, numbers as ExactNumber, a date as its day number, a duration, an identifier as UInt64, a member as its ordinal,
    // a set as its ordinals in order, a record as FactValues, a list as their array, none as NoneAnswer.
    private readonly object?[] _answers;

    internal FactValues(RecordDescriptor record)
    {
        Descriptor = record;
        _answers = new object?[record.Facts.Length];
    }

    /// <summary>What the record is.</summary>
    public RecordDescriptor Descriptor { get; }

    internal object? this[int fact]
    {
        get => _answers[fact];
        set => _answers[fact] = value;
    }

    /// <summary>A fact that is yes or no.</summary>
    public bool? YesNo(int fact) => (bool?)_answers[fact];

    /// <summary>A fact that is a text, of a format or not.</summary>
    public string? Text(int fact) => (string?)_answers[fact];

    /// <inheritdoc cref="Text(int)"/>
    public Answer<string>? TextOrNone(int fact) => _answers[fact] switch { null => default(Answer<string>?), string text => text, _ => Answer<string>.None };

    /// <summary>A number, a percentage as a share of one, or an amount of money.</summary>
    public decimal? Number(int fact) => ((ExactNumber?)_answers[fact])?.ToDecimal();

    /// <inheritdoc cref="Number(int)"/>
    public Answer<decimal>? NumberOrNone(int fact) => IsNone(fact) ? Answer.None : Number(fact);

    /// <summary>A whole number.</summary>
    public long? WholeNumber(int fact) => (long?)Number(fact);

    /// <inheritdoc cref="WholeNumber(int)"/>
    public Answer<long>? WholeNumberOrNone(int fact) => IsNone(fact) ? Answer.None : WholeNumber(fact);

    /// <summary>A date.</summary>
    public DateOnly? Date(int fact) => _answers[fact] is int day ? DateOnly.FromDayNumber(day) : null;

    /// <inheritdoc cref="Date(int)"/>
    public Answer<DateOnly>? DateOrNone(int fact) => IsNone(fact) ? Answer.None : Date(fact);

    /// <summary>A duration.</summary>
    public Duration? Duration(int fact) => (Duration?)_answers[fact];

    /// <inheritdoc cref="Duration(int)"/>
    public Answer<Duration>? DurationOrNone(int fact) => IsNone(fact) ? Answer.None : Duration(fact);

    /// <summary>An EUI-64 identifier.</summary>
    public Eui64? Identifier(int fact) => _answers[fact] is ulong value ? new Eui64(value) : null;

    /// <inheritdoc cref="Identifier(int)"/>
    public Answer<Eui64>? IdentifierOrNone(int fact) => IsNone(fact) ? Answer.None : Identifier(fact);

    /// <summary>A member of a choice.</summary>
    public T? Choice<T>(int fact)
        where T : struct, Enum => _answers[fact] is int member ? ChoiceSet<T>.MemberAt(member) : null;

    /// <inheritdoc cref="Choice{T}(int)"/>
    public Answer<T>? ChoiceOrNone<T>(int fact)
        where T : struct, Enum => IsNone(fact) ? Answer.None : Choice<T>(fact);

    /// <summary>A set of members of a choice.</summary>
    public ChoiceSet<T>? Set<T>(int fact)
        where T : struct, Enum => _answers[fact] is int[] members ? ChoiceSet.Create<T>(Array.ConvertAll(members, ChoiceSet<T>.MemberAt)) : null;

    /// <summary>A list of records.</summary>
    public FactList<T>? List<T>(int fact, RecordJsonConverter<T> element)
        where T : class => _answers[fact] is FactValues[] elements ? new FactList<T>(Array.ConvertAll(elements, element.Read)) : null;

    /// <summary>A record.</summary>
    public T? Record<T>(int fact, RecordJsonConverter<T> record)
        where T : class => _answers[fact] is FactValues values ? record.Read(values) : null;

    /// <summary>Gives a fact that is yes or no.</summary>
    public void Give(int fact, bool? answer) => _answers[fact] = answer;

    /// <summary>Gives a fact that is a text.</summary>
    public void Give(int fact, string? answer) => _answers[fact] = answer;

    /// <inheritdoc cref="Give(int, string?)"/>
    public void Give(int fact, Answer<string>? answer) => _answers[fact] = answer is { IsNone: true } ? None : answer?.Value;

    /// <summary>Gives a number, a percentage as a share of one, or an amount of money.</summary>
    /// <exception cref="JsonException">The language cannot hold the number.</exception>
    public void Give(int fact, decimal? answer) => _answers[fact] = answer is not { } value ? null
        : ExactNumber.TryFromDecimal(value, out ExactNumber number) ? number
        : throw Refuse(fact, value.ToString(CultureInfo.InvariantCulture), "not below 10^15 with at most nine decimals");

    /// <inheritdoc cref="Give(int, decimal?)"/>
    public void Give(int fact, Answer<decimal>? answer) => GiveOrNone(fact, answer, Give);

    /// <summary>Gives a whole number.</summary>
    /// <exception cref="JsonException">The language cannot hold the number.</exception>
    public void Give(int fact, long? answer) => Give(fact, (decimal?)answer);

    /// <inheritdoc cref="Give(int, long?)"/>
    public void Give(int fact, Answer<long>? answer) => GiveOrNone(fact, answer, Give);

    /// <summary>Gives a date.</summary>
    /// <exception cref="JsonException">The date is outside 1900 to 2199.</exception>
    public void Give(int fact, DateOnly? answer) => _answers[fact] = answer is not { } date ? null
        : CalendarDay.IsInRange(date.DayNumber) ? date.DayNumber
        : throw Refuse(fact, date.ToString("O", CultureInfo.InvariantCulture), "outside the years 1900 to 2199");

    /// <inheritdoc cref="Give(int, DateOnly?)"/>
    public void Give(int fact, Answer<DateOnly>? answer) => GiveOrNone(fact, answer, Give);

    /// <summary>Gives a duration.</summary>
    public void Give(int fact, Duration? answer) => _answers[fact] = answer;

    /// <inheritdoc cref="Give(int, Primitives.Duration?)"/>
    public void Give(int fact, Answer<Duration>? answer) => GiveOrNone(fact, answer, Give);

    /// <summary>Gives an EUI-64 identifier.</summary>
    public void Give(int fact, Eui64? answer) => _answers[fact] = answer?.Value;

    /// <inheritdoc cref="Give(int, Eui64?)"/>
    public void Give(int fact, Answer<Eui64>? answer) => GiveOrNone(fact, answer, Give);

    /// <summary>Gives a member of a choice.</summary>
    /// <exception cref="JsonException">The value is no member of its choice.</exception>
    public void Give<T>(int fact, T? answer)
        where T : struct, Enum => _answers[fact] = answer is { } member ? OrdinalOf(fact, member) : null;

    /// <inheritdoc cref="Give{T}(int, T?)"/>
    public void Give<T>(int fact, Answer<T>? answer)
        where T : struct, Enum => GiveOrNone(fact, answer, Give);

    /// <summary>Gives a set of members of a choice.</summary>
    /// <exception cref="JsonException">A value is no member of its choice.</exception>
    public void Give<T>(int fact, ChoiceSet<T>? answer)
        where T : struct, Enum => _answers[fact] = answer?.Select(member => OrdinalOf(fact, member)).ToArray();

    /// <summary>Gives a list of records.</summary>
    public void Give<T>(int fact, FactList<T>? answer, RecordJsonConverter<T> element)
        where T : class => _answers[fact] = answer?.Select(element.Write).ToArray();

    /// <summary>Gives a record.</summary>
    public void Give<T>(int fact, T? answer, RecordJsonConverter<T> record)
        where T : class => _answers[fact] = answer is null ? null : record.Write(answer);

    private bool IsNone(int fact) => _answers[fact] is NoneAnswer;

    private void GiveOrNone<T>(int fact, Answer<T>? answer, Action<int, T?> give)
        where T : struct
    {
        if (answer is { IsNone: true })
        {
            _answers[fact] = None;
        }
        else
        {
            give(fact, answer?.Value);
        }
    }

    private int OrdinalOf<T>(int fact, T member)
        where T : struct, Enum
    {
        ChoiceDescriptor choice = Descriptor.Facts[fact].Type.Choice!;
        int ordinal = ChoiceSet<T>.OrdinalOf(member);
        return (uint)ordinal < (uint)choice.Members.Length ? ordinal : throw Refuse(fact, member.ToString("D"), "no " + choice.Name);
    }

    private JsonException Refuse(int fact, string answer, string why) => new($"{Descriptor.Facts[fact].Name} is {answer}, which is {why}; it cannot be written as JSON.");
}
