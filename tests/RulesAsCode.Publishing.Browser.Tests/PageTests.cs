using Microsoft.Playwright;
using RulesAsCode.Testing;

namespace RulesAsCode.Publishing.Browser.Tests;

/// <summary>Dates, search, print, and the ways to read a page that are not a mouse on a wide screen.</summary>
public sealed class PageTests(ChromiumFixture chromium)
{
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
}
