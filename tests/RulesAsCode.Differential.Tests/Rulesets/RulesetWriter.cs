using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsCheck;

namespace RulesAsCode.Differential.Tests.Rulesets;

/// <summary>
/// Writes rulesets at random, as an analyst would write them: text for the front end, well typed by construction, with every form of the language and with
/// values at the ends of their ranges.
/// </summary>
internal sealed class RulesetWriter
{
    private const int Depth = 3;
    private static readonly string[] Letters = ["alpha", "beta", "gamma"];
    private static readonly string[] Colours = ["Red", "Green", "Deep Blue"];
    private static readonly string[] Flavours = ["Sour", "Red", "Sweet & Salty", "Bitter"];
    private static readonly string[] Units = ["day", "working day", "week", "month", "year"];

    private readonly Random _random;
    private readonly List<Named> _named = [];
    private readonly List<(string Words, string Record)> _lists = [("devices", Device), ("spare devices", Device), ("parts", Part)];
    private readonly List<(string Words, string? Record)> _sets = [];
    private readonly List<string> _declarations = [];
    private readonly List<string> _requirements = [];
    private int _sentences;

    private const string Device = "device";
    private const string Part = "part";

    /// <summary>The types of values; lists and sets apart.</summary>
    private enum Kind
    {
        YesNo,
        Text,
        Format,
        Number,
        Whole,
        Percentage,
        Money,
        Date,
        Duration,
        Identifier,
        Colour,
        Flavour,
    }

    /// <summary>Something that has a name: a fact, a parameter or a definition.</summary>
    /// <param name="Words">Its name.</param>
    /// <param name="Record">The record it belongs to; null for the guide's own.</param>
    private sealed record Named(string Words, Kind Kind, bool OrNone, string? Record, bool IsFact = false, bool IsParameter = false);

    /// <summary>A value as it stands between words that take a value: what has several parts is in brackets.</summary>
    private readonly record struct Value(string Words, bool OrNone);

    /// <summary>The records of which an element is in scope.</summary>
    private sealed record Scope(ImmutableArray<string> Records)
    {
        public static Scope Empty { get; } = new([]);

        public Scope With(string record) => new(Records.Add(record));
    }

    private RulesetWriter(int seed) => _random = new Random(seed);

    /// <summary>Rulesets; the name of the guide tells them apart.</summary>
    public static Gen<RandomRuleset> Rulesets => Gen.Int[0, int.MaxValue].Select(Write);

    /// <summary>The ruleset of a seed: always the same.</summary>
    public static RandomRuleset Write(int seed) => new RulesetWriter(seed).WriteGuide(seed);

    private RandomRuleset WriteGuide(int seed)
    {
        Add($"guide Random {seed}{Text($"A guide made from the seed {seed}")}\n  for \"Nobody\"\n  working days from Office Days\n");
        Add("source ACT \"An act\"\n  section 1 \"Things\"\n  section 2\n");
        Add("calendar Office Days\n  weekend Saturday and Sunday\n  holidays from \"holidays.csv\"\n  covers 2020 to 2026\n");
        Add("disclaimer advice\n  shown on every page\n  text \"None.\"\n");
        Add("term Agency\n  meaning \"Somebody else.\"\n");
        Add("reading Open Question \"Which of two?\"\n  taken \"The first.\"\n");
        Add("choice Colour\n  " + string.Join("\n  ", Colours) + "\n");
        Add("choice Flavour\n  " + string.Join("\n  ", Flavours) + "\n");
        Add("format Code\n  pattern \"[A-Z][0-9]{2}\"\n");
        Add("record maker\n" + Fields("maker", "maker", alwaysAll: false));
        Add("record device\n" + Fields(Device, Device, alwaysAll: false) + "  device colours are a set of Colour\n  maker is a maker\n");
        Add("record part\n" + Fields(Part, Part, alwaysAll: false));
        _sets.AddRange([("colours", null), ("flavours", null), ("device colours", Device)]);
        Add("facts Subject\n" + Fields("", null, alwaysAll: true)
            + "  colours are a set of Colour\n  flavours are a set of Flavour\n  devices are a list of device\n  spare devices are a list of device\n  parts are a list of part\n  main device is a device\n");
        WriteParameters();
        int definitions = _random.Next(4, 9);
        for (int i = 0; i < definitions; i++)
        {
            WriteDefinition(i);
        }

        int requirements = _random.Next(4, 8);
        for (int i = 0; i < requirements; i++)
        {
            WriteRequirement(i);
        }

        return new RandomRuleset([.. _declarations]);
    }

