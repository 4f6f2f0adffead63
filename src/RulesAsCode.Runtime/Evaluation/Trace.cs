using System.Runtime.CompilerServices;

namespace RulesAsCode;

/// <summary>Why something is unknown: a missing fact, or a reason.</summary>
internal readonly record struct RecordedNeed(FactPlace? Place, ReasonKind Kind, string? Text);

/// <summary>
/// Hears why values are unknown while they are computed. Everything that rules compute takes one, so that the same code gives verdicts with
/// <see cref="NoTrace"/>, at no cost, and with <see cref="Recording"/> what is missing. The law between the two: evaluating something adds to the
/// trace exactly when the result is unknown.
/// </summary>
public interface ITrace
{
    /// <summary>Whether anything is kept, so that words need only be made when they are.</summary>
    bool IsRecording { get; }

    /// <summary>How much has been heard so far.</summary>
    int Mark { get; }

    /// <summary>Forgets what was heard since a mark.</summary>
    void Forget(int mark);

    /// <summary>Moves what was heard between two marks behind everything heard since.</summary>
    void Rotate(int from, int to);

    /// <summary>A fact is not given.</summary>
    /// <param name="owner">The record it belongs to; null for the facts as a whole.</param>
    /// <param name="fact">The fact.</param>
    void Missing(FactPlace? owner, FactDescriptor fact);

    /// <summary>A computation has no result.</summary>
    void Because(ReasonKind kind, string text);

    /// <summary>Where a fact that is a record or a list stands; null where nothing is recorded.</summary>
    /// <param name="owner">The record it belongs to; null for the facts as a whole.</param>
    /// <param name="fact">The fact.</param>
    FactPlace? PlaceOf(FactPlace? owner, FactDescriptor fact);

    /// <summary>Where an element of a list stands; null where nothing is recorded.</summary>
    /// <param name="list">Where the list stands.</param>
    /// <param name="index">The element's place in the list, from 0.</param>
    FactPlace? PlaceOf(FactPlace? list, int index);

    /// <summary>Whether a definition has been computed already; what made it unknown is heard again.</summary>
    bool Recall<T>(ref Memo<T> memo)
        where T : struct, IKnown<T>;

    /// <summary>Keeps the result of a definition.</summary>
    /// <param name="memo">Where it is kept.</param>
    /// <param name="mark">From before it was computed.</param>
    /// <param name="result">What it came to.</param>
    T Remember<T>(ref Memo<T> memo, int mark, T result)
        where T : struct, IKnown<T>;
}

/// <summary>What can be done with every trace.</summary>
public static class Traces
{
    /// <summary>Forgets what operands needed when the condition is decided without them.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="mark">From before the operands were evaluated.</param>
    /// <param name="result">What the condition came to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Condition Settle<TTrace>(this ref TTrace trace, int mark, Condition result)
        where TTrace : struct, ITrace
    {
        if (trace.IsRecording && !result.IsUnknown)
        {
            trace.Forget(mark);
        }

        return result;
    }
}

/// <summary>Keeps nothing: for verdicts.</summary>
public readonly struct NoTrace : ITrace
{
    /// <inheritdoc/>
    public bool IsRecording => false;

    /// <inheritdoc/>
    public int Mark => 0;

    /// <inheritdoc/>
    public void Forget(int mark)
    {
    }

    /// <inheritdoc/>
    public void Rotate(int from, int to)
    {
    }

    /// <inheritdoc/>
    public void Missing(FactPlace? owner, FactDescriptor fact)
    {
    }

    /// <inheritdoc/>
    public void Because(ReasonKind kind, string text)
    {
    }

    /// <inheritdoc/>
    public FactPlace? PlaceOf(FactPlace? owner, FactDescriptor fact) => null;

    /// <inheritdoc/>
    public FactPlace? PlaceOf(FactPlace? list, int index) => null;

    /// <inheritdoc/>
    public bool Recall<T>(ref Memo<T> memo)
        where T : struct, IKnown<T> => memo.IsComputed;

    /// <inheritdoc/>
    public T Remember<T>(ref Memo<T> memo, int mark, T result)
        where T : struct, IKnown<T>
    {
        memo.IsComputed = true;
        memo.Result = result;
        return result;
    }
}

/// <summary>Keeps why values are unknown: for missing facts and reasons, when somebody asks.</summary>
public readonly struct Recording : ITrace
{
    private readonly List<RecordedNeed> _needs;

    private Recording(List<RecordedNeed> needs) => _needs = needs;

    /// <inheritdoc/>
    public bool IsRecording => true;

    /// <inheritdoc/>
    public int Mark => _needs.Count;

    /// <summary>A recording that has heard nothing yet.</summary>
    public static Recording Start() => new([]);

    /// <inheritdoc/>
    public void Forget(int mark) => _needs.RemoveRange(mark, _needs.Count - mark);

    /// <inheritdoc/>
    public void Rotate(int from, int to)
    {
        List<RecordedNeed> moved = _needs.GetRange(from, to - from);
        _needs.RemoveRange(from, to - from);
        _needs.AddRange(moved);
    }

    /// <inheritdoc/>
    public void Missing(FactPlace? owner, FactDescriptor fact) => _needs.Add(new RecordedNeed(new FactPlace(owner, fact, null), default, null));

    /// <inheritdoc/>
    public void Because(ReasonKind kind, string text) => _needs.Add(new RecordedNeed(null, kind, text));

    /// <inheritdoc/>
    public FactPlace? PlaceOf(FactPlace? owner, FactDescriptor fact) => new(owner, fact, null);

    /// <inheritdoc/>
    public FactPlace? PlaceOf(FactPlace? list, int index) => list?.At(index);

    /// <inheritdoc/>
    public bool Recall<T>(ref Memo<T> memo)
        where T : struct, IKnown<T>
    {
        if (memo.IsComputed && memo.Needs is { } needs)
        {
            _needs.AddRange(needs);
        }

        return memo.IsComputed;
    }

    /// <inheritdoc/>
    public T Remember<T>(ref Memo<T> memo, int mark, T result)
        where T : struct, IKnown<T>
    {
        memo.IsComputed = true;
        memo.Result = result;

        // Each once, so that definitions built on definitions do not multiply what they need.
        memo.Needs = result.IsUnknown ? [.. _needs.Skip(mark).Distinct()] : null;
        return result;
    }

    /// <summary>Hears what another has heard.</summary>
    internal void Add(Recording other) => _needs.AddRange(other._needs);

    /// <summary>The missing facts in declaration order, elements by index, and the reasons in the order in which they were met; each once.</summary>
    internal (ImmutableArray<MissingFact> Missing, ImmutableArray<UndecidedReason> Reasons) ToNeeds() =>
    (
        [.. _needs.Where(need => need.Place is not null).Select(need => need.Place!).Distinct().Order().Select(place => new MissingFact(place))],
        [.. _needs.Where(need => need.Text is not null).Select(need => new UndecidedReason(need.Kind, need.Text!)).Distinct()]
    );
}
