using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Compiler.Linting;

/// <summary>What is declared and never used. What an example expects of a definition is a use: some are there to be published.</summary>
internal static class UnusedLints
{
    internal static IEnumerable<Diagnostic> Find(RulesModel model)
    {
        var used = new HashSet<object>();
        foreach (Expression expression in ModelUses.Roots(model).SelectMany(root => root.DescendantsAndSelf()))
        {
            Use(expression, used);
        }

        used.UnionWith(model.Examples.SelectMany(example => example.Cases).SelectMany(@case => @case.Expectations).Select(expectation => expectation.Definition).OfType<Definition>());
        used.UnionWith(ModelUses.Readings(model));
        foreach (RuleType type in Fields(model).Select(field => field.Type).Concat(model.Definitions.Select(definition => definition.Type)))
        {
            used.UnionWith(DeclaredIn(type));
        }

        return Fields(model).Where(field => !used.Contains(field)).Select(field => DiagnosticCatalogue.UnusedFact(field.Location, field.Name, field.Record.Name))
            .Concat(model.Definitions.Where(definition => !used.Contains(definition)).Select(definition => DiagnosticCatalogue.UnusedDefinition(definition.Location, definition.Name)))
            .Concat(model.Parameters.Where(parameter => !used.Contains(parameter)).Select(parameter => DiagnosticCatalogue.UnusedParameter(parameter.Location, parameter.Name)))
            .Concat(Unused("choice", model.Choices)).Concat(Unused("format", model.Formats)).Concat(Unused("record", model.Records))
            .Concat(model.Readings.Where(reading => !used.Contains(reading)).Select(reading => DiagnosticCatalogue.UnusedReading(reading.Location, reading.Name)))
            .Concat(Terms(model));

        IEnumerable<Diagnostic> Unused(string kind, IEnumerable<Symbol> symbols) =>
            symbols.Where(symbol => !used.Contains(symbol)).Select(symbol => DiagnosticCatalogue.UnusedType(symbol.Location, kind, symbol.Name));
    }

    private static void Use(Expression expression, HashSet<object> used)
    {
        switch (expression)
        {
            case FactExpression fact:
                used.Add(fact.Field);
                break;
            case DefinitionExpression definition:
                used.Add(definition.Definition);
                break;
            case ParameterExpression parameter:
                used.Add(parameter.Parameter);
                break;
        }
    }

    private static IEnumerable<Field> Fields(RulesModel model) => model.Facts.Fields.Concat(model.Records.SelectMany(record => record.Fields));

    private static IEnumerable<object> DeclaredIn(RuleType type) => type switch
    {
        ChoiceType choice => [choice.Choice],
        SetType set => [set.Choice],
        FormatType format => [format.Format],
        RecordType record => [record.Record],
        ListType list => [list.Record],
        _ => [],
    };

    /// <summary>A term is used where a duty falls on it, where a text has it, and in the meaning of another term.</summary>
    private static IEnumerable<Diagnostic> Terms(RulesModel model)
    {
        if (model.Terms.IsEmpty)
        {
            return [];
        }

        var falls = new HashSet<Term>(model.Requirements.Select(requirement => requirement.FallsOn).OfType<Term>());
        Dictionary<Term, string> meanings = model.Terms.ToDictionary(term => term, term => term.Meaning?.Markdown ?? "");
        string texts = string.Join("\n", ModelTexts.Of(model));
        return model.Terms
            .Where(term => !falls.Contains(term) && !Names(term).Any(name => ModelTexts.Mentions(texts, name) || meanings.Any(meaning => meaning.Key != term && ModelTexts.Mentions(meaning.Value, name))))
            .Select(term => DiagnosticCatalogue.UnusedTerm(term.Location, term.Name));
    }

    private static IEnumerable<string> Names(Term term) => term.Title is null ? [term.Name] : [term.Name, term.Title];
}
