using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Publishing.Model;

/// <summary>The lengths of time that a requirement's criteria state, as the timeline and the requirement's own table show them.</summary>
internal static class Deadlines
{
    public static ImmutableArray<DeadlineView> Of(
        Requirement requirement, ConditionViews conditions, Func<IEnumerable<SectionReference>, ImmutableArray<ReferenceView>> references) =>
    [
        .. from criterion in requirement.Criteria
           where !criterion.IsRecommendation
           let source = references(criterion.References.IsEmpty ? requirement.References : criterion.References)
           from condition in Conjuncts(criterion.Condition)
           from deadline in Of(condition, criterion.Letter, source, conditions)
           select deadline,
    ];

    private static IEnumerable<DeadlineView> Of(
        Expression condition, string letter, ImmutableArray<ReferenceView> source, ConditionViews conditions)
    {
        DeadlineView View(Expression what, string relation, DateBound bound, Expression length, Direction direction, Expression from) => new(
            letter,
            conditions.Words(what),
            relation,
            conditions.Words(length),
            direction == Direction.After ? "after" : "before",
            conditions.Words(from),
            bound,
            length is LiteralExpression { Value: DurationValue duration } ? duration.Value : null,
            source);

        switch (condition)
        {
            case DeadlineExpression deadline:
                yield return View(deadline.Fact, "within", Within(deadline.Direction), deadline.Duration, deadline.Direction, deadline.Anchor);
                break;
            case WithinExpression within:
                yield return View(within.Operand, "within", Within(within.Direction), within.Duration, within.Direction, within.Anchor);
                break;
            case DateDistanceExpression distance:
                yield return View(distance.Operand, "at least", distance.Direction == Direction.After ? DateBound.Earliest : DateBound.Latest, distance.Duration, distance.Direction, distance.Anchor);
                break;
            case DateOrderExpression { Right: OffsetExpression offset } order:
                yield return View(order.Left, Words(order.Order), Bound(order.Order), offset.Duration, offset.Direction, offset.Anchor);
                break;
        }
    }

    /// <summary>The parts that must all hold. A length inside an alternative binds nobody by itself, so it is no row of a table.</summary>
    private static IEnumerable<Expression> Conjuncts(Expression condition) => condition switch
    {
        LogicalExpression { Operator: LogicalOperator.And } all => all.Operands.SelectMany(Conjuncts),
        QuantifierExpression { Quantifier: Quantifier.Every } every => Conjuncts(every.Condition),
        _ => [condition],
    };

    private static DateBound Within(Direction direction) => direction == Direction.After ? DateBound.Latest : DateBound.Earliest;

    private static DateBound Bound(DateOrder order) => order switch
    {
        DateOrder.Before => DateBound.Before,
        DateOrder.After => DateBound.After,
        DateOrder.OnOrBefore => DateBound.Latest,
        _ => DateBound.Earliest,
    };

    private static string Words(DateOrder order) => order switch
    {
        DateOrder.Before => "earlier than",
        DateOrder.After => "later than",
        DateOrder.OnOrBefore => "not later than",
        _ => "not earlier than",
    };
}
