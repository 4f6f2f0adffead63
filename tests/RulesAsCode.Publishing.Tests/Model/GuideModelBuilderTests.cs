using RulesAsCode.Publishing.Model;

namespace RulesAsCode.Publishing.Tests.Model;

public class GuideModelBuilderTests
{
    private static readonly GuidePage Small = GuideModelBuilder.Build(Rules.Model(SmallGuide.Guide, SmallGuide.Library));

    private const string Frame =
        """
        guide Test "Test"
          working days from Days

        source Law "The law"
          section 1 "One"
          section 2 "Two"
          section 3 "Three"

        term Clerk

        calendar Days
          weekend Sunday
          covers 2020 to 2030

        facts Subject
          x on is a date or none
          y on is a date or none
          z on is a date or none
          done is yes/no

        disclaimer General
          shown on every page
          text "General."


        """;

    [Fact]
    public void Requirements_stand_as_declared_and_those_of_others_last()
    {
        string[] order = Names(Build(
            """
            requirement Third
              see Law 3
              applies always
              requires done

            requirement Clerks
              see Law 1
              falls on Clerk
              applies always
              requires done

            requirement First
              see Law 1
              applies always
              requires done
              follows Second

            requirement Second
              see Law 2
              applies always
              requires done
            """));

        Assert.Equal(["Third", "First", "Second", "Clerks"], order);
    }

    [Fact]
    public void The_checklist_keeps_the_requirements_of_others_apart()
    {
        Assert.Equal([null, "Master"], Small.Checklist.Select(group => group.FallsOn));
        Assert.Equal(["Ask", "Pay", "Log"], Small.Checklist[0].Requirements.Select(requirement => requirement.Name));
        Assert.Equal(["Answer"], Small.Checklist[1].Requirements.Select(requirement => requirement.Name));
    }

    [Fact]
    public void Deadlines_are_the_lengths_that_must_hold()
    {
        RequirementView requirement = Build(
            """
            requirement All
              see Law 1
              applies always
              requires x on within 3 days after y on
                see Law 2
              requires that all of
                - x on is at least 2 weeks before y on
                - any of
                  - z on is within 5 days after x on
                  - done
              requires that y on is on or before 1 month after z on
              requires that z on is after 2 working days after x on
              recommends that x on is within 9 days after z on
            """).Requirements[0];

        Assert.Equal(
            [
                "(a) x on within 3 days after y on: Law 2",
                "(b) x on at least 2 weeks before y on: Law 1",
                "(c) y on not later than 1 month after z on: Law 1",
                "(d) z on later than 2 working days after x on: Law 1",
            ],
            requirement.Deadlines.Select(deadline =>
                $"({deadline.Letter}) {deadline.What} {deadline.Relation} {deadline.Length} {deadline.Direction} {deadline.From}: {deadline.References[0].Display}"));
    }

    [Fact]
    public void An_origin_is_undated_unless_a_step_leads_to_it_within_a_stated_length()
    {
        TimelineView timeline = Build(
            """
            requirement One
              see Law 1
              applies always
              requires y on within 3 days after x on

            requirement Two
              see Law 2
              applies always
              requires z on within 3 days after y on

            requirement Three
              see Law 3
              applies always
              requires that x on is at least 3 days after z on

            timeline T "T"
              shows One, Two and Three
            """).Timelines[0];

        Assert.Equal(["x on", "y on", "z on"], timeline.Origins);
        Assert.Equal(["x on"], timeline.UndatedOrigins);
        Assert.Equal(3, timeline.Rows.Length);
    }

    [Fact]
    public void A_step_without_a_length_is_a_row_of_its_own()
    {
        ILookup<string, TimelineRow> rows = Small.Timelines[0].Rows.ToLookup(row => row.Step.Text);

        Assert.Collection(rows["Ask for a berth"], row => Assert.Equal("asked on", row.Deadline?.From), row => Assert.Equal("2 weeks", row.TakesAbout));
        Assert.Null(Assert.Single(rows["Pay the fee"]).Deadline);
        Assert.Equal("It depends on the wind", Assert.Single(rows["Log every crossing"]).TakesUnknownTime);
        Assert.Equal("Master", Assert.Single(rows["The answer comes in time"]).FallsOn);
    }

