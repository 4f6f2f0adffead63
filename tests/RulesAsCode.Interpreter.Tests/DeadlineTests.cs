using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;
using static RulesAsCode.Interpreter.Tests.TestModel;

namespace RulesAsCode.Interpreter.Tests;

/// <summary>The table of <c>requires F within N after Y</c>, cell by cell, and of <c>before</c>.</summary>
public sealed class DeadlineTests
{
    private readonly TestModel _model = new();
    private readonly Field _fact;
    private readonly Field _anchor;

    public DeadlineTests()
    {
        _fact = _model.Field("F", RuleType.Date, orNone: true);
        _anchor = _model.Field("Y", RuleType.Date, orNone: true);
    }

    // F, Y, today, then what comes out: true, false or unknown, what is asked for, the reason. N is 10 days.
    [Theory]
    [InlineData("", "", "1 June 2025", null, "F, Y", "")]
    [InlineData("", "none", "1 June 2025", null, "F", "")]
    [InlineData("", "5 May 2025", "1 June 2025", null, "F", "")]
    [InlineData("none", "", "1 June 2025", null, "Y", "")]
    [InlineData("none", "none", "1 June 2025", null, "", "not started")]
    [InlineData("none", "5 May 2025", "5 May 2025", null, "", "not due until 15 May 2025")]
    [InlineData("none", "5 May 2025", "15 May 2025", null, "", "not due until 15 May 2025")]
    [InlineData("none", "5 May 2025", "16 May 2025", false, "", "")]
    [InlineData("7 May 2025", "", "1 June 2025", null, "Y", "")]
    [InlineData("7 May 2025", "none", "1 June 2025", false, "", "")]
    [InlineData("4 May 2025", "5 May 2025", "1 June 2025", false, "", "")]
    [InlineData("5 May 2025", "5 May 2025", "1 June 2025", true, "", "")]
    [InlineData("15 May 2025", "5 May 2025", "1 June 2025", true, "", "")]
    [InlineData("15 May 2025", "5 May 2025", "1 January 2025", true, "", "")]
    [InlineData("16 May 2025", "5 May 2025", "1 June 2025", false, "", "")]
    public void After(string fact, string anchor, string today, bool? value, string missing, string reason) =>
        Assert.Equal((value, missing, reason), Deadline(Direction.After, fact, anchor, today));

    [Theory]
    [InlineData("", "", "1 June 2025", null, "F, Y", "")]
    [InlineData("", "none", "1 June 2025", null, "F", "")]
    [InlineData("", "15 May 2025", "1 June 2025", null, "F", "")]
    [InlineData("none", "", "1 June 2025", null, "Y", "")]
    [InlineData("none", "none", "1 June 2025", null, "", "not started")]
    [InlineData("none", "15 May 2025", "1 January 2025", null, "", "not due until 15 May 2025")]
    [InlineData("none", "15 May 2025", "15 May 2025", null, "", "not due until 15 May 2025")]
    [InlineData("none", "15 May 2025", "16 May 2025", false, "", "")]
    [InlineData("7 May 2025", "", "1 June 2025", null, "Y", "")]
    [InlineData("7 May 2025", "none", "1 June 2025", false, "", "")]
    [InlineData("4 May 2025", "15 May 2025", "1 June 2025", false, "", "")]
    [InlineData("5 May 2025", "15 May 2025", "1 June 2025", true, "", "")]
    [InlineData("15 May 2025", "15 May 2025", "1 June 2025", true, "", "")]
    [InlineData("16 May 2025", "15 May 2025", "1 June 2025", false, "", "")]
    public void Before(string fact, string anchor, string today, bool? value, string missing, string reason) =>
        Assert.Equal((value, missing, reason), Deadline(Direction.Before, fact, anchor, today));

    [Fact]
    public void A_length_that_is_a_fact_is_asked_for_only_where_it_can_matter()
    {
        Field length = _model.Field("N", RuleType.Duration);
        Expression Condition(Direction direction) => new DeadlineExpression(Fact(_fact), Fact(length), direction, Fact(_anchor), Nowhere);
        FactRecord noneNone = Answers((_fact, NoneValue.Instance), (_anchor, NoneValue.Instance));
        FactRecord noneDate = Answers((_fact, NoneValue.Instance), (_anchor, Date("5 May 2025")));
        Assert.Equal((null, "F, Y, N", ""), _model.Test(Condition(Direction.After), Answers()));
        Assert.Equal((null, "", "not started"), _model.Test(Condition(Direction.After), noneNone));
        Assert.Equal((null, "N", ""), _model.Test(Condition(Direction.After), noneDate));
        Assert.Equal((null, "", "not started"), _model.Test(Condition(Direction.Before), noneNone));
        Assert.Equal((false, "", ""), _model.Test(Condition(Direction.Before), noneDate));
        Assert.Equal((null, "Y", ""), _model.Test(Condition(Direction.Before), Answers((_fact, NoneValue.Instance))));
    }

    [Fact]
    public void A_deadline_past_the_calendar_says_so()
    {
        _model.CountWorkingDays(2024, 2025);
        Expression condition = new DeadlineExpression(Fact(_fact), Literal(10, DurationUnit.WorkingDay), Direction.After, Fact(_anchor), Nowhere);
        const string Reason = "10 working days after Y cannot be told: the calendar England and Wales covers 2024 to 2025";
        FactRecord late = Answers((_anchor, Date("22 December 2025")));
        Assert.Equal((null, "F", Reason), _model.Test(condition, late));
        Assert.Equal((null, "", Reason), _model.Test(condition, late.With(_fact, NoneValue.Instance)));
        Assert.Equal((null, "", Reason), _model.Test(condition, late.With(_fact, Date("23 December 2025"))));
    }

    private (bool?, string, string) Deadline(Direction direction, string fact, string anchor, string today)
    {
        Expression condition = new DeadlineExpression(Fact(_fact), Literal(10, DurationUnit.Day), direction, Fact(_anchor), Nowhere);
        return _model.Test(condition, Answers((_fact, Answer(fact)), (_anchor, Answer(anchor))), today);
    }

    private static RuleValue? Answer(string text) => text switch { "" => null, "none" => NoneValue.Instance, _ => Date(text) };
}
