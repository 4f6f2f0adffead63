using Microsoft.Playwright;

namespace RulesAsCode.Publishing.Browser.Tests;

/// <summary>axe on every page and in the states that scripts bring about: light and dark, narrow and wide.</summary>
public sealed class AccessibilityTests(ChromiumFixture chromium)
{
    /// <summary>Every rule of WCAG 2.0 to 2.2, A and AA, and the best practices.</summary>
    private const string Run = """
        async () => (await axe.run(document, {
          runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
          rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'], elementRef: false
        })).violations.map(found => found.id + ': ' + found.help + ' at ' + found.nodes.map(node => node.target.join(' ')).slice(0, 3).join(', '))
        """;

    public static TheoryData<string> Guides => [Sites.Own, Sites.Leave];

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task AxeFindsNothingOnAnyPage(string site)
    {
        var problems = new List<string>();
        string[] pages = [.. Sites.Pages(site)];
        Assert.True(pages.Length > 10, $"{pages.Length} pages");
        string axe = ChromiumFixture.Axe;
        await chromium.VisitAsync(pages[0], async page =>
        {
            foreach (string path in pages)
            {
                await page.GotoAsync(chromium.Address + path);
                problems.AddRange(await ProblemsAsync(page, axe, path));
            }
        });
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("index.html", "#tick-user-id", null, "#count:has-text('1 of 8')")]
    [InlineData("index.html", "#clear", null, "#said:has-text('cleared')")]
    [InlineData("index.html#ticks=user-id.2026-01-05.0000000000000000", "#accept", null, "#note-user-id.changed")]
    [InlineData("index.html#ticks=user-id.2026-01-05.0000000000000000", null, null, "#offer:visible")]
    [InlineData("timeline.html", "#timeline-entry-from-3", "1 December 2025", ".skipped:has-text('Christmas')")]
    [InlineData("timeline.html", "#timeline-entry-from-3", "soon", "#timeline-entry-from-3-not:has-text('not a date')")]
    [InlineData("search.html", "#q", "privacy", "#found:has-text('found.')")]
    [InlineData("search.html", "#q", "zzzz", "#found:has-text('Nothing')")]
    public async Task AxeFindsNothingAfterwards(string path, string? field, string? text, string reached)
    {
        string axe = ChromiumFixture.Axe;
        await chromium.VisitAsync(Sites.Own + path, async page =>
        {
            if (field is not null && text is not null)
            {
                await page.Locator(field).FillAsync(text);
                await page.Keyboard.PressAsync("Tab");
            }
            else if (field is not null)
            {
                await page.Locator(field).ClickAsync();
            }

            await page.Locator(reached).WaitForAsync();
            Assert.Empty(await ProblemsAsync(page, axe, path));
        });
    }

    private static async Task<List<string>> ProblemsAsync(IPage page, string axe, string path)
    {
        var problems = new List<string>();
        await page.EvaluateAsync(axe + "; 0");
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            foreach (int width in new[] { 320, 1280 })
            {
                await page.SetViewportSizeAsync(width, 800);
                problems.AddRange((await page.EvaluateAsync<string[]>(Run)).Select(problem => $"{path}, {scheme}, {width}: {problem}"));
            }
        }

        return problems;
    }
}
