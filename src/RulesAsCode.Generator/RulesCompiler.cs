using System.Collections.Immutable;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Emit.CSharp;
using RulesAsCode.Compiler.Linting;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Generator.Model;

namespace RulesAsCode.Generator;

/// <summary>From files to diagnostics and sources; pure.</summary>
internal static class RulesCompiler
{
    internal static GenerationResult Run(
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

        Compilation compilation = Compilation.FromTrees(
            files.Values.Select(file => file.Tree),
            name => tableTexts.TryGetValue(folder.FullPathOf(name), out string? text) ? text : null,
            cancellationToken);

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
        return new GenerationResult(new(diagnostics.ToImmutable()), new(options.IsLanguageSupported ? Emit(compilation) : []));

        string HostPath(string path) => files.TryGetValue(path, out RuleFile? file) ? file.HostPath : levelPaths.TryGetValue(path, out TableFile? level) ? level.Path : path;

        // Without the ".." of a project file, so that debuggers and PathMap know the path; with the host's own separator.
        string LinePath(string path) => files.TryGetValue(path, out RuleFile? file) && file.HostPath.IndexOf('\\') >= 0
            ? folder.FullPathOf(path).Replace('/', '\\')
            : folder.FullPathOf(path);

        ImmutableArray<GeneratedSource> Emit(Compilation sound) =>
            [.. CSharpEmitter.Emit(sound.Guides, new CSharpEmitOptions(options.RootNamespace, options.LineDirectives, LinePath), cancellationToken).Select(file => new GeneratedSource(file.HintName, file.Text))];
    }
}
