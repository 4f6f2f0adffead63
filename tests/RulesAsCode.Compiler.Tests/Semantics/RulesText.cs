using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Semantics;

/// <summary>Compiles small texts, with a header before them that makes a whole guide of what a test is about.</summary>
internal static class RulesText
{
    internal const string Holidays = "date,name,note\n2024-12-25,Christmas Day,\n2024-12-26,Boxing Day,\n2025-12-25,Christmas Day,\"Thursday, as it falls\"\n";

    /// <summary>What a guide cannot be without. It ends before the line that the test's text begins on.</summary>
    internal const string Header = """
        guide Test Guide "A guide for tests"
          working days from Weekdays
        calendar Weekdays
          weekend Saturday and Sunday
          holidays from "holidays.csv"
          covers 2024 to 2025
        disclaimer Advice
          shown on every page
          text "This is not legal advice."
        source LAW "The Law"
          section 1 "One"
          section 2
          section 3
          appendix A

        """;

    /// <summary>Facts of every type.</summary>
    internal const string Facts = """
        choice Colour
          Red
          Green
          Blue
        choice Light
          Green
          Dark
        format Postcode
          pattern "[A-Z]{2}[0-9]"
        record house
          address is text
        record pet
          name is text
          age is a whole number
          weight is a number or none
          bought on is a date or none
          price is money
          colour is a Colour
        facts Person
          tall is yes/no
          nickname is text
          score is a number
          visits is a whole number
          share is a percentage
          income is money
          debt is money or none
          born on is a date
          moved on is a date or none
          notice period is a duration
          favourite is a Colour
          second favourite is a Colour or none
          worn are a set of Colour
          postcode is a Postcode
          key is an EUI-64
          other key is an EUI-64 or none
          pets are a list of pet
          main house is a house
        parameter fee
          £10 from 1 January 2020
          £12 from 1 January 2022
        parameter waiting time
          10 working days from 1 January 2020
        parameter relief
          £5 from 1 January 2020
          none from 1 January 2022

        """;

    internal static readonly int HeaderLines = Lines(Header);

    internal static readonly int FactsLines = Lines(Facts);

    internal static Compilation Compile(params (string Path, string Text)[] files) =>
        Compilation.Create(files.Select(file => SourceText.From(file.Path, file.Text)), path => path.EndsWith("holidays.csv", StringComparison.Ordinal) ? Holidays : null);

    internal static Compilation Compile(string text) => Compile(("main.rules", Header + text));

    internal static Compilation CompileWithFacts(string text) => Compile(("main.rules", Header + Facts + text));

    /// <summary>The model of a text that must have no diagnostic at all.</summary>
    internal static RulesModel Model(string text) => Model(Compile(text));

    internal static RulesModel ModelWithFacts(string text) => Model(CompileWithFacts(text));

    internal static RulesModel Model(Compilation compilation)
    {
        Assert.Equal("", string.Join("\n", compilation.Diagnostics.Select(Show)));
        return Assert.Single(compilation.Guides);
    }

    internal static string Show(Diagnostic diagnostic) => diagnostic + (diagnostic.Fix is null ? "" : " | " + diagnostic.Fix);

    /// <summary>"RAC2001 3:17": code, line of the test's own text, column.</summary>
    internal static string Brief(Diagnostic diagnostic, int headerLines) =>
        $"{diagnostic.Code} {diagnostic.Location.Start.Line + 1 - headerLines}:{diagnostic.Location.Start.Character + 1}";

    private static int Lines(string text) => text.Count(c => c == '\n');
}