    // Declarations

    private string Fields(string prefix, string? record, bool alwaysAll)
    {
        var text = new StringBuilder();
        foreach (Kind kind in Enum.GetValues<Kind>())
        {
            int count = alwaysAll ? 2 : _random.Next(3) == 0 ? 0 : 1;
            for (int i = 0; i < count; i++)
            {
                bool orNone = kind != Kind.YesNo && (alwaysAll ? i == 1 : _random.Next(3) == 0);
                string words = (prefix + " " + Noun(kind) + " " + Letters[i]).TrimStart();
                _named.Add(new Named(words, kind, orNone, record, IsFact: true));
                text.Append("  ").Append(words).Append(Pick(" is ", " are ")).Append(TypeOf(kind)).Append(orNone ? " or none" : "").Append('\n');
            }
        }

        if (text.Length == 0)
        {
            _named.Add(new Named(prefix + " flag alpha", Kind.YesNo, false, record, IsFact: true));
            text.Append($"  {prefix} flag alpha is yes/no\n");
        }

        return text.ToString();
    }

    private void WriteParameters()
    {
        foreach (Kind kind in new[] { Kind.Number, Kind.Whole, Kind.Percentage, Kind.Money, Kind.Duration, Kind.Date })
        {
            if (_random.Next(2) == 0)
            {
                continue;
            }

            string words = Noun(kind) + " limit";
            string unit = Pick(Units);
            bool orNone = _random.Next(4) == 0;
            string[] values = [ParameterValue(kind, unit), orNone ? "none" : ParameterValue(kind, unit)];
            Add($"parameter {words}\n  {values[0]} from 1 January 2022\n    see ACT 1\n  {values[1]} from 1 June 2024\n    see ACT 2\n");
            _named.Add(new Named(words, kind == Kind.Number && !values.Any(value => value.Contains('.')) ? Kind.Whole : kind, orNone, null, IsParameter: true));
        }
    }

    private string ParameterValue(Kind kind, string unit) => kind switch
    {
        Kind.Number => Pick("0.5", "12.25", "0.000000001"),
        Kind.Duration => _random.Next(1, 40).ToString(CultureInfo.InvariantCulture) + " " + unit + "s",
        Kind.Date => Pick("1 January 2024", "29 February 2020", "31 December 2199"),
        _ => Literal(kind),
    };

    private void WriteDefinition(int number)
    {
        string? record = _random.Next(3) == 0 ? Pick(Device, Part) : null;
        Scope scope = record is null ? Scope.Empty : Scope.Empty.With(record);
        string words = "known " + Ordinal(number);
        var text = new StringBuilder($"define {words}\n  see ACT {_random.Next(1, 3)}\n");
        if (record is not null)
        {
            text.Append($"  for each {record}\n");
        }

        if (record is null && _random.Next(5) == 0)
        {
            (string list, string of) = Pick(_lists.ToArray());
            text.Append($"  as {list} where {Condition(Depth - 1, scope.With(of))}\n");
            _lists.Add((words, of));
            Add(text.ToString());
            return;
        }

        Kind kind = Pick(Enum.GetValues<Kind>());
        if (kind == Kind.YesNo)
        {
            text.Append("  when ").Append(Clause(scope, "  ")).Append('\n');
            Add(text.ToString());
            _named.Add(new Named(words, Kind.YesNo, false, record));
            return;
        }

        bool isExact = kind is Kind.Number or Kind.Percentage or Kind.Money or Kind.Whole;
        var cases = new List<Value>();
        int count = _random.Next(1, 4);
        for (int i = 0; i < count; i++)
        {
            // A member or a text has no type of its own.
            cases.Add(kind is Kind.Colour or Kind.Flavour or Kind.Format or Kind.Identifier ? Reference(kind, scope, allowNone: true) : Any(kind, Depth, scope, allowNone: true));
        }

        if (cases.Any(value => value.Words.Length == 0))
        {
            return;
        }

        for (int i = 0; i < count; i++)
        {
            text.Append(count == 1 ? $"  as {cases[i].Words}\n" : i < count - 1 ? $"  as {cases[i].Words} when {Clause(scope, "  ")}\n" : $"  otherwise {cases[i].Words}\n");
        }

        // Rounded money is always right; other numbers may be rounded.
        bool isWholeOnly = kind == Kind.Whole;
        if (kind == Kind.Money)
        {
            text.Append("  rounded ").Append(Pick("to the nearest", "down to", "up to")).Append(' ').Append(Pick("£0.01", "£0.10", "£1.00", "£50.00")).Append('\n');
        }
        else if (isExact && !isWholeOnly && kind == Kind.Number && _random.Next(2) == 0)
        {
            text.Append("  rounded ").Append(Pick("to the nearest", "down to", "up to")).Append(' ').Append(Pick("0.01", "1", "0.5", "10")).Append('\n');
        }

        Add(text.ToString());
        _named.Add(new Named(words, kind == Kind.Whole ? Kind.Number : kind, cases.Any(value => value.OrNone), record));
    }

