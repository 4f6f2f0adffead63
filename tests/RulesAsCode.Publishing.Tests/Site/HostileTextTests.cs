using System.Net;
using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Publishing.Tests.Site;

/// <summary>Text of the rules that tries to be more than text: it is shown, and nothing else happens.</summary>
public sealed class HostileTextTests
{
    private static readonly string LongWord = new('w', 10_000);

    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script>",
        "</main></body><img src=x onerror=alert(1)>",
        "{{ 1 + 1 }} {{ include 'site/home' }} {% raw %}",
        "[press](javascript:alert(1)) and javascript:alert(2)",
        "![picture](https://elsewhere.example/x.png)",
        "it's `code` & <b>bold</b> &lt; &amp; &#60;",
        "say {0} and {1}",
        "\"double\" 'single' “curly” ` \" onfocus=\"alert(1)\" x=\"",
        "--> <!-- ]]> ?>",
        "turned \u202Egnp.exe and \u2067isolated",
        LongWord,
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void It_stands_in_every_page_as_text(string text)
    {
        IReadOnlyDictionary<string, string> site = Sites.Of(Model(text));
        RequireOnlyText(site);

        // A title is plain text: exactly that text is shown.
        ShowsIn(Quoted(text), site["requirements/one.html"], "<h1>(.*?)</h1>");
        ShowsIn(Quoted(text), site["index.html"], "<label.*?>(.*?)</label>");
        ShowsIn(Quoted(text), site["guide.html"], "<h3 id=\"requirement-one\">(.*?)</h3>");
        ShowsIn(Quoted(text), site["sections.html"], "<tbody>\\s*<tr><th scope=\"rowgroup\".*?<strong><a[^>]*>(.*?)</a>");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void It_stands_in_the_guide_as_text(string text)
    {
        string html = RequireOnlyText(Publication.Of(Model(text)).First(file => file.Path == "guide.md").Text);
        ShowsIn(Quoted(text), html, "<h1>(.*?)</h1>");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_page_of_the_publisher_shows_it_as_text(string text)
    {
        RulesModel model = Rules.Model(SmallGuide.Library, SmallGuide.Guide);
        string body = text.Replace("](javascript", "] (javascript", StringComparison.Ordinal);
        IReadOnlyDictionary<string, string> site = Sites.Of(model, new SiteOptions(Own: Files(
            ("pages/own.md", $"# {text}\n\n{text}\n\n## {text}\n\n- {text}\n\n> {text}\n\n| {body.Replace('|', ' ')} | x |\n|---|---|\n| y | z |\n"))));
        RequireOnlyText(site);
        ShowsIn(text, site["pages/own.html"], "<h1>(.*?)</h1>");
        ShowsIn(text, site["index.html"], "pages/own\\.html\">(.*?)</a>");
        ShowsIn(text, site["search.html"], "pages/own\\.html\">(.*?)</a>");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Words_of_the_interface_show_it_as_text(string text)
    {
        // What is filled in has a place in ours only; every other text may be anything.
        string word = text.Replace("{0} and {1}", "{9", StringComparison.Ordinal);
        string texts = System.Text.Json.JsonSerializer.Serialize(Rendering.SiteTexts.BuiltIn.Keys
            .Where(key => key is not ("months" or "weekdays" or "language"))
            .Where((key, place) => text.Length < 1000 || key is "skip" or "sections.uncited" || place % 40 == 0).ToDictionary(key => key, _ => word));
        SiteOptions options = new(Own: Files(("texts.json", texts)));
        RulesModel model = Rules.Model(SmallGuide.Library, SmallGuide.Guide);
        IReadOnlyDictionary<string, string> site = Sites.Of(model, options);
        RequireOnlyText(site);
        ShowsIn(word, site["index.html"], "<a class=\"skip\" href=\"#main\">(.*?)</a>");
        string html = RequireOnlyText(Publication.Of(model, options).First(file => file.Path == "guide.md").Text);
        Assert.Contains(Shown(word), Shown(Regex.Replace(html, "<.*?>", ""), isMarkup: true), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_title_of_the_settings_is_shown_as_text(string text)
    {
        IReadOnlyDictionary<string, string> site = Sites.Of(Rules.Model(SmallGuide.Library, SmallGuide.Guide), new SiteOptions(Own: Files(("site.config", "title: " + text))));
        RequireOnlyText(site);
        Assert.All(site.Pages(), page => ShowsIn(text, page.Value, "<p class=\"site-name\"><a[^>]*>(.*?)</a>"));
        Assert.All(site.Pages(), page => ShowsIn(text, page.Value, "<title>(.*?)</title>"));
    }

    private static Own.PublisherFiles Files(params (string Path, string Text)[] files) =>
        Own.PublisherFiles.Of(files.Select(file => new Own.PublisherFile(file.Path, Compiler.Text.SourceText.From("rules/site/" + file.Path, file.Text))));

    /// <summary>Nothing on any page runs, loads or ends what it should not, and a word without an end does not widen the page.</summary>
    private static void RequireOnlyText(IReadOnlyDictionary<string, string> site) => Assert.All(site.Pages(), page =>
    {
        Assert.DoesNotMatch("<script(?! src=\"[./]*assets/[a-z-]+\\.js\" defer>)", page.Value);
        Assert.DoesNotMatch("<[^<>]*\\son[a-z]+\\s*=", WithoutValues(page.Value));
        Assert.DoesNotMatch("<img|<b>bold|href=\"javascript|(?:href|src)=\"[^\"]*elsewhere[^\"]*\\.png\"[^>]*/>", page.Value);
        Assert.Single(Regex.Matches(page.Value, "</main>"));
        Assert.Single(Regex.Matches(page.Value, "</body>"));
    });

    /// <summary>The same of a Markdown document, which is given as HTML.</summary>
    private static string RequireOnlyText(string markdown)
    {
        string html = Markdig.Markdown.ToHtml(Regex.Replace(markdown, "<a id=\"[a-z0-9-]*\"></a>", ""));
        Assert.DoesNotMatch("<script|<img src=x|href=\"javascript|<b>bold|<[^<>]*\\son[a-z]+\\s*=", WithoutValues(html).Replace("&lt;", "", StringComparison.Ordinal));
        return html;
    }

    private static void ShowsIn(string text, string html, string place)
    {
        Match found = Regex.Match(html, place, RegexOptions.Singleline);
        Assert.True(found.Success, place);
        Assert.Contains(Shown(text), Shown(found.Groups[1].Value, isMarkup: true), StringComparison.Ordinal);
    }

    /// <summary>Markup whose attributes have no values: what stands in one is text, whatever it looks like.</summary>
    private static string WithoutValues(string html) => Regex.Replace(html, "=\"[^\"]*\"", "=\"\"");

    [Fact]
    public void Marks_of_direction_end_with_the_text_that_has_them()
    {
        string page = Sites.Of(Model("turned \u202Egnp.exe and \u2067isolated"))["requirements/one.html"];
        Assert.Contains("<h1>turned &#x202e;gnp.exe and &#x2067;isolated&#x2069;&#x202c;</h1>", page, StringComparison.Ordinal);
        string guide = Publication.Of(Model("turned \u202Egnp.exe and \u2067isolated")).First(file => file.Path == "guide.md").Text;
        Assert.Contains("</a>turned \u202Egnp.exe and \u2067isolated\u2069\u202C\n", guide, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_of_prose_leads_to_the_web_or_nowhere()
    {
        string html = Prose("[a](https://good.example/?a=1&b=2) [b](javascript:x) [c](other.html) <https://auto.example/> [d](data:text/html,x) ![e](https://e.example/e.png)");
        Assert.Equal(
            "<p><a href=\"https://good.example/?a=1&amp;b=2\">a</a> [b](javascript:x) [c](other.html) <a href=\"https://auto.example/\">https://auto.example/</a> "
            + "[d](data:text/html,x) <a href=\"https://e.example/e.png\">e</a></p>",
            html);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Prose_shows_it_as_text(string text)
    {
        string html = Prose(text);
        Assert.DoesNotMatch("<(?!/?(?:p|em|strong|code|a)[ >])|href=\"(?!https://)|\\son[a-z]+=[^&]*<", html);
        string letters = string.Concat(text.Where(char.IsLetterOrDigit));
        Assert.Contains(text.Contains("picture", StringComparison.Ordinal) ? "picture" : letters[..Math.Min(5, letters.Length)], string.Concat(RulesAsCode.Publishing.Html.VisibleText.Of(html).Where(char.IsLetterOrDigit)), StringComparison.Ordinal);
    }

    private static string Prose(string markdown) =>
        new RulesAsCode.Publishing.Html.HtmlProse(new RulesAsCode.Publishing.Html.GlossaryLinks(new RulesAsCode.Publishing.Markdown.GlossaryTerms([]), anchor => anchor), "Table").Render(markdown, 3, null).Blocks;

    private static string Shown(string text, bool isMarkup = false) =>
        string.Concat((isMarkup ? WebUtility.HtmlDecode(text) : text).Where(c => !char.IsWhiteSpace(c) && c is not ('\u202C' or '\u2069')));

    /// <summary>A text of the rules has no double quotation marks; their prose may.</summary>
    private static string Quoted(string text) => text.Replace('"', '\'');

    private static RulesModel Model(string text)
    {
        string quoted = Quoted(text);

        // HTML and links to elsewhere than the web are refused in the prose of rules, by the compiler.
        string prose = Regex.IsMatch(text, "<|\\]\\(j") ? "plain" : text;
        return Rules.Model(
            $$"""
            guide G "{{quoted}}"
              for "{{quoted}}"
              working days from C
            source Act "{{quoted}}"
              section 1 "{{quoted}}"
                status "{{quoted}}"
            term berth "{{quoted}}"
              meaning "{{quoted}}"
            calendar C
              weekend Sunday
              covers 2024 to 2025
            reading R "{{quoted}}"
              taken "{{quoted}}"
              owner "{{quoted}}"
            facts F
              asked on is a date or none
                ask "{{quoted}}"
              moored on is a date or none
            requirement One "{{quoted}}"
              see Act 1
                quote "{{quoted}}"
              reading R
              applies always
              requires moored on within 2 working days after asked on
                otherwise "{{quoted}}"
              takes an unknown time "{{quoted}}"
              guidance:
                Words: {{prose}}
            timeline T "{{quoted}}"
              shows One
              note "{{quoted}}"
            contact K
              hours "{{quoted}}"
            disclaimer D
              shown on every page
              text "{{quoted}}"
            example "{{quoted}}"
              as at 1 June 2024
              given
                asked on is 2 May 2024
              expect
                One is undecided
            change 1 May 2024 "{{quoted}}"
              touches One
            """);
    }
}
