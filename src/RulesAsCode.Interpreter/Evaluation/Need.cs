using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Interpreter.Evaluation;

/// <summary>
/// Why something is unknown: a missing fact, a reason, or several of these. Unions share their parts, so that a definition used in many
/// places costs once; they are spelt out only for an outcome that is undecided.
/// </summary>
internal abstract class Need
{
    public static Need Fact(FactPath path) => new MissingFact(path);

    public static Need Because(ReasonKind kind, string text) => new Failure(new Reason(kind, text));

    /// <summary>All of them; null when there is none.</summary>
    public static Need? Union(IReadOnlyList<Need> needs) => needs.Count switch
    {
        0 => null,
        1 => needs[0],
        _ => new Several(needs),
    };

    /// <summary>The missing facts in declaration order, elements by index; the reasons in the order in which they are met. Each once.</summary>
    public static (ImmutableArray<FactPath> Missing, ImmutableArray<Reason> Reasons) Flatten(Need? need)
    {
        if (need is null)
        {
            return ([], []);
        }

        var missing = new HashSet<FactPath>();
        var reasons = new List<Reason>();
        var visited = new HashSet<Need>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Need>();
        pending.Push(need);
        while (pending.TryPop(out Need? next))
        {
            if (!visited.Add(next))
            {
                continue;
            }

            switch (next)
            {
                case MissingFact fact:
                    missing.Add(fact.Path);
                    break;
                case Failure failure when !reasons.Contains(failure.Reason):
                    reasons.Add(failure.Reason);
                    break;
                case Several several:
                    for (int i = several.Needs.Count - 1; i >= 0; i--)
                    {
                        pending.Push(several.Needs[i]);
                    }

                    break;
            }
        }

        return ([.. missing.Order(FactPathOrder.Instance)], [.. reasons]);
    }

    private sealed class MissingFact(FactPath path) : Need
    {
        public FactPath Path { get; } = path;
    }

    private sealed class Failure(Reason reason) : Need
    {
        public Reason Reason { get; } = reason;
    }

    private sealed class Several(IReadOnlyList<Need> needs) : Need
    {
        public IReadOnlyList<Need> Needs { get; } = needs;
    }
}

/// <summary>Declaration order of the facts, elements by index; a record before its fields.</summary>
internal sealed class FactPathOrder : IComparer<FactPath>
{
    public static FactPathOrder Instance { get; } = new();

    public int Compare(FactPath? left, FactPath? right)
    {
        if (left is null || right is null)
        {
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        }

        for (int i = 0; i < Math.Min(left.Steps.Length, right.Steps.Length); i++)
        {
            FactPathStep a = left.Steps[i];
            FactPathStep b = right.Steps[i];
            int order = a.Field.Ordinal != b.Field.Ordinal ? a.Field.Ordinal.CompareTo(b.Field.Ordinal) : Nullable.Compare(a.Index, b.Index);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Steps.Length.CompareTo(right.Steps.Length);
    }
}
