using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Semantics;

/// <summary>Several files: guides, their parts, and the libraries that they use.</summary>
public sealed class CompilationTests
{
    private const string Library = """
        library Common
          introduction:
            Shared.
        disclaimer A
          shown on every page
          text "x"
        source LAW "The Law"
          section 1
        """;

    private static string Guide(string name, string fact) => $"""
        guide {name} "G"
          uses Common
        facts F
          {fact} is yes/no
        requirement R
          see LAW 1
          applies always
          requires {fact}
        """;

    [Fact]
    public void Two_guides_share_a_library_and_nothing_else()
    {
        Compilation compilation = RulesText.Compile(("z.rules", Guide("One", "tall")), ("a.rules", Guide("Two", "small")), ("c.rules", Library));

        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(["Two", "One"], compilation.Guides.Select(guide => guide.Guide.Name));
        Assert.All(compilation.Guides, model => Assert.Equal("Shared.", Assert.Single(model.Libraries).Introduction!.Markdown));
        Assert.Equal(["small"], compilation.Guides[0].Facts.Fields.Select(field => field.Name));
    }

    [Fact]
    public void A_mistake_of_a_shared_library_is_said_once()
    {
        Compilation compilation = RulesText.Compile(("a.rules", Guide("One", "tall")), ("b.rules", Guide("Two", "small")), ("c.rules", Library + "\n  section 1\n"));

        Assert.Equal("RAC2002", Assert.Single(compilation.Diagnostics).Code);
        Assert.Empty(compilation.Guides);
    }

    [Fact]
    public void An_error_of_one_guide_leaves_the_other_its_model()
    {
        Compilation compilation = RulesText.Compile(("a.rules", Guide("One", "tall")), ("b.rules", Guide("Two", "small") + "\ndefine d\n  as nothing\n"), ("c.rules", Library));

        Assert.True(compilation.HasErrors);
        Assert.Equal("One", Assert.Single(compilation.Guides).Guide.Name);
    }

    [Fact]
    public void Declarations_stand_in_the_order_of_paths_whatever_the_order_of_files()
    {
        (string, string)[] files =
        [
            ("m.rules", Guide("One", "tall")),
            ("b/z.rules", "part of One\ndefine second\n  as 3\n"),
            ("b/a.rules", "part of one\ndefine first\n  as 3\n"),
            ("lib.rules", Library),
            ("z.rules", "part of Common\ndefine third\n  as first + second\n"),
        ];

        RulesModel model = RulesText.Model(RulesText.Compile(files));
        RulesModel reversed = RulesText.Model(RulesText.Compile([.. files.Reverse()]));

        Assert.Equal(["first", "second", "third"], model.Definitions.Select(definition => definition.Name));
        Assert.Equal(model.Definitions.Select(definition => definition.Name), reversed.Definitions.Select(definition => definition.Name));
    }

    [Fact]
    public void A_part_of_a_misspelt_guide_is_one_mistake()
    {
        Compilation compilation = RulesText.Compile(("a.rules", Guide("One Guide", "tall") + "\n  requires that extra\n"), ("b.rules", "part of One Gude\ndefine extra\n  when tall\n"), ("c.rules", Library));

        var diagnostic = Assert.Single(compilation.Diagnostics);
        Assert.Equal(("RAC2005", "b.rules:1:9", "did you mean 'One Guide' (a.rules:1)?"), (diagnostic.Code, diagnostic.Location.ToString(), diagnostic.Fix));
        Assert.Empty(compilation.Guides);
    }

    [Fact]
    public void Two_guides_of_one_name_are_told_apart()
    {
        Compilation compilation = RulesText.Compile(("a.rules", Guide("One", "tall")), ("b.rules", Guide("one", "small")), ("c.rules", Library));

        Assert.Equal("The name 'one' is taken: it is a guide (a.rules:1).", Assert.Single(compilation.Diagnostics).Message);
        Assert.Single(compilation.Guides);
    }

    [Fact]
    public void Nothing_gives_nothing()
    {
        Compilation compilation = Compilation.Create([], _ => null);

        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(compilation.Guides);
        Assert.Empty(compilation.Trees);
    }

    [Fact]
    public void Cancelled_work_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => Compilation.Create([SourceText.From("a.rules", Guide("One", "tall"))], _ => null, source.Token));
    }

    [Fact]
    public void Names_are_compared_in_composed_form_and_any_case()
    {
        RulesModel model = RulesText.Model("facts F\n  caf\u00e9 open is yes/no\ndefine d\n  when the CAF\u00c9 Open\n");

        Assert.IsType<FactExpression>(model.Definitions[0].Cases[0].Value);
    }
}
