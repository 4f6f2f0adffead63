namespace RulesAsCode;

/// <summary>
/// What an assessment says of a criterion, an element, a requirement or a whole guide. Undecided is zero, so that a value nobody has set is never
/// taken for a pass. Language reference: Meaning, A requirement's outcome.
/// </summary>
public enum Outcome : byte
{
    /// <summary>What is known does not decide it: a fact is missing, or a computation has no result.</summary>
    Undecided = 0,

    /// <summary>It asks nothing of this subject on this date.</summary>
    NotApplicable,

    /// <summary>It applies and is met.</summary>
    Satisfied,

    /// <summary>It applies and is not met.</summary>
    NotSatisfied,
}

/// <summary>How outcomes of parts make the outcome of a whole. Language reference: Meaning, A requirement's outcome.</summary>
public static class Outcomes
{
    /// <summary>
    /// Not satisfied if one is, else undecided if one is, else satisfied if one is, else not applicable (as when there is none).
    /// </summary>
    public static Outcome Worst(IEnumerable<Outcome> outcomes)
    {
        Outcome worst = Outcome.NotApplicable;
        foreach (Outcome outcome in outcomes)
        {
            if (Rank(outcome) > Rank(worst))
            {
                worst = outcome;
            }
        }

        return worst;
    }

    /// <summary>The outcome in words, as a rule file writes it: <c>not satisfied</c>.</summary>
    public static string ToWords(this Outcome outcome) => outcome switch
    {
        Outcome.NotApplicable => "not applicable",
        Outcome.Satisfied => "satisfied",
        Outcome.NotSatisfied => "not satisfied",
        _ => "undecided",
    };

    // Two bits for each outcome, in the order of their values: undecided 2, not applicable 0, satisfied 1, not satisfied 3.
    internal static int Rank(Outcome outcome) => (0b_11_01_00_10 >> ((int)outcome * 2)) & 3;
}
