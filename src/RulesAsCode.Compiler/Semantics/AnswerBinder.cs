using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>Reads the answers and the paths of examples.</summary>
internal sealed class AnswerBinder(DeclarationContext context)
{
    // An index far beyond what anybody lists would only fill memory.
    private const int MostElements = 100;

    private readonly ExpressionBinder _expressions = new(context);

    private SymbolTable Symbols => context.Symbols;

    /// <summary>The value of an answer to a fact, or of what is expected of a definition; null, with a diagnostic, when it is none of its type.</summary>
    internal RuleValue? BindValue(ValuesSyntax syntax, string name, RuleType type, bool orNone)
    {
        Location at = context.At(syntax);
        if (type.IsError)
        {
            return null;
        }

        switch (syntax.State)
        {
            case SyntaxKind.NoneWord when orNone:
                return NoneValue.Instance;
            case SyntaxKind.NoneWord:
                context.Report(DiagnosticCatalogue.NeverNone(at, name, "none", type));
                return null;
            case SyntaxKind.Empty when type is SetType:
                return SetValue.Of([]);
            case SyntaxKind.Empty when type is ListType:
                return new ListValue([]);
            case SyntaxKind.Empty:
                context.Report(DiagnosticCatalogue.NeverEmpty(at, name, type, orNone));
                return null;
        }

        switch (type)
        {
            case SetType set:
                return BindMembers(syntax, name, set);
            case ListType list:
                context.Report(DiagnosticCatalogue.ListAnswer(at, name, list.Record.Name));
                return null;
            case RecordType record:
                context.Report(DiagnosticCatalogue.RecordAnswer(at, name, record.Record.Name));
                return null;
        }

        if (syntax.Values.Length != 1)
        {
            context.Report(DiagnosticCatalogue.SeveralValues(at, name, type));
            return null;
        }

        return BindConstant(syntax.Values[0], type, name);
    }

    private RuleValue? BindConstant(ExpressionSyntax syntax, RuleType type, string name)
    {
        Expression value = _expressions.Bind(syntax, type);
        if (value.Type.IsError)
        {
            return null;
        }

        Location at = value.Location;
        if (TypeRules.Unify(value.Type, type) is null)
        {
            bool isBareNumber = value is LiteralExpression && value.Type.IsNumeric && type is MoneyType or PercentageType or DurationType;
            context.Report(isBareNumber
                ? DiagnosticCatalogue.MissingUnit(at, Describe.Words(at), type, Symbols.CurrencySymbol)
                : DiagnosticCatalogue.WrongAnswer(at, name, type, Describe.Words(at), value.Type));
            return null;
        }

        RuleValue? constant = ConstantEvaluator.Evaluate(value);
        switch (constant)
        {
            case null:
                context.Report(DiagnosticCatalogue.NotAConstant(at, Describe.Words(at), "an answer is a value"));
                return null;
            case NumberValue number when type is WholeNumberType && !number.Value.IsWhole:
                context.Report(DiagnosticCatalogue.WrongAnswer(at, name, type, Describe.Words(at), RuleType.Number));
                return null;
            case NumberValue money when type is MoneyType && !DeclarationBinder.IsWholePence(money.Value):
                context.Report(DiagnosticCatalogue.NotWholePence(at, Describe.Words(at)));
                return null;
            default:
                return constant;
        }
    }

    private SetValue? BindMembers(ValuesSyntax syntax, string name, SetType type)
    {
        var members = new List<ChoiceMember>();
        bool isRight = true;
        foreach (ExpressionSyntax valueSyntax in syntax.Values)
        {
            Expression value = _expressions.Bind(valueSyntax, type);
            switch (value)
            {
                case LiteralExpression { Value: ChoiceValue choice } when choice.Member.Choice == type.Choice:
                    if (members.Contains(choice.Member))
                    {
                        context.Report(DiagnosticCatalogue.NameRepeated(value.Location, choice.Member.Name));
                        isRight = false;
                    }

                    members.Add(choice.Member);
                    break;
                case { Type: ErrorType }:
                    isRight = false;
                    break;
                default:
                    context.Report(DiagnosticCatalogue.WrongAnswer(value.Location, name, type, Describe.Words(value.Location), value.Type));
                    isRight = false;
                    break;
            }
        }

        return isRight ? SetValue.Of(members) : null;
    }

