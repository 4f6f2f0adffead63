namespace RulesAsCode;

/// <summary>
/// Why a computation has no result although its facts are given. Told apart from a missing fact, because different people act on the two.
/// Language reference: Meaning, Missing facts.
/// </summary>
public enum ReasonKind : byte
{
    /// <summary>A deadline is still open: what it asks for has not been done and need not be yet.</summary>
    NotDue,

    /// <summary>A deadline does not run yet: what it is counted from has not happened.</summary>
    NotStarted,

    /// <summary>Working days would be counted outside the years that the calendar covers.</summary>
    PastCalendar,

    /// <summary>A date would lie outside the years 1900 to 2199.</summary>
    OutOfRange,

    /// <summary>A parameter has no value on the date asked for.</summary>
    ParameterWithoutValue,

    /// <summary>A number would be divided by zero.</summary>
    DivisionByZero,

    /// <summary>A number would be 10^15 or more in magnitude.</summary>
    Overflow,

    /// <summary>Durations that count different things, such as days and months, were compared or added.</summary>
    DurationKindsDiffer,
}
