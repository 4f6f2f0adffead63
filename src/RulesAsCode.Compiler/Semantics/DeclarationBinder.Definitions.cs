using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Semantics;

internal sealed partial class DeclarationBinder
{
    // A definition binds those it uses first. In a group that depends on itself that could go as deep as the group is large.
    private const int LargestGroupBoundOnDemand = 64;

    private enum State { Unbound, Binding, Bound }

    private readonly Dictionary<Definition, State> _states = [];
    private readonly Dictionary<Definition, DeclarationContext> _definitionContexts = [];
    private readonly List<Definition> _binding = [];
    private readonly HashSet<Definition> _circular = [];

    private void BindParameters()
    {
        foreach ((Parameter parameter, DeclarationContext context) in _parameters)
        {
            BindParameter(parameter, context);
        }
    }

    private void BindParameter(Parameter parameter, DeclarationContext context)
    {
        ClauseSyntax[] clauses = [.. Clauses(context, ClauseKind.Period)];
        if (clauses.Length == 0)
        {
            if (!context.Syntax.HasErrors)
            {
                _bag.Add(DiagnosticCatalogue.NothingInIt(context.Name, "parameter", parameter.Name, "a line such as '£500 from 1 April 2024'"));
            }

            return;
        }

        var binder = new ExpressionBinder(context);
        PeriodSyntax[] periods = [.. clauses.Select(clause => (PeriodSyntax)clause.Body!)];
        (ExpressionSyntax Syntax, ImmutableArray<Expression> Known)[] values = [.. periods.Where(period => period.Value is not null).Select(period => (period.Value!, ImmutableArray<Expression>.Empty))];
        (RuleType? type, List<Expression> bound) = BindValues(context, binder, values, "parameter");
        if (values.Length == 0)
        {
            if (!context.Syntax.HasErrors)
            {
                _bag.Add(DiagnosticCatalogue.NoTypeOfValues(context.Name, parameter.Name));
            }

            return;
        }

        bool isRight = type is not null;
        if (type is SetType or ListType or RecordType)
        {
            isRight = false;
        }

        var result = ImmutableArray.CreateBuilder<ParameterPeriod>();
        int next = 0;
        int? before = null;
        for (int i = 0; i < periods.Length; i++)
        {
            RuleValue? value = NoneValue.Instance;
            if (periods[i].Value is { } valueSyntax)
            {
                Expression expression = bound[next++];
                value = expression.Type.IsError ? null : ConstantEvaluator.Evaluate(expression);
                if (value is null && !expression.Type.IsError)
                {
                    _bag.Add(DiagnosticCatalogue.NotAConstant(context.At(valueSyntax), Describe.Words(context.At(valueSyntax)), "a parameter's value is a figure"));
                }
            }
            else if (type is YesNoType)
            {
                _bag.Add(DiagnosticCatalogue.OrNoneNotNeeded(context.At(periods[i]), parameter.Name, type));
                value = null;
            }

            int? from = Day(context, periods[i].From);
            ImmutableArray<SectionReference> references = References(context, clauses[i].SubClauses);
            if (from is { } day)
            {
                if (before is { } earlier && day <= earlier)
                {
                    _bag.Add(DiagnosticCatalogue.PeriodsOutOfOrder(context.At(periods[i].From), parameter.Name, CalendarDay.ToWords(day), CalendarDay.ToWords(earlier), day == earlier));
                    isRight = false;
                }

                before = day;
            }

            isRight &= value is not null && from is not null;
            if (isRight)
            {
                result.Add(new ParameterPeriod(from!.Value, value!, references, context.At(periods[i])));
            }
        }

        // Even out of order, the type is known, and what uses the figure can be checked.
        parameter.Type = type is SetType or ListType or RecordType ? RuleType.Error : type ?? RuleType.Error;
        parameter.Periods = result.ToImmutable();
        if (parameter.Type is DurationType)
        {
            CheckUnits(parameter, context, periods);
        }
    }

    private void CheckUnits(Parameter parameter, DeclarationContext context, PeriodSyntax[] periods)
    {
        DurationUnit[] units = [.. parameter.Periods.Select(period => period.Value).OfType<DurationValue>().Select(value => value.Value.Unit).Distinct()];
        if (units.Length > 1)
        {
            _bag.Add(DiagnosticCatalogue.DifferentUnits(context.At(periods[0]), TypeRules.UnitName(units[0]), TypeRules.UnitName(units[1])));
        }
    }

