using RulesAsCode.Primitives;
using RulesAsCode.SmartEnergyCode;

namespace RulesAsCode.Benchmarks.Peers;

/// <summary>
/// The requirements of the checklist as somebody writes them by hand who knows the facts, the law and C#: the same outcomes, two bits each, facts that are
/// not given included (a <c>bool?</c> is yes, no or not known). No references, no reasons.
/// </summary>
internal static class ByHand
{
    private static readonly WorkingDayCalendar Calendar = Holidays.EnglandAndWales;

    /// <summary>With one walk of the testing programmes for the five requirements that concern each of them, and one for the roles.</summary>
    internal static OutcomeGroup Validate(Applicant facts, DateOnly asAt)
    {
        OutcomeGroup outcomes = ButForProgrammes(facts, asAt.DayNumber, EveryRoleHasAProgramme);
        Programmes(facts.TestingProgrammes, asAt.DayNumber, ref outcomes);
        return outcomes;
    }

    /// <summary>As rules say it, and as they are kept apart when each has its own reference and may change on its own: every requirement walks the programmes for itself, and so does every role.</summary>
    internal static OutcomeGroup ValidateOneByOne(Applicant facts, DateOnly asAt)
    {
        int today = asAt.DayNumber;
        OutcomeGroup outcomes = ButForProgrammes(facts, today, EachRoleHasAProgramme);
        outcomes.Set(4, ForEach(facts.TestingProgrammes, today, static (programme, _) => NoticeIsLongEnough(programme)));
        outcomes.Set(5, ForEach(facts.TestingProgrammes, today, static (programme, today) =>
            programme.ServiceRequestsPassed & programme.SelfServiceInterfacePassed & By(programme.CompletionConfirmedOn, today)));
        outcomes.Set(8, ForEach(facts.TestingProgrammes, today, static (programme, today) => InTime(programme.ReceiptConfirmedOn, programme.NotificationReceivedOn, 2, today)));
        outcomes.Set(9, ForEach(facts.TestingProgrammes, today, static (programme, today) => InTime(programme.ReportReviewedOn, programme.NotificationReceivedOn, 5, today)));
        outcomes.Set(10, ForEach(facts.TestingProgrammes, today, static (programme, today) => InTime(programme.CompletionConfirmedOn, programme.ExitReviewHeldOn, 2, today)));
        return outcomes;
    }

    private static OutcomeGroup ButForProgrammes(Applicant facts, int today, Func<ChoiceSet<UserRole>, FactList<TestingProgramme>?, bool?> hasProgrammes)
    {
        bool? wantsSrept = facts.RepositoryAccessWanted | facts.AuthorisedSubscriberWanted;
        bool? hasRole = facts.UserRoles is { } roles ? !roles.IsEmpty : null;

        OutcomeGroup outcomes = default;
        outcomes.Set(0, Judge(UserId(facts)));
        outcomes.Set(1, CreditCover(facts));
        outcomes.Set(2, Judge(wantsSrept, facts.SreptPassed & By(facts.SreptCompletionConfirmedOn, today)));
        outcomes.Set(3, Judge(hasRole, hasRole is true ? hasProgrammes(facts.UserRoles!.Value, facts.TestingProgrammes) : null));
        outcomes.Set(6, Judge(hasRole, Is(facts.SecurityAssessmentKind, SecurityAssessmentKind.FullUserSecurityAssessment) & facts.SecurityAssessorAppointedByThePanel
            & facts.SecurityAssessmentFinished & IsOneOf(facts.SecurityStatus, SecurityStatus.Approved, SecurityStatus.ApprovedSubjectToSteps)));
        outcomes.Set(7, Judge(facts.UserRoles?.Contains(UserRole.OtherUser), Is(facts.PrivacyAssessmentKind, PrivacyAssessmentKind.FullPrivacyAssessment)
            & facts.PrivacyAuditorAppointedByThePanel & IsOneOf(facts.PrivacyStatus, PrivacyStatus.Approved, PrivacyStatus.ApprovedSubjectToSteps)));
        outcomes.Set(11, Judge(wantsSrept, InTime(facts.SreptReceiptConfirmedOn, facts.SreptNotificationReceivedOn, 2, today)));
        outcomes.Set(12, Judge(wantsSrept, InTime(facts.SreptReportReviewedOn, facts.SreptNotificationReceivedOn, 5, today)));
        outcomes.Set(13, Judge(wantsSrept, InTime(facts.SreptCompletionConfirmedOn, facts.SreptExitReviewHeldOn, 2, today)));
        return outcomes;
    }

