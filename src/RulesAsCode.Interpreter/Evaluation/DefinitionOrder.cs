using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Interpreter.Evaluation;

/// <summary>
/// Computes long chains of definitions from their far end, so that the depth of evaluation is that of one expression, whatever the rules.
/// </summary>
internal sealed class DefinitionOrder
{
    // A chain as long as this is evaluated in a fraction of the smallest stack in use.
    private const int LongestChainLeftToRecursion = 64;

    private readonly ImmutableArray<Definition> _dependenciesFirst;

    private DefinitionOrder(ImmutableArray<Definition> dependenciesFirst) => _dependenciesFirst = dependenciesFirst;

    public static DefinitionOrder Of(ImmutableArray<Definition> definitions)
    {
        Dictionary<Definition, Definition[]> uses = definitions.ToDictionary(definition => definition, UsesOf);
        var chain = new Dictionary<Definition, int>();
        var order = ImmutableArray.CreateBuilder<Definition>(definitions.Length);
        var pending = new Stack<(Definition Definition, bool AreUsesDone)>();
        foreach (Definition root in definitions)
        {
            pending.Push((root, false));
            while (pending.TryPop(out (Definition Definition, bool AreUsesDone) next))
            {
                if (chain.ContainsKey(next.Definition))
                {
                    continue;
                }

                Definition[] used = uses.GetValueOrDefault(next.Definition) ?? [];
                if (next.AreUsesDone)
                {
                    chain.Add(next.Definition, 1 + used.Max(definition => (int?)chain.GetValueOrDefault(definition)).GetValueOrDefault());
                    order.Add(next.Definition);
                    continue;
                }

                pending.Push((next.Definition, true));
                foreach (Definition definition in used)
                {
                    pending.Push((definition, false));
                }
            }
        }

        return new DefinitionOrder(chain.Values.Any(length => length > LongestChainLeftToRecursion) ? order.ToImmutable() : []);
    }

    public void Prepare(Evaluator evaluator)
    {
        if (_dependenciesFirst.IsEmpty)
        {
            return;
        }

        Subject[] elements = [.. Subjects(evaluator.Facts)];
        foreach (Definition definition in _dependenciesFirst)
        {
            if (definition.Element is null)
            {
                evaluator.Evaluate(definition, null);
                continue;
            }

            foreach (Subject element in elements)
            {
                if (ReferenceEquals(element.RecordType, definition.Element.Record))
                {
                    evaluator.Evaluate(definition, element);
                }
            }
        }
    }

    private static Definition[] UsesOf(Definition definition) =>
    [
        .. definition.Cases
            .SelectMany(@case => @case.Condition is null ? [@case.Value] : new[] { @case.Condition, @case.Value })
            .SelectMany(expression => expression.DescendantsAndSelf())
            .OfType<DefinitionExpression>()
            .Select(use => use.Definition)
            .Distinct(),
    ];

    /// <summary>Every element of a list, and every record among the facts, given or not.</summary>
    private static IEnumerable<Subject> Subjects(Subject facts)
    {
        var pending = new Stack<Subject>([facts]);
        while (pending.TryPop(out Subject? owner))
        {
            foreach (Field field in owner.RecordType.Fields)
            {
                switch (field.Type)
                {
                    case ListType when owner[field] is ListValue list:
                        foreach (Subject element in owner.List(field, list).Elements)
                        {
                            pending.Push(element);
                            yield return element;
                        }

                        break;
                    case RecordType:
                        Subject record = owner.Record(field, owner[field] is RecordValue answer ? answer.Record : FactRecord.Empty);
                        pending.Push(record);
                        yield return record;
                        break;
                }
            }
        }
    }
}
