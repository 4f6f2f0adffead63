using System.Globalization;
using RulesAsCode.Primitives;

namespace RulesAsCode;

/// <summary>What was decided of a requirement, or of one element, as far as an explanation repeats it.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Criteria">Of each criterion, in the order of the rules.</param>
/// <param name="Missing">The facts to ask for, in words.</param>
/// <param name="Reasons">What stands in the way, in words.</param>
internal sealed record Verdict(Outcome Outcome, ImmutableArray<Outcome> Criteria, ImmutableArray<string> Missing, ImmutableArray<string> Reasons);

/// <summary>Evaluates the clauses of a requirement once more, for the subject or for one element.</summary>
internal abstract class ExplainedClauses
{
    /// <summary>Whether it applies, as far as these clauses say.</summary>
    public abstract Condition Applies(ref Explaining trace);

    /// <summary>The condition of a criterion and its exceptions.</summary>
    public abstract void Criterion(int ordinal, ref Explaining trace);
}

/// <summary>An element that a requirement is assessed for.</summary>
/// <param name="Name">As a reader says it.</param>
/// <param name="Verdict">What was decided of it.</param>
/// <param name="Clauses">The clauses that use it.</param>
internal sealed record ExplainedElement(string Name, Verdict Verdict, ExplainedClauses Clauses);

/// <summary>
/// Builds the explanation of one requirement from what an engine finds when it evaluates the requirement once more. Words are the rules', values
/// the engine's; which of them are said is decided here, for every engine. Language reference: Meaning, Explanations.
/// </summary>
/// <param name="calendar">Whose working days are counted, or null.</param>
/// <param name="trace">What the engine evaluates with.</param>
internal sealed class Explainer(WorkingDayCalendar? calendar, Explaining trace)
{
    // Deeper than any rule a person reads; a step at this depth stands without what is below it.
    private const int GreatestDepth = 96;

    // A definition is explained where it is first met, for each element.
    private readonly HashSet<(string Definition, FactPlace? Place)> _explained = [];
    private Explaining _trace = trace;
    private int _depth;

    /// <param name="requirement">The requirement.</param>
    /// <param name="verdict">What was decided of it.</param>
    /// <param name="clauses">Its clauses that use no element.</param>
    /// <param name="list">Evaluates the list that it runs over; null where it is assessed once.</param>
    /// <param name="elements">The elements assessed.</param>
    public ExplanationStep Explain(
        RequirementDescriptor requirement, Verdict verdict, ExplainedClauses clauses, Action<Explaining>? list, IReadOnlyList<ExplainedElement> elements)
    {
        var children = ImmutableArray.CreateBuilder<ExplanationStep>();
        bool applies = Clauses(clauses, children);
        bool isByElement = applies && list is not null && elements.Count > 0;
        if (isByElement)
        {
            children.AddRange(elements.Select(element => Element(requirement, element)));
        }
        else if (applies && list is not null)
        {
            list(_trace);
            children.AddRange(_trace.Take().Select(Value));
        }
        else if (applies)
        {
            Criteria(requirement, verdict, clauses, children);
        }

        if (!isByElement)
        {
            children.AddRange(Open(verdict));
        }

        return new ExplanationStep(0, ExplanationKind.Requirement, requirement.Title)
        {
            Value = verdict.Outcome.ToWords(),
            References = requirement.References,
            Readings = [.. requirement.Readings.Select(reading => reading.Name)],
            Children = children.ToImmutable(),
        };
    }

    private ExplanationStep Element(RequirementDescriptor requirement, ExplainedElement element)
    {
        var children = ImmutableArray.CreateBuilder<ExplanationStep>();
        if (Clauses(element.Clauses, children))
        {
            Criteria(requirement, element.Verdict, element.Clauses, children);
        }

        children.AddRange(Open(element.Verdict));
        return new ExplanationStep(0, ExplanationKind.Element, element.Name) { Value = element.Verdict.Outcome.ToWords(), Children = children.ToImmutable() };
    }

    /// <summary>When it applies; gives whether it does.</summary>
    private bool Clauses(ExplainedClauses clauses, ImmutableArray<ExplanationStep>.Builder children)
    {
        Condition applies = clauses.Applies(ref _trace);
        foreach (Finding clause in _trace.Take())
        {
            children.Add(clause.Kind switch
            {
                FindingKind.InForce => new ExplanationStep(0, ExplanationKind.Condition, clause.Words) { Label = ExplanationWords.InForceLabel, Value = clause.Value },
                FindingKind.AppliesWhen => Condition(clause.Below[0], ExplanationWords.AppliesWhenLabel, null, clause.References, clause.Readings),
                _ => Exception(clause),
            });
        }

        return applies.IsYes;
    }

