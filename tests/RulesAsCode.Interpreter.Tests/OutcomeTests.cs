using RulesAsCode.Compiler.Model;
using static RulesAsCode.Interpreter.Tests.TestModel;

namespace RulesAsCode.Interpreter.Tests;

/// <summary>The outcome of a requirement and of the whole, what is asked for, and what is said.</summary>
public sealed class OutcomeTests
{
    private static readonly int AsAt = Day("1 June 2025");
    private readonly TestModel _model = new();

    // Applies, exception, criteria a and b, then outcome and what is asked for.
    [Theory]
    [InlineData("f", "f", "u", "f", Outcome.NotApplicable, "")]
    [InlineData("t", "t", "u", "f", Outcome.NotApplicable, "")]
    [InlineData("u", "t", "u", "u", Outcome.NotApplicable, "")]
    [InlineData("u", "f", "u", "f", Outcome.Undecided, "applies")]
    [InlineData("t", "u", "u", "f", Outcome.Undecided, "excepted")]
    [InlineData("u", "u", "u", "t", Outcome.Undecided, "applies, excepted")]
    [InlineData("t", "f", "f", "u", Outcome.NotSatisfied, "")]
    [InlineData("t", "f", "u", "f", Outcome.NotSatisfied, "")]
    [InlineData("t", "f", "t", "u", Outcome.Undecided, "b")]
    [InlineData("t", "f", "u", "u", Outcome.Undecided, "a, b")]
    [InlineData("t", "f", "t", "t", Outcome.Satisfied, "")]
    public void Outcome_table(string applies, string excepted, string a, string b, Outcome outcome, string missing)
    {
        Field[] fields = [.. new[] { "applies", "excepted", "a", "b" }.Select(name => _model.Field(name, RuleType.YesNo))];
        Requirement requirement = _model.Require("R", Fact(fields[2]), Fact(fields[3]));
        requirement.AppliesWhen = When(Fact(fields[0]));
        requirement.Exceptions = [Unless(Fact(fields[1]))];
        FactRecord facts = Answers([.. fields.Zip(new[] { applies, excepted, a, b }, (field, state) => (field, Truth(state)))]);

        RequirementAssessment result = Assess(facts).Requirements[0];
        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(missing, string.Join(", ", result.Missing));
        Outcome[] criteria = [.. result.Criteria.Select(criterion => criterion.Outcome)];
        bool applied = applies == "t" && excepted == "f";
        Assert.Equal(applied ? [Of(a), Of(b)] : [outcome, outcome], criteria);
    }

    [Theory]
    [InlineData("t", "f", "f", Outcome.NotApplicable)]
    [InlineData("t", "t", "f", Outcome.NotSatisfied)]
    [InlineData("t", "t", "t", Outcome.NotApplicable)]
    [InlineData("t", "u", "f", Outcome.Undecided)]
    [InlineData("t", "u", "t", Outcome.NotApplicable)]
    [InlineData("f", "u", "u", Outcome.NotSatisfied)]
    public void An_exception_to_an_exception_to_an_exception(string first, string second, string third, Outcome expected)
    {
        Field[] fields = [.. new[] { "first", "second", "third" }.Select(name => _model.Field(name, RuleType.YesNo))];
        _model.Require("R", Literal(false)).Exceptions = [Unless(Fact(fields[0]), Unless(Fact(fields[1]), Unless(Fact(fields[2]))))];
        Assert.Equal(expected, Assess(Answers((fields[0], Truth(first)), (fields[1], Truth(second)), (fields[2], Truth(third)))).Outcome);
    }

    [Theory]
    [InlineData("31 May 2025", Outcome.NotApplicable)]
    [InlineData("1 June 2025", Outcome.Undecided)]
    [InlineData("30 June 2025", Outcome.Undecided)]
    [InlineData("1 July 2025", Outcome.NotApplicable)]
    public void In_force_includes_both_days(string asAt, Outcome expected)
    {
        Requirement requirement = _model.Require("R", Fact(_model.Field("a", RuleType.YesNo)));
        requirement.InForceFrom = Day("1 June 2025");
        requirement.InForceUntil = Day("30 June 2025");
        Assert.Equal(expected, new RulesetInterpreter(_model.Build()).Assess(Answers(), Day(asAt)).Outcome);
    }

    [Theory]
    [InlineData("t", "f", Outcome.Satisfied, "")]
    [InlineData("u", "t", Outcome.Satisfied, "")]
    [InlineData("u", "f", Outcome.Undecided, "waived")]
    [InlineData("f", "u", Outcome.Undecided, "done")]
    [InlineData("f", "f", Outcome.NotSatisfied, "")]
    public void An_exception_of_a_criterion_meets_it(string waived, string done, Outcome expected, string missing)
    {
        Field waivedField = _model.Field("waived", RuleType.YesNo);
        Field doneField = _model.Field("done", RuleType.YesNo);
        _model.Require("R", Fact(doneField)).Criteria[0].Exceptions = [Unless(Fact(waivedField))];
        RequirementAssessment result = Assess(Answers((waivedField, Truth(waived)), (doneField, Truth(done)))).Requirements[0];
        Assert.Equal((expected, missing), (result.Outcome, string.Join(", ", result.Missing)));
    }

