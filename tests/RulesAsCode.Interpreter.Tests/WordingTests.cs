using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;
using static RulesAsCode.Interpreter.Tests.TestModel;

namespace RulesAsCode.Interpreter.Tests;

public sealed class WordingTests
{
    private readonly TestModel _model = new();

    [Fact]
    public void Conditions_read_aloud()
    {
        Choice status = ChoiceOf("Status", "Approved", "Deferred", "Rejected");
        Record parent = RecordOf("parent", ("settled", RuleType.YesNo, false), ("born on", RuleType.Date, false));
        Field start = _model.Field("testing start", RuleType.Date, orNone: true);
        Field notice = _model.Field("notice to DCC", RuleType.Date);
        Field amount = _model.Field("credit cover", RuleType.Money);
        Field result = _model.Field("privacy status", new ChoiceType(status));
        Field roles = _model.Field("user roles", new SetType(status));
        Field sealedFact = _model.Field("sealed", RuleType.YesNo);
        Field opened = _model.Field("opened", RuleType.YesNo);
        Field parents = _model.Field("parents", new ListType(parent));
        var variable = new ElementVariable(parent, Fact(parents));
        Expression element = new ElementExpression(variable, Nowhere);
        Expression settled = Fact(parent.Fields[0], element);
        Expression Member(int i) => Literal(new ChoiceValue(status.Members[i]), new ChoiceType(status));
        Expression distance = new DateDistanceExpression(Fact(start), Literal(60, DurationUnit.WorkingDay), Direction.After, Fact(notice), Nowhere);
        Expression oneOf = new OneOfExpression(Fact(result), [Member(0), Member(1), Member(2)], Nowhere);
        Expression equal = new EqualityExpression(Fact(result), Member(0), Nowhere);
        Expression over = new OrderExpression(Fact(amount), OrderOperator.MoreThan, Literal(Number(1250), RuleType.Money), Nowhere);
        Expression includes = new IncludesExpression(Fact(roles), [Member(0)], Nowhere);
        Expression includesOne = new IncludesExpression(Fact(roles), [Member(0), Member(1)], Nowhere);
        Expression every = new QuantifierExpression(Quantifier.Every, variable, Fact(parents), settled, Nowhere);

        (Expression, string)[] sentences =
        [
            (distance, "testing start is at least 60 working days after notice to DCC"),
            (oneOf, "privacy status is one of Approved, Deferred or Rejected"),
            (Not(oneOf), "privacy status is not one of Approved, Deferred or Rejected"),
            (equal, "privacy status is Approved"),
            (Not(equal), "privacy status is not Approved"),
            (over, "credit cover is more than £1,250.00"),
            (includes, "user roles include Approved"),
            (Not(includes), "user roles do not include Approved"),
            (includesOne, "user roles include one of Approved or Deferred"),
            (Given(Fact(start)), "testing start is given"),
            (IsNone(Fact(start)), "testing start is none"),
            (Not(IsNone(Fact(start))), "testing start is given"),
            (Not(Given(Fact(start))), "testing start is none"),
            (Not(new StateExpression(Fact(roles), StateTest.Empty, Nowhere)), "user roles are not empty"),
            (Not(new StateExpression(Fact(_model.Field("accepted support", new SetType(status))), StateTest.Empty, Nowhere)), "accepted support is not empty"),
            (new IncludesExpression(Fact(_model.Field("kind of people", new SetType(status))), [Member(0)], Nowhere), "kind of people includes Approved"),
            (new IncludesExpression(Fact(_model.Field("forms of support", new SetType(status))), [Member(0)], Nowhere), "forms of support include Approved"),
            (Fact(sealedFact), "sealed"),
            (Not(Fact(sealedFact)), "sealed is no"),
            (All(Fact(sealedFact), Fact(opened)), "sealed and opened"),
            (Any(Fact(sealedFact), Not(Fact(opened))), "sealed or not opened"),
            (Not(All(Fact(sealedFact), Fact(opened))), "not (sealed and opened)"),
            (Any(All(Fact(sealedFact), Fact(opened)), equal), "either: (sealed and opened); privacy status is Approved"),
            (All(Fact(sealedFact), oneOf), "both: sealed; privacy status is one of Approved, Deferred or Rejected"),
            (All(Fact(sealedFact), Fact(opened), equal), "all of: sealed; opened; privacy status is Approved"),
            (All(Fact(sealedFact), Any(Fact(opened), equal, over)), "both: sealed; (any of: opened; privacy status is Approved; credit cover is more than £1,250.00)"),
            (NoneOf(Fact(sealedFact), Fact(opened)), "none of: sealed; opened"),
            (every, "for every parent, settled"),
            (All(every, Fact(opened)), "both: (for every parent, settled); opened"),
            (Not(every), "not (for every parent, settled)"),
            (new WithinExpression(Fact(start), Literal(2, DurationUnit.Week), Direction.Before, Fact(notice), Nowhere), "testing start is within 2 weeks before notice to DCC"),
            (new DeadlineExpression(Fact(start), Literal(1, DurationUnit.Day), Direction.After, Fact(notice), Nowhere), "testing start is within 1 day after notice to DCC"),
            (new DateOrderExpression(Fact(start), DateOrder.OnOrBefore, Literal("2 April 2024"), Nowhere), "testing start is on or before 2 April 2024"),
            (new BetweenExpression(Fact(amount), Literal(Number(1), RuleType.Money), Literal(Number(2), RuleType.Money), Nowhere), "credit cover is between £1.00 and £2.00"),
        ];
        Assert.All(sentences, sentence => Assert.Equal(sentence.Item2, Wording.Of(sentence.Item1)));
    }

