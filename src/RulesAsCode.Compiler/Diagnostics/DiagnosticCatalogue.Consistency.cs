using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Semantics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Diagnostics;

/// <summary>RAC4xxx: what a declaration needs, and how declarations fit together.</summary>
public static partial class DiagnosticCatalogue
{
    private static readonly DiagnosticDescriptor ClauseMissingDescriptor = Error("RAC4001", "A clause is missing");
    private static readonly DiagnosticDescriptor ClauseTwiceDescriptor = Error("RAC4002", "A clause said twice");
    private static readonly DiagnosticDescriptor ContradictionDescriptor = Error("RAC4003", "Two clauses that exclude each other");
    private static readonly DiagnosticDescriptor NothingInItDescriptor = Error("RAC4004", "A declaration with nothing in it");
    private static readonly DiagnosticDescriptor CircleDescriptor = Error("RAC4005", "A circle");
    private static readonly DiagnosticDescriptor NoDisclaimerDescriptor = Error("RAC4006", "No disclaimer reaches every page");
    private static readonly DiagnosticDescriptor WorkingDaysWithoutCalendarDescriptor = Error("RAC4007", "Working days without a calendar");
    private static readonly DiagnosticDescriptor TableNotFoundDescriptor = Error("RAC4008", "No table of holidays");
    private static readonly DiagnosticDescriptor InvalidTableLineDescriptor = Error("RAC4009", "A line of the table of holidays that cannot be read");
    private static readonly DiagnosticDescriptor InvalidYearsDescriptor = Error("RAC4010", "Years out of range");
    private static readonly DiagnosticDescriptor YearWithoutHolidaysDescriptor = Warning("RAC4011", "A year without holidays");
    private static readonly DiagnosticDescriptor PeriodsOutOfOrderDescriptor = Error("RAC4012", "Periods out of order");
    private static readonly DiagnosticDescriptor NoTypeOfValuesDescriptor = Error("RAC4013", "A parameter without a value");
    private static readonly DiagnosticDescriptor SeveralFormsDescriptor = Error("RAC4014", "A definition in two forms");
    private static readonly DiagnosticDescriptor OtherwiseMissingDescriptor = Error("RAC4015", "Cases without 'otherwise'");
    private static readonly DiagnosticDescriptor CaseNeverReachedDescriptor = Error("RAC4016", "A case that is never reached");
    private static readonly DiagnosticDescriptor OtherwiseAloneDescriptor = Error("RAC4017", "'otherwise' without a case before it");
    private static readonly DiagnosticDescriptor ExceptionsTooDeepDescriptor = Error("RAC4018", "Exceptions nested too deeply");
    private static readonly DiagnosticDescriptor EndsBeforeItBeginsDescriptor = Error("RAC4019", "In force until before it begins");
    private static readonly DiagnosticDescriptor ExpectsNothingDescriptor = Error("RAC4020", "An example that expects nothing");
    private static readonly DiagnosticDescriptor AnsweredTwiceDescriptor = Error("RAC4021", "A fact answered twice");
    private static readonly DiagnosticDescriptor NotAnsweredDescriptor = Error("RAC4022", "An answer to what is no fact");
    private static readonly DiagnosticDescriptor AnswerOfElementDescriptor = Error("RAC4023", "A fact that belongs to an element");
    private static readonly DiagnosticDescriptor NoElementsDescriptor = Error("RAC4024", "Something that has no elements");
    private static readonly DiagnosticDescriptor NoSuchElementDescriptor = Error("RAC4025", "No such element");
    private static readonly DiagnosticDescriptor TableWithoutRowsDescriptor = Error("RAC4026", "A table without rows");
    private static readonly DiagnosticDescriptor WrongNumberOfCellsDescriptor = Error("RAC4027", "A row with too many or too few cells");
    private static readonly DiagnosticDescriptor ColumnTwiceDescriptor = Error("RAC4028", "A column that is there twice");
    private static readonly DiagnosticDescriptor NotInAnswerDescriptor = Error("RAC4029", "'not' in an answer");
    private static readonly DiagnosticDescriptor NotExpectedDescriptor = Error("RAC4030", "An expectation of what is answered");
    private static readonly DiagnosticDescriptor NotForEachDescriptor = Error("RAC4031", "A requirement that is not assessed for this element");
    private static readonly DiagnosticDescriptor ExpectedOfElementDescriptor = Error("RAC4032", "An expectation that belongs to an element");
    private static readonly DiagnosticDescriptor NotAnOutcomeDescriptor = Error("RAC4033", "Something that is no outcome");
    private static readonly DiagnosticDescriptor DefinitionSaysNothingDescriptor = Error("RAC4034", "'says' or 'asks for' under a definition");
    private static readonly DiagnosticDescriptor OnlyUndecidedAsksDescriptor = Error("RAC4035", "'asks for' under an outcome that is decided");
    private static readonly DiagnosticDescriptor PlainDaysBeforeDescriptor = Information("RAC4036", "Plain days before a date");

