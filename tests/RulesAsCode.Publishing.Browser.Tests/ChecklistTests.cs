using Microsoft.Playwright;

namespace RulesAsCode.Publishing.Browser.Tests;

/// <summary>Ticks: remembered, saved, restored, and honest about a requirement that has changed.</summary>
public sealed class ChecklistTests(ChromiumFixture chromium)
{
    private const string Home = "index.html";

    [Fact]
    public Task TickIsRememberedAndShownOnTheRequirementsPage() => chromium.VisitAsync(Sites.Own + Home, async page =>
    {
        await page.Locator("#tick-user-id").CheckAsync();
        await SaysAsync(page.Locator("#count"), "1 of 8 ticked.");

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#tick-user-id")).ToBeCheckedAsync();
        await SaysAsync(page.Locator("#note-user-id"), "Ticked on ");

        await page.Locator("[href='requirements/user-id.html']").ClickAsync();
        await SaysAsync(page.Locator("[data-status-of]"), "Ticked on ");

        await page.GotoAsync(chromium.Address + Sites.Own + Home);
        await page.Locator("#tick-user-id").UncheckAsync();
        await page.ReloadAsync();
        await SaysAsync(page.Locator("#count"), "0 of 8 ticked.");
    });

    [Fact]
    public Task CopyThatWasSavedIsRestoredAfterClearing() => chromium.VisitAsync(Sites.Own + Home, async page =>
    {
        await page.Locator("#tick-user-id").CheckAsync();
        await page.Locator("#tick-srept").CheckAsync();
        IDownload copy = await page.RunAndWaitForDownloadAsync(() => page.Locator("#save").ClickAsync());
        Assert.Equal("dcc-user-checklist-ticks.json", copy.SuggestedFilename);
        string text = await File.ReadAllTextAsync(await copy.PathAsync());

        await page.Locator("#clear").ClickAsync();
        await page.ReloadAsync();
        await SaysAsync(page.Locator("#count"), "0 of 8 ticked.");

        await page.SetInputFilesAsync("#file", Json("not-ours.json", "{\"schema\":1,\"ticks\":{}}"));
        await SaysAsync(page.Locator("#said"), "That file is not a copy of this checklist.");

        await page.SetInputFilesAsync("#file", Json("copy.json", text));
        await SaysAsync(page.Locator("#said"), "The copy is restored.");
        await page.ReloadAsync();
        await SaysAsync(page.Locator("#count"), "2 of 8 ticked.");
        await Assertions.Expect(page.Locator("#tick-srept")).ToBeCheckedAsync();
    });

    [Fact]
    public Task ClearingCanBeUndone() => chromium.VisitAsync(Sites.Own + Home, async page =>
    {
        await page.Locator("#tick-user-id").CheckAsync();
        await page.Locator("#clear").ClickAsync();
        await SaysAsync(page.Locator("#count"), "0 of 8 ticked.");
        await page.Locator("#said button").ClickAsync();
        await SaysAsync(page.Locator("#count"), "1 of 8 ticked.");
    });

    [Fact]
    public Task TickOfARequirementThatHasChangedAsksForAnotherLook() => chromium.VisitAsync(Sites.Before + Home, async page =>
    {
        await page.Locator("#tick-number-1").CheckAsync();
        await page.Locator("#tick-number-2").CheckAsync();

        await page.GotoAsync(chromium.Address + Sites.After + Home);
        await SaysAsync(page.Locator("#note-number-1"), "check it again");
        await Assertions.Expect(page.Locator("#tick-number-1")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#tick-number-2")).ToBeCheckedAsync();
        await SaysAsync(page.Locator("#count"), "1 of 4 ticked.");

        await page.Locator("#tick-number-1").CheckAsync();
        await SaysAsync(page.Locator("#count"), "2 of 4 ticked.");
        Assert.DoesNotContain("again", await page.Locator("#note-number-1").InnerTextAsync(), StringComparison.Ordinal);
    });

    [Fact]
    public Task LinkIsUsedOnlyWhenTheReaderSaysSo() => chromium.VisitAsync(Sites.Own + Home + "#ticks=user-id.2026-01-05.0000000000000000", async page =>
    {
        await SaysAsync(page.Locator("#said"), "holds 1 of 8 ticks");
        await SaysAsync(page.Locator("#note-user-id"), "");
        await page.Locator("#accept").ClickAsync();
        await SaysAsync(page.Locator("#note-user-id"), "Ticked on 5 January 2026, before this requirement changed: check it again.");
        Assert.DoesNotContain("#ticks", page.Url, StringComparison.Ordinal);
    });

    private static Task SaysAsync(ILocator place, string text) => text.Length == 0
        ? Assertions.Expect(place).ToBeEmptyAsync()
        : Assertions.Expect(place).ToContainTextAsync(text);

    private static FilePayload Json(string name, string text) => new() { Name = name, MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}
