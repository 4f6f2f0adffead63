using System.Runtime.CompilerServices;
using RulesAsCode.Primitives;

namespace RulesAsCode;

/// <summary>
/// Reads facts: what is given, or that it is missing. An answer that the type of its fact does not allow (a date outside 1900 to 2199, a value that
/// is no member of its choice, a number that the language cannot hold) counts as not given.
/// </summary>
public static class Given
{
    /// <summary>A fact that is yes or no.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition YesNo<TTrace>(bool? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (answer is { } value)
        {
            return Condition.Of(value);
        }

        trace.Missing(owner, fact);
        return Condition.Unknown;
    }

    /// <summary>A fact that is a text, of a format or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<string> Text<TTrace>(string? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where TTrace : struct, ITrace => answer is not null ? answer : Missing<string, TTrace>(owner, fact, ref trace);

    /// <inheritdoc cref="Text{TTrace}(string?, FactPlace?, FactDescriptor, ref TTrace)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<string> Text<TTrace>(Answer<string>? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where TTrace : struct, ITrace => answer is { IsNone: true } ? Known<string>.None : Text(answer?.Value, owner, fact, ref trace);

    /// <summary>A number, a percentage as a share of one, or an amount of money.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<ExactNumber> Number<TTrace>(decimal? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where TTrace : struct, ITrace =>
        answer is { } value && ExactNumber.TryFromDecimal(value, out ExactNumber number) ? number : Missing<ExactNumber, TTrace>(owner, fact, ref trace);

    /// <inheritdoc cref="Number{TTrace}(decimal?, FactPlace?, FactDescriptor, ref TTrace)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<ExactNumber> Number<TTrace>(Answer<decimal>? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where TTrace : struct, ITrace => answer is { IsNone: true } ? Known<ExactNumber>.None : Number(answer?.Value, owner, fact, ref trace);

    /// <summary>A whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<ExactNumber> WholeNumber<TTrace>(long? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where TTrace : struct, ITrace =>
        answer is { } value && ExactNumber.TryFromInteger(value, out ExactNumber number) ? number : Missing<ExactNumber, TTrace>(owner, fact, ref trace);

    /// <inheritdoc cref="WholeNumber{TTrace}(long?, FactPlace?, FactDescriptor, ref TTrace)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<ExactNumber> WholeNumber<TTrace>(Answer<long>? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where TTrace : struct, ITrace => answer is { IsNone: true } ? Known<ExactNumber>.None : WholeNumber(answer?.Value, owner, fact, ref trace);

    /// <summary>A date, as its day number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<int> Date<TTrace>(DateOnly? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where TTrace : struct, ITrace =>
        answer is { DayNumber: var day } && CalendarDay.IsInRange(day) ? day : Missing<int, TTrace>(owner, fact, ref trace);

    /// <inheritdoc cref="Date{TTrace}(DateOnly?, FactPlace?, FactDescriptor, ref TTrace)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<int> Date<TTrace>(Answer<DateOnly>? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where TTrace : struct, ITrace => answer is { IsNone: true } ? Known<int>.None : Date(answer?.Value, owner, fact, ref trace);

    /// <summary>A duration.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<Duration> Duration<TTrace>(Duration? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where TTrace : struct, ITrace => answer is { } value ? value : Missing<Duration, TTrace>(owner, fact, ref trace);

    /// <inheritdoc cref="Duration{TTrace}(Primitives.Duration?, FactPlace?, FactDescriptor, ref TTrace)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<Duration> Duration<TTrace>(Answer<Duration>? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where TTrace : struct, ITrace => answer is { IsNone: true } ? Known<Duration>.None : Duration(answer?.Value, owner, fact, ref trace);

    /// <summary>An EUI-64 identifier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<Eui64> Identifier<TTrace>(Eui64? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where TTrace : struct, ITrace => answer is { } value ? value : Missing<Eui64, TTrace>(owner, fact, ref trace);

    /// <inheritdoc cref="Identifier{TTrace}(Eui64?, FactPlace?, FactDescriptor, ref TTrace)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<Eui64> Identifier<TTrace>(Answer<Eui64>? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where TTrace : struct, ITrace => answer is { IsNone: true } ? Known<Eui64>.None : Identifier(answer?.Value, owner, fact, ref trace);

    /// <summary>A member of a choice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<T> Choice<T, TTrace>(T? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where T : struct, Enum
        where TTrace : struct, ITrace =>
        answer is { } value && (uint)ChoiceSet<T>.OrdinalOf(value) < (uint)fact.MemberCount ? value : Missing<T, TTrace>(owner, fact, ref trace);

    /// <inheritdoc cref="Choice{T, TTrace}(T?, FactPlace?, FactDescriptor, ref TTrace)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<T> Choice<T, TTrace>(Answer<T>? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where T : struct, Enum
        where TTrace : struct, ITrace => answer is { IsNone: true } ? Known<T>.None : Choice(answer?.Value, owner, fact, ref trace);

    /// <summary>A set of members of a choice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<ChoiceSet<T>> Set<T, TTrace>(ChoiceSet<T>? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where T : struct, Enum
        where TTrace : struct, ITrace =>
        answer is { } value && value.IsWithin(fact.MemberCount) ? value : Missing<ChoiceSet<T>, TTrace>(owner, fact, ref trace);

    /// <summary>A list of records.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Known<Elements<T>> List<T, TTrace>(FactList<T>? answer, FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where T : class
        where TTrace : struct, ITrace =>
        answer is not null ? new Elements<T>(answer, trace.PlaceOf(owner, fact)) : Missing<Elements<T>, TTrace>(owner, fact, ref trace);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Known<T> Missing<T, TTrace>(FactPlace? owner, FactDescriptor fact, ref TTrace trace)
        where T : notnull
        where TTrace : struct, ITrace
    {
        trace.Missing(owner, fact);
        return Known<T>.Unknown;
    }
}