    public static Diagnostic ClauseMissing(Location at, string message, string fix) => ClauseMissingDescriptor.At(at, message, fix);

    public static Diagnostic ClauseTwice(Location at, string clause, Location first) =>
        ClauseTwiceDescriptor.At(at, $"'{clause}' stands here a second time.", $"leave one of them out, or say both in the first ({Names.Place(first)})", new RelatedPlace(first, "It stands here first."));

    public static Diagnostic Contradiction(Location at, string clause, string other, Location otherPlace) =>
        ContradictionDescriptor.At(at, $"'{clause}' and '{other}' exclude each other.", "leave one of them out", new RelatedPlace(otherPlace, $"'{other}' stands here."));

    /// <param name="kind">"choice", "record", "facts", "parameter".</param>
    public static Diagnostic NothingInIt(Location at, string kind, string name, string fix) =>
        NothingInItDescriptor.At(at, $"The {kind} '{name}' {(kind == "facts" ? "have" : "has")} nothing in {(kind == "facts" ? "them" : "it")}.", "add " + fix);

    /// <param name="kind">"definition", "requirement", "record".</param>
    /// <param name="names">The circle, each depending on the next and the last on the first.</param>
    public static Diagnostic Circle(Location at, string kind, IReadOnlyList<string> names, string fix, IReadOnlyList<Location> places)
    {
        const int MostNames = 10;
        string verb = kind switch
        {
            "definition" => "needs",
            "record" => "holds",
            _ => "follows",
        };
        string message = names.Count == 1
            ? $"The {kind} '{names[0]}' {verb} itself."
            : $"These {kind}s run in a circle: {string.Join($" {verb} ", names.Take(MostNames).Select(name => $"'{name}'"))}"
                + (names.Count > MostNames ? $" and {(names.Count - MostNames).ToString(System.Globalization.CultureInfo.InvariantCulture)} more" : "") + $" {verb} '{names[0]}'.";
        return CircleDescriptor.At(at, message, fix, [.. places.Take(MostNames).Select(place => new RelatedPlace(place, "This is part of the circle."))]);
    }

    public static Diagnostic NoDisclaimer(Location at, string guide) =>
        NoDisclaimerDescriptor.At(at, $"No disclaimer of '{guide}' is shown on every page.", "add a 'disclaimer' with the line 'shown on every page', or use a library that has one");

    public static Diagnostic WorkingDaysWithoutCalendar(Location at, string guide, Location guidePlace, IReadOnlyList<string> calendars) =>
        WorkingDaysWithoutCalendarDescriptor.At(at, $"Working days are counted here, and '{guide}' does not say by which calendar.",
            calendars.Count == 1 ? $"add 'working days from {calendars[0]}' to the guide ({Names.Place(guidePlace)})" : $"add 'working days from' and the name of a calendar to the guide ({Names.Place(guidePlace)})",
            new RelatedPlace(guidePlace, "The guide is declared here."));

    public static Diagnostic TableNotFound(Location at, string path) =>
        TableNotFoundDescriptor.At(at, $"There is no file '{path}' beside the rule file.", "check the path, which starts at the folder of the rule file");

