using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Diagnostics;

// 9xxx: what compiles and is still worth a look. The second digit of the four is the category (see LintCategory).
public static partial class DiagnosticCatalogue
{
    // 90xx: what nothing uses.
    private static readonly DiagnosticDescriptor UnusedFactDescriptor = Warning("RAC9001", "A fact that no rule reads");
    private static readonly DiagnosticDescriptor UnusedDefinitionDescriptor = Warning("RAC9002", "A definition that no rule uses");
    private static readonly DiagnosticDescriptor UnusedParameterDescriptor = Warning("RAC9003", "A parameter that no rule uses");
    private static readonly DiagnosticDescriptor UnusedTypeDescriptor = Warning("RAC9004", "A choice, a format or a record that no fact has");
    private static readonly DiagnosticDescriptor UnusedReadingDescriptor = Warning("RAC9005", "A reading that no rule names");
    private static readonly DiagnosticDescriptor UnusedTermDescriptor = Information("RAC9006", "A term that no text of the guide uses");

    // 91xx: the words of the law.
    private static readonly DiagnosticDescriptor QuoteNeedsReadingDescriptor = Warning("RAC9101", "A quoted number without a word that compares");
    private static readonly DiagnosticDescriptor DaysNeedReadingDescriptor = Warning("RAC9102", "The rule counts days that the quote does not name");
    private static readonly DiagnosticDescriptor BareNumberDescriptor = Warning("RAC9103", "A number that no quote has");
    private static readonly DiagnosticDescriptor CountedTheOtherWayDescriptor = Warning("RAC9104", "The rule counts the other way round");
    private static readonly DiagnosticDescriptor QuoteTurnedRoundDescriptor = Warning("RAC9105", "The rule asks for what the quote excludes");

    // 92xx: the outline of the law.
    private static readonly DiagnosticDescriptor DivisionWithoutRequirementDescriptor = Information("RAC9201", "A part of the law that no requirement cites");
    private static readonly DiagnosticDescriptor DivisionHasStatusDescriptor = Information("RAC9202", "A cited part of the law that is not simply in force");

    // 93xx: what readers see.
    private static readonly DiagnosticDescriptor FactWithoutQuestionDescriptor = Warning("RAC9301", "A fact without a question");
    private static readonly DiagnosticDescriptor ToDoLeftDescriptor = Warning("RAC9302", "A note of work to be done");

    // 94xx: names.
    private static readonly DiagnosticDescriptor NearlySameNamesDescriptor = Warning("RAC9401", "Two names that are nearly the same");
    private static readonly DiagnosticDescriptor SpelledOtherwiseDescriptor = Information("RAC9402", "A name not spelled as it is declared");

    // 95xx: characters.
    private static readonly DiagnosticDescriptor MixedLettersDescriptor = Warning("RAC9501", "A word of letters that only look alike");
    private static readonly DiagnosticDescriptor InvisibleCharacterDescriptor = Warning("RAC9502", "A character that cannot be seen");
    private static readonly DiagnosticDescriptor UnusualBlankDescriptor = Warning("RAC9503", "A blank that is no ordinary one");

    private static readonly DiagnosticDescriptor NotFormattedDescriptor = Information("RAC9504", "A file that is laid out in another way");

    // 96xx: conditions.
    private static readonly DiagnosticDescriptor ConstantConditionDescriptor = Warning("RAC9601", "A condition that no fact changes");
    private static readonly DiagnosticDescriptor DoubleNegativeDescriptor = Warning("RAC9602", "Two negatives that could be none");
    private static readonly DiagnosticDescriptor SameRequirementDescriptor = Warning("RAC9603", "Two requirements that say the same");
    private static readonly DiagnosticDescriptor SameCriterionDescriptor = Warning("RAC9604", "A criterion that stands there twice");

    // 97xx: examples.
    private static readonly DiagnosticDescriptor OutcomeWithoutExampleDescriptor = Warning("RAC9701", "An outcome that no example reaches");
    private static readonly DiagnosticDescriptor ConditionWithoutExampleDescriptor = Information("RAC9702", "A condition that no example shows to matter");
    private static readonly DiagnosticDescriptor BoundaryWithoutExampleDescriptor = Information("RAC9703", "A boundary that no example touches");

