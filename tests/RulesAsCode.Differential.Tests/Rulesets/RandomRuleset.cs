using System.Collections.Immutable;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Differential.Tests.Rulesets;

/// <summary>A ruleset made at random, as the declarations of its one file.</summary>
internal sealed record RandomRuleset(ImmutableArray<string> Declarations)
{
    private const string Holidays = "date,name,note\n2021-12-27,Observed,\n2022-06-02,Spring,\n2024-01-01,New Year's Day,\n2024-03-29,Good Friday,\n2024-12-25,Christmas Day,\n";

    /// <summary>The rule file.</summary>
    public string Text => string.Join("\n", Declarations);

    /// <summary>What the front end makes of it.</summary>
    public Compilation Compile() => Compilation.Create([SourceText.From("random.rules", Text)], path => path == "holidays.csv" ? Holidays : null);

    /// <summary>The model; null where the file has an error.</summary>
    public RulesModel? Model => Compile().Guides.SingleOrDefault();

    /// <summary>
    /// The ruleset with as few declarations and clauses as still fail: facts, and what they are made of, stay. Greedy, once through, so that it is cheap.
    /// </summary>
    /// <param name="fails">Whether a ruleset without errors fails.</param>
    public RandomRuleset Shrink(Func<RulesModel, bool> fails)
    {
        RandomRuleset smallest = this;
        bool Try(RandomRuleset candidate)
        {
            if (candidate.Model is not { } model || !fails(model))
            {
                return false;
            }

            smallest = candidate;
            return true;
        }

        for (int i = Declarations.Length - 1; i >= 0; i--)
        {
            if (IsRule(smallest.Declarations[i]))
            {
                Try(new RandomRuleset(smallest.Declarations.RemoveAt(i)));
            }
        }

        for (int i = smallest.Declarations.Length - 1; i >= 0; i--)
        {
            if (!IsRule(smallest.Declarations[i]))
            {
                continue;
            }

            for (int line = smallest.Declarations[i].Split('\n').Length - 1; line > 0; line--)
            {
                if (WithoutLine(smallest.Declarations[i], line) is { } shorter)
                {
                    Try(new RandomRuleset(smallest.Declarations.SetItem(i, shorter)));
                }
            }
        }

        return smallest;
    }

    private static bool IsRule(string declaration) =>
        declaration.StartsWith("requirement ", StringComparison.Ordinal) || declaration.StartsWith("define ", StringComparison.Ordinal) || declaration.StartsWith("parameter ", StringComparison.Ordinal);

    /// <summary>A declaration without a line and what stands under it; null where there is no such line any more.</summary>
    private static string? WithoutLine(string declaration, int line)
    {
        string[] lines = declaration.Split('\n');
        if (line >= lines.Length || lines[line].Length == 0)
        {
            return null;
        }

        int indentation = Indentation(lines[line]);
        int end = line + 1;
        while (end < lines.Length && Indentation(lines[end]) > indentation)
        {
            end++;
        }

        return string.Join('\n', lines[..line].Concat(lines[end..]));
    }

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;
}
