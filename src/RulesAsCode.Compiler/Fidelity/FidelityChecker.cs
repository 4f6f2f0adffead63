using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Fidelity;

/// <summary>
/// Holds what the rules compare against the words that they quote (language reference, "Fidelity to the law"). What contradicts is an error; what
/// only leaves a question open is a lint. A quote is held against the clause that it stands under, one of a whole requirement against all of it.
/// </summary>
internal sealed class FidelityChecker
{
    private readonly string _currencySymbol;
    private readonly ImmutableArray<Parameter> _parameters;
    private readonly bool _findsLints;
    private readonly bool _isParameterQuoted;
    private readonly RuleComparisons _comparisons;
    private readonly Dictionary<string, QuotedWords> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<Definition, ImmutableArray<RuleComparison>> _ofDefinitions = [];
    private List<Diagnostic> _found = [];
    private List<(Parameter Parameter, RuleComparison Comparison)> _ofParameters = [];

    /// <param name="parameters">All parameters of the rules.</param>
    /// <param name="findsLints">False to find errors only.</param>
    internal FidelityChecker(string currencySymbol, ImmutableArray<Parameter> parameters, bool findsLints)
    {
        _currencySymbol = currencySymbol;
        _parameters = parameters;
        _findsLints = findsLints;
        _isParameterQuoted = parameters.Any(parameter => parameter.Periods.Any(period => period.References.Any(reference => reference.Quote is not null)));
        _comparisons = new RuleComparisons(currencySymbol);
    }

    /// <param name="IsClause">True for one condition, false for all that a requirement or a definition says.</param>
    /// <param name="Comparisons">Each with whether a reading settles what its words leave open.</param>
    private sealed record Scope(bool IsClause, ImmutableArray<(RuleComparison Comparison, bool HasReading)> Comparisons, ImmutableArray<Expression> Conditions);

    /// <summary>What lints find in a model.</summary>
    internal static IEnumerable<Diagnostic> Lints(RulesModel model)
    {
        var checker = new FidelityChecker(model.Guide.CurrencySymbol, model.Parameters, findsLints: true);
        return checker.Together([.. model.Definitions.Select(checker.Check), .. model.Requirements.Select(checker.Check)]).Where(found => !found.IsError);
    }

    /// <summary>What was found apart, and what is found in parameters by what is compared with them anywhere.</summary>
    internal IReadOnlyList<Diagnostic> Together(IEnumerable<QuoteFindings> apart)
    {
        _found = [];
        var byParameter = new Dictionary<Parameter, List<RuleComparison>>();
        foreach (QuoteFindings findings in apart)
        {
            _found.AddRange(findings.Diagnostics);
            foreach ((Parameter parameter, RuleComparison comparison) in findings.Figures)
            {
                if (!byParameter.TryGetValue(parameter, out List<RuleComparison>? users))
                {
                    byParameter.Add(parameter, users = []);
                }

                users.Add(comparison);
            }
        }

        foreach (Parameter parameter in _parameters)
        {
            if (byParameter.TryGetValue(parameter, out List<RuleComparison>? users))
            {
                Check(parameter, users);
            }
        }

        return _found;
    }

    /// <summary>What is found in a definition that is free of errors.</summary>
    internal QuoteFindings Check(Definition definition) => Collect(() =>
    {
        ImmutableArray<Expression> conditions = [.. definition.Cases.SelectMany(@case => new[] { @case.Condition, @case.Value }).OfType<Expression>()];
        Compare(definition.References, isClause: conditions.Length == 1, isWhole: false, (conditions, !definition.Readings.IsEmpty));
    });

    /// <summary>What is found in a requirement that is free of errors. It follows from the requirement and from what it uses.</summary>
    internal QuoteFindings Check(Requirement requirement) => Collect(() => CheckAll(requirement));

    private QuoteFindings Collect(Action check)
    {
        _found = [];
        _ofParameters = [];
        check();
        return _found.Count == 0 && _ofParameters.Count == 0 ? QuoteFindings.None
            : new QuoteFindings([.. _found.Where(found => _findsLints || found.IsError)], [.. _ofParameters]);
    }

