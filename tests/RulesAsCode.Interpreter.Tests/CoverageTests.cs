using System.Collections.Immutable;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Interpreter.Coverage;
using RulesAsCode.Interpreter.Tracing;
using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Interpreter.Tests;

/// <summary>What examples show, and the way from the law to the examples and back.</summary>
public sealed class CoverageTests
{
    private const string Guide = """
        guide Ferry "The ferry"
          see LAW
        source LAW "The Ferry Act"
          section 1 "One"
          section 2 "Two"
        disclaimer Advice
          shown on every page
          text "None."
        record car
          weight is a whole number
        facts Passenger
          age is a whole number
          fare is money
          sailing is a date
          booked is a date or none
          ticket is yes/no
          child is yes/no
          cars are a list of car
        define heavy
          see LAW 1
          for each car
          when weight is more than 2,000
        requirement Fare
          see LAW 1
          applies when not child
          unless ticket
          requires that all of
            - age is at least 18
            - fare is at least £5.00

        """;

    public static TheoryData<string> Rulesets => [.. Corpus.All.Select(folder => folder.Name)];

    [Fact]
    public void Outcomes_are_counted_where_an_example_expects_them()
    {
        RequirementCoverage fare = Study(Rows("| 18 | £5.00 | no | no | satisfied |", "| 18 | £5.00 | no | no | satisfied |", "| 18 | £4.00 | no | no | not satisfied |")).Requirements[0];

        Assert.Equal([2, 1, 0, 0], fare.Outcomes.Select(outcome => outcome.Examples));
        Assert.All(fare.Outcomes, outcome => Assert.Null(outcome.WhyNever));
    }

    [Fact]
    public void An_example_that_fails_shows_nothing()
    {
        RequirementCoverage fare = Study(Rows("| 18 | £5.00 | no | no | not satisfied |")).Requirements[0];

        Assert.All(fare.Outcomes, outcome => Assert.Equal(0, outcome.Examples));
        Assert.All(fare.Conditions, condition => Assert.False(condition.Matters));
    }

    [Fact]
    public void What_applies_always_is_never_not_applicable()
    {
        RequirementCoverage open = Study("requirement Open\n  see LAW 2\n  applies always\n  requires ticket\n").Requirements[1];

        Assert.Equal("it applies always", open.Outcomes.Single(outcome => outcome.Outcome == Outcome.NotApplicable).WhyNever);
        Assert.Null(open.Outcomes.Single(outcome => outcome.Outcome == Outcome.Undecided).WhyNever);
    }

    [Theory]
    // One part fails: that part matters; the other would not change anything.
    [InlineData("| 17 | £5.00 | no | no | not satisfied |", "age is at least 18")]
    [InlineData("| 18 | £4.00 | no | no | not satisfied |", "fare is at least £5.00")]
    // Both fail: neither does alone, only the whole.
    [InlineData("| 17 | £4.00 | no | no | not satisfied |", "")]
    // All hold: each matters.
    [InlineData("| 18 | £5.00 | no | no | satisfied |", "age is at least 18,fare is at least £5.00")]
    [InlineData("| 17 | £5.00 | yes | no | not applicable |", "")]
    public void A_part_matters_where_it_alone_turns_the_outcome(string row, string expected)
    {
        RequirementCoverage fare = Study(Rows(row)).Requirements[0];

        Assert.Equal(expected, string.Join(",", fare.Conditions.Where(condition => condition is { Matters: true, IsWhole: false, Criterion: not null }).Select(condition => condition.Words)));
    }

    [Fact]
    public void Applicability_and_exceptions_matter_too()
    {
        RequirementCoverage fare = Study(Rows("| 18 | £5.00 | yes | no | not applicable |", "| 18 | £5.00 | no | yes | not applicable |")).Requirements[0];

        Assert.Equal(["applies when: child is no", "applies when: child", "unless: ticket"], fare.Conditions.Where(condition => condition.Matters).Select(condition => condition.Place + ": " + condition.Words));
        Assert.Equal(["(a)", "(a)", "(a)"], fare.Conditions.Where(condition => !condition.Matters).Select(condition => "(" + condition.Criterion!.Letter + ")"));
    }

