using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Evaluation;

/// <summary>Watches an evaluation, or asks what would be if one expression came to something else.</summary>
internal interface IEvaluationProbe
{
    /// <summary>What an expression came to.</summary>
    /// <returns>What it is taken to have come to.</returns>
    Result See(Evaluator evaluator, Expression expression, Result result);
}

/// <summary>
/// Evaluates expressions over one set of facts on one date. Strict operators are unknown when an operand is; which operators absorb an
/// unknown operand is in the language reference, Meaning, Conditions. Never throws for any facts; throws for a model that is ill-typed.
/// </summary>
internal sealed class Evaluator(RulesModel model, FactRecord facts, int asAt)
{
    private readonly Dictionary<(Definition Definition, Subject? Subject), Result> _definitions = [];
    private readonly Subject _facts = new(model.Facts, facts, []);
    private readonly Calendar? _calendar = model.Guide.Calendar;

    public int AsAt { get; } = asAt;

    public Calendar? Calendar => _calendar;

    public string CurrencySymbol { get; } = model.Guide.CurrencySymbol;

    public Subject Facts => _facts;

    private WorkingDayCalendar? Table => _calendar?.Table;

    /// <summary>Sees every expression that is evaluated, and may say something else of it; null outside of studies of the examples.</summary>
    public IEvaluationProbe? Probe { get; init; }

    public Result Evaluate(Expression expression, Scope? scope) =>
        Probe is null ? ResultOf(expression, scope) : Probe.See(this, expression, ResultOf(expression, scope));

    private Result ResultOf(Expression expression, Scope? scope) => expression switch
    {
        LiteralExpression literal => Result.Of(literal.Value),
        TodayExpression => Day(AsAt),
        ElementExpression element => Result.Of(new SubjectValue(Scope.Find(scope, element.Variable))),
        FactExpression fact => Fact(fact, scope),
        DefinitionExpression definition => Defined(definition, scope),
        ParameterExpression parameter => Parameter(parameter, scope),
        FilterExpression filter => Filter(filter, scope),
        NotExpression not => Evaluate(not.Operand, scope).Not(),
        LogicalExpression logical => Logical(logical, scope),
        QuantifierExpression quantifier => Quantified(quantifier, scope),
        StateExpression state => State(state, scope),
        EqualityExpression equality => Equal(equality, Evaluate(equality.Left, scope), Evaluate(equality.Right, scope)),
        OrderExpression order => Ordered(order, Evaluate(order.Left, scope), order.Operator, Evaluate(order.Right, scope)),
        BetweenExpression between => Between(between, scope),
        OneOfExpression oneOf => OneOf(oneOf, scope),
        IncludesExpression includes => Includes(includes, scope),
        DateOrderExpression order => DateOrdered(Evaluate(order.Left, scope), order.Order, Evaluate(order.Right, scope)),
        DateDistanceExpression distance => Distance(distance, scope),
        WithinExpression within => Within(within, scope),
        DeadlineExpression deadline => Deadline(deadline, scope),
        OffsetExpression offset => Offset(offset, Evaluate(offset.Duration, scope), offset.Direction, Evaluate(offset.Anchor, scope)),
        ArithmeticExpression arithmetic => Arithmetic(arithmetic, Evaluate(arithmetic.Left, scope), Evaluate(arithmetic.Right, scope)),
        NegateExpression negate => Negate(negate, Evaluate(negate.Operand, scope)),
        CountExpression count => Count(Evaluate(count.List, scope)),
        AggregateExpression aggregate => Aggregate(aggregate, scope),
        PairExpression pair => Pair(pair, Evaluate(pair.Left, scope), Evaluate(pair.Right, scope)),
        DateDifferenceExpression difference => Difference(difference.Unit, Evaluate(difference.From, scope), Evaluate(difference.To, scope)),
        NearestWorkingDayExpression nearest => Nearest(nearest, Evaluate(nearest.Operand, scope)),
        _ => throw new InvalidOperationException($"The interpreter does not know {expression.GetType().Name}."),
    };

    /// <summary>A definition, once for each element it belongs to.</summary>
    public Result Evaluate(Definition definition, Subject? subject)
    {
        (Definition, Subject?) key = (definition, definition.Element is null ? null : subject);
        if (!_definitions.TryGetValue(key, out Result result))
        {
            result = Compute(definition, subject);
            _definitions.Add(key, result);
        }

        return result;
    }

