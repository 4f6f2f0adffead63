using System.Globalization;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Tool.Output;

/// <summary>Findings as workflow commands of GitHub Actions: one line each, which becomes an annotation beside the rule.</summary>
internal static class GitHubCommands
{
    internal static void Write(ToolHost host, IEnumerable<PlacedFinding> findings)
    {
        foreach (PlacedFinding finding in findings)
        {
            LinePosition start = finding.Location.Start;
            LinePosition end = finding.Location.End;
            string level = finding.Descriptor.Severity switch
            {
                DiagnosticSeverity.Error => "error",
                DiagnosticSeverity.Warning => "warning",
                _ => "notice",
            };
            host.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"::{level} file={Property(host.RelativePath(finding.Location.Source.Path))},line={start.Line + 1},endLine={end.Line + 1},col={start.Character + 1},endColumn={end.Character + 1},title={Property(finding.Descriptor.Code)}::{Data(finding.Message)}"));
        }
    }

    // A line end would begin another command, and a percent sign would be taken for an escape.
    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    // Properties are divided by commas and ended by two colons.
    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
