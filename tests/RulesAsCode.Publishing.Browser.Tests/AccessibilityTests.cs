using Microsoft.Playwright;

namespace RulesAsCode.Publishing.Browser.Tests;

/// <summary>axe in the states that scripts bring about, and on what <c>rules serve</c> adds to a page.</summary>
public sealed class AccessibilityTests(ChromiumFixture chromium)
{
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
            Assert.Empty(await Axe.ProblemsAsync(page));
        }, hasAxe: true);
    }

    /// <summary>With the style and the markup that the command adds above the last good site.</summary>
    [Fact]
    public Task DiagnosticsAboveAPageCanBeRead() => chromium.VisitAsync(Sites.Own + "index.html", async page =>
    {
        await page.EvaluateAsync("""
            () => new Promise(loaded => {
              document.body.insertAdjacentHTML('afterbegin', '<section class="rules-problem" role="alert" aria-label="Diagnostics"><h2>The rules do not build.</h2><pre tabindex="0">main.rules:1:1: error</pre></section>');
              const style = document.createElement('link');
              style.rel = 'stylesheet';
              style.href = 'assets/serve.css';
              style.onload = loaded;
              document.head.append(style);
            })
            """);
        Assert.Empty(await Axe.ProblemsAsync(page));
    }, hasAxe: true);
}
