using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;

namespace RulesAsCode.Publishing.Tests;

/// <summary>Models for tests, from rule text.</summary>
internal static class Rules
{
    /// <summary>The one guide of some texts that have no errors.</summary>
    public static RulesModel Model(params string[] texts) =>
        Assert.Single(Compiled(texts.Select((text, index) => SourceText.From($"{index}.rules", text)), _ => null).Guides);

    /// <summary>The guides of a folder that has no errors.</summary>
    public static IReadOnlyList<RulesModel> Models(RuleFolder folder) => Compiled(folder.Files, folder.ReadTable).Guides;

    public static string Guide(RulesModel model) => Assert.Single(GuidePublisher.Publish(model), file => file.Path == "guide.md").Text;

    private static Compilation Compiled(IEnumerable<SourceText> files, Func<string, string?> readTable)
    {
        Compilation compilation = Compilation.Create(files, readTable);
        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.Location + " " + diagnostic.Message));
        return compilation;
    }
}
