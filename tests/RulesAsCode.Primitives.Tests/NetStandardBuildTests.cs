using System.Reflection;
using System.Runtime.Loader;
using System.Runtime.Versioning;
using CsCheck;
using RulesAsCode.Primitives.Tests.Oracle;
using Xunit;

namespace RulesAsCode.Primitives.Tests;

/// <summary>
/// The compiler runs on the netstandard2.0 build, which stores numbers otherwise than the build that runs the rules. This loads the former
/// beside the latter and holds them to the same answers.
/// </summary>
public class NetStandardBuildTests
{
    private static readonly Assembly Build =
        new AssemblyLoadContext("netstandard2.0").LoadFromAssemblyPath(
            Path.Combine(AppContext.BaseDirectory, "netstandard2.0", "RulesAsCode.Primitives.dll"));

    private static readonly Type Number = Build.GetType(typeof(ExactNumber).FullName!, throwOnError: true)!;

    [Fact]
    public void It_is_the_other_build()
    {
        Assert.NotSame(typeof(ExactNumber), Number);
        Assert.Equal(".NETStandard,Version=v2.0", Build.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
    }

    [Theory]
    [InlineData("Add")]
    [InlineData("Subtract")]
    [InlineData("Multiply")]
    [InlineData("Divide")]
    public void Arithmetic_agrees(string operation)
    {
        var here = typeof(ExactNumber).GetMethod(operation)!;
        var there = Number.GetMethod(operation)!;
        Gen.Select(ExactNumberTests.Billionths, ExactNumberTests.Billionths).Sample(
            (a, b) => Assert.Equal(Apply(here, Read(typeof(ExactNumber), a), Read(typeof(ExactNumber), b)), Apply(there, Read(Number, a), Read(Number, b))),
            iter: 10_000);
    }

    [Fact]
    public void Rounding_agrees()
    {
        var here = typeof(ExactNumber).GetMethod("Round")!;
        var there = Number.GetMethod("Round")!;
        Gen.Select(ExactNumberTests.Billionths, ExactNumberTests.Billionths, Gen.Int[0, 2]).Sample(
            (a, b, mode) => Assert.Equal(
                Apply(here, Read(typeof(ExactNumber), a), Read(typeof(ExactNumber), b), (RoundingMode)mode),
                Apply(there, Read(Number, a), Read(Number, b), Enum.ToObject(there.GetParameters()[2].ParameterType, mode))),
            iter: 10_000);
    }

    [Fact]
    public void Conversions_agree()
    {
        var toDecimal = Number.GetMethod("ToDecimal")!;
        var fromDecimal = Number.GetMethod("FromDecimal")!;
        ExactNumberTests.Billionths.Sample(
            count =>
            {
                var here = (ExactNumber)Read(typeof(ExactNumber), count);
                var there = Read(Number, count);
                Assert.Equal(here.ToDecimal(), toDecimal.Invoke(there, null));
                Assert.Equal(there, fromDecimal.Invoke(null, [here.ToDecimal()]));
                Assert.Equal(here.ToString(), there.ToString());
            },
            iter: 10_000);
    }

    private static object Read(Type type, System.Numerics.BigInteger billionths)
    {
        object?[] arguments = [Fraction.Print(billionths), null];
        Assert.True((bool)type.GetMethod("TryParse")!.Invoke(null, arguments)!);
        return arguments[1]!;
    }

    /// <summary>The error and the result, as text.</summary>
    private static string Apply(MethodInfo operation, params object[] operands)
    {
        object?[] arguments = [.. operands, null];
        return operation.Invoke(null, arguments) + " " + arguments[^1];
    }
}
