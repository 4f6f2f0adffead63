using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Diagnostics;

/// <summary>RAC1xxx: the form of declarations, clauses and sentences.</summary>
public static partial class DiagnosticCatalogue
{
    private static readonly DiagnosticDescriptor UnknownDeclarationDescriptor = Error("RAC1001", "Not the beginning of a declaration");
    private static readonly DiagnosticDescriptor UnknownClauseDescriptor = Error("RAC1002", "Not a clause of this declaration");
    internal static readonly DiagnosticDescriptor UnexpectedDescriptor = Error("RAC1003", "Something else belongs here");
    private static readonly DiagnosticDescriptor EndsTooEarlyDescriptor = Error("RAC1004", "The line ends too early");
    private static readonly DiagnosticDescriptor MissingThatDescriptor = Error("RAC1005", "'that' is missing");
    internal static readonly DiagnosticDescriptor MissingIsDescriptor = Error("RAC1006", "'is' is missing");
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
    private static readonly DiagnosticDescriptor OtherComparisonDescriptor = Error("RAC1021", "A comparison in other words");
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

    public static Diagnostic MisspeltUnit(Location at, string written, string unit) =>
        MisspeltUnitDescriptor.At(at, $"'{written}' is not a unit of time.", $"did you mean '{unit}'?");

    public static Diagnostic UnknownDeclaration(Location at, string word, string? suggestion) => UnknownDeclarationDescriptor.At(
        at, $"A line in the first column begins a declaration, and '{word}' begins none.",
        suggestion is null ? "begin it with a word such as 'requirement', 'define' or 'example', or indent it under the declaration it belongs to" : $"did you mean '{suggestion}'?");

    public static Diagnostic UnknownClause(Location at, string words, string declaration, string? suggestion, string? legal) => UnknownClauseDescriptor.At(
        at, $"'{words}' does not begin a line of {declaration}.", suggestion is not null ? $"did you mean '{suggestion}'?" : legal);

    public static Diagnostic Unexpected(Location at, string found, string expected) =>
        UnexpectedDescriptor.At(at, $"'{found}' does not belong here: {expected} is expected.", expected == "the end of the line" ? $"leave out '{found}', or write it on a line of its own" : $"write {expected}");

    public static Diagnostic EndsTooEarly(Location at, string expected) =>
        EndsTooEarlyDescriptor.At(at, $"The line ends too early: {expected} is expected here.", $"write {expected}");

    public static Diagnostic MissingThat(Location at, string keyword) =>
        MissingThatDescriptor.At(at, $"A condition follows '{keyword} that'; '{keyword}' alone takes the name of one fact.", $"write '{keyword} that'");

    public static Diagnostic MissingIs(Location at, string phrase) =>
        MissingIsDescriptor.At(at, $"'is' is missing before '{phrase}'.", $"write 'is {phrase}'");

    public static Diagnostic MixedAndOr(Location at, string word) =>
        MixedAndOrDescriptor.At(at, $"'and' and 'or' stand side by side here, and English can read that in two ways. The second way opens at this '{word}'.", "put brackets round what belongs together");

    public static Diagnostic NotBeforeAnd(Location at, string word) =>
        NotBeforeAndDescriptor.At(at, $"'not' may reach over this '{word}' or stop before it.", $"write 'not (… {word} …)' or '(not …) {word} …'");

    public static Diagnostic QuantifierNotLast(Location at, string quantifier, string word) =>
        QuantifierNotLastDescriptor.At(at, $"'{quantifier}' may reach over this '{word}' or stop before it.", $"write '{quantifier} …, (… {word} …)', or put brackets round '{quantifier} …, …'");

    public static Diagnostic IsThisOrThat(Location at, string left, string first, string second) => IsThisOrThatDescriptor.At(
        at, $"'{left} is {first} or {second}' can be read as one choice or as two conditions.",
        $"write '{left} is one of {first} or {second}', or '({left} is {first}) or {second}'");

    public static Diagnostic SeveralOrs(Location at) =>
        SeveralOrsDescriptor.At(at, "After 'one of' a comma stands between the values and one 'or' before the last.", "write 'one of A, B or C'; a further condition needs brackets: '(… is one of A or B) or …'");

