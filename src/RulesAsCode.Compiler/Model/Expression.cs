using System.Collections.Immutable;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Model;

/// <summary>
/// A typed expression of a rule: a closed set of nodes. What each means under unknown and none is in the language
/// reference, "Meaning"; a back end that meets a node it does not know must throw.
/// </summary>
/// <param name="Type">Its type; <c>yes/no</c> for a condition.</param>
/// <param name="OrNone">True when its value may be <see cref="NoneValue"/>.</param>
/// <param name="Location">Where it is written.</param>
public abstract record Expression(RuleType Type, bool OrNone, Location Location)
{
    public virtual IEnumerable<Expression> Children => [];

    public IEnumerable<Expression> DescendantsAndSelf()
    {
        yield return this;
        foreach (Expression child in Children)
        {
            foreach (Expression descendant in child.DescendantsAndSelf())
            {
                yield return descendant;
            }
        }
    }
}

/// <summary>An element in scope: of <c>for each</c>, a quantifier, an aggregate or a filtered list. Compared by reference.</summary>
public sealed class ElementVariable(Record record, Expression? list)
{
    public Record Record { get; } = record;

    /// <summary>The list it runs over. Null only for a definition <c>for each RECORD</c>, which belongs to the record itself.</summary>
    public Expression? List { get; } = list;

    public string Name => Record.Name;
}

public sealed record LiteralExpression(RuleValue Value, RuleType Type, Location Location) : Expression(Type, false, Location);

/// <summary><c>today</c>: the date of the assessment, never a clock.</summary>
public sealed record TodayExpression(Location Location) : Expression(RuleType.Date, false, Location);

/// <summary>The element itself, of type <see cref="RecordType"/>; only ever the target of a field or a definition.</summary>
public sealed record ElementExpression(ElementVariable Variable, Location Location) : Expression(new RecordType(Variable.Record), false, Location);

/// <summary>A fact. <paramref name="Target"/> is null for a field of the guide's facts, else of type <see cref="RecordType"/>.</summary>
/// <param name="IsQualified">True where the rule wrote <c>X's Y</c>.</param>
public sealed record FactExpression(Expression? Target, Field Field, bool IsQualified, Location Location) : Expression(Field.Type, Field.OrNone, Location)
{
    public override IEnumerable<Expression> Children => Target is null ? [] : [Target];
}

/// <summary>A derived fact. <paramref name="Target"/> is set for a definition <c>for each RECORD</c>.</summary>
public sealed record DefinitionExpression(Expression? Target, Definition Definition, bool IsQualified, RuleType Type, bool OrNone, Location Location) : Expression(Type, OrNone, Location)
{
    public override IEnumerable<Expression> Children => Target is null ? [] : [Target];
}

/// <summary>A parameter's value at <c>as at</c> (null: the date of the assessment).</summary>
public sealed record ParameterExpression(Parameter Parameter, Expression? AsAt, Location Location) : Expression(Parameter.Type, Parameter.OrNone, Location)
{
    public override IEnumerable<Expression> Children => AsAt is null ? [] : [AsAt];
}

/// <summary>The elements of <paramref name="List"/> for which the condition holds (<c>LIST where C</c>).</summary>
public sealed record FilterExpression(Expression List, ElementVariable Variable, Expression Condition, Location Location) : Expression(List.Type, false, Location)
{
    public override IEnumerable<Expression> Children => [List, Condition];
}

public sealed record NotExpression(Expression Operand, Location Location) : Expression(RuleType.YesNo, false, Location)
{
    public override IEnumerable<Expression> Children => [Operand];
}

public enum LogicalOperator { And, Or, None }

/// <summary><c>and</c>, <c>or</c>, <c>all of</c>, <c>any of</c>, <c>none of</c> (none: not one operand holds).</summary>
/// <param name="IsList">True where it was written as a list with items.</param>
public sealed record LogicalExpression(LogicalOperator Operator, ImmutableArray<Expression> Operands, bool IsList, Location Location) : Expression(RuleType.YesNo, false, Location)
{
    public override IEnumerable<Expression> Children => Operands;
}

public enum Quantifier { Every, Some, No }

/// <summary><c>for every/some/no ELEMENT, C</c>. Over an empty list: every and no are true, some is false.</summary>
public sealed record QuantifierExpression(Quantifier Quantifier, ElementVariable Variable, Expression List, Expression Condition, Location Location) : Expression(RuleType.YesNo, false, Location)
{
    public override IEnumerable<Expression> Children => [List, Condition];
}

public enum StateTest { Given, None, Empty }

/// <summary><c>is given</c>, <c>is none</c>, <c>is empty</c>. The first two are unknown while the fact is not given.</summary>
public sealed record StateExpression(Expression Operand, StateTest Test, Location Location) : Expression(RuleType.YesNo, false, Location)
{
    public override IEnumerable<Expression> Children => [Operand];
}

/// <summary><c>X is Y</c>.</summary>
public sealed record EqualityExpression(Expression Left, Expression Right, Location Location) : Expression(RuleType.YesNo, false, Location)
{
    public override IEnumerable<Expression> Children => [Left, Right];
}

public enum OrderOperator { AtLeast, AtMost, MoreThan, LessThan }

/// <summary><c>X is at least Y</c> and its kin, on numbers, money, percentages, durations and EUI-64.</summary>
public sealed record OrderExpression(Expression Left, OrderOperator Operator, Expression Right, Location Location) : Expression(RuleType.YesNo, false, Location)
{
    public override IEnumerable<Expression> Children => [Left, Right];
}