    private static bool? UserId(Applicant facts)
    {
        bool? isGiven = facts.UserId?.HasValue;
        if (isGiven is false || facts.UserIdIssuedByThePanel is false)
        {
            return false;
        }

        bool? isInRange = (facts.AllocatedRangeFirst?.IsNone | facts.AllocatedRangeLast?.IsNone)
            | (AtLeast(facts.UserId, facts.AllocatedRangeFirst) & AtLeast(facts.AllocatedRangeLast, facts.UserId));
        return isGiven & facts.UserIdIssuedByThePanel & isInRange;

        static bool? AtLeast(Answer<Eui64>? left, Answer<Eui64>? right) =>
            left is { } a && right is { } b ? a.HasValue && b.HasValue && a.Value.CompareTo(b.Value) >= 0 : null;
    }

    private static Outcome CreditCover(Applicant facts)
    {
        if (facts.CreditCoverRequirement is not { } requirement || facts.CreditCoverThreshold is not { } threshold)
        {
            return Outcome.Undecided;
        }

        if (requirement <= threshold)
        {
            return Outcome.NotApplicable;
        }

        if (facts.FormsOfCreditSupport is not { } forms)
        {
            return Outcome.Undecided;
        }

        decimal total = 0;
        int accepted = 0;
        bool isOpen = false;
        for (int i = 0; i < forms.Count; i++)
        {
            switch (forms[i].Kind)
            {
                case null:
                    return Outcome.Undecided;
                case CreditSupportKind.BankGuarantee or CreditSupportKind.LetterOfCredit or CreditSupportKind.CashDeposit:
                    accepted++;
                    isOpen |= forms[i].Amount is null;
                    total += forms[i].Amount ?? 0;
                    break;
            }
        }

        return accepted == 0 ? Outcome.NotSatisfied : isOpen ? Outcome.Undecided : total >= requirement ? Outcome.Satisfied : Outcome.NotSatisfied;
    }

    private static bool? EveryRoleHasAProgramme(ChoiceSet<UserRole> roles, FactList<TestingProgramme>? programmes)
    {
        if (programmes is null)
        {
            return null;
        }

        uint planned = 0;
        bool isOpen = false;
        for (int i = 0; i < programmes.Count; i++)
        {
            if (programmes[i].UserRole is { } role)
            {
                planned |= 1u << (int)role;
            }
            else
            {
                isOpen = true;
            }
        }

        for (UserRole role = UserRole.ImportSupplier; role <= UserRole.OtherUser; role++)
        {
            if (roles.Contains(role) && (planned & 1u << (int)role) == 0)
            {
                return isOpen ? null : false;
            }
        }

        return true;
    }

    private static bool? EachRoleHasAProgramme(ChoiceSet<UserRole> roles, FactList<TestingProgramme>? programmes)
    {
        bool? all = true;
        for (UserRole role = UserRole.ImportSupplier; role <= UserRole.OtherUser && all is not false; role++)
        {
            all &= !roles.Contains(role) | HasProgramme(programmes, role);
        }

        return all;
    }

    private static bool? HasProgramme(FactList<TestingProgramme>? programmes, UserRole role)
    {
        if (programmes is null)
        {
            return null;
        }

        bool isOpen = false;
        for (int i = 0; i < programmes.Count; i++)
        {
            if (programmes[i].UserRole == role)
            {
                return true;
            }

            isOpen |= programmes[i].UserRole is null;
        }

        return isOpen ? null : false;
    }