    private void CheckAll(Requirement requirement)
    {
        bool hasReading = !requirement.Readings.IsEmpty;
        var whole = new List<(ImmutableArray<Expression>, bool)>();
        if (requirement.AppliesWhen is { } applies)
        {
            Clause(applies.Condition, applies.References, hasReading || !applies.Readings.IsEmpty);
        }

        Exceptions(requirement.Exceptions);
        foreach (Criterion criterion in requirement.Criteria)
        {
            Clause(criterion.Condition, criterion.References, hasReading || !criterion.Readings.IsEmpty);
            Exceptions(criterion.Exceptions);
        }

        Compare(requirement.References, isClause: false, isWhole: true, [.. whole]);
        if (_findsLints)
        {
            CheckNumbers(requirement, whole.SelectMany(part => part.Item1));
        }

        void Exceptions(ImmutableArray<ExceptionClause> exceptions)
        {
            foreach (ExceptionClause exception in exceptions)
            {
                Clause(exception.Condition, exception.References, hasReading);
                Exceptions(exception.Exceptions);
            }
        }

        void Clause(Expression condition, ImmutableArray<SectionReference> references, bool isSettled)
        {
            whole.Add(([condition], isSettled));
            Compare(references, isClause: true, isWhole: false, ([condition], isSettled));
        }
    }

    /// <summary>A parameter is quoted for its value; what is compared with it, anywhere, has to agree with the phrase before the value.</summary>
    private void Check(Parameter parameter, List<RuleComparison> comparisons)
    {
        foreach (ParameterPeriod period in parameter.Periods)
        {
            if (ValueOf(parameter, period) is not { } value)
            {
                continue;
            }

            foreach (SectionReference reference in period.References.Where(reference => reference.Quote is not null))
            {
                foreach (QuotedComparison quoted in Read(reference).Comparisons)
                {
                    if (quoted is { Limit: { } limit, Measure: { } measure } && measure.Match(value) != MeasureMatch.Different
                        && !comparisons.Exists(comparison => Limits.PartAtTheSamePlace(limit, comparison.Limit)))
                    {
                        Contradiction(quoted, reference, comparisons[0]);
                    }
                }
            }
        }
    }

    private void Compare(ImmutableArray<SectionReference> references, bool isClause, bool isWhole, params (ImmutableArray<Expression> Conditions, bool HasReading)[] parts)
    {
        // Where nothing is quoted, what the rule compares matters only to parameters that are.
        bool isQuoted = references.Any(reference => reference.Quote is not null);
        if (isQuoted || (_isParameterQuoted && !isWhole))
        {
            Compare(references, ScopeOf(isClause, isWhole, parts));
        }
    }

    private void Compare(ImmutableArray<SectionReference> references, Scope scope)
    {
        foreach (SectionReference reference in references)
        {
            if (reference.Quote is not null)
            {
                QuotedWords read = Read(reference);
                foreach (QuotedComparison quoted in read.Comparisons)
                {
                    Compare(quoted, read, reference, scope);
                }

                foreach (QuotedNumber number in read.Numbers)
                {
                    Compare(number, reference, scope);
                }
            }
        }
    }

    private void Compare(QuotedComparison quoted, QuotedWords read, SectionReference reference, Scope scope)
    {
        var candidates = Candidates(quoted, read, scope.Comparisons, scope.IsClause);
        if (candidates.Count == 0)
        {
            // The rule may say it in a definition that it uses.
            candidates = Candidates(quoted, read, [.. DefinitionsUsed(scope.Conditions).SelectMany(definition => OfDefinition(definition)).Select(comparison => (comparison, true))], isClause: false);
        }

        if (candidates.Count == 0)
        {
            CheckOtherNumber(quoted, read, reference, scope);
            return;
        }

        if (quoted.Limit is not { } limit)
        {
            return;
        }

        var agreeing = candidates.FindAll(candidate => Limits.PartAtTheSamePlace(limit, candidate.Comparison.Limit));
        if (agreeing.Count == 0)
        {
            Contradiction(quoted, reference, candidates[0].Comparison);
            return;
        }

        var same = agreeing.FindAll(candidate => candidate.Match == MeasureMatch.Same);
        if (same.Count == 0)
        {
            OtherDays(quoted.Measure!.Value, quoted.Words, PlaceOf(reference, quoted.Start, quoted.Length), agreeing[0].Comparison, agreeing[0].HasReading);
            return;
        }

        CheckDirection(quoted.IsBack, quoted.Words, PlaceOf(reference, quoted.Start, quoted.Length), same);
        if (scope.IsClause && quoted is { IsDenied: false, Start: 0 } && same.TrueForAll(candidate => LimitAsWritten(candidate.Comparison) != limit))
        {
            RuleComparison comparison = same[0].Comparison;
            _found.Add(DiagnosticCatalogue.QuoteTurnedRound(comparison.Node.Location, comparison.Words, quoted.Words, PlaceOf(reference, quoted.Start, quoted.Length)));
        }
    }

