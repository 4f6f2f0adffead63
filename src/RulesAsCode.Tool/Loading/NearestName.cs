using RulesAsCode.Primitives;

namespace RulesAsCode.Tool.Loading;

/// <summary>Finds what somebody asked for by its name, or the name they may have meant.</summary>
internal static class NearestName
{
    /// <summary>The item of that name; case, and how an accent is composed, do not matter.</summary>
    /// <param name="kind">What is looked for: <c>requirement</c>.</param>
    /// <param name="all">Where all of them are found, for more than fit a line.</param>
    /// <exception cref="UsageException">There is none; the nearest name is said, or all of them when none is near.</exception>
    internal static T Find<T>(IReadOnlyList<T> items, Func<T, string> nameOf, string name, string kind, string? all = null)
        where T : class
    {
        string wanted = Fold(name);
        if (items.FirstOrDefault(item => Fold(nameOf(item)) == wanted) is { } found)
        {
            return found;
        }

        string? nearest = Spelling.Nearest(name, items.Select(nameOf));
        string hint = nearest is not null ? $"Did you mean '{nearest}'?"
            : all is not null ? all
            : items.Count == 0 ? $"There is no {kind} at all."
            : $"There {(items.Count == 1 ? "is" : "are")} {string.Join(", ", items.Select(item => $"'{nameOf(item)}'"))}.";
        throw new UsageException($"There is no {kind} called '{name}'. {hint}");
    }

    private static string Fold(string name) => string.Join(' ', name.Normalize().ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
