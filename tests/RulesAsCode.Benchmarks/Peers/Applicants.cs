using RulesAsCode.SmartEnergyCode;

namespace RulesAsCode.Benchmarks.Peers;

/// <summary>Applicants to be judged.</summary>
internal static class Applicants
{
    internal const int Count = 1_024;

    internal static readonly DateOnly AsAt = new(2026, 8, 31);

    private static readonly TestingProgramme Programme = new()
    {
        UserRole = UserRole.ImportSupplier,
        NoticeToDcc = new DateOnly(2026, 1, 5),
        TestingStart = new DateOnly(2026, 3, 30),
        ServiceRequestsPassed = true,
        SelfServiceInterfacePassed = true,
        NotificationReceivedOn = new DateOnly(2026, 6, 29),
        ReceiptConfirmedOn = new DateOnly(2026, 7, 1),
        ReportReviewedOn = new DateOnly(2026, 7, 3),
        ExitReviewHeldOn = new DateOnly(2026, 7, 6),
        CompletionConfirmedOn = new DateOnly(2026, 7, 8),
    };

    /// <summary>Every requirement applies and is met.</summary>
    private static readonly Applicant Ready = new()
    {
        UserRoles = [UserRole.ImportSupplier, UserRole.OtherUser],
        UserId = Eui64.Parse("90-B3-D5-1F-30-01-00-01"),
        UserIdIssuedByThePanel = true,
        AllocatedRangeFirst = Eui64.Parse("90-B3-D5-1F-30-01-00-00"),
        AllocatedRangeLast = Eui64.Parse("90-B3-D5-1F-30-01-00-FF"),
        CreditCoverRequirement = 20_000m,
        CreditCoverThreshold = 10_000m,
        FormsOfCreditSupport = [new FormOfCreditSupport { Kind = CreditSupportKind.CashDeposit, Amount = 20_000m }],
        RepositoryAccessWanted = true,
        AuthorisedSubscriberWanted = false,
        SreptPassed = true,
        SreptNotificationReceivedOn = new DateOnly(2026, 6, 29),
        SreptReceiptConfirmedOn = new DateOnly(2026, 7, 1),
        SreptReportReviewedOn = new DateOnly(2026, 7, 3),
        SreptExitReviewHeldOn = new DateOnly(2026, 7, 6),
        SreptCompletionConfirmedOn = new DateOnly(2026, 7, 8),
        TestingProgrammes = [Programme, Programme with { UserRole = UserRole.OtherUser }],
        SecurityAssessmentKind = SecurityAssessmentKind.FullUserSecurityAssessment,
        SecurityAssessorAppointedByThePanel = true,
        SecurityAssessmentFinished = true,
        SecurityStatus = SecurityStatus.Approved,
        PrivacyAssessmentKind = PrivacyAssessmentKind.FullPrivacyAssessment,
        PrivacyAuditorAppointedByThePanel = true,
        PrivacyStatus = PrivacyStatus.Approved,
    };

    /// <summary>Applicants who are ready; who fail everything; of whom each fails each requirement about one time in eight; or of whom any fact may be missing.</summary>
    internal static Applicant[] Of(string population)
    {
        var random = new Random(20_260_831);
        return [.. Enumerable.Range(0, Count).Select(_ => population switch
        {
            "pass" => Altered(() => false),
            "fail" => Altered(() => true),
            "mixed" => Altered(() => random.Next(8) == 0),
            "incomplete" => WithGaps(Altered(() => random.Next(8) == 0), () => random.Next(6) == 0, random),
            _ => throw new ArgumentOutOfRangeException(nameof(population), population, null),
        })];
    }

    private static Applicant Altered(Func<bool> fails)
    {
        bool shortNotice = fails();
        bool testsFailed = fails();
        bool late = fails();
        TestingProgramme programme = Programme with
        {
            TestingStart = shortNotice ? new DateOnly(2026, 3, 29) : Programme.TestingStart,
            ServiceRequestsPassed = !testsFailed,
            ReceiptConfirmedOn = late ? Answer.None : Programme.ReceiptConfirmedOn,
            ReportReviewedOn = late ? new DateOnly(2026, 7, 7) : Programme.ReportReviewedOn,
            CompletionConfirmedOn = late ? new DateOnly(2026, 7, 9) : Programme.CompletionConfirmedOn,
        };
        return Ready with
        {
            UserId = fails() ? Eui64.Parse("90-B3-D5-1F-30-01-01-00") : Ready.UserId,
            FormsOfCreditSupport = fails() ? [new FormOfCreditSupport { Kind = CreditSupportKind.BankGuarantee, Amount = 19_999.99m }] : Ready.FormsOfCreditSupport,
            SreptPassed = !fails(),
            SreptReceiptConfirmedOn = late ? new DateOnly(2026, 7, 2) : Ready.SreptReceiptConfirmedOn,
            SreptReportReviewedOn = late ? Answer.None : Ready.SreptReportReviewedOn,
            SreptCompletionConfirmedOn = late ? new DateOnly(2026, 7, 9) : Ready.SreptCompletionConfirmedOn,
            TestingProgrammes = fails() ? [programme] : [programme, programme with { UserRole = UserRole.OtherUser }],
            SecurityStatus = fails() ? SecurityStatus.Deferred : Ready.SecurityStatus,
            PrivacyStatus = fails() ? PrivacyStatus.ProvisionallyApproved : Ready.PrivacyStatus,
        };
    }

