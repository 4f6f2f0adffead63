using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Semantics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Diagnostics;

/// <summary>RAC3xxx: types, and what operators take.</summary>
public static partial class DiagnosticCatalogue
{
    private static readonly DiagnosticDescriptor DifferentTypesDescriptor = Error("RAC3001", "Two different types");
    private static readonly DiagnosticDescriptor NotAConditionDescriptor = Error("RAC3002", "A value where a condition is needed");
    private static readonly DiagnosticDescriptor MissingUnitDescriptor = Error("RAC3003", "A number without its unit");
    private static readonly DiagnosticDescriptor DifferentUnitsDescriptor = Error("RAC3004", "Durations of two kinds");
    private static readonly DiagnosticDescriptor NotComparedDescriptor = Error("RAC3005", "A set, a list or a record compared as a whole");
    private static readonly DiagnosticDescriptor WrongOperandDescriptor = Error("RAC3006", "Something that an operator does not take");
    private static readonly DiagnosticDescriptor OrderOnDatesDescriptor = Error("RAC3007", "Dates compared like numbers");
    private static readonly DiagnosticDescriptor DistanceFromNothingDescriptor = Error("RAC3008", "A length of time counted from nothing");
    private static readonly DiagnosticDescriptor NotADateDescriptor = Error("RAC3009", "Something that is no date");
    private static readonly DiagnosticDescriptor NotALengthDescriptor = Error("RAC3010", "Something that is no length of time");
    private static readonly DiagnosticDescriptor IsNotOnNoneDescriptor = Error("RAC3011", "'is not' where there may be none");
    private static readonly DiagnosticDescriptor MayBeNoneDescriptor = Error("RAC3012", "Something done with what may be none");
    private static readonly DiagnosticDescriptor NeverNoneDescriptor = Error("RAC3013", "Asked for none where there is always one");
    private static readonly DiagnosticDescriptor NeverEmptyDescriptor = Error("RAC3014", "Asked for empty where there is no set or list");
    private static readonly DiagnosticDescriptor CannotBeNoneDescriptor = Error("RAC3015", "A required fact that cannot be none");
    private static readonly DiagnosticDescriptor NotASetDescriptor = Error("RAC3016", "Something that is no set");
    private static readonly DiagnosticDescriptor NotAMemberDescriptor = Error("RAC3017", "Something that is no member of the set's choice");
    private static readonly DiagnosticDescriptor WrongArithmeticDescriptor = Error("RAC3018", "Arithmetic on these types");
    private static readonly DiagnosticDescriptor WrongCurrencyDescriptor = Error("RAC3019", "Another currency than the guide's");
    private static readonly DiagnosticDescriptor NoSuchDateDescriptor = Error("RAC3020", "No such date");
    private static readonly DiagnosticDescriptor NumberOutOfRangeDescriptor = Error("RAC3021", "A number out of range");
    private static readonly DiagnosticDescriptor LengthOutOfRangeDescriptor = Error("RAC3022", "A length of time out of range");
    private static readonly DiagnosticDescriptor NotAnEui64Descriptor = Error("RAC3023", "A text that is no EUI-64");
    private static readonly DiagnosticDescriptor NotOfTheFormatDescriptor = Error("RAC3024", "A text that does not fit its format");
    private static readonly DiagnosticDescriptor InvalidPatternDescriptor = Error("RAC3025", "A pattern that cannot be read");
    private static readonly DiagnosticDescriptor PatternWithoutBoundDescriptor = Error("RAC3026", "A pattern that can take without end");
    private static readonly DiagnosticDescriptor AsAtWithoutParameterDescriptor = Error("RAC3027", "'as at' after something that is no parameter");
    private static readonly DiagnosticDescriptor ValuesOfSeveralTypesDescriptor = Error("RAC3028", "Values of several types");
    private static readonly DiagnosticDescriptor NotAConstantDescriptor = Error("RAC3029", "A value that has to be worked out");
    private static readonly DiagnosticDescriptor RecordAsValueDescriptor = Error("RAC3030", "A record as the value of a definition");
    private static readonly DiagnosticDescriptor WrongElementTypeDescriptor = Error("RAC3031", "A type that does not fit here");
    private static readonly DiagnosticDescriptor OrNoneNotNeededDescriptor = Error("RAC3032", "'or none' where it says nothing");
    private static readonly DiagnosticDescriptor ListInRecordDescriptor = Error("RAC3033", "A list in a record");
    private static readonly DiagnosticDescriptor RoundingMissingDescriptor = Error("RAC3034", "Money that is not rounded");
    private static readonly DiagnosticDescriptor RoundingNotNeededDescriptor = Error("RAC3035", "'rounded' on what is no number");
    private static readonly DiagnosticDescriptor RoundingUnitDescriptor = Error("RAC3036", "A unit that cannot be rounded to");
    private static readonly DiagnosticDescriptor NotWholePenceDescriptor = Error("RAC3037", "A fraction of a penny");
    private static readonly DiagnosticDescriptor WrongAnswerDescriptor = Error("RAC3038", "An answer of another type");
    private static readonly DiagnosticDescriptor SeveralValuesDescriptor = Error("RAC3039", "Several answers to a fact that has one");
    private static readonly DiagnosticDescriptor ListAnswerDescriptor = Error("RAC3040", "A list or a record answered on one line");

