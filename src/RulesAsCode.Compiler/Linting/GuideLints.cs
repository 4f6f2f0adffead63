using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Linting;

/// <summary>What readers of the guide would stumble over.</summary>
internal static class GuideLints
{
    // Capitals only: "to do" is ordinary English.
    private static readonly string[] ToDos = ["TODO", "FIXME", "XXX", "TBC", "TBD"];

    internal static bool IsToDo(string text) => FindToDos(text).Any();

    internal static IEnumerable<Diagnostic> FactsWithoutQuestion(RulesModel model) =>
        model.Facts.Fields.Concat(model.Records.SelectMany(record => record.Fields))
            .Where(field => field.Question is null && field.Type is not RecordType)
            .Select(field => DiagnosticCatalogue.FactWithoutQuestion(field.Location, field.Name));

    /// <summary>In texts, in prose and in comments.</summary>
    internal static IEnumerable<Diagnostic> ToDosLeft(SyntaxTree tree) =>
        from span in tree.Tokens.Where(token => token.Kind is SyntaxKind.Text or SyntaxKind.Prose).Select(token => token.Span).Concat(Comment.Of(tree).Select(comment => comment.Span))
        from found in FindToDos(tree.Source.ToString(span))
        select DiagnosticCatalogue.ToDoLeft(new Location(tree.Source, new TextSpan(span.Start + found.Start, found.Word.Length)), found.Word);

    /// <summary>Whole words, in order of place.</summary>
    private static IEnumerable<(int Start, string Word)> FindToDos(string text)
    {
        return ToDos.SelectMany(Places).OrderBy(found => found.Start);

        IEnumerable<(int Start, string Word)> Places(string word)
        {
            for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                if (!IsOfWord(at - 1) && !IsOfWord(at + word.Length))
                {
                    yield return (at, word);
                }
            }
        }

        bool IsOfWord(int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');
    }
}
