using System.Text.Json.Serialization;

namespace Bathing.Api;

/// <summary>What is asked: facts, and the date that counts.</summary>
public sealed record AssessmentRequest(ApplicantFacts Facts, DateOnly AsAt);

/// <summary>The answer: the whole, and each requirement.</summary>
public sealed record AssessmentResponse(string Outcome, RequirementResponse[] Requirements);

/// <param name="References">Where the law says so.</param>
/// <param name="Messages">What to tell the applicant.</param>
/// <param name="Missing">JSON pointers of the facts to ask for.</param>
public sealed record RequirementResponse(string Title, string Outcome, string[] References, string[] Messages, string[] Missing);

/// <summary>JSON without reflection.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AssessmentRequest))]
[JsonSerializable(typeof(AssessmentResponse))]
internal sealed partial class ApiJson : JsonSerializerContext;