    /// <summary>A field of a record or of the facts; null, with a diagnostic, when it is none or is worked out by the rules.</summary>
    /// <param name="inPath">True in a table or after <c>asks for</c>, where a fact of an element is written <c>X's Y</c>.</param>
    private Field? FindField(Record record, NameSyntax name, bool inPath)
    {
        NameTable<Symbol> table = record.IsFacts ? Symbols.Values : Symbols.MembersOf(record);
        switch (table.Find(name.Text))
        {
            case Field field:
                return field;
            case { } other:
                context.Report(DiagnosticCatalogue.NotAnswered(context.At(name), name.Text, Describe.Kind(other)));
                return null;
        }

        context.ReportUnknown("fact of " + record.Name, name.Text, () =>
        {
            IReadOnlyList<Record> owners = Symbols.RecordsWith(Names.Key(name.Text));
            if (record.IsFacts && owners.Count == 1)
            {
                return inPath
                    ? DiagnosticCatalogue.FactOfElement(context.At(name), name.Text, owners[0].Name)
                    : DiagnosticCatalogue.AnswerOfElement(context.At(name), name.Text, owners[0].Name);
            }

            Symbol? nearest = Symbols.SpellChecker.Nearest(name.Text, table.All.OfType<Field>());
            return record.IsFacts
                ? DiagnosticCatalogue.UnknownName(context.At(name), name.Text, nearest?.Name, nearest is null ? null : Describe.Symbol(nearest))
                : DiagnosticCatalogue.UnknownField(context.At(name), name.Text, record.Name, nearest?.Name, nearest is null ? null : Describe.Symbol(nearest));
        });
        return null;
    }

    /// <summary>The list that an element's name adds to, or the fact of a record type that it fills; null, with a diagnostic, when there is none.</summary>
    internal Field? FindElementField(Record owner, NameSyntax name)
    {
        NameTable<Symbol> table = owner.IsFacts ? Symbols.Values : Symbols.MembersOf(owner);
        if (table.Find(name.Text) is Field { Type: ListType or RecordType or ErrorType } named)
        {
            return named.Type.IsError ? null : named;
        }

        if (owner.IsFacts && Symbols.Types.Find(name.Text) is Record { IsFacts: false } record)
        {
            IReadOnlyList<Field> lists = Symbols.ListsOf(record);
            if (lists.Count == 1)
            {
                return lists[0];
            }

            if (lists.Count > 1)
            {
                context.Report(DiagnosticCatalogue.SeveralListsInExample(context.At(name), record.Name, [.. lists.Select(list => list.Name)]));
            }
            else if (Symbols.IsComplete && !Symbols.BrokenText.Contains(record.Name))
            {
                context.Report(DiagnosticCatalogue.NoListOf(context.At(name), record.Name));
            }

            return null;
        }

        if (table.Find(name.Text) is { } other)
        {
            context.Report(DiagnosticCatalogue.NoElements(context.At(name), name.Text, Describe.Kind(other)));
            return null;
        }

        context.ReportUnknown("record", name.Text, () =>
        {
            Symbol? nearest = Symbols.SpellChecker.Nearest(name.Text, Symbols.Records.Concat<Symbol>(table.All.OfType<Field>().Where(field => field.Type is ListType or RecordType)));
            return DiagnosticCatalogue.UnknownOfKind(context.At(name), "record", name.Text, nearest?.Name, nearest is null ? null : Names.Place(nearest.Location));
        });
        return null;
    }

    /// <summary>
    /// An element as a path names it: <c>testing programme</c> is the first of its list, <c>testing programme 2</c> the second. For a fact
    /// of a record type there is no index. Null, with a diagnostic, when there is no such list.
    /// </summary>
    internal FactPathStep? BindElement(NameSyntax name)
    {
        if (IsElement(name.Text) || !Names.TrySplitNumber(name.Text, out string element, out int number) || !IsElement(element))
        {
            return FindElementField(Symbols.Facts, name) is { } field ? new FactPathStep(field, field.Type is ListType ? 0 : null) : null;
        }

        if (FindElementField(Symbols.Facts, name with { Text = element }) is not { } list)
        {
            return null;
        }

        if (list.Type is not ListType || number < 1 || number > MostElements)
        {
            context.Report(DiagnosticCatalogue.NoSuchElement(context.At(name), name.Text, list.Type is ListType ? MostElements : null));
            return null;
        }

        return new FactPathStep(list, number - 1);
    }

    private bool IsElement(string name) => Symbols.Types.Find(name) is Record { IsFacts: false } || Symbols.Values.Find(name) is Field { Type: ListType or RecordType };

    /// <summary>The path of a fact, from the guide's facts on; null, with a diagnostic, when it leads nowhere.</summary>
    internal FactPath? BindPath(NameExpressionSyntax syntax)
    {
        if (syntax.Path.Length == 1)
        {
            return FindField(Symbols.Facts, syntax.Path[0], inPath: true) is { } fact ? new FactPath([new FactPathStep(fact, null)]) : null;
        }

        if (BindElement(syntax.Path[0]) is not { } first)
        {
            return null;
        }

        var steps = new List<FactPathStep> { first };
        Record? record = RecordOf(first.Field);
        for (int i = 1; i < syntax.Path.Length; i++)
        {
            if (record is null)
            {
                Field owner = steps[steps.Count - 1].Field;
                context.Report(DiagnosticCatalogue.HasNoFacts(context.At(syntax.Path[i - 1]), owner.Name, owner.Type));
                return null;
            }

            if (FindField(record, syntax.Path[i], inPath: true) is not { } field)
            {
                return null;
            }

            steps.Add(new FactPathStep(field, null));
            record = RecordOf(field);
        }

        return new FactPath([.. steps]);
    }

