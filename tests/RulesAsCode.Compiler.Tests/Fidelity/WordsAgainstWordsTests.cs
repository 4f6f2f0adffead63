using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Fidelity;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Tests.Semantics;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Fidelity;

/// <summary>
/// What a rule compares, held against the words that it quotes. A row is a decision of the language reference ("Fidelity to the law"): the quote, the
/// rule under it, and the codes that are found; none where they agree, or where the quote says nothing of the comparison.
/// </summary>
public sealed class WordsAgainstWordsTests
{
    private const string Contradicts = "RAC4101";
    private const string OtherNumber = "RAC4102";
    private const string OtherDays = "RAC4103";
    private const string NeedsReading = "RAC9101";
    private const string DaysNeedReading = "RAC9102";
    private const string BareNumber = "RAC9103";
    private const string OtherWay = "RAC9104";
    private const string TurnedRound = "RAC9105";
    private const string Nothing = "";

    // The quote stands under the clause that it is about.
    [Theory]
    // Every phrase, agreeing and not.
    [InlineData("at least 18", "score is at least 18", Nothing)]
    [InlineData("at least 18", "score is more than 18", Contradicts)]
    [InlineData("not less than 18", "score is at least 18", Nothing)]
    [InlineData("no less than 18", "score is more than 18", Contradicts)]
    [InlineData("no fewer than eighteen", "score is more than 18", Contradicts)]
    [InlineData("18 or more", "score is at least 18", Nothing)]
    [InlineData("18 or over", "score is more than 18", Contradicts)]
    [InlineData("eighteen and above", "score is at least 18", Nothing)]
    [InlineData("18 points or more", "score is more than 18", Contradicts)]
    [InlineData("a minimum of 18", "score is more than 18", Contradicts)]
    [InlineData("at most 18", "score is at most 18", Nothing)]
    [InlineData("at most 18", "score is less than 18", Contradicts)]
    [InlineData("no more than 18", "score is less than 18", Contradicts)]
    [InlineData("not more than 18", "score is at most 18", Nothing)]
    [InlineData("not exceeding 18", "score is less than 18", Contradicts)]
    [InlineData("must not exceed 18", "score is at most 18", Nothing)]
    [InlineData("up to 18", "score is less than 18", Contradicts)]
    [InlineData("18 or less", "score is less than 18", Contradicts)]
    [InlineData("18 or fewer", "score is at most 18", Nothing)]
    [InlineData("a maximum of 18", "score is at most 18", Nothing)]
    [InlineData("more than 18", "score is more than 18", Nothing)]
    [InlineData("more than 18", "score is at least 18", Contradicts)]
    [InlineData("over 18", "score is at least 18", Contradicts)]
    [InlineData("exceeds 18", "score is at least 18", Contradicts)]
    [InlineData("exceeding 18", "score is more than 18", Nothing)]
    [InlineData("in excess of 18", "score is at least 18", Contradicts)]
    [InlineData("above 18", "score is more than 18", Nothing)]
    [InlineData("less than 18", "score is less than 18", Nothing)]
    [InlineData("less than 18", "score is at most 18", Contradicts)]
    [InlineData("under 18", "score is at most 18", Contradicts)]
    [InlineData("fewer than 18", "score is less than 18", Nothing)]
    [InlineData("below 18", "score is at most 18", Contradicts)]
    [InlineData("between 10 and 20", "score is between 10 and 20", Nothing)]
    // Ends that the text may or may not take in say nothing.
    [InlineData("between 10 and 20", "score is more than 10 and score is less than 20", Nothing)]
    [InlineData("from 2 weeks to 52 weeks", "notice period is between 2 weeks and 52 weeks", Nothing)]
    // Numbers: in words, in figures, money, percentages, of age.
    [InlineData("over sixty", "score is at least 60", Contradicts)]
    [InlineData("over sixty-five", "score is at least 65", Contradicts)]
    [InlineData("over one hundred and twenty", "score is at least 120", Contradicts)]
    [InlineData("over 1,250.5", "score is at least 1,250.5", Contradicts)]
    [InlineData("over £500", "income is at least £500", Contradicts)]
    [InlineData("over £1,250.00", "income is more than £1,250", Nothing)]
    [InlineData("over 500 pounds", "income is at least £500", Contradicts)]
    [InlineData("over 500", "income is at least £500", Contradicts)]
    [InlineData("over 20%", "share is at least 20%", Contradicts)]
    [InlineData("over twenty per cent", "share is more than 20%", Nothing)]
    [InlineData("over 20 percent", "share is at least 20%", Contradicts)]
    [InlineData("has attained the age of 18 years or over", "whole years between born on and today is more than 18", Contradicts)]
    [InlineData("over the age of 18", "whole years between born on and today is at least 18", Contradicts)]
    [InlineData("18 years of age or older", "whole years between born on and today is at least 18", Nothing)]
    // What a number stands with tells which comparison is meant.
    [InlineData("over 18", "score is more than 18 and visits is at least 3", BareNumber)]
    [InlineData("at least 3 visits and over 18 points", "score is more than 18 and visits is at least 3", Nothing)]
    [InlineData("at least 3 visits and over 18 points", "score is at least 18 and visits is at least 3", Contradicts)]
    [InlineData("section 18 of the Act: over 20", "score is more than 20", Nothing)]
    [InlineData("under section 18", "score is at least 18", BareNumber)]
    // Where one of several comparisons agrees, the quote is about that one.
    [InlineData("at least 18", "score is at least 18 and visits is more than 18", Nothing)]
    // A number that differs from the only one of its kind.
    [InlineData("at least 60 days", "notice period is at least 59 days", OtherNumber)]
    [InlineData("over £500", "income is more than £5,000", OtherNumber)]
    [InlineData("at least one of them", "score is at least 18", BareNumber)]
    [InlineData("at least three months", "notice period is at least 90 days", BareNumber)]
    // Names stand for numbers.
    [InlineData("over the fee", "income is at least fee", Contradicts)]
    [InlineData("over the fee", "income is more than fee", Nothing)]
    [InlineData("not less than the debt", "income is more than debt", Contradicts)]
    [InlineData("more than the income", "income is at most debt", Contradicts)]
    [InlineData("before the date moved on", "born on is on or before moved on", Nothing)]
    [InlineData("before moved on", "born on is on or before moved on", Contradicts)]
    [InlineData("before moved on", "moved on is on or after born on", Contradicts)]
    [InlineData("before moved on", "born on is before moved on", Nothing)]
    // Without number and name, a certain phrase is about the only comparison of the clause.
    [InlineData("more than what is owed", "income is at least debt", Contradicts)]
    [InlineData("at most what is owed", "income is at most debt", Nothing)]
    [InlineData("over the moon", "income is at least debt", Nothing)]
    [InlineData("more than what is owed", "income is at least debt and share is more than 0%", Nothing)]
    // "Not" does not move the boundary, and shows that the opposite may be meant.
    [InlineData("shall not be over 18", "score is at most 18", Nothing)]
    [InlineData("shall not be over 18", "score is less than 18", Contradicts)]
    [InlineData("over 18", "not (score is at most 18)", Nothing)]
    [InlineData("over 18", "score is not more than 18", TurnedRound)]
    [InlineData("over 18", "score is at most 18", TurnedRound)]
    [InlineData("a fee is due over 18", "score is at most 18", Nothing)]
    [InlineData("over 18", "none of\n    - score is more than 18", TurnedRound)]
    // Dates.
    [InlineData("not later than 31 March 2024", "born on is on or before 31 March 2024", Nothing)]
    [InlineData("not later than 31 March 2024", "born on is before 31 March 2024", Contradicts)]
    [InlineData("on or before 31st March 2024", "born on is before 31 March 2024", Contradicts)]
    [InlineData("before 1 April 2024", "born on is on or before 1 April 2024", Contradicts)]
    [InlineData("after 1 April 2024", "born on is on or after 1 April 2024", Contradicts)]
    [InlineData("not before 1 April 2024", "born on is on or after 1 April 2024", Nothing)]
    [InlineData("on or after 1 April 2024", "born on is after 1 April 2024", Contradicts)]
    [InlineData("the vote after 5 April 2024", "born on is after 1 April 2024", OtherNumber)]
    // Distances between dates.
    [InlineData("at least 60 days after", "moved on is at least 60 days after born on", Nothing)]
    [InlineData("more than 60 days after", "moved on is at least 60 days after born on", Contradicts)]
    [InlineData("not earlier than 60 days after", "moved on is at least 60 days after born on", Nothing)]
    [InlineData("not later than 60 days after", "moved on is within 60 days after born on", Nothing)]
    [InlineData("not later than 60 days before", "moved on is at least 60 clear days before born on", DaysNeedReading)]
    [InlineData("earlier than 60 days before", "moved on is at least 60 clear days before born on", Contradicts)]
    [InlineData("within 60 days", "moved on is within 60 days after born on", Nothing)]
    [InlineData("within a month", "moved on is within 1 month after born on", Nothing)]
    [InlineData("less than 60 days after", "moved on is within 60 days after born on", Contradicts)]
    [InlineData("within the period of 60 days", "moved on is before 60 days after born on", Contradicts)]
    [InlineData("within 60 days after", "moved on is on or before 60 days after born on", Nothing)]
    [InlineData("not later than 60 days before", "moved on is on or before 60 days before born on", Nothing)]
    [InlineData("not later than 60 days before", "moved on is before 60 days before born on", Contradicts)]
    // Days: working, calendar, clear.
    [InlineData("within 10 working days", "moved on is within 10 days after born on", OtherDays)]
    [InlineData("within 10 business days", "moved on is within 10 working days after born on", Nothing)]
    [InlineData("within 10WDs", "moved on is within 10 days after born on", OtherDays)]
    [InlineData("within 10 days", "moved on is within 10 working days after born on", DaysNeedReading)]
    [InlineData("within 10 calendar days", "moved on is within 10 working days after born on", OtherDays)]
    [InlineData("within 10 calendar days", "moved on is within 10 days after born on", Nothing)]
    [InlineData("at least 10 clear days", "moved on is at least 10 days after born on", OtherDays)]
    [InlineData("at least 10 days", "moved on is at least 10 clear days after born on", DaysNeedReading)]
    [InlineData("10 clear days", "moved on is at least 10 clear days after born on", Nothing)]
    [InlineData("at least 10 working days before", "moved on is at least 10 working days after born on", OtherWay)]
    [InlineData("at least 10 days before", "moved on is at least 10 days after born on", Nothing)]
    [InlineData("at least 2 months before", "moved on is at least 2 months after born on", OtherWay)]
    // A number without a word that compares.
    [InlineData("60 days' notice", "moved on is at least 60 days after born on", NeedsReading)]
    [InlineData("sixty days’ notice", "moved on is at least 60 days after born on", NeedsReading)]
    [InlineData("the 60th day", "moved on is at least 60 days after born on", NeedsReading)]
    [InlineData("16 digits", "moved on is at least 60 days after born on", BareNumber)]
    // Numbers stand in a quote; 0 and 1 need not.
    [InlineData("words", "score is at least 59", BareNumber)]
    [InlineData("words", "score is at least 1 and visits is more than 0 and share is at most 100%", Nothing)]
    [InlineData("words", "moved on is within 1 month after born on", Nothing)]
    [InlineData("words", "income is at least fee", Nothing)]
    [InlineData("words", "born on is after 1 April 2024", Nothing)]
    [InlineData("eighteen", "score is 18", Nothing)]
    public void A_quote_under_a_clause(string quote, string condition, string expected)
    {
        Assert.Equal(expected, Codes($"""
            requirement R
              see LAW 1
              applies always
              requires that {condition}
                see LAW 2
                  quote "{quote}"

            """));
    }

