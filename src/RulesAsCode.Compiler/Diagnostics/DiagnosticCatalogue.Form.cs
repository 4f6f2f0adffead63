using RulesAsCode.Compiler.Semantics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Diagnostics;

/// <summary>RAC1xxx: the form of declarations, clauses and sentences.</summary>
public static partial class DiagnosticCatalogue
{
    private static readonly DiagnosticDescriptor UnknownDeclarationDescriptor = Error("RAC1001", "Not the beginning of a declaration");
    private static readonly DiagnosticDescriptor UnknownClauseDescriptor = Error("RAC1002", "Not a clause of this declaration");
    private static readonly DiagnosticDescriptor UnexpectedDescriptor = Error("RAC1003", "Something else belongs here");
    private static readonly DiagnosticDescriptor EndsTooEarlyDescriptor = Error("RAC1004", "The line ends too early");
    private static readonly DiagnosticDescriptor MissingThatDescriptor = Error("RAC1005", "'that' is missing");
    private static readonly DiagnosticDescriptor MissingIsDescriptor = Error("RAC1006", "'is' is missing");
    private static readonly DiagnosticDescriptor MixedAndOrDescriptor = Error("RAC1007", "'and' and 'or' without brackets");
    private static readonly DiagnosticDescriptor NotBeforeAndDescriptor = Error("RAC1008", "'not' before 'and' or 'or'");
    private static readonly DiagnosticDescriptor QuantifierNotLastDescriptor = Error("RAC1009", "How far does 'for every' reach?");
    private static readonly DiagnosticDescriptor IsThisOrThatDescriptor = Error("RAC1010", "'or' after 'is' has two readings");
    private static readonly DiagnosticDescriptor SeveralOrsDescriptor = Error("RAC1011", "Several 'or' after 'one of'");
    private static readonly DiagnosticDescriptor DistanceOrderDescriptor = Error("RAC1012", "Only 'at least' measures from a date");
    private static readonly DiagnosticDescriptor WithinOfDescriptor = Error("RAC1013", "'within' needs a direction");
    private static readonly DiagnosticDescriptor NotWithinDescriptor = Error("RAC1014", "'not within' has two readings");
    private static readonly DiagnosticDescriptor BareFunctionDescriptor = Error("RAC1015", "A function beside a sign needs brackets");
    private static readonly DiagnosticDescriptor WhereOutsideBracketsDescriptor = Error("RAC1016", "'where' stands in brackets");
    private static readonly DiagnosticDescriptor ItemsWithoutListDescriptor = Error("RAC1017", "Items without 'all of' or 'any of'");
    private static readonly DiagnosticDescriptor ListWithoutItemsDescriptor = Error("RAC1018", "A list without items");
    private static readonly DiagnosticDescriptor ListInsideSentenceDescriptor = Error("RAC1019", "A list inside a sentence");
    private static readonly DiagnosticDescriptor ReservedWordInNameDescriptor = Error("RAC1020", "A reserved word in a name");
    internal static readonly DiagnosticDescriptor OtherComparisonDescriptor = Error("RAC1021", "A comparison in other words");
    private static readonly DiagnosticDescriptor ProseNotAllowedDescriptor = Error("RAC1022", "A colon that takes no prose");
    private static readonly DiagnosticDescriptor PlainUntilDescriptor = Error("RAC1023", "'until' has two readings");
    private static readonly DiagnosticDescriptor NumberWithoutUnitDescriptor = Error("RAC1024", "A number without its unit");
    private static readonly DiagnosticDescriptor ReferenceRangeDescriptor = Error("RAC1025", "A range of sections written with a dash");
    private static readonly DiagnosticDescriptor MisplacedClearDescriptor = Error("RAC1026", "'clear' stands after 'at least' only");
    private static readonly DiagnosticDescriptor RowShapeDescriptor = Error("RAC1027", "A row of a table is not closed");
    private static readonly DiagnosticDescriptor SemicolonDescriptor = Error("RAC1028", "A semicolon");
    private static readonly DiagnosticDescriptor MisspeltUnitDescriptor = Error("RAC1031", "A unit that is spelt differently");
    private static readonly DiagnosticDescriptor MissingHeaderDescriptor = Error("RAC1029", "The file does not say where it belongs");
    private static readonly DiagnosticDescriptor MisplacedHeaderDescriptor = Error("RAC1030", "A second first line");
    private static readonly DiagnosticDescriptor CommaBeforeLastDescriptor = Error("RAC1032", "A comma before the last of a list");
    private static readonly DiagnosticDescriptor NameBeginsWithDigitDescriptor = Error("RAC1033", "A name that begins with a digit");
    private static readonly DiagnosticDescriptor DateInOtherFormDescriptor = Error("RAC1034", "A date in another form");
    private static readonly DiagnosticDescriptor AmountInWordsDescriptor = Error("RAC1035", "An amount without its sign");
    private static readonly DiagnosticDescriptor TextWithoutQuotesDescriptor = Error("RAC1036", "A text without quotation marks");
    private static readonly DiagnosticDescriptor MissingCommaDescriptor = Error("RAC1037", "A comma is missing after 'for every'");
    private static readonly DiagnosticDescriptor BracketNotClosedDescriptor = Error("RAC1038", "A bracket that is not closed");
    private static readonly DiagnosticDescriptor BracketNotOpenedDescriptor = Error("RAC1039", "A bracket that is not opened");
    private static readonly DiagnosticDescriptor LengthWithoutDirectionDescriptor = Error("RAC1040", "A length of time without 'before' or 'after'");
    private static readonly DiagnosticDescriptor ItemWithoutDashDescriptor = Error("RAC1041", "An item without its dash");

