namespace RulesAsCode.Compiler.Syntax;

/// <summary>The kinds of tokens. Words become names and phrases in one merging pass (language reference, "Tokens").</summary>
public enum SyntaxKind
{
    None,

    // As read from the characters.
    Word, Number, Percent, Money, IsoDate, NumericDate, Text, UnclosedText, BacktickName, PossessiveS,
    OpenParenthesis, CloseParenthesis, Comma, Plus, Minus, Star, Slash, Bar, Ampersand, Colon, NumberWithLetters, Locator, Bad,

    // Trivia.
    WhiteSpace, NewLine, Comment,

    // After merging.
    Name, Date, Quantity, Keyword, Prose, ItemDash, EndOfClause, EndOfFile,

    // Reserved words.
    AndKeyword, OrKeyword, NotKeyword, IsKeyword, IncludeKeyword, BeforeKeyword, AfterKeyword, AcrossKeyword, WhereKeyword,
    WhenKeyword, UnlessKeyword, OtherwiseKeyword, ThanKeyword, ThenKeyword,

    // Phrases.
    OnOrBefore, OnOrAfter, AtLeast, AtMost, MoreThan, LessThan, OneOf, AsAt, DoNotInclude,
    ForEvery, ForSome, ForNo, SumOf, CountOf, LargestOf, SmallestOf, EarliestOf, LatestOf,
    LargerOf, SmallerOf, EarlierOf, LaterOf, AllOf, AnyOf, NoneOf, WholeYearsBetween, WholeMonthsBetween, DaysBetween,
    FirstWorkingDayOnOrAfter, LastWorkingDayOnOrBefore,
    Within, Between, Given, NoneWord, Empty,

    // Words that are reserved in one clause only.
    FromWord, ToWord, UntilTheEndOf, YesNoType, SetOf, ListOf, OrNone, EveryPage, TheTimeline, DivisionKind,
}