    [Fact]
    public void Conditions_inside_a_definition_matter_where_it_is_used()
    {
        const string More = "requirement Light\n  see LAW 2\n  applies always\n  requires that for no car, heavy\nexample \"Heavy\"\n  as at 1 July 2026\n  given\n    car\n      weight is 2,001\n  expect\n    Light is not satisfied\n";
        ExampleCoverage coverage = Study(More);

        Assert.True(Assert.Single(Assert.Single(coverage.Definitions).Conditions).Matters);
        Assert.Equal([BoundaryCase.JustBelow, BoundaryCase.At], coverage.Boundaries.Single(boundary => boundary.Owner.Name == "heavy").Missing.Select(missing => missing.Case));
    }

    [Theory]
    [InlineData("age is at least 18", "age", "16 18 19", "just below")]
    [InlineData("age is at least 18", "age", "17 18 20", "just above")]
    [InlineData("fare is more than £5.00", "fare", "£4.99 £5.00 £5.01", "")]
    [InlineData("fare is more than £5.00", "fare", "£4.98 £5.00 £5.01", "just below")]
    [InlineData("sailing is before 1 July 2026", "sailing", "30~June~2026 1~July~2026 3~July~2026", "just above")]
    [InlineData("sailing is at least 14 days after 1 July 2026", "sailing", "14~July~2026 16~July~2026", "at")]
    [InlineData("age is between 18 and 20", "age", "17 18 19 20 21", "")]
    [InlineData("age is between 18 and 20", "age", "17 18 19 20", "just above")]
    public void The_boundary_has_three_cases(string condition, string fact, string values, string missing)
    {
        string rows = string.Concat(values.Split(' ').Select(value => $"    | {value.Replace('~', ' ')} | not undecided |\n"));
        string text = $"requirement Bound\n  see LAW 2\n  applies always\n  requires that {condition}\nexample \"Rows\"\n  as at 1 July 2026\n  cases\n    | {fact} | expect Bound |\n{rows}";
        ExampleCoverage coverage = Study(text);

        Assert.Equal(missing, string.Join(",", coverage.Boundaries.Where(boundary => boundary.Owner.Name == "Bound").SelectMany(boundary => boundary.Missing).Select(item => ExampleLints.Words(item.Case)).Distinct()));
    }

    [Theory]
    [MemberData(nameof(Rulesets))]
    public void Every_example_to_add_compiles_and_comes_out_as_it_says_and_closes_its_gap(string name)
    {
        RuleFolder folder = Corpus.All.Single(candidate => candidate.Name == name);
        Compilation compilation = Compilation.Create(folder.Files, folder.ReadTable);
        foreach (RulesModel model in compilation.Guides)
        {
            ExampleCoverage before = ExampleCoverage.Of(model);
            string[] examples = [.. before.Boundaries.SelectMany(boundary => boundary.Missing).Select(missing => missing.Example).OfType<string>().Distinct(StringComparer.Ordinal)];
            SourceText added = SourceText.From(folder.Path + "/zz-added.rules", $"part of {model.Guide.Name}\n\n" + string.Join("\n", examples));
            Compilation with = Compilation.Create(folder.Files.Add(added), folder.ReadTable);

            Assert.Equal("", string.Join("\n", with.Diagnostics.Where(diagnostic => diagnostic.IsError)));
            RulesModel more = with.Guides.Single(candidate => candidate.Guide.Name == model.Guide.Name);
            Assert.All(ExampleRunner.Run(more), result => Assert.Empty(result.Failures));
            Assert.DoesNotContain(ExampleCoverage.Of(more).Boundaries.SelectMany(boundary => boundary.Missing), missing => missing.Example is not null);
        }
    }

