using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Semantics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Diagnostics;

/// <summary>RAC2xxx: names, and what they lead to.</summary>
public static partial class DiagnosticCatalogue
{
    private static readonly DiagnosticDescriptor UnknownNameDescriptor = Error("RAC2001", "Unknown name");
    private static readonly DiagnosticDescriptor NameUsedTwiceDescriptor = Error("RAC2002", "A name used twice");
    private static readonly DiagnosticDescriptor UnknownMemberDescriptor = Error("RAC2003", "Unknown member of a choice");
    private static readonly DiagnosticDescriptor UnknownTypeDescriptor = Error("RAC2004", "Unknown type");
    private static readonly DiagnosticDescriptor UnknownOfKindDescriptor = Error("RAC2005", "Nothing of that name");
    private static readonly DiagnosticDescriptor AmbiguousNameDescriptor = Error("RAC2006", "A name with two meanings");
    private static readonly DiagnosticDescriptor NamesCollideDescriptor = Error("RAC2007", "Two names that are one name in code");
    private static readonly DiagnosticDescriptor NameWithoutLettersDescriptor = Error("RAC2008", "A name that does not begin with a letter");
    private static readonly DiagnosticDescriptor ReservedNameDescriptor = Error("RAC2009", "A name that has a meaning already");
    private static readonly DiagnosticDescriptor ElementNotInScopeDescriptor = Error("RAC2010", "A fact of an element, and no element to take it from");
    private static readonly DiagnosticDescriptor NoListOfDescriptor = Error("RAC2011", "A record of which there is no list");
    private static readonly DiagnosticDescriptor SeveralListsOfDescriptor = Error("RAC2012", "A record of which there are several lists");
    private static readonly DiagnosticDescriptor ElementInsideItselfDescriptor = Error("RAC2013", "Two elements of one name");
    private static readonly DiagnosticDescriptor UnknownDivisionDescriptor = Error("RAC2014", "A reference that leads nowhere");
    private static readonly DiagnosticDescriptor SeveralDivisionsDescriptor = Error("RAC2015", "A reference that leads to two places");
    private static readonly DiagnosticDescriptor HasNoFactsDescriptor = Error("RAC2016", "Something that has no facts of its own");
    private static readonly DiagnosticDescriptor UnknownFieldDescriptor = Error("RAC2017", "A fact that the record does not have");
    private static readonly DiagnosticDescriptor ElementIsNoValueDescriptor = Error("RAC2018", "An element where a value is needed");
    private static readonly DiagnosticDescriptor ListForElementDescriptor = Error("RAC2019", "A list where its element is meant");
    private static readonly DiagnosticDescriptor ElementForListDescriptor = Error("RAC2020", "An element where its list is meant");
    private static readonly DiagnosticDescriptor WrongElementDescriptor = Error("RAC2021", "A list of something else");
    private static readonly DiagnosticDescriptor NotARecordDescriptor = Error("RAC2022", "Something that is no record");
    private static readonly DiagnosticDescriptor NotAListDescriptor = Error("RAC2023", "Something that is no list");
    private static readonly DiagnosticDescriptor MemberNotExpectedDescriptor = Error("RAC2024", "A member of another choice");
    private static readonly DiagnosticDescriptor MemberOrFactDescriptor = Error("RAC2025", "A member and a fact of one name");
    private static readonly DiagnosticDescriptor MembersOfSeveralChoicesDescriptor = Error("RAC2026", "Members that several choices have");
    private static readonly DiagnosticDescriptor NameRepeatedDescriptor = Error("RAC2027", "A name said twice in a list");
    private static readonly DiagnosticDescriptor UnknownSubjectDescriptor = Error("RAC2028", "Nothing to expect anything of");
    private static readonly DiagnosticDescriptor DefinitionAcrossListDescriptor = Error("RAC2029", "A definition for the elements of one list");
    private static readonly DiagnosticDescriptor UnknownCurrencyDescriptor = Error("RAC2030", "Unknown currency");
    private static readonly DiagnosticDescriptor RangeBackwardsDescriptor = Error("RAC2031", "A range that runs backwards");
    private static readonly DiagnosticDescriptor NotADayOfTheWeekDescriptor = Error("RAC2032", "Not a day of the week");

