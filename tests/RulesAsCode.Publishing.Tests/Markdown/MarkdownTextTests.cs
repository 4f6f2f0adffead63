using System.Xml.Linq;
using CsCheck;
using RulesAsCode.Publishing.Markdown;

namespace RulesAsCode.Publishing.Tests.Markdown;

public class MarkdownTextTests
{
    public static TheoryData<string> HostileTexts =>
    [
        "<script>alert(1)</script>",
        "<b>bold</b> &amp; &lt;i&gt; &#65; R&D; R&D",
        "{{ include 'x' }} {% if %}",
        "[x](javascript:alert(1)) [y]: http://z ![i](j) [^1]",
        "a | b || c |",
        "`code` ``two`` `",
        "# heading #",
        "C #",
        "## a ## b ##",
        "*a* **b** _c_ __d__ snake_case_name ~e~ ~~f~~ ***",
        "- item", "+ item", "* item", "1. item", "12) item", "1986.", "---", "===", "> quote", ": definition", ":--- | ---:",
        "\\ \\* ends with \\",
        "$x^2$ and $5 to $6", ":smile: at 10:30", "http://a.b/c_d_e?f=*g*", "<http://a.b>", "www.a.b",
        "- [ ] task", "[ ] [x]", "!",
        "\u202Eright to left\u202C \u200F\u05D0\u05D1",
        "tab\there  and   spaces", "line\nbreak\r\nand more", "é – “quotes” ’s … 中文 😀",
        new string('w', 5_000),
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Text_is_shown_as_it_is_wherever_it_stands(string text) => AssertShownEverywhere(text);

    [Fact]
    public void Any_text_of_special_characters_is_shown_as_it_is() =>
        Gen.String[Gen.Char["ab1 \\`*_{}[]<>()#+-.!|~=&;:$^\"'/"], 1, 24].Where(text => text.Trim().Length > 0).Sample(AssertShownEverywhere, iter: 3_000);

    [Theory]
    [InlineData("H1.10(a)")]
    [InlineData("60 working days' notice")]
    [InlineData("R&D, England & Wales, snake_case")]
    [InlineData("2 April 2024: £1,250.00 (20%), EUI-64 - yes/no; \"why?\"")]
    public void Ordinary_text_stays_readable(string text) => Assert.Equal(text, MarkdownText.Escape(text));

    [Fact]
    public void Characters_that_cannot_be_shown_are_left_out() => Assert.Equal("a b c", MarkdownText.Escape("\u0000a\u0007 b\u0000 \u0000c\u0085"));

    [Theory]
    [InlineData("https://a.b/c?d=e&f=g", "https://a.b/c?d=e&amp;f=g")]
    [InlineData("https://a.b/c(d) |`<>\"\\[]*_", "https://a.b/c%28d%29%20%7C%60%3C%3E%22%5C%5B%5D%2A_")]
    [InlineData("mailto:a@b.c", "mailto:a@b.c")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("JaVaScRiPt:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("//a.b", null)]
    [InlineData("", null)]
    public void Only_addresses_of_the_web_are_linked(string address, string? expected) => Assert.Equal(expected, MarkdownText.Address(address));

    private static void AssertShownEverywhere(string text)
    {
        string escaped = MarkdownText.Escape(text);
        string expected = Rendered.OneLine(text);
        Assert.DoesNotContain('\n', escaped);
        Assert.Equal(escaped.TrimEnd(' '), escaped);
        foreach ((string place, string markdown, string element) in new[]
        {
            ("paragraph", $"{escaped}\n", "p"),
            ("item", $"- {escaped}\n", "li"),
            ("heading", $"### {escaped}\n", "h3"),
            ("quote", $"> {escaped}\n", "blockquote"),
            ("link", $"[{escaped}](#x)\n", "a"),
            ("bold", $"a **{escaped}** b\n", "strong"),
            ("second cell", $"| x | y |\n| --- | --- |\n| z | {escaped} |\n", "td"),
        })
        {
            XElement page = Rendered.Page(markdown);
            XElement shown = page.Descendants(element).Last();
            Assert.True(Rendered.VisibleText(shown) == expected, $"{place}: {text} is written {escaped} and shown {shown}");
            Assert.DoesNotContain(shown.Descendants(), inner => inner.Name.LocalName is not ("p" or "a"));
        }
    }
}
