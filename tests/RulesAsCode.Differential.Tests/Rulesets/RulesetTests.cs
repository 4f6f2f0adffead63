using System.Text.Json;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Differential.Tests.Rulesets;

/// <summary>
/// The engines agree on rulesets that nobody wrote, in every form of the language: 20,000 cases, or as many as <c>DIFFERENTIAL_CASES</c> says, from the
/// seed <c>DIFFERENTIAL_SEED</c> on.
/// </summary>
public sealed class RulesetTests
{
    private static RulesetRun Run => RulesetRun.Default.Value;

    [Fact]
    public void TheEnginesAgree()
    {
        Assert.True(Run.Difference is null, Run.Difference);
        Assert.True(Run.Cases >= 1_000, "Too few cases were run.");
        Assert.True(Run.AskingAgain * 50 <= Run.Models.Count, "More than one ruleset in fifty was refused.");
    }

    [Fact]
    public void GivingAFactNeverChangesADecidedOutcomeOfGeneratedCode() => Assert.Empty(Run.Changed);

    [Fact]
    public void EveryOutcomeAndEveryReasonIsMet()
    {
        Assert.Equal(Enum.GetValues<Outcome>().Order(), Run.Outcomes.Order());
        Assert.Equal(Enum.GetValues<ReasonKind>().Order(), Run.Reasons.Order());
    }