    private void Compare(QuotedNumber number, SectionReference reference, Scope scope)
    {
        var matches = scope.Comparisons.Select(item => (item.Comparison, item.HasReading, Match: MatchOf(number.Measure, item.Comparison)))
            .Where(item => item.Match != MeasureMatch.Different).ToList();
        if (matches.Count == 0)
        {
            return;
        }

        Location at = PlaceOf(reference, number.Start, number.Length);
        if (!matches.Exists(match => match.Match == MeasureMatch.Same))
        {
            OtherDays(number.Measure, number.Words, at, matches[0].Comparison, matches[0].HasReading);
            return;
        }

        CheckDirection(number.IsBack, number.Words, at, matches.FindAll(match => match.Match == MeasureMatch.Same));

        // "5 clear days" says how they are counted.
        if (!number.Measure.Clear && !matches.Exists(match => match.HasReading))
        {
            _found.Add(DiagnosticCatalogue.QuoteNeedsReading(at, number.Words, matches[0].Comparison.Words, matches[0].Comparison.Node.Location));
        }
    }

    /// <summary>The comparisons that a phrase of a quote is about: those with its measure; else with the name that follows it; else the only one of the clause.</summary>
    private static List<(RuleComparison Comparison, bool HasReading, MeasureMatch Match)> Candidates(
        QuotedComparison quoted, QuotedWords read, ImmutableArray<(RuleComparison Comparison, bool HasReading)> comparisons, bool isClause)
    {
        if (quoted.Measure is { } measure)
        {
            return [.. comparisons.Select(item => (item.Comparison, item.HasReading, Match: MatchOf(measure, item.Comparison))).Where(item => item.Match != MeasureMatch.Different)];
        }

        var named = comparisons.Where(item => item.Comparison.Bound is { } bound && BeginsWithName(quoted.Rest ?? "", NameOf(bound)))
            .Select(item => (item.Comparison, item.HasReading, MeasureMatch.Same)).ToList();
        if (named.Count > 0)
        {
            return named;
        }

        Expression[] nodes = [.. comparisons.Select(item => item.Comparison.Node).Distinct()];
        return isClause && quoted.IsCertain && nodes.Length == 1 && nodes[0] is not BetweenExpression && !read.Measures.Any()
            ? [(comparisons[0].Comparison, comparisons[0].HasReading, MeasureMatch.Same)]
            : [];
    }

    /// <summary>The quote has one number of the unit, the clause has one, and they differ: the rule or the quote is mistyped.</summary>
    private void CheckOtherNumber(QuotedComparison quoted, QuotedWords read, SectionReference reference, Scope scope)
    {
        if (quoted.Measure is not { } measure || !scope.IsClause || IsSmall(measure.Number) || read.Measures.Count(other => other.HasUnitOf(measure)) != 1)
        {
            return;
        }

        RuleComparison[] comparisons = [.. scope.Comparisons.Select(item => item.Comparison).Where(comparison => comparison.Measure is { } other && measure.HasUnitOf(other))];
        if (comparisons.Length == 1 && comparisons[0].Measure is { } found && !IsSmall(found.Number))
        {
            _found.Add(DiagnosticCatalogue.NumberContradictsQuote(comparisons[0].Node.Location, comparisons[0].Words, quoted.Words, PlaceOf(reference, quoted.Start, quoted.Length)));
        }
    }