/// <summary><c>X is between A and B</c>, both ends included.</summary>
public sealed record BetweenExpression(Expression Operand, Expression Low, Expression High, Location Location) : Expression(RuleType.YesNo, false, Location)
{
    public override IEnumerable<Expression> Children => [Operand, Low, High];
}

/// <summary><c>X is one of A, B or C</c>; absorbing, as <c>or</c>.</summary>
public sealed record OneOfExpression(Expression Operand, ImmutableArray<Expression> Values, Location Location) : Expression(RuleType.YesNo, false, Location)
{
    public override IEnumerable<Expression> Children => [Operand, .. Values];
}

/// <summary><c>SET includes X</c>, <c>SET includes one of A or B</c>; absorbing, as <c>or</c>.</summary>
public sealed record IncludesExpression(Expression Set, ImmutableArray<Expression> Values, Location Location) : Expression(RuleType.YesNo, false, Location)
{
    public override IEnumerable<Expression> Children => [Set, .. Values];
}

public enum DateOrder { Before, After, OnOrBefore, OnOrAfter }

/// <summary><c>X is before Y</c> and its kin.</summary>
public sealed record DateOrderExpression(Expression Left, DateOrder Order, Expression Right, Location Location) : Expression(RuleType.YesNo, false, Location)
{
    public override IEnumerable<Expression> Children => [Left, Right];
}

public enum Direction { After, Before }

/// <summary><c>X is at least N after Y</c>: X is on or after <c>N after Y</c>; with before: on or before <c>N before Y</c>.</summary>
public sealed record DateDistanceExpression(Expression Operand, Expression Duration, Direction Direction, Expression Anchor, Location Location) : Expression(RuleType.YesNo, false, Location)
{
    public override IEnumerable<Expression> Children => [Operand, Duration, Anchor];
}

/// <summary><c>X is within N after Y</c>: Y ≤ X ≤ <c>N after Y</c>; with before: <c>N before Y</c> ≤ X ≤ Y.</summary>
public sealed record WithinExpression(Expression Operand, Expression Duration, Direction Direction, Expression Anchor, Location Location) : Expression(RuleType.YesNo, false, Location)
{
    public override IEnumerable<Expression> Children => [Operand, Duration, Anchor];
}

/// <summary><c>requires F within N after Y</c>: met, missed or not due yet (language reference, "Requirement clauses", the table).</summary>
public sealed record DeadlineExpression(Expression Fact, Expression Duration, Direction Direction, Expression Anchor, Location Location) : Expression(RuleType.YesNo, false, Location)
{
    public override IEnumerable<Expression> Children => [Fact, Duration, Anchor];
}

/// <summary><c>N after D</c>, <c>N before D</c>: a date.</summary>
public sealed record OffsetExpression(Expression Duration, Direction Direction, Expression Anchor, Location Location) : Expression(RuleType.Date, Anchor.OrNone, Location)
{
    public override IEnumerable<Expression> Children => [Duration, Anchor];
}

public enum ArithmeticOperator { Add, Subtract, Multiply, Divide }

public sealed record ArithmeticExpression(Expression Left, ArithmeticOperator Operator, Expression Right, RuleType Type, Location Location) : Expression(Type, false, Location)
{
    public override IEnumerable<Expression> Children => [Left, Right];
}

public sealed record NegateExpression(Expression Operand, Location Location) : Expression(Operand.Type, false, Location)
{
    public override IEnumerable<Expression> Children => [Operand];
}

/// <summary><c>count of LIST</c>; also of a set.</summary>
public sealed record CountExpression(Expression List, Location Location) : Expression(RuleType.WholeNumber, false, Location)
{
    public override IEnumerable<Expression> Children => [List];
}

public enum AggregateFunction { Sum, Largest, Smallest, Earliest, Latest }

/// <summary><c>sum of X across LIST</c> and its kin. Over an empty list a sum is zero; the others are none.</summary>
public sealed record AggregateExpression(AggregateFunction Function, Expression Value, ElementVariable Variable, Expression List, Location Location)
    : Expression(Value.Type, Function != AggregateFunction.Sum, Location)
{
    public override IEnumerable<Expression> Children => [Value, List];
}

public enum PairFunction { Larger, Smaller, Earlier, Later }

public sealed record PairExpression(PairFunction Function, Expression Left, Expression Right, RuleType Type, Location Location) : Expression(Type, false, Location)
{
    public override IEnumerable<Expression> Children => [Left, Right];
}

public enum DateDifferenceUnit { WholeYears, WholeMonths, Days }

/// <summary><c>whole years between A and B</c>; negative when B is before A.</summary>
public sealed record DateDifferenceExpression(DateDifferenceUnit Unit, Expression From, Expression To, Location Location) : Expression(RuleType.WholeNumber, false, Location)
{
    public override IEnumerable<Expression> Children => [From, To];
}

/// <summary><c>first working day on or after D</c> (<see cref="Direction.After"/>), <c>last working day on or before D</c>.</summary>
public sealed record NearestWorkingDayExpression(Direction Direction, Expression Operand, Location Location) : Expression(RuleType.Date, Operand.OrNone, Location)
{
    public override IEnumerable<Expression> Children => [Operand];
}

/// <summary>What could not be bound; never in a finished model.</summary>
public sealed record ErrorExpression(Location Location) : Expression(RuleType.Error, true, Location);
