using System.Collections.Immutable;
using CsCheck;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Tests;

/// <summary>
/// The theorem and the two guarantees of missing facts, over every guide of the repository. Answers are those of the guide's own examples and their
/// neighbours, so that boundaries are met.
/// </summary>
public sealed class CorpusGuaranteeTests
{
    public static TheoryData<string> Names => CorpusTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Giving_a_fact_never_changes_a_decided_outcome(string name)
    {
        var guide = new GuideSampler(CorpusTests.Guides(name));
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var random = new Random(seed);
                int asAt = guide.AsAt(random);
                FactRecord complete = guide.Complete(random);
                FactRecord more = guide.Part(random, complete);
                FactRecord less = guide.Part(random, more);
                Assessment before = guide.Interpreter.Assess(less, asAt);
                foreach (FactRecord facts in new[] { more, complete })
                {
                    Assessment after = guide.Interpreter.Assess(facts, asAt);
                    AssertKept(before.Outcome, after.Outcome, "the whole");
                    foreach ((RequirementAssessment old, RequirementAssessment @new) in before.Requirements.Zip(after.Requirements))
                    {
                        AssertKept(old.Outcome, @new.Outcome, old.Requirement.Name);
                        foreach ((CriterionAssessment oldCriterion, CriterionAssessment newCriterion) in old.Criteria.Zip(@new.Criteria))
                        {
                            AssertKept(oldCriterion.Outcome, newCriterion.Outcome, old.Requirement.Name + oldCriterion.Criterion.Letter);
                        }

                        foreach (ElementAssessment element in old.Elements.Where(element => element.Outcome != Outcome.Undecided))
                        {
                            AssertKept(
                                element.Outcome,
                                @new.Elements.Where(other => other.Index == element.Index).Select(other => other.Outcome).DefaultIfEmpty(element.Outcome).First(),
                                element.Name);
                        }
                    }
                }
            },
            iter: 150, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void While_no_fact_asked_for_is_given_nothing_else_settles_the_outcome(string name)
    {
        var guide = new GuideSampler(CorpusTests.Guides(name));
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var random = new Random(seed);
                int asAt = guide.AsAt(random);
                FactRecord complete = guide.Complete(random);
                FactRecord facts = guide.Part(random, complete);
                ImmutableArray<RequirementAssessment> before = guide.Interpreter.Assess(facts, asAt).Requirements;
                for (int i = 0; i < before.Length; i++)
                {
                    Assert.Equal(before[i].Outcome == Outcome.Undecided, !before[i].Missing.IsEmpty || !before[i].Reasons.IsEmpty);
                    if (before[i].Outcome == Outcome.Undecided)
                    {
                        FactRecord allElse = before[i].Missing.Aggregate(complete, Paths.Without);
                        Assert.True(
                            guide.Interpreter.Assess(allElse, asAt).Requirements[i].Outcome == Outcome.Undecided,
                            $"{before[i].Requirement.Name} was settled by something other than {string.Join(", ", before[i].Missing)}.");
                    }
                }
            },
            iter: 60, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Giving_what_is_asked_for_again_and_again_settles_the_outcome(string name)
    {
        var guide = new GuideSampler(CorpusTests.Guides(name));
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var random = new Random(seed);
                int asAt = guide.AsAt(random);
                FactRecord complete = guide.Complete(random);
                FactRecord start = guide.Part(random, complete);
                for (int i = 0; i < guide.Model.Requirements.Length; i++)
                {
                    FactRecord facts = start;
                    RequirementAssessment result = guide.Interpreter.Assess(facts, asAt).Requirements[i];
                    while (!result.Missing.IsEmpty)
                    {
                        Assert.All(result.Missing, path => Assert.True(Paths.IsOpen(facts, path), $"{path} is asked for although it is given."));
                        facts = result.Missing.Aggregate(facts, (given, path) => Paths.With(given, path, complete));
                        result = guide.Interpreter.Assess(facts, asAt).Requirements[i];
                    }

                    Assert.True(result.Outcome != Outcome.Undecided || !result.Reasons.IsEmpty, $"{result.Requirement.Name} is undecided and does not say why.");
                }
            },
            iter: 60, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Explanations_agree_with_outcomes_and_facts_survive_json(string name)
    {
        var guide = new GuideSampler(CorpusTests.Guides(name));
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var random = new Random(seed);
                int asAt = guide.AsAt(random);
                FactRecord facts = guide.Part(random, guide.Complete(random));
                FactsReadResult read = FactsJson.Read(guide.Model, FactsJson.Write(guide.Model, facts));
                Assert.Empty(read.Problems);
                Assert.Equal(facts, read.Facts);
                foreach (RequirementAssessment result in guide.Interpreter.Assess(facts, asAt).Requirements)
                {
                    ExplanationStep explanation = guide.Interpreter.Explain(result.Requirement, facts, asAt);
                    Assert.Equal(result.Outcome.ToWords(), explanation.Value);
                    Assert.Equal(explanation, guide.Interpreter.Explain(result.Requirement, facts, asAt));
                    Assert.NotEmpty(explanation.ToString());
                }
            },
            iter: 40, threads: 1);
    }

    private static void AssertKept(Outcome before, Outcome after, string of) =>
        Assert.True(before == Outcome.Undecided || before == after, $"{of} was {before} and became {after} when facts were given.");
}

