using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Json;

/// <summary>Binds JSON to the facts of a model. Every problem of the text is found in one pass.</summary>
internal sealed class FactsReader(RulesModel model, string json)
{
    private const int LongestEcho = 60;
    private static readonly ExactNumber PercentInOne = ExactNumber.FromInteger(100);
    private static readonly ExactNumber Penny = ExactNumber.FromDecimal(0.01m);

    private readonly SourceText _text = SourceText.From("", json);
    private readonly List<FactsProblem> _problems = [];
    private readonly Dictionary<Format, Regex?> _patterns = [];

    public FactsReadResult Read()
    {
        JsonValue? root = JsonDocumentReader.Read(json, out JsonFault? fault);
        if (root is null)
        {
            Report("", fault!.Offset, $"The facts are not JSON: {fault.Message}.");
            return new FactsReadResult(null, [.. _problems]);
        }

        FactRecord facts = FactRecord.Empty;
        if (root.Kind == JsonKind.Object)
        {
            facts = ReadRecord(model.Facts, root, "");
        }
        else
        {
            Report("", root.Offset, $"The facts are {root.Description}; write an object with a member for each fact, such as {{ \"{ExampleName()}\": ... }}.");
        }

        return new FactsReadResult(_problems.Count == 0 ? facts : null, [.. _problems]);
    }

    private string ExampleName() => model.Facts.Fields.IsEmpty ? "fact" : model.Facts.Fields[0].CamelName;

    private FactRecord ReadRecord(Record record, JsonValue value, string pointer)
    {
        FactRecord answers = FactRecord.Empty;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonMember member in value.Members)
        {
            string memberPointer = pointer + "/" + member.Name.Replace("~", "~0").Replace("/", "~1");
            if (!seen.Add(member.Name))
            {
                Report(memberPointer, member.Offset, $"'{Shorten(member.Name)}' is given twice; say which answer holds.");
                continue;
            }

            Field? field = record.Fields.FirstOrDefault(field => field.CamelName == member.Name);
            if (field is null)
            {
                string owner = record.IsFacts ? "" : $" of {record.Name}";
                string? nearest = NearestName.Of(member.Name, record.Fields.Select(field => field.CamelName));
                Report(memberPointer, member.Offset, $"There is no fact{owner} called '{Shorten(member.Name)}'" + (nearest is null ? "." : $"; did you mean '{nearest}'?"));
                continue;
            }

            if (ReadAnswer(field, member.Value, memberPointer) is { } answer)
            {
                answers = answers.With(field, answer);
            }
        }

