using RulesAsCode.Compiler.Emit.CSharp;

namespace RulesAsCode.Compiler.Tests.Emit;

/// <summary>Pieces of C# from texts that were not written for C#.</summary>
public class CSharpTextTests
{
    [Theory]
    [InlineData("My.Company", "My.Company")]
    [InlineData("my-app", "my_app")]
    [InlineData("My App (2)", "My_App__2_")]
    [InlineData("2nd.Try", "_2nd.Try")]
    [InlineData("Acme.class", "Acme.@class")]
    [InlineData("Acme.@class", "Acme.@class")]
    [InlineData(".Acme..", "Acme")]
    [InlineData("A; class B {", "A__class_B__")]
    public void AnyTextBecomesANamespace(string text, string expected)
    {
        Assert.Equal(expected, CSharpText.Namespace(text));
        Assert.Equal(expected, CSharpText.Namespace(expected));
        Assert.Equal(text == expected, CSharpEmitOptions.IsNamespace(text));
    }

    [Fact]
    public void NothingIsNoNamespace() => Assert.False(CSharpEmitOptions.IsNamespace(""));
}