/// <summary>Makes facts for a guide from the answers in its examples.</summary>
internal sealed class GuideSampler
{
    private readonly Dictionary<RuleType, List<RuleValue>> _seen = [];

    public GuideSampler(RulesModel model)
    {
        Model = model;
        Interpreter = new RulesetInterpreter(model);
        foreach (ExampleCase @case in model.Examples.SelectMany(example => example.Cases))
        {
            Collect(@case.Facts);
        }
    }

    public RulesModel Model { get; }

    public RulesetInterpreter Interpreter { get; }

    public int AsAt(Random random) => Model.Examples[random.Next(Model.Examples.Length)].AsAt + random.Next(-1, 2);

    /// <summary>Facts in which every field has an answer.</summary>
    public FactRecord Complete(Random random) => Complete(random, Model.Facts);

    /// <summary>Some of the answers.</summary>
    public FactRecord Part(Random random, FactRecord facts)
    {
        // Mostly given, half given, hardly given.
        int outOfTen = random.Next(3) switch { 0 => 9, 1 => 5, _ => 2 };
        return Part(random, facts, outOfTen);
    }

    private static FactRecord Part(Random random, FactRecord facts, int outOfTen) => facts.Given
        .Where(_ => random.Next(10) < outOfTen)
        .Aggregate(FactRecord.Empty, (part, field) => part.With(field, facts[field] switch
        {
            ListValue list => new ListValue([.. list.Elements.Select(element => Part(random, element, outOfTen))]),
            RecordValue record => new RecordValue(Part(random, record.Record, outOfTen)),
            var answer => answer!,
        }));

    private FactRecord Complete(Random random, Record record) =>
        record.Fields.Aggregate(FactRecord.Empty, (facts, field) => facts.With(field, Answer(random, field)));

    private RuleValue Answer(Random random, Field field)
    {
        if (field.OrNone && random.Next(4) == 0)
        {
            return NoneValue.Instance;
        }

        switch (field.Type)
        {
            case YesNoType:
                return YesNoValue.Of(random.Next(2) == 0);
            case ChoiceType choice:
                return new ChoiceValue(choice.Choice.Members[random.Next(choice.Choice.Members.Length)]);
            case SetType set:
                return SetValue.Of(set.Choice.Members.Where(_ => random.Next(3) == 0));
            case ListType list:
                return new ListValue([.. Enumerable.Range(0, random.Next(4)).Select(_ => Complete(random, list.Record))]);
            case RecordType record:
                return new RecordValue(Complete(random, record.Record));
        }

        if (!_seen.TryGetValue(field.Type, out List<RuleValue>? seen))
        {
            return Default(random, field.Type);
        }

        return (seen[random.Next(seen.Count)], random.Next(-1, 2)) switch
        {
            (DateValue date, var step) => new DateValue(date.Day + step),
            (NumberValue number, var step) => new NumberValue(ExactNumber.FromDecimal(number.Value.ToDecimal() + (step * (field.Type is MoneyType or PercentageType ? 0.01m : 1)))),
            (Eui64Value identifier, var step) => new Eui64Value(unchecked(identifier.Value + (ulong)step)),
            (var answer, _) => answer,
        };
    }