    /// <param name="isLengthForDate">True where a length of time stands where a date is needed.</param>
    public static Diagnostic DifferentTypes(Location at, string left, RuleType leftType, string right, RuleType rightType, bool isLengthForDate) =>
        DifferentTypesDescriptor.At(at, $"'{left}' is {Describe.Type(leftType)} and '{right}' is {Describe.Type(rightType)}: they cannot be compared.",
            isLengthForDate ? $"say from what it is counted, as in '{right} after' and a date" : "compare two of one type");

    public static Diagnostic NotACondition(Location at, string words, RuleType type) => NotAConditionDescriptor.At(
        at, $"'{words}' is {Describe.Type(type)}, and here a condition is needed: something that holds or does not.", ConditionOn(words, type));

    /// <summary><c>age is no</c>: the same mistake as <c>not age</c>.</summary>
    public static Diagnostic NeitherYesNorNo(Location at, string words, RuleType type) => NotAConditionDescriptor.At(
        at, $"'{words}' is {Describe.Type(type)}, and neither yes nor no.", ConditionOn(words, type));

    private static string ConditionOn(string words, RuleType type) => type switch
    {
        DateType => $"say what holds of it, as in '{words} is on or before today'",
        SetType => $"say what it includes, as in '{words} include' and a member, or '{words} is not empty'",
        ListType => $"say what holds of it, as in '{words} is not empty'",
        ChoiceType choice when choice.Choice.Members.Length > 0 => $"say which member it is, as in '{words} is {choice.Choice.Members[0].Name}'",
        _ => $"say what holds of it, as in '{words} is' and a value",
    };

    public static Diagnostic MissingUnit(Location at, string number, RuleType type, string currencySymbol)
    {
        string? instead = type switch
        {
            MoneyType => currencySymbol + number,
            PercentageType => number + "%",
            _ => null,
        };
        Diagnostic diagnostic = MissingUnitDescriptor.At(at, $"'{number}' is compared or reckoned with {Describe.Type(type)} and has no unit.",
            instead is null ? $"write '{number} days', '{number} working days', or another unit" : $"write '{instead}'");
        return instead is null ? diagnostic : diagnostic.Replacing(instead);
    }

    public static Diagnostic DifferentUnits(Location at, string first, string second) =>
        DifferentUnitsDescriptor.At(at, $"One is in {first}, the other in {second}, and neither is a fixed number of the other.", "say both in one unit");

    public static Diagnostic NotCompared(Location at, string words, RuleType type, string other) =>
        NotComparedDescriptor.At(at, $"'{words}' is {Describe.Type(type)}, and 'is' does not compare it as a whole.", type switch
        {
            SetType => $"write '{words} include {other}'",
            ListType list => $"say what holds of its elements, as in 'for every {list.Record.Name},' and a condition",
            _ => "compare its facts one by one",
        });

