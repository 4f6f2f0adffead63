using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace RulesAsCode.Tool.Tests;

/// <summary><c>rules serve</c>, run in process and asked over its port.</summary>
public sealed class ServeTests : IAsyncLifetime
{
    private readonly ToolFolder _folder = ToolFolder.WithBathingLicence();
    private readonly Heard _printed = new();
    private readonly Heard _told = new();
    private readonly CancellationTokenSource _interrupt = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private Task<int>? _run;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _interrupt.CancelAsync();
        if (_run is not null)
        {
            await _run;
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task APageIsLoadedAgainWhenARuleChangesAndShowsWhatIsWrongOverTheLastGoodSite()
    {
        Uri site = await StartAsync();
        string first = await _client.GetStringAsync(site, Cancel);
        Assert.Contains("<script src=\"/-/serve.js\" data-version=\"" + VersionOf(first) + "\" defer></script>", first, StringComparison.Ordinal);
        Assert.DoesNotContain("rules-problem", first, StringComparison.Ordinal);
        using StreamReader events = new(await _client.GetStreamAsync(new Uri(site, "/-/events"), Cancel));
        Assert.Equal(VersionOf(first), await NextVersionAsync(events, Cancel));

        // A rule changes.
        string rules = _folder.Read("rules/main.rules");
        _folder.Write("rules/main.rules", rules.Replace("guide Bathing Licence \"", "guide Bathing Licence \"Renewed: ", StringComparison.Ordinal));
        string second = await PageAsync(events, site, page => page.Contains("<h1>Renewed: ", StringComparison.Ordinal));
        Assert.DoesNotContain("rules-problem", second, StringComparison.Ordinal);

        // A rule breaks.
        _folder.Write("rules/main.rules", rules.Replace("applies always", "applies allways <b>", StringComparison.Ordinal));
        string third = await PageAsync(events, site, page => page.Contains("allways", StringComparison.Ordinal));
        Assert.Matches("<section class=\"rules-problem\" role=\"alert\"[^>]*>\n<h2>The rules do not build. Below is the last site that did.</h2>\n<pre tabindex=\"0\">[^<]*rules/main\\.rules:[0-9]+:[0-9]+: error RAC[0-9]{4}: ", third);
        Assert.DoesNotContain("allways <b>", third, StringComparison.Ordinal);
        Assert.Matches("<h1>Renewed: ", third);
        Assert.Contains("error RAC", _told.ToString(), StringComparison.Ordinal);

        // It is put right.
        _folder.Write("rules/main.rules", rules);
        Assert.Equal(first, await PageAsync(events, site, page => VersionOf(page) == VersionOf(first)));

        // Nothing is written.
        Assert.False(_folder.Exists("generated-docs"));
    }

    [Fact]
    public async Task WhatThePublisherAddsIsFollowedToo()
    {
        Uri site = await StartAsync();
        using StreamReader events = new(await _client.GetStreamAsync(new Uri(site, "/-/events"), Cancel));
        await NextVersionAsync(events, Cancel);

        _folder.Write("rules/site/site.config", "titel: Ours\n");
        await PageAsync(events, site, page => page.Contains("rules/site/site.config:1: There is no setting &#39;titel&#39;. Did you mean &#39;title&#39;?", StringComparison.Ordinal));

        _folder.Write("rules/site/site.config", "title: Ours\nbase address: https://example.org/guide/\n");
        string page = await PageAsync(events, site, page => page.Contains("<h1>Ours</h1>", StringComparison.Ordinal));
        Assert.DoesNotContain("rules-problem", page, StringComparison.Ordinal);

        // Served here, the page for addresses that do not exist links to here.
        Assert.Contains("href=\"/index.html\"", await _client.GetStringAsync(new Uri(site, "404.html"), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RulesThatAreWrongFromTheStartAreShownUntilTheyBuild()
    {
        string rules = _folder.Read("rules/main.rules");
        _folder.Write("rules/main.rules", rules.Replace("applies always", "applies allways", StringComparison.Ordinal));
        Uri site = await StartAsync();
        string broken = await _client.GetStringAsync(site, Cancel);
        Assert.Contains("<h2>The rules do not build.</h2>", broken, StringComparison.Ordinal);
        Assert.Contains("There is no site yet.", broken, StringComparison.Ordinal);

        using StreamReader events = new(await _client.GetStreamAsync(new Uri(site, "/-/events"), Cancel));
        await NextVersionAsync(events, Cancel);
        _folder.Write("rules/main.rules", rules);
        await PageAsync(events, site, page => page.Contains("id=\"checklist\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "text/html; charset=utf-8")]
    [InlineData("timeline.html", "text/html; charset=utf-8")]
    [InlineData("assets/site.css", "text/css; charset=utf-8")]
    [InlineData("assets/checklist.js", "text/javascript; charset=utf-8")]
    [InlineData("assets/icon.svg", "image/svg+xml; charset=utf-8")]
    [InlineData("requirements.json", "application/json; charset=utf-8")]
    [InlineData("sitemap.xml", "application/xml; charset=utf-8")]
    [InlineData("robots.txt", "text/plain; charset=utf-8")]
    [InlineData("-/serve.js", "text/javascript; charset=utf-8")]
    [InlineData("-/serve.css", "text/css; charset=utf-8")]
    public async Task FilesHaveTheirTypeAndTheSecurityHeaders(string path, string type)
    {
        Uri site = await StartAsync();
        using HttpResponseMessage response = await _client.GetAsync(new Uri(site, path), Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("default-src 'self'; ", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-store", Assert.Single(response.Headers.GetValues("Cache-Control")));
    }

    [Fact]
    public async Task NothingButTheSiteIsServedAndToNobodyElse()
    {
        _folder.Write("secret.txt", "a secret");
        Uri site = await StartAsync();
        foreach (string path in new[] { "/../secret.txt", "/../../etc/passwd", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/../../secret.txt", "/..\\secret.txt", "/%5c..%5csecret.txt", "//etc/passwd", "/rules/main.rules", "/guide.md", "/%00", "/no-such-page" })
        {
            string answer = await AskAsync(site, $"GET {path} HTTP/1.1\r\nHost: {site.Authority}\r\nConnection: close\r\n\r\n");
            Assert.Matches("^HTTP/1\\.1 40[04] ", answer);
            Assert.DoesNotContain("a secret", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        }

        Assert.Matches("^HTTP/1\\.1 405 ", await AskAsync(site, $"POST / HTTP/1.1\r\nHost: {site.Authority}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));

        // A page elsewhere whose name was made to lead here is not answered.
        Assert.DoesNotMatch("^HTTP/1\\.1 200 ", await AskAsync(site, $"GET / HTTP/1.1\r\nHost: elsewhere.example:{site.Port}\r\nConnection: close\r\n\r\n"));
        Assert.Equal("127.0.0.1", site.Host);
        Assert.Contains("<h1>Page not found</h1>", await (await _client.GetAsync(new Uri(site, "no-such-page"), Cancel)).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CtrlCEndsIt()
    {
        Uri site = await StartAsync();
        using Stream events = await _client.GetStreamAsync(new Uri(site, "/-/events"), Cancel);
        await _interrupt.CancelAsync();
        Assert.Equal(0, await _run!.WaitAsync(Cancel));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _client.GetStringAsync(site, Cancel));
    }

    [Fact]
    public void APortInUseAndAPathThatIsNotThereAreSaid()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;

        ToolRun run = _folder.Run("serve", "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(2, run.ExitCode);
        Assert.Matches($"^rules: Port {port} of 127\\.0\\.0\\.1 cannot be had: [^\n]+\\. Name another with --port, or let one be found with --port 0\\.\n$", run.Error);

        Assert.Equal("rules: There is no file or folder 'ruls'.\n", _folder.Run("serve", "ruls").Error);
        Assert.StartsWith("rules: --port takes a number from 0 to 65535, not '70000'.\n", _folder.Run("serve", "--port", "70000").Error, StringComparison.Ordinal);
    }

    private async Task<Uri> StartAsync()
    {
        _run = Task.Run(() => RulesTool.Run(["serve", "--port", "0"], TextReader.Null, _printed, _told, _folder.Path, () => ToolFolder.Today, untilInterrupted: () => _interrupt.Token), Cancel);
        while (true)
        {
            Assert.False(_run.IsCompleted, _told.ToString());
            if (Regex.Match(_printed.ToString(), "^Serving (http://127\\.0\\.0\\.1:[0-9]+/) ") is { Success: true } line)
            {
                return new Uri(line.Groups[1].Value);
            }

            await Task.Delay(20, Cancel);
        }
    }

    private static string VersionOf(string page) => Regex.Match(page, "data-version=\"([0-9a-f]{16})\"").Groups[1].Value;

    /// <summary>
    /// The page once it is as it should be. Each event makes it be loaded again, as a browser does; on a busy machine there may be one for a file that is still empty.
    /// </summary>
    private async Task<string> PageAsync(StreamReader events, Uri site, Func<string, bool> isExpected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            await NextVersionAsync(events, patience.Token);
            string page = await _client.GetStringAsync(site, patience.Token);
            if (isExpected(page))
            {
                return page;
            }
        }
    }

    private static async Task<string> NextVersionAsync(StreamReader events, CancellationToken cancel)
    {
        while (await events.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line[6..];
            }
        }

        throw new InvalidOperationException("The events have ended.");
    }

    /// <summary>Asks for exactly these bytes: a client would put the path in order first.</summary>
    private static async Task<string> AskAsync(Uri site, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, site.Port, Cancel);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancel);
    }

    /// <summary>What the tool writes on its thread, to be read on that of the test.</summary>
    private sealed class Heard : TextWriter
    {
        private readonly StringBuilder _text = new();

        public Heard() => NewLine = "\n";

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            lock (_text)
            {
                _text.Append(value);
            }
        }

        public override string ToString()
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }
}