    [Fact]
    public void Values_read_aloud()
    {
        Record parcel = RecordOf("parcel", ("weight", RuleType.Number, false));
        Field parcels = _model.Field("parcels", new ListType(parcel));
        Field others = _model.Field("returned parcels", new ListType(parcel));
        Field a = _model.Field("a", RuleType.Number);
        Field day = _model.Field("day", RuleType.Date);
        var variable = new ElementVariable(parcel, Fact(parcels));
        Expression element = new ElementExpression(variable, Nowhere);
        Expression weight = Fact(parcel.Fields[0], element);
        Expression heavy = new FilterExpression(Fact(parcels), variable, new OrderExpression(weight, OrderOperator.MoreThan, Literal(5), Nowhere), Nowhere);
        var rate = new Parameter("rate", Nowhere) { Type = RuleType.Percentage };
        Expression Sum(Expression left, Expression right) => new ArithmeticExpression(left, ArithmeticOperator.Add, right, RuleType.Number, Nowhere);
        Expression Less(Expression left, Expression right) => new ArithmeticExpression(left, ArithmeticOperator.Subtract, right, RuleType.Number, Nowhere);
        Expression Times(Expression left, Expression right) => new ArithmeticExpression(left, ArithmeticOperator.Multiply, right, RuleType.Number, Nowhere);

        (Expression, string)[] values =
        [
            (Times(Sum(Fact(a), Literal(1)), Literal(2)), "(a + 1) * 2"),
            (Sum(Fact(a), Times(Literal(1250), Literal(2))), "a + 1,250 * 2"),
            (Less(Fact(a), Less(Literal(1), Literal(2))), "a - (1 - 2)"),
            (Less(Less(Fact(a), Literal(1)), Literal(2)), "a - 1 - 2"),
            (new NegateExpression(Sum(Fact(a), Literal(1)), Nowhere), "-(a + 1)"),
            (new OffsetExpression(Literal(14, DurationUnit.Day), Direction.After, new OffsetExpression(Literal(12, DurationUnit.Month), Direction.Before, Fact(day), Nowhere), Nowhere), "14 days after 12 months before day"),
            (new CountExpression(heavy, Nowhere), "count of (parcels where weight is more than 5)"),
            (new AggregateExpression(AggregateFunction.Sum, weight, variable, Fact(parcels), Nowhere), "sum of weight across parcels"),
            (Sum(new CountExpression(Fact(parcels), Nowhere), Literal(1)), "(count of parcels) + 1"),
            (new PairExpression(PairFunction.Larger, Fact(a), Sum(Fact(a), Literal(1)), RuleType.Number, Nowhere), "larger of a and (a + 1)"),
            (new DateDifferenceExpression(DateDifferenceUnit.WholeYears, Fact(day), new TodayExpression(Nowhere), Nowhere), "whole years between day and today"),
            (new NearestWorkingDayExpression(Direction.Before, Fact(day), Nowhere), "last working day on or before day"),
            (new ParameterExpression(rate, null, Nowhere), "rate"),
            (new ParameterExpression(rate, Fact(day), Nowhere), "rate as at day"),
            (Fact(parcel.Fields[0], element, isQualified: true), "parcel's weight"),
            (new QuantifierExpression(Quantifier.Some, variable, Fact(others), Literal(true), Nowhere), "for some parcel across returned parcels, yes"),
        ];
        Assert.All(values, value => Assert.Equal(value.Item2, Wording.Of(value.Item1)));
    }

