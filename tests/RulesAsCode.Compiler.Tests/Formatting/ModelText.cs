using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Tests.Formatting;

/// <summary>Everything that a model holds but its places in the files, as text: two models that give the same text mean the same.</summary>
internal static class ModelText
{
    private static readonly Dictionary<Type, PropertyInfo[]> Properties = [];

    internal static string Of(RulesModel model)
    {
        var text = new StringBuilder();
        Write(text, model, new Dictionary<object, int>(ReferenceEqualityComparer.Instance));
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, Dictionary<object, int> seen)
    {
        switch (value)
        {
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
                Write(text, item, seen);
            }

            text.Append("end\n");
            return;
        }

        PropertyInfo[] properties = PropertiesOf(value.GetType());
        if (properties.Length == 0)
        {
            text.Append(value).Append('\n');
        }

        foreach (PropertyInfo property in properties)
        {
            text.Append(property.Name).Append(' ');
            Write(text, property.GetValue(value), seen);
        }
    }

    private static PropertyInfo[] PropertiesOf(Type type)
    {
        lock (Properties)
        {
            if (!Properties.TryGetValue(type, out PropertyInfo[]? found))
            {
                found =
                [
                    .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Where(property => property.GetIndexParameters().Length == 0 && !IsPlace(property.PropertyType))
                        .OrderBy(property => property.Name, StringComparer.Ordinal),
                ];
                Properties.Add(type, found);
            }

            return found;
        }
    }

    private static bool IsPlace(Type type) =>
        type == typeof(Location) || type == typeof(TextSpan) || type == typeof(TextSpan?) || type == typeof(SourceText) || type == typeof(LinePosition)
        || type.Name.Contains("Syntax", StringComparison.Ordinal);
}
