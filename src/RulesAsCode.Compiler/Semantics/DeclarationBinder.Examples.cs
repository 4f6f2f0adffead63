using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;

namespace RulesAsCode.Compiler.Semantics;

internal sealed partial class DeclarationBinder
{
    private void BindExamples()
    {
        foreach (DeclarationContext context in _exampleContexts)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            ClauseSyntax? asAt = Single(context, ClauseKind.AsAt);
            if (new ExampleBinder(context).Bind(asAt, Day(context, asAt?.Body as DateLiteralSyntax)) is { } example)
            {
                _examples.Add(example);
            }
        }
    }
}