    /// <summary>The scope in which the expressions of a definition stand.</summary>
    public static Scope? ScopeOf(Definition definition, Subject? subject) =>
        definition.Element is null ? null : new Scope(definition.Element, subject ?? throw new InvalidOperationException($"{definition.Name} belongs to an element."), null);

    /// <summary>The record that is the target of a field or of a definition: none, unknown, or a <see cref="SubjectValue"/>.</summary>
    public Result Target(Expression target, Scope? scope)
    {
        // A record of which nothing is given is asked for field by field, unless there may be none.
        if (target is FactExpression { Field: { Type: RecordType, OrNone: false } field } fact)
        {
            Result owner = fact.Target is null ? Result.Of(new SubjectValue(_facts)) : Target(fact.Target, scope);
            return owner.Value is SubjectValue { Subject: var subject }
                ? Result.Of(new SubjectValue(subject.Record(field, subject[field] is RecordValue answer ? answer.Record : FactRecord.Empty)))
                : owner;
        }

        return Evaluate(target, scope);
    }

    /// <summary>The date that is a duration after or before another.</summary>
    public Result Offset(Expression expression, Result duration, Direction direction, Result anchor)
    {
        if (duration.IsUnknown || anchor.IsUnknown)
        {
            return Result.UnknownOf(duration, anchor);
        }

        if (duration.IsNone || anchor.IsNone)
        {
            return Result.None;
        }

        Duration length = DurationOf(duration);
        int day = DayOf(anchor);
        if (direction == Direction.After ? length.TryAfter(day, Table, out int result) : length.TryBefore(day, Table, out result))
        {
            return Day(result);
        }

        Expression words = OffsetOf(expression);
        return length.Unit == DurationUnit.WorkingDay
            ? Result.Because(ReasonKind.PastCalendar, Wording.PastCalendar(words, _calendar, CurrencySymbol))
            : Result.Because(ReasonKind.OutOfRange, Wording.OutOfRange(words, CurrencySymbol));
    }

    private Result Compute(Definition definition, Subject? subject)
    {
        Scope? scope = ScopeOf(definition, subject);
        foreach (DefinitionCase @case in definition.Cases)
        {
            if (@case.Condition is not null)
            {
                // A case that may hold hides all later ones.
                Result condition = Evaluate(@case.Condition, scope);
                if (condition.IsUnknown)
                {
                    return condition;
                }

                if (condition.Truth == Truth.False)
                {
                    continue;
                }
            }

            return Round(definition, Evaluate(@case.Value, scope));
        }

        return Result.None;
    }

    private static Result Round(Definition definition, Result value) =>
        definition.Rounding is not { } rounding || value.Value is not NumberValue number ? value
        : ExactNumber.Round(number.Value, rounding.Unit, rounding.Mode, out ExactNumber rounded) == ArithmeticError.None ? Result.Of(new NumberValue(rounded))
        : Result.Because(ReasonKind.Overflow, Wording.Overflow(definition));

    private Result Fact(FactExpression fact, Scope? scope)
    {
        Subject owner = _facts;
        if (fact.Target is not null)
        {
            Result target = Target(fact.Target, scope);
            if (target.IsUnknown || target.IsNone)
            {
                return target;
            }

            owner = SubjectOf(target);
        }

        return owner[fact.Field] switch
        {
            null => Result.Unknown(Need.Fact(owner.PathTo(fact.Field))),
            ListValue list => Result.Of(owner.List(fact.Field, list)),
            RecordValue record => Result.Of(new SubjectValue(owner.Record(fact.Field, record.Record))),
            RuleValue answer => Result.Of(answer),
        };
    }

    private Result Defined(DefinitionExpression expression, Scope? scope)
    {
        if (expression.Target is null)
        {
            return Evaluate(expression.Definition, null);
        }

        Result target = Target(expression.Target, scope);
        return target.IsUnknown || target.IsNone ? target : Evaluate(expression.Definition, SubjectOf(target));
    }

    private Result Parameter(ParameterExpression expression, Scope? scope)
    {
        Result date = expression.AsAt is null ? Day(AsAt) : Evaluate(expression.AsAt, scope);
        if (date.IsUnknown || date.IsNone)
        {
            return date;
        }

        int day = DayOf(date);
        RuleValue? value = null;
        foreach (ParameterPeriod period in expression.Parameter.Periods)
        {
            if (period.From > day)
            {
                break;
            }

            value = period.Value;
        }

        return value is not null
            ? Result.Of(value)
            : Result.Because(ReasonKind.ParameterWithoutValue, ReasonText.ParameterWithoutValue(expression.Parameter.Name, day));
    }

