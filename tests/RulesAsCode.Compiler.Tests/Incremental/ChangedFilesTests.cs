using System.Globalization;
using System.Reflection;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Tests.Formatting;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Incremental;

/// <summary>A compilation that was found out from another is what it would be anew, and little of it is found out again. <c>INCREMENTAL_EDITS=1000</c> makes more edits.</summary>
public sealed class ChangedFilesTests
{
    private static readonly int Edits = int.TryParse(Environment.GetEnvironmentVariable("INCREMENTAL_EDITS"), NumberStyles.None, CultureInfo.InvariantCulture, out int edits) ? edits : 30;

    public static TheoryData<string, bool> Rulesets() => new(Corpus.All.SelectMany(folder => new[] { (folder.Name, false), (folder.Name, true) }));

    [Theory, MemberData(nameof(Rulesets))]
    public void After_any_edit_everything_is_as_if_it_were_compiled_anew(string name, bool inManyFiles)
    {
        RuleFolder folder = Corpus.All.Single(folder => folder.Name == name);
        var edits = new RandomEdits(inManyFiles ? Spread(folder) : folder.Files, seed: 20261126 + name.Length);
        var first = Compilation.Create(edits.Sources, folder.ReadTable);
        string atFirst = TextOf(first);
        Compilation current = first;
        var steps = new List<string>();
        int bound = 0;
        int boundAnew = 0;
        for (int i = 0; i < Edits; i++)
        {
            steps.Add(edits.Next());
            current = current.WithFiles(edits.Sources, folder.ReadTable);
            var anew = Compilation.Create(edits.Sources, folder.ReadTable);
            Assert.True(TextOf(anew) == TextOf(current), "Differs after:\n" + string.Join("\n", steps));
            bound += current.DeclarationsBound;
            boundAnew += anew.DeclarationsBound;
        }

        Assert.True(!inManyFiles || bound < boundAnew * 9 / 10, $"{bound} of {boundAnew} were bound again: that hardly shows that what is kept is right.");

        Assert.Equal(atFirst, TextOf(first));
    }

