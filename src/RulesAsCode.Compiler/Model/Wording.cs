using System.Collections.Immutable;
using System.Globalization;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Model;

/// <summary>
/// Conditions and values in the rule's own canonical words, which read aloud as English. The words live here once: guide, explanations and every
/// generated engine print what this says.
/// </summary>
public static partial class Wording
{
    private const string PoundSign = "£";

    // How tightly an expression holds together; a looser one inside a tighter place is put in brackets.
    private enum Binding { Condition, Offset, Sum, Product, Primary }

    /// <summary>
    /// A condition or a value in words: <c>testing start is at least 60 working days after notice to HQ</c>,
    /// <c>privacy status is one of Approved or Deferred</c>, <c>for every parent, settled</c>. Several conditions with commas or
    /// joining words of their own are listed after a colon, with semicolons, and in brackets where they stand inside another.
    /// </summary>
    /// <param name="expression">An expression of a finished model.</param>
    /// <param name="currencySymbol">The sign before amounts of money.</param>
    public static string Of(Expression expression, string currencySymbol = PoundSign) => new Writer(currencySymbol).Write(expression);

    /// <summary>
    /// A value in words: <c>2 April 2024</c>, <c>£1,250.00</c>, <c>20%</c>, <c>yes</c>, <c>60 working days</c>, <c>Other User and Import Supplier</c>,
    /// <c>none</c>, <c>empty</c>.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type; tells money and percentages from numbers.</param>
    /// <param name="currencySymbol">The sign before amounts of money.</param>
    public static string Of(RuleValue value, RuleType type, string currencySymbol = PoundSign) => value switch
    {
        NoneValue => ValueText.None,
        YesNoValue yesNo => ValueText.YesNo(yesNo.Value),
        TextValue text => ValueText.Text(text.Value),
        NumberValue number => type switch
        {
            MoneyType => MoneyText.Format(number.Value, currencySymbol),
            PercentageType => ValueText.Percentage(number.Value),
            _ => ValueText.Number(number.Value),
        },
        DateValue date => ValueText.Date(date.Day),
        DurationValue duration => duration.Value.ToString(),
        ChoiceValue choice => choice.Member.Name,
        Eui64Value eui64 => Eui64Text.Format(eui64.Value),
        SetValue set => ValueText.Set([.. set.Members.Select(member => member.Name)]),
        ListValue list => ValueText.Elements([.. list.Elements.Select((_, index) => ValueText.Element((type as ListType)?.Record.Name ?? "element", index))]),
        RecordValue record => Fields(record.Record, currencySymbol),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "Every kind of value has its words here."),
    };

    private static string Fields(FactRecord record, string currencySymbol)
    {
        string[] fields = [.. record.Given.Select(field => field.Name + " " + Of(record[field]!, field.Type, currencySymbol))];
        return fields.Length == 0 ? "nothing given" : ValueText.Series(fields, "and");
    }

    private sealed class Writer(string currencySymbol)
    {
        public string Write(Expression expression) => expression switch
        {
            LiteralExpression literal => Of(literal.Value, literal.Type, currencySymbol),
            TodayExpression => "today",
            ElementExpression element => element.Variable.Name,
            FactExpression fact => Member(fact.Target, fact.Field.Name, fact.IsQualified),
            DefinitionExpression definition => Member(definition.Target, definition.Definition.Name, definition.IsQualified),
            ParameterExpression parameter => parameter.Parameter.Name + (parameter.AsAt is null ? "" : " as at " + Within(parameter.AsAt, Binding.Primary)),
            FilterExpression filter => Write(filter.List) + " where " + Write(filter.Condition),
            NotExpression not => Not(not.Operand),
            LogicalExpression logical => Logical(logical),
            QuantifierExpression quantifier => Quantified(quantifier),
            StateExpression state => State(state, negated: false),
            EqualityExpression or OrderExpression or BetweenExpression or OneOfExpression or DateOrderExpression or DateDistanceExpression
                or WithinExpression or DeadlineExpression or IncludesExpression => Comparison(expression, negated: false, Plain),
            OffsetExpression offset => Within(offset.Duration, Binding.Sum) + Toward(offset.Direction) + Within(offset.Anchor, Binding.Offset),
            ArithmeticExpression arithmetic => Arithmetic(arithmetic),
            NegateExpression negate => "-" + Within(negate.Operand, Binding.Primary),
            CountExpression count => "count of " + List(count.List),
            AggregateExpression aggregate => Name(aggregate.Function) + " of " + Within(aggregate.Value, Binding.Offset) + " across " + List(aggregate.List),
            PairExpression pair => Name(pair.Function) + " of " + Within(pair.Left, Binding.Primary) + " and " + Within(pair.Right, Binding.Primary),
            DateDifferenceExpression difference =>
                Name(difference.Unit) + " between " + Within(difference.From, Binding.Primary) + " and " + Within(difference.To, Binding.Primary),
            NearestWorkingDayExpression nearest =>
                (nearest.Direction == Direction.After ? "first working day on or after " : "last working day on or before ") + Within(nearest.Operand, Binding.Offset),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.GetType().Name, "Every kind of expression has its words here."),
        };

        /// <summary>
        /// A comparison, with <paramref name="operand"/> writing each operand, given the operand, its place among the children and how tightly it must hold.
        /// </summary>
        public string Comparison(Expression expression, bool negated, Func<Expression, int, Binding, string> operand)
        {
            string not = negated ? "not " : "";
            string Verb(Expression subject) => IsPlural(subject) ? " are " + not : " is " + not;
            switch (expression)
            {
                case EqualityExpression equality:
                    return operand(equality.Left, 0, Binding.Offset) + Verb(equality.Left) + operand(equality.Right, 1, Binding.Offset);
                case OrderExpression order:
                    return operand(order.Left, 0, Binding.Offset) + Verb(order.Left) + Name(order.Operator) + " " + operand(order.Right, 1, Binding.Sum);
                case BetweenExpression between:
                    return operand(between.Operand, 0, Binding.Offset) + Verb(between.Operand) + "between "
                        + operand(between.Low, 1, Binding.Sum) + " and " + operand(between.High, 2, Binding.Sum);
                case OneOfExpression oneOf:
                    return operand(oneOf.Operand, 0, Binding.Offset) + Verb(oneOf.Operand) + "one of "
                        + ValueText.Series([.. oneOf.Values.Select((value, i) => operand(value, i + 1, Binding.Sum))], "or");
                case IncludesExpression includes:
                    bool isPlural = IsPlural(includes.Set);
                    return operand(includes.Set, 0, Binding.Offset)
                        + (negated ? isPlural ? " do not include " : " does not include " : isPlural ? " include " : " includes ")
                        + (includes.Values.Length > 1 ? "one of " : "")
                        + ValueText.Series([.. includes.Values.Select((value, i) => operand(value, i + 1, Binding.Sum))], "or");
                case DateOrderExpression order:
                    return operand(order.Left, 0, Binding.Offset) + Verb(order.Left) + Name(order.Order) + " " + operand(order.Right, 1, Binding.Offset);
                case DateDistanceExpression distance:
                    return operand(distance.Operand, 0, Binding.Offset) + Verb(distance.Operand) + "at least "
                        + operand(distance.Duration, 1, Binding.Sum) + Toward(distance.Direction) + operand(distance.Anchor, 2, Binding.Offset);
                case WithinExpression within:
                    return operand(within.Operand, 0, Binding.Offset) + Verb(within.Operand) + "within "
                        + operand(within.Duration, 1, Binding.Sum) + Toward(within.Direction) + operand(within.Anchor, 2, Binding.Offset);
                case DeadlineExpression deadline:
                    return operand(deadline.Fact, 0, Binding.Offset) + Verb(deadline.Fact) + "within "
                        + operand(deadline.Duration, 1, Binding.Sum) + Toward(deadline.Direction) + operand(deadline.Anchor, 2, Binding.Offset);
                case StateExpression state:
                    bool isGiven = state.Test == StateTest.Given;
                    return operand(state.Operand, 0, Binding.Offset) + Verb(state.Operand) + (isGiven ? "given" : state.Test == StateTest.None ? "none" : "empty");
                default:
                    throw new ArgumentOutOfRangeException(nameof(expression), expression.GetType().Name, "It is no comparison.");
            }
        }

        public string Within(Expression expression, Binding place)
        {
            string text = Write(expression);
            return BindingOf(expression) < place ? "(" + text + ")" : text;
        }

        private string Plain(Expression expression, int index, Binding place) => Within(expression, place);

        private string State(StateExpression state, bool negated)
        {
            // "is given" says what "is not none" says, in fewer words, and the other way round.
            return negated && state.Test != StateTest.Empty
                ? Comparison(state with { Test = state.Test == StateTest.None ? StateTest.Given : StateTest.None }, negated: false, Plain)
                : Comparison(state, negated, Plain);
        }

        private string Member(Expression? target, string name, bool isQualified) =>
            target is null || (target is ElementExpression && !isQualified) ? name : Within(target, Binding.Primary) + "'s " + name;

        private string Not(Expression operand) => operand switch
        {
            StateExpression state => State(state, negated: true),
            EqualityExpression or OrderExpression or BetweenExpression or OneOfExpression or DateOrderExpression or IncludesExpression =>
                Comparison(operand, negated: true, Plain),
            _ when IsName(operand) => Write(operand) + " is no",
            LiteralExpression => "not " + Write(operand),
            _ => "not (" + Write(operand) + ")",
        };

        private string Logical(LogicalExpression logical)
        {
            if (logical.Operands.Length == 1 && logical.Operator != LogicalOperator.None)
            {
                return Write(logical.Operands[0]);
            }

            string[] plain = [.. logical.Operands.Select(Write)];
            if (logical.Operator != LogicalOperator.None && plain.Length == 2 && !plain.Any(HasJoiningWord) && !logical.Operands.Any(IsCompound))
            {
                // "sealed or opened is no" would be heard as one thing said of both.
                string second = IsName(logical.Operands[0]) && logical.Operands[1] is NotExpression { Operand: var denied } && IsName(denied) ? "not " + Write(denied) : plain[1];
                return plain[0] + (logical.Operator == LogicalOperator.And ? " and " : " or ") + second;
            }

            string head = logical.Operator switch
            {
                LogicalOperator.And => plain.Length == 2 ? "both" : "all of",
                LogicalOperator.Or => plain.Length == 2 ? "either" : "any of",
                _ => "none of",
            };
            return head + ": " + string.Join("; ", logical.Operands.Select((operand, i) => IsCompound(operand) ? "(" + plain[i] + ")" : plain[i]));
        }

        private string Quantified(QuantifierExpression quantifier)
        {
            string head = quantifier.Quantifier switch { Quantifier.Every => "for every ", Quantifier.Some => "for some ", _ => "for no " };
            return head + quantifier.Variable.Name + Across(quantifier.Variable, quantifier.List) + ", " + Write(quantifier.Condition);
        }

        /// <summary>The list need not be named where it is the only one of the element's record.</summary>
        private string Across(ElementVariable variable, Expression list) =>
            list is FactExpression { Target: null } fact
                && fact.Field.Record.Fields.Count(field => field.Type is ListType type && ReferenceEquals(type.Record, variable.Record)) <= 1
                ? ""
                : " across " + List(list);

        private string List(Expression list) => list is FilterExpression ? "(" + Write(list) + ")" : Within(list, Binding.Primary);

        private string Arithmetic(ArithmeticExpression arithmetic)
        {
            bool isSum = arithmetic.Operator is ArithmeticOperator.Add or ArithmeticOperator.Subtract;
            Binding left = isSum ? Binding.Sum : Binding.Product;
            Binding right = isSum ? Binding.Product : Binding.Primary;
            string sign = arithmetic.Operator switch
            {
                ArithmeticOperator.Add => " + ",
                ArithmeticOperator.Subtract => " - ",
                ArithmeticOperator.Multiply => " * ",
                _ => " / ",
            };
            return Within(arithmetic.Left, left) + sign + Within(arithmetic.Right, right);
        }

        private static bool IsName(Expression expression) => expression is FactExpression or DefinitionExpression or ParameterExpression;

        private static Binding BindingOf(Expression expression) => expression switch
        {
            ArithmeticExpression { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } => Binding.Sum,
            ArithmeticExpression => Binding.Product,
            NegateExpression => Binding.Product,
            OffsetExpression or NearestWorkingDayExpression => Binding.Offset,
            LiteralExpression or TodayExpression or ElementExpression or FactExpression or DefinitionExpression or ParameterExpression => Binding.Primary,

            // Written bare they would run on into what follows: "larger of A and B + 1".
            CountExpression or AggregateExpression or PairExpression or DateDifferenceExpression => Binding.Offset,
            _ => Binding.Condition,
        };

        // Whether it must stand in brackets inside a list of conditions.
        private static bool IsCompound(Expression expression) => expression is QuantifierExpression or LogicalExpression { Operands.Length: > 1 } or LogicalExpression { Operator: LogicalOperator.None };

        private static bool HasJoiningWord(string text) =>
            text.Contains(" and ") || text.Contains(" or ") || text.Contains(", ") || text.Contains(": ");
    }

    // "user roles include", "forms of support are"; "accepted support is". Names of a set or a list only: "status" is no plural.
    private static bool IsPlural(Expression expression) =>
        expression.Type is SetType or ListType && (HeadNoun(expression) is not { } noun || IrregularPlurals.Contains(noun)
            || (noun.EndsWith("s", StringComparison.OrdinalIgnoreCase) && !noun.EndsWith("ss", StringComparison.OrdinalIgnoreCase)));

    private static readonly HashSet<string> IrregularPlurals = new(StringComparer.OrdinalIgnoreCase) { "children", "people", "men", "women", "premises", "data" };

    private static string Toward(Direction direction) => direction == Direction.After ? " after " : " before ";

    private static string Name(OrderOperator order) => order switch
    {
        OrderOperator.AtLeast => "at least",
        OrderOperator.AtMost => "at most",
        OrderOperator.MoreThan => "more than",
        _ => "less than",
    };

    private static string Name(DateOrder order) => order switch
    {
        DateOrder.Before => "before",
        DateOrder.After => "after",
        DateOrder.OnOrBefore => "on or before",
        _ => "on or after",
    };

    private static string Name(AggregateFunction function) => function switch
    {
        AggregateFunction.Sum => "sum",
        AggregateFunction.Largest => "largest",
        AggregateFunction.Smallest => "smallest",
        AggregateFunction.Earliest => "earliest",
        _ => "latest",
    };

    private static string Name(PairFunction function) => function switch
    {
        PairFunction.Larger => "larger",
        PairFunction.Smaller => "smaller",
        PairFunction.Earlier => "earlier",
        _ => "later",
    };

    private static string Name(DateDifferenceUnit unit) => unit switch
    {
        DateDifferenceUnit.WholeYears => "whole years",
        DateDifferenceUnit.WholeMonths => "whole months",
        _ => "days",
    };
}
