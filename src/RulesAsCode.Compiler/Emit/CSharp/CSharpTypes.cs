using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>The C# types of rule types.</summary>
internal sealed class CSharpTypes(CSharpNames names)
{
    public const string Runtime = "global::RulesAsCode.";
    public const string Primitive = "global::RulesAsCode.Primitives.";
    public const string Json = Runtime + "Json.";
    public const string Condition = Runtime + "Condition";

    /// <summary>What an expression of the type is computed as.</summary>
    public string Known(RuleType type) => type is YesNoType ? Condition : Runtime + "Known<" + Value(type) + ">";

    /// <summary>A known value of the type.</summary>
    public string Value(RuleType type) => type switch
    {
        TextType or FormatType => "string",
        NumberType or WholeNumberType or PercentageType or MoneyType => Primitive + "ExactNumber",
        DateType => "int",
        DurationType => Primitive + "Duration",
        Eui64Type => Runtime + "Eui64",
        ChoiceType choice => names.Type(choice.Choice),
        SetType set => Runtime + "ChoiceSet<" + names.Type(set.Choice) + ">",
        ListType list => Runtime + "Elements<" + names.Type(list.Record) + ">",
        _ => throw Unexpected(type),
    };

    /// <summary>The property of a fact: null where it is not given.</summary>
    public string Property(Field field)
    {
        string type = Answer(field.Type);
        return (field.OrNone ? Runtime + "Answer<" + type + ">" : type) + "?";
    }

    /// <summary>The answer to a fact of the type.</summary>
    public string Answer(RuleType type) => type switch
    {
        YesNoType => "bool",
        NumberType or PercentageType or MoneyType => "decimal",
        WholeNumberType => "long",
        DateType => "global::System.DateOnly",
        ListType list => Runtime + "FactList<" + names.Type(list.Record) + ">",
        RecordType record => names.Type(record.Record),
        _ => Value(type),
    };

    private static InvalidOperationException Unexpected(RuleType type) => new($"No C# type is known for {type.Name}.");
}
