using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>Says what is wrong where the grammar could not go on: what was probably meant, in full, with the analyst's own words.</summary>
internal sealed class SyntaxErrors
{
    private static readonly string[] SimpleTypes = ["whole number", "yes/no", "text", "number", "percentage", "money", "date", "duration"];

    private static readonly string[] SmallNumbers =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen", "twenty",
    ];

    private readonly SourceText _source;
    private readonly List<RawToken> _tokens;
    private readonly int _failed;
    private readonly string[] _expectations;
    private readonly bool _isSentence;
    private readonly OwnWords _words;

    private SyntaxErrors(SourceText source, List<RawToken> tokens, int failed, string[] expectations, bool isSentence)
    {
        _source = source;
        _tokens = tokens;
        _failed = failed;
        _expectations = expectations;
        _isSentence = isSentence;
        _words = new OwnWords(source, tokens);
    }

    /// <param name="failed">The index of the token at which the grammar stopped; the number of tokens at the end of the clause.</param>
    /// <param name="end">Where the clause ends.</param>
    /// <param name="isSentence">True where comparisons may stand.</param>
    public static Diagnostic Explain(SourceText source, List<RawToken> tokens, int failed, int end, string[]? expectations, bool isSentence)
    {
        var errors = new SyntaxErrors(source, tokens, failed, [.. (expectations ?? []).Distinct()], isSentence);
        return failed < 0 || failed >= tokens.Count ? errors.AtEnd(end) : errors.AtToken();
    }

    private RawToken Token => _tokens[_failed];

    private SyntaxKind Before => _failed > 0 ? _tokens[_failed - 1].Kind : SyntaxKind.None;

    private Diagnostic AtEnd(int end)
    {
        var at = new TextSpan(end, 0);
        if (Expects(ExpectedWords.Is) && Before == SyntaxKind.Name)
        {
            return MissingVerbOfFact(_tokens[_failed - 1]) ?? DiagnosticCatalogue.EndsTooEarly(At(at), "'is' and what it is", $"write '{_words.Of(_tokens[_failed - 1].Span)} is' and what it is");
        }

        if (Before == SyntaxKind.PossessiveS)
        {
            return DiagnosticCatalogue.EndsTooEarly(At(at), "the name of a fact", $"write the name of the fact after '{OwnWords.Sentence(_source, TextSpan.FromBounds(_tokens[Math.Max(0, _failed - 2)].Start, end))}'");
        }

        if (Expects(ExpectedWords.ClosingBracket))
        {
            int open = UnclosedBracket();
            return DiagnosticCatalogue.BracketNotClosed(At(at), At(_tokens[open].Span), OwnWords.Sentence(_source, TextSpan.FromBounds(_tokens[open].Start, end)),
                // Where words join conditions behind it, only the analyst knows which of them belong inside.
                !_tokens.Skip(open).Any(token => token.Kind is SyntaxKind.AndKeyword or SyntaxKind.OrKeyword or SyntaxKind.Comma) && _tokens[_tokens.Count - 1].End == end);
        }

        string expected = Join();
        string last = _tokens.Count > 0 ? $" after '{_words.Of(_tokens[_tokens.Count - 1].Span)}'" : "";
        return DiagnosticCatalogue.EndsTooEarly(At(at), expected.Length == 0 ? "something more" : expected, $"write {(expected.Length == 0 ? "the rest" : expected)}{last}");
    }

    private Diagnostic AtToken()
    {
        Location at = At(Token.Span);
        if (OtherDateHere() is { } date)
        {
            return DiagnosticCatalogue.DateInOtherForm(At(date.Span), _words.Of(date.Span), date.Instead);
        }

        if (Token.Kind == SyntaxKind.Name && Before == SyntaxKind.Number && AfterNumber() is { } unit)
        {
            return unit;
        }

        if (Token.Kind == SyntaxKind.Name && Before == SyntaxKind.Quantity && AfterLength() is { } length)
        {
            return length;
        }

        if (Token.Kind == SyntaxKind.Name && StartsWithWord("until"))
        {
            return DiagnosticCatalogue.PlainUntil(FirstWordAt(), OwnWords.Sentence(_source, TextSpan.FromBounds(AfterFirstWord(), Math.Max(_tokens[_tokens.Count - 1].End, AfterFirstWord()))));
        }

        if (Token.Kind is SyntaxKind.AllOf or SyntaxKind.AnyOf or SyntaxKind.NoneOf)
        {
            return DiagnosticCatalogue.ListInsideSentence(at, _words.Of(Token.Span));
        }

        if (Token.Kind == SyntaxKind.Number && Expects(ExpectedWords.Length))
        {
            return DiagnosticCatalogue.NumberWithoutUnit(at, _words.Of(Token.Span), "{0}");
        }

        if (Token.Kind == SyntaxKind.Slash && Before == SyntaxKind.Name && Expects(ExpectedWords.Is) && _failed + 1 < _tokens.Count
            && MissingVerbOfFact(new RawToken(SyntaxKind.Name, _tokens[_failed - 1].Start, _tokens[_failed + 1].End)) is { } yesNo)
        {
            return yesNo;
        }

        if (MissingIs() is { } missing)
        {
            return missing;
        }

        if (Token.Kind is SyntaxKind.AndKeyword or SyntaxKind.OrKeyword && Before == SyntaxKind.Comma)
        {
            RawToken comma = _tokens[_failed - 1];
            return DiagnosticCatalogue.CommaBeforeLast(At(comma.Span), _source.ToString(Token.Span).ToLowerInvariant(), _words.Value(_failed + 1));
        }

        if (Expects(ExpectedWords.Name) && Token.Kind is SyntaxKind.Number && _failed + 1 < _tokens.Count && _tokens[_failed + 1].Kind == SyntaxKind.Name)
        {
            string number = _source.ToString(Token.Span);
            string name = _words.Of(_tokens[_failed + 1].Span);
            bool small = int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int value) && value < SmallNumbers.Length;
            return DiagnosticCatalogue.NameBeginsWithDigit(at, number + " " + name, small ? SmallNumbers[value] + " " + name : name + " " + number);
        }

        if (Expects(ExpectedWords.QuotedText) && Token.Kind is SyntaxKind.Name or SyntaxKind.Number or SyntaxKind.Locator)
        {
            TextSpan rest = TextSpan.FromBounds(Token.Start, _tokens[_tokens.Count - 1].End);
            bool holdsQuotes = _source.Text.IndexOf('"', rest.Start, rest.Length) >= 0 || _source.ToString(rest).IndexOf('\n') >= 0;
            return DiagnosticCatalogue.TextWithoutQuotes(At(rest), OwnWords.Sentence(_source, rest), !holdsQuotes);
        }

        if (Expects(ExpectedWords.Comma) && _tokens.Take(_failed).LastOrDefault(token => token.Kind is SyntaxKind.ForEvery or SyntaxKind.ForSome or SyntaxKind.ForNo) is { Kind: not SyntaxKind.None } quantifier)
        {
            return DiagnosticCatalogue.MissingComma(at, _source.ToString(quantifier.Span).ToLowerInvariant(), OwnWords.Sentence(_source, TextSpan.FromBounds(quantifier.End, Token.Start)));
        }

        if (Token.Kind == SyntaxKind.CloseParenthesis && Depth() == 0)
        {
            return DiagnosticCatalogue.BracketNotOpened(at);
        }

        if (Token.Kind == SyntaxKind.WhereKeyword)
        {
            return DiagnosticCatalogue.WhereOutsideBrackets(at, ListWithWhere(), BracketsRoundWhere());
        }

        if (Token.Kind == SyntaxKind.Colon)
        {
            return DiagnosticCatalogue.ProseNotAllowed(at);
        }

        string expected = Join();
        bool end = expected.Length == 0 || Expects(ExpectedWords.EndOfLine);
        return DiagnosticCatalogue.Unexpected(at, _words.Of(Token.Span), end ? null : expected, OwnWords.Sentence(_source, TextSpan.FromBounds(Token.Start, _tokens[_tokens.Count - 1].End)));
    }

    private (TextSpan Span, string Instead)? OtherDateHere()
    {
        if (Token.Kind == SyntaxKind.Name && Before == SyntaxKind.Number && OtherDates.Short(_source, _tokens, _failed - 1) is { } shortened)
        {
            return shortened;
        }

        for (int i = Math.Max(0, _failed - 2); i <= _failed; i++)
        {
            if (OtherDates.MonthFirst(_source, _tokens, i) is { } monthFirst)
            {
                return monthFirst;
            }
        }

        return null;
    }

    // A number, and then a word that was meant for its unit.
    private Diagnostic? AfterNumber()
    {
        string number = _source.ToString(_tokens[_failed - 1].Span);
        Location at = FirstWordAt();
        string word = _source.ToString(at.Span);
        TextSpan both = TextSpan.FromBounds(_tokens[_failed - 1].Start, at.Span.End);
        switch (word.ToLowerInvariant())
        {
            case "pound" or "pounds" or "gbp":
                return DiagnosticCatalogue.AmountInWords(At(both), _words.Of(both), "£" + number);
            case "euro" or "euros" or "eur":
                return DiagnosticCatalogue.AmountInWords(At(both), _words.Of(both), "€" + number);
            case "dollar" or "dollars" or "usd":
                return DiagnosticCatalogue.AmountInWords(At(both), _words.Of(both), "$" + number);
            case "percent":
                return DiagnosticCatalogue.AmountInWords(At(both), _words.Of(both), number + "%");
            case "per" when OtherPhrases.Match(_source.Text, Token.Start, Token.End, "per cent") is var end and >= 0:
                both = TextSpan.FromBounds(both.Start, end);
                return DiagnosticCatalogue.AmountInWords(At(both), _words.Of(both), number + "%");
            default:
                break;
        }

        if (Units.Of(word, number) is { } abbreviated)
        {
            return DiagnosticCatalogue.MisspeltUnit(at, word, abbreviated, number, word.Length > 1);
        }

        int business = new[] { "business days", "business day", "working-days", "workdays", "workday", "calendar days", "calendar day" }
            .Select(phrase => OtherPhrases.Match(_source.Text, Token.Start, Token.End, phrase)).Max();
        if (business >= 0)
        {
            string unit = (word.StartsWith("calendar", StringComparison.Ordinal) ? "day" : "working day") + (number == "1" ? "" : "s");
            TextSpan written = TextSpan.FromBounds(Token.Start, business);
            return DiagnosticCatalogue.MisspeltUnit(At(written), _words.Of(written), unit, number, isCertain: false);
        }

        return Spelling.Nearest(word, number == "1" ? ["day", "week", "month", "year"] : ["days", "weeks", "months", "years"]) is { } nearest
            ? DiagnosticCatalogue.MisspeltUnit(at, word, nearest, number, isCertain: true)
            : null;
    }

    // A length of time, and then a word that does not say from where it is counted.
    private Diagnostic? AfterLength()
    {
        Location at = FirstWordAt();
        string word = _source.ToString(at.Span).ToLowerInvariant();
        string length = _words.Of(_tokens[_failed - 1].Span);
        string anchor = AfterFirstWord() < _tokens[_tokens.Count - 1].End ? _words.ValueFrom(AfterFirstWord()) : "…";
        switch (word)
        {
            case "of" when _failed > 1 && _tokens[_failed - 2].Kind == SyntaxKind.Within:
                return DiagnosticCatalogue.WithinOf(at, length, anchor);
            case "of" or "from" or "following" or "since" or "later":
                return DiagnosticCatalogue.LengthWithoutDirection(at, length, word, [$"'{length} after {anchor}'"]);
            case "prior" or "earlier" or "ahead":
                string bare = OtherPhrases.Match(_source.Text, Token.Start, Token.End, word + (word == "ahead" ? " of" : " to")) is var end and >= 0 ? _words.ValueFrom(SkipBlanks(end)) : anchor;
                return DiagnosticCatalogue.LengthWithoutDirection(at, length, word, [$"'{length} before {bare}'"]);
            case "notice":
                return DiagnosticCatalogue.LengthWithoutDirection(at, length, word, [$"'{length} after' and the date of the notice", $"'{length} before' and the date that the notice is for"]);
            default:
                return null;
        }
    }

    private Diagnostic? MissingIs()
    {
        bool afterValue = Before is SyntaxKind.Name or SyntaxKind.CloseParenthesis or SyntaxKind.Money or SyntaxKind.Number or SyntaxKind.Percent or SyntaxKind.Date or SyntaxKind.Quantity or SyntaxKind.Text;
        if (!afterValue)
        {
            return null;
        }

        bool comparison = Token.Kind is SyntaxKind.AtLeast or SyntaxKind.AtMost or SyntaxKind.MoreThan or SyntaxKind.LessThan or SyntaxKind.OneOf or SyntaxKind.OnOrBefore or SyntaxKind.OnOrAfter;
        bool denial = Token.Kind == SyntaxKind.NotKeyword && (_isSentence || Expects(ExpectedWords.Is));
        bool value = Before == SyntaxKind.Name && (_isSentence || Expects(ExpectedWords.Is))
            && Token.Kind is SyntaxKind.Money or SyntaxKind.Percent or SyntaxKind.Date or SyntaxKind.Quantity or SyntaxKind.Number or SyntaxKind.Text or SyntaxKind.YesNoType or SyntaxKind.SetOf or SyntaxKind.ListOf;
        // After a comparison that is complete, one more of them is not a matter of a forgotten 'is'.
        bool complete = LastVerb() is { Kind: SyntaxKind.IsKeyword } && !comparison;
        if ((!comparison && !denial && !value) || complete)
        {
            return null;
        }

        // 'is UK or one of …' has its 'is' where the list begins.
        return DiagnosticCatalogue.MissingIs(At(Token.Span), _words.Of(Token.Span), _words.Value(_failed));
    }

    // The last word that makes a comparison of this condition, if any.
    private RawToken? LastVerb()
    {
        for (int i = _failed - 1; i >= 0; i--)
        {
            if (_tokens[i].Kind is SyntaxKind.IsKeyword or SyntaxKind.IncludeKeyword or SyntaxKind.DoNotInclude)
            {
                return _tokens[i];
            }

            if (_tokens[i].Kind is SyntaxKind.AndKeyword or SyntaxKind.OrKeyword or SyntaxKind.Comma or SyntaxKind.OpenParenthesis)
            {
                return null;
            }
        }

        return null;
    }

    // 'age whole number', 'age a whole number': the name of a fact and its type, without the verb.
    private Diagnostic? MissingVerbOfFact(RawToken name)
    {
        string text = _source.ToString(name.Span);
        foreach (string type in SimpleTypes)
        {
            int start = text.Length - type.Length;
            if (start <= 1 || !text.EndsWith(type, StringComparison.OrdinalIgnoreCase) || !char.IsWhiteSpace(text[start - 1]))
            {
                continue;
            }

            string before = text.Substring(0, start).TrimEnd();
            string bare = before.EndsWith(" a", StringComparison.Ordinal) ? before.Substring(0, before.Length - 2).TrimEnd() : before.EndsWith(" an", StringComparison.Ordinal) ? before.Substring(0, before.Length - 3).TrimEnd() : before;
            if (bare.Length == 0)
            {
                continue;
            }

            string article = type is "text" or "money" or "yes/no" ? "" : "a ";
            var at = TextSpan.FromBounds(name.Start + bare.Length + 1, name.End);
            return DiagnosticCatalogue.MissingIsOfFact(At(at), $"{Literals.NormalizeName(bare)} is {article}{type}", new TextEdit(at, $"is {article}{type}"));
        }

        return null;
    }

    // Where the condition behind 'where' ends: before a second comparison, which is about the whole.
    private int EndOfWhere()
    {
        int first = _tokens.FindIndex(_failed, token => token.Kind is SyntaxKind.IsKeyword or SyntaxKind.IncludeKeyword or SyntaxKind.DoNotInclude);
        int second = first < 0 ? -1 : _tokens.FindIndex(first + 1, token => token.Kind is SyntaxKind.IsKeyword or SyntaxKind.IncludeKeyword or SyntaxKind.DoNotInclude);
        return second < 0 ? _tokens[_tokens.Count - 1].End : _tokens[second - 1].End;
    }

    // The list before 'where', with the condition behind it.
    private string ListWithWhere()
    {
        RawToken list = _tokens[Math.Max(0, _failed - 1)];
        int end = EndOfWhere();
        string before = _failed > 1 ? OwnWords.Sentence(_source, TextSpan.FromBounds(_tokens[_failed - 2].Start, list.Start)) + " " : "";
        string after = end < _tokens[_tokens.Count - 1].End ? " " + OwnWords.Sentence(_source, TextSpan.FromBounds(end, _tokens[_tokens.Count - 1].End)) : "";
        return $"{before}({_words.Of(list.Span)} {OwnWords.Sentence(_source, TextSpan.FromBounds(Token.Start, end))}){after}";
    }

    private TextEdit[] BracketsRoundWhere()
    {
        bool certain = Before == SyntaxKind.Name && _failed > 1
            && _tokens[_failed - 2].Kind is SyntaxKind.CountOf or SyntaxKind.AcrossKeyword
            && !_tokens.Skip(_failed).Any(token => token.Kind is SyntaxKind.AndKeyword or SyntaxKind.OrKeyword or SyntaxKind.OpenParenthesis or SyntaxKind.CloseParenthesis);
        return certain ? [TextEdit.Insert(_tokens[_failed - 1].Start, "("), TextEdit.Insert(EndOfWhere(), ")")] : [];
    }

    private int UnclosedBracket()
    {
        var open = new Stack<int>();
        for (int i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].Kind == SyntaxKind.OpenParenthesis)
            {
                open.Push(i);
            }
            else if (_tokens[i].Kind == SyntaxKind.CloseParenthesis && open.Count > 0)
            {
                open.Pop();
            }
        }

        return open.Count > 0 ? open.Peek() : 0;
    }

    private int Depth() => _tokens.Take(_failed).Sum(token => token.Kind == SyntaxKind.OpenParenthesis ? 1 : token.Kind == SyntaxKind.CloseParenthesis ? -1 : 0);

    private bool Expects(string what) => Array.IndexOf(_expectations, what) >= 0;

    private bool StartsWithWord(string word)
    {
        string text = _source.ToString(Token.Span);
        return text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || char.IsWhiteSpace(text[word.Length]));
    }

    private int EndOfFirstWord()
    {
        int end = Token.Start;
        while (end < Token.End && !char.IsWhiteSpace(_source.Text[end]))
        {
            end++;
        }

        return end;
    }

    private int AfterFirstWord() => SkipBlanks(EndOfFirstWord());

    private int SkipBlanks(int at)
    {
        while (at < _source.Length && char.IsWhiteSpace(_source.Text[at]))
        {
            at++;
        }

        return at;
    }

    private Location FirstWordAt() => At(TextSpan.FromBounds(Token.Start, EndOfFirstWord()));

    private Location At(TextSpan span) => new(_source, span);

    private string Join() => _expectations.Length switch
    {
        0 => "",
        1 => _expectations[0],
        _ => string.Join(", ", _expectations.Take(_expectations.Length - 1)) + " or " + _expectations[_expectations.Length - 1],
    };
}