    private Result Filter(FilterExpression filter, Scope? scope)
    {
        Result list = Evaluate(filter.List, scope);
        if (list.Value is not ElementsValue elements)
        {
            return list;
        }

        var kept = ImmutableArray.CreateBuilder<Subject>();
        var unknown = new List<Result>();
        foreach (Subject element in elements.Elements)
        {
            Result condition = Evaluate(filter.Condition, new Scope(filter.Variable, element, scope));
            switch (condition.Truth)
            {
                case Truth.True:
                    kept.Add(element);
                    break;
                case Truth.Unknown:
                    unknown.Add(condition);
                    break;
            }
        }

        return unknown.Count > 0 ? Result.UnknownOf([.. unknown]) : Result.Of(new ElementsValue(kept.ToImmutable()));
    }

    private Result Logical(LogicalExpression logical, Scope? scope)
    {
        IEnumerable<Result> operands = logical.Operands.Select(operand => Evaluate(operand, scope));
        return logical.Operator switch
        {
            LogicalOperator.And => Result.And(operands),
            LogicalOperator.Or => Result.Or(operands),
            _ => Result.Or(operands).Not(),
        };
    }

    private Result Quantified(QuantifierExpression quantifier, Scope? scope)
    {
        Result list = Evaluate(quantifier.List, scope);
        if (list.Value is not ElementsValue elements)
        {
            return list;
        }

        IEnumerable<Result> conditions = elements.Elements.Select(element => Evaluate(quantifier.Condition, new Scope(quantifier.Variable, element, scope)));
        return quantifier.Quantifier switch
        {
            Quantifier.Every => Result.And(conditions),
            Quantifier.Some => Result.Or(conditions),
            _ => Result.Or(conditions).Not(),
        };
    }

    private Result State(StateExpression state, Scope? scope)
    {
        Result operand = Evaluate(state.Operand, scope);
        return operand.IsUnknown ? operand : Result.Of(state.Test switch
        {
            StateTest.Given => !operand.IsNone,
            StateTest.None => operand.IsNone,
            _ => operand.Value is SetValue { Members.IsEmpty: true } or ElementsValue { Elements.IsEmpty: true } or ListValue { Elements.IsEmpty: true },
        });
    }

    private Result Equal(Expression expression, Result left, Result right)
    {
        if (Strict(left, right) is { } open)
        {
            return open;
        }

        if (left.Value is DurationValue a && right.Value is DurationValue b)
        {
            return Duration.TryCompare(a.Value, b.Value, out int order) ? Result.Of(order == 0) : KindsDiffer(a, b);
        }

        return Result.Of((left.Value, right.Value) switch
        {
            (SubjectValue x, SubjectValue y) => ReferenceEquals(x.Subject, y.Subject),
            (ElementsValue x, ElementsValue y) => x.Elements.SequenceEqual(y.Elements),
            _ => left.Value!.GetType() == right.Value!.GetType() ? left.Value.Equals(right.Value) : throw IllTyped(expression),
        });
    }

    private Result Ordered(Expression expression, Result left, OrderOperator order, Result right)
    {
        if (Strict(left, right) is { } open)
        {
            return open;
        }

        if (!TryCompare(expression, left.Value!, right.Value!, out int comparison, out Result failure))
        {
            return failure;
        }

        return Result.Of(order switch
        {
            OrderOperator.AtLeast => comparison >= 0,
            OrderOperator.AtMost => comparison <= 0,
            OrderOperator.MoreThan => comparison > 0,
            _ => comparison < 0,
        });
    }

    private Result Between(BetweenExpression between, Scope? scope)
    {
        Result operand = Evaluate(between.Operand, scope);
        return Result.And(
        [
            Ordered(between, operand, OrderOperator.AtLeast, Evaluate(between.Low, scope)),
            Ordered(between, operand, OrderOperator.AtMost, Evaluate(between.High, scope)),
        ]);
    }

    private Result OneOf(OneOfExpression oneOf, Scope? scope)
    {
        Result operand = Evaluate(oneOf.Operand, scope);
        return Result.Or(oneOf.Values.Select(value => Equal(oneOf, operand, Evaluate(value, scope))));
    }