    [Fact]
    public void Answers_read_aloud()
    {
        Choice role = ChoiceOf("User Role", "Other User", "Import Supplier", "Gas Supplier");
        var set = new SetType(role);
        var list = new ListType(RecordOf("parcel"));
        Assert.Equal("2 April 2024", Wording.Of(Date("2 April 2024"), RuleType.Date));
        Assert.Equal("£1,250.00", Wording.Of(Number(1250), RuleType.Money));
        Assert.Equal("-€0.50", Wording.Of(Number(-0.5m), RuleType.Money, "€"));
        Assert.Equal("1,250.5", Wording.Of(Number(1250.5m), RuleType.Number));
        Assert.Equal("17.5%", Wording.Of(Number(0.175m), RuleType.Percentage));
        Assert.Equal("999,999,999,999,999 times 100%", Wording.Of(Number(999_999_999_999_999m), RuleType.Percentage));
        Assert.Equal("no", Wording.Of(YesNoValue.No, RuleType.YesNo));
        Assert.Equal("1 working day", Wording.Of(Length(1, DurationUnit.WorkingDay), RuleType.Duration));
        Assert.Equal("none", Wording.Of(NoneValue.Instance, RuleType.Date));
        Assert.Equal("90-B3-D5-1F-30-01-00-00", Wording.Of(new Eui64Value(0x90B3_D51F_3001_0000), RuleType.Eui64));
        Assert.Equal("empty", Wording.Of(SetValue.Of([]), set));
        Assert.Equal("Other User, Import Supplier and Gas Supplier", Wording.Of(SetValue.Of(role.Members.Reverse()), set));
        Assert.Equal("empty", Wording.Of(List(), list));
        Assert.Equal("parcel 1 to parcel 7", Wording.Of(List([.. Enumerable.Repeat(FactRecord.Empty, 7)]), list));
    }

    [Theory]
    [InlineData("notice to DCC", "notice")]
    [InlineData("testing start", "start")]
    [InlineData("date of birth", "date")]
    [InlineData("decision", "decision")]
    [InlineData("received on", null)]
    [InlineData("on file", null)]
    public void A_name_is_about_its_head_noun(string name, string? noun) => Assert.Equal(noun, Wording.HeadNoun(Fact(_model.Field(name, RuleType.Date))));

    [Fact]
    public void Braces_in_a_text_are_only_text()
    {
        Field a = _model.Field("a", RuleType.Text);
        Requirement requirement = _model.Require("R", new EqualityExpression(Fact(a), Literal(new TextValue("{0} {"), RuleType.Text), Nowhere));
        ExplanationStep step = new RulesetInterpreter(_model.Build()).Explain(requirement, Answers((a, new TextValue("{9}"))), Day("1 June 2025")).Children[0];
        Assert.Equal("a (\"{9}\") is not \"{0} {\"", step.Text);
    }
}
