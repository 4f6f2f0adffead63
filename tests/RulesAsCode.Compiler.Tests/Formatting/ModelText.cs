using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Tests.Formatting;

/// <summary>Everything that a model holds, as text: two models that give the same text mean the same.</summary>
internal static class ModelText
{
    private static readonly Dictionary<(Type Type, bool WithPlaces), PropertyInfo[]> Properties = [];

    /// <summary>Without its places in the files.</summary>
    internal static string Of(RulesModel model) => Of(model, withPlaces: false);

    /// <summary>With its places, each in the very text that it is a place of. Any object will do: a tree, too.</summary>
    internal static string WithPlaces(object anything) => Of(anything, withPlaces: true);

    private static string Of(object anything, bool withPlaces)
    {
        var text = new StringBuilder();
        Write(text, anything, withPlaces, new Dictionary<object, int>(ReferenceEqualityComparer.Instance));
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, bool withPlaces, Dictionary<object, int> seen)
    {
        switch (value)
        {
            case Location place:
                text.Append(CultureInfo.InvariantCulture, $"{place.Source.Path} of {place.Source.Text.GetHashCode(StringComparison.Ordinal)} {place.Span}\n");
                return;
            case TextSpan span:
                text.Append(CultureInfo.InvariantCulture, $"{span.Start}+{span.Length}\n");
                return;
            case SourceText source:
                text.Append(CultureInfo.InvariantCulture, $"{source.Path} of {source.Text.GetHashCode(StringComparison.Ordinal)}\n");
                return;
            case null:
                text.Append("null\n");
                return;
            case string or bool or Enum:
                text.Append(value).Append('\n');
                return;
            case IFormattable number when value.GetType().IsPrimitive:
                text.Append(number.ToString(null, CultureInfo.InvariantCulture)).Append('\n');
                return;
            case IDictionary or Delegate:
                text.Append(value.GetType().Name).Append('\n');
                return;
            default:
                break;
        }

        // Symbols refer to each other in circles: each is written where it is met first.
        if (!value.GetType().IsValueType)
        {
            if (seen.TryGetValue(value, out int number))
            {
                text.Append('@').Append(number).Append('\n');
                return;
            }

            seen.Add(value, seen.Count);
        }

        text.Append(value.GetType().Name).Append('\n');
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Write(text, item, withPlaces, seen);
            }

            text.Append("end\n");
            return;
        }

        PropertyInfo[] properties = PropertiesOf(value.GetType(), withPlaces);
        if (properties.Length == 0)
        {
            text.Append(value).Append('\n');
        }

        foreach (PropertyInfo property in properties)
        {
            text.Append(property.Name).Append(' ');
            Write(text, property.GetValue(value), withPlaces, seen);
        }
    }

    private static PropertyInfo[] PropertiesOf(Type type, bool withPlaces)
    {
        lock (Properties)
        {
            if (!Properties.TryGetValue((type, withPlaces), out PropertyInfo[]? found))
            {
                found =
                [
                    .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Where(property => property.GetIndexParameters().Length == 0 && (withPlaces || !IsPlace(property.PropertyType)))
                        .OrderBy(property => property.Name, StringComparer.Ordinal),
                ];
                Properties.Add((type, withPlaces), found);
            }

            return found;
        }
    }

    private static bool IsPlace(Type type) =>
        type == typeof(Location) || type == typeof(TextSpan) || type == typeof(TextSpan?) || type == typeof(SourceText) || type == typeof(LinePosition)
        || type.Name.Contains("Syntax", StringComparison.Ordinal);
}
