using RulesAsCode.Compiler.Syntax;

namespace RulesAsCode.Compiler.Semantics;

internal sealed partial class DeclarationBinder
{
    private IEnumerable<BoundDeclaration> Examples => _files.SelectMany(file => _boundByFile[file]).Where(bound => bound.Requirement is null);

    private void BindExamples()
    {
        foreach (BoundDeclaration bound in Examples)
        {
            BindUnlessKept(bound, context =>
            {
                ClauseSyntax? asAt = Single(context, ClauseKind.AsAt);
                bound.Example = new ExampleBinder(context).Bind(asAt, Day(context, asAt?.Body as DateLiteralSyntax));
            });
        }
    }
}
