namespace RulesAsCode;

/// <summary>A condition on the facts.</summary>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
public delegate Condition Clause<TFacts>(ref TFacts facts, ref Recording trace)
    where TFacts : struct;

/// <summary>A condition on an element of a list.</summary>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
/// <typeparam name="TElement">The element, as it is evaluated.</typeparam>
public delegate Condition ElementClause<TFacts, TElement>(ref TFacts facts, ref TElement element, ref Recording trace)
    where TFacts : struct
    where TElement : struct;

/// <summary>A list among the facts.</summary>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
/// <typeparam name="TRecord">The record of its elements.</typeparam>
public delegate Known<Elements<TRecord>> ElementList<TFacts, TRecord>(ref TFacts facts, ref Recording trace)
    where TFacts : struct
    where TRecord : class;

/// <summary>An element of a list, made ready to be evaluated.</summary>
/// <typeparam name="TRecord">Its record.</typeparam>
/// <typeparam name="TElement">The element, as it is evaluated.</typeparam>
public delegate TElement ElementMaker<TRecord, TElement>(Elements<TRecord> list, int index, ref Recording trace)
    where TRecord : class
    where TElement : struct;

/// <summary>The clauses of a requirement, the same that decide its outcome: from them a report is made when somebody asks for it.</summary>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
public abstract class RequirementProgram<TFacts>
    where TFacts : struct
{
    private protected RequirementProgram(RequirementDescriptor requirement) => Requirement = requirement;

    /// <summary>The requirement.</summary>
    public RequirementDescriptor Requirement { get; }

    /// <summary>What the requirement says in full.</summary>
    /// <param name="facts">The facts, of which nothing has been evaluated without being recorded.</param>
    public abstract RequirementReport Report(ref TFacts facts);

    private protected ImmutableArray<CriterionReport> All(Outcome outcome) =>
        [.. Requirement.Criteria.Select(criterion => new CriterionReport(criterion, outcome))];

    /// <summary>What was found of the subject, or of one element.</summary>
    private protected sealed record Body(Outcome Outcome, ImmutableArray<CriterionReport> Criteria, Recording Trace, ImmutableArray<string> Messages);

    private protected Body NotAssessed(Condition applies, Recording trace)
    {
        Judge.Applies(applies, out Outcome outcome);
        return new Body(outcome, All(outcome), trace, []);
    }

    private protected struct Criteria(RequirementDescriptor requirement, int mark)
    {
        private readonly List<CriterionReport> _reports = [];
        private readonly List<string> _messages = [];
        private Condition _met = Condition.Yes;

        public void Add(Condition met, int before, Recording trace)
        {
            CriterionDescriptor criterion = requirement.Criteria[_reports.Count];
            _reports.Add(new CriterionReport(criterion, met.ToOutcome()));
            if (criterion.IsRecommendation)
            {
                trace.Forget(before);
            }
            else
            {
                _met &= met;
            }

            if (met.IsNo && criterion.Otherwise is { } message && !_messages.Contains(message))
            {
                _messages.Add(message);
            }
        }

        public readonly Body ToBody(Recording trace) => new(trace.Settle(mark, _met).ToOutcome(), [.. _reports], trace, [.. _messages]);
    }
}

/// <summary>A requirement that is assessed once.</summary>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
/// <param name="requirement">The requirement.</param>
/// <param name="applies">Whether it applies.</param>
/// <param name="criteria">Its criteria, in the order of the rules.</param>
public sealed class SubjectProgram<TFacts>(RequirementDescriptor requirement, Clause<TFacts> applies, params Clause<TFacts>[] criteria)
    : RequirementProgram<TFacts>(requirement)
    where TFacts : struct
{
    /// <inheritdoc/>
    public override RequirementReport Report(ref TFacts facts)
    {
        Body body = Assess(ref facts);
        (ImmutableArray<MissingFact> missing, ImmutableArray<UndecidedReason> reasons) = body.Trace.ToNeeds();
        return new RequirementReport(Requirement, body.Outcome, body.Criteria, missing, reasons, body.Messages, []);
    }

    private Body Assess(ref TFacts facts)
    {
        Recording trace = Recording.Start();
        Condition does = applies(ref facts, ref trace);
        if (!does.IsYes)
        {
            return NotAssessed(does, trace);
        }

        var found = new Criteria(Requirement, trace.Mark);
        foreach (Clause<TFacts> criterion in criteria)
        {
            int before = trace.Mark;
            found.Add(criterion(ref facts, ref trace), before, trace);
        }

        return found.ToBody(trace);
    }
}

