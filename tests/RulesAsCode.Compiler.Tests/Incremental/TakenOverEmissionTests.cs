using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RulesAsCode.Compiler.Emit.CSharp;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Incremental;

/// <summary>C# that was emitted from what an edit left as it was is the C# that is emitted anew, and little of it is.</summary>
public sealed class TakenOverEmissionTests
{
    private const int Edits = 40;

    private static readonly CSharpEmitOptions Options = new("Library", LineDirectives: true, MapPath: path => "/repo/" + path);

    public static TheoryData<string> Rulesets() => [.. Corpus.All.Select(folder => folder.Name)];

    [Theory, MemberData(nameof(Rulesets))]
    public void After_any_edit_the_text_is_what_is_emitted_anew(string name)
    {
        RuleFolder folder = Corpus.All.Single(folder => folder.Name == name);
        var edits = new RandomEdits(ChangedFilesTests.Spread(folder), seed: 20261127 + name.Length);
        var current = Compilation.Create(edits.Sources, folder.ReadTable);
        var emission = CSharpEmission.Of(current.Guides, Options);
        int emitted = 0;
        int all = 0;
        var steps = new List<string>();
        for (int i = 0; i < Edits; i++)
        {
            steps.Add(edits.Next());
            current = current.WithFiles(edits.Sources, folder.ReadTable);
            emission = CSharpEmission.Of(current.Guides, Options, emission);
            var anew = CSharpEmission.Of(Compilation.Create(edits.Sources, folder.ReadTable).Guides, Options);
            Assert.True(anew.Files.SequenceEqual(emission.Files), "Differs after:\n" + string.Join("\n", steps));
            emitted += emission.FilesEmitted;
            all += anew.FilesEmitted;
        }

        Assert.True(all > 0 && emitted < all, $"{emitted} of {all} files were emitted again: that does not show that what is taken over is right.");
    }

    /// <summary>Whoever edits all day must not keep every state of the day: only the last is kept.</summary>
    [Theory, MemberData(nameof(Rulesets))]
    public void What_was_before_an_edit_is_let_go(string name)
    {
        RuleFolder folder = Corpus.All.Single(folder => folder.Name == name);
        (WeakReference[] gone, object last) = EditedOften(folder, new RandomEdits(ChangedFilesTests.Spread(folder), seed: 20261128 + name.Length));
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal([], gone.Select(reference => reference.Target).OfType<object>().Select(kept => kept.GetType().Name));
        GC.KeepAlive(last);
    }

    // Not inlined, so that no local of it lives on in the test.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference[] Gone, object Last) EditedOften(RuleFolder folder, RandomEdits edits)
    {
        var states = new List<object>();
        var current = Compilation.Create(edits.Sources, folder.ReadTable);
        var emission = CSharpEmission.Of(current.Guides, Options);
        for (int i = 0; i < Edits; i++)
        {
            states.AddRange([current, emission, .. current.Guides, .. current.Trees]);
            edits.Next();
            current = current.WithFiles(edits.Sources, folder.ReadTable);
            emission = CSharpEmission.Of(current.Guides, Options, emission);
        }

        // Files and guides that no edit reached are those of the last state.
        return ([.. states.Except([.. current.Guides, .. current.Trees]).Select(state => new WeakReference(state))], (current, emission));
    }

    [Fact]
    public void Another_message_emits_the_file_it_stands_in()
    {
        SourceText[] files = [.. SyntheticRules.Write(200, 20).Select(file => SourceText.From(file.Path, file.Text))];
        var before = Compilation.Create(files, _ => null);
        var first = CSharpEmission.Of(before.Guides, Options);
        Compilation after = before.WithFiles([.. files.Select(file => file.Path == "part-003.rules" ? SourceText.From(file.Path, file.Text.Replace("See to part 10", "Look after part 10", StringComparison.Ordinal)) : file)], _ => null);
        var second = CSharpEmission.Of(after.Guides, Options, first);

        // The facts stand in one file, the requirements in twenty.
        Assert.Equal(21, first.FilesEmitted);
        Assert.Equal(1, second.FilesEmitted);
        Assert.Equal(["part-003.rules.g.cs"], second.Files.Except(first.Files).Select(file => file.HintName));
        Assert.Same(first.Files.Single(file => file.HintName == "main.ruleset.g.cs"), second.Files.Single(file => file.HintName == "main.ruleset.g.cs"));
    }

    [Theory]
    [InlineData("another namespace")]
    [InlineData("another folder")]
    [InlineData("no directives")]
    public void Other_options_emit_everything(string change)
    {
        RuleFolder folder = Corpus.Rules;
        var compilation = Compilation.Create(folder.Files, folder.ReadTable);
        CSharpEmitOptions other = change switch
        {
            "another namespace" => Options with { RootNamespace = "Other", LineDirectives = true },
            "another folder" => Options with { MapPath = path => "/elsewhere/" + path },
            _ => Options with { LineDirectives = false },
        };
        var first = CSharpEmission.Of(compilation.Guides, Options);
        var second = CSharpEmission.Of(compilation.Guides, other, first);

        Assert.Equal(CSharpEmission.Of(compilation.Guides, other).Files, second.Files.AsEnumerable());
        Assert.Equal(0, CSharpEmission.Of(compilation.Guides, other, second).FilesEmitted);
    }

    /// <summary>Names that are given as they are asked for depend on what was given before: a new requirement can take one that a later file had.</summary>
    [Fact]
    public void A_name_that_another_file_takes_is_given_anew()
    {
        const string Head = Semantics.RulesText.Header + Semantics.RulesText.Facts;
        SourceText[] files = [SourceText.From("a.rules", Head), SourceText.From("b.rules", "part of Test Guide\n\n" + Requirement("Late"))];
        var before = Compilation.Create(files, _ => Semantics.RulesText.Holidays);
        Compilation after = before.WithFiles([SourceText.From("a.rules", Head + Requirement("Late Applies")), files[1]], _ => Semantics.RulesText.Holidays);
        var second = CSharpEmission.Of(after.Guides, Options, CSharpEmission.Of(before.Guides, Options));

        Assert.NotEmpty(second.Files);
        Assert.Equal(CSharpEmission.Of(after.Guides, Options).Files, second.Files.AsEnumerable());
    }

    private static string Requirement(string name) => $"requirement {name}\n  see LAW 1\n  applies always\n  requires that tall\n";
}
