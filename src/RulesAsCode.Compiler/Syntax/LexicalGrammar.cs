using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>The shapes of words and literals (language reference, "Names" and "Expressions"), as recognisers over characters.</summary>
internal static class LexicalGrammar
{
    private static readonly TextParser<char> Digit = Character.Matching(c => c is >= '0' and <= '9', "a digit");
    private static readonly TextParser<Unit> Digits = Digit.IgnoreMany1();
    private static readonly TextParser<char> WordCharacter = Character.Matching(IsWordCharacter, "a letter or digit");

    public static readonly TextParser<Unit> LettersAndDigits = Character.LetterOrDigit.IgnoreMany();

    public static readonly TextParser<Unit> BacktickName =
        from open in Character.EqualTo('`')
        from content in Character.Except('`').IgnoreMany1()
        from close in Character.EqualTo('`')
        select Unit.Value;

    /// <summary><c>'s</c>, straight or curly, that ends its word.</summary>
    public static readonly TextParser<Unit> PossessiveS =
        from apostrophe in Character.In('\'', '\u2019')
        from s in Character.In('s', 'S')
        from end in Not(WordCharacter)
        select Unit.Value;

    // A comma belongs to a number only before exactly three digits, so that "1, 2 or 3" stays a list.
    private static readonly TextParser<Unit> ThousandsGroup =
        from comma in Character.EqualTo(',')
        from first in Digit
        from second in Digit
        from third in Digit
        from end in Not(Digit)
        select Unit.Value;

    private static readonly TextParser<Unit> Fraction = from point in Character.EqualTo('.') from digits in Digits select Unit.Value;

    /// <summary><c>1250</c>, <c>1,250</c>, <c>1,250.00</c>.</summary>
    public static readonly TextParser<Unit> Number =
        from whole in Digits
        from groups in ThousandsGroup.Try().IgnoreMany()
        from fraction in Fraction.Try().Or(Parse.Return(Unit.Value))
        select Unit.Value;

    public static readonly TextParser<Unit> Money =
        from symbol in Character.In('£', '€', '$', '¥')
        from amount in Number
        select Unit.Value;

    /// <summary><c>2024-03-01</c>; whether there is such a day is asked later.</summary>
    public static readonly TextParser<Unit> IsoDate =
        from year in Digit.Repeat(4)
        from firstDash in Character.EqualTo('-')
        from month in Digit.Repeat(2)
        from secondDash in Character.EqualTo('-')
        from day in Digit.Repeat(2)
        select Unit.Value;

    /// <summary><c>3/4/2024</c>, <c>03-04-24</c>: a date with two readings, recognised to be refused.</summary>
    public static readonly TextParser<Unit> NumericDate =
        from first in Digits
        from separator in Character.In('/', '-', '.')
        from second in Digits
        from secondSeparator in Character.EqualTo(separator)
        from third in Digits
        select Unit.Value;

    /// <summary><c>H1.10(a)</c>, <c>3a</c>, <c>DccUser.Rules</c>; a dash is taken too, so that <c>G3-G6</c> can be answered.</summary>
    public static readonly TextParser<Unit> Locator =
        from first in Character.LetterOrDigit.IgnoreMany1()
        from rest in (from joint in Character.In('.', '-', '\u2013', '&', '_', '/') from part in Character.LetterOrDigit.IgnoreMany1() select Unit.Value).Try().IgnoreMany()
        from points in (from open in Character.EqualTo('(') from part in Character.LetterOrDigit.IgnoreMany1() from close in Character.EqualTo(')') select Unit.Value).Try().IgnoreMany()
        select Unit.Value;

    public static bool IsWordCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
        || char.IsLetterOrDigit(c) || System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static TextParser<Unit> Not(TextParser<char> parser) =>
        input => parser(input).HasValue ? Result.Empty<Unit>(input) : Result.Value(Unit.Value, input, input);

    private static TextParser<Unit> IgnoreMany1<T>(this TextParser<T> parser) => parser.Then(_ => parser.IgnoreMany());
}
