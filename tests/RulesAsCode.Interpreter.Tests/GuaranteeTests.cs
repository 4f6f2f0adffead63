using CsCheck;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;
using static RulesAsCode.Interpreter.Tests.TestModel;

namespace RulesAsCode.Interpreter.Tests;

/// <summary>
/// The theorem and the two guarantees of missing facts, by brute force: random requirements over a few facts, and every way of giving these.
/// </summary>
public sealed class GuaranteeTests
{
    private static readonly int AsAt = Day("10 May 2025");

    [Fact]
    public void Giving_a_fact_never_changes_a_decided_outcome_and_missing_facts_are_the_right_ones() =>
        Gen.Int[0, int.MaxValue].Sample(seed => new Trial(seed).Check(), iter: 100, threads: 1);

    /// <summary>One random guide of one requirement, assessed for every combination of a few answers.</summary>
    private sealed class Trial
    {
        // A state is a choice among the answers of each fact, of which the first is "not given"; the lists of parcels, the last fact,
        // have elements that are given in part: the third is completed by the fourth, the fifth by the sixth.
        private static readonly int[] Choices = [3, 3, 4, 4, 6];
        private static readonly int[][] States = [.. AllStates(0, [])];
        private static readonly int[][] Extensions =
            [.. States.Select(less => Enumerable.Range(0, States.Length).Where(more => IsExtension(less, States[more])).ToArray())];

        private readonly Random _random;
        private readonly TestModel _model = new();
        private readonly Field[] _yesNo;
        private readonly Field[] _dates;
        private readonly Field _list;
        private readonly Record _parcel;
        private readonly RulesModel _rules;
        private readonly (Field Field, RuleValue?[] Answers)[] _answers;

        public Trial(int seed)
        {
            // The seed comes from CsCheck, which prints it on a failure.
            _random = new Random(seed);
            _model.CountWorkingDays(2025, 2025);
            _parcel = RecordOf("parcel", ("light", RuleType.YesNo, false));
            _yesNo = [_model.Field("a", RuleType.YesNo), _model.Field("b", RuleType.YesNo)];
            _dates = [_model.Field("done", RuleType.Date, orNone: true), _model.Field("asked", RuleType.Date, orNone: true)];
            _list = _model.Field("parcels", new ListType(_parcel));

            var variable = new ElementVariable(_parcel, Fact(_list));
            bool isForEach = _random.Next(2) == 0;
            Requirement requirement = _model.Require("R", Condition(3, isForEach ? variable : null), Condition(2, isForEach ? variable : null));
            requirement.Element = isForEach ? variable : null;
            requirement.AppliesWhen = _random.Next(2) == 0 ? When(Condition(2, null)) : null;
            requirement.Exceptions = _random.Next(2) == 0 ? [Unless(Condition(1, null), Unless(Condition(1, null)))] : [];
            requirement.Criteria[1].Exceptions = _random.Next(3) == 0 ? [Unless(Condition(1, null))] : [];
            _rules = _model.Build();

            RuleValue?[] truths = [null, YesNoValue.Yes, YesNoValue.No];
            RuleValue?[] days = [null, NoneValue.Instance, Date("8 May 2025"), Date("30 December 2025")];
            FactRecord[] elements = [.. truths.Select(truth => Answers((_parcel.Fields[0], truth)))];
            _answers =
            [
                (_yesNo[0], truths), (_yesNo[1], truths), (_dates[0], days), (_dates[1], days),
                (
                    _list,
                    [
                        null, new ListValue([]), new ListValue([elements[0]]), new ListValue([elements[1]]),
                        new ListValue([elements[1], elements[0]]), new ListValue([elements[1], elements[2]]),
                    ]),
            ];
        }

        public void Check()
        {
            var interpreter = new RulesetInterpreter(_rules);
            FactRecord[] facts = [.. States.Select(Facts)];
            RequirementAssessment[] results = [.. facts.Select(state => interpreter.Assess(state, AsAt).Requirements[0])];
            for (int i = 0; i < States.Length; i++)
            {
                RequirementAssessment before = results[i];
                bool isOpen = before.Outcome == Outcome.Undecided;
                Assert.Equal(isOpen, !before.Missing.IsEmpty || !before.Reasons.IsEmpty);
                Assert.All(before.Missing, path => Assert.True(IsOpen(facts[i], path)));
                foreach (int j in Extensions[i])
                {
                    RequirementAssessment after = results[j];
                    if (!isOpen)
                    {
                        Assert.Equal(before.Outcome, after.Outcome);
                    }
                    else if (before.Missing.All(path => IsOpen(facts[j], path)))
                    {
                        // The first guarantee: while none of the facts asked for is given, nothing else settles it.
                        Assert.Equal(Outcome.Undecided, after.Outcome);
                    }
                }

                // The second guarantee, with the assertion above that what is asked for is not given: asking again and again
                // comes to an end, and at the end every fact asked for is given.
                if (i % 16 == 0)
                {
                    Assert.Equal(before.Outcome.ToWords(), interpreter.Explain(_rules.Requirements[0], facts[i], AsAt).Value);
                }
            }
        }

