using System.Numerics;
using CsCheck;
using RulesAsCode.Primitives.Tests.Oracle;
using Xunit;

namespace RulesAsCode.Primitives.Tests;

public class ExactNumberTests
{
    private const int Iterations = 50_000;

    private static readonly Gen<BigInteger> Digits =
        Gen.Select(Gen.ULong, Gen.ULong, Gen.Int[0, 24], (high, low, digits) => ((new BigInteger(high) << 64) + low) % BigInteger.Pow(10, digits));

    /// <summary>Counts of billionths: of every length, round ones that meet in ties, and the ends of the range.</summary>
    internal static readonly Gen<BigInteger> Billionths = Gen.Select(
        Gen.Frequency(
            (4, Digits),
            (2, Gen.Select(Gen.Int[0, 999], Gen.Int[0, 21], (n, zeros) => n * BigInteger.Pow(10, zeros))),
            (2, Gen.Select(Gen.Int[0, 2000], n => n * BigInteger.Pow(10, 4) * 5)),
            (1, Gen.Int[1, 3].Select(n => Fraction.Limit - n))),
        Gen.Bool,
        (magnitude, isNegative) => isNegative ? -magnitude : magnitude);

    private static readonly Gen<(BigInteger A, BigInteger B)> Pairs = Gen.Select(Billionths, Billionths);

    [Fact]
    public void Sums_are_exact() => Agree(ExactNumber.Add, (a, b) => a + b);

    [Fact]
    public void Differences_are_exact() => Agree(ExactNumber.Subtract, (a, b) => a - b);

    [Fact]
    public void Products_are_rounded_once() => Agree(ExactNumber.Multiply, (a, b) => a * b);

    [Fact]
    public void Quotients_are_rounded_once() => Agree(ExactNumber.Divide, (a, b) => b.Numerator.IsZero ? null : a / b);

    [Theory]
    [InlineData("0.000000001", "0.5", "0")]
    [InlineData("0.000000003", "0.5", "0.000000002")]
    [InlineData("-0.000000003", "0.5", "-0.000000002")]
    [InlineData("0.000000001", "0.500000001", "0.000000001")]
    [InlineData("999999999999999.999999999", "1", "999999999999999.999999999")]
    [InlineData("31622776.601683793", "31622776.601683793", "999999999999999.979762123")]
    public void Products_of_note(string a, string b, string product)
    {
        Assert.Equal(ArithmeticError.None, ExactNumber.Multiply(Read(a), Read(b), out var result));
        Assert.Equal(product, result.ToString());
    }

    [Theory]
    [InlineData("1", "3", "0.333333333")]
    [InlineData("2", "3", "0.666666667")]
    [InlineData("-2", "3", "-0.666666667")]
    [InlineData("0.000000001", "2", "0")]
    [InlineData("0.000000003", "2", "0.000000002")]
    [InlineData("999999999999999.999999999", "-1", "-999999999999999.999999999")]
    public void Quotients_of_note(string a, string b, string quotient)
    {
        Assert.Equal(ArithmeticError.None, ExactNumber.Divide(Read(a), Read(b), out var result));
        Assert.Equal(quotient, result.ToString());
    }

    [Fact]
    public void What_does_not_fit_says_why()
    {
        var (least, most, small) = (ExactNumber.MinValue, ExactNumber.MaxValue, Read("0.000000001"));
        Assert.Equal("999999999999999.999999999", most.ToString());
        Assert.Equal("-999999999999999.999999999", least.ToString());
        Fails(ArithmeticError.Overflow, ExactNumber.Add(most, small, out var result), result);
        Fails(ArithmeticError.Overflow, ExactNumber.Subtract(least, small, out result), result);
        Fails(ArithmeticError.Overflow, ExactNumber.Multiply(most, most, out result), result);
        Fails(ArithmeticError.Overflow, ExactNumber.Multiply(least, most, out result), result);
        Fails(ArithmeticError.Overflow, ExactNumber.Divide(most, small, out result), result);
        Fails(ArithmeticError.Overflow, ExactNumber.Round(most, ExactNumber.One, RoundingMode.Nearest, out result), result);
        Fails(ArithmeticError.DivisionByZero, ExactNumber.Divide(most, ExactNumber.Zero, out result), result);
        Fails(ArithmeticError.DivisionByZero, ExactNumber.Divide(default, default, out result), result);
        Fails(ArithmeticError.DivisionByZero, ExactNumber.Round(most, ExactNumber.Zero, RoundingMode.Up, out result), result);
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactNumber.Round(most, most, (RoundingMode)3, out _));