    [Fact]
    public void A_changed_table_is_an_edit()
    {
        const string Text = "define late\n  when 2 working days after born on is after 30 December 2024\n";
        SourceText[] files = [SourceText.From("main.rules", Semantics.RulesText.Header + Semantics.RulesText.Facts + Text)];
        string table = Semantics.RulesText.Holidays;
        var before = Compilation.Create(files, _ => table);
        table = table.Replace("2024-12-26", "2024-12-27", StringComparison.Ordinal);
        Compilation after = before.WithFiles(files, _ => table);

        Assert.NotEqual(TextOf(before), TextOf(after));
        Assert.Equal(TextOf(Compilation.Create(files, _ => table)), TextOf(after));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    public void One_word_in_one_file_reads_one_declaration(int requirements)
    {
        SourceText[] files = Sources(requirements, 0);
        var before = Compilation.Create(files, _ => null);
        Compilation after = before.WithFiles([Edited(files[0])], _ => null);

        Assert.Equal(1, after.Trees[0].PartsRead);
        Assert.Empty(after.Diagnostics);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    public void One_word_in_one_of_many_files_reads_one_declaration_and_binds_those_of_its_file(int requirements)
    {
        SourceText[] files = Sources(requirements, requirements / 10);
        var before = Compilation.Create(files, _ => null);
        Compilation after = before.WithFiles([files[0], Edited(files[1]), .. files.Skip(2)], _ => null);

        Assert.Equal(requirements, before.DeclarationsBound);
        Assert.Equal(10, after.DeclarationsBound);
        Assert.Equal(1, after.Trees.Single(tree => tree.Source.Path == files[1].Path).PartsRead);
        Assert.Equal(before.Trees.Length - 1, after.Trees.Intersect(before.Trees).Count());
        Assert.Equal(requirements - 10, after.Guides[0].Requirements.Intersect(before.Guides[0].Requirements).Count());
    }

    [Fact]
    public void What_follows_a_requirement_is_bound_again_with_it_and_nothing_else()
    {
        (string, string)[] files =
        [
            ("a.rules", Header), ("b.rules", Part("One")), ("c.rules", Part("Two", "One")), ("d.rules", Part("Three", "Two")), ("e.rules", Part("Four")),
            ("f.rules", ExampleOf("Three") + ExampleOf("Four").Replace("part of Test Guide\n", "", StringComparison.Ordinal)),
        ];
        Compilation before = Semantics.RulesText.Compile(files);
        files[1].Item2 = files[1].Item2.Replace("tall", "not tall", StringComparison.Ordinal);
        Compilation after = before.WithFiles(files.Select(file => SourceText.From(file.Item1, file.Item2)), _ => Semantics.RulesText.Holidays);

        Assert.Empty(before.Diagnostics);
        Assert.Equal(4, after.DeclarationsBound);
        Assert.Equal(TextOf(Semantics.RulesText.Compile(files)), TextOf(after));
    }

    [Fact]
    public void A_name_that_was_thought_to_stand_in_broken_words_is_missing_when_they_are_gone() => IsTheSameAnew(
        [("a.rules", Header), ("b.rules", Part("One")), ("c.rules", ExampleOf("One")), ("d.rules", Part("Other"))],
        [("b.rules", Part("One").Replace("requirement", "requirment", StringComparison.Ordinal)), ("b.rules", "part of Test Guide\n"), ("b.rules", Part("One"))]);

    [Fact]
    public void A_name_of_shared_declarations_that_was_thought_to_stand_in_broken_words_is_missing_when_they_are_gone() => IsTheSameAnew(
        [("a.rules", Header + "define busy\n  when far away\n"), ("b.rules", "part of Test Guide\ndefin far away\n"), ("c.rules", Part("One"))],
        [("c.rules", Part("Two")), ("b.rules", "part of Test Guide\n"), ("b.rules", "part of Test Guide\ndefine far away\n  when tall\n")]);

    [Fact]
    public void The_first_use_of_working_days_is_told_wherever_it_is() => IsTheSameAnew(
        [
            ("a.rules", Header.Replace("  working days from Weekdays\n", "", StringComparison.Ordinal)), ("b.rules", Counts("One")), ("c.rules", Counts("Two")), ("d.rules", Part("Three")),
        ],
        [("d.rules", Part("Four")), ("c.rules", Part("Two")), ("b.rules", Part("One")), ("c.rules", Counts("Two"))]);

    [Fact]
    public void A_second_declaration_of_a_name_comes_and_goes() => IsTheSameAnew(
        [("b.rules", Header), ("c.rules", Part("One")), ("d.rules", ExampleOf("One")), ("e.rules", Part("Two", "One"))],
        [("a.rules", Part("One")), ("a.rules", "part of Test Guide\n"), ("f.rules", Part("One")), ("c.rules", "part of Test Guide\n"), ("a.rules", Part("one", "Two"))]);

    [Fact]
    public void Every_kind_of_node_moves()
    {
        Type[] kinds = [.. typeof(SyntaxNode).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SyntaxNode)) && type is { IsAbstract: false, IsPublic: true })];
        var met = new HashSet<Type>();
        foreach (SourceText source in Corpus.All.SelectMany(folder => folder.Files))
        {
            SyntaxTree tree = SyntaxTree.Parse(source);
            SyntaxTree moved = tree.WithChangedText("# above\n\n" + source.Text);
            SyntaxTree anew = SyntaxTree.Parse(moved.Source);
            Assert.Equal(ModelText.WithPlaces(anew.Declarations), ModelText.WithPlaces(moved.Declarations));
            Assert.Equal(ModelText.WithPlaces(anew.Tokens), ModelText.WithPlaces(moved.Tokens));
            Assert.InRange(moved.PartsRead, 1, 2);
            foreach (DeclarationSyntax declaration in tree.Declarations)
            {
                Note(declaration);
            }
        }

