using RulesAsCode.Compiler.Model;
using RulesAsCode.Json;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Evaluation;

/// <summary>The facts of a model as the runtime describes them, and answers to them as the runtime holds them.</summary>
internal static class FactDescriptions
{
    public static RecordDescriptor Of(Record record) => new(record.Name, record.IsFacts,
        [.. record.Fields.Select(Of)]);

    public static FactDescriptor Of(Field field) => new(field.Ordinal, field.Name, field.CamelName, Of(field.Type), field.OrNone, field.Question);

    public static FactRecord ToFacts(Record record, FactValues values) => record.Fields
        .Where(field => values[field.Ordinal] is not null)
        .Aggregate(FactRecord.Empty, (facts, field) => facts.With(field, ToAnswer(field.Type, values[field.Ordinal]!)));

    /// <exception cref="ArgumentException">An answer is not of the type of its fact.</exception>
    public static FactValues ToValues(Record record, RecordDescriptor description, FactRecord facts)
    {
        var values = new FactValues(description);
        foreach (Field field in record.Fields)
        {
            values[field.Ordinal] = facts[field] is { } answer ? ToValue(field, description.Facts[field.Ordinal].Type, answer) : null;
        }

        return values;
    }

    private static FactType Of(RuleType type) => type switch
    {
        YesNoType => FactType.YesNo,
        TextType => FactType.Text,
        NumberType => FactType.Number,
        WholeNumberType => FactType.WholeNumber,
        PercentageType => FactType.Percentage,
        MoneyType => FactType.Money,
        DateType => FactType.Date,
        DurationType => FactType.Duration,
        Eui64Type => FactType.Eui64,
        FormatType format => FactType.OfFormat(new FormatDescriptor(format.Format.Name, format.Format.Pattern)),
        ChoiceType choice => FactType.OfChoice(Of(choice.Choice)),
        SetType set => FactType.OfSet(Of(set.Choice)),
        ListType list => FactType.OfList(Of(list.Record)),
        RecordType record => FactType.OfRecord(Of(record.Record)),
        _ => throw new InvalidOperationException($"No fact is {type.Name}."),
    };

    private static ChoiceDescriptor Of(Choice choice) => new(choice.Name, [.. choice.Members.Select(member => member.CamelName)]);

    private static RuleValue ToAnswer(RuleType type, object value) => (type, value) switch
    {
        (_, NoneAnswer) => NoneValue.Instance,
        (_, bool yesNo) => YesNoValue.Of(yesNo),
        (_, string text) => new TextValue(text),
        (_, ExactNumber number) => new NumberValue(number),
        (_, Duration duration) => new DurationValue(duration),
        (_, ulong identifier) => new Eui64Value(identifier),
        (ChoiceType choice, int member) => new ChoiceValue(choice.Choice.Members[member]),
        (_, int day) => new DateValue(day),
        (SetType set, int[] members) => SetValue.Of(members.Select(member => set.Choice.Members[member])),
        (ListType list, FactValues[] elements) => new ListValue([.. elements.Select(element => ToFacts(list.Record, element))]),
        (RecordType record, FactValues values) => new RecordValue(ToFacts(record.Record, values)),
        _ => throw new InvalidOperationException($"No answer to a fact that is {type.Name} is made from a {value.GetType().Name}."),
    };

    private static object ToValue(Field field, FactType type, RuleValue answer) => answer switch
    {
        NoneValue => FactValues.None,
        YesNoValue yesNo => yesNo.Value,
        TextValue text => text.Value,
        NumberValue number => number.Value,
        DateValue date => date.Day,
        DurationValue duration => duration.Value,
        Eui64Value identifier => identifier.Value,
        ChoiceValue choice => choice.Member.Ordinal,
        SetValue set => set.Members.Select(member => member.Ordinal).ToArray(),
        ListValue list when field.Type is ListType { Record: var record } => list.Elements.Select(element => ToValues(record, type.Record!, element)).ToArray(),
        RecordValue inner when field.Type is RecordType { Record: var record } => ToValues(record, type.Record!, inner.Record),
        _ => throw new ArgumentException($"{field.Name}, which is {field.Type.Name}, has no answer of the kind {answer.GetType().Name}.", nameof(answer)),
    };
}
