using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace RulesAsCode.Tool.Tests;

/// <summary>What programs outside are told, in the formats that they read; hostile paths and messages included.</summary>
public sealed class OutputFormatTests : IDisposable
{
    // A name in the rules reaches the message: with a percent sign, the signs that end a property, and what XML cannot hold.
    private const string HostileName = "`x%0A::error file=a,line=1::y <&\"]]>\u0001 😀`";
    private const string HostilePath = "rules/100% a,b:c <&.rules";

    private const string Broken = """
        part of Bathing Licence

        requirement Old Enough
          see Act 4
          applies always
          requires that agge is at least 18
          requires that age is at least 18
        """;

    private readonly ToolFolder _folder = ToolFolder.WithBathingLicence();

    public static TheoryData<string> Machines => ["json", "sarif", "github", "junit"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SarifHasWhatTheStandardRequires()
    {
        _folder.Write("rules/more.rules", Broken).Write("rules/again.rules", "part of Bathing Licence\n\nfacts More\n  x is yes/no\n");

        ToolRun run = _folder.Run("check", "--format", "sarif");

        Assert.Equal(3, run.ExitCode);
        await SarifRules.Check(run.Output);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement sarif = document.RootElement.GetProperty("runs")[0];
        JsonElement[] results = [.. sarif.GetProperty("results").EnumerateArray()];
        JsonElement unknown = Assert.Single(results, result => result.GetProperty("ruleId").GetString() == "RAC2001");
        JsonElement place = unknown.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("rules/more.rules", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal("{\"startLine\":6,\"startColumn\":17,\"endLine\":6,\"endColumn\":21}", place.GetProperty("region").GetRawText());
        JsonElement rule = sarif.GetProperty("tool").GetProperty("driver").GetProperty("rules")[unknown.GetProperty("ruleIndex").GetInt32()];
        Assert.Equal("RAC2001", rule.GetProperty("id").GetString());
        Assert.Equal("Unknown name", rule.GetProperty("shortDescription").GetProperty("text").GetString());
        Assert.Contains("```rules", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.Contains(results, result => result.TryGetProperty("relatedLocations", out _));
    }

    [Theory]
    [InlineData("\"startLine\":6", "\"startLine\":0")]
    [InlineData("\"startLine\":6", "\"startLine\":\"6\"")]
    [InlineData("\"startColumn\":17", "\"column\":17")]
    [InlineData("\"level\":\"error\"", "\"level\":\"fatal\"")]
    [InlineData("\"version\":\"2.1.0\",\"runs\"", "\"runs\"")]
    public async Task TheSchemaOfTheStandardRefusesOtherLogs(string written, string instead)
    {
        _folder.Write("rules/more.rules", Broken);
        string log = _folder.Run("check", "--format", "sarif").Output;

        Assert.Contains(written, log, StringComparison.Ordinal);
        Assert.NotEmpty(await SarifRules.SchemaErrors(log.Replace(written, instead, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task TheLogOfLintsIsValid()
    {
        _folder.Write("rules/more.rules", Broken.Replace("agge", "age", StringComparison.Ordinal));

        await SarifRules.Check(_folder.Run("lint", "--format", "sarif").Output);
        await SarifRules.Check(_folder.Run("test", "--format", "sarif").Output);
    }

    [Fact]
    public void PlainTextIsOnlyWords()
    {
        _folder.Write("rules/more.rules", Broken);

        ToolRun run = _folder.RunWith(TextReader.Null, () => ToolFolder.Today, true, "check", "--format", "plain", "--color", "always");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            """
            rules/more.rules:6:17: error RAC2001: There is no fact called 'agge'.
              Words: agge
              Help: did you mean 'age'? It is a whole number of Applicant (main.rules:20).
              Why: rules explain-code RAC2001

            1 error in 3 files.

            """,
            run.Output);
    }

    [Theory]
    [InlineData("test", "--coverage")]
    [InlineData("trace")]
    [InlineData("lint")]
    [InlineData("explain-code", "RAC2001")]
    public void EveryVerbCanBePlain(params string[] arguments)
    {
        ToolRun run = _folder.RunWith(TextReader.Null, () => ToolFolder.Today, true, [.. arguments, "--format", "plain"]);

        Assert.NotEqual("", run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain("~~", run.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("[\u2500-\u259F]", run.Output);
    }

    [Fact]
    public void TheEnvironmentNamesTheFormatForWhoNamesNone()
    {
        _folder.Write("rules/more.rules", Broken);

        Assert.StartsWith("{", In("json", "check").Output, StringComparison.Ordinal);
        Assert.StartsWith("::error ", In("github", "check").Output, StringComparison.Ordinal);
        Assert.StartsWith("rules/more.rules:6:17: ", In("json", "check", "--format", "text").Output, StringComparison.Ordinal);
        Assert.StartsWith("rules/more.rules:6:17: ", In("", "check").Output, StringComparison.Ordinal);

        // A verb that cannot write it writes text.
        Assert.Equal(_folder.Run("explain-code", "RAC2001").Output, In("sarif", "explain-code", "RAC2001").Output);
        ToolRun wrong = In("xml", "check");
        Assert.Equal((2, "", "rules: RULES_FORMAT is 'xml'; it takes text, plain, json, sarif, github, junit.\n"), (wrong.ExitCode, wrong.Output, wrong.Error));
        Assert.Equal(0, In("xml", "check", "--help").ExitCode);

        ToolRun In(string format, params string[] arguments) => _folder.RunIn(new() { ["RULES_FORMAT"] = format }, arguments);
    }

    [Fact]
    public void TheSummaryOfAJobIsAddedTo()
    {
        _folder.Write("rules/more.rules", Broken).Write("summary.md", "before\n");
        Dictionary<string, string> job = new() { ["GITHUB_STEP_SUMMARY"] = _folder.FullPath("summary.md") };

        ToolRun run = _folder.RunIn(job, "check", "--format", "github");

        Assert.Equal(_folder.Run("check", "--format", "github").Output, run.Output);
        Assert.Equal(
            """
            before
            ### rules check: 1 error

            | | Place | Code | What was found |
            |---|---|---|---|
            | error | rules/more.rules:6:17 | RAC2001 | There is no fact called &#39;agge&#39;. &#40;did you mean &#39;age&#39;? It is a whole number of Applicant &#40;main.rules:20&#41;.&#41; |


            """,
            _folder.Read("summary.md"));
        _folder.Write("rules/more.rules", "part of Bathing Licence\n");
        _folder.RunIn(job, "check", "--format", "github");
        Assert.EndsWith("|\n\n### rules check: No findings\n\n\n", _folder.Read("summary.md"), StringComparison.Ordinal);
        int length = _folder.Read("summary.md").Length;
        _folder.RunIn(job, "check", "--format", "text");
        Assert.Equal(length, _folder.Read("summary.md").Length);
    }

    [Fact]
    public void TheSummaryOfAJobHoldsWordsOnly()
    {
        _folder.Write(HostilePath, Broken.Replace("agge", HostileName.Replace("`x", "`<img src=x> [x](y) **|", StringComparison.Ordinal), StringComparison.Ordinal));
        _folder.RunIn(new() { ["GITHUB_STEP_SUMMARY"] = "summary.md" }, "check", "--format", "github");

        string row = Assert.Single(Lines(_folder.Read("summary.md")), line => line.Contains("RAC2001", StringComparison.Ordinal));
        Assert.Equal(5, row.Count(sign => sign == '|'));
        Assert.DoesNotMatch(@"[<>`*\[\]]", row);
        Assert.Contains("&lt;img src=x&gt; &#91;x&#93;&#40;y&#41; &#42;&#42;&#124;", row, StringComparison.Ordinal);
    }

    [Fact]
    public void ASummaryThatCannotBeWrittenIsSaid()
    {
        ToolRun run = _folder.RunIn(new() { ["GITHUB_STEP_SUMMARY"] = "rules" }, "check", "--format", "github");

        Assert.Equal((2, "rules: The job summary 'rules' (GITHUB_STEP_SUMMARY) cannot be written."), (run.ExitCode, run.Error.Split('\n')[^2]));
    }

    [Fact]
    public void SarifLinksToThePagesWhereTheyArePublished()
    {
        _folder.Write("rules/more.rules", Broken);

        Assert.Contains("\"helpUri\":\"urn:rules-as-code:RAC2001\"", _folder.Run("check", "--format", "sarif").Output, StringComparison.Ordinal);
        Assert.Contains("\"helpUri\":\"https://example.org/language/RAC2001.md\"", _folder.Run("check", "--format", "sarif", "--help-pages", "https://example.org/language/").Output, StringComparison.Ordinal);
        ToolRun wrong = _folder.Run("check", "--format", "sarif", "--help-pages", "example.org");
        Assert.Equal((2, "", "rules: --help-pages takes an address such as https://example.org/language/, not 'example.org'."), (wrong.ExitCode, wrong.Output, wrong.Error.Split('\n')[^2]));
    }

    [Fact]
    public void AFingerprintStaysWhenTheLineMoves()
    {
        _folder.Write("rules/more.rules", Broken + "\n  requires that agge is at least 18\n");
        string[] before = Fingerprints();
        _folder.Write("rules/more.rules", Broken.Replace("requirement Old", "# A comment.\n\nrequirement Old", StringComparison.Ordinal) + "\n  requires that agge is at least 18\n");

        Assert.Equal(before, Fingerprints());
        Assert.Single(before);
        Assert.EndsWith(":1", before[0], StringComparison.Ordinal);
        _folder.Write("rules/more.rules", Broken + Broken["part of Bathing Licence\n".Length..].Replace("Old Enough", "Older", StringComparison.Ordinal));
        string[] twice = Fingerprints();
        Assert.Equal([before[0], before[0].Replace(":1", ":2", StringComparison.Ordinal)], twice);

        string[] Fingerprints()
        {
            using JsonDocument document = JsonDocument.Parse(_folder.Run("check", "--format", "sarif").Output);
            return [.. document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Select(result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!)];
        }
    }

    [Fact]
    public void PathsAreRelativeToTheWorkingDirectory()
    {
        _folder.Write("rules/more.rules", Broken).Write("elsewhere/file", "");
        string full = _folder.FullPath("rules");

        Assert.Contains("\"uri\":\"rules/more.rules\",\"uriBaseId\":\"%SRCROOT%\"", _folder.Run("check", "--format", "sarif", full).Output, StringComparison.Ordinal);
        Assert.StartsWith("::error file=rules/more.rules,", _folder.Run("check", "--format", "github", full).Output, StringComparison.Ordinal);

        using var output = new StringWriter();
        RulesTool.Run(["check", "--format", "sarif", "../rules"], TextReader.Null, output, TextWriter.Null, _folder.FullPath("elsewhere"), () => ToolFolder.Today);
        Assert.Contains("{\"uri\":\"../rules/more.rules\"}", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void GitHubIsToldInOneLineAFinding()
    {
        _folder.Write("rules/more.rules", Broken);

        ToolRun run = _folder.Run("check", "--format", "github");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("::error file=rules/more.rules,line=6,endLine=6,col=17,endColumn=21,title=RAC2001::There is no fact called 'agge'. (", Assert.Single(Lines(run.Output)), StringComparison.Ordinal);
        _folder.Write("rules/more.rules", "part of Bathing Licence\n");
        Assert.Equal("", _folder.Run("check", "--format", "github").Output);
    }

    [Fact]
    public void GitHubCannotBeGivenOtherCommands()
    {
        _folder.Write(HostilePath, Broken.Replace("agge", HostileName, StringComparison.Ordinal));

        string line = Assert.Single(Lines(_folder.Run("check", "--format", "github").Output), line => line.StartsWith("::error", StringComparison.Ordinal));

        Assert.StartsWith("::error file=rules/100%25 a%2Cb%3Ac <&.rules,line=6,", line, StringComparison.Ordinal);
        Assert.Contains("x%250A", line, StringComparison.Ordinal);
    }

    [Fact]
    public void JUnitHasATestForEachFile()
    {
        _folder.Write("rules/more.rules", Broken);

        ToolRun run = _folder.Run("check", "--format", "junit");

        Assert.Equal(3, run.ExitCode);
        XElement report = XDocument.Parse(run.Output).Root!;
        Assert.Equal(("testsuites", "3", "1"), (report.Name.LocalName, (string?)report.Attribute("tests"), (string?)report.Attribute("failures")));
        XElement failed = Assert.Single(report.Descendants("testcase"), test => test.Element("failure") is not null);
        Assert.Equal(("rules/more.rules", "6"), ((string?)failed.Attribute("file"), (string?)failed.Attribute("line")));
        Assert.Contains("RAC2001", (string?)failed.Element("failure")!.Attribute("message"), StringComparison.Ordinal);
    }

    [Fact]
    public void JUnitFailsOnlyForWhatCounts()
    {
        _folder.Write("rules/notice.rules", "part of Bathing Licence\n\nrequirement Early\n  see Act 5\n  for each lifeguard\n  applies always\n  requires that trained on is at least 5 days before today\n");

        XElement noted = XDocument.Parse(_folder.Run("check", "--format", "junit").Output).Root!;
        XElement counted = XDocument.Parse(_folder.Run("check", "--format", "junit", "--fail-on", "information").Output).Root!;

        Assert.Equal(("0", "1"), ((string?)noted.Attribute("failures"), (string?)counted.Attribute("failures")));
        Assert.Contains("RAC4036", Assert.Single(noted.Descendants("system-out")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void JUnitHasATestForEachRowOfAnExample()
    {
        _folder.Write("rules/examples.rules", BathingLicence.ExamplesThatFail);

        ToolRun run = _folder.Run("test", "--format", "junit");

        Assert.Equal(1, run.ExitCode);
        XElement suite = Assert.Single(XDocument.Parse(run.Output).Root!.Elements("testsuite"));
        Assert.Equal(("Bathing Licence", "4", "1"), ((string?)suite.Attribute("name"), (string?)suite.Attribute("tests"), (string?)suite.Attribute("failures")));
        Assert.Equal(
            ["Both sides of eighteen, row 1", "Both sides of eighteen, row 2", "Both sides of eighteen, row 3", "A river needs no fee"],
            suite.Elements("testcase").Select(test => (string?)test.Attribute("name")));
        XElement failed = Assert.Single(suite.Elements("testcase"), test => test.Element("failure") is not null);
        Assert.Equal("7", (string?)failed.Attribute("line"));
        Assert.Contains("not satisfied", failed.Element("failure")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExamplesThatFailAreFindingsOfTheOtherFormats()
    {
        _folder.Write("rules/examples.rules", BathingLicence.ExamplesThatFail);

        Assert.StartsWith("::error file=rules/examples.rules,line=7,", Assert.Single(Lines(_folder.Run("test", "--format", "github").Output)), StringComparison.Ordinal);
        string log = _folder.Run("build", "--format", "sarif").Output;
        await SarifRules.Check(log);
        using JsonDocument sarif = JsonDocument.Parse(log);
        Assert.Equal("example-failed", Assert.Single(sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()).GetProperty("ruleId").GetString());
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task HostileNamesAndPathsBreakNoFormat(string format)
    {
        _folder.Write(HostilePath, Broken.Replace("agge", HostileName, StringComparison.Ordinal).Replace("Old Enough", "`\u0002 & ]]> \uFFFE`", StringComparison.Ordinal));

        ToolRun run = _folder.Run("check", "--format", format, "--color", "always");

        Assert.Equal(3, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Output);
        switch (format)
        {
            case "junit":
                Assert.Contains(XDocument.Parse(run.Output).Descendants("testcase"), test => (string?)test.Attribute("name") == HostilePath);
                break;
            case "github":
                Assert.All(Lines(run.Output), line => Assert.Matches("^::(error|warning) file=rules/100%25 a%2Cb%3Ac <&\\.rules,", line));
                break;
            default:
                using (JsonDocument document = JsonDocument.Parse(run.Output))
                {
                    if (format == "sarif")
                    {
                        await SarifRules.Check(run.Output);
                        Assert.Contains("rules/100%25%20a%2Cb%3Ac%20%3C%26.rules", run.Output, StringComparison.Ordinal);
                    }
                }

                break;
        }
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void GoodRulesAreADocumentWithoutFindings(string format)
    {
        ToolRun run = _folder.Run("check", "--format", format);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(format == "github", run.Output.Length == 0);
        Assert.DoesNotContain("RAC", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "text")]
    [InlineData("check", "sarif")]
    [InlineData("test", "junit")]
    public void OutputGoesToAFile(string verb, string format)
    {
        string printed = _folder.Run(verb, "--format", format).Output;

        ToolRun run = _folder.Run(verb, "--format", format, "--output", "results/out");

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Equal(printed, _folder.Read("results/out"));
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(_folder.FullPath("results")).Select(Path.GetFileName));
    }

    [Fact]
    public void AFileThatCannotBeWrittenIsSaid()
    {
        ToolRun run = _folder.Run("check", "--output", "rules");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("rules: The file 'rules' cannot be written", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "auto", false)]
    [InlineData(true, "auto", true)]
    [InlineData(false, "always", true)]
    [InlineData(true, "never", false)]
    public void ColourIsAsAskedFor(bool terminal, string colour, bool coloured)
    {
        _folder.Write("rules/more.rules", Broken);

        ToolRun run = _folder.RunWith(TextReader.Null, () => ToolFolder.Today, terminal, "check", "--color", colour);

        Assert.Equal(coloured, run.Output.Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public void AFileIsColouredOnlyWhenAlways()
    {
        _folder.Write("rules/more.rules", Broken);
        _folder.RunWith(TextReader.Null, () => ToolFolder.Today, true, "check", "--output", "plain");
        _folder.RunWith(TextReader.Null, () => ToolFolder.Today, true, "check", "--output", "coloured", "--color", "always");

        Assert.DoesNotContain('\u001b', _folder.Read("plain"));
        Assert.Contains('\u001b', _folder.Read("coloured"));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
