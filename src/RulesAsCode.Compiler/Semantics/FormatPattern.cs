using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>The pattern of a format: a regular expression that a text must match as a whole.</summary>
internal static class FormatPattern
{
    // A pattern that needs longer for one short text is of the kind that can take for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    internal static bool IsValid(string pattern)
    {
        try
        {
            _ = Create(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether the text matches; null when the pattern is no pattern or the match takes too long.</summary>
    internal static bool? Matches(Format format, string text)
    {
        try
        {
            return Create(format.Pattern).IsMatch(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static Regex Create(string pattern) => new("^(?:" + pattern + ")\\z", RegexOptions.CultureInvariant, Patience);
}
