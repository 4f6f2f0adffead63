using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Semantics;

/// <summary>The table of mistakes: exactly one diagnostic each, at the place and with the words that the table has; a certain fix leaves nothing.</summary>
public sealed class MistakeTests
{
    private static readonly string TablePath = PathOfTable();

    private static readonly string[] Blocks = File.ReadAllText(TablePath).TrimEnd().Split("\n\n");

    private static readonly Dictionary<string, Mistake> Mistakes = Blocks.Where(IsMistake).Select(Mistake.Read).ToDictionary(mistake => mistake.Context + ": " + mistake.Written);

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Fact]
    public void The_table_is_what_the_compiler_says() =>
        Snapshot.MatchFile(string.Join("\n\n", Blocks.Select(block => IsMistake(block) ? Mistake.Read(block).Show() : block)) + "\n", TablePath);

    [Fact]
    public void The_table_is_no_shorter_than_what_was_asked_for() => Assert.InRange(Mistakes.Count, 80, int.MaxValue);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_has_one_diagnostic(string name)
    {
        Diagnostic[] diagnostics = [.. Mistakes[name].Compile().Diagnostics];

        Assert.Single(diagnostics);
        Assert.True(diagnostics[0].Fix is { Length: > 0 }, "It does not say what to write instead.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_certain_fix_leaves_nothing_to_say(string name)
    {
        Mistake mistake = Mistakes[name];
        Diagnostic diagnostic = mistake.Compile().Diagnostics[0];
        if (diagnostic.Edits.IsEmpty)
        {
            return;
        }

        TextEdits? edits = TextEdits.Join(diagnostic.Edits);
        Assert.NotNull(edits);
        Compilation fixedCompilation = RulesText.Compile(("main.rules", edits.ApplyTo(mistake.Text)));
        Assert.Equal([], fixedCompilation.Diagnostics.Select(RulesText.Show));
    }

    private static bool IsMistake(string block) => !block.StartsWith('#');

    private static string PathOfTable([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "Mistakes", "mistakes.txt");

    /// <param name="Context">Where it is written.</param>
    /// <param name="Written">What is written.</param>
    private sealed record Mistake(string Context, string Written)
    {
        private const string Requirement = "requirement Rule\n  see LAW 1\n  applies always\n";

        private static readonly string Before = RulesText.Header + RulesText.Facts;

        private string Prefix => Before + Context switch
        {
            "condition" => Requirement + "  requires that ",
            "clause" when Written.StartsWith("applies", StringComparison.Ordinal) => "requirement Rule\n  see LAW 1\n  requires that tall\n  ",
            "clause" when Written.StartsWith("req", StringComparison.Ordinal) => Requirement + "  ",
            "clause" => Requirement + "  requires that tall\n  ",
            "fact" => "record thing\n  ",
            _ => "",
        };

        public string Text => Prefix + Written + "\n";

        public static Mistake Read(string block)
        {
            int colon = block.IndexOf(": ", StringComparison.Ordinal);
            IEnumerable<string> lines = block[(colon + 2)..].Split('\n').TakeWhile(line => !line.StartsWith("! ", StringComparison.Ordinal));
            return new Mistake(block[..colon], string.Join("\n", lines));
        }

        public Compilation Compile() => RulesText.Compile(("main.rules", Text));

        public string Show()
        {
            var result = new StringBuilder(Context + ": " + Written);
            foreach (Diagnostic diagnostic in Compile().Diagnostics)
            {
                result.Append(CultureInfo.InvariantCulture, $"\n! {diagnostic.Code} {Place(diagnostic.Location)} {diagnostic.Message}\n  = {diagnostic.Fix ?? "(says nothing)"}");
                if (TextEdits.Join(diagnostic.Edits) is { InOrder.Length: > 0 } edits)
                {
                    string text = edits.ApplyTo(Text);
                    result.Append("\n  > ").Append((text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text[Before.Length..]).TrimEnd('\n').Replace("\n", "\n  > "));
                }
            }

            return result.ToString();
        }

        private string Place(Location location)
        {
            string before = Text[..location.Span.Start];
            string own = before.Length >= Prefix.Length ? before[Prefix.Length..] : "";
            int line = own.Count(c => c == '\n');
            return before.Length < Prefix.Length
                ? "above"
                : string.Create(CultureInfo.InvariantCulture, $"{line + 1}:{own.Length - (own.LastIndexOf('\n') + 1) + 1}");
        }
    }
}