    [Theory]
    // A quote of the whole requirement is about any of its conditions; which way round it puts them is not known.
    [InlineData("over 18", "score is at least 18", Contradicts)]
    [InlineData("over 18", "score is more than 18", Nothing)]
    [InlineData("over 18", "score is at most 18", Nothing)]
    [InlineData("over 18", "not (score is more than 18)", Nothing)]
    [InlineData("more than what is owed", "income is at least debt", Nothing)]
    [InlineData("over 19", "score is more than 18", BareNumber)]
    [InlineData("60 days' notice", "moved on is at least 60 days after born on", NeedsReading)]
    public void A_quote_of_the_whole_requirement(string quote, string condition, string expected)
    {
        Assert.Equal(expected, Codes($"""
            requirement R
              see LAW 1
                quote "{quote}"
              applies when tall
              requires that {condition}

            """));
    }

    [Theory]
    [InlineData("  applies when score is at least 18\n    see LAW 2\n      quote \"over 18\"\n  requires that tall", Contradicts)]
    [InlineData("  applies always\n  unless score is at least 18\n    see LAW 2\n      quote \"over 18\"\n  requires that tall", Contradicts)]
    [InlineData("  applies always\n  unless score is more than 18\n    see LAW 2\n      quote \"over 18\"\n  requires that tall", Nothing)]
    [InlineData("  applies always\n  requires that tall\n    unless score is at least 18\n      see LAW 2\n        quote \"over 18\"", Contradicts)]
    [InlineData("  applies always\n  requires moved on within 10 days after born on\n    see LAW 2\n      quote \"less than 10 days\"", Contradicts)]
    [InlineData("  applies always\n  requires moved on within 10 days after born on\n    see LAW 2\n      quote \"within 10 days\"", Nothing)]
    [InlineData("  applies always\n  requires that for no pet, pet's price is more than £500\n    see LAW 2\n      quote \"£500 or more\"", Contradicts)]
    [InlineData("  applies always\n  requires that tall\n  requires that grown up\n    see LAW 2\n      quote \"over 18\"", Contradicts)]
    [InlineData("  applies always\n  requires that moved on is at least 60 days after born on\n    reading Notice\n    see LAW 2\n      quote \"60 days' notice\"", Nothing)]
    [InlineData("  applies always\n  reading Notice\n  requires that moved on is at least 60 days after born on\n    see LAW 2\n      quote \"60 days' notice\"", Nothing)]
    [InlineData("  applies always\n  requires that moved on is within 10 working days after born on\n    reading Notice\n    see LAW 2\n      quote \"within 10 days\"", Nothing)]
    // A reading does not make right what the words exclude.
    [InlineData("  applies always\n  requires that score is at least 18\n    reading Notice\n    see LAW 2\n      quote \"over 18\"", Contradicts)]
    public void A_quote_in_its_place(string clauses, string expected)
    {
        Assert.Equal(expected, Codes($"""
            reading Notice "How is it counted?"
              taken "So."
            define grown up
              see LAW 3
              when score is at least 18
            requirement R
              see LAW 1
            {clauses}

            """));
    }

