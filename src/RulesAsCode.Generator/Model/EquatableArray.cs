using System.Collections;
using System.Collections.Immutable;

namespace RulesAsCode.Generator.Model;

/// <summary>A list that equals another with equal elements in the same order, as the pipeline's caching needs it.</summary>
internal readonly struct EquatableArray<T>(ImmutableArray<T> items) : IEquatable<EquatableArray<T>>, IEnumerable<T>
    where T : IEquatable<T>
{
    private readonly ImmutableArray<T> _items = items;

    /// <summary>The elements; none for a default value.</summary>
    internal ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    // Element by element, without Span: the host may not have the System.Memory that this would refer to.
    public bool Equals(EquatableArray<T> other) => Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode() => Items.Aggregate(17, (hash, item) => unchecked((hash * 31) + item.GetHashCode()));

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
