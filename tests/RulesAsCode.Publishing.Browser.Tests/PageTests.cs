using Microsoft.Playwright;
using RulesAsCode.Testing;

namespace RulesAsCode.Publishing.Browser.Tests;

/// <summary>Dates, search, print, and the ways to read a page that are not a mouse on a wide screen.</summary>
public sealed class PageTests(ChromiumFixture chromium)
{
    /// <summary>Texts of the main part that are not on the screen, or on paper when that is emulated.</summary>
    private const string HiddenTexts = """
        notRead => [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, p, li, th, td, dt, dd, pre)')]
          .filter(element => element.textContent.trim() && !element.matches('.scripted, .scripted *, .unscripted, .tick-note, ' + notRead))
          .filter(element => !element.checkVisibility({ contentVisibilityAuto: true }) || element.getBoundingClientRect().height === 0)
          .map(element => element.tagName + ' ' + element.textContent.trim().slice(0, 80))
        """;

    public static TheoryData<string> Guides => [Sites.Own, Sites.Leave];

    [Theory]
    [InlineData("Notification received on", "23 December 2025", "#timeline-entry-from-4", "by Monday 29 December 2025", "by Friday 2 January 2026")]
    [InlineData("Notice to DCC", "2025-12-01", "#timeline-entry-from-3", "from Thursday 26 February 2026")]
    [InlineData("Notice to DCC", "28/12/2028", "#timeline-entry-from-3", "cannot be said: the calendar England and Wales covers 1 January 2012 to 31 December 2028")]
    public Task DatesAreCountedByTheCalendar(string from, string date, string field, params string[] dates) => chromium.VisitAsync(Sites.Own + "timeline.html", async page =>
    {
        await page.GetByLabel(from, new PageGetByLabelOptions { Exact = true }).FillAsync(date);
        ILocator cells = page.Locator($"[data-origin='{field[1..]}']");
        await Assertions.Expect(cells).ToHaveTextAsync(dates);
        if (date.Contains("2025", StringComparison.Ordinal))
        {
            await Assertions.Expect(page.Locator(".skipped")).ToContainTextAsync("25 December 2025 (Christmas Day); 26 December 2025 (Boxing Day); 1 January 2026 (New Year");
        }
    });

    [Fact]
    public Task TextThatIsNoDateIsToldSoWhenItIsWritten() => chromium.VisitAsync(Sites.Own + "timeline.html", async page =>
    {
        await page.Locator("#timeline-entry-from-3").FillAsync("soon");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#timeline-entry-from-3-not")).ToContainTextAsync("This is not a date");
        await Assertions.Expect(page.Locator("#timeline-entry-from-3")).ToHaveAttributeAsync("aria-invalid", "true");
    });

    [Fact]
    public Task SearchFiltersAndSaysHowManyItFinds() => chromium.VisitAsync(Sites.Own + "search.html", async page =>
    {
        await page.Locator("#q").FillAsync("privacy audit");
        ILocator found = page.Locator(".found li:visible");
        int count = await found.CountAsync();
        Assert.InRange(count, 1, 20);
        Assert.All(await found.AllInnerTextsAsync(), text => Assert.Contains("audit", text, StringComparison.OrdinalIgnoreCase));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(count == 1 ? "1 entry found." : $"{count} entries found.");

        await page.Locator("#q").FillAsync("zzzz");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Nothing found.");

        await page.GotoAsync(chromium.Address + Sites.Own + "search.html?q=credit");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("found.");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("credit");
    });

    [Theory]
    [MemberData(nameof(Guides))]
    public Task NothingIsFoldedAwayOnPaper(string site) => EveryPageAsync(site, new BrowserNewContextOptions(), async page =>
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        return await page.EvaluateAsync<string[]>(HiddenTexts, ".back, .back *, nav *, .self, .self *");
    });

    [Theory]
    [MemberData(nameof(Guides))]
    public Task MainTextIsThereWithoutScriptsAndNothingIsDead(string site) => EveryPageAsync(site, new BrowserNewContextOptions { JavaScriptEnabled = false }, async page =>
    {
        string[] dead = [.. await page.Locator(":is(button, [role=search], input:not([type=checkbox])):visible").AllInnerTextsAsync()];
        return [.. dead.Select(text => "dead: " + text), .. await page.EvaluateAsync<string[]>(HiddenTexts, ".on-paper")];
    }, openDetails: true);

    [Theory]
    [MemberData(nameof(Guides))]
    public Task NoPageScrollsSidewaysAt320Pixels(string site) => EveryPageAsync(site, Narrow, async page =>
        await page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth") ? ["scrolls sideways"] : []);

    [Fact]
    public Task KeyboardAloneIsEnough() => chromium.VisitAsync(Sites.Own + "index.html", async page =>
    {
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
        for (int i = 0; i < 40 && !await page.EvaluateAsync<bool>("() => document.activeElement.id === 'tick-user-id'"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("#tick-user-id")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("1 of 8 ticked.");
    });

    [Fact]
    public Task SiteWorksFromDisk() => chromium.VisitAsync(new Uri(RepositoryRoot.PathTo("generated-docs/site/index.html")).AbsoluteUri, async page =>
    {
        await page.Locator("#tick-user-id").CheckAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#tick-user-id")).ToBeCheckedAsync();

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Timeline", Exact = true }).ClickAsync();
        await page.Locator("#timeline-entry-from-3").FillAsync("1 December 2025");
        await Assertions.Expect(page.Locator("[data-origin=timeline-entry-from-3]")).ToHaveTextAsync("from Thursday 26 February 2026");

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Search", Exact = true }).ClickAsync();
        await page.Locator("#q").FillAsync("credit");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("found.");
    });

    internal static BrowserNewContextOptions Narrow => new() { ViewportSize = new ViewportSize { Width = 320, Height = 640 } };

    /// <summary>Asks every page of a site for what is wrong with it.</summary>
    private async Task EveryPageAsync(string site, BrowserNewContextOptions options, Func<IPage, Task<string[]>> problemsOf, bool openDetails = false)
    {
        var problems = new List<string>();
        string[] pages = [.. Sites.Pages(site)];
        Assert.True(pages.Length > 10, $"{pages.Length} pages");
        await chromium.VisitAsync(pages[0], async page =>
        {
            foreach (string path in pages)
            {
                await page.GotoAsync(chromium.Address + path);
                if (openDetails)
                {
                    foreach (ILocator summary in await page.Locator("details:not([open]) > summary").AllAsync())
                    {
                        await summary.EvaluateAsync("summary => summary.parentElement.open = true");
                    }
                }

                problems.AddRange((await problemsOf(page)).Select(problem => path + ": " + problem));
            }
        }, options);
        Assert.Empty(problems);
    }
}
