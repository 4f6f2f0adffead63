using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Interpreter.Tracing;

/// <summary>From each part of the law to the requirements that cite it, their criteria and the examples that decide these; and back.</summary>
/// <param name="Model">The guide.</param>
/// <param name="Divisions">The outlines of the guide's sources, in order.</param>
/// <param name="Requirements">In the order of the model.</param>
public sealed record RuleTrace(RulesModel Model, ImmutableArray<DivisionTrace> Divisions, ImmutableArray<RequirementTrace> Requirements)
{
    /// <summary>The parts of the law that nothing cites, nor any part inside them, and of which it is not said that they are not modelled.</summary>
    public IEnumerable<DivisionTrace> Open => Divisions.Where(division => division.IsOpen);

    /// <summary>The criteria that no example decides, with their requirements.</summary>
    public IEnumerable<(Requirement Requirement, CriterionTrace Criterion)> WithoutExample =>
        Requirements.SelectMany(requirement => requirement.Criteria.Where(criterion => criterion.Examples.IsEmpty).Select(criterion => (requirement.Requirement, criterion)));

    /// <summary>True where no part of the law is open and every criterion has an example.</summary>
    public bool IsFull => !Open.Any() && !WithoutExample.Any();

    /// <summary>Follows the references of a guide and runs its examples.</summary>
    public static RuleTrace Of(RulesModel model)
    {
        RequirementTrace[] requirements = [.. RequirementsOf(model)];
        ILookup<Division, Symbol> citing = requirements.SelectMany(trace => Cited(trace.References).Select(division => (division, Symbol: (Symbol)trace.Requirement)))
            .Concat(model.Definitions.SelectMany(definition => Cited(definition.References).Select(division => (division, Symbol: (Symbol)definition))))
            .Concat(model.Parameters.SelectMany(parameter => Cited(parameter.Periods.SelectMany(period => period.References)).Select(division => (division, Symbol: (Symbol)parameter))))
            .ToLookup(pair => pair.division, pair => pair.Symbol);
        return new RuleTrace(model, [.. model.Sources.SelectMany(source => DivisionsOf(source, citing))], [.. requirements]);
    }

    private static IEnumerable<DivisionTrace> DivisionsOf(Source source, ILookup<Division, Symbol> citing)
    {
        // A section is covered where one inside it is.
        var covered = new HashSet<string>(source.Divisions.Where(division => citing.Contains(division) || division.NotModelled is not null).SelectMany(division => Outer(division.Locator)), StringComparer.Ordinal);
        return source.Divisions.Select(division => new DivisionTrace(division, [.. citing[division].Distinct()], IsOpen: !covered.Contains(division.Locator)));
    }

    private static IEnumerable<string> Outer(string locator)
    {
        for (int end = locator.Length; end > 0; end = locator.AsSpan(0, end).LastIndexOfAny('.', '('))
        {
            yield return locator[..end];
        }
    }

    private static IEnumerable<RequirementTrace> RequirementsOf(RulesModel model)
    {
        ILookup<Requirement, (ExampleResult Result, Expectation Expectation)> expected = ExampleRunner.Run(model)
            .SelectMany(result => result.Case.Expectations.Where(expectation => expectation.Requirement is not null).Select(expectation => (Result: result, Expectation: expectation)))
            .ToLookup(pair => pair.Expectation.Requirement!);
        foreach (Requirement requirement in model.Requirements)
        {
            (ExampleResult Result, Expectation Expectation)[] examples = [.. expected[requirement]];
            yield return new RequirementTrace(
                requirement,
                [.. AllReferences(requirement)],
                [.. requirement.Criteria.Select(criterion => new CriterionTrace(criterion, [.. examples.Where(example => Decides(example.Result, example.Expectation, criterion)).Select(ToTrace).Distinct()]))],
                [.. examples.Select(ToTrace).Distinct()]);
        }
    }

    /// <summary>Whether the criterion was met or not met where the example expects something of its requirement.</summary>
    private static bool Decides(ExampleResult result, Expectation expectation, Criterion criterion)
    {
        RequirementAssessment assessment = result.Assessment.Requirements.First(candidate => ReferenceEquals(candidate.Requirement, expectation.Requirement));
        IEnumerable<CriterionAssessment> criteria = expectation.Element is { } index
            ? assessment.Elements.Where(element => element.Index == index.Index).SelectMany(element => element.Criteria)
            : assessment.Elements.IsEmpty ? assessment.Criteria : assessment.Elements.SelectMany(element => element.Criteria);
        return criteria.Any(candidate => ReferenceEquals(candidate.Criterion, criterion) && candidate.Outcome is Outcome.Satisfied or Outcome.NotSatisfied);
    }

    private static ExampleTrace ToTrace((ExampleResult Result, Expectation Expectation) example) => new(example.Result.Example, example.Result.Case, example.Result.Passed);

    private static IEnumerable<Division> Cited(IEnumerable<SectionReference> references) => references.SelectMany(reference => reference.Covered);

    private static IEnumerable<SectionReference> AllReferences(Requirement requirement) =>
        requirement.References.Concat(requirement.AppliesWhen?.References ?? []).Concat(requirement.Exceptions.SelectMany(AllReferences))
            .Concat(requirement.Criteria.SelectMany(criterion => criterion.References.Concat(criterion.Exceptions.SelectMany(AllReferences))));

    private static IEnumerable<SectionReference> AllReferences(ExceptionClause exception) => exception.References.Concat(exception.Exceptions.SelectMany(AllReferences));
}

/// <param name="CitedBy">Requirements, definitions and parameters, in the order of the model, each once.</param>
/// <param name="IsOpen">True where neither it nor a part inside it is cited, and it is not said that it is not modelled.</param>
public sealed record DivisionTrace(Division Division, ImmutableArray<Symbol> CitedBy, bool IsOpen);

/// <param name="References">All its references, those of its clauses included.</param>
/// <param name="Examples">The examples that expect something of it.</param>
public sealed record RequirementTrace(Requirement Requirement, ImmutableArray<SectionReference> References, ImmutableArray<CriterionTrace> Criteria, ImmutableArray<ExampleTrace> Examples);

/// <param name="Examples">The examples that expect something of its requirement and in which it is met or not met.</param>
public sealed record CriterionTrace(Criterion Criterion, ImmutableArray<ExampleTrace> Examples);

/// <param name="Case">The example's only case, or the row of its table.</param>
public sealed record ExampleTrace(Example Example, ExampleCase Case, bool Passed);
