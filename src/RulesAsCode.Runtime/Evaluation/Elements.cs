using System.Numerics;
using System.Runtime.CompilerServices;

namespace RulesAsCode;

/// <summary>
/// A list met while rules are evaluated: its elements know where they stand, and some may have been filtered out. Filtering a list of
/// up to 64 elements allocates nothing.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public readonly struct Elements<T>
    where T : class
{
    private const int WordSize = 64;

    private readonly FactList<T>? _list;

    // A bit for each element that is filtered out; the words of the second continue the first, and null stands for zeros.
    private readonly ulong _removed;
    private readonly ulong[]? _removedBeyond;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Elements(FactList<T>? list, FactPlace? place)
    {
        _list = list;
        Place = place;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Elements(FactList<T>? list, FactPlace? place, ulong removed, ulong[]? removedBeyond)
    {
        _list = list;
        Place = place;
        _removed = removed;
        _removedBeyond = removedBeyond;
    }

    /// <summary>Where the list stands; null where nothing is recorded.</summary>
    public FactPlace? Place { get; }

    /// <summary>How many elements there are, those filtered out not counted.</summary>
    public int Count
    {
        get
        {
            int count = (_list?.Count ?? 0) - BitOperations.PopCount(_removed);
            foreach (ulong word in _removedBeyond ?? [])
            {
                count -= BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>An element, by its place in the whole list.</summary>
    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _list![index];
    }

    /// <summary>The places of the elements in the whole list, from 0, those filtered out left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Enumerator GetEnumerator() => new(_list?.Count ?? 0, _removed, _removedBeyond);

    /// <summary>Begins to filter: each element is then put to <see cref="Filter.Add"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Filter Where() => new(this);

    /// <summary>Runs over the places of elements.</summary>
    public struct Enumerator
    {
        private readonly int _end;
        private readonly ulong _removed;
        private readonly ulong[]? _removedBeyond;
        private int _index;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Enumerator(int end, ulong removed, ulong[]? removedBeyond)
        {
            _end = end;
            _removed = removed;
            _removedBeyond = removedBeyond;
            _index = -1;
        }

        /// <summary>The place of the element in the whole list, from 0.</summary>
        public readonly int Current
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => _index;
        }

        /// <summary>Goes on to the next element.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            do
            {
                _index++;
            }
            while (_index < _end && IsRemoved(_index));
            return _index < _end;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly bool IsRemoved(int index) =>
            index < WordSize ? (_removed >> index & 1) != 0 : _removedBeyond is not null && (_removedBeyond[(index / WordSize) - 1] >> (index % WordSize) & 1) != 0;
    }

    /// <summary>Keeps the elements for which a condition holds.</summary>
    public struct Filter
    {
        private readonly Elements<T> _source;
        private ulong _removed;
        private ulong[]? _removedBeyond;
        private bool _isUnknown;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Filter(Elements<T> source)
        {
            _source = source;
            _removed = source._removed;
        }

        /// <summary>Says whether the condition holds for the element at a place.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(int index, Condition condition)
        {
            _isUnknown |= condition.IsUnknown;
            if (index >= WordSize)
            {
                AddBeyond(index, condition);
            }
            else if (!condition.IsYes)
            {
                _removed |= 1UL << index;
            }
        }

        /// <summary>The elements kept; unknown when the condition was for one of them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Known<Elements<T>> ToElements() => _isUnknown
            ? Known<Elements<T>>.Unknown
            : new Elements<T>(_source._list, _source.Place, _removed, _removedBeyond ?? _source._removedBeyond);

        private void AddBeyond(int index, Condition condition)
        {
            if (condition.IsYes)
            {
                return;
            }

            if (_removedBeyond is null)
            {
                // What a list without this filter has removed is its own.
                _removedBeyond = new ulong[(_source._list!.Count - 1) / WordSize];
                _source._removedBeyond?.CopyTo(_removedBeyond, 0);
            }

            _removedBeyond[(index / WordSize) - 1] |= 1UL << (index % WordSize);
        }
    }
}
