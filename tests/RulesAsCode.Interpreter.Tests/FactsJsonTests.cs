using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;

namespace RulesAsCode.Interpreter.Tests;

public sealed class FactsJsonTests
{
    private readonly RulesModel _model = Assert.Single(Compilation.Create([SourceText.From("facts.rules", FactsJsonCases.Rules)], _ => null).Guides);

    public static TheoryData<string, string, string> Refused => [.. FactsJsonCases.Refused];

    [Theory]
    [InlineData("""{"registered":true}""", "registered", "yes")]
    [InlineData("""{"legalName":"A & B \"Ltd\""}""", "legal name", "\"A & B \"Ltd\"\"")]
    [InlineData("""{"rate":-12.5}""", "rate", "-12.5")]
    [InlineData("""{"rate":"0.000000001"}""", "rate", "0.000000001")]
    [InlineData("""{"rate":1.50e3}""", "rate", "1,500")]
    [InlineData("""{"rate":15E-1}""", "rate", "1.5")]
    [InlineData("""{"rate":1e-7}""", "rate", "0.0000001")]
    [InlineData("""{"rate":-0.0}""", "rate", "0")]
    [InlineData("""{"premises":250000}""", "premises", "250,000")]
    [InlineData("""{"premises":12.0}""", "premises", "12")]
    [InlineData("""{"share":20}""", "share", "20%")]
    [InlineData("""{"share":"20%"}""", "share", "20%")]
    [InlineData("""{"share":"12.5"}""", "share", "12.5%")]
    [InlineData("""{"creditCover":2000.01}""", "credit cover", "£2,000.01")]
    [InlineData("""{"creditCover":"999999999999999.99"}""", "credit cover", "£999,999,999,999,999.99")]
    [InlineData("""{"creditCover":null}""", "credit cover", "none")]
    [InlineData("""{"noticeOn":"2024-02-29"}""", "notice on", "29 February 2024")]
    [InlineData("""{"noticePeriod":"60 clear working days"}""", "notice period", "60 clear working days")]
    [InlineData("""{"noticePeriod":"1 month"}""", "notice period", "1 month")]
    [InlineData("""{"userId":"90b3d51f30010000"}""", "user ID", "90-B3-D5-1F-30-01-00-00")]
    [InlineData("""{"userRole":"importSupplier"}""", "user role", "Import Supplier")]
    [InlineData("""{"userRoles":["gasSupplier","otherUser"]}""", "user roles", "Other User and Gas Supplier")]
    [InlineData("""{"userRoles":[]}""", "user roles", "empty")]
    [InlineData("""{"testingProgrammes":[{},{"userRole":"otherUser"}]}""", "testing programmes", "testing programme 1 and testing programme 2")]
    [InlineData("""{"headOffice":{"postTown":"Cardiff"}}""", "head office", "post town \"Cardiff\"")]
    [InlineData("""{"companyNumber":"SC123456"}""", "company number", "\"SC123456\"")]
    [InlineData("\uFEFF{\"registered\":false}", "registered", "no")]
    public void Reads_each_kind_and_writes_it_back(string json, string fact, string expected)
    {
        FactsReadResult read = FactsJson.Read(_model, json);
        Assert.Empty(read.Problems);
        Field field = _model.Facts.Fields.Single(field => field.Name == fact);
        Assert.Equal(expected, Wording.Of(read.Facts![field]!, field.Type));
        Assert.Equal([field], read.Facts.Given);
        Assert.Equal(read.Facts, FactsJson.Read(_model, FactsJson.Write(_model, read.Facts)).Facts);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Says_what_is_wrong_and_what_to_write(string json, string pointer, string message)
    {
        FactsReadResult read = FactsJson.Read(_model, json);
        Assert.Null(read.Facts);
        FactsProblem problem = Assert.Single(read.Problems);
        Assert.Equal((pointer, message), (problem.Pointer, problem.Message));
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n  \"registered\": true,\n}", 3, 1)]
    [InlineData("{\n  \"legalName\": \"é€\", registered: true }", 2, 22)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("{ // comment\n}", 1, 3)]
    [InlineData("nul", 1, 4)]
    public void What_is_not_json_is_an_error_at_its_place(string json, int line, int column)
    {
        FactsProblem problem = Assert.Single(FactsJson.Read(_model, json).Problems);
        Assert.StartsWith("The facts are not JSON: ", problem.Message);
        Assert.DoesNotContain("LineNumber", problem.Message);
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Fact]
    public void Every_problem_is_found_with_its_line_and_column()
    {
        FactsReadResult read = FactsJson.Read(_model, "{\r\n  \"legalName\": 3,\r\n  \"€\": 1, \"premises\": 1.5\r\n}");
        Assert.Equal([(2, 16), (3, 3), (3, 23)], read.Problems.Select(problem => (problem.Line!.Value, problem.Column!.Value)));
    }

    [Fact]
    public void Hostile_texts_are_answered_and_never_thrown_at()
    {
        foreach (string text in FactsJsonCases.Hostile)
        {
            FactsReadResult read = FactsJson.Read(_model, text);
            Assert.Null(read.Facts);
            Assert.NotEmpty(read.Problems);
            Assert.All(read.Problems, problem => Assert.InRange(problem.Message.Length, 1, 500));
        }
    }

    [Fact]
    public void Every_prefix_is_answered()
    {
        const string Json = """{"registered":true,"rate":1.5e1,"userRoles":["otherUser"],"testingProgrammes":[{"noticeToDcc":"2024-01-01"}],"legalName":"é\u00e9"}""";
        Assert.NotNull(FactsJson.Read(_model, Json).Facts);
        for (int length = 0; length < Json.Length; length++)
        {
            Assert.Single(FactsJson.Read(_model, Json[..length]).Problems);
        }
    }

    [Fact]
    public void Written_facts_stand_in_declaration_order()
    {
        FactRecord facts = FactsJson.Read(_model, """{"userRoles":["gasSupplier"],"creditCover":null,"rate":123456789012345.123456789,"legalName":"<é>"}""").Facts!;
        Assert.Equal("{\n  \"legalName\": \"\\u003Cé\\u003E\",\n  \"rate\": \"123456789012345.123456789\",\n  \"creditCover\": null,\n  \"userRoles\": [\n    \"gasSupplier\"\n  ]\n}\n", FactsJson.Write(_model, facts));
    }
}
