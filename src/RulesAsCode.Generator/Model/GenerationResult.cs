namespace RulesAsCode.Generator.Model;

/// <summary>What the rule files of a project give: what is wrong with them, and the sources of every guide without errors.</summary>
internal sealed record GenerationResult(EquatableArray<DiagnosticInfo> Diagnostics, EquatableArray<GeneratedSource> Sources);

/// <param name="HintName">Unique in its project, of characters that every host takes.</param>
internal sealed record GeneratedSource(string HintName, string Text);
