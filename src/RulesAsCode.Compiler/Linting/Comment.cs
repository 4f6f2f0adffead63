using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Linting;

/// <summary>A comment of a rule file.</summary>
/// <param name="Span">From the hash to the last character that is no blank.</param>
/// <param name="Text">What follows the hash, without blanks around it.</param>
/// <param name="IsAlone">True where nothing stands before it on its line.</param>
internal sealed record Comment(SourceText Source, TextSpan Span, string Text, bool IsAlone)
{
    internal int Line => Source.GetPosition(Span.Start).Line;

    /// <summary>The comments of a file, in order. What looks like one inside prose belongs to the prose.</summary>
    internal static IEnumerable<Comment> Of(SyntaxTree tree)
    {
        string text = tree.Source.Text;
        foreach (SyntaxToken token in tree.Tokens)
        {
            foreach (TextSpan trivia in new[] { TextSpan.FromBounds(token.FullSpan.Start, token.Span.Start), TextSpan.FromBounds(token.Span.End, token.FullSpan.End) })
            {
                for (int at = trivia.Start; at < trivia.End; at++)
                {
                    if (text[at] != '#')
                    {
                        continue;
                    }

                    int line = tree.Source.GetPosition(at).Line;
                    TextSpan ofLine = tree.Source.LineSpan(line);
                    int end = Math.Min(ofLine.End, trivia.End);
                    while (end > at + 1 && char.IsWhiteSpace(text[end - 1]))
                    {
                        end--;
                    }

                    bool isAlone = string.IsNullOrWhiteSpace(text.Substring(ofLine.Start, at - ofLine.Start));
                    yield return new Comment(tree.Source, TextSpan.FromBounds(at, end), text.Substring(at + 1, end - at - 1).Trim(), isAlone);
                    at = end;
                }
            }
        }
    }
}

/// <summary>What means nothing to the rules, and something to the linter.</summary>
public static class LintedTrivia
{
    /// <summary>
    /// What lints see of a file besides its sentences: comments that allow a lint or leave work to be done, and odd characters anywhere, each with its
    /// place. Two files that are alike but for this have the same lints but for this.
    /// </summary>
    public static IEnumerable<(int Offset, string Text)> Of(SyntaxTree tree) => Comment.Of(tree)
        .Where(comment => Suppression.IsAllow(comment) || GuideLints.IsToDo(comment.Text))
        .Select(comment => (comment.Span.Start, comment.Text))
        .Concat(CharacterLints.Find(tree).Select(diagnostic => (diagnostic.Location.Span.Start, diagnostic.Message)));
}
