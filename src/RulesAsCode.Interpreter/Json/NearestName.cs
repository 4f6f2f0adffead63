namespace RulesAsCode.Interpreter.Json;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class NearestName
{
    // Long texts are no slips of the pen, and comparing them costs.
    private const int LongestName = 100;

    /// <summary>The nearest of some names, first in order among equals; null when none is near.</summary>
    public static string? Of(string written, IEnumerable<string> names)
    {
        if (written.Length is 0 or > LongestName)
        {
            return null;
        }

        string? nearest = null;
        string folded = Fold(written);

        // A name is near within a third of its letters.
        int least = (folded.Length / 3) + 1;
        foreach (string name in names)
        {
            int distance = Distance(folded, Fold(name), least);
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

    /// <summary>How many letters must be put in, left out, changed or swapped with the next; more than <paramref name="limit"/> is as good as any.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        int[] beforeLast = new int[right.Length + 1];
        int[] last = new int[right.Length + 1];
        int[] current = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int change = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }
}
