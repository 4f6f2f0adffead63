using CsCheck;
using RulesAsCode.Primitives.Tests.Oracle;
using Xunit;

namespace RulesAsCode.Primitives.Tests;

public class KleeneTests
{
    private static readonly Gen<Truth> AnyTruth = Gen.OneOfConst(Truth.Unknown, Truth.False, Truth.True);

    [Fact]
    public void Unknown_is_what_nobody_has_set() => Assert.Equal(Truth.Unknown, default(Truth));

    [Fact]
    public void Connectives_agree_with_the_tables()
    {
        Assert.Equal(9, TruthTables.Binary.Distinct().Count());
        Assert.Equal(3, TruthTables.Unary.Distinct().Count());
        foreach (var (left, right, and, or) in TruthTables.Binary)
        {
            Assert.Equal(Of(and), Kleene.And(Of(left), Of(right)));
            Assert.Equal(Of(or), Kleene.Or(Of(left), Of(right)));
        }

        foreach (var (operand, not) in TruthTables.Unary)
        {
            Assert.Equal(Of(not), Kleene.Not(Of(operand)));
        }
    }

    [Fact]
    public void Many_operands_are_one_false_all_true_or_unknown() =>
        AnyTruth.Array[0, 6].Sample(operands =>
        {
            var and = operands.Contains(Truth.False) ? Truth.False : operands.Contains(Truth.Unknown) ? Truth.Unknown : Truth.True;
            var or = operands.Contains(Truth.True) ? Truth.True : operands.Contains(Truth.Unknown) ? Truth.Unknown : Truth.False;
            Assert.Equal(and, Kleene.And(operands));
            Assert.Equal(and, Kleene.And(operands.AsEnumerable()));
            Assert.Equal(or, Kleene.Or(operands));
            Assert.Equal(or, Kleene.Or(operands.AsEnumerable()));
        });

    [Fact]
    public void Knowing_more_never_changes_a_known_value() =>
        Gen.Select(AnyTruth, AnyTruth, Gen.OneOfConst(Truth.False, Truth.True)).Sample((left, right, learnt) =>
        {
            var informed = left == Truth.Unknown ? learnt : left;
            foreach (var connective in new Func<Truth, Truth, Truth>[] { Kleene.And, Kleene.Or })
            {
                var before = connective(left, right);
                if (before != Truth.Unknown)
                {
                    Assert.Equal(before, connective(informed, right));
                }
            }
        });

    [Theory]
    [InlineData(true, Truth.True)]
    [InlineData(false, Truth.False)]
    [InlineData(null, Truth.Unknown)]
    public void An_answer_has_a_truth(bool? answer, Truth truth)
    {
        Assert.Equal(truth, Kleene.From(answer));
        if (answer is { } known)
        {
            Assert.Equal(truth, Kleene.From(known));
        }
    }

    private static Truth Of(char letter) => letter switch { 'T' => Truth.True, 'F' => Truth.False, _ => Truth.Unknown };
}
