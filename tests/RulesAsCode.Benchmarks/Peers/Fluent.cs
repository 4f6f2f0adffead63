using FluentValidation;
using RulesAsCode.Primitives;
using RulesAsCode.SmartEnergyCode;

namespace RulesAsCode.Benchmarks.Peers;

/// <summary>
/// The same requirements as rules of FluentValidation, of facts that are all given (it has no third value). The code of an error is the ordinal of its
/// requirement.
/// </summary>
internal sealed class Fluent : AbstractValidator<Applicant>
{
    private static readonly int Today = Applicants.AsAt.DayNumber;

    internal Fluent()
    {
        Require(0, facts => facts.UserId!.Value.HasValue && facts.UserIdIssuedByThePanel!.Value
            && facts.UserId.Value.Value.CompareTo(facts.AllocatedRangeFirst!.Value.Value) >= 0 && facts.UserId.Value.Value.CompareTo(facts.AllocatedRangeLast!.Value.Value) <= 0);
        When(facts => facts.CreditCoverRequirement > facts.CreditCoverThreshold, () => Require(1, facts =>
            facts.FormsOfCreditSupport!.Where(form => form.Kind != CreditSupportKind.AnotherKind).Sum(form => form.Amount) >= facts.CreditCoverRequirement));
        When(facts => facts.RepositoryAccessWanted!.Value || facts.AuthorisedSubscriberWanted!.Value, () =>
        {
            Require(2, facts => facts.SreptPassed!.Value && Done(facts.SreptCompletionConfirmedOn));
            Require(11, facts => InTime(facts.SreptReceiptConfirmedOn, facts.SreptNotificationReceivedOn, 2));
            Require(12, facts => InTime(facts.SreptReportReviewedOn, facts.SreptNotificationReceivedOn, 5));
            Require(13, facts => InTime(facts.SreptCompletionConfirmedOn, facts.SreptExitReviewHeldOn, 2));
        });
        Require(3, facts => facts.UserRoles!.Value.All(role => facts.TestingProgrammes!.Any(programme => programme.UserRole == role)));
        RequireOfEach(4, programme => Holidays.EnglandAndWales.TryAddWorkingDays(programme.NoticeToDcc!.Value.Value.DayNumber, 60, out int first) && programme.TestingStart!.Value.DayNumber >= first);
        RequireOfEach(5, programme => programme.ServiceRequestsPassed!.Value && programme.SelfServiceInterfacePassed!.Value && Done(programme.CompletionConfirmedOn));
        Require(6, facts => facts.SecurityAssessmentKind!.Value.Value == SecurityAssessmentKind.FullUserSecurityAssessment && facts.SecurityAssessorAppointedByThePanel!.Value
            && facts.SecurityAssessmentFinished!.Value && facts.SecurityStatus!.Value.Value is SecurityStatus.Approved or SecurityStatus.ApprovedSubjectToSteps);
        When(facts => facts.UserRoles!.Value.Contains(UserRole.OtherUser), () => Require(7, facts => facts.PrivacyAssessmentKind!.Value.Value == PrivacyAssessmentKind.FullPrivacyAssessment
            && facts.PrivacyAuditorAppointedByThePanel!.Value && facts.PrivacyStatus!.Value.Value is PrivacyStatus.Approved or PrivacyStatus.ApprovedSubjectToSteps));
        RequireOfEach(8, programme => InTime(programme.ReceiptConfirmedOn, programme.NotificationReceivedOn, 2));
        RequireOfEach(9, programme => InTime(programme.ReportReviewedOn, programme.NotificationReceivedOn, 5));
        RequireOfEach(10, programme => InTime(programme.CompletionConfirmedOn, programme.ExitReviewHeldOn, 2));
    }

    private void Require(int ordinal, Func<Applicant, bool> isMet) =>
        RuleFor(facts => facts).Must(isMet).WithErrorCode(ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture)).WithMessage("Not satisfied.");

    private void RequireOfEach(int ordinal, Func<TestingProgramme, bool> isMet) =>
        RuleForEach(facts => facts.TestingProgrammes).Must(isMet).WithErrorCode(ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture)).WithMessage("Not satisfied.");

    private static bool Done(Answer<DateOnly>? date) => date!.Value.HasValue && date.Value.Value.DayNumber <= Today;

    private static bool InTime(Answer<DateOnly>? done, Answer<DateOnly>? since, int workingDays) =>
        Holidays.EnglandAndWales.TryAddWorkingDays(since!.Value.Value.DayNumber, workingDays, out int last)
        && (done!.Value.HasValue ? since.Value.Value <= done.Value.Value && done.Value.Value.DayNumber <= last : Today <= last);
}