    [Theory]
    [InlineData("over £90,000", "income is more than threshold", Nothing)]
    [InlineData("exceeds £90,000", "income is at least threshold", Contradicts)]
    [InlineData("exceeds £90,000", "income is at most threshold", Nothing)]
    [InlineData("a threshold of £90,000", "income is at least threshold", Nothing)]
    public void A_quote_of_a_parameter(string quote, string condition, string expected)
    {
        Assert.Equal(expected, Codes($"""
            parameter threshold
              £90,000 from 1 April 2024
                see LAW 2
                  quote "{quote}"
            requirement R
              see LAW 1
              applies always
              requires that {condition}

            """));
    }

    [Theory]
    [InlineData("over 18", "score is at least 18", Contradicts)]
    [InlineData("over 18", "score is more than 18", Nothing)]
    [InlineData("18 points", "score is more than 18", NeedsReading)]
    public void A_quote_of_a_definition(string quote, string condition, string expected)
    {
        Assert.Equal(expected, Codes($"""
            define grown up
              see LAW 1
                quote "{quote}"
              when {condition}

            """));
    }

    [Fact]
    public void The_error_shows_both()
    {
        const string Text = "requirement R\n  see LAW 1\n  applies always\n  requires that score is at least 18\n    see LAW 2\n      quote \"a score over 18\"\n";

        Diagnostic diagnostic = Assert.Single(RulesText.CompileWithFacts(Text).Diagnostics);

        Assert.Equal("The quoted words say 'over 18' and the rule says 'at least 18': the two differ where both are equal.", diagnostic.Message);
        Assert.Equal("write 'more than' here, or quote the words that the rule follows", diagnostic.Fix);
        Assert.Equal("score is at least 18", TextAt(diagnostic.Location));
        Assert.Equal("over 18", TextAt(Assert.Single(diagnostic.Related).Location));
    }

