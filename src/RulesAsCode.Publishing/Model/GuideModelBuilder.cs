using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter.Tracing;
using RulesAsCode.Primitives;

namespace RulesAsCode.Publishing.Model;

/// <summary>Turns the model of the rules into what a guide shows. It decides what stands where, never how it is marked up.</summary>
public sealed class GuideModelBuilder
{
    private readonly RulesModel _model;
    private readonly string _currencySymbol;
    private readonly ConditionViews _conditions;
    private readonly Anchors _anchors;
    private readonly Dictionary<Reading, ReadingView> _readings = [];
    private readonly Dictionary<Definition, ImmutableArray<Definition>> _definitionsBehind = [];
    private readonly ILookup<Requirement, DisclaimerView> _disclaimersOf;
    private readonly ImmutableArray<DisclaimerView> _disclaimers;
    private readonly ILookup<Requirement, Example> _examplesOf;

    private GuideModelBuilder(RulesModel model)
    {
        _model = model;
        _currencySymbol = model.Guide.CurrencySymbol;
        _conditions = new ConditionViews(_currencySymbol);
        _anchors = new Anchors(model);
        ILookup<Reading, LinkView> usedBy = ReadingUses().ToLookup(use => use.Reading, use => use.Link);
        foreach (Reading reading in model.Readings)
        {
            _readings.Add(reading, new ReadingView(
                _anchors[reading], reading.Name, reading.Question, Prose(reading.Taken), reading.Owner, [.. usedBy[reading].Distinct()]));
        }

        _examplesOf = model.Examples.Where(example => SubjectOf(example) is not null).ToLookup(example => SubjectOf(example)!);
        _disclaimers = [.. model.Disclaimers.Select(Disclaimer)];
        _disclaimersOf = model.Disclaimers.Zip(_disclaimers)
            .SelectMany(pair => pair.First.OnRequirements, (pair, requirement) => (Requirement: requirement, Disclaimer: pair.Second))
            .ToLookup(pair => pair.Requirement, pair => pair.Disclaimer);
    }

    /// <summary>The page of a guide.</summary>
    /// <param name="model">A finished model: free of errors.</param>
    public static GuidePage Build(RulesModel model) => new GuideModelBuilder(model).Page();

