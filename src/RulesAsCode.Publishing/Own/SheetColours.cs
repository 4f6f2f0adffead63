using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace RulesAsCode.Publishing.Own;

/// <summary>
/// The colours that a style sheet gives as custom properties of <c>:root</c>, in hexadecimal: those outside of any condition, and those for one scheme.
/// Other notations, other selectors and other conditions are not read.
/// </summary>
internal static partial class SheetColours
{
    public static ImmutableArray<string> Schemes { get; } = ["light", "dark"];

    /// <summary>For a scheme each colour by its name, with the offset at which it stands; the last one written holds.</summary>
    public static IReadOnlyDictionary<string, (string Value, int Place)> Of(string css, string scheme)
    {
        string text = Comment().Replace(css, comment => new string(' ', comment.Length));
        var colours = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        foreach (Match root in Root().Matches(text))
        {
            string[] conditions = [.. ConditionsAt(text, root.Index)];
            if (conditions.Length == 0 || (conditions is [var only] && IsFor(only, scheme)))
            {
                foreach (Match colour in Colour().Matches(root.Value))
                {
                    colours[colour.Groups[1].Value] = (colour.Groups[2].Value.ToLowerInvariant(), root.Index + colour.Index);
                }
            }
        }

        return colours;
    }

    private static bool IsFor(string condition, string scheme) => Regex.IsMatch(condition, $"^@media\\s+(?:screen\\s+and\\s+)?\\(\\s*prefers-color-scheme\\s*:\\s*{scheme}\\s*\\)$");

    /// <summary>What stands before each brace that is open at a place.</summary>
    private static Stack<string> ConditionsAt(string text, int place)
    {
        var open = new Stack<string>();
        int start = 0;
        for (int i = 0; i < place; i++)
        {
            switch (text[i])
            {
                case '{':
                    open.Push(text[start..i].Trim());
                    start = i + 1;
                    break;
                case '}':
                    open.TryPop(out _);
                    start = i + 1;
                    break;
                case ';':
                    start = i + 1;
                    break;
            }
        }

        return open;
    }

    [GeneratedRegex("/\\*.*?\\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(":root\\s*\\{[^}]*\\}")]
    private static partial Regex Root();

    [GeneratedRegex("--([a-zA-Z-]+)\\s*:\\s*(#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3}))\\s*[;}]")]
    private static partial Regex Colour();
}