    /// <param name="operator">The words of the operator.</param>
    /// <param name="takes">What it takes, in the plural.</param>
    /// <param name="instead">The operator to write instead, or null.</param>
    public static Diagnostic WrongOperand(Location at, string words, RuleType type, string @operator, string takes, string? instead) =>
        WrongOperandDescriptor.At(at, $"'{@operator}' takes {takes}; '{words}' is {Describe.Type(type)}.", instead is null ? $"write a value of one of these types instead of '{words}'" : $"write '{instead}'");

    /// <param name="instead">The comparison as it is said of dates.</param>
    public static Diagnostic OrderOnDates(Location at, string words, string instead, TextEdit? edit)
    {
        Diagnostic diagnostic = OrderOnDatesDescriptor.At(at, $"Dates are not compared by '{words}'.", $"write '{instead}'");
        return edit is { } one ? diagnostic.With(one) : diagnostic;
    }

    public static Diagnostic DistanceFromNothing(Location at, string length, string words) =>
        DistanceFromNothingDescriptor.At(at, $"It is not said from what '{length}' is counted.", words == "at least"
            ? $"write 'at least {length} after' or 'at least {length} before' and a date"
            : $"write 'within {length} after' or 'within {length} before' and a date");

    public static Diagnostic NotADate(Location at, string words, RuleType type) =>
        NotADateDescriptor.At(at, $"'{words}' is {Describe.Type(type)}, and here a date is needed.",
            type is DurationType ? $"say from what it is counted, as in '{words} after' and a date" : "write a date, or a fact that is one");

    public static Diagnostic NotALength(Location at, string words, RuleType type) =>
        NotALengthDescriptor.At(at, $"'{words}' is {Describe.Type(type)}, and here a length of time is needed.", "write a number and its unit, as in '14 days'");

    /// <param name="denial">The comparison denied as a whole: "not (status is Approved)".</param>
    public static Diagnostic IsNotOnNone(Location at, string words, string denial) =>
        IsNotOnNoneDescriptor.At(at, $"'{words}' may be none, and it is not said what holds when there is none.",
            $"write '{denial}' if that holds as well when there is none; else '{words} is given and {denial}'");

    /// <param name="what">What fails then: "then there is nothing to reckon with".</param>
    public static Diagnostic MayBeNone(Location at, string words, string what) =>
        MayBeNoneDescriptor.At(at, $"'{words}' may be none, and {what}.",
            $"say what holds when there is none: define a fact with the case 'as {words} when {words} is given' and an 'otherwise', and use that");

    public static Diagnostic NeverNone(Location at, string words, string state, RuleType type) => type switch
    {
        YesNoType => NeverNoneDescriptor.At(at, $"'{words}' is yes or no and never none.", $"write '{words}', or 'not {words}'"),
        SetType or ListType => NeverNoneDescriptor.At(at, $"'{words}' is {Describe.Type(type)}: it can be empty, but not none.", state == "none" ? "write 'empty'" : $"write '{words} is not empty'"),
        _ => NeverNoneDescriptor.At(at, $"'{words}' is never none: it is not declared 'or none'.", $"add 'or none' where '{words}' is declared, if there may be none"),
    };

    /// <summary>A value asks once more what the condition of its case has settled.</summary>
    public static Diagnostic NotNoneHere(Location at, string words) =>
        NeverNoneDescriptor.At(at, $"'{words}' is never none here: this case holds only when it is given.", "leave this question out");

    public static Diagnostic NeverEmpty(Location at, string words, RuleType type, bool orNone) =>
        NeverEmptyDescriptor.At(at, $"'{words}' is {Describe.Type(type)}; only a set or a list can be empty.", orNone ? $"write '{words} is none'" : $"say what holds of '{words}', as in '{words} is' and a value");

