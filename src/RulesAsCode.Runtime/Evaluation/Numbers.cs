using RulesAsCode.Primitives;

namespace RulesAsCode;

/// <summary>
/// Arithmetic on values that may be unknown or none: unknown when an operand is, none when one is none. The texts are what an undecided verdict says when
/// there is no result. Language reference: Meaning, Numbers.
/// </summary>
public static class Numbers
{
    /// <summary>The sum.</summary>
    public static Known<ExactNumber> Add<TTrace>(Known<ExactNumber> left, Known<ExactNumber> right, string tooLarge, ref TTrace trace)
        where TTrace : struct, ITrace => left.HasValue && right.HasValue
        ? Result(ExactNumber.Add(left.Value, right.Value, out ExactNumber result), result, tooLarge, "", ref trace)
        : Strict(left, right);

    /// <summary>The difference.</summary>
    public static Known<ExactNumber> Subtract<TTrace>(Known<ExactNumber> left, Known<ExactNumber> right, string tooLarge, ref TTrace trace)
        where TTrace : struct, ITrace => left.HasValue && right.HasValue
        ? Result(ExactNumber.Subtract(left.Value, right.Value, out ExactNumber result), result, tooLarge, "", ref trace)
        : Strict(left, right);

    /// <summary>The product.</summary>
    public static Known<ExactNumber> Multiply<TTrace>(Known<ExactNumber> left, Known<ExactNumber> right, string tooLarge, ref TTrace trace)
        where TTrace : struct, ITrace => left.HasValue && right.HasValue
        ? Result(ExactNumber.Multiply(left.Value, right.Value, out ExactNumber result), result, tooLarge, "", ref trace)
        : Strict(left, right);

    /// <summary>The quotient.</summary>
    public static Known<ExactNumber> Divide<TTrace>(Known<ExactNumber> left, Known<ExactNumber> right, string tooLarge, string byZero, ref TTrace trace)
        where TTrace : struct, ITrace => left.HasValue && right.HasValue
        ? Result(ExactNumber.Divide(left.Value, right.Value, out ExactNumber result), result, tooLarge, byZero, ref trace)
        : Strict(left, right);

    /// <summary>The number with the other sign.</summary>
    public static Known<ExactNumber> Negate<TTrace>(Known<ExactNumber> operand, string tooLarge, ref TTrace trace)
        where TTrace : struct, ITrace => operand.HasValue
        ? Result(ExactNumber.Negate(operand.Value, out ExactNumber result), result, tooLarge, "", ref trace)
        : operand;

    /// <summary>The number rounded to a multiple of a unit.</summary>
    public static Known<ExactNumber> Round<TTrace>(Known<ExactNumber> operand, ExactNumber unit, RoundingMode mode, string tooLarge, ref TTrace trace)
        where TTrace : struct, ITrace => operand.HasValue
        ? Result(ExactNumber.Round(operand.Value, unit, mode, out ExactNumber result) == ArithmeticError.None ? ArithmeticError.None : ArithmeticError.Overflow, result, tooLarge, "", ref trace)
        : operand;

    /// <summary>The sum of two durations of one kind.</summary>
    public static Known<Duration> Add<TTrace>(Known<Duration> left, Known<Duration> right, string tooLarge, ref TTrace trace)
        where TTrace : struct, ITrace => !left.HasValue || !right.HasValue ? Strict(left, right)
        : Duration.TryAdd(left.Value, right.Value, out Duration total) ? total
        : NoDuration(left.Value, right.Value, tooLarge, ref trace);

    /// <summary>The difference of two durations of one kind.</summary>
    public static Known<Duration> Subtract<TTrace>(Known<Duration> left, Known<Duration> right, string tooLarge, ref TTrace trace)
        where TTrace : struct, ITrace => !left.HasValue || !right.HasValue ? Strict(left, right)
        : Duration.TrySubtract(left.Value, right.Value, out Duration total) ? total
        : NoDuration(left.Value, right.Value, tooLarge, ref trace);

