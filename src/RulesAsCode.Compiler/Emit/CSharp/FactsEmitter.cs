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
        writer.Open("public enum " + names[choice]);
        foreach (ChoiceMember member in choice.Members)
        {
            writer.Gap();
            writer.Doc("summary", member.Title is null ? member.Name : member.Name + ": " + member.Title);
            writer.Line(names[member] + " = " + Number(member.Ordinal + 1) + ",");
        }

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
    }

    /// <summary>How the facts of a record are described, and the struct in which they are evaluated.</summary>
    public void WriteSubject(CodeWriter writer, Record record, IEnumerable<Definition> memoised)
    {
        string descriptions = names.Descriptions(record);
        writer.Gap();
        writer.Open("private static class " + descriptions);
        foreach (Field field in record.Fields)
        {
            string[] optional =
            [
                .. field.Type is ListType list ? new[] { "ElementName: " + Literal(list.Record.Name) } : [],
                .. field.Type is ChoiceType or SetType ? new[] { "MemberCount: " + Number(MembersOf(field.Type).Members.Length) } : [],
                .. field.Question is not null ? new[] { "Question: " + Literal(field.Question) } : [],
            ];
            writer.Line("public static readonly " + Runtime + "FactDescriptor " + names.Reader(field) + " = " + Call(
                "new", [Number(field.Ordinal), Literal(field.Name), Literal(field.CamelName), .. optional]) + ";");
        }

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

    private static Choice MembersOf(RuleType type) => type is SetType set ? set.Choice : ((ChoiceType)type).Choice;

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
            expression = Call("new", answer, "trace.PlaceOf(" + place + ", " + description + ", null)");
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
