namespace RulesAsCode.Primitives;

/// <summary>How far two spellings are apart.</summary>
public static class Spelling
{
    private const int LongestCompared = 80;

    /// <summary>The candidate that is spelt most like a word, or null when none is like it: at most a third of its letters differ.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        string folded = word.ToLowerInvariant();
        return candidates
            .Select(candidate => (candidate, distance: Distance(folded, candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= Math.Max(1, Math.Max(word.Length, pair.candidate.Length) / 3) && pair.distance < pair.candidate.Length)
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate).FirstOrDefault();
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that turn one into the other; words over 80 letters are never alike.</summary>
    public static int Distance(string first, string second)
    {
        if (first.Length > LongestCompared || second.Length > LongestCompared)
        {
            return string.Equals(first, second, StringComparison.Ordinal) ? 0 : int.MaxValue;
        }

        int[] before = new int[second.Length + 1];
        int[] last = [.. Enumerable.Range(0, second.Length + 1)];
        for (int i = 1; i <= first.Length; i++)
        {
            int[] row = new int[second.Length + 1];
            row[0] = i;
            for (int j = 1; j <= second.Length; j++)
            {
                int replaced = last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            before = last;
            last = row;
        }

        return last[second.Length];
    }
}
