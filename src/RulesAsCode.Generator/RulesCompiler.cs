using System.Collections.Immutable;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Emit.CSharp;
using RulesAsCode.Compiler.Linting;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Generator.Model;

namespace RulesAsCode.Generator;

/// <summary>
/// From files to diagnostics and sources. It remembers what it came to last, and takes over from there what no edit reaches; the result is always what a new one
/// would give. Runs at the same time, on two states of a project, do no harm: the later of them is remembered.
/// </summary>
internal sealed class RulesCompiler
{
    private Remembered? _last;

    private sealed record Remembered(Compilation Compilation, CSharpEmission? Emission);

    internal GenerationResult Run(
        ImmutableArray<RuleFile> ruleFiles, ImmutableArray<TableFile> tables, ImmutableArray<TableFile> levels, RuleFolder folder, GeneratorOptions options, CancellationToken cancellationToken)
    {
        if (ruleFiles.IsEmpty)
        {
            return new GenerationResult(new([]), new([]));
        }

        // The same file given twice is one file.
        var files = new Dictionary<string, RuleFile>(StringComparer.Ordinal);
        foreach (RuleFile file in ruleFiles)
        {
            files[file.Path] = file;
        }

        var tableTexts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (TableFile table in tables)
        {
            tableTexts[FilePaths.Combine(folder.ProjectFolder, table.Path)] = table.Text;
        }

        Remembered? last = Volatile.Read(ref _last);
        IEnumerable<SyntaxTree> trees = files.Values.Select(file => file.Tree);
        Compilation compilation = last is null ? Compilation.FromTrees(trees, TableOf, cancellationToken) : last.Compilation.WithTrees(trees, TableOf, cancellationToken);

        // Ordinal by path, so that it is the same file everywhere where there is more than one.
        var levelPaths = new SortedDictionary<string, TableFile>(StringComparer.Ordinal);
        foreach (TableFile file in levels)
        {
            levelPaths[folder.NameOrFileName(file.Path)] = file;
        }

        LintLevels read = LintLevels.Read(levelPaths.Select(file => SourceText.From(file.Key, file.Value.Text)));
        var diagnostics = ImmutableArray.CreateBuilder<DiagnosticInfo>();
        diagnostics.AddRange(HostDiagnostics.Of(options));
        diagnostics.AddRange(Linter.Run(compilation, read).Select(diagnostic => DiagnosticInfo.From(diagnostic, HostPath, options.HelpPage)));
        CSharpEmission? emission = options.IsLanguageSupported
            ? CSharpEmission.Of(compilation.Guides, new CSharpEmitOptions(options.RootNamespace, options.LineDirectives, LinePath), last?.Emission, cancellationToken)
            : null;
        Volatile.Write(ref _last, new Remembered(compilation, emission ?? last?.Emission));
        return new GenerationResult(new(diagnostics.ToImmutable()), new(emission is null ? [] : [.. emission.Files.Select(file => new GeneratedSource(file.HintName, file.Text))]));

        string? TableOf(string name) => tableTexts.TryGetValue(folder.FullPathOf(name), out string? text) ? text : null;

        string HostPath(string path) => files.TryGetValue(path, out RuleFile? file) ? file.HostPath : levelPaths.TryGetValue(path, out TableFile? level) ? level.Path : path;

        // Without the ".." of a project file, so that debuggers and PathMap know the path; with the host's own separator.
        string LinePath(string path) => files.TryGetValue(path, out RuleFile? file) && file.HostPath.IndexOf('\\') >= 0
            ? folder.FullPathOf(path).Replace('/', '\\')
            : folder.FullPathOf(path);
    }
}
