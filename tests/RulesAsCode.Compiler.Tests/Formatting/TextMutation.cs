namespace RulesAsCode.Compiler.Tests.Formatting;

/// <summary>What careless hands do to a rule file.</summary>
internal static class TextMutation
{
    internal const int HarmlessKinds = 12;
    internal const int HarmfulKinds = 9;

    /// <summary>A change of the layout that leaves what most files say.</summary>
    internal static string Harmless(string text, int kind, int first, int second)
    {
        List<string> lines = [.. text.Split('\n')];
        int line = first % lines.Count;
        switch (kind)
        {
            case 0:
                return string.Join("\n", lines.Select(l => Indentation(l) is var depth and > 0 ? new string(' ', depth * (1 + (second % 3))) + l[depth..] : l));
            case 1:
                lines[line] = AtBlank(lines[line], second, "   ");
                break;
            case 2:
                lines[line] = AtBlank(lines[line], second, "\t");
                break;
            case 3:
                lines.Insert(line, new string(' ', second % 9) + "# a remark " + second);
                break;
            case 4:
                lines[line] += "   # at the end " + second;
                break;
            case 5:
                // The sentence goes on over a deeper line.
                lines[line] = AtBlank(lines[line], second, "\n" + new string(' ', Indentation(lines[line]) + 4 + (second % 5)));
                break;
            case 6:
                lines.Insert(line, new string(' ', second % 3));
                break;
            case 7:
                return text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
            case 8:
                lines[line] = Keyword(lines[line]);
                break;
            case 9:
                lines[line] = lines[line].Replace(" March 2024", "  march 2024", StringComparison.Ordinal).Replace(" is ", " IS ", StringComparison.Ordinal)
                    .Replace(".00", "", StringComparison.Ordinal).Replace("'s ", "’s ", StringComparison.Ordinal).Replace(" is a ", " is ", StringComparison.Ordinal);
                break;
            case 10:
                lines[line] = lines[line].Replace(" | ", "|", StringComparison.Ordinal);
                break;
            default:
                lines[line] = lines[line].TrimEnd() + new string(' ', second % 4);
                break;
        }

        return string.Join("\n", lines);
    }

    /// <summary>A change that is a mistake in most files.</summary>
    internal static string Harmful(string text, int kind, int first, int second)
    {
        List<string> lines = [.. text.Split('\n')];
        int line = first % lines.Count;
        int other = second % lines.Count;
        List<string> words = [.. lines[line].Split(' ')];
        switch (kind)
        {
            case 0:
                return text[..(first % (text.Length + 1))];
            case 1:
                lines.RemoveAt(line);
                break;
            case 2:
                (lines[line], lines[other]) = (lines[other], lines[line]);
                break;
            case 3:
                lines[line] = new string(' ', second % 8) + lines[line].TrimStart();
                break;
            case 4:
                words.RemoveAt(second % words.Count);
                lines[line] = string.Join(" ", words);
                break;
            case 5:
                words[second % words.Count] = lines[other].Split(' ')[^1];
                lines[line] = string.Join(" ", words);
                break;
            case 6:
                words.Insert(second % words.Count, new[] { "not", "the", "is", "-", "and", "or", "(", ")", "none", "2024-01-01", "1250", "£5", "1 days", "all of", "a", "#", "\"", "`", "|", ":", "no" }[second % 21]);
                lines[line] = string.Join(" ", words);
                break;
            case 7:
                lines[line] = "\t" + lines[line];
                break;
            default:
                lines.Insert(line, lines[other]);
                break;
        }

        return string.Join("\n", lines);
    }

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;

    private static string Keyword(string line)
    {
        int start = Indentation(line);
        int end = line.IndexOf(' ', start);
        return end < 0 ? line : line[..start] + line[start..end].ToUpperInvariant() + line[end..];
    }

    // A blank of the line's own, outside of its texts.
    private static string AtBlank(string line, int number, string instead)
    {
        int start = Indentation(line);
        int text = line.IndexOf('"', StringComparison.Ordinal);
        int[] blanks = [.. Enumerable.Range(0, text < 0 ? line.Length : text).Where(i => i > start && line[i] == ' ')];
        return blanks.Length == 0 ? line : line.Remove(blanks[number % blanks.Length], 1).Insert(blanks[number % blanks.Length], instead);
    }
}
