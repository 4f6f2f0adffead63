using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using RulesAsCode.Compiler.Emit.CSharp;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Generator;
using RulesAsCode.Testing;
using RulesCompilation = RulesAsCode.Compiler.Compilation;

namespace RulesAsCode.Benchmarks;

/// <summary>Synthetic rules as everything that is made of them.</summary>
internal static class Synthetic
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp12);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "RulesAsCode.Runtime.dll" or "RulesAsCode.Primitives.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    internal static RulesAsCode.Compiler.Text.SourceText[] Sources(int requirements, int files = 0) =>
        [.. SyntheticRules.Write(requirements, files).Select(file => RulesAsCode.Compiler.Text.SourceText.From(file.Path, file.Text))];

    internal static RulesModel Model(int requirements)
    {
        RulesCompilation compilation = RulesCompilation.Create(Sources(requirements), _ => null);
        return compilation.Guides.Length == 1 ? compilation.Guides[0] : throw new InvalidOperationException(compilation.Diagnostics[0].ToString());
    }

    /// <summary>A project with some generated files; compiled on one thread.</summary>
    internal static CSharpCompilation Project(IEnumerable<EmittedFile> files) => CSharpCompilation.Create(
        "Library",
        [CSharpSyntaxTree.ParseText("class Existing;", Language), .. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Language, file.HintName, Encoding.UTF8))],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    /// <summary>The same compilation without what it knows already.</summary>
    internal static CSharpCompilation Anew(CSharpCompilation compilation) =>
        CSharpCompilation.Create(compilation.AssemblyName, compilation.SyntaxTrees, compilation.References, compilation.Options);

    internal static GeneratorDriver Driver(int requirements, int files) => Driver([.. Texts(requirements, files)]);

    /// <summary>A driver over rules in several files, and the text of the first part.</summary>
    internal static (GeneratorDriver Driver, AdditionalText First) Editable(int requirements, int files)
    {
        AdditionalText[] texts = [.. Texts(requirements, files)];
        return (Driver(texts), texts.First(text => text.Path.EndsWith("part-000.rules", StringComparison.Ordinal)));
    }

    /// <summary>The same file with another message.</summary>
    internal static AdditionalText Edited(AdditionalText file, int number)
    {
        string text = file.GetText()!.ToString();
        int start = text.IndexOf("    otherwise \"", StringComparison.Ordinal);
        return new InMemoryText(file.Path, text[..start] + string.Create(CultureInfo.InvariantCulture, $"    otherwise \"Message {number}.\"") + text[text.IndexOf('\n', start)..]);
    }

    /// <summary>The generated validator of a guide as a function: how often it judges one subject; the answer adds up the outcomes.</summary>
    internal static Func<int, long> Compiled(int requirements)
    {
        RulesModel model = Model(requirements);
        var facts = new StringBuilder();
        foreach (Field field in model.Facts.Fields)
        {
            string value = field.Type switch
            {
                YesNoType => field.Ordinal % 3 == 0 ? "false" : "true",
                DateType => $"new System.DateOnly(2026, {1 + (field.Ordinal % 12)}, 1)",
                ChoiceType choice => $"{choice.Choice.PascalName}.{choice.Choice.Members[field.Ordinal % choice.Choice.Members.Length].PascalName}",
                _ => (field.Ordinal % 60).ToString(CultureInfo.InvariantCulture),
            };
            facts.Append(CultureInfo.InvariantCulture, $"        {field.PascalName} = {value},\n");
        }

        string probe = $$"""
            using Library.Synthetic;
            public static class Probe
            {
                private static readonly Applicant Facts = new()
                {
            {{facts}}    };

                public static long Run(int times)
                {
                    long sum = 0;
                    for (int i = 0; i < times; i++)
                    {
                        sum += (long)SyntheticRuleset.Validate(Facts, new System.DateOnly(2026, 7, 1)).Outcome;
                    }

                    return sum;
                }
            }
            """;
        CSharpCompilation compilation = Project([.. CSharpEmitter.Emit(model, new CSharpEmitOptions("Library")), new EmittedFile("Probe.cs", probe)]);
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Disagreement.Unless(result.Success, string.Join("\n", result.Diagnostics.Take(3)));
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext("Synthetic").LoadFromStream(image);
        return assembly.GetType("Probe")!.GetMethod("Run")!.CreateDelegate<Func<int, long>>();
    }

    private static IEnumerable<AdditionalText> Texts(int requirements, int files) =>
        SyntheticRules.Write(requirements, files).Select(file => new InMemoryText("/repo/rules/" + file.Path, file.Text));

    private static CSharpGeneratorDriver Driver(AdditionalText[] texts) => CSharpGeneratorDriver.Create([new RulesGenerator().AsSourceGenerator()], texts, Language);

    private sealed class InMemoryText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
