using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using CsCheck;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Interpreter;
using RulesAsCode.Json;
using RulesAsCode.Primitives;
using RulesAsCode.Testing;

namespace RulesAsCode.Differential.Tests;

/// <summary>Generated converters read and write the JSON that the interpreter reads and writes, and refuse what it refuses with its sentences.</summary>
public sealed class JsonTests
{
    private const int CasesEach = 300;

    // As FactsJson writes, so that the texts are the same.
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly Lazy<GeneratedRuleset> EveryType = new(() =>
        new GeneratedRuleset(Assert.Single(Compilation.Create([SourceText.From("facts.rules", FactsJsonCases.Rules)], _ => null).Guides)));

    public static TheoryData<string> Names => Guides.Names;

    public static TheoryData<string, string, string> Refused => [.. FactsJsonCases.Refused];

    [Theory]
    [MemberData(nameof(Names))]
    public void FactsAreTheSameJsonInBothEngines(string name) => AssertSame(Guides.Generated(name));

    [Fact]
    public void FactsOfEveryTypeAreTheSameJsonInBothEngines()
    {
        Assert.Equal(
            Enum.GetValues<FactKind>().Order(),
            FactsOf(EveryType.Value).Facts.Select(fact => fact.Type.Kind).Distinct().Order());
        AssertSame(EveryType.Value);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatTheInterpreterRefusesIsRefusedWithTheSameSentence(string json, string pointer, string message)
    {
        FactsJsonException exception = Assert.Throws<FactsJsonException>(() => JsonSerializer.Deserialize(json, EveryType.Value.FactsType, Options));
        Assert.Equal(message, exception.Message);
        Assert.Equal([new FactsProblem(pointer, null, null, message)], exception.Problems);
    }

    [Theory]
    [InlineData("""{"testingProgrammes":[{},{"noticeToDCC":1}]}""", "$.testingProgrammes[1].noticeToDCC")]
    [InlineData("""{"userRoles":["otherUser","banana"]}""", "$.userRoles[1]")]
    [InlineData("""{"no such fact":1}""", "$['no such fact']")]
    [InlineData("[]", "$")]
    public void APathLeadsToWhatIsWrong(string json, string path) =>
        Assert.Equal(path, Assert.Throws<FactsJsonException>(() => JsonSerializer.Deserialize(json, EveryType.Value.FactsType, Options)).Path);

    [Fact]
    public void EveryProblemIsSaid()
    {
        FactsJsonException exception = Assert.Throws<FactsJsonException>(() => JsonSerializer.Deserialize("""{"legalName":3,"premises":1.5}""", EveryType.Value.FactsType, Options));
        Assert.Equal(["/legalName", "/premises"], exception.Problems.Select(problem => problem.Pointer));
        Assert.Equal("legal name is 3; write a text in quotation marks.\npremises is 1.5; write a whole number such as 12.", exception.Message);
    }

    [Fact]
    public void HostileTextsAreRefusedAsJson()
    {
        foreach (string text in FactsJsonCases.Hostile)
        {
            JsonException exception = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize(System.Text.Encoding.UTF8.GetBytes(text), EveryType.Value.FactsType, Options));
            Assert.InRange(exception.Message.Length, 1, 500);
        }
    }

    [Fact]
    public void AMemberStandsByItselfAndNamesAProperty()
    {
        Type role = EveryType.Value.Assembly.GetTypes().Single(type => type.Name == "UserRole");
        Assert.Equal("\"importSupplier\"", JsonSerializer.Serialize(Enum.ToObject(role, 2), Options));
        Assert.Equal(Enum.ToObject(role, 3), JsonSerializer.Deserialize("\"gasSupplier\"", role, Options));
        Assert.Equal("User Role is \"Import Supplier\", which is no User Role; did you mean 'importSupplier'?",
            Assert.Throws<FactsJsonException>(() => JsonSerializer.Deserialize("\"Import Supplier\"", role, Options)).Message);
        Assert.Equal("7 is no User Role; it cannot be written as JSON.", Assert.Throws<JsonException>(() => JsonSerializer.Serialize(Enum.ToObject(role, 7), Options)).Message);
        Type byRole = typeof(Dictionary<,>).MakeGenericType(role, typeof(int));
        object counts = JsonSerializer.Deserialize("""{"otherUser":1}""", byRole, Options)!;
        Assert.Equal("{\n  \"otherUser\": 1\n}", JsonSerializer.Serialize(counts, Options));
    }

    [Theory]
    [InlineData("NoticePeriod", null, "{}")]
    [InlineData("UserRole", 9, "user role is 9, which is no User Role; it cannot be written as JSON.")]
    [InlineData("Rate", "100000000000000000", "rate is 100000000000000000, which is not below 10^15 with at most nine decimals; it cannot be written as JSON.")]
    [InlineData("Rate", "0.0000000001", "rate is 0.0000000001, which is not below 10^15 with at most nine decimals; it cannot be written as JSON.")]
    public void WhatCouldNotBeReadBackIsNotWritten(string property, object? value, string expected)
    {
        object facts = Activator.CreateInstance(EveryType.Value.FactsType)!;
        PropertyInfo set = EveryType.Value.FactsType.GetProperty(property)!;
        Type type = Nullable.GetUnderlyingType(set.PropertyType)!;
        set.SetValue(facts, value is null ? null : type.IsEnum ? Enum.ToObject(type, value) : Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture));
        if (value is null)
        {
            Assert.Equal(expected, JsonSerializer.Serialize(facts, Options));
        }
        else
        {
            Assert.Equal(expected, Assert.Throws<JsonException>(() => JsonSerializer.Serialize(facts, Options)).Message);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AReportIsOneDocument(string name)
    {
        GeneratedRuleset generated = Guides.Generated(name);
        foreach (Example example in generated.Model.Examples)
        {
            foreach (ExampleCase @case in example.Cases)
            {
                object result = generated.Validate(generated.ToFacts(@case.Facts, generated.Model), example.AsAt);
                var report = (RulesetReport)result.GetType().GetMethod("ToReport")!.Invoke(result, [])!;
                Assert.Equal(generated.OutcomeOf(result), report.Outcome);
                using JsonDocument json = JsonDocument.Parse(JsonSerializer.Serialize(report, Options));
                Assert.Equal(CalendarDay.ToIso(example.AsAt), json.RootElement.GetProperty("asAt").GetString());
                Assert.Equal(
                    generated.Descriptor.Requirements.Select(requirement => (requirement.Name, generated.OutcomeOf(result, requirement).ToString())),
                    json.RootElement.GetProperty("requirements").EnumerateArray().Select(item => (item.GetProperty("name").GetString()!, item.GetProperty("outcome").GetString()!)));
            }
        }
    }

    private static RecordDescriptor FactsOf(GeneratedRuleset generated) => (RecordDescriptor)generated.Assembly.GetTypes()
        .Single(type => type.Name == generated.FactsType.Name + "Facts").GetField("Record")!.GetValue(null)!;

    private static void AssertSame(GeneratedRuleset generated)
    {
        RulesModel model = generated.Model;
        var facts = new FactGenerator(model, forJson: true);
        facts.Facts.Sample(
            given =>
            {
                string json = FactsJson.Write(model, given);
                object typed = generated.ToFacts(given, model);
                Assert.Equal(json, JsonSerializer.Serialize(typed, generated.FactsType, Options) + "\n");
                Assert.Equal(typed, JsonSerializer.Deserialize(json, generated.FactsType, Options));
                Assert.Equal(given, FactsJson.Read(model, json).Facts);
            },
            iter: CasesEach, threads: 1, print: given => FactsJson.Write(model, given));
    }
}
