using System.Globalization;

namespace RulesAsCode.Primitives;

/// <summary>
/// How values are printed, in the guide, in explanations and by every engine alike. Durations and identifiers print themselves
/// (<see cref="Duration.ToString"/>, <see cref="Eui64Text.Format"/>), money as <see cref="MoneyText"/> says. Language reference: Meaning.
/// </summary>
public static class ValueText
{
    /// <summary>The answer that there is none.</summary>
    public const string None = "none";

    /// <summary>A fact that nobody has answered.</summary>
    public const string NotGiven = "not given";

    /// <summary>A value that cannot be told yet.</summary>
    public const string NotKnown = "not known";

    /// <summary>A set without members, or a list without elements.</summary>
    public const string Empty = "empty";

    private const int MostNamesInSeries = 4;

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    public static string YesNo(bool value) => value ? "yes" : "no";

    /// <summary>A text in quotation marks.</summary>
    public static string Text(string value) => "\"" + value + "\"";

    /// <summary>A number with its thousands: <c>1,250.5</c>.</summary>
    public static string Number(ExactNumber value) => value.ToStringWithThousands(0);

    /// <summary>A share of one as a percentage: <c>17.5%</c> for 0.175.</summary>
    public static string Percentage(ExactNumber fraction) =>
        ExactNumber.Multiply(fraction, ExactNumber.FromInteger(100), out ExactNumber percent) == ArithmeticError.None
            ? Number(percent) + "%"
            : Number(fraction) + " times 100%";

    /// <summary>A day: <c>2 April 2024</c>.</summary>
    public static string Date(int day) => CalendarDay.IsInRange(day) ? CalendarDay.ToWords(day) : "a date outside the years 1900 to 2199";

    /// <summary>The members of a set: <c>Other User and Import Supplier</c>.</summary>
    public static string Set(IReadOnlyList<string> members) => members.Count == 0 ? Empty : Series(members, "and");

    /// <summary>The elements of a list by their names: <c>parcel 1 and parcel 2</c>; of many, the first and the last.</summary>
    public static string Elements(IReadOnlyList<string> names) =>
        names.Count <= MostNamesInSeries ? Set(names) : names[0] + " to " + names[names.Count - 1];

    /// <summary>An element of a list: <c>testing programme 2</c> for index 1.</summary>
    /// <param name="record">What an element is called.</param>
    /// <param name="index">From 0.</param>
    public static string Element(string record, int index) => record + " " + (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary><c>A, B and C</c>.</summary>
    public static string Series(IReadOnlyList<string> items, string conjunction) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " " + conjunction + " " + items[items.Count - 1],
    };
}
