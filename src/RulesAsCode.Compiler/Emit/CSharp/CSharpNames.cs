using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>The C# names of everything that a guide declares, given in the order of the model.</summary>
internal sealed class CSharpNames
{
    private readonly Dictionary<object, string> _names = [];
    private readonly Dictionary<Record, string> _subjects = [];
    private readonly Dictionary<(Record, object), string> _readers = [];
    private readonly Dictionary<Record, string> _fields = [];
    private readonly Dictionary<Requirement, string> _descriptors = [];
    private readonly Dictionary<Definition, string> _steps = [];
    private readonly Dictionary<Choice, string> _memberNames = [];
    private readonly Dictionary<Symbol, string> _converters = [];

    public CSharpNames(RulesModel model, CSharpEmitOptions options)
    {
        string guide = model.Guide.PascalName;
        Namespace = CSharpText.Namespace(model.Guide.Namespace ?? (options.RootNamespace is null ? guide : options.RootNamespace + "." + guide));

        var types = new NameScope();
        Ruleset = types.Take(guide + "Ruleset", "Class");
        Result = types.Take(guide + "Result", "Struct");
        _names.Add(model.Facts, types.Take(model.Facts.PascalName, "Facts"));
        foreach (Record record in model.Records)
        {
            if (!_names.ContainsKey(record))
            {
                _names.Add(record, types.Take(record.PascalName, "Record"));
            }
        }

        foreach (Choice choice in model.Choices)
        {
            _names.Add(choice, types.Take(choice.PascalName, "Choice"));
            var members = new NameScope();
            foreach (ChoiceMember member in choice.Members)
            {
                _names.Add(member, members.Take(member.PascalName, "Member"));
            }
        }

        foreach (Symbol symbol in Records(model).Cast<Symbol>().Concat(model.Choices))
        {
            _converters.Add(symbol, types.Take(_names[symbol] + "JsonConverter", "Class"));
        }

        // What the ruleset's class declares itself.
        Members = new NameScope([Ruleset, "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals",
            "Validate", "Report", "Explain", "Descriptor", "Requirements", "Calendar", "Programs", "Begin", "Json", "Groups", "Elements", "MemberNames"]);
        foreach (Record record in Records(model))
        {
            NameMembers(model, record);
        }

        var descriptors = new NameScope(["Requirements", "All", .. NameScope.RecordMembers]);
        foreach (Requirement requirement in model.Requirements)
        {
            _descriptors.Add(requirement, descriptors.Take(requirement.PascalName, "Requirement"));
        }

        foreach (Parameter parameter in model.Parameters)
        {
            _names.Add(parameter, Members.Take(parameter.PascalName, "Parameter"));
        }

        foreach (Definition definition in model.Definitions)
        {
            _names.Add(definition, Members.Take(definition.PascalName, "Definition"));
        }

        foreach (Requirement requirement in model.Requirements)
        {
            _names.Add(requirement, Members.Take(requirement.PascalName, "Requirement"));
        }

        foreach (Definition definition in model.Definitions)
        {
            _steps.Add(definition, Members.Take(_names[definition] + "Steps", ""));
        }

        var memberNames = new NameScope(["MemberNames", .. NameScope.RecordMembers]);
        foreach (Choice choice in model.Choices)
        {
            _memberNames.Add(choice, memberNames.Take(_names[choice], "Choice"));
        }
    }

    public string Namespace { get; }

    /// <summary>The class that validates.</summary>
    public string Ruleset { get; }

    /// <summary>The struct that it answers with.</summary>
    public string Result { get; }

    /// <summary>The members of the ruleset's class.</summary>
    public NameScope Members { get; }

    public static IEnumerable<Record> Records(RulesModel model) => model.Records.Where(record => !record.IsFacts).Prepend(model.Facts);

    /// <summary>The name of a record, choice, member, parameter, definition or requirement (its method), without what it stands in.</summary>
    public string this[Symbol symbol] => _names[symbol];

    /// <summary>The property of a fact.</summary>
    public string this[Field field] => _names[field];

    /// <summary>A type, from everywhere.</summary>
    public string Type(Symbol symbol) => "global::" + Namespace + "." + _names[symbol];

    /// <summary>The class that reads and writes a record or a choice as JSON, from everywhere.</summary>
    public string Converter(Symbol symbol) => "global::" + Namespace + "." + _converters[symbol];

    /// <summary>The struct in which a record is evaluated.</summary>
    public string Subject(Record record) => _subjects[record];

    /// <summary>The method that reads a fact of a subject.</summary>
    public string Reader(Field field) => _readers[(field.Record, field)];

    /// <summary>Where a subject keeps the result of a definition.</summary>
    public string Memo(Record record, Definition definition) => _readers[(record, definition)];

    /// <summary>The method that evaluates a definition for an explanation.</summary>
    public string Steps(Definition definition) => _steps[definition];

    /// <summary>The field that holds the names of a choice's members.</summary>
    public string MemberNames(Choice choice) => _memberNames[choice];

    /// <summary>The class that describes the facts of a record.</summary>
    public string Descriptions(Record record) => _fields[record];

    /// <summary>The property that describes a requirement.</summary>
    public string Descriptor(Requirement requirement) => _descriptors[requirement];

    private void NameMembers(RulesModel model, Record record)
    {
        string type = _names[record];
        _subjects.Add(record, Members.Take(type + "Subject", "Struct"));
        _fields.Add(record, Members.Take(type + "Facts", "Class"));
        var properties = new NameScope([type, .. NameScope.RecordMembers]);
        var readers = new NameScope([_subjects[record], _fields[record], "Answers", "Place", "Today", "Record", .. NameScope.RecordMembers]);
        foreach (Field field in record.Fields)
        {
            _names.Add(field, properties.Take(field.PascalName, "Fact"));
            _readers.Add((record, field), readers.Take(field.PascalName, "Fact"));
        }

        foreach (Definition definition in model.Definitions)
        {
            if (ReferenceEquals(definition.Element?.Record ?? model.Facts, record))
            {
                _readers.Add((record, definition), readers.Take(definition.PascalName + "Memo", "Definition"));
            }
        }
    }
}