    private void CheckNumbers(Requirement requirement, IEnumerable<Expression> conditions)
    {
        ImmutableArray<Measure> quoted = [.. ReferencesOf(requirement).Where(reference => reference.Quote is not null).SelectMany(reference => Read(reference).Measures)];
        foreach (LiteralExpression literal in conditions.SelectMany(condition => condition.DescendantsAndSelf()).OfType<LiteralExpression>())
        {
            if (literal.Value is NumberValue or DurationValue && RuleComparisons.MeasureOf(literal, null) is { } measure
                && !IsSmall(measure.Number) && !(measure.Unit == MeasureUnit.Percent && measure.Number == ExactNumber.FromInteger(100))
                && !quoted.Any(words => words.Match(measure) != MeasureMatch.Different))
            {
                _found.Add(DiagnosticCatalogue.BareNumber(literal.Location, Wording.Of(literal, _currencySymbol), requirement.Name));
            }
        }
    }

    private void Contradiction(QuotedComparison quoted, SectionReference reference, RuleComparison comparison) => _found.Add(DiagnosticCatalogue.WordsContradictQuote(
        comparison.Node.Location, comparison.Words, quoted.Words, PlaceOf(reference, quoted.Start, quoted.Length), Instead(comparison, quoted.Limit!.Value)));

    /// <summary>The comparison as the quote would have it, where one phrase for another does it; else null.</summary>
    private static string? Instead(RuleComparison comparison, Limit quoted)
    {
        Limit[] sameSide = comparison.Limit.IsUpward() ? [Limit.AtLeast, Limit.MoreThan] : [Limit.AtMost, Limit.LessThan];
        Limit wanted = sameSide.First(limit => Limits.PartAtTheSamePlace(limit, quoted));
        return comparison.Node switch
        {
            OrderExpression order => RuleComparisons.NameOf(ReferenceEquals(comparison.Bound, order.Left) ? wanted.Mirrored() : wanted),
            DateOrderExpression { Right: not OffsetExpression } order => RuleComparisons.NameOf((ReferenceEquals(comparison.Bound, order.Left) ? wanted.Mirrored() : wanted) switch
            {
                Limit.AtLeast => DateOrder.OnOrAfter,
                Limit.AtMost => DateOrder.OnOrBefore,
                Limit.MoreThan => DateOrder.After,
                _ => DateOrder.Before,
            }),
            _ => null,
        };
    }

    /// <summary>Working days for days, clear days for plain ones. Where the quote says which, the rule has to; where it does not, a reading has to.</summary>
    private void OtherDays(Measure quoted, string words, Location at, RuleComparison comparison, bool hasReading)
    {
        Measure? rule = comparison.Measure;
        bool quoteSays = quoted.Clear || quoted.Unit is MeasureUnit.WorkingDay or MeasureUnit.CalendarDay;
        bool isLeftOpen = rule is { } measure && (quoted.Unit == measure.Unit || quoted.Unit == MeasureUnit.Day) && !(quoted.Clear && !measure.Clear);
        if (quoteSays && !isLeftOpen)
        {
            _found.Add(DiagnosticCatalogue.DaysContradictQuote(comparison.Node.Location, comparison.Words, words, at));
        }
        else if (!hasReading)
        {
            _found.Add(DiagnosticCatalogue.DaysNeedReading(at, words, comparison.Words, comparison.Node.Location));
        }
    }

    /// <summary>Counted in calendar days, back and forth come to the same; in working days, months and years they may not.</summary>
    private void CheckDirection(bool? isBack, string words, Location at, List<(RuleComparison Comparison, bool HasReading, MeasureMatch Match)> comparisons)
    {
        if (isBack is { } back
            && comparisons.TrueForAll(item => !item.HasReading && item.Comparison is { IsBack: { } ruleIsBack, Measure.Unit: MeasureUnit.WorkingDay or MeasureUnit.Month or MeasureUnit.Year } && ruleIsBack != back))
        {
            _found.Add(DiagnosticCatalogue.CountedTheOtherWay(comparisons[0].Comparison.Node.Location, comparisons[0].Comparison.Words, words, back ? "before" : "after", at));
        }
    }

    private static MeasureMatch MatchOf(Measure quoted, RuleComparison comparison) =>
        comparison.Measure is { } measure ? quoted.Match(measure)
        : comparison.Bound is ParameterExpression { Parameter: var parameter }
            && parameter.Periods.Any(period => ValueOf(parameter, period) is { } value && quoted.Match(value) != MeasureMatch.Different) ? MeasureMatch.Same
        : MeasureMatch.Different;

    private static Limit LimitAsWritten(RuleComparison comparison) => comparison.IsDenied ? comparison.Limit.Denied() : comparison.Limit;

