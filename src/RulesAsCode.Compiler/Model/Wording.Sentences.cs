using System.Globalization;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Model;

/// <summary>
/// What an explanation says of a comparison, as composite formats (<c>{0}</c>): argument i is the value, in words, of the expression's child i;
/// further arguments are named where they occur. An engine fills in the values and chooses by the truth of the comparison, nothing else.
/// </summary>
/// <param name="Holds">The comparison is true.</param>
/// <param name="Fails">The comparison is false.</param>
/// <param name="Open">The comparison is unknown.</param>
public sealed record SentenceTemplate(string Holds, string Fails, string Open);

/// <summary>What an explanation says of <c>X is at least N after Y</c>, besides its <see cref="SentenceTemplate"/>.</summary>
/// <param name="Counted">In days or working days: <c>{3}</c> is the count as <see cref="Wording.Count"/> says it, <c>{4}</c> what is needed as <see cref="Wording.Needed"/> says it.</param>
/// <param name="DecidingDay">Continues any of the sentences when the day is known: <c>{5}</c> is the earliest or latest day that meets the comparison.</param>
public sealed record DistanceTemplate(string Counted, string DecidingDay);

public static partial class Wording
{
    /// <summary>A fact that nobody has answered.</summary>
    public const string NotGiven = "not given";

    /// <summary>A value that cannot be told yet.</summary>
    public const string NotKnown = "not known";

    /// <summary>Before the condition of <c>applies when</c>.</summary>
    public const string AppliesWhenLabel = "applies when";

    /// <summary>Before an exception.</summary>
    public const string UnlessLabel = "unless";

    /// <summary>Before the days on which a requirement is in force.</summary>
    public const string InForceLabel = "in force";

    /// <summary>After the letter of a recommendation.</summary>
    public const string RecommendationLabel = "recommended,";

    /// <summary>Before the condition of a definition's case.</summary>
    public const string CaseLabel = "when";

    /// <summary>Before the facts that are missing.</summary>
    public const string AsksForLabel = "asks for";

    /// <summary>Before a reason.</summary>
    public const string BecauseLabel = "because";

    /// <summary>Why: the deadline is still open. <c>{0}</c> is its last day.</summary>
    public const string NotDueTemplate = "not due until {0}";

    /// <summary>Why: what the deadline is counted from has not happened.</summary>
    public const string NotStarted = "not started";

    /// <summary>Continues a sentence on a deadline or on <c>within</c>: <c>{3}</c> and <c>{4}</c> are the first and the last day that meet it.</summary>
    public const string Window = ": from {3} to {4}";

    private static readonly HashSet<string> Prepositions = new(StringComparer.OrdinalIgnoreCase)
    {
        "to", "of", "for", "from", "on", "in", "at", "by", "with", "under", "into", "as", "about", "against", "between", "during", "since", "until",
    };

