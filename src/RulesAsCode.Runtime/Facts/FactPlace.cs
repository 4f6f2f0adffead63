using System.Globalization;
using RulesAsCode.Primitives;

namespace RulesAsCode;

/// <summary>Where a fact, or a record, stands among the facts of one subject.</summary>
public sealed class FactPlace : IEquatable<FactPlace>, IComparable<FactPlace>
{
    /// <param name="owner">The record it belongs to; null for the facts as a whole.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="index">The element's place in the list, from 0, where the fact is a list and one element of it is meant; else null.</param>
    public FactPlace(FactPlace? owner, FactDescriptor fact, int? index)
    {
        Owner = owner;
        Fact = fact;
        Index = index;
    }

    /// <summary>The record it belongs to; null for the facts as a whole.</summary>
    public FactPlace? Owner { get; }

    /// <summary>The fact.</summary>
    public FactDescriptor Fact { get; }

    /// <summary>The element's place in the list, from 0; null where no element is meant.</summary>
    public int? Index { get; }

    /// <summary>As a reader says it: <c>testing programme 2's testing start</c>.</summary>
    public string Words => (Owner is null ? "" : Owner.Words + "'s ") + Step;

    /// <summary>As a JSON pointer into the facts: <c>/testingProgrammes/1/testingStart</c>.</summary>
    public string Pointer => Owner?.Pointer + "/" + Fact.JsonName + (Index is { } index ? "/" + index.ToString(CultureInfo.InvariantCulture) : "");

    private string Step => Index is { } index && Fact.ElementName is { } element ? ValueText.Element(element, index) : Fact.Name;

    private int Depth => Owner is null ? 1 : Owner.Depth + 1;

    /// <summary>The place of one of the elements of the list that stands here.</summary>
    internal FactPlace At(int index) => new(Owner, Fact, index);

    /// <summary>Declaration order of the facts, elements by index; a record before its facts.</summary>
    public int CompareTo(FactPlace? other)
    {
        if (other is null)
        {
            return 1;
        }

        int depth = Depth;
        int otherDepth = other.Depth;
        if (depth != otherDepth)
        {
            int order = depth > otherDepth ? Owner!.CompareTo(other) : CompareTo(other.Owner);
            return order != 0 ? order : depth.CompareTo(otherDepth);
        }

        int owners = Owner is null ? 0 : Owner.CompareTo(other.Owner);
        return owners != 0 ? owners
            : Fact.Ordinal != other.Fact.Ordinal ? Fact.Ordinal.CompareTo(other.Fact.Ordinal)
            : Nullable.Compare(Index, other.Index);
    }

    /// <inheritdoc/>
    public bool Equals(FactPlace? other) =>
        other is not null && ReferenceEquals(Fact, other.Fact) && Index == other.Index && (Owner is null ? other.Owner is null : Owner.Equals(other.Owner));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactPlace);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Owner, Fact.Ordinal, Index);

    /// <inheritdoc cref="Words"/>
    public override string ToString() => Words;
}
