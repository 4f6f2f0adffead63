using System.Collections.Immutable;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Emit.CSharp;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Generator.Model;

namespace RulesAsCode.Generator;

/// <summary>From files to diagnostics and sources; pure.</summary>
internal static class RulesCompiler
{
    internal static GenerationResult Run(ImmutableArray<RuleFile> ruleFiles, ImmutableArray<TableFile> tables, GeneratorOptions options, CancellationToken cancellationToken)
    {
        if (ruleFiles.IsEmpty)
        {
            return new GenerationResult(new([]), new([]));
        }

        // Files are called by their path below the folder that holds them all, so that what is generated is the same on every machine.
        // The same file given twice is one file.
        var files = new SortedDictionary<string, RuleFile>(StringComparer.Ordinal);
        foreach (RuleFile file in ruleFiles)
        {
            files[FilePaths.Combine(options.ProjectFolder, file.Path)] = file;
        }

        string folder = FilePaths.CommonFolder(files.Keys);
        var hostPaths = files.ToDictionary(file => file.Key.Substring(folder.Length), file => file.Value.Path, StringComparer.Ordinal);
        var tableTexts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (TableFile table in tables)
        {
            tableTexts[FilePaths.Combine(options.ProjectFolder, table.Path)] = table.Text;
        }

        Compilation compilation = Compilation.Create(
            files.Select(file => SourceText.From(file.Key.Substring(folder.Length), file.Value.Text)),
            path => tableTexts.TryGetValue(FilePaths.Combine(folder, path), out string? text) ? text : null,
            cancellationToken);

        var diagnostics = ImmutableArray.CreateBuilder<DiagnosticInfo>();
        diagnostics.AddRange(HostDiagnostics.Of(options));
        diagnostics.AddRange(compilation.Diagnostics.Select(diagnostic => DiagnosticInfo.From(diagnostic, HostPath, options.HelpPage)));
        return new GenerationResult(new(diagnostics.ToImmutable()), new(options.IsLanguageSupported ? Emit(compilation) : []));

        string HostPath(string path) => hostPaths.TryGetValue(path, out string? hostPath) ? hostPath : path;

        ImmutableArray<GeneratedSource> Emit(Compilation sound)
        {
            var emitOptions = new CSharpEmitOptions(options.RootNamespace, options.LineDirectives, HostPath);
            EmittedFile[] emitted = [.. sound.Guides.SelectMany(model => Emitted(model, emitOptions))];
            return [.. emitted.Zip(FilePaths.HintNames(emitted.Select(file => file.HintName)), (file, name) => new GeneratedSource(name, file.Text))];
        }

        ImmutableArray<EmittedFile> Emitted(RulesModel model, CSharpEmitOptions emitOptions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return CSharpEmitter.Emit(model, emitOptions, cancellationToken);
        }
    }
}
