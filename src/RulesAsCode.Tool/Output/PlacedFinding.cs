using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Interpreter;

namespace RulesAsCode.Tool.Output;

/// <summary>Something to look at, at one place: a diagnostic, or an example that did not come out. What programs outside are told is made of these.</summary>
/// <param name="Descriptor">What kind of finding it is.</param>
/// <param name="Message">What was found and, where it is known, what to write instead.</param>
/// <param name="Related">Other places that matter.</param>
internal sealed record PlacedFinding(DiagnosticDescriptor Descriptor, Location Location, string Message, IReadOnlyList<RelatedPlace> Related)
{
    /// <summary>An example that did not come out as it expects. It is no diagnostic: the rules are well-formed.</summary>
    internal static readonly DiagnosticDescriptor ExampleFailed = new("example-failed", DiagnosticSeverity.Error, "An example that does not come out as it expects");

    internal static PlacedFinding Of(Diagnostic diagnostic) =>
        new(diagnostic.Descriptor, diagnostic.Location, diagnostic.Message + (diagnostic.Fix is null ? "" : $" ({diagnostic.Fix})"), diagnostic.Related);

    internal static IEnumerable<PlacedFinding> Of(ExampleResult result) =>
        result.Failures.Select(failure => new PlacedFinding(ExampleFailed, result.Case.Location, $"{NameOf(result)}: {failure}", []));

    /// <summary>What a case of an example is called: its title, and its row where it has several.</summary>
    internal static string NameOf(ExampleResult result) =>
        result.Case.Row is { } row ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{result.Example.Title}, row {row}") : result.Example.Title;
}
