using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Semantics;

/// <summary>What a text that is right becomes.</summary>
public sealed class ModelTests
{
    [Fact]
    public void A_guide_says_what_it_says()
    {
        RulesModel model = RulesText.Model(RulesText.Compile(("main.rules", """
            guide Test Guide "A guide"
              for "People"
              for "Others"
              see LAW 1
              namespace Example.Rules
              version 1.2
              currency EUR
              introduction:
                Hello.
            source LAW "The Law"
              url "https://example.org/law"
              edition 1 March 2024
              section 1 "One"
                status "draft"
                not modelled "why"
            disclaimer D
              shown on every page
              text "x"
            """)));

        Assert.Equal(("Test Guide", "A guide", "Example.Rules", "1.2", "EUR", "€"),
            (model.Guide.Name, model.Guide.Title, model.Guide.Namespace, model.Guide.Version, model.Guide.Currency, model.Guide.CurrencySymbol));
        Assert.Equal(["People", "Others"], model.Guide.Audience);
        Assert.Equal("Hello.", model.Guide.Introduction!.Markdown);
        Assert.Equal("LAW 1", model.Guide.References.Single().Display);
        Assert.Equal(("draft", "why"), (model.Sources[0].Divisions[0].Status, model.Sources[0].Divisions[0].NotModelled));
        Assert.Equal(CalendarDay.FromDate(2024, 3, 1), model.Sources[0].Edition);
        Assert.Empty(model.Facts.Fields);
    }

    [Fact]
    public void A_fact_has_its_type_question_and_note()
    {
        RulesModel model = RulesText.Model("""
            choice Colour
              Red "As blood"
              Blue
            record pet
              age is a whole number or none
            facts Person
              favourite is a Colour or none
                ask "Which?"
                note "Only one."
              worn are a set of Colour
              pets are a list of pet
            """);

        Field favourite = model.Facts.Fields[0];
        Assert.Equal(("Colour", true, "Which?", "Only one.", 0), (favourite.Type.Name, favourite.OrNone, favourite.Question, favourite.Note!.Markdown, favourite.Ordinal));
        Assert.Equal(["set of Colour", "list of pet"], model.Facts.Fields.Skip(1).Select(field => field.Type.Name));
        Assert.Equal(("whole number", true), (model.Records[0].Fields[0].Type.Name, model.Records[0].Fields[0].OrNone));
        Assert.Equal("As blood", model.Choices[0].Members[0].Title);
    }

    [Theory]
    [InlineData("tall", typeof(FactExpression))]
    [InlineData("not tall", typeof(NotExpression))]
    [InlineData("tall and tall", typeof(LogicalExpression))]
    [InlineData("favourite is Red", typeof(EqualityExpression))]
    [InlineData("favourite is one of Red or Blue", typeof(OneOfExpression))]
    [InlineData("score is at least 3", typeof(OrderExpression))]
    [InlineData("score is between 3 and 4", typeof(BetweenExpression))]
    [InlineData("born on is before today", typeof(DateOrderExpression))]
    [InlineData("born on is at least 3 days after today", typeof(DateDistanceExpression))]
    [InlineData("born on is within 3 days after today", typeof(WithinExpression))]
    [InlineData("moved on is given", typeof(StateExpression))]
    [InlineData("moved on is not given", typeof(NotExpression))]
    [InlineData("worn include Red", typeof(IncludesExpression))]
    [InlineData("worn do not include one of Red or Blue", typeof(NotExpression))]
    [InlineData("for some pet, age is 3", typeof(QuantifierExpression))]
    [InlineData("moved on is after 3 months before born on", typeof(DateOrderExpression))]
    public void A_condition_becomes_its_node(string condition, Type node)
    {
        Expression bound = Condition(condition);

        Assert.IsType(node, bound);
        Assert.Equal(RuleType.YesNo, bound.Type);
    }

    [Theory]
    [InlineData("1 + 2", "whole number")]
    [InlineData("1 + 2.5", "number")]
    [InlineData("2 * 3", "number")]
    [InlineData("20% * 3", "number")]
    [InlineData("income / income", "number")]
    [InlineData("income + £1", "money")]
    [InlineData("count of pets", "whole number")]
    [InlineData("sum of price across pets", "money")]
    [InlineData("latest of 3 days after born on across pets", "date")]
    [InlineData("larger of 3 and 4.5", "number")]
    [InlineData("whole years between born on and today", "whole number")]
    [InlineData("first working day on or after moved on", "date")]
    [InlineData("3 days after moved on", "date")]
    [InlineData("fee as at born on", "money")]
    [InlineData("smallest of age across (pets where age is at least 3)", "whole number")]
    [InlineData("main house's address", "text")]
    [InlineData("- share", "percentage")]
    public void A_value_has_its_type(string value, string type) => Assert.Equal(type, Definition("as " + value).Type.Name);

