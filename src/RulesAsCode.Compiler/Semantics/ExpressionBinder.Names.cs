using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

internal sealed partial class ExpressionBinder
{
    /// <summary>What a name may stand for: a fact, definition or parameter, and the element it is a field of.</summary>
    private readonly record struct Candidate(Symbol Symbol, ElementVariable? Element);

    private Expression BindName(NameExpressionSyntax syntax, RuleType? expected) =>
        syntax.Path.Length == 1 ? BindSimpleName(syntax.Path[0], context.At(syntax), expected) : BindPath(syntax);

    private Expression BindSimpleName(NameSyntax name, Location at, RuleType? expected)
    {
        string key = Names.Key(name.Text);
        Choice? choice = expected switch
        {
            ChoiceType type => type.Choice,
            SetType type => type.Choice,
            _ => null,
        };
        ChoiceMember? member = choice is null ? null : Symbols.MembersOf(choice).FindKey(key);
        List<Candidate> candidates = FindCandidates(key);
        if (member is not null)
        {
            // A fact of the same name would be meant only if it could stand here as well.
            foreach (Candidate candidate in candidates)
            {
                if (TypeOf(candidate.Symbol) is ChoiceType other && other.Choice == choice)
                {
                    context.Report(DiagnosticCatalogue.MemberOrFact(at, name.Text, choice!.Name, candidate.Symbol.Location));
                    return new ErrorExpression(at);
                }
            }

            return new LiteralExpression(new ChoiceValue(member), new ChoiceType(choice!), at);
        }

        if (key == Names.Today)
        {
            return new TodayExpression(at);
        }

        if (candidates.Count == 0 && key is Names.Yes or Names.No)
        {
            return new LiteralExpression(YesNoValue.Of(key == Names.Yes), RuleType.YesNo, at);
        }

        switch (candidates.Count)
        {
            case 1:
                return Use(candidates[0].Symbol, candidates[0].Element is { } element ? new ElementExpression(element, at) : null, false, at);
            case 0:
                return ReportUnknownValue(name, at, expected, choice);
            default:
                context.Report(DiagnosticCatalogue.AmbiguousName(at, name.Text,
                    [.. candidates.Select(candidate => Describe.Symbol(candidate.Symbol))],
                    [.. candidates.Where(candidate => candidate.Element is not null).Select(candidate => candidate.Element!.Name + "'s " + candidate.Symbol.Name)],
                    candidates.Any(candidate => candidate.Element is null)));
                return new ErrorExpression(at);
        }
    }

    private RuleType TypeOf(Symbol symbol)
    {
        switch (symbol)
        {
            case Field field:
                return field.Type;
            case Parameter parameter:
                return parameter.Type;
            case Definition definition:
                Symbols.EnsureBound(definition);
                return definition.Type;
            default:
                return RuleType.Error;
        }
    }

    private List<Candidate> FindCandidates(string key)
    {
        var candidates = new List<Candidate>();
        foreach (ElementVariable element in _elements)
        {
            if (Symbols.MembersOf(element.Record).FindKey(key) is { } field)
            {
                candidates.Add(new Candidate(field, element));
            }
        }

        if (Symbols.Values.FindKey(key) is { } value)
        {
            candidates.Add(new Candidate(value, null));
        }

        return candidates;
    }

    /// <summary>A lone name that names no fact here: it may be a member, read by the type of the other side.</summary>
    internal bool IsLoneNameWithoutFact(ExpressionSyntax syntax) =>
        Bare(syntax) is NameExpressionSyntax { Path.Length: 1 } name && Names.Key(name.Path[0].Text) is var key && key != Names.Today && FindCandidates(key).Count == 0;

    private Expression Use(Symbol symbol, Expression? target, bool isQualified, Location at)
    {
        Expression use;
        switch (symbol)
        {
            case Field field:
                use = new FactExpression(target, field, isQualified, at);
                break;
            case Parameter parameter:
                use = new ParameterExpression(parameter, null, at);
                break;
            case Definition definition:
                Symbols.EnsureBound(definition);
                use = new DefinitionExpression(target, definition, isQualified, definition.Type, definition.OrNone, at);
                break;
            default:
                return new ErrorExpression(at);
        }

        if (use.Type.IsError)
        {
            return new ErrorExpression(at);
        }

        return use.OrNone && _known.Any(known => TypeRules.IsSameFact(known, use)) ? use with { OrNone = false } : use;
    }

    private Expression BindPath(NameExpressionSyntax syntax)
    {
        Expression target = BindOwner(syntax.Path[0], syntax.Path[1]);
        for (int i = 1; i < syntax.Path.Length; i++)
        {
            if (target.Type is not RecordType { Record: var record })
            {
                if (!target.Type.IsError)
                {
                    context.Report(DiagnosticCatalogue.HasNoFacts(target.Location, Describe.Words(target.Location), target.Type));
                }

                return new ErrorExpression(context.At(syntax));
            }

            NameSyntax name = syntax.Path[i];
            Symbol? member = Symbols.MembersOf(record).Find(name.Text);
            if (member is null)
            {
                context.ReportUnknown("fact of " + record.Name, name.Text, () =>
                {
                    Symbol? nearest = Symbols.SpellChecker.Nearest(name.Text, Symbols.MembersOf(record).All);
                    return DiagnosticCatalogue.UnknownField(context.At(name), name.Text, record.Name, nearest?.Name, nearest is null ? null : Describe.Symbol(nearest));
                });
                return new ErrorExpression(context.At(syntax));
            }

            var span = TextSpan.FromBounds(syntax.Path[0].Span.Start, name.Span.End);
            target = Use(member, target, true, context.At(span));
        }

        return target;
    }