    [Fact]
    public void A_recommendation_speaks_and_decides_nothing()
    {
        Field must = _model.Field("must", RuleType.YesNo);
        Field should = _model.Field("should", RuleType.YesNo);
        Requirement requirement = _model.Require("R", Fact(must), Fact(should));
        requirement.Criteria[0].Otherwise = new Prose("Do it.", Nowhere);
        requirement.Criteria[1].Otherwise = new Prose("  You might do it.\n", Nowhere);
        requirement.Criteria[1].IsRecommendation = true;

        RequirementAssessment open = Assess(Answers((must, YesNoValue.Yes))).Requirements[0];
        Assert.Equal((Outcome.Satisfied, 0, 0), (open.Outcome, open.Missing.Length, open.Messages.Length));
        Assert.Equal(Outcome.Undecided, open.Criteria[1].Outcome);

        RequirementAssessment unmet = Assess(Answers((must, YesNoValue.Yes), (should, YesNoValue.No))).Requirements[0];
        Assert.Equal(Outcome.Satisfied, unmet.Outcome);
        Assert.Equal(["You might do it."], unmet.Messages);

        RequirementAssessment failed = Assess(Answers((must, YesNoValue.No), (should, YesNoValue.No))).Requirements[0];
        Assert.Equal(Outcome.NotSatisfied, failed.Outcome);
        Assert.Equal(["Do it.", "You might do it."], failed.Messages);
    }

    [Theory]
    [InlineData("tf", Outcome.NotSatisfied)]
    [InlineData("uf", Outcome.NotSatisfied)]
    [InlineData("tu", Outcome.Undecided)]
    [InlineData("tt", Outcome.Satisfied)]
    [InlineData("t-", Outcome.Satisfied)]
    [InlineData("u-", Outcome.Undecided)]
    [InlineData("--", Outcome.NotApplicable)]
    public void The_whole_is_the_worst_of_the_subjects_own(string states, Outcome expected)
    {
        for (int i = 0; i < states.Length; i++)
        {
            Requirement requirement = _model.Require("R" + i, states[i] == 'u' ? Fact(_model.Field("f" + i, RuleType.YesNo)) : Literal(states[i] == 't'));
            requirement.AppliesWhen = states[i] == '-' ? When(Literal(false)) : null;
        }

        _model.Require("Theirs", Literal(false)).FallsOn = new Term("Regulator", null, Nowhere);
        Assessment result = Assess(Answers());
        Assert.Equal(expected, result.Outcome);
        Assert.Equal(Outcome.NotSatisfied, result.Requirements[^1].Outcome);
    }

    // The list, then each element as applies/met, then the outcome and what is asked for.
    [Theory]
    [InlineData(null, Outcome.Undecided, "parcels")]
    [InlineData("", Outcome.NotApplicable, "")]
    [InlineData("tt", Outcome.Satisfied, "")]
    [InlineData("tt fu", Outcome.Satisfied, "")]
    [InlineData("ft fu", Outcome.NotApplicable, "")]
    [InlineData("tt tf uu", Outcome.NotSatisfied, "")]
    [InlineData("tt tu uu", Outcome.Undecided, "parcel 2's met, parcel 3's applies")]
    public void For_each_is_the_worst_of_the_elements(string? elements, Outcome expected, string missing)
    {
        Record parcel = RecordOf("parcel", ("applies", RuleType.YesNo, false), ("met", RuleType.YesNo, false));
        Field parcels = _model.Field("parcels", new ListType(parcel));
        var variable = new ElementVariable(parcel, Fact(parcels));
        Expression element = new ElementExpression(variable, Nowhere);
        Requirement requirement = _model.Require("R", Fact(parcel.Fields[1], element));
        requirement.Element = variable;
        requirement.AppliesWhen = When(Fact(parcel.Fields[0], element), usesElement: true);
        string[] states = elements?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        RuleValue list = List([.. states.Select(state => Answers((parcel.Fields[0], Truth(state[..1])), (parcel.Fields[1], Truth(state[1..]))))]);

        RequirementAssessment result = Assess(elements is null ? Answers() : Answers((parcels, list))).Requirements[0];
        Assert.Equal((expected, missing), (result.Outcome, string.Join(", ", result.Missing)));
        Assert.Equal(
            states.Select((state, i) => ($"parcel {i + 1}", i, state[0] == 't' ? Of(state[1..]) : state[0] == 'f' ? Outcome.NotApplicable : Outcome.Undecided)),
            result.Elements.Select(part => (part.Name, part.Index, part.Outcome)));
    }

