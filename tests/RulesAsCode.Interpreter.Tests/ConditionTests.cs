using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;
using static RulesAsCode.Interpreter.Tests.TestModel;

namespace RulesAsCode.Interpreter.Tests;

/// <summary>Truth tables of every operator over not given, none and a value.</summary>
public sealed class ConditionTests
{
    private readonly TestModel _model = new();

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (char a in "tfu")
        {
            foreach (char b in "tfu")
            {
                pairs.Add(a.ToString(), b.ToString());
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void And_or_and_none_of_absorb(string left, string right)
    {
        Field a = _model.Field("a", RuleType.YesNo);
        Field b = _model.Field("b", RuleType.YesNo);
        FactRecord facts = Answers((a, Truth(left)), (b, Truth(right)));
        bool anyFalse = (left + right).Contains('f');
        bool anyTrue = (left + right).Contains('t');
        bool anyUnknown = (left + right).Contains('u');
        string unknowns = string.Join(", ", new[] { left == "u" ? "a" : "", right == "u" ? "b" : "" }.Where(name => name.Length > 0));

        bool? and = anyFalse ? false : anyUnknown ? null : true;
        bool? or = anyTrue ? true : anyUnknown ? null : false;
        Assert.Equal((and, and is null ? unknowns : "", ""), _model.Test(All(Fact(a), Fact(b)), facts));
        Assert.Equal((or, or is null ? unknowns : "", ""), _model.Test(Any(Fact(a), Fact(b)), facts));
        Assert.Equal((!or, or is null ? unknowns : "", ""), _model.Test(NoneOf(Fact(a), Fact(b)), facts));
    }

    [Fact]
    public void Not_keeps_unknown()
    {
        Field a = _model.Field("a", RuleType.YesNo);
        Assert.Equal((null, "a", ""), _model.Test(Not(Fact(a)), Answers()));
        Assert.Equal((false, "", ""), _model.Test(Not(Fact(a)), Answers((a, YesNoValue.Yes))));
        Assert.Equal((true, "", ""), _model.Test(Not(Fact(a)), Answers((a, YesNoValue.No))));
    }

    [Theory]
    [InlineData(OrderOperator.AtLeast, false, true, true)]
    [InlineData(OrderOperator.AtMost, true, true, false)]
    [InlineData(OrderOperator.MoreThan, false, false, true)]
    [InlineData(OrderOperator.LessThan, true, false, false)]
    public void Order_is_strict_and_false_of_none(OrderOperator order, bool below, bool at, bool above)
    {
        Field a = _model.Field("a", RuleType.Number, orNone: true);
        Field b = _model.Field("b", RuleType.Number);
        Expression condition = new OrderExpression(Fact(a), order, Fact(b), Nowhere);
        Assert.Equal((below, "", ""), _model.Test(condition, Answers((a, Number(4)), (b, Number(5)))));
        Assert.Equal((at, "", ""), _model.Test(condition, Answers((a, Number(5)), (b, Number(5)))));
        Assert.Equal((above, "", ""), _model.Test(condition, Answers((a, Number(5.000000001m)), (b, Number(5)))));
        Assert.Equal((false, "", ""), _model.Test(condition, Answers((a, NoneValue.Instance), (b, Number(5)))));
        Assert.Equal((null, "b", ""), _model.Test(condition, Answers((a, NoneValue.Instance))));
        Assert.Equal((null, "a", ""), _model.Test(condition, Answers((b, Number(5)))));
        Assert.Equal((null, "a, b", ""), _model.Test(condition, Answers()));
    }

    [Theory]
    [InlineData(DateOrder.Before, true, false, false)]
    [InlineData(DateOrder.After, false, false, true)]
    [InlineData(DateOrder.OnOrBefore, true, true, false)]
    [InlineData(DateOrder.OnOrAfter, false, true, true)]
    public void Date_order_is_strict_and_false_of_none(DateOrder order, bool before, bool on, bool after)
    {
        Field a = _model.Field("a", RuleType.Date, orNone: true);
        Field b = _model.Field("b", RuleType.Date, orNone: true);
        Expression condition = new DateOrderExpression(Fact(a), order, Fact(b), Nowhere);
        Assert.Equal((before, "", ""), _model.Test(condition, Answers((a, Date("4 May 2025")), (b, Date("5 May 2025")))));
        Assert.Equal((on, "", ""), _model.Test(condition, Answers((a, Date("5 May 2025")), (b, Date("5 May 2025")))));
        Assert.Equal((after, "", ""), _model.Test(condition, Answers((a, Date("6 May 2025")), (b, Date("5 May 2025")))));
        Assert.Equal((false, "", ""), _model.Test(condition, Answers((a, NoneValue.Instance), (b, Date("5 May 2025")))));
        Assert.Equal((false, "", ""), _model.Test(condition, Answers((a, NoneValue.Instance), (b, NoneValue.Instance))));
        Assert.Equal((null, "a", ""), _model.Test(condition, Answers((b, NoneValue.Instance))));
        Assert.Equal((null, "a, b", ""), _model.Test(condition, Answers()));
    }

    [Fact]
    public void Equality_is_strict_and_false_of_none()
    {
        Choice colour = ChoiceOf("Colour", "Red", "Green");
        Field a = _model.Field("a", new ChoiceType(colour), orNone: true);
        Expression condition = new EqualityExpression(Fact(a), Literal(new ChoiceValue(colour.Members[0]), new ChoiceType(colour)), Nowhere);
        Assert.Equal((true, "", ""), _model.Test(condition, Answers((a, new ChoiceValue(colour.Members[0])))));
        Assert.Equal((false, "", ""), _model.Test(condition, Answers((a, new ChoiceValue(colour.Members[1])))));
        Assert.Equal((false, "", ""), _model.Test(condition, Answers((a, NoneValue.Instance))));
        Assert.Equal((null, "a", ""), _model.Test(condition, Answers()));
    }

    [Fact]
    public void Texts_are_equal_letter_by_letter()
    {
        Field a = _model.Field("a", RuleType.Text);
        Expression condition = new EqualityExpression(Fact(a), Literal(new TextValue("Straße"), RuleType.Text), Nowhere);
        Assert.True(_model.Test(condition, Answers((a, new TextValue("Straße")))).Value);
        Assert.False(_model.Test(condition, Answers((a, new TextValue("STRASSE")))).Value);
        Assert.False(_model.Test(condition, Answers((a, new TextValue("straße")))).Value);
    }

    [Fact]
    public void Given_and_none_are_unknown_while_the_fact_is_not_given()
    {
        Field a = _model.Field("a", RuleType.Date, orNone: true);
        Assert.Equal((null, "a", ""), _model.Test(Given(Fact(a)), Answers()));
        Assert.Equal((null, "a", ""), _model.Test(IsNone(Fact(a)), Answers()));
        Assert.Equal((false, "", ""), _model.Test(Given(Fact(a)), Answers((a, NoneValue.Instance))));
        Assert.Equal((true, "", ""), _model.Test(IsNone(Fact(a)), Answers((a, NoneValue.Instance))));
        Assert.Equal((true, "", ""), _model.Test(Given(Fact(a)), Answers((a, Date("1 May 2025")))));
        Assert.Equal((false, "", ""), _model.Test(IsNone(Fact(a)), Answers((a, Date("1 May 2025")))));
    }

    [Fact]
    public void A_set_not_given_is_unknown_and_answered_with_nothing_is_empty()
    {
        Choice colour = ChoiceOf("Colour", "Red", "Green", "Blue");
        Field a = _model.Field("colours", new SetType(colour));
        Expression Member(int i) => Literal(new ChoiceValue(colour.Members[i]), new ChoiceType(colour));
        Expression isEmpty = new StateExpression(Fact(a), StateTest.Empty, Nowhere);
        Expression includesRed = new IncludesExpression(Fact(a), [Member(0)], Nowhere);
        Expression includesOne = new IncludesExpression(Fact(a), [Member(0), Member(2)], Nowhere);
        RuleValue red = SetValue.Of([colour.Members[0]]);
        RuleValue green = SetValue.Of([colour.Members[1]]);

        Assert.Equal((null, "colours", ""), _model.Test(isEmpty, Answers()));
        Assert.Equal((true, "", ""), _model.Test(isEmpty, Answers((a, SetValue.Of([])))));
        Assert.Equal((false, "", ""), _model.Test(isEmpty, Answers((a, red))));
        Assert.Equal((null, "colours", ""), _model.Test(includesRed, Answers()));
        Assert.Equal((false, "", ""), _model.Test(includesRed, Answers((a, SetValue.Of([])))));
        Assert.Equal((true, "", ""), _model.Test(includesRed, Answers((a, red))));
        Assert.Equal((true, "", ""), _model.Test(includesOne, Answers((a, red))));
        Assert.Equal((false, "", ""), _model.Test(includesOne, Answers((a, green))));
    }

    [Fact]
    public void One_of_absorbs_as_or()
    {
        Field a = _model.Field("a", RuleType.Number);
        Field b = _model.Field("b", RuleType.Number);
        Field c = _model.Field("c", RuleType.Number);
        Expression condition = new OneOfExpression(Fact(a), [Fact(b), Fact(c)], Nowhere);
        Assert.Equal((true, "", ""), _model.Test(condition, Answers((a, Number(1)), (c, Number(1)))));
        Assert.Equal((null, "b", ""), _model.Test(condition, Answers((a, Number(1)), (c, Number(2)))));
        Assert.Equal((false, "", ""), _model.Test(condition, Answers((a, Number(1)), (b, Number(3)), (c, Number(2)))));
        Assert.Equal((null, "a", ""), _model.Test(condition, Answers((b, Number(3)), (c, Number(2)))));
    }

    [Fact]
    public void Between_absorbs_as_and_and_includes_both_ends()
    {
        Field a = _model.Field("a", RuleType.Number);
        Field low = _model.Field("low", RuleType.Number);
        Field high = _model.Field("high", RuleType.Number);
        Expression condition = new BetweenExpression(Fact(a), Fact(low), Fact(high), Nowhere);
        Assert.Equal((false, "", ""), _model.Test(condition, Answers((a, Number(1)), (low, Number(2)))));
        Assert.Equal((null, "high", ""), _model.Test(condition, Answers((a, Number(2)), (low, Number(2)))));
        Assert.Equal((false, "", ""), _model.Test(condition, Answers((a, Number(4)), (high, Number(3)))));
        Assert.Equal((true, "", ""), _model.Test(condition, Answers((a, Number(2)), (low, Number(2)), (high, Number(3)))));
        Assert.Equal((true, "", ""), _model.Test(condition, Answers((a, Number(3)), (low, Number(2)), (high, Number(3)))));
    }

    [Fact]
    public void Identifiers_are_ordered_as_numbers_of_64_bits()
    {
        Field a = _model.Field("a", RuleType.Eui64);
        Expression Identifier(ulong value) => Literal(new Eui64Value(value), RuleType.Eui64);
        Expression condition = new BetweenExpression(Fact(a), Identifier(0x7FFF_FFFF_FFFF_FFFF), Identifier(0xFFFF_0000_0000_0000), Nowhere);
        Assert.True(_model.Test(condition, Answers((a, new Eui64Value(0x8000_0000_0000_0000)))).Value);
        Assert.True(_model.Test(condition, Answers((a, new Eui64Value(0xFFFF_0000_0000_0000)))).Value);
        Assert.False(_model.Test(condition, Answers((a, new Eui64Value(0xFFFF_0000_0000_0001)))).Value);
        Assert.False(_model.Test(condition, Answers((a, new Eui64Value(1)))).Value);
    }

    [Theory]
    [InlineData(Quantifier.Every, "", true)]
    [InlineData(Quantifier.Some, "", false)]
    [InlineData(Quantifier.No, "", true)]
    [InlineData(Quantifier.Every, "tt", true)]
    [InlineData(Quantifier.Every, "tf", false)]
    [InlineData(Quantifier.Every, "tu", null)]
    [InlineData(Quantifier.Every, "uf", false)]
    [InlineData(Quantifier.Some, "ff", false)]
    [InlineData(Quantifier.Some, "ut", true)]
    [InlineData(Quantifier.Some, "uf", null)]
    [InlineData(Quantifier.No, "ff", true)]
    [InlineData(Quantifier.No, "ft", false)]
    [InlineData(Quantifier.No, "fu", null)]
    public void Quantifiers_absorb(Quantifier quantifier, string elements, bool? expected)
    {
        Record parent = RecordOf("parent", ("settled", RuleType.YesNo, false));
        Field parents = _model.Field("parents", new ListType(parent));
        var variable = new ElementVariable(parent, Fact(parents));
        Expression condition = new QuantifierExpression(
            quantifier, variable, Fact(parents), Fact(parent.Fields[0], new ElementExpression(variable, Nowhere)), Nowhere);
        RuleValue list = List([.. elements.Select(state => Answers((parent.Fields[0], Truth(state.ToString()))))]);

        (bool? value, string missing, string _) = _model.Test(condition, Answers((parents, list)));
        Assert.Equal(expected, value);
        Assert.Equal(expected is null ? $"parent {elements.IndexOf('u') + 1}'s settled" : "", missing);
        Assert.Equal((null, "parents", ""), _model.Test(condition, Answers()));
    }

    [Fact]
    public void An_answer_of_another_type_is_no_answer()
    {
        Field a = _model.Field("a", RuleType.Date);
        Field n = _model.Field("n", RuleType.WholeNumber);
        Expression condition = new DateOrderExpression(Fact(a), DateOrder.Before, Literal("1 May 2025"), Nowhere);
        foreach (RuleValue answer in new RuleValue[] { new TextValue("soon"), new DateValue(int.MaxValue), new DateValue(int.MinValue), NoneValue.Instance, Number(3) })
        {
            Assert.Equal((null, "a", ""), _model.Test(condition, Answers((a, answer))));
        }

        Assert.Equal((null, "n", ""), _model.Test(new OrderExpression(Fact(n), OrderOperator.AtLeast, Literal(1), Nowhere), Answers((n, Number(1.5m)))));
    }

    private static RuleValue? Truth(string state) => state switch { "t" => YesNoValue.Yes, "f" => YesNoValue.No, _ => null };
}
