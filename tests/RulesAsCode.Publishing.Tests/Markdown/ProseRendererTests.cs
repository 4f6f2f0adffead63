using System.Xml.Linq;
using CsCheck;
using RulesAsCode.Publishing.Markdown;
using RulesAsCode.Publishing.Model;

namespace RulesAsCode.Publishing.Tests.Markdown;

public class ProseRendererTests
{
    private static readonly ProseRenderer Renderer = new(new GlossaryTerms(
    [
        new TermView("term-party", "Party", null, null),
        new TermView("term-other-party", "Other Party", null, null),
        new TermView("term-sec", "SEC", "Smart Energy Code", null),
        new TermView("term-working-day", "working day", null, null),
        new TermView("term-a-b", "A & B", null, null),
    ]));

    [Theory]
    [InlineData("A Party and another Party.", "A [Party](#term-party) and another Party.")]
    [InlineData("Parties, then a Party.", "[Parties](#term-party), then a Party.")]
    [InlineData("Every Other Party is a Party.", "Every [Other Party](#term-other-party) is a [Party](#term-party).")]
    [InlineData("The party, Partying, Non-Party, Party-like.", "The party, Partying, Non-Party, Party-like.")]
    [InlineData("The Party's SEC.", "The [Party](#term-party)'s [SEC](#term-sec).")]
    [InlineData("The Smart\nEnergy Code is the SEC.", "The [Smart\nEnergy Code](#term-sec) is the SEC.")]
    [InlineData("- the Smart\n  Energy Code", "- the [Smart\n  Energy Code](#term-sec)")]
    [InlineData("> the Smart\n> Energy Code", "> the [Smart\n> Energy Code](#term-sec)")]
    [InlineData("**Party** and *SEC*", "**[Party](#term-party)** and *[SEC](#term-sec)*")]
    [InlineData("Other **Party**", "Other **[Party](#term-party)**")]
    [InlineData("`Party` [a Party](x) <https://Party.b> https://Party.c", "`Party` [a Party](x) <https://Party.b> https://Party.c")]
    [InlineData("### Party\n\nParty", "#### Party\n\n[Party](#term-party)")]
    [InlineData("```\nParty\n```", "```\nParty\n```")]
    [InlineData("    Party", "    Party")]
    [InlineData("Working days and a working day", "[Working days](#term-working-day) and a working day")]
    [InlineData("A & B", "[A & B](#term-a-b)")]
    [InlineData("\\*Party!SEC", "\\*[Party](#term-party)!SEC")]
    [InlineData("| a | b |\n| --- | --- |\n| Party | SEC |", "| a | b |\n| --- | --- |\n| [Party](#term-party) | [SEC](#term-sec) |")]
    public void The_first_use_of_a_term_is_a_link(string prose, string expected) => Assert.Equal(expected, Renderer.Render(prose).Text);

    [Fact]
    public void The_meaning_of_a_term_does_not_link_to_itself() =>
        Assert.Equal("A Party of the [SEC](#term-sec).", Renderer.Render("A Party of the SEC.", exceptTerm: "term-party").Text);

    [Theory]
    [InlineData("a <script>alert(1)</script> b")]
    [InlineData("<div>\n<b>x</b>\n</div>")]
    [InlineData("<!-- never closed\n\nmore")]
    [InlineData("<script>\nalert(1)\n\n</script>\n\nmore")]
    [InlineData("a <img src=x onerror=alert(1)> <a id=\"x\">")]
    [InlineData("[x](javascript:alert(1)) ![y](data:a) <javascript:alert(1)>")]
    [InlineData("[x][y] and [y]\n\n[y]: javascript:alert(1)")]
    [InlineData("[<b>x</b>](vbscript:y)")]
    public void Raw_html_and_other_links_become_text(string prose)
    {
        string text = Renderer.Render(prose).Text;

        Assert.DoesNotContain(Rendered.Page(text).Descendants(), element => element.Name.LocalName is not ("p" or "ul" or "li"));
    }

    [Fact]
    public void Raw_html_is_shown_as_written() =>
        Assert.Equal("a <script>alert(1)</script> b", Rendered.VisibleText(Rendered.Page(Renderer.Render("a <script>alert(1)</script> b").Text)));

