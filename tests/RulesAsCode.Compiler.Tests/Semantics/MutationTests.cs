using CsCheck;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Semantics;

/// <summary>Rulesets with a mistake made in them: nothing is thrown, and a guide is finished only without an error.</summary>
public sealed class MutationTests
{
    private static readonly string[] Texts = [.. CorpusTests.Rulesets().Where(folder => folder != "rules").SelectMany(folder => CorpusTests.FilesOf(folder)).Select(file => file.Text)];

    [Fact]
    public void A_word_or_a_line_out_of_place_throws_nothing()
    {
        var places = Gen.Select(Gen.Int[0, Texts.Length - 1], Gen.Int[0, 5], Gen.Int[0, 100_000], Gen.Int[0, 100_000]);

        places.Sample(
            (text, kind, first, second) =>
            {
                string mutant = Mutate(Texts[text], kind, first, second);
                var compilation = Compilation.Create([SourceText.From("main.rules", mutant)], _ => RulesText.Holidays);
                Assert.All(compilation.Diagnostics, diagnostic => Assert.InRange(diagnostic.Location.Span.End, 0, mutant.Length));
                foreach (RulesModel model in compilation.Guides)
                {
                    Assert.False(compilation.HasErrors);
                    Assert.DoesNotContain(model.Definitions, definition => definition.Type.IsError || definition.Cases.Any(item => Holds(item.Value)));
                    Assert.DoesNotContain(model.Requirements.SelectMany(requirement => requirement.Criteria), criterion => Holds(criterion.Condition));
                }
            },
            iter: 10_000);

        static bool Holds(Expression expression) => expression.DescendantsAndSelf().Any(node => node is ErrorExpression);
    }

    private static string Mutate(string text, int kind, int first, int second)
    {
        List<string> lines = [.. text.Split('\n')];
        int line = first % lines.Count;
        int other = second % lines.Count;
        List<string> words = [.. lines[line].Split(' ')];
        switch (kind)
        {
            case 0:
                return text.Substring(0, first % text.Length);
            case 1:
                lines.RemoveAt(line);
                break;
            case 2:
                (lines[line], lines[other]) = (lines[other], lines[line]);
                break;
            case 3:
                lines[line] = new string(' ', second % 8) + lines[line].TrimStart();
                break;
            case 4:
                words.RemoveAt(second % words.Count);
                lines[line] = string.Join(" ", words);
                break;
            default:
                words[second % words.Count] = lines[other].Split(' ')[^1];
                lines[line] = string.Join(" ", words);
                break;
        }

        return string.Join("\n", lines);
    }
}