    private void WriteRequirement(int number)
    {
        string name = "Rule " + Ordinal(number);
        var text = new StringBuilder($"requirement {name}{(_random.Next(2) == 0 ? Text("The " + Ordinal(number) + " rule") : "")}\n  see ACT {_random.Next(1, 3)}\n");
        Scope scope = Scope.Empty;
        if (_random.Next(3) == 0)
        {
            (string list, string of) = Pick(_lists.ToArray());
            text.Append(of == Part && list == "parts" && _random.Next(2) == 0 ? "  for each part\n" : $"  for each {of} across {list}\n");
            scope = scope.With(of);
        }

        if (_random.Next(6) == 0)
        {
            text.Append("  falls on Agency\n");
        }

        if (_random.Next(4) == 0)
        {
            text.Append("  in force from ").Append(Pick("1 January 2024", "1 January 1900", "29 February 2024")).Append(Pick("", " until the end of 31 December 2025")).Append('\n');
        }

        text.Append(_random.Next(2) == 0 ? "  applies always\n" : $"  applies when {Clause(scope, "  ")}\n");
        if (_random.Next(3) == 0)
        {
            WriteException(text, scope, "  ", 1);
        }

        int criteria = _random.Next(1, 4);
        for (int i = 0; i < criteria; i++)
        {
            text.Append("  ").Append(Criterion(scope, isFirst: i == 0)).Append('\n');
            if (_random.Next(2) == 0)
            {
                text.Append($"    otherwise \"Sentence {++_sentences}.\"\n");
            }

            if (_random.Next(6) == 0)
            {
                text.Append("    reading Open Question\n");
                if (_random.Next(2) == 0)
                {
                    text.Append("      or read as ").Append(Condition(1, scope)).Append('\n');
                }
            }

            if (_random.Next(4) == 0)
            {
                WriteException(text, scope, "    ", 1);
            }
        }

        if (_requirements.Count > 0 && _random.Next(3) == 0)
        {
            text.Append("  follows ").Append(Pick(_requirements.ToArray())).Append('\n');
        }

        Add(text.ToString());
        _requirements.Add(name);
    }

    private void WriteException(StringBuilder text, Scope scope, string indentation, int depth)
    {
        text.Append(indentation).Append("unless ").Append(Condition(1, scope)).Append('\n');
        for (int i = _random.Next(3); i > 0 && depth < 3; i--)
        {
            WriteException(text, scope, indentation + "  ", depth + 1);
        }
    }

    private string Criterion(Scope scope, bool isFirst)
    {
        // A requirement that only recommends is refused.
        switch (_random.Next(isFirst ? 1 : 0, 6))
        {
            case 0:
                return "recommends that " + Clause(scope, "  ");
            case 1:
            {
                // Whatever can fail by itself.
                string[] facts =
                [
                    .. Visible(scope, named => named.IsFact && (named.OrNone || named.Kind == Kind.YesNo)).Select(pair => pair.Path),
                    .. Visible(scope, named => !named.IsFact && !named.IsParameter && named.Kind == Kind.YesNo).Select(pair => pair.Path),
                    "colours", "devices", "parts", "main device's device colours",
                ];
                return "requires " + Pick(facts);
            }
            case 2:
            {
                string[] dates = [.. Visible(scope, named => named is { IsFact: true, OrNone: true, Kind: Kind.Date }).Select(pair => pair.Path)];
                return $"requires {Pick(dates)} within {Quantity()} {Pick("after", "before")} {Any(Kind.Date, 1, scope, allowNone: true).Words}";
            }
            default:
                return "requires that " + Clause(scope, "  ");
        }
    }

