namespace RulesAsCode.Tool.Loading;

/// <summary>Finds what somebody asked for by its name, or the name they may have meant.</summary>
internal static class NearestName
{
    /// <summary>The item of that name; case, and how an accent is composed, do not matter.</summary>
    /// <param name="kind">What is looked for: <c>requirement</c>.</param>
    /// <exception cref="UsageException">There is none; the nearest name is said, or all of them when none is near.</exception>
    internal static T Find<T>(IReadOnlyList<T> items, Func<T, string> nameOf, string name, string kind)
        where T : class
    {
        string wanted = Fold(name);
        if (items.FirstOrDefault(item => Fold(nameOf(item)) == wanted) is { } found)
        {
            return found;
        }

        string? nearest = items
            .Select(nameOf)
            .Select(candidate => (Name: candidate, Distance: Distance(wanted, Fold(candidate))))
            .Where(candidate => candidate.Distance <= Math.Max(1, wanted.Length / 3))
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
        string hint = nearest is not null ? $"Did you mean '{nearest}'?"
            : items.Count == 0 ? $"There is no {kind} at all."
            : $"There {(items.Count == 1 ? "is" : "are")} {string.Join(", ", items.Select(item => $"'{nameOf(item)}'"))}.";
        throw new UsageException($"There is no {kind} called '{name}'. {hint}");
    }

    private static string Fold(string name) => string.Join(' ', name.Normalize().ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>How many characters must be added, removed, changed, or swapped with their neighbour.</summary>
    private static int Distance(string from, string to)
    {
        int[,] distance = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distance[i, j] = i + j;
                    continue;
                }

                int change = distance[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(change, 1 + Math.Min(distance[i - 1, j], distance[i, j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    distance[i, j] = Math.Min(distance[i, j], 1 + distance[i - 2, j - 2]);
                }
            }
        }

        return distance[from.Length, to.Length];
    }
}
