using RulesAsCode.Compiler.Semantics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Diagnostics;

/// <summary>RAC0xxx: characters, lines and indentation.</summary>
public static partial class DiagnosticCatalogue
{
    private static readonly DiagnosticDescriptor FileTooLargeDescriptor = Error("RAC0001", "The file is too large");
    private static readonly DiagnosticDescriptor TabInIndentationDescriptor = Error("RAC0002", "A tab in the indentation");
    private static readonly DiagnosticDescriptor LoneCarriageReturnDescriptor = Error("RAC0003", "A line that ends with a carriage return alone");
    private static readonly DiagnosticDescriptor NestedTooDeepDescriptor = Error("RAC0004", "Nested too deeply");
    private static readonly DiagnosticDescriptor SentenceTooLongDescriptor = Error("RAC0005", "The sentence is too long");
    private static readonly DiagnosticDescriptor UnclosedTextDescriptor = Error("RAC0006", "A text is not closed");
    private static readonly DiagnosticDescriptor BadCharacterDescriptor = Error("RAC0007", "A sign that rules do not use");
    private static readonly DiagnosticDescriptor NumberWithLettersDescriptor = Error("RAC0008", "Letters stuck to a number");
    private static readonly DiagnosticDescriptor NumericDateDescriptor = Error("RAC0009", "A date in numbers");
    private static readonly DiagnosticDescriptor PossessiveUnitDescriptor = Error("RAC0010", "An apostrophe after a unit");
    private static readonly DiagnosticDescriptor MisindentedClauseDescriptor = Error("RAC0011", "A clause in the wrong column");
    private static readonly DiagnosticDescriptor MisindentedDeclarationDescriptor = Error("RAC0012", "A declaration in the wrong column");
    private static readonly DiagnosticDescriptor ProseHeadingDescriptor = Error("RAC0013", "A heading that belongs to the page");
    private static readonly DiagnosticDescriptor ProseHtmlDescriptor = Error("RAC0014", "HTML in prose");
    private static readonly DiagnosticDescriptor ProseLinkDescriptor = Error("RAC0015", "A link that is not allowed");
    private static readonly DiagnosticDescriptor CurlyQuoteDescriptor = Error("RAC0016", "Curly quotation marks around a text");
    private static readonly DiagnosticDescriptor ComparisonSignDescriptor = Error("RAC0017", "A comparison in signs");

    private static readonly DiagnosticDescriptor AmountApartDescriptor = Error("RAC0018", "A blank inside an amount");

    public static Diagnostic FileTooLarge(Location at) =>
        FileTooLargeDescriptor.At(at, "This file is larger than 1 MiB and was not read.", "split it into several files, each beginning with 'part of'");

    public static Diagnostic TabInIndentation(Location at, IEnumerable<TextEdit> edits) =>
        TabInIndentationDescriptor.At(at, "This line is indented with a tab, whose width differs from editor to editor.", "indent with blanks: two for each step").With(edits);

    public static Diagnostic LoneCarriageReturn(Location at) =>
        LoneCarriageReturnDescriptor.At(at, "This line ends with a carriage return alone.", "save the file with line feeds, with or without carriage returns");

    public static Diagnostic NestedTooDeep(Location at) =>
        NestedTooDeepDescriptor.At(at, "This is nested more than 64 deep.", "give an inner part a name of its own with 'define'");

    public static Diagnostic SentenceTooLong(Location at) =>
        SentenceTooLongDescriptor.At(at, "This sentence is longer than 2,000 words and signs; here is the first too many.", "split it, or give parts of it names with 'define'");

    public static Diagnostic UnclosedText(Location at) =>
        UnclosedTextDescriptor.At(at, "The text that begins here is not closed on its line.", "end it with a double quotation mark");

    /// <param name="character">The sign as it is shown, in quotation marks or as a number.</param>
    public static Diagnostic BadCharacter(Location at, string character, string fix) =>
        BadCharacterDescriptor.At(at, $"Rules do not use the sign {character} here.", fix);

    public static Diagnostic LongDash(Location at, string dash) =>
        BadCharacterDescriptor.At(at, $"Rules do not use the long dash '{dash}'.", "write '-', with blanks round it for a subtraction").Replacing("-");

    /// <param name="amount">The sign and the number together.</param>
    /// <param name="both">Where both stand.</param>
    public static Diagnostic SignApart(Location at, string sign, string amount, TextSpan both) =>
        AmountApartDescriptor.At(at, $"The number stands right after '{sign}'.", $"write '{amount}'").With(new TextEdit(both, amount));

