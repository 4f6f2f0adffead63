using System.Collections.Immutable;

namespace RulesAsCode.Compiler.Fidelity;

/// <summary>What a comparison phrase of a legal text says. Which limit a phrase of time is depends on the direction of what follows it.</summary>
internal enum PhraseMeaning
{
    AtLeast, AtMost, MoreThan, LessThan,
    /// <summary>On a date or sooner.</summary>
    NotLater,
    /// <summary>On a date or later.</summary>
    NotEarlier,
    Earlier, Later,
    /// <summary>Ends that a text may or may not take in: "between", "from … to".</summary>
    Range,
}

/// <param name="Words">Lower case, as they stand in a text.</param>
/// <param name="Meaning">What they say of the measure.</param>
/// <param name="IsAfterMeasure">True for "60 days or more", where the measure comes first.</param>
/// <param name="IsCertain">False where the words have other uses ("under section 4", "after the vote"): they count only with a measure or a name of the rule behind them.</param>
internal sealed record ComparisonPhrase(ImmutableArray<string> Words, PhraseMeaning Meaning, bool IsAfterMeasure, bool IsCertain);

/// <summary>The closed table of the phrases by which legal texts compare (language reference, "Fidelity to the law").</summary>
internal static class ComparisonPhrases
{
    /// <summary>All phrases, those of more words first, so that the first that fits is the one that was meant.</summary>
    internal static ImmutableArray<ComparisonPhrase> All { get; } =
    [
        .. new[]
        {
            Before(PhraseMeaning.AtLeast, "at least", "not less than", "no less than", "not fewer than", "no fewer than", "not lower than", "not shorter than", "not under", "not below", "a minimum of", "minimum of"),
            Before(PhraseMeaning.AtMost, "at most", "not more than", "no more than", "not greater than", "no greater than", "not longer than", "no longer than", "not higher than", "not exceeding", "not exceed", "not over", "not above", "not in excess of", "up to", "a maximum of", "maximum of", "within"),
            Before(PhraseMeaning.MoreThan, "more than", "greater than", "higher than", "longer than", "older than", "exceeds", "exceed", "exceeded", "exceeding", "in excess of"),
            Before(PhraseMeaning.LessThan, "less than", "fewer than", "lower than", "shorter than", "younger than"),
            Before(PhraseMeaning.NotLater, "not later than", "no later than", "on or before", "not after"),
            Before(PhraseMeaning.NotEarlier, "not earlier than", "no earlier than", "not sooner than", "no sooner than", "on or after", "not before"),
            Before(PhraseMeaning.Range, "between", "from"),
            Unsure(PhraseMeaning.MoreThan, "over", "above"),
            Unsure(PhraseMeaning.LessThan, "under", "below"),
            Unsure(PhraseMeaning.Earlier, "before", "earlier than", "prior to"),
            Unsure(PhraseMeaning.Later, "after", "later than"),
            After(PhraseMeaning.AtLeast, "or more", "or over", "or above", "or older", "or greater", "or longer", "or higher", "and over", "and above", "and upwards"),
            After(PhraseMeaning.AtMost, "or less", "or fewer", "or under", "or below", "or younger", "or shorter", "or lower", "and under"),
        }.SelectMany(row => row).OrderByDescending(phrase => phrase.Words.Length),
    ];

    private static readonly ILookup<string, ComparisonPhrase> ByFirstWord = All.ToLookup(phrase => phrase.Words[0], StringComparer.Ordinal);

    /// <summary>The phrases with this first word, in the same order.</summary>
    internal static IEnumerable<ComparisonPhrase> BeginningWith(string word) => ByFirstWord[word];

    private static IEnumerable<ComparisonPhrase> Before(PhraseMeaning meaning, params string[] phrases) => Row(meaning, isAfterMeasure: false, isCertain: true, phrases);

    private static IEnumerable<ComparisonPhrase> Unsure(PhraseMeaning meaning, params string[] phrases) => Row(meaning, isAfterMeasure: false, isCertain: false, phrases);

    private static IEnumerable<ComparisonPhrase> After(PhraseMeaning meaning, params string[] phrases) => Row(meaning, isAfterMeasure: true, isCertain: true, phrases);

    private static IEnumerable<ComparisonPhrase> Row(PhraseMeaning meaning, bool isAfterMeasure, bool isCertain, string[] phrases) =>
        phrases.Select(phrase => new ComparisonPhrase([.. phrase.Split(' ')], meaning, isAfterMeasure, isCertain));
}
