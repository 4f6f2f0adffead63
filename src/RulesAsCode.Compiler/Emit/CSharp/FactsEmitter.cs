using RulesAsCode.Compiler.Model;
using static RulesAsCode.Compiler.Emit.CSharp.CSharpText;
using static RulesAsCode.Compiler.Emit.CSharp.CSharpTypes;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>Writes choices as enums and records as records, and how records are evaluated.</summary>
internal sealed class FactsEmitter(CSharpNames names, CSharpTypes types)
{
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"RulesAsCode.Compiler\", \"1.0.0\")]";

    public void WriteChoice(CodeWriter writer, Choice choice)
    {
        writer.Gap();
        writer.Doc("summary", choice.Name + ". Zero is no member.");
        writer.Line(GeneratedCode);
        writer.Line(ReadBy(choice));
        writer.Open("public enum " + names[choice]);
        foreach (ChoiceMember member in choice.Members)
        {
            writer.Gap();
            writer.Doc("summary", member.Title is null ? member.Name : member.Name + ": " + member.Title);
            writer.Line(names[member] + " = " + Number(member.Ordinal + 1) + ",");
        }

        writer.Close();
        OpenConverter(writer, choice, "ChoiceJsonConverter", "Choice");
        writer.Line("internal static readonly " + Runtime + "ChoiceDescriptor Choice = " + Call(
            "new", Literal(choice.Name), List(choice.Members.Select(member => Literal(member.CamelName)))) + ";");
        writer.Close();
    }

    /// <summary>What the members of a choice are called, in their order.</summary>
    public void WriteMemberNames(CodeWriter writer, Choice choice)
    {
        writer.Gap();
        writer.Open("private static partial class MemberNames");
        writer.Line("public static readonly string[] " + names.MemberNames(choice) + " = " + List(choice.Members.Select(member => Literal(member.Name))) + ";");
        writer.Close();
    }

    public void WriteRecord(CodeWriter writer, Record record)
    {
        writer.Gap();
        writer.Doc("summary", (record.IsFacts ? "The facts of a subject, " + record.Name : record.Name) + ". A property that is null is a fact that is not given.");
        writer.Line(GeneratedCode);
        writer.Line(ReadBy(record));
        writer.Open("public sealed partial record " + names[record]);
        foreach (Field field in record.Fields)
        {
            writer.Gap();
            writer.Doc("summary", (field.Question ?? field.Name) + (field.OrNone ? " May be none." : ""));
            if (field.Note is not null)
            {
                writer.Doc("remarks", field.Note.Markdown);
            }

            writer.Line("public " + types.Property(field) + " " + names[field] + " { get; init; }");
        }

        writer.Close();
        WriteConverter(writer, record);
    }

    /// <summary>How the facts of a record are described, and the struct in which they are evaluated.</summary>
    public void WriteSubject(CodeWriter writer, Record record, IEnumerable<Definition> memoised)
    {
        string descriptions = names.Descriptions(record);
        writer.Gap();
        writer.Open("internal static class " + descriptions);
        foreach (Field field in record.Fields)
        {
            string[] optional =
            [
                .. field.OrNone ? new[] { "OrNone: true" } : [],
                .. field.Question is not null ? new[] { "Question: " + Literal(field.Question) } : [],
            ];
            writer.Line("public static readonly " + Runtime + "FactDescriptor " + names.Reader(field) + " = " + Call(
                "new", [Number(field.Ordinal), Literal(field.Name), Literal(field.CamelName), TypeOf(field.Type), .. optional]) + ";");
        }

        writer.Line("public static readonly " + Runtime + "RecordDescriptor Record = " + Call(
            "new", Literal(record.Name), record.IsFacts ? "true" : "false", List(record.Fields.Select(names.Reader))) + ";");
        writer.Close();
        writer.Gap();
        string head = record.IsFacts
            ? "(" + names.Type(record) + " answers, global::System.DateOnly today)"
            : "(" + names.Type(record) + "? answers, " + Runtime + "FactPlace? place)";
        writer.Open("private struct " + names.Subject(record) + head);
        writer.Line("private readonly " + names.Type(record) + (record.IsFacts ? "" : "?") + " Answers = answers;");
        if (record.IsFacts)
        {
            writer.Line("public readonly " + Runtime + "Known<int> Today = today.DayNumber;");
        }
        else
        {
            writer.Line("public readonly " + Runtime + "FactPlace? Place = place;");
        }

        foreach (Definition definition in memoised)
        {
            writer.Line("public " + Runtime + "Memo<" + types.Known(definition.Type) + "> " + names.Memo(record, definition) + ";");
        }

        foreach (Field field in record.Fields)
        {
            WriteReader(writer, record, field);
        }

        writer.Close();
    }

    private string ReadBy(Symbol symbol) => "[global::System.Text.Json.Serialization.JsonConverter(typeof(" + names.Converter(symbol) + "))]";

