namespace RulesAsCode.Tool.Output;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For people who have it read to them: text without colours, excerpts and lines drawn under them.</summary>
    Plain,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>SARIF 2.1.0, which code hosts show beside the lines.</summary>
    Sarif,

    /// <summary>Workflow commands of GitHub Actions, which become annotations.</summary>
    GitHub,

    /// <summary>JUnit's XML, which test reporters read.</summary>
    JUnit,
}

internal static class OutputFormats
{
    /// <summary>What every verb can write.</summary>
    internal static readonly IReadOnlyList<OutputFormat> Basic = [OutputFormat.Text, OutputFormat.Plain, OutputFormat.Json];

    /// <summary>What a verb can write that gives findings.</summary>
    internal static readonly IReadOnlyList<OutputFormat> OfFindings = [.. Basic, OutputFormat.Sarif, OutputFormat.GitHub, OutputFormat.JUnit];

    /// <summary>Names the format for who names none on the command line; a verb that cannot write it writes text.</summary>
    internal const string Variable = "RULES_FORMAT";

    /// <summary>As it is written on the command line.</summary>
    internal static string Word(OutputFormat format) => format.ToString().ToLowerInvariant();
}