    /// <param name="nearest">The name that was probably meant, or null.</param>
    /// <param name="description">What that is: "a date of testing programme (facts.rules:31)".</param>
    /// <param name="expected">The type that is needed here, where one is.</param>
    public static Diagnostic UnknownName(Location at, string name, string? nearest, string? description, RuleType? expected = null) =>
        UnknownNameDescriptor.At(at, $"There is no fact called '{name}'.",
            DidYouMean(nearest, description) ?? $"if it is a fact, declare it under 'facts': write '{name} is {(expected is null or ErrorType or SetType or ListType ? "' and what it is" : Describe.Type(expected) + "'")}; if the rules work it out, write 'define {name}'");

    /// <param name="description">What has this name: "a choice (facts.rules:3)".</param>
    public static Diagnostic NameOfOtherKind(Location at, string name, string description) =>
        UnknownNameDescriptor.At(at, $"There is no fact called '{name}': it is the name of {description}.", "name the fact that is meant");

    /// <param name="kind">What was looked for: "requirement", "term", "reading".</param>
    /// <param name="known">The names of what there is of this kind.</param>
    public static Diagnostic UnknownOfKind(Location at, string kind, string name, string? nearest, string? place, IReadOnlyList<string>? known = null) =>
        UnknownOfKindDescriptor.At(at, $"There is no {kind} called '{name}'.",
            nearest is not null ? $"did you mean '{nearest}' ({place})?"
            : known is { Count: > 0 and <= 8 } ? $"write {Describe.Or([.. known.Select(each => $"'{each}'")])}, or declare '{name}'"
            : $"declare it, in a line in the first column that begins with '{(kind == "guide or library" ? "guide" : kind)} {name}'");

    public static Diagnostic UnknownType(Location at, string name, string? nearest, string? description, string kind) =>
        UnknownTypeDescriptor.At(at, $"There is no {kind} called '{name}'.",
            DidYouMean(nearest, description) ?? (kind == "type"
                ? $"write a type of the language, such as 'a date', 'money' or 'a whole number', or declare '{name}' as a choice, a format or a record"
                : $"declare it, in a line in the first column that begins with '{kind} {name}'"));

    public static Diagnostic UnknownMember(Location at, string name, string choice, string? nearest, IReadOnlyList<string> members) =>
        UnknownMemberDescriptor.At(at, $"{choice} has no member '{name}'.",
            nearest is not null ? $"did you mean '{nearest}'?"
            : members.Count is > 0 and <= 12 ? "write " + Describe.Or([.. members.Select(member => $"'{member}'")])
            : $"write one of the members that stand under 'choice {choice}'");

    public static Diagnostic TrueOrFalse(Location at, string written, string answer) =>
        UnknownMemberDescriptor.At(at, $"The answers to a yes/no fact are yes and no, not '{written}'.", $"write '{answer}'").Replacing(answer);

    public static Diagnostic UnknownField(Location at, string name, string record, string? nearest, string? description) =>
        UnknownFieldDescriptor.At(at, $"A {record} has no fact called '{name}'.", DidYouMean(nearest, description) ?? $"declare it under '{record}': write '{name} is' and what it is");

    public static Diagnostic UnknownSubject(Location at, string name, string? nearest, string? description) =>
        UnknownSubjectDescriptor.At(at, $"There is no requirement and no definition called '{name}'.", DidYouMean(nearest, description) ?? "write the name of a requirement or a definition, or 'everything'");

    public static Diagnostic NameUsedTwice(Location at, string name, string first, Location firstPlace) =>
        NameUsedTwiceDescriptor.At(at, $"The name '{name}' is taken: it is {first}.", "choose another name", new RelatedPlace(firstPlace, $"'{name}' is declared here first."));

    public static Diagnostic FactsTwice(Location at, Location first) =>
        NameUsedTwiceDescriptor.At(at, "A guide has one 'facts', and this is the second.", $"move these lines to the first ({Names.Place(first)})", new RelatedPlace(first, "The facts are declared here."));

