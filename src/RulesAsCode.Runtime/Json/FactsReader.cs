using RulesAsCode.Primitives;

namespace RulesAsCode.Json;

/// <summary>What is wrong with a value, and where: its place in the document, and its offset in the text where there is one.</summary>
internal sealed record FactsFault(JsonPlace Place, int Offset, string Message);

/// <summary>Binds JSON to the facts that the rules declare. Every problem is found in one pass.</summary>
internal sealed class FactsReader
{
    private const int LongestEcho = 60;
    private static readonly ExactNumber PercentInOne = ExactNumber.FromInteger(100);
    private static readonly ExactNumber Penny = ExactNumber.FromDecimal(0.01m);

    private readonly List<FactsFault> _faults = [];

    private FactsReader()
    {
    }

    /// <summary>The facts of a text; where there is any fault, they are not to be used.</summary>
    public static FactValues? Read(RecordDescriptor record, string json, out IReadOnlyList<FactsFault> faults)
    {
        JsonValue? root = JsonDocumentReader.Read(json, out JsonFault? fault);
        if (root is not null)
        {
            return Read(record, root, out faults);
        }

        faults = [new FactsFault(JsonPlace.Root, fault!.Offset, NotJson(fault.Message))];
        return null;
    }

    /// <summary>The facts of a value; where there is any fault, they are not to be used.</summary>
    public static FactValues Read(RecordDescriptor record, JsonValue root, out IReadOnlyList<FactsFault> faults)
    {
        var reader = new FactsReader();
        var facts = new FactValues(record);
        if (root.Kind == JsonKind.Object)
        {
            facts = reader.ReadRecord(record, root, JsonPlace.Root);
        }
        else if (record.IsFacts)
        {
            string example = record.Facts.IsEmpty ? "fact" : record.Facts[0].JsonName;
            reader.Report(JsonPlace.Root, root, $"The facts are {root.Description}; write an object with a member for each fact, such as {{ \"{example}\": ... }}.");
        }
        else
        {
            reader.Refuse(record.Name, root, JsonPlace.Root, $"an object with the facts of the {record.Name}");
        }

        faults = reader._faults;
        return facts;
    }

    /// <summary>A member of a choice that stands by itself, as its ordinal.</summary>
    public static int? ReadMember(ChoiceDescriptor choice, JsonValue value, out IReadOnlyList<FactsFault> faults)
    {
        var reader = new FactsReader();
        int? member = reader.ReadMember(choice.Name, choice, value, JsonPlace.Root);
        faults = reader._faults;
        return member;
    }

    /// <summary>What is said of a text that is not JSON.</summary>
    public static string NotJson(string why) => $"The facts are not JSON: {why}.";

    private FactValues ReadRecord(RecordDescriptor record, JsonValue value, JsonPlace place)
    {
        var answers = new FactValues(record);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonMember member in value.Members)
        {
            JsonPlace memberPlace = place.Member(member.Name);
            if (!seen.Add(member.Name))
            {
                Report(memberPlace, member.Offset, $"'{Shorten(member.Name)}' is given twice; say which answer holds.");
                continue;
            }

            FactDescriptor? fact = record.Facts.FirstOrDefault(fact => fact.JsonName == member.Name);
            if (fact is null)
            {
                string owner = record.IsFacts ? "" : $" of {record.Name}";
                string? nearest = NearestName.Of(member.Name, record.Facts.Select(fact => fact.JsonName));
                Report(memberPlace, member.Offset, $"There is no fact{owner} called '{Shorten(member.Name)}'" + (nearest is null ? "." : $"; did you mean '{nearest}'?"));
                continue;
            }

            answers[fact.Ordinal] = ReadAnswer(fact, member.Value, memberPlace);
        }

