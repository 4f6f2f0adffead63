using System.Collections.Immutable;
using CsCheck;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Differential.Tests;

/// <summary>Random facts for a guide, with the values that decide: those that the rules name, those next to them, and dates as far apart as the rules ask.</summary>
internal sealed class FactGenerator
{
    private const int LongestList = 4;
    private const int MostBases = 4;

    private readonly ImmutableArray<int> _days;
    private readonly ImmutableArray<ExactNumber> _numbers;
    private readonly ImmutableArray<string> _texts;
    private readonly ImmutableArray<ulong> _identifiers;
    private readonly ImmutableArray<Duration> _durations;
    private readonly RulesModel _model;
    private readonly bool _forJson;

    /// <param name="model">The guide.</param>
    /// <param name="forJson">Whether JSON can hold each answer: money in whole pence, texts of a format that match it, percentages that are not too large.</param>
    public FactGenerator(RulesModel model, bool forJson = false)
    {
        _model = model;
        _forJson = forJson;
        RuleValue[] named = [.. Values(model).Distinct()];
        _durations = [.. named.OfType<DurationValue>().Select(value => value.Value), new Duration(1, DurationUnit.Day), new Duration(2, DurationUnit.Month, clear: true), new Duration(5, DurationUnit.WorkingDay)];
        int[] dated = [.. named.OfType<DateValue>().Select(value => value.Day), .. model.Parameters.SelectMany(parameter => parameter.Periods).Select(period => period.From), .. model.Examples.Select(example => example.AsAt)];
        int[] bases = [.. dated.Distinct().Order().Take(MostBases), .. dated.Distinct().OrderDescending().Take(MostBases), CalendarDay.FromDate(2024, 2, 29)];
        _days =
        [
            .. bases.Concat(dated).Concat(bases.SelectMany(day => _durations.SelectMany(duration => Shifted(day, duration))))
                .SelectMany(day => new[] { day - 1, day, day + 1 }).Append(CalendarDay.Minimum).Append(CalendarDay.Maximum).Where(CalendarDay.IsInRange).Distinct(),
        ];
        _numbers =
        [
            .. named.OfType<NumberValue>().Select(value => value.Value.ToDecimal()).Concat([0m, 1m, 2m, 5m, 10m, 100m, 1000m])
                .SelectMany(number => new[] { number, number - 1, number + 1, number - 0.01m, number + 0.01m, -number }).Append(999_999_999_999_999m).Append(0.000000001m)
                .Distinct().Where(number => ExactNumber.TryFromDecimal(number, out _)).Select(ExactNumber.FromDecimal),
        ];
        _texts = [.. named.OfType<TextValue>().Select(value => value.Value), "", "a", "b", "A", "12345678"];
        _identifiers = [.. named.OfType<Eui64Value>().SelectMany(value => new[] { value.Value, value.Value - 1, value.Value + 1 }), 0, 1, ulong.MaxValue];
        Day = Gen.OneOfConst(_days.ToArray());
        Facts = Gen.OneOf([.. Enumerable.Range(0, 6).Select(notGiven => Record(model.Facts, notGiven))]);
    }

    /// <summary>A day of assessment.</summary>
    public Gen<int> Day { get; }

    /// <summary>Facts of which none, few or a third are not given.</summary>
    public Gen<FactRecord> Facts { get; }

    private Gen<FactRecord> Record(Record record, int notGiven)
    {
        Gen<FactRecord> facts = Gen.Const(FactRecord.Empty);
        foreach (Field field in record.Fields)
        {
            facts = Gen.Select(facts, Answer(field, notGiven), (given, answer) => answer is null ? given : given.With(field, answer));
        }

        return facts;
    }

    private Gen<RuleValue?> Answer(Field field, int notGiven) => Gen.Frequency(
        (notGiven, Gen.Const((RuleValue?)null)),
        (field.OrNone ? 3 : 0, Gen.Const((RuleValue?)NoneValue.Instance)),
        (10, field.Type is FormatType format && Texts(format).Length == 0 ? Gen.Const((RuleValue?)null) : Value(field.Type, notGiven).Select(value => (RuleValue?)value)));

    private string[] Texts(RuleType type) =>
        [.. _texts.Where(text => !_forJson || type is not FormatType format || System.Text.RegularExpressions.Regex.IsMatch(text, @"\A(?:" + format.Format.Pattern + @")\z"))];

    private ExactNumber[] Numbers(RuleType type) => [.. _numbers.Where(number => type switch
    {
        WholeNumberType => number.IsWhole,
        MoneyType when _forJson => decimal.Round(number.ToDecimal(), 2) == number.ToDecimal(),
        PercentageType when _forJson => decimal.Abs(number.ToDecimal()) < 10_000_000_000_000m,
        _ => true,
    })];

    private Gen<RuleValue> Value(RuleType type, int notGiven) => type switch
    {
        YesNoType => Gen.Bool.Select(value => (RuleValue)YesNoValue.Of(value)),
        TextType or FormatType => Gen.OneOfConst(Texts(type)).Select(value => (RuleValue)new TextValue(value)),
        NumberType or WholeNumberType or PercentageType or MoneyType => Gen.OneOfConst(Numbers(type)).Select(value => (RuleValue)new NumberValue(value)),
        DateType => Gen.OneOfConst(_days.ToArray()).Select(value => (RuleValue)new DateValue(value)),
        DurationType => Gen.OneOfConst(_durations.ToArray()).Select(value => (RuleValue)new DurationValue(value)),
        Eui64Type => Gen.OneOfConst(_identifiers.ToArray()).Select(value => (RuleValue)new Eui64Value(value)),
        ChoiceType choice => Gen.OneOfConst(choice.Choice.Members.ToArray()).Select(value => (RuleValue)new ChoiceValue(value)),
        SetType set => Gen.OneOfConst(set.Choice.Members.ToArray()).Array[0, 3].Select(value => (RuleValue)SetValue.Of(value)),
        ListType list => Record(list.Record, notGiven).Array[0, LongestList].Select(value => (RuleValue)new ListValue([.. value])),
        RecordType record => Record(record.Record, notGiven).Select(value => (RuleValue)new RecordValue(value)),
        _ => throw new InvalidOperationException($"No facts are made of {type.Name}."),
    };

    private IEnumerable<int> Shifted(int day, Duration duration)
    {
        if (duration.TryAfter(day, _model.Guide.Calendar?.Table, out int after))
        {
            yield return after;
        }

        if (duration.TryBefore(day, _model.Guide.Calendar?.Table, out int before))
        {
            yield return before;
        }
    }

    private static IEnumerable<RuleValue> Values(RulesModel model)
    {
        IEnumerable<Expression> roots = model.Definitions.SelectMany(definition => definition.Cases).SelectMany(@case => new[] { @case.Condition, @case.Value }).OfType<Expression>()
            .Concat(model.Requirements.SelectMany(requirement => requirement.Criteria).Select(criterion => criterion.Condition))
            .Concat(model.Requirements.Select(requirement => requirement.AppliesWhen?.Condition).OfType<Expression>());
        return roots.SelectMany(root => root.DescendantsAndSelf()).OfType<LiteralExpression>().Select(literal => literal.Value)
            .Concat(model.Parameters.SelectMany(parameter => parameter.Periods).Select(period => period.Value));
    }
}
