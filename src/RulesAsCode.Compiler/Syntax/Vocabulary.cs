namespace RulesAsCode.Compiler.Syntax;

/// <summary>Words that are reserved in one kind of clause only.</summary>
[Flags]
internal enum ClauseWords
{
    None = 0,
    /// <summary><c>yes/no</c>, <c>set of</c>, <c>list of</c>, <c>or none</c>.</summary>
    Types = 1,
    /// <summary><c>from</c> before a date.</summary>
    From = 2,
    /// <summary><c>to</c>.</summary>
    To = 4,
    /// <summary><c>until the end of</c>.</summary>
    Until = 8,
    /// <summary><c>within</c> before a number.</summary>
    Within = 16,
    /// <summary><c>every page</c>, <c>the timeline</c>.</summary>
    Places = 32,
    /// <summary>The words of <c>is (not)</c>: the clause begins as if <c>is</c> stood before it.</summary>
    AfterIs = 64,
}

/// <summary>Reserved words and phrases, said once (language reference, "Names").</summary>
internal static class Vocabulary
{
    /// <summary>A phrase: its words, its kind, and where it counts.</summary>
    internal sealed record Phrase(string[] Words, SyntaxKind Kind, bool OnlyWhereNameBegins = false, bool OnlyAfterIs = false, ClauseWords Clause = ClauseWords.None);