    [Fact]
    public void The_section_index_lists_every_division_with_what_relies_on_it()
    {
        SourceView bylaw = Small.Sources[0];

        Assert.Equal(["Section 1", "Section 2", "Section 3", "Section 3.1", "Section 4"], bylaw.Divisions.Select(division => division.Label));
        Assert.Equal((3, 1, 1), (bylaw.CitedCount, bylaw.NotModelledCount, bylaw.NotCitedCount));
        DivisionUse fee = Assert.Single(bylaw.Divisions[2].Uses, use => use.Link.Text == "Pay the fee");
        Assert.Equal(["3(2)"], fee.Places);
        Assert.Equal(["this guide", "Pay the fee", "Log every crossing"], Small.Sources[1].CitedAsAWholeBy.Select(link => link.Text));
    }

    [Fact]
    public void A_requirement_names_the_facts_and_definitions_behind_it()
    {
        RequirementView pay = Assert.Single(Small.Requirements, requirement => requirement.Name == "Pay");

        Assert.Equal(["kind", "sizes", "fee", "length", "flag shown"], pay.Facts.Select(fact => fact.Text));
        Assert.Equal(["fee due", "long", "rate"], pay.Definitions.Select(definition => definition.Text));
        Assert.Equal(["How are pence rounded?"], pay.Readings.Select(reading => reading.Reading.Question));
        Assert.Equal(["a"], pay.Readings[0].Letters);
    }

    [Fact]
    public void A_list_of_conditions_keeps_its_items()
    {
        ConditionView applies = Assert.Single(Small.Requirements, requirement => requirement.Name == "Pay").AppliesWhen!;

        Assert.Equal("all of", applies.Lead);
        Assert.Equal(["kind is one of Sail or Motor"], applies.Items.Where(item => item.Lead is null).Select(item => item.Text));
        Assert.Equal("none of", applies.Items[1].Lead);
        Assert.Equal(["long", "sizes are empty"], applies.Items[1].Items.Select(item => item.Text));
    }

    [Fact]
    public void A_list_under_a_quantifier_keeps_its_head()
    {
        GuidePage page = GuideModelBuilder.Build(Rules.Models(RulesAsCode.Testing.Corpus.Case("Nationality"))[0]);

        ConditionView parentage = Assert.Single(page.Definitions, definition => definition.Name == "citizen by parentage").Condition!;

        Assert.Equal("for some parent, any of", parentage.Items[1].Lead);
        Assert.Equal(3, parentage.Items[1].Items.Length);
    }

    [Fact]
    public void What_all_cases_of_a_table_share_is_said_once()
    {
        ExampleView example = Assert.Single(Small.Examples.SelectMany(group => group.Examples), example => example.Title == "Ten days");

        Assert.Equal(["kind"], example.Given.Select(given => given.Label));
        Assert.Equal(["asked on", "moored on"], example.Table!.FactColumns);
        Assert.Equal(["Ask for a berth", "Everything taken together"], example.Table.ResultColumns.Select(column => column.Text));
        Assert.Equal([null, "12 May 2024", null], [example.Table.Rows[2].Facts[1], example.Table.Rows[1].Facts[1], example.Table.Rows[1].Results[1]]);
    }

    [Fact]
    public void Examples_of_one_requirement_stand_together()
    {
        Assert.Equal([null, "Ask for a berth"], Small.Examples.Select(group => group.Requirement?.Text));
        Assert.Equal(["A sailing boat", "Nothing known"], Small.Examples[0].Examples.Select(example => example.Title));
        Assert.Equal(Small.Examples[1].Id, Assert.Single(Small.Requirements, requirement => requirement.Name == "Ask").ExamplesId);
    }

    [Fact]
    public void Changes_stand_latest_first_and_date_the_guide()
    {
        Assert.Equal(["1 June 2024", "1 May 2024"], Small.Changes.Select(change => change.Date.Words));
        Assert.Equal("2024-06-01", Small.LastChanged?.Iso);
    }

    [Fact]
    public void Anchors_are_made_of_plain_characters_and_are_different()
    {
        GuidePage page = Build(
            """
            requirement R&D é
              see Law 1
              applies always
              requires done

            requirement England & Wales
              see Law 1
              applies always
              requires done
            """);

        Assert.Equal(["requirement-r-d-ue9", "requirement-england-wales"], page.Requirements.Select(requirement => requirement.Id));
    }

    private static GuidePage Build(string rules) => GuideModelBuilder.Build(Rules.Model(Frame + rules + "\n"));

    private static string[] Names(GuidePage page) => [.. page.Requirements.Select(requirement => requirement.Name)];
}