    private void Criteria(RequirementDescriptor requirement, Verdict verdict, ExplainedClauses clauses, ImmutableArray<ExplanationStep>.Builder children)
    {
        for (int i = 0; i < requirement.Criteria.Length; i++)
        {
            clauses.Criterion(i, ref _trace);
            ImmutableArray<Finding> found = _trace.Take();
            CriterionDescriptor criterion = requirement.Criteria[i];

            // Without a reference of its own a criterion stands on those of its requirement, whose quotes are printed there.
            ImmutableArray<ExplanationReference> references = criterion.References.IsEmpty
                ? [.. requirement.References.Select(reference => reference with { Quote = null })]
                : criterion.References;
            string label = "(" + criterion.Letter + ")" + (criterion.IsRecommendation ? " " + ExplanationWords.RecommendationLabel : "");
            children.Add(Condition(
                found[0], label, verdict.Criteria[i].ToWords(), references,
                [.. requirement.Readings.Concat(criterion.Readings).Select(reading => reading.Name).Distinct()], found.Skip(1)));
        }
    }

    private ExplanationStep Exception(Finding exception) => Condition(
        exception.Below[0], ExplanationWords.UnlessLabel, Words(exception.Truth), exception.References, [], exception.Below.Skip(1));

    private static IEnumerable<ExplanationStep> Open(Verdict verdict)
    {
        if (verdict.Outcome != Outcome.Undecided)
        {
            yield break;
        }

        if (!verdict.Missing.IsEmpty)
        {
            yield return new ExplanationStep(0, ExplanationKind.Value, ExplanationWords.AsksForLabel) { Value = ValueText.Series(verdict.Missing, "and") };
        }

        foreach (string reason in verdict.Reasons)
        {
            yield return new ExplanationStep(0, ExplanationKind.Value, ExplanationWords.BecauseLabel) { Value = reason };
        }
    }

    /// <summary>A condition, in its sentence, with the steps below it and then its exceptions.</summary>
    private ExplanationStep Condition(
        Finding condition, string? label, string? value, ImmutableArray<ExplanationReference> references, ImmutableArray<string> readings,
        IEnumerable<Finding>? exceptions = null)
    {
        Finding? definition = DefinitionOf(condition);
        ImmutableArray<ExplanationStep> below = Below(condition);
        return new ExplanationStep(condition.Step, ExplanationKind.Condition, Sentence(condition))
        {
            Label = label,
            Value = value ?? Words(condition.Truth),
            References = definition is null ? [.. references.Distinct()] : [.. references.Concat(definition.References).Distinct()],
            Basis = Basis(condition),
            Readings = definition is null ? readings : [.. readings.Concat(definition.Readings).Distinct()],
            Children = exceptions is null ? below : [.. below, .. exceptions.Select(Exception)],
        };
    }

    private ExplanationStep Condition(Finding condition, string? label = null) => Condition(condition, label, null, [], []);

    /// <summary>A fact or a computed value, with the steps below it.</summary>
    private ExplanationStep Value(Finding value)
    {
        Finding? definition = DefinitionOf(value);
        return new ExplanationStep(value.Step, ExplanationKind.Value, value.Words)
        {
            Value = value.Value,
            References = definition?.References ?? [],
            Basis = Basis(value),
            Readings = definition?.Readings ?? [],
            Children = Below(value),
        };
    }

    private ExplanationStep ConditionOrValue(Finding found) => found.Truth is null ? Value(found) : Condition(found);

