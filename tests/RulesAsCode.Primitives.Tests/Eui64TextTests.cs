using System.Text.RegularExpressions;
using CsCheck;
using Xunit;

namespace RulesAsCode.Primitives.Tests;

public class Eui64TextTests
{
    private static readonly Regex Form = new(@"\A[0-9A-Fa-f]{2}([- ]?[0-9A-Fa-f]{2}){7}\z");

    [Theory]
    [InlineData("90-B3-D5-1F-30-01-00-00")]
    [InlineData("90-b3-d5-1f-30-01-00-00")]
    [InlineData("90 B3 D5 1F 30 01 00 00")]
    [InlineData("90B3D51F30010000")]
    [InlineData("90b3d51f30010000")]
    [InlineData("90b3D51F-3001 0000")]
    public void Reads_any_case_with_or_without_separators(string text)
    {
        Assert.True(Eui64Text.TryParse(text, out var value, out var problem));
        Assert.Equal(0x90B3D51F30010000UL, value);
        Assert.Null(problem);
    }

    [Theory]
    [InlineData(null, "Nothing is written where an EUI-64 of 16 hexadecimal digits is needed.")]
    [InlineData("", "Nothing is written where an EUI-64 of 16 hexadecimal digits is needed.")]
    [InlineData(" 90B3D51F30010000", "A blank stands before or after the EUI-64; leave it out.")]
    [InlineData("90B3D51F30010000\n", "A blank stands before or after the EUI-64; leave it out.")]
    [InlineData("90-B3-D5-1F-30-01", "This has 12 hexadecimal digits, as a 48-bit address has; an EUI-64 has 16.")]
    [InlineData("90B3D51F3001000", "This has 15 hexadecimal digits; an EUI-64 has 16.")]
    [InlineData("90B3D51F300100000", "This has 17 hexadecimal digits; an EUI-64 has 16.")]
    [InlineData("A", "This has 1 hexadecimal digit; an EUI-64 has 16.")]
    [InlineData("90:B3:D5:1F:30:01:00:00", "A colon does not separate the octets of an EUI-64 here; write hyphens, or nothing, between them.")]
    [InlineData("90B3D51F3001000G", "'G' is not a hexadecimal digit; an EUI-64 has 16 of 0 to 9 and A to F.")]
    [InlineData("0x90B3D51F30010000", "'x' is not a hexadecimal digit; an EUI-64 has 16 of 0 to 9 and A to F.")]
    [InlineData("\uFF19\uFF10B3D51F30010000", "The character U+FF19 is not a hexadecimal digit; an EUI-64 has 16 of 0 to 9 and A to F.")]
    [InlineData("\U0001D7D80B3D51F30010000", "The character U+1D7D8 is not a hexadecimal digit; an EUI-64 has 16 of 0 to 9 and A to F.")]
    [InlineData("90\u2011B3-D5-1F-30-01-00-00", "The character U+2011 is not a hexadecimal digit; an EUI-64 has 16 of 0 to 9 and A to F.")]
    [InlineData("90B3\tD51F30010000", "The character U+0009 is not a hexadecimal digit; an EUI-64 has 16 of 0 to 9 and A to F.")]
    [InlineData("90--B3D51F30010000", "A hyphen or a blank stands in the wrong place; one may stand between two octets, that is, after every second digit.")]
    [InlineData("9-0B3D51F30010000", "A hyphen or a blank stands in the wrong place; one may stand between two octets, that is, after every second digit.")]
    [InlineData("-90B3D51F30010000", "A hyphen or a blank stands in the wrong place; one may stand between two octets, that is, after every second digit.")]
    [InlineData("90B3D51F30010000-", "A hyphen or a blank stands in the wrong place; one may stand between two octets, that is, after every second digit.")]
    public void Refuses_and_says_why(string? text, string sentence)
    {
        Assert.False(Eui64Text.TryParse(text, out var value, out var problem));
        Assert.Equal(sentence, problem);
        Assert.Equal(0UL, value);
    }

    [Fact]
    public void Every_identifier_prints_and_reads_back() =>
        Gen.OneOf(Gen.ULong, Gen.Int[0, 63].Select(bit => 1UL << bit), Gen.OneOfConst(0UL, ulong.MaxValue)).Sample(
            value =>
            {
                var text = Eui64Text.Format(value);
                Assert.Equal(string.Join('-', value.ToString("X16").Chunk(2).Select(octet => new string(octet))), text);
                foreach (var written in new[] { text, text.ToLowerInvariant(), text.Replace("-", ""), text.Replace('-', ' ') })
                {
                    Assert.True(Eui64Text.TryParse(written, out var read, out _));
                    Assert.Equal(value, read);
                }
            },
            iter: 20_000);

    [Fact]
    public void Reads_what_its_pattern_says_and_nothing_else()
    {
        // A good text with a few characters put in, taken out or exchanged.
        var edits = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 30], Gen.Char["09afAFgG:- \u0660\uFF11"]).Array[0, 3];
        var accepted = 0;
        Gen.Select(Gen.ULong, Gen.Bool.Array[7], edits).Sample(
            (value, separated, changes) =>
            {
                var octets = value.ToString("X16").Chunk(2).Select(octet => new string(octet)).ToArray();
                var text = octets[0] + string.Concat(octets.Skip(1).Select((octet, i) => (separated[i] ? "-" : "") + octet));
                foreach (var (kind, position, character) in changes)
                {
                    var at = Math.Min(position, text.Length - 1);
                    text = kind switch
                    {
                        0 => text.Insert(at, character.ToString()),
                        1 => text.Remove(at, 1),
                        _ => text.Remove(at, 1).Insert(at, character.ToString()),
                    };
                }

                var expected = Form.IsMatch(text);
                Assert.Equal(expected, Eui64Text.TryParse(text, out var read, out var problem));
                Assert.Equal(expected, problem is null);
                if (expected)
                {
                    Interlocked.Increment(ref accepted);
                    Assert.Equal(Convert.ToUInt64(text.Replace("-", "").Replace(" ", ""), 16), read);
                }
            },
            iter: 50_000);
        Assert.InRange(accepted, 5_000, 45_000);
    }
}