    [Theory]
    [InlineData("as moved on", true)]
    [InlineData("as born on", false)]
    [InlineData("as 3 days after moved on", true)]
    [InlineData("as first working day on or after moved on", true)]
    [InlineData("as largest of age across pets", true)]
    [InlineData("as sum of age across pets", false)]
    [InlineData("as relief", true)]
    [InlineData("as fee", false)]
    [InlineData("as moved on when moved on is given\n  otherwise born on", false)]
    [InlineData("as born on when moved on is none\n  otherwise moved on", false)]
    [InlineData("as moved on when tall\n  otherwise born on", true)]
    public void A_definition_may_be_none_or_not(string form, bool orNone) => Assert.Equal(orNone, Definition(form).OrNone);

    [Fact]
    public void A_percentage_is_a_hundredth()
    {
        var literal = Assert.IsType<LiteralExpression>(Definition("as 12.5%").Cases[0].Value);

        Assert.Equal(ExactNumber.FromDecimal(0.125m), Assert.IsType<NumberValue>(literal.Value).Value);
    }

    [Fact]
    public void A_definition_for_each_record_is_a_field_of_it()
    {
        RulesModel model = RulesText.ModelWithFacts("""
            define old
              for each pet
              when age is at least 10
            define oldest
              when for some pet, pet's old
            define old ones
              as pets where old
            """);

        Assert.Equal("pet", model.Definitions[0].Element!.Name);
        Assert.Null(model.Definitions[0].Element!.List);
        var quantifier = Assert.IsType<QuantifierExpression>(model.Definitions[1].Cases[0].Value);
        var use = Assert.IsType<DefinitionExpression>(quantifier.Condition);
        Assert.Same(quantifier.Variable, Assert.IsType<ElementExpression>(use.Target).Variable);
        Assert.True(use.IsQualified);
        var filter = Assert.IsType<FilterExpression>(model.Definitions[2].Cases[0].Value);
        Assert.False(Assert.IsType<DefinitionExpression>(filter.Condition).IsQualified);
        Assert.Equal("list of pet", model.Definitions[2].Type.Name);
    }

    [Fact]
    public void A_requirement_has_its_clauses()
    {
        RulesModel model = RulesText.ModelWithFacts("""
            term Other
            reading R1 "q"
              taken "a"
              owner "o"
            requirement First "The first"
              see LAW 1.2(a), LAW 1 to 3
                quote "words"
              reading R1
              falls on Other
              for each pet
              applies when tall
                see LAW 2
              unless age is 3
                see LAW 3
                unless tall
              in force from 1 January 2024 until the end of 31 December 2024
              requires weight
                otherwise "Weigh it."
                unless tall
              requires bought on within 3 days after born on
              recommends that colour is Red
                reading R1
                  or read as colour is Blue
              follows Second
              takes about 3 days
            requirement Second
              see LAW
              applies always
              requires worn
            timeline T "t"
              shows First and Second
              note "n"
            change 1 January 2024 "c"
              touches First
            """);

        Requirement first = model.Requirements[0];
        Assert.Equal(["LAW 1.2(a)", "LAW 1 to 3"], first.References.Select(reference => reference.Display));
        Assert.Equal([null, "words"], first.References.Select(reference => reference.Quote));
        Assert.Equal("section 1", first.References[0].Division!.Name);
        Assert.Equal(["1", "2", "3"], first.References[1].Covered.Select(division => division.Locator));
        Assert.False(first.AppliesWhen!.UsesElement);
        Assert.True(first.Exceptions.Single().UsesElement);
        Assert.False(first.Exceptions.Single().Exceptions.Single().UsesElement);
        Assert.Equal(["a", "b", "c"], first.Criteria.Select(criterion => criterion.Letter));
        Assert.IsType<NotExpression>(first.Criteria[0].Condition);
        Assert.IsType<DeadlineExpression>(first.Criteria[1].Condition);
        Assert.Equal([true, true, false], first.Criteria.Select(criterion => criterion.IsBareFact));
        Assert.Equal([false, false, true], first.Criteria.Select(criterion => criterion.IsRecommendation));
        Assert.NotNull(first.Criteria[2].Readings.Single().Alternative);
        Assert.Equal("Weigh it.", first.Criteria[0].Otherwise!.Markdown);
        Assert.Equal(("pets", "Other", "Second"), (((FactExpression)first.Element!.List!).Field.Name, first.FallsOn!.Name, first.Follows.Single().Name));
        Assert.Equal(new Duration(3, DurationUnit.Day), first.TakesAbout);
        Assert.Equal(CalendarDay.FromDate(2024, 12, 31), first.InForceUntil);
        Assert.Equal(2, model.Timelines[0].Shows.Length);
        Assert.Equal(first, model.Changes[0].Touches.Single());
        Assert.Empty(model.Requirements[1].References.Single().Covered);
    }

