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
    public void EveryRequirementSaysWhereTheLawSaysSo()
    {
        Assert.True(Descriptor.Requirements.Length >= 8);
        Assert.All(Descriptor.Requirements, requirement => Assert.NotEmpty(requirement.References));
    }

    [Fact]
    public void ConsumerPrintsVerdictsWithReferencesAndReasons()
    {
        using var output = new StringWriter { NewLine = "\n" };

        Verdicts.Write(output, Validate(Ready with { UserId = Answer.None, TestingProgrammes = [Programme with { NoticeToDcc = null }] }, AsAt));

        Snapshot.Match(output.ToString());
    }
}
