using System.Text.Json;
using System.Text.Json.Serialization;
using static RulesAsCode.SmartEnergyCode.DccUserChecklistRuleset;

namespace RulesAsCode.SmartEnergyCode.Tests;

/// <summary>Facts come in and reports go out through a source-generated context, as in a program without reflection.</summary>
public class JsonTests
{
    private const string Facts = """
        {
          "userRoles": ["importSupplier"],
          "userId": "90-B3-D5-1F-30-01-00-01",
          "creditCoverRequirement": 2000.01,
          "testingProgrammes": [{ "userRole": "importSupplier", "noticeToDcc": "2026-01-05", "testingStart": "2026-03-30" }]
        }
        """;

    [Fact]
    public void FactsAreReadAndWritten()
    {
        Applicant facts = JsonSerializer.Deserialize(Facts, ProgramJson.Default.Applicant)!;

        Assert.Equal([UserRole.ImportSupplier], facts.UserRoles!.Value);
        Assert.Equal(2000.01m, facts.CreditCoverRequirement);
        Assert.Equal(new DateOnly(2026, 3, 30), facts.TestingProgrammes![0].TestingStart);
        Assert.Null(facts.SecurityStatus);
        Assert.Equal(facts, JsonSerializer.Deserialize(JsonSerializer.Serialize(facts, ProgramJson.Default.Applicant), ProgramJson.Default.Applicant));
    }

    [Fact]
    public void AnUnknownNameIsRefused()
    {
        FactsJsonException exception = Assert.Throws<FactsJsonException>(() => JsonSerializer.Deserialize("""{"testingProgrammes":[{"noticeToDCC":"2026-01-05"}]}""", ProgramJson.Default.Applicant));

        Assert.Equal("There is no fact of testing programme called 'noticeToDCC'; did you mean 'noticeToDcc'?", exception.Message);
        Assert.Equal("$.testingProgrammes[0].noticeToDCC", exception.Path);
    }

    [Fact]
    public void AReportIsWrittenInOneCall()
    {
        Applicant facts = JsonSerializer.Deserialize(Facts, ProgramJson.Default.Applicant)!;
        using JsonDocument report = JsonDocument.Parse(JsonSerializer.Serialize(Validate(facts, new DateOnly(2026, 8, 31)).ToReport(), ProgramJson.Default.RulesetReport));

        Assert.Equal("2026-08-31", report.RootElement.GetProperty("asAt").GetString());
        JsonElement notice = report.RootElement.GetProperty("requirements").EnumerateArray().Single(requirement => requirement.GetProperty("name").GetString() == Requirements.UeptNotice.Name);
        Assert.Equal("Satisfied", notice.GetProperty("outcome").GetString());
        Assert.Equal("testing programme 1", notice.GetProperty("elements")[0].GetProperty("element").GetString());
    }
}

[JsonSerializable(typeof(Applicant))]
[JsonSerializable(typeof(RulesetReport))]
internal sealed partial class ProgramJson : JsonSerializerContext;