        return answers;
    }

    private object? ReadAnswer(FactDescriptor fact, JsonValue value, JsonPlace place)
    {
        if (value.Kind != JsonKind.Null)
        {
            return ReadValue(fact.Name, fact.Type, value, place);
        }

        if (fact.OrNone)
        {
            return FactValues.None;
        }

        Report(place, value, $"{fact.Name} is null, which says that there is none, and this fact always has a value; leave it out while it is not known.");
        return null;
    }

    private object? ReadValue(string name, FactType type, JsonValue value, JsonPlace place)
    {
        switch (type.Kind)
        {
            case FactKind.YesNo:
                return value.Kind is JsonKind.True or JsonKind.False ? value.Kind == JsonKind.True : Refuse(name, value, place, "true or false");
            case FactKind.Text:
                return value.Kind == JsonKind.Text ? value.Text : Refuse(name, value, place, "a text in quotation marks");
            case FactKind.Format:
                return ReadFormatted(name, type.Format!, value, place);
            case FactKind.Date:
                return value.Kind == JsonKind.Text && CalendarDay.TryParseIso(value.Text, out int day)
                    ? day
                    : Refuse(name, value, place, "a date from 1900 to 2199 such as \"2024-04-02\" (year, month, day)");
            case FactKind.Duration:
                return value.Kind == JsonKind.Text && DurationText.TryParse(value.Text, out Duration duration)
                    ? duration
                    : Refuse(name, value, place, "a length such as \"60 working days\", \"2 weeks\" or \"1 month\"");
            case FactKind.Eui64:
                return ReadEui64(name, value, place);
            case FactKind.Choice:
                return ReadMember(name, type.Choice!, value, place);
            case FactKind.Set:
                return ReadSet(name, type.Choice!, value, place);
            case FactKind.List:
                return ReadList(name, type.Record!, value, place);
            case FactKind.Record:
                return value.Kind == JsonKind.Object ? ReadRecord(type.Record!, value, place) : Refuse(name, value, place, "an object with the facts of it");
            default:
                return ReadNumber(name, type.Kind, value, place);
        }
    }

    private object? ReadNumber(string name, FactKind kind, JsonValue value, JsonPlace place)
    {
        string wanted = kind switch
        {
            FactKind.WholeNumber => "a whole number such as 12",
            FactKind.Percentage => "a percentage such as 20 or \"20%\"",
            FactKind.Money => "an amount in whole pence such as 2000.01",
            _ => "a number such as 12.5",
        };
        string written = value.Text;
        if (kind == FactKind.Percentage && value.Kind == JsonKind.Text && written.EndsWith('%'))
        {
            written = written[..^1];
        }

        if (value.Kind is not (JsonKind.Number or JsonKind.Text) || !NumberText.TryParse(written, out ExactNumber number))
        {
            return Refuse(name, value, place, wanted + ", below 10^15 and with at most nine decimals");
        }

        switch (kind)
        {
            case FactKind.WholeNumber when !number.IsWhole:
                return Refuse(name, value, place, wanted);
            case FactKind.Money when ExactNumber.Round(number, Penny, RoundingMode.Down, out ExactNumber pence) != ArithmeticError.None || pence != number:
                return Refuse(name, value, place, wanted);
            case FactKind.Percentage:
                // Exact: a percentage with more than seven decimals has no exact share of one.
                return ExactNumber.Divide(number, PercentInOne, out ExactNumber share) == ArithmeticError.None
                    && ExactNumber.Multiply(share, PercentInOne, out ExactNumber back) == ArithmeticError.None && back == number
                    ? share
                    : Refuse(name, value, place, wanted + ", with at most seven decimals");
            default:
                return number;
        }
    }

    private object? ReadEui64(string name, JsonValue value, JsonPlace place)
    {
        if (value.Kind != JsonKind.Text)
        {
            return Refuse(name, value, place, "16 hexadecimal digits such as \"90-B3-D5-1F-30-01-00-00\"");
        }

        if (Eui64Text.TryParse(value.Text, out ulong identifier, out string? problem))
        {
            return identifier;
        }

        Report(place, value, $"{name} is {Echo(value)}. {problem}");
        return null;
    }

    private object? ReadFormatted(string name, FormatDescriptor format, JsonValue value, JsonPlace place)
    {
        string wanted = $"a {format.Name}, that is a text of the pattern {format.Pattern}";
        if (value.Kind != JsonKind.Text)
        {
            return Refuse(name, value, place, wanted);
        }

        switch (format.Matches(value.Text))
        {
            case true:
                return value.Text;
            case false:
                return Refuse(name, value, place, wanted);
            default:
                Report(place, value, $"{name} is {Echo(value)}, which could not be checked against the pattern {format.Pattern} in time.");
                return null;
        }
    }

    private int[]? ReadSet(string name, ChoiceDescriptor choice, JsonValue value, JsonPlace place)
    {
        if (value.Kind != JsonKind.Array)
        {
            Refuse(name, value, place, $"an array of members of {choice.Name}, such as [{Quoted(choice.Members.Take(2))}], or []");
            return null;
        }

        var members = new SortedSet<int>();
        bool isWhole = true;
        for (int i = 0; i < value.Items.Count; i++)
        {
            JsonPlace itemPlace = place.Item(i);
            int? member = ReadMember(name, choice, value.Items[i], itemPlace);
            if (member is { } ordinal && !members.Add(ordinal))
            {
                Report(itemPlace, value.Items[i], $"{name} has '{choice.Members[ordinal]}' twice; a set has each member once.");
                isWhole = false;
            }

            isWhole &= member is not null;
        }

        return isWhole ? [.. members] : null;
    }

    private FactValues[]? ReadList(string name, RecordDescriptor record, JsonValue value, JsonPlace place)
    {
        if (value.Kind != JsonKind.Array)
        {
            Refuse(name, value, place, $"an array with an object for each {record.Name}, or []");
            return null;
        }

        var elements = new List<FactValues>(value.Items.Count);
        for (int i = 0; i < value.Items.Count; i++)
        {
            JsonValue item = value.Items[i];
            if (item.Kind == JsonKind.Object)
            {
                elements.Add(ReadRecord(record, item, place.Item(i)));
            }
            else
            {
                Refuse(ValueText.Element(record.Name, i), item, place.Item(i), $"an object with the facts of the {record.Name}");
            }
        }

        return [.. elements];
    }

    private int? ReadMember(string name, ChoiceDescriptor choice, JsonValue value, JsonPlace place)
    {
        int member = value.Kind == JsonKind.Text ? choice.Members.IndexOf(value.Text) : -1;
        if (member >= 0)
        {
            return member;
        }

        string? nearest = value.Kind == JsonKind.Text ? NearestName.Of(value.Text, choice.Members) : null;
        Report(place, value, nearest is null
            ? $"{name} is {Echo(value)}; write one of {Quoted(choice.Members)}."
            : $"{name} is {Echo(value)}, which is no {choice.Name}; did you mean '{nearest}'?");
        return null;
    }

    private static string Quoted(IEnumerable<string> members) => string.Join(", ", members.Select(member => "\"" + member + "\""));

    private object? Refuse(string name, JsonValue value, JsonPlace place, string wanted)
    {
        Report(place, value, $"{name} is {Echo(value)}; write {wanted}.");
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

    private void Report(JsonPlace place, JsonValue value, string message) => Report(place, value.Offset, message);

    private void Report(JsonPlace place, int offset, string message) => _faults.Add(new FactsFault(place, offset, message));
}