/// <summary>A requirement that is assessed for each element of a list.</summary>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
/// <typeparam name="TRecord">The record of the elements.</typeparam>
/// <typeparam name="TElement">An element, as it is evaluated.</typeparam>
/// <param name="requirement">The requirement.</param>
/// <param name="applies">Whether it applies, as far as the clauses say that use no element.</param>
/// <param name="list">The list.</param>
/// <param name="maker">Makes an element ready.</param>
/// <param name="appliesToElement">Whether it applies to an element, as far as the clauses say that use it.</param>
/// <param name="criteria">Its criteria, in the order of the rules.</param>
public sealed class ElementProgram<TFacts, TRecord, TElement>(
    RequirementDescriptor requirement, Clause<TFacts> applies, ElementList<TFacts, TRecord> list, ElementMaker<TRecord, TElement> maker,
    ElementClause<TFacts, TElement> appliesToElement, params ElementClause<TFacts, TElement>[] criteria)
    : RequirementProgram<TFacts>(requirement)
    where TFacts : struct
    where TRecord : class
    where TElement : struct
{
    /// <inheritdoc/>
    public override RequirementReport Report(ref TFacts facts)
    {
        Recording needs = Recording.Start();
        Condition shared = applies(ref facts, ref needs);
        Recording ofList = Recording.Start();
        Known<Elements<TRecord>> elements = list(ref facts, ref ofList);
        List<(int Index, string Name, Body Body)> bodies = [];
        if (elements.HasValue)
        {
            foreach (int index in elements.Value)
            {
                Recording trace = Recording.Start();
                bodies.Add((index, trace.PlaceOf(elements.Value.Owner, elements.Value.Fact, index)!.Words, Assess(ref facts, elements.Value, index, trace)));
            }
        }

        if (!Judge.Applies(shared, elements, out Outcome outcome))
        {
            if (shared.IsYes)
            {
                needs = ofList;
            }
            else if (outcome == Outcome.NotApplicable)
            {
                needs.Forget(0);
            }

            return ToReport(outcome, All(outcome), needs, [], bodies);
        }

        outcome = Outcomes.Worst(bodies.Select(body => body.Body.Outcome));
        if (outcome == Outcome.Undecided)
        {
            foreach ((_, _, Body body) in bodies)
            {
                needs.Add(body.Trace);
            }
        }

        return ToReport(
            outcome,
            [.. Requirement.Criteria.Select((criterion, i) => new CriterionReport(criterion, Outcomes.Worst(bodies.Select(body => body.Body.Criteria[i].Outcome))))],
            needs,
            [.. bodies.SelectMany(body => body.Body.Messages).Distinct()],
            bodies);
    }

    private RequirementReport ToReport(
        Outcome outcome, ImmutableArray<CriterionReport> all, Recording needs, ImmutableArray<string> messages, List<(int Index, string Name, Body Body)> bodies)
    {
        (ImmutableArray<MissingFact> missing, ImmutableArray<UndecidedReason> reasons) = needs.ToNeeds();
        return new RequirementReport(
            Requirement, outcome, all, missing, reasons, messages,
            [
                .. bodies.Select(body =>
                {
                    (ImmutableArray<MissingFact> ofElement, ImmutableArray<UndecidedReason> why) = body.Body.Trace.ToNeeds();
                    return new ElementReport(body.Index, body.Name, body.Body.Outcome, body.Body.Criteria, ofElement, why, body.Body.Messages);
                }),
            ]);
    }

    private Body Assess(ref TFacts facts, Elements<TRecord> elements, int index, Recording trace)
    {
        TElement element = maker(elements, index, ref trace);
        Condition does = applies(ref facts, ref trace);
        does = trace.Settle(0, does & appliesToElement(ref facts, ref element, ref trace));
        if (!does.IsYes)
        {
            return NotAssessed(does, trace);
        }

        var found = new Criteria(Requirement, trace.Mark);
        foreach (ElementClause<TFacts, TElement> criterion in criteria)
        {
            int before = trace.Mark;
            found.Add(criterion(ref facts, ref element, ref trace), before, trace);
        }

        return found.ToBody(trace);
    }
}
