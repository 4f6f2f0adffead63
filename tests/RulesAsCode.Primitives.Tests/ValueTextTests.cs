using Xunit;

namespace RulesAsCode.Primitives.Tests;

public class ValueTextTests
{
    [Fact]
    public void ValuesReadAloud()
    {
        Assert.Equal("yes", ValueText.YesNo(true));
        Assert.Equal("\"so\"", ValueText.Text("so"));
        Assert.Equal("1,250.5", ValueText.Number(ExactNumber.FromDecimal(1250.5m)));
        Assert.Equal("17.5%", ValueText.Percentage(ExactNumber.FromDecimal(0.175m)));
        Assert.Equal("999,999,999,999,999 times 100%", ValueText.Percentage(ExactNumber.FromDecimal(999_999_999_999_999m)));
        Assert.Equal("2 April 2024", ValueText.Date(CalendarDay.FromDate(2024, 4, 2)));
        Assert.Equal("a date outside the years 1900 to 2199", ValueText.Date(0));
    }

    [Theory]
    [InlineData(0, "empty")]
    [InlineData(1, "parcel 1")]
    [InlineData(2, "parcel 1 and parcel 2")]
    [InlineData(4, "parcel 1, parcel 2, parcel 3 and parcel 4")]
    [InlineData(5, "parcel 1 to parcel 5")]
    public void ManyElementsAreNamedByTheFirstAndTheLast(int count, string words) =>
        Assert.Equal(words, ValueText.Elements([.. Enumerable.Range(0, count).Select(index => ValueText.Element("parcel", index))]));

    [Theory]
    [InlineData(59, true, "59 working days after")]
    [InlineData(1, false, "1 working day before")]
    [InlineData(-1, true, "1 working day before")]
    [InlineData(-2, false, "2 working days after")]
    [InlineData(0, true, "0 working days after")]
    public void ANegativeCountTurnsTheDirectionRound(int count, bool isAfter, string words) =>
        Assert.Equal(words, ExplanationWords.Count(count, DurationUnit.WorkingDay, isAfter));

    [Fact]
    public void WhatIsNeededNamesTheUnitUnlessTheCountDid()
    {
        Assert.Equal("at least 60 are", ExplanationWords.Needed(new Duration(60, DurationUnit.Day), DurationUnit.Day));
        Assert.Equal("at least 1 is", ExplanationWords.Needed(new Duration(1, DurationUnit.Day), DurationUnit.Day));
        Assert.Equal("at least 60 clear days are", ExplanationWords.Needed(new Duration(60, DurationUnit.Day, clear: true), DurationUnit.Day));
        Assert.Equal("at least 2 weeks are", ExplanationWords.Needed(new Duration(2, DurationUnit.Week), DurationUnit.Day));
    }

    [Fact]
    public void SentencesTurnRoundAndKeepBracesAsText()
    {
        Assert.Equal(new SentenceTemplate("b", "a", "not known whether a"), SentenceTemplate.Comparison("a", "b").Not());
        Assert.Equal("{{0}} is yes", SentenceTemplate.Named("{0}", ValueText.NotGiven).Holds);
        Assert.Equal("not every device meets the condition", SentenceTemplate.Every("device").Fails);
        Assert.Equal("some device meets the condition", SentenceTemplate.No("device").Fails);
    }

    [Fact]
    public void ReasonsReadAloud()
    {
        Assert.Equal("not due until 2 April 2024", ReasonText.NotDue(CalendarDay.FromDate(2024, 4, 2)));
        Assert.Equal("rate has no value on 2 April 2024", ReasonText.ParameterWithoutValue("rate", CalendarDay.FromDate(2024, 4, 2)));
        Assert.Equal("2 days and 1 month are of different kinds", ReasonText.DurationKindsDiffer(new Duration(2, DurationUnit.Day), new Duration(1, DurationUnit.Month)));
    }
}
