using System.Globalization;

namespace RulesAsCode.Primitives;

/// <summary>
/// The written form of an EUI-64, a 64-bit extended unique identifier: eight octets of two hexadecimal digits, the most significant first.
/// As a number it orders as its digits do.
/// </summary>
public static class Eui64Text
{
    private const int Octets = 8;
    private const int Digits = 2 * Octets;

    /// <summary>
    /// Reads 16 hexadecimal digits in any case. Between two octets, and nowhere else, one hyphen or one space may stand. That is
    /// <c>^[0-9A-Fa-f]{2}([- ]?[0-9A-Fa-f]{2}){7}$</c>, to the very end of the text.
    /// </summary>
    /// <param name="text">What was written.</param>
    /// <param name="value">The identifier as a number, or 0.</param>
    /// <param name="problem">One plain sentence that says what is wrong; <see langword="null"/> when nothing is.</param>
    /// <returns>Whether the text is an EUI-64.</returns>
    public static bool TryParse(string? text, out ulong value, out string? problem)
    {
        if (text is not null && TryRead(text, out value))
        {
            problem = null;
            return true;
        }

        value = 0;
        problem = FindProblem(text ?? "");
        return false;
    }

    /// <summary>The canonical form: upper-case octets joined by hyphens, <c>90-B3-D5-1F-30-01-00-00</c>.</summary>
    public static string Format(ulong value)
    {
        const string HexadecimalDigits = "0123456789ABCDEF";
        var buffer = new char[Digits + Octets - 1];
        var next = 0;
        for (var shift = 60; shift >= 0; shift -= 8)
        {
            buffer[next++] = HexadecimalDigits[(int)(value >> shift) & 0xF];
            buffer[next++] = HexadecimalDigits[(int)(value >> (shift - 4)) & 0xF];
            if (shift > 4)
            {
                buffer[next++] = '-';
            }
        }

        return new string(buffer);
    }

    private static bool TryRead(string text, out ulong value)
    {
        value = 0;
        var next = 0;
        for (var octet = 0; octet < Octets; octet++)
        {
            if (octet > 0 && next < text.Length && text[next] is '-' or ' ')
            {
                next++;
            }

            if (next + 2 > text.Length)
            {
                return false;
            }

            var high = DigitValue(text[next]);
            var low = DigitValue(text[next + 1]);
            if ((high | low) < 0)
            {
                return false;
            }

            value = (value << 8) | (uint)((high << 4) | low);
            next += 2;
        }

        return next == text.Length;
    }

    private static int DigitValue(char character)
    {
        if (character is >= '0' and <= '9')
        {
            return character - '0';
        }

        var lower = character | 0x20;
        return lower is >= 'a' and <= 'f' ? lower - 'a' + 10 : -1;
    }

    private static string FindProblem(string text)
    {
        if (text.Length == 0)
        {
            return "Nothing is written where an EUI-64 of 16 hexadecimal digits is needed.";
        }

        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[text.Length - 1]))
        {
            return "A blank stands before or after the EUI-64; leave it out.";
        }

        var digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (DigitValue(text[i]) >= 0)
            {
                digits++;
            }
            else if (text[i] == ':')
            {
                return "A colon does not separate the octets of an EUI-64 here; write hyphens, or nothing, between them.";
            }
            else if (text[i] is not ('-' or ' '))
            {
                return Describe(text, i) + " is not a hexadecimal digit; an EUI-64 has 16 of 0 to 9 and A to F.";
            }
        }

        if (digits == Digits)
        {
            return "A hyphen or a blank stands in the wrong place; one may stand between two octets, that is, after every second digit.";
        }

        var count = digits.ToString(CultureInfo.InvariantCulture);
        return digits == 12
            ? "This has 12 hexadecimal digits, as a 48-bit address has; an EUI-64 has 16."
            : "This has " + count + " hexadecimal " + (digits == 1 ? "digit" : "digits") + "; an EUI-64 has 16.";
    }

    /// <summary>The character at <paramref name="index"/>, quoted when it is printable ASCII, else by its Unicode number: look-alikes are told apart.</summary>
    private static string Describe(string text, int index)
    {
        var character = text[index];
        if (character is > ' ' and < '\u007f')
        {
            return "'" + character + "'";
        }

        var codePoint = index + 1 < text.Length && char.IsSurrogatePair(character, text[index + 1])
            ? char.ConvertToUtf32(character, text[index + 1])
            : character;
        return "The character U+" + codePoint.ToString("X4", CultureInfo.InvariantCulture);
    }
}
