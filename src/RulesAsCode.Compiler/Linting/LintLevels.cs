using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Linting;

/// <summary>
/// How much each lint counts, as a file <c>rules.lint</c> beside the rules says it: a line for a code or a category, and its level. A code's own
/// line goes before that of its category, whatever their order.
/// </summary>
/// <example><code>
/// # Every section has a status that says where its number comes from.
/// RAC9202 off
/// examples warning
/// </code></example>
public sealed class LintLevels
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "rules.lint";

    private const string Off = "off";

    private readonly Dictionary<string, (DiagnosticSeverity? Level, Location At)> _levels = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];

    private LintLevels()
    {
    }

    /// <summary>Every lint at the level of the catalogue.</summary>
    public static LintLevels Default { get; } = new();

    /// <summary>What is wrong with the file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Reads the file of levels. Rules that are compiled together have one; a second is reported.</summary>
    /// <param name="files">The files found, in the order in which they are to be taken.</param>
    public static LintLevels Read(IEnumerable<SourceText> files)
    {
        SourceText? first = null;
        var levels = new LintLevels();
        foreach (SourceText file in files)
        {
            if (first is null)
            {
                levels.Read(first = file);
            }
            else
            {
                levels._diagnostics.Add(DiagnosticCatalogue.SecondLevelsFile(new Location(file, file.LineSpan(0)), first.Path));
            }
        }

        return levels;
    }

    /// <summary>The diagnostic at its level; null where that is off. An error of the language stays what it is.</summary>
    internal Diagnostic? Apply(Diagnostic diagnostic)
    {
        if (diagnostic.IsError || !(_levels.TryGetValue(diagnostic.Code, out var level) || (LintCategories.Of(diagnostic.Code) is { } category && _levels.TryGetValue(category, out level))))
        {
            return diagnostic;
        }

        return level.Level is not { } severity ? null
            : severity == diagnostic.Severity ? diagnostic
            : diagnostic with { Descriptor = diagnostic.Descriptor with { Severity = severity } };
    }

    private void Read(SourceText file)
    {
        for (int line = 0; line < file.LineCount; line++)
        {
            TextSpan span = file.LineSpan(line);
            string text = file.ToString(span);
            int comment = text.IndexOf('#');
            string said = (comment < 0 ? text : text.Substring(0, comment)).Trim().TrimStart('\uFEFF');
            if (said.Length > 0)
            {
                int start = span.Start + text.IndexOf(said, StringComparison.Ordinal);
                ReadLine(new Location(file, new TextSpan(start, said.Length)), said);
            }
        }
    }

    private void ReadLine(Location at, string said)
    {
        string[] words = said.Split([' ', '\t', ':'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || LevelOf(words[1]) is not { } level)
        {
            _diagnostics.Add(DiagnosticCatalogue.NoSuchLevelLine(at, said));
            return;
        }

        Location of = at with { Span = new TextSpan(at.Span.Start, words[0].Length) };
        string? category = LintCategories.All.FirstOrDefault(name => string.Equals(name, words[0], StringComparison.OrdinalIgnoreCase));
        string key = category ?? words[0].ToUpperInvariant();
        if (category is null && LintCodes.Check(of, words[0]) is { } problem)
        {
            _diagnostics.Add(problem);
        }
        else if (_levels.TryGetValue(key, out var first))
        {
            _diagnostics.Add(DiagnosticCatalogue.LevelTwice(of, words[0], first.At));
        }
        else
        {
            _levels.Add(key, (level.Level, of));
        }
    }

    private static (DiagnosticSeverity? Level, bool)? LevelOf(string word) => word.ToLowerInvariant() switch
    {
        Off => (null, true),
        "information" => (DiagnosticSeverity.Information, true),
        "warning" => (DiagnosticSeverity.Warning, true),
        "error" => (DiagnosticSeverity.Error, true),
        _ => null,
    };
}

/// <summary>Codes as people write them, in comments and in the file of levels.</summary>
internal static class LintCodes
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ByCode = DiagnosticCatalogue.All.ToDictionary(descriptor => descriptor.Code, StringComparer.Ordinal);

    /// <summary>What is wrong with a code that is to be allowed or to have another level; null where it may.</summary>
    internal static Diagnostic? Check(Location at, string code)
    {
        if (!ByCode.TryGetValue(code.ToUpperInvariant(), out DiagnosticDescriptor? descriptor))
        {
            IEnumerable<string> codes = ByCode.Values.Where(candidate => candidate.Severity != DiagnosticSeverity.Error).Select(candidate => candidate.Code);
            return DiagnosticCatalogue.UnknownCode(at, code, Spelling.Nearest(code, codes.Concat(LintCategories.All)));
        }

        return descriptor.Severity == DiagnosticSeverity.Error ? DiagnosticCatalogue.NotALint(at, descriptor.Code, descriptor.Title) : null;
    }
}
