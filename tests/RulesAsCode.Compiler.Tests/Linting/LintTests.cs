using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Linting;
using RulesAsCode.Compiler.Text;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Linting;

/// <summary>Each lint: where it speaks and where it keeps silent; how it is allowed and set. Lints of the quotes are in WordsAgainstWordsTests.</summary>
public sealed class LintTests
{
    /// <summary>A guide in which no lint finds anything. <c>{…}</c> marks where a test writes something more.</summary>
    private const string Clean = """
        guide Clean Guide "A guide"
          introduction:
            What a Keeper has to do.
            {prose}
          see LAW
        source LAW "The Law"
          section 1 "One"
          {division}
        term Keeper
          meaning "Whoever keeps."
        {declaration}
        facts Person
          age is a whole number
            ask "How old are you?"
          married is yes/no
            ask "Are you married?"
          {fact}
        requirement Grown Up
          see LAW 1
            quote "at least 18"
          applies always
          requires that age is at least 18
          requires married
          {clause}
        disclaimer Advice
          shown on every page
          text "No advice. {text}"
        example "Grown up"
          as at 1 July 2026
          given
            age is 18
            married is yes
            {given}
          expect
            Grown Up is satisfied

        """;

    [Fact]
    public void The_clean_guide_is_clean() => Assert.Empty(Lint());

