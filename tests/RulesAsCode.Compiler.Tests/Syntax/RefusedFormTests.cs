using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Testing;

namespace RulesAsCode.Compiler.Tests.Syntax;

/// <summary>Forms with two readings, and mistakes of one line: exactly one diagnostic each, at the marked place, with the words to write.</summary>
public sealed class RefusedFormTests
{
    [Theory]
    [InlineData("a is 1 and b is 2 [|or|] c is 3", "RAC1007", "brackets")]
    [InlineData("not a [|and|] b", "RAC1008", "(not …) and")]
    [InlineData("for every parent, a [|and|] b", "RAC1009", "for every …, (")]
    [InlineData("zone is UK [|or|] hazardous", "RAC1010", "zone is one of UK or hazardous")]
    [InlineData("zone is one of UK or France [|or|] Spain", "RAC1011", "one of A, B or C")]
    [InlineData("a is at most 5 days [|after|] b", "RAC1012", "at least")]
    [InlineData("a is less than 5 days [|before|] b", "RAC1012", "within")]
    [InlineData("a is within 5 days [|of|] b", "RAC1013", "within … after")]
    [InlineData("a is not [|within|] 5 days after b", "RAC1014", "which side")]
    [InlineData("a is at least larger of b and c [|+|] 1", "RAC1015", "larger of")]
    [InlineData("a is at least 1 + [|sum of b across c|]", "RAC1015", "sum of")]
    [InlineData("a is at least [|60|] before b", "RAC1024", "60 working days")]
    [InlineData("a is within [|60|] after b", "RAC1024", "60 days")]
    [InlineData("a is at least 5 [|dayz|] after b", "RAC1031", "'days'")]
    [InlineData("a is at least [|2WDs|] after b", "RAC0008", "2 working days")]
    [InlineData("a is [|3/4/2024|]", "RAC0009", "1 March 2024")]
    [InlineData("a is at least 60 working days[|'|] notice", "RAC0010", "60 working days")]
    [InlineData("a is [|over|] £5", "RAC1021", "is more than")]
    [InlineData("a is [|no more than|] £5", "RAC1021", "is at most")]
    [InlineData("a is [|not later than|] 1 March 2024", "RAC1021", "is on or before")]
    [InlineData("a is [|known|]", "RAC1021", "is given")]
    [InlineData("a [|=|] 5", "RAC0017", "is")]
    [InlineData("a [|>|]= 5", "RAC0017", "is at least")]
    [InlineData("a is at least [|5 clear days|]", "RAC1026", "clear")]
    [InlineData("a is within [|5 clear days|] after b", "RAC1026", "clear")]
    [InlineData("a [|at least|] 5", "RAC1006", "is at least")]
    [InlineData("a is one of A[|;|] B or C", "RAC1028", "commas")]
    [InlineData("a is [|“|]text”", "RAC0016", "\"")]
    [InlineData("a is [|\"|]text", "RAC0006", "double quotation mark")]
    [InlineData("a is at least 5 [|than|] b", "RAC1003", "than")]
    [InlineData("a is[||]", "RAC1004", "a name or a value")]
    [InlineData("(a and b[||]", "RAC1004", "bracket")]
    [InlineData("all of[||]", "RAC1018", "- ", true)]
    public void InACondition(string condition, string code, string words, bool wholePhrase = false)
    {
        AnnotatedText text = AnnotatedText.Parse("guide G \"T\"\n\nrequirement R\n  requires that " + condition + "\n");
        Diagnostic diagnostic = Assert.Single(TreeInvariants.Check(text.Text).Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        if (!wholePhrase)
        {
            Assert.Equal(text.Spans[0], diagnostic.Location.Span);
        }

        Assert.Contains(words, diagnostic.Message + " " + diagnostic.Fix);
    }

    [Theory]
    [InlineData("guide G \"T\"\n\nrequirement R\n  requires [|testing|] start is at least 5\n", "RAC1005", "requires that")]
    [InlineData("guide G \"T\"\n\nrequirement Profit [|and|] Loss\n  applies always\n", "RAC1020", "`Profit and Loss`")]
    [InlineData("guide G \"T\"\n\nrequirement R\n  [|requries|] that x\n", "RAC1002", "'requires that'")]
    [InlineData("guide G \"T\"\n\n[|requirment|] R\n  see SEC A\n", "RAC1001", "'requirement'")]
    [InlineData("guide G \"T\"\n\nrequirement R\n  see SEC [|G3-G6|]\n", "RAC1025", "G3 to G6")]
    [InlineData("guide G \"T\"\n\nrequirement R\n  see SEC A\n    [|applies|] when x\n", "RAC0011", "column 3")]
    [InlineData("guide G \"T\"\n\nrequirement R\n  see SEC A\n[|applies|] always\n", "RAC0011", "column 3")]
    [InlineData("guide G \"T\"\n\nrequirement R\n[|\t|]applies always\n", "RAC0002", "blanks")]
    [InlineData("guide G \"T\"\n\nrequirement R\n  in force from 1 March 2024 [|until|] 5 March 2024\n", "RAC1023", "until the end of")]
    [InlineData("guide G \"T\"\n\nrequirement R\n  requires that all of\n    - a\n      [|-|] b\n    - c\n", "RAC1017", "all of")]
    [InlineData("guide G \"T\"\n\nrequirement R\n  requires that a\n    [|-|] b\n", "RAC1017", "all of")]
    [InlineData("guide G \"T\"\n\nrequirement R\n  guidance:\n    text\n    [|# Heading|]\n", "RAC0013", "###")]
    [InlineData("guide G \"T\"\n\nrequirement R\n  guidance:\n    text [|<|]b>bold</b>\n", "RAC0014", "Markdown")]
    [InlineData("guide G \"T\"\n\nrequirement R\n  guidance:\n    [x]([|javascript:alert(1|]))\n", "RAC0015", "https://")]
    [InlineData("guide G \"T\"\n\nrequirement R\n  requires that all of[|:|]\n    - a\n", "RAC1022", "colon")]
    [InlineData("guide G \"T\"\n\nrequirement R[|:|]\n  see SEC A\n  applies always\n", "RAC1022", "colon")]
    [InlineData("guide G \"T\"\n\nfacts F\n  [|2nd|] notice is a date\n", "RAC0008", "letter")]
    [InlineData("guide G \"T\"\n\nexample \"E\"\n  as at 1 March 2024\n  cases\n    | a | b [|c|]\n", "RAC1027", "|")]
    [InlineData("[|requirement R|]\n  applies always\n", "RAC1029", "part of")]
    [InlineData("guide G \"T\"\n\n[|library L|]\n", "RAC1030", "file")]
    public void InAFile(string annotated, string code, string words)
    {
        AnnotatedText text = AnnotatedText.Parse(annotated);
        Diagnostic diagnostic = Assert.Single(TreeInvariants.Check(text.Text).Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.Equal(text.Spans[0], diagnostic.Location.Span);
        Assert.Contains(words, diagnostic.Message + " " + diagnostic.Fix);
    }
}
