using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Evaluation;

/// <summary>Which answers a fact takes.</summary>
internal static class Answer
{
    /// <summary>Whether the declared type of a field allows an answer, so that no fact, however it was made, is evaluated as what it is not.</summary>
    public static bool Fits(RuleValue answer, Field field) => answer is NoneValue ? field.OrNone : Fits(answer, field.Type);

    private static bool Fits(RuleValue answer, RuleType type) => type switch
    {
        YesNoType => answer is YesNoValue,
        TextType or FormatType => answer is TextValue { Value: not null },
        NumberType or PercentageType or MoneyType => answer is NumberValue,
        WholeNumberType => answer is NumberValue { Value.IsWhole: true },
        DateType => answer is DateValue date && CalendarDay.IsInRange(date.Day),
        DurationType => answer is DurationValue,
        Eui64Type => answer is Eui64Value,
        ChoiceType choice => answer is ChoiceValue { Member: not null } value && ReferenceEquals(value.Member.Choice, choice.Choice),
        SetType set => answer is SetValue { Members.IsDefault: false } value && value.Members.All(member => ReferenceEquals(member?.Choice, set.Choice)),
        ListType => answer is ListValue { Elements.IsDefault: false } value && value.Elements.All(element => element is not null),
        RecordType => answer is RecordValue { Record: not null },
        _ => false,
    };
}
