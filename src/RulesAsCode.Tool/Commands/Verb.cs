using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Linting;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Publishing;
using RulesAsCode.Tool.Loading;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary>A verb of the command line: what it says about itself, and the steps that several verbs share.</summary>
internal abstract class Verb : Command
{
    /// <summary>Where rules are looked for when no path is given.</summary>
    protected const string DefaultRules = "rules";

    private readonly Option<string> _format;
    private readonly ToolHost _host;

    /// <param name="formats">What the verb can write; text and JSON where it is left out.</param>
    protected Verb(ToolHost host, string name, string description, IReadOnlyList<OutputFormat>? formats = null)
        : base(name, description)
    {
        _host = host;
        Host = host;
        string[] words = [.. (formats ?? OutputFormats.Basic).Select(OutputFormats.Word)];
        _format = new Option<string>("--format")
        {
            Description = words.Length == OutputFormats.Basic.Count
                ? $"text for people; plain for screen readers; json for programs: one document on standard output. {OutputFormats.Variable} sets the default."
                : $"text for people; plain for screen readers; json for programs; sarif for code hosts; github for annotations of GitHub Actions; junit for test reporters. {OutputFormats.Variable} sets the default.",
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => words.Contains(FormatOfEnvironment, StringComparer.Ordinal) ? FormatOfEnvironment! : words[0],
        };
        _format.AcceptOnlyFromAmong(words);
        Options.Add(_format);
        SetAction(RunInColour);
    }

    /// <summary>Command lines that work in a folder with rules, each with what it does.</summary>
    internal abstract IReadOnlyList<(string CommandLine, string Meaning)> Examples { get; }

    /// <summary>The exit codes that this verb gives.</summary>
    internal abstract IReadOnlyList<int> ExitCodes { get; }

    /// <summary>What exit code 0 says of this verb.</summary>
    internal virtual string MeaningOfDone => "done";

    /// <summary>The world around this run.</summary>
    protected ToolHost Host { get; set; }

    /// <summary>Does what the verb says.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    protected abstract int Run(ParseResult arguments);

    /// <summary>The format that was asked for; plain text is text whose palette is plain.</summary>
    protected OutputFormat FormatOf(ParseResult arguments) => Asked(arguments) is var format && format == OutputFormat.Plain ? OutputFormat.Text : format;

    protected bool IsJson(ParseResult arguments) => FormatOf(arguments) == OutputFormat.Json;

    private int RunInColour(ParseResult arguments)
    {
        if (FormatOfEnvironment is { Length: > 0 } named && !OutputFormats.OfFindings.Select(OutputFormats.Word).Contains(named, StringComparer.Ordinal))
        {
            throw new UsageException($"{OutputFormats.Variable} is '{named}'; it takes {string.Join(", ", OutputFormats.OfFindings.Select(OutputFormats.Word))}.");
        }

        Host = _host with { Palette = Asked(arguments) == OutputFormat.Plain ? Palette.Plain : CommandTree.PaletteOf(arguments, _host.Palette) };
        return Run(arguments);
    }

    private string? FormatOfEnvironment => _host.EnvironmentVariable(OutputFormats.Variable);

    private OutputFormat Asked(ParseResult arguments) => Enum.Parse<OutputFormat>(arguments.GetValue(_format)!, ignoreCase: true);

    protected static Argument<string[]> PathArgument() => WithoutOptions(new Argument<string[]>("PATH")
    {
        Description = "A folder of rule files (with the folders below it), or rule files; together they are one compilation. Default: rules",
        Arity = ArgumentArity.ZeroOrMore,
    });