    public static Diagnostic CannotBeNone(Location at, string words, RuleType type) =>
        CannotBeNoneDescriptor.At(at, $"'{words}' is {Describe.Type(type)} that is never none, so that nothing could fail to have it.",
            "declare it 'or none', so that *there is none* can be answered");

    public static Diagnostic NotASet(Location at, string words, RuleType type, string member) =>
        NotASetDescriptor.At(at, $"'{words}' is {Describe.Type(type)}, and only a set includes members.", type switch
        {
            ListType list => $"write 'for some {list.Record.Name},' and what holds of it",
            ChoiceType => $"write '{words} is {member}'",
            _ => $"compare it with 'is', as in '{words} is {member}'",
        });

    public static Diagnostic NotAMember(Location at, string words, RuleType type, string choice) =>
        NotAMemberDescriptor.At(at, $"'{words}' is {Describe.Type(type)}, and the set holds members of {choice}.", $"write a member of {choice}");

    public static Diagnostic WrongArithmetic(Location at, string sign, string left, RuleType leftType, string right, RuleType rightType, string? instead) =>
        WrongArithmeticDescriptor.At(at, $"'{left}' is {Describe.Type(leftType)} and '{right}' is {Describe.Type(rightType)}: '{sign}' does not join them.",
            instead is null ? $"join two values of one type with '{sign}', or write what is meant as a definition of its own" : $"write '{instead}'");

    public static Diagnostic WrongCurrency(Location at, string symbol, string guideSymbol) =>
        WrongCurrencyDescriptor.At(at, $"This amount is in {symbol}, and the guide's currency is {guideSymbol}.", $"write the amount in {guideSymbol}, or change 'currency' in the guide");

    public static Diagnostic NoSuchDate(Location at, string words) =>
        NoSuchDateDescriptor.At(at, $"There is no '{words}' in the calendar from 1900 to 2199.", "check the day and the month");

    public static Diagnostic NumberOutOfRange(Location at, string words) =>
        NumberOutOfRangeDescriptor.At(at, $"'{words}' is outside what rules reckon with: less than a million thousand millions, and at most nine decimal places.", "check the number");

    public static Diagnostic LengthOutOfRange(Location at, string words) =>
        LengthOutOfRangeDescriptor.At(at, $"'{words}' is no whole number of units up to 1,000,000.", "write a whole number and its unit, as in '14 days'");

    /// <param name="problem">One sentence that says what is wrong with it.</param>
    public static Diagnostic NotAnEui64(Location at, string text, string problem) =>
        NotAnEui64Descriptor.At(at, $"'{text}' is no EUI-64. {problem}".TrimEnd(), "write sixteen hexadecimal digits, with or without hyphens between pairs, as in \"90-B3-D5-1F-30-01-00-00\"");

    public static Diagnostic NotOfTheFormat(Location at, string text, string format, string pattern) =>
        NotOfTheFormatDescriptor.At(at, $"'{text}' is no {format}: it does not match {pattern}.", "correct the text");

    public static Diagnostic InvalidPattern(Location at, string pattern) =>
        InvalidPatternDescriptor.At(at, $"'{pattern}' is no pattern that can be read.", "check its brackets and what stands before '*', '+' and '?'");

    /// <param name="part">What looks round or back in it; null where it is too large.</param>
    public static Diagnostic PatternWithoutBound(Location at, string pattern, string? part) => part is null
        ? PatternWithoutBoundDescriptor.At(at, $"'{pattern}' is too large to be matched in a time that anybody can foretell.", "repeat its parts less often")
        : PatternWithoutBoundDescriptor.At(at, $"'{part}' in a pattern looks round or back, and a text can then take without end.", $"write the pattern without '{part}': what may stand there, sign by sign");

    public static Diagnostic AsAtWithoutParameter(Location at, string words) =>
        AsAtWithoutParameterDescriptor.At(at, $"'{words}' is no parameter, and only a parameter has a value that depends on a date.", "leave out 'as at' and the date");

