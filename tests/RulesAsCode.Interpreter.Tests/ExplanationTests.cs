using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;
using static RulesAsCode.Interpreter.Tests.TestModel;

namespace RulesAsCode.Interpreter.Tests;

public sealed class ExplanationTests
{
    private readonly TestModel _model = new();
    private readonly Source _code = new("SEC", "Smart Energy Code", Nowhere);
    private readonly Source _checklist = new("Checklist", "Checklist", Nowhere);

    private Requirement Notice(Field notice, Field start)
    {
        // The holidays of England and Wales between January and April 2024.
        _model.CountWorkingDays(2024, 2026, "29 March 2024", "1 April 2024");
        Requirement requirement = _model.Require(
            "UEPT Notice", new DateDistanceExpression(Fact(start), Literal(60, DurationUnit.WorkingDay), Direction.After, Fact(notice), Nowhere));
        requirement.References =
        [
            new SectionReference(_code, "section", "H1", null, null, [], null, Nowhere),
            new SectionReference(_checklist, "item", "4", null, null, [], "60 working days' notice", Nowhere),
        ];
        requirement.Criteria[0].Readings = [new CriterionReading(new Reading("R3", "Does the day of the notice count?", Nowhere), null)];
        return requirement;
    }

    [Fact]
    public void One_day_too_little_notice_names_the_date_that_decides()
    {
        Field notice = _model.Field("notice to DCC", RuleType.Date);
        Field start = _model.Field("testing start", RuleType.Date);
        Requirement requirement = Notice(notice, start);
        ExplanationStep explanation = new RulesetInterpreter(_model.Build())
            .Explain(requirement, Answers((notice, Date("8 January 2024")), (start, Date("2 April 2024"))), Day("1 June 2024"));
        Assert.Equal(
            """
            UEPT Notice: not satisfied — SEC H1, Checklist item 4 ("60 working days' notice")
              (a) not satisfied: testing start (2 April 2024) is 59 working days after notice to DCC (8 January 2024); at least 60 are needed: with this notice the earliest start is 3 April 2024 — SEC H1, Checklist item 4; calendar England and Wales, edition 24 November 2025; reading R3.
                testing start: 2 April 2024
                notice to DCC: 8 January 2024

            """,
            ExplanationText.Render(explanation));
    }

    [Theory]
    [InlineData("3 April 2024", "testing start (3 April 2024) is 60 working days after notice to DCC (8 January 2024); at least 60 are needed: with this notice the earliest start is 3 April 2024")]
    [InlineData("5 January 2024", "testing start (5 January 2024) is 1 working day before notice to DCC (8 January 2024); at least 60 are needed: with this notice the earliest start is 3 April 2024")]
    [InlineData("8 January 2024", "testing start (8 January 2024) is 0 working days after notice to DCC (8 January 2024); at least 60 are needed: with this notice the earliest start is 3 April 2024")]
    [InlineData("1 June 2030", "testing start (1 June 2030) is at least 60 working days after notice to DCC (8 January 2024): with this notice the earliest start is 3 April 2024")]
    [InlineData("", "not known whether testing start (not given) is at least 60 working days after notice to DCC (8 January 2024): with this notice the earliest start is 3 April 2024")]
    public void The_date_is_named_whatever_the_outcome(string day, string sentence)
    {
        Field notice = _model.Field("notice to DCC", RuleType.Date);
        Field start = _model.Field("testing start", RuleType.Date);
        Requirement requirement = Notice(notice, start);
        FactRecord facts = Answers((notice, Date("8 January 2024")), (start, day == "" ? null : Date(day)));
        Assert.Equal(sentence, new RulesetInterpreter(_model.Build()).Explain(requirement, facts, Day("1 June 2024")).Children[0].Text);
    }

    [Theory]
    [InlineData(60, DurationUnit.Day, false, Direction.Before, "a (5 May 2025) is 27 days before decision (1 June 2025); at least 60 are needed: with this decision the latest a is 2 April 2025")]
    [InlineData(2, DurationUnit.Week, true, Direction.Before, "a (5 May 2025) is 27 days before decision (1 June 2025); at least 2 clear weeks are needed: with this decision the latest a is 17 May 2025")]
    [InlineData(1, DurationUnit.Month, false, Direction.Before, "a (5 May 2025) is not at least 1 month before decision (1 June 2025): with this decision the latest a is 1 May 2025")]
    [InlineData(1, DurationUnit.Day, false, Direction.After, "a (5 May 2025) is 27 days before decision (1 June 2025); at least 1 is needed: with this decision the earliest a is 2 June 2025")]
    public void Other_lengths_count_as_they_are_said(int count, DurationUnit unit, bool clear, Direction direction, string sentence)
    {
        Field a = _model.Field("a", RuleType.Date);
        Field decision = _model.Field("decision", RuleType.Date);
        Requirement requirement = _model.Require("R", new DateDistanceExpression(Fact(a), Literal(count, unit, clear), direction, Fact(decision), Nowhere));
        FactRecord facts = Answers((a, Date("5 May 2025")), (decision, Date("1 June 2025")));
        Assert.Equal(sentence, new RulesetInterpreter(_model.Build()).Explain(requirement, facts, Day("1 June 2025")).Children[0].Text);
    }

