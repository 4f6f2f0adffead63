using RulesAsCode.Compiler.Diagnostics;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>What binding one guide, or one library, has found.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _diagnostics = [];

    internal IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    internal bool HasErrors { get; private set; }

    internal void Add(Diagnostic diagnostic)
    {
        _diagnostics.Add(diagnostic);
        HasErrors |= diagnostic.IsError;
    }
}
