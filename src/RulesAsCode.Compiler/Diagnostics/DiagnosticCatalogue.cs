using System.Collections.Immutable;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Diagnostics;

/// <summary>
/// Every diagnostic of the compiler: one named method each, beside the one line that gives its code, severity and title.
/// 0xxx characters and layout, 1xxx form, 2xxx names, 3xxx types, 4xxx consistency. The parts stand in files by phase.
/// </summary>
public static partial class DiagnosticCatalogue
{
    private const int LongestSentence = 600;
    private const int KeptAtBeginning = 300;
    private const int KeptAtEnd = 200;

    // Without it, asking for All before anything else was reported would find the fields of no part set.
    static DiagnosticCatalogue()
    {
    }

    /// <summary>All descriptors, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All => [.. Registry.Descriptors.OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal)];

    private static DiagnosticDescriptor Error(string code, string title) => Add(code, DiagnosticSeverity.Error, title);

    private static DiagnosticDescriptor Warning(string code, string title) => Add(code, DiagnosticSeverity.Warning, title);

    private static DiagnosticDescriptor Information(string code, string title) => Add(code, DiagnosticSeverity.Information, title);

    private static DiagnosticDescriptor Add(string code, DiagnosticSeverity severity, string title)
    {
        var descriptor = new DiagnosticDescriptor(code, severity, title);
        Registry.Descriptors.Add(descriptor);
        return descriptor;
    }

    private static Diagnostic At(this DiagnosticDescriptor descriptor, Location location, string message, string? fix = null, params RelatedPlace[] related) =>
        new(descriptor, location, Short(message), fix is null ? null : Short(fix), [.. related]);

    /// <summary>The same with the edits that make its fix, where one is certain.</summary>
    private static Diagnostic With(this Diagnostic diagnostic, params IEnumerable<TextEdit> edits) => diagnostic with { Edits = [.. edits] };

    /// <summary>The same, its fix being other words at its place.</summary>
    private static Diagnostic Replacing(this Diagnostic diagnostic, string newText) => diagnostic.With(new TextEdit(diagnostic.Location.Span, newText));

    /// <summary>A sentence that repeats a word as long as a file keeps its beginning and its end.</summary>
    private static string Short(string sentence) => sentence.Length <= LongestSentence
        ? sentence
        : sentence.Substring(0, KeptAtBeginning).TrimEnd() + " … " + sentence.Substring(sentence.Length - KeptAtEnd).TrimStart();

    // A class of its own, so that the list exists before the descriptors of any part of this class, whatever the order of files.
    private static class Registry
    {
        internal static readonly List<DiagnosticDescriptor> Descriptors = [];
    }
}
