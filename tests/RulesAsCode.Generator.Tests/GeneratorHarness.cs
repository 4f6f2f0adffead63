using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace RulesAsCode.Generator.Tests;

/// <summary>A project in memory: its rule files and tables, its C# and its properties. Every run of the generator on it is also a test of its caching.</summary>
internal sealed record GeneratorHarness(ImmutableArray<(string Path, string Text)> Files)
{
    internal const string ProjectFolder = "/repo/src/Library/";

    internal LanguageVersion Language { get; init; } = LanguageVersion.CSharp12;

    internal ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty
        .Add("build_property.RootNamespace", "Library").Add("build_property.ProjectDir", ProjectFolder);

    internal static GeneratorHarness Of(params (string Path, string Text)[] files) => new([.. files]);

    internal GeneratorHarness With(string property, string value) => this with { Properties = Properties.SetItem("build_property." + property, value) };

    /// <summary>Runs the generator on the project, then again after an unrelated edit of its C#, when nothing may be done anew.</summary>
    internal GeneratorRun Run(CancellationToken cancellationToken = default)
    {
        ImmutableArray<InMemoryText> texts = [.. Files.Select(file => new InMemoryText(file.Path, file.Text))];
        var parseOptions = new CSharpParseOptions(Language);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new RulesGenerator().AsSourceGenerator()], texts, parseOptions, new InMemoryOptions(Properties),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        CSharpCompilation project = CSharpCompilation.Create(
            "Library", [CSharpSyntaxTree.ParseText("class Existing;", parseOptions)], References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        var run = new GeneratorRun(this, texts, driver.RunGenerators(project, cancellationToken), project);
        run.AssertSound();
        run.AssertNothingIsDoneAnewForUnrelatedCSharp();
        return run;
    }

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "RulesAsCode.Runtime.dll" or "RulesAsCode.Primitives.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);
}

/// <summary>What one run of the driver gave.</summary>
internal sealed class GeneratorRun(GeneratorHarness harness, ImmutableArray<InMemoryText> texts, GeneratorDriver driver, CSharpCompilation project)
{
    private static readonly string[] AllSteps =
        [TrackingNames.Options, TrackingNames.Folder, TrackingNames.RuleFiles, TrackingNames.Tables, TrackingNames.Levels, TrackingNames.Results, TrackingNames.Diagnostics, TrackingNames.Sources];

    internal GeneratorRunResult Result { get; } = driver.GetRunResult().Results.Single();

    /// <summary>Generated text by hint name.</summary>
    internal IReadOnlyDictionary<string, string> Sources => Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>As a build prints them: <c>path(line,column): error RAC0001: sentence</c>.</summary>
    /// <summary>What is wrong; lints, which say what is worth a look, are among the findings.</summary>
    internal IReadOnlyList<string> Diagnostics => [.. RawDiagnostics.Select(Show)];

    internal IReadOnlyList<string> Findings => [.. Result.Diagnostics.Select(Show)];

    internal ImmutableArray<Diagnostic> RawDiagnostics => [.. Result.Diagnostics.Where(diagnostic => !diagnostic.Id.StartsWith("RAC9", StringComparison.Ordinal))];

