using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Publishing.Model;

/// <summary>
/// The order in which a reader meets the requirements: the reader's own before those of others; then by the place in the law that each cites
/// first; among equals as declared. What a requirement follows stands before it.
/// </summary>
internal static class ReadingOrder
{
    public static ImmutableArray<Requirement> Of(RulesModel model)
    {
        var places = new Dictionary<Symbol, int>();
        foreach (Source source in model.Sources)
        {
            places.Add(source, places.Count);
            foreach (Division division in source.Divisions)
            {
                places.Add(division, places.Count);
            }
        }

        (bool, int) Place(Requirement requirement) => (requirement.FallsOn is not null, FirstCited(requirement));
        int FirstCited(Requirement requirement) =>
            requirement.References.FirstOrDefault() is { } first ? places[(Symbol?)first.Division ?? first.Source] : int.MaxValue;

        ImmutableArray<Requirement>.Builder order = ImmutableArray.CreateBuilder<Requirement>(model.Requirements.Length);
        var seen = new HashSet<Requirement>();
        var pending = new Stack<(Requirement Requirement, bool IsReady)>(
            model.Requirements.OrderBy(Place).Reverse().Select(requirement => (requirement, false)));
        while (pending.TryPop(out (Requirement Requirement, bool IsReady) next))
        {
            if (next.IsReady)
            {
                order.Add(next.Requirement);
            }
            else if (seen.Add(next.Requirement))
            {
                pending.Push((next.Requirement, true));
                foreach (Requirement followed in next.Requirement.Follows.OrderBy(Place).Reverse())
                {
                    pending.Push((followed, false));
                }
            }
        }

        return order.ToImmutable();
    }
}
