using RulesAsCode.Compiler.Formatting;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Formatting;

/// <summary>What holds for the layout of any text whatever.</summary>
internal static class FormatInvariants
{
    /// <summary>Formats files, and checks that nothing but the layout changed.</summary>
    /// <returns>How many of the files changed.</returns>
    internal static int Check(IReadOnlyList<SourceText> files, Func<string, string?> readTable)
    {
        SyntaxTree[] before = [.. files.Select(file => SyntaxTree.Parse(file))];
        SyntaxTree[] after = [.. before.Select(tree => SyntaxTree.Parse(SourceText.From(tree.Source.Path, RulesFormatter.Format(tree))))];
        for (int i = 0; i < before.Length; i++)
        {
            Assert.Equal(after[i].Source.Text, RulesFormatter.Format(after[i]));
            Assert.Equal(Comments(before[i]), Comments(after[i]));
            Assert.Equal(BrokenTexts(before[i]), BrokenTexts(after[i]));
            Assert.True(after[i].Source.Length == 0 || after[i].Source.Text.EndsWith('\n') || before[i].Declarations.IsEmpty || before[i].Source.Text.Contains('\r'), "the last line has no end");
        }

        var first = Compilation.FromTrees(before, readTable);
        var second = Compilation.FromTrees(after, readTable);
        Assert.Equal(Diagnostics(first), Diagnostics(second));
        Assert.Equal(first.Guides.Select(ModelText.Of), second.Guides.Select(ModelText.Of));
        Assert.Equal(first.Guides.SelectMany(Wordings), second.Guides.SelectMany(Wordings));
        return before.Zip(after).Count(pair => pair.First.Source.Text != pair.Second.Source.Text);
    }

    private static IEnumerable<string> Diagnostics(Compilation compilation) =>
        compilation.Diagnostics.Select(diagnostic => $"{diagnostic.Location.Source.Path} {diagnostic.Severity} {diagnostic.Code}");

    private static IEnumerable<string> Wordings(RulesModel model) =>
        model.Requirements.SelectMany(requirement => requirement.Criteria).Select(criterion => Wording.Of(criterion.Condition));

    private static IEnumerable<string> Comments(SyntaxTree tree)
    {
        int end = 0;
        foreach (SyntaxToken token in tree.Tokens)
        {
            foreach (string line in tree.Source.ToString(TextSpan.FromBounds(end, Math.Max(end, token.Span.Start))).Split('\n', '\r'))
            {
                if (line.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at)
                {
                    yield return line[at..].TrimEnd();
                }
            }

            end = Math.Max(end, token.Span.End);
        }
    }

    private static IEnumerable<string> BrokenTexts(SyntaxTree tree) =>
        tree.Declarations.SelectMany(declaration => declaration.Clauses).SelectMany(SelfAndBelow).Where(clause => clause.IsBroken && !clause.Tokens.IsEmpty)
            .Select(clause => tree.Source.ToString(TextSpan.FromBounds(clause.Tokens[0].Span.Start, clause.Tokens[^1].Span.End)).Replace("\r\n", "\n", StringComparison.Ordinal));

    private static IEnumerable<ClauseSyntax> SelfAndBelow(ClauseSyntax clause) => clause.SubClauses.SelectMany(SelfAndBelow).Prepend(clause);
}