    // Conditions

    /// <summary>A condition, on its line or as a list under it.</summary>
    private string Clause(Scope scope, string indentation)
    {
        if (_random.Next(3) != 0)
        {
            return Condition(Depth, scope);
        }

        if (_random.Next(3) == 0 && Element(scope) is { } element)
        {
            return $"{Pick("for every", "for some", "for no")} {element.Words}, " + List(scope.With(element.Record), indentation, 1);
        }

        return List(scope, indentation, 2);
    }

    private string List(Scope scope, string indentation, int depth)
    {
        var text = new StringBuilder(Pick("all of", "any of", "none of"));
        for (int i = _random.Next(2, 4); i > 0; i--)
        {
            text.Append('\n').Append(indentation).Append("  - ").Append(depth > 0 && _random.Next(4) == 0 ? List(scope, indentation + "  ", depth - 1)
                : _random.Next(6) == 0 && Element(scope) is { } element ? $"{Pick("for every", "for some", "for no")} {element.Words}, {Bracketed(Condition(1, scope.With(element.Record)))}"
                : Condition(1, scope));
        }

        return text.ToString();
    }

    /// <summary>An element to quantify over whose record is not in scope yet.</summary>
    private (string Words, string Record)? Element(Scope scope)
    {
        (string Words, string Record)[] open = [.. _lists.Where(list => !scope.Records.Contains(list.Record))];
        if (open.Length == 0)
        {
            return null;
        }

        (string list, string record) = Pick(open);
        return (list == "parts" && _random.Next(2) == 0 ? "part" : $"{record} across {list}", record);
    }

    private string Condition(int depth, Scope scope)
    {
        if (depth > 0)
        {
            switch (_random.Next(9))
            {
                case 0:
                    return $"({string.Join(" and ", Several(() => Bracketed(Condition(depth - 1, scope))))})";
                case 1:
                    return $"({string.Join(" or ", Several(() => Bracketed(Condition(depth - 1, scope))))})";
                case 2:
                    return "not " + Bracketed(Condition(depth - 1, scope));
                case 3 when Element(scope) is { } element:
                    return $"({Pick("for every", "for some", "for no")} {element.Words}, {Bracketed(Condition(depth - 1, scope.With(element.Record)))})";
                default:
                    break;
            }
        }

        return Comparison(depth, scope);
    }

    private string Comparison(int depth, Scope scope)
    {
        string not = _random.Next(3) == 0 ? "not " : "";
        switch (_random.Next(11))
        {
            case 0:
                return Reference(Kind.YesNo, scope, allowNone: false).Words;
            case 1:
                return Reference(Kind.YesNo, scope, allowNone: false).Words + $" {Is()} {not}{Pick("yes", "no")}";
            case 2:
            {
                Kind kind = Pick(Enum.GetValues<Kind>());
                Value left = Left(kind, depth, scope, allowNone: not.Length == 0);
                return $"{left.Words} {Is()} {not}{Right(kind, depth, scope, not.Length == 0).Words}";
            }
            case 3:
            {
                Kind kind = Pick(Enum.GetValues<Kind>().Where(kind => kind != Kind.YesNo).ToArray());
                Value left = Left(kind, depth, scope, allowNone: not.Length == 0);
                string[] values = Several(() => Right(kind, 0, scope, not.Length == 0).Words);
                return $"{left.Words} {Is()} {not}one of {string.Join(", ", values[..^1])} or {values[^1]}";
            }
            case 4 or 5:
            {
                Kind kind = Pick(Kind.Number, Kind.Whole, Kind.Percentage, Kind.Money, Kind.Duration, Kind.Identifier);
                Value left = Left(kind, depth, scope, allowNone: not.Length == 0);
                return _random.Next(4) == 0
                    ? $"{left.Words} {Is()} {not}between {Right(kind, depth, scope, not.Length == 0).Words} and {Right(kind, depth, scope, not.Length == 0).Words}"
                    : $"{left.Words} {Is()} {not}{Pick("at least", "at most", "more than", "less than")} {Right(kind, depth, scope, not.Length == 0).Words}";
            }
            case 6:
                return $"{Any(Kind.Date, depth, scope, not.Length == 0).Words} {Is()} {not}{Pick("before", "after", "on or before", "on or after")} {Any(Kind.Date, depth, scope, not.Length == 0).Words}";
            case 7:
            {
                string direction = Pick("before", "after");
                Value date = Any(Kind.Date, depth, scope, not.Length == 0);
                Value anchor = Any(Kind.Date, depth, scope, not.Length == 0);
                return _random.Next(2) == 0
                    ? $"{date.Words} {Is()} within {DurationWords(scope)} {direction} {Any(Kind.Date, depth, scope, true).Words}"
                    : $"{date.Words} {Is()} {not}at least {(_random.Next(3) == 0 ? ClearQuantity() : DurationWords(scope))} {direction} {anchor.Words}";
            }
            case 8:
            {
                (string set, Kind kind) = Set(scope);
                string[] values = _random.Next(2) == 0 ? [MemberOf(kind, scope)] : Several(() => MemberOf(kind, scope));
                string verb = Pick("include", "includes", "do not include", "does not include");
                return values.Length == 1 ? $"{set} {verb} {values[0]}" : $"{set} {verb} one of {string.Join(", ", values[..^1])} or {values[^1]}";
            }
            case 9:
                return Pick(_lists.ToArray()) is var (list, _) && _random.Next(2) == 0 ? $"{list} {Is()} {not}empty" : $"{Set(scope).Words} {Is()} {not}empty";
            default:
            {
                (string Path, Named Named)[] open = [.. Visible(scope, named => named.OrNone)];
                return Pick(open).Path + $" {Is()} {not}{Pick("given", "none")}";
            }
        }
    }