    public static Diagnostic MisspeltUnit(Location at, string written, string unit, string number, bool isCertain)
    {
        Diagnostic diagnostic = MisspeltUnitDescriptor.At(at, $"'{written}' is not a unit of time.", $"write '{number} {unit}'");
        return isCertain ? diagnostic.Replacing(unit) : diagnostic;
    }

    public static Diagnostic UnknownDeclaration(Location at, string word, string? suggestion)
    {
        Diagnostic diagnostic = UnknownDeclarationDescriptor.At(
            at, $"A line in the first column begins a declaration, and '{word}' begins none.",
            suggestion is null ? "begin it with a word such as 'requirement', 'define' or 'example', or indent it under the declaration it belongs to" : $"did you mean '{suggestion}'?");
        return suggestion is null || suggestion.IndexOf(' ') >= 0 ? diagnostic : diagnostic.Replacing(suggestion);
    }

    /// <param name="declaration">What the line stands in: "a requirement".</param>
    /// <param name="suggestion">The beginning that was probably meant, or null.</param>
    /// <param name="legal">What such a line may begin with, as a fix says it.</param>
    /// <param name="written">The words that the suggestion replaces.</param>
    public static Diagnostic UnknownClause(Location at, string words, string declaration, string? suggestion, string legal, TextSpan written)
    {
        Diagnostic diagnostic = UnknownClauseDescriptor.At(at, $"'{words}' does not begin a line of {declaration}.", suggestion is not null ? $"did you mean '{suggestion}'?" : legal);
        return suggestion is null ? diagnostic : diagnostic.With(new TextEdit(written, suggestion));
    }

    /// <param name="keywords">The beginnings that go on from this word.</param>
    public static Diagnostic UnfinishedKeyword(Location at, string word, IReadOnlyList<string> keywords) =>
        UnknownClauseDescriptor.At(at, $"'{word}' alone does not begin a line.", "write " + Describe.Or([.. keywords.Select(keyword => $"'{keyword}'")]));

    /// <param name="expected">What belongs at the place, or null where the line should be at its end.</param>
    /// <param name="rest">All that follows from there on.</param>
    public static Diagnostic Unexpected(Location at, string found, string? expected, string rest) => expected is null
        ? UnexpectedDescriptor.At(at, $"The line is complete before '{found}'.", $"leave out '{rest}', or write it on a line of its own")
        : UnexpectedDescriptor.At(at, $"'{found}' cannot stand here: {expected} belongs here.", $"write {expected} before '{found}'");

    public static Diagnostic EndsTooEarly(Location at, string missing, string fix) =>
        EndsTooEarlyDescriptor.At(at, $"The line ends too early: {missing} belongs here.", fix);

    /// <param name="what">What belongs after the keyword, or null where that differs.</param>
    public static Diagnostic NothingAfterKeyword(Location at, string keyword, string? what) =>
        EndsTooEarlyDescriptor.At(at, $"Nothing follows '{keyword}'.", $"write {what ?? "the rest of it"} after '{keyword}'");

