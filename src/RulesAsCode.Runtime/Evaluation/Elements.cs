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
    private readonly ulong _low;
    private readonly ulong[]? _high;

    internal Elements(FactList<T>? list, FactPlace? owner, FactDescriptor fact)
    {
        _list = list;
        Owner = owner;
        Fact = fact;
        _low = ulong.MaxValue;
        Count = list?.Count ?? 0;
    }

    private Elements(Elements<T> source, ulong low, ulong[]? high, int count)
    {
        _list = source._list;
        Owner = source.Owner;
        Fact = source.Fact;
        IsFiltered = true;
        _low = low;
        _high = high;
        Count = count;
    }

    /// <summary>The record that the list belongs to; null for the facts as a whole, and where nothing is recorded.</summary>
    public FactPlace? Owner { get; }

    /// <summary>The fact that is the list.</summary>
    public FactDescriptor Fact { get; }

    /// <summary>How many elements there are, those filtered out not counted.</summary>
    public int Count { get; }

    private bool IsFiltered { get; }

    /// <summary>An element, by its place in the whole list.</summary>
    public T this[int index] => _list![index];

    /// <summary>The places of the elements in the whole list, from 0, those filtered out left out.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Begins to filter: each element is then put to <see cref="Filter.Add"/>.</summary>
    public Filter Where() => new(this);

    private bool Has(int index) => !IsFiltered || (index < WordSize ? (_low >> index & 1) != 0 : (_high![(index / WordSize) - 1] >> (index % WordSize) & 1) != 0);

    /// <summary>Runs over the places of elements.</summary>
    public struct Enumerator
    {
        private readonly Elements<T> _elements;
        private readonly int _end;
        private int _index;

        internal Enumerator(Elements<T> elements)
        {
            _elements = elements;
            _end = elements._list?.Count ?? 0;
            _index = -1;
        }

        /// <summary>The place of the element in the whole list, from 0.</summary>
        public readonly int Current => _index;

        /// <summary>Goes on to the next element.</summary>
        public bool MoveNext()
        {
            do
            {
                _index++;
            }
            while (_index < _end && !_elements.Has(_index));
            return _index < _end;
        }
    }

    /// <summary>Keeps the elements for which a condition holds.</summary>
    public struct Filter
    {
        private readonly Elements<T> _source;
        private ulong _low;
        private ulong[]? _high;
        private int _count;
        private bool _isUnknown;

        internal Filter(Elements<T> source) => _source = source;

        /// <summary>Says whether the condition holds for the element at a place.</summary>
        public void Add(int index, Condition condition)
        {
            _isUnknown |= condition.IsUnknown;
            if (!condition.IsYes)
            {
                return;
            }

            _count++;
            if (index < WordSize)
            {
                _low |= 1UL << index;
            }
            else
            {
                (_high ??= new ulong[(_source._list!.Count - 1) / WordSize])[(index / WordSize) - 1] |= 1UL << (index % WordSize);
            }
        }

        /// <summary>The elements kept; unknown when the condition was for one of them.</summary>
        public readonly Known<Elements<T>> ToElements() => _isUnknown
            ? Known<Elements<T>>.Unknown
            : new Elements<T>(_source, _low, _source._list?.Count > WordSize ? _high ?? new ulong[(_source._list.Count - 1) / WordSize] : null, _count);
    }
}