    private static bool IsSmall(ExactNumber number) => number >= ExactNumber.FromInteger(-1) && number <= ExactNumber.One && number.IsWhole;

    private static Measure? ValueOf(Parameter parameter, ParameterPeriod period) =>
        RuleComparisons.MeasureOf(new LiteralExpression(period.Value, parameter.Type, period.Location), null);

    private QuotedWords Read(SectionReference reference)
    {
        if (!_read.TryGetValue(reference.Quote!, out QuotedWords? read))
        {
            _read.Add(reference.Quote!, read = QuoteReader.Read(reference.Quote!));
        }

        return read;
    }

    private Scope ScopeOf(bool isClause, bool isWhole, params (ImmutableArray<Expression> Conditions, bool HasReading)[] parts)
    {
        var comparisons = ImmutableArray.CreateBuilder<(RuleComparison, bool)>();
        foreach ((ImmutableArray<Expression> conditions, bool hasReading) in parts)
        {
            foreach (RuleComparison comparison in conditions.SelectMany(_comparisons.Of))
            {
                comparisons.Add((comparison, hasReading));
                // What a whole requirement says was seen clause by clause.
                if (!isWhole && comparison.Bound is ParameterExpression { Parameter: var parameter })
                {
                    _ofParameters.Add((parameter, comparison));
                }
            }
        }

        return new Scope(isClause, comparisons.ToImmutable(), [.. parts.SelectMany(part => part.Conditions)]);
    }

    private ImmutableArray<RuleComparison> OfDefinition(Definition definition)
    {
        if (!_ofDefinitions.TryGetValue(definition, out ImmutableArray<RuleComparison> comparisons))
        {
            comparisons = [.. definition.Cases.SelectMany(@case => new[] { @case.Condition, @case.Value }).OfType<Expression>().SelectMany(_comparisons.Of)];
            _ofDefinitions.Add(definition, comparisons);
        }

        return comparisons;
    }

    private static IEnumerable<Definition> DefinitionsUsed(IEnumerable<Expression> conditions)
    {
        var met = new HashSet<Definition>();
        var pending = new Queue<Expression>(conditions);
        while (pending.Count > 0)
        {
            foreach (DefinitionExpression use in pending.Dequeue().DescendantsAndSelf().OfType<DefinitionExpression>())
            {
                if (met.Add(use.Definition))
                {
                    foreach (DefinitionCase @case in use.Definition.Cases)
                    {
                        pending.Enqueue(@case.Value);
                        if (@case.Condition is not null)
                        {
                            pending.Enqueue(@case.Condition);
                        }
                    }
                }
            }
        }

        return met;
    }

    private static IEnumerable<SectionReference> ReferencesOf(Requirement requirement) =>
        requirement.References.Concat(requirement.AppliesWhen?.References ?? []).Concat(requirement.Exceptions.SelectMany(ReferencesOf))
            .Concat(requirement.Criteria.SelectMany(criterion => criterion.References.Concat(criterion.Exceptions.SelectMany(ReferencesOf))));

    private static IEnumerable<SectionReference> ReferencesOf(ExceptionClause exception) => exception.References.Concat(exception.Exceptions.SelectMany(ReferencesOf));

    private static string NameOf(Expression bound) => bound switch
    {
        FactExpression fact => fact.Field.Name,
        DefinitionExpression definition => definition.Definition.Name,
        ParameterExpression parameter => parameter.Parameter.Name,
        _ => "",
    };

    private static bool BeginsWithName(string rest, string name) =>
        name.Length > 0 && rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length]));

    /// <summary>The words inside the quotation marks, where the text is written without escapes; else the whole quote.</summary>
    private static Location PlaceOf(SectionReference reference, int start, int length)
    {
        Location quote = reference.QuoteLocation ?? reference.Location;
        return quote.Span.Length == reference.Quote!.Length + 2 ? quote with { Span = new TextSpan(quote.Span.Start + 1 + start, length) } : quote;
    }
}

/// <summary>What the quotes of a requirement or a definition show, apart from all others.</summary>
/// <param name="Figures">The comparisons with a parameter, which its own quotes have to agree with.</param>
internal sealed record QuoteFindings(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<(Parameter Parameter, RuleComparison Comparison)> Figures)
{
    internal static QuoteFindings None { get; } = new([], []);
}
