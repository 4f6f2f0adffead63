using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>The words in which messages speak of what is declared.</summary>
internal static class Describe
{
    private const int LongestQuotation = 60;

    /// <summary>"a date of testing programme (facts.rules:31)".</summary>
    internal static string Symbol(Symbol symbol) => Kind(symbol) + " (" + Names.Place(symbol.Location) + ")";

    internal static string Kind(Symbol symbol) => symbol switch
    {
        Field { Type.IsError: true } field => "a fact of " + field.Record.Name,
        Field { Type: YesNoType } field => "a yes/no fact of " + field.Record.Name,
        Field { Type: TextType } field => "a text of " + field.Record.Name,
        Field { Type: MoneyType } field => "an amount of money of " + field.Record.Name,
        Field field => Type(field.Type) + " of " + field.Record.Name,
        Definition { Element: { } element } => "a definition for each " + element.Name,
        Definition => "a definition",
        Parameter => "a parameter",
        Record { IsFacts: true } => "the name of the facts",
        Record => "a record",
        ChoiceMember member => "a member of " + member.Choice.Name,
        Division division => Article(division.Kind) + " of " + division.Source.Name,
        _ => Article(Noun(symbol)),
    };

    internal static string Noun(Symbol symbol) => symbol switch
    {
        Guide => "guide",
        Library => "library",
        Source => "source",
        Term => "term",
        Choice => "choice",
        Format => "format",
        Calendar => "calendar",
        Requirement => "requirement",
        Reading => "reading",
        Timeline => "timeline",
        Disclaimer => "disclaimer",
        Contact => "contact",
        _ => "name",
    };

    /// <summary>A type with its article: "a date", "money", "an EUI-64".</summary>
    internal static string Type(RuleType type) => type is YesNoType or TextType or MoneyType ? type.Name : Article(type.Name);

    internal static string Article(string noun) =>
        (noun.Length > 0 && "AEIOUaeiou".IndexOf(noun[0]) >= 0 && !noun.StartsWith("User", StringComparison.OrdinalIgnoreCase) ? "an " : "a ") + noun;

    /// <summary>What the rule says at a place, on one line and not too long.</summary>
    internal static string Words(Location location)
    {
        string text = location.Source.ToString(location.Span);
        string words = string.Join(" ", text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= LongestQuotation ? words : words.Substring(0, LongestQuotation - 1) + "…";
    }

    /// <summary>"A, B or C".</summary>
    internal static string Or(IReadOnlyList<string> words) => Join(words, "or");

    internal static string And(IReadOnlyList<string> words) => Join(words, "and");

    private static string Join(IReadOnlyList<string> words, string last) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " " + last + " " + words[words.Count - 1],
    };
}