    // Values

    /// <summary>What stands before the verb, so that it has a type of its own.</summary>
    private Value Left(Kind kind, int depth, Scope scope, bool allowNone) => kind is Kind.YesNo or Kind.Text or Kind.Format or Kind.Identifier or Kind.Colour or Kind.Flavour or Kind.Duration
        ? Reference(kind, scope, allowNone, named => kind != Kind.Duration || named.IsFact)
        : Any(kind, depth, scope, allowNone);

    private Value Right(Kind kind, int depth, Scope scope, bool allowNone) => kind == Kind.Duration
        // A length whose unit the rules tell is compared with another of that unit only.
        ? _random.Next(2) == 0 ? new Value(Quantity(), false) : Reference(kind, scope, allowNone, named => named.IsFact)
        : Any(kind, depth, scope, allowNone);

    private Value Any(Kind kind, int depth, Scope scope, bool allowNone)
    {
        if (depth > 0 && _random.Next(2) == 0 && Compound(kind, depth - 1, scope, allowNone) is { } compound)
        {
            return compound;
        }

        if (_random.Next(5) < 2)
        {
            return new Value(Literal(kind), false);
        }

        Value reference = Reference(kind, scope, allowNone);
        return reference.Words.Length > 0 ? reference : new Value(Literal(kind), false);
    }