    // 98xx: allowing lints, and their levels.
    private static readonly DiagnosticDescriptor AllowWithoutReasonDescriptor = Error("RAC9801", "A lint is allowed without a reason");
    private static readonly DiagnosticDescriptor UnknownCodeDescriptor = Error("RAC9802", "There is no such code");
    private static readonly DiagnosticDescriptor NotALintDescriptor = Error("RAC9803", "An error of the language cannot be allowed");
    private static readonly DiagnosticDescriptor AllowNotNeededDescriptor = Warning("RAC9804", "Nothing is found that is allowed here");
    private static readonly DiagnosticDescriptor NoSuchLevelLineDescriptor = Error("RAC9811", "A line that sets no level");
    private static readonly DiagnosticDescriptor LevelTwiceDescriptor = Error("RAC9812", "A level that is set twice");
    private static readonly DiagnosticDescriptor SecondLevelsFileDescriptor = Error("RAC9813", "A second file of levels");

    /// <summary>The code of <see cref="DivisionWithoutRequirement"/>.</summary>
    internal static string CodeOfDivisionWithoutRequirement => DivisionWithoutRequirementDescriptor.Code;

    /// <summary>The code of <see cref="NotFormatted"/>.</summary>
    internal static string CodeOfNotFormatted => NotFormattedDescriptor.Code;

    public static Diagnostic UnusedFact(Location at, string name, string record) =>
        UnusedFactDescriptor.At(at, $"No rule reads '{name}' of {record}: whoever answers it answers for nothing.", "leave it out, or use it in the rule that it was meant for");

    public static Diagnostic UnusedDefinition(Location at, string name) =>
        UnusedDefinitionDescriptor.At(at, $"Nothing uses the definition '{name}'.", "leave it out, or use it in the rule that it was meant for");

    public static Diagnostic UnusedParameter(Location at, string name) =>
        UnusedParameterDescriptor.At(at, $"Nothing uses the parameter '{name}'.", "leave it out, or use it in the rule that it was meant for");

    /// <param name="kind">"choice", "format", "record".</param>
    public static Diagnostic UnusedType(Location at, string kind, string name) =>
        UnusedTypeDescriptor.At(at, $"No fact is {(kind == "choice" ? "a choice" : "of the " + kind)} '{name}'.", "leave it out, or declare the fact that it was meant for");

    public static Diagnostic UnusedReading(Location at, string name) =>
        UnusedReadingDescriptor.At(at, $"No rule stands on the reading '{name}', so that no reader is told of it.", $"add 'reading {name}' under the rule that it settles, or leave it out");

    public static Diagnostic UnusedTerm(Location at, string name) =>
        UnusedTermDescriptor.At(at, $"No text of the guide uses the term '{name}'.", "leave it out, or use it where it is meant");

    public static Diagnostic QuoteNeedsReading(Location at, string quote, string rule, Location rulePlace) =>
        QuoteNeedsReadingDescriptor.At(at, $"The quoted words say '{quote}' and not how to compare; the rule says '{rule}'.", "say with a 'reading' why the rule compares as it does",
            new RelatedPlace(rulePlace, $"The rule says '{rule}'."));

    public static Diagnostic DaysNeedReading(Location at, string quote, string rule, Location rulePlace) =>
        DaysNeedReadingDescriptor.At(at, $"The quoted words say '{quote}' and the rule says '{rule}'.", "say with a 'reading' why the rule counts these days",
            new RelatedPlace(rulePlace, $"The rule says '{rule}'."));

    public static Diagnostic BareNumber(Location at, string number, string requirement) =>
        BareNumberDescriptor.At(at, $"'{number}' stands in none of the words that '{requirement}' quotes.", "quote the words that it comes from, or make it a 'parameter' with a 'see' of its own");

