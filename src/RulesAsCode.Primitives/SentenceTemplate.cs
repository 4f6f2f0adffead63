namespace RulesAsCode.Primitives;

/// <summary>
/// What an explanation says of a condition, as composite formats (<c>{0}</c>): argument i is the value, in words, of the condition's operand i;
/// further arguments are named where they occur. An engine fills in the values and chooses by the truth of the condition, nothing else.
/// </summary>
/// <param name="Holds">The condition is true.</param>
/// <param name="Fails">The condition is false.</param>
/// <param name="Open">The condition is unknown.</param>
public sealed record SentenceTemplate(string Holds, string Fails, string Open)
{
    /// <summary>Of conditions joined by <c>and</c>.</summary>
    public static SentenceTemplate All { get; } = new("all of these hold", "not all of these hold", "not known whether all of these hold");

    /// <summary>Of conditions joined by <c>or</c>.</summary>
    public static SentenceTemplate Any { get; } = new("at least one of these holds", "none of these holds", "not known whether one of these holds");

    /// <summary>Of conditions none of which may hold.</summary>
    public static SentenceTemplate NoneOf { get; } = new("none of these holds", "at least one of these holds", "not known whether none of these holds");

    /// <summary>Of a comparison.</summary>
    public static SentenceTemplate Comparison(string holds, string fails) => new(holds, fails, "not known whether " + holds);

    /// <summary>Of a fact, a definition or a parameter that is yes or no.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="unknown">What it is while it is unknown.</param>
    public static SentenceTemplate Named(string name, string unknown)
    {
        string plain = Escape(name);
        return new SentenceTemplate(plain + " is yes", plain + " is no", plain + " is " + unknown);
    }

    /// <summary>Of a condition on every element.</summary>
    public static SentenceTemplate Every(string element)
    {
        string every = Escape("every " + element + " meets the condition");
        return new SentenceTemplate(every, "not " + every, "not known whether " + every);
    }

    /// <summary>Of a condition on some element.</summary>
    public static SentenceTemplate Some(string element)
    {
        (string some, string no) = (Escape("some " + element + " meets the condition"), Escape("no " + element + " meets the condition"));
        return new SentenceTemplate(some, no, "not known whether " + some);
    }

    /// <summary>Of a condition that no element may meet.</summary>
    public static SentenceTemplate No(string element)
    {
        SentenceTemplate some = Some(element);
        return new SentenceTemplate(some.Fails, some.Holds, "not known whether " + some.Fails);
    }

    /// <summary>Of the opposite: the sentence states what is the case, so the truth of <c>not</c> picks the other one.</summary>
    public SentenceTemplate Not() => new(Fails, Holds, Open);

    /// <summary>Text as a part of a composite format.</summary>
    public static string Escape(string text) => text.Replace("{", "{{").Replace("}", "}}");
}

/// <summary>What an explanation says of <c>X is at least N after Y</c>, besides its <see cref="SentenceTemplate"/>, whose operands are X, N and Y.</summary>
/// <param name="Counted">In days or working days: <c>{3}</c> is the count as <see cref="ExplanationWords.Count"/> says it, <c>{4}</c> what is needed as <see cref="ExplanationWords.Needed"/> says it.</param>
/// <param name="DecidingDay">Continues any of the sentences when the day is known: <c>{5}</c> is the earliest or latest day that meets the comparison.</param>
public sealed record DistanceTemplate(string Counted, string DecidingDay);
