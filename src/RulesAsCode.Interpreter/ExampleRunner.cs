using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter.Evaluation;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter;

/// <summary>Runs the examples of a guide: executable tests, and the worked examples that readers see.</summary>
public static class ExampleRunner
{
    /// <summary>Runs every case of every example, in the order of the model.</summary>
    public static ImmutableArray<ExampleResult> Run(RulesModel model)
    {
        var interpreter = new RulesetInterpreter(model);
        return [.. model.Examples.SelectMany(example => example.Cases.Select(@case => Run(interpreter, example, @case)))];
    }

    private static ExampleResult Run(RulesetInterpreter interpreter, Example example, ExampleCase @case)
    {
        Assessment assessment = interpreter.Assess(@case.Facts, example.AsAt);
        var check = new ExampleCheck(interpreter, assessment);
        ImmutableArray<string> failures = [.. @case.Expectations.SelectMany(check.Failures)];
        return new ExampleResult(example, @case, failures.IsEmpty, failures, assessment);
    }
}

/// <summary>What one case of an example came to.</summary>
/// <param name="Example">The example.</param>
/// <param name="Case">The case: the only one, or a row of its table.</param>
/// <param name="Passed">Whether every expectation was met.</param>
/// <param name="Failures">A sentence for each expectation that was not, beginning with its place.</param>
/// <param name="Assessment">What the guide says of the case's facts.</param>
public sealed record ExampleResult(Example Example, ExampleCase Case, bool Passed, ImmutableArray<string> Failures, Assessment Assessment);

/// <summary>Compares one assessment with what an example expects.</summary>
internal sealed class ExampleCheck(RulesetInterpreter interpreter, Assessment assessment)
{
    public IEnumerable<string> Failures(Expectation expectation)
    {
        Found? found = Find(expectation);
        if (found is null)
        {
            yield return Say(expectation, $"there is no {ValueText.Element(expectation.Element!.Record.Name, expectation.Element.Index)} among the facts");
            yield break;
        }

        foreach (string failure in OutcomeFailures(expectation, found).Concat(SaysFailures(expectation, found)).Concat(AsksForFailures(expectation, found)))
        {
            yield return Say(expectation, failure);
        }
    }

    private static string Say(Expectation expectation, string failure) => $"{expectation.Location}: {failure}.";

    private IEnumerable<string> OutcomeFailures(Expectation expectation, Found found)
    {
        if (expectation.Value is { } value)
        {
            RuleType type = expectation.Definition?.Type ?? RuleType.Error;
            string expected = Wording.Of(value, type, Symbol);
            if (found.Value is null)
            {
                yield return $"{found.Name} should {(expectation.Negated ? "not " : "")}be {expected}, and is not known{Because(found)}";
            }
            else if (found.Value.Equals(value) == expectation.Negated)
            {
                yield return expectation.Negated
                    ? $"{found.Name} should not be {expected}"
                    : $"{found.Name} should be {expected}, and is {Wording.Of(found.Value, type, Symbol)}";
            }
        }
        else if (expectation.Outcome is { } outcome && found.Outcome == ToOutcome(outcome) == expectation.Negated)
        {
            string actual = found.Outcome is { } reached ? reached.ToWords() : "known: " + Wording.Of(found.Value!, expectation.Definition!.Type, Symbol);
            yield return expectation.Negated
                ? $"{found.Name} should not be {ToOutcome(outcome).ToWords()}"
                : $"{found.Name} should be {ToOutcome(outcome).ToWords()}, and is {actual}{Because(found)}";
        }
    }

    private static IEnumerable<string> SaysFailures(Expectation expectation, Found found) => expectation.Says
        .Where(sentence => !found.Sentences.Contains(sentence.Trim()))
        .Select(sentence => $"{found.Name} should say \"{sentence.Trim()}\", and says "
            + (found.Sentences.IsEmpty ? "nothing" : string.Join(" ", found.Sentences.Select(said => "\"" + said + "\""))));

    private static IEnumerable<string> AsksForFailures(Expectation expectation, Found found)
    {
        if (expectation.AsksFor is not { } expected)
        {
            yield break;
        }

        FactPath[] absent = [.. expected.Where(path => !found.Missing.Any(path.Covers))];
        FactPath[] surplus = [.. found.Missing.Where(missing => !expected.Any(path => path.Covers(missing)))];
        if (absent.Length > 0)
        {
            yield return $"{found.Name} should ask for {Series(absent)}, and does not";
        }

        if (surplus.Length > 0)
        {
            yield return $"{found.Name} asks for {Series(surplus)}, which is not expected";
        }
    }

