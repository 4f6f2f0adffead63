namespace RulesAsCode.Compiler.Fidelity;

/// <summary>On which side of a measure something has to lie, and whether the measure itself will do.</summary>
internal enum Limit { AtLeast, AtMost, MoreThan, LessThan }

internal static class Limits
{
    /// <summary>
    /// Whether two limits part the line at the same place. "More than 60" and "at most 60" do: one is the other denied. "More than 60" and "at
    /// least 60" do not: they differ at exactly 60.
    /// </summary>
    internal static bool PartAtTheSamePlace(Limit left, Limit right) => IsParted(left) == IsParted(right);

    internal static bool IsUpward(this Limit limit) => limit is Limit.AtLeast or Limit.MoreThan;

    /// <summary>The same limit, told of the other operand: X is at least Y where Y is at most X.</summary>
    internal static Limit Mirrored(this Limit limit) => limit switch
    {
        Limit.AtLeast => Limit.AtMost,
        Limit.AtMost => Limit.AtLeast,
        Limit.MoreThan => Limit.LessThan,
        _ => Limit.MoreThan,
    };

    /// <summary>What holds where the limit does not.</summary>
    internal static Limit Denied(this Limit limit) => limit switch
    {
        Limit.AtLeast => Limit.LessThan,
        Limit.AtMost => Limit.MoreThan,
        Limit.MoreThan => Limit.AtMost,
        _ => Limit.AtLeast,
    };

    // Just above the measure rather than just below it.
    private static bool IsParted(Limit limit) => limit is Limit.MoreThan or Limit.AtMost;
}