    private void WriteConverter(CodeWriter writer, Record record)
    {
        string type = names.Type(record);
        string descriptions = names.Ruleset + "." + names.Descriptions(record);
        OpenConverter(writer, record, "RecordJsonConverter", descriptions + ".Record");
        writer.Line("internal static readonly " + names.Converter(record) + " Default = new();");
        writer.Gap();
        writer.Line("/// <inheritdoc/>");
        writer.Open("protected override " + type + " Read(" + Json + "FactValues values) => new()");
        foreach (Field field in record.Fields)
        {
            string converter = ConverterOf(field.Type) is { } inner ? ", " + inner : "";
            writer.Line(names[field] + " = values." + Getter(field) + "(" + Number(field.Ordinal) + converter + "),");
        }

        writer.Close("};");
        writer.Gap();
        writer.Line("/// <inheritdoc/>");
        writer.Open("protected override void Write(" + type + " record, " + Json + "FactValues values)");
        foreach (Field field in record.Fields)
        {
            string converter = ConverterOf(field.Type) is { } inner ? ", " + inner : "";
            writer.Line("values.Give(" + Number(field.Ordinal) + ", record." + names[field] + converter + ");");
        }

        writer.Close();
        writer.Close();
    }

    private void OpenConverter(CodeWriter writer, Symbol symbol, string @base, string description)
    {
        string name = names.Converter(symbol);
        writer.Gap();
        writer.Doc("summary", "Reads and writes " + symbol.Name + " as JSON.");
        writer.Line(GeneratedCode);
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        writer.Open("public sealed class " + name.Substring(name.LastIndexOf('.') + 1) + "() : " + Json + @base + "<" + names.Type(symbol) + ">(" + description + ")");
    }

    private string? ConverterOf(RuleType type) => type switch
    {
        ListType list => names.Converter(list.Record) + ".Default",
        RecordType record => names.Converter(record.Record) + ".Default",
        _ => null,
    };

    private string Getter(Field field) => (field.Type is RecordType ? "Record" : Reader(field.Type)) + (field.OrNone ? "OrNone" : "") + field.Type switch
    {
        ChoiceType choice => "<" + names.Type(choice.Choice) + ">",
        SetType set => "<" + names.Type(set.Choice) + ">",
        _ => "",
    };

    /// <summary>The type of a fact as the runtime describes it.</summary>
    private string TypeOf(RuleType type) => Runtime + "FactType." + type switch
    {
        YesNoType => "YesNo",
        TextType => "Text",
        NumberType => "Number",
        WholeNumberType => "WholeNumber",
        PercentageType => "Percentage",
        MoneyType => "Money",
        DateType => "Date",
        DurationType => "Duration",
        Eui64Type => "Eui64",
        FormatType format => "OfFormat(new(" + Literal(format.Format.Name) + ", " + Literal(format.Format.Pattern) + "))",
        ChoiceType choice => "OfChoice(" + names.Converter(choice.Choice) + ".Choice)",
        SetType set => "OfSet(" + names.Converter(set.Choice) + ".Choice)",
        ListType list => "OfList(" + names.Descriptions(list.Record) + ".Record)",
        RecordType record => "OfRecord(" + names.Descriptions(record.Record) + ".Record)",
        _ => throw new InvalidOperationException($"No C# is known for a fact of {type.Name}."),
    };

    private void WriteReader(CodeWriter writer, Record record, Field field)
    {
        string place = record.IsFacts ? "null" : "Place";
        string answer = "Answers" + (record.IsFacts ? "." : "?.") + names[field];
        string description = names.Descriptions(record) + "." + names.Reader(field);
        string expression;
        string type;
        if (field.Type is RecordType inner)
        {
            type = names.Subject(inner.Record);
            expression = Call("new", answer, "trace.PlaceOf(" + place + ", " + description + ")");
        }
        else
        {
            type = types.Known(field.Type);
            expression = Call(Runtime + "Given." + Reader(field.Type), answer, place, description, "ref trace");
        }

        writer.Gap();
        writer.Line("public readonly " + type + " " + names.Reader(field) + "<TTrace>(ref TTrace trace)");
        writer.Line("    where TTrace : struct, " + Runtime + "ITrace =>");
        writer.Line(Indent(expression) + ";");
    }

    private static string Reader(RuleType type) => type switch
    {
        YesNoType => "YesNo",
        TextType or FormatType => "Text",
        WholeNumberType => "WholeNumber",
        NumberType or PercentageType or MoneyType => "Number",
        DateType => "Date",
        DurationType => "Duration",
        Eui64Type => "Identifier",
        ChoiceType => "Choice",
        SetType => "Set",
        ListType => "List",
        _ => throw new InvalidOperationException($"No C# is known for a fact of {type.Name}."),
    };
}