    private static readonly Dictionary<string, SyntaxKind> ReservedWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = SyntaxKind.AndKeyword, ["or"] = SyntaxKind.OrKeyword, ["not"] = SyntaxKind.NotKeyword,
        ["is"] = SyntaxKind.IsKeyword, ["are"] = SyntaxKind.IsKeyword,
        ["include"] = SyntaxKind.IncludeKeyword, ["includes"] = SyntaxKind.IncludeKeyword,
        ["before"] = SyntaxKind.BeforeKeyword, ["after"] = SyntaxKind.AfterKeyword, ["across"] = SyntaxKind.AcrossKeyword,
        ["where"] = SyntaxKind.WhereKeyword, ["when"] = SyntaxKind.WhenKeyword, ["unless"] = SyntaxKind.UnlessKeyword,
        ["otherwise"] = SyntaxKind.OtherwiseKeyword, ["than"] = SyntaxKind.ThanKeyword, ["then"] = SyntaxKind.ThenKeyword,
    };

    private static readonly Dictionary<string, List<Phrase>> PhrasesByFirstWord = Index(
    [
        Anywhere("on or before", SyntaxKind.OnOrBefore), Anywhere("on or after", SyntaxKind.OnOrAfter),
        Anywhere("at least", SyntaxKind.AtLeast), Anywhere("at most", SyntaxKind.AtMost),
        Anywhere("more than", SyntaxKind.MoreThan), Anywhere("less than", SyntaxKind.LessThan),
        Anywhere("one of", SyntaxKind.OneOf), Anywhere("as at", SyntaxKind.AsAt),
        Anywhere("do not include", SyntaxKind.DoNotInclude), Anywhere("does not include", SyntaxKind.DoNotInclude),
        Beginning("for every", SyntaxKind.ForEvery), Beginning("for some", SyntaxKind.ForSome), Beginning("for no", SyntaxKind.ForNo),
        Beginning("sum of", SyntaxKind.SumOf), Beginning("count of", SyntaxKind.CountOf),
        Beginning("largest of", SyntaxKind.LargestOf), Beginning("smallest of", SyntaxKind.SmallestOf),
        Beginning("earliest of", SyntaxKind.EarliestOf), Beginning("latest of", SyntaxKind.LatestOf),
        Beginning("larger of", SyntaxKind.LargerOf), Beginning("smaller of", SyntaxKind.SmallerOf),
        Beginning("earlier of", SyntaxKind.EarlierOf), Beginning("later of", SyntaxKind.LaterOf),
        Beginning("all of", SyntaxKind.AllOf), Beginning("any of", SyntaxKind.AnyOf), Beginning("none of", SyntaxKind.NoneOf),
        Beginning("whole years between", SyntaxKind.WholeYearsBetween), Beginning("whole months between", SyntaxKind.WholeMonthsBetween),
        Beginning("days between", SyntaxKind.DaysBetween),
        Beginning("first working day on or after", SyntaxKind.FirstWorkingDayOnOrAfter),
        Beginning("last working day on or before", SyntaxKind.LastWorkingDayOnOrBefore),
        new(["within"], SyntaxKind.Within, OnlyAfterIs: true), new(["between"], SyntaxKind.Between, OnlyAfterIs: true),
        new(["given"], SyntaxKind.Given, OnlyAfterIs: true), new(["none"], SyntaxKind.NoneWord, OnlyAfterIs: true),
        new(["empty"], SyntaxKind.Empty, OnlyAfterIs: true),
        new(["from"], SyntaxKind.FromWord, Clause: ClauseWords.From), new(["to"], SyntaxKind.ToWord, Clause: ClauseWords.To),
        new(["until", "the", "end", "of"], SyntaxKind.UntilTheEndOf, Clause: ClauseWords.Until),
        new(["within"], SyntaxKind.Within, Clause: ClauseWords.Within),
        new(["set", "of"], SyntaxKind.SetOf, OnlyWhereNameBegins: true, Clause: ClauseWords.Types),
        new(["list", "of"], SyntaxKind.ListOf, OnlyWhereNameBegins: true, Clause: ClauseWords.Types),
        new(["or", "none"], SyntaxKind.OrNone, Clause: ClauseWords.Types),
        new(["none"], SyntaxKind.NoneWord, OnlyWhereNameBegins: true, Clause: ClauseWords.From),
        new(["every", "page"], SyntaxKind.EveryPage, OnlyWhereNameBegins: true, Clause: ClauseWords.Places),
        new(["the", "timeline"], SyntaxKind.TheTimeline, OnlyWhereNameBegins: true, Clause: ClauseWords.Places),
    ]);

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The kinds of division of a source, lower case.</summary>
    public static IReadOnlyList<string> DivisionKinds { get; } =
        ["section", "appendix", "annex", "schedule", "part", "chapter", "article", "regulation", "paragraph", "item"];

    /// <summary>The reserved words that no name holds without backticks.</summary>
    public static IEnumerable<string> AllReservedWords => ReservedWords.Keys;

    /// <summary>The reserved phrases that count anywhere in a name.</summary>
    public static IEnumerable<string> PhrasesAnywhere => PhrasesByFirstWord.Values.SelectMany(phrases => phrases)
        .Where(phrase => phrase is { OnlyAfterIs: false, OnlyWhereNameBegins: false, Clause: ClauseWords.None }).Select(phrase => string.Join(" ", phrase.Words));

    public static bool TryGetReservedWord(string word, out SyntaxKind kind) => ReservedWords.TryGetValue(word, out kind);

    /// <summary>Phrases that begin with a word, the longest first.</summary>
    public static IReadOnlyList<Phrase> PhrasesFrom(string word) => PhrasesByFirstWord.TryGetValue(word, out List<Phrase>? phrases) ? phrases : [];

    /// <summary>The number of a month's full English name in any case, from 1; 0 for another word.</summary>
    public static int MonthOf(string word) => Array.FindIndex(Months, month => string.Equals(month, word, StringComparison.OrdinalIgnoreCase)) + 1;

    /// <summary>The name of a month, from 1, with its capital.</summary>
    public static string MonthName(int month) => char.ToUpperInvariant(Months[month - 1][0]) + Months[month - 1].Substring(1);

    private static Phrase Anywhere(string words, SyntaxKind kind) => new(words.Split(' '), kind);

    private static Phrase Beginning(string words, SyntaxKind kind) => new(words.Split(' '), kind, OnlyWhereNameBegins: true);

    private static Dictionary<string, List<Phrase>> Index(IEnumerable<Phrase> phrases) =>
        phrases.GroupBy(phrase => phrase.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToList(), StringComparer.OrdinalIgnoreCase);
}
