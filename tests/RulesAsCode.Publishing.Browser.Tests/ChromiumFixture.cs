using Microsoft.Playwright;
using RulesAsCode.Publishing.Browser.Tests;
using RulesAsCode.Testing;

[assembly: AssemblyFixture(typeof(ChromiumFixture))]

namespace RulesAsCode.Publishing.Browser.Tests;

/// <summary>One browser and one server for all tests. A machine without what they need skips them and says so; continuous integration fails.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>Generous: a busy machine is no defect of a page.</summary>
    private const float Patience = 120_000;

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private SiteServer? _server;

    private static bool MustRun => Environment.GetEnvironmentVariable("CI") is "true" or "1";

    /// <summary>The text of axe, the accessibility checker.</summary>
    internal static string AxeScript
    {
        get
        {
            const string place = "tests/RulesAsCode.Publishing.Browser.Tests";
            string file = RepositoryRoot.PathTo(place + "/node_modules/axe-core/axe.min.js");
            Need(File.Exists(file), $"axe-core is not installed: run 'npm ci' in {place}.");
            return File.ReadAllText(file);
        }
    }

    /// <summary>The root of the server.</summary>
    internal string Address => _server!.Address;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } chromium)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
            Timeout = Patience,
        });
        _server = SiteServer.Start(Sites.Files);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>
    /// Lets a test act on a page of a browser that has never seen a site. Afterwards nothing may stand in the console that is an error, a violation
    /// of the policy included, and nothing may have been asked for elsewhere.
    /// </summary>
    /// <param name="path">The page, from the root of the server, or an address of a file.</param>
    /// <param name="act">What is done there.</param>
    /// <param name="options">How the browser differs from an ordinary one.</param>
    /// <param name="hasAxe">Whether axe is there on every page.</param>
    internal async Task VisitAsync(string path, Func<IPage, Task> act, BrowserNewContextOptions? options = null, bool hasAxe = false)
    {
        Need(_browser is not null, "No Chromium is installed at " + string.Join(", ", Places) + ".");
        var problems = new List<string>();
        await using IBrowserContext context = await _browser!.NewContextAsync(options ?? new BrowserNewContextOptions());
        context.SetDefaultTimeout(Patience);
        if (hasAxe)
        {
            await context.AddInitScriptAsync(AxeScript);
        }

        IPage page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                problems.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, problem) => problems.Add($"{page.Url}: {problem}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Address, StringComparison.Ordinal) && new Uri(request.Url).Scheme is not ("file" or "blob"))
            {
                problems.Add($"{page.Url}: asks for {request.Url}");
            }
        };
        await page.GotoAsync(path.StartsWith("file:", StringComparison.Ordinal) ? path : Address + path);
        await act(page);
        Assert.Empty(problems);
    }

    private static void Need(bool there, string without)
    {
        if (!there && MustRun)
        {
            Assert.Fail(without);
        }

        Assert.SkipUnless(there, without);
    }
}
