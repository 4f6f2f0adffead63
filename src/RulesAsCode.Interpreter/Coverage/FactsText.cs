using System.Text;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Coverage;

/// <summary>Facts and names as a rule file has them.</summary>
internal static class FactsText
{
    /// <summary>The lines under <c>given</c>, each indented.</summary>
    public static void Write(StringBuilder text, FactRecord facts, string indentation, string currencySymbol)
    {
        foreach (Field field in facts.Given)
        {
            switch (facts[field]!)
            {
                case ListValue { Elements.Length: > 0 } list:
                    foreach (FactRecord element in list.Elements)
                    {
                        text.Append(indentation).Append(HeadOf(field)).Append('\n');
                        Write(text, element, indentation + "  ", currencySymbol);
                    }

                    break;
                case RecordValue record:
                    text.Append(indentation).Append(NameOf(field)).Append('\n');
                    Write(text, record.Record, indentation + "  ", currencySymbol);
                    break;
                case RuleValue value:
                    text.Append(indentation).Append(NameOf(field)).Append(field.Type is SetType or ListType ? " are " : " is ").Append(ValueOf(value, field.Type, currencySymbol)).Append('\n');
                    break;
            }
        }
    }

    /// <summary>What an element begins with: its record's name, or its list's where several lists have that record.</summary>
    private static string HeadOf(Field field)
    {
        Record record = ((ListType)field.Type).Record;
        bool isOnlyOne = field.Record.Fields.Count(other => other.Type is ListType list && ReferenceEquals(list.Record, record)) == 1;
        return NameOf(isOnlyOne ? record : field);
    }

    /// <summary>A name as it was declared: in backticks where it needs them.</summary>
    public static string NameOf(Symbol symbol) =>
        symbol.Location.Source.ToString(symbol.Location.Span).Contains('`', StringComparison.Ordinal) ? "`" + symbol.Name + "`" : symbol.Name;

    private static string ValueOf(RuleValue value, RuleType type, string currencySymbol) => value switch
    {
        Eui64Value eui64 => "\"" + Eui64Text.Format(eui64.Value) + "\"",
        ChoiceValue choice => NameOf(choice.Member),
        SetValue { Members.Length: > 0 } set => ValueText.Series([.. set.Members.Select(NameOf)], "and"),
        _ => Wording.Of(value, type, currencySymbol),
    };
}