    /// <summary>
    /// A fact after <c>asks for</c>. A bare name may be a fact of an element: of the one the expectation is about, or, where
    /// it is about the whole, of any element; the step of the list has then no index.
    /// </summary>
    internal FactPath? BindAskedFor(NameExpressionSyntax syntax, ElementIndex? subject)
    {
        if (syntax.Path.Length == 1 && Symbols.Values.Find(syntax.Path[0].Text) is null)
        {
            (Field List, Field? Fact)[] found = [.. Symbols.Facts.Fields
                .Where(list => list.Type is ListType type && (subject is null || type.Record == subject.Record))
                .Select(list => (List: list, Fact: Symbols.MembersOf(((ListType)list.Type).Record).Find(syntax.Path[0].Text) as Field))
                .Where(pair => pair.Fact is not null)];
            if (found.Length == 1)
            {
                return new FactPath([new FactPathStep(found[0].List, subject?.Index), new FactPathStep(found[0].Fact!, null)]);
            }
        }

        return BindPath(syntax);
    }

    private static Record? RecordOf(Field field) => field.Type switch
    {
        ListType list => list.Record,
        RecordType type => type.Record,
        _ => null,
    };

    /// <summary>The answers of <c>given</c>, or of one element in it.</summary>
    internal FactRecord BindAnswers(Record record, ImmutableArray<ClauseSyntax> clauses)
    {
        FactRecord answers = FactRecord.Empty;
        var places = new Dictionary<Field, Location>();
        var elements = new Dictionary<Field, ImmutableArray<FactRecord>.Builder>();
        foreach (ClauseSyntax clause in clauses)
        {
            switch (clause)
            {
                case { Kind: ClauseKind.Answer, Body: AnswerSyntax answer }:
                    if (FindField(record, answer.Name, inPath: false) is not { } field)
                    {
                        break;
                    }

                    RuleValue? value = BindValue(answer.Values, field.Name, field.Type, field.OrNone);
                    if (IsFirst(field, context.At(answer.Name)) && value is not null)
                    {
                        answers = answers.With(field, value);
                    }

                    break;

                case { Kind: ClauseKind.ElementAnswers, Body: NameSyntax name }:
                    if (FindElementField(record, name) is not { } target || RecordOf(target) is not { } elementRecord)
                    {
                        break;
                    }

                    FactRecord element = BindAnswers(elementRecord, clause.SubClauses);
                    if (elements.TryGetValue(target, out ImmutableArray<FactRecord>.Builder? list) && list.Count == MostElements)
                    {
                        context.Report(DiagnosticCatalogue.TooManyElements(context.At(name), MostElements));
                    }
                    else if (target.Type is RecordType)
                    {
                        if (IsFirst(target, context.At(name)))
                        {
                            answers = answers.With(target, new RecordValue(element));
                        }
                    }
                    else if (list is not null)
                    {
                        list.Add(element);
                    }
                    else if (IsFirst(target, context.At(name)))
                    {
                        elements.Add(target, list = ImmutableArray.CreateBuilder<FactRecord>());
                        list.Add(element);
                    }

                    break;
            }
        }

        foreach (KeyValuePair<Field, ImmutableArray<FactRecord>.Builder> list in elements)
        {
            answers = answers.With(list.Key, new ListValue(list.Value.ToImmutable()));
        }

        return answers;

        bool IsFirst(Field field, Location at)
        {
            if (places.TryGetValue(field, out Location? first))
            {
                context.Report(DiagnosticCatalogue.AnsweredTwice(at, field.Name, first));
                return false;
            }

            places.Add(field, at);
            return true;
        }
    }

    /// <summary>The answers with one more, at the end of a path; elements and records on the way are made where they are not there.</summary>
    internal static FactRecord With(FactRecord answers, FactPath path, RuleValue value) => With(answers, path.Steps, 0, value);

    private static FactRecord With(FactRecord answers, ImmutableArray<FactPathStep> steps, int at, RuleValue value)
    {
        FactPathStep step = steps[at];
        if (at == steps.Length - 1)
        {
            return answers.With(step.Field, value);
        }

        if (step.Index is not { } index)
        {
            FactRecord inner = answers[step.Field] is RecordValue record ? record.Record : FactRecord.Empty;
            return answers.With(step.Field, new RecordValue(With(inner, steps, at + 1, value)));
        }

        ImmutableArray<FactRecord> elements = answers[step.Field] is ListValue list ? list.Elements : [];
        while (elements.Length <= index)
        {
            elements = elements.Add(FactRecord.Empty);
        }

        return answers.With(step.Field, new ListValue(elements.SetItem(index, With(elements[index], steps, at + 1, value))));
    }
}