    /// <param name="name">The name with its number in words, or null.</param>
    public static Diagnostic NumberWithLetters(Location at, string written, string? name) =>
        NumberWithLettersDescriptor.At(at, $"'{written}' is neither a number nor a name: a name begins with a letter.", name is null ? "begin the name with a word, or put a blank after the number" : $"write '{name}'");

    /// <param name="quantity">The number and its unit in full.</param>
    /// <param name="isCertain">False where the letters may stand for something else.</param>
    public static Diagnostic NumberWithUnit(Location at, string written, string quantity, bool isCertain)
    {
        Diagnostic diagnostic = NumberWithLettersDescriptor.At(at, $"A unit is written in full, with a blank before it; '{written}' is not.", $"write '{quantity}'");
        return isCertain ? diagnostic.Replacing(quantity) : diagnostic;
    }

    /// <param name="dates">The dates that it can stand for, in words.</param>
    /// <param name="hasCentury">False where the year has two digits, so that its century is a guess.</param>
    public static Diagnostic NumericDate(Location at, string written, IReadOnlyList<string> dates, bool hasCentury)
    {
        string message = dates.Count == 2 ? $"'{written}' can be read as two different dates." : $"'{written}' is a date in numbers, which people read in different ways.";
        Diagnostic diagnostic = NumericDateDescriptor.At(at, message, dates.Count == 0 ? "write the month as a word, as in 1 March 2024, or the date as 2024-03-01" : "write " + Describe.Or([.. dates.Select(date => $"'{date}'")]));
        return dates.Count == 1 && hasCentury ? diagnostic.Replacing(dates[0]) : diagnostic;
    }

    public static Diagnostic PossessiveUnit(Location at, string quantity) =>
        PossessiveUnitDescriptor.At(at, "A length of time takes no apostrophe: rules say from which date it is counted.", $"write '{quantity} after' or '{quantity} before' and that date");

    public static Diagnostic MisindentedClause(Location at, string clause, int column, IEnumerable<TextEdit> edits) =>
        MisindentedClauseDescriptor.At(at, $"'{clause}' is a clause of its own and stands in the wrong column.", $"begin it in column {column}, like the other clauses of this declaration").With(edits);

    public static Diagnostic MisindentedItem(Location at, int column, IEnumerable<TextEdit> edits) =>
        MisindentedClauseDescriptor.At(at, "The items of one list begin in one column.", $"begin this item in column {column}").With(edits);

    public static Diagnostic MisindentedDeclaration(Location at, IEnumerable<TextEdit> edits) =>
        MisindentedDeclarationDescriptor.At(at, "A declaration begins in the first column.", "remove the blanks before it").With(edits);

    public static Diagnostic ProseHeading(Location at) =>
        ProseHeadingDescriptor.At(at, "Headings of the first two levels belong to the page.", "begin headings in prose with '###'");

    public static Diagnostic ProseHtml(Location at) =>
        ProseHtmlDescriptor.At(at, "Prose is Markdown without HTML.", "write it in Markdown, or put a backslash before '<'");

    public static Diagnostic ProseLink(Location at, string target) =>
        ProseLinkDescriptor.At(at, $"The link to '{target}' is not allowed.", "link to an address that begins with https://, http:// or mailto:, or to a page beside this one");

    /// <param name="text">What stands between the marks, or null where there is no second one.</param>
    /// <param name="close">Where the second mark stands.</param>
    public static Diagnostic CurlyQuote(Location at, string? text, int close)
    {
        Diagnostic diagnostic = CurlyQuoteDescriptor.At(at, "A text stands in straight double quotation marks.", text is null ? "write \" instead of the curly marks" : $"write \"{text}\"");
        return text is null || text.IndexOf('"') >= 0 ? diagnostic : diagnostic.With(new TextEdit(at.Span, "\""), new TextEdit(new TextSpan(close, 1), "\""));
    }

    /// <param name="words">The comparison in words; empty for equality.</param>
    /// <param name="followsIs">True where 'is' stands before the sign.</param>
    /// <param name="value">What is compared with.</param>
    public static Diagnostic ComparisonSign(Location at, string sign, string words, bool followsIs, string value, TextEdit edit) =>
        ComparisonSignDescriptor.At(at, $"Comparisons are words: '{sign}' is not read.", $"write '{(words.Length == 0 ? "is" : "is " + words)} {value}'" + (followsIs && words.Length == 0 ? $", without '{sign}'" : "")).With(edit);
}