    private static Outcome ForEach(FactList<TestingProgramme>? programmes, int today, Func<TestingProgramme, int, bool?> isMet)
    {
        if (programmes is null)
        {
            return Outcome.Undecided;
        }

        Outcome worst = Outcome.NotApplicable;
        for (int i = 0; i < programmes.Count; i++)
        {
            worst = RulesAsCode.Judge.Worse(worst, Judge(isMet(programmes[i], today)));
        }

        return worst;
    }

    private static void Programmes(FactList<TestingProgramme>? programmes, int today, ref OutcomeGroup outcomes)
    {
        if (programmes is null)
        {
            return;
        }

        Outcome notice = Outcome.NotApplicable;
        Outcome completion = Outcome.NotApplicable;
        Outcome receipt = Outcome.NotApplicable;
        Outcome review = Outcome.NotApplicable;
        Outcome confirmation = Outcome.NotApplicable;
        for (int i = 0; i < programmes.Count; i++)
        {
            TestingProgramme programme = programmes[i];
            notice = RulesAsCode.Judge.Worse(notice, Judge(NoticeIsLongEnough(programme)));
            completion = RulesAsCode.Judge.Worse(completion, Judge(programme.ServiceRequestsPassed & programme.SelfServiceInterfacePassed & By(programme.CompletionConfirmedOn, today)));
            receipt = RulesAsCode.Judge.Worse(receipt, Judge(InTime(programme.ReceiptConfirmedOn, programme.NotificationReceivedOn, 2, today)));
            review = RulesAsCode.Judge.Worse(review, Judge(InTime(programme.ReportReviewedOn, programme.NotificationReceivedOn, 5, today)));
            confirmation = RulesAsCode.Judge.Worse(confirmation, Judge(InTime(programme.CompletionConfirmedOn, programme.ExitReviewHeldOn, 2, today)));
        }

        outcomes.Set(4, notice);
        outcomes.Set(5, completion);
        outcomes.Set(8, receipt);
        outcomes.Set(9, review);
        outcomes.Set(10, confirmation);
    }

    private static bool? NoticeIsLongEnough(TestingProgramme programme) =>
        programme.NoticeToDcc is not { } notice ? null
        : notice.IsNone ? false
        : programme.TestingStart is { } start && Calendar.TryAddWorkingDays(notice.Value.DayNumber, 60, out int first) ? start.DayNumber >= first
        : null;

    /// <summary>Done on or before a day; what has not been done is not.</summary>
    private static bool? By(Answer<DateOnly>? done, int day) => done is { } answer ? answer.HasValue && answer.Value.DayNumber <= day : null;

    /// <summary>Done so many working days after something else: not known while it is not due.</summary>
    private static bool? InTime(Answer<DateOnly>? done, Answer<DateOnly>? since, int workingDays, int today)
    {
        if (since is not { } begun || done is not { } answer)
        {
            return null;
        }

        if (begun.IsNone)
        {
            return answer.IsNone ? null : false;
        }

        if (!Calendar.TryAddWorkingDays(begun.Value.DayNumber, workingDays, out int last))
        {
            return null;
        }

        return answer.HasValue ? begun.Value <= answer.Value && answer.Value.DayNumber <= last : today > last ? false : null;
    }

    private static bool? Is<T>(Answer<T>? answer, T member)
        where T : struct, Enum => answer is { } given ? given.HasValue && EqualityComparer<T>.Default.Equals(given.Value, member) : null;

    private static bool? IsOneOf<T>(Answer<T>? answer, T first, T second)
        where T : struct, Enum => Is(answer, first) | Is(answer, second);

    private static Outcome Judge(bool? isMet) => isMet is { } known ? known ? Outcome.Satisfied : Outcome.NotSatisfied : Outcome.Undecided;

    private static Outcome Judge(bool? applies, bool? isMet) => applies is { } known ? known ? Judge(isMet) : Outcome.NotApplicable : Outcome.Undecided;
}
