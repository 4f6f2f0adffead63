using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Fidelity;

/// <summary>What a number in a quote or in a rule counts. <see cref="None"/>: a bare number. <see cref="CalendarDay"/>: days that the quote calls so.</summary>
internal enum MeasureUnit { None, Day, CalendarDay, WorkingDay, Week, Month, Year, Percent, Money, Date }

/// <summary>How a measure in a quote compares with one in a rule.</summary>
internal enum MeasureMatch { Different, Same, SameOfOtherDays }

/// <summary>A number with its unit, as a quote or a rule has it. A date is the number of its day.</summary>
internal readonly record struct Measure(ExactNumber Number, MeasureUnit Unit, bool Clear = false)
{
    internal bool IsDays => Unit is MeasureUnit.Day or MeasureUnit.CalendarDay or MeasureUnit.WorkingDay;

    internal bool IsTime => IsDays || Unit is MeasureUnit.Week or MeasureUnit.Month or MeasureUnit.Year;

    /// <summary>Whether this measure of a quote is the one of a rule. A law often leaves the unit to the words around it; money and percentages are never bare in a rule.</summary>
    internal MeasureMatch Match(Measure rule)
    {
        if (Number != rule.Number)
        {
            return MeasureMatch.Different;
        }

        if (IsDays && rule.IsDays)
        {
            return (Unit == MeasureUnit.WorkingDay) == (rule.Unit == MeasureUnit.WorkingDay) && Clear == rule.Clear ? MeasureMatch.Same : MeasureMatch.SameOfOtherDays;
        }

        bool isSame = Unit == rule.Unit
            || (Unit == MeasureUnit.None && rule.Unit != MeasureUnit.Date)
            || (rule.Unit == MeasureUnit.None && IsTime);
        return isSame ? MeasureMatch.Same : MeasureMatch.Different;
    }

    /// <summary>Whether two measures count the same thing, whatever their numbers.</summary>
    internal bool HasUnitOf(Measure rule) => Unit == rule.Unit || (IsDays && rule.IsDays);
}
