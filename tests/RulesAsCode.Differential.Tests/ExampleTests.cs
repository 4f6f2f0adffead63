using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter;

namespace RulesAsCode.Differential.Tests;

/// <summary>Every example of every ruleset means the same to the interpreter and to the generated C#.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Names => Guides.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void TheEnginesAgreeOnEveryExample(string name)
    {
        GeneratedRuleset generated = Guides.Generated(name);
        var interpreter = new RulesetInterpreter(generated.Model);
        int cases = 0;
        foreach (Example example in generated.Model.Examples)
        {
            foreach (ExampleCase @case in example.Cases)
            {
                Engines.AssertAgree(interpreter, generated, @case.Facts, example.AsAt, example.Title);
                cases++;
            }
        }

        Assert.True(cases > 0, "The ruleset has no examples.");
    }
}
