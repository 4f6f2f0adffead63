using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Tests;

/// <summary>Builds models and expressions without the front end, so that each rule of meaning is tested by itself.</summary>
internal sealed class TestModel
{
    public static readonly Location Nowhere = new(SourceText.From("test.rules", ""), new TextSpan(0, 0));

    private readonly List<Field> _fields = [];
    private readonly List<Requirement> _requirements = [];
    private readonly List<Definition> _definitions = [];

    public Record Facts { get; } = new("Facts", Nowhere, isFacts: true);

    public Guide Guide { get; } = new("Test Guide", "A guide for tests", Nowhere);

    public static int Day(string words) => CalendarDay.TryParseWords(words, out int day) ? day : throw new ArgumentException(words);

    public static RuleValue Date(string words) => new DateValue(Day(words));

    public static RuleValue Number(decimal value) => new NumberValue(ExactNumber.FromDecimal(value));

    public static RuleValue Length(int count, DurationUnit unit) => new DurationValue(new Duration(count, unit));

    public static Expression Literal(RuleValue value, RuleType type) => new LiteralExpression(value, type, Nowhere);

    public static Expression Literal(bool value) => Literal(YesNoValue.Of(value), RuleType.YesNo);

    public static Expression Literal(decimal value) => Literal(Number(value), RuleType.Number);

    public static Expression Literal(string date) => Literal(Date(date), RuleType.Date);

    public static Expression Literal(int count, DurationUnit unit, bool clear = false) =>
        Literal(new DurationValue(new Duration(count, unit, clear)), RuleType.Duration);

    public static FactExpression Fact(Field field, Expression? target = null, bool isQualified = false) => new(target, field, isQualified, Nowhere);

    public static Expression Not(Expression operand) => new NotExpression(operand, Nowhere);

    public static Expression All(params Expression[] operands) => new LogicalExpression(LogicalOperator.And, [.. operands], false, Nowhere);

    public static Expression Any(params Expression[] operands) => new LogicalExpression(LogicalOperator.Or, [.. operands], false, Nowhere);

    public static Expression NoneOf(params Expression[] operands) => new LogicalExpression(LogicalOperator.None, [.. operands], true, Nowhere);

    public static Expression Given(Expression operand) => new StateExpression(operand, StateTest.Given, Nowhere);

    public static Expression IsNone(Expression operand) => new StateExpression(operand, StateTest.None, Nowhere);

    public static ConditionClause When(Expression condition, bool usesElement = false) => new(condition, usesElement, [], [], Nowhere);

    public static ExceptionClause Unless(Expression condition, params ExceptionClause[] exceptions) => new(condition, false, [], [.. exceptions], Nowhere);

    public static ExceptionClause UnlessElement(Expression condition) => new(condition, true, [], [], Nowhere);

    public Field Field(string name, RuleType type, bool orNone = false)
    {
        var field = new Field(Facts, _fields.Count, name, Nowhere) { Type = type, OrNone = orNone };
        _fields.Add(field);
        Facts.Fields = [.. _fields];
        return field;
    }

    public static Record RecordOf(string name, params (string Name, RuleType Type, bool OrNone)[] fields)
    {
        var record = new Record(name, Nowhere, isFacts: false);
        record.Fields = [.. fields.Select((field, i) => new Field(record, i, field.Name, Nowhere) { Type = field.Type, OrNone = field.OrNone })];
        return record;
    }

    public static Choice ChoiceOf(string name, params string[] members)
    {
        var choice = new Choice(name, Nowhere);
        choice.Members = [.. members.Select((member, i) => new ChoiceMember(choice, i, member, null, Nowhere))];
        return choice;
    }

    public Requirement Require(string name, params Expression[] criteria)
    {
        var requirement = new Requirement(name, null, Nowhere) { Criteria = [.. criteria.Select((condition, i) => new Criterion(i, condition, Nowhere))] };
        _requirements.Add(requirement);
        return requirement;
    }

    public Definition Define(string name, RuleType type, params (Expression? Condition, Expression Value)[] cases)
    {
        var definition = new Definition(name, Nowhere) { Type = type, Cases = [.. cases.Select(@case => new DefinitionCase(@case.Condition, @case.Value, Nowhere))] };
        _definitions.Add(definition);
        return definition;
    }

    public static DefinitionExpression Use(Definition definition, Expression? target = null) => new(target, definition, false, definition.Type, definition.OrNone, Nowhere);

    /// <summary>Weekends and the holidays named, from 2024 to 2026 unless told.</summary>
    public void CountWorkingDays(int firstYear = 2024, int lastYear = 2026, params string[] holidays)
    {
        Guide.Calendar = new Calendar("England and Wales", Nowhere)
        {
            FirstYear = firstYear,
            LastYear = lastYear,
            Edition = Day("24 November 2025"),
            Table = WorkingDayCalendar.Create("England and Wales", firstYear, lastYear, [0, 6], holidays.Select(day => new Holiday(Day(day), day)), "24 November 2025"),
        };
    }

    public RulesModel Build(params Example[] examples) => new()
    {
        Guide = Guide, Facts = Facts, Requirements = [.. _requirements], Definitions = [.. _definitions], Examples = [.. examples],
    };

    public static FactRecord Answers(params (Field Field, RuleValue? Value)[] answers) =>
        answers.Aggregate(FactRecord.Empty, (facts, answer) => answer.Value is null ? facts : facts.With(answer.Field, answer.Value));

    public static RuleValue List(params FactRecord[] elements) => new ListValue([.. elements]);

    /// <summary>What a condition comes to: true, false, or null when unknown, with the names of the missing facts and the reasons.</summary>
    public (bool? Value, string Missing, string Reasons) Test(Expression condition, FactRecord facts, string asAt = "1 June 2025")
    {
        var probe = new TestModel.Probe(this, condition);
        RequirementAssessment result = probe.Assess(facts, asAt);
        bool? value = result.Outcome switch { Outcome.Satisfied => true, Outcome.NotSatisfied => false, _ => null };
        return (value, string.Join(", ", result.Missing.Select(path => path.Words)), string.Join(", ", result.Reasons.Select(reason => reason.Text)));
    }

    /// <summary>The value of an expression, or null when unknown, with why.</summary>
    public (RuleValue? Value, string Missing, string Reasons) Evaluate(Expression expression, FactRecord facts, string asAt = "1 June 2025")
    {
        var definition = new Definition("probe", Nowhere) { Type = expression.Type, Cases = [new DefinitionCase(null, expression, Nowhere)] };
        RulesModel model = With(Build(), [definition], []);
        (RuleValue? value, ImmutableArray<FactPath> missing, ImmutableArray<Reason> reasons) =
            new RulesetInterpreter(model).EvaluateWithNeeds(definition, facts, Day(asAt), null);
        return (value, string.Join(", ", missing.Select(path => path.Words)), string.Join(", ", reasons.Select(reason => $"{reason.Kind}: {reason.Text}")));
    }

    private static RulesModel With(RulesModel model, ImmutableArray<Definition> definitions, ImmutableArray<Requirement> requirements) => new()
    {
        Guide = model.Guide, Facts = model.Facts, Definitions = model.Definitions.AddRange(definitions), Requirements = requirements,
    };

    private sealed class Probe(TestModel owner, Expression condition)
    {
        public RequirementAssessment Assess(FactRecord facts, string asAt)
        {
            var requirement = new Requirement("probe", null, Nowhere) { Criteria = [new Criterion(0, condition, Nowhere)] };
            return new RulesetInterpreter(With(owner.Build(), [], [requirement])).Assess(facts, Day(asAt)).Requirements[0];
        }
    }
}