        Assert.Equal("", string.Join(", ", kinds.Except(met).Select(kind => kind.Name)));

        void Note(object node)
        {
            met.Add(node.GetType());
            foreach (PropertyInfo property in node.GetType().GetProperties())
            {
                object? value = property.GetValue(node);
                foreach (SyntaxNode child in value is SyntaxNode one ? [one] : value is System.Collections.IEnumerable many and not string ? many.OfType<SyntaxNode>() : [])
                {
                    Note(child);
                }
            }
        }
    }

    private static string Header => Semantics.RulesText.Header + Semantics.RulesText.Facts;

    private static string Part(string name, string? follows = null) =>
        $"part of Test Guide\nrequirement {name}\n  see LAW 1\n  applies always\n  requires that tall\n{(follows is null ? "" : $"  follows {follows}\n")}";

    private static string Counts(string name) => Part(name).Replace("requires that tall", "requires that moved on is given and moved on is within 3 working days after born on", StringComparison.Ordinal);

    private static string ExampleOf(string name) =>
        $"part of Test Guide\nexample \"{name}\"\n  as at 1 June 2024\n  given\n    tall is yes\n  expect\n    {name} is satisfied\n";

    /// <summary>After each step a file has another text, or comes into being.</summary>
    private static void IsTheSameAnew((string Path, string Text)[] files, (string Path, string Text)[] steps)
    {
        var texts = files.ToDictionary(file => file.Path, file => file.Text);
        Compilation current = Semantics.RulesText.Compile(files);
        foreach ((string path, string text) in steps)
        {
            texts[path] = text;
            current = current.WithFiles(texts.Select(file => SourceText.From(file.Key, file.Value)), _ => Semantics.RulesText.Holidays);
            Assert.Equal(TextOf(Semantics.RulesText.Compile([.. texts.Select(file => (file.Key, file.Value))])), TextOf(current));
        }
    }

    /// <summary>Everything there is to a compilation: trees, diagnostics with their places and edits, models.</summary>
    private static string TextOf(Compilation compilation) => string.Join(
        "\n",
        [
            .. compilation.Trees.Select(tree => ModelText.WithPlaces(tree.Declarations) + ModelText.WithPlaces(tree.Tokens)),
            .. compilation.Diagnostics.Select(TextOf),
            .. compilation.Guides.Select(ModelText.WithPlaces),
        ]);

    private static string TextOf(Diagnostic diagnostic) => ModelText.WithPlaces(diagnostic);

    private static SourceText[] Sources(int requirements, int files) => [.. SyntheticRules.Write(requirements, files).Select(file => SourceText.From(file.Path, file.Text))];

    private static SourceText Edited(SourceText source) => SourceText.From(source.Path, source.Text.Insert(source.Text.IndexOf("\"See to part", StringComparison.Ordinal) + 1, "Please "));

    /// <summary>The same rules with few requirements and examples to a file.</summary>
    internal static List<SourceText> Spread(RuleFolder folder)
    {
        const int InAFile = 2;
        var files = new List<SourceText>();
        foreach (SourceText source in folder.Files)
        {
            SyntaxTree tree = SyntaxTree.Parse(source);
            DeclarationSyntax header = tree.Declarations[0];
            string partOf = "part of " + source.ToString(header.Name!.Span) + "\n\n";
            TextSpan[] moved = [.. tree.Declarations.Where(declaration => declaration.Kind is DeclarationKind.Requirement or DeclarationKind.Example).Select(declaration => declaration.FullExtent)];
            string rest = source.Text;
            foreach (TextSpan span in moved.Reverse())
            {
                rest = rest.Remove(span.Start, span.Length);
            }

            files.Add(SourceText.From(source.Path, rest));
            files.AddRange(moved.Chunk(InAFile).Select((spans, i) => SourceText.From(
                source.Path.Replace(".rules", $"-{i:000}.rules", StringComparison.Ordinal), partOf + string.Join("\n\n", spans.Select(source.ToString)) + "\n")));
        }

        return files;
    }
}