    [Theory]
    // What nothing uses.
    [InlineData("fact", "height is a number\n    ask \"How tall?\"", "RAC9001 [height]")]
    [InlineData("declaration", "define half\n  see LAW 1\n  as age / 2", "RAC9002 [half]")]
    [InlineData("declaration", "parameter fee\n  £5 from 1 January 2020", "RAC9003 [fee]")]
    [InlineData("declaration", "choice Colour\n  Red\n  Blue", "RAC9004 [Colour]")]
    [InlineData("declaration", "format Code\n  pattern \"[A-Z]+\"", "RAC9004 [Code]")]
    [InlineData("declaration", "record pet\n  tame is yes/no\n    ask \"Tame?\"", "RAC9004 [pet] RAC9001 [tame]")]
    [InlineData("declaration", "reading Doubt \"Is it so?\"\n  taken \"Yes.\"", "RAC9005 [Doubt]")]
    [InlineData("declaration", "term Wharf\n  meaning \"A place.\"", "RAC9006 [Wharf]")]
    [InlineData("declaration", "term Warden\n  meaning \"A Keeper by night.\"\nterm Night Watch\n  meaning \"What a Warden keeps.\"", "RAC9006 [Night Watch]")]
    // The outline of the law.
    [InlineData("division", "section 2", "RAC9201 [2]")]
    [InlineData("division", "section 2\n    not modelled \"It is about ships.\"", "")]
    [InlineData("division", "section 1.4\n    not modelled \"It is about ships.\"", "")]
    [InlineData("division", "section 3\n  section 3.1\n    not modelled \"It is about ships.\"", "")]
    [InlineData("clause", "see LAW 2", "RAC9202 [LAW 2]", "section 2\n    status \"repealed\"")]
    // What readers see.
    [InlineData("fact", "tall is yes/no", "RAC9301 [tall]", null, "requires tall")]
    [InlineData("text", "TODO", "RAC9302 [TODO]")]
    [InlineData("prose", "More: TBC.", "RAC9302 [TBC]")]
    [InlineData("declaration", "# FIXME: the fee", "RAC9302 [FIXME]")]
    [InlineData("text", "What you have to do, and the todo list.", "")]
    // Names.
    [InlineData("fact", "mariied is yes/no\n    ask \"?\"", "RAC9401 [mariied]", null, "requires mariied")]
    [InlineData("fact", "ages are a number\n    ask \"?\"", "RAC9401 [ages]", null, "requires that ages are more than 0")]
    [InlineData("fact", "born on is a date\n    ask \"?\"\n  worn on is a date\n    ask \"?\"", "", null, "requires that born on is before worn on")]
    [InlineData("fact", "line 1 is yes/no\n    ask \"?\"\n  line 2 is yes/no\n    ask \"?\"", "", null, "requires line 1\n  requires line 2")]
    [InlineData("clause", "requires that Married is yes and age is more than 1", "RAC9402 [Married]")]
    [InlineData("clause", "unless the married and age is 1", "")]
    // Characters.
    [InlineData("text", "Th\u0435 law", "RAC9501 [Th\u0435]")]
    [InlineData("text", "\u0417\u0430\u043a\u043e\u043d", "")]
    [InlineData("text", "caf\u00e9 na\u00efve", "")]
    [InlineData("text", "a\u202Eb", "RAC9502 [\u202E]")]
    [InlineData("declaration", "# \u200B", "RAC9502 [\u200B]")]
    [InlineData("text", "a\u00A0b", "RAC9503 [\u00A0]")]
    [InlineData("text", "👩\u200D🌾", "")]
    // Conditions.
    [InlineData("clause", "requires that age is age", "RAC9601 [age is age]")]
    [InlineData("clause", "requires that age is more than age", "RAC9601 [age is more than age]")]
    [InlineData("clause", "requires that 1 is at least 1", "RAC9601 [1 is at least 1]")]
    [InlineData("clause", "requires that age is 0 and age is 1", "RAC9601 [age is 0 and age is 1]")]
    [InlineData("clause", "requires that married or not married", "RAC9601 [married or not married]")]
    [InlineData("clause", "requires that married and not married", "RAC9601 [married and not married]")]
    [InlineData("clause", "requires that age is more than 1 and age is less than 1", "RAC9601 [age is more than 1 and age is less than 1]")]
    [InlineData("clause", "requires that age is at least 1 and age is at most 1", "")]
    [InlineData("clause", "requires that age is between 1 and 0", "RAC9601 [age is between 1 and 0]")]
    [InlineData("clause", "unless not (not married)", "RAC9602 [not (not married)]")]
    [InlineData("clause", "unless not (married is no)", "RAC9602 [not (married is no)]")]
    [InlineData("clause", "unless not (age is not 1)", "RAC9602 [not (age is not 1)]")]
    [InlineData("clause", "unless none of\n    - not married\n    - not (age is 1)", "RAC9602 [none of - not married - not (age is 1)]")]
    [InlineData("clause", "unless age is not 1", "")]
    [InlineData("clause", "requires married", "RAC9604 [requires married]")]
    [InlineData("declaration", "requirement Copy\n  see LAW 1\n    quote \"at least 18\"\n  applies always\n  requires that age is at least 18\n  requires married", "RAC9603 [Grown Up]")]
    [InlineData("declaration", "requirement Other\n  see LAW 1\n    quote \"at least 18\"\n  applies when married\n  requires that age is at least 18\n  requires married", "")]
    public void A_lint_speaks_only_where_it_should(string place, string written, string expected, string? division = null, string? clause = null)
    {
        var changes = new List<(string, string)> { (place, written) };
        if (division is not null)
        {
            changes.Add(("division", division));
        }

        if (clause is not null)
        {
            changes.Add(("clause", clause));
        }

        Assert.Equal(expected, string.Join(" ", Lint([.. changes]).Select(Show)));
    }

    [Theory]
    [InlineData("text", "a\u00A0b")]
    [InlineData("text", "a\u202Eb")]
    [InlineData("clause", "requires that Married is yes and age is more than 1")]
    public void A_fix_takes_the_lint_away_and_brings_no_other(string place, string written)
    {
        string text = Text((place, written));
        Diagnostic diagnostic = Assert.Single(Run(text));

        string corrected = TextEdits.Join(diagnostic.Edits)!.ApplyTo(text);

        Assert.NotEqual(text, corrected);
        Assert.Empty(Run(corrected));
    }

