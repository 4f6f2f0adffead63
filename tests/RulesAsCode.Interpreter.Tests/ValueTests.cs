using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;
using static RulesAsCode.Interpreter.Tests.TestModel;

namespace RulesAsCode.Interpreter.Tests;

/// <summary>Dates, numbers, parameters, definitions and lists, and the reasons for which they have no value.</summary>
public sealed class ValueTests
{
    private readonly TestModel _model = new();

    [Theory]
    [InlineData("30 June 2025", "11 July 2025", true)]
    [InlineData("30 June 2025", "10 July 2025", false)]
    [InlineData("30 June 2025", "12 July 2025", true)]
    public void At_least_n_after_is_on_or_after_the_nth_day(string anchor, string day, bool expected)
    {
        _model.CountWorkingDays(2024, 2026, "1 July 2025");
        Field a = _model.Field("a", RuleType.Date);
        Field b = _model.Field("b", RuleType.Date, orNone: true);
        Expression condition = new DateDistanceExpression(Fact(a), Literal(8, DurationUnit.WorkingDay), Direction.After, Fact(b), Nowhere);
        Assert.Equal((expected, "", ""), _model.Test(condition, Answers((a, Date(day)), (b, Date(anchor)))));
        Assert.Equal((null, "a", ""), _model.Test(condition, Answers((b, Date(anchor)))));
        Assert.Equal((null, "b", ""), _model.Test(condition, Answers((a, Date(day)))));
        Assert.Equal((false, "", ""), _model.Test(condition, Answers((a, Date(day)), (b, NoneValue.Instance))));
    }

    [Fact]
    public void The_two_directions_differ_where_an_end_is_no_working_day()
    {
        // 2026: Good Friday 3 April is not reached; 5 January to Saturday 28 March.
        _model.CountWorkingDays();
        Field notice = _model.Field("notice", RuleType.Date);
        Field start = _model.Field("start", RuleType.Date);
        FactRecord facts = Answers((notice, Date("5 January 2026")), (start, Date("28 March 2026")));
        Expression before = new DateDistanceExpression(Fact(notice), Literal(60, DurationUnit.WorkingDay), Direction.Before, Fact(start), Nowhere);
        Expression after = new DateDistanceExpression(Fact(start), Literal(60, DurationUnit.WorkingDay), Direction.After, Fact(notice), Nowhere);
        Assert.True(_model.Test(before, facts).Value);
        Assert.False(_model.Test(after, facts).Value);
    }

    [Fact]
    public void Clear_adds_one()
    {
        _model.CountWorkingDays();
        Field a = _model.Field("a", RuleType.Date);
        Expression Condition(bool clear) => new DateDistanceExpression(Fact(a), Literal(5, DurationUnit.Day, clear), Direction.After, Literal("1 May 2025"), Nowhere);
        Assert.True(_model.Test(Condition(false), Answers((a, Date("6 May 2025")))).Value);
        Assert.False(_model.Test(Condition(true), Answers((a, Date("6 May 2025")))).Value);
        Assert.True(_model.Test(Condition(true), Answers((a, Date("7 May 2025")))).Value);
    }

    [Theory]
    [InlineData(Direction.After, "4 May 2025", false)]
    [InlineData(Direction.After, "5 May 2025", true)]
    [InlineData(Direction.After, "19 May 2025", true)]
    [InlineData(Direction.After, "20 May 2025", false)]
    [InlineData(Direction.Before, "20 April 2025", false)]
    [InlineData(Direction.Before, "21 April 2025", true)]
    [InlineData(Direction.Before, "5 May 2025", true)]
    [InlineData(Direction.Before, "6 May 2025", false)]
    public void Within_includes_both_ends(Direction direction, string day, bool expected)
    {
        Field a = _model.Field("a", RuleType.Date, orNone: true);
        Expression condition = new WithinExpression(Fact(a), Literal(2, DurationUnit.Week), direction, Literal("5 May 2025"), Nowhere);
        Assert.Equal((expected, "", ""), _model.Test(condition, Answers((a, Date(day)))));
        Assert.Equal((false, "", ""), _model.Test(condition, Answers((a, NoneValue.Instance))));
        Assert.Equal((null, "a", ""), _model.Test(condition, Answers()));
    }

