using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Publishing.Model;

/// <summary>Conditions as readers see them: the model's own words, laid out as a list where the condition is one.</summary>
internal sealed class ConditionViews(string currencySymbol)
{
    public string Words(Expression expression) => Wording.Of(expression, currencySymbol);

    public ConditionView Of(Expression condition)
    {
        string text = Words(condition);
        switch (condition)
        {
            case LogicalExpression logical when IsList(logical):
                return new ConditionView(text, Lead(logical.Operator), [.. logical.Operands.Select(Of)]);

            case QuantifierExpression quantifier when Of(quantifier.Condition) is { Lead: { } lead, Text: var inner } body && text.EndsWith(inner, StringComparison.Ordinal):
                // What stands before the inner condition is the quantifier's own head, "for some parent, ".
                return new ConditionView(text, text[..^inner.Length] + lead, body.Items);

            default:
                return new ConditionView(text, null, []);
        }
    }

    private static bool IsList(LogicalExpression logical) =>
        logical.Operator == LogicalOperator.None
        || (logical.Operands.Length > 1 && (logical.IsList || logical.Operands.Any(operand => operand is LogicalExpression or QuantifierExpression)));

    private static string Lead(LogicalOperator logicalOperator) => logicalOperator switch
    {
        LogicalOperator.And => "all of",
        LogicalOperator.Or => "any of",
        _ => "none of",
    };
}
