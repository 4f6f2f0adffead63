using System.Runtime.CompilerServices;
using RulesAsCode.Primitives;

namespace RulesAsCode;

/// <summary>Adds up numbers across a list. An element that has no such number does not take part; one whose number is unknown leaves the sum unknown.</summary>
public struct NumberSum
{
    private ExactNumber _total;
    private bool _isUnknown;
    private bool _isTooLarge;

    /// <summary>Takes in the number of one element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Known<ExactNumber> value)
    {
        _isUnknown |= value.IsUnknown;
        if (value.HasValue && !_isTooLarge && ExactNumber.Add(_total, value.Value, out _total) != ArithmeticError.None)
        {
            _isTooLarge = true;
        }
    }

    /// <summary>The sum; zero of no elements.</summary>
    /// <param name="tooLarge">What to say when it is too large.</param>
    /// <param name="trace">The trace.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Known<ExactNumber> ToTotal<TTrace>(string tooLarge, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (!_isUnknown && !_isTooLarge)
        {
            return _total;
        }

        if (!_isUnknown)
        {
            trace.Because(ReasonKind.Overflow, tooLarge);
        }

        return Known<ExactNumber>.Unknown;
    }
}

/// <summary>Adds up durations of one kind across a list, as <see cref="NumberSum"/> does numbers.</summary>
public struct DurationSum
{
    private Known<Duration> _total;
    private Duration? _odd;
    private bool _isUnknown;
    private bool _isTooLarge;

    /// <summary>Takes in the duration of one element.</summary>
    public void Add(Known<Duration> value)
    {
        _isUnknown |= value.IsUnknown;
        if (!value.HasValue || _isTooLarge || _odd is not null)
        {
            return;
        }

        if (!_total.HasValue)
        {
            _total = value;
        }
        else if (!Duration.TryCompare(_total.Value, value.Value, out _))
        {
            _odd = value.Value;
        }
        else if (Duration.TryAdd(_total.Value, value.Value, out Duration total))
        {
            _total = total;
        }
        else
        {
            _isTooLarge = true;
        }
    }

    /// <summary>The sum; no days of no elements.</summary>
    /// <param name="tooLarge">What to say when it is too large.</param>
    /// <param name="trace">The trace.</param>
    public readonly Known<Duration> ToTotal<TTrace>(string tooLarge, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (_isUnknown)
        {
            return Known<Duration>.Unknown;
        }

        if (_odd is { } odd)
        {
            return Numbers.KindsDiffer(_total.Value, odd, ref trace);
        }

        if (_isTooLarge)
        {
            trace.Because(ReasonKind.Overflow, tooLarge);
            return Known<Duration>.Unknown;
        }

        return _total.HasValue ? _total : new Duration(0, DurationUnit.Day);
    }
}

/// <summary>Finds the largest or smallest value across a list; none of no elements.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public struct Extreme<T>
    where T : struct, IComparable<T>
{
    private Known<T> _extreme;
    private bool _isUnknown;

    /// <summary>Takes in the value of one element, keeping the larger.</summary>
    public void AddLargest(Known<T> value) => Add(value, isGreatest: true);

    /// <summary>Takes in the value of one element, keeping the smaller.</summary>
    public void AddSmallest(Known<T> value) => Add(value, isGreatest: false);

    /// <summary>What was found.</summary>
    public readonly Known<T> ToValue() => _isUnknown ? Known<T>.Unknown : _extreme.HasValue ? _extreme : Known<T>.None;

    private void Add(Known<T> value, bool isGreatest)
    {
        _isUnknown |= value.IsUnknown;
        if (value.HasValue)
        {
            int order = _extreme.HasValue ? value.Value.CompareTo(_extreme.Value) : 0;
            if (!_extreme.HasValue || (isGreatest ? order > 0 : order < 0))
            {
                _extreme = value;
            }
        }
    }
}

/// <summary>Finds the longest or shortest duration across a list; unknown when they are of different kinds, none of no elements.</summary>
public struct DurationExtreme
{
    private Known<Duration> _extreme;
    private Duration? _odd;
    private bool _isUnknown;

    /// <summary>Takes in the duration of one element, keeping the longer.</summary>
    public void AddLargest(Known<Duration> value) => Add(value, isGreatest: true);

    /// <summary>Takes in the duration of one element, keeping the shorter.</summary>
    public void AddSmallest(Known<Duration> value) => Add(value, isGreatest: false);

    /// <summary>What was found.</summary>
    public readonly Known<Duration> ToValue<TTrace>(ref TTrace trace)
        where TTrace : struct, ITrace =>
        _isUnknown ? Known<Duration>.Unknown
        : _odd is { } odd ? Numbers.KindsDiffer(odd, _extreme.Value, ref trace)
        : _extreme.HasValue ? _extreme
        : Known<Duration>.None;

    private void Add(Known<Duration> value, bool isGreatest)
    {
        _isUnknown |= value.IsUnknown;
        if (!value.HasValue || _odd is not null)
        {
            return;
        }

        if (!_extreme.HasValue)
        {
            _extreme = value;
        }
        else if (!Duration.TryCompare(value.Value, _extreme.Value, out int order))
        {
            _odd = value.Value;
        }
        else if (isGreatest ? order > 0 : order < 0)
        {
            _extreme = value;
        }
    }
}
