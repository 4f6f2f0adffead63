using Bathing.Api;
using Bathing.BathingLicence;
using RulesAsCode;

// A web API as a developer writes it who consumes the validators: facts come in as JSON, verdicts go out.
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
WebApplication app = builder.Build();

app.MapPost("/assess", (AssessmentRequest request) =>
{
    BathingLicenceResult result = BathingLicenceRuleset.Validate(request.Facts.ToApplicant(), request.AsAt);
    return new AssessmentResponse(
        result.Outcome.ToWords(),
        [.. BathingLicenceRuleset.Descriptor.Requirements.Select(requirement => Answer(result.Report(requirement)))]);
});

app.Run();

static RequirementResponse Answer(RequirementReport report) => new(
    report.Requirement.Title,
    report.Outcome.ToWords(),
    [.. report.Requirement.References.Select(reference => reference.Display)],
    [.. report.Messages],
    [.. report.Missing.Select(missing => missing.Pointer)]);
