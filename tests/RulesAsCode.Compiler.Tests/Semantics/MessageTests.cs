using System.Reflection;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Semantics;

/// <summary>Every sentence that the catalogue can say, made with stand-ins for what it is said of.</summary>
public sealed class MessageTests
{
    private static readonly string[] Foreign = ["token", "identifier", "pars", "expression", "syntax", "symbol", "null", "expected", "operand", "literal", "predicate", "boolean", "string", "invalid", "illegal"];

    private static readonly Location Place = new(SourceText.From("main.rules", "income is at least £5\nincome is at least £6\n"), new TextSpan(10, 8));

    private static readonly RuleType[] Types = [RuleType.YesNo, RuleType.Text, RuleType.Money, RuleType.Date, RuleType.WholeNumber, RuleType.Percentage, RuleType.Duration];

    [Fact]
    public void Messages_speak_the_analysts_language()
    {
        string[] sentences = [.. Diagnostics().SelectMany(diagnostic => (string[])[diagnostic.Message, diagnostic.Fix ?? "", diagnostic.Descriptor.Title, .. diagnostic.Related.Select(place => place.Message)])];

        Assert.True(sentences.Length > 2 * DiagnosticCatalogue.All.Length);
        Assert.DoesNotContain(sentences, sentence => Foreign.Any(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Every_message_is_a_sentence_with_words_that_help() => Assert.All(Diagnostics(), diagnostic =>
    {
        Assert.True(char.IsUpper(diagnostic.Message[0]) || !char.IsLetter(diagnostic.Message[0]) || diagnostic.Message.StartsWith("word", StringComparison.Ordinal), diagnostic.Message);
        Assert.True(diagnostic.Message.TrimEnd()[^1] is '.' or '?' or '!' || diagnostic.Message.EndsWith("word", StringComparison.Ordinal), diagnostic.Message);
        Assert.DoesNotContain("  ", diagnostic.Message + diagnostic.Fix, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(diagnostic.Fix), diagnostic.Code + " does not say what to write instead: " + diagnostic.Message);
        Assert.True(char.IsLower(diagnostic.Fix![0]) || !char.IsLetter(diagnostic.Fix[0]), "A fix goes on from the message and begins small: " + diagnostic.Fix);
    });

    [Fact]
    public void Every_code_is_said_by_a_method() =>
        Assert.Empty(DiagnosticCatalogue.All.Select(descriptor => descriptor.Code).Except(Diagnostics().Select(diagnostic => diagnostic.Code)));

    [Fact]
    public void A_code_has_a_category_and_a_page() => Assert.All(DiagnosticCatalogue.All, descriptor =>
    {
        Assert.True(Enum.IsDefined(descriptor.Category));
        Assert.Equal(descriptor.Code[3] == '9', descriptor.Category == DiagnosticCategory.Lint);
        Assert.Equal(descriptor.Code + ".md", descriptor.Page);
    });

    private static IEnumerable<Diagnostic> Diagnostics()
    {
        foreach (MethodInfo method in typeof(DiagnosticCatalogue).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(Diagnostic)))
        {
            ParameterInfo[] parameters = method.GetParameters();
            for (int variant = 0; variant < 14; variant++)
            {
                yield return (Diagnostic)method.Invoke(null, [.. parameters.Select(parameter => Sample(parameter, variant))])!;
            }
        }
    }

    // Each variant makes other choices, so that both branches of a message are said.
    private static object? Sample(ParameterInfo parameter, int variant)
    {
        Type type = parameter.ParameterType;
        bool odd = variant % 2 == 1;
        bool isNullable = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return type == typeof(Location) ? Place
            : isNullable && odd ? null
            : type == typeof(string) ? (parameter.Name == "phrase" ? "word {0}" : parameter.Name == "code" ? "GBP" : "word")
            : type == typeof(bool) ? (variant & 2) != 0
            : type == typeof(int) ? variant + 1
            : type == typeof(int?) ? variant + 1
            : type == typeof(TextSpan) ? Place.Span
            : type == typeof(TextEdit) || type == typeof(TextEdit?) ? new TextEdit(Place.Span, "word")
            : type.IsAssignableFrom(typeof(RuleType)) || type == typeof(RuleType) ? Types[variant % Types.Length]
            : type.IsAssignableFrom(typeof(TextEdit[])) ? (object)new[] { new TextEdit(Place.Span, "word") }
            : type.IsAssignableFrom(typeof(Location[])) ? new[] { Place, Place }
            : type.IsAssignableFrom(typeof(string[])) ? Enumerable.Repeat("word", 1 + (variant % 3)).ToArray()
            : throw new InvalidOperationException($"No sample for {type} {parameter.Name} of {parameter.Member.Name}.");
    }
}