    [Theory]
    [InlineData("over 18", "score is at least 18", "more than")]
    [InlineData("at least 18", "score is more than 18", "at least")]
    [InlineData("at most 18", "score is less than 18", "at most")]
    [InlineData("less than 18", "score is at most 18", "less than")]
    [InlineData("more than the income", "income is at most debt", "less than")]
    [InlineData("before 1 April 2024", "born on is on or before 1 April 2024", "before")]
    [InlineData("on or after 1 April 2024", "born on is after 1 April 2024", "on or after")]
    public void The_phrase_to_write_would_agree(string quote, string condition, string phrase)
    {
        string Rule(string written) => $"requirement R\n  see LAW 1\n  applies always\n  requires that {written}\n    see LAW 2\n      quote \"{quote}\"\n";
        Diagnostic diagnostic = Assert.Single(RulesText.CompileWithFacts(Rule(condition)).Diagnostics);

        Assert.StartsWith($"write '{phrase}' here", diagnostic.Fix, StringComparison.Ordinal);
        string[] phrases = ["on or before", "on or after", "at least", "at most", "more than", "less than", "before", "after"];
        string corrected = condition.Replace(phrases.First(candidate => condition.Contains(candidate, StringComparison.Ordinal)), phrase, StringComparison.Ordinal);
        Assert.Empty(RulesText.CompileWithFacts(Rule(corrected)).Diagnostics);
    }