    private GuidePage Page()
    {
        Guide guide = _model.Guide;
        RuleTrace trace = RuleTrace.Of(_model);
        var index = new SectionIndex(trace, _anchors);
        var traces = new TraceViews(trace, _anchors, index);
        // As declared, which the analyst rules by the names of the files; the reader's own duties before those of others.
        ImmutableArray<Requirement> order = [.. _model.Requirements.OrderBy(requirement => requirement.FallsOn is not null)];
        var views = order.ToDictionary(requirement => requirement, RequirementOf);
        ImmutableArray<RequirementView> requirements = [.. order.Select(requirement => views[requirement])];
        ImmutableArray<ChangeView> changes =
        [
            .. _model.Changes.OrderByDescending(change => change.Date)
                .Select(change => new ChangeView(Date(change.Date), change.Text, [.. change.Touches.Select(_anchors.Link)])),
        ];
        return new GuidePage(
            guide.Name,
            guide.Title,
            guide.Audience,
            guide.Version,
            changes.FirstOrDefault()?.Date,
            References(guide.References),
            [.. _disclaimers.Where(disclaimer => disclaimer.OnEveryPage)],
            Prose(guide.Introduction),
            [.. requirements.GroupBy(requirement => requirement.FallsOn, StringComparer.Ordinal).OrderBy(group => group.Key is not null).Select(group => new ChecklistGroup(group.Key, [.. group]))],
            requirements,
            [
                .. _model.Timelines.Select(timeline => TimelineViews.Of(
                    _anchors[timeline], timeline.Name, timeline.Title, Prose(timeline.Note), timeline.Shows.Select(step => views[step]))),
            ],
            [.. _disclaimers.Where(disclaimer => disclaimer.OnTimeline)],
            guide.Calendar is null ? null : WorkingDays(guide.Calendar),
            Examples(order, traces),
            Facts(),
            [.. _model.Definitions.Select(DefinitionOf)],
            [.. _model.Parameters.Select(ParameterOf)],
            [
                .. _model.Terms.OrderBy(term => term.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(term => new TermView(_anchors[term], term.Name, term.Title, Prose(term.Meaning))),
            ],
            index.Build(),
            [.. _model.Libraries.Select(library => Prose(library.Introduction)).OfType<ProseText>()],
            [.. _model.Readings.Select(reading => _readings[reading])],
            [.. _model.Contacts.Select(contact => new ContactView(contact.Name, [.. contact.Lines.Select(line => new ContactLine(line.Kind, line.Text, AddressOf(line.Kind, line.Text)))]))],
            changes,
            _disclaimers,
            traces.Of(order, criterion => _conditions.Of(criterion.Condition).Text));
    }

    private RequirementView RequirementOf(Requirement requirement)
    {
        var view = new RequirementView(
            _anchors[requirement],
            requirement.Name,
            requirement.Title,
            ReferencesOf(requirement),
            requirement.FallsOn?.Name,
            requirement.Element is { } element ? ElementWords(element) : null,
            requirement.AppliesWhen is { } applies ? _conditions.Of(applies.Condition) : null,
            requirement.InForceFrom is { } from ? Date(from) : null,
            requirement.InForceUntil is { } until ? Date(until) : null,
            Exceptions(requirement.Exceptions),
            [.. requirement.Criteria.Where(criterion => !criterion.IsRecommendation).Select(CriterionOf)],
            [.. requirement.Criteria.Where(criterion => criterion.IsRecommendation).Select(CriterionOf)],
            Deadlines.Of(requirement, _conditions, References),
            ReadingsOf(requirement),
            [.. FactsIn(requirement).Select(field => new LinkView(_anchors[field], NameIn(requirement, field)))],
            [.. DefinitionsIn(requirement).Select(_anchors.Link), .. ParametersIn(requirement).Select(_anchors.Link)],
            [.. requirement.Follows.Select(_anchors.Link)],
            requirement.TakesAbout?.ToString(),
            requirement.TakesUnknownTime,
            Prose(requirement.Guidance),
            [.. _disclaimersOf[requirement].Distinct()],
            _examplesOf[requirement].Any() ? ExamplesId(requirement) : null,
            Cases.Of(requirement, _conditions),
            RuleListings.Of(requirement.Declaration, _model.Guide.Location.Source.Path),
            "");
        return view with
        {
            Fingerprint = Model.Fingerprint.Of(view, DefinitionsIn(requirement).Select(DefinitionOf), ParametersIn(requirement).Select(ParameterOf)),
        };
    }

    private ImmutableArray<ExampleGroupView> Examples(ImmutableArray<Requirement> order, TraceViews traces)
    {
        var views = new ExampleViews(_model, _anchors);
        ExampleGroupView together = Group("examples", null, _model.Examples.Where(example => SubjectOf(example) is null));
        IEnumerable<ExampleGroupView> groups = order.Select(requirement => Group(ExamplesId(requirement), requirement, _examplesOf[requirement]));
        return [.. groups.Prepend(together).Where(group => !group.Examples.IsEmpty)];

        ExampleGroupView Group(string id, Requirement? subject, IEnumerable<Example> examples) => new(
            id, subject is null ? null : _anchors.Link(subject), [.. examples.Select((example, place) =>
            {
                traces.Place(example, id, place + 1);
                return views.Of(example, place + 1, subject is null ? [] : traces.Decides(subject, example));
            })]);
    }

    private string ExamplesId(Requirement requirement) => "examples-of-" + _anchors[requirement];

    /// <summary>The requirement that all of an example is about; null where it is about several, or none.</summary>
    private static Requirement? SubjectOf(Example example)
    {
        var subjects = example.Cases.SelectMany(@case => @case.Expectations).Select(expectation => expectation.Requirement).OfType<Requirement>().Distinct().ToList();
        return subjects is [var only] ? only : null;
    }

    private CriterionView CriterionOf(Criterion criterion) =>
        new(criterion.Letter, _conditions.Of(criterion.Condition), (criterion.Condition as FactExpression)?.Field.Question, Prose(criterion.Otherwise), Exceptions(criterion.Exceptions));

    private ImmutableArray<ExceptionView> Exceptions(ImmutableArray<ExceptionClause> exceptions) =>
        [.. exceptions.Select(exception => new ExceptionView(_conditions.Of(exception.Condition), References(exception.References), Exceptions(exception.Exceptions)))];

    private ImmutableArray<RequirementReference> ReferencesOf(Requirement requirement)
    {
        IEnumerable<(SectionReference Reference, string? BearsOn)> all =
            requirement.References.Select(reference => (reference, (string?)null))
                .Concat((requirement.AppliesWhen?.References ?? []).Select(reference => (reference, (string?)"for when it applies")))
                .Concat(requirement.Criteria.SelectMany(criterion => criterion.References, (criterion, reference) => (reference, (string?)$"for ({criterion.Letter})")));
        return [.. all.Select(pair => new RequirementReference(Reference(pair.Reference), pair.BearsOn))];
    }

    private ImmutableArray<RequirementReading> ReadingsOf(Requirement requirement)
    {
        var uses = new List<(Reading Reading, string? Letter, Expression? Alternative)>();
        uses.AddRange(requirement.Readings.Select(reading => (reading, (string?)null, (Expression?)null)));
        if (requirement.AppliesWhen is { } applies)
        {
            uses.AddRange(applies.Readings.Concat(ReadingsBehind(applies.Condition)).Select(reading => (reading, (string?)null, (Expression?)null)));
        }

        foreach (Criterion criterion in requirement.Criteria)
        {
            uses.AddRange(criterion.Readings.Select(reading => (reading.Reading, (string?)criterion.Letter, reading.Alternative)));
            uses.AddRange(ReadingsBehind(criterion.Condition).Select(reading => (reading, (string?)criterion.Letter, (Expression?)null)));
        }

        return
        [
            .. uses.GroupBy(use => use.Reading)
                .Select(group => new RequirementReading(
                    _readings[group.Key],
                    group.Any(use => use.Letter is null) ? [] : [.. group.Select(use => use.Letter!).Distinct(StringComparer.Ordinal)],
                    [.. group.Where(use => use.Alternative is not null).Select(use => new AlternativeView(use.Letter!, _conditions.Of(use.Alternative!)))])),
        ];
    }

    private IEnumerable<Reading> ReadingsBehind(Expression expression) => DefinitionsIn(expression).SelectMany(definition => definition.Readings);

    private IEnumerable<Definition> DefinitionsIn(Requirement requirement)
    {
        var used = ConditionsOf(requirement).SelectMany(DefinitionsIn).ToHashSet();
        return _model.Definitions.Where(used.Contains);
    }

    /// <summary>The facts that the requirement's conditions name, or the definitions that they use; a list only where nothing of its elements is.</summary>
    private IEnumerable<Field> FactsIn(Requirement requirement)
    {
        var used = ExpressionsIn(requirement).OfType<FactExpression>().Select(fact => fact.Field).ToHashSet();
        used.RemoveWhere(field => field.Type is ListType list && used.Any(other => ReferenceEquals(other.Record, list.Record)));
        return _model.Records.Where(record => !record.IsFacts).Prepend(_model.Facts).SelectMany(record => record.Fields).Where(used.Contains);
    }

    private IEnumerable<Parameter> ParametersIn(Requirement requirement)
    {
        var used = ExpressionsIn(requirement).OfType<ParameterExpression>().Select(parameter => parameter.Parameter).ToHashSet();
        return _model.Parameters.Where(used.Contains);
    }

    /// <summary>Every part of the requirement's conditions and of the definitions behind them.</summary>
    private IEnumerable<Expression> ExpressionsIn(Requirement requirement) =>
        ConditionsOf(requirement)
            .Concat(DefinitionsIn(requirement).SelectMany(definition => definition.Cases).SelectMany(@case => new[] { @case.Condition, @case.Value }.OfType<Expression>()))
            .SelectMany(condition => condition.DescendantsAndSelf());

    /// <summary>A fact as the requirement's reader knows it: with its record, unless it is the one the requirement is about.</summary>
    private static string NameIn(Requirement requirement, Field field) =>
        field.Record.IsFacts || ReferenceEquals(field.Record, requirement.Element?.Record) ? field.Name : field.Record.Name + "'s " + field.Name;

    private static IEnumerable<Expression> ConditionsOf(Requirement requirement)
    {
        IEnumerable<Expression?> conditions =
        [
            requirement.Element?.List,
            requirement.AppliesWhen?.Condition,
            .. requirement.Exceptions.SelectMany(ConditionsOf),
            .. requirement.Criteria.SelectMany(criterion => criterion.Exceptions.SelectMany(ConditionsOf).Prepend(criterion.Condition)),
        ];
        return conditions.OfType<Expression>();
    }

    private static IEnumerable<Expression> ConditionsOf(ExceptionClause exception) => exception.Exceptions.SelectMany(ConditionsOf).Prepend(exception.Condition);

    /// <summary>Definitions that an expression uses, directly or through others; each once.</summary>
    private IEnumerable<Definition> DefinitionsIn(Expression expression) =>
        expression.DescendantsAndSelf().OfType<DefinitionExpression>()
            .SelectMany(use => DefinitionsBehind(use.Definition).Prepend(use.Definition)).Distinct();

    // Definitions have no circles, so this ends.
    private ImmutableArray<Definition> DefinitionsBehind(Definition definition)
    {
        if (!_definitionsBehind.TryGetValue(definition, out ImmutableArray<Definition> behind))
        {
            behind = [.. definition.Cases.SelectMany(@case => DefinitionsIn(@case.Value).Concat(@case.Condition is null ? [] : DefinitionsIn(@case.Condition))).Distinct()];
            _definitionsBehind.Add(definition, behind);
        }

        return behind;
    }

    private IEnumerable<(Reading Reading, LinkView Link)> ReadingUses()
    {
        foreach (Requirement requirement in _model.Requirements)
        {
            IEnumerable<Reading> readings =
            [
                .. requirement.Readings,
                .. requirement.AppliesWhen?.Readings ?? [],
                .. requirement.Criteria.SelectMany(criterion => criterion.Readings.Select(reading => reading.Reading)),
            ];
            foreach (Reading reading in readings)
            {
                yield return (reading, _anchors.Link(requirement));
            }
        }

        foreach (Definition definition in _model.Definitions)
        {
            foreach (Reading reading in definition.Readings)
            {
                yield return (reading, _anchors.Link(definition));
            }
        }

        foreach (Reading reading in _model.Guide.Calendar?.Readings ?? [])
        {
            yield return (reading, new LinkView("working-days", "Working days"));
        }
    }

    private WorkingDaysView WorkingDays(Calendar calendar) => new(
        calendar.Name,
        calendar.Weekend,
        calendar.HolidaysFile is not null,
        calendar.FirstYear,
        calendar.LastYear,
        calendar.Edition is { } edition ? Date(edition) : null,
        [.. calendar.Readings.Select(reading => new LinkView(_anchors[reading], reading.Question))],
        [.. calendar.Table?.WeekendDaysOfWeek ?? []],
        [.. (calendar.Table?.Holidays ?? []).Select(holiday => new HolidayView(Date(holiday.Day), holiday.Name, holiday.Note))]);

    private ImmutableArray<FactGroupView> Facts() =>
    [
        .. _model.Records.Where(record => !record.IsFacts).Prepend(_model.Facts)
            .Where(record => !record.Fields.IsEmpty)
            .Select(record => new FactGroupView(record.IsFacts ? null : record.Name, [.. record.Fields.Select(FactOf)])),
    ];

    private FactView FactOf(Field field)
    {
        ImmutableArray<ChoiceMember> members = field.Type switch
        {
            ChoiceType choice => choice.Choice.Members,
            SetType set => set.Choice.Members,
            _ => [],
        };
        return new FactView(
            _anchors[field], field.Name, field.Question, Kind(field.Type), field.OrNone, field.Type is SetType, Prose(field.Note), [.. members.Select(member => new OptionView(member.Name, member.Title))]);
    }

    private static string Kind(RuleType type) => type switch
    {
        YesNoType => "yes or no",
        NumberType => "a number",
        WholeNumberType => "a whole number",
        PercentageType => "a percentage",
        MoneyType => "an amount of money",
        DateType => "a date",
        DurationType => "a length of time",
        Eui64Type => "an EUI-64",
        ChoiceType => "one of",
        SetType => "any of",
        FormatType format => "text in the format " + format.Format.Name,
        ListType list => "a list, each entry with the facts of a " + list.Record.Name,
        RecordType record => "the facts of a " + record.Record.Name,
        _ => "text",
    };

    private DefinitionView DefinitionOf(Definition definition)
    {
        bool isCondition = definition.Type is YesNoType && definition.Cases is [{ Condition: null }];
        return new DefinitionView(
            _anchors[definition],
            definition.Name,
            definition.Element?.Name,
            Prose(definition.Meaning),
            isCondition ? _conditions.Of(definition.Cases[0].Value) : null,
            isCondition
                ? []
                : [.. definition.Cases.Select(@case => new DefinitionCaseView(_conditions.Words(@case.Value), @case.Condition is null ? null : _conditions.Of(@case.Condition)))],
            definition.Rounding is null ? null : RoundingWords(definition.Rounding, definition.Type),
            References(definition.References),
            [.. definition.Readings.Select(reading => new LinkView(_anchors[reading], reading.Question))]);
    }

    private string RoundingWords(Rounding rounding, RuleType type)
    {
        string unit = Wording.Of(new NumberValue(rounding.Unit), type, _currencySymbol);
        return rounding.Mode switch
        {
            RoundingMode.Nearest => "to the nearest " + unit,
            RoundingMode.Down => "down to " + unit,
            _ => "up to " + unit,
        };
    }

    private ParameterView ParameterOf(Parameter parameter) => new(
        _anchors[parameter],
        parameter.Name,
        [.. parameter.Periods.Select(period => new ParameterPeriodView(Date(period.From), Wording.Of(period.Value, parameter.Type, _currencySymbol), References(period.References)))]);

    private DisclaimerView Disclaimer(Disclaimer disclaimer) =>
        new(disclaimer.Name, new ProseText(disclaimer.Text.Markdown), disclaimer.OnEveryPage, disclaimer.OnTimeline, [.. disclaimer.OnRequirements.Select(_anchors.Link)]);

    /// <summary>The element of <c>for each</c>; its list is named where it is not the only one that holds such elements.</summary>
    private string ElementWords(ElementVariable element) =>
        element.List is null or FactExpression { Target: null }
            && _model.Facts.Fields.Count(field => field.Type is ListType list && ReferenceEquals(list.Record, element.Record)) <= 1
            ? element.Name
            : element.Name + " of " + _conditions.Words(element.List!);

    private static ImmutableArray<ReferenceView> References(IEnumerable<SectionReference> references) => [.. references.Select(Reference)];

    private static ReferenceView Reference(SectionReference reference)
    {
        ImmutableArray<Division> covered = !reference.Covered.IsDefaultOrEmpty ? reference.Covered : reference.Division is { } division ? [division] : [];
        return new ReferenceView(
            reference.Display,
            reference.Source.Title,
            [.. covered.Select(division => new DivisionTitle(SectionIndex.Label(division), division.Title, division.Status))],
            reference.To is null && reference.Division is { } single && !string.Equals(single.Locator, reference.Locator, StringComparison.OrdinalIgnoreCase),
            reference.Quote);
    }

    private static string? AddressOf(string kind, string text) => kind switch
    {
        "website" => text.Trim(),
        "email" => "mailto:" + text.Trim(),
        _ => null,
    };

    private static ProseText? Prose(Prose? prose) => prose is null || string.IsNullOrWhiteSpace(prose.Markdown) ? null : new ProseText(prose.Markdown);

    private static DateView Date(int day) => new(day, CalendarDay.ToIso(day), CalendarDay.ToWords(day));
}
