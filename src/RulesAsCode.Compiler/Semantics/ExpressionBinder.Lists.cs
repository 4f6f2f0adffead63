using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

internal sealed partial class ExpressionBinder
{
    /// <summary>
    /// The element of <c>for each</c> or of a quantifier. Alone it is the record of exactly one list; with <c>across</c> the list is named.
    /// Null, with a diagnostic, when it cannot be found.
    /// </summary>
    internal ElementVariable? BindElement(ElementSyntax syntax)
    {
        if (syntax.List is { } listName)
        {
            Expression list = BindList(listName);
            if (list.Type is not ListType type)
            {
                return null;
            }

            if (!Names.AreEqual(type.Record.Name, syntax.Name.Text))
            {
                context.Report(DiagnosticCatalogue.WrongElement(context.At(syntax.Name), syntax.Name.Text, listName.Text, type.Record.Name));
                return null;
            }

            return InScopeOnce(new ElementVariable(type.Record, list), context.At(syntax.Name));
        }

        if (FindRecord(syntax.Name) is not { } record)
        {
            return null;
        }

        IReadOnlyList<Field> lists = Symbols.ListsOf(record);
        if (lists.Count != 1)
        {
            if (lists.Count > 1 || (Symbols.IsComplete && !Symbols.BrokenText.Contains(record.Name)))
            {
                context.Report(lists.Count == 0
                    ? DiagnosticCatalogue.NoListOf(context.At(syntax.Name), record.Name)
                    : DiagnosticCatalogue.SeveralListsOf(context.At(syntax.Name), record.Name, [.. lists.Select(list => list.Name)]));
            }

            return null;
        }

        return InScopeOnce(new ElementVariable(record, new FactExpression(null, lists[0], false, context.At(syntax.Name))), context.At(syntax.Name));
    }

    /// <summary>A record by its name; null, with a diagnostic, when there is none.</summary>
    internal Record? FindRecord(NameSyntax name)
    {
        switch (Symbols.Types.Find(name.Text))
        {
            case Record { IsFacts: false } record:
                return record;

            case { } other:
                context.Report(DiagnosticCatalogue.NotARecord(context.At(name), name.Text, Describe.Symbol(other)));
                return null;
        }

        Symbol? value = Symbols.Values.Find(name.Text);
        if (value is not null && TypeOf(value) is ListType list)
        {
            context.Report(DiagnosticCatalogue.ListForElement(context.At(name), name.Text, list.Record.Name));
            return null;
        }

        context.ReportUnknown("record", name.Text, () =>
        {
            Record? nearest = Symbols.SpellChecker.Nearest(name.Text, Symbols.Records);
            return DiagnosticCatalogue.UnknownOfKind(context.At(name), "record", name.Text, nearest?.Name, nearest is null ? null : Names.Place(nearest.Location));
        });
        return null;
    }

    // Two elements of one record in scope would leave no way to say which one a fact belongs to.
    private ElementVariable? InScopeOnce(ElementVariable variable, Location at)
    {
        if (_elements.Any(element => element.Record == variable.Record))
        {
            context.Report(DiagnosticCatalogue.ElementInsideItself(at, variable.Name));
            return null;
        }

        return variable;
    }

    private Expression BindList(NameSyntax name)
    {
        Location at = context.At(name);
        string key = Names.Key(name.Text);
        if (FindCandidates(key).Count == 0 && Symbols.Types.FindKey(key) is Record { IsFacts: false } record)
        {
            context.Report(DiagnosticCatalogue.ElementForList(at, name.Text, [.. Symbols.ListsOf(record).Select(list => list.Name)]));
            return new ErrorExpression(at);
        }

        Expression list = BindSimpleName(name, at, null);
        if (list.Type is ListType or ErrorType)
        {
            return list;
        }

        context.Report(DiagnosticCatalogue.NotAList(at, name.Text, list.Type));
        return new ErrorExpression(at);
    }

    /// <summary>A list by name, or those of its elements for which a condition holds.</summary>
    private Expression BindListOrFilter(ListSyntax syntax) =>
        syntax.Condition is null ? BindList(syntax.Name) : BindFilter(syntax.Name, syntax.Condition, context.At(syntax));

    internal Expression BindFilter(NameSyntax listName, ExpressionSyntax condition, Location at)
    {
        Expression list = BindList(listName);
        if (list.Type is not ListType type || InScopeOnce(new ElementVariable(type.Record, list), context.At(listName)) is not { } variable)
        {
            return new ErrorExpression(at);
        }

        Expression bound = With(variable, () => BindCondition(condition));
        return bound.Type.IsError ? new ErrorExpression(at) : new FilterExpression(list, variable, bound, at);
    }

    private Expression BindQuantifier(QuantifierExpressionSyntax syntax)
    {
        if (BindElement(syntax.Element) is not { List: { } list } variable)
        {
            return Error(syntax);
        }

        Quantifier quantifier = syntax.QuantifierKind switch
        {
            SyntaxKind.ForEvery => Quantifier.Every,
            SyntaxKind.ForSome => Quantifier.Some,
            _ => Quantifier.No,
        };
        return new QuantifierExpression(quantifier, variable, list, With(variable, () => BindCondition(syntax.Body)), context.At(syntax));
    }

    private Expression BindCount(CountExpressionSyntax syntax)
    {
        Expression list;
        if (syntax.List.Condition is null && FindCandidates(Names.Key(syntax.List.Name.Text)) is { Count: 1 } candidates && TypeOf(candidates[0].Symbol) is SetType)
        {
            list = BindSimpleName(syntax.List.Name, context.At(syntax.List), null);
        }
        else
        {
            list = BindListOrFilter(syntax.List);
        }

        return list.Type.IsError ? Error(syntax) : new CountExpression(list, context.At(syntax));
    }

    private Expression BindAggregate(AggregateExpressionSyntax syntax)
    {
        Expression list = BindListOrFilter(syntax.List);
        if (list.Type is not ListType type || InScopeOnce(new ElementVariable(type.Record, list), context.At(syntax.List)) is not { } variable)
        {
            return Error(syntax);
        }

        AggregateFunction function = syntax.Function switch
        {
            SyntaxKind.SumOf => AggregateFunction.Sum,
            SyntaxKind.LargestOf => AggregateFunction.Largest,
            SyntaxKind.SmallestOf => AggregateFunction.Smallest,
            SyntaxKind.EarliestOf => AggregateFunction.Earliest,
            _ => AggregateFunction.Latest,
        };
        bool ofDates = function is AggregateFunction.Earliest or AggregateFunction.Latest;
        Expression value = With(variable, () => Bind(syntax.Value, ofDates ? RuleType.Date : null));
        if (value.Type.IsError)
        {
            return Error(syntax);
        }

        if (ofDates ? value.Type is not DateType : !TypeRules.IsAmount(value.Type))
        {
            string word = function.ToString().ToLowerInvariant() + " of";
            context.Report(DiagnosticCatalogue.WrongOperand(value.Location, Describe.Words(value.Location), value.Type, word,
                ofDates ? "dates" : "numbers, percentages and money",
                value.Type is DateType ? (function == AggregateFunction.Largest ? "latest of" : function == AggregateFunction.Smallest ? "earliest of" : null)
                : ofDates && TypeRules.IsAmount(value.Type) ? (function == AggregateFunction.Latest ? "largest of" : "smallest of") : null));
            return Error(syntax);
        }

        return RequireNotNone(value, "then this element has nothing to add or to compare") ? new AggregateExpression(function, value, variable, list, context.At(syntax)) : Error(syntax);
    }
}
