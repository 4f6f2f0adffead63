using RulesAsCode.Publishing.Model;

namespace RulesAsCode.Publishing.Markdown;

/// <summary>Finds the terms of the glossary in running text.</summary>
internal sealed class GlossaryTerms
{
    private readonly ILookup<string, Form> _formsByFirstWord;

    public GlossaryTerms(IEnumerable<TermView> terms)
    {
        _formsByFirstWord = terms
            .SelectMany(term => new[] { term.Name, term.Title }.OfType<string>(), (term, name) => (term.Id, Name: name.Trim()))
            .Where(form => form.Name.Length > 0 && form.Name.IndexOfAny(['[', ']', '\n']) < 0)
            .SelectMany(form => Forms(form.Name), (form, text) => new Form(text, form.Id))
            .OrderByDescending(form => form.Text.Length).ThenBy(form => form.Text, StringComparer.Ordinal)
            .ToLookup(form => FirstWord(form.Text), StringComparer.Ordinal);
    }

    /// <summary>
    /// The terms in a text, from left to right, none inside another: the longest wins. Names count as declared, in the singular and the plural; one
    /// that begins with a small letter may begin with a capital.
    /// </summary>
    public IEnumerable<TermUse> Find(string text)
    {
        for (int start = 0; start < text.Length; start++)
        {
            if (!char.IsLetterOrDigit(text[start]) || (start > 0 && IsInsideWord(text, start)))
            {
                continue;
            }

            string word = FirstWord(text.AsSpan(start));
            if (_formsByFirstWord[word].FirstOrDefault(form => IsAt(text, start, form.Text)) is { Id: not null } found)
            {
                yield return new TermUse(found.Id, start, found.Text.Length);
                start += found.Text.Length - 1;
            }
        }
    }

    private static bool IsAt(string text, int start, string form)
    {
        int end = start + form.Length;
        return string.CompareOrdinal(text, start, form, 0, form.Length) == 0
            && (end == text.Length || !IsInsideWord(text, end));
    }

    /// <summary>Whether the characters on either side of a place belong to one word; a hyphen between letters joins them.</summary>
    private static bool IsInsideWord(string text, int place)
    {
        char before = text[place - 1];
        char after = text[place];
        return (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after))
            || (after == '-' && char.IsLetterOrDigit(before) && place + 1 < text.Length && char.IsLetterOrDigit(text[place + 1]))
            || (before == '-' && char.IsLetterOrDigit(after) && place > 1 && char.IsLetterOrDigit(text[place - 2]));
    }

    private static IEnumerable<string> Forms(string name)
    {
        string[] singulars = char.IsLower(name[0]) ? [name, char.ToUpperInvariant(name[0]) + name[1..]] : [name];
        foreach (string singular in singulars)
        {
            yield return singular;
            yield return Plural(singular);
        }
    }

    private static string Plural(string name) => name switch
    {
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => name + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => name[..^1] + "ies",
        _ => name + "s",
    };

    private static string FirstWord(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && char.IsLetterOrDigit(text[length]))
        {
            length++;
        }

        return text[..length].ToString();
    }

    private readonly record struct Form(string Text, string Id);
}

/// <summary>A term in a text.</summary>
internal readonly record struct TermUse(string Id, int Start, int Length);
