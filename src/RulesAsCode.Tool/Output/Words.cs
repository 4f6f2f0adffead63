using System.Globalization;

namespace RulesAsCode.Tool.Output;

/// <summary>Small pieces of English that results are made of.</summary>
internal static class Words
{
    /// <summary><c>1 file</c>, <c>2 files</c>.</summary>
    internal static string Count(int count, string noun) => Count(count, noun, noun + "s");

    /// <summary>The same for a noun with another plural: <c>2 criteria</c>.</summary>
    internal static string Count(int count, string noun, string nouns) => count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? noun : nouns);

    /// <summary><c>a</c>; <c>a and b</c>; <c>a, b and c</c>.</summary>
    internal static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
