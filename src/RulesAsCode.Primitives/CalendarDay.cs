using System.Globalization;

namespace RulesAsCode.Primitives;

/// <summary>
/// Dates as day numbers: the number of days since 1 January 0001 in the Gregorian calendar, which is the
/// numbering of <c>DateOnly.DayNumber</c>. A date of the language lies from <see cref="Minimum"/> (1 January 1900) to
/// <see cref="Maximum"/> (31 December 2199). Language reference: Meaning, Dates.
/// </summary>
/// <remarks>
/// The methods that begin with <c>Try</c> take any numbers and answer <see langword="false"/> where there is no date of the
/// language to answer with. The others need days in range and throw <see cref="ArgumentOutOfRangeException"/> otherwise.
/// </remarks>
public static class CalendarDay
{
    /// <summary>The first date of the language: 1 January 1900.</summary>
    public const int Minimum = 693_595;

    /// <summary>The last date of the language: 31 December 2199.</summary>
    public const int Maximum = 803_167;

    /// <summary>The year of <see cref="Minimum"/>.</summary>
    public const int MinimumYear = 1900;

    /// <summary>The year of <see cref="Maximum"/>.</summary>
    public const int MaximumYear = 2199;

    private const int DaysInFourHundredYears = 146_097;

    private static readonly string[] MonthNames =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>Whether <paramref name="day"/> is a date of the language, from <see cref="Minimum"/> to <see cref="Maximum"/>.</summary>
    public static bool IsInRange(int day) => day is >= Minimum and <= Maximum;

    /// <summary>The day number of a date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such date, or it is not from 1900 to 2199.</exception>
    public static int FromDate(int year, int month, int day) =>
        TryFromDate(year, month, day, out var result)
            ? result
            : throw new ArgumentOutOfRangeException(
                nameof(day), string.Format(CultureInfo.InvariantCulture, "There is no date {0}-{1}-{2} from 1900 to 2199.", year, month, day));

    /// <summary>The day number of a date; <see langword="false"/> when there is no such date, or it is not from 1900 to 2199.</summary>
    /// <param name="year">1900 to 2199.</param>
    /// <param name="month">1 (January) to 12.</param>
    /// <param name="day">1 to the last day of the month.</param>
    /// <param name="result">The day number, or 0.</param>
    public static bool TryFromDate(int year, int month, int day, out int result)
    {
        if (year is < MinimumYear or > MaximumYear || month is < 1 or > 12 || day < 1 || day > DaysInMonth(year, month))
        {
            result = 0;
            return false;
        }

        result = DayNumber(year, month, day);
        return true;
    }

    /// <summary>The year, month (1 to 12) and day of the month of a day number.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not from 1900 to 2199.</exception>
    public static (int Year, int Month, int Day) ToDate(int day)
    {
        RequireInRange(day, nameof(day));

        // Counted from 1 March of the year 0, a leap day is the last day of its year, and the months repeat 31, 30, 31, 30, 31.
        var sinceMarch = day + 306;
        var era = sinceMarch / DaysInFourHundredYears;
        var dayOfEra = sinceMarch % DaysInFourHundredYears;
        var yearOfEra = (dayOfEra - (dayOfEra / 1_460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - DaysBeforeMarchYear(yearOfEra);
        var monthSinceMarch = ((5 * dayOfYear) + 2) / 153;
        var dayOfMonth = dayOfYear - DaysBeforeMonthSinceMarch(monthSinceMarch) + 1;
        var month = monthSinceMarch < 10 ? monthSinceMarch + 3 : monthSinceMarch - 9;
        var year = (era * 400) + yearOfEra + (month <= 2 ? 1 : 0);
        return (year, month, dayOfMonth);
    }

    /// <summary>The day of the week: 0 for Sunday to 6 for Saturday.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not from 1900 to 2199.</exception>
    public static int DayOfWeek(int day)
    {
        RequireInRange(day, nameof(day));
        return (day + 1) % 7;
    }

    /// <summary>The number of days of a month: 28 to 31.</summary>
    /// <param name="year">1 or later.</param>
    /// <param name="month">1 (January) to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year or the month is not one.</exception>
    public static int DaysInMonth(int year, int month)
    {
        if (year < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(year));
        }

        return month switch
        {
            2 => IsLeapYear(year) ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            >= 1 and <= 12 => 31,
            _ => throw new ArgumentOutOfRangeException(nameof(month)),
        };
    }

    /// <summary>The date <paramref name="count"/> days after <paramref name="day"/>, before it when negative; <see langword="false"/> outside 1900 to 2199.</summary>
    public static bool TryAddDays(int day, int count, out int result)
    {
        var sum = (long)day + count;
        if (!IsInRange(day) || sum is < Minimum or > Maximum)
        {
            result = 0;
            return false;
        }

        result = (int)sum;
        return true;
    }

    /// <summary>
    /// The date <paramref name="count"/> months after <paramref name="day"/>, before it when negative: the same day of the month, or the month's
    /// last where it has no such day (one month after 31 January is 28 or 29 February). <see langword="false"/> outside 1900 to 2199.
    /// </summary>
    public static bool TryAddMonths(int day, int count, out int result) => TryAddMonthCount(day, count, out result);

    /// <summary>
    /// The date <paramref name="count"/> years after <paramref name="day"/>, before it when negative: the same day of the same month, or 28 February
    /// for 29 February in a year that has none. <see langword="false"/> outside 1900 to 2199.
    /// </summary>
    public static bool TryAddYears(int day, int count, out int result) => TryAddMonthCount(day, 12L * count, out result);

    /// <summary>
    /// The whole years from one date to another, as ages are counted: the number of birthdays of <paramref name="from"/> that have
    /// come by <paramref name="to"/>. A birthday on 29 February falls on 1 March in a year that has no such day. When
    /// <paramref name="to"/> is before <paramref name="from"/> it is the negative of the years counted the other way round.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A day is not from 1900 to 2199.</exception>
    public static int WholeYearsBetween(int from, int to) => WholeMonthsBetween(from, to) / 12;

    /// <summary>
    /// The whole months from one date to another: the number of times that the day of the month of <paramref name="from"/> has come round
    /// by <paramref name="to"/>. In a month that has no such day it comes round on the first of the next month (from 31 January, one month is
    /// whole on 1 March). When <paramref name="to"/> is before <paramref name="from"/> it is the negative of the months counted the other way round.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A day is not from 1900 to 2199.</exception>
    public static int WholeMonthsBetween(int from, int to)
    {
        if (to < from)
        {
            return -WholeMonthsBetween(to, from);
        }

        var first = ToDate(from);
        var last = ToDate(to);
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month;
        return last.Day < first.Day ? months - 1 : months;
    }

    /// <summary>The date as <c>yyyy-MM-dd</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not from 1900 to 2199.</exception>
    public static string ToIso(int day)
    {
        var date = ToDate(day);
        return string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}-{2:00}", date.Year, date.Month, date.Day);
    }

