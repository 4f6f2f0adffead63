using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Linting;

/// <summary>What readers of the guide would stumble over.</summary>
internal static class GuideLints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // Capitals only: "to do" is ordinary English.
    private static readonly Regex ToDo = new(@"\b(?:TODO|FIXME|XXX|TBC|TBD)\b", RegexOptions.CultureInvariant, Patience);

    internal static bool IsToDo(string text) => ToDo.IsMatch(text);

    internal static IEnumerable<Diagnostic> FactsWithoutQuestion(RulesModel model) =>
        model.Facts.Fields.Concat(model.Records.SelectMany(record => record.Fields))
            .Where(field => field.Question is null && field.Type is not RecordType)
            .Select(field => DiagnosticCatalogue.FactWithoutQuestion(field.Location, field.Name));

    /// <summary>In texts, in prose and in comments.</summary>
    internal static IEnumerable<Diagnostic> ToDosLeft(SyntaxTree tree) =>
        from span in tree.Tokens.Where(token => token.Kind is SyntaxKind.Text or SyntaxKind.Prose).Select(token => token.Span).Concat(Comment.Of(tree).Select(comment => comment.Span))
        from Match found in ToDo.Matches(tree.Source.ToString(span))
        select DiagnosticCatalogue.ToDoLeft(new Location(tree.Source, new TextSpan(span.Start + found.Index, found.Length)), found.Value);
}
