using RulesAsCode.Consumers.Console;
using RulesAsCode.Testing;
using static RulesAsCode.SmartEnergyCode.DccUserChecklistRuleset;

namespace RulesAsCode.SmartEnergyCode.Tests;

/// <summary>The compiled rules as a developer uses them.</summary>
public class DccUserChecklistTests
{
    private static readonly DateOnly AsAt = new(2026, 8, 31);

    private static readonly TestingProgramme Programme = new()
    {
        UserRole = UserRole.ImportSupplier,
        NoticeToDcc = new DateOnly(2026, 1, 5),
        TestingStart = new DateOnly(2026, 3, 30),
        ServiceRequestsPassed = true,
        SelfServiceInterfacePassed = true,
        CompletionConfirmedOn = new DateOnly(2026, 7, 8),
    };

    /// <summary>A supplier with one role and nothing outstanding.</summary>
    private static readonly Applicant Ready = new()
    {
        UserRoles = [UserRole.ImportSupplier],
        UserId = Eui64.Parse("90-B3-D5-1F-30-01-00-01"),
        UserIdIssuedByThePanel = true,
        AllocatedRangeFirst = Eui64.Parse("90-B3-D5-1F-30-01-00-00"),
        AllocatedRangeLast = Eui64.Parse("90-B3-D5-1F-30-01-00-FF"),
        CreditCoverRequirement = 10_000m,
        CreditCoverThreshold = 10_000m,
        RepositoryAccessWanted = false,
        AuthorisedSubscriberWanted = false,
        TestingProgrammes = [Programme],
        SecurityAssessmentKind = SecurityAssessmentKind.FullUserSecurityAssessment,
        SecurityAssessorAppointedByThePanel = true,
        SecurityAssessmentFinished = true,
        SecurityStatus = SecurityStatus.Approved,
    };

    [Fact]
    public void SupplierWithNothingOutstandingIsReady()
    {
        DccUserChecklistResult result = Validate(Ready, AsAt);

        Assert.Equal(Outcome.Satisfied, result.Outcome);
        Assert.Equal(Outcome.NotApplicable, result[Requirements.CreditCover]);
        Assert.Equal(Outcome.NotApplicable, result[Requirements.PrivacyAudit]);
    }

    [Theory]
    [InlineData("2026-03-31", Outcome.Satisfied)]
    [InlineData("2026-03-30", Outcome.Satisfied)]      // the 60th working day after 5 January 2026
    [InlineData("2026-03-29", Outcome.NotSatisfied)]
    public void SixtyWorkingDaysOfNoticeAreCountedToTheDay(string start, Outcome expected)
    {
        DccUserChecklistResult result = Validate(Ready with { TestingProgrammes = [Programme with { TestingStart = DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture) }] }, AsAt);