    internal bool HasErrors => Result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Why each output of a step is what it is, joined: <c>Modified,Cached</c>.</summary>
    internal string Reasons(string step) =>
        Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> steps) ? string.Join(",", steps.SelectMany(run => run.Outputs).Select(output => output.Reason)) : "";

    /// <summary>Why each generated file is what it is.</summary>
    internal IReadOnlyList<IncrementalStepRunReason> OutputReasons =>
        [.. Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>The same driver after an edit of one file; what it gives must be what a new driver gives for the edited project.</summary>
    internal GeneratorRun Edit(string path, Func<string, string> edit)
    {
        InMemoryText old = texts.Single(text => text.Path == path);
        var changed = new InMemoryText(path, edit(old.Text));
        GeneratorHarness editedHarness = harness with { Files = [.. harness.Files.Select(file => file.Path == path ? (path, changed.Text) : file)] };
        var edited = new GeneratorRun(editedHarness, texts.Replace(old, changed), driver.ReplaceAdditionalText(old, changed).RunGenerators(project), project);
        edited.AssertSound();

        GeneratorRun fresh = editedHarness.Run();
        Assert.Equal(fresh.Findings, edited.Findings);
        Assert.Equal(fresh.Sources.OrderBy(source => source.Key, StringComparer.Ordinal), edited.Sources.OrderBy(source => source.Key, StringComparer.Ordinal));
        return edited;
    }

    /// <summary>What the C# compiler has against the generated code, warnings included.</summary>
    internal IReadOnlyList<string> ProblemsOfGeneratedCode() =>
        [.. project.AddSyntaxTrees(Result.GeneratedSources.Select(source => source.SyntaxTree)).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())];

    /// <summary>The stretches of the rule files that a debugger stops at, as <c>path(line,column)-(line,column)</c>, from 1 and the end exclusive.</summary>
    internal IReadOnlyList<string> SequencePoints()
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        Assert.True(project.AddSyntaxTrees(Result.GeneratedSources.Select(source => source.SyntaxTree))
            .Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Success);
        symbols.Position = 0;
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        MetadataReader reader = provider.GetMetadataReader();
        return
        [
            .. reader.MethodDebugInformation.Select(reader.GetMethodDebugInformation).SelectMany(method => method.GetSequencePoints())
                .Where(point => !point.IsHidden)
                .Select(point => (Path: reader.GetString(reader.GetDocument(point.Document).Name), Point: point))
                .Where(point => point.Path.EndsWith(".rules", StringComparison.Ordinal))
                .Select(point => $"{point.Path}({point.Point.StartLine},{point.Point.StartColumn})-({point.Point.EndLine},{point.Point.EndColumn})"),
        ];
    }

    internal void AssertSound()
    {
        Assert.Null(Result.Exception);
        Assert.Equal(Result.GeneratedSources.Length, Result.GeneratedSources.Select(source => source.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        foreach (object value in Result.TrackedSteps.Where(step => AllSteps.Contains(step.Key)).SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Value))
        {
            Assert.Null(RoslynObjects.FindIn(value));
        }
    }

    internal void AssertNothingIsDoneAnewForUnrelatedCSharp()
    {
        CSharpCompilation edited = project.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;", new CSharpParseOptions(harness.Language)));
        GeneratorRunResult second = driver.RunGenerators(edited).GetRunResult().Results.Single();

        // The driver tracks no steps where nothing came out.
        Assert.True(second.TrackedSteps.ContainsKey(TrackingNames.Results) || (Sources.Count == 0 && Findings.Count == 0));
        Assert.All(second.TrackedSteps.Where(step => AllSteps.Contains(step.Key)).SelectMany(step => step.Value).SelectMany(run => run.Outputs), output =>
            Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{output.Value} is {output.Reason}."));
        Assert.All(second.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static string Show(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        string place = diagnostic.Location == Location.None ? "" : $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): ";
        return $"{place}{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}

/// <summary>Objects that keep a whole compilation alive, and never compare equal, must not stand in the pipeline.</summary>
internal static class RoslynObjects
{
    /// <summary>The first that can be reached from a value, or null.</summary>
    internal static object? FindIn(object? value) => Find(value, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static object? Find(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return null;
        }

        if (value is Compilation or ISymbol or SyntaxNode or SyntaxTree or SyntaxToken or SyntaxReference or Location or SourceText or AdditionalText or Diagnostic
            or ParseOptions or AnalyzerConfigOptions or AnalyzerConfigOptionsProvider)
        {
            return value;
        }

        if (value is IEnumerable items && value.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
        {
            return items.Cast<object?>().Select(item => Find(item, seen)).FirstOrDefault(found => found is not null);
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (Find(field.GetValue(value), seen) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }
}

internal sealed class InMemoryText(string path, string text) : AdditionalText
{
    public override string Path => path;

    internal string Text => text;

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return SourceText.From(text, System.Text.Encoding.UTF8);
    }
}

internal sealed class InMemoryOptions(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Values(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => properties.TryGetValue(key, out value);
    }
}