    /// <summary>
    /// What an explanation says of a comparison: its words with the values of its operands in brackets; null for an expression that is no comparison.
    /// <c>not</c> before a comparison turns the sentence round.
    /// </summary>
    public static SentenceTemplate? Sentence(Expression expression, string currencySymbol = PoundSign)
    {
        switch (expression)
        {
            case NotExpression not:
                // The sentence states what is the case, so the truth of "not" picks the other one.
                SentenceTemplate? inner = not.Operand is NotExpression ? null : Sentence(not.Operand, currencySymbol);
                return inner is null ? null : new SentenceTemplate(inner.Fails, inner.Holds, inner.Open);

            case StateExpression { Test: StateTest.Given or StateTest.None } state:
                // "is not given" would say of a fact answered "none" what is said of a fact not answered.
                string named = Escape(new Writer(currencySymbol).Within(state.Operand, Binding.Offset));
                (string some, string none) = (named + " is {0}", named + " is none");
                string open = "not known whether " + named + " ({0}) is none";
                return state.Test == StateTest.None ? new SentenceTemplate(none, some, open) : new SentenceTemplate(some, none, open);

            case StateExpression or EqualityExpression or OrderExpression or BetweenExpression or OneOfExpression or IncludesExpression
                or DateOrderExpression or DateDistanceExpression or WithinExpression or DeadlineExpression:
                var writer = new Writer(currencySymbol);
                string Operand(Expression operand, int index, Binding place) =>
                    Escape(writer.Within(operand, place)) + (operand is LiteralExpression ? "" : " ({" + index.ToString(CultureInfo.InvariantCulture) + "})");
                string holds = writer.Comparison(expression, negated: false, Operand);
                return new SentenceTemplate(holds, writer.Comparison(expression, negated: true, Operand), "not known whether " + holds);

            case LogicalExpression logical:
                return logical.Operator switch
                {
                    LogicalOperator.And => new SentenceTemplate("all of these hold", "not all of these hold", "not known whether all of these hold"),
                    LogicalOperator.Or => new SentenceTemplate("at least one of these holds", "none of these holds", "not known whether one of these holds"),
                    _ => new SentenceTemplate("none of these holds", "at least one of these holds", "not known whether none of these holds"),
                };

            case QuantifierExpression quantifier:
                string element = quantifier.Variable.Name;
                string every = "every " + element + " meets the condition";
                string one = "some " + element + " meets the condition";
                string no = "no " + element + " meets the condition";
                return quantifier.Quantifier switch
                {
                    Quantifier.Every => new SentenceTemplate(every, "not " + every, "not known whether " + every),
                    Quantifier.Some => new SentenceTemplate(one, no, "not known whether " + one),
                    _ => new SentenceTemplate(no, one, "not known whether " + no),
                };

            case FactExpression or DefinitionExpression or ParameterExpression when expression.Type is YesNoType:
                string name = Escape(Of(expression, currencySymbol));
                return new SentenceTemplate(name + " is yes", name + " is no", name + " is " + (expression is FactExpression ? NotGiven : NotKnown));

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
        string operand = Escape(Of(expression.Operand, currencySymbol));
        string anchor = Escape(Of(expression.Anchor, currencySymbol));
        string extreme = expression.Direction == Direction.After ? "earliest" : "latest";
        string? anchorNoun = HeadNoun(expression.Anchor);
        string? operandNoun = HeadNoun(expression.Operand);
        return new DistanceTemplate(
            operand + ValueOf(expression.Operand, 0) + " is {3} " + anchor + ValueOf(expression.Anchor, 2) + "; {4} needed",
            ": " + (anchorNoun is null ? "counted from that day" : "with this " + anchorNoun)
                + " the " + extreme + " " + (operandNoun ?? "day") + " is {5}");
    }

    /// <summary>How far a day is from another: <c>59 working days after</c>; a negative count turns the direction round.</summary>
    public static string Count(int count, DurationUnit unit, Direction direction) =>
        new Duration(Math.Abs(count), unit) + Toward(count < 0 ? Opposite(direction) : direction).TrimEnd();

    /// <summary>What a distance needs: <c>at least 60 are</c>, where the count before it already said of what; else <c>at least 60 clear days are</c>.</summary>
    public static string Needed(Duration duration, DurationUnit counted) =>
        "at least " + (duration.Unit == counted && !duration.Clear ? duration.Count.ToString(CultureInfo.InvariantCulture) : duration.ToString())
        + (duration.Count == 1 ? " is" : " are");

    /// <summary>The calendar as an explanation names it: <c>calendar England and Wales, edition 24 November 2025</c>.</summary>
    public static string Basis(Calendar calendar) =>
        "calendar " + calendar.Name + (calendar.Edition is { } edition ? ", edition " + CalendarDay.ToWords(edition) : "");

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

    /// <summary>Why: the parameter has no value yet on the date asked for.</summary>
    public static string ParameterWithoutValue(Parameter parameter, int day) => parameter.Name + " has no value on " + CalendarDay.ToWords(day);

    /// <summary>Why: the two count different things.</summary>
    public static string DurationKindsDiffer(Duration left, Duration right) => left + " and " + right + " are of different kinds";

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

    private static Direction Opposite(Direction direction) => direction == Direction.After ? Direction.Before : Direction.After;

    private static string ValueOf(Expression expression, int index) =>
        expression is LiteralExpression ? "" : " ({" + index.ToString(CultureInfo.InvariantCulture) + "})";

    /// <summary>Text as a part of a composite format.</summary>
    private static string Escape(string text) => text.Replace("{", "{{").Replace("}", "}}");
}
