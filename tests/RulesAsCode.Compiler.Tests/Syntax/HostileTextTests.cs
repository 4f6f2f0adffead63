using System.Text;
using CsCheck;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;

namespace RulesAsCode.Compiler.Tests.Syntax;

/// <summary>No text crashes the front end, hangs it, or is lost by it.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Texts = [.. Corpus.All.SelectMany(folder => folder.Files).Select(file => file.Text)];

    [Fact]
    public void TheCorpusHasNoSyntaxDiagnostic()
    {
        Assert.True(Texts.Length >= 20);
        Assert.All(Corpus.All.SelectMany(folder => folder.Files), file => Assert.Empty(TreeInvariants.Check(file.Text, file.Path).Diagnostics));
    }

    [Fact]
    public void EveryPrefixOfEveryCorpusFile()
    {
        // Declarations are read on their own, so a prefix is cut inside its last one and what stands before that is left out:
        // every prefix of every declaration, each once, is every prefix of the file in linear time.
        foreach (string text in Texts)
        {
            int start = 0;
            for (int length = 0; length <= text.Length; length++)
            {
                TreeInvariants.Check(text.Substring(start, length - start));
                if (length + 1 < text.Length && text[length] == '\n' && !char.IsWhiteSpace(text[length + 1]) && length - start > 200)
                {
                    start = length + 1;
                }
            }
        }
    }

    [Fact]
    public void MutatedFiles()
    {
        (from text in Gen.OneOfConst(Texts)
         from kind in Gen.Int[0, 6]
         from at in Gen.Double[0, 1]
         from other in Gen.Double[0, 1]
         from sign in Gen.OneOfConst("(", ")", "\"", "`", "'", "|", "- ", "not ", "\t", "\r", "#", ":", ",", "and", "or", "is", " ", "\n  ", "£", "\u201C", "\uD800", "\0", "1", "60 working days")
         select Mutate(text, kind, at, other, sign))
            .Sample(text => { TreeInvariants.Check(text); }, iter: 10_000);
    }

    [Fact]
    public void RandomCharacters() =>
        Gen.Char.Array[0, 200].Select(characters => new string(characters)).Sample(text => { TreeInvariants.Check(text); }, iter: 5_000);

    [Fact]
    public void RandomBytesReadAsText() =>
        Gen.Byte.Array[0, 400].Select(bytes => Encoding.UTF8.GetString(bytes)).Sample(text => { TreeInvariants.Check(text); }, iter: 3_000);

    [Theory]
    [InlineData("(")]
    [InlineData("not ")]
    [InlineData("-")]
    [InlineData("for every parent, ")]
    [InlineData("larger of ")]
    [InlineData("larger of a and ")]
    [InlineData("1 day after ")]
    [InlineData("a as at ")]
    [InlineData("first working day on or after ")]
    [InlineData("(a and (")]
    public void AHundredThousandNested(string opening)
    {
        var text = new StringBuilder("guide G \"T\"\n\nrequirement R\n  requires that ");
        // As many as a file may hold, up to a hundred thousand.
        text.Insert(text.Length, opening, Math.Min(100_000, 1_000_000 / opening.Length));
        Diagnostic diagnostic = Assert.Single(TreeInvariants.Check(text.Append("x\n").ToString()).Diagnostics);
        Assert.Contains(diagnostic.Code, new[] { "RAC0004", "RAC0005" });
    }

    [Theory]
    [InlineData(1536, 0, 0)]
    [InlineData(192, 0, 1)]
    public void NestingToTheLimitOnASmallStack(int kilobytes, int fewest, int most)
    {
        string text = "guide G \"T\"\n\nrequirement R\n  requires that " + new string('(', 64) + "x" + new string(')', 64) + "\n";
        Exception? failure = null;
        int count = -1;
        var thread = new Thread(() => { try { count = SyntaxTree.Parse(SourceText.From("a.rules", text)).Diagnostics.Length; } catch (Exception e) { failure = e; } }, kilobytes * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        Assert.InRange(count, fewest, most);
    }

    [Fact]
    public void OneBracketMoreThanTheLimit()
    {
        string text = "guide G \"T\"\n\nrequirement R\n  requires that " + new string('(', 65) + "x" + new string(')', 65) + "\n";
        Diagnostic diagnostic = Assert.Single(TreeInvariants.Check(text).Diagnostics);
        Assert.Equal("RAC0004", diagnostic.Code);
        Assert.Equal(new LinePosition(3, 16 + 64), diagnostic.Location.Start);
    }

    [Fact]
    public void ALineNestedThousandsDeep()
    {
        var text = new StringBuilder("guide G \"T\"\n");
        for (int depth = 1; depth < 1_300; depth++)
        {
            text.Append(' ', depth).Append("- x\n");
        }

        Assert.Contains(TreeInvariants.Check(text.ToString()).Diagnostics, diagnostic => diagnostic.Code == "RAC0004");
    }

    [Theory]
    [InlineData(500, 0)]
    [InlineData(501, 1)]
    public void ASentenceOfTwoThousandTokens(int operands, int expected)
    {
        // Each operand but the first costs four tokens: 'and', a name, 'is', a value; the first costs three.
        string condition = string.Join(" and ", Enumerable.Repeat("x is 1", operands));
        Diagnostic[] diagnostics = [.. TreeInvariants.Check("guide G \"T\"\n\nrequirement R\n  requires that " + condition + "\n").Diagnostics];
        Assert.Equal(expected, diagnostics.Length);
        Assert.All(diagnostics, diagnostic => Assert.Equal("RAC0005", diagnostic.Code));
    }

    [Fact]
    public void AFileOfTwoMebibytes()
    {
        Diagnostic diagnostic = Assert.Single(TreeInvariants.Check(new string('x', 2 * 1024 * 1024)).Diagnostics);
        Assert.Equal("RAC0001", diagnostic.Code);
    }

    [Fact]
    public void AByteOrderMarkAndCarriageReturnsAreTolerated()
    {
        string text = Corpus.Case("Exceptions").Files[0].Text;
        Assert.Empty(TreeInvariants.Check("\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal)).Diagnostics);
    }

    [Fact]
    public void LoneCarriageReturnsAreReportedOnce()
    {
        Diagnostic diagnostic = Assert.Single(TreeInvariants.Check("guide G \"T\"\r  for \"People\"\r  for \"Others\"\r").Diagnostics);
        Assert.Equal("RAC0003", diagnostic.Code);
    }

    private static string Mutate(string text, int kind, double at, double other, string sign)
    {
        string[] lines = text.Split('\n');
        int line = (int)(at * (lines.Length - 1));
        int offset = (int)(at * (text.Length - 1));
        string[] words = lines[line].Split(' ');
        int word = (int)(other * (words.Length - 1));
        switch (kind)
        {
            case 0:
                return text.Insert(offset, sign);
            case 1:
                return text.Remove(offset, 1);
            case 2:
                words[word] = "";
                break;
            case 3:
                words[word] += " " + words[word];
                break;
            case 4 when word + 1 < words.Length:
                (words[word], words[word + 1]) = (words[word + 1], words[word]);
                break;
            case 5:
                lines[line] = new string(' ', (int)(other * 9)) + lines[line].TrimStart();
                return string.Join('\n', lines);
            default:
                words[word] = sign;
                break;
        }

        lines[line] = string.Join(' ', words);
        return string.Join('\n', lines);
    }
}