    [Fact]
    public void An_offset_from_none_is_none_and_months_take_the_last_day()
    {
        Field a = _model.Field("a", RuleType.Date, orNone: true);
        Expression offset = new OffsetExpression(Literal(1, DurationUnit.Month), Direction.After, Fact(a), Nowhere);
        Assert.Equal(Date("28 February 2025"), _model.Evaluate(offset, Answers((a, Date("31 January 2025")))).Value);
        Assert.Equal(NoneValue.Instance, _model.Evaluate(offset, Answers((a, NoneValue.Instance))).Value);
        Assert.Equal((null, "a", ""), _model.Evaluate(offset, Answers()));
    }

    [Fact]
    public void Today_is_the_date_of_the_assessment() =>
        Assert.Equal(Date("3 March 2024"), _model.Evaluate(new TodayExpression(Nowhere), Answers(), "3 March 2024").Value);

    [Fact]
    public void Dates_outside_the_language_are_a_reason()
    {
        Expression offset = new OffsetExpression(Literal(100, DurationUnit.Year), Direction.After, Literal("31 December 2100"), Nowhere);
        Assert.Equal((null, "", "OutOfRange: 100 years after 31 December 2100 is outside the years 1900 to 2199"), _model.Evaluate(offset, Answers()));
    }

    [Fact]
    public void Working_days_past_the_calendar_are_a_reason()
    {
        _model.CountWorkingDays(2012, 2028);
        Field a = _model.Field("a", RuleType.Date);
        Expression offset = new OffsetExpression(Literal(60, DurationUnit.WorkingDay), Direction.After, Fact(a), Nowhere);
        const string Reason = "PastCalendar: 60 working days after a cannot be told: the calendar England and Wales covers 2012 to 2028";
        Assert.Equal((null, "", Reason), _model.Evaluate(offset, Answers((a, Date("1 December 2028")))));
        Assert.Equal((null, "", Reason), _model.Evaluate(offset, Answers((a, Date("31 December 2011")))));
        Expression nearest = new NearestWorkingDayExpression(Direction.After, Literal("30 December 2028"), Nowhere);
        Assert.Equal(
            (null, "", "PastCalendar: first working day on or after 30 December 2028 cannot be told: the calendar England and Wales covers 2012 to 2028"),
            _model.Evaluate(nearest, Answers()));
        Assert.Equal(
            Date("29 December 2028"), _model.Evaluate(new NearestWorkingDayExpression(Direction.Before, Literal("31 December 2028"), Nowhere), Answers()).Value);
    }

    [Fact]
    public void Division_by_zero_and_overflow_are_reasons()
    {
        Field a = _model.Field("a", RuleType.Number);
        Expression quotient = new ArithmeticExpression(Literal(1), ArithmeticOperator.Divide, Fact(a), RuleType.Number, Nowhere);
        Expression square = new ArithmeticExpression(Fact(a), ArithmeticOperator.Multiply, Fact(a), RuleType.Number, Nowhere);
        Assert.Equal((null, "", "DivisionByZero: 1 / a would be a division by zero"), _model.Evaluate(quotient, Answers((a, Number(0)))));
        Assert.Equal((null, "", "Overflow: a * a is too large a number"), _model.Evaluate(square, Answers((a, Number(100_000_000m)))));
        Assert.Equal(Number(0.333333333m), _model.Evaluate(quotient, Answers((a, Number(3)))).Value);
    }

    [Fact]
    public void A_reason_behind_an_absorbing_operator_does_not_matter()
    {
        Field a = _model.Field("a", RuleType.Number);
        Expression quotient = new ArithmeticExpression(Literal(1), ArithmeticOperator.Divide, Fact(a), RuleType.Number, Nowhere);
        Expression broken = new OrderExpression(quotient, OrderOperator.AtLeast, Literal(1), Nowhere);
        Assert.Equal((true, "", ""), _model.Test(Any(broken, Literal(true)), Answers((a, Number(0)))));
        Assert.Equal((false, "", ""), _model.Test(All(broken, Literal(false)), Answers((a, Number(0)))));
        Assert.Equal((null, "", "1 / a would be a division by zero"), _model.Test(All(broken, Literal(true)), Answers((a, Number(0)))));
    }