    /// <summary>The same with facts taken away, and with answers "none".</summary>
    private static Applicant WithGaps(Applicant applicant, Func<bool> gap, Random random)
    {
        Answer<DateOnly>? Date(Answer<DateOnly>? date) => gap() ? null : gap() ? Answer.None : date;
        Answer<Eui64>? Identifier(Answer<Eui64>? identifier) => gap() ? null : gap() ? Answer.None : identifier;
        bool? YesNo(bool? answer) => gap() ? null : answer;
        return new Applicant
        {
            UserRoles = gap() ? null : gap() ? [] : random.Next(2) == 0 ? [UserRole.GasSupplier, UserRole.ImportSupplier] : applicant.UserRoles,
            UserId = Identifier(applicant.UserId),
            UserIdIssuedByThePanel = YesNo(applicant.UserIdIssuedByThePanel),
            AllocatedRangeFirst = Identifier(applicant.AllocatedRangeFirst),
            AllocatedRangeLast = Identifier(applicant.AllocatedRangeLast),
            CreditCoverRequirement = gap() ? null : gap() ? 10_000m : applicant.CreditCoverRequirement,
            CreditCoverThreshold = gap() ? null : applicant.CreditCoverThreshold,
            FormsOfCreditSupport = gap() ? null : gap() ? [] : gap() ? [.. applicant.FormsOfCreditSupport!, new FormOfCreditSupport { Kind = gap() ? null : CreditSupportKind.AnotherKind }]
                : gap() ? [new FormOfCreditSupport { Kind = CreditSupportKind.CashDeposit }] : applicant.FormsOfCreditSupport,
            RepositoryAccessWanted = gap() ? false : YesNo(applicant.RepositoryAccessWanted),
            AuthorisedSubscriberWanted = YesNo(applicant.AuthorisedSubscriberWanted),
            SreptPassed = YesNo(applicant.SreptPassed),
            SreptNotificationReceivedOn = Date(applicant.SreptNotificationReceivedOn),
            SreptReceiptConfirmedOn = Date(applicant.SreptReceiptConfirmedOn),
            SreptReportReviewedOn = Date(applicant.SreptReportReviewedOn),
            SreptExitReviewHeldOn = gap() ? new DateOnly(2026, 8, 28) : Date(applicant.SreptExitReviewHeldOn),
            SreptCompletionConfirmedOn = Date(applicant.SreptCompletionConfirmedOn),
            TestingProgrammes = gap() ? null : gap() ? [] : [.. applicant.TestingProgrammes!.Select(programme => programme with
            {
                UserRole = gap() ? null : programme.UserRole,
                NoticeToDcc = gap() ? new DateOnly(2028, 12, 1) : Date(programme.NoticeToDcc),
                TestingStart = gap() ? null : programme.TestingStart,
                ServiceRequestsPassed = YesNo(programme.ServiceRequestsPassed),
                SelfServiceInterfacePassed = YesNo(programme.SelfServiceInterfacePassed),
                NotificationReceivedOn = Date(programme.NotificationReceivedOn),
                ReceiptConfirmedOn = Date(programme.ReceiptConfirmedOn),
                ReportReviewedOn = Date(programme.ReportReviewedOn),
                ExitReviewHeldOn = Date(programme.ExitReviewHeldOn),
                CompletionConfirmedOn = Date(programme.CompletionConfirmedOn),
            })],
            SecurityAssessmentKind = gap() ? null : gap() ? Answer.None : applicant.SecurityAssessmentKind,
            SecurityAssessorAppointedByThePanel = YesNo(applicant.SecurityAssessorAppointedByThePanel),
            SecurityAssessmentFinished = YesNo(applicant.SecurityAssessmentFinished),
            SecurityStatus = gap() ? null : gap() ? Answer.None : applicant.SecurityStatus,
            PrivacyAssessmentKind = gap() ? null : gap() ? Answer.None : applicant.PrivacyAssessmentKind,
            PrivacyAuditorAppointedByThePanel = YesNo(applicant.PrivacyAuditorAppointedByThePanel),
            PrivacyStatus = gap() ? null : gap() ? Answer.None : applicant.PrivacyStatus,
        };
    }
}