    private Result Includes(IncludesExpression includes, Scope? scope)
    {
        Result set = Evaluate(includes.Set, scope);
        return Result.Or(includes.Values.Select(value =>
        {
            Result member = Evaluate(value, scope);
            return Strict(set, member) ?? (set.Value is SetValue members && member.Value is ChoiceValue choice
                ? Result.Of(members.Members.Contains(choice.Member))
                : throw IllTyped(includes));
        }));
    }

    private static Result DateOrdered(Result left, DateOrder order, Result right)
    {
        if (Strict(left, right) is { } open)
        {
            return open;
        }

        int a = DayOf(left);
        int b = DayOf(right);
        return Result.Of(order switch
        {
            DateOrder.Before => a < b,
            DateOrder.After => a > b,
            DateOrder.OnOrBefore => a <= b,
            _ => a >= b,
        });
    }

    private Result Distance(DateDistanceExpression distance, Scope? scope)
    {
        Result limit = Offset(distance, Evaluate(distance.Duration, scope), distance.Direction, Evaluate(distance.Anchor, scope));
        return DateOrdered(Evaluate(distance.Operand, scope), distance.Direction == Direction.After ? DateOrder.OnOrAfter : DateOrder.OnOrBefore, limit);
    }

    private Result Within(WithinExpression within, Scope? scope)
    {
        Result anchor = Evaluate(within.Anchor, scope);
        Result end = Offset(within, Evaluate(within.Duration, scope), within.Direction, anchor);
        return InWindow(Evaluate(within.Operand, scope), within.Direction, anchor, end);
    }

    private static Result InWindow(Result operand, Direction direction, Result anchor, Result end)
    {
        if (operand.IsUnknown || anchor.IsUnknown || end.IsUnknown)
        {
            // An unknown anchor is why the end is unknown too, and the end also says what else is.
            return anchor.IsUnknown ? Result.UnknownOf(operand, anchor, end) : Result.UnknownOf(operand, end);
        }

        if (operand.IsNone || anchor.IsNone || end.IsNone)
        {
            return Result.False;
        }

        int day = DayOf(operand);
        (int first, int last) = direction == Direction.After ? (DayOf(anchor), DayOf(end)) : (DayOf(end), DayOf(anchor));
        return Result.Of(first <= day && day <= last);
    }

    /// <summary>Language reference, Requirement clauses, the table of <c>requires F within N after Y</c>.</summary>
    private Result Deadline(DeadlineExpression deadline, Scope? scope)
    {
        Result fact = Evaluate(deadline.Fact, scope);
        Result anchor = Evaluate(deadline.Anchor, scope);
        if (anchor.IsNone)
        {
            return fact.IsUnknown ? fact
                : fact.IsNone ? Result.Because(ReasonKind.NotStarted, ReasonText.NotStarted)
                : Result.False;
        }

        // Not done, and due by the anchor itself: the length does not matter.
        if (fact.IsNone && deadline.Direction == Direction.Before)
        {
            return anchor.IsUnknown ? anchor : NotDoneBy(DayOf(anchor));
        }

        Result end = Offset(deadline, Evaluate(deadline.Duration, scope), deadline.Direction, anchor);
        if (fact.IsNone && !end.IsUnknown)
        {
            return end.IsNone ? Result.False : NotDoneBy(DayOf(end));
        }

        return fact.IsNone ? end : InWindow(fact, deadline.Direction, anchor, end);
    }

    private Result NotDoneBy(int lastDay) => AsAt <= lastDay
        ? Result.Because(ReasonKind.NotDue, ReasonText.NotDue(lastDay))
        : Result.False;

