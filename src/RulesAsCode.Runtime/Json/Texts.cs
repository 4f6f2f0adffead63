using System.Globalization;
using System.Text.RegularExpressions;
using RulesAsCode.Primitives;

namespace RulesAsCode.Json;

/// <summary>Durations as the language writes them.</summary>
internal static partial class DurationText
{
    // More digits than any duration between two dates of the language has.
    private const string Form = @"\A([0-9]{1,9}) (clear )?(working day|day|week|month|year)s?\z";

    public static bool TryParse(string text, out Duration duration)
    {
        Match match = Pattern().Match(text);
        if (!match.Success)
        {
            duration = default;
            return false;
        }

        DurationUnit unit = match.Groups[3].Value switch
        {
            "working day" => DurationUnit.WorkingDay,
            "week" => DurationUnit.Week,
            "month" => DurationUnit.Month,
            "year" => DurationUnit.Year,
            _ => DurationUnit.Day,
        };
        duration = new Duration(int.Parse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture), unit, match.Groups[2].Success);
        return true;
    }

    [GeneratedRegex(Form, RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

/// <summary>Numbers as JSON writes them, with an exponent or without, kept exact.</summary>
internal static class NumberText
{
    // A number of the language has fewer digits before and after the point than this.
    private const int GreatestExponent = 40;
    private const int LongestText = 100;

    public static bool TryParse(string text, out ExactNumber number)
    {
        number = default;
        if (text.Length > LongestText || text.Contains(','))
        {
            return false;
        }

        int mark = text.IndexOfAny(['e', 'E']);
        int exponent = 0;
        if (mark >= 0 && (!int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            || exponent is < -GreatestExponent or > GreatestExponent))
        {
            return false;
        }

        return ExactNumber.TryParse(Plain(mark < 0 ? text : text[..mark], exponent), out number);
    }

    /// <summary>Moves the point, and drops zeros that say nothing, so that <c>1.50e3</c> and <c>0.5000000000</c> are read as what they are.</summary>
    private static string Plain(string mantissa, int exponent)
    {
        string sign = mantissa.StartsWith('-') ? "-" : "";
        string digits = mantissa[sign.Length..];
        int point = digits.IndexOf('.');
        if (point == digits.Length - 1 || point == 0)
        {
            return mantissa;
        }

        string whole = point < 0 ? digits : digits[..point];
        string fraction = point < 0 ? "" : digits[(point + 1)..];
        if (exponent > 0)
        {
            fraction = fraction.PadRight(exponent, '0');
            whole += fraction[..exponent];
            fraction = fraction[exponent..];
        }
        else if (exponent < 0)
        {
            whole = whole.PadLeft(1 - exponent, '0');
            fraction = whole[(whole.Length + exponent)..] + fraction;
            whole = whole[..(whole.Length + exponent)];
        }

        fraction = fraction.TrimEnd('0');
        return sign + whole + (fraction.Length == 0 ? "" : "." + fraction);
    }
}

/// <summary>Patterns of formats, which match a text as a whole and never take long.</summary>
internal static class FormatPattern
{
    /// <summary>Null when the pattern is none, or has a part that looks round or back, which rules cannot have.</summary>
    public static Regex? Compile(string pattern)
    {
        try
        {
            // Linear in the text, so without a clock: a busy machine must not turn a good answer into a bad one.
            return new Regex(@"\A(?:" + pattern + @")\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether the text matches as a whole; null where there is no pattern.</summary>
    public static bool? Matches(Regex? pattern, string text) => pattern?.IsMatch(text);
}
