using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Linting;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Diagnostics;

/// <summary>A file of an example, as its page shows it.</summary>
/// <param name="Name">What the file is called, such as <c>guide.rules</c>; null for rules that continue the common guide.</param>
public sealed record PageFile(string? Name, string Text)
{
    /// <summary>Whether it is compiled: a table and a file of levels are read on their own.</summary>
    public bool IsRules => Name is null || Name.EndsWith(".rules", StringComparison.Ordinal);
}

/// <summary>The rules of an example: what matters is written, what does not stands around it.</summary>
/// <param name="Files">In the order of the page.</param>
public sealed record PageExample(ImmutableArray<PageFile> Files)
{
    /// <summary>What rules without a name of their own are called.</summary>
    public const string FileName = "example.rules";

    private const string PreludeName = "allotments.rules";
    private const string Holidays = "holidays.csv";
    private const string Header = "part of Allotments\n\n";
    private const string Requirement = "requirement Example\n  see Code 1\n  applies always\n";

    private static readonly Regex Repeated = new(@"^(.*\n) *# ([0-9]+) more lines like this one\n", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    /// <summary>The guide that rules without a name continue.</summary>
    public static string Prelude => DiagnosticPage.Resource("Prelude.rules");

    /// <summary>What an example means: with all that stands around it.</summary>
    public Compilation Compile()
    {
        var files = Files.Where(file => file.IsRules)
            .Select(file => SourceText.From(file.Name ?? FileName, file.Name is null ? Around(Written(file.Text)) : Written(file.Text)))
            .ToList();
        if (Files.Any(file => file.Name is null))
        {
            files.Add(SourceText.From(PreludeName, Prelude));
        }

        return Compilation.Create(files, path => Files.FirstOrDefault(file => file.Name == path)?.Text ?? (path == Holidays ? DiagnosticPage.Resource(Holidays) : null));
    }

    /// <summary>What is to be said of an example, lints among it; of the guide that it continues nothing.</summary>
    /// <param name="withLayout">Whether its layout counts, which other pages have nothing to say about.</param>
    /// <param name="lintsOfExamples">Runs the examples of a guide and lints them; null where they do not count.</param>
    public ImmutableArray<Diagnostic> Lint(bool withLayout, Func<RulesModel, IEnumerable<Diagnostic>>? lintsOfExamples = null)
    {
        LintLevels levels = LintLevels.Read(Files
            .Where(file => file.Name is { } name && name.EndsWith(LintLevels.FileName, StringComparison.Ordinal))
            .Select(file => SourceText.From(file.Name!, file.Text)));
        Compilation compilation = Compile();
        return [.. Linter.Run(compilation, levels, withLayout ? Linter.Layout(compilation) : [], lintsOfExamples is null ? [] : compilation.Guides.SelectMany(lintsOfExamples)).Where(found => found.Location.Source.Path != PreludeName)];
    }

    /// <summary>How many lines stand before the lines of the page in a file that has no name.</summary>
    public int LinesBefore => Files.FirstOrDefault(file => file.Name is null) is { } file ? Around("").Count(c => c == '\n') + (IsClause(file.Text) ? Requirement.Count(c => c == '\n') : 0) : 0;

    private static string Around(string text) => Header + (IsClause(text) ? Requirement : "") + text;

    private static bool IsClause(string text) => text.StartsWith(" ", StringComparison.Ordinal);

    /// <summary>The text with what a page cannot show in its place.</summary>
    private static string Written(string text) => Repeated
        .Replace(text, match => new StringBuilder().Insert(0, match.Groups[1].Value, 1 + int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)).ToString())
        .Replace('⇥', '\t').Replace('␍', '\r');
}