    private ImmutableArray<ExplanationStep> Below(Finding found)
    {
        if (_depth >= GreatestDepth)
        {
            return [];
        }

        _depth++;
        try
        {
            return [.. DefinitionOf(found) is { } definition ? Cases(definition) : found.Kind switch
            {
                FindingKind.Not => found.Below[0].IsPlainName ? Steps(found.Below) : Below(found.Below[0]),

                // The list is named only where it has no elements.
                FindingKind.Quantifier when found.Below.Length > 1 => Steps(found.Below.Skip(1)),
                FindingKind.Quantifier => found.Below.Select(Value),
                _ => Steps(found.Below),
            }];
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>A step for each that is no literal, which stands in the words of what uses it.</summary>
    private IEnumerable<ExplanationStep> Steps(IEnumerable<Finding> findings) => findings.Where(found => found.Kind != FindingKind.Literal).Select(found =>
        found.Kind == FindingKind.Element ? Element(found)
        : found.Truth is not null && (!found.IsPlainName || DefinitionOf(found) is not null) ? Condition(found)
        : Value(found));

    private ExplanationStep Element(Finding element) => new(0, ExplanationKind.Element, element.Words)
    {
        Value = element.Truth is null ? null : Words(element.Truth),
        Children = [element.Truth is null ? Value(element.Below[0]) : Condition(element.Below[0])],
    };

    /// <summary>What a definition says, where it is first met: the cases tried, to the one that holds.</summary>
    private IEnumerable<ExplanationStep> Cases(Finding definition)
    {
        if (definition.Cases is null || !_explained.Add((definition.Words, definition.Place)))
        {
            return [];
        }

        definition.Cases();
        var steps = new List<ExplanationStep>();
        foreach (Finding @case in _trace.Take())
        {
            if (@case.Below.Length > 1)
            {
                Finding when = @case.Below[0];
                steps.Add(Condition(when, ExplanationWords.CaseLabel));
                if (when.Truth is { IsUnknown: true })
                {
                    break;
                }

                if (when.Truth is not { IsYes: true })
                {
                    continue;
                }
            }

            steps.Add(ConditionOrValue(@case.Below[^1]));
            break;
        }

        return steps;
    }

    private string Sentence(Finding condition)
    {
        Finding stated = Stated(condition);
        if (TemplateOf(condition) is not { } template)
        {
            return condition.Words;
        }

        string sentence = condition.Truth switch { { IsYes: true } => template.Holds, { IsUnknown: true } => template.Open, _ => template.Fails };
        List<string> values = [.. stated.Below.Select(operand => operand.Value)];
        string ending = "";
        if (stated.Kind is FindingKind.Distance or FindingKind.Window
            && stated.Below is [{ Day: var day }, { Length: { } length }, { Day: { } anchor }]
            && (stated.IsAfter ? length.TryAfter(anchor, calendar, out int limit) : length.TryBefore(anchor, calendar, out limit)))
        {
            if (stated.Distance is { } words)
            {
                (int Count, DurationUnit Unit)? count = CountOf(day, length.Unit, anchor, stated.IsAfter);
                values.Add(count is { } found ? ExplanationWords.Count(found.Count, found.Unit, stated.IsAfter) : "");
                values.Add(ExplanationWords.Needed(length, count?.Unit ?? length.Unit));
                values.Add(ValueText.Date(limit));
                sentence = count is not null && ReferenceEquals(stated, condition) ? words.Counted : sentence;
                ending = words.DecidingDay;
            }
            else
            {
                values.Add(ValueText.Date(stated.IsAfter ? anchor : limit));
                values.Add(ValueText.Date(stated.IsAfter ? limit : anchor));
                ending = ExplanationWords.Window;
            }
        }

        return string.Format(CultureInfo.InvariantCulture, sentence + ending, [.. values]);
    }

    /// <summary>How far a day is from another, counted as a duration counts; null for months and years, and where it cannot be told.</summary>
    private (int Count, DurationUnit Unit)? CountOf(int? operand, DurationUnit unit, int anchor, bool isAfter)
    {
        if (operand is not { } day)
        {
            return null;
        }

        int count = 0;
        return unit switch
        {
            DurationUnit.WorkingDay => calendar is not null
                && (isAfter ? calendar.TryCountWorkingDays(anchor, day, out count) : calendar.TryCountWorkingDaysBefore(day, anchor, out count))
                ? (count, DurationUnit.WorkingDay)
                : null,
            DurationUnit.Day or DurationUnit.Week => (isAfter ? day - anchor : anchor - day, DurationUnit.Day),
            _ => null,
        };
    }

    /// <summary>The calendar, where the expression itself counts working days.</summary>
    private ImmutableArray<string> Basis(Finding found)
    {
        Finding stated = Stated(found);
        bool counts = stated.Kind == FindingKind.Nearest
            || (stated.Kind is FindingKind.Distance or FindingKind.Window or FindingKind.Offset
                && stated.Below.Any(operand => operand.Length is { Unit: DurationUnit.WorkingDay }));
        return counts && calendar is not null ? [ExplanationWords.Basis(calendar)] : [];
    }

    /// <summary>What a condition is about: of <c>not</c>, what it stands before.</summary>
    private static Finding Stated(Finding condition) => condition.Kind == FindingKind.Not ? condition.Below[0] : condition;

    private static SentenceTemplate? TemplateOf(Finding condition) => condition.Kind == FindingKind.Not ? TemplateOf(condition.Below[0])?.Not()
        : condition.IsPlainName ? SentenceTemplate.Named(condition.Words, condition.Kind == FindingKind.Fact ? ValueText.NotGiven : ValueText.NotKnown)
        : condition.Template;

    private static Finding? DefinitionOf(Finding found) => found.Below.FirstOrDefault(below => below.Kind == FindingKind.Definition);

    private static string Words(Condition? condition) => condition switch
    {
        { IsYes: true } => ValueText.YesNo(true),
        { IsUnknown: false } => ValueText.YesNo(false),
        _ => ValueText.NotKnown,
    };
}
