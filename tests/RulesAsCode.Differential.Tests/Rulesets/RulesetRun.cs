using System.Text;
using CsCheck;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter;
using RulesAsCode.Primitives;

namespace RulesAsCode.Differential.Tests.Rulesets;

/// <summary>Random rulesets, each on random facts: what the engines say of them, where they differ, and which forms were met.</summary>
internal sealed class RulesetRun
{
    private const int BatchSize = 25;
    private const int FactsEach = 200;
    private const int MostAgreed = 150;
    private const int AgreedEach = 50;
    private const int FewestBatches = 2;

    // An explanation takes several times as long as a verdict, and there are those of the corpus, too.
    private const int ExplainedOutOf = 4;

    private const string AskedAgain = "RAC3013";

    private readonly Random _random = new(20_240_229);
    private readonly PCG _chance = new(1, 20_240_229);

    private RulesetRun()
    {
    }

    /// <summary>So many cases as continuous integration runs, or as <c>DIFFERENTIAL_CASES</c> says: from the same seeds, the same cases.</summary>
    public static Lazy<RulesetRun> Default { get; } = new(() =>
    {
        var run = new RulesetRun();
        int cases = int.TryParse(Environment.GetEnvironmentVariable("DIFFERENTIAL_CASES"), out int number) ? number : 20_000;
        int first = int.TryParse(Environment.GetEnvironmentVariable("DIFFERENTIAL_SEED"), out int seed) ? seed : 0;
        for (int i = 0; i < Math.Max(cases, FewestBatches * BatchSize * FactsEach) && run.Difference is null; i += BatchSize * FactsEach)
        {
            run.RunBatch(first + (i / FactsEach));
        }

        return run;
    });

    /// <summary>
    /// How many rulesets were refused because the value of a case asks whether a fact is given that its condition has settled already. The writer does not
    /// follow what conditions settle, so it makes one now and then.
    /// </summary>
    public int AskingAgain { get; private set; }

    /// <summary>How many cases were run.</summary>
    public int Cases { get; private set; }

    /// <summary>The first difference, with the ruleset made small; null where there is none.</summary>
    public string? Difference { get; private set; }

    /// <summary>Outcomes that were decided and became others when facts were given.</summary>
    public List<string> Changed { get; } = [];

    /// <summary>Of the first rulesets, some assessments that the engines agreed on.</summary>
    public List<(Compilation Compilation, List<Assessment> Assessments)> Agreed { get; } = [];

    public List<RulesModel> Models { get; } = [];

    public HashSet<Outcome> Outcomes { get; } = [];

    public HashSet<ReasonKind> Reasons { get; } = [];

    /// <summary>Whether the engines differ on some facts, drawn from a seed.</summary>
    public static bool Differs(GeneratedRuleset generated, RulesModel interpreted, int cases)
    {
        var interpreter = new RulesetInterpreter(interpreted);
        var facts = new FactGenerator(interpreted);
        var chance = new PCG(2, 1);
        for (int i = 0; i < cases; i++)
        {
            FactRecord given = facts.Facts.Generate(chance, null, out _);
            int asAt = facts.Day.Generate(chance, null, out _);
            if (!Engines.Agree(interpreter, generated, given, asAt))
            {
                return true;
            }
        }

        return false;
    }

    private void RunBatch(int firstSeed)
    {
        RandomRuleset[] rulesets = [.. Enumerable.Range(firstSeed, BatchSize).Select(RulesetWriter.Write)];
        var sound = new List<(RandomRuleset Ruleset, Compilation Compilation)>();
        foreach (RandomRuleset ruleset in rulesets)
        {
            Compilation compilation = ruleset.Compile();
            Diagnostic[] errors = [.. compilation.Diagnostics.Where(diagnostic => diagnostic.IsError)];
            if (errors.Length == 0)
            {
                sound.Add((ruleset, compilation));
                Models.Add(compilation.Guides[0]);
            }
            else if (errors.All(error => error.Code == AskedAgain))
            {
                AskingAgain++;
            }
            else
            {
                throw new InvalidOperationException("A ruleset that was made has errors:\n" + string.Join("\n", errors.AsEnumerable()) + "\n" + ruleset.Text);
            }
        }

        foreach (((RandomRuleset ruleset, Compilation compilation), GeneratedRuleset generated) in sound.Zip(GeneratedRuleset.Batch(Models.TakeLast(sound.Count))))
        {
            var agreed = new List<Assessment>();
            if (Agreed.Count < MostAgreed)
            {
                Agreed.Add((compilation, agreed));
            }

            var facts = new FactGenerator(generated.Model);
            var interpreter = new RulesetInterpreter(generated.Model);
            for (int i = 0; i < FactsEach && Difference is null; i++)
            {
                FactRecord given = facts.Facts.Generate(_chance, null, out _);
                int asAt = facts.Day.Generate(_chance, null, out _);
                Cases++;
                if (!Engines.Agree(interpreter, generated, given, asAt, explains: i % ExplainedOutOf == 0))
                {
                    Difference = Describe(ruleset, generated.Model, given, asAt);
                    return;
                }

                if (i < AgreedEach)
                {
                    Assessment assessment = interpreter.Assess(given, asAt);
                    Note(assessment);
                    agreed.Add(assessment);
                }

                if (i % 8 == 0)
                {
                    CheckThatOutcomesStay(generated, given, asAt);
                }
            }
        }
    }