        private static IEnumerable<int[]> AllStates(int fact, int[] chosen) => fact == Choices.Length
            ? [chosen]
            : Enumerable.Range(0, Choices[fact]).SelectMany(answer => AllStates(fact + 1, [.. chosen, answer]));

        private static bool IsExtension(int[] less, int[] more) => less.Zip(more, (a, b) => (a, b)).Select((pair, fact) =>
            pair.a == 0 || pair.a == pair.b || (fact == Choices.Length - 1 && (pair is (2, 3) or (4, 5)))).All(holds => holds);

        private FactRecord Facts(int[] state) => state.Select((answer, i) => (_answers[i].Field, _answers[i].Answers[answer]))
            .Aggregate(FactRecord.Empty, (facts, answer) => answer.Item2 is null ? facts : facts.With(answer.Field, answer.Item2));

        private static bool IsOpen(FactRecord facts, FactPath path)
        {
            RuleValue? answer = facts[path.Steps[0].Field];
            return answer is null || (path.Steps.Length > 1 && ((ListValue)answer).Elements[path.Steps[0].Index!.Value][path.Steps[1].Field] is null);
        }

        private Expression Condition(int depth, ElementVariable? element)
        {
            Expression Inner() => Condition(depth - 1, element);
            if (depth == 0)
            {
                return Leaf(element);
            }

            switch (_random.Next(7))
            {
                case 0:
                    return All(Inner(), Inner());
                case 1:
                    return Any(Inner(), Inner());
                case 2:
                    return NoneOf(Inner(), Inner());
                case 3:
                    return Not(Inner());
                case 4:
                    var variable = new ElementVariable(_parcel, Fact(_list));
                    return new QuantifierExpression((Quantifier)_random.Next(3), variable, List(variable), Condition(depth - 1, variable), Nowhere);
                case 5:
                    return new OrderExpression(
                        new CountExpression(List(new ElementVariable(_parcel, Fact(_list))), Nowhere), (OrderOperator)_random.Next(4), Literal(_random.Next(3)), Nowhere);
                default:
                    return Leaf(element);
            }
        }

        private Expression List(ElementVariable variable)
        {
            if (_random.Next(2) == 0)
            {
                return Fact(_list);
            }

            var inner = new ElementVariable(_parcel, Fact(_list));
            return new FilterExpression(Fact(_list), inner, Condition(0, inner), Nowhere);
        }

        private Expression Leaf(ElementVariable? element)
        {
            Expression Day() => _random.Next(4) switch
            {
                0 => Fact(_dates[0]),
                1 => Fact(_dates[1]),
                2 => new OffsetExpression(Length(), (Direction)_random.Next(2), Fact(_dates[_random.Next(2)]), Nowhere),
                _ => new DefinitionExpression(null, Either(), false, RuleType.Date, true, Nowhere),
            };
            Expression Length() => Literal(_random.Next(1, 4), _random.Next(2) == 0 ? DurationUnit.Day : DurationUnit.WorkingDay);
            if (element is not null && _random.Next(2) == 0)
            {
                return Fact(_parcel.Fields[0], new ElementExpression(element, Nowhere));
            }

            return _random.Next(8) switch
            {
                0 => new DateOrderExpression(Day(), (DateOrder)_random.Next(4), Day(), Nowhere),
                1 => new DateDistanceExpression(Day(), Length(), (Direction)_random.Next(2), Day(), Nowhere),
                2 => new WithinExpression(Day(), Length(), (Direction)_random.Next(2), Day(), Nowhere),
                3 => new DeadlineExpression(Fact(_dates[0]), Length(), (Direction)_random.Next(2), Fact(_dates[1]), Nowhere),
                4 => new StateExpression(Fact(_dates[_random.Next(2)]), (StateTest)_random.Next(2), Nowhere),
                5 => new StateExpression(Fact(_list), StateTest.Empty, Nowhere),
                6 => new OneOfExpression(Day(), [Day(), Day()], Nowhere),
                _ => Fact(_yesNo[_random.Next(2)]),
            };
        }

        private Definition Either() => _model.Define(
            "d" + _random.Next(), RuleType.Date, (Fact(_yesNo[_random.Next(2)]), Fact(_dates[_random.Next(2)])), (null, Fact(_dates[_random.Next(2)])));
    }
}
