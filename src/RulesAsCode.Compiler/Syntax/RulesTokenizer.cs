using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using SourceSpan = Superpower.Model.TextSpan;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>
/// Cuts a line into words, literals and signs. It is total and keeps everything: white space comes out as a token too,
/// and a character that belongs nowhere as <see cref="SyntaxKind.Bad"/>.
/// </summary>
internal sealed class RulesTokenizer : Tokenizer<SyntaxKind>
{
    /// <summary>For sentences: words, numbers, money, dates, texts.</summary>
    public static RulesTokenizer Sentences { get; } = new(references: false);

    /// <summary>For references, codes and dotted names: runs such as <c>H1.10(a)</c> are one token.</summary>
    public static RulesTokenizer References { get; } = new(references: true);

    private readonly bool _references;

    private RulesTokenizer(bool references) => _references = references;

    /// <summary>The tokens of a span of one line.</summary>
    public IEnumerable<Result<SyntaxKind>> Read(SourceSpan line) => Tokenize(line);

    protected override IEnumerable<Result<SyntaxKind>> Tokenize(SourceSpan span)
    {
        SourceSpan at = span;
        bool afterWord = false;
        while (!at.IsAtEnd)
        {
            Result<SyntaxKind> token = _references ? NextReferenceToken(at) : NextSentenceToken(at, afterWord);
            // A number may end a name: "testing programme 2's testing start".
            afterWord = token.Value is SyntaxKind.Word or SyntaxKind.BacktickName or SyntaxKind.Number;
            yield return token;
            at = token.Remainder;
        }
    }

    private static Result<SyntaxKind> NextReferenceToken(SourceSpan at)
    {
        char first = CharAt(at, 0);
        return first switch
        {
            '"' => Quoted(at),
            ',' => Single(SyntaxKind.Comma, at),
            ':' => Single(SyntaxKind.Colon, at),
            _ when char.IsWhiteSpace(first) => WhiteSpace(at),
            _ when char.IsLetterOrDigit(first) => Recognised(SyntaxKind.Locator, LexicalGrammar.Locator, at),
            _ => Bad(at),
        };
    }

    private static Result<SyntaxKind> NextSentenceToken(SourceSpan at, bool afterWord)
    {
        char first = CharAt(at, 0);
        switch (first)
        {
            case '"': return Quoted(at);
            case '`': return Recognised(SyntaxKind.BacktickName, LexicalGrammar.BacktickName, at);
            case '(': return Single(SyntaxKind.OpenParenthesis, at);
            case ')': return Single(SyntaxKind.CloseParenthesis, at);
            case ',': return Single(SyntaxKind.Comma, at);
            case '+': return Single(SyntaxKind.Plus, at);
            case '-': return Single(SyntaxKind.Minus, at);
            case '*': return Single(SyntaxKind.Star, at);
            case '/': return Single(SyntaxKind.Slash, at);
            case '|': return Single(SyntaxKind.Bar, at);
            case '&': return Single(SyntaxKind.Ampersand, at);
            case ':': return Single(SyntaxKind.Colon, at);
            case '\'' or '\u2019' when afterWord: return Recognised(SyntaxKind.PossessiveS, LexicalGrammar.PossessiveS, at);
            case '£' or '€' or '$' or '¥': return Recognised(SyntaxKind.Money, LexicalGrammar.Money, at);
            default: break;
        }

        if (char.IsWhiteSpace(first))
        {
            return WhiteSpace(at);
        }

        if (char.IsLetter(first))
        {
            return Word(at);
        }

        return first is >= '0' and <= '9' ? NextNumber(at) : Bad(at);
    }

    private static Result<SyntaxKind> NextNumber(SourceSpan at)
    {
        Result<Superpower.Model.Unit> date = LexicalGrammar.IsoDate(at);
        if (date.HasValue && !StartsWithLetterOrDigit(date.Remainder))
        {
            return Result.Value(SyntaxKind.IsoDate, at, date.Remainder);
        }

        Result<Superpower.Model.Unit> numericDate = LexicalGrammar.NumericDate(at);
        if (numericDate.HasValue)
        {
            return Result.Value(SyntaxKind.NumericDate, at, numericDate.Remainder);
        }

        Result<Superpower.Model.Unit> number = LexicalGrammar.Number(at);
        if (CharAt(number.Remainder, 0) == '%')
        {
            return Result.Value(SyntaxKind.Percent, at, number.Remainder.ConsumeChar().Remainder);
        }

        if (StartsWithLetterOrDigit(number.Remainder))
        {
            return Result.Value(SyntaxKind.NumberWithLetters, at, LexicalGrammar.LettersAndDigits(number.Remainder).Remainder);
        }

        return Result.Value(SyntaxKind.Number, at, number.Remainder);
    }

    private static Result<SyntaxKind> Single(SyntaxKind kind, SourceSpan at) => Result.Value(kind, at, After(at, 1));

    private static Result<SyntaxKind> Recognised(SyntaxKind kind, TextParser<Superpower.Model.Unit> recogniser, SourceSpan at)
    {
        Result<Superpower.Model.Unit> result = recogniser(at);
        return result.HasValue ? Result.Value(kind, at, result.Remainder) : Bad(at);
    }

    // Words, blanks and texts are most of a file, so they are scanned by hand; literals are text parsers.
    private static Result<SyntaxKind> WhiteSpace(SourceSpan at)
    {
        int length = 1;
        while (length < at.Length && char.IsWhiteSpace(CharAt(at, length)))
        {
            length++;
        }

        return Result.Value(SyntaxKind.WhiteSpace, at, After(at, length));
    }

    /// <summary>A letter, then letters, digits and inner <c>-</c> or <c>&amp;</c>: <c>EUI-64</c>, <c>R&amp;D</c>.</summary>
    private static Result<SyntaxKind> Word(SourceSpan at)
    {
        int length = 1;
        while (length < at.Length)
        {
            char c = CharAt(at, length);
            bool joint = c is '-' or '&' && LexicalGrammar.IsWordCharacter(CharAt(at, length + 1));
            if (!joint && !LexicalGrammar.IsWordCharacter(c))
            {
                break;
            }

            length++;
        }

        return Result.Value(SyntaxKind.Word, at, After(at, length));
    }

    /// <summary>Double quotes round anything but double quotes. One that is not closed takes the rest of its line, so that what follows is not read as rules.</summary>
    private static Result<SyntaxKind> Quoted(SourceSpan at)
    {
        int close = at.Source!.IndexOf('"', at.Position.Absolute + 1, at.Length - 1);
        return close < 0
            ? Result.Value(SyntaxKind.UnclosedText, at, After(at, at.Length))
            : Result.Value(SyntaxKind.Text, at, After(at, close + 1 - at.Position.Absolute));
    }

    // Lines and columns are the source's business, so a position is an offset here.
    private static SourceSpan After(SourceSpan at, int length) =>
        new(at.Source!, new Position(at.Position.Absolute + length, 1, 1), at.Length - length);

    private static Result<SyntaxKind> Bad(SourceSpan at)
    {
        bool pair = char.IsHighSurrogate(CharAt(at, 0)) && char.IsLowSurrogate(CharAt(at, 1));
        return Result.Value(SyntaxKind.Bad, at, After(at, pair ? 2 : 1));
    }

    private static bool StartsWithLetterOrDigit(SourceSpan at) => char.IsLetterOrDigit(CharAt(at, 0));

    private static char CharAt(SourceSpan at, int offset) => offset < at.Length ? at.Source![at.Position.Absolute + offset] : '\0';
}