    [Fact]
    public void Kinds_of_duration_do_not_mix()
    {
        Field a = _model.Field("a", RuleType.Duration);
        Expression condition = new OrderExpression(Fact(a), OrderOperator.AtLeast, Literal(1, DurationUnit.Month), Nowhere);
        Assert.Equal((true, "", ""), _model.Test(condition, Answers((a, Length(2, DurationUnit.Month)))));
        Assert.Equal((null, "", "60 days and 1 month are of different kinds"), _model.Test(condition, Answers((a, Length(60, DurationUnit.Day)))));
        Expression sum = new ArithmeticExpression(Fact(a), ArithmeticOperator.Add, Literal(1, DurationUnit.Month), RuleType.Duration, Nowhere);
        Assert.Equal((null, "", "DurationKindsDiffer: 1 year and 1 month are of different kinds"), _model.Evaluate(sum, Answers((a, Length(1, DurationUnit.Year)))));
        Assert.Equal((null, "", "Overflow: a + 1 month is too large a number"), _model.Evaluate(sum, Answers((a, Length(int.MaxValue, DurationUnit.Month)))));
    }

    [Fact]
    public void A_parameter_has_the_value_of_the_period_that_holds()
    {
        var rate = new Parameter("rate", Nowhere)
        {
            Type = RuleType.Percentage,
            Periods =
            [
                new ParameterPeriod(Day("6 April 2023"), Number(0.2m), [], Nowhere),
                new ParameterPeriod(Day("6 April 2024"), Number(0.25m), [], Nowhere),
                new ParameterPeriod(Day("6 April 2025"), NoneValue.Instance, [], Nowhere),
            ],
        };
        Field contract = _model.Field("contract date", RuleType.Date, orNone: true);
        Expression now = new ParameterExpression(rate, null, Nowhere);
        Expression then = new ParameterExpression(rate, Fact(contract), Nowhere);
        Assert.Equal(Number(0.2m), _model.Evaluate(now, Answers(), "5 April 2024").Value);
        Assert.Equal(Number(0.25m), _model.Evaluate(now, Answers(), "6 April 2024").Value);
        Assert.Equal(NoneValue.Instance, _model.Evaluate(now, Answers(), "6 April 2025").Value);
        Assert.Equal((null, "", "ParameterWithoutValue: rate has no value on 5 April 2023"), _model.Evaluate(now, Answers(), "5 April 2023"));
        Assert.Equal(Number(0.2m), _model.Evaluate(then, Answers((contract, Date("6 April 2023"))), "1 June 2025").Value);
        Assert.Equal((null, "contract date", ""), _model.Evaluate(then, Answers(), "1 June 2025"));
        Assert.Equal(NoneValue.Instance, _model.Evaluate(then, Answers((contract, NoneValue.Instance)), "1 June 2024").Value);
    }

    [Fact]
    public void A_case_that_may_hold_hides_later_ones()
    {
        Field a = _model.Field("a", RuleType.YesNo);
        Field b = _model.Field("b", RuleType.YesNo);
        Definition definition = _model.Define("d", RuleType.Number, (Fact(a), Literal(1)), (Fact(b), Literal(2)), (null, Literal(3)));
        Assert.Equal((null, "a", ""), _model.Evaluate(Use(definition), Answers((b, YesNoValue.Yes))));
        Assert.Equal(Number(2), _model.Evaluate(Use(definition), Answers((a, YesNoValue.No), (b, YesNoValue.Yes))).Value);
        Assert.Equal(Number(1), _model.Evaluate(Use(definition), Answers((a, YesNoValue.Yes))).Value);
        Assert.Equal(Number(3), _model.Evaluate(Use(definition), Answers((a, YesNoValue.No), (b, YesNoValue.No))).Value);
    }

    [Theory]
    [InlineData(RoundingMode.Nearest, 2.345, 2.35)]
    [InlineData(RoundingMode.Nearest, -2.345, -2.35)]
    [InlineData(RoundingMode.Down, -2.341, -2.35)]
    [InlineData(RoundingMode.Up, -2.349, -2.34)]
    [InlineData(RoundingMode.Up, 2.341, 2.35)]
    public void A_definition_is_rounded_as_it_says(RoundingMode mode, decimal value, decimal expected)
    {
        Definition definition = _model.Define("d", RuleType.Money, (null, Literal(Number(value), RuleType.Money)));
        definition.Rounding = new Rounding(mode, ExactNumber.FromDecimal(0.01m));
        Assert.Equal(Number(expected), _model.Evaluate(Use(definition), Answers()).Value);
    }

    [Fact]
    public void A_comparison_uses_the_exact_value()
    {
        Field a = _model.Field("a", RuleType.Money);
        Expression share = new ArithmeticExpression(Fact(a), ArithmeticOperator.Divide, Literal(3), RuleType.Money, Nowhere);
        Expression condition = new OrderExpression(share, OrderOperator.AtLeast, Literal(Number(0.34m), RuleType.Money), Nowhere);
        Assert.False(_model.Test(condition, Answers((a, Number(1)))).Value);
    }