        return answers;
    }

    private RuleValue? ReadAnswer(Field field, JsonValue value, string pointer)
    {
        if (value.Kind != JsonKind.Null)
        {
            return ReadValue(field.Name, field.Type, value, pointer);
        }

        if (field.OrNone)
        {
            return NoneValue.Instance;
        }

        Report(pointer, value.Offset, $"{field.Name} is null, which says that there is none, and this fact always has a value; leave it out while it is not known.");
        return null;
    }

    private RuleValue? ReadValue(string name, RuleType type, JsonValue value, string pointer)
    {
        switch (type)
        {
            case YesNoType:
                return value.Kind is JsonKind.True or JsonKind.False ? YesNoValue.Of(value.Kind == JsonKind.True) : Refuse(name, value, pointer, "true or false");
            case TextType:
                return value.Kind == JsonKind.Text ? new TextValue(value.Text) : Refuse(name, value, pointer, "a text in quotation marks");
            case FormatType format:
                return ReadFormatted(name, format.Format, value, pointer);
            case DateType:
                return value.Kind == JsonKind.Text && CalendarDay.TryParseIso(value.Text, out int day)
                    ? new DateValue(day)
                    : Refuse(name, value, pointer, "a date from 1900 to 2199 such as \"2024-04-02\" (year, month, day)");
            case DurationType:
                return value.Kind == JsonKind.Text && DurationText.TryParse(value.Text, out Duration duration)
                    ? new DurationValue(duration)
                    : Refuse(name, value, pointer, "a length such as \"60 working days\", \"2 weeks\" or \"1 month\"");
            case Eui64Type:
                return ReadEui64(name, value, pointer);
            case ChoiceType choice:
                return ReadMember(name, choice.Choice, value, pointer) is { } member ? new ChoiceValue(member) : null;
            case SetType set:
                return ReadSet(name, set.Choice, value, pointer);
            case ListType list:
                return ReadList(name, list.Record, value, pointer);
            case RecordType record:
                return value.Kind == JsonKind.Object ? new RecordValue(ReadRecord(record.Record, value, pointer)) : Refuse(name, value, pointer, "an object with the facts of it");
            default:
                return ReadNumber(name, type, value, pointer);
        }
    }

    private RuleValue? ReadNumber(string name, RuleType type, JsonValue value, string pointer)
    {
        string wanted = type switch
        {
            WholeNumberType => "a whole number such as 12",
            PercentageType => "a percentage such as 20 or \"20%\"",
            MoneyType => "an amount in whole pence such as 2000.01",
            _ => "a number such as 12.5",
        };
        string written = value.Text;
        if (type is PercentageType && value.Kind == JsonKind.Text && written.EndsWith('%'))
        {
            written = written[..^1];
        }

        if (value.Kind is not (JsonKind.Number or JsonKind.Text) || !NumberText.TryParse(written, out ExactNumber number))
        {
            return Refuse(name, value, pointer, wanted + ", below 10^15 and with at most nine decimals");
        }

        switch (type)
        {
            case WholeNumberType when !number.IsWhole:
                return Refuse(name, value, pointer, wanted);
            case MoneyType when ExactNumber.Round(number, Penny, RoundingMode.Down, out ExactNumber pence) != ArithmeticError.None || pence != number:
                return Refuse(name, value, pointer, wanted);
            case PercentageType:
                // Exact: a percentage with more than seven decimals has no exact share of one.
                return ExactNumber.Divide(number, PercentInOne, out ExactNumber share) == ArithmeticError.None
                    && ExactNumber.Multiply(share, PercentInOne, out ExactNumber back) == ArithmeticError.None && back == number
                    ? new NumberValue(share)
                    : Refuse(name, value, pointer, wanted + ", with at most seven decimals");
            default:
                return new NumberValue(number);
        }
    }

    private RuleValue? ReadEui64(string name, JsonValue value, string pointer)
    {
        if (value.Kind != JsonKind.Text)
        {
            return Refuse(name, value, pointer, "16 hexadecimal digits such as \"90-B3-D5-1F-30-01-00-00\"");
        }

        if (Eui64Text.TryParse(value.Text, out ulong identifier, out string? problem))
        {
            return new Eui64Value(identifier);
        }

        Report(pointer, value.Offset, $"{name} is {Echo(value)}. {problem}");
        return null;
    }

    private RuleValue? ReadFormatted(string name, Format format, JsonValue value, string pointer)
    {
        string wanted = $"a {format.Name}, that is a text of the pattern {format.Pattern}";
        if (value.Kind != JsonKind.Text)
        {
            return Refuse(name, value, pointer, wanted);
        }

        if (!_patterns.TryGetValue(format, out Regex? pattern))
        {
            _patterns.Add(format, pattern = FormatPattern.Compile(format.Pattern));
        }

        switch (FormatPattern.Matches(pattern, value.Text))
        {
            case true:
                return new TextValue(value.Text);
            case false:
                return Refuse(name, value, pointer, wanted);
            default:
                Report(pointer, value.Offset, $"{name} is {Echo(value)}, which could not be checked against the pattern {format.Pattern} in time.");
                return null;
        }
    }

    private SetValue? ReadSet(string name, Choice choice, JsonValue value, string pointer)
    {
        if (value.Kind != JsonKind.Array)
        {
            Refuse(name, value, pointer, $"an array of members of {choice.Name}, such as [{Quoted(choice.Members.Take(2))}], or []");
            return null;
        }

        var members = new List<ChoiceMember>();
        bool isWhole = true;
        for (int i = 0; i < value.Items.Count; i++)
        {
            string itemPointer = pointer + "/" + i.ToString(CultureInfo.InvariantCulture);
            ChoiceMember? member = ReadMember(name, choice, value.Items[i], itemPointer);
            if (member is not null && members.Contains(member))
            {
                Report(itemPointer, value.Items[i].Offset, $"{name} has '{member.CamelName}' twice; a set has each member once.");
                isWhole = false;
            }
            else if (member is null)
            {
                isWhole = false;
            }
            else
            {
                members.Add(member);
            }
        }

        return isWhole ? SetValue.Of(members) : null;
    }

    private ListValue? ReadList(string name, Record record, JsonValue value, string pointer)
    {
        if (value.Kind != JsonKind.Array)
        {
            Refuse(name, value, pointer, $"an array with an object for each {record.Name}, or []");
            return null;
        }

        var elements = ImmutableArray.CreateBuilder<FactRecord>(value.Items.Count);
        for (int i = 0; i < value.Items.Count; i++)
        {
            JsonValue item = value.Items[i];
            string itemPointer = pointer + "/" + i.ToString(CultureInfo.InvariantCulture);
            if (item.Kind == JsonKind.Object)
            {
                elements.Add(ReadRecord(record, item, itemPointer));
            }
            else
            {
                Refuse(ValueText.Element(record.Name, i), item, itemPointer, $"an object with the facts of the {record.Name}");
            }
        }

        return new ListValue(elements.ToImmutable());
    }

    private ChoiceMember? ReadMember(string name, Choice choice, JsonValue value, string pointer)
    {
        ChoiceMember? member = value.Kind == JsonKind.Text ? choice.Members.FirstOrDefault(member => member.CamelName == value.Text) : null;
        if (member is null)
        {
            string? nearest = value.Kind == JsonKind.Text ? NearestName.Of(value.Text, choice.Members.Select(candidate => candidate.CamelName)) : null;
            Report(pointer, value.Offset, nearest is null
                ? $"{name} is {Echo(value)}; write one of {Quoted(choice.Members)}."
                : $"{name} is {Echo(value)}, which is no {choice.Name}; did you mean '{nearest}'?");
        }

        return member;
    }

    private static string Quoted(IEnumerable<ChoiceMember> members) => string.Join(", ", members.Select(member => "\"" + member.CamelName + "\""));

    private RuleValue? Refuse(string name, JsonValue value, string pointer, string wanted)
    {
        Report(pointer, value.Offset, $"{name} is {Echo(value)}; write {wanted}.");
        return null;
    }

    private static string Echo(JsonValue value) => value.Kind switch
    {
        JsonKind.Text => "\"" + Shorten(value.Text) + "\"",
        JsonKind.Number => Shorten(value.Text),
        _ => value.Description,
    };

    // What is printed back must not be able to fill a screen or move a cursor.
    private static string Shorten(string text)
    {
        string shown = text.Length <= LongestEcho ? text : text[..LongestEcho] + "...";
        return string.Concat(shown.Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '\uFFFD' : character));
    }

    private void Report(string pointer, int offset, string message)
    {
        LinePosition position = _text.GetPosition(Math.Min(offset, _text.Length));
        _problems.Add(new FactsProblem(pointer, position.Line + 1, position.Character + 1, message));
    }
}
