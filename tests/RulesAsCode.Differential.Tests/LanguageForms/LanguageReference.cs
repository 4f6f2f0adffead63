using System.Collections.Immutable;
using System.Text;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;

namespace RulesAsCode.Differential.Tests.LanguageForms;

/// <summary>
/// A page of the language reference as a ruleset. Its <c>rules</c> blocks, read in order, are one guide and the libraries it uses: a block that does not say
/// where it belongs continues the file of the block before it. A <c>csv</c> block is the table of holidays.
/// </summary>
internal sealed class LanguageReference
{
    private const string HolidaysFile = "holidays.csv";

    private LanguageReference(string path)
    {
        Path = path;
        Text = File.ReadAllText(RepositoryRoot.PathTo(path), Encoding.UTF8);
        Evidence = new RulesetEvidence(System.IO.Path.GetFileName(path), Files, ReadTable);
    }

    /// <summary>The whole language.</summary>
    public static LanguageReference Full { get; } = new("src/RulesAsCode.Compiler/Language.md");

    /// <summary>The one page that is enough for the rules of this repository.</summary>
    public static LanguageReference Core { get; } = new("src/RulesAsCode.Compiler/Reference/Core.md");

    public string Path { get; }

    public string Text { get; }

    public RulesetEvidence Evidence { get; }

    /// <summary>The fenced blocks of a language, each with the number of its first line, from 1.</summary>
    public ImmutableArray<(int Line, string Text)> Blocks(string language)
    {
        var blocks = ImmutableArray.CreateBuilder<(int, string)>();
        string[] lines = Text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                int end = Array.IndexOf(lines, "```", i + 1);
                if (lines[i] == "```" + language)
                {
                    blocks.Add((i + 2, string.Join('\n', lines[(i + 1)..end]) + "\n"));
                }

                i = end;
            }
        }

        return blocks.ToImmutable();
    }

    public static bool HasHeader(string block) => FirstWords(block) is "guide" or "part" or "library";

    /// <summary>The files that the blocks make: one for each block that says where it belongs, with the blocks after it.</summary>
    public ImmutableArray<SourceText> Files
    {
        get
        {
            var files = new List<StringBuilder>();
            foreach ((_, string text) in Blocks("rules"))
            {
                if (HasHeader(text))
                {
                    files.Add(new StringBuilder());
                }

                files[^1].Append(text).Append('\n');
            }

            return [.. files.Select((file, i) => SourceText.From($"{System.IO.Path.GetFileNameWithoutExtension(Path)}{i + 1:00}.rules", file.ToString()))];
        }
    }

    public string? ReadTable(string path) => path == HolidaysFile ? Blocks("csv").Single().Text : null;

    /// <summary>The rows of the table of refused forms: what is not read, and the first thing in backticks to write instead.</summary>
    public ImmutableArray<(int Line, string Wrong, string? Right)> Refused
    {
        get
        {
            string[] lines = Text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
            int start = Array.IndexOf(lines, "| not read | write |");
            return start < 0 ? [] : [.. lines.Skip(start + 2).TakeWhile(line => line.StartsWith('|')).Select((line, i) => (start + 3 + i, Quoted(line, 1)!, Quoted(line, 2)))];
        }
    }

    private static string? Quoted(string row, int cell) => row.Split(" | ")[cell - 1].Split('`') is [_, var code, ..] ? code : null;

    private static string FirstWords(string block) =>
        block.Split('\n').Select(line => line.Split('#')[0].Trim()).FirstOrDefault(line => line.Length > 0)?.Split(' ')[0] ?? "";
}
