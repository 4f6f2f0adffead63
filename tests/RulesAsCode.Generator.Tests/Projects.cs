using RulesAsCode.Testing;

namespace RulesAsCode.Generator.Tests;

/// <summary>Projects for tests: a small guide in several files, and the rulesets of the corpus.</summary>
internal static class Projects
{
    internal const string Main = "/repo/src/Library/rules/main.rules";
    internal const string Towers = "/repo/src/Library/rules/towers.rules";
    internal const string Moats = "/repo/src/Library/rules/moats.rules";

    internal const string MainText = """
        guide Castle Guide "How to keep a castle"
        disclaimer Advice
          shown on every page
          text "This is not legal advice."
        source LAW "The Law of Castles"
          section 1 "Towers"
          section 2 "Moats"
        facts Castle
          height of the tower is a number
          depth of the moat is a number

        """;

    internal const string TowersText = """
        part of Castle Guide

        # Towers are tall.
        requirement High Tower "A high tower"
          see LAW 1
          applies always
          requires that height of the tower is at least 20
            otherwise "Build higher."

        """;

    internal const string MoatsText = """
        part of Castle Guide

        requirement Deep Moat "A deep moat"
          see LAW 2
          applies always
          requires that depth of the moat is more than 3
            otherwise "Dig deeper."

        """;

    internal static GeneratorHarness Castle => GeneratorHarness.Of((Main, MainText), (Towers, TowersText), (Moats, MoatsText));

    /// <summary>A ruleset of the repository as the additional files of a project: its rule files and its tables.</summary>
    /// <param name="edit">Changes the text of each rule file.</param>
    internal static GeneratorHarness Of(RuleFolder folder, Func<string, string>? edit = null)
    {
        IEnumerable<(string Path, string Text)> rules = folder.Files.Select(file => ("/repo/" + file.Path, edit is null ? file.Text : edit(file.Text)));
        IEnumerable<(string Path, string Text)> tables = Directory.EnumerateFiles(RepositoryRoot.PathTo(folder.Path), "*.csv", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(file => ("/repo/" + RepositoryRoot.RelativePathOf(file), File.ReadAllText(file)));
        return new GeneratorHarness([.. rules, .. tables]);
    }
}
