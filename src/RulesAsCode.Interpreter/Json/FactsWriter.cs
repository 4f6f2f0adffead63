using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Json;

/// <summary>Writes facts as JSON.</summary>
internal static class FactsWriter
{
    // A double holds every decimal of so many digits.
    private const int DigitsOfDouble = 15;

    // Letters stay readable; what HTML could take for a tag is escaped.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Write(RulesModel model, FactRecord facts)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            WriteRecord(writer, model.Facts, facts);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteRecord(Utf8JsonWriter writer, Record record, FactRecord answers)
    {
        writer.WriteStartObject();
        foreach (Field field in record.Fields)
        {
            if (answers[field] is { } answer)
            {
                writer.WritePropertyName(field.CamelName);
                WriteValue(writer, field.Type, answer);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, RuleType type, RuleValue value)
    {
        switch (value)
        {
            case NoneValue:
                writer.WriteNullValue();
                break;
            case YesNoValue yesNo:
                writer.WriteBooleanValue(yesNo.Value);
                break;
            case TextValue text:
                writer.WriteStringValue(text.Value);
                break;
            case NumberValue number:
                WriteNumber(writer, type, number.Value);
                break;
            case DateValue date:
                writer.WriteStringValue(CalendarDay.ToIso(date.Day));
                break;
            case DurationValue duration:
                writer.WriteStringValue(duration.Value.ToString());
                break;
            case ChoiceValue choice:
                writer.WriteStringValue(choice.Member.CamelName);
                break;
            case Eui64Value eui64:
                writer.WriteStringValue(Eui64Text.Format(eui64.Value));
                break;
            case SetValue set:
                writer.WriteStartArray();
                foreach (ChoiceMember member in set.Members)
                {
                    writer.WriteStringValue(member.CamelName);
                }

                writer.WriteEndArray();
                break;
            case ListValue list when type is ListType { Record: var record }:
                writer.WriteStartArray();
                foreach (FactRecord element in list.Elements)
                {
                    WriteRecord(writer, record, element);
                }

                writer.WriteEndArray();
                break;
            case RecordValue answers when type is RecordType { Record: var record }:
                WriteRecord(writer, record, answers.Record);
                break;
            default:
                throw new ArgumentException($"A fact of type {type.Name} has no answer of the kind {value.GetType().Name}.", nameof(value));
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, RuleType type, ExactNumber number)
    {
        string text = number.ToString();
        if (type is PercentageType)
        {
            if (ExactNumber.Multiply(number, ExactNumber.FromInteger(100), out ExactNumber percent) != ArithmeticError.None)
            {
                throw new ArgumentException("No percentage that can be read back is so large.", nameof(number));
            }

            text = percent.ToString();
        }

        if (text.Count(char.IsAsciiDigit) <= DigitsOfDouble)
        {
            writer.WriteRawValue(text);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }
}
