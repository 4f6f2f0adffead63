using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Fidelity;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;

namespace RulesAsCode.Compiler.Linting;

/// <summary>
/// Says of rules that compile what is still worth a look; the one engine of the command line and of the generator. What is said is at the level that
/// the file of levels sets, and is left out where a comment allows it. Errors of the language are neither moved nor left out.
/// </summary>
public static class Linter
{
    /// <summary>Lints of one file, whatever else is wrong.</summary>
    private static readonly Func<SyntaxTree, IEnumerable<Diagnostic>>[] OfFiles = [CharacterLints.Find, GuideLints.ToDosLeft];

    /// <summary>Lints of a guide without errors.</summary>
    private static readonly Func<RulesModel, IEnumerable<Diagnostic>>[] OfGuides =
    [
        UnusedLints.Find,
        FidelityChecker.Lints,
        SourceLints.Find,
        GuideLints.FactsWithoutQuestion,
        NameLints.NearlyTheSame,
        ConditionLints.Find,
    ];

    /// <summary>
    /// Everything there is to say of a compilation, in order of place and code: its own diagnostics, its lints, and what is wrong with the comments
    /// that allow them and with the file of levels.
    /// </summary>
    /// <param name="compilation">The rules.</param>
    /// <param name="levels">How much each lint counts.</param>
    /// <param name="layout">What <see cref="Layout"/> finds; null by a host that does not look at the layout.</param>
    /// <param name="examples">The lints of the examples; null by a host that does not run them. A comment that allows what was not looked for is not taken to be needless.</param>
    public static ImmutableArray<Diagnostic> Run(Compilation compilation, LintLevels levels, IEnumerable<Diagnostic>? layout = null, IEnumerable<Diagnostic>? examples = null)
    {
        var about = new List<Diagnostic>(levels.Diagnostics);
        Suppression[] suppressions = [.. compilation.Trees.SelectMany(tree => Suppression.Read(tree, about))];
        ILookup<string, Suppression> byFile = suppressions.ToLookup(suppression => suppression.CodePlace.Source.Path, StringComparer.Ordinal);
        var used = new HashSet<Suppression>();
        var said = new List<Diagnostic>();
        foreach (Diagnostic diagnostic in compilation.Diagnostics.Concat(Find(compilation)).Concat(layout ?? []).Concat(examples ?? []).Distinct())
        {
            Suppression? suppression = diagnostic.IsError ? null : byFile[diagnostic.Location.Source.Path].FirstOrDefault(candidate => candidate.Covers(diagnostic));
            if (suppression is not null)
            {
                used.Add(suppression);
            }
            else if (levels.Apply(diagnostic) is { } atLevel)
            {
                said.Add(atLevel);
            }
        }

        // Where the rules have errors, what a lint would find is not known.
        if (!compilation.HasErrors)
        {
            about.AddRange(suppressions
                .Where(suppression => !used.Contains(suppression) && (LintCategories.Of(suppression.Code) == LintCategories.Examples ? examples : suppression.Code == DiagnosticCatalogue.CodeOfNotFormatted ? layout : []) is not null)
                .Select(suppression => DiagnosticCatalogue.AllowNotNeeded(suppression.CodePlace, suppression.Code, suppression.Removal))
                .Select(levels.Apply).OfType<Diagnostic>());
        }

        return [.. said.Concat(about).OrderBy(diagnostic => diagnostic.Location).ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal)];
    }

    /// <summary>Files that the formatter would lay out otherwise. It depends on every blank of a file, and a host that forgets blanks must not ask for it.</summary>
    public static IEnumerable<Diagnostic> Layout(Compilation compilation) => compilation.Trees.SelectMany(CharacterLints.NotFormatted);

    private static IEnumerable<Diagnostic> Find(Compilation compilation)
    {
        foreach (SyntaxTree tree in compilation.Trees)
        {
            foreach (Diagnostic diagnostic in OfFiles.SelectMany(lint => lint(tree)))
            {
                yield return diagnostic;
            }
        }

        // A library may serve several guides, and what one of them leaves unused another may use.
        var reports = compilation.Guides.SelectMany(guide => OfGuides.SelectMany(lint => lint(guide))).GroupBy(diagnostic => diagnostic);
        Dictionary<string, int> guidesOfFile = compilation.Guides.SelectMany(FilesOf).GroupBy(path => path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        bool isEveryGuideSound = !compilation.HasErrors;
        foreach (IGrouping<Diagnostic, Diagnostic> report in reports)
        {
            bool isAbsence = LintCategories.Of(report.Key.Code) is "unused" || report.Key.Code == SourceLints.CodeOfAbsence;
            if (!isAbsence || (isEveryGuideSound && report.Count() == guidesOfFile[report.Key.Location.Source.Path]))
            {
                yield return report.Key;
            }
        }

        foreach (Diagnostic diagnostic in NameLints.SpelledOtherwise(compilation))
        {
            yield return diagnostic;
        }
    }

    private static IEnumerable<string> FilesOf(RulesModel model) => new IEnumerable<Symbol>[]
    {
        [model.Guide], model.Libraries, model.Sources, model.Terms, model.Choices, model.Formats, model.Calendars, model.Records, [model.Facts], model.Parameters, model.Definitions,
        model.Requirements, model.Readings, model.Timelines, model.Disclaimers, model.Contacts,
    }.SelectMany(symbols => symbols).Select(symbol => symbol.Location.Source.Path).Distinct(StringComparer.Ordinal);
}
