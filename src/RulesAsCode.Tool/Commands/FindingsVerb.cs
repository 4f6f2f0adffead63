using System.CommandLine;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Publishing;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary>A verb that gives findings, in any of the formats that programs outside read.</summary>
internal abstract class FindingsVerb : Verb
{
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write the results to this file instead of standard output.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _helpPages = new("--help-pages")
    {
        Description = "Where the language reference is published, for the links of sarif: an address that ends with /.",
        HelpName = "URL",
    };

    /// <param name="hasOutputFile">Whether <c>--output</c> names a file for the results; not where the verb has another use for it.</param>
    protected FindingsVerb(ToolHost host, string name, string description, bool hasOutputFile = true)
        : base(host, name, description, OutputFormats.OfFindings)
    {
        if (hasOutputFile)
        {
            Options.Add(_output);
        }

        Options.Add(_helpPages);
    }

    protected sealed override int Run(ParseResult arguments)
    {
        if (!Options.Contains(_output) || arguments.GetValue(_output) is not { } path)
        {
            return Report(arguments);
        }

        // In memory first: a run that ends early leaves the file as it was.
        ToolHost host = Host;
        using var results = new StringWriter { NewLine = "\n" };
        bool isColoured = arguments.GetValue<string>("--color") == "always";
        Host = host with { Output = results, Palette = host.Palette.IsPlain ? host.Palette : new Palette(isColoured) };
        int exitCode = Report(arguments);
        WriteFile(host, path, results.ToString());
        return exitCode;
    }

    /// <summary>Does what the verb says, and writes the results to the host's output.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    protected abstract int Report(ParseResult arguments);

    /// <summary>Writes what a compilation has to say in the format that was asked for.</summary>
    protected void WriteDiagnostics(ParseResult arguments, Compilation compilation) => WriteDiagnostics(arguments, compilation, compilation.Diagnostics);

    /// <summary>Writes diagnostics in the format that was asked for.</summary>
    /// <param name="compilation">The files that were looked at.</param>
    /// <param name="diagnostics">What there is to say, in order.</param>
    /// <param name="least">The least severity that counts as a failure.</param>
    protected void WriteDiagnostics(
        ParseResult arguments, Compilation compilation, IReadOnlyCollection<Diagnostic> diagnostics, DiagnosticSeverity least = DiagnosticSeverity.Error)
    {
        switch (FormatOf(arguments))
        {
            case OutputFormat.JUnit:
                JUnitXml.Write(Host.Output, "rules " + Name, FilesAsTests(compilation, diagnostics, least));
                break;
            case OutputFormat.Text or OutputFormat.Json:
                WriteDiagnostics(diagnostics, compilation.Trees.Length, IsJson(arguments));
                break;
            default:
                WriteFindings(arguments, [.. diagnostics.Select(PlacedFinding.Of)]);
                break;
        }
    }

    /// <summary>Writes what the rules are worth when they are run: what the compilation noted, and the examples.</summary>
    protected void WriteExamples(ParseResult arguments, Compilation compilation, ExampleReport report, CoverageReport? coverage = null)
    {
        switch (FormatOf(arguments))
        {
            case OutputFormat.Text:
                report.WriteText(Host.Output, Host.Palette);
                coverage?.WriteText(Host.Output, Host.Palette);
                break;
            case OutputFormat.Json:
                report.WriteJson(Host.Output, coverage is null ? null : coverage.WriteJson);
                break;
            case OutputFormat.JUnit:
                JUnitXml.Write(Host.Output, "rules " + Name, report.JUnitCases(Host));
                break;
            default:
                WriteFindings(arguments, [.. compilation.Diagnostics.Select(PlacedFinding.Of), .. report.Findings]);
                break;
        }
    }

    private void WriteFindings(ParseResult arguments, IReadOnlyList<PlacedFinding> findings)
    {
        if (FormatOf(arguments) == OutputFormat.Sarif)
        {
            SarifLog.Write(Host, findings, HelpPages(arguments.GetValue(_helpPages)));
        }
        else
        {
            GitHubCommands.Write(Host, findings);
            JobSummary.Append(Host, "rules " + Name, findings);
        }
    }

    /// <summary>Each file is a test, which fails with what counts in it.</summary>
    private IReadOnlyList<JUnitCase> FilesAsTests(Compilation compilation, IEnumerable<Diagnostic> found, DiagnosticSeverity least)
    {
        ILookup<string, Diagnostic> diagnostics = found.ToLookup(diagnostic => diagnostic.Location.Source.Path, StringComparer.Ordinal);
        return
        [
            .. compilation.Trees.Select(tree => tree.Source.Path).Select(path => new JUnitCase(
                Host.RelativePath(path), "rules", Host.RelativePath(path), diagnostics[path].FirstOrDefault()?.Location.Start.Line + 1 ?? 1,
                [.. diagnostics[path].Where(diagnostic => diagnostic.Severity >= least).Select(Line)],
                [.. diagnostics[path].Where(diagnostic => diagnostic.Severity < least).Select(Line)])),
        ];
    }

    private static string Line(Diagnostic diagnostic) => $"{diagnostic}" + (diagnostic.Fix is null ? "" : $" ({diagnostic.Fix})");

    private static Uri? HelpPages(string? address) => address is null ? null
        : Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http" && address.EndsWith('/') ? uri
        : throw new UsageException($"--help-pages takes an address such as https://example.org/language/, not '{address}'.");

    private static void WriteFile(ToolHost host, string path, string text)
    {
        string fullPath = host.FullPath(path);
        try
        {
            FileWriter.Write(Path.GetDirectoryName(fullPath) ?? fullPath, [new PublishedFile(Path.GetFileName(fullPath), text)]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The file '{path}' cannot be written: {problem.Message.ReplaceLineEndings(" ")}");
        }
    }
}
