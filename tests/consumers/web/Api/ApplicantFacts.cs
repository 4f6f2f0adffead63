using Bathing.BathingLicence;
using RulesAsCode;

namespace Bathing.Api;

/// <summary>The facts as they are sent; what is left out is not given.</summary>
public sealed record ApplicantFacts(long? Age, DateOnly? FirstAidCourse, bool? NoFirstAidCourse, LifeguardFacts[]? Lifeguards, bool? AtSea)
{
    /// <summary>The facts as the rules take them.</summary>
    public Applicant ToApplicant() => new()
    {
        Age = Age,
        FirstAidCourse = FirstAidCourse is { } date ? date : NoFirstAidCourse is true ? Answer<DateOnly>.None : null,
        KindsOfWater = AtSea is { } isAtSea ? [isAtSea ? Water.OpenSea : Water.Lake] : null,
        Lifeguards = Lifeguards is { } lifeguards ? [.. lifeguards.Select(lifeguard => new Lifeguard { TrainedOn = lifeguard.TrainedOn })] : null,
    };
}

/// <summary>A lifeguard as he or she is sent.</summary>
public sealed record LifeguardFacts(DateOnly? TrainedOn);
