using System.Globalization;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using Wide = System.Int128;
#else
using Wide = System.Numerics.BigInteger;
#endif

namespace RulesAsCode.Primitives;

/// <summary>Why a computation on exact numbers has no result.</summary>
public enum ArithmeticError : byte
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>The result would be 10^15 or more, or -10^15 or less.</summary>
    Overflow,

    /// <summary>The divisor, or the unit to round to, is zero.</summary>
    DivisionByZero,
}

/// <summary>Which multiple of the unit a number is rounded to.</summary>
public enum RoundingMode : byte
{
    /// <summary>The nearest; of two equally near, the one farther from zero.</summary>
    Nearest,

    /// <summary>The greatest that is not above the number.</summary>
    Down,

    /// <summary>The least that is not below the number.</summary>
    Up,
}

/// <summary>
/// A number of the language: an integer count of 10^-9, less than 10^15 in magnitude. Sums and differences are exact; a product or a quotient is
/// rounded once, from its exact value, to the nearest 10^-9, ties to the even one. Nothing wraps and nothing throws: a computation
/// without a result says why. The default value is zero. Language reference: Meaning, Numbers.
/// </summary>
public readonly struct ExactNumber : IEquatable<ExactNumber>, IComparable<ExactNumber>, IComparable
{
    private const int Decimals = 9;
    private const long Scale = 1_000_000_000;
    private const long WholeLimit = 1_000_000_000_000_000;
    private const int WholeDigits = 15;

    private static readonly Wide Limit = (Wide)WholeLimit * Scale;

    // As far as the decimals of a System.Decimal go beyond ours.
    private static readonly ulong[] PowersOfTen =
    [
        1,
        10,
        100,
        1_000,
        10_000,
        100_000,
        1_000_000,
        10_000_000,
        100_000_000,
        1_000_000_000,
        10_000_000_000,
        100_000_000_000,
        1_000_000_000_000,
        10_000_000_000_000,
        100_000_000_000_000,
        1_000_000_000_000_000,
        10_000_000_000_000_000,
        100_000_000_000_000_000,
        1_000_000_000_000_000_000,
        10_000_000_000_000_000_000,
    ];

    private readonly Wide _billionths;

    private ExactNumber(Wide billionths) => _billionths = billionths;

    /// <summary>0.</summary>
    public static ExactNumber Zero => default;

    /// <summary>1.</summary>
    public static ExactNumber One { get; } = FromInteger(1);

    /// <summary>The greatest number: 999,999,999,999,999.999999999.</summary>
    public static ExactNumber MaxValue { get; } = new(Limit - 1);

    /// <summary>The least number: -999,999,999,999,999.999999999.</summary>
    public static ExactNumber MinValue { get; } = new(1 - Limit);

    /// <summary>Whether there is nothing after the decimal point.</summary>
    public bool IsWhole => _billionths % Scale == 0;

    /// <summary>-1, 0 or 1 as the number is negative, zero or positive.</summary>
    public int Sign => _billionths < 0 ? -1 : _billionths > 0 ? 1 : 0;

    /// <summary>The number that equals <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is 10^15 or more in magnitude.</exception>
    public static ExactNumber FromInteger(long value) =>
        TryFromInteger(value, out var result)
            ? result
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A number of the language is less than 10^15 in magnitude.");

    /// <summary>The number that equals <paramref name="value"/>; <see langword="false"/> when it is 10^15 or more in magnitude.</summary>
    public static bool TryFromInteger(long value, out ExactNumber result)
    {
        var inRange = value is < WholeLimit and > -WholeLimit;
        result = inRange ? new ExactNumber((Wide)value * Scale) : default;
        return inRange;
    }

    /// <summary>The number that equals <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none: it is 10^15 or more in magnitude, or needs more than nine decimals.</exception>
    public static ExactNumber FromDecimal(decimal value) =>
        TryFromDecimal(value, out var result)
            ? result
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, "A number of the language is less than 10^15 in magnitude and has at most nine decimals.");

    /// <summary>
    /// The number that equals <paramref name="value"/>; <see langword="false"/> when there is none: it is 10^15 or more in magnitude, or needs more than
    /// nine decimals. Never rounds.
    /// </summary>
