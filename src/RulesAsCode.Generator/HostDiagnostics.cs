using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Generator.Model;

namespace RulesAsCode.Generator;

/// <summary>
/// What is wrong with the C# project rather than with the rules. Their codes are a family of their own (<c>RACG</c>), since a rule file
/// never causes them and the catalogue of the language does not know them.
/// </summary>
internal static class HostDiagnostics
{
    internal static readonly DiagnosticDescriptor LanguageVersionTooLow = new("RACG001", DiagnosticSeverity.Error, "The project's C# is too old for the validators");
    internal static readonly DiagnosticDescriptor RulesInWebProject = new("RACG002", DiagnosticSeverity.Warning, "Rules in a web project");

    internal static ImmutableArray<DiagnosticDescriptor> All => [LanguageVersionTooLow, RulesInWebProject];

    internal static IEnumerable<DiagnosticInfo> Of(GeneratorOptions options)
    {
        if (!options.IsLanguageSupported)
        {
            yield return About(
                LanguageVersionTooLow,
                $"The validators need C# 12 or later, and this project is compiled as C# {options.LanguageVersion}. No validator was generated. Set <LangVersion>12</LangVersion> or later, or target .NET 8 or later.",
                options);
        }

        if (options.IsWebProject)
        {
            yield return About(
                RulesInWebProject,
                "The source generators of JSON and of minimal APIs do not see the types that are generated from the rules of the same project. Put the rules into a class library and refer to it.",
                options);
        }
    }

    private static DiagnosticInfo About(DiagnosticDescriptor descriptor, string message, GeneratorOptions options) =>
        new(descriptor.Code, descriptor.Severity, descriptor.Title, message, null, new([]), options.HelpPage);
}
