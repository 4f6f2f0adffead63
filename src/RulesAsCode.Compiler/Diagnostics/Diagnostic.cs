using System.Collections.Immutable;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Diagnostics;

public enum DiagnosticSeverity { Information, Warning, Error }

/// <summary>What a code stands for: <c>RAC</c> and four digits, grouped by phase; stable for ever.</summary>
public sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Title)
{
    public bool IsError => Severity == DiagnosticSeverity.Error;
}

/// <summary>Something wrong at one place, in the analyst's words.</summary>
/// <param name="Message">One sentence or two.</param>
/// <param name="Fix">The words that say what to write instead, or null.</param>
/// <param name="Related">Other places that matter, each with a sentence.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, Location Location, string Message, string? Fix, ImmutableArray<RelatedPlace> Related)
{
    public string Code => Descriptor.Code;

    public DiagnosticSeverity Severity => Descriptor.Severity;

    public bool IsError => Severity == DiagnosticSeverity.Error;

    public bool Equals(Diagnostic? other) => other is not null && Code == other.Code && Location == other.Location && Message == other.Message && Fix == other.Fix;

    public override int GetHashCode() => Location.Span.GetHashCode() ^ StringComparer.Ordinal.GetHashCode(Code);

    public override string ToString() => $"{Location}: {Severity.ToString().ToLowerInvariant()} {Code}: {Message}";
}

/// <param name="Message">What is to be seen there.</param>
public sealed record RelatedPlace(Location Location, string Message);
