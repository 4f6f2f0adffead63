using System.Text.Json;
using RulesAsCode.Primitives;

namespace RulesAsCode.Json;

/// <summary>Writes facts as JSON: in the order of the rules, what is not given left out.</summary>
internal static class FactsWriter
{
    // A double holds every decimal of so many digits.
    private const int DigitsOfDouble = 15;

    private static readonly ExactNumber PercentInOne = ExactNumber.FromInteger(100);

    public static void Write(Utf8JsonWriter writer, FactValues facts)
    {
        writer.WriteStartObject();
        foreach (FactDescriptor fact in facts.Descriptor.Facts)
        {
            if (facts[fact.Ordinal] is { } answer)
            {
                writer.WritePropertyName(fact.JsonName);
                Write(writer, fact, answer);
            }
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, FactDescriptor fact, object answer)
    {
        switch (answer)
        {
            case NoneAnswer:
                writer.WriteNullValue();
                break;
            case bool yesNo:
                writer.WriteBooleanValue(yesNo);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case ExactNumber number:
                WriteNumber(writer, fact, number);
                break;
            case int day when fact.Type.Kind == FactKind.Date:
                writer.WriteStringValue(CalendarDay.ToIso(day));
                break;
            case Duration duration:
                writer.WriteStringValue(duration.ToString());
                break;
            case ulong identifier:
                writer.WriteStringValue(Eui64Text.Format(identifier));
                break;
            case int member when fact.Type.Choice is { } choice:
                writer.WriteStringValue(choice.Members[member]);
                break;
            case int[] members when fact.Type.Choice is { } choice:
                writer.WriteStartArray();
                foreach (int member in members)
                {
                    writer.WriteStringValue(choice.Members[member]);
                }

                writer.WriteEndArray();
                break;
            case FactValues[] elements:
                writer.WriteStartArray();
                foreach (FactValues element in elements)
                {
                    Write(writer, element);
                }

                writer.WriteEndArray();
                break;
            case FactValues record:
                Write(writer, record);
                break;
            default:
                throw new InvalidOperationException($"{fact.Name} holds a {answer.GetType().Name}, which no fact is.");
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, FactDescriptor fact, ExactNumber number)
    {
        string text = number.ToString();
        if (fact.Type.Kind == FactKind.Percentage)
        {
            if (ExactNumber.Multiply(number, PercentInOne, out ExactNumber percent) != ArithmeticError.None)
            {
                throw new JsonException($"{fact.Name} is {text} times a hundred per cent, and no percentage that can be read back is so large.");
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