    private void Note(Assessment assessment)
    {
        foreach (RequirementAssessment requirement in assessment.Requirements)
        {
            Outcomes.Add(requirement.Outcome);
            Reasons.UnionWith(requirement.Reasons.Select(reason => reason.Kind));
        }
    }

    private void CheckThatOutcomesStay(GeneratedRuleset generated, FactRecord more, int asAt)
    {
        FactRecord less = Part(more, _random.Next(2, 10));
        object before = generated.Validate(generated.ToFacts(less, generated.Model), asAt);
        object after = generated.Validate(generated.ToFacts(more, generated.Model), asAt);
        foreach (RequirementDescriptor requirement in generated.Descriptor.Requirements)
        {
            (Outcome old, Outcome @new) = (generated.OutcomeOf(before, requirement), generated.OutcomeOf(after, requirement));
            if (old != Outcome.Undecided && old != @new)
            {
                Changed.Add($"{generated.Model.Guide.Name}, {requirement.Name}: {old} became {@new}");
            }
        }
    }

    private FactRecord Part(FactRecord facts, int outOfTen) => facts.Given
        .Where(_ => _random.Next(10) < outOfTen)
        .Aggregate(FactRecord.Empty, (part, field) => part.With(field, facts[field] switch
        {
            ListValue list => new ListValue([.. list.Elements.Select(element => Part(element, outOfTen))]),
            RecordValue record => new RecordValue(Part(record.Record, outOfTen)),
            var answer => answer!,
        }));

    private static string Describe(RandomRuleset ruleset, RulesModel model, FactRecord given, int asAt)
    {
        RandomRuleset smallest = ruleset.Shrink(candidate => Both(candidate, Transfer(given, model.Facts, candidate.Facts), asAt) is var (left, right) && left != right);
        RulesModel small = smallest.Model!;
        (Engines.Said interpreted, Engines.Said said) = Both(small, Transfer(given, model.Facts, small.Facts), asAt);
        var text = new StringBuilder();
        text.Append("The engines differ on ").Append(model.Guide.Name).Append(", as at ").Append(CalendarDay.ToIso(asAt)).Append(". The ruleset, made small:\n\n").Append(smallest.Text);
        text.Append("\nThe facts:\n").Append(FactsJson.Write(model, given)).Append("\nThe interpreter says:\n").Append(interpreted).Append("\nThe generated C# says:\n").Append(said);
        return text.ToString();
    }

    private static (Engines.Said Interpreted, Engines.Said Generated) Both(RulesModel model, FactRecord facts, int asAt) =>
        (Engines.Interpreted(new RulesetInterpreter(model), facts, asAt), Engines.Generated(new GeneratedRuleset(model), model, facts, asAt));

    /// <summary>The same answers to the facts of another model, which declares the same facts.</summary>
    private static FactRecord Transfer(FactRecord facts, Record from, Record to) => facts.Given.Aggregate(FactRecord.Empty, (result, field) =>
    {
        Field other = to.Fields[field.Ordinal];
        return result.With(other, (facts[field], other.Type) switch
        {
            (ChoiceValue choice, ChoiceType type) => new ChoiceValue(type.Choice.Members[choice.Member.Ordinal]),
            (SetValue set, SetType type) => SetValue.Of(set.Members.Select(member => type.Choice.Members[member.Ordinal])),
            (ListValue list, ListType type) => new ListValue([.. list.Elements.Select(element => Transfer(element, ((ListType)field.Type).Record, type.Record))]),
            (RecordValue record, RecordType type) => new RecordValue(Transfer(record.Record, ((RecordType)field.Type).Record, type.Record)),
            var (answer, _) => answer!,
        });
    });
}