    /// <param name="quoteDirection">"before" or "after".</param>
    public static Diagnostic CountedTheOtherWay(Location at, string rule, string quote, string quoteDirection, Location quotePlace) =>
        CountedTheOtherWayDescriptor.At(at, $"The quoted words say '{quote}' … {quoteDirection}, and the rule says '{rule}': the two can come to different days.",
            "count in the rule as the quoted words do, or say with a 'reading' why not", new RelatedPlace(quotePlace, $"The quoted words say '{quote}' … {quoteDirection}."));

    public static Diagnostic QuoteTurnedRound(Location at, string rule, string quote, Location quotePlace) =>
        QuoteTurnedRoundDescriptor.At(at, $"The quoted words say '{quote}', and the rule says '{rule}', the opposite.", "say in the rule what the quoted words say, or quote as much as shows that the opposite is meant",
            new RelatedPlace(quotePlace, $"The quoted words say '{quote}'."));

    public static Diagnostic DivisionWithoutRequirement(Location at, string division) =>
        DivisionWithoutRequirementDescriptor.At(at, $"No requirement cites {division}, and it is not said that none is meant to.", "add a 'see' line to the requirement that covers it, or 'not modelled' and the reason here");

    public static Diagnostic DivisionHasStatus(Location at, string reference, string status, Location divisionPlace) =>
        DivisionHasStatusDescriptor.At(at, $"The status of {reference} is: {status}.", "make sure that the rule may stand on it", new RelatedPlace(divisionPlace, "The status is said here."));

    public static Diagnostic FactWithoutQuestion(Location at, string name) =>
        FactWithoutQuestionDescriptor.At(at, $"'{name}' has no question, so that readers are asked for it by its bare name.", "add 'ask' and the question under it");

    public static Diagnostic ToDoLeft(Location at, string word) =>
        ToDoLeftDescriptor.At(at, $"'{word}' says that something is still to be done.", "do it, or take the note out");

    public static Diagnostic NearlySameNames(Location at, string name, string other, Location otherPlace) =>
        NearlySameNamesDescriptor.At(at, $"'{name}' and '{other}' are nearly the same name, and one may be taken for the other.", "give one of them a name that tells it apart, or leave one out",
            new RelatedPlace(otherPlace, $"'{other}' is declared here."));

    public static Diagnostic SpelledOtherwise(Location at, string written, string declared, Location declaredPlace) =>
        SpelledOtherwiseDescriptor.At(at, $"'{written}' is declared as '{declared}'.", $"write '{declared}'", new RelatedPlace(declaredPlace, "It is declared here.")).Replacing(declared);

    /// <param name="plain">The word in letters of one alphabet; null where other letters stand in it as well.</param>
    public static Diagnostic MixedLetters(Location at, string word, string letters, string alphabet, string? plain)
    {
        Diagnostic diagnostic = MixedLettersDescriptor.At(at, $"'{word}' mixes alphabets: {letters} {(letters.Length == 1 ? "is a letter" : "are letters")} of the {alphabet} alphabet and look{(letters.Length == 1 ? "s" : "")} like others.", "type the word anew");
        return plain is null ? diagnostic : diagnostic.Replacing(plain);
    }

    /// <param name="name">What it is: "a mark that turns the direction of writing".</param>
    public static Diagnostic InvisibleCharacter(Location at, string name, string code) =>
        InvisibleCharacterDescriptor.At(at, $"Here stands {name} ({code}), which nobody can see.", "take it out").Replacing("");

    public static Diagnostic UnusualBlank(Location at, string name, string code) =>
        UnusualBlankDescriptor.At(at, $"This blank is {name} ({code}).", "put an ordinary blank in its place").Replacing(" ");

    public static Diagnostic NotFormatted(Location at, IEnumerable<TextEdit> layout) =>
        NotFormattedDescriptor.At(at, "From here on the file is not laid out as 'rules fmt' lays it out.", "run 'rules fmt' on it").With([.. layout]);

    /// <param name="isTrue">Whether it always holds, or never.</param>
    public static Diagnostic ConstantCondition(Location at, string condition, bool isTrue, string why) =>
        ConstantConditionDescriptor.At(at, $"'{condition}' {(isTrue ? "always" : "never")} holds: {why}.", "correct it, or leave it out");

