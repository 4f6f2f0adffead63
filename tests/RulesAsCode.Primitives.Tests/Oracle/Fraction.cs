using System.Numerics;

namespace RulesAsCode.Primitives.Tests.Oracle;

/// <summary>A fraction of two integers of any size, and what the language makes of it, from the definitions.</summary>
internal readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator)
{
    public static readonly BigInteger Billion = BigInteger.Pow(10, 9);

    public static readonly BigInteger Limit = BigInteger.Pow(10, 24);

    public static Fraction OfBillionths(BigInteger count) => new(count, Billion);

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public int CompareTo(Fraction other)
    {
        var difference = this - other;
        return difference.Numerator.Sign * difference.Denominator.Sign;
    }

    /// <summary>The greatest integer that is not above the fraction.</summary>
    public BigInteger Floor()
    {
        var (n, d) = Denominator.Sign < 0 ? (-Numerator, -Denominator) : (Numerator, Denominator);
        var quotient = n / d;
        return quotient * d > n ? quotient - 1 : quotient;
    }

    /// <summary>The nearest integer count of billionths, ties to the even count; null at 10^15 and beyond.</summary>
    public BigInteger? ToBillionths()
    {
        var scaled = new Fraction(Numerator * Billion, Denominator);
        var low = scaled.Floor();
        var middle = new Fraction((2 * low) + 1, 2);
        var order = scaled.CompareTo(middle);
        var nearest = order < 0 || (order == 0 && low.IsEven) ? low : low + 1;
        return BigInteger.Abs(nearest) < Limit ? nearest : null;
    }

    /// <summary>The count of billionths, all of them integers, that is the multiple of the unit in question; null at 10^15 and beyond.</summary>
    public static BigInteger? Round(BigInteger count, BigInteger unit, string mode)
    {
        var ratio = new Fraction(count, BigInteger.Abs(unit));
        var floor = ratio.Floor();
        var ceiling = -new Fraction(-ratio.Numerator, ratio.Denominator).Floor();
        var order = ratio.CompareTo(new Fraction(floor + ceiling, 2));
        var multiple = mode switch
        {
            "down" => floor,
            "up" => ceiling,
            _ when order < 0 => floor,
            _ when order > 0 => ceiling,
            _ => count.Sign < 0 ? floor : ceiling,
        };
        var result = multiple * BigInteger.Abs(unit);
        return BigInteger.Abs(result) < Limit ? result : null;
    }

    /// <summary>The count of billionths in decimal, digit by digit, with at least so many decimals.</summary>
    public static string Print(BigInteger count, int minimumDecimals = 0, bool withThousands = false)
    {
        var digits = BigInteger.Abs(count).ToString().PadLeft(10, '0');
        var whole = digits[..^9];
        var fraction = digits[^9..];
        while (fraction.Length > minimumDecimals && fraction.EndsWith('0'))
        {
            fraction = fraction[..^1];
        }

        for (var i = whole.Length - 3; withThousands && i > 0; i -= 3)
        {
            whole = whole.Insert(i, ",");
        }

        return (count.Sign < 0 ? "-" : "") + whole + (fraction.Length == 0 ? "" : "." + fraction);
    }
}
