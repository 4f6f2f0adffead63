using RulesAsCode;
using RulesAsCode.Consumers.Console;
using RulesAsCode.SmartEnergyCode;

// A program as a developer writes it who consumes the validators: facts in, verdicts out.
var applicant = new Applicant
{
    UserRoles = [UserRole.ImportSupplier],
    UserId = Eui64.Parse("90-B3-D5-1F-30-01-00-01"),
    UserIdIssuedByThePanel = true,
    AllocatedRangeFirst = Answer.None,
    AllocatedRangeLast = Answer.None,
    CreditCoverRequirement = 9_000m,
    CreditCoverThreshold = 10_000m,
    RepositoryAccessWanted = false,
    AuthorisedSubscriberWanted = false,
    TestingProgrammes =
    [
        new TestingProgramme
        {
            UserRole = UserRole.ImportSupplier,
            NoticeToDcc = new DateOnly(2026, 1, 5),
            TestingStart = new DateOnly(2026, 3, 30),
        },
    ],
    SecurityAssessmentKind = SecurityAssessmentKind.SecuritySelfAssessment,
};

Verdicts.Write(Console.Out, DccUserChecklistRuleset.Validate(applicant, new DateOnly(2026, 8, 31)));