    [Fact]
    public void EveryKindOfExpressionIsMetWithEachOfItsOperators()
    {
        Expression[] met = [.. Run.Models.SelectMany(Expressions)];
        var absent = new List<string>();
        foreach (Type type in typeof(Expression).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Expression)) && !type.IsAbstract && type != typeof(ErrorExpression)))
        {
            Expression[] ofType = [.. met.Where(expression => expression.GetType() == type)];
            if (ofType.Length == 0)
            {
                absent.Add(type.Name);
            }

            absent.AddRange(type.GetProperties().Where(property => property.PropertyType.IsEnum)
                .SelectMany(property => Enum.GetValues(property.PropertyType).Cast<object>().Where(value => !ofType.Any(expression => Equals(property.GetValue(expression), value))))
                .Select(value => type.Name + " " + value));
        }

        Assert.Empty(absent);
    }

    [Fact]
    public void EveryTypeAndEveryClauseIsMet()
    {
        Field[] fields = [.. Run.Models.SelectMany(model => model.Records.Append(model.Facts)).SelectMany(record => record.Fields)];
        Type[] types = [.. typeof(RuleType).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RuleType)) && !type.IsAbstract && type != typeof(ErrorType))];
        Type[] always = [typeof(YesNoType), typeof(SetType), typeof(ListType), typeof(RecordType)];
        Assert.Empty(types.Except(fields.Select(field => field.Type.GetType())));
        Assert.Empty(types.Except(always).Except(fields.Where(field => field.OrNone).Select(field => field.Type.GetType())));

        Requirement[] requirements = [.. Run.Models.SelectMany(model => model.Requirements)];
        Criterion[] criteria = [.. requirements.SelectMany(requirement => requirement.Criteria)];
        Definition[] definitions = [.. Run.Models.SelectMany(model => model.Definitions)];
        var clauses = new Dictionary<string, bool>
        {
            ["applies always"] = requirements.Any(requirement => requirement.AppliesWhen is null),
            ["applies when, of the subject"] = requirements.Any(requirement => requirement.AppliesWhen is { UsesElement: false }),
            ["applies when, of an element"] = requirements.Any(requirement => requirement.AppliesWhen is { UsesElement: true }),
            ["for each"] = requirements.Any(requirement => requirement.Element?.List is FactExpression),
            ["for each across a definition"] = requirements.Any(requirement => requirement.Element?.List is DefinitionExpression),
            ["falls on"] = requirements.Any(requirement => requirement.FallsOn is not null),
            ["in force from"] = requirements.Any(requirement => requirement is { InForceFrom: not null, InForceUntil: null }),
            ["in force until"] = requirements.Any(requirement => requirement.InForceUntil is not null),
            ["follows"] = requirements.Any(requirement => !requirement.Follows.IsEmpty),
            ["unless, three deep, of a requirement"] = requirements.Any(requirement => requirement.Exceptions.Any(exception => Depth(exception) == 3)),
            ["unless, three deep, of a criterion"] = criteria.Any(criterion => criterion.Exceptions.Any(exception => Depth(exception) == 3)),
            ["recommends that"] = criteria.Any(criterion => criterion.IsRecommendation),
            ["requires F"] = criteria.Any(criterion => criterion is { IsBareFact: true, Condition: not DeadlineExpression }),
            ["requires F within"] = criteria.Any(criterion => criterion.Condition is DeadlineExpression),
            ["otherwise"] = criteria.Any(criterion => criterion.Otherwise is not null),
            ["or read as"] = criteria.Any(criterion => criterion.Readings.Any(reading => reading.Alternative is not null)),
            ["define when"] = definitions.Any(definition => definition.Type is YesNoType),
            ["define for each"] = definitions.Any(definition => definition.Element is not null),
            ["define in cases"] = definitions.Any(definition => definition.Cases.Length > 1),
            ["define a list"] = definitions.Any(definition => definition.Type is ListType),
            ["define or none"] = definitions.Any(definition => definition.OrNone),
            ["rounded, each way"] = definitions.Select(definition => definition.Rounding?.Mode).OfType<Primitives.RoundingMode>().Distinct().Count() == 3,
            ["a parameter that is none"] = Run.Models.Any(model => model.Parameters.Any(parameter => parameter.OrNone)),
            ["a parameter as at"] = Run.Models.SelectMany(Expressions).Any(expression => expression is ParameterExpression { AsAt: not null }),
            ["a list of conditions"] = Run.Models.SelectMany(Expressions).Any(expression => expression is LogicalExpression { IsList: true }),
            ["a fact in a record in a record"] = Run.Models.SelectMany(Expressions).Any(expression => expression is FactExpression { Target: FactExpression { Target: not null } }),
        };
        Assert.Empty(clauses.Where(clause => !clause.Value).Select(clause => clause.Key));
    }

    [Theory]
    [InlineData("Compare.AtLeast(", "Compare.MoreThan(")]
    [InlineData("Compare.OnOrAfter(", "Compare.After(")]
    [InlineData("Compare.OnOrBefore(", "Compare.Before(")]
    public void APlantedMistakeInGeneratedCodeIsCaught(string right, string wrong)
    {
        RulesModel[] models = [.. Enumerable.Range(0, 12).Select(seed => RulesetWriter.Write(seed).Model!)];
        Assert.Contains(
            GeneratedRuleset.Batch(models, text => text.Replace(right, wrong, StringComparison.Ordinal)),
            generated => RulesetRun.Differs(generated, generated.Model, 200));
    }

    [Theory]
    [InlineData(" at most ", " less than ")]
    [InlineData(" is on or after ", " is after ")]
    public void APlantedMistakeInTheInterpretersRulesIsCaught(string right, string wrong)
    {
        (RulesModel Right, RulesModel? Wrong)[] pairs =
        [
            .. Enumerable.Range(0, 100).Select(RulesetWriter.Write).Where(ruleset => ruleset.Text.Contains(right, StringComparison.Ordinal)).Take(12)
                .Select(ruleset => (ruleset.Model!, new RandomRuleset([.. ruleset.Declarations.Select(text => text.Replace(right, wrong, StringComparison.Ordinal))]).Model)),
        ];
        (RulesModel Right, RulesModel? Wrong)[] whole = [.. pairs.Where(pair => pair.Wrong is not null)];
        Assert.NotEmpty(whole);
        Assert.Contains(GeneratedRuleset.Batch(whole.Select(pair => pair.Right)).Zip(whole), pair => RulesetRun.Differs(pair.First, pair.Second.Wrong!, 200));
    }

    [Fact]
    public void NoFactsMakeGeneratedCodeThrow()
    {
        var random = new Random(1);
        var hostile = new HostileFacts(random);
        GeneratedRuleset[] all = [.. GeneratedRuleset.Batch(Enumerable.Range(0, 10).Select(seed => RulesetWriter.Write(seed).Model!)), .. Testing.Corpus.All.Select(folder => Guides.Generated(folder.Name))];
        int[] days = [Primitives.CalendarDay.Minimum, Primitives.CalendarDay.Maximum, Primitives.CalendarDay.FromDate(2024, 2, 29)];
        foreach (GeneratedRuleset generated in all)
        {
            for (int i = 0; i < 30; i++)
            {
                object facts = hostile.Record(generated.FactsType);
                object result = generated.Validate(facts, days[i % days.Length]);
                Assert.True(Enum.IsDefined(generated.OutcomeOf(result)));
                Assert.All(generated.Descriptor.Requirements, requirement => Assert.Equal(generated.OutcomeOf(result, requirement), generated.Report(result, requirement).Outcome));
                _ = facts.GetHashCode();
                Assert.Equal(facts, facts);
                try
                {
                    JsonSerializer.Serialize(facts, generated.FactsType);
                }
                catch (JsonException exception)
                {
                    Assert.EndsWith("it cannot be written as JSON.", exception.Message);
                }
            }
        }
    }

    private static int Depth(ExceptionClause exception) => 1 + exception.Exceptions.Select(Depth).DefaultIfEmpty().Max();

    private static IEnumerable<Expression> Expressions(RulesModel model)
    {
        IEnumerable<Expression?> roots =
        [
            .. model.Definitions.SelectMany(definition => definition.Cases).SelectMany(@case => new[] { @case.Condition, @case.Value }),
            .. model.Requirements.SelectMany(requirement => requirement.Criteria.Select(criterion => criterion.Condition)
                .Concat(requirement.Exceptions.Concat(requirement.Criteria.SelectMany(criterion => criterion.Exceptions)).SelectMany(Conditions))
                .Append(requirement.AppliesWhen?.Condition!).Append(requirement.Element?.List!)),
        ];
        return roots.OfType<Expression>().SelectMany(root => root.DescendantsAndSelf());
    }

    private static IEnumerable<Expression> Conditions(ExceptionClause exception) => exception.Exceptions.SelectMany(Conditions).Prepend(exception.Condition);
}
