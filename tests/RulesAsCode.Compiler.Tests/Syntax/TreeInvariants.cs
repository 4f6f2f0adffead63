using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Tests.Syntax;

/// <summary>What holds for the tree of any text whatever.</summary>
internal static class TreeInvariants
{
    public static SyntaxTree Check(string text, string path = "main.rules")
    {
        SourceText source = SourceText.From(path, text);
        SyntaxTree tree = SyntaxTree.Parse(source);
        Assert.Equal(text, tree.ToFullString());
        int end = 0;
        foreach (SyntaxToken token in tree.Tokens)
        {
            Assert.Equal(end, token.FullSpan.Start);
            Assert.True(token.FullSpan.Contains(token.Span), $"{token.Kind} leaves its full span");
            end = token.FullSpan.End;
        }

        Assert.Equal(text.Length, end);
        Assert.All(tree.Diagnostics, diagnostic =>
        {
            Assert.InRange(diagnostic.Location.Span.Start, 0, text.Length);
            Assert.InRange(diagnostic.Location.Span.End, diagnostic.Location.Span.Start, text.Length);
            Assert.False(string.IsNullOrWhiteSpace(diagnostic.Message));
        });
        foreach (DeclarationSyntax declaration in tree.Declarations)
        {
            foreach (ClauseSyntax clause in declaration.Clauses)
            {
                CheckClause(clause, text);
            }
        }

        return tree;
    }

    private static void CheckClause(ClauseSyntax clause, string text)
    {
        Assert.InRange(clause.Span.End, clause.Span.Start, text.Length);
        Assert.Equal(clause.IsBroken, clause.Body is null && clause.IsBroken);
        if (clause.Body is { } body)
        {
            Assert.True(clause.Span.Contains(body.Span), $"the body of {clause.Kind} at {body.Span} leaves its clause at {clause.Span}");
            CheckNode(body);
        }

        foreach (ClauseSyntax sub in clause.SubClauses)
        {
            CheckClause(sub, text);
        }
    }

    private static void CheckNode(SyntaxNode node)
    {
        int end = node.Span.Start;
        foreach (SyntaxNode child in node.Children)
        {
            Assert.True(node.Span.Contains(child.Span), $"{child.GetType().Name} at {child.Span} leaves {node.GetType().Name} at {node.Span}");
            Assert.True(child.Span.Start >= end, $"{child.GetType().Name} at {child.Span} overlaps what stands before it in {node.GetType().Name}");
            end = child.Span.End;
            CheckNode(child);
        }
    }
}