#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFromDecimal(decimal value, out ExactNumber result)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var scale = (parts[3] >> 16) & 0xFF;
        if (parts[2] != 0 || scale > Decimals)
        {
            return TryFromParts(parts, out result);
        }

        // As nearly every amount is: 64 bits and at most nine decimals, which needs one multiplication.
        var high = Math.BigMul(((ulong)unchecked((uint)parts[1]) << 32) | unchecked((uint)parts[0]), PowersOfTen[Decimals - scale], out var low);
        var magnitude = new Wide(high, low);
        var inRange = magnitude < Limit;
        result = inRange ? new ExactNumber(parts[3] < 0 ? -magnitude : magnitude) : default;
        return inRange;
    }

    private static bool TryFromParts(ReadOnlySpan<int> parts, out ExactNumber result)
#else
    public static bool TryFromDecimal(decimal value, out ExactNumber result) => TryFromParts(decimal.GetBits(value), out result);

    private static bool TryFromParts(int[] parts, out ExactNumber result)
#endif
    {
        result = default;
        var magnitude = (((Wide)unchecked((uint)parts[2]) << 64) + ((Wide)unchecked((uint)parts[1]) << 32)) + unchecked((uint)parts[0]);
        var scale = (parts[3] >> 16) & 0xFF;
        if (scale <= Decimals)
        {
            // At most 2^96 * 10^9, below 2^127.
            magnitude *= PowersOfTen[Decimals - scale];
        }
        else
        {
            Wide divisor = PowersOfTen[scale - Decimals];
            if (magnitude % divisor != 0)
            {
                return false;
            }

            magnitude /= divisor;
        }

        if (magnitude >= Limit)
        {
            return false;
        }

        result = new ExactNumber(parts[3] < 0 ? -magnitude : magnitude);
        return true;
    }

    /// <summary>The decimal that equals this number, with as few decimals as it needs. Every number has one.</summary>
    public decimal ToDecimal()
    {
        var magnitude = Magnitude(_billionths);
        byte scale = Decimals;
        while (scale > 0 && magnitude % 10 == 0)
        {
            magnitude /= 10;
            scale--;
        }

        const uint Low32Bits = uint.MaxValue;
        return new decimal(
            unchecked((int)(uint)(magnitude & Low32Bits)),
            unchecked((int)(uint)((magnitude >> 32) & Low32Bits)),
            unchecked((int)(uint)(magnitude >> 64)),
            _billionths < 0,
            scale);
    }

    /// <summary>The integer that equals this number; <see langword="false"/> when it is not whole.</summary>
    public bool TryToInteger(out long value)
    {
        var isWhole = IsWhole;
        value = isWhole ? (long)(_billionths / Scale) : 0;
        return isWhole;
    }

    /// <summary><paramref name="left"/> + <paramref name="right"/>, exactly; or <see cref="ArithmeticError.Overflow"/> and zero.</summary>
    public static ArithmeticError Add(ExactNumber left, ExactNumber right, out ExactNumber result) =>
        InRange(left._billionths + right._billionths, out result);

    /// <summary><paramref name="left"/> - <paramref name="right"/>, exactly; or <see cref="ArithmeticError.Overflow"/> and zero.</summary>
    public static ArithmeticError Subtract(ExactNumber left, ExactNumber right, out ExactNumber result) =>
        InRange(left._billionths - right._billionths, out result);

    /// <summary>
    /// <paramref name="left"/> * <paramref name="right"/>, the exact product rounded once to 10^-9, ties to even; or <see cref="ArithmeticError.Overflow"/> and zero.
    /// </summary>
    public static ArithmeticError Multiply(ExactNumber left, ExactNumber right, out ExactNumber result)
    {
        var x = Magnitude(left._billionths);
        var y = Magnitude(right._billionths);

        // The whole parts alone tell a product far out of range; any other is below 4 * 10^33 billionths of billionths, which fits 128 bits.
        if (x / Scale * (y / Scale) >= WholeLimit)
        {
            result = default;
            return ArithmeticError.Overflow;
        }

        return DivideHalfEven(x * y, Scale, IsNegative(left, right), out result);
    }

    /// <summary>
    /// <paramref name="left"/> / <paramref name="right"/>, the exact quotient rounded once to 10^-9, ties to even; or
    /// <see cref="ArithmeticError.DivisionByZero"/> or <see cref="ArithmeticError.Overflow"/>, and zero.
    /// </summary>
    public static ArithmeticError Divide(ExactNumber left, ExactNumber right, out ExactNumber result)
    {
        if (right._billionths == 0)
        {
            result = default;
            return ArithmeticError.DivisionByZero;
        }

        // Below 10^24 * 10^9, which fits 128 bits.
        return DivideHalfEven(Magnitude(left._billionths) * Scale, Magnitude(right._billionths), IsNegative(left, right), out result);
    }

    /// <summary>-<paramref name="operand"/>; always <see cref="ArithmeticError.None"/>, for the range is symmetric.</summary>
    public static ArithmeticError Negate(ExactNumber operand, out ExactNumber result)
    {
        result = new ExactNumber(-operand._billionths);
        return ArithmeticError.None;
    }

    /// <summary>
    /// <paramref name="operand"/> rounded to a multiple of <paramref name="unit"/>, exactly; or <see cref="ArithmeticError.DivisionByZero"/> for a
    /// unit of zero, or <see cref="ArithmeticError.Overflow"/>, and zero. The sign of the unit does not matter: its multiples are the same.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not a rounding mode.</exception>
    public static ArithmeticError Round(ExactNumber operand, ExactNumber unit, RoundingMode mode, out ExactNumber result)
    {
        if (mode > RoundingMode.Up)
        {
            throw new ArgumentOutOfRangeException(nameof(mode));
        }

        if (unit._billionths == 0)
        {
            result = default;
            return ArithmeticError.DivisionByZero;
        }

        var step = Magnitude(unit._billionths);
        var magnitude = Magnitude(operand._billionths);
        var excess = magnitude % step;
        var isNegative = operand._billionths < 0;
        var isAwayFromZero = mode switch
        {
            RoundingMode.Nearest => excess * 2 >= step,
            RoundingMode.Down => isNegative && excess != 0,
            _ => !isNegative && excess != 0,
        };
        var rounded = magnitude - excess + (isAwayFromZero ? step : 0);
        return InRange(isNegative ? -rounded : rounded, out result);
    }

    /// <summary>
    /// Reads <c>1250</c>, <c>1,250.00</c>, <c>-3.5</c>: an optional minus sign, digits, and optionally a point and one to nine decimals. Commas
    /// stand between groups of three digits, all of them or none, and such a number does not begin with 0. <see langword="false"/> for any other
    /// text (blanks, a plus sign, an exponent) and for 10^15 or more. Only ASCII digits count.
    /// </summary>
    public static bool TryParse(string? text, out ExactNumber result)
    {
        result = default;
        if (text is null)
        {
            return false;
        }

        var start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var point = text.IndexOf('.');
        var wholeEnd = point < 0 ? text.Length : point;
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        if (wholeEnd == start || (point >= 0 && decimals is < 1 or > Decimals) || !HasGoodCommas(text, start, wholeEnd))
        {
            return false;
        }

        long whole = 0;
        for (var i = start; i < wholeEnd; i++)
        {
            if (text[i] == ',')
            {
                continue;
            }

            if (!IsDigit(text[i]))
            {
                return false;
            }

            whole = (whole * 10) + (text[i] - '0');
            if (whole >= WholeLimit)
            {
                return false;
            }
        }

        long fraction = 0;
        for (var i = 0; i < Decimals; i++)
        {
            var digit = '0';
            if (i < decimals)
            {
                digit = text[wholeEnd + 1 + i];
                if (!IsDigit(digit))
                {
                    return false;
                }
            }

            fraction = (fraction * 10) + (digit - '0');
        }

        var billionths = ((Wide)whole * Scale) + fraction;
        result = new ExactNumber(start == 1 ? -billionths : billionths);
        return true;
    }

    /// <summary>The canonical text: no thousands, no trailing zeros after the point, such as <c>-3.5</c>, <c>1250</c> and <c>0.000000001</c>.</summary>
    public override string ToString() => Print(minimumDecimals: 0, withThousands: false);

    /// <summary>The number with commas between groups of three digits and at least so many decimals, such as <c>1,250.00</c>.</summary>
    /// <param name="minimumDecimals">0 to 9; there are more when the number needs them.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimumDecimals"/> is not from 0 to 9.</exception>
    public string ToStringWithThousands(int minimumDecimals)
    {
        if (minimumDecimals is < 0 or > Decimals)
        {
            throw new ArgumentOutOfRangeException(nameof(minimumDecimals));
        }

        return Print(minimumDecimals, withThousands: true);
    }

    /// <inheritdoc/>
    public bool Equals(ExactNumber other) => _billionths == other._billionths;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExactNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _billionths.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(ExactNumber other) => _billionths.CompareTo(other._billionths);

    /// <inheritdoc/>
    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        ExactNumber other => CompareTo(other),
        _ => throw new ArgumentException("An exact number compares with an exact number only.", nameof(obj)),
    };

    /// <summary>Whether two numbers are equal.</summary>
    public static bool operator ==(ExactNumber left, ExactNumber right) => left._billionths == right._billionths;

    /// <summary>Whether two numbers differ.</summary>
    public static bool operator !=(ExactNumber left, ExactNumber right) => left._billionths != right._billionths;

    /// <summary>Whether the left number is less.</summary>
    public static bool operator <(ExactNumber left, ExactNumber right) => left._billionths < right._billionths;

    /// <summary>Whether the left number is greater.</summary>
    public static bool operator >(ExactNumber left, ExactNumber right) => left._billionths > right._billionths;

    /// <summary>Whether the left number is less or equal.</summary>
    public static bool operator <=(ExactNumber left, ExactNumber right) => left._billionths <= right._billionths;

    /// <summary>Whether the left number is greater or equal.</summary>
    public static bool operator >=(ExactNumber left, ExactNumber right) => left._billionths >= right._billionths;

    private static Wide Magnitude(Wide value) => value < 0 ? -value : value;

    private static bool IsNegative(ExactNumber left, ExactNumber right) => left._billionths < 0 != right._billionths < 0;

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ArithmeticError InRange(Wide billionths, out ExactNumber result)
    {
        if (billionths >= Limit || billionths <= -Limit)
        {
            result = default;
            return ArithmeticError.Overflow;
        }

        result = new ExactNumber(billionths);
        return ArithmeticError.None;
    }

    private static ArithmeticError DivideHalfEven(Wide dividend, Wide divisor, bool isNegative, out ExactNumber result)
    {
        var quotient = dividend / divisor;
        var twiceRemainder = (dividend - (quotient * divisor)) * 2;
        if (twiceRemainder > divisor || (twiceRemainder == divisor && quotient % 2 != 0))
        {
            quotient += 1;
        }

        return InRange(isNegative ? -quotient : quotient, out result);
    }

    private static bool HasGoodCommas(string text, int start, int end)
    {
        var firstComma = text.IndexOf(',', start, end - start);
        if (firstComma < 0)
        {
            return true;
        }

        if (firstComma - start is < 1 or > 3 || text[start] == '0' || (end - firstComma) % 4 != 0)
        {
            return false;
        }

        for (var i = firstComma; i < end; i++)
        {
            if (text[i] == ',' != ((i - firstComma) % 4 == 0))
            {
                return false;
            }
        }

        return true;
    }

    private string Print(int minimumDecimals, bool withThousands)
    {
        var magnitude = Magnitude(_billionths);
        var whole = (long)(magnitude / Scale);
        var fraction = ((long)(magnitude % Scale)).ToString("D9", CultureInfo.InvariantCulture);

        var decimals = Decimals;
        while (decimals > minimumDecimals && fraction[decimals - 1] == '0')
        {
            decimals--;
        }

        return (_billionths < 0 ? "-" : "")
            + (withThousands ? WithThousands(whole) : whole.ToString(CultureInfo.InvariantCulture))
            + (decimals == 0 ? "" : "." + fraction.Substring(0, decimals));
    }

    private static string WithThousands(long whole)
    {
        var digits = whole.ToString(CultureInfo.InvariantCulture);
        var buffer = new char[WholeDigits + ((WholeDigits - 1) / 3)];
        var next = buffer.Length;
        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && i % 3 == 0)
            {
                buffer[--next] = ',';
            }

            buffer[--next] = digits[digits.Length - 1 - i];
        }

        return new string(buffer, next, buffer.Length - next);
    }
}
