using System.Runtime.CompilerServices;

namespace RulesAsCode;

/// <summary>How conditions make the outcome of a requirement. Language reference: Meaning, A requirement's outcome.</summary>
public static class Judge
{
    /// <summary>Whether a requirement applies; if not, its outcome.</summary>
    /// <param name="applies">Whether its clauses say that it applies.</param>
    /// <param name="outcome">Not applicable, or undecided.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Applies(Condition applies, out Outcome outcome)
    {
        outcome = applies.IsUnknown ? Outcome.Undecided : Outcome.NotApplicable;
        return applies.IsYes;
    }

    /// <summary>Whether a requirement for each element has elements to be assessed for; if not, its outcome.</summary>
    /// <param name="applies">Whether the clauses that use no element say that it applies.</param>
    /// <param name="list">The list.</param>
    /// <param name="outcome">Not applicable, or undecided.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Applies<T>(Condition applies, Known<Elements<T>> list, out Outcome outcome)
        where T : class
    {
        outcome = applies.IsNo || list.IsNone ? Outcome.NotApplicable : Outcome.Undecided;
        return applies.IsYes && list.HasValue;
    }

    /// <summary>The worse of two outcomes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Outcome Worse(Outcome left, Outcome right) => Outcomes.Rank(left) >= Outcomes.Rank(right) ? left : right;
}
