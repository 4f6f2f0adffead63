using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Semantics;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Linting;

/// <summary>Conditions that say nothing, that say it in two negatives, or that were said before. What takes trying facts out is not found here.</summary>
internal sealed class ConditionLints
{
    private readonly string _currencySymbol;
    private readonly List<Diagnostic> _found = [];

    private ConditionLints(string currencySymbol) => _currencySymbol = currencySymbol;

    internal static IEnumerable<Diagnostic> Find(RulesModel model)
    {
        var lints = new ConditionLints(model.Guide.CurrencySymbol);
        foreach (Expression root in ModelUses.Roots(model))
        {
            lints.Visit(root);
        }

        lints.FindCopies(model);
        return lints._found;
    }

    private void Visit(Expression root)
    {
        foreach (Expression node in root.DescendantsAndSelf())
        {
            if (Constant(node) is { } constant)
            {
                _found.Add(DiagnosticCatalogue.ConstantCondition(node.Location, Words(node), constant.IsTrue, constant.Why));
            }

            if (WithoutDoubleNegative(node) is { } plain)
            {
                _found.Add(DiagnosticCatalogue.DoubleNegative(node.Location, Describe.Words(node.Location), Words(plain), standsAlone: plain is not (LogicalExpression or QuantifierExpression or NotExpression)));
            }
        }
    }

    private string Words(Expression expression) => Wording.Of(expression, _currencySymbol);

    private (bool IsTrue, string Why)? Constant(Expression node) => node switch
    {
        LiteralExpression { Value: YesNoValue value } when node.Type is YesNoType => null,
        EqualityExpression equality when AreSame(equality.Left, equality.Right) => (true, "both sides are the same"),
        EqualityExpression { Left: LiteralExpression left, Right: LiteralExpression right } => (left.Value.Equals(right.Value), "no fact stands in it"),
        OrderExpression order when AreSame(order.Left, order.Right) => (order.Operator is OrderOperator.AtLeast or OrderOperator.AtMost, "both sides are the same"),
        OrderExpression order when Number(order.Left) is { } left && Number(order.Right) is { } right => (Holds(left.CompareTo(right), order.Operator), "no fact stands in it"),
        OrderExpression { Left: CountExpression, Operator: var count } order when Number(order.Right) is { } bound && OfCount(count, bound) is { } always => (always, "a count is never below zero"),
        DateOrderExpression order when AreSame(order.Left, order.Right) => (order.Order is DateOrder.OnOrBefore or DateOrder.OnOrAfter, "both sides are the same"),
        DateOrderExpression { Left: LiteralExpression { Value: DateValue first }, Right: LiteralExpression { Value: DateValue second } } order => (Holds(first.Day.CompareTo(second.Day), order.Order), "no fact stands in it"),
        BetweenExpression between when Number(between.Low) is { } low && Number(between.High) is { } high && low > high => (false, "the first end lies above the second"),
        OneOfExpression { Operand.OrNone: false, Operand.Type: ChoiceType choice } oneOf when Members(oneOf.Values).Count == choice.Choice.Members.Length => (true, $"these are all members of {choice.Choice.Name}"),
        LogicalExpression { Operator: LogicalOperator.And } all => Excluding(all.Operands),
        LogicalExpression { Operator: LogicalOperator.Or } any => OneDeniesAnother(any.Operands),
        _ => null,
    };

    /// <summary>Parts of an "and" of which one at most can hold: a thing and its denial, two members of one choice, bounds that leave nothing between.</summary>
    private static (bool, string)? Excluding(ImmutableArray<Expression> parts)
    {
        if (OneDeniesAnother(parts) is { } denial)
        {
            return (false, denial.Why);
        }

        var values = new Dictionary<string, RuleValue>(StringComparer.Ordinal);
        var lowest = new Dictionary<string, (ExactNumber Bound, bool Excluded)>(StringComparer.Ordinal);
        var highest = new Dictionary<string, (ExactNumber Bound, bool Excluded)>(StringComparer.Ordinal);
        foreach (Expression part in parts)
        {
            if (part is EqualityExpression { Right: LiteralExpression { Value: var value } } equality)
            {
                string subject = Wording.Of(equality.Left);
                if (values.TryGetValue(subject, out RuleValue? other) && !other.Equals(value))
                {
                    return (false, "two parts of it exclude each other");
                }

                values[subject] = value;
            }
            else if (part is OrderExpression order && Number(order.Right) is { } bound)
            {
                string subject = Wording.Of(order.Left);
                bool isLow = order.Operator is OrderOperator.AtLeast or OrderOperator.MoreThan;
                bool isExcluded = order.Operator is OrderOperator.MoreThan or OrderOperator.LessThan;
                Dictionary<string, (ExactNumber Bound, bool Excluded)> bounds = isLow ? lowest : highest;
                if (!bounds.TryGetValue(subject, out var tightest) || (isLow ? bound > tightest.Bound : bound < tightest.Bound) || (bound == tightest.Bound && isExcluded))
                {
                    bounds[subject] = (bound, isExcluded);
                }

                if (lowest.TryGetValue(subject, out var low) && highest.TryGetValue(subject, out var high)
                    && (low.Bound > high.Bound || (low.Bound == high.Bound && (low.Excluded || high.Excluded))))
                {
                    return (false, "two parts of it exclude each other");
                }
            }
        }

        return null;
    }

