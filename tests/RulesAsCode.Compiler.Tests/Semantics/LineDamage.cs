namespace RulesAsCode.Compiler.Tests.Semantics;

/// <summary>Damage to one line of a text that keeps its indentation: a slip of the keyboard, a word too few, too many or in the wrong place.</summary>
internal static class LineDamage
{
    private const string Keys = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789 ,.;:-/'()=<>%£&|!?“’";

    private static readonly string[] Words =
        ["is", "are", "not", "and", "or", "the", "at", "least", "more", "than", "of", "before", "after", "on", "within", "one", "between", "if", "must", "5", "£5", "2WDs", "3/4/2024", "days'", ">=", "that", "when"];

    /// <summary>The text with one line damaged; the text itself where the line is blank.</summary>
    internal static string Make(string text, Random random)
    {
        string[] lines = text.Split('\n');
        int number = random.Next(lines.Length);
        string line = lines[number];
        string content = line.TrimStart(' ');
        if (content.Length == 0)
        {
            return text;
        }

        // What begins with a blank would stand in another column.
        string damaged = Damage(content, random).TrimStart();
        lines[number] = damaged.Length == 0 ? line : line[..^content.Length] + damaged;
        return string.Join("\n", lines);
    }

    private static string Damage(string line, Random random)
    {
        int at = random.Next(line.Length);
        List<string> words = [.. line.Split(' ')];
        int word = random.Next(words.Count);
        switch (random.Next(8))
        {
            case 0:
                return line.Remove(at, 1);
            case 1:
                return line.Insert(at, Keys[random.Next(Keys.Length)].ToString());
            case 2:
                return line.Remove(at, 1).Insert(at, Keys[random.Next(Keys.Length)].ToString());
            case 3:
                return at + 1 < line.Length ? line[..at] + line[at + 1] + line[at] + line[(at + 2)..] : line;
            case 4:
                words.RemoveAt(word);
                break;
            case 5:
                words.Insert(word, words[random.Next(words.Count)]);
                break;
            case 6:
                words.Insert(word, Words[random.Next(Words.Length)]);
                break;
            default:
                words[word] = Words[random.Next(Words.Length)];
                break;
        }

        return string.Join(" ", words);
    }
}