    private string Symbol => assessment.Model.Guide.CurrencySymbol;

    private static string Because(Found found) =>
        (found.Missing.IsEmpty ? "" : ": it asks for " + Series(found.Missing))
        + (found.Reasons.IsEmpty ? "" : (found.Missing.IsEmpty ? ": " : "; ") + string.Join("; ", found.Reasons.Select(reason => reason.Text)));

    private static string Series(IEnumerable<FactPath> paths) => ValueText.Series([.. paths.Select(path => path.Words)], "and");

    /// <summary>What the expectation is about; null when its element is not among the facts.</summary>
    private Found? Find(Expectation expectation)
    {
        string prefix = expectation.Element is { } element ? ValueText.Element(element.Record.Name, element.Index) + "'s " : "";
        if (expectation.Requirement is { } requirement)
        {
            RequirementAssessment whole = assessment.Requirements.First(result => ReferenceEquals(result.Requirement, requirement));
            if (expectation.Element is null)
            {
                return new Found(requirement.Name, whole.Outcome, null, whole.Missing, whole.Reasons, Sentences(whole.Messages, AllReasons(whole)));
            }

            return whole.Elements.FirstOrDefault(result => result.Index == expectation.Element.Index) is { } part
                ? new Found(prefix + requirement.Name, part.Outcome, null, part.Missing, part.Reasons, Sentences(part.Messages, part.Reasons))
                : null;
        }

        if (expectation.Definition is { } definition)
        {
            if (definition.Element is not null && !HasElement(definition.Element.Record, expectation.Element?.Index ?? 0))
            {
                return null;
            }

            (RuleValue? value, ImmutableArray<FactPath> missing, ImmutableArray<Reason> reasons) =
                interpreter.EvaluateWithNeeds(definition, assessment.Facts, assessment.AsAt, expectation.Element?.Index);
            return new Found(prefix + definition.Name, value is null ? Outcome.Undecided : null, value, missing, reasons, Sentences([], reasons));
        }

        RequirementAssessment[] own = [.. assessment.Requirements.Where(result => result.Requirement.FallsOn is null)];
        return new Found(
            "everything", assessment.Outcome, null,
            [.. own.SelectMany(result => result.Missing).Distinct().Order(FactPathOrder.Instance)],
            [.. own.SelectMany(result => result.Reasons).Distinct()],
            Sentences([.. own.SelectMany(result => result.Messages)], own.SelectMany(AllReasons)));
    }

    // A requirement that is not satisfied for one element may still be waiting for another; both sentences are its own.
    private static IEnumerable<Reason> AllReasons(RequirementAssessment result) => result.Reasons.Concat(result.Elements.SelectMany(element => element.Reasons));

    private static ImmutableArray<string> Sentences(ImmutableArray<string> messages, IEnumerable<Reason> reasons) =>
        [.. messages.Concat(reasons.Select(reason => reason.Text)).Distinct()];

    private bool HasElement(Record record, int index) => assessment.Facts.Given.Any(field =>
        field.Type is ListType list && ReferenceEquals(list.Record, record) && assessment.Facts[field] is ListValue answer && index >= 0 && index < answer.Elements.Length);

    private static Outcome ToOutcome(ExpectedOutcome outcome) => outcome switch
    {
        ExpectedOutcome.Satisfied => Outcome.Satisfied,
        ExpectedOutcome.NotSatisfied => Outcome.NotSatisfied,
        ExpectedOutcome.NotApplicable => Outcome.NotApplicable,
        _ => Outcome.Undecided,
    };

    /// <param name="Name">What the expectation is about, in words.</param>
    /// <param name="Outcome">Its outcome; null for a definition whose value is known.</param>
    /// <param name="Value">The value of a definition, when known.</param>
    /// <param name="Missing">The facts it asks for.</param>
    /// <param name="Reasons">What stands in the way.</param>
    /// <param name="Sentences">What it says.</param>
    private sealed record Found(
        string Name, Outcome? Outcome, RuleValue? Value, ImmutableArray<FactPath> Missing, ImmutableArray<Reason> Reasons, ImmutableArray<string> Sentences);
}