    /// <param name="line">The line of the table, from 1.</param>
    public static Diagnostic InvalidTableLine(Location at, string path, int line, string problem) =>
        InvalidTableLineDescriptor.At(at, $"{path}, line {line.ToString(System.Globalization.CultureInfo.InvariantCulture)}: {problem}", "write each holiday as in '2024-12-25,Christmas Day,'");

    public static Diagnostic InvalidYears(Location at, int first, int last) =>
        InvalidYearsDescriptor.At(at, $"A calendar covers years from {Number(first)} to {Number(last)}, the first before the last.", "check the years");

    /// <param name="year">The first of them.</param>
    /// <param name="count">How many there are.</param>
    public static Diagnostic YearWithoutHolidays(Location at, int year, int count, string path) =>
        YearWithoutHolidaysDescriptor.At(at, $"'{path}' has no holiday in {Number(year)}{(count == 1 ? "" : $" and {Number(count - 1)} more of these years")}, so that every weekday of it would count.",
            "cover only the years that the table has, or complete the table");

    public static Diagnostic PeriodsOutOfOrder(Location at, string parameter, string date, string earlier, bool isSame) =>
        PeriodsOutOfOrderDescriptor.At(at, isSame ? $"Two values of '{parameter}' begin on {date}." : $"The period from {date} stands after the one from {earlier}.", "write the periods in the order of their dates");

    public static Diagnostic NoTypeOfValues(Location at, string parameter) =>
        NoTypeOfValuesDescriptor.At(at, $"'{parameter}' has no value but none.", "add a line with a value, such as '£500 from 1 April 2024'");

    public static Diagnostic SeveralForms(Location at, string definition, Location first) =>
        SeveralFormsDescriptor.At(at, $"'{definition}' has said what it is already.", "a definition has one 'when', one 'as … where', or cases that end with 'otherwise'", new RelatedPlace(first, "It is said here."));

    public static Diagnostic OtherwiseMissing(Location at, string definition) =>
        OtherwiseMissingDescriptor.At(at, $"It is not said what '{definition}' is when none of its cases holds.", "end the cases with 'otherwise' and a value");

    public static Diagnostic CaseNeverReached(Location at, Location earlier) =>
        CaseNeverReachedDescriptor.At(at, $"This case is never reached: line {Number(earlier.Start.Line + 1)} holds always.", "put the case without a condition last, as 'otherwise'", new RelatedPlace(earlier, "This holds always."));

    public static Diagnostic OtherwiseAlone(Location at, string definition) =>
        OtherwiseAloneDescriptor.At(at, $"'{definition}' has no case before 'otherwise'.", "write 'as' and the value");

    public static Diagnostic ExceptionsTooDeep(Location at) =>
        ExceptionsTooDeepDescriptor.At(at, "This is an exception to an exception to an exception to an exception.", "give an inner one a name of its own with 'define'");

    public static Diagnostic EndsBeforeItBegins(Location at) =>
        EndsBeforeItBeginsDescriptor.At(at, "The last day in force is before the first.", "check the two dates");

    public static Diagnostic ExpectsNothing(Location at) =>
        ExpectsNothingDescriptor.At(at, "This expects nothing, so that it shows nothing.", "add 'expect' and an outcome, or a column 'expect' and the name of a requirement");

    public static Diagnostic AnsweredTwice(Location at, string name, Location first) =>
        AnsweredTwiceDescriptor.At(at, $"'{name}' is answered twice.", "leave one answer out", new RelatedPlace(first, "It is answered here first."));

    public static Diagnostic NotAnswered(Location at, string name, string description) =>
        NotAnsweredDescriptor.At(at, $"'{name}' is {description}: the rules work it out, and nobody answers it.", "answer the facts that it is worked out from");

    public static Diagnostic FactOfElement(Location at, string name, string record) =>
        AnswerOfElementDescriptor.At(at, $"'{name}' is a fact of each {record}, and it is not said which {record} is meant.", $"write '{record}'s {name}', or '{record} 2's {name}' for the second");

