namespace RulesAsCode.Tool;

/// <summary>The tool cannot do what it was asked, for a reason that its user can put right. One line says it.</summary>
internal sealed class UsageException(string message) : Exception(message);