    private void BindDefinitions()
    {
        foreach ((Definition definition, DeclarationContext context) in _definitions)
        {
            _states[definition] = State.Unbound;
            _definitionContexts[definition] = context;
        }

        Dictionary<Definition, IReadOnlyList<Definition>> mentioned = FindMentions();
        IReadOnlyList<Definition> Mentioned(Definition definition) => mentioned[definition];

        foreach (List<Definition> group in Circularity.Groups(_definitions.Symbols, Mentioned))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (group.Count > LargestGroupBoundOnDemand && Circularity.ShortestCircle(group, Mentioned) is { } circle)
            {
                ReportCircle(circle);
                foreach (Definition definition in group)
                {
                    _states[definition] = State.Bound;
                }

                continue;
            }

            foreach (Definition definition in group)
            {
                EnsureBound(definition);
            }
        }
    }

    // By names alone: which definitions one may use. It may list too many, where a field of a record has a definition's name.
    private Dictionary<Definition, IReadOnlyList<Definition>> FindMentions()
    {
        var byKey = new Dictionary<string, List<Definition>>(StringComparer.Ordinal);
        foreach (Definition definition in _definitions.Symbols)
        {
            string key = Names.Key(definition.Name);
            if (!byKey.TryGetValue(key, out List<Definition>? same))
            {
                byKey.Add(key, same = []);
            }

            // Only one of a name can be global, and a thousand of one name on a thousand records must not cost their square.
            if (same.Count < LargestGroupBoundOnDemand)
            {
                same.Add(definition);
            }
        }

        var mentions = new Dictionary<Definition, IReadOnlyList<Definition>>();
        foreach ((Definition definition, DeclarationContext context) in _definitions)
        {
            var found = new HashSet<Definition>();
            foreach (ClauseSyntax clause in context.Syntax.Clauses)
            {
                if (clause is { IsBroken: false, Body: { } body, Kind: ClauseKind.When or ClauseKind.As or ClauseKind.Otherwise })
                {
                    Visit(body);
                }
            }

            mentions[definition] = [.. found.OrderBy(other => other.Location)];

            void Visit(SyntaxNode node)
            {
                if (node is NameSyntax name && byKey.TryGetValue(Names.Key(name.Text), out List<Definition>? named))
                {
                    found.UnionWith(named);
                }

                foreach (SyntaxNode child in node.Children)
                {
                    Visit(child);
                }
            }
        }

        return mentions;
    }

    private void ReportCircle(List<Definition> circle)
    {
        if (circle.Any(_circular.Contains))
        {
            return;
        }

        _circular.UnionWith(circle);
        int first = 0;
        for (int i = 1; i < circle.Count; i++)
        {
            if (circle[i].Location.CompareTo(circle[first].Location) < 0)
            {
                first = i;
            }
        }

        List<Definition> turned = [.. circle.Skip(first), .. circle.Take(first)];
        _bag.Add(DiagnosticCatalogue.Circle(turned[0].Location, "definition", [.. turned.Select(definition => definition.Name)], "let one of them be answered as a fact, or say it without the others",
            [.. turned.Skip(1).Select(definition => definition.Location)]));
    }

    private void EnsureBound(Definition definition)
    {
        if (!_states.TryGetValue(definition, out State state) || state == State.Bound)
        {
            return;
        }

        if (state == State.Binding)
        {
            ReportCircle(_binding.GetRange(_binding.IndexOf(definition), _binding.Count - _binding.IndexOf(definition)));
            return;
        }

        _states[definition] = State.Binding;
        _binding.Add(definition);
        BindDefinition(definition, _definitionContexts[definition]);
        _binding.RemoveAt(_binding.Count - 1);
        _states[definition] = State.Bound;
        if (_circular.Contains(definition))
        {
            definition.Type = RuleType.Error;
        }
    }

    private void BindDefinition(Definition definition, DeclarationContext context)
    {
        definition.References = References(context, context.Syntax.Clauses);
        definition.Readings = ReadingsOf(context, context.Syntax.Clauses);
        definition.Meaning = ProseOf(context, Single(context, ClauseKind.Meaning));
        var binder = new ExpressionBinder(context);
        RuleType? type = binder.With(definition.Element, () => BindForm(definition, context, binder));
        bool isBroken = context.Syntax.Clauses.Any(clause => clause.IsBroken && clause.Kind is ClauseKind.When or ClauseKind.As or ClauseKind.Otherwise or ClauseKind.Unknown);
        definition.Type = isBroken ? RuleType.Error : type ?? RuleType.Error;
        definition.OrNone = definition.Cases.Any(item => item.Value.OrNone && !item.Value.Type.IsError);
        BindRounding(definition, context);
        if (definition.Readings.IsEmpty)
        {
            foreach (DefinitionCase item in definition.Cases)
            {
                NotePlainDays(item.Value);
                if (item.Condition is { } condition)
                {
                    NotePlainDays(condition);
                }
            }
        }
    }

    /// <summary>One of the three forms: <c>when</c>, <c>as LIST where</c>, or cases. Null when there is none that is right.</summary>
    private RuleType? BindForm(Definition definition, DeclarationContext context, ExpressionBinder binder)
    {
        ClauseSyntax[] forms = [.. context.Syntax.Clauses.Where(clause => clause.Kind is ClauseKind.When or ClauseKind.As or ClauseKind.Otherwise)];
        if (forms.Length == 0)
        {
            if (!context.Syntax.HasErrors)
            {
                _bag.Add(DiagnosticCatalogue.ClauseMissing(context.Name, $"The definition of '{definition.Name}' does not say what it is.", "add 'when' and a condition, 'as' and a value, or cases that end with 'otherwise'"));
            }

            return null;
        }

        ClauseSyntax first = forms[0];
        bool oneForm = first.Kind == ClauseKind.When || first.Body is ListDefinitionSyntax;
        ClauseSyntax? mixed = forms.Skip(1).FirstOrDefault(clause => oneForm || clause.Kind == ClauseKind.When || clause.Body is ListDefinitionSyntax);
        if (mixed is not null)
        {
            _bag.Add(DiagnosticCatalogue.SeveralForms(context.At(mixed.KeywordSpan), definition.Name, context.At(first.KeywordSpan)));
            return null;
        }

        if (first.IsBroken && oneForm)
        {
            return null;
        }

        Location at = context.At(first.Span);
        switch (first.Body)
        {
            case ExpressionSyntax condition when first.Kind == ClauseKind.When:
                Expression bound = binder.BindCondition(condition);
                definition.Cases = [new DefinitionCase(null, bound, at)];
                return bound.Type.IsError ? null : RuleType.YesNo;

            case ListDefinitionSyntax list:
                Expression filter = binder.BindFilter(list.List, list.Condition, context.At(list));
                definition.Cases = [new DefinitionCase(null, filter, at)];
                return filter.Type.IsError ? null : filter.Type;

            default:
                return BindCases(definition, context, binder, forms);
        }
    }

    private RuleType? BindCases(Definition definition, DeclarationContext context, ExpressionBinder binder, ClauseSyntax[] forms)
    {
        bool isRight = !forms.Any(clause => clause.IsBroken);
        if (isRight)
        {
            CheckShape(definition, context, forms, ref isRight);
        }

        var conditions = new List<Expression?>();
        var values = new List<(ExpressionSyntax Syntax, ImmutableArray<Expression> Known)>();
        var clauses = new List<ClauseSyntax>();
        ImmutableArray<Expression> knownOtherwise = [];
        foreach (ClauseSyntax clause in forms)
        {
            switch (clause.Body)
            {
                case DefinitionValueSyntax { Condition: { } conditionSyntax } value:
                    ImmutableArray<Expression> knownBefore = knownOtherwise;
                    Expression condition = binder.Knowing(knownBefore, () => binder.BindCondition(conditionSyntax));
                    isRight &= !condition.Type.IsError;
                    conditions.Add(condition);
                    values.Add((value.Value, knownBefore.AddRange(KnownGiven(condition, true))));
                    knownOtherwise = knownBefore.AddRange(KnownGiven(condition, false));
                    break;
                case DefinitionValueSyntax value:
                    conditions.Add(null);
                    values.Add((value.Value, knownOtherwise));
                    break;
                case ExpressionSyntax otherwise:
                    conditions.Add(null);
                    values.Add((otherwise, knownOtherwise));
                    break;
                default:
                    continue;
            }

            clauses.Add(clause);
        }

        (RuleType? type, List<Expression> bound) = BindValues(context, binder, [.. values], "definition");
        if (type is RecordType)
        {
            _bag.Add(DiagnosticCatalogue.RecordAsValue(bound[0].Location, Describe.Words(bound[0].Location), type));
            type = null;
        }

        definition.Cases = [.. conditions.Select((condition, i) => new DefinitionCase(condition, bound[i], context.At(clauses[i])))];
        return isRight ? type : null;
    }

    private void CheckShape(Definition definition, DeclarationContext context, ClauseSyntax[] forms, ref bool isRight)
    {
        ClauseSyntax last = forms[forms.Length - 1];
        bool endsRight = last.Kind == ClauseKind.Otherwise ? forms.Length > 1 : forms.Length == 1 && last.Body is DefinitionValueSyntax { Condition: null };
        if (forms.Length == 1 && last.Kind == ClauseKind.Otherwise)
        {
            _bag.Add(DiagnosticCatalogue.OtherwiseAlone(context.At(last.KeywordSpan), definition.Name));
            isRight = false;
            return;
        }

        for (int i = 0; i < forms.Length - 1; i++)
        {
            if (forms[i].Kind == ClauseKind.Otherwise || forms[i].Body is DefinitionValueSyntax { Condition: null })
            {
                _bag.Add(DiagnosticCatalogue.CaseNeverReached(context.At(forms[i + 1].KeywordSpan), context.At(forms[i].KeywordSpan)));
                isRight = false;
                return;
            }
        }

        if (!endsRight && !context.Syntax.HasErrors)
        {
            _bag.Add(DiagnosticCatalogue.OtherwiseMissing(context.At(last.KeywordSpan), definition.Name));
            isRight = false;
        }
    }

    /// <summary>The facts that a condition, true or false, shows not to be none.</summary>
    private static IEnumerable<Expression> KnownGiven(Expression condition, bool holds) => condition switch
    {
        StateExpression { Test: StateTest.Given } state when holds => [state.Operand],
        StateExpression { Test: StateTest.None } state when !holds => [state.Operand],
        NotExpression negation => KnownGiven(negation.Operand, !holds),
        LogicalExpression { Operator: LogicalOperator.And } all when holds => all.Operands.SelectMany(operand => KnownGiven(operand, true)),
        LogicalExpression { Operator: LogicalOperator.Or } any when !holds => any.Operands.SelectMany(operand => KnownGiven(operand, false)),
        LogicalExpression { Operator: LogicalOperator.None } none when holds => none.Operands.SelectMany(operand => KnownGiven(operand, false)),
        _ => [],
    };

    /// <summary>
    /// Binds the values of a definition's cases, or of a parameter's periods, which are of one type. Members and texts are read by the
    /// type of the other values; where there are only members, by the one choice that has them all.
    /// </summary>
    private (RuleType? Type, List<Expression> Bound) BindValues(
        DeclarationContext context, ExpressionBinder binder, IReadOnlyList<(ExpressionSyntax Syntax, ImmutableArray<Expression> Known)> values, string whose)
    {
        var bound = new Expression?[values.Count];
        RuleType? type = null;
        bool isRight = true;
        for (int i = 0; i < values.Count; i++)
        {
            if (!binder.IsLoneNameWithoutFact(values[i].Syntax) && values[i].Syntax is not TextLiteralSyntax)
            {
                Bind(i, null);
            }
        }

        RuleType? expected = type;
        if (expected is null && isRight)
        {
            NameSyntax[] names = [.. values.Select(value => value.Syntax).OfType<NameExpressionSyntax>().Select(name => name.Path[0])];
            if (names.Length == values.Count && !names.All(name => Names.Key(name.Text) is Names.Yes or Names.No))
            {
                Choice[] choices = [.. _symbols.ChoicesWith(Names.Key(names[0].Text)).Where(choice => names.All(name => _symbols.MembersOf(choice).Find(name.Text) is not null))];
                if (choices.Length > 1)
                {
                    _bag.Add(DiagnosticCatalogue.MembersOfSeveralChoices(context.At(names[0]), names[0].Text, [.. choices.Select(choice => choice.Name)]));
                    expected = RuleType.Error;
                }
                else
                {
                    expected = choices.Length == 1 ? new ChoiceType(choices[0]) : null;
                }
            }
        }

        for (int i = 0; i < values.Count; i++)
        {
            if (bound[i] is null)
            {
                Bind(i, isRight ? expected : expected ?? RuleType.Error);
            }
        }

        return (isRight ? type : null, [.. bound.Select(expression => expression!)]);

        void Bind(int i, RuleType? expectedType)
        {
            Expression value = binder.Knowing(values[i].Known, () => binder.Bind(values[i].Syntax, expectedType));
            bound[i] = value;
            if (value.Type.IsError)
            {
                isRight = false;
            }
            else if (type is null)
            {
                type = value.Type;
            }
            else if (TypeRules.Unify(type, value.Type) is { } one)
            {
                type = one;
            }
            else
            {
                if (isRight)
                {
                    _bag.Add(DiagnosticCatalogue.ValuesOfSeveralTypes(value.Location, whose, Describe.Words(value.Location), value.Type, type));
                }

                isRight = false;
            }
        }
    }

    private void BindRounding(Definition definition, DeclarationContext context)
    {
        ClauseSyntax? clause = Single(context, ClauseKind.Rounded);
        if (clause is null)
        {
            if (!Has(context, ClauseKind.Rounded) && definition.Type is MoneyType && definition.Cases.Any(item => TypeRules.MultipliesMoney(item.Value)))
            {
                _bag.Add(DiagnosticCatalogue.RoundingMissing(context.Name, definition.Name, _symbols.CurrencySymbol));
            }

            return;
        }

        var syntax = (RoundedSyntax)clause.Body!;
        Expression unit = new ExpressionBinder(context).Bind(syntax.Unit);
        if (unit is not LiteralExpression { Value: NumberValue { Value: var amount } } || definition.Type.IsError)
        {
            return;
        }

        if (definition.Type is not MoneyType && !definition.Type.IsNumeric)
        {
            _bag.Add(DiagnosticCatalogue.RoundingNotNeeded(context.At(clause.KeywordSpan), definition.Name, definition.Type));
            return;
        }

        bool ofMoney = definition.Type is MoneyType;
        if (ofMoney != unit.Type is MoneyType)
        {
            _bag.Add(DiagnosticCatalogue.RoundingUnitOfOtherType(unit.Location, Describe.Words(unit.Location), definition.Name, definition.Type));
        }
        else if (amount.Sign <= 0)
        {
            _bag.Add(DiagnosticCatalogue.RoundingUnitNotPositive(unit.Location, Describe.Words(unit.Location)));
        }
        else if (ofMoney && !IsWholePence(amount))
        {
            _bag.Add(DiagnosticCatalogue.NotWholePence(unit.Location, Describe.Words(unit.Location)));
        }
        else
        {
            definition.Rounding = new Rounding(syntax.Mode, amount);
        }
    }

    internal static bool IsWholePence(ExactNumber amount) =>
        ExactNumber.Multiply(amount, ExactNumber.FromInteger(100), out ExactNumber pence) == ArithmeticError.None ? pence.IsWhole : amount.IsWhole;

    // English courts have read a plain "at least 14 days before" as 14 clear days.
    private void NotePlainDays(Expression condition)
    {
        foreach (Expression node in condition.DescendantsAndSelf())
        {
            if (node is DateDistanceExpression { Direction: Direction.Before } distance && !IsClear(distance.Duration)
                && TypeRules.UnitOf(distance.Duration) is DurationUnit.Day or DurationUnit.WorkingDay)
            {
                _bag.Add(DiagnosticCatalogue.PlainDaysBefore(distance.Location, Describe.Words(distance.Duration.Location)));
            }
        }
    }

    private static bool IsClear(Expression duration) => duration is LiteralExpression { Value: DurationValue { Value.Clear: true } };
}
