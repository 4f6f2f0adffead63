using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Compiler.Linting;

/// <summary>The outline of the law against what the rules cite.</summary>
internal static class SourceLints
{
    /// <summary>The code of the lint that another guide of the same library can make untrue.</summary>
    internal static string CodeOfAbsence { get; } = DiagnosticCatalogue.CodeOfDivisionWithoutRequirement;

    internal static IEnumerable<Diagnostic> Find(RulesModel model)
    {
        SectionReference[] references =
        [
            .. model.Requirements.SelectMany(ModelUses.References),
            .. model.Definitions.SelectMany(definition => definition.References),
            .. model.Parameters.SelectMany(parameter => parameter.Periods).SelectMany(period => period.References),
        ];
        var cited = new HashSet<Division>(references.SelectMany(reference => reference.Covered));
        return WithoutRequirement(model, cited).Concat(WithStatus(references));
    }

    private static IEnumerable<Diagnostic> WithoutRequirement(RulesModel model, HashSet<Division> cited)
    {
        foreach (Source source in model.Sources)
        {
            // A section is covered where one inside it is.
            var covered = new HashSet<string>(source.Divisions.Where(division => cited.Contains(division) || division.NotModelled is not null).SelectMany(division => Outer(division.Locator)), StringComparer.Ordinal);
            foreach (Division division in source.Divisions.Where(division => division.NotModelled is null && !covered.Contains(division.Locator)))
            {
                yield return DiagnosticCatalogue.DivisionWithoutRequirement(division.Location, $"{source.Name} {division.Name}");
            }
        }
    }

    /// <summary>H1.10(a), H1.10, H1.</summary>
    private static IEnumerable<string> Outer(string locator)
    {
        yield return locator;
        for (int at = locator.Length - 1; at > 0; at--)
        {
            if (locator[at] is '.' or '(')
            {
                yield return locator.Substring(0, at);
            }
        }
    }

    private static IEnumerable<Diagnostic> WithStatus(IEnumerable<SectionReference> references) =>
        from reference in references
        from division in reference.Covered
        where division.Status is not null
        select DiagnosticCatalogue.DivisionHasStatus(reference.Location, $"{division.Source.Name} {division.Name}", division.Status!, division.Location);
}
