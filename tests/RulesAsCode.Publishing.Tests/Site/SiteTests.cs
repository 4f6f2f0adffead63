using System.Text.RegularExpressions;
using NJsonSchema;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter.Tracing;
using RulesAsCode.Publishing.Html;
using RulesAsCode.Publishing.Model;
using RulesAsCode.Testing;

namespace RulesAsCode.Publishing.Tests.Site;

/// <summary>What holds for the site of any guide: the corpus, the rules of this repository and a small guide that shows every part.</summary>
public sealed class SiteTests
{
    public static TheoryData<string> Guides => [.. Sites.AllModels.Select(model => model.Guide.Name), "small"];

    private static IReadOnlyDictionary<string, string> SiteOf(string guide) => guide == "small"
        ? Sites.OfSmallGuide
        : Sites.Of(Sites.AllModels.First(model => model.Guide.Name == guide));

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_link_leads_to_a_file_and_an_anchor_of_the_site(string guide)
    {
        IReadOnlyDictionary<string, string> site = SiteOf(guide);
        var ids = site.Pages().ToDictionary(page => page.Key, page => Sites.Ids(page.Value).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal) { "index.html", "404.html" };
        foreach ((string path, string html) in site.Pages())
        {
            foreach (string address in Sites.Addresses(html).Where(address => !address.Contains(':', StringComparison.Ordinal)))
            {
                Assert.True(path == "404.html" || !address.StartsWith('/'), $"{path}: {address} is not relative");
                string[] parts = address.Split('#');
                string target = parts[0].Length == 0 ? path : new Uri(new Uri("http://site/" + path), parts[0]).AbsolutePath[1..];
                Assert.True(site.ContainsKey(target), $"{path} links to {address}, which is no file");
                Assert.True(parts.Length == 1 || ids[target].Contains(parts[1]), $"{path} links to {address}, which is no anchor");
                if (target != path)
                {
                    reached.Add(target);
                }
            }
        }

        Assert.Empty(ids.Keys.Except(reached));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Pages_have_one_heading_a_title_and_a_description_of_their_own_and_no_id_twice(string guide)
    {
        (string Path, string Html)[] pages = [.. SiteOf(guide).Pages().Select(page => (page.Key, page.Value))];
        Assert.All(pages, page => Assert.Single(Regex.Matches(page.Html, "<h1[ >]")));
        Assert.All(pages, page => Assert.Equal(Sites.Ids(page.Html).Distinct(StringComparer.Ordinal), Sites.Ids(page.Html)));
        Assert.Equal(pages.Length, pages.Select(page => Regex.Match(page.Html, "<title>(.*?)</title>").Value).Distinct().Count());
        Assert.Equal(pages.Length, pages.Select(page => Regex.Match(page.Html, "<meta name=\"description\" content=\".*?\">").Value).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Nothing_is_inline_and_nothing_comes_from_another_place(string guide)
    {
        Assert.All(SiteOf(guide).Pages(), page =>
        {
            Assert.DoesNotMatch("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)|<base|<iframe|<object", page.Value);
            Assert.DoesNotMatch("<(?:script|img|link)[^>]*(?:src|href)=\"(?:[a-z]+:|//)", page.Value);
            Assert.Contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; ", page.Value, StringComparison.Ordinal);
        });
    }

    /// <summary>As the design has it: 20 KB for a page with all that it loads, the print edition alone excepted; 6 KB of style; 20 KB of script, not compressed.</summary>
    [Theory]
    [MemberData(nameof(Guides))]
    public void Pages_are_small(string guide)
    {
        IReadOnlyDictionary<string, string> site = SiteOf(guide);
        Assert.InRange(Compressed(site["assets/site.css"]), 1, 6 * 1024);
        Assert.InRange(site.Where(file => file.Key.EndsWith(".js", StringComparison.Ordinal)).Sum(file => file.Value.Length), 1, 20 * 1024);
        Assert.All(site.Pages().Where(page => page.Key != "guide.html"), page =>
        {
            string[] loaded = [.. Regex.Matches(page.Value, "<(?:script|link|img)[^>]*(?:src|href)=\"[./]*(assets/[^\"]*)\"").Select(match => match.Groups[1].Value)];
            Assert.InRange(loaded.Length + 1, 2, 5);
            Assert.InRange(Compressed(page.Value) + loaded.Sum(asset => Compressed(site[asset])), 1, 20 * 1024);
        });
    }

    private static int Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }

        return (int)bytes.Length;
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task Requirements_json_is_what_its_schema_says(string guide)
    {
        IReadOnlyDictionary<string, string> site = SiteOf(guide);
        JsonSchema schema = await JsonSchema.FromJsonAsync(site["requirements.schema.json"]);
        Assert.Empty(schema.Validate(site["requirements.json"]).Select(error => error.ToString()));
        Assert.NotEmpty(schema.Validate(site["requirements.json"].Replace("\"criteria\"", "\"criterion\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_section_index_traces_as_the_command_does_and_examples_lead_back()
    {
        foreach (RulesModel model in Sites.AllModels)
        {
            RuleTrace trace = RuleTrace.Of(model);
            GuidePage guide = GuideModelBuilder.Build(model);
            IReadOnlyDictionary<string, string> site = SiteOf(model.Guide.Name);
            string page = site["sections.html"];
            Assert.Equal(trace.IsFull, VisibleText.Of(page).Contains("Everyplaceiscoveredorsaidnottobemodelled,", StringComparison.Ordinal));
            Assert.Equal(trace.Open.Count(), guide.Sources.Sum(source => source.Divisions.Count(division => division.IsOpen)));
            Assert.Equal(trace.WithoutExample.Count(), Regex.Count(page, "no example decides it"));
            foreach (RequirementTrace requirement in trace.Requirements)
            {
                RequirementView view = guide.Requirements.First(view => view.Name == requirement.Requirement.Name);
                string own = site[$"requirements/{view.Key}.html"];
                foreach (CriterionTrace criterion in requirement.Criteria)
                {
                    string row = Regex.Match(page, $"href=\"requirements/{view.Key}\\.html#criterion-{criterion.Criterion.Letter}\".*?</tr>", RegexOptions.Singleline).Value;
                    Assert.Equal(criterion.Examples.Select(example => example.Example).Distinct().Count(), Regex.Count(row, "<li><a href=\"(?:requirements/[^\"#]*|examples)\\.html#example-[0-9]+\">"));
                    int here = Regex.Count(row, $"<li><a href=\"requirements/{view.Key}\\.html#example");
                    Assert.Equal(here, Regex.Count(own, $"<p class=\"meta\">Decides [^\n]*href=\"#criterion-{criterion.Criterion.Letter}\""));
                }
            }
        }
    }

    [Fact]
    public void Two_builds_give_the_same_bytes()
    {
        RulesModel model = Rules.Model(SmallGuide.Library, SmallGuide.Guide);
        Assert.Equal(Publication.Of(model), Publication.Of(Rules.Model(SmallGuide.Library, SmallGuide.Guide)));
        Assert.Equal(Publication.Of(model), Publication.Of(model));
    }

    [Fact]
    public void The_site_map_lists_the_pages_at_their_address_and_404_links_from_the_base()
    {
        IReadOnlyDictionary<string, string> site = Sites.Of(Rules.Model(SmallGuide.Library, SmallGuide.Guide), new SiteOptions(new Uri("https://harbour.example/guide/")));
        string[] listed = [.. Regex.Matches(site["sitemap.xml"], "<loc>(.*?)</loc>").Select(match => match.Groups[1].Value)];
        Assert.Equal(site.Pages().Select(page => "https://harbour.example/guide/" + page.Key).Where(page => !page.EndsWith("404.html", StringComparison.Ordinal)).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Contains("Sitemap: https://harbour.example/guide/sitemap.xml", site["robots.txt"], StringComparison.Ordinal);
        Assert.Contains("href=\"/guide/index.html\"", site["404.html"], StringComparison.Ordinal);
        Assert.Contains("href=\"/guide/assets/site.css\"", site["404.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_requirement_page_says_when_it_applies_in_words_and_case_by_case()
    {
        string page = Sites.Of(Rules.Model(
            """
            guide G "A guide"
            source Act "An Act"
              section 1
            facts F
              owner is yes/no
              tenant is yes/no
              exempt is yes/no
            requirement Fee
              see Act 1
              applies when owner or tenant
              unless exempt
              requires that owner
            disclaimer D
              shown on every page
              text "No advice."
            """))["requirements/fee.html"];
        string[] rows = [.. Regex.Matches(page, "<tr><td>(.*?)</td></tr>").Select(match => Regex.Replace(match.Groups[1].Value.Replace("</td><td>", " | ", StringComparison.Ordinal), "<.*?>", ""))];
        Assert.Contains("Does not apply when exempt", page, StringComparison.Ordinal);
        Assert.Equal(
            [
                "yes | yes or no | yes | does not apply",
                "yes | yes or no | no | applies",
                "no | yes | yes | does not apply",
                "no | yes | no | applies",
                "no | no | yes or no | does not apply",
            ],
            rows);
    }

    [Fact]
    public void The_rule_is_shown_as_encoded_with_its_line_numbers()
    {
        IReadOnlyDictionary<string, string> site = Sites.OfSmallGuide;
        string page = site["requirements/log.html"];
        int first = SmallGuide.Guide.Split('\n').Index().First(line => line.Item.StartsWith("requirement Log", StringComparison.Ordinal)).Index + 1;
        Assert.Contains($"<ol start=\"{first}\">\n<li><code>requirement Log &quot;Log every crossing&quot;</code></li>\n<li><code>  see Custom</code></li>", page, StringComparison.Ordinal);
        Assert.Contains("<li><code>  takes an unknown time &quot;It depends on the wind&quot;</code></li>\n</ol>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fingerprint_changes_with_what_a_requirement_says_and_with_nothing_else()
    {
        string before = Fingerprint(SmallGuide.Guide);
        Assert.Equal(before, Fingerprint(SmallGuide.Guide.Replace("requirement Log ", "# A remark.\nrequirement Log ", StringComparison.Ordinal)));
        Assert.Equal(before, Fingerprint(SmallGuide.Guide.Replace("Fees may change.", "Fees will change.", StringComparison.Ordinal)));
        Assert.NotEqual(before, Fingerprint(SmallGuide.Guide.Replace("It depends on the wind", "It depends on the tide", StringComparison.Ordinal)));
        Assert.NotEqual(before, Fingerprint(SmallGuide.Guide.Replace("on or after 1 January 2022\n", "on or after 2 January 2022\n", StringComparison.Ordinal)));

        static string Fingerprint(string guide) =>
            GuideModelBuilder.Build(Rules.Model(SmallGuide.Library, guide)).Requirements.First(requirement => requirement.Key == "log").Fingerprint;
    }

    [Fact]
    public void Disclaimers_stand_where_they_are_declared()
    {
        IReadOnlyDictionary<string, string> site = Sites.OfSmallGuide;
        Assert.All(site.Pages(), page => Assert.Contains("ThisisnottheBylaw.", VisibleText.Of(page.Value), StringComparison.Ordinal));
        string[] withFees = [.. site.Pages().Where(page => VisibleText.Of(page.Value).Contains("Feesmaychange.", StringComparison.Ordinal)).Select(page => page.Key)];
        Assert.Equal(["disclaimers.html", "guide.html", "requirements/pay.html"], withFees);
        string[] withTimes = [.. site.Pages().Where(page => VisibleText.Of(page.Value).Contains("Timesareindicative:", StringComparison.Ordinal)).Select(page => page.Key)];
        Assert.Equal(["disclaimers.html", "guide.html", "timeline.html"], withTimes);
    }

    [Theory]
    [InlineData("<footer><p>This is not the Bylaw.</p></footer>", true)]
    [InlineData("<footer>This is <a href=\"x>y\">not</a> the\n Bylaw.</footer>", true)]
    [InlineData("<footer>This is not a Bylaw.</footer>", false)]
    [InlineData("<!-- This is not the Bylaw. -->", false)]
    [InlineData("<footer hidden><p>This is not the Bylaw.</p></footer>", false)]
    [InlineData("<template><div>This is not the Bylaw.</div></template>", false)]
    [InlineData("<head><title>This is not the Bylaw.</title></head>", false)]
    public void A_page_without_its_disclaimer_is_refused(string html, bool isShown)
    {
        GuidePage guide = GuideModelBuilder.Build(Rules.Model(SmallGuide.Library, SmallGuide.Guide));
        var prose = new HtmlProse(new GlossaryLinks(new RulesAsCode.Publishing.Markdown.GlossaryTerms([]), anchor => anchor), "Table");
        var page = new SitePage(new PublishedFile("page.html", html), true, false, new HashSet<string>());
        var problem = Xunit.Record.Exception(() => DisclaimerCheck.Require(guide, [page], prose));
        if (isShown)
        {
            Assert.Null(problem);
        }
        else
        {
            Assert.Equal("The page page.html does not show the disclaimer 'General', which was declared for it. Put it back into the template of the page.", Assert.IsType<PublishingException>(problem).Message);
        }
    }

    [Fact]
    public void The_accessibility_page_shows_a_figure_of_the_audit_for_each_site()
    {
        Rendering.SiteAudit audit = Rendering.SiteAudit.BuiltIn;
        Assert.True(audit.Sites.Length > 1);
        Assert.All(audit.Figures, figure => Assert.Equal(audit.Sites.Length, figure.Values.Length));
        string page = Sites.OfSmallGuide["accessibility.html"];
        Assert.All(audit.Sites, site => Assert.Contains($"<th scope=\"col\">{Rendering.SiteTexts.BuiltIn[site]}</th>", page, StringComparison.Ordinal));
        Assert.All(audit.Figures, figure => Assert.Contains(
            $"<th scope=\"row\">{Rendering.SiteTexts.BuiltIn[figure.Text]}</th>{string.Concat(figure.Values.Select(value => $"<td>{value}</td>"))}</tr>", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_text_of_the_interface_is_used_and_every_text_used_is_there()
    {
        string templates = string.Concat(Directory.EnumerateFiles(RepositoryRoot.PathTo("src/RulesAsCode.Publishing"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".scriban", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)).Select(File.ReadAllText));
        string[] unused = [.. Rendering.SiteTexts.BuiltIn.Keys.Where(key =>
            !Regex.IsMatch(templates, $"['\"]{Regex.Escape(key)}['\"]|say_count '{Regex.Escape(Regex.Replace(key, "\\.(one|several)$", ""))}'") && !IsOfAPage(key) && !IsOfTheAudit(key))];
        Assert.Empty(unused);

        // Each figure of the audit has a text of its name.
        static bool IsOfTheAudit(string key) => key.StartsWith("audit.", StringComparison.Ordinal)
            && (Rendering.SiteAudit.BuiltIn.Figures.Any(figure => figure.Text == key) || Rendering.SiteAudit.BuiltIn.Sites.Contains(key));

        // SitePages asks for the title and the description of each page by the page's name.
        static bool IsOfAPage(string key) => key.EndsWith(".title", StringComparison.Ordinal) || key.EndsWith("description", StringComparison.Ordinal);
    }
}