    public static Diagnostic NamesCollide(Location at, string name, string other, string identifier, Location place) =>
        NamesCollideDescriptor.At(at, $"'{name}' and '{other}' ({Names.Place(place)}) are both '{identifier}' in code.", "change a word of one of them", new RelatedPlace(place, $"'{other}' is declared here."));

    public static Diagnostic NameWithoutLetters(Location at, string name) =>
        NameWithoutLettersDescriptor.At(at, $"'{name}' cannot be a name in code, which begins with a letter.", "begin it with a word");

    /// <param name="meaning">What the name means already: "the date of the assessment".</param>
    public static Diagnostic ReservedName(Location at, string name, string meaning) =>
        ReservedNameDescriptor.At(at, $"Nothing can be called '{name}': that is {meaning}.", "choose another name");

    public static Diagnostic NameRepeated(Location at, string name) => NameRepeatedDescriptor.At(at, $"'{name}' is said twice.", "leave it out here");

    /// <param name="meanings">What it may be.</param>
    /// <param name="qualified">How to write those that are fields of elements: "parent's age".</param>
    /// <param name="hasOutside">True where one of the meanings is a fact of the guide itself, which has no longer form.</param>
    public static Diagnostic AmbiguousName(Location at, string name, IReadOnlyList<string> meanings, IReadOnlyList<string> qualified, bool hasOutside) =>
        AmbiguousNameDescriptor.At(at, $"'{name}' can be {Describe.Or(meanings)}.",
            (qualified.Count == 0 ? "" : "write " + Describe.Or([.. qualified.Select(words => $"'{words}'")])) + (hasOutside ? (qualified.Count == 0 ? "" : ", or ") + "give one of them another name" : ""));

    public static Diagnostic ElementNotInScope(Location at, string field, string record) =>
        ElementNotInScopeDescriptor.At(at, $"'{field}' is a fact of each {record}, and it is not said which {record} is meant.",
            $"write 'for each {record}' as a clause, or 'for some {record},' or 'for every {record},' before the condition");

    public static Diagnostic ElementIsNoValue(Location at, string name) =>
        ElementIsNoValueDescriptor.At(at, $"'{name}' is an element with facts of its own, not a value.", $"name one of its facts, as in '{name}'s' and the fact");

    public static Diagnostic ElementInsideItself(Location at, string record) =>
        ElementInsideItselfDescriptor.At(at, $"A {record} is meant here already, so that '{record}' would have two meanings.", "give this part a name of its own with 'define', outside of it");

    public static Diagnostic NoListOf(Location at, string record) =>
        NoListOfDescriptor.At(at, $"There is no list of {record} among the facts.", $"add a fact that is 'a list of {record}'");

    public static Diagnostic SeveralListsOf(Location at, string record, IReadOnlyList<string> lists) =>
        SeveralListsOfDescriptor.At(at, $"There are several lists of {record}: {Describe.And(lists)}.", $"write '{record} across {lists[0]}', or another of them");

    public static Diagnostic SeveralListsInExample(Location at, string record, IReadOnlyList<string> lists) =>
        SeveralListsOfDescriptor.At(at, $"There are several lists of {record}: {Describe.And(lists)}.", "write the name of the list instead");

    public static Diagnostic WrongElement(Location at, string element, string list, string record) =>
        WrongElementDescriptor.At(at, $"'{list}' is a list of {record}, not of {element}.", $"write '{record} across {list}'");

    public static Diagnostic ListForElement(Location at, string list, string record) =>
        ListForElementDescriptor.At(at, $"'{list}' is the list; here one of its elements is meant.", $"write '{record}'");

    public static Diagnostic ElementForList(Location at, string record, IReadOnlyList<string> lists) =>
        ElementForListDescriptor.At(at, $"'{record}' is one element; here a list is meant.", lists.Count == 0 ? null : "write " + Describe.Or([.. lists.Select(list => $"'{list}'")]));

    public static Diagnostic NotARecord(Location at, string name, string description) =>
        NotARecordDescriptor.At(at, $"'{name}' is no record: it is {description}.", "write the name of a record");