    /// <summary>The X of <c>X's Y</c>: an element in scope by its record's name, or a fact of a record type.</summary>
    private Expression BindOwner(NameSyntax name, NameSyntax next)
    {
        Location at = context.At(name);
        string key = Names.Key(name.Text);
        ElementVariable? element = _elements.LastOrDefault(variable => Names.Key(variable.Name) == key);
        List<Candidate> candidates = FindCandidates(key);
        if (element is not null)
        {
            if (candidates.Any(candidate => TypeOf(candidate.Symbol) is RecordType))
            {
                context.Report(DiagnosticCatalogue.AmbiguousName(at, name.Text, ["the element", .. candidates.Select(candidate => Describe.Symbol(candidate.Symbol))], [], true));
                return new ErrorExpression(at);
            }

            return new ElementExpression(element, at);
        }

        if (candidates.Count > 0)
        {
            Expression owner = BindSimpleName(name, at, null);
            if (owner.Type is ListType list)
            {
                context.Report(DiagnosticCatalogue.ElementNotInScope(at, next.Text, list.Record.Name));
                return new ErrorExpression(at);
            }

            return owner;
        }

        if (Symbols.Types.FindKey(key) is Record { IsFacts: false } record)
        {
            context.Report(DiagnosticCatalogue.ElementNotInScope(at, next.Text, record.Name));
            return new ErrorExpression(at);
        }

        return ReportUnknownValue(name, at, null, null);
    }

    private Expression ReportUnknownValue(NameSyntax name, Location at, RuleType? expected, Choice? choice)
    {
        if (expected is ErrorType)
        {
            // The other side is wrong already, and it may be what gives this name its meaning.
            return new ErrorExpression(at);
        }

        string key = Names.Key(name.Text);
        if (_elements.Any(element => Names.Key(element.Name) == key))
        {
            context.Report(DiagnosticCatalogue.ElementIsNoValue(at, name.Text));
            return new ErrorExpression(at);
        }

        context.ReportUnknown("value", name.Text, () => HiddenSentence(context.At(name)) ?? UnknownValue(name.Text, key, at, expected, choice));
        return new ErrorExpression(at);
    }

    private Diagnostic UnknownValue(string name, string key, Location at, RuleType? expected, Choice? choice)
    {
        // A fact of a record, used where no element of it is in scope.
        IReadOnlyList<Record> owners = Symbols.RecordsWith(key);
        if (owners.Count == 1)
        {
            return DiagnosticCatalogue.ElementNotInScope(at, name, owners[0].Name);
        }

        IReadOnlyList<Choice> others = Symbols.ChoicesWith(key);
        if (others.Count == 1)
        {
            return DiagnosticCatalogue.MemberNotExpected(at, name, others[0].Name, choice?.Name, expected is null or YesNoType ? null : expected);
        }

        if (choice is not null)
        {
            ChoiceMember? nearestMember = Symbols.SpellChecker.Nearest(name, choice.Members);
            return DiagnosticCatalogue.UnknownMember(at, name, choice.Name, nearestMember?.Name, [.. choice.Members.Select(member => member.Name)]);
        }

        if (expected is YesNoType && key is "TRUE" or "FALSE")
        {
            return DiagnosticCatalogue.TrueOrFalse(at, name, key == "TRUE" ? "yes" : "no");
        }

        // What is legal here, before what is only spelt alike.
        Symbol[] visible = [.. _elements.SelectMany(element => Symbols.MembersOf(element.Record).All).Concat(Symbols.Values.All)];
        Symbol? nearest = Symbols.SpellChecker.Nearest(name, visible.Where(symbol => expected is null || TypeRules.Unify(DeclaredType(symbol), expected) is not null))
            ?? Symbols.SpellChecker.Nearest(name, Symbols.Records.SelectMany(record => Symbols.MembersOf(record).All))
            ?? (expected is null ? null : Symbols.SpellChecker.Nearest(name, visible));
        if (nearest is null && OfOtherKind(key) is { } other)
        {
            return DiagnosticCatalogue.NameOfOtherKind(at, name, Describe.Symbol(other));
        }

        return DiagnosticCatalogue.UnknownName(at, name, nearest?.Name, nearest is null ? null : Describe.Symbol(nearest), expected);
    }

    private Symbol? OfOtherKind(string key) => Symbols.Types.FindKey(key) ?? Symbols.Requirements.FindKey(key) ?? Symbols.Terms.FindKey(key) ?? (Symbol?)Symbols.Readings.FindKey(key);

    // Without binding a definition only to word a message.
    private static RuleType DeclaredType(Symbol symbol) => symbol switch
    {
        Field field => field.Type,
        Parameter parameter => parameter.Type,
        Definition definition => definition.Type,
        _ => RuleType.Error,
    };

    private Expression BindAsAt(AsAtExpressionSyntax syntax)
    {
        Expression operand = Bind(syntax.Operand);
        Expression date = Bind(syntax.Date, RuleType.Date);
        if (operand.Type.IsError || date.Type.IsError)
        {
            return Error(syntax);
        }

        if (operand is not ParameterExpression { AsAt: null } parameter)
        {
            context.Report(DiagnosticCatalogue.AsAtWithoutParameter(operand.Location, Describe.Words(operand.Location)));
            return Error(syntax);
        }

        if (date.Type is not DateType)
        {
            context.Report(DiagnosticCatalogue.NotADate(date.Location, Describe.Words(date.Location), date.Type));
            return Error(syntax);
        }

        return RequireNotNone(date, "then there is no date to take the value of") ? new ParameterExpression(parameter.Parameter, date, context.At(syntax)) : Error(syntax);
    }
}