    public static Diagnostic DistanceOrder(Location at, string order, string direction) => DistanceOrderDescriptor.At(
        at, $"'{order} … {direction}' has two readings: is a date on the other side meant too?",
        $"write 'is at least … {direction}', 'is within … {direction}' or 'is on or before …'");

    public static Diagnostic WithinOf(Location at) =>
        WithinOfDescriptor.At(at, "'within … of' does not say in which direction.", "write 'within … after' or 'within … before'");

    public static Diagnostic NotWithin(Location at) =>
        NotWithinDescriptor.At(at, "'not within' does not say on which side.", "say which side: 'is before …', or 'is after …', or 'not (… is within …)'");

    public static Diagnostic BareFunction(Location at, string function) =>
        BareFunctionDescriptor.At(at, $"Beside + - * / it is not clear how far '{function}' reaches.", $"put brackets round '{function} …'");

    public static Diagnostic WhereOutsideBrackets(Location at) =>
        WhereOutsideBracketsDescriptor.At(at, "'where' picks elements of a list, and stands in brackets with the list's name.", "write '(LIST where CONDITION)', as in 'count of (parents where …)'");

    public static Diagnostic ItemsWithoutList(Location at) =>
        ItemsWithoutListDescriptor.At(at, "Items follow, and the line above them does not say how many must hold.", "end the line above with 'all of', 'any of' or 'none of'");

    public static Diagnostic ListWithoutItems(Location at, string phrase) =>
        ListWithoutItemsDescriptor.At(at, $"'{phrase}' is followed by no items.", "write one condition a line under it, each begun with '- '");

    public static Diagnostic ListInsideSentence(Location at, string phrase) =>
        ListInsideSentenceDescriptor.At(at, $"'{phrase}' begins a list of items and stands alone in its sentence, or right after 'for every …,'.", "give the list a name with 'define', or join the conditions with 'and' or 'or' in brackets");

    public static Diagnostic ReservedWordInName(Location at, string word, string name) =>
        ReservedWordInNameDescriptor.At(at, $"'{word}' is a word of the language and ends a name.", $"write the whole name in backticks, everywhere: `{name}`");

    public static Diagnostic OtherComparison(Location at, string written, string words) =>
        OtherComparisonDescriptor.At(at, $"'{written}' is not one of the comparisons of rules.", $"write '{words}'");

    public static Diagnostic ProseNotAllowed(Location at) =>
        ProseNotAllowedDescriptor.At(at, "No prose belongs here, so the line takes no colon.", "leave out the colon");

    public static Diagnostic ProseExpected(Location at, string keyword) =>
        ProseNotAllowedDescriptor.At(at, $"'{keyword}' takes prose.", $"write '{keyword}:' alone on its line and the text on deeper lines");

    public static Diagnostic PlainUntil(Location at) =>
        PlainUntilDescriptor.At(at, "'until' does not say whether the last day counts.", "write 'until the end of'");

    public static Diagnostic NumberWithoutUnit(Location at, string number) =>
        NumberWithoutUnitDescriptor.At(at, $"{number} of what? A number that measures from a date has a unit.", $"write '{number} working days', '{number} days', '{number} weeks', '{number} months' or '{number} years'");

    public static Diagnostic ReferenceRange(Location at, string written, string fix) =>
        ReferenceRangeDescriptor.At(at, $"'{written}' is not one section.", $"write '{fix}'");

    public static Diagnostic MisplacedClear(Location at) =>
        MisplacedClearDescriptor.At(at, "'clear' excludes both days, and means something after 'at least' only.", "leave out 'clear', or write 'is at least … clear days before' or 'after'");

    public static Diagnostic RowShape(Location at) =>
        RowShapeDescriptor.At(at, "A row begins and ends with '|', and has '|' between its cells.", "write '| cell | cell |'");

    public static Diagnostic Semicolon(Location at) =>
        SemicolonDescriptor.At(at, "Rules do not use semicolons.", "write commas and one 'and' or 'or' before the last, or one item a line under 'all of' or 'any of'");

    public static Diagnostic MissingHeader(Location at) => MissingHeaderDescriptor.At(
        at, "The first line of a rule file says where the file belongs.", "begin it with 'guide NAME \"Title\"', 'part of NAME' or 'library NAME'");

    public static Diagnostic MisplacedHeader(Location at, string keyword) =>
        MisplacedHeaderDescriptor.At(at, $"'{keyword}' stands on the first line of a file only.", "move what follows to a file of its own");
}
