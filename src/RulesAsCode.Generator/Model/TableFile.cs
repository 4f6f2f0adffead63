using Microsoft.CodeAnalysis;

namespace RulesAsCode.Generator.Model;

/// <summary>A table that a rule file may name: its path as the host calls it, and its text.</summary>
internal sealed record TableFile(string Path, string Text)
{
    /// <summary>Reads a table; null for one that the host cannot read, which it reports itself.</summary>
    internal static TableFile? Read(AdditionalText file, CancellationToken cancellationToken) =>
        file.GetText(cancellationToken)?.ToString() is { } text ? new TableFile(file.Path, text) : null;
}
