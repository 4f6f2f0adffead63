using System.Collections.Immutable;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Diagnostics;

public enum DiagnosticSeverity { Information, Warning, Error }

/// <summary>What a diagnostic is about: the phase that finds it, told by the first digit of its code.</summary>
public enum DiagnosticCategory
{
    /// <summary>RAC0xxx: characters, lines and indentation.</summary>
    Layout,

    /// <summary>RAC1xxx: the form of declarations, clauses and sentences.</summary>
    Form,

    /// <summary>RAC2xxx: names, and what they lead to.</summary>
    Names,

    /// <summary>RAC3xxx: types, and what may be done with them.</summary>
    Types,

    /// <summary>RAC4xxx: what a declaration needs, and how declarations fit together.</summary>
    Consistency,

    /// <summary>RAC9xxx: what compiles and is still better said otherwise.</summary>
    Lint,
}

/// <summary>What a code stands for: <c>RAC</c> and four digits, grouped by phase; stable for ever.</summary>
public sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Title)
{
    public bool IsError => Severity == DiagnosticSeverity.Error;

    public DiagnosticCategory Category => Code[3] == '9' ? DiagnosticCategory.Lint : (DiagnosticCategory)(Code[3] - '0');

    /// <summary>Its page in the language reference: <c>RAC2001.md</c>.</summary>
    public string Page => Code + ".md";
}

/// <summary>Something wrong at one place, in the analyst's words.</summary>
/// <param name="Message">One sentence or two.</param>
/// <param name="Fix">The words that say what to write instead, or null.</param>
/// <param name="Related">Other places that matter, each with a sentence.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, Location Location, string Message, string? Fix, ImmutableArray<RelatedPlace> Related)
{
    /// <summary>
    /// What <see cref="Fix"/> says, as edits of the file of <see cref="Location"/>. Present only where one fix is certain: made together they
    /// remove the diagnostic, and what was written keeps its meaning. Empty where the analyst has to choose or to add what nobody else knows.
    /// </summary>
    public ImmutableArray<TextEdit> Edits { get; init; } = [];

    public string Code => Descriptor.Code;

    public DiagnosticSeverity Severity => Descriptor.Severity;

    public bool IsError => Severity == DiagnosticSeverity.Error;

    public bool Equals(Diagnostic? other) => other is not null && Code == other.Code && Location == other.Location && Message == other.Message && Fix == other.Fix;

    public override int GetHashCode() => Location.Span.GetHashCode() ^ StringComparer.Ordinal.GetHashCode(Code);

    public override string ToString() => $"{Location}: {Severity.ToString().ToLowerInvariant()} {Code}: {Message}";
}

/// <param name="Message">What is to be seen there.</param>
public sealed record RelatedPlace(Location Location, string Message);
