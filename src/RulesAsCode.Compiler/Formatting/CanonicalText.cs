using System.Globalization;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Formatting;

/// <summary>The one way to write a token (language reference, "One way to write it"). What it means is never touched, nor is a text.</summary>
internal static class CanonicalText
{
    public static string Of(SyntaxKind kind, string written) => kind switch
    {
        // The kind of division is part of a citation: some laws have a Schedule C, others a section 4.
        SyntaxKind.Text or SyntaxKind.Locator or SyntaxKind.DivisionKind => written,
        SyntaxKind.Name => Name(written),
        SyntaxKind.Date => Date(Collapse(written)),
        SyntaxKind.Number => Number(written),
        SyntaxKind.Percent => ExactNumber.TryParse(written.Substring(0, written.Length - 1), out ExactNumber percent) ? percent.ToStringWithThousands(0) + "%" : written,
        SyntaxKind.Money => ExactNumber.TryParse(written.Substring(1), out ExactNumber amount) ? MoneyText.Format(amount, written.Substring(0, 1)) : written,
        SyntaxKind.Quantity => Quantity(Collapse(written)),
        SyntaxKind.PossessiveS => "'s",
        SyntaxKind.YesNoType => "yes/no",
        _ when char.IsLetter(written[0]) => Collapse(written).ToLowerInvariant(),
        _ => written,
    };

    /// <summary>Words with single blanks between them.</summary>
    public static string Collapse(string written) => string.Join(" ", Words(written));

    public static string[] Words(string written) => written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Name(string written) =>
        written.Length > 1 && written[0] == '`' ? "`" + Collapse(written.Substring(1, written.Length - 2)) + "`" : Collapse(written);

    private static string Number(string written) => ExactNumber.TryParse(written, out ExactNumber value) ? value.ToStringWithThousands(0) : written;

    private static string Date(string written)
    {
        bool isDate = written.Contains('-') ? CalendarDay.TryParseIso(written, out int day) : CalendarDay.TryParseWords(written, out day);
        return isDate && CalendarDay.IsInRange(day) ? CalendarDay.ToWords(day) : written;
    }

    /// <summary><c>1 working days</c> is <c>1 working day</c>.</summary>
    private static string Quantity(string written)
    {
        string[] words = written.ToLowerInvariant().Split(' ');
        if (!int.TryParse(words[0].Replace(",", ""), NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            return written;
        }

        words[0] = Number(words[0]);
        string unit = words[words.Length - 1].TrimEnd('s');
        words[words.Length - 1] = count == 1 ? unit : unit + "s";
        return string.Join(" ", words);
    }
}
