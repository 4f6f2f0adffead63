using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Publishing.Html;
using RulesAsCode.Publishing.Own;
using RulesAsCode.Testing;

namespace RulesAsCode.Publishing.Tests.Site;

/// <summary>What a publisher puts into the folder <c>site</c>: settings, pages, words, templates and styles.</summary>
public sealed class PublisherTests
{
    private const string Model = "template model: 1\n";

    private static string Ours(string template) => File.ReadAllText(RepositoryRoot.PathTo("src/RulesAsCode.Publishing/Templates/" + template + ".scriban"));

    private static PublisherFiles Files(params (string Path, string Text)[] files) =>
        PublisherFiles.Of(files.Select(file => new PublisherFile(file.Path, SourceText.From("rules/site/" + file.Path, file.Text))));

    private static IReadOnlyDictionary<string, string> Site(params (string Path, string Text)[] files) =>
        Sites.Of(Rules.Model(SmallGuide.Library, SmallGuide.Guide), new SiteOptions(Own: Files(files)));

    private static string Problem(params (string Path, string Text)[] files)
    {
        string message = Assert.Throws<PublishingException>(() => Site(files)).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    [Fact]
    public void Settings_change_the_title_the_logo_and_the_colours_of_every_page()
    {
        IReadOnlyDictionary<string, string> site = Site(
            ("site.config", "# Ours.\ntitle: Ferries & <quays>\nbase address: https://harbour.example/some/path/\nlogo: logo.svg\nlight link: #7A0044\ndark link: #ffb0d0\n"),
            ("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>"));

        Assert.All(site.Pages(), page => Assert.Contains(" – Ferries &amp; &lt;quays&gt;</title>", page.Value, StringComparison.Ordinal));
        Assert.All(site.Pages(), page => Assert.Matches("<img class=\"logo\" src=\"(?:\\.\\./|/some/path/)?assets/logo.svg\" alt=\"\">", page.Value));
        Assert.Contains("<path d=", site["assets/logo.svg"], StringComparison.Ordinal);
        Assert.EndsWith(
            "@media screen and (prefers-color-scheme: light) {\n  :root {\n    --link: #7a0044;\n  }\n}\n@media screen and (prefers-color-scheme: dark) {\n  :root {\n    --link: #ffb0d0;\n  }\n}\n",
            site["assets/site.css"], StringComparison.Ordinal);
        Assert.Contains("<loc>https://harbour.example/some/path/index.html</loc>", site["sitemap.xml"], StringComparison.Ordinal);
        Assert.Contains("href=\"/some/path/index.html\"", site["404.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_address_there_is_no_site_map_and_nothing_names_a_host()
    {
        IReadOnlyDictionary<string, string> site = Sites.OfSmallGuide;
        Assert.False(site.ContainsKey("sitemap.xml"));
        Assert.DoesNotContain("Sitemap", site["robots.txt"], StringComparison.Ordinal);
        Assert.All(site, file => Assert.DoesNotContain("localhost", file.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("titel: A", "rules/site/site.config:1: There is no setting 'titel'. Did you mean 'title'?")]
    [InlineData("title: A\n\nlight lnik: #000000", "rules/site/site.config:3: There is no setting 'light lnik'. Did you mean 'light link'?")]
    [InlineData("title", "rules/site/site.config:1: 'title' is no setting. A line is a key, a colon and a value, such as 'title: Guide for new keepers'.")]
    [InlineData("title:", "rules/site/site.config:1: 'title' has no value. Write one behind the colon, or take the line out.")]
    [InlineData("title: A\ntitle: B", "rules/site/site.config:2: 'title' is set already, on line 1. Take one of the two out.")]
    [InlineData("base address: example.org", "rules/site/site.config:1: 'example.org' is no base address. Write the address of the site's first page, with https:// and a / at its end, such as https://example.org/guide/.")]
    [InlineData("base address: javascript:alert(1)/", "rules/site/site.config:1: 'javascript:alert(1)/' is no base address. Write the address of the site's first page, with https:// and a / at its end, such as https://example.org/guide/.")]
    [InlineData("logo: logo.png", "rules/site/site.config:1: 'logo.png' cannot be a logo. A logo is an SVG file in this folder, such as logo.svg.")]
    [InlineData("logo: ../logo.svg", "rules/site/site.config:1: '../logo.svg' cannot be a logo. A logo is an SVG file in this folder, such as logo.svg.")]
    [InlineData("logo: logo.svg", "rules/site/site.config:1: There is no file 'logo.svg'. Put it into the folder of this file.")]
    [InlineData("light link: red", "rules/site/site.config:1: 'red' is no colour. Write # and six hexadecimal digits, such as #11508f.")]
    [InlineData("# Pale.\nlight link: #8ab4f8", "rules/site/site.config:2: 'light link' #8ab4f8 on 'light page' #fff has a contrast of 2.10:1, and needs 4.5:1. Make 'light link' darker, or set 'light page' too.")]
    [InlineData("dark page: #888888", "rules/site/site.config:1: 'dark text' #e7eaee on 'dark page' #888888 has a contrast of 2.93:1, and needs 4.5:1. Make 'dark page' darker, or set 'dark text' too.")]
    [InlineData("template model: 2", "rules/site/site.config:1: Templates for model '2' cannot be used: this version of the tool has model 1. Compare the templates with its description, then write 'template model: 1'.")]
    public void A_setting_that_cannot_be_is_told_at_its_line(string config, string message) => Assert.Equal(message, Problem(("site.config", config)));

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#fff", "#ffffff", 1)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#777777", "#ffffff", 4.47)]
    public void Contrast_is_that_of_WCAG(string front, string back, double ratio) => Assert.Equal(ratio, SiteColours.Contrast(front, back), 0.01);

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\">\n<script>alert(1)</script></svg>", "rules/site/logo.svg:2: A logo may not have 'script'. Take it out.")]
    [InlineData("<svg onload=\"alert(1)\"/>", "rules/site/logo.svg:1: A logo may not have 'onload': it runs or loads something. Take it out.")]
    [InlineData("<svg><image href=\"https://e.example/x.png\"/></svg>", "rules/site/logo.svg:1: A logo may not have 'href': it runs or loads something. Take it out.")]
    [InlineData("<p/>", "rules/site/logo.svg:1: A logo is a drawing: its first element is 'svg', not 'p'.")]
    public void A_logo_is_a_picture_and_nothing_else(string logo, string message) => Assert.Equal(message, Problem(("site.config", "logo: logo.svg"), ("logo.svg", logo)));

    [Fact]
    public void Own_pages_stand_in_the_navigation_in_the_order_of_their_files()
    {
        IReadOnlyDictionary<string, string> site = Site(
            ("pages/20-fees.md", "# Fees & more\n\nSee the berth rules. <b>Not bold</b> [x](javascript:alert(1))\n\n## How to pay\n\n### By post\n\nWrite.\n"),
            ("pages/10-who-we-are.md", "\n# Who we are #\n\nThe harbour office.\n"));

        Assert.All(site.Pages().Where(page => !page.Key.Contains('/', StringComparison.Ordinal) && page.Key != "404.html"), page => Assert.Matches(
            "search.html\"[^\n]*\n<li><a href=\"pages/who-we-are.html\">Who we are</a></li>\n<li><a href=\"pages/fees.html\">Fees &amp; more</a></li>", page.Value));
        string fees = site["pages/fees.html"];
        Assert.Contains("<h1>Fees &amp; more</h1>", fees, StringComparison.Ordinal);
        Assert.Contains("<h2>How to pay</h2>", fees, StringComparison.Ordinal);
        Assert.Contains("<h3>By post</h3>", fees, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Not bold&lt;/b&gt; [x](javascript:alert(1))", fees, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"../pages/fees.html\" aria-current=\"page\">", fees, StringComparison.Ordinal);
        Assert.Contains("ThisisnottheBylaw.", VisibleText.Of(fees), StringComparison.Ordinal);
        Assert.Contains("href=\"pages/fees.html\"", site["search.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pages/Fees.md", "# Fees", "rules/site/pages/Fees.md: The file's name becomes the page's address. Write it in small letters a to z, digits and hyphens; a number before it gives the order: 10-fees.md.")]
    [InlineData("pages/fees.md", "\nNo heading.", "rules/site/pages/fees.md:2: The page has no title. Begin it with a heading, such as '# Fees'.")]
    [InlineData("pages/fees.md", "", "rules/site/pages/fees.md:1: The page has no title. Begin it with a heading, such as '# Fees'.")]
    [InlineData("site.confg", "", "rules/site/site.confg: This is no file of a site. Did you mean 'site.config'?")]
    [InlineData("assets/site.cs", "", "rules/site/assets/site.cs: There is no style, script or icon 'site.cs' to replace. Did you mean 'assets/site.css'?")]
    [InlineData("templates/site/pag.scriban", "", "rules/site/templates/site/pag.scriban: There is no template 'site/pag' to replace. Did you mean 'templates/site/page.scriban'?")]
    [InlineData("templates/site/quite-another.scriban", "", "rules/site/templates/site/quite-another.scriban: There is no template 'site/quite-another' to replace. Templates of your own, to include in ours, stand in templates/own/.")]
    [InlineData("templates/site/about.scriban", "", "rules/site/templates/site/about.scriban: Templates need to say what they were written for. Add the line 'template model: 1' to site.config.")]
    [InlineData("texts.json", "{\n \"skipp\": \"Go\" }", "rules/site/texts.json:2: There is no text 'skipp'. Did you mean 'skip'?")]
    [InlineData("texts.json", "{ \"skip\": 1 }", "rules/site/texts.json:1: 'skip' needs words, in quotes. Ours are: Skip to the main text")]
    [InlineData("texts.json", "{ \"skip\": \"Go {0}\" }", "rules/site/texts.json:1: Nothing is filled in for {0} in 'skip'. Ours is: Skip to the main text")]
    [InlineData("texts.json", "{ \"weekdays\": \"Sun Mon\" }", "rules/site/texts.json:1: 'weekdays' needs 7 words with one blank between them, not 2.")]
    [InlineData("texts.json", "{ \"language\": \"plain English\" }", "rules/site/texts.json:1: 'plain English' is no language. Write a tag such as 'en' or 'cy-GB'.")]
    [InlineData("texts.json", "{ \"skip\": \"A\",\n\"skip\": \"B\" }", "rules/site/texts.json:2: 'skip' stands here twice. Take one of the two out.")]
    [InlineData("texts.json", "[]", "rules/site/texts.json:1: The texts are a JSON object, such as { \"nav.checklist\": \"What to do\" }.")]
    public void A_file_that_cannot_be_is_told_at_its_place(string path, string text, string message) => Assert.Equal(message, Problem((path, text)));

    [Fact]
    public void Broken_json_is_told_at_its_line() =>
        Assert.StartsWith("rules/site/texts.json:3: This is no JSON: ", Problem(("texts.json", "{\n \"skip\": \"A\"\n \"and\": \"B\" }")), StringComparison.Ordinal);

    [Fact]
    public void Own_pages_link_into_the_site()
    {
        IReadOnlyDictionary<string, string> site = Site(
            ("pages/10-fees.md", "# Fees\n\nSee [the fee](requirements/pay.html), [when](requirements/pay.html#when), [terms](glossary.html#term-berth), ![us](pages/us.html), [data](requirements.json), <https://web.example/>.\n\n[ref][r]\n\n[r]: index.html\n"),
            ("pages/20-us.md", "# Us\n\nHere.\n"));
        string fees = site["pages/fees.html"];
        foreach (string link in (string[])["../requirements/pay.html\">the fee", "../requirements/pay.html#when\">when", "../glossary.html#term-berth\">terms", "../pages/us.html\">us", "../requirements.json\">data", "../index.html\">ref"])
        {
            Assert.Contains($"<a href=\"{link}</a>", fees, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("# Fees\n\n\nText\n[a](glosary.html).", "rules/site/pages/fees.md:5: The link 'glosary.html' leads to no page of the site. Did you mean 'glossary.html'?")]
    [InlineData("\n# Fees\n\n- one\n- [a](glossary.html#term-bert)", "rules/site/pages/fees.md:5: The link 'glossary.html#term-bert' leads to no place on that page. Did you mean 'glossary.html#term-berth'?")]
    [InlineData("# Fees\r\n\r\n[a](about.html#nowhere-at-all-here)", "rules/site/pages/fees.md:3: The link 'about.html#nowhere-at-all-here' leads to no place on that page. Link to the page, 'about.html'.")]
    [InlineData("# Fees\n[a](//evil.example/x.html)", "rules/site/pages/fees.md:2: The link '//evil.example/x.html' leads to no page of the site. Write the address from the root of the site, such as glossary.html or requirements/…html; links to the web begin with https://.")]
    [InlineData("# Fees\n[a](../index.html)", "rules/site/pages/fees.md:2: The link '../index.html' leads to no page of the site. Did you mean 'index.html'?")]
    [InlineData("# Fees\n[a]()", "rules/site/pages/fees.md:2: The link '' leads to no page of the site. Write the address from the root of the site, such as glossary.html or requirements/…html; links to the web begin with https://.")]
    public void A_link_of_an_own_page_that_leads_nowhere_is_told_at_its_line(string page, string message) => Assert.Equal(message, Problem(("pages/fees.md", page)));

    [Theory]
    [InlineData("a { }\n:root { --text: #999; --page: #fff; }", "rules/site/assets/site.css:2: In the light scheme '--text' #999 on '--page' #fff has a contrast of 2.84:1, and needs 4.5:1. Change one of the two.")]
    [InlineData(":root { --link: #036; --page: #ffffff }\n@media (prefers-color-scheme:dark) {\n  :root {\n    --page: #111111; } }", "rules/site/assets/site.css:1: In the dark scheme '--link' #036 on '--page' #111111 has a contrast of 1.49:1, and needs 4.5:1. Change one of the two.")]
    public void The_colours_of_a_replaced_style_sheet_can_be_told_apart(string css, string message) => Assert.Equal(message, Problem(("assets/site.css", css)));

    [Theory]
    [InlineData(":root { --text: #000; --page: #fff; }\n@media print { :root { --text: #fff; } }\n/* :root { --text: #fff; } */ .x:root { color: red }")]
    [InlineData(":root { --text: rgb(250 250 250); --page: #fff; --own: #eee; }")]
    public void Other_notations_and_other_conditions_are_not_read(string css) => Assert.Equal(css + "\n", Site(("assets/site.css", css + "\n"))["assets/site.css"]);

    [Fact]
    public void Settings_are_held_against_a_replaced_style_sheet() =>
        Assert.Equal(
            "rules/site/site.config:1: 'light link' #11508f on 'light page' #123456 has a contrast of 1.55:1, and needs 4.5:1. Make 'light link' lighter, or set 'light page' too.",
            Problem(("site.config", "light link: #11508f"), ("assets/site.css", ":root { --page: #123456; }")));

    [Fact]
    public void Two_pages_cannot_have_one_address() =>
        Assert.Equal(
            "rules/site/pages/20-fees.md: Its address would be pages/fees.html, which rules/site/pages/10-fees.md has. Rename one of the two.",
            Problem(("pages/10-fees.md", "# A"), ("pages/20-fees.md", "# B")));

    [Fact]
    public void Words_replace_ours_everywhere_and_are_text()
    {
        PublisherFiles files = Files(("texts.json", "{ \"nav.checklist\": \"To do <i>now</i>\", \"language\": \"en-GB\" }"));
        IReadOnlyDictionary<string, string> site = Sites.Of(Rules.Model(SmallGuide.Library, SmallGuide.Guide), new SiteOptions(Own: files));
        Assert.All(site.Pages(), page => Assert.Contains(">To do &lt;i&gt;now&lt;/i&gt;</a>", page.Value, StringComparison.Ordinal));
        Assert.All(site.Pages(), page => Assert.Contains("<html lang=\"en-GB\">", page.Value, StringComparison.Ordinal));
        Assert.Contains(">Timeline</a>", site["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Templates_and_styles_replace_ours_by_name_and_include_own_ones()
    {
        IReadOnlyDictionary<string, string> site = Site(
            ("site.config", Model),
            ("templates/site/about.scriban", "<h1>{{ say 'about.title' }}</h1>\n<p>Ours, of {{ site.title }}.</p>\n{{ include 'own/hours' 3 }}"),
            ("templates/own/hours.scriban", "<p>Open {{ $1 }} days.</p>"),
            ("assets/site.css", "body { margin: 0 }\r\n"));
        Assert.Contains("<p>Ours, of The harbour guide.</p>\n<p>Open 3 days.</p>", Regex.Replace(site["about.html"], "of [^<]*<", "of The harbour guide.<"), StringComparison.Ordinal);
        Assert.Equal("body { margin: 0 }\n", site["assets/site.css"]);
        Assert.Equal(Sites.OfSmallGuide["timeline.html"], site["timeline.html"]);
    }

    [Fact]
    public void A_replaced_template_cannot_drop_a_disclaimer() =>
        Assert.Matches(
            "^The page [a-z./-]+ does not show the disclaimer 'General', which was declared for it\\. Put it back into the template of the page\\.$",
            Problem(("site.config", Model), ("templates/site/page.scriban", Ours("site/page").Replace("{{ disclaimer.text.text }}", "", StringComparison.Ordinal))));

    [Fact]
    public void A_replaced_template_cannot_drop_the_security_policy() =>
        Assert.StartsWith(
            "The page index.html does not begin with the content security policy. ",
            Problem(("site.config", Model), ("templates/site/page.scriban", Ours("site/page").Replace(PageCheck.Policy, "", StringComparison.Ordinal))), StringComparison.Ordinal);

    [Theory]
    [InlineData("<script>alert(1)</script>", "a script without a file")]
    [InlineData("<p onclick=\"go()\">x</p>", "the attribute 'onclick'")]
    [InlineData("<p STYLE='color: red'>x</p>", "the attribute 'style'")]
    [InlineData("<style>p { color: red }</style>", "the element 'style'")]
    [InlineData("<iframe src=\"x.html\"></iframe>", "the element 'iframe'")]
    [InlineData("<img src=\"https://e.example/x.png\" alt=\"\">", "a link or file from 'https:'")]
    [InlineData("<script src=\"//e.example/x.js\"></script>", "a link or file from '//'")]
    [InlineData("<a href=\"java&#10;script:alert(1)\">x</a>", "a link or file from 'javascript:'")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0; url=https://e.example/\">", "the attribute 'http-equiv'")]
    public void A_replaced_template_cannot_run_or_load_what_a_page_does_not(string markup, string what) =>
        Assert.StartsWith(
            $"The page about.html has {what}, which its content security policy does not allow. Take it out of the template: <",
            Problem(("site.config", Model), ("templates/site/about.scriban", Ours("site/about") + markup)), StringComparison.Ordinal);

    [Fact]
    public void Text_of_the_rules_cannot_break_out_of_a_replaced_template()
    {
        const string Text = "</p><script>alert(1)</script> {{ 1 + 1 }}";
        Compiler.Model.RulesModel model = Rules.Model(SmallGuide.Library, SmallGuide.Guide.Replace("requirement Log \"Log every crossing\"", $"requirement Log \"{Text}\"", StringComparison.Ordinal));
        PublisherFiles files = Files(("site.config", Model), ("templates/site/requirement.scriban", "<h1>{{ requirement.title }}</h1>\n" + Ours("site/requirement").Replace("<h1>", "<p>", StringComparison.Ordinal).Replace("</h1>", "</p>", StringComparison.Ordinal)));
        string page = Sites.Of(model, new SiteOptions(Own: files))["requirements/log.html"];
        Assert.Contains("<h1>&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; {{ 1 + 1 }}</h1>", page, StringComparison.Ordinal);

        // Turned back into markup by the template itself, it is refused where it stands.
        PublisherFiles turned = Files(("site.config", Model), ("templates/site/requirement.scriban", Ours("site/requirement") + "{{ requirement.title | string.replace '&lt;' '<' | string.replace '&gt;' '>' }}"));
        Assert.StartsWith(
            "The page requirements/log.html has a script without a file, ",
            Assert.Throws<PublishingException>(() => Sites.Of(model, new SiteOptions(Own: turned))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>\n{{ if }}", "rules/site/templates/site/about.scriban:2: The template cannot be read: ")]
    [InlineData("<p>\n{{ requirement.title }}", "rules/site/templates/site/about.scriban:2: The template cannot be filled: ")]
    [InlineData("<p>\n{{ say 'no.such' }}", "rules/site/templates/site/about.scriban:2: The template cannot be filled: There is no text 'no.such'.")]
    [InlineData("<p>\n{{ include 'own/none' }}", "rules/site/templates/site/about.scriban:2: The template cannot be filled: There is no file 'own/none' among the templates.")]
    [InlineData("<p>\n{{ 'x' | object.eval_template }}", "rules/site/templates/site/about.scriban:2: The template cannot be filled: ")]
    [InlineData("<p>\n{{ date.now }}", "rules/site/templates/site/about.scriban:2: The template cannot be filled: ")]
    [InlineData("{{ while true }}x{{ end }}", "rules/site/templates/site/about.scriban:1: The template cannot be filled: ")]
    [InlineData("{{ include 'site/about' }}", "rules/site/templates/site/about.scriban:1: The template cannot be filled: ")]
    public void A_mistake_in_a_template_is_told_at_its_line(string template, string message) =>
        Assert.StartsWith(message, Problem(("site.config", Model), ("templates/site/about.scriban", template)), StringComparison.Ordinal);

    [Fact]
    public void Under_a_path_of_a_host_every_link_leads_to_a_file_of_the_site()
    {
        const string Base = "https://harbour.example/some/path/";
        IReadOnlyDictionary<string, string> site = Site(
            ("site.config", $"base address: {Base}\nlogo: logo.svg\n"), ("logo.svg", "<svg/>"), ("pages/fees.md", "# Fees\n\nA berth costs nothing.\n"));
        int links = 0;
        foreach ((string path, string html) in site.Pages())
        {
            // The page for addresses that do not exist is shown at any address.
            string at = path == "404.html" ? Base + "no/such/page" : Base + path;
            foreach (string address in Sites.Addresses(html).Where(address => !Regex.IsMatch(address, "^[a-z]+:")))
            {
                string target = new Uri(new Uri(at), address).GetLeftPart(UriPartial.Path);
                Assert.StartsWith(Base, target, StringComparison.Ordinal);
                Assert.True(path == "404.html" && address == "#main" || site.ContainsKey(target[Base.Length..]), $"{path}: {address}");
                links++;
            }
        }

        Assert.True(links > 100);
    }
}