    /// <param name="whose">"definition" or "parameter".</param>
    public static Diagnostic ValuesOfSeveralTypes(Location at, string whose, string words, RuleType type, RuleType other) =>
        ValuesOfSeveralTypesDescriptor.At(at, $"'{words}' is {Describe.Type(type)}, and the {whose}'s other values are {Describe.Type(other)}.", "write values of one type");

    /// <param name="what">What is needed: "an answer is a value".</param>
    public static Diagnostic NotAConstant(Location at, string words, string what) =>
        NotAConstantDescriptor.At(at, $"'{words}' has to be worked out, and {what} that is written out.", "write the value itself");

    public static Diagnostic RecordAsValue(Location at, string words, RuleType type) =>
        RecordAsValueDescriptor.At(at, $"'{words}' is {Describe.Type(type)}, and a definition gives one value.", "name one of its facts");

    /// <param name="holder">"set", "list" or "fact".</param>
    public static Diagnostic WrongElementType(Location at, string holder, string name, string needed) =>
        WrongElementTypeDescriptor.At(at, holder == "fact" ? $"'{name}' is the name of the facts, not a type." : $"A {holder} is of {needed}, and '{name}' is none.", $"write the name of {needed}");

    public static Diagnostic OrNoneNotNeeded(Location at, string name, RuleType type) =>
        OrNoneNotNeededDescriptor.At(at, $"'{name}' is {Describe.Type(type)} and cannot be none as well.", type switch
        {
            YesNoType => "leave out 'none': its answers are yes and no",
            RecordType record => $"make it 'a list of {record.Record.Name}', which can be empty",
            _ => "leave out 'or none': it can be empty",
        });

    public static Diagnostic ListInRecord(Location at, string name, string record) =>
        ListInRecordDescriptor.At(at, $"'{name}' would be a list inside {record}, and a record holds no list.", "make the list a fact of the guide, and let its elements say to what they belong");

    public static Diagnostic RoundingMissing(Location at, string name, string currencySymbol) =>
        RoundingMissingDescriptor.At(at, $"'{name}' multiplies or divides money and does not say how the result is rounded.",
            $"add 'rounded to the nearest {currencySymbol}0.01', 'rounded down to' or 'rounded up to'");

    public static Diagnostic RoundingNotNeeded(Location at, string name, RuleType type) =>
        RoundingNotNeededDescriptor.At(at, $"'{name}' is {Describe.Type(type)}; only numbers and money are rounded.", "leave out 'rounded'");

    public static Diagnostic RoundingUnitOfOtherType(Location at, string unit, string name, RuleType type) =>
        RoundingUnitDescriptor.At(at, $"'{name}' is {Describe.Type(type)} and cannot be rounded to '{unit}'.", type is MoneyType ? "write an amount of money" : "write a number");

    public static Diagnostic RoundingUnitNotPositive(Location at, string unit) =>
        RoundingUnitDescriptor.At(at, $"Nothing can be rounded to '{unit}'.", "write a unit above zero");

    public static Diagnostic NotWholePence(Location at, string words) =>
        NotWholePenceDescriptor.At(at, $"'{words}' has a fraction of a penny.", "write at most two decimal places");

    public static Diagnostic WrongAnswer(Location at, string name, RuleType type, string words, RuleType answerType) =>
        WrongAnswerDescriptor.At(at, $"'{name}' is {Describe.Type(type)}, and '{words}' is {Describe.Type(answerType)}.", type is YesNoType ? "write yes or no" : $"write {Describe.Type(type)}");

    public static Diagnostic SeveralValues(Location at, string name, RuleType type) =>
        SeveralValuesDescriptor.At(at, $"'{name}' is {Describe.Type(type)} and has one value.", "leave out all but one");

    public static Diagnostic ListAnswer(Location at, string name, string record) =>
        ListAnswerDescriptor.At(at, $"'{name}' is a list of {record}.", $"write 'empty', or a line '{record}' for each of its elements with the answers under it");

    public static Diagnostic RecordAnswer(Location at, string name, string record) =>
        ListAnswerDescriptor.At(at, $"'{name}' is a {record} with facts of its own.", $"write a line '{name}' with the answers under it");
}
