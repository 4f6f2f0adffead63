using RulesAsCode.Compiler.Model;
using static RulesAsCode.Interpreter.Tests.TestModel;

namespace RulesAsCode.Interpreter.Tests;

public sealed class ExampleRunnerTests
{
    private readonly TestModel _model = new();
    private readonly Field _a;
    private readonly Field _b;
    private readonly Requirement _requirement;
    private readonly Definition _definition;

    public ExampleRunnerTests()
    {
        _a = _model.Field("a", RuleType.YesNo);
        _b = _model.Field("b", RuleType.Number);
        _definition = _model.Define("twice b", RuleType.Number, (null, new ArithmeticExpression(Fact(_b), ArithmeticOperator.Multiply, Literal(2), RuleType.Number, Nowhere)));
        _requirement = _model.Require("R", Fact(_a), new OrderExpression(Use(_definition), OrderOperator.AtLeast, Literal(4), Nowhere));
        _requirement.Criteria[0].Otherwise = new Prose("Do a.\n", Nowhere);
    }

    [Theory]
    [InlineData(ExpectedOutcome.Satisfied, false, "")]
    [InlineData(ExpectedOutcome.NotSatisfied, true, "")]
    [InlineData(ExpectedOutcome.Undecided, false, "test.rules:1:1: R should be undecided, and is satisfied.")]
    [InlineData(ExpectedOutcome.Satisfied, true, "test.rules:1:1: R should not be satisfied.")]
    public void An_outcome_is_compared(ExpectedOutcome expected, bool negated, string failures) =>
        Assert.Equal(failures, Run(Answers((_a, YesNoValue.Yes), (_b, Number(2))), Expect(_requirement, expected, negated)));

    [Fact]
    public void An_undecided_outcome_says_why() => Assert.Equal(
        "test.rules:1:1: R should be satisfied, and is undecided: it asks for a and b.",
        Run(Answers(), Expect(_requirement, ExpectedOutcome.Satisfied)));

    [Theory]
    [InlineData(6, false, "")]
    [InlineData(5, true, "")]
    [InlineData(5, false, "test.rules:1:1: twice b should be 5, and is 6.")]
    [InlineData(6, true, "test.rules:1:1: twice b should not be 6.")]
    public void A_value_is_compared(decimal expected, bool negated, string failures) => Assert.Equal(
        failures, Run(Answers((_b, Number(3))), new Expectation(null, _definition, null, null, Number(expected), negated, [], null, Nowhere)));

    [Fact]
    public void A_value_not_known_is_a_failure_and_an_expected_undecided_is_not()
    {
        Assert.Equal(
            "test.rules:1:1: twice b should be 5, and is not known: it asks for b.",
            Run(Answers(), new Expectation(null, _definition, null, null, Number(5), false, [], null, Nowhere)));
        Assert.Equal("", Run(Answers(), new Expectation(null, _definition, null, ExpectedOutcome.Undecided, null, false, [], [Path(_b)], Nowhere)));
        Assert.Equal(
            "test.rules:1:1: twice b should be undecided, and is known: 6.",
            Run(Answers((_b, Number(3))), new Expectation(null, _definition, null, ExpectedOutcome.Undecided, null, false, [], null, Nowhere)));
    }

    [Fact]
    public void Sentences_are_compared_as_a_whole()
    {
        FactRecord facts = Answers((_a, YesNoValue.No), (_b, Number(2)));
        Assert.Equal("", Run(facts, Expect(_requirement, ExpectedOutcome.NotSatisfied) with { Says = ["Do a."] }));
        Assert.Equal(
            "test.rules:1:1: R should say \"Do\", and says \"Do a.\".",
            Run(facts, Expect(_requirement, ExpectedOutcome.NotSatisfied) with { Says = ["Do"] }));
    }

    [Fact]
    public void Missing_facts_are_compared_exactly_and_in_any_order()
    {
        Assert.Equal("", Run(Answers(), Expect(_requirement, ExpectedOutcome.Undecided) with { AsksFor = [Path(_b), Path(_a)] }));
        Assert.Equal(
            "test.rules:1:1: R asks for b, which is not expected.",
            Run(Answers(), Expect(_requirement, ExpectedOutcome.Undecided) with { AsksFor = [Path(_a)] }));
        Assert.Equal(
            "test.rules:1:1: R should ask for a, and does not.",
            Run(Answers((_a, YesNoValue.Yes)), Expect(_requirement, ExpectedOutcome.Undecided) with { AsksFor = [Path(_b), Path(_a)] }));
    }

    [Fact]
    public void Everything_is_the_whole()
    {
        var everything = new Expectation(null, null, null, ExpectedOutcome.NotSatisfied, null, false, ["Do a."], null, Nowhere);
        Assert.Equal("", Run(Answers((_a, YesNoValue.No)), everything));
        Assert.StartsWith("test.rules:1:1: everything should be not satisfied, and is undecided", Run(Answers(), everything));
    }

    [Fact]
    public void An_element_is_found_by_its_number()
    {
        Record parcel = RecordOf("parcel", ("met", RuleType.YesNo, false));
        Field parcels = _model.Field("parcels", new ListType(parcel));
        var variable = new ElementVariable(parcel, Fact(parcels));
        Requirement requirement = _model.Require("E", Fact(parcel.Fields[0], new ElementExpression(variable, Nowhere)));
        requirement.Element = variable;
        FactRecord facts = Answers((parcels, List(Answers((parcel.Fields[0], YesNoValue.Yes)), Answers((parcel.Fields[0], YesNoValue.No)))));
        Expectation For(int index, ExpectedOutcome outcome) => Expect(requirement, outcome) with { Element = new ElementIndex(parcel, index) };
        Assert.Equal("", Run(facts, For(0, ExpectedOutcome.Satisfied), For(1, ExpectedOutcome.NotSatisfied)));
        Assert.Equal(
            "test.rules:1:1: parcel 2's E should be satisfied, and is not satisfied. test.rules:1:1: there is no parcel 3 among the facts.",
            Run(facts, For(1, ExpectedOutcome.Satisfied), For(2, ExpectedOutcome.Satisfied)));
    }

    private string Run(FactRecord facts, params Expectation[] expectations)
    {
        var example = new Example("E", Nowhere) { AsAt = Day("1 June 2025"), Cases = [new ExampleCase(null, facts, [.. expectations], Nowhere)] };
        ExampleResult result = Assert.Single(ExampleRunner.Run(_model.Build(example)));
        Assert.Equal(result.Failures.IsEmpty, result.Passed);
        return string.Join(" ", result.Failures);
    }

    private static Expectation Expect(Requirement requirement, ExpectedOutcome outcome, bool negated = false) =>
        new(requirement, null, null, outcome, null, negated, [], null, Nowhere);

    private static FactPath Path(Field field) => new([new FactPathStep(field, null)]);
}