    /// <param name="condition">The condition, as it is written.</param>
    public static Diagnostic MissingThat(Location at, string keyword, string condition, TextEdit edit) =>
        MissingThatDescriptor.At(at, $"A condition follows '{keyword} that'; '{keyword}' alone takes the name of one fact.", $"write '{keyword} that {condition.Trim()}'").With(edit);

    /// <param name="phrase">The words before which it is missing.</param>
    /// <param name="rest">The phrase with what it compares with.</param>
    /// <param name="verb">The verb that fits: <c>are</c> for a set or a list.</param>
    public static Diagnostic MissingIs(Location at, string phrase, string rest, string verb = "is") =>
        MissingIsDescriptor.At(at, $"'{verb}' is missing before '{phrase}'.", $"write '{verb} {rest}'").With(TextEdit.Insert(at.Span.Start, verb + " "));

    /// <param name="sentence">The comparison with its 'is'.</param>
    public static Diagnostic MissingIsBetween(Location at, string left, string sentence, TextEdit edit) =>
        MissingIsDescriptor.At(at, $"'is' is missing after '{left}'.", $"write '{sentence}'").With(edit);

    public static Diagnostic MissingInclude(Location at, string member) =>
        MissingIsDescriptor.At(at, $"'include' is missing before '{member}'.", $"write 'include {member}'").With(TextEdit.Insert(at.Span.Start, "include "));

    /// <param name="line">The fact with its type, as it is to be written.</param>
    public static Diagnostic MissingIsOfFact(Location at, string line, TextEdit edit) =>
        MissingIsDescriptor.At(at, "'is' is missing between the name of a fact and what it is.", $"write '{line}'").With(edit);

    /// <param name="first">One reading with its brackets.</param>
    /// <param name="second">The other.</param>
    public static Diagnostic MixedAndOr(Location at, string word, string first, string second) =>
        MixedAndOrDescriptor.At(at, $"'and' and 'or' stand side by side here, and English can read that in two ways. The second way opens at this '{word}'.", $"write '{first}' or '{second}'");

    public static Diagnostic NotBeforeAnd(Location at, string word, string over, string before) =>
        NotBeforeAndDescriptor.At(at, $"'not' may reach over this '{word}' or stop before it.", $"write '{over}' or '{before}'");

    public static Diagnostic QuantifierNotLast(Location at, string quantifier, string word, string over, string before) =>
        QuantifierNotLastDescriptor.At(at, $"'{quantifier}' may reach over this '{word}' or stop before it.", $"write '{over}' or '{before}'");

    public static Diagnostic IsThisOrThat(Location at, string left, string first, string second) => IsThisOrThatDescriptor.At(
        at, $"'{left} is {first} or {second}' can be read as one choice or as two conditions.",
        $"write '{left} is one of {first} or {second}', or '({left} is {first}) or {second}'");

    /// <param name="list">All of it as one list, or null where it cannot be one.</param>
    /// <param name="apart">The list in brackets, and the rest as a condition of its own.</param>
    public static Diagnostic SeveralOrs(Location at, string? list, string apart) =>
        SeveralOrsDescriptor.At(at, "After 'one of' a comma stands between the values and one 'or' before the last.", list is null ? $"write '{apart}'" : $"write '{list}', or for a condition of its own '{apart}'");

    /// <param name="readings">What it can mean, each in words that have one meaning.</param>
    public static Diagnostic DistanceOrder(Location at, string order, string length, string direction, string anchor, IReadOnlyList<string> readings) => readings.Count == 1
        ? DistanceOrderDescriptor.At(at, $"Only 'at least' measures from a date, and not '{order}'.", $"write '{readings[0]}'")
        : DistanceOrderDescriptor.At(
            at, $"'{order} {length} {direction} {anchor}' has two readings: does a date on the other side of '{anchor}' count too?",
            $"write '{readings[0]}' if it does not, else '{readings[1]}'");

    public static Diagnostic WithinOf(Location at, string length, string anchor) =>
        WithinOfDescriptor.At(at, $"'within {length} of' does not say in which direction.", $"write 'within {length} after {anchor}' or 'within {length} before {anchor}'");

