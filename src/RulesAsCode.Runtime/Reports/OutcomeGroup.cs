namespace RulesAsCode;

/// <summary>The outcomes of up to 64 requirements, two bits each. The default is undecided for all.</summary>
public struct OutcomeGroup
{
    /// <summary>How many requirements a group has room for.</summary>
    public const int Size = 64;

    // One bit of the outcome of requirement i is bit i of each.
    private ulong _low;
    private ulong _high;

    /// <summary>The outcome of a requirement of the group.</summary>
    /// <param name="index">Its place in the group, from 0 to 63.</param>
    public readonly Outcome this[int index] => (Outcome)((_low >> index & 1) | (_high >> index & 1) << 1);

    /// <summary>Sets an outcome that has not been set yet.</summary>
    /// <param name="index">The place of the requirement in the group, from 0 to 63.</param>
    /// <param name="outcome">Its outcome.</param>
    public void Set(int index, Outcome outcome)
    {
        _low |= ((ulong)outcome & 1) << index;
        _high |= (ulong)outcome >> 1 << index;
    }

    /// <summary>The worst outcome of some requirements of the group, as <see cref="Outcomes.Worst(IEnumerable{Outcome})"/> says.</summary>
    /// <param name="requirements">Bit i is set where the requirement at place i counts.</param>
    public readonly Outcome Worst(ulong requirements) =>
        (_low & _high & requirements) != 0 ? Outcome.NotSatisfied
        : (~_low & ~_high & requirements) != 0 ? Outcome.Undecided
        : (_high & requirements) != 0 ? Outcome.Satisfied
        : Outcome.NotApplicable;
}