    private Result Arithmetic(ArithmeticExpression expression, Result left, Result right)
    {
        if (left.IsUnknown || right.IsUnknown)
        {
            return Result.UnknownOf(left, right);
        }

        if (left.IsNone || right.IsNone)
        {
            return Result.None;
        }

        if (left.Value is DurationValue a && right.Value is DurationValue b)
        {
            Duration total;
            bool isOfOneKind = expression.Operator switch
            {
                ArithmeticOperator.Add => Duration.TryAdd(a.Value, b.Value, out total),
                ArithmeticOperator.Subtract => Duration.TrySubtract(a.Value, b.Value, out total),
                _ => throw IllTyped(expression),
            };
            return isOfOneKind ? Result.Of(new DurationValue(total)) : Duration.TryCompare(a.Value, b.Value, out _) ? TooLarge(expression) : KindsDiffer(a, b);
        }

        if (left.Value is not NumberValue x || right.Value is not NumberValue y)
        {
            throw IllTyped(expression);
        }

        ExactNumber number;
        ArithmeticError error = expression.Operator switch
        {
            ArithmeticOperator.Add => ExactNumber.Add(x.Value, y.Value, out number),
            ArithmeticOperator.Subtract => ExactNumber.Subtract(x.Value, y.Value, out number),
            ArithmeticOperator.Multiply => ExactNumber.Multiply(x.Value, y.Value, out number),
            _ => ExactNumber.Divide(x.Value, y.Value, out number),
        };
        return Number(expression, error, number);
    }

    private Result Negate(NegateExpression expression, Result operand)
    {
        switch (operand.Value)
        {
            case null or NoneValue:
                return operand;
            case DurationValue { Value: var duration }:
                return duration.Count == int.MinValue ? TooLarge(expression) : Result.Of(new DurationValue(new Duration(-duration.Count, duration.Unit, duration.Clear)));
            case NumberValue { Value: var number }:
                return Number(expression, ExactNumber.Negate(number, out ExactNumber result), result);
            default:
                throw IllTyped(expression);
        }
    }

    private static Result Count(Result list) => list.Value switch
    {
        null or NoneValue => list,
        ElementsValue elements => Whole(elements.Elements.Length),
        SetValue set => Whole(set.Members.Length),
        _ => throw new InvalidOperationException("Only the elements of a list and the members of a set are counted."),
    };

    private Result Aggregate(AggregateExpression aggregate, Scope? scope)
    {
        Result list = Evaluate(aggregate.List, scope);
        if (list.Value is not ElementsValue elements)
        {
            return list;
        }

        Result[] values = [.. elements.Elements.Select(element => Evaluate(aggregate.Value, new Scope(aggregate.Variable, element, scope)))];
        if (values.Any(value => value.IsUnknown))
        {
            return Result.UnknownOf(values);
        }

        // An element that has no such value does not take part.
        RuleValue[] present = [.. values.Where(value => !value.IsNone).Select(value => value.Value!)];
        return aggregate.Function == AggregateFunction.Sum
            ? Sum(aggregate, present)
            : Extreme(aggregate, present, isGreatest: aggregate.Function is AggregateFunction.Largest or AggregateFunction.Latest);
    }

    private Result Sum(AggregateExpression aggregate, RuleValue[] values)
    {
        if (aggregate.Type is DurationType)
        {
            Duration? total = null;
            foreach (RuleValue value in values)
            {
                Duration next = ((DurationValue)value).Value;
                if (total is { } sum)
                {
                    if (!Duration.TryCompare(sum, next, out _))
                    {
                        return KindsDiffer(new DurationValue(sum), new DurationValue(next));
                    }

                    if (!Duration.TryAdd(sum, next, out next))
                    {
                        return TooLarge(aggregate);
                    }
                }

                total = next;
            }

            return Result.Of(new DurationValue(total ?? new Duration(0, DurationUnit.Day)));
        }

        ExactNumber number = ExactNumber.Zero;
        foreach (RuleValue value in values)
        {
            if (ExactNumber.Add(number, ((NumberValue)value).Value, out number) != ArithmeticError.None)
            {
                return TooLarge(aggregate);
            }
        }

        return Result.Of(new NumberValue(number));
    }

    private Result Extreme(Expression expression, RuleValue[] values, bool isGreatest)
    {
        RuleValue? extreme = null;
        foreach (RuleValue value in values)
        {
            if (extreme is null)
            {
                extreme = value;
            }
            else if (!TryCompare(expression, value, extreme, out int order, out Result failure))
            {
                return failure;
            }
            else if (isGreatest ? order > 0 : order < 0)
            {
                extreme = value;
            }
        }

        return extreme is null ? Result.None : Result.Of(extreme);
    }

    private Result Pair(PairExpression pair, Result left, Result right) =>
        left.IsUnknown || right.IsUnknown ? Result.UnknownOf(left, right)
        : left.IsNone || right.IsNone ? Result.None
        : Extreme(pair, [left.Value!, right.Value!], isGreatest: pair.Function is PairFunction.Larger or PairFunction.Later);

