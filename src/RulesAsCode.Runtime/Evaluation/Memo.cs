namespace RulesAsCode;

/// <summary>The result of a definition that several places use, so that it is computed once.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public struct Memo<T>
    where T : struct, IKnown<T>
{
    internal bool IsComputed;
    internal RecordedNeed[]? Needs;

    /// <summary>The result; of no meaning until <see cref="ITrace.Recall{T}"/> says that there is one.</summary>
    public T Result { get; internal set; }
}