    [Theory]
    [InlineData("# allow RAC9001: asked for the register", "")]
    [InlineData("# allow rac9001: asked for the register", "")]
    [InlineData("# ALLOW RAC9001, RAC9301: asked for the register", "RAC9804 [RAC9301]")]
    [InlineData("# allow RAC9001", "RAC9801 [RAC9001] RAC9001 [height]")]
    [InlineData("# allow RAC9001:", "RAC9801 [RAC9001] RAC9001 [height]")]
    [InlineData("# allow RAC9001 since it is asked", "RAC9801 [RAC9001] RAC9001 [height]")]
    [InlineData("# allow RAC9021: why not", "RAC9802 [RAC9021] RAC9001 [height]")]
    [InlineData("# allow RAC2001: why not", "RAC9803 [RAC2001] RAC9001 [height]")]
    [InlineData("# allow RAC9002: why not", "RAC9804 [RAC9002] RAC9001 [height]")]
    [InlineData("# allow people to be tall", "RAC9001 [height]")]
    [InlineData("# we allow RAC9001: no", "RAC9001 [height]")]
    public void A_lint_is_allowed_with_a_reason(string comment, string expected) =>
        Assert.Equal(expected, string.Join(" ", Lint(("fact", comment + "\n  height is a number\n    ask \"How tall?\"")).Select(Show)));

    [Fact]
    public void What_is_allowed_above_a_declaration_is_allowed_in_all_of_it()
    {
        string text = Text(("fact", "height is a number\n    ask \"How tall?\"")).Replace("facts Person", "# allow RAC9001: asked for the register\nfacts Person", StringComparison.Ordinal);

        Assert.Empty(Run(text));
    }

    [Fact]
    public void What_is_allowed_at_the_end_of_a_line_is_allowed_there()
    {
        Assert.Empty(Lint(("fact", "height is a number # allow RAC9001: asked for the register\n    ask \"How tall?\"")));
        Assert.Equal(2, Lint(("fact", "height is a number\n    ask \"How tall?\" # allow RAC9001: asked for the register")).Length);
    }

    [Fact]
    public void Errors_are_not_allowed_away()
    {
        Diagnostic[] found = Lint(("fact", "# allow RAC2001: it is coming\n  height is a nmber"));

        Assert.Contains(found, diagnostic => diagnostic.IsError && diagnostic.Code.StartsWith("RAC2", StringComparison.Ordinal));
        Assert.Contains(found, diagnostic => diagnostic.Code == "RAC9803");
    }

    [Theory]
    [InlineData("RAC9001 off", "")]
    [InlineData("rac9001: off", "")]
    [InlineData("unused off # for now", "")]
    [InlineData("unused off\nRAC9001 information", "Information")]
    [InlineData("RAC9001 information\nunused off", "Information")]
    [InlineData("RAC9001 error", "Error")]
    [InlineData("\n# nothing\n", "Warning")]
    public void Levels_are_set_for_a_code_or_a_category(string levels, string expected) =>
        Assert.Equal(expected, string.Join(" ", Run(Text(("fact", "height is a number\n    ask \"How tall?\"")), levels).Select(diagnostic => diagnostic.Severity)));