        Assert.Equal(expected, result[Requirements.UeptNotice]);
        Assert.Equal(expected, result.Outcome);
    }

    [Fact]
    public void APennyOverTheThresholdNeedsCover()
    {
        Applicant over = Ready with { CreditCoverRequirement = 10_000.01m, FormsOfCreditSupport = [new FormOfCreditSupport { Kind = CreditSupportKind.AnotherKind, Amount = 20_000m }] };

        RequirementReport report = Validate(over, AsAt).Report(Requirements.CreditCover);

        Assert.Equal(Outcome.NotSatisfied, report.Outcome);
        Assert.Contains("Put a Bank Guarantee, a Letter of Credit or a Cash Deposit in place.", report.Messages);
        Assert.Equal(Outcome.Satisfied, Validate(over with { FormsOfCreditSupport = [new FormOfCreditSupport { Kind = CreditSupportKind.CashDeposit, Amount = 10_000.01m }] }, AsAt)[Requirements.CreditCover]);
    }

    [Fact]
    public void NothingGivenIsUndecidedAndAsks()
    {
        DccUserChecklistResult result = Validate(new Applicant(), AsAt);

        Assert.Equal(Outcome.Undecided, result.Outcome);
        Assert.Equal(["/creditCoverRequirement", "/creditCoverThreshold"], result.Report(Requirements.CreditCover).Missing.Select(missing => missing.Pointer));
        Assert.Equal(Outcome.Undecided, default(DccUserChecklistResult).Outcome);
        Assert.All(Descriptor.Requirements, requirement => Assert.Equal(Outcome.Undecided, default(DccUserChecklistResult)[requirement]));
    }

    [Fact]
    public void TheDefaultResultSaysThatItReportsNothing()
    {
        DccUserChecklistResult none = default;

        Assert.Equal(
            "This is the result of no assessment, and has nothing to report. Call DccUserChecklistRuleset.Validate.",
            Assert.Throws<InvalidOperationException>(() => none.Report(Requirements.CreditCover)).Message);
        Assert.Throws<InvalidOperationException>(() => none.Explain(Requirements.CreditCover));
        Assert.Throws<InvalidOperationException>(() => none.ToReport());
        Assert.Equal(new Applicant(), none.Facts);
    }

    [Fact]
    public void ARequirementOfAnotherRulesetIsRefused()
    {
        DccUserChecklistResult result = Validate(Ready, AsAt);
        var foreign = new RequirementDescriptor(Requirements.CreditCover.Ordinal, "Loan Limit", "Borrow no more than you may");

        Assert.Contains("'Loan Limit' is not a requirement of this ruleset.", Assert.Throws<ArgumentException>(() => result[foreign]).Message);
        Assert.Throws<ArgumentException>(() => result.Report(foreign));
        Assert.Throws<ArgumentException>(() => result.Explain(foreign));
    }

    [Fact]
    public void EveryRequirementSaysWhereTheLawSaysSo()
    {
        Assert.True(Descriptor.Requirements.Length >= 8);
        Assert.All(Descriptor.Requirements, requirement => Assert.NotEmpty(requirement.References));
    }

    /// <summary>Whoever reads an explanation can check it against the Code, the calendar and the readings, without the rules at hand.</summary>
    [Fact]
    public void AnExplanationNamesTheSectionTheDayThatDecidesTheCalendarAndTheReadings()
    {
        Applicant early = Ready with { TestingProgrammes = [Programme with { TestingStart = new DateOnly(2026, 3, 28) }] };

        ExplanationStep explanation = Validate(early, AsAt).Explain(Requirements.UeptNotice);

        Assert.Equal(
            """
            Notice of User Entry Process Tests: not satisfied — SEC H1, SEC Appendix R, Checklist item 4 ("60 working days' notice"); reading Short Notice
              testing programme 1: not satisfied
                (a) satisfied: notice to DCC is 5 January 2026 — SEC H1, SEC Appendix R, Checklist item 4; reading Short Notice.
                  notice to DCC: 5 January 2026
                (b) not satisfied: testing start (28 March 2026) is 59 working days after notice to DCC (5 January 2026); at least 60 are needed: with this notice the earliest start is 30 March 2026 — SEC H1, SEC Appendix R, Checklist item 4; calendar England and Wales, edition 24 November 2025; readings Short Notice, Day of Notice, Clear Days, Notice on a Free Day.
                  testing start: 28 March 2026
                  notice to DCC: 5 January 2026

            """,
            explanation.ToString());

        // The same as data: a program can pick what it needs.
        ExplanationStep tooLate = explanation.Children[0].Children[1];
        Assert.Equal("(b)", tooLate.Label);
        Assert.Equal("not satisfied", tooLate.Value);
        Assert.Equal(["SEC H1", "SEC Appendix R", "Checklist item 4"], tooLate.References.Select(reference => reference.Display));
        Assert.Equal("calendar England and Wales, edition 24 November 2025", Assert.Single(tooLate.Basis));
        Assert.Contains("Day of Notice", tooLate.Readings);
        Assert.Equal("28 March 2026", tooLate.Children[0].Value);
    }

    [Fact]
    public void AnExplanationOfWhatIsUndecidedSaysWhatIsMissing()
    {
        ExplanationStep explanation = Validate(Ready with { CreditCoverThreshold = null }, AsAt).Explain(Requirements.CreditCover);

        Assert.Equal("undecided", explanation.Value);
        Assert.Equal("asks for: credit cover threshold", ExplanationText.Line(explanation.Children[^1]));
        Assert.Contains("credit cover requirement (£10,000.00)", explanation.ToString());
    }

    [Fact]
    public void AnExplanationIsMadeAnewAndEqualAsAStructure() => Assert.All(
        Descriptor.Requirements,
        requirement => Assert.Equal(Validate(Ready, AsAt).Explain(requirement), Validate(Ready, AsAt).Explain(requirement)));

    [Fact]
    public void ConsumerPrintsVerdictsWithReferencesAndReasons()
    {
        using var output = new StringWriter { NewLine = "\n" };

        Verdicts.Write(output, Validate(Ready with { UserId = Answer.None, TestingProgrammes = [Programme with { NoticeToDcc = null }] }, AsAt));

        Snapshot.Match(output.ToString());
    }
}
