using Microsoft.Playwright;

namespace RulesAsCode.Publishing.Browser.Tests;

/// <summary>axe, the accessibility checker, on a page that was opened with it.</summary>
internal static class Axe
{
    public const int Narrow = 320;
    private const int Wide = 1280;

    /// <summary>Every rule of WCAG 2.0 to 2.2, A and AA, and the best practices.</summary>
    private const string Run = """
        async () => (await axe.run(document, {
          runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
          rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'], elementRef: false
        })).violations.map(found => found.id + ': ' + found.help + ' at ' + found.nodes.map(node => node.target.join(' ')).slice(0, 3).join(', '))
        """;

    /// <summary>What it finds in light and dark, narrow and wide.</summary>
    /// <param name="page">The page.</param>
    /// <param name="more">What else is wrong at a width; null for nothing.</param>
    public static async Task<List<string>> ProblemsAsync(IPage page, Func<int, Task<string?>>? more = null)
    {
        var problems = new List<string>();
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            foreach (int width in new[] { Narrow, Wide })
            {
                await page.SetViewportSizeAsync(width, 800);
                problems.AddRange((await page.EvaluateAsync<string[]>(Run)).Select(problem => $"{scheme}, {width}: {problem}"));
                if (more is not null && await more(width) is { } problem)
                {
                    problems.Add($"{scheme}, {width}: {problem}");
                }
            }
        }

        return problems;
    }
}
