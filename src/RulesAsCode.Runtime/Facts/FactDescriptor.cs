namespace RulesAsCode;

/// <summary>A fact as the rules declare it.</summary>
/// <param name="Ordinal">Its place among the facts of its record, from 0.</param>
/// <param name="Name">Its name in the rules: <c>notice to HQ</c>.</param>
/// <param name="JsonName">Its name in JSON: <c>noticeToHq</c>.</param>
/// <param name="ElementName">For a list, what one of its elements is called; else null.</param>
/// <param name="MemberCount">For a choice or a set of it, how many members the choice has; else 0.</param>
/// <param name="Question">What to ask for it, or null.</param>
public sealed record FactDescriptor(int Ordinal, string Name, string JsonName, string? ElementName = null, int MemberCount = 0, string? Question = null);
