using RulesAsCode.Primitives;

namespace RulesAsCode;

/// <summary>A condition on the facts.</summary>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
/// <typeparam name="TTrace">What hears of the evaluation.</typeparam>
public delegate Condition Clause<TFacts, TTrace>(ref TFacts facts, ref TTrace trace)
    where TFacts : struct
    where TTrace : struct, ITrace;

/// <summary>A condition on an element of a list.</summary>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
/// <typeparam name="TElement">The element, as it is evaluated.</typeparam>
/// <typeparam name="TTrace">What hears of the evaluation.</typeparam>
public delegate Condition ElementClause<TFacts, TElement, TTrace>(ref TFacts facts, ref TElement element, ref TTrace trace)
    where TFacts : struct
    where TElement : struct
    where TTrace : struct, ITrace;

/// <summary>A list among the facts.</summary>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
/// <typeparam name="TRecord">The record of its elements.</typeparam>
/// <typeparam name="TTrace">What hears of the evaluation.</typeparam>
public delegate Known<Elements<TRecord>> ElementList<TFacts, TRecord, TTrace>(ref TFacts facts, ref TTrace trace)
    where TFacts : struct
    where TRecord : class
    where TTrace : struct, ITrace;

/// <summary>An element of a list, made ready to be evaluated.</summary>
/// <typeparam name="TRecord">Its record.</typeparam>
/// <typeparam name="TElement">The element, as it is evaluated.</typeparam>
public delegate TElement ElementMaker<TRecord, TElement>(TRecord record, FactPlace? place)
    where TRecord : class
    where TElement : struct;

/// <summary>A clause twice: as it decides, and as it is explained.</summary>
/// <param name="Decide">Says what is missing while it is not known.</param>
/// <param name="Explain">The same, step by step; null where there is nothing to say.</param>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
public sealed record SubjectClause<TFacts>(Clause<TFacts, Recording> Decide, Clause<TFacts, Explaining>? Explain = null)
    where TFacts : struct;

/// <summary>A clause on an element twice: as it decides, and as it is explained.</summary>
/// <param name="Decide">Says what is missing while it is not known.</param>
/// <param name="Explain">The same, step by step; null where there is nothing to say.</param>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
/// <typeparam name="TElement">The element, as it is evaluated.</typeparam>
public sealed record ElementClause<TFacts, TElement>(ElementClause<TFacts, TElement, Recording> Decide, ElementClause<TFacts, TElement, Explaining>? Explain = null)
    where TFacts : struct
    where TElement : struct;

/// <summary>A list twice: as it decides, and as it is explained.</summary>
/// <param name="Decide">Says what is missing while it is not known.</param>
/// <param name="Explain">The same, step by step.</param>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
/// <typeparam name="TRecord">The record of its elements.</typeparam>
public sealed record ListClause<TFacts, TRecord>(ElementList<TFacts, TRecord, Recording> Decide, ElementList<TFacts, TRecord, Explaining> Explain)
    where TFacts : struct
    where TRecord : class;