    [Fact]
    public void The_rules_of_this_repository_show_everything()
    {
        ExampleCoverage coverage = ExampleCoverage.Of(Assert.Single(Compilation.Create(Corpus.Rules.Files, Corpus.Rules.ReadTable).Guides));

        Assert.All(coverage.AllOutcomes, outcome => Assert.NotEqual(0, outcome.Examples));
        Assert.Empty(ExampleLints.Find(coverage).Select(diagnostic => diagnostic.ToString()));
        Assert.Equal((coverage.Total, 100), (coverage.Shown, coverage.Percent));
        Assert.Equal(["User ID"], coverage.Requirements.Where(requirement => requirement.Outcomes.Any(outcome => outcome.WhyNever is not null)).Select(requirement => requirement.Requirement.Name));
    }

    [Fact]
    public void The_rules_of_this_repository_have_a_full_trace()
    {
        RuleTrace trace = RuleTrace.Of(Assert.Single(Compilation.Create(Corpus.Rules.Files, Corpus.Rules.ReadTable).Guides));

        Assert.Empty(trace.Open.Select(division => division.Division.Name));
        Assert.Empty(trace.WithoutExample.Select(item => item.Requirement.Name + " " + item.Criterion.Criterion.Letter));
        Assert.True(trace.IsFull);
        Assert.All(trace.Requirements, requirement => Assert.NotEmpty(requirement.Examples));
    }

    [Fact]
    public void A_trace_goes_both_ways_and_shows_its_gaps()
    {
        RuleTrace trace = RuleTrace.Of(Model(Rows("| 18 | £5.00 | yes | no | not applicable |")));

        Assert.Equal(["heavy", "Fare"], trace.Divisions[0].CitedBy.Select(symbol => symbol.Name).OrderDescending(StringComparer.Ordinal));
        Assert.Equal("2", Assert.Single(trace.Open).Division.Locator);
        Assert.Equal("a", Assert.Single(trace.WithoutExample).Criterion.Criterion.Letter);
        Assert.Equal(["LAW 1"], trace.Requirements[0].References.Select(reference => reference.Display));
        Assert.Single(trace.Requirements[0].Examples);
        Assert.NotEmpty(RuleTrace.Of(Model(Rows("| 18 | £5.00 | no | no | satisfied |"))).Requirements[0].Criteria[0].Examples);
    }

    [Fact]
    public void What_is_not_shown_is_a_lint()
    {
        Diagnostic[] found = [.. ExampleLints.Find(Study(Rows("| 17 | £5.00 | no | no | not satisfied |")))];

        Assert.Equal("No example shows 'Fare' to be satisfied, not applicable and undecided.", Assert.Single(found, diagnostic => diagnostic.Code == "RAC9701").Message);
        Assert.Contains(found, diagnostic => diagnostic.Code == "RAC9702" && diagnostic.Message.Contains("'fare is at least £5.00'", StringComparison.Ordinal));
        Assert.Contains(found, diagnostic => diagnostic.Code == "RAC9703" && diagnostic.Fix!.Contains("Fare is", StringComparison.Ordinal));
    }

    private static string Rows(params string[] rows) =>
        "example \"Rows\"\n  as at 1 July 2026\n  cases\n    | age | fare | child | ticket | expect Fare |\n" + string.Concat(rows.Select(row => "    " + row + "\n"));

    private static ExampleCoverage Study(string more) => ExampleCoverage.Of(Model(more));

    private static RulesModel Model(string more)
    {
        Compilation compilation = Compilation.Create([SourceText.From("main.rules", Guide + more)], _ => null);
        Assert.Equal("", string.Join("\n", compilation.Diagnostics.Where(diagnostic => diagnostic.IsError)));
        return compilation.Guides.Single();
    }
}