    public static Diagnostic NotWithin(Location at, string before, string after, string denial) =>
        NotWithinDescriptor.At(at, "'not within' does not say on which side.", $"say which side: write '{before}', or '{after}', or '{denial}' for both");

    /// <param name="first">The one reading with its brackets.</param>
    /// <param name="second">The other, or null where there is none.</param>
    public static Diagnostic BareFunction(Location at, string function, string first, string? second, IEnumerable<TextEdit> edits) =>
        BareFunctionDescriptor.At(at, $"Beside + - * / it is not clear how far '{function}' reaches.", second is null ? $"write '{first}'" : $"write '{first}' or '{second}'").With(edits);

    /// <param name="list">The list with its condition, in brackets.</param>
    public static Diagnostic WhereOutsideBrackets(Location at, string list, IEnumerable<TextEdit> edits) =>
        WhereOutsideBracketsDescriptor.At(at, "'where' picks elements of a list, and stands in brackets with the list's name.", $"write '{list}'").With(edits);

    /// <param name="above">The condition of the line above.</param>
    public static Diagnostic ItemsWithoutList(Location at, string above) =>
        ItemsWithoutListDescriptor.At(at, "Items follow, and the line above them does not say how many must hold.", $"end the line above with 'all of' or 'any of', and write '- {above}' as the first item under it; or begin this item in the column of the one above");

    public static Diagnostic ListWithoutItems(Location at, string phrase) =>
        ListWithoutItemsDescriptor.At(at, $"'{phrase}' is followed by no items.", "write one condition a line under it, each begun with '- '");

    public static Diagnostic ListInsideSentence(Location at, string phrase) =>
        ListInsideSentenceDescriptor.At(at, $"'{phrase}' begins a list of items and stands alone in its sentence, or right after 'for every …,'.", "give the list a name with 'define', or join the conditions with 'and' or 'or' in brackets");

    /// <param name="whole">Where the whole name stands.</param>
    public static Diagnostic ReservedWordInName(Location at, string word, string name, TextSpan whole) =>
        ReservedWordInNameDescriptor.At(at, $"'{word}' is a word of the language and ends a name.", $"write the whole name in backticks, everywhere: `{name}`").With(TextEdit.Insert(whole.Start, "`"), TextEdit.Insert(whole.End, "`"));

    /// <param name="instead">The comparison in the language's words, with the value that it compares with.</param>
    public static Diagnostic OtherComparison(Location at, string written, string instead, TextEdit edit) =>
        OtherComparisonDescriptor.At(at, $"'{written}' is not one of the comparisons of rules.", $"write '{instead}'").With(edit);

    public static Diagnostic ProseNotAllowed(Location at) =>
        ProseNotAllowedDescriptor.At(at, "No prose belongs here, so the line takes no colon.", "leave out the colon").Replacing("");

    public static Diagnostic ProseExpected(Location at, string keyword) =>
        ProseNotAllowedDescriptor.At(at, $"'{keyword}' takes prose.", $"write '{keyword}:' alone on its line and the text on deeper lines");

    public static Diagnostic PlainUntil(Location at, string date) =>
        PlainUntilDescriptor.At(at, "'until' does not say whether the last day counts.", $"write 'until the end of {date}' if it does; else the same with the day before");

    /// <param name="phrase">The phrase that the number stands in, with {0} where it stands.</param>
    public static Diagnostic NumberWithoutUnit(Location at, string number, string phrase) =>
        NumberWithoutUnitDescriptor.At(at, $"{number} of what? A length of time has a unit.",
            $"write '{phrase.Replace("{0}", number + " days")}' or '{phrase.Replace("{0}", number + " working days")}', or weeks, months or years");

    public static Diagnostic ReferenceRange(Location at, string written, string fix) =>
        ReferenceRangeDescriptor.At(at, $"'{written}' is not one section.", $"write '{fix}'").Replacing(fix);

    /// <param name="plain">The length without 'clear'.</param>
    public static Diagnostic MisplacedClear(Location at, string length, string plain) =>
        MisplacedClearDescriptor.At(at, "'clear' excludes both days, and means something after 'at least' only.", $"write '{plain}', or 'is at least {length} after' or 'before' and a date");

