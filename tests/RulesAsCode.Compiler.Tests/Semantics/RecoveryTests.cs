using System.Globalization;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Fixing;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Semantics;

/// <summary>One line of a good file damaged: the damage is told once, and a certain fix of it takes it away and brings nothing.</summary>
public sealed class RecoveryTests
{
    private static readonly string[] Texts = [.. CorpusTests.Rulesets().SelectMany(CorpusTests.FilesOf).Select(file => file.Text.Replace("\r\n", "\n"))];

    // Two neighbouring declarations behind a first line: what is damaged, and what the damage could reach. A whole file would only be slower.
    private static readonly string[] Pairs = [.. Texts.SelectMany(text =>
    {
        string[] declarations = text.Split('\n').Aggregate(new List<string>(), (all, line) =>
        {
            bool begins = line.Length > 0 && line[0] is not (' ' or '#');
            if (begins || all.Count == 0)
            {
                all.Add(line);
            }
            else
            {
                all[^1] += "\n" + line;
            }

            return all;
        }).ToArray();
        return declarations.Skip(1).Zip(declarations.Skip(2), (one, next) => "part of Something\n" + one + "\n" + next + "\n");
    })];

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("RULES_SEED"), CultureInfo.InvariantCulture, out int seed) ? seed : 1;

    [Fact]
    public void Damage_within_a_line_gives_one_diagnostic_of_form()
    {
        var random = new Random(Seed);
        for (int i = 0; i < 4_000; i++)
        {
            string text = LineDamage.Make(Pairs[random.Next(Pairs.Length)], random);
            var tree = SyntaxTree.Parse(SourceText.From("main.rules", text));
            if (tree.Diagnostics.Length > 1)
            {
                Assert.Fail($"RULES_SEED={Seed}, damage {i}:\n" + Show(tree.Diagnostics));
            }
        }
    }

    [Fact]
    public void Certain_fixes_of_damage_remove_it_and_bring_nothing()
    {
        var random = new Random(Seed);
        string[] whole = [.. Texts.Where(text => text.Length < 8_000 && Compile(text).Diagnostics.IsEmpty)];
        Assert.NotEmpty(whole);
        int made = 0;
        for (int i = 0; i < 400; i++)
        {
            string text = LineDamage.Make(whole[random.Next(whole.Length)], random);
            Compilation before = Compile(text);
            if (before.Diagnostics.All(diagnostic => diagnostic.Edits.IsEmpty))
            {
                continue;
            }

            var fixes = CertainFixes.Make(before, Table);
            made += fixes.Fixed.Count;
            DiagnosticSeverity gravest = fixes.Fixed.Count == 0 ? DiagnosticSeverity.Error : fixes.Fixed.Max(diagnostic => diagnostic.Severity);
            int was = before.Diagnostics.Count(diagnostic => diagnostic.Severity >= gravest);
            int now = fixes.Compilation.Diagnostics.Count(diagnostic => diagnostic.Severity >= gravest);
            bool improves = fixes.Fixed.Count == 0 ? now == was && !fixes.ChangedFiles.Any() : now < was;
            Assert.True(improves, $"RULES_SEED={Seed}, damage {i}:\n{Show(before.Diagnostics)}\nfixed:\n{Show(fixes.Fixed)}\nleft:\n{Show(fixes.Compilation.Diagnostics)}");
        }

        Assert.True(made > 5, $"RULES_SEED={Seed}: only {made} fixes.");
    }

    private static string? Table(string path) => RulesText.Holidays;

    private static Compilation Compile(string text) => Compilation.Create([SourceText.From("main.rules", text)], Table);

    private static string Show(IEnumerable<Diagnostic> diagnostics) =>
        string.Join("\n", diagnostics.Select(diagnostic => $"{RulesText.Show(diagnostic)}\n    {diagnostic.Location.Source.ToString(diagnostic.Location.Source.LineSpan(diagnostic.Location.Start.Line))}"));
}