    private static Result Difference(DateDifferenceUnit unit, Result from, Result to)
    {
        if (from.IsUnknown || to.IsUnknown)
        {
            return Result.UnknownOf(from, to);
        }

        if (from.IsNone || to.IsNone)
        {
            return Result.None;
        }

        int first = DayOf(from);
        int last = DayOf(to);
        return Whole(unit switch
        {
            DateDifferenceUnit.WholeYears => CalendarDay.WholeYearsBetween(first, last),
            DateDifferenceUnit.WholeMonths => CalendarDay.WholeMonthsBetween(first, last),
            _ => last - first,
        });
    }

    private Result Nearest(NearestWorkingDayExpression nearest, Result operand)
    {
        if (operand.IsUnknown || operand.IsNone)
        {
            return operand;
        }

        int result = 0;
        return Table is { } table
            && (nearest.Direction == Direction.After ? table.TryFirstOnOrAfter(DayOf(operand), out result) : table.TryLastOnOrBefore(DayOf(operand), out result))
            ? Day(result)
            : Result.Because(ReasonKind.PastCalendar, Wording.PastCalendar(nearest, _calendar, CurrencySymbol));
    }

    /// <summary>What a strict comparison comes to when an operand is unknown or none; null when both have values.</summary>
    private static Result? Strict(Result left, Result right) =>
        left.IsUnknown || right.IsUnknown ? Result.UnknownOf(left, right)
        : left.IsNone || right.IsNone ? Result.False
        : null;

    private static bool TryCompare(Expression expression, RuleValue left, RuleValue right, out int order, out Result failure)
    {
        failure = default;
        switch (left, right)
        {
            case (NumberValue a, NumberValue b):
                order = a.Value.CompareTo(b.Value);
                return true;
            case (Eui64Value a, Eui64Value b):
                order = a.Value.CompareTo(b.Value);
                return true;
            case (DateValue a, DateValue b):
                order = a.Day.CompareTo(b.Day);
                return true;
            case (DurationValue a, DurationValue b):
                if (Duration.TryCompare(a.Value, b.Value, out order))
                {
                    return true;
                }

                failure = KindsDiffer(a, b);
                return false;
            default:
                throw IllTyped(expression);
        }
    }

    private Result Number(Expression expression, ArithmeticError error, ExactNumber number) => error switch
    {
        ArithmeticError.None => Result.Of(new NumberValue(number)),
        ArithmeticError.DivisionByZero => Result.Because(ReasonKind.DivisionByZero, Wording.DivisionByZero(expression, CurrencySymbol)),
        _ => TooLarge(expression),
    };

    private Result TooLarge(Expression expression) => Result.Because(ReasonKind.Overflow, Wording.Overflow(expression, CurrencySymbol));

    private static Result KindsDiffer(DurationValue left, DurationValue right) =>
        Result.Because(ReasonKind.DurationKindsDiffer, ReasonText.DurationKindsDiffer(left.Value, right.Value));

    private static Result Day(int day) => Result.Of(new DateValue(day));

    private static Result Whole(long number) => Result.Of(new NumberValue(ExactNumber.FromInteger(number)));

    private static int DayOf(Result result) =>
        result.Value is DateValue date ? date.Day : throw new InvalidOperationException("The model has another value where a date belongs.");

    private static Duration DurationOf(Result result) =>
        result.Value is DurationValue duration ? duration.Value : throw new InvalidOperationException("The model has another value where a duration belongs.");

    private static Subject SubjectOf(Result result) =>
        result.Value is SubjectValue subject ? subject.Subject : throw new InvalidOperationException("The model has another value where a record belongs.");

    private static InvalidOperationException IllTyped(Expression expression) =>
        new($"The model is ill-typed at {expression.Location}: {Wording.Of(expression)}.");

    /// <summary>The date in a comparison, as an expression of its own, for the words of a reason.</summary>
    private static Expression OffsetOf(Expression expression) => expression switch
    {
        DateDistanceExpression distance => new OffsetExpression(distance.Duration, distance.Direction, distance.Anchor, distance.Location),
        WithinExpression within => new OffsetExpression(within.Duration, within.Direction, within.Anchor, within.Location),
        DeadlineExpression deadline => new OffsetExpression(deadline.Duration, deadline.Direction, deadline.Anchor, deadline.Location),
        _ => expression,
    };
}
