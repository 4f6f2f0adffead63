using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter;
using RulesAsCode.Testing;

namespace RulesAsCode.Publishing.Tests;

public partial class GuideTests
{
    public static TheoryData<string> Folders => [.. Corpus.Cases.Select(folder => folder.Path), "rules"];

    private static readonly ConcurrentDictionary<string, IReadOnlyList<RulesModel>> Compiled = new(StringComparer.Ordinal);

    [Fact]
    public void A_small_guide_reads_as_approved() => Snapshot.Match(Rules.Guide(Rules.Model(SmallGuide.Guide, SmallGuide.Library)), "md");

    [Fact]
    public void The_examples_of_the_small_guide_pass() =>
        Assert.All(ExampleRunner.Run(Rules.Model(SmallGuide.Guide, SmallGuide.Library)), result => Assert.Empty(result.Failures));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_guide_is_the_same_each_time(string folder)
    {
        foreach ((RulesModel first, RulesModel second) in NewModelsOf(folder).Zip(NewModelsOf(folder)))
        {
            Assert.Equal(Rules.Guide(first), Rules.Guide(second));
            Assert.Equal(Rules.Guide(first), Rules.Guide(first));
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_guide_is_tidy(string folder)
    {
        foreach (string guide in ModelsOf(folder).Select(Rules.Guide))
        {
            string[] lines = guide.Split('\n');
            Assert.DoesNotContain('\r', guide);
            Assert.EndsWith("\n", guide, StringComparison.Ordinal);
            Assert.NotEqual("", lines[^2]);
            Assert.DoesNotContain(lines, line => line.EndsWith(' ') || line.Contains('\t'));
            Assert.DoesNotContain("\n\n\n", guide, StringComparison.Ordinal);
            Assert.DoesNotMatch(MissingWords(), guide);
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_heading_has_something_under_it(string folder)
    {
        foreach (string guide in ModelsOf(folder).Select(Rules.Guide))
        {
            XElement[] blocks = [.. Rendered.Page(guide).Elements()];
            foreach ((XElement heading, XElement? next) in blocks.Zip(blocks.Skip(1).Append(null)).Where(pair => LevelOf(pair.First) > 0))
            {
                Assert.True(next is not null && (LevelOf(next) == 0 || LevelOf(next) > LevelOf(heading)), "Nothing stands under " + heading.Value);
            }

            Assert.Single(blocks, block => LevelOf(block) == 1);
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_link_leads_somewhere_and_every_place_is_named_once(string folder)
    {
        foreach (string guide in ModelsOf(folder).Select(Rules.Guide))
        {
            XElement page = Rendered.Page(guide);
            string[] places = [.. page.Descendants("a").Attributes("id").Select(id => id.Value)];
            Assert.Equal(places, places.Distinct(StringComparer.Ordinal));
            Assert.DoesNotContain(
                page.Descendants("a").Attributes("href").Select(href => href.Value),
                href => href.StartsWith('#') && !places.Contains(href[1..], StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Nothing_that_the_rules_say_is_left_out(string folder)
    {
        foreach (RulesModel model in ModelsOf(folder))
        {
            string text = Rendered.VisibleText(Rendered.Page(Rules.Guide(model)));
            IEnumerable<string?> said =
            [
                model.Guide.Title,
                .. model.Guide.Audience,
                .. model.Requirements.SelectMany(requirement => requirement.References.Select(reference => reference.Display).Prepend(requirement.Title)),
                .. model.Requirements.SelectMany(requirement => requirement.References).Select(reference => reference.Quote),
                .. model.Requirements.Select(requirement => requirement.TakesUnknownTime),
                .. model.Sources.SelectMany(source => source.Divisions).SelectMany(division => new[] { division.Title, division.Status, division.NotModelled }),
                .. model.Examples.Select(example => example.Title),
                .. model.Examples.SelectMany(example => example.Cases).SelectMany(@case => @case.Expectations).SelectMany(expectation => expectation.Says),
                .. model.Facts.Fields.SelectMany(field => new[] { field.Name, field.Question }),
                .. model.Records.SelectMany(record => record.Fields).SelectMany(field => new[] { field.Name, field.Question }),
                .. model.Definitions.Select(definition => definition.Name),
                .. model.Terms.SelectMany(term => new[] { term.Name, term.Title }),
                .. model.Readings.SelectMany(reading => new[] { reading.Question, reading.Owner }),
                .. model.Contacts.SelectMany(contact => contact.Lines.Select(line => line.Text).Prepend(contact.Name)),
                .. model.Changes.Select(change => change.Text),
            ];
            IEnumerable<string> prose = new[]
                {
                    model.Requirements.SelectMany(requirement => requirement.Criteria.Select(criterion => criterion.Otherwise).Append(requirement.Guidance)),
                    model.Readings.Select(reading => reading.Taken),
                    model.Disclaimers.Select(disclaimer => disclaimer.Text),
                    model.Terms.Select(term => term.Meaning),
                    [model.Guide.Introduction],
                }
                .SelectMany(part => part).OfType<Prose>().Select(part => Rendered.Page(part.Markdown).Value);
            Assert.All(said.OfType<string>().Concat(prose), part => Assert.Contains(Rendered.OneLine(part), text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Disclaimers_stand_where_they_are_declared_to_be_shown()
    {
        string guide = Rules.Guide(Rules.Model(SmallGuide.Guide, SmallGuide.Library));

        int top = guide.IndexOf("> This is not the Bylaw.", StringComparison.Ordinal);
        int timeline = guide.IndexOf("> Times are indicative:", StringComparison.Ordinal);
        int requirement = guide.IndexOf("> Fees may change.", StringComparison.Ordinal);
        Assert.InRange(top, 1, guide.IndexOf("## Contents", StringComparison.Ordinal));
        Assert.InRange(timeline, guide.IndexOf("Timeline\n", guide.IndexOf("\"timeline\"", StringComparison.Ordinal), StringComparison.Ordinal), guide.IndexOf("| Step |", StringComparison.Ordinal));
        Assert.InRange(requirement, guide.IndexOf("</a>Pay the fee", StringComparison.Ordinal), guide.IndexOf("</a>Log every crossing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_large_guide_is_not_cut()
    {
        const int Count = 1_200;
        IEnumerable<string> requirements = Enumerable.Range(1, Count).Select(number =>
            $"""
            requirement Number {number} "Requirement number {number}"
              see Law {number}
              applies always
              requires done
                otherwise "{new string('w', 800)} {number}"
            """);
        IEnumerable<string> divisions = Enumerable.Range(1, Count).Select(number => $"  section {number} \"Division {number}\"");
        string text = "guide Large \"A large guide\"\n\nsource Law \"The law\"\n" + string.Join('\n', divisions)
            + "\n\nfacts Subject\n  done is yes/no\n    ask \"Is it done?\"\n\ndisclaimer General\n  shown on every page\n  text \"The end of the guide.\"\n";
        IEnumerable<string> parts = requirements.Chunk(400).Select(part => "part of Large\n\n" + string.Join("\n\n", part) + "\n");

        string guide = Rules.Guide(Rules.Model([text, .. parts]));

        Assert.True(guide.Length > 1_048_576);
        Assert.Equal(Count, Regex.Count(guide, "^- \\[ \\] ", RegexOptions.Multiline));
        Assert.Equal(Count, Regex.Count(guide, "^### .*Requirement number", RegexOptions.Multiline));
        Assert.Contains("w 1200\n", guide, StringComparison.Ordinal);
        Assert.Contains("| Section 1200 | Division 1200 |", guide, StringComparison.Ordinal);
        Assert.EndsWith("*Shown on every page.*\n", guide, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_texts_are_shown_as_text()
    {
        const string Hostile = "<script>alert(1)</script> | `x` {{ y }} [z](javascript:alert) # *a* _b_ <img src=x>";
        string text = HostileSlots().Replace(SmallGuide.Guide, match => match.Value + Hostile);

        XElement page = Rendered.Page(Rules.Guide(Rules.Model(text, SmallGuide.Library)));

        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "img" or "code");
        Assert.DoesNotContain(page.Descendants("a").Attributes("href"), href => href.Value.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
        Assert.All(["Mooring a boat", "Owners", "With an engine of any kind", "When did you leave?", "at least 10 days before", "Pay the fee", "It depends on the wind", "From asking to mooring", "How are pence rounded?", "A sailing boat", "Fees rise"],
            start => Assert.Contains(start + Hostile, Rendered.VisibleText(page), StringComparison.Ordinal));
    }

    // The end of each plain text of the guide; prose is Markdown, and has tests of its own.
    [GeneratedRegex("(?<=(?:\"Mooring a boat|\"Owners|any kind|\"When did you leave\\?|\"at least 10 days before|\"Pay the fee|on the wind|\"From asking to mooring|pence rounded\\?|\"A sailing boat|\"Fees rise))(?=\")")]
    private static partial Regex HostileSlots();

    // Signs of a template that printed a value that is not there.
    [GeneratedRegex(@"\(\)|\[\]\(|""""|\*\*\*\*|: \n\n|  \.|\btrue\b|\bfalse\b| ,| \.\n")]
    private static partial Regex MissingWords();

    private static int LevelOf(XElement block) => block.Name.LocalName is ['h', var level and >= '1' and <= '6'] ? level - '0' : 0;

    private static IReadOnlyList<RulesModel> ModelsOf(string folder) => Compiled.GetOrAdd(folder, NewModelsOf);

    private static IReadOnlyList<RulesModel> NewModelsOf(string folder)
    {
        IReadOnlyList<RulesModel> models = Rules.Models(RuleFolder.Load(folder));
        Assert.NotEmpty(models);
        return models;
    }
}
