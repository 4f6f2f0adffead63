using System.Globalization;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Model;

public static partial class Wording
{
    private static readonly HashSet<string> Prepositions = new(StringComparer.OrdinalIgnoreCase)
    {
        "to", "of", "for", "from", "on", "in", "at", "by", "with", "under", "into", "as", "about", "against", "between", "during", "since", "until",
    };

    /// <summary>
    /// What an explanation says of a condition: of a comparison, its words with the values of its operands in brackets; null for an expression that has
    /// no sentence. Operand i is child i of the expression.
    /// </summary>
    public static SentenceTemplate? Sentence(Expression expression, string currencySymbol = PoundSign)
    {
        switch (expression)
        {
            case NotExpression not:
                return not.Operand is NotExpression ? null : Sentence(not.Operand, currencySymbol)?.Not();

            case StateExpression { Test: StateTest.Given or StateTest.None } state:
                // "is not given" would say of a fact answered "none" what is said of a fact not answered.
                string named = SentenceTemplate.Escape(new Writer(currencySymbol).Within(state.Operand, Binding.Offset));
                (string some, string none) = (named + " is {0}", named + " is none");
                string open = "not known whether " + named + " ({0}) is none";
                return state.Test == StateTest.None ? new SentenceTemplate(none, some, open) : new SentenceTemplate(some, none, open);

            case StateExpression or EqualityExpression or OrderExpression or BetweenExpression or OneOfExpression or IncludesExpression
                or DateOrderExpression or DateDistanceExpression or WithinExpression or DeadlineExpression:
                var writer = new Writer(currencySymbol);
                string Operand(Expression operand, int index, Binding place) => SentenceTemplate.Escape(writer.Within(operand, place)) + ValueOf(operand, index);
                return SentenceTemplate.Comparison(writer.Comparison(expression, negated: false, Operand), writer.Comparison(expression, negated: true, Operand));

            case LogicalExpression logical:
                return logical.Operator switch
                {
                    LogicalOperator.And => SentenceTemplate.All,
                    LogicalOperator.Or => SentenceTemplate.Any,
                    _ => SentenceTemplate.NoneOf,
                };

            case QuantifierExpression quantifier:
                return quantifier.Quantifier switch
                {
                    Quantifier.Every => SentenceTemplate.Every(quantifier.Variable.Name),
                    Quantifier.Some => SentenceTemplate.Some(quantifier.Variable.Name),
                    _ => SentenceTemplate.No(quantifier.Variable.Name),
                };

            case FactExpression or DefinitionExpression or ParameterExpression when expression.Type is YesNoType:
                return SentenceTemplate.Named(Of(expression, currencySymbol), expression is FactExpression ? ValueText.NotGiven : ValueText.NotKnown);

            default:
                return null;
        }
    }

    /// <summary>
    /// What an explanation says besides of a distance between dates: <c>testing start (2 April 2024) is 59 working days after notice to HQ (8 January
    /// 2024); at least 60 are needed: with this notice the earliest start is 3 April 2024</c>.
    /// </summary>
    public static DistanceTemplate Distance(DateDistanceExpression expression, string currencySymbol = PoundSign)
    {
        string operand = SentenceTemplate.Escape(Of(expression.Operand, currencySymbol));
        string anchor = SentenceTemplate.Escape(Of(expression.Anchor, currencySymbol));
        string extreme = expression.Direction == Direction.After ? "earliest" : "latest";
        string? anchorNoun = HeadNoun(expression.Anchor);
        string? operandNoun = HeadNoun(expression.Operand);
        return new DistanceTemplate(
            operand + ValueOf(expression.Operand, 0) + " is {3} " + anchor + ValueOf(expression.Anchor, 2) + "; {4} needed",
            ": " + (anchorNoun is null ? "counted from that day" : "with this " + anchorNoun)
                + " the " + extreme + " " + (operandNoun ?? "day") + " is {5}");
    }

    /// <summary>When a requirement is in force: <c>from 1 March 2024 until the end of 30 June 2024</c>.</summary>
    public static string InForce(Requirement requirement) => string.Join(" ", new[]
    {
        requirement.InForceFrom is { } from ? "from " + CalendarDay.ToWords(from) : "",
        requirement.InForceUntil is { } until ? "until the end of " + CalendarDay.ToWords(until) : "",
    }.Where(part => part.Length > 0));

    /// <summary>Why: working days would be counted outside what the calendar covers.</summary>
    public static string PastCalendar(Expression expression, Calendar? calendar, string currencySymbol = PoundSign) =>
        Of(expression, currencySymbol) + " cannot be told: " + (calendar is null
            ? "no calendar says which days are working days"
            : string.Format(CultureInfo.InvariantCulture, "the calendar {0} covers {1} to {2}", calendar.Name, calendar.FirstYear, calendar.LastYear));

    /// <summary>Why: the date would lie outside the dates of the language.</summary>
    public static string OutOfRange(Expression expression, string currencySymbol = PoundSign) =>
        Of(expression, currencySymbol) + " is outside the years " + CalendarDay.MinimumYear.ToString(CultureInfo.InvariantCulture)
        + " to " + CalendarDay.MaximumYear.ToString(CultureInfo.InvariantCulture);

    /// <summary>Why: the divisor is zero.</summary>
    public static string DivisionByZero(Expression expression, string currencySymbol = PoundSign) =>
        Of(expression, currencySymbol) + " would be a division by zero";

    /// <summary>Why: the number is too large for the language.</summary>
    public static string Overflow(Expression expression, string currencySymbol = PoundSign) =>
        Of(expression, currencySymbol) + " is too large a number";

    /// <summary>Why: the rounded result of a definition is too large for the language.</summary>
    public static string Overflow(Definition definition) => definition.Name + " is too large a number";

    /// <summary>
    /// The noun that a name is about, the last word before its first preposition: <c>notice to HQ</c> is a <c>notice</c>, <c>testing start</c>
    /// a <c>start</c>. Null for an expression that has no name, and for a name such as <c>received on</c> that is no noun.
    /// </summary>
    internal static string? HeadNoun(Expression expression)
    {
        if (NameOf(expression) is not { } name)
        {
            return null;
        }

        string[] words = name.Split(' ');
        int preposition = Array.FindIndex(words, Prepositions.Contains);
        return preposition < 0 ? words[words.Length - 1]
            : preposition == 0 || preposition == words.Length - 1 ? null
            : words[preposition - 1];
    }

    private static string? NameOf(Expression expression) => expression switch
    {
        FactExpression fact => fact.Field.Name,
        DefinitionExpression definition => definition.Definition.Name,
        _ => null,
    };

    private static string ValueOf(Expression expression, int index) =>
        expression is LiteralExpression ? "" : " ({" + index.ToString(CultureInfo.InvariantCulture) + "})";
}