/// <summary>The clauses of a requirement, the same that decide its outcome: from them a report and an explanation are made when somebody asks.</summary>
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

    /// <summary>Why the requirement has the outcome that it has, step by step.</summary>
    /// <param name="facts">The facts, of which nothing has been evaluated.</param>
    /// <param name="calendar">Whose working days are counted, or null.</param>
    /// <param name="currencySymbol">The sign before amounts of money.</param>
    public abstract ExplanationStep Explain(TFacts facts, WorkingDayCalendar? calendar, string currencySymbol);

    private protected static Verdict VerdictOf(
        Outcome outcome, ImmutableArray<CriterionReport> criteria, ImmutableArray<MissingFact> missing, ImmutableArray<UndecidedReason> reasons) =>
        new(outcome, [.. criteria.Select(criterion => criterion.Outcome)], [.. missing.Select(fact => fact.Words)], [.. reasons.Select(reason => reason.Text)]);

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
public sealed class SubjectProgram<TFacts>(RequirementDescriptor requirement, SubjectClause<TFacts> applies, SubjectClause<TFacts>[] criteria)
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

    /// <inheritdoc/>
    public override ExplanationStep Explain(TFacts facts, WorkingDayCalendar? calendar, string currencySymbol)
    {
        TFacts reported = facts;
        RequirementReport report = Report(ref reported);
        return new Explainer(calendar, Explaining.Start(currencySymbol)).Explain(
            Requirement, VerdictOf(report.Outcome, report.Criteria, report.Missing, report.Reasons), new Clauses(facts, applies, criteria), null, []);
    }

    private Body Assess(ref TFacts facts)
    {
        Recording trace = Recording.Start();
        Condition does = applies.Decide(ref facts, ref trace);
        if (!does.IsYes)
        {
            return NotAssessed(does, trace);
        }

        var found = new Criteria(Requirement, trace.Mark);
        foreach (SubjectClause<TFacts> criterion in criteria)
        {
            int before = trace.Mark;
            found.Add(criterion.Decide(ref facts, ref trace), before, trace);
        }

        return found.ToBody(trace);
    }

    private sealed class Clauses(TFacts facts, SubjectClause<TFacts> applies, SubjectClause<TFacts>[] criteria) : ExplainedClauses
    {
        private TFacts _facts = facts;

        public override Condition Applies(ref Explaining trace) => applies.Explain?.Invoke(ref _facts, ref trace) ?? Condition.Yes;

        public override void Criterion(int ordinal, ref Explaining trace) => criteria[ordinal].Explain?.Invoke(ref _facts, ref trace);
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
    RequirementDescriptor requirement, SubjectClause<TFacts> applies, ListClause<TFacts, TRecord> list, ElementMaker<TRecord, TElement> maker,
    ElementClause<TFacts, TElement> appliesToElement, ElementClause<TFacts, TElement>[] criteria)
    : RequirementProgram<TFacts>(requirement)
    where TFacts : struct
    where TRecord : class
    where TElement : struct
{
    /// <inheritdoc/>
    public override RequirementReport Report(ref TFacts facts)
    {
        Recording needs = Recording.Start();
        Condition shared = applies.Decide(ref facts, ref needs);
        Recording ofList = Recording.Start();
        Known<Elements<TRecord>> elements = list.Decide(ref facts, ref ofList);
        List<(int Index, string Name, Body Body)> bodies = [];
        if (elements.HasValue)
        {
            foreach (int index in elements.Value)
            {
                Recording trace = Recording.Start();
                bodies.Add((index, trace.PlaceOf(elements.Value.Place, index)!.Words, Assess(ref facts, elements.Value, index, trace)));
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

    /// <inheritdoc/>
    public override ExplanationStep Explain(TFacts facts, WorkingDayCalendar? calendar, string currencySymbol)
    {
        TFacts reported = facts;
        RequirementReport report = Report(ref reported);
        Explaining trace = Explaining.Start(currencySymbol);
        Known<Elements<TRecord>> found = list.Explain(ref facts, ref trace);
        trace.Take();
        var elements = new List<ExplainedElement>();
        if (found.HasValue)
        {
            foreach (int index in found.Value)
            {
                ElementReport element = report.Elements[elements.Count];
                elements.Add(new ExplainedElement(
                    element.Name, VerdictOf(element.Outcome, element.Criteria, element.Missing, element.Reasons),
                    new ElementClauses(facts, maker(found.Value[index], trace.PlaceOf(found.Value.Place, index)), appliesToElement, criteria)));
            }
        }

        return new Explainer(calendar, trace).Explain(
            Requirement, VerdictOf(report.Outcome, report.Criteria, report.Missing, report.Reasons), new Clauses(facts, applies),
            listTrace => list.Explain(ref facts, ref listTrace), elements);
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
        TElement element = maker(elements[index], trace.PlaceOf(elements.Place, index));
        Condition does = applies.Decide(ref facts, ref trace);
        does = trace.Settle(0, does & appliesToElement.Decide(ref facts, ref element, ref trace));
        if (!does.IsYes)
        {
            return NotAssessed(does, trace);
        }

        var found = new Criteria(Requirement, trace.Mark);
        foreach (ElementClause<TFacts, TElement> criterion in criteria)
        {
            int before = trace.Mark;
            found.Add(criterion.Decide(ref facts, ref element, ref trace), before, trace);
        }

        return found.ToBody(trace);
    }

    private sealed class Clauses(TFacts facts, SubjectClause<TFacts> applies) : ExplainedClauses
    {
        private TFacts _facts = facts;

        public override Condition Applies(ref Explaining trace) => applies.Explain?.Invoke(ref _facts, ref trace) ?? Condition.Yes;

        public override void Criterion(int ordinal, ref Explaining trace) => throw new InvalidOperationException("Its criteria are those of an element.");
    }

    private sealed class ElementClauses(
        TFacts facts, TElement element, ElementClause<TFacts, TElement> applies, ElementClause<TFacts, TElement>[] criteria) : ExplainedClauses
    {
        private TFacts _facts = facts;
        private TElement _element = element;

        public override Condition Applies(ref Explaining trace) => applies.Explain?.Invoke(ref _facts, ref _element, ref trace) ?? Condition.Yes;

        public override void Criterion(int ordinal, ref Explaining trace) => criteria[ordinal].Explain?.Invoke(ref _facts, ref _element, ref trace);
    }
}
