using Microsoft.Playwright;

namespace RulesAsCode.Publishing.Browser.Tests;

/// <summary>
/// What holds for every page of a site. A page is loaded once for all that scripts do not change, and once more without them: loading is the dear part.
/// </summary>
public sealed class EveryPageTests(ChromiumFixture chromium)
{
    /// <summary>Texts of the main part that are not on the screen, or on paper when that is emulated.</summary>
    private const string HiddenTexts = """
        notRead => [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, p, li, th, td, dt, dd, pre)')]
          .filter(element => element.textContent.trim() && !element.matches('.scripted, .scripted *, .unscripted, .tick-note, ' + notRead))
          .filter(element => !element.checkVisibility({ contentVisibilityAuto: true }) || element.getBoundingClientRect().height === 0)
          .map(element => element.tagName + ' ' + element.textContent.trim().slice(0, 80))
        """;

    private const string ScrollsSideways = "() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth";

    public static TheoryData<string> Guides => [Sites.Own, Sites.Leave];

    /// <summary>axe in light and dark, narrow and wide; nothing wider than 320 pixels; nothing folded away on paper.</summary>
    [Theory]
    [MemberData(nameof(Guides))]
    public Task EveryPageIsAccessibleNarrowAndWholeOnPaper(string site) => ForEachAsync(site, new BrowserNewContextOptions(), async page =>
    {
        var problems = new List<string>(await Axe.ProblemsAsync(page, async width =>
            width == Axe.Narrow && await page.EvaluateAsync<bool>(ScrollsSideways) ? "scrolls sideways" : null));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Light });
        problems.AddRange((await page.EvaluateAsync<string[]>(HiddenTexts, "nav *, .self, .self *")).Select(text => "not on paper: " + text));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        return problems;
    }, hasAxe: true);

    [Theory]
    [MemberData(nameof(Guides))]
    public Task MainTextIsThereWithoutScriptsAndNothingIsDead(string site) => ForEachAsync(site, new BrowserNewContextOptions { JavaScriptEnabled = false }, async page =>
    {
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
        string[] dead = [.. await page.Locator(":is(button, [role=search], input:not([type=checkbox])):visible").AllInnerTextsAsync()];
        return [.. dead.Select(text => "dead: " + text), .. await page.EvaluateAsync<string[]>(HiddenTexts, ".on-paper")];
    });

    [Fact]
    public Task HostileTextRunsNothingAndWidensNoPage() => ForEachAsync(Sites.Hostile, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = Axe.Narrow, Height = 640 } }, async page =>
    {
        // One that the policy of the page had to stop stands in the console, which is looked at as on every visit.
        bool isWide = await page.EvaluateAsync<bool>(ScrollsSideways);
        int scripts = await page.Locator("script:not([src])").CountAsync();
        return [.. isWide ? ["scrolls sideways"] : Array.Empty<string>(), .. scripts > 0 ? [$"{scripts} scripts"] : Array.Empty<string>()];
    });

    private async Task ForEachAsync(string site, BrowserNewContextOptions options, Func<IPage, Task<List<string>>> problemsOf, bool hasAxe = false)
    {
        var problems = new List<string>();
        string[] pages = [.. Sites.Pages(site)];
        Assert.True(pages.Length > 10, $"{pages.Length} pages");
        await chromium.VisitAsync(pages[0], async page =>
        {
            foreach (string path in pages)
            {
                if (path != pages[0])
                {
                    await page.GotoAsync(chromium.Address + path);
                }

                problems.AddRange((await problemsOf(page)).Select(problem => path + ": " + problem));
            }
        }, options, hasAxe);
        Assert.Empty(problems);
    }
}
