using System.Text.RegularExpressions;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>
/// The pattern of a format: a regular expression that a text must match as a whole, without the parts that look round or back: what is left can be matched
/// in time that is linear in the text, so that no verdict depends on a clock.
/// </summary>
internal static class FormatPattern
{
    // RegexOptions.NonBacktracking, which the oldest platform has no name for.
    private const RegexOptions Linear = RegexOptions.CultureInvariant | (RegexOptions)1024;

    private static readonly string[] LookingParts = ["(?=", "(?!", "(?<=", "(?<!", "(?>", "(?("];

    /// <summary>The part of a pattern that looks round or back, which no linear match can do; null where it has none.</summary>
    internal static string? PartWithoutBound(string pattern)
    {
        int classes = 0;
        for (int at = 0; at < pattern.Length; at++)
        {
            char sign = pattern[at];
            if (sign == '\\' && at + 1 < pattern.Length)
            {
                if (classes == 0 && pattern[at + 1] is (>= '1' and <= '9') or 'k' or 'G')
                {
                    return pattern.Substring(at, 2);
                }

                at++;
            }
            else if (sign == '[')
            {
                // A class in a class is taken away from it; a bracket alone is a sign of it.
                classes += classes == 0 || pattern[at - 1] == '-' ? 1 : 0;
                at += IsAt(pattern, at + 1, "^]") ? 2 : IsAt(pattern, at + 1, "]") ? 1 : 0;
            }
            else if (sign == ']' && classes > 0)
            {
                classes--;
            }
            else if (sign == '(' && classes == 0 && Array.Find(LookingParts, part => IsAt(pattern, at, part)) is { } looking)
            {
                return looking;
            }
        }

        return null;
    }

    /// <summary>Whether a pattern can be read; null where it can, and is too large to be matched in linear time.</summary>
    internal static bool? IsValid(string pattern)
    {
        try
        {
            _ = Create(pattern);
            return true;
        }
        catch (NotSupportedException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether the text matches; null where the pattern is none that can be matched, which is reported where it stands.</summary>
    internal static bool? Matches(string pattern, string text)
    {
        try
        {
            return PartWithoutBound(pattern) is null ? Create(pattern).IsMatch(text) : null;
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return null;
        }
        catch (RegexMatchTimeoutException)
        {
            // Only where the host has no linear match: what it cannot tell, the build does.
            return true;
        }
    }

    private static bool IsAt(string pattern, int at, string part) => string.CompareOrdinal(pattern, at, part, 0, part.Length) == 0;

    private static Regex Create(string pattern)
    {
        string whole = "^(?:" + pattern + ")\\z";
        try
        {
            return new Regex(whole, Linear, Regex.InfiniteMatchTimeout);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The .NET Framework, which some editors host the compiler in, has no linear match.
            return new Regex(whole, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
    }
}
