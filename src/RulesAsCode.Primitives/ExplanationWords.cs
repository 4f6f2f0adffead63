using System.Globalization;

namespace RulesAsCode.Primitives;

/// <summary>The words of explanations that no rule has a part in, for every engine alike.</summary>
public static class ExplanationWords
{
    /// <summary>Before the condition of <c>applies when</c>.</summary>
    public const string AppliesWhenLabel = "applies when";

    /// <summary>Before an exception.</summary>
    public const string UnlessLabel = "unless";

    /// <summary>Before the days on which a requirement is in force.</summary>
    public const string InForceLabel = "in force";

    /// <summary>After the letter of a recommendation.</summary>
    public const string RecommendationLabel = "recommended,";

    /// <summary>Before the condition of a definition's case.</summary>
    public const string CaseLabel = "when";

    /// <summary>Before the facts that are missing.</summary>
    public const string AsksForLabel = "asks for";

    /// <summary>Before a reason.</summary>
    public const string BecauseLabel = "because";

    /// <summary>Continues a sentence on a deadline or on <c>within</c>: <c>{3}</c> and <c>{4}</c> are the first and the last day that meet it.</summary>
    public const string Window = ": from {3} to {4}";

    /// <summary>How far a day is from another: <c>59 working days after</c>; a negative count turns the direction round.</summary>
    public static string Count(int count, DurationUnit unit, bool isAfter) =>
        new Duration(Math.Abs(count), unit) + (isAfter == count >= 0 ? " after" : " before");

    /// <summary>What a distance needs: <c>at least 60 are</c>, where the count before it already said of what; else <c>at least 60 clear days are</c>.</summary>
    public static string Needed(Duration duration, DurationUnit counted) =>
        "at least " + (duration.Unit == counted && !duration.Clear ? duration.Count.ToString(CultureInfo.InvariantCulture) : duration.ToString())
        + (duration.Count == 1 ? " is" : " are");

    /// <summary>The calendar that counted: <c>calendar England and Wales, edition 24 November 2025</c>.</summary>
    public static string Basis(WorkingDayCalendar calendar) => "calendar " + calendar.Name + (calendar.Edition is null ? "" : ", edition " + calendar.Edition);
}
