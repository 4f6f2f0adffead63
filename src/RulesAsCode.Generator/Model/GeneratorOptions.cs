using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RulesAsCode.Generator.Model;

/// <summary>What the generator reads of the project. It changes when a property does, and never because of the project's own C#.</summary>
/// <param name="RootNamespace">Of guides that name no namespace, or null.</param>
/// <param name="ProjectFolder">The folder of the project with <c>/</c> between folders and at its end; empty when the host does not say.</param>
/// <param name="LineDirectives">Whether generated conditions point back into the rule files (<c>#line</c>).</param>
/// <param name="LanguageVersion">Of the project's C#, as a person writes it: <c>12.0</c>.</param>
/// <param name="IsLanguageSupported">Whether that version can compile what is generated.</param>
/// <param name="IsWebProject">Whether the project is built by the web SDK.</param>
/// <param name="HelpPage">The address of the page of messages, or empty.</param>
internal sealed record GeneratorOptions(
    string? RootNamespace, string ProjectFolder, bool LineDirectives, string LanguageVersion, bool IsLanguageSupported, bool IsWebProject, string HelpPage)
{
    /// <summary>The first version of C# that compiles what is generated.</summary>
    internal const LanguageVersion Minimum = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12;

    internal static GeneratorOptions Read(AnalyzerConfigOptionsProvider provider, ParseOptions parseOptions)
    {
        AnalyzerConfigOptions options = provider.GlobalOptions;
        LanguageVersion version = parseOptions is CSharpParseOptions csharp ? csharp.LanguageVersion : Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp1;
        return new GeneratorOptions(
            Property(options, "RootNamespace"),
            FilePaths.AsFolder(Property(options, "ProjectDir") ?? ""),
            !string.Equals(Property(options, "RulesEmitLineDirectives"), "false", StringComparison.OrdinalIgnoreCase),
            version.ToDisplayString(),
            version >= Minimum,
            string.Equals(Property(options, "UsingMicrosoftNETSdkWeb"), "true", StringComparison.OrdinalIgnoreCase),
            Property(options, "RulesHelpPage") ?? "");
    }

    private static string? Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out string? value) && value.Trim().Length > 0 ? value.Trim() : null;
}
