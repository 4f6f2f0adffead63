using System.Reflection;
using System.Text;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Differential.Tests;

/// <summary>What generated code promises besides what it says: nothing is allocated, no method is too large for the JIT, nothing is decided by default.</summary>
public sealed class PromiseTests
{
    // Above it the JIT stops to optimise.
    private const int LargestMethod = 16 * 1024;

    public static TheoryData<string> Names => Guides.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void AVerdictAllocatesNothing(string name)
    {
        RulesModel model = Guides.Model(name);
        string ruleset = Guides.Generated(name).Assembly.GetTypes().Single(type => type.Name == model.Guide.PascalName + "Ruleset").FullName!;
        var generated = new GeneratedRuleset(model, extra: $$"""
            #pragma warning disable CS1591
            public static class Probe
            {
                public static long Allocated(object facts, int asAt)
                {
                    var given = ({{Guides.Generated(name).FactsType.FullName}})facts;
                    var day = System.DateOnly.FromDayNumber(asAt);
                    {{ruleset}}.Validate(given, day);
                    long before = System.GC.GetAllocatedBytesForCurrentThread();
                    var outcome = {{ruleset}}.Validate(given, day).Outcome;
                    return System.GC.GetAllocatedBytesForCurrentThread() - before + (outcome > (RulesAsCode.Outcome)3 ? 1 : 0);
                }
            }
            """);
        MethodInfo allocated = generated.Assembly.GetType("Probe")!.GetMethod("Allocated")!;
        foreach (Example example in model.Examples)
        {
            foreach (ExampleCase @case in example.Cases)
            {
                Assert.Equal(0L, allocated.Invoke(null, [generated.ToFacts(@case.Facts, model), example.AsAt]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ADefaultResultDecidesNothing(string name)
    {
        GeneratedRuleset generated = Guides.Generated(name);
        object nobody = Activator.CreateInstance(generated.Validate(generated.ToFacts(FactRecord.Empty, generated.Model), generated.Model.Examples[0].AsAt).GetType())!;
        Assert.All(generated.Descriptor.Requirements, requirement => Assert.Equal(Outcome.Undecided, generated.OutcomeOf(nobody, requirement)));
        Assert.Equal(Outcome.Undecided, generated.OutcomeOf(nobody));
    }

    [Fact]
    public void NoMethodIsLargeHoweverManyAndHoweverLongTheRequirementsAre()
    {
        GeneratedRuleset generated = new(Wide(requirements: 1_000, conditions: 300));
        Assert.Equal(1_000, generated.Descriptor.Requirements.Length);
        IEnumerable<(string Name, int Size)> methods = generated.Assembly.GetTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .OfType<MethodBase>()
            .Where(method => !method.IsConstructor || !method.IsStatic)
            .Select(method => (method.DeclaringType + "." + method.Name, method.GetMethodBody()?.GetILAsByteArray()?.Length ?? 0));
        Assert.All(methods, method => Assert.True(method.Size <= LargestMethod, method.Name + " has " + method.Size + " bytes"));
        object result = generated.Validate(generated.ToFacts(FactRecord.Empty, generated.Model), 738_000);
        Assert.All(generated.Descriptor.Requirements, requirement => Assert.Equal(Outcome.Undecided, generated.OutcomeOf(result, requirement)));
    }

    /// <summary>A verdict cannot pay for explanations: nothing that it is computed with has heard of them.</summary>
    [Fact]
    public void WhatDecidesKnowsNothingOfExplanations()
    {
        Type ruleset = Guides.Generated("StaffLeave").Assembly.GetTypes().Single(type => type.Name == "StaffLeaveRuleset");
        MethodInfo[] methods = ruleset.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.NonPublic);
        ILookup<bool, MethodInfo> explains = methods.ToLookup(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Explaining).MakeByRefType()));
        HashSet<int> explaining = [.. explains[true].Select(method => method.MetadataToken)];
        Assert.NotEmpty(explaining);
        MethodInfo[] decides = [.. explains[false].Where(method => method.IsGenericMethodDefinition || method.GetParameters().Any(parameter => parameter.ParameterType == typeof(NoTrace).MakeByRefType()))];
        Assert.NotEmpty(decides);
        Assert.All(decides, method =>
        {
            byte[] code = method.GetMethodBody()!.GetILAsByteArray()!;
            Assert.DoesNotContain(Enumerable.Range(0, code.Length - 3), at => explaining.Contains(BitConverter.ToInt32(code, at)));
        });
    }

    private static RulesModel Wide(int requirements, int conditions)
    {
        var text = new StringBuilder("guide Wide \"A wide guide\"\n  for \"Nobody\"\n\nsource ACT \"An act\"\n  section 1 \"Things\"\n\ndisclaimer advice\n  shown on every page\n  text \"None.\"\n\nfacts Thing\n  ready is yes/no\n    ask \"Is it ready?\"\n  size is a whole number\n    ask \"How large is it?\"\n");
        for (int i = 0; i < requirements; i++)
        {
            text.Append("\nrequirement Number ").Append(i).Append(" \"Number ").Append(i).Append("\"\n  see ACT 1\n  applies always\n");
            text.Append(i > 0 ? "  requires that size is at least " + i + "\n" : "  requires that all of\n" + string.Concat(Enumerable.Repeat("    - ready\n", conditions)));
        }

        Compilation compilation = Compilation.Create([SourceText.From("wide.rules", text.ToString())], _ => null);
        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.ToString()));
        return Assert.Single(compilation.Guides);
    }
}