    /// <param name="standsAlone">Whether the words can stand wherever the condition stands, whatever is around it.</param>
    public static Diagnostic DoubleNegative(Location at, string condition, string instead, bool standsAlone)
    {
        Diagnostic diagnostic = DoubleNegativeDescriptor.At(at, $"'{condition}' denies what is denied already.", $"write '{instead}'");
        return standsAlone ? diagnostic.Replacing(instead) : diagnostic;
    }

    public static Diagnostic SameRequirement(Location at, string name, string other, Location otherPlace) =>
        SameRequirementDescriptor.At(at, $"'{name}' says word for word what '{other}' says.", "leave one of them out, or correct the one that was copied", new RelatedPlace(otherPlace, $"'{other}' is declared here."));

    public static Diagnostic SameCriterion(Location at, string letter, Location otherPlace) =>
        SameCriterionDescriptor.At(at, $"This is criterion ({letter}) once more.", "leave one of them out, or correct the one that was copied", new RelatedPlace(otherPlace, "It stands here first."));

    public static Diagnostic OutcomeWithoutExample(Location at, string requirement, IReadOnlyList<string> outcomes) =>
        OutcomeWithoutExampleDescriptor.At(at, $"No example shows '{requirement}' to be {Join(outcomes)}.", "add an example that expects it; 'rules test --coverage' shows the whole table");

    public static Diagnostic ConditionWithoutExample(Location at, string condition, string whose) =>
        ConditionWithoutExampleDescriptor.At(at, $"In no example does '{condition}' alone decide {whose}.", "add an example in which all else is as it should be, and this is not");

    /// <param name="cases">"just below", "at", "just above".</param>
    /// <param name="end">"first" or "last" where the comparison has two ends.</param>
    /// <param name="example">An example to add, or null.</param>
    public static Diagnostic BoundaryWithoutExample(Location at, string comparison, string? end, IReadOnlyList<string> cases, string? example) =>
        BoundaryWithoutExampleDescriptor.At(at, $"No example is {Join(cases)} the {(end is null ? "boundary" : end + " end")} of '{comparison}'.", example is null ? "add an example for each" : "add\n" + example);

    public static Diagnostic AllowWithoutReason(Location at, string code) =>
        AllowWithoutReasonDescriptor.At(at, $"It is not said why {code} is allowed here.", $"write 'allow {code}: ' and the reason");

    public static Diagnostic UnknownCode(Location at, string code, string? nearest) =>
        UnknownCodeDescriptor.At(at, $"There is no lint '{code}'.", nearest is null ? "see the list of lints in the language reference" : $"did you mean '{nearest}'?");

    public static Diagnostic NotALint(Location at, string code, string title) =>
        NotALintDescriptor.At(at, $"{code} ({title}) is an error: rules that have one do not compile, and no comment and no level changes that.", "correct the rule, and leave this line out");

    public static Diagnostic AllowNotNeeded(Location at, string code, TextEdit removal) =>
        AllowNotNeededDescriptor.At(at, $"{code} is allowed here, and there is none.", "leave it out").With(removal);

    public static Diagnostic NoSuchLevelLine(Location at, string words) =>
        NoSuchLevelLineDescriptor.At(at, $"'{words}' sets no level.", "write a code or a category and its level, such as 'RAC9301 off': off, information, warning or error; categories are " + Join(Linting.LintCategories.All.Select(category => "'" + category + "'").ToList()));

    public static Diagnostic LevelTwice(Location at, string code, Location first) =>
        LevelTwiceDescriptor.At(at, $"The level of '{code}' is set already.", $"leave one of the two lines out ({Semantics.Names.Place(first)})", new RelatedPlace(first, "It is set here first."));

    public static Diagnostic SecondLevelsFile(Location at, string first) =>
        SecondLevelsFileDescriptor.At(at, $"'{first}' sets the levels of these rules already, and rules that are checked together have one file of levels.", "put all levels into one file");

    private static string Join(IReadOnlyList<string> items) => Primitives.ValueText.Series(items, "and");
}