    [Fact]
    public void Lists_are_filtered_counted_and_summed_strictly()
    {
        Record parcel = RecordOf("parcel", ("fragile", RuleType.YesNo, false), ("weight", RuleType.Number, false), ("sent on", RuleType.Date, true));
        Field parcels = _model.Field("parcels", new ListType(parcel));
        var variable = new ElementVariable(parcel, Fact(parcels));
        Expression element = new ElementExpression(variable, Nowhere);
        Expression fragile = new FilterExpression(Fact(parcels), variable, Fact(parcel.Fields[0], element), Nowhere);
        Expression count = new CountExpression(fragile, Nowhere);
        Expression Aggregate(AggregateFunction function, int field, Expression list) => new AggregateExpression(function, Fact(parcel.Fields[field], element), variable, list, Nowhere);
        FactRecord Parcel(bool? isFragile, decimal? weight, RuleValue? sent = null) => Answers(
            (parcel.Fields[0], isFragile is { } f ? YesNoValue.Of(f) : null), (parcel.Fields[1], weight is { } w ? Number(w) : null), (parcel.Fields[2], sent));

        FactRecord all = Answers((parcels, List(Parcel(true, 2), Parcel(false, 5), Parcel(true, 4.5m))));
        Assert.Equal(Number(2), _model.Evaluate(count, all).Value);
        Assert.Equal(Number(6.5m), _model.Evaluate(Aggregate(AggregateFunction.Sum, 1, fragile), all).Value);
        Assert.Equal(Number(5), _model.Evaluate(Aggregate(AggregateFunction.Largest, 1, Fact(parcels)), all).Value);
        Assert.Equal(Number(2), _model.Evaluate(Aggregate(AggregateFunction.Smallest, 1, Fact(parcels)), all).Value);
        Assert.Equal((null, "parcel 1's sent on, parcel 2's sent on, parcel 3's sent on", ""), _model.Evaluate(Aggregate(AggregateFunction.Earliest, 2, Fact(parcels)), all));

        FactRecord open = Answers((parcels, List(Parcel(true, null), Parcel(null, 5))));
        Assert.Equal((null, "parcel 2's fragile", ""), _model.Evaluate(count, open));
        Assert.Equal((null, "parcel 1's weight", ""), _model.Evaluate(Aggregate(AggregateFunction.Sum, 1, Fact(parcels)), open));
        Assert.Equal((null, "parcels", ""), _model.Evaluate(count, Answers()));

        FactRecord empty = Answers((parcels, List()));
        Assert.Equal(Number(0), _model.Evaluate(count, empty).Value);
        Assert.Equal(Number(0), _model.Evaluate(Aggregate(AggregateFunction.Sum, 1, Fact(parcels)), empty).Value);
        Assert.Equal(NoneValue.Instance, _model.Evaluate(Aggregate(AggregateFunction.Largest, 1, Fact(parcels)), empty).Value);

        FactRecord dated = Answers((parcels, List(Parcel(true, 1, Date("3 May 2025")), Parcel(true, 1, NoneValue.Instance), Parcel(true, 1, Date("2 May 2025")))));
        Assert.Equal(Date("2 May 2025"), _model.Evaluate(Aggregate(AggregateFunction.Earliest, 2, Fact(parcels)), dated).Value);
        Assert.Equal(Date("3 May 2025"), _model.Evaluate(Aggregate(AggregateFunction.Latest, 2, Fact(parcels)), dated).Value);
    }

    [Fact]
    public void A_definition_for_each_record_is_computed_for_each()
    {
        Record parcel = RecordOf("parcel", ("weight", RuleType.Number, false));
        Field parcels = _model.Field("parcels", new ListType(parcel));
        var own = new ElementVariable(parcel, null);
        Definition twice = _model.Define("twice", RuleType.Number,
            (null, new ArithmeticExpression(Fact(parcel.Fields[0], new ElementExpression(own, Nowhere)), ArithmeticOperator.Multiply, Literal(2), RuleType.Number, Nowhere)));
        twice.Element = own;
        var variable = new ElementVariable(parcel, Fact(parcels));
        Expression sum = new AggregateExpression(AggregateFunction.Sum, Use(twice, new ElementExpression(variable, Nowhere)), variable, Fact(parcels), Nowhere);
        FactRecord facts = Answers((parcels, List(Answers((parcel.Fields[0], Number(2))), Answers((parcel.Fields[0], Number(3))))));
        Assert.Equal(Number(10), _model.Evaluate(sum, facts).Value);
        Assert.Equal(Number(6), new RulesetInterpreter(_model.Build()).Evaluate(twice, facts, Day("1 June 2025"), 1));
    }

