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
    private static readonly DiagnosticDescriptor NumericDateDescriptor = Error("RAC0009", "A date in numbers has two readings");
    private static readonly DiagnosticDescriptor PossessiveUnitDescriptor = Error("RAC0010", "An apostrophe after a unit");
    private static readonly DiagnosticDescriptor MisindentedClauseDescriptor = Error("RAC0011", "A clause in the wrong column");
    private static readonly DiagnosticDescriptor MisindentedDeclarationDescriptor = Error("RAC0012", "A declaration in the wrong column");
    private static readonly DiagnosticDescriptor ProseHeadingDescriptor = Error("RAC0013", "A heading that belongs to the page");
    private static readonly DiagnosticDescriptor ProseHtmlDescriptor = Error("RAC0014", "HTML in prose");
    private static readonly DiagnosticDescriptor ProseLinkDescriptor = Error("RAC0015", "A link that is not allowed");
    private static readonly DiagnosticDescriptor CurlyQuoteDescriptor = Error("RAC0016", "Curly quotation marks around a text");
    private static readonly DiagnosticDescriptor ComparisonSignDescriptor = Error("RAC0017", "A comparison in signs");

    public static Diagnostic FileTooLarge(Location at) =>
        FileTooLargeDescriptor.At(at, "This file is larger than 1 MiB and was not read.", "split it into several files, each beginning with 'part of'");

    public static Diagnostic TabInIndentation(Location at) =>
        TabInIndentationDescriptor.At(at, "This line is indented with a tab, whose width differs from editor to editor.", "indent with blanks");

    public static Diagnostic LoneCarriageReturn(Location at) =>
        LoneCarriageReturnDescriptor.At(at, "This line ends with a carriage return alone.", "save the file with line feeds, with or without carriage returns");

    public static Diagnostic NestedTooDeep(Location at) =>
        NestedTooDeepDescriptor.At(at, "This is nested more than 64 deep.", "give an inner part a name of its own with 'define'");

    public static Diagnostic SentenceTooLong(Location at) =>
        SentenceTooLongDescriptor.At(at, "This sentence is longer than 2,000 words and signs; here is the first too many.", "split it, or give parts of it names with 'define'");

    public static Diagnostic UnclosedText(Location at) =>
        UnclosedTextDescriptor.At(at, "The text that begins here is not closed on its line.", "end it with a double quotation mark");

    public static Diagnostic BadCharacter(Location at, string character, string? fix = null) =>
        BadCharacterDescriptor.At(at, $"Rules do not use the sign {character} here.", fix);

    public static Diagnostic NumberWithLetters(Location at, string written, string? fix) =>
        NumberWithLettersDescriptor.At(at, $"'{written}' is neither a number nor a name: a name begins with a letter, and a blank stands between a number and its unit.", fix);

    public static Diagnostic NumericDate(Location at, string written) =>
        NumericDateDescriptor.At(at, $"'{written}' can be read as two different dates.", "write the month as a word, as in 1 March 2024, or the date as 2024-03-01");

    public static Diagnostic PossessiveUnit(Location at, string quantity) =>
        PossessiveUnitDescriptor.At(at, "An apostrophe after a unit is not read.", $"write '{quantity}' without the apostrophe, as in 'is at least {quantity} after'");

    public static Diagnostic MisindentedClause(Location at, string clause, int column) =>
        MisindentedClauseDescriptor.At(at, $"'{clause}' is a clause of its own and stands in the wrong column.", $"begin it in column {column}, like the other clauses of this declaration");

    public static Diagnostic MisindentedItem(Location at, int column) =>
        MisindentedClauseDescriptor.At(at, "The items of one list begin in one column.", $"begin this item in column {column}");

    public static Diagnostic MisindentedDeclaration(Location at) =>
        MisindentedDeclarationDescriptor.At(at, "A declaration begins in the first column.", "remove the blanks before it");

    public static Diagnostic ProseHeading(Location at) =>
        ProseHeadingDescriptor.At(at, "Headings of the first two levels belong to the page.", "begin headings in prose with '###'");

    public static Diagnostic ProseHtml(Location at) =>
        ProseHtmlDescriptor.At(at, "Prose is Markdown without HTML.", "write it in Markdown, or put a backslash before '<'");

    public static Diagnostic ProseLink(Location at, string target) =>
        ProseLinkDescriptor.At(at, $"The link to '{target}' is not allowed.", "link to an address that begins with https://, http:// or mailto:, or to a page beside this one");

    public static Diagnostic CurlyQuote(Location at) =>
        CurlyQuoteDescriptor.At(at, "A text stands in straight double quotation marks.", "write \" instead of the curly marks");

    public static Diagnostic ComparisonSign(Location at, string sign, string words) =>
        ComparisonSignDescriptor.At(at, $"Comparisons are words: '{sign}' is not read.", $"write '{words}'");
}
