using RulesAsCode.Compiler.Fidelity;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>
/// A requirement or an example that was bound, and what it took from others. After an edit it is kept where its file is the same, the shared
/// declarations (facts, types, definitions and their kin) are the same, and each requirement that it asked for is still the same object, or still missing.
/// </summary>
internal sealed class BoundDeclaration(DeclarationSyntax syntax)
{
    internal DeclarationSyntax Syntax { get; } = syntax;

    /// <summary>Null for an example.</summary>
    internal Requirement? Requirement { get; init; }

    /// <summary>Null for a requirement, and for an example that could not be read.</summary>
    internal Example? Example { get; set; }

    /// <summary>The requirements that it asked for by name, and what was found; each key once or more.</summary>
    internal (string Key, Requirement? Found)[] Lookups { get; set; } = [];

    /// <summary>False where something was said of it, or where it asked for more than names; it is then bound again after every edit.</summary>
    internal bool CanBeKept { get; set; }

    internal Location? FirstUseOfWorkingDays { get; set; }

    /// <summary>What its quotes contradict; null before they were read.</summary>
    internal QuoteFindings? Quotes { get; set; }
}