    [Theory]
    [InlineData("RAC9001", "RAC9811 1:1", "write a code or a category and its level")]
    [InlineData("RAC9001 loud", "RAC9811 1:1", "write a code or a category and its level")]
    [InlineData("\n  RAC9000 off", "RAC9802 2:3", "did you mean 'RAC9001'?")]
    [InlineData("unusde off", "RAC9802 1:1", "did you mean 'unused'?")]
    [InlineData("RAC4101 off", "RAC9803 1:1", "correct the rule")]
    [InlineData("RAC9001 off\nRAC9001 error", "RAC9812 2:1", "leave one of the two lines out")]
    public void A_line_of_levels_that_says_nothing_is_an_error(string levels, string expected, string fix)
    {
        Diagnostic diagnostic = Assert.Single(Run(Text(), levels));

        Assert.True(diagnostic.IsError);
        Assert.Equal(expected, $"{diagnostic.Code} {diagnostic.Location.Start.Line + 1}:{diagnostic.Location.Start.Character + 1}");
        Assert.StartsWith(fix, diagnostic.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_have_one_file_of_levels()
    {
        LintLevels levels = LintLevels.Read([SourceText.From("a/rules.lint", "unused off"), SourceText.From("b/rules.lint", "unused error")]);

        Assert.Equal("RAC9813", Assert.Single(levels.Diagnostics).Code);
        Assert.StartsWith("b/rules.lint:1:1", levels.Diagnostics[0].Location.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_is_used_where_one_of_its_guides_uses_it()
    {
        const string Library = "library Shared\nsource LAW \"The Law\"\n  section 1 \"One\"\n  section 2 \"Two\"\nreading Doubt \"?\"\n  taken \"Yes.\"\ndisclaimer Advice\n  shown on every page\n  text \"None.\"\n";
        string Guide(string name, string section, string reading) =>
            $"guide {name} \"{name}\"\n  uses Shared\n  see LAW\nfacts Person of {name}\n  tall is yes/no\n    ask \"Tall?\"\nrequirement Tall in {name}\n  see LAW {section}\n{reading}  applies always\n  requires tall\n";
        Diagnostic[] Of(params (string, string)[] files) => [.. Linter.Run(
            Compilation.Create(files.Select(file => SourceText.From(file.Item1, file.Item2)), _ => null), LintLevels.Default)];

        Assert.Equal("RAC9201 [2] RAC9005 [Doubt]", string.Join(" ", Of(("l.rules", Library), ("a.rules", Guide("First", "1", ""))).Select(Show)));
        Assert.Empty(Of(("l.rules", Library), ("a.rules", Guide("First", "1", "")), ("b.rules", Guide("Second", "2", "  reading Doubt\n"))));
    }

    [Fact]
    public void Every_lint_of_the_catalogue_is_found_somewhere_in_the_tests()
    {
        string folder = Path.GetDirectoryName(Here())!;
        string tests = string.Concat(Directory.GetFiles(Path.GetDirectoryName(folder)!, "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        // The lints of the examples take the interpreter: they are found in its tests.
        string[] codes = [.. DiagnosticCatalogue.All.Select(descriptor => descriptor.Code).Where(code => code.StartsWith("RAC9", StringComparison.Ordinal) && code[4] != '7')];
        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Contains(code, tests, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_laid_out_otherwise_is_told_where_it_begins_to_be()
    {
        Compilation Of(string text) => Compilation.Create([SourceText.From("main.rules", text)], _ => null);
        string formatted = Compiler.Formatting.RulesFormatter.Format(SourceText.From("main.rules", Text()));
        Diagnostic diagnostic = Assert.Single(Linter.Layout(Of(formatted.Replace("applies always", "applies  always", StringComparison.Ordinal))));

        Assert.Equal("RAC9504 [applies always]", Show(diagnostic));
        Assert.Empty(Linter.Layout(Of(formatted)));
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

    private static string Text(params (string Place, string Written)[] changes)
    {
        string text = Clean;
        foreach ((string place, string written) in changes)
        {
            text = text.Replace("{" + place + "}", written, StringComparison.Ordinal);
        }

        return System.Text.RegularExpressions.Regex.Replace(System.Text.RegularExpressions.Regex.Replace(text, @"(?m)^ *\{[a-z]+\}\n", ""), @" ?\{[a-z]+\}", "");
    }

    private static Diagnostic[] Lint(params (string Place, string Written)[] changes) => Run(Text(changes));

    private static Diagnostic[] Run(string text, string? levels = null) =>
        [.. Linter.Run(Compilation.Create([SourceText.From("main.rules", text)], _ => null), levels is null ? LintLevels.Default : LintLevels.Read([SourceText.From("rules.lint", levels)]))];

    private static string Show(Diagnostic diagnostic) =>
        diagnostic.Code + " [" + string.Join(" ", diagnostic.Location.Source.ToString(diagnostic.Location.Span).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)) + "]";
}
