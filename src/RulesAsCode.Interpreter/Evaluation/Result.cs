using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Evaluation;

/// <summary>What an expression came to: a value (which may be none), or unknown and why.</summary>
internal readonly struct Result
{
    private Result(RuleValue? value, Need? need)
    {
        Value = value;
        Need = need;
    }

    /// <summary>The value; null when it is unknown.</summary>
    public RuleValue? Value { get; }

    /// <summary>Why it is unknown; null when it is known.</summary>
    public Need? Need { get; }

    public bool IsUnknown => Value is null;

    public bool IsNone => Value is NoneValue;

    public static Result True { get; } = new(YesNoValue.Yes, null);

    public static Result False { get; } = new(YesNoValue.No, null);

    public static Result None { get; } = new(NoneValue.Instance, null);

    /// <summary>As a condition: none is an answer, and no comparison with it holds.</summary>
    public Truth Truth => Value switch
    {
        null => Truth.Unknown,
        YesNoValue { Value: true } => Truth.True,
        _ => Truth.False,
    };

    public static Result Of(RuleValue value) => new(value, null);

    public static Result Of(bool value) => value ? True : False;

    public static Result Unknown(Need? need) => new(null, need);

    public static Result Because(ReasonKind kind, string text) => Unknown(Need.Because(kind, text));

    /// <summary>Unknown for the union of why its operands are; only called when one is.</summary>
    public static Result UnknownOf(params ReadOnlySpan<Result> operands)
    {
        var needs = new List<Need>(operands.Length);
        foreach (Result operand in operands)
        {
            if (operand is { IsUnknown: true, Need: { } need })
            {
                needs.Add(need);
            }
        }

        return Unknown(Need.Union(needs));
    }

    public Result Not() => Truth switch
    {
        Truth.True => False,
        Truth.False => True,
        _ => this,
    };

    /// <summary>Strong Kleene: false when one is, else unknown when one is.</summary>
    public static Result And(IEnumerable<Result> operands) => Absorb(operands, Truth.False);

    /// <summary>Strong Kleene: true when one is, else unknown when one is.</summary>
    public static Result Or(IEnumerable<Result> operands) => Absorb(operands, Truth.True);

    private static Result Absorb(IEnumerable<Result> operands, Truth absorbing)
    {
        List<Need>? needs = null;
        bool isUnknown = false;
        foreach (Result operand in operands)
        {
            Truth truth = operand.Truth;
            if (truth == absorbing)
            {
                // What made other operands unknown no longer matters, so stopping here cannot be observed.
                return Of(absorbing == Truth.True);
            }

            if (truth == Truth.Unknown)
            {
                isUnknown = true;
                if (operand.Need is { } need)
                {
                    (needs ??= []).Add(need);
                }
            }
        }

        return isUnknown ? Unknown(Need.Union(needs ?? [])) : Of(absorbing != Truth.True);
    }
}
