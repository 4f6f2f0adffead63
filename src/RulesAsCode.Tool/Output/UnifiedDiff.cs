using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace RulesAsCode.Tool.Output;

/// <summary>What changes in a text, in the unified form that <c>patch</c> and code reviews read.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference of two texts; nothing where there is none.</summary>
    /// <param name="path">What the file is called, on both sides.</param>
    /// <param name="before">The old text.</param>
    /// <param name="after">The new text.</param>
    internal static string Of(string path, string before, string after)
    {
        string[] old = Lines(before);
        string[] @new = Lines(after);
        IList<DiffBlock> blocks = new Differ().CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new LineChunker()).DiffBlocks;
        var text = new StringBuilder();
        for (int i = 0; i < blocks.Count;)
        {
            // Blocks whose context touches are one hunk.
            int last = i;
            while (last + 1 < blocks.Count && blocks[last + 1].DeleteStartA - (blocks[last].DeleteStartA + blocks[last].DeleteCountA) <= 2 * Context)
            {
                last++;
            }

            if (text.Length == 0)
            {
                text.Append("--- ").Append(path).Append('\n').Append("+++ ").Append(path).Append('\n');
            }

            Hunk(text, old, @new, [.. blocks.Skip(i).Take(last - i + 1)]);
            i = last + 1;
        }

        return text.ToString();
    }

    /// <summary>The same for people, in colours where there are any.</summary>
    internal static void Write(TextWriter output, Palette palette, string path, string before, string after)
    {
        foreach (string line in Of(path, before, after).TrimEnd('\n').Split('\n'))
        {
            output.WriteLine(line.Length == 0 ? line : line[0] switch
            {
                '-' => palette.Red(line),
                '+' => palette.Green(line),
                '@' => palette.Blue(line),
                _ => line,
            });
        }
    }

    private static void Hunk(StringBuilder text, string[] old, string[] @new, DiffBlock[] blocks)
    {
        DiffBlock first = blocks[0];
        DiffBlock last = blocks[^1];
        int before = Math.Min(Context, first.DeleteStartA);
        int after = Math.Min(Context, old.Length - (last.DeleteStartA + last.DeleteCountA));
        int oldStart = first.DeleteStartA - before;
        int oldCount = last.DeleteStartA + last.DeleteCountA + after - oldStart;
        int newStart = first.InsertStartB - before;
        int newCount = last.InsertStartB + last.InsertCountB + after - newStart;
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(oldStart, oldCount)} +{Range(newStart, newCount)} @@\n");
        int at = oldStart;
        foreach (DiffBlock block in blocks)
        {
            Append(text, ' ', old, at, block.DeleteStartA);
            Append(text, '-', old, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Append(text, '+', @new, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Append(text, ' ', old, at, at + after);
    }

    // An empty range is named by the line before it.
    private static string Range(int start, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)}{(count == 1 ? "" : "," + count.ToString(CultureInfo.InvariantCulture))}");

    private static void Append(StringBuilder text, char sign, string[] lines, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            string line = lines[i].TrimEnd('\n');
            text.Append(sign).Append(line).Append('\n');
            if (line.Length == lines[i].Length)
            {
                text.Append("\\ No newline at end of file\n");
            }
        }
    }

    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }

    /// <summary>Lines with the line feed that ends them, so that one that lacks it differs.</summary>
    private sealed class LineChunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => Lines(text);
    }
}