    private static (bool IsTrue, string Why)? OneDeniesAnother(ImmutableArray<Expression> parts)
    {
        var denied = new HashSet<string>(parts.OfType<NotExpression>().Select(not => Wording.Of(not.Operand)), StringComparer.Ordinal);
        return denied.Count > 0 && parts.Any(part => part is not NotExpression && denied.Contains(Wording.Of(part))) ? (true, "one part of it denies another") : null;
    }

    /// <summary>The condition without its two negatives; null where it has not two.</summary>
    private static Expression? WithoutDoubleNegative(Expression node) => node switch
    {
        NotExpression { Operand: NotExpression inner } => inner.Operand,
        NotExpression { Operand: EqualityExpression { Right: LiteralExpression { Value: YesNoValue { Value: false } } } no } => no.Left,
        NotExpression { Operand: LogicalExpression { Operator: LogicalOperator.None } none } => none with { Operator = LogicalOperator.Or },
        LogicalExpression { Operator: LogicalOperator.None } none when none.Operands.Length > 0 && none.Operands.All(operand => operand is NotExpression) =>
            none with { Operator = LogicalOperator.And, Operands = [.. none.Operands.Select(operand => ((NotExpression)operand).Operand)] },
        QuantifierExpression { Quantifier: Quantifier.No, Condition: NotExpression inner } quantifier => quantifier with { Quantifier = Quantifier.Every, Condition = inner.Operand },
        _ => null,
    };

    private void FindCopies(RulesModel model)
    {
        var requirements = new Dictionary<string, Requirement>(StringComparer.Ordinal);
        foreach (Requirement requirement in model.Requirements)
        {
            var criteria = new Dictionary<string, Criterion>(StringComparer.Ordinal);
            foreach (Criterion criterion in requirement.Criteria)
            {
                string said = (criterion.IsRecommendation ? "recommended " : "") + Said(criterion);
                if (criteria.TryGetValue(said, out Criterion? first))
                {
                    _found.Add(DiagnosticCatalogue.SameCriterion(criterion.Location, first.Letter, first.Location));
                }
                else
                {
                    criteria.Add(said, criterion);
                }
            }

            string all = string.Join("\n", new[]
            {
                requirement.FallsOn?.Name ?? "", requirement.Element is { List: { } list } ? Words(list) : "", requirement.AppliesWhen is { } applies ? Words(applies.Condition) : "",
                requirement.InForceFrom?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", requirement.InForceUntil?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
                Said(requirement.Exceptions), string.Join("\n", criteria.Keys),
            });
            if (requirements.TryGetValue(all, out Requirement? same))
            {
                _found.Add(DiagnosticCatalogue.SameRequirement(requirement.Location, requirement.Name, same.Name, same.Location));
            }
            else
            {
                requirements.Add(all, requirement);
            }
        }
    }

    private string Said(Criterion criterion) => Words(criterion.Condition) + "\n" + Said(criterion.Exceptions);

    private string Said(IEnumerable<ExceptionClause> exceptions) => string.Concat(exceptions.Select(exception => "unless " + Words(exception.Condition) + " (" + Said(exception.Exceptions) + ")\n"));

    // Nodes of one text at two places differ by place alone, and their words are the rule's own.
    private static bool AreSame(Expression left, Expression right) =>
        left.GetType() == right.GetType() && left is not LiteralExpression && Wording.Of(left) == Wording.Of(right);

    private static ExactNumber? Number(Expression expression) => ConstantEvaluator.Evaluate(expression) is NumberValue number ? number.Value : null;

    private static HashSet<ChoiceMember> Members(IEnumerable<Expression> values) => [.. values.OfType<LiteralExpression>().Select(literal => literal.Value).OfType<ChoiceValue>().Select(choice => choice.Member)];

    private static bool? OfCount(OrderOperator order, ExactNumber bound) => order switch
    {
        OrderOperator.AtLeast when bound <= ExactNumber.Zero => true,
        OrderOperator.MoreThan when bound < ExactNumber.Zero => true,
        OrderOperator.LessThan when bound <= ExactNumber.Zero => false,
        OrderOperator.AtMost when bound < ExactNumber.Zero => false,
        _ => null,
    };

    private static bool Holds(int comparison, OrderOperator order) => order switch
    {
        OrderOperator.AtLeast => comparison >= 0,
        OrderOperator.AtMost => comparison <= 0,
        OrderOperator.MoreThan => comparison > 0,
        _ => comparison < 0,
    };

    private static bool Holds(int comparison, DateOrder order) => order switch
    {
        DateOrder.Before => comparison < 0,
        DateOrder.After => comparison > 0,
        DateOrder.OnOrBefore => comparison <= 0,
        _ => comparison >= 0,
    };
}
