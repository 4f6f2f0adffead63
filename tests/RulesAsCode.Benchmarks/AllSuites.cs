using RulesAsCode.Benchmarks.Suites;

namespace RulesAsCode.Benchmarks;

/// <summary>The suites, in the order in which they are printed.</summary>
public static class AllSuites
{
    /// <summary>Those that run in this process.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [typeof(VerdictSuite), typeof(WideSuite), typeof(CalendarSuite), typeof(ParseSuite), typeof(KeystrokeSuite), typeof(GeneratorSuite), typeof(EditSuite)];

    /// <summary>What each is called on the command line.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Types.Select(NameOf), "Cold", "Site"];

    internal static string NameOf(Type suite) => suite.Name.Replace("Suite", "", StringComparison.Ordinal);
}
