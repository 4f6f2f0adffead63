using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Publishing;
using RulesAsCode.Publishing.Language;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules build</c>: check, test and publish; nothing is written unless all is well.</summary>
internal sealed class BuildCommand : FindingsVerb
{
    internal const string DefaultOutput = "generated-docs";

    private readonly Argument<string[]> _paths = PathArgument();

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The folder for the guide and its website.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => DefaultOutput,
    };

    internal BuildCommand(ToolHost host)
        : base(host, "build", "Checks the rules, runs every example and writes the guide and its website. Nothing is written unless all is well.", hasOutputFile: false)
    {
        Arguments.Add(_paths);
        Options.Add(_output);
    }

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules build", "compiles rules/, runs its examples and writes generated-docs/"),
        ("rules build rules/ --output site/", "the same into another folder"),
    ];

    internal override IReadOnlyList<int> ExitCodes => [ExitCode.Done, ExitCode.Findings, ExitCode.Usage, ExitCode.DoesNotCompile, ExitCode.Bug];

    protected override int Report(ParseResult arguments)
    {
        OutputFormat format = FormatOf(arguments);
        string[] paths = PathsOf(arguments, _paths);
        Compilation compilation = Compile(paths, tellTime: true);
        if (compilation.HasErrors)
        {
            WriteDiagnostics(arguments, compilation);
            return ExitCode.DoesNotCompile;
        }

        IReadOnlyList<RulesModel> guides = GuidesOf(compilation, paths);
        ExampleReport report = ExampleReport.Run(Host, guides);
        if (report.HasFailures)
        {
            WriteExamples(arguments, compilation, report);
            if (format == OutputFormat.Text)
            {
                Host.Output.WriteLine("Nothing was written.");
            }

            return ExitCode.Findings;
        }

        string folder = arguments.GetValue(_output)!;
        ImmutableArray<PublishedFile> files;
        try
        {
            files = FilesOf(guides, _ => null);
        }
        catch (PublishingException problem)
        {
            Host.Error.WriteLine("rules: " + problem.Message + " Nothing was written.");
            return ExitCode.Findings;
        }

        Write([.. files, .. ReferenceIn(folder)], folder);
        switch (format)
        {
            case OutputFormat.Text:
                WriteSummary(compilation, guides, report, folder, files);
                break;
            case OutputFormat.Json:
                WriteJson(guides, report, folder, files);
                break;
            default:
                WriteExamples(arguments, compilation, report);
                break;
        }

        return ExitCode.Done;
    }

    /// <summary>The pages of the language reference, where somebody has put it beside the guides with <c>rules reference</c>: then it is kept up to date.</summary>
    private IEnumerable<PublishedFile> ReferenceIn(string folder)
    {
        string index = Path.Combine(Host.FullPath(folder), LanguageReference.Folder, LanguageReference.IndexPath);
        return File.Exists(index) && File.ReadLines(index).FirstOrDefault() == LanguageReference.Marker
            ? LanguageReference.Publish().Select(file => file with { Path = LanguageReference.Folder + "/" + file.Path })
            : [];
    }

    /// <summary>All files in memory first: a guide that cannot be published leaves the folder as it was.</summary>
    private void Write(ImmutableArray<PublishedFile> files, string folder)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            ReplaceResult result = FileWriter.Replace(Host.FullPath(folder), files);
            Host.Progress($"wrote {Words.Count(files.Length, "file")} ({result.Changed} changed, {result.Removed} removed)", Stopwatch.GetElapsedTime(start));
            foreach (string kept in result.Kept)
            {
                Host.Progress($"left {kept}: it is no longer published, and somebody has changed it", TimeSpan.Zero);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The folder '{folder}' cannot be written: {problem.Message.ReplaceLineEndings(" ")}");
        }
    }

    private void WriteSummary(Compilation compilation, IReadOnlyList<RulesModel> guides, ExampleReport report, string folder, ImmutableArray<PublishedFile> files)
    {
        foreach (RulesModel guide in guides)
        {
            Host.Output.WriteLine($"{Host.Palette.Strong(guide.Guide.Name)}: {Words.Count(guide.Requirements.Length, "requirement")}, {Words.Count(report.PassedOf(guide), "example")} passed.");
        }

        if (!compilation.Diagnostics.IsEmpty)
        {
            Host.Output.WriteLine(Words.Count(compilation.Diagnostics.Length, "finding") + " that 'rules check' shows.");
        }

        string place = folder.TrimEnd('/');
        Host.Output.WriteLine($"{Words.Count(files.Length, "file")} written to {place}. Open {Words.List([.. files.Select(file => file.Path).Where(IsHome).Select(path => place + "/" + path)])}.");
    }

    private static bool IsHome(string path) => path.EndsWith(Publication.SiteFolder + "/index.html", StringComparison.Ordinal);

    private void WriteJson(IReadOnlyList<RulesModel> guides, ExampleReport report, string folder, ImmutableArray<PublishedFile> files) => JsonText.Write(Host.Output, json =>
    {
        json.WriteStartObject();
        json.WriteKind("build");
        json.WriteStartArray("guides");
        foreach (RulesModel guide in guides)
        {
            json.WriteStartObject();
            json.WriteString("guide", guide.Guide.Name);
            json.WriteNumber("requirements", guide.Requirements.Length);
            json.WriteNumber("passed", report.PassedOf(guide));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("output", folder);
        json.WriteStrings("files", files.Select(file => file.Path));
        json.WriteEndObject();
    });
}
