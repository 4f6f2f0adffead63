using System.Globalization;
using System.Net;
using System.Text;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Tool.Output;

/// <summary>Findings for the summary page of a job of GitHub Actions, which is a file of Markdown that every step adds to.</summary>
internal static class JobSummary
{
    /// <summary>Names the file; set by GitHub Actions.</summary>
    internal const string Variable = "GITHUB_STEP_SUMMARY";

    // GitHub shows a mebibyte a step; annotations have the rest.
    private const int MostFindings = 200;

    /// <summary>Adds a heading that counts, and a table; nothing outside of GitHub Actions.</summary>
    /// <param name="what">What was run: <c>rules check</c>.</param>
    internal static void Append(ToolHost host, string what, IReadOnlyList<PlacedFinding> findings)
    {
        if (host.EnvironmentVariable(Variable) is not { Length: > 0 } path)
        {
            return;
        }

        try
        {
            File.AppendAllText(host.FullPath(path), Markdown(host, what, findings), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new UsageException($"The job summary '{path}' ({Variable}) cannot be written.");
        }
    }

    private static string Markdown(ToolHost host, string what, IReadOnlyList<PlacedFinding> findings)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### {what}: {DiagnosticText.Count(findings.Select(finding => finding.Descriptor.Severity))}\n\n");
        if (findings.Count > 0)
        {
            text.Append("| | Place | Code | What was found |\n|---|---|---|---|\n");
        }

        foreach (PlacedFinding finding in findings.Take(MostFindings))
        {
            LinePosition start = finding.Location.Start;
            string place = string.Create(CultureInfo.InvariantCulture, $"{host.RelativePath(finding.Location.Source.Path)}:{start.Line + 1}:{start.Character + 1}");
            text.Append(CultureInfo.InvariantCulture, $"| {DiagnosticText.Word(finding.Descriptor.Severity)} | {Cell(place)} | {Cell(finding.Descriptor.Code)} | {Cell(finding.Message)} |\n");
        }

        if (findings.Count > MostFindings)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nand {findings.Count - MostFindings} more.\n");
        }

        return text.Append('\n').ToString();
    }

    /// <summary>As it stands, whatever it holds: no markup, no other cell, no other line.</summary>
    private static string Cell(string text)
    {
        var cell = new StringBuilder();
        foreach (char sign in WebUtility.HtmlEncode(DiagnosticText.Visible(text.ReplaceLineEndings(" "))))
        {
            // The numbers and semicolons of HTML stay; every other sign of Markdown is written out.
            cell.Append(sign is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '(' or ')' or '+' or '!' or '|' or '~' or '@' ? string.Create(CultureInfo.InvariantCulture, $"&#{(int)sign};") : sign.ToString());
        }

        return cell.ToString();
    }
}