    [Fact]
    public void Clauses_that_use_no_element_decide_before_the_list()
    {
        Record parcel = RecordOf("parcel", ("met", RuleType.YesNo, false));
        Field parcels = _model.Field("parcels", new ListType(parcel));
        Field exporter = _model.Field("exporter", RuleType.YesNo);
        var variable = new ElementVariable(parcel, Fact(parcels));
        Requirement requirement = _model.Require("R", Fact(parcel.Fields[0], new ElementExpression(variable, Nowhere)));
        requirement.Element = variable;
        requirement.AppliesWhen = When(Fact(exporter));

        (Outcome, string) For(FactRecord facts)
        {
            RequirementAssessment result = Assess(facts).Requirements[0];
            return (result.Outcome, string.Join(", ", result.Missing));
        }

        Assert.Equal((Outcome.Undecided, "exporter"), For(Answers()));
        Assert.Equal((Outcome.Undecided, "exporter"), For(Answers((parcels, List()))));
        Assert.Equal((Outcome.NotApplicable, ""), For(Answers((exporter, YesNoValue.No))));
        Assert.Equal((Outcome.Undecided, "parcels"), For(Answers((exporter, YesNoValue.Yes))));
        Assert.Equal((Outcome.NotApplicable, ""), For(Answers((exporter, YesNoValue.Yes), (parcels, List()))));
        Assert.Equal((Outcome.Undecided, "parcel 1's met"), For(Answers((exporter, YesNoValue.Yes), (parcels, List(Answers())))));
    }

    [Fact]
    public void An_element_exempted_by_its_own_exception_is_skipped()
    {
        Record parcel = RecordOf("parcel", ("exempt", RuleType.YesNo, false));
        Field parcels = _model.Field("parcels", new ListType(parcel));
        var variable = new ElementVariable(parcel, Fact(parcels));
        Requirement requirement = _model.Require("R", Literal(true));
        requirement.Element = variable;
        requirement.Exceptions = [UnlessElement(Fact(parcel.Fields[0], new ElementExpression(variable, Nowhere)))];
        RuleValue list = List(Answers((parcel.Fields[0], YesNoValue.Yes)), Answers((parcel.Fields[0], YesNoValue.No)));
        RequirementAssessment result = Assess(Answers((parcels, list))).Requirements[0];
        Assert.Equal([Outcome.NotApplicable, Outcome.Satisfied], result.Elements.Select(element => element.Outcome));
        Assert.Equal(Outcome.Satisfied, result.Outcome);
    }

    [Fact]
    public void Elements_of_a_filtered_list_keep_their_numbers()
    {
        Record parcel = RecordOf("parcel", ("abroad", RuleType.YesNo, false), ("declared", RuleType.YesNo, false));
        Field parcels = _model.Field("parcels", new ListType(parcel));
        var inner = new ElementVariable(parcel, Fact(parcels));
        Definition abroad = _model.Define(
            "parcels abroad", new ListType(parcel),
            (null, new FilterExpression(Fact(parcels), inner, Fact(parcel.Fields[0], new ElementExpression(inner, Nowhere)), Nowhere)));
        var variable = new ElementVariable(parcel, Use(abroad));
        Requirement requirement = _model.Require("R", Fact(parcel.Fields[1], new ElementExpression(variable, Nowhere)));
        requirement.Element = variable;
        FactRecord Parcel(bool isAbroad) => Answers((parcel.Fields[0], YesNoValue.Of(isAbroad)));
        RequirementAssessment result = Assess(Answers((parcels, List(Parcel(false), Parcel(true))))).Requirements[0];
        Assert.Equal(("parcel 2", 1), Assert.Single(result.Elements.Select(element => (element.Name, element.Index))));
        Assert.Equal("/parcels/1/declared", Assert.Single(result.Missing).Pointer);
    }

    [Fact]
    public void Missing_facts_are_in_declaration_order_and_each_once()
    {
        Field a = _model.Field("a", RuleType.YesNo);
        Field b = _model.Field("b", RuleType.YesNo);
        Field c = _model.Field("c", RuleType.YesNo);
        _model.Require("R", Fact(c), All(Fact(b), Fact(c)), Fact(a));
        Assert.Equal(["a", "b", "c"], Assess(Answers()).Requirements[0].Missing.Select(path => path.Words));
    }

    [Fact]
    public void An_assessment_outside_the_dates_of_the_language_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RulesetInterpreter(_model.Build()).Assess(Answers(), 0));

    private Assessment Assess(FactRecord facts) => new RulesetInterpreter(_model.Build()).Assess(facts, AsAt);

    private static RuleValue? Truth(string state) => state switch { "t" => YesNoValue.Yes, "f" => YesNoValue.No, _ => null };

    private static Outcome Of(string state) => state switch { "t" => Outcome.Satisfied, "f" => Outcome.NotSatisfied, _ => Outcome.Undecided };
}