    /// <summary>The duration the other way.</summary>
    public static Known<Duration> Negate<TTrace>(Known<Duration> operand, string tooLarge, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (!operand.HasValue)
        {
            return operand;
        }

        if (operand.Value.Count == int.MinValue)
        {
            trace.Because(ReasonKind.Overflow, tooLarge);
            return Known<Duration>.Unknown;
        }

        return new Duration(-operand.Value.Count, operand.Value.Unit, operand.Value.Clear);
    }

    /// <summary>How many elements a list has.</summary>
    public static Known<ExactNumber> Count<T>(Known<Elements<T>> list)
        where T : class => list.HasValue ? ExactNumber.FromInteger(list.Value.Count) : list.As<Known<ExactNumber>>();

    /// <summary>How many members a set has.</summary>
    public static Known<ExactNumber> Count<T>(Known<ChoiceSet<T>> set)
        where T : struct, Enum => set.HasValue ? ExactNumber.FromInteger(set.Value.Count) : set.As<Known<ExactNumber>>();

    /// <summary>The larger of two; of dates, the later.</summary>
    public static Known<T> Larger<T>(Known<T> left, Known<T> right)
        where T : struct, IComparable<T> => left.HasValue && right.HasValue ? right.Value.CompareTo(left.Value) > 0 ? right : left : Strict(left, right);

    /// <summary>The smaller of two; of dates, the earlier.</summary>
    public static Known<T> Smaller<T>(Known<T> left, Known<T> right)
        where T : struct, IComparable<T> => left.HasValue && right.HasValue ? right.Value.CompareTo(left.Value) < 0 ? right : left : Strict(left, right);

    /// <summary>The longer of two durations of one kind.</summary>
    public static Known<Duration> Larger<TTrace>(Known<Duration> left, Known<Duration> right, ref TTrace trace)
        where TTrace : struct, ITrace => Extreme(left, right, isGreatest: true, ref trace);

    /// <summary>The shorter of two durations of one kind.</summary>
    public static Known<Duration> Smaller<TTrace>(Known<Duration> left, Known<Duration> right, ref TTrace trace)
        where TTrace : struct, ITrace => Extreme(left, right, isGreatest: false, ref trace);

    private static Known<Duration> Extreme<TTrace>(Known<Duration> left, Known<Duration> right, bool isGreatest, ref TTrace trace)
        where TTrace : struct, ITrace => !left.HasValue || !right.HasValue ? Strict(left, right)
        : Duration.TryCompare(right.Value, left.Value, out int order) ? (isGreatest ? order > 0 : order < 0) ? right : left
        : KindsDiffer(right.Value, left.Value, ref trace);

    internal static Known<Duration> KindsDiffer<TTrace>(Duration left, Duration right, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (trace.IsRecording)
        {
            trace.Because(ReasonKind.DurationKindsDiffer, ReasonText.DurationKindsDiffer(left, right));
        }

        return Known<Duration>.Unknown;
    }

    private static Known<Duration> NoDuration<TTrace>(Duration left, Duration right, string tooLarge, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (!Duration.TryCompare(left, right, out _))
        {
            return KindsDiffer(left, right, ref trace);
        }

        trace.Because(ReasonKind.Overflow, tooLarge);
        return Known<Duration>.Unknown;
    }

    private static Known<ExactNumber> Result<TTrace>(ArithmeticError error, ExactNumber result, string tooLarge, string byZero, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (error == ArithmeticError.None)
        {
            return result;
        }

        bool isByZero = error == ArithmeticError.DivisionByZero;
        trace.Because(isByZero ? ReasonKind.DivisionByZero : ReasonKind.Overflow, isByZero ? byZero : tooLarge);
        return Known<ExactNumber>.Unknown;
    }

    private static Known<T> Strict<T>(Known<T> left, Known<T> right)
        where T : notnull => left.IsUnknown || right.IsUnknown ? Known<T>.Unknown : Known<T>.None;
}