    private Value? Compound(Kind kind, int depth, Scope scope, bool allowNone)
    {
        string Operand(Kind of) => Any(of, depth, scope, allowNone: false).Words;
        string Amount() => Operand(Pick(Kind.Number, Kind.Whole));
        Value Of(string words, bool orNone = false) => new($"({words})", orNone);
        Value Aggregate(string function, Kind of, bool orNone)
        {
            (string list, Scope inner) = List(scope);
            return list.Length == 0 ? new Value(Literal(kind), false) : Of($"{function} of {Any(of, depth, inner, allowNone: false).Words} across {list}", orNone);
        }

        switch (kind)
        {
            case Kind.Number:
                return _random.Next(7) switch
                {
                    0 => Of($"{Amount()} {Pick("+", "-", "*", "/")} {Amount()}"),
                    1 => Of($"{Amount()} {Pick("+", "-")} {Amount()} * {Operand(Kind.Percentage)}"),
                    2 => Of($"{Operand(Kind.Money)} / {Operand(Kind.Money)}"),
                    3 => Of($"-{Amount()}"),
                    4 => Of($"{Pick("larger", "smaller")} of {Operand(Kind.Number)} and {Amount()}"),
                    5 when allowNone => Aggregate(Pick("largest", "smallest"), Kind.Number, true),
                    _ => Aggregate("sum", Kind.Number, false),
                };
            case Kind.Whole:
                return _random.Next(4) switch
                {
                    0 => Of($"{Pick("whole years", "whole months", "days")} between {Operand(Kind.Date)} and {Operand(Kind.Date)}"),
                    1 => Of("count of " + (List(scope) is { List.Length: > 0 } list ? list.List : "devices")),
                    2 => Of("count of " + Pick("devices", "parts", "colours", "flavours")),
                    _ => Of($"{Operand(Kind.Whole)} {Pick("+", "-")} {Operand(Kind.Whole)}"),
                };
            case Kind.Percentage or Kind.Money:
                return _random.Next(6) switch
                {
                    0 or 1 when kind == Kind.Money => Of(_random.Next(3) switch
                    {
                        0 => $"{Operand(Kind.Money)} {Pick("*", "/")} {Amount()}",
                        1 => $"{Operand(Kind.Money)} * {Operand(Kind.Percentage)}",
                        _ => $"{Pick(Amount(), Operand(Kind.Percentage))} * {Operand(Kind.Money)}",
                    }),
                    2 => Of($"-{Operand(kind)}"),
                    3 => Of($"{Pick("larger", "smaller")} of {Operand(kind)} and {Operand(kind)}"),
                    4 when allowNone => Aggregate(Pick("largest", "smallest"), kind, true),
                    4 => Aggregate("sum", kind, false),
                    _ => Of($"{Operand(kind)} {Pick("+", "-")} {Operand(kind)}"),
                };
            case Kind.Date:
                switch (_random.Next(5))
                {
                    case 0:
                        return Of($"{Pick("earlier", "later")} of {Operand(Kind.Date)} and {Operand(Kind.Date)}");
                    case 1 when allowNone:
                        return Aggregate(Pick("earliest", "latest"), Kind.Date, true);
                    case 2:
                    {
                        Value date = Any(Kind.Date, depth, scope, allowNone);
                        return Of($"{Pick("first working day on or after", "last working day on or before")} {date.Words}", date.OrNone);
                    }
                    default:
                    {
                        Value anchor = Any(Kind.Date, depth, scope, allowNone);
                        return Of($"{DurationWords(scope)} {Pick("after", "before")} {anchor.Words}", anchor.OrNone);
                    }
                }
            case Kind.Duration:
            {
                string length = Reference(Kind.Duration, scope, allowNone: false, named => named.IsFact).Words;
                return length.Length == 0 ? null : Of(_random.Next(3) switch
                {
                    0 => $"{Pick("larger", "smaller")} of {length} and {Quantity()}",
                    _ => $"{length} {Pick("+", "-")} {Quantity()}",
                });
            }
            default:
                return null;
        }
    }

    /// <summary>A fact, a parameter or a definition; no words where there is none.</summary>
    private Value Reference(Kind kind, Scope scope, bool allowNone, Func<Named, bool>? only = null)
    {
        (string Path, Named Named)[] open =
        [
            .. Visible(scope, named => (named.Kind == kind || (kind == Kind.Number && named.Kind == Kind.Whole)) && (allowNone || !named.OrNone) && (only is null || only(named))),
        ];
        if (open.Length == 0)
        {
            return new Value("", false);
        }

        (string path, Named chosen) = Pick(open);
        return chosen.IsParameter && _random.Next(2) == 0
            ? new Value($"({path} as at {Any(Kind.Date, 1, scope, allowNone: false).Words})", chosen.OrNone)
            : new Value(path, chosen.OrNone);
    }

    /// <summary>What can be named here, with the words that name it.</summary>
    private IEnumerable<(string Path, Named Named)> Visible(Scope scope, Func<Named, bool> isWanted)
    {
        foreach (Named named in _named.Where(isWanted))
        {
            if (named.Record is null)
            {
                yield return (named.Words, named);
            }
            else if (named.Record == "maker")
            {
                yield return ("main device's maker's " + named.Words, named);
                if (scope.Records.Contains(Device))
                {
                    yield return (Pick("device's maker's ", "maker's ") + named.Words, named);
                }
            }
            else
            {
                if (scope.Records.Contains(named.Record))
                {
                    yield return (Pick("", named.Record + "'s ") + named.Words, named);
                }

                if (named.Record == Device)
                {
                    yield return (Pick("main device's ", "main device’s ") + named.Words, named);
                }
            }
        }
    }

    /// <summary>A list to run over, whole or in part, and the scope within it; no words where every record is in scope.</summary>
    private (string List, Scope Inner) List(Scope scope)
    {
        (string Words, string Record)[] open = [.. _lists.Where(list => !scope.Records.Contains(list.Record))];
        if (open.Length == 0)
        {
            return ("", scope);
        }

        (string words, string record) = Pick(open);
        Scope inner = scope.With(record);
        return (_random.Next(2) == 0 ? words : $"({words} where {Comparison(0, inner)})", inner);
    }

