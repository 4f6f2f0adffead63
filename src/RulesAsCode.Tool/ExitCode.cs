namespace RulesAsCode.Tool;

/// <summary>What the tool's exit status says; the same for every verb, and printed by <c>--help</c>.</summary>
public static class ExitCode
{
    /// <summary>Done; for <c>assess</c>: satisfied, or not applicable.</summary>
    public const int Done = 0;

    /// <summary>Done, and there are findings or failed examples.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, no such file, or facts that are ill-formed.</summary>
    public const int Usage = 2;

    /// <summary>The rules do not compile.</summary>
    public const int DoesNotCompile = 3;

    /// <summary><c>assess</c>: not satisfied.</summary>
    public const int NotSatisfied = 4;

    /// <summary><c>assess</c>: undecided.</summary>
    public const int Undecided = 5;

    /// <summary>A bug in the tool.</summary>
    public const int Bug = 70;

    /// <summary>Every code with its meaning, ascending.</summary>
    internal static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Done, "done; 'assess': satisfied, or not applicable"),
        (Findings, "findings, or failed examples"),
        (Usage, "wrong usage, a file that cannot be read, or ill-formed facts"),
        (DoesNotCompile, "the rules do not compile"),
        (NotSatisfied, "'assess': not satisfied"),
        (Undecided, "'assess': undecided"),
        (Bug, "a bug in this tool"),
    ];
}
