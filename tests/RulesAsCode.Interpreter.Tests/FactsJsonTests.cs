using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;
using static RulesAsCode.Interpreter.Tests.TestModel;

namespace RulesAsCode.Interpreter.Tests;

public sealed class FactsJsonTests
{
    private readonly TestModel _test = new();
    private readonly RulesModel _model;

    public FactsJsonTests()
    {
        Choice role = ChoiceOf("User Role", "Other User", "Import Supplier", "Gas Supplier");
        Record programme = RecordOf("testing programme", ("notice to DCC", RuleType.Date, false), ("user role", new ChoiceType(role), false));
        Record address = RecordOf("address", ("post town", RuleType.Text, false));
        _test.Field("registered", RuleType.YesNo);
        _test.Field("legal name", RuleType.Text);
        _test.Field("rate", RuleType.Number);
        _test.Field("premises", RuleType.WholeNumber);
        _test.Field("share", RuleType.Percentage);
        _test.Field("credit cover", RuleType.Money, orNone: true);
        _test.Field("notice on", RuleType.Date, orNone: true);
        _test.Field("notice period", RuleType.Duration);
        _test.Field("user ID", RuleType.Eui64);
        _test.Field("user role", new ChoiceType(role));
        _test.Field("user roles", new SetType(role));
        _test.Field("testing programmes", new ListType(programme));
        _test.Field("head office", new RecordType(address));
        _test.Field("company number", new FormatType(new Format("Company Number", Nowhere) { Pattern = "[0-9]{8}|SC[0-9]{6}" }));
        _test.Field("slow", new FormatType(new Format("Slow", Nowhere) { Pattern = @"(a+)+\1b" }));
        _model = _test.Build();
    }

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
    [InlineData("""{"registerd":true}""", "/registerd", "There is no fact called 'registerd'; did you mean 'registered'?")]
    [InlineData("""{"notice_to_dcc":"2024-01-01"}""", "/notice_to_dcc", "There is no fact called 'notice_to_dcc'.")]
    [InlineData("""{"user_roles":[]}""", "/user_roles", "There is no fact called 'user_roles'; did you mean 'userRoles'?")]
    [InlineData("""{"a/b~":1}""", "/a~1b~0", "There is no fact called 'a/b~'.")]
    [InlineData("""{"registered":"yes"}""", "/registered", "registered is \"yes\"; write true or false.")]
    [InlineData("""{"registered":null}""", "/registered", "registered is null, which says that there is none, and this fact always has a value; leave it out while it is not known.")]
    [InlineData("""{"registered":true,"registered":true}""", "/registered", "'registered' is given twice; say which answer holds.")]
    [InlineData("""{"legalName":5}""", "/legalName", "legal name is 5; write a text in quotation marks.")]
    [InlineData("""{"rate":"1,250"}""", "/rate", "rate is \"1,250\"; write a number such as 12.5, below 10^15 and with at most nine decimals.")]
    [InlineData("""{"rate":1e15}""", "/rate", "rate is 1e15; write a number such as 12.5, below 10^15 and with at most nine decimals.")]
    [InlineData("""{"rate":1e999999999999}""", "/rate", "rate is 1e999999999999; write a number such as 12.5, below 10^15 and with at most nine decimals.")]
    [InlineData("""{"rate":1e-10}""", "/rate", "rate is 1e-10; write a number such as 12.5, below 10^15 and with at most nine decimals.")]
    [InlineData("""{"rate":" 1"}""", "/rate", "rate is \" 1\"; write a number such as 12.5, below 10^15 and with at most nine decimals.")]
    [InlineData("""{"rate":""}""", "/rate", "rate is \"\"; write a number such as 12.5, below 10^15 and with at most nine decimals.")]
    [InlineData("""{"rate":true}""", "/rate", "rate is true; write a number such as 12.5, below 10^15 and with at most nine decimals.")]
    [InlineData("""{"premises":1.5}""", "/premises", "premises is 1.5; write a whole number such as 12.")]
    [InlineData("""{"creditCover":2000.001}""", "/creditCover", "credit cover is 2000.001; write an amount in whole pence such as 2000.01.")]
    [InlineData("""{"creditCover":"£5"}""", "/creditCover", "credit cover is \"£5\"; write an amount in whole pence such as 2000.01, below 10^15 and with at most nine decimals.")]
    [InlineData("""{"share":"0.00000001"}""", "/share", "share is \"0.00000001\"; write a percentage such as 20 or \"20%\", with at most seven decimals.")]
    [InlineData("""{"noticeOn":"02/04/2024"}""", "/noticeOn", "notice on is \"02/04/2024\"; write a date from 1900 to 2199 such as \"2024-04-02\" (year, month, day).")]
    [InlineData("""{"noticeOn":"2023-02-29"}""", "/noticeOn", "notice on is \"2023-02-29\"; write a date from 1900 to 2199 such as \"2024-04-02\" (year, month, day).")]
    [InlineData("""{"noticeOn":"2200-01-01"}""", "/noticeOn", "notice on is \"2200-01-01\"; write a date from 1900 to 2199 such as \"2024-04-02\" (year, month, day).")]
    [InlineData("""{"noticePeriod":60}""", "/noticePeriod", "notice period is 60; write a length such as \"60 working days\", \"2 weeks\" or \"1 month\".")]
    [InlineData("""{"noticePeriod":"60 business days"}""", "/noticePeriod", "notice period is \"60 business days\"; write a length such as \"60 working days\", \"2 weeks\" or \"1 month\".")]
    [InlineData("""{"noticePeriod":"99999999999 days"}""", "/noticePeriod", "notice period is \"99999999999 days\"; write a length such as \"60 working days\", \"2 weeks\" or \"1 month\".")]
    [InlineData("""{"userId":"90B3D51F3001"}""", "/userId", "user ID is \"90B3D51F3001\". This has 12 hexadecimal digits, as a 48-bit address has; an EUI-64 has 16.")]
    [InlineData("""{"userRole":"Import Supplier"}""", "/userRole", "user role is \"Import Supplier\", which is no User Role; did you mean 'importSupplier'?")]
    [InlineData("""{"userRole":"banana"}""", "/userRole", "user role is \"banana\"; write one of \"otherUser\", \"importSupplier\", \"gasSupplier\".")]
    [InlineData("""{"userRoles":"otherUser"}""", "/userRoles", "user roles is \"otherUser\"; write an array of members of User Role, such as [\"otherUser\", \"importSupplier\"], or [].")]
    [InlineData("""{"userRoles":["otherUser","otherUser"]}""", "/userRoles/1", "user roles has 'otherUser' twice; a set has each member once.")]
    [InlineData("""{"testingProgrammes":{}}""", "/testingProgrammes", "testing programmes is an object; write an array with an object for each testing programme, or [].")]
    [InlineData("""{"testingProgrammes":[{},null]}""", "/testingProgrammes/1", "testing programme 2 is null; write an object with the facts of the testing programme.")]
    [InlineData("""{"testingProgrammes":[{"noticeToDCC":"2024-01-01"}]}""", "/testingProgrammes/0/noticeToDCC", "There is no fact of testing programme called 'noticeToDCC'; did you mean 'noticeToDcc'?")]
    [InlineData("""{"headOffice":"Cardiff"}""", "/headOffice", "head office is \"Cardiff\"; write an object with the facts of it.")]
    [InlineData("""{"companyNumber":"SC123456\n"}""", "/companyNumber", "company number is \"SC123456\uFFFD\"; write a Company Number, that is a text of the pattern [0-9]{8}|SC[0-9]{6}.")]
    [InlineData("""[]""", "", "The facts are an array; write an object with a member for each fact, such as { \"registered\": ... }.")]
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
        string[] hostile =
        [
            new string('[', 100_000),
            string.Concat(Enumerable.Repeat("{\"headOffice\":", 100_000)),
            "{\"legalName\":\"\\ud800\"}",
            "{\"legalName\":\"\ud800\"",
            "{\"" + new string('x', 1_000_000) + "\":1}",
            "{\"rate\":" + new string('9', 100_000) + "}",
            "{\"slow\":\"" + new string('a', 5_000) + "\"}",
            "\0",
            "{\"\\ud800\":1}",
        ];
        foreach (string text in hostile)
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