    public static Diagnostic AnswerOfElement(Location at, string name, string record) =>
        AnswerOfElementDescriptor.At(at, $"'{name}' is a fact of each {record}.", $"write a line '{record}' with this answer under it");

    public static Diagnostic NoElements(Location at, string name, string description) =>
        NoElementsDescriptor.At(at, $"'{name}' is {description} and has no elements.", "write the name of a record");

    /// <param name="most">How many elements an example may have; null when the fact is no list.</param>
    public static Diagnostic NoSuchElement(Location at, string name, int? most) =>
        NoSuchElementDescriptor.At(at, $"There is no '{name}'.", most is { } count ? $"number the elements from 1, up to {Number(count)}" : "leave out the number: there is one");

    public static Diagnostic TooManyElements(Location at, int most) =>
        NoSuchElementDescriptor.At(at, $"An example has at most {Number(most)} elements of one list.", "leave some out");

    public static Diagnostic TableWithoutRows(Location at) =>
        TableWithoutRowsDescriptor.At(at, "This table has no rows.", "write a first row with the names of facts and 'expect', then a row for each case");

    public static Diagnostic WrongNumberOfCells(Location at, int cells, int columns) =>
        WrongNumberOfCellsDescriptor.At(at, $"This row has {Number(cells)} {(cells == 1 ? "cell" : "cells")}, the first row {Number(columns)}.", "give each column a cell; leave it empty where a fact is not given");

    public static Diagnostic ColumnTwice(Location at, string column, Location first) =>
        ColumnTwiceDescriptor.At(at, $"The column '{column}' is there already.", "leave one of them out", new RelatedPlace(first, "It is here first."));

    public static Diagnostic NotInAnswer(Location at) => NotInAnswerDescriptor.At(at, "An answer says what is, not what is not.", "write the answer without 'not'");

    public static Diagnostic NotExpected(Location at, string name, string description) =>
        NotExpectedDescriptor.At(at, $"'{name}' is {description}, which the example answers, so that nothing about it can be shown under 'expect'.", "expect something of a requirement or a definition");

    public static Diagnostic NotForEach(Location at, string requirement, string record, string? element) =>
        NotForEachDescriptor.At(at, $"'{requirement}' is not assessed for each {record}{(element is null ? "" : $", but for each {element}")}.", $"write '{requirement}' alone");

    public static Diagnostic ExpectedOfElement(Location at, string name, string record) =>
        ExpectedOfElementDescriptor.At(at, $"'{name}' is a definition for each {record}, and it is not said which {record} is meant.", $"write '{record}'s {name}', or '{record} 2's {name}' for the second");

    public static Diagnostic NotAnOutcome(Location at, string words) =>
        NotAnOutcomeDescriptor.At(at, $"'{words}' is no outcome.", "write 'satisfied', 'not satisfied', 'not applicable' or 'undecided'");

    public static Diagnostic DefinitionHasNoOutcome(Location at, string definition, RuleType type) =>
        NotAnOutcomeDescriptor.At(at, $"'{definition}' is a definition: it has a value and no outcome.", $"write {Describe.Type(type)}, or expect the outcome of a requirement");

    public static Diagnostic DefinitionSaysNothing(Location at, string definition) =>
        DefinitionSaysNothingDescriptor.At(at, $"'{definition}' is a definition; only a requirement says something or asks for facts.", "leave this line out, or expect it of a requirement");

    public static Diagnostic OnlyUndecidedAsks(Location at) =>
        OnlyUndecidedAsksDescriptor.At(at, "Only an undecided outcome asks for facts.", "leave this line out, or expect 'undecided'");

    public static Diagnostic PlainDaysBefore(Location at, string length) =>
        PlainDaysBeforeDescriptor.At(at, $"English courts have read 'at least {length} before' as clear days, which leaves out the day at both ends; here only one of them is left out.",
            "write 'clear' after the number if that is meant; else say why not with a 'reading'");

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