    public static Diagnostic NotAList(Location at, string name, RuleType type) =>
        NotAListDescriptor.At(at, $"'{name}' is {Describe.Type(type)}, not a list.", "write the name of a list");

    public static Diagnostic HasNoFacts(Location at, string name, RuleType type) =>
        HasNoFactsDescriptor.At(at, $"'{name}' is {Describe.Type(type)}, which has no facts of its own.", "write 's after an element or after a fact that is a record");

    /// <param name="wanted">The choice of the other side, or null.</param>
    /// <param name="type">The type of the other side, where it is no choice; null when there is none.</param>
    public static Diagnostic MemberNotExpected(Location at, string member, string choice, string? wanted, RuleType? type) =>
        MemberNotExpectedDescriptor.At(at,
            wanted is not null && wanted != choice ? $"'{member}' is a member of {choice}, and here one of {wanted} is needed."
            : type is not null && type is not ChoiceType ? $"'{member}' is a member of {choice}, and here {Describe.Type(type)} is needed."
            : $"'{member}' is a member of {choice}; alone it says nothing.",
            $"write which fact it is about, then 'is {member}'");

    public static Diagnostic MemberOrFact(Location at, string name, string choice, Location fact) =>
        MemberOrFactDescriptor.At(at, $"'{name}' is a member of {choice} and also a fact ({Names.Place(fact)}) that is a {choice}.", "give one of them another name", new RelatedPlace(fact, "The fact is declared here."));

    public static Diagnostic MembersOfSeveralChoices(Location at, string member, IReadOnlyList<string> choices) =>
        MembersOfSeveralChoicesDescriptor.At(at, $"'{member}' is a member of {Describe.And(choices)}, and nothing here says which is meant.", "give the members of one of them other names");

    public static Diagnostic DefinitionAcrossList(Location at, string record) =>
        DefinitionAcrossListDescriptor.At(at, $"A definition for each {record} belongs to the record, in whatever list it stands.", "leave out 'across' and the list");

    public static Diagnostic UnknownDivision(Location at, string source, string? kind, string locator, string? nearest, string place) =>
        UnknownDivisionDescriptor.At(at, $"The outline of {source} has no {(kind is null ? "" : kind + " ")}{locator}, and nothing that {locator} stands under.",
            nearest is null ? $"check the reference, or add the division to the outline ({place})" : $"did you mean '{nearest}' ({place})? Else add the division to the outline.");

    public static Diagnostic UnknownEndOfRange(Location at, string source, string? kind, string locator, string? nearest, string place) =>
        UnknownDivisionDescriptor.At(at, $"A range begins and ends with divisions that the outline lists, and {source} has no {(kind is null ? "" : kind + " ")}{locator} there.",
            nearest is null ? $"check the reference, or add the division to the outline ({place})" : $"did you mean '{nearest}' ({place})? Else add the division to the outline.");

    public static Diagnostic SeveralDivisions(Location at, string source, string locator, IReadOnlyList<string> kinds) =>
        SeveralDivisionsDescriptor.At(at, $"{source} has several divisions {locator}: {Describe.And(kinds)}.", "write " + Describe.Or([.. kinds.Select(kind => $"'{source} {kind} {locator}'")]));

    public static Diagnostic RangeBackwards(Location at, string first, string last, string source) =>
        RangeBackwardsDescriptor.At(at, $"{last} does not come after {first} in the outline of {source}.", $"write the range from its first to its last division");

    public static Diagnostic UnknownCurrency(Location at, string code, IReadOnlyList<string> known) =>
        UnknownCurrencyDescriptor.At(at, $"'{code}' is no currency whose sign rules can write.", "write one of " + Describe.Or(known));

    public static Diagnostic NotADayOfTheWeek(Location at, string name) =>
        NotADayOfTheWeekDescriptor.At(at, $"'{name}' is no day of the week.", "write days such as 'Saturday and Sunday'");

    private static string? DidYouMean(string? nearest, string? description) =>
        nearest is null ? null : $"did you mean '{nearest}'? It is {description}.";
}