    public static Diagnostic RowShape(Location at, string row, bool begins, bool ends, TextEdit? edit)
    {
        Diagnostic diagnostic = RowShapeDescriptor.At(at, "A row begins and ends with '|', and has '|' between its cells.", $"write '{(begins ? "" : "| ")}{row}{(ends ? "" : " |")}'");
        return edit is { } one ? diagnostic.With(one) : diagnostic;
    }

    /// <param name="list">The list with commas, or null where it joins conditions.</param>
    public static Diagnostic Semicolon(Location at, string? list, IEnumerable<TextEdit> edits) =>
        SemicolonDescriptor.At(at, "Rules do not use semicolons.",
            list is null ? "join two conditions with 'and' or 'or', or write each on a line of its own, begun with '- ', under 'all of' or 'any of'" : $"write '{list}'").With(edits);

    public static Diagnostic ItemWithoutDash(Location at, string item, TextEdit edit) =>
        ItemWithoutDashDescriptor.At(at, "Each item of a list begins with a dash and a blank.", $"write '- {item.Trim()}'").With(edit);

    public static Diagnostic CommaBeforeLast(Location at, string word, string last) =>
        CommaBeforeLastDescriptor.At(at, $"No comma stands before '{word}'.", $"write '{word} {last}' without the comma before it").Replacing("");

    /// <param name="instead">The name with its number in words, or at its end.</param>
    public static Diagnostic NameBeginsWithDigit(Location at, string name, string instead) =>
        NameBeginsWithDigitDescriptor.At(at, $"A name begins with a letter, and '{name}' begins with a digit.", $"write '{instead}'");

    public static Diagnostic DateInOtherForm(Location at, string written, string date) =>
        DateInOtherFormDescriptor.At(at, $"A date is a number, the whole name of a month and a year; '{written}' is not.", $"write '{date}'").Replacing(date);

    public static Diagnostic AmountInWords(Location at, string written, string amount) =>
        AmountInWordsDescriptor.At(at, $"Rules write the sign with the number, not '{written}'.", $"write '{amount}'").Replacing(amount);

    public static Diagnostic TextWithoutQuotes(Location at, string text, bool isCertain)
    {
        Diagnostic diagnostic = TextWithoutQuotesDescriptor.At(at, "A text stands in double quotation marks.", $"write \"{text}\"");
        return isCertain ? diagnostic.With(TextEdit.Insert(at.Span.Start, "\""), TextEdit.Insert(at.Span.End, "\"")) : diagnostic;
    }

    /// <param name="words">What stands between the phrase and this place.</param>
    public static Diagnostic MissingComma(Location at, string quantifier, string words) =>
        MissingCommaDescriptor.At(at, $"A comma is missing: it stands between what '{quantifier}' goes through and what holds of it.", $"put a comma into '{quantifier} {words.Trim()}', after the name of the element");

    /// <param name="sentence">The words from the bracket to the end.</param>
    public static Diagnostic BracketNotClosed(Location at, Location open, string sentence, bool isCertain)
    {
        Diagnostic diagnostic = BracketNotClosedDescriptor.At(
            at, "A bracket is open here and is not closed.", isCertain ? $"write '{sentence})'" : $"write ')' where the bracket of '{sentence}' ends", new RelatedPlace(open, "It is opened here."));
        return isCertain ? diagnostic.With(TextEdit.Insert(at.Span.Start, ")")) : diagnostic;
    }

    public static Diagnostic BracketNotOpened(Location at) =>
        BracketNotOpenedDescriptor.At(at, "This bracket closes none that is open.", "leave out ')', or write '(' where it begins");

    /// <param name="word">The word that was meant to say from where it is counted.</param>
    /// <param name="instead">What to write.</param>
    public static Diagnostic LengthWithoutDirection(Location at, string length, string word, IReadOnlyList<string> instead) =>
        LengthWithoutDirectionDescriptor.At(at, $"'{length} {word}' does not say whether it is counted before a date or after it.", "write " + Describe.Or(instead));

    public static Diagnostic MissingHeader(Location at) => MissingHeaderDescriptor.At(
        at, "The first line of a rule file says where the file belongs.", "begin it with 'guide NAME \"Title\"', 'part of NAME' or 'library NAME'");

    public static Diagnostic MisplacedHeader(Location at, string keyword) =>
        MisplacedHeaderDescriptor.At(at, $"'{keyword}' stands on the first line of a file only.", "move what follows to a file of its own");
}
