using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RulesAsCode.Compiler.Emit.CSharp;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Differential.Tests;

/// <summary>A guide emitted as C#, compiled in memory and loaded: what a developer would call, by reflection.</summary>
internal sealed class GeneratedRuleset
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "RulesAsCode.Runtime.dll" or "RulesAsCode.Primitives.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Type, PropertyInfo[]> PropertiesOf = [];

    private readonly MethodInfo _validate;
    private readonly MethodInfo _report;
    private readonly MethodInfo _explain;
    private readonly PropertyInfo _outcome;
    private readonly PropertyInfo _byRequirement;

    /// <param name="model">The guide.</param>
    /// <param name="alter">Changes the generated text, or null.</param>
    /// <param name="extra">C# to compile with it, or null.</param>
    public GeneratedRuleset(RulesModel model, Func<string, string>? alter = null, string? extra = null)
        : this(model, Emit(model, alter), extra)
    {
    }

    private GeneratedRuleset(RulesModel model, ImmutableArray<EmittedFile> files, string? extra)
        : this(model, files, Load(Compile(extra is null ? files : files.Add(new EmittedFile("Extra.cs", extra)))))
    {
    }

    private GeneratedRuleset(RulesModel model, ImmutableArray<EmittedFile> files, Assembly assembly)
    {
        Model = model;
        Files = files;
        Assembly = assembly;
        Type ruleset = Assembly.GetTypes().Single(type => type.Name == model.Guide.PascalName + "Ruleset");
        _validate = ruleset.GetMethod("Validate", BindingFlags.Public | BindingFlags.Static)!;
        FactsType = _validate.GetParameters()[0].ParameterType;
        Descriptor = (RulesetDescriptor)ruleset.GetProperty("Descriptor")!.GetValue(null)!;
        _report = _validate.ReturnType.GetMethod("Report")!;
        _explain = _validate.ReturnType.GetMethod("Explain")!;
        _outcome = _validate.ReturnType.GetProperty("Outcome")!;
        _byRequirement = _validate.ReturnType.GetProperty("Item")!;
    }

    /// <summary>Several guides in one assembly, which is quicker than one by one. Their names must differ.</summary>
    /// <param name="models">The guides.</param>
    /// <param name="alter">Changes the generated text, or null.</param>
    public static ImmutableArray<GeneratedRuleset> Batch(IEnumerable<RulesModel> models, Func<string, string>? alter = null)
    {
        (RulesModel Model, ImmutableArray<EmittedFile> Files)[] emitted = [.. models.Select(model => (model, Emit(model, alter)))];
        Assembly assembly = Load(Compile([.. emitted.SelectMany(guide => guide.Files.Select(file => file with { HintName = guide.Model.Guide.PascalName + "." + file.HintName }))]));
        return [.. emitted.Select(guide => new GeneratedRuleset(guide.Model, guide.Files, assembly))];
    }

    public RulesModel Model { get; }

    public ImmutableArray<EmittedFile> Files { get; }

    public Assembly Assembly { get; }

    public Type FactsType { get; }

    public RulesetDescriptor Descriptor { get; }

    /// <summary>C# 12, nullable, every warning an error.</summary>
    public static CSharpCompilation Compile(ImmutableArray<EmittedFile> files) => CSharpCompilation.Create(
        "Generated",
        files.Select(file => CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose), file.HintName, System.Text.Encoding.UTF8)),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 9999, reportSuppressedDiagnostics: false));

    public object Validate(object facts, int asAt) => _validate.Invoke(null, [facts, DateOnly.FromDayNumber(asAt)])!;

    public Outcome OutcomeOf(object result) => (Outcome)_outcome.GetValue(result)!;

    public Outcome OutcomeOf(object result, RequirementDescriptor requirement) => (Outcome)_byRequirement.GetValue(result, [requirement])!;

    public RequirementReport Report(object result, RequirementDescriptor requirement) => (RequirementReport)_report.Invoke(result, [requirement])!;

    public ExplanationStep Explain(object result, RequirementDescriptor requirement) => (ExplanationStep)_explain.Invoke(result, [requirement])!;

    /// <summary>The facts of the interpreter as the generated record.</summary>
    /// <param name="facts">Facts of the model, or of one that declares the same facts.</param>
    /// <param name="model">The model that the facts are of.</param>
    public object ToFacts(FactRecord facts, RulesModel model) => ToRecord(FactsType, model.Facts, facts);

    private static ImmutableArray<EmittedFile> Emit(RulesModel model, Func<string, string>? alter)
    {
        ImmutableArray<EmittedFile> files = CSharpEmitter.Emit(model, new CSharpEmitOptions("Rules"));
        return alter is null ? files : [.. files.Select(file => file with { Text = alter(file.Text) })];
    }

    private static Assembly Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Take(10).Select(diagnostic => diagnostic + "\n    " + LineOf(diagnostic))));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    private static string LineOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString() ?? "";

    private static object ToRecord(Type type, Record record, FactRecord facts)
    {
        object result = Activator.CreateInstance(type)!;
        PropertyInfo[] properties = PropertiesOf.GetValue(type, static type => [.. type.GetProperties().Where(property => property.CanWrite).OrderBy(property => property.MetadataToken)]);
        foreach (Field field in record.Fields)
        {
            if (facts[field] is { } answer)
            {
                properties[field.Ordinal].SetValue(result, ToAnswer(properties[field.Ordinal].PropertyType, field.Type, answer));
            }
        }

        return result;
    }

    private static object ToAnswer(Type type, RuleType ruleType, RuleValue answer)
    {
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(Answer<>))
        {
            return answer is NoneValue
                ? Activator.CreateInstance(inner)!
                : inner.GetMethod("op_Implicit", [inner.GetGenericArguments()[0]])!.Invoke(null, [ToAnswer(inner.GetGenericArguments()[0], ruleType, answer)])!;
        }

        return answer switch
        {
            YesNoValue yesNo => yesNo.Value,
            TextValue text => text.Value,
            NumberValue number => inner == typeof(long) ? (object)(long)number.Value.ToDecimal() : number.Value.ToDecimal(),
            DateValue date => DateOnly.FromDayNumber(date.Day),
            DurationValue duration => duration.Value,
            Eui64Value identifier => new Eui64(identifier.Value),
            ChoiceValue choice => Enum.ToObject(inner, choice.Member.Ordinal + 1),
            SetValue set => Generic(nameof(MakeSet), inner, set.Members.Select(member => member.Ordinal + 1).ToArray()),
            ListValue list => Generic(nameof(MakeList), inner, list.Elements.Select(element => ToRecord(inner.GetGenericArguments()[0], ((ListType)ruleType).Record, element)).ToArray()),
            RecordValue record => ToRecord(inner, ((RecordType)ruleType).Record, record.Record),
            _ => throw new InvalidOperationException($"No fact is made from {answer.GetType().Name}."),
        };
    }

    private static object Generic(string method, Type type, object argument) =>
        typeof(GeneratedRuleset).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.GetGenericArguments()[0]).Invoke(null, [argument])!;

    private static ChoiceSet<T> MakeSet<T>(int[] members)
        where T : struct, Enum => ChoiceSet.Create<T>(members.Select(member => (T)Enum.ToObject(typeof(T), member)).ToArray());

    private static FactList<T> MakeList<T>(object[] elements)
        where T : class => FactList.Create<T>(elements.Cast<T>().ToArray());
}
