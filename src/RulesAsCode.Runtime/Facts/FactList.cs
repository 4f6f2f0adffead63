using System.Collections;
using System.Runtime.CompilerServices;

namespace RulesAsCode;

/// <summary>Makes lists of records.</summary>
public static class FactList
{
    /// <summary>The list of some records, in their order.</summary>
    /// <exception cref="ArgumentNullException">A record is missing.</exception>
    public static FactList<T> Create<T>(params ReadOnlySpan<T> elements)
        where T : class
    {
        foreach (T element in elements)
        {
            ArgumentNullException.ThrowIfNull(element, nameof(elements));
        }

        return new FactList<T>(elements.ToArray());
    }
}

/// <summary>An immutable list of records. Equal when its elements are, one by one.</summary>
/// <typeparam name="T">The record.</typeparam>
[CollectionBuilder(typeof(FactList), nameof(FactList.Create))]
public sealed class FactList<T> : IReadOnlyList<T>, IEquatable<FactList<T>>
    where T : class
{
    private readonly T[] _elements;

    internal FactList(T[] elements) => _elements = elements;

    /// <summary>The list without elements.</summary>
    public static FactList<T> Empty { get; } = new([]);

    /// <summary>How many elements it has.</summary>
    public int Count => _elements.Length;

    /// <summary>The element at a place, from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public T this[int index] => _elements[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_elements).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(FactList<T>? other) => other is not null && _elements.AsSpan().SequenceEqual(other._elements);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (T element in _elements)
        {
            hash.Add(element);
        }

        return hash.ToHashCode();
    }

    /// <summary>The elements with commas between them, in brackets.</summary>
    public override string ToString() => "[" + string.Join(", ", (IEnumerable<T>)_elements) + "]";
}
