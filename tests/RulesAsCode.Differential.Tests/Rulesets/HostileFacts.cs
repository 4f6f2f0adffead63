using System.Reflection;
using RulesAsCode.Primitives;

namespace RulesAsCode.Differential.Tests.Rulesets;

/// <summary>Facts that no form would give: values at the ends of what C# can hold, values that are no answer, defaults of structs, and long lists.</summary>
internal sealed class HostileFacts(Random random)
{
    private const int LongestList = 3_000;

    /// <summary>A generated record with such answers.</summary>
    /// <param name="type">The record.</param>
    public object Record(Type type)
    {
        object record = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(record, random.Next(8) == 0 ? null : Answer(property.PropertyType));
        }

        return record;
    }

    private object? Answer(Type type)
    {
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner.IsGenericType)
        {
            Type argument = inner.GetGenericArguments()[0];
            if (inner.GetGenericTypeDefinition() == typeof(Answer<>))
            {
                return random.Next(4) == 0 ? Activator.CreateInstance(inner) : inner.GetMethod("op_Implicit", [argument])!.Invoke(null, [Answer(argument)]);
            }

            string maker = inner.GetGenericTypeDefinition() == typeof(ChoiceSet<>) ? nameof(Set) : nameof(List);
            return typeof(HostileFacts).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(argument).Invoke(this, []);
        }

        return inner switch
        {
            _ when inner == typeof(bool) => random.Next(2) == 0,
            _ when inner == typeof(string) => Pick("", "\uD800", "\0", "A01", new string('x', 100_000)),
            _ when inner == typeof(decimal) => Pick(decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, -0.0m, 999_999_999_999_999.999999999m, 1_000_000_000_000_000m, 1m),
            _ when inner == typeof(long) => Pick(long.MaxValue, long.MinValue, 0L, -1L, 999_999_999_999_999L),
            _ when inner == typeof(DateOnly) => Pick(DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(1900, 1, 1), new DateOnly(2199, 12, 31), new DateOnly(1899, 12, 31), default, new DateOnly(2024, 2, 29)),
            _ when inner == typeof(Duration) => Pick(default, new Duration(int.MaxValue, (DurationUnit)random.Next(5), clear: true), new Duration(int.MinValue, (DurationUnit)random.Next(5)), new Duration(1, (DurationUnit)random.Next(5))),
            _ when inner == typeof(Eui64) => Pick(default, new Eui64(ulong.MaxValue)),
            _ when inner.IsEnum => Enum.ToObject(inner, Pick(int.MinValue, -1, 0, 1, 2, 5, 64, 65, 70_000, int.MaxValue)),
            _ => Record(inner),
        };
    }

    private ChoiceSet<T> Set<T>()
        where T : struct, Enum => ChoiceSet.Create<T>([.. Enumerable.Range(0, random.Next(4)).Select(_ => (T)Enum.ToObject(typeof(T), Pick(1, 2, 3, 64, 65, 129, 65_536)))]);

    private FactList<T> List<T>()
        where T : class
    {
        int count = random.Next(20) == 0 ? LongestList : random.Next(70);
        T[] some = [.. Enumerable.Range(0, Math.Min(count, 8)).Select(_ => (T)Record(typeof(T)))];
        return FactList.Create<T>([.. Enumerable.Range(0, count).Select(i => some[i % some.Length])]);
    }

    private T Pick<T>(params T[] items) => items[random.Next(items.Length)];
}
