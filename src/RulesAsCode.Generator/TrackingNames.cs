namespace RulesAsCode.Generator;

/// <summary>The steps of the pipeline, as the generator driver reports them when it tracks steps.</summary>
internal static class TrackingNames
{
    internal const string Options = nameof(Options);
    internal const string Folder = nameof(Folder);
    internal const string RuleFiles = nameof(RuleFiles);
    internal const string Tables = nameof(Tables);
    internal const string Levels = nameof(Levels);
    internal const string Results = nameof(Results);
    internal const string Diagnostics = nameof(Diagnostics);
    internal const string Sources = nameof(Sources);
}