    [Fact]
    public void Every_phrase_of_the_table_is_read_as_it_is_meant()
    {
        Assert.All(ComparisonPhrases.All, phrase =>
        {
            string words = string.Join(" ", phrase.Words);
            QuotedWords read = QuoteReader.Read(phrase.IsAfterMeasure ? $"whoever is 60 {words}" : $"whoever is {words} 60 weeks");
            QuotedComparison quoted = Assert.Single(read.Comparisons);
            Assert.Equal(60, quoted.Measure!.Value.Number.ToDecimal());
            Assert.Empty(read.Numbers);
        });
    }

    [Fact]
    public void Where_something_else_is_wrong_nothing_is_held_against_a_quote()
    {
        Compilation compilation = RulesText.CompileWithFacts("requirement R\n  see LAW 1\n  applies always\n  requires that scoer is at least 18\n    see LAW 2\n      quote \"over 18\"\n");

        Assert.Equal("RAC2001", Assert.Single(compilation.Diagnostics).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("£")]
    [InlineData("over")]
    [InlineData("over the")]
    [InlineData("over 999999999999999999999")]
    [InlineData("at least one hundred thousand and")]
    [InlineData("twenty-")]
    [InlineData("12, 13. 14")]
    [InlineData("\ud83d over 18 \ud83d")]
    public void No_quote_is_too_odd_to_be_read(string quote) => Assert.NotNull(QuoteReader.Read(quote));

    private static string TextAt(Compiler.Text.Location location) => location.Source.ToString(location.Span);

    private static string Codes(string text)
    {
        Compilation compilation = RulesText.CompileWithFacts(text);
        string[] errors = [.. compilation.Diagnostics.Where(diagnostic => diagnostic.Code != "RAC4036").Select(diagnostic => diagnostic.Code)];
        if (errors.Length > 0)
        {
            return string.Join(" ", errors);
        }

        RulesModel model = Assert.Single(compilation.Guides);
        return string.Join(" ", FidelityChecker.Lints(model).Select(diagnostic => diagnostic.Code));
    }
}
