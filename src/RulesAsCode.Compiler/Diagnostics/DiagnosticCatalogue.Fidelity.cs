using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Diagnostics;

// 41xx: what a rule says against the words of the law that it quotes.
public static partial class DiagnosticCatalogue
{
    private static readonly DiagnosticDescriptor WordsContradictQuoteDescriptor = Error("RAC4101", "The rule compares otherwise than its quote");
    private static readonly DiagnosticDescriptor NumberContradictsQuoteDescriptor = Error("RAC4102", "The rule has another number than its quote");
    private static readonly DiagnosticDescriptor DaysContradictQuoteDescriptor = Error("RAC4103", "The rule counts other days than its quote");

    /// <param name="rule">The rule's comparison: "at least 60 days after".</param>
    /// <param name="quote">The quoted words: "over 60 days".</param>
    /// <param name="instead">The phrase by which the rule would agree, or null.</param>
    public static Diagnostic WordsContradictQuote(Location at, string rule, string quote, Location quotePlace, string? instead) =>
        WordsContradictQuoteDescriptor.At(at, $"The quoted words say '{quote}' and the rule says '{rule}': the two differ where both are equal.",
            instead is null ? "say in the rule what the quoted words say, or quote the words that the rule follows" : $"write '{instead}' here, or quote the words that the rule follows",
            new RelatedPlace(quotePlace, $"The quoted words say '{quote}'."));

    public static Diagnostic NumberContradictsQuote(Location at, string rule, string quote, Location quotePlace) =>
        NumberContradictsQuoteDescriptor.At(at, $"The quoted words say '{quote}' and the rule says '{rule}': the numbers differ.", "correct the number in the rule, or the quote",
            new RelatedPlace(quotePlace, $"The quoted words say '{quote}'."));

    public static Diagnostic DaysContradictQuote(Location at, string rule, string quote, Location quotePlace) =>
        DaysContradictQuoteDescriptor.At(at, $"The quoted words say '{quote}' and the rule says '{rule}': these are other days.", "count the days in the rule that the quoted words name, or correct the quote",
            new RelatedPlace(quotePlace, $"The quoted words say '{quote}'."));
}
