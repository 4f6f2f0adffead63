using RulesAsCode.Primitives;

namespace RulesAsCode.Json;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class NearestName
{
    /// <summary>The nearest of some names, first in order among equals; null when none is near.</summary>
    public static string? Of(string written, IEnumerable<string> names)
    {
        string? nearest = null;
        string folded = Fold(written);

        // A name is near within a third of its letters.
        int least = (folded.Length / 3) + 1;
        foreach (string name in names)
        {
            int distance = Spelling.Distance(folded, Fold(name));
            if (distance < least)
            {
                nearest = name;
                least = distance;
            }
        }

        return nearest;
    }

    // Case, blanks, hyphens and underscores are how other conventions write the same name.
    private static string Fold(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
