namespace RulesAsCode;

/// <summary>A fact as the rules declare it.</summary>
/// <param name="Ordinal">Its place among the facts of its record, from 0.</param>
/// <param name="Name">Its name in the rules: <c>notice to HQ</c>.</param>
/// <param name="JsonName">Its name in JSON: <c>noticeToHq</c>.</param>
/// <param name="Type">What it may be.</param>
/// <param name="OrNone">Whether it may be answered that there is none.</param>
/// <param name="Question">What to ask for it, or null.</param>
public sealed record FactDescriptor(int Ordinal, string Name, string JsonName, FactType Type, bool OrNone = false, string? Question = null)
{
    /// <summary>For a list, what one of its elements is called; else null.</summary>
    public string? ElementName { get; } = Type.Kind == FactKind.List ? Type.Record!.Name : null;

    /// <summary>For a choice or a set of it, how many members the choice has; else 0.</summary>
    public int MemberCount { get; } = Type.Choice?.Members.Length ?? 0;
}