    private static RuleValue Default(Random random, RuleType type) => type switch
    {
        DateType => new DateValue(TestModel.Day("1 June 2024") + random.Next(-400, 400)),
        NumberType or WholeNumberType or MoneyType => new NumberValue(ExactNumber.FromInteger(random.Next(0, 5_000))),
        PercentageType => new NumberValue(ExactNumber.FromDecimal(random.Next(0, 101) / 100m)),
        DurationType => new DurationValue(new Duration(random.Next(0, 20), (DurationUnit)random.Next(5))),
        Eui64Type => new Eui64Value((ulong)random.NextInt64()),
        _ => new TextValue("text"),
    };

    private void Collect(FactRecord facts)
    {
        foreach (Field field in facts.Given)
        {
            switch (facts[field])
            {
                case ListValue list:
                    foreach (FactRecord element in list.Elements)
                    {
                        Collect(element);
                    }

                    break;
                case RecordValue record:
                    Collect(record.Record);
                    break;
                case NoneValue:
                    break;
                case var answer:
                    if (!_seen.TryGetValue(field.Type, out List<RuleValue>? seen))
                    {
                        _seen.Add(field.Type, seen = []);
                    }

                    seen.Add(answer!);
                    break;
            }
        }
    }
}

/// <summary>Gives and takes away single facts.</summary>
internal static class Paths
{
    public static bool IsOpen(FactRecord facts, FactPath path) => IsOpen(facts, path.Steps, 0);

    /// <summary>The facts without the one at a path.</summary>
    public static FactRecord Without(FactRecord facts, FactPath path) => Replace(facts, path.Steps, 0, FactRecord.Empty, isGiven: false);

    /// <summary>The facts with the answer that other facts have at a path.</summary>
    public static FactRecord With(FactRecord facts, FactPath path, FactRecord source) => Replace(facts, path.Steps, 0, source, isGiven: true);

    private static bool IsOpen(FactRecord facts, ImmutableArray<FactPathStep> steps, int at) => facts[steps[at].Field] switch
    {
        null => true,
        ListValue list when at + 1 < steps.Length => IsOpen(list.Elements[steps[at].Index!.Value], steps, at + 1),
        RecordValue record when at + 1 < steps.Length => IsOpen(record.Record, steps, at + 1),
        _ => false,
    };

    private static FactRecord Replace(FactRecord facts, ImmutableArray<FactPathStep> steps, int at, FactRecord source, bool isGiven)
    {
        (Field field, int? index) = steps[at];
        if (at + 1 == steps.Length)
        {
            // A list is given with its elements still to be asked about, a record likewise.
            return !isGiven ? facts.Without(field) : facts.With(field, source[field] switch
            {
                ListValue list => new ListValue([.. list.Elements.Select(_ => FactRecord.Empty)]),
                RecordValue => new RecordValue(FactRecord.Empty),
                var answer => answer!,
            });
        }

        if (index is { } place)
        {
            var list = (ListValue?)facts[field];
            if (list is null)
            {
                return facts;
            }

            FactRecord from = source[field] is ListValue others ? others.Elements[place] : FactRecord.Empty;
            return facts.With(field, new ListValue(list.Elements.SetItem(place, Replace(list.Elements[place], steps, at + 1, from, isGiven))));
        }

        FactRecord inner = (facts[field] as RecordValue)?.Record ?? FactRecord.Empty;
        FactRecord innerSource = (source[field] as RecordValue)?.Record ?? FactRecord.Empty;
        return facts.With(field, new RecordValue(Replace(inner, steps, at + 1, innerSource, isGiven)));
    }
}