        static void Fails(ArithmeticError expected, ArithmeticError actual, ExactNumber result)
        {
            Assert.Equal(expected, actual);
            Assert.Equal(ExactNumber.Zero, result);
        }
    }

    [Theory]
    [InlineData(RoundingMode.Nearest, "nearest")]
    [InlineData(RoundingMode.Down, "down")]
    [InlineData(RoundingMode.Up, "up")]
    public void Rounding_agrees(RoundingMode mode, string name)
    {
        var units = Gen.OneOf(Billionths, Gen.Int[0, 12].Select(zeros => BigInteger.Pow(10, zeros)), Gen.Int[1, 20].Select(n => n * Fraction.Billion));
        Gen.Select(Billionths, units).Where((_, unit) => !unit.IsZero).Sample(
            (count, unit) =>
            {
                var expected = Fraction.Round(count, unit, name);
                var error = ExactNumber.Round(Of(count), Of(unit), mode, out var result);
                Assert.Equal(expected.HasValue ? ArithmeticError.None : ArithmeticError.Overflow, error);
                Assert.Equal(Fraction.Print(expected ?? 0), result.ToString());
            },
            iter: Iterations);
    }

    [Theory]
    [InlineData("2.5", "1", "3", "2", "3")]
    [InlineData("-2.5", "1", "-3", "-3", "-2")]
    [InlineData("2.4", "1", "2", "2", "3")]
    [InlineData("1250.005", "0.01", "1250.01", "1250", "1250.01")]
    [InlineData("-1250.005", "0.01", "-1250.01", "-1250.01", "-1250")]
    [InlineData("1237", "25", "1225", "1225", "1250")]
    [InlineData("1237.5", "25", "1250", "1225", "1250")]
    [InlineData("50", "25", "50", "50", "50")]
    public void Rounds_to_a_multiple(string number, string unit, string nearest, string down, string up)
    {
        foreach (var (mode, expected) in new[] { (RoundingMode.Nearest, nearest), (RoundingMode.Down, down), (RoundingMode.Up, up) })
        {
            Assert.Equal(ArithmeticError.None, ExactNumber.Round(Read(number), Read(unit), mode, out var result));
            Assert.Equal(expected, result.ToString());
            Assert.Equal(ArithmeticError.None, ExactNumber.Round(Read(number), Read("-" + unit), mode, out result));
            Assert.Equal(expected, result.ToString());
        }
    }

    [Fact]
    public void Order_equality_sign_and_wholeness_agree() =>
        Pairs.Sample(
            (a, b) =>
            {
                var (x, y) = (Of(a), Of(b));
                Assert.Equal(a.CompareTo(b), Math.Sign(x.CompareTo(y)));
                Assert.Equal(a.CompareTo(b), Math.Sign(((IComparable)x).CompareTo(y)));
                bool[] expected = [a < b, (a > b), a <= b, a >= b, a == b, a != b];
                bool[] actual = [x < y, (x > y), x <= y, x >= y, x == y, x != y];
                Assert.Equal(expected, actual);
                Assert.Equal(a == b, x.Equals((object)y));
                Assert.Equal(x.GetHashCode(), Of(a).GetHashCode());
                Assert.Equal(a.Sign, x.Sign);
                Assert.Equal((a % Fraction.Billion).IsZero, x.IsWhole);
                Assert.Equal(ArithmeticError.None, ExactNumber.Negate(x, out var negated));
                Assert.Equal(Of(-a), negated);
            },
            iter: Iterations);

    [Fact]
    public void Numbers_print_and_read_back() =>
        Gen.Select(Billionths, Gen.Int[0, 9]).Sample(
            (count, decimals) =>
            {
                var number = Of(count);
                Assert.Equal(Fraction.Print(count), number.ToString());
                Assert.Equal(Fraction.Print(count, decimals, withThousands: true), number.ToStringWithThousands(decimals));
                Assert.Equal(number, Read(number.ToStringWithThousands(decimals)));
                Assert.Equal(number, Read(number.ToString()));
            },
            iter: Iterations);

    [Fact]
    public void Decimals_and_integers_convert_without_loss() =>
        Billionths.Sample(
            count =>
            {
                var number = Of(count);
                var value = number.ToDecimal();
                Assert.Equal(Fraction.Print(count), value.ToString());
                Assert.True(ExactNumber.TryFromDecimal(value, out var back));
                Assert.Equal(number, back);
                Assert.Equal(number, ExactNumber.FromDecimal(value));

                var isWhole = (count % Fraction.Billion).IsZero;
                Assert.Equal(isWhole, number.TryToInteger(out var integer));
                Assert.Equal(isWhole ? count / Fraction.Billion : 0, integer);
                if (isWhole)
                {
                    Assert.Equal(number, ExactNumber.FromInteger(integer));
                }
            },
            iter: Iterations);

    [Fact]
    public void Every_decimal_is_taken_exactly_or_refused() =>
        Gen.Select(Gen.Int, Gen.OneOf(Gen.Int, Gen.Const(0)), Gen.OneOf(Gen.Int, Gen.Const(0)), Gen.Bool, Gen.Byte[0, 28], Gen.Bool).Sample(
            (low, middle, high, isNegative, scale, padded) =>
            {
                // Trailing zeros do not make a number finer: 1.0000 with its scale of 4 changes the form of a decimal, not its value.
                var value = new decimal(low, middle, high, isNegative, scale) * (padded ? 1.0000m : 1m);
                var parts = decimal.GetBits(value);
                var magnitude = ((BigInteger)(uint)parts[2] << 64) + ((BigInteger)(uint)parts[1] << 32) + (uint)parts[0];
                var scaled = magnitude * Fraction.Billion;
                var divisor = BigInteger.Pow(10, (parts[3] >> 16) & 0xFF);
                var fits = (scaled % divisor).IsZero && scaled / divisor < Fraction.Limit;
                Assert.Equal(fits, ExactNumber.TryFromDecimal(value, out var number));
                Assert.Equal(fits ? Fraction.Print(parts[3] < 0 ? -(scaled / divisor) : scaled / divisor) : "0", number.ToString());
            },
            iter: Iterations);

    [Fact]
    public void Numbers_beyond_the_range_are_refused()
    {
        foreach (var value in new[] { 1_000_000_000_000_000, -1_000_000_000_000_000, long.MinValue, long.MaxValue })
        {
            Assert.False(ExactNumber.TryFromInteger(value, out var number));
            Assert.Equal(ExactNumber.Zero, number);
            Assert.False(ExactNumber.TryFromDecimal(value, out _));
            Assert.Throws<ArgumentOutOfRangeException>(() => ExactNumber.FromInteger(value));
        }

        Assert.Equal("999999999999999", ExactNumber.FromInteger(999_999_999_999_999).ToString());
        Assert.Equal("-999999999999999", ExactNumber.FromInteger(-999_999_999_999_999).ToString());
        Assert.False(ExactNumber.TryFromDecimal(decimal.MaxValue, out _));
        Assert.False(ExactNumber.TryFromDecimal(decimal.MinValue, out _));
        Assert.False(ExactNumber.TryFromDecimal(0.0000000001m, out _));
        Assert.True(ExactNumber.TryFromDecimal(0.0000000010000m, out var billionth));
        Assert.Equal("0.000000001", billionth.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactNumber.FromDecimal(0.0000000001m));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactNumber.One.ToStringWithThousands(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactNumber.One.ToStringWithThousands(-1));
        Assert.Equal(1, ((IComparable)ExactNumber.One).CompareTo(null));
        Assert.Throws<ArgumentException>(() => ((IComparable)ExactNumber.One).CompareTo(1));
    }

    [Theory]
    [InlineData("1250", "1250")]
    [InlineData("1,250.00", "1250")]
    [InlineData("-3.5", "-3.5")]
    [InlineData("0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("007", "7")]
    [InlineData("0000000000000000000001", "1")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("999,999,999,999,999.999999999", "999999999999999.999999999")]
    [InlineData("0.000000001", "0.000000001")]
    [InlineData("12,345.678901234", "12345.678901234")]
    public void Reads(string text, string canonical) => Assert.Equal(canonical, Read(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("-.5")]
    [InlineData("+5")]
    [InlineData("--5")]
    [InlineData("5-")]
    [InlineData(" 5")]
    [InlineData("5 ")]
    [InlineData("1 250")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1.2.3")]
    [InlineData("1,25")]
    [InlineData("1,2500")]
    [InlineData("1250,000")]
    [InlineData("12,50,000")]
    [InlineData("1,250,00")]
    [InlineData("1,,250")]
    [InlineData(",250")]
    [InlineData("250,")]
    [InlineData("1,250,")]
    [InlineData("0,125")]
    [InlineData("-,125")]
    [InlineData("1.250,00")]
    [InlineData("1.2,345")]
    [InlineData("0.0000000001")]
    [InlineData("1.0000000000")]
    [InlineData("1000000000000000")]
    [InlineData("1,000,000,000,000,000")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("\uFF15")]
    [InlineData("1.\u0665")]
    [InlineData("£5")]
    [InlineData("5%")]
    [InlineData("five")]
    public void Refuses(string? text)
    {
        Assert.False(ExactNumber.TryParse(text, out var result));
        Assert.Equal(ExactNumber.Zero, result);
    }

    [Fact]
    public void Reads_what_its_pattern_says_and_nothing_else()
    {
        var pattern = new System.Text.RegularExpressions.Regex(@"\A-?(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]{1,9})?\z");
        var characters = Gen.Frequency((5, Gen.Char["0123456789"]), (2, Gen.Const(',')), (1, Gen.Char[".-+ e"]));
        var accepted = 0;
        characters.Array[1, 9].Select(c => new string(c)).Sample(
            text =>
            {
                var expected = pattern.IsMatch(text);
                Assert.Equal(expected, ExactNumber.TryParse(text, out var number));
                if (expected)
                {
                    Interlocked.Increment(ref accepted);
                    Assert.Equal(decimal.Parse(text.Replace(",", "")), number.ToDecimal());
                }
            },
            iter: Iterations);
        Assert.True(accepted > 1000, $"only {accepted} texts were numbers");
    }

    [Theory]
    [InlineData("1250", "£", "£1,250.00")]
    [InlineData("-3.5", "£", "-£3.50")]
    [InlineData("0", "£", "£0.00")]
    [InlineData("0.125", "£", "£0.125")]
    [InlineData("-0.000000001", "€", "-€0.000000001")]
    [InlineData("1234567.1", "", "1,234,567.10")]
    public void Money_is_printed_with_its_symbol(string amount, string symbol, string text) =>
        Assert.Equal(text, MoneyText.Format(Read(amount), symbol));

    [Fact]
    public void Money_needs_a_symbol() => Assert.Throws<ArgumentNullException>(() => MoneyText.Format(default, null!));

    [Fact]
    public void The_default_is_zero()
    {
        Assert.Equal(default, ExactNumber.Zero);
        Assert.Equal("0", default(ExactNumber).ToString());
        Assert.Equal("1", ExactNumber.One.ToString());
    }

    private delegate ArithmeticError Operation(ExactNumber left, ExactNumber right, out ExactNumber result);

    /// <summary>Holds an operation to the fraction it should be; no fraction is a division by zero.</summary>
    private static void Agree(Operation operation, Func<Fraction, Fraction, Fraction?> exactly) =>
        Pairs.Sample(
            (a, b) =>
            {
                var exact = exactly(Fraction.OfBillionths(a), Fraction.OfBillionths(b));
                var rounded = exact?.ToBillionths();
                var expected = exact is null ? ArithmeticError.DivisionByZero : rounded is null ? ArithmeticError.Overflow : ArithmeticError.None;
                Assert.Equal(expected, operation(Of(a), Of(b), out var result));
                Assert.Equal(Fraction.Print(rounded ?? 0), result.ToString());
            },
            iter: Iterations);

    private static ExactNumber Of(BigInteger billionths) => Read(Fraction.Print(billionths));

    private static ExactNumber Read(string text)
    {
        Assert.True(ExactNumber.TryParse(text, out var number), text);
        return number;
    }
}
