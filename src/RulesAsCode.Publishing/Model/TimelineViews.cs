using System.Collections.Immutable;

namespace RulesAsCode.Publishing.Model;

/// <summary>
/// Timelines as honest tables: every row states what the rules state and nothing is added up. An origin that no step leads to
/// within a stated length is named as undated.
/// </summary>
internal static class TimelineViews
{
    public static TimelineView Of(string id, string name, string title, ProseText? note, IEnumerable<RequirementView> steps)
    {
        ImmutableArray<TimelineRow> rows = [.. steps.SelectMany(Rows)];
        ImmutableArray<DeadlineView> deadlines = [.. rows.Select(row => row.Deadline).OfType<DeadlineView>()];
        ImmutableArray<string> origins = [.. deadlines.Select(deadline => deadline.From).Distinct(StringComparer.Ordinal)];

        // Only a length that has an end dates what it leads to: "at least" leaves it open, and so does counting back from it.
        var dated = deadlines.Where(deadline => deadline is { Relation: "within" or "not later than", Direction: "after" }).Select(deadline => deadline.What).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> undated = [.. origins.Where(origin => !dated.Contains(origin))];
        return new TimelineView(id, name, title, note, rows, Legs(rows, undated), origins, undated);
    }

    private static ImmutableArray<TimelineLeg> Legs(ImmutableArray<TimelineRow> rows, ImmutableArray<string> undated)
    {
        var legs = ImmutableArray.CreateBuilder<TimelineLeg>();
        foreach (TimelineRow row in rows)
        {
            if (row.Deadline is not { From: var origin })
            {
                legs.Add(new TimelineLeg(null, false, [row]));
            }
            else if (!legs.Any(leg => leg.Origin == origin))
            {
                legs.Add(new TimelineLeg(origin, undated.Contains(origin), [.. rows.Where(other => other.Deadline?.From == origin)]));
            }
        }

        return legs.ToImmutable();
    }

    private static IEnumerable<TimelineRow> Rows(RequirementView step)
    {
        var link = new LinkView(step.Id, step.Title);
        foreach (DeadlineView deadline in step.Deadlines)
        {
            yield return new TimelineRow(link, step.FallsOn, deadline, null, null, step.Follows, deadline.References);
        }

        if (step.Deadlines.IsEmpty || step.TakesAbout is not null || step.TakesUnknownTime is not null)
        {
            ImmutableArray<ReferenceView> references = [.. step.References.Where(reference => reference.BearsOn is null).Select(reference => reference.Reference)];
            yield return new TimelineRow(link, step.FallsOn, null, step.TakesAbout, step.TakesUnknownTime, step.Follows, references);
        }
    }
}
