namespace RulesAsCode.Primitives;

/// <summary>Why a computation has no result, where the words depend on the values met. The other reasons name an expression, and are worded with it.</summary>
public static class ReasonText
{
    /// <summary>What a deadline is counted from has not happened.</summary>
    public const string NotStarted = "not started";

    /// <summary>A deadline is still open.</summary>
    /// <param name="lastDay">Its last day.</param>
    public static string NotDue(int lastDay) => "not due until " + ValueText.Date(lastDay);

    /// <summary>Two durations count different things.</summary>
    public static string DurationKindsDiffer(Duration left, Duration right) => left + " and " + right + " are of different kinds";

    /// <summary>A parameter has no value yet on the day asked for.</summary>
    public static string ParameterWithoutValue(string parameter, int day) => parameter + " has no value on " + ValueText.Date(day);
}
