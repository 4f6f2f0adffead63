using Bathing.Api;
using Bathing.BathingLicence;

// A web API as a developer writes it who consumes the validators: facts come in as JSON, verdicts go out.
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
WebApplication app = builder.Build();

app.MapPost("/assess", (AssessmentRequest request) => BathingLicenceRuleset.Validate(request.Facts, request.AsAt).ToReport());

app.Run();