    [Fact]
    public void An_example_has_its_answers_and_expectations()
    {
        RulesModel model = RulesText.ModelWithFacts("""
            requirement P
              see LAW 1
              for each pet
              applies always
              requires weight
            define d
              as score + 1
            example "e"
              as at 1 March 2024
              given
                worn are Blue and Red
                debt is none
                score is 2
                share is 20%
                pet
                  weight is 3
                pet
                  name is "b"
                main house
                  address is "x"
              expect
                P is undecided
                  asks for pet 2's weight
                pet 1's P is satisfied
                d is 3
                everything is not undecided
            """);

        ExampleCase @case = Assert.Single(Assert.Single(model.Examples).Cases);
        Assert.Null(@case.Row);
        Field Fact(string name) => model.Facts.Fields.Single(field => field.Name == name);
        Assert.Equal(["Red", "Blue"], ((SetValue)@case.Facts[Fact("worn")]!).Members.Select(member => member.Name));
        Assert.Equal(NoneValue.Instance, @case.Facts[Fact("debt")]);
        Assert.Equal(2, ((ListValue)@case.Facts[Fact("pets")]!).Elements.Length);
        Assert.Equal("address", Assert.Single(((RecordValue)@case.Facts[Fact("main house")]!).Record.Given).Name);
        Assert.Null(@case.Facts[Fact("tall")]);
        Assert.Equal("pet 2's weight", @case.Expectations[0].AsksFor!.Value.Single().Words);
        Assert.Equal((0, ExpectedOutcome.Satisfied), (@case.Expectations[1].Element!.Index, @case.Expectations[1].Outcome));
        Assert.Equal(new NumberValue(ExactNumber.FromInteger(3)), @case.Expectations[2].Value);
        Assert.True(@case.Expectations[3] is { IsEverything: true, Negated: true, Outcome: ExpectedOutcome.Undecided });
    }

    [Fact]
    public void Rows_add_to_what_is_given_and_replace_it()
    {
        RulesModel model = RulesText.ModelWithFacts("""
            requirement P
              see LAW 1
              for each pet
              applies always
              requires weight
            example "e"
              as at 1 March 2024
              given
                tall is yes
                score is 2
              cases
                | tall | pet's weight | pet 2's weight | expect P       | expect pet 2's P |
                | no   | 3            | none           | not satisfied  | not satisfied    |
                |      |              |                | undecided      |                  |
                |      |              | 4              | not applicable | satisfied        |
            """);

        Example example = Assert.Single(model.Examples);
        Field tall = model.Facts.Fields.Single(field => field.Name == "tall");
        Field pets = model.Facts.Fields.Single(field => field.Name == "pets");
        Assert.Equal([1, 2, 3], example.Cases.Select(@case => @case.Row));
        Assert.Equal([YesNoValue.No, YesNoValue.Yes, YesNoValue.Yes], example.Cases.Select(@case => @case.Facts[tall]));
        Assert.Equal([2, 0, 2], example.Cases.Select(@case => (@case.Facts[pets] as ListValue)?.Elements.Length ?? 0));
        Assert.Null(example.Cases[1].Facts[pets]);
        Assert.Equal([2, 1, 2], example.Cases.Select(@case => @case.Expectations.Length));
        Assert.Equal([ExpectedOutcome.NotSatisfied, ExpectedOutcome.Undecided, ExpectedOutcome.NotApplicable], example.Cases.Select(@case => @case.Expectations[0].Outcome));
    }

    [Fact]
    public void A_parameter_has_its_periods_in_order()
    {
        RulesModel model = RulesText.Model("""
            parameter fee
              £10 + £0.50 from 1 January 2020
                see LAW 2
              none from 1 January 2022
            """);

        Parameter fee = model.Parameters[0];
        Assert.Equal(("money", true), (fee.Type.Name, fee.OrNone));
        Assert.Equal(new NumberValue(ExactNumber.FromDecimal(10.5m)), fee.Periods[0].Value);
        Assert.Equal("LAW 2", fee.Periods[0].References.Single().Display);
        Assert.Equal(CalendarDay.FromDate(2022, 1, 1), fee.Periods[1].From);
    }

    [Fact]
    public void A_section_is_preferred_where_the_kind_is_left_out()
    {
        RulesModel model = RulesText.Model("""
            source S "s"
              appendix 1
              section 1
            define d
              see S 1, S appendix 1
              as 3
            """);

        Assert.Equal(["section", "appendix"], model.Definitions[0].References.Select(reference => reference.Division!.Kind));
    }

    private static Expression Condition(string condition) => Definition("when " + condition).Cases[0].Value;

    private static Definition Definition(string form) => RulesText.ModelWithFacts("define d\n  " + form + "\n").Definitions[0];
}
