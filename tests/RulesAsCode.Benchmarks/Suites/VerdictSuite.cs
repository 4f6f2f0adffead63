using BenchmarkDotNet.Attributes;
using RulesAsCode.Benchmarks.Peers;
using RulesAsCode.SmartEnergyCode;

namespace RulesAsCode.Benchmarks.Suites;

/// <summary>A verdict on one applicant: the fourteen requirements of the checklist, eight of them the applicant's own. Aim: at most 1.1 times by hand, nothing allocated.</summary>
public class VerdictSuite
{
    private readonly Fluent _fluent = new();
    private Applicant[] _applicants = [];

    [Params("pass", "fail", "mixed")]
    public string Population { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _applicants = Applicants.Of(Population);
        AssertAgreement(_applicants, areComplete: true);
        AssertAgreement(Applicants.Of("incomplete"), areComplete: false);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Applicants.Count, Description = "by hand")]
    public long Hand()
    {
        long sum = 0;
        foreach (Applicant applicant in _applicants)
        {
            sum += (long)ByHand.Validate(applicant, Applicants.AsAt).Worst(0xFF);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Applicants.Count, Description = "by hand, a requirement at a time")]
    public long HandOneByOne()
    {
        long sum = 0;
        foreach (Applicant applicant in _applicants)
        {
            sum += (long)ByHand.ValidateOneByOne(applicant, Applicants.AsAt).Worst(0xFF);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Applicants.Count, Description = "generated (aim 1.1 ×)")]
    public long Generated()
    {
        long sum = 0;
        foreach (Applicant applicant in _applicants)
        {
            sum += (long)DccUserChecklistRuleset.Validate(applicant, Applicants.AsAt).Outcome;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Applicants.Count, Description = "FluentValidation 12.2")]
    public long FluentValidation()
    {
        long sum = 0;
        foreach (Applicant applicant in _applicants)
        {
            sum += _fluent.Validate(applicant).IsValid ? 1 : 0;
        }

        return sum;
    }

    private void AssertAgreement(Applicant[] applicants, bool areComplete)
    {
        for (int i = 0; i < applicants.Length; i++)
        {
            DccUserChecklistResult generated = DccUserChecklistRuleset.Validate(applicants[i], Applicants.AsAt);
            OutcomeGroup byHand = ByHand.Validate(applicants[i], Applicants.AsAt);
            OutcomeGroup oneByOne = ByHand.ValidateOneByOne(applicants[i], Applicants.AsAt);
            HashSet<string>? fluent = areComplete ? [.. _fluent.Validate(applicants[i]).Errors.Select(error => error.ErrorCode)] : null;
            foreach (RequirementDescriptor requirement in DccUserChecklistRuleset.Descriptor.Requirements)
            {
                Outcome outcome = generated[requirement];
                Disagreement.Unless(oneByOne[requirement.Ordinal] == outcome, $"Applicant {i}, {requirement.Name}: {outcome} generated, {oneByOne[requirement.Ordinal]} by hand, a requirement at a time.");
                Disagreement.Unless(byHand[requirement.Ordinal] == outcome, $"Applicant {i}, {requirement.Name}: {outcome} generated, {byHand[requirement.Ordinal]} by hand.");
                Disagreement.Unless(
                    fluent is null || fluent.Contains(requirement.Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture)) == (outcome == Outcome.NotSatisfied),
                    $"Applicant {i}, {requirement.Name}: {outcome} generated, and FluentValidation says otherwise.");
            }
        }
    }
}