    private (string Words, Kind Kind) Set(Scope scope)
    {
        (string words, string? record) = Pick(_sets.ToArray());
        Kind kind = words == "flavours" ? Kind.Flavour : Kind.Colour;
        return (record is null || scope.Records.Contains(record) ? words : "main device's " + words, kind);
    }

    private string MemberOf(Kind kind, Scope scope) =>
        _random.Next(3) == 0 && Reference(kind, scope, allowNone: false) is { Words.Length: > 0 } reference ? reference.Words : Literal(kind);

    private string DurationWords(Scope scope)
    {
        if (_random.Next(3) != 0)
        {
            return Quantity();
        }

        Value length = Any(Kind.Duration, 1, scope, allowNone: false);
        return length.Words;
    }

    private string Literal(Kind kind) => kind switch
    {
        Kind.YesNo => Pick("yes", "no"),
        Kind.Text => Text(Pick("", "a", "b", "A & B", "<é>")),
        Kind.Format => Text(Pick("A01", "B02", "Z99")),
        Kind.Number => Pick("0", "1", "0.5", "12.25", "1,250", "0.000000001", "999,999,999,999,999"),
        Kind.Whole => Pick("0", "1", "2", "3", "18", "1,000,000", "999,999,999,999,999"),
        Kind.Percentage => Pick("0%", "20%", "100%", "12.5%", "0.0000001%", "1,000%"),
        Kind.Money => Pick("£0.00", "£0.01", "£1,250.00", "£2,000.01", "£999,999,999,999,999.99"),
        Kind.Date => Pick("today", "1 January 1900", "31 December 2199", "29 February 2024", "2024-03-29", "1 June 2024", "31 December 2026", "1 January 2020"),
        Kind.Duration => Quantity(),
        Kind.Identifier => Text(Pick("00-00-00-00-00-00-00-00", "90-B3-D5-1F-30-01-00-00", "FF-FF-FF-FF-FF-FF-FF-FF")),
        Kind.Colour => Pick(Colours),
        _ => Pick(Flavours),
    };

    private string Quantity()
    {
        string count = Pick("0", "1", "2", "5", "20", "60", "200", "5,000", "100,000");
        return count.Replace(",", "", StringComparison.Ordinal) + " " + Pick(Units) + (count == "1" ? "" : "s");
    }

    private string ClearQuantity() => _random.Next(1, 15).ToString(CultureInfo.InvariantCulture) + " clear " + Pick("days", "working days");

    private static string Noun(Kind kind) => kind switch
    {
        Kind.YesNo => "flag",
        Kind.Text => "label",
        Kind.Format => "code",
        Kind.Number => "measure",
        Kind.Whole => "tally",
        Kind.Percentage => "share",
        Kind.Money => "price",
        Kind.Date => "date",
        Kind.Duration => "span",
        Kind.Identifier => "tag",
        Kind.Colour => "colour",
        _ => "flavour",
    };

    private static string TypeOf(Kind kind) => kind switch
    {
        Kind.YesNo => "yes/no",
        Kind.Text => "text",
        Kind.Format => "a Code",
        Kind.Number => "a number",
        Kind.Whole => "a whole number",
        Kind.Percentage => "a percentage",
        Kind.Money => "money",
        Kind.Date => "a date",
        Kind.Duration => "a duration",
        Kind.Identifier => "an EUI-64",
        Kind.Colour => "a Colour",
        _ => "a Flavour",
    };

    private static string Ordinal(int number) => ((string[])["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])[number];

    private static string Text(string text) => " \"" + text + "\"";

    private static string Bracketed(string condition) => condition.StartsWith('(') && Closes(condition) ? condition : "(" + condition + ")";

    /// <summary>Whether the bracket that opens a condition closes at its end.</summary>
    private static bool Closes(string condition)
    {
        int depth = 0;
        for (int i = 0; i < condition.Length; i++)
        {
            depth += condition[i] == '(' ? 1 : condition[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i == condition.Length - 1;
            }
        }

        return false;
    }

    private string Is() => Pick("is", "are");

    private string[] Several(Func<string> make) => [.. Enumerable.Range(0, _random.Next(2, 4)).Select(_ => make())];

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];

    private void Add(string declaration) => _declarations.Add(declaration);
}