    [Fact]
    public void A_record_is_asked_for_field_by_field_unless_there_may_be_none()
    {
        Record address = RecordOf("address", ("country", RuleType.Text, false));
        Field home = _model.Field("home", new RecordType(address));
        Field office = _model.Field("office", new RecordType(address), orNone: true);
        Expression Country(Field field) => new EqualityExpression(
            Fact(address.Fields[0], Fact(field), isQualified: true), Literal(new TextValue("Wales"), RuleType.Text), Nowhere);
        Assert.Equal((null, "home's country", ""), _model.Test(Country(home), Answers()));
        Assert.Equal((null, "office", ""), _model.Test(Country(office), Answers()));
        Assert.Equal((null, "office's country", ""), _model.Test(Country(office), Answers((office, new RecordValue(FactRecord.Empty)))));
        Assert.Equal((false, "", ""), _model.Test(Country(office), Answers((office, NoneValue.Instance))));
        Assert.Equal((true, "", ""), _model.Test(Country(home), Answers((home, new RecordValue(Answers((address.Fields[0], new TextValue("Wales"))))))));
    }

    [Fact]
    public void Differences_of_dates_count_whole_units()
    {
        Expression Between(DateDifferenceUnit unit, string from, string to) => new DateDifferenceExpression(unit, Literal(from), Literal(to), Nowhere);
        Assert.Equal(Number(17), _model.Evaluate(Between(DateDifferenceUnit.WholeYears, "29 February 2008", "28 February 2026"), Answers()).Value);
        Assert.Equal(Number(18), _model.Evaluate(Between(DateDifferenceUnit.WholeYears, "29 February 2008", "1 March 2026"), Answers()).Value);
        Assert.Equal(Number(1), _model.Evaluate(Between(DateDifferenceUnit.WholeMonths, "15 January 2025", "15 February 2025"), Answers()).Value);
        Assert.Equal(Number(-31), _model.Evaluate(Between(DateDifferenceUnit.Days, "1 February 2025", "1 January 2025"), Answers()).Value);
    }

    [Fact]
    public void The_larger_and_the_later_of_two_are_strict()
    {
        Field a = _model.Field("a", RuleType.Date);
        Expression later = new PairExpression(PairFunction.Later, Fact(a), Literal("1 May 2025"), RuleType.Date, Nowhere);
        Assert.Equal(Date("2 May 2025"), _model.Evaluate(later, Answers((a, Date("2 May 2025")))).Value);
        Assert.Equal(Date("1 May 2025"), _model.Evaluate(later, Answers((a, Date("2 April 2025")))).Value);
        Assert.Equal((null, "a", ""), _model.Evaluate(later, Answers()));
        Assert.Equal(Number(2), _model.Evaluate(new PairExpression(PairFunction.Smaller, Literal(3), Literal(2), RuleType.Number, Nowhere), Answers()).Value);
    }

    [Fact]
    public void A_chain_of_definitions_of_any_length_is_computed()
    {
        Field a = _model.Field("a", RuleType.Number);
        Definition last = _model.Define("d0", RuleType.Number, (null, Fact(a)));
        for (int i = 1; i <= 50_000; i++)
        {
            last = _model.Define("d" + i, RuleType.Number, (null, new ArithmeticExpression(Use(last), ArithmeticOperator.Add, Literal(1), RuleType.Number, Nowhere)));
        }

        Requirement requirement = _model.Require("R", new OrderExpression(Use(last), OrderOperator.AtLeast, Literal(50_000), Nowhere));
        var interpreter = new RulesetInterpreter(_model.Build());
        Assert.Equal(Outcome.Satisfied, interpreter.Assess(Answers((a, Number(0))), Day("1 June 2025")).Outcome);
        Assert.Equal("a", Assert.Single(interpreter.Assess(Answers(), Day("1 June 2025")).Requirements[0].Missing).Words);
        Assert.Contains("d50000", interpreter.Explain(requirement, Answers(), Day("1 June 2025")).ToString());
    }
}
