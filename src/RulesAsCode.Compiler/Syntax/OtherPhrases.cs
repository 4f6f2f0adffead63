namespace RulesAsCode.Compiler.Syntax;

/// <summary>
/// How English says what the language says in one way (language reference, "Refused"): comparisons in other words, and other verbs than
/// <c>is</c>. In small letters only, for a member of a choice may be called <c>Over 65</c>.
/// </summary>
internal static class OtherPhrases
{
    /// <param name="Written">What is written.</param>
    /// <param name="Instead">What the language says: after <c>is</c> for a comparison, with its verb for a verb.</param>
    internal readonly record struct Phrase(string Written, string Instead);

    /// <summary>What is written after <c>is</c>, or where <c>is</c> and a comparison belong; longer ones first.</summary>
    public static IReadOnlyList<Phrase> Comparisons { get; } = LongestFirst(
        ("greater than or equal to", "at least"), ("more than or equal to", "at least"), ("equal to or more than", "at least"), ("equal to or greater than", "at least"),
        ("less than or equal to", "at most"), ("equal to or less than", "at most"),
        ("no more than", "at most"), ("no greater than", "at most"), ("not greater than", "at most"), ("no longer than", "at most"), ("not exceeding", "at most"),
        ("no less than", "at least"), ("no fewer than", "at least"), ("not fewer than", "at least"),
        ("no later than", "on or before"), ("not later than", "on or before"), ("no earlier than", "on or after"), ("not earlier than", "on or after"),
        ("greater than", "more than"), ("higher than", "more than"), ("larger than", "more than"), ("bigger than", "more than"), ("longer than", "more than"),
        ("fewer than", "less than"), ("lower than", "less than"), ("smaller than", "less than"), ("shorter than", "less than"),
        ("later than", "after"), ("earlier than", "before"), ("before or on", "on or before"), ("after or on", "on or after"), ("on or later than", "on or after"),
        ("in excess of", "more than"), ("exceeding", "more than"), ("over", "more than"), ("above", "more than"), ("under", "less than"), ("below", "less than"),
        ("up to", "at most"), ("equal to", ""), ("until", "on or before"), ("by", "on or before"));

    /// <summary>What is written instead of <c>is</c> or <c>include</c>, alone or with a comparison.</summary>
    public static IReadOnlyList<Phrase> Verbs { get; } = LongestFirst(
        ("does not exceed", "is at most"), ("do not exceed", "is at most"), ("must not exceed", "is at most"), ("must exceed", "is more than"), ("exceeds", "is more than"), ("exceed", "is more than"),
        ("equals", "is"), ("must not be", "is not"), ("must be", "is"), ("shall be", "is"), ("should be", "is"), ("has to be", "is"), ("have to be", "are"),
        ("needs to be", "is"), ("will be", "is"), ("was", "is"), ("were", "are"), ("contains", "includes"), ("contain", "include"));

    private static readonly HashSet<string> FirstWords = new(
        Comparisons.Concat(Verbs).Select(phrase => phrase.Written.Split(' ')[0]).Concat(["between", "within"]), StringComparer.Ordinal);

    private static readonly bool[] FirstLetters = [.. Enumerable.Range(0, 128).Select(letter => FirstWords.Any(word => word[0] == letter))];

    /// <summary>Whether a phrase may begin with the word at an offset; cheap, for every word of every sentence is asked.</summary>
    public static bool MayBegin(string text, int start, int end)
    {
        if (text[start] >= 128 || !FirstLetters[text[start]])
        {
            return false;
        }

        int after = start;
        while (after < end && LexicalGrammar.IsWordCharacter(text[after]))
        {
            after++;
        }

        return FirstWords.Contains(text.Substring(start, after - start));
    }

    /// <summary>The end of a phrase in a text, or -1: its words with any blanks between them, and no letter after it.</summary>
    public static int Match(string text, int start, int end, string phrase)
    {
        int at = start;
        foreach (char expected in phrase)
        {
            if (expected == ' ')
            {
                int blanks = at;
                while (at < end && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                if (at == blanks)
                {
                    return -1;
                }
            }
            else if (at < end && text[at] == expected)
            {
                at++;
            }
            else
            {
                return -1;
            }
        }

        return at == end || !(LexicalGrammar.IsWordCharacter(text[at]) || text[at] is '-' or '&' or '\'' or '\u2019') ? at : -1;
    }

    private static Phrase[] LongestFirst(params (string Written, string Instead)[] phrases) =>
        [.. phrases.OrderByDescending(phrase => phrase.Written.Length).ThenBy(phrase => phrase.Written, StringComparer.Ordinal).Select(phrase => new Phrase(phrase.Written, phrase.Instead))];
}
