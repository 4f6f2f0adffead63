using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Fixing;
using RulesAsCode.Compiler.Linting;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Tool.Loading;
using RulesAsCode.Tool.Output;
using Diagnostic = RulesAsCode.Compiler.Diagnostics.Diagnostic;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules fix</c>: makes the fixes that are certain, where they stand.</summary>
internal sealed class FixCommand : Verb
{
    private readonly Argument<string[]> _paths = PathArgument();

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Write nothing; show what would change." };

    internal FixCommand(ToolHost host)
        : base(host, "fix", "Makes the fixes that are certain, where they stand: a forgotten 'is', '>=' in words, a clause in the wrong column; and those of lints, such as the layout.")
    {
        Arguments.Add(_paths);
        Options.Add(_dryRun);
    }

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules fix --dry-run", "shows what would change in the rule files under rules/, and writes nothing"),
        ("rules fix rules/", "makes the changes, and says what is left to the analyst"),
    ];

    internal override IReadOnlyList<int> ExitCodes => [ExitCode.Done, ExitCode.Findings, ExitCode.Usage, ExitCode.DoesNotCompile, ExitCode.Bug];

    internal override string MeaningOfDone => "done; the rules compile";

    protected override int Run(ParseResult arguments)
    {
        long start = Stopwatch.GetTimestamp();
        RuleFiles files = RuleFiles.Load(Host, PathsOf(arguments, _paths));
        Compilation before = Compilation.Create(files.Sources, files.ReadTable);
        LintLevels levels = LintLevels.Read(files.Levels);
        CertainFixes fixes = CertainFixes.Make(before, files.ReadTable, compilation => Linter.Run(compilation, levels, Linter.Layout(compilation)));
        Host.Progress("checked " + Words.Count(files.Sources.Length, "file"), Stopwatch.GetElapsedTime(start));

        bool isDry = arguments.GetValue(_dryRun);
        if (!isDry)
        {
            InPlaceWriter.Write(Host, fixes.ChangedFiles.Select(file => (file.After.Path, file.After.Text)));
        }

        if (IsJson(arguments))
        {
            WriteJson(fixes, isDry);
        }
        else
        {
            WriteText(fixes, isDry);
        }

        return isDry && fixes.Fixed.Count > 0 ? ExitCode.Findings : fixes.Compilation.HasErrors ? ExitCode.DoesNotCompile : ExitCode.Done;
    }

    private void WriteText(CertainFixes fixes, bool isDry)
    {
        foreach ((SourceText before, SourceText after) in isDry ? fixes.ChangedFiles : [])
        {
            UnifiedDiff.Write(Host.Output, Host.Palette, before.Path, before.Text, after.Text);
        }

        foreach (Diagnostic made in isDry ? [] : fixes.Fixed)
        {
            Host.Output.WriteLine($"{Host.Palette.Strong(made.Location.ToString())}: fixed {made.Code}: {DiagnosticText.Visible(made.Fix ?? made.Message)}");
        }

        string files = fixes.Fixed.Count == 0 ? "" : " in " + Words.Count(fixes.ChangedFiles.Count(), "file");
        int left = fixes.Found.Count;
        Host.Output.WriteLine($"{Words.Count(fixes.Fixed.Count, "certain fix", "certain fixes")}{(isDry ? " to make" : " made")}{files}; {(left == 0 ? "no finding" : Words.Count(left, "finding"))} left{(left == 0 ? "" : " ('rules lint' shows " + (left == 1 ? "it" : "them") + ")")}.");
    }

    private void WriteJson(CertainFixes fixes, bool isDry) => JsonText.Write(Host.Output, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach ((SourceText before, SourceText after) in fixes.ChangedFiles)
        {
            json.WriteStartObject();
            json.WriteString("file", before.Path);
            json.WriteString("diff", UnifiedDiff.Of(before.Path, before.Text, after.Text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("written", !isDry);
        WriteDiagnostics(json, "fixed", fixes.Fixed);
        WriteDiagnostics(json, "left", fixes.Found);
        json.WriteEndObject();
    });

    private static void WriteDiagnostics(Utf8JsonWriter json, string name, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray(name);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            DiagnosticJson.Write(json, diagnostic);
        }

        json.WriteEndArray();
    }
}