    [Fact]
    public void A_tree_shows_clauses_elements_definitions_and_what_is_missing()
    {
        Choice role = ChoiceOf("User Role", "Other User", "Import Supplier");
        Field roles = _model.Field("user roles", new SetType(role));
        Field limit = _model.Field("limit", RuleType.Money);
        Field suspended = _model.Field("suspended", RuleType.YesNo);
        Record deposit = RecordOf("deposit", ("amount", RuleType.Money, false));
        Field deposits = _model.Field("deposits", new ListType(deposit));
        var variable = new ElementVariable(deposit, Fact(deposits));
        Expression amount = Fact(deposit.Fields[0], new ElementExpression(variable, Nowhere));
        Definition total = _model.Define("total", RuleType.Money, (null, new AggregateExpression(AggregateFunction.Sum, amount, variable, Fact(deposits), Nowhere)));
        Requirement requirement = _model.Require("Cover", All(
            new OrderExpression(Use(total), OrderOperator.AtLeast, Fact(limit), Nowhere),
            Not(new OrderExpression(Use(total), OrderOperator.MoreThan, Literal(Number(5000), RuleType.Money), Nowhere))));
        requirement.AppliesWhen = When(new IncludesExpression(Fact(roles), [Literal(new ChoiceValue(role.Members[0]), new ChoiceType(role))], Nowhere));
        requirement.Exceptions = [Unless(Fact(suspended))];
        FactRecord facts = Answers(
            (roles, SetValue.Of([role.Members[0]])), (suspended, YesNoValue.No),
            (deposits, List(Answers((deposit.Fields[0], Number(1250))), Answers((deposit.Fields[0], Number(0.5m))))));
        Assert.Equal(
            """
            Cover: undecided
              applies when yes: user roles (Other User) include Other User
                user roles: Other User
              unless no: suspended is no
              (a) undecided: not known whether all of these hold
                not known: not known whether total (£1,250.50) is at least limit (not given)
                  total: £1,250.50
                    sum of amount across deposits: £1,250.50
                      deposits: deposit 1 and deposit 2
                      deposit 1
                        amount: £1,250.00
                      deposit 2
                        amount: £0.50
                  limit: not given
                yes: total (£1,250.50) is not more than £5,000.00
                  total: £1,250.50
              asks for: limit

            """,
            new RulesetInterpreter(_model.Build()).Explain(requirement, facts, Day("1 June 2025")).ToString());
    }

    [Fact]
    public void Steps_are_numbered_in_the_order_of_the_text_and_explanations_are_equal_as_structures()
    {
        Field a = _model.Field("a", RuleType.YesNo);
        Field b = _model.Field("b", RuleType.YesNo);
        Requirement requirement = _model.Require("R", All(Fact(a), Fact(b)), Not(Fact(a)));
        requirement.AppliesWhen = When(Fact(b));
        ExplanationSteps steps = ExplanationSteps.Of(requirement);
        Assert.Equal(["b", "a and b", "a", "b", "a is no", "a"], steps.Expressions.Select(expression => Wording.Of(expression)));
        Assert.Equal([1, 2, 3, 4, 5, 6], steps.Expressions.Select(expression => steps[expression]));

        var interpreter = new RulesetInterpreter(_model.Build());
        FactRecord facts = Answers((a, YesNoValue.Yes), (b, YesNoValue.Yes));
        ExplanationStep first = interpreter.Explain(requirement, facts, Day("1 June 2025"));
        Assert.Equal(first, interpreter.Explain(requirement, facts, Day("1 June 2025")));
        Assert.NotEqual(first, interpreter.Explain(requirement, facts.With(a, YesNoValue.No), Day("1 June 2025")));
        Assert.Equal([1, 2, 5], first.Children.Select(child => child.Step));
    }

    [Fact]
    public void A_deadline_shows_its_window_and_why_it_is_open()
    {
        Field done = _model.Field("confirmation", RuleType.Date, orNone: true);
        Field asked = _model.Field("request", RuleType.Date);
        Requirement requirement = _model.Require("R", new DeadlineExpression(Fact(done), Literal(5, DurationUnit.Day), Direction.After, Fact(asked), Nowhere));
        var interpreter = new RulesetInterpreter(_model.Build());
        Assert.Equal(
            """
            R: undecided
              (a) undecided: not known whether confirmation (none) is within 5 days after request (5 May 2025): from 5 May 2025 to 10 May 2025
                confirmation: none
                request: 5 May 2025
              because: not due until 10 May 2025

            """,
            interpreter.Explain(requirement, Answers((done, NoneValue.Instance), (asked, Date("5 May 2025"))), Day("7 May 2025")).ToString());
        Assert.Equal(
            "confirmation (11 May 2025) is not within 5 days after request (5 May 2025): from 5 May 2025 to 10 May 2025",
            interpreter.Explain(requirement, Answers((done, Date("11 May 2025")), (asked, Date("5 May 2025"))), Day("12 May 2025")).Children[0].Text);
    }

    [Theory]
    [InlineData(null, "not known whether notice (not given) is none")]
    [InlineData("none", "notice is none")]
    [InlineData("5 May 2025", "notice is 5 May 2025")]
    public void None_is_never_called_not_given(string? answer, string sentence)
    {
        Field notice = _model.Field("notice", RuleType.Date, orNone: true);
        Requirement requirement = _model.Require("R", Given(Fact(notice)), Not(IsNone(Fact(notice))), IsNone(Fact(notice)));
        FactRecord facts = Answers((notice, answer is null ? null : answer == "none" ? NoneValue.Instance : Date(answer)));
        Assert.All(
            new RulesetInterpreter(_model.Build()).Explain(requirement, facts, Day("1 June 2025")).Children.Take(3),
            step => Assert.Equal(sentence, step.Text));
    }
}
