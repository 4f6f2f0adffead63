using System.Text.Json.Serialization;
using Bathing.BathingLicence;
using RulesAsCode;

namespace Bathing.Api;

/// <summary>What is asked: facts, and the date that counts.</summary>
public sealed record AssessmentRequest(Applicant Facts, DateOnly AsAt);

/// <summary>JSON without reflection: the facts and the report bring their own converters.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AssessmentRequest))]
[JsonSerializable(typeof(RulesetReport))]
internal sealed partial class ApiJson : JsonSerializerContext;