    /// <summary>The library takes an option that it does not know for the value of an argument; a mistyped option would be a missing file.</summary>
    protected static TArgument WithoutOptions<TArgument>(TArgument argument)
        where TArgument : Argument
    {
        argument.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value.StartsWith('-')))
            {
                result.AddError($"There is no option '{token.Value}'.");
            }
        });
        return argument;
    }

    /// <summary>The paths given, or the folder that is meant when none is.</summary>
    protected static string[] PathsOf(ParseResult arguments, Argument<string[]> paths) =>
        arguments.GetValue(paths) is { Length: > 0 } given ? given : [DefaultRules];

    /// <summary>Reads and compiles; files that cannot be read end the run.</summary>
    /// <param name="before">The compilation of the same paths a while ago, where there is one: what has not changed since is not found out again.</param>
    protected Compilation Compile(IReadOnlyList<string> paths, bool tellTime, Compilation? before = null) => Read(paths, tellTime, before).Compilation;

    /// <summary>The same, with how much each lint counts.</summary>
    protected (Compilation Compilation, LintLevels Levels) Read(IReadOnlyList<string> paths, bool tellTime, Compilation? before = null)
    {
        long start = Stopwatch.GetTimestamp();
        RuleFiles files = RuleFiles.Load(Host, paths);
        Compilation compilation = before?.WithFiles(files.Sources, files.ReadTable) ?? Compilation.Create(files.Sources, files.ReadTable);
        if (tellTime)
        {
            Host.Progress("compiled " + Words.Count(files.Sources.Length, "file"), Stopwatch.GetElapsedTime(start));
        }

        return (compilation, LintLevels.Read(files.Levels));
    }

    /// <summary>Writes what a compilation has to say: every diagnostic, and for people a last line that counts them.</summary>
    protected void WriteDiagnostics(Compilation compilation, bool isJson) => WriteDiagnostics(compilation.Diagnostics, compilation.Trees.Length, isJson);

    /// <param name="diagnostics">What there is to say, in order.</param>
    /// <param name="files">How many files it was looked for in.</param>
    /// <param name="isJson">For programs rather than for people.</param>
    protected void WriteDiagnostics(IReadOnlyCollection<Diagnostic> diagnostics, int files, bool isJson)
    {
        if (isJson)
        {
            DiagnosticJson.Write(Host.Output, diagnostics);
            return;
        }

        DiagnosticText.Write(Host.Output, diagnostics, files, Host.Palette);
    }

    /// <summary>The option that says from which severity on findings give an exit code of their own.</summary>
    protected static Option<string> FailOnOption()
    {
        var option = new Option<string>("--fail-on")
        {
            Description = "The least finding that counts: error, warning or information. Warnings and notes that count give exit code 1.",
            HelpName = "error|warning|information",
            DefaultValueFactory = _ => "error",
        };
        option.AcceptOnlyFromAmong("error", "warning", "information");
        return option;
    }

    /// <summary>The least severity that counts.</summary>
    protected static DiagnosticSeverity LeastOf(ParseResult arguments, Option<string> failOn) => Enum.Parse<DiagnosticSeverity>(arguments.GetValue(failOn)!, ignoreCase: true);

    /// <summary>What the findings make the exit code.</summary>
    protected static int ExitCodeOf(Compilation compilation, IEnumerable<Diagnostic> found, DiagnosticSeverity least) =>
        compilation.HasErrors ? ExitCode.DoesNotCompile : found.Any(diagnostic => diagnostic.Severity >= least) ? ExitCode.Findings : ExitCode.Done;

    /// <summary>The guides of a compilation without errors.</summary>
    /// <exception cref="UsageException">There is none: the files are parts or libraries only.</exception>
    protected static IReadOnlyList<RulesModel> GuidesOf(Compilation compilation, IReadOnlyList<string> paths) =>
        !compilation.Guides.IsEmpty
            ? compilation.Guides
            : throw new UsageException($"There is no guide in {Words.List([.. paths.Select(path => $"'{path}'")])}: one rule file must begin with a line such as 'guide NAME \"Title\"'.");

    /// <summary>The files of one guide stand in the folder itself; those of several each in a folder with the guide's name.</summary>
    /// <param name="addressOf">The address of the site in such a folder; null for the one that its publisher says, if they do.</param>
    /// <exception cref="PublishingException">A page lacks a disclaimer, or a publisher's file says what cannot be.</exception>
    /// <exception cref="UsageException">A publisher's file cannot be read.</exception>
    protected ImmutableArray<PublishedFile> FilesOf(IReadOnlyList<RulesModel> guides, Func<string, Uri?> addressOf) =>
    [
        .. guides.SelectMany(guide => Publication.Of(guide, new SiteOptions(addressOf(FolderOf(guide, guides)), SiteFolder.Of(Host, guide)))
            .Select(file => file with { Path = FolderOf(guide, guides) + file.Path })),
    ];

    /// <summary>The folder of a guide among those that are published together: empty, or with a <c>/</c> at its end.</summary>
    protected static string FolderOf(RulesModel guide, IReadOnlyList<RulesModel> guides) => guides.Count == 1 ? "" : guide.Guide.CamelName + "/";

    /// <summary>Writes files that are complete in memory; a folder that cannot be written ends the run.</summary>
    /// <param name="did">What was done, in the line about progress: <c>published</c>.</param>
    /// <returns>How many files are new or have changed.</returns>
    protected int WriteFiles(string folder, ImmutableArray<PublishedFile> files, string did)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            int changed = FileWriter.Write(Host.FullPath(folder), files);
            Host.Progress($"{did} {Words.Count(files.Length, "file")} ({changed} changed)", Stopwatch.GetElapsedTime(start));
            return changed;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The folder '{folder}' cannot be written: {problem.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>What was written where, for a person.</summary>
    protected static string Written(string folder, IReadOnlyList<string> files) =>
        $"{Words.Count(files.Count, "file")} written to {folder.TrimEnd('/')}: {Words.List(files)}.";

    protected static Option<string?> GuideOption(string description) => new("--guide") { Description = description, HelpName = "NAME" };
}
