using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using RulesAsCode.Testing;

namespace RulesAsCode.Tests;

/// <summary>Real projects that install the packages: built, run, and broken on purpose.</summary>
public class ConsumerTests(Clone clone)
{
    private const string Rules = "Rules/rules/bathing.rules";

    /// <summary>Set to make <see cref="WebApiRunsAsNativeCode"/> run: it needs a C toolchain, fetches a compiler of 43 MB and takes a minute.</summary>
    private const string NativeSwitch = "RULES_NATIVE";

    [Fact]
    public async Task ConsolePrintsVerdicts()
    {
        using Consumer consumer = new Consumer(clone.Packages).Copy("console");

        (await consumer.Build("Console.csproj")).Succeeded();
        CommandResult run = (await consumer.Dotnet("bin/Debug/net10.0/RulesAsCode.Consumers.Console.dll")).Succeeded();

        Snapshot.Match(run.Output.ReplaceLineEndings("\n"));
        Assert.False(File.Exists(consumer.FullPath("bin/Debug/net10.0/RulesAsCode.Compiler.dll")), "The generator is no part of the program.");
    }

    [Fact]
    public async Task WebApiAnswersAndWarnsOfNothing()
    {
        using Consumer consumer = new Consumer(clone.Packages).Copy("web");

        CommandResult build = (await consumer.Build("Api/Bathing.Api.csproj", "-warnaserror")).Succeeded();

        Assert.DoesNotContain(": warning ", build.Output, StringComparison.Ordinal);
        await AssertAnswers(consumer, "dotnet", "Api/bin/Debug/net10.0/Bathing.Api.dll");
    }