    [Theory]
    [InlineData("`<b>` and\n\n```\n<i>\n```")]
    [InlineData("a < b and b > a")]
    [InlineData("[a](https://b.c \"d\") and [e](f.md) and <mailto:g@h.i>")]
    public void What_needs_no_change_has_none(string prose) => Assert.Equal(prose, Renderer.Render(prose).Text);

    [Theory]
    [InlineData(3, "### a")]
    [InlineData(4, "#### a")]
    [InlineData(6, "###### a")]
    public void Headings_go_below_the_pages_own(int level, string expected) => Assert.Equal(expected, Renderer.Render("### a", level).Text);

    [Fact]
    public void No_heading_is_deeper_than_six() => Assert.Equal("###### a\n\n###### b", Renderer.Render("##### a\n\n###### b", 5).Text);

    [Fact]
    public void An_underlined_heading_becomes_one_of_the_pages_levels() => Assert.Equal("#### two lines\n\nx", Renderer.Render("two\nlines\n---\n\nx").Text);

    [Fact]
    public void A_break_that_cannot_be_seen_is_written_as_one_that_can() => Assert.Equal("a\\\nb\nc", Renderer.Render("a  \nb\nc  ").Text);

    [Fact]
    public void A_backslash_before_such_a_break_stays_text() => Assert.Equal("a\\\\\\\nb", Renderer.Render("a\\  \nb").Text);

    [Fact]
    public void A_link_by_label_carries_its_own_address() =>
        Assert.Equal(
            "See [the *page*](https://a.b \"T\"), [label](https://c.d) and [label](https://c.d).",
            Renderer.Render("See [the *page*][p], [label][] and [label].\n\n[p]: https://a.b 'T'\n[label]: https://c.d").Text);

    [Theory]
    [InlineData("```\ncode", "```\ncode\n```")]
    [InlineData("~~~~\ncode\n~~~", "~~~~\ncode\n~~~\n~~~~")]
    [InlineData("```\ncode\n```", "```\ncode\n```")]
    public void A_fence_left_open_is_closed(string prose, string expected) => Assert.Equal(expected, Renderer.Render(prose).Text);

    [Theory]
    [InlineData("one\nparagraph", true)]
    [InlineData("two\n\nparagraphs", false)]
    [InlineData("- a list", false)]
    [InlineData("### a heading", false)]
    [InlineData("a paragraph [a]\n\n[a]: https://b.c", true)]
    public void A_single_paragraph_is_told_apart(string prose, bool expected) => Assert.Equal(expected, Renderer.Render(prose).IsParagraph);

    [Fact]
    public void Whatever_prose_holds_the_page_goes_on_after_it()
    {
        Gen<string> prose = Gen.OneOfConst(
            "Party ", "Smart\nEnergy Code", "SEC", "<b>", "</b>", "<!--", "<script>", "<div>\n", "`", "```\n", "~~~", "*", "**", "[x](y)", "[x](javascript:y)", "[", "]",
            "(", ")", "![", "\n", "\n\n", "- ", "> ", "### ", "---\n", "1. ", "|", "\\", "  \n", "[a]: b\n", "[a]", "    ", "&lt;", "<http://x>", "word ").List[1, 16].Select(string.Concat);
        prose.Sample(
            text =>
            {
                RenderedProse rendered = Renderer.Render(text);
                Assert.DoesNotContain(rendered.Text.Split('\n'), line => line.EndsWith(' '));

                XElement page = Rendered.Page(rendered.Text + "\n\n### The end\n");
                Assert.Equal("The end", page.Elements().Last(element => element.Name == "h3").Value);
                Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "b" or "div");
                Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Value.StartsWith("javascript", StringComparison.Ordinal));
                Assert.Empty(page.Descendants("h1").Concat(page.Descendants("h2")));

                string inItem = "- x\n\n  " + string.Join('\n', rendered.Text.Split('\n').Select((line, index) => index == 0 || line.Length == 0 ? line : "  " + line)) + "\n\n### The end\n";
                Assert.Equal("The end", Rendered.Page(inItem).Elements().Last().Value);
            },
            iter: 5_000);
    }

    [Fact]
    public void Line_ends_become_one_kind() => Assert.Equal("a\nb\nc", Renderer.Render("\r\na\r\nb\rc\r\n").Text);
}
