using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Interpreter.Evaluation;

/// <summary>A record of the facts together with where it stands in them: the facts as a whole, an element of a list, or a fact that is a record.</summary>
internal sealed class Subject(Record recordType, FactRecord answers, ImmutableArray<FactPathStep> path)
{
    private readonly Dictionary<Field, Subject> _records = [];
    private readonly Dictionary<Field, ElementsValue> _lists = [];

    public Record RecordType { get; } = recordType;

    public FactRecord Answers { get; } = answers;

    /// <summary>Empty for the facts as a whole.</summary>
    public ImmutableArray<FactPathStep> Path { get; } = path;

    /// <summary>The index in its list; 0 where it is no element of a list.</summary>
    public int Index => Path.IsEmpty ? 0 : Path[^1].Index ?? 0;

    /// <summary>As a reader says it: <c>testing programme 2</c>.</summary>
    public string Name => PathOf(Path).Words;

    /// <summary>The answer to a field; null when it is not given. An answer that its type does not allow is none.</summary>
    public RuleValue? this[Field field] => Answers[field] is { } answer && Answer.Fits(answer, field) ? answer : null;

    public FactPath PathTo(Field field) => PathOf(Path.Add(new FactPathStep(field, null)));

    /// <summary>The record that is a field's answer; the same instance each time, for definitions are computed once for each.</summary>
    public Subject Record(Field field, FactRecord answers)
    {
        if (!_records.TryGetValue(field, out Subject? record))
        {
            _records.Add(field, record = new Subject(((RecordType)field.Type).Record, answers, Path.Add(new FactPathStep(field, null))));
        }

        return record;
    }

    /// <summary>The elements of the list that is a field's answer; the same instances each time.</summary>
    public ElementsValue List(Field field, ListValue answer)
    {
        if (!_lists.TryGetValue(field, out ElementsValue? list))
        {
            Record record = ((ListType)field.Type).Record;
            list = new ElementsValue([.. answer.Elements.Select((element, index) => new Subject(record, element, Path.Add(new FactPathStep(field, index))))]);
            _lists.Add(field, list);
        }

        return list;
    }

    private static FactPath PathOf(ImmutableArray<FactPathStep> steps) => new(steps);
}

/// <summary>A list met while evaluating: its elements know where they stand.</summary>
internal sealed record ElementsValue(ImmutableArray<Subject> Elements) : RuleValue
{
    public ListValue ToListValue() => new([.. Elements.Select(element => element.Answers)]);
}

/// <summary>A record met while evaluating.</summary>
internal sealed record SubjectValue(Subject Subject) : RuleValue;

/// <summary>The elements in scope, innermost first.</summary>
internal sealed record Scope(ElementVariable Variable, Subject Subject, Scope? Outer)
{
    public static Subject Find(Scope? scope, ElementVariable variable)
    {
        for (; scope is not null; scope = scope.Outer)
        {
            if (ReferenceEquals(scope.Variable, variable))
            {
                return scope.Subject;
            }
        }

        throw new InvalidOperationException($"The model uses {variable.Name} where no such element is in scope.");
    }
}
