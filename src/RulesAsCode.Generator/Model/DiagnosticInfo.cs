using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Location = Microsoft.CodeAnalysis.Location;
using RuleSeverity = RulesAsCode.Compiler.Diagnostics.DiagnosticSeverity;
using Span = Microsoft.CodeAnalysis.Text.TextSpan;

namespace RulesAsCode.Generator.Model;

/// <summary>A diagnostic as data: what the pipeline may keep, from which Roslyn's is made at the last moment.</summary>
/// <param name="Place">Null for one about the project as a whole.</param>
internal sealed record DiagnosticInfo(string Code, RuleSeverity Severity, string Title, string Message, PlaceInfo? Place, EquatableArray<PlaceInfo> Related, string HelpPage)
{
    private const string Category = "Rules";

    // A broken rule must break the build: no NoWarn and no pragma may hide that validators are missing.
    private static readonly string[] Unsuppressible = [WellKnownDiagnosticTags.NotConfigurable];

    internal static DiagnosticInfo From(Compiler.Diagnostics.Diagnostic diagnostic, Func<string, string> hostPath, string helpPage) => new(
        diagnostic.Code,
        diagnostic.Severity,
        diagnostic.Descriptor.Title,
        MessageOf(diagnostic),
        PlaceInfo.From(diagnostic.Location, hostPath),
        new([.. diagnostic.Related.Select(place => PlaceInfo.From(place.Location, hostPath))]),
        helpPage);

    internal Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptor(Code, Title, Severity, HelpPage), Place?.ToLocation() ?? Location.None, Related.Items.Select(place => place.ToLocation()), Message);

    /// <summary>Errors cannot be configured away; warnings and information can.</summary>
    internal static DiagnosticDescriptor Descriptor(string code, string title, RuleSeverity severity, string helpPage) => new(
        code,
        title,
        "{0}",
        Category,
        ToRoslyn(severity),
        isEnabledByDefault: true,
        helpLinkUri: helpPage.Length == 0 ? null : helpPage + "#" + code.ToLowerInvariant(),
        customTags: severity == RuleSeverity.Error ? Unsuppressible : []);

    private static DiagnosticSeverity ToRoslyn(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => DiagnosticSeverity.Error,
        RuleSeverity.Warning => DiagnosticSeverity.Warning,
        RuleSeverity.Information => DiagnosticSeverity.Info,
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };

    // A build prints one line: what to write instead follows the sentence, and so do the other places.
    private static string MessageOf(Compiler.Diagnostics.Diagnostic diagnostic)
    {
        IEnumerable<string> parts = diagnostic.Related.Select(place => place.Location + ": " + place.Message);
        if (diagnostic.Fix is { } fix)
        {
            parts = parts.Prepend(fix);
        }

        string more = string.Join("; ", parts.SelectMany(part => part.Split('\n')).Select(part => part.Trim()).Where(part => part.Length > 0));
        string message = string.Join(" ", diagnostic.Message.Split('\n').Select(part => part.Trim()));
        return more.Length == 0 ? message : $"{message} ({more})";
    }
}

/// <summary>A place in a rule file. Lines and characters count from 0.</summary>
/// <param name="Path">As the host calls the file.</param>
/// <param name="Start">Offset in the text that was last read with a meaning of its own; after an edit of a comment only line and character are exact.</param>
internal sealed record PlaceInfo(string Path, int Start, int Length, int StartLine, int StartCharacter, int EndLine, int EndCharacter)
{
    internal static PlaceInfo From(Compiler.Text.Location location, Func<string, string> hostPath)
    {
        Compiler.Text.LinePosition start = location.Start;
        Compiler.Text.LinePosition end = location.End;
        return new PlaceInfo(hostPath(location.Source.Path), location.Span.Start, location.Span.Length, start.Line, start.Character, end.Line, end.Character);
    }

    internal Location ToLocation() => Location.Create(
        Path, new Span(Start, Length), new LinePositionSpan(new(StartLine, StartCharacter), new(EndLine, EndCharacter)));
}
