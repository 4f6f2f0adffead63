using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Coverage;

/// <summary>
/// How near is near: the next penny, the next whole number, the next decimal that the rule writes, the next day. Where working days are counted,
/// just below is from the last working day before the boundary on, and just above up to the next one after it.
/// </summary>
internal sealed class BoundarySteps(WorkingDayCalendar? calendar)
{
    /// <summary>On which side of the boundary a comparison was met; null where it was met farther away, or its values have no next one.</summary>
    public BoundaryCase? CaseOf(Met met)
    {
        int? order = (met.Value, met.Bound) switch
        {
            (NumberValue value, NumberValue bound) => value.Value.CompareTo(bound.Value),
            (DateValue value, DateValue bound) => value.Day.CompareTo(bound.Day),
            (Eui64Value value, Eui64Value bound) => value.Value.CompareTo(bound.Value),
            (DurationValue value, DurationValue bound) when Duration.TryCompare(value.Value, bound.Value, out int compared) => compared,
            _ => null,
        };
        if (order is not { } side)
        {
            return null;
        }

        if (side == 0)
        {
            return BoundaryCase.At;
        }

        // Near enough when no nearer one would do as well: between it and the boundary, or on it.
        BoundaryCase @case = side < 0 ? BoundaryCase.JustBelow : BoundaryCase.JustAbove;
        return Next(met, @case) switch
        {
            NumberValue next when met.Value is NumberValue value => (side < 0 ? value.Value >= next.Value : value.Value <= next.Value) ? @case : null,
            DateValue next when met.Value is DateValue value => (side < 0 ? value.Day >= next.Day : value.Day <= next.Day) ? @case : null,
            { } next => next.Equals(met.Value) ? @case : null,
            null => null,
        };
    }

    /// <summary>The value at a boundary, or the nearest one on a side of it; null where there is none.</summary>
    public RuleValue? Next(Met met, BoundaryCase @case)
    {
        if (@case == BoundaryCase.At)
        {
            return met.Bound;
        }

        int sign = @case == BoundaryCase.JustBelow ? -1 : 1;
        switch (met.Bound)
        {
            case NumberValue bound:
                ExactNumber step = StepOf(met);
                ExactNumber next;
                ArithmeticError error = sign < 0 ? ExactNumber.Subtract(bound.Value, step, out next) : ExactNumber.Add(bound.Value, step, out next);
                return error == ArithmeticError.None ? new NumberValue(next) : null;
            case DateValue bound:
                int day = bound.Day + sign;
                if (met.IsWorking && calendar is not null && (sign < 0 ? calendar.TryLastOnOrBefore(day, out int working) : calendar.TryFirstOnOrAfter(day, out working)))
                {
                    day = working;
                }

                return CalendarDay.IsInRange(day) ? new DateValue(day) : null;
            case Eui64Value bound:
                return sign < 0 ? bound.Value == 0 ? null : new Eui64Value(bound.Value - 1) : bound.Value == ulong.MaxValue ? null : new Eui64Value(bound.Value + 1);
            case DurationValue { Value: var length }:
                return new DurationValue(new Duration(length.Count + sign, length.Unit, length.Clear));
            default:
                return null;
        }
    }

    private static ExactNumber StepOf(Met met)
    {
        RuleType type = met.Operand.Type;
        if (type is MoneyType)
        {
            return Hundredth;
        }

        if (type is WholeNumberType)
        {
            return ExactNumber.One;
        }

        // One in the last place that the rule writes: 0.1 beside 0.5, 1% beside 20%.
        ExactNumber step = type is PercentageType ? Hundredth : ExactNumber.One;
        if (met.Bound is NumberValue bound)
        {
            for (int places = 0; places < 6 && !IsMultiple(bound.Value, step); places++)
            {
                ExactNumber.Divide(step, ExactNumber.FromInteger(10), out step);
            }
        }

        return step;
    }

    private static ExactNumber Hundredth { get; } = ExactNumber.FromDecimal(0.01m);

    private static bool IsMultiple(ExactNumber number, ExactNumber step) =>
        ExactNumber.Divide(number, step, out ExactNumber times) == ArithmeticError.None && times.IsWhole;
}
