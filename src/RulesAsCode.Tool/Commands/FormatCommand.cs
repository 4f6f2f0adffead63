using System.CommandLine;
using System.Diagnostics;
using RulesAsCode.Compiler.Formatting;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Tool.Loading;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary><c>rules fmt</c>: lays rule files out in the one way that the language reference describes.</summary>
internal sealed class FormatCommand : Verb
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> _paths = WithoutOptions(new Argument<string[]>("PATH")
    {
        Description = "Folders of rule files (with the folders below them), and rule files; '-' is standard input. Default: rules",
        Arity = ArgumentArity.ZeroOrMore,
    });

    private readonly Option<bool> _check = new("--check") { Description = "Write nothing; exit code 1 when a file would change." };

    private readonly Option<bool> _diff = new("--diff") { Description = "Write nothing; show what would change." };

    internal FormatCommand(ToolHost host)
        : base(host, "fmt", "Lays rule files out in one way: indentation, blanks, tables, dates and amounts. What they mean stays.")
    {
        Arguments.Add(_paths);
        Options.Add(_check);
        Options.Add(_diff);
    }

    internal override IReadOnlyList<(string, string)> Examples =>
    [
        ("rules fmt", "lays out every rule file under rules/"),
        ("rules fmt --check --diff rules/", "shows what would change, writes nothing, and fails when anything would"),
        ("rules fmt - < rules/facts.rules", "writes one file, laid out, to standard output"),
    ];

    internal override IReadOnlyList<int> ExitCodes => [ExitCode.Done, ExitCode.Findings, ExitCode.Usage, ExitCode.Bug];

    protected override int Run(ParseResult arguments)
    {
        string[] paths = PathsOf(arguments, _paths);
        bool isInput = paths.Contains(StandardInput);
        if (isInput && paths.Length > 1)
        {
            throw new UsageException("'-' is standard input, and stands alone.");
        }

        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<SourceText> sources = isInput ? [SourceText.From(StandardInput, Host.ReadInput())] : RuleFiles.Load(Host, paths).Sources;
        FormattedFile[] files = [.. sources.Select(FormattedFile.Of)];
        FormattedFile[] changed = [.. files.Where(file => file.IsChanged)];
        bool isDry = arguments.GetValue(_check) || arguments.GetValue(_diff);
        if (!isDry && !isInput)
        {
            InPlaceWriter.Write(Host, changed.Select(file => (file.Path, file.After)));
        }

        if (!isInput)
        {
            Host.Progress("laid out " + Words.Count(files.Length, "file"), Stopwatch.GetElapsedTime(start));
        }

        TellErrors(files, arguments);
        Show(arguments, files, changed, isInput);
        return arguments.GetValue(_check) && changed.Length > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    // What is broken is left as it is, and that should not go unnoticed.
    private void TellErrors(FormattedFile[] files, ParseResult arguments)
    {
        foreach (FormattedFile file in IsJson(arguments) ? [] : files.Where(file => file.Errors > 0))
        {
            Host.Error.WriteLine($"rules: {file.Path}: {Words.Count(file.Errors, "sentence")} with an error left as written; 'rules check' says what is wrong.");
        }
    }

    private void Show(ParseResult arguments, FormattedFile[] files, FormattedFile[] changed, bool isInput)
    {
        bool isDry = arguments.GetValue(_check) || arguments.GetValue(_diff);
        if (IsJson(arguments))
        {
            WriteJson(files, isInput, isDry, arguments.GetValue(_diff));
        }
        else if (arguments.GetValue(_diff))
        {
            foreach (FormattedFile file in changed)
            {
                UnifiedDiff.Write(Host.Output, Host.Palette, file.Path, file.Before, file.After);
            }
        }
        else if (isInput && !isDry)
        {
            Host.Output.Write(files[0].After);
        }
        else
        {
            foreach (FormattedFile file in changed)
            {
                Host.Output.WriteLine((isDry ? "would change " : "changed ") + (isInput ? "standard input" : file.Path));
            }

            if (!isInput)
            {
                string verb = isDry ? "would change" : "changed";
                Host.Output.WriteLine(changed.Length == 0
                    ? $"{Words.Capital(Words.Count(files.Length, "file"))}, laid out already."
                    : $"{changed.Length} of {Words.Count(files.Length, "file")} {verb}.");
            }
        }
    }

    private void WriteJson(FormattedFile[] files, bool isInput, bool isDry, bool withDiff) => JsonText.Write(Host.Output, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (FormattedFile file in files)
        {
            json.WriteStartObject();
            json.WriteString("file", file.Path);
            json.WriteBoolean("changed", file.IsChanged);
            json.WriteNumber("errors", file.Errors);
            if (withDiff)
            {
                json.WriteString("diff", UnifiedDiff.Of(file.Path, file.Before, file.After));
            }

            if (isInput)
            {
                json.WriteString("text", file.After);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("written", !isDry && !isInput);
        json.WriteEndObject();
    });

    /// <param name="Path">What its user calls the file.</param>
    /// <param name="Before">Its text.</param>
    /// <param name="After">The same, laid out.</param>
    /// <param name="Errors">How many errors of form it has.</param>
    private sealed record FormattedFile(string Path, string Before, string After, int Errors)
    {
        public bool IsChanged => !string.Equals(Before, After, StringComparison.Ordinal);

        public static FormattedFile Of(SourceText source)
        {
            SyntaxTree tree = SyntaxTree.Parse(source);
            return new FormattedFile(source.Path, source.Text, RulesFormatter.Format(tree), tree.Diagnostics.Count(diagnostic => diagnostic.IsError));
        }
    }
}