    [Fact]
    public async Task WebApiRunsAsNativeCode()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(NativeSwitch) is { Length: > 0 }, $"Set {NativeSwitch}=1; it needs clang and zlib.");
        using Consumer consumer = new Consumer(clone.Packages, online: true).Copy("web");
        long start = Stopwatch.GetTimestamp();

        CommandResult publish = (await consumer.Dotnet("publish", "Api/Bathing.Api.csproj", "--nologo", "-v:q", "-nodeReuse:false", "-warnaserror", "-o", "published")).Succeeded();

        TestContext.Current.SendDiagnosticMessage($"Published in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, {new FileInfo(consumer.FullPath("published/Bathing.Api")).Length / 1e6:0.0} MB.");
        Assert.DoesNotContain(": warning ", publish.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(consumer.FullPath("published/Bathing.Api.dll")));
        await AssertAnswers(consumer, consumer.FullPath("published/Bathing.Api"));
    }

    [Fact]
    public async Task BrokenRuleBreaksTheBuildAtItsPlace()
    {
        using Consumer consumer = new Consumer(clone.Packages).Copy("web");
        consumer.Write(Rules, consumer.Read(Rules).Replace("that age is at least 18", "that aged is at least 18", StringComparison.Ordinal));

        CommandResult build = await consumer.Build("Rules/Bathing.Rules.csproj", "-p:NoWarn=RAC2001");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains($"{consumer.FullPath(Rules)}(31,17): error RAC2001: There is no fact called 'aged'.", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", build.Output, StringComparison.Ordinal);

        // The page that the message leads to is there.
        Uri page = new(build.Output.Split('(', ')').First(part => part.EndsWith("messages.md#rac2001", StringComparison.Ordinal)));
        Assert.True(File.Exists(page.LocalPath), page.ToString());
    }

    [Fact]
    public async Task RulesInsideAWebProjectAreOneClearWarning()
    {
        using Consumer consumer = new Consumer(clone.Packages).Copy("web");
        consumer.Write("Api/rules/bathing.rules", consumer.Read(Rules));
        consumer.Write("Api/Bathing.Api.csproj", consumer.Read("Api/Bathing.Api.csproj")
            .Replace("<ProjectReference Include=\"../Rules/Bathing.Rules.csproj\" />", "<PackageReference Include=\"RulesAsCode\" />", StringComparison.Ordinal)
            .Replace("<TreatWarningsAsErrors>true", "<TreatWarningsAsErrors>false", StringComparison.Ordinal)
            .Replace("<ImplicitUsings>", "<RootNamespace>Bathing</RootNamespace><ImplicitUsings>", StringComparison.Ordinal));

        // Whether it compiles depends on what the other generators make of types that they do not see; ours says why, once.
        CommandResult build = await consumer.Build("Api/Bathing.Api.csproj");
        string[] warnings = [.. build.Output.Split('\n').Where(line => line.Contains("warning RA", StringComparison.Ordinal)).Distinct()];
        Assert.Contains("warning RACG002: The source generators of JSON and of minimal APIs do not see", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GeneratedCodeHasNothingThatAnyAnalyzerOfTheSdkMinds()
    {
        using var consumer = new Consumer(clone.Packages);
        // What the rules of the corpus could be better at is no matter of the C# that comes of them.
        string lints = string.Join(';', Enumerable.Range(9001, 899).Select(number => $"RAC{number}"));
        consumer.Write("Strict.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>12</LangVersion>
                <Nullable>enable</Nullable>
                <AnalysisLevel>latest-all</AnalysisLevel>
                <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <IsAotCompatible>true</IsAotCompatible>
                <RuleFiles>**/*.rules;**/*.csv</RuleFiles>
                <NoWarn>$(NoWarn);{lints}</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="RulesAsCode" />
              </ItemGroup>
            </Project>
            """);
        foreach (string file in Corpus.All.Select(folder => folder.Path).SelectMany(path => RepositoryRoot.Files.Where(file => file.StartsWith(path + "/", StringComparison.Ordinal))))
        {
            if (file.EndsWith(".rules", StringComparison.Ordinal) || file.EndsWith(".csv", StringComparison.Ordinal))
            {
                consumer.Write(file, File.ReadAllText(RepositoryRoot.PathTo(file)));
            }
        }

        CommandResult build = (await consumer.Build("Strict.csproj")).Succeeded();

        Assert.DoesNotContain(": warning ", build.Output, StringComparison.Ordinal);
        Assert.True(new FileInfo(consumer.FullPath("bin/Debug/net10.0/Strict.dll")).Length > 200_000, "Nothing was generated.");
    }

    [Fact]
    public async Task OldCSharpIsOneClearError()
    {
        using Consumer consumer = new Consumer(clone.Packages).Copy("web");

        CommandResult build = await consumer.Build("Rules/Bathing.Rules.csproj", "-p:LangVersion=11");

        Assert.NotEqual(0, build.ExitCode);
        string[] errors = [.. build.Output.Split('\n').Where(line => line.Contains(" error ", StringComparison.Ordinal)).Distinct()];
        Assert.Contains("error RACG001: The validators need C# 12 or later, and this project is compiled as C# 11.0.", Assert.Single(errors), StringComparison.Ordinal);
    }

    /// <summary>Starts the API on a port that is free, asks it, and stops it.</summary>
    private static async Task AssertAnswers(Consumer consumer, string program, params string[] arguments)
    {
        using Process server = Command.Start(consumer.FullPath("."), program, new Dictionary<string, string>(), [.. arguments, "--urls", "http://127.0.0.1:0"]);
        try
        {
            Uri address = await AddressOf(server);
            using var client = new HttpClient { BaseAddress = address };

            using HttpResponseMessage answer = await Post(client, """{ "asAt": "2026-07-01", "facts": { "age": 18, "firstAidCourse": "2024-06-30", "kindsOfWater": ["openSea"], "lifeguards": [{ "trainedOn": "2024-01-01" }, {}] } }""");

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Snapshot.Match(JsonSerializer.Serialize(await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken), Readable).ReplaceLineEndings("\n") + "\n", "json", method: "WebApiAnswers");

            using HttpResponseMessage refused = await Post(client, """{ "asAt": "2026-07-01", "facts": { "aged": 18 } }""");
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Task<HttpResponseMessage> Post(HttpClient client, string json)
    {
        var content = new StringContent(json, Encoding.UTF8, "application/json");
        return client.PostAsync(new Uri("/assess", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static async Task<Uri> AddressOf(Process server)
    {
        const string Says = "Now listening on: ";
        var output = new StringBuilder();
        while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            output.AppendLine(line);
            if (line.IndexOf(Says, StringComparison.Ordinal) is >= 0 and int start)
            {
                return new Uri(line[(start + Says.Length)..].Trim());
            }
        }

        throw new InvalidOperationException($"The server stopped: {output}{await server.StandardError.ReadToEndAsync(CancellationToken.None)}");
    }
}
