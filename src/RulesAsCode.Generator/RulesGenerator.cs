using Microsoft.CodeAnalysis;
using RulesAsCode.Compiler.Linting;
using RulesAsCode.Generator.Model;

namespace RulesAsCode.Generator;

/// <summary>
/// Generates C# validators from the rule files (<c>*.rules</c>) and tables (<c>*.csv</c>) among a project's additional files, and reports
/// what is wrong with the rules, and what lints find, at their places. A crash is not caught: the host turns it into CS8785, which our props make an error.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class RulesGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var compiler = new RulesCompiler();
        IncrementalValueProvider<GeneratorOptions> options = context.AnalyzerConfigOptionsProvider.Combine(context.ParseOptionsProvider)
            .Select(static (host, _) => GeneratorOptions.Read(host.Left, host.Right))
            .WithTrackingName(TrackingNames.Options);

        IncrementalValuesProvider<AdditionalText> ruleTexts = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".rules", StringComparison.OrdinalIgnoreCase));

        IncrementalValueProvider<RuleFolder> folder = ruleTexts.Select(static (file, _) => file.Path).Collect()
            .Combine(options.Select(static (read, _) => read.ProjectFolder))
            .Select(static (paths, _) => RuleFolder.Of(paths.Left, paths.Right))
            .WithTrackingName(TrackingNames.Folder);

        IncrementalValuesProvider<RuleFile> ruleFiles = ruleTexts.Combine(folder)
            .Select(static (file, cancellationToken) => RuleFile.Read(file.Left, file.Right, cancellationToken))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(TrackingNames.RuleFiles);

        IncrementalValuesProvider<TableFile> tables = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            .Select(static (file, cancellationToken) => TableFile.Read(file, cancellationToken))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(TrackingNames.Tables);

        IncrementalValuesProvider<TableFile> levels = context.AdditionalTextsProvider
            .Where(static file => FilePaths.NameOf(file.Path).Equals(LintLevels.FileName, StringComparison.OrdinalIgnoreCase))
            .Select(static (file, cancellationToken) => TableFile.Read(file, cancellationToken))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(TrackingNames.Levels);

        IncrementalValueProvider<GenerationResult> results = ruleFiles.Collect().Combine(tables.Collect()).Combine(levels.Collect()).Combine(folder).Combine(options)
            .Select((input, cancellationToken) =>
                compiler.Run(input.Left.Left.Left.Left, input.Left.Left.Left.Right, input.Left.Left.Right, input.Left.Right, input.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Results);

        // Apart from the sources, so that an error which only moves generates nothing anew.
        context.RegisterSourceOutput(
            results.SelectMany(static (result, _) => result.Diagnostics.Items).WithTrackingName(TrackingNames.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        context.RegisterSourceOutput(
            results.SelectMany(static (result, _) => result.Sources.Items).WithTrackingName(TrackingNames.Sources),
            static (output, source) => output.AddSource(source.HintName, Microsoft.CodeAnalysis.Text.SourceText.From(source.Text, System.Text.Encoding.UTF8)));
    }
}