    /// <summary>The date in words, as the language prints it: <c>2 April 2024</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not from 1900 to 2199.</exception>
    public static string ToWords(int day)
    {
        var date = ToDate(day);
        return string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", date.Day, MonthNames[date.Month - 1], date.Year);
    }

    /// <summary>Reads exactly <c>yyyy-MM-dd</c>, in ASCII digits; <see langword="false"/> for any other text, and for no date from 1900 to 2199.</summary>
    public static bool TryParseIso(string? text, out int day)
    {
        day = 0;
        return text is { Length: 10 } && text[4] == '-' && text[7] == '-'
            && TryReadDigits(text, 0, 4, out var year)
            && TryReadDigits(text, 5, 2, out var month)
            && TryReadDigits(text, 8, 2, out var dayOfMonth)
            && TryFromDate(year, month, dayOfMonth, out day);
    }

    /// <summary>
    /// Reads <c>2 April 2024</c>: the day without a leading zero, one space, the month's full English name in any case, one space, four digits
    /// of the year. <see langword="false"/> for any other text, and for no date from 1900 to 2199.
    /// </summary>
    public static bool TryParseWords(string? text, out int day)
    {
        day = 0;
        if (text is null)
        {
            return false;
        }

        var firstSpace = text.IndexOf(' ');
        var lastSpace = text.LastIndexOf(' ');
        return firstSpace is 1 or 2 && lastSpace > firstSpace && text.Length - lastSpace == 5 && text[0] != '0'
            && TryReadDigits(text, 0, firstSpace, out var dayOfMonth)
            && TryParseMonth(text.Substring(firstSpace + 1, lastSpace - firstSpace - 1), out var month)
            && TryReadDigits(text, lastSpace + 1, 4, out var year)
            && TryFromDate(year, month, dayOfMonth, out day);
    }

    /// <summary>Reads the full English name of a month in any case: 1 for January to 12 for December.</summary>
    public static bool TryParseMonth(string? text, out int month)
    {
        for (month = 1; month <= 12; month++)
        {
            if (text is not null && EqualsIgnoringAsciiCase(text, MonthNames[month - 1]))
            {
                return true;
            }
        }

        month = 0;
        return false;
    }

    private static bool IsLeapYear(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    private static bool TryAddMonthCount(int day, long count, out int result)
    {
        result = 0;
        if (!IsInRange(day))
        {
            return false;
        }

        var (year, month, dayOfMonth) = ToDate(day);
        var months = (year * 12) + (month - 1) + count;
        if (months is < MinimumYear * 12 or > (MaximumYear * 12) + 11)
        {
            return false;
        }

        var newYear = (int)(months / 12);
        var newMonth = (int)(months % 12) + 1;
        result = DayNumber(newYear, newMonth, Math.Min(dayOfMonth, DaysInMonth(newYear, newMonth)));
        return true;
    }

    private static int DayNumber(int year, int month, int day)
    {
        var marchYear = month <= 2 ? year - 1 : year;
        var monthSinceMarch = month <= 2 ? month + 9 : month - 3;
        return DaysBeforeMarchYear(marchYear) + DaysBeforeMonthSinceMarch(monthSinceMarch) + day - 1 - 306;
    }

    /// <summary>Days from 1 March of the year 0 to 1 March of <paramref name="year"/>.</summary>
    private static int DaysBeforeMarchYear(int year) => (year * 365) + (year / 4) - (year / 100) + (year / 400);

    /// <summary>Days from 1 March to the first of the month that is <paramref name="month"/> months after March (0 to 11).</summary>
    private static int DaysBeforeMonthSinceMarch(int month) => ((153 * month) + 2) / 5;

    private static bool TryReadDigits(string text, int start, int length, out int value)
    {
        value = 0;
        for (var i = start; i < start + length; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return false;
            }

            value = (value * 10) + (text[i] - '0');
        }

        return true;
    }

    private static bool EqualsIgnoringAsciiCase(string text, string name)
    {
        if (text.Length != name.Length)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            // Setting bit 5 makes an ASCII letter lower case; only the letter itself, in either case, then equals it.
            if ((text[i] | 0x20) != (name[i] | 0x20))
            {
                return false;
            }
        }

        return true;
    }

    private static void RequireInRange(int day, string parameterName)
    {
        if (!IsInRange(day))
        {
            throw new ArgumentOutOfRangeException(parameterName, day, "A date of the language lies from 1 January 1900 to 31 December 2199.");
        }
    }
}
