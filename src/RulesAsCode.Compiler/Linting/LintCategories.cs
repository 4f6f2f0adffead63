using System.Collections.Immutable;

namespace RulesAsCode.Compiler.Linting;

/// <summary>The families of lints, by the second digit of their code. A level can be set for a family at once.</summary>
public static class LintCategories
{
    /// <summary>The family of what is found by running the examples.</summary>
    public const string Examples = "examples";

    private const char Lint = '9';

    /// <summary>In the order of the digit, from 0.</summary>
    public static ImmutableArray<string> All { get; } = ["unused", "quotes", "sources", "guide", "names", "characters", "conditions", Examples];

    /// <summary>The category of a code; null for what is no lint, or is about allowing lints.</summary>
    public static string? Of(string code) => code.Length == 7 && code[3] == Lint && code[4] - '0' is var digit and >= 0 && digit < All.Length ? All[digit] : null;
}
