using System.Globalization;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>What is wrong with the characters and words of a clause, before its form is looked at. The first in the text is the one that is told.</summary>
internal sealed class LexicalErrors
{
    private const string ComparisonSigns = "=<>!\u2260\u2264\u2265";
    private const string CurlyQuotes = "\u201C\u201D\u201E\u00AB\u00BB\u2018\u201B";

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private readonly SourceText _source;
    private readonly List<RawToken> _tokens;
    private readonly bool _isSentence;
    private readonly OwnWords _words;

    private LexicalErrors(SourceText source, List<RawToken> tokens, bool isSentence)
    {
        _source = source;
        _tokens = tokens;
        _isSentence = isSentence;
        _words = new OwnWords(source, tokens);
    }

    /// <param name="isSentence">True where comparisons may stand: words that are none of the language's are then looked for.</param>
    public static Diagnostic? Find(SourceText source, List<RawToken> tokens, bool isSentence) => new LexicalErrors(source, tokens, isSentence).Find();

    private Diagnostic? Find()
    {
        for (int i = 0; i < _tokens.Count; i++)
        {
            Diagnostic? found = _tokens[i].Kind switch
            {
                SyntaxKind.UnclosedText => DiagnosticCatalogue.UnclosedText(At(new TextSpan(_tokens[i].Start, 1))),
                SyntaxKind.NumericDate => NumericDate(_tokens[i]),
                SyntaxKind.NumberWithLetters => NumberWithLetters(i),
                SyntaxKind.Bad => BadCharacter(i),
                SyntaxKind.Locator => Range(i),
                SyntaxKind.IsKeyword => AfterIs(i + 1),
                SyntaxKind.Name when _isSentence => InName(i),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private Diagnostic NumericDate(RawToken token)
    {
        string written = _source.ToString(token.Span);
        string[] parts = written.Split('/', '-', '.');
        // The year comes first or last; of the other two either may be the day.
        string[] days = parts[0].Length == 4 ? [Day(parts[2], parts[1], parts[0]), Day(parts[1], parts[2], parts[0])] : [Day(parts[0], parts[1], parts[2]), Day(parts[1], parts[0], parts[2])];
        return DiagnosticCatalogue.NumericDate(At(token.Span), written, [.. days.Where(day => day.Length > 0).Distinct()], parts.Any(part => part.Length == 4));
    }

    /// <summary>The date in words, or nothing where there is no such date.</summary>
    private static string Day(string day, string month, string year)
    {
        bool numbers = int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out int d) & int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out int m)
            & int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int y);
        if (!numbers || m is < 1 or > 12 || y > 9999)
        {
            return "";
        }

        string words = string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", d, Vocabulary.MonthName(m), year.Length <= 2 ? 2000 + y : y);
        return CalendarDay.TryParseWords(words, out _) ? words : "";
    }

    private Diagnostic NumberWithLetters(int index)
    {
        RawToken token = _tokens[index];
        string written = _source.ToString(token.Span);
        int digits = written.TakeWhile(c => !char.IsLetter(c)).Count();
        string number = written.Substring(0, digits);
        string letters = written.Substring(digits);
        if (Units.Of(letters, number) is { } unit)
        {
            return DiagnosticCatalogue.NumberWithUnit(At(token.Span), written, number + " " + unit, letters.Length > 1);
        }

        bool ordinal = letters.ToLowerInvariant() is "st" or "nd" or "rd" or "th" && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        if (ordinal && index + 1 < _tokens.Count && OtherDates.Ordinal(_source, number, _tokens, index) is { } date)
        {
            return DiagnosticCatalogue.DateInOtherForm(At(date.Span), _words.Of(date.Span), date.Instead);
        }

        string rest = index + 1 < _tokens.Count && _tokens[index + 1].Kind == SyntaxKind.Name ? " " + _words.Of(_tokens[index + 1].Span) : "";
        string? name = ordinal && int.Parse(number, CultureInfo.InvariantCulture) is >= 1 and <= 10 and var place ? Ordinals[place - 1] + rest : null;
        return DiagnosticCatalogue.NumberWithLetters(At(token.Span), written, name);
    }

    private Diagnostic BadCharacter(int index)
    {
        RawToken token = _tokens[index];
        string character = _source.ToString(token.Span);
        Location at = At(token.Span);
        bool doubtful = character == "!" && !(index + 1 < _tokens.Count && _tokens[index + 1].Start == token.End && _source.Text[token.End] == '=');
        if (ComparisonSigns.IndexOf(character[0]) >= 0 && !doubtful)
        {
            return ComparisonSign(index);
        }

        if (CurlyQuotes.IndexOf(character[0]) >= 0)
        {
            return CurlyQuote(token);
        }

        switch (character)
        {
            case "'" or "\u2019" when index > 0 && _tokens[index - 1].Kind == SyntaxKind.Quantity:
                return DiagnosticCatalogue.PossessiveUnit(at, _words.Of(_tokens[index - 1].Span));
            case "'" or "\u2019":
                return DiagnosticCatalogue.BadCharacter(at, "'", "write 's for what belongs to something, or put a text in double quotation marks");
            case ";":
                return Semicolon(index);
            case "%":
                return DiagnosticCatalogue.BadCharacter(at, "'%'", "write the number right before it, as in 20%");
            case "\u2013" or "\u2014":
                return DiagnosticCatalogue.LongDash(at, character);
            case "`":
                return DiagnosticCatalogue.BadCharacter(at, "'`'", "close the name with a second backtick");
            case "£" or "€" or "$" or "¥":
                return Currency(index, character);
            default:
                bool visible = !char.IsControl(character[0]) && !char.IsWhiteSpace(character[0]) && !char.IsSurrogate(character[0])
                    && CharUnicodeInfo.GetUnicodeCategory(character[0]) != UnicodeCategory.Format;
                return DiagnosticCatalogue.BadCharacter(at, visible ? $"'{character}'" : $"U+{CodePoint(character):X4}", visible ? $"leave out '{character}'" : "leave it out");
        }
    }

    private Diagnostic ComparisonSign(int index)
    {
        int last = index;
        while (last + 1 < _tokens.Count && _tokens[last + 1].Kind == SyntaxKind.Bad && _tokens[last + 1].Start == _tokens[last].End && ComparisonSigns.IndexOf(_source.Text[_tokens[last + 1].Start]) >= 0)
        {
            last++;
        }

        var span = TextSpan.FromBounds(_tokens[index].Start, _tokens[last].End);
        string sign = _source.ToString(span);
        string words = sign switch
        {
            ">" => "more than",
            ">=" or "=>" or "\u2265" => "at least",
            "<" => "less than",
            "<=" or "=<" or "\u2264" => "at most",
            "!=" or "<>" or "\u2260" or "!" => "not",
            _ => "",
        };
        return DiagnosticCatalogue.ComparisonSign(At(span), sign, words, FollowsIs(index), _words.Value(last + 1), Parted(span, words, FollowsIs(index)));
    }

    // What replaces a sign, with a blank on the sides where the sign had none.
    private TextEdit Parted(TextSpan span, string words, bool followsIs)
    {
        string instead = (followsIs ? words : "is " + words).Trim();
        bool blankBefore = span.Start > 0 && char.IsWhiteSpace(_source.Text[span.Start - 1]);
        bool blankAfter = span.End < _source.Length && char.IsWhiteSpace(_source.Text[span.End]);
        if (instead.Length == 0)
        {
            return blankBefore && blankAfter ? TextEdit.Remove(new TextSpan(span.Start, span.Length + 1)) : new TextEdit(span, blankBefore || blankAfter ? "" : " ");
        }

        return new TextEdit(span, (blankBefore ? "" : " ") + instead + (blankAfter ? "" : " "));
    }

    private Diagnostic CurlyQuote(RawToken open)
    {
        TextSpan line = _source.LineSpan(_source.GetPosition(open.Start).Line);
        int close = -1;
        for (int i = open.End; i < line.End && close < 0; i++)
        {
            close = _source.Text[i] is '\u201D' or '\u201C' or '\u00BB' or '\u00AB' or '\u2019' or '"' ? i : close;
        }

        if (close < 0 || (_source.Text[close] == '\u2019' && _source.Text[open.Start] is not ('\u2018' or '\u201B')))
        {
            // An apostrophe inside closes nothing.
            close = line.End <= open.End ? -1 : _source.Text.IndexOfAny(['\u201D', '\u201C', '"'], open.End, line.End - open.End);
        }

        return DiagnosticCatalogue.CurlyQuote(At(open.Span), close < 0 ? null : _source.Text.Substring(open.End, close - open.End), close);
    }

    // A list with semicolons is one with commas where 'and' or 'or' stands before its last item.
    private Diagnostic Semicolon(int index)
    {
        var semicolons = Enumerable.Range(index, _tokens.Count - index).Where(i => _tokens[i].Kind == SyntaxKind.Bad && _source.Text[_tokens[i].Start] == ';').ToList();
        int last = semicolons[semicolons.Count - 1];
        int word = _tokens.FindIndex(last + 1, token => token.Kind is SyntaxKind.AndKeyword or SyntaxKind.OrKeyword);
        int from = _tokens.FindLastIndex(index, token => token.Kind is SyntaxKind.OneOf or SyntaxKind.IncludeKeyword);
        // 'one of A; B or C' is a list of values, and so is a list of names; conditions are joined otherwise.
        bool isList = word >= 0 && !_tokens.Skip(Math.Max(from, 0)).Any(token => token.Kind is SyntaxKind.IsKeyword && token.Start > _tokens[index].Start) && (from >= 0 || !_isSentence);
        if (_tokens[0].Kind == SyntaxKind.Locator)
        {
            return SemicolonOfReferences(index, semicolons);
        }

        if (!isList)
        {
            return DiagnosticCatalogue.Semicolon(At(_tokens[index].Span), null, []);
        }

        TextEdit[] edits = [.. semicolons.Select(i => new TextEdit(_tokens[i].Span, i + 1 < _tokens.Count && _tokens[i + 1].Kind is SyntaxKind.AndKeyword or SyntaxKind.OrKeyword ? "" : ","))];
        int start = from >= 0 ? _tokens[from].Start : _tokens[0].Start;
        TextSpan span = TextSpan.FromBounds(start, _tokens[Math.Min(word + 1, _tokens.Count - 1)].End);
        string text = TextEdits.Join(edits.Select(edit => edit with { Span = new TextSpan(edit.Span.Start - start, edit.Span.Length) }))!.ApplyTo(_source.ToString(span));
        return DiagnosticCatalogue.Semicolon(At(_tokens[index].Span), Literals.NormalizeName(text), edits);
    }

    // References stand between commas, each with the code of its source.
    private Diagnostic SemicolonOfReferences(int index, List<int> semicolons)
    {
        string code = _source.ToString(_tokens[0].Span);
        TextEdit[] edits = [.. semicolons.Select(i => new TextEdit(_tokens[i].Span, i + 1 < _tokens.Count && string.Equals(_source.ToString(_tokens[i + 1].Span), code, StringComparison.OrdinalIgnoreCase) ? "," : ", " + code))];
        int start = _tokens[0].Start;
        string text = TextEdits.Join(edits.Select(edit => edit with { Span = new TextSpan(edit.Span.Start - start, edit.Span.Length) }))!
            .ApplyTo(_source.ToString(TextSpan.FromBounds(start, _tokens[_tokens.Count - 1].End)));
        return DiagnosticCatalogue.Semicolon(At(_tokens[index].Span), Literals.NormalizeName(text), edits);
    }

    private Diagnostic Currency(int index, string sign)
    {
        RawToken? next = index + 1 < _tokens.Count && _tokens[index + 1].Kind == SyntaxKind.Number ? _tokens[index + 1] : null;
        return next is { } number
            ? DiagnosticCatalogue.SignApart(At(_tokens[index].Span), sign, sign + _source.ToString(number.Span), TextSpan.FromBounds(_tokens[index].Start, number.End))
            : DiagnosticCatalogue.BadCharacter(At(_tokens[index].Span), "'" + sign + "'", $"write the amount right after it, as in {sign}1,250.00");
    }

    private Diagnostic? Range(int index)
    {
        string written = _source.ToString(_tokens[index].Span);
        int dash = written.IndexOfAny(['-', '\u2013']);
        bool locator = index > 0 && _tokens[index - 1].Kind is SyntaxKind.Locator or SyntaxKind.DivisionKind;
        return dash > 0 && locator
            ? DiagnosticCatalogue.ReferenceRange(At(_tokens[index].Span), written, written.Substring(0, dash) + " to " + written.Substring(dash + 1))
            : null;
    }

    private bool FollowsIs(int index) =>
        index > 0 && (_tokens[index - 1].Kind == SyntaxKind.IsKeyword || (index > 1 && _tokens[index - 1].Kind == SyntaxKind.NotKeyword && _tokens[index - 2].Kind == SyntaxKind.IsKeyword));

    private Diagnostic? AfterIs(int index)
    {
        if (index >= _tokens.Count)
        {
            return null;
        }

        Diagnostic? found = ComparisonAt(index);
        return found is null && _tokens[index].Kind == SyntaxKind.NotKeyword && index + 1 < _tokens.Count ? ComparisonAt(index + 1) : found;
    }

    private Diagnostic? ComparisonAt(int index)
    {
        RawToken token = _tokens[index];
        if (token.Kind is not (SyntaxKind.Name or SyntaxKind.NotKeyword or SyntaxKind.BeforeKeyword or SyntaxKind.AfterKeyword))
        {
            return null;
        }

        // 'is known' asks what 'is given' asks; 'is known by the Panel' may be a member.
        if (token.Kind == SyntaxKind.Name && _source.ToString(token.Span) == "known")
        {
            return DiagnosticCatalogue.OtherComparison(At(token.Span), "is known", FollowsNot(index) ? "is not given" : "is given", new TextEdit(token.Span, "given"));
        }

        int end = _tokens[_tokens.Count - 1].End;
        if (!OtherPhrases.MayBegin(_source.Text, token.Start, end))
        {
            return null;
        }

        foreach (OtherPhrases.Phrase phrase in OtherPhrases.Comparisons)
        {
            int after = OtherPhrases.Match(_source.Text, token.Start, end, phrase.Written);
            // Where more words of a name follow, it may be a name; the binder knows.
            bool insideName = token.Kind == SyntaxKind.Name && after < token.End;
            if (after < 0 || after >= end || insideName)
            {
                continue;
            }

            string instead = phrase.Instead.Length == 0 ? "" : phrase.Instead + " ";
            int valueStart = NextToken(after);
            return DiagnosticCatalogue.OtherComparison(
                At(TextSpan.FromBounds(token.Start, after)), $"is {phrase.Written}", (FollowsNot(index) ? "is not " : "is ") + instead + _words.ValueFrom(valueStart),
                phrase.Instead.Length == 0 ? TextEdit.Remove(TextSpan.FromBounds(token.Start, valueStart)) : new TextEdit(TextSpan.FromBounds(token.Start, after), phrase.Instead));
        }

        return null;
    }

    private bool FollowsNot(int index) => index > 0 && _tokens[index - 1].Kind == SyntaxKind.NotKeyword;

    /// <summary>Comparisons without <c>is</c>, in words that are none of the language's: <c>income exceeds £5</c>, <c>notice must be at least 60 days</c>.</summary>
    private Diagnostic? InName(int index)
    {
        RawToken name = _tokens[index];
        if (_source.Text[name.Start] == '`' || FollowsIs(index))
        {
            return null;
        }

        bool afterValue = index > 0 && _tokens[index - 1].Kind is SyntaxKind.CloseParenthesis or SyntaxKind.Money or SyntaxKind.Quantity or SyntaxKind.Date or SyntaxKind.Percent or SyntaxKind.Number;
        int end = _tokens[_tokens.Count - 1].End;
        for (int at = name.Start; at < name.End; at++)
        {
            bool begins = at == name.Start ? afterValue : char.IsWhiteSpace(_source.Text[at - 1]) && !char.IsWhiteSpace(_source.Text[at]);
            if (!begins || !OtherPhrases.MayBegin(_source.Text, at, end))
            {
                continue;
            }

            foreach ((OtherPhrases.Phrase phrase, bool isVerb) in OtherPhrases.Verbs.Select(phrase => (phrase, true)).Concat(OtherPhrases.Comparisons.Select(phrase => (phrase, false))))
            {
                int after = OtherPhrases.Match(_source.Text, at, end, phrase.Written);
                if (after < name.End || !IsFollowedByValue(after, isVerb, name.End))
                {
                    continue;
                }

                string instead = isVerb ? phrase.Instead : ("is " + phrase.Instead).Trim();
                TextSpan span = TextSpan.FromBounds(at, after);
                return DiagnosticCatalogue.OtherComparison(At(span), phrase.Written, instead + " " + _words.ValueFrom(NextToken(after)), new TextEdit(span, instead));
            }

            foreach (string predicate in new[] { "between", "within" })
            {
                if (OtherPhrases.Match(_source.Text, at, end, predicate) == name.End && IsFollowedByValue(name.End, false, name.End))
                {
                    return DiagnosticCatalogue.MissingIs(At(TextSpan.FromBounds(at, name.End)), predicate, _words.ValueFrom(at));
                }
            }
        }

        return null;
    }

    /// <summary>Whether a value, or after a verb a comparison, stands at an offset, so that the words before it are no name.</summary>
    private bool IsFollowedByValue(int after, bool isVerb, int nameEnd)
    {
        int next = _tokens.FindIndex(token => token.Start >= after);
        if (next < 0)
        {
            return false;
        }

        return _tokens[next].Kind switch
        {
            SyntaxKind.Money or SyntaxKind.Percent or SyntaxKind.Date or SyntaxKind.Quantity or SyntaxKind.Number or SyntaxKind.NumericDate or SyntaxKind.NumberWithLetters => true,
            SyntaxKind.AtLeast or SyntaxKind.AtMost or SyntaxKind.MoreThan or SyntaxKind.LessThan or SyntaxKind.OneOf or SyntaxKind.OnOrBefore or SyntaxKind.OnOrAfter
                or SyntaxKind.BeforeKeyword or SyntaxKind.AfterKeyword or SyntaxKind.NotKeyword => isVerb,
            // A phrase with a word that no name holds is no name, whatever follows.
            SyntaxKind.Name or SyntaxKind.OpenParenthesis => after > nameEnd,
            _ => false,
        };
    }

    private int NextToken(int after)
    {
        int next = after;
        while (next < _source.Length && char.IsWhiteSpace(_source.Text[next]))
        {
            next++;
        }

        return next;
    }

    private Location At(TextSpan span) => new(_source, span);

    private static int CodePoint(string character) => character.Length == 2 ? char.ConvertToUtf32(character[0], character[1]) : character[0];
}

/// <summary>Units of time as people shorten them.</summary>
internal static class Units
{
    /// <summary>The unit that an abbreviation stands for, in the number that fits; null for other letters.</summary>
    public static string? Of(string letters, string number)
    {
        string? unit = letters.ToUpperInvariant() switch
        {
            "WD" or "WDS" or "BD" or "BDS" => "working day",
            "D" or "DAY" or "DAYS" => "day",
            "W" or "WK" or "WKS" or "WEEK" or "WEEKS" => "week",
            "M" or "MTH" or "MTHS" or "MONTH" or "MONTHS" => "month",
            "Y" or "YR" or "YRS" or "YEAR" or "YEARS" => "year",
            _ => null,
        };
        return unit is null ? null : unit + (number == "1" ? "" : "s");
    }
}

/// <summary>Dates in other forms than the language's two.</summary>
internal static class OtherDates
{
    /// <summary><c>1st March 2024</c>: the words from a number with an ordinal ending on.</summary>
    public static (TextSpan Span, string Instead)? Ordinal(SourceText source, string day, List<RawToken> tokens, int index) =>
        Month(source, tokens[index + 1]) is { Year: { } year } month ? Checked(TextSpan.FromBounds(tokens[index].Start, month.End), day, month.Name, year) : null;

    /// <summary><c>1 Mar 2024</c>: a number and a name that begins with a month.</summary>
    public static (TextSpan Span, string Instead)? Short(SourceText source, List<RawToken> tokens, int index) =>
        Month(source, tokens[index + 1]) is { Year: { } year } month ? Checked(TextSpan.FromBounds(tokens[index].Start, month.End), source.ToString(tokens[index].Span), month.Name, year) : null;

    /// <summary><c>March 1, 2024</c>, which is read as a name, a comma and a number.</summary>
    public static (TextSpan Span, string Instead)? MonthFirst(SourceText source, List<RawToken> tokens, int index)
    {
        bool fits = index + 2 < tokens.Count && tokens[index].Kind == SyntaxKind.Name && tokens[index + 1].Kind == SyntaxKind.Comma && tokens[index + 2].Kind == SyntaxKind.Number;
        return fits && Month(source, tokens[index]) is { Year: { } day } month
            ? Checked(TextSpan.FromBounds(tokens[index].Start, tokens[index + 2].End), day, month.Name, source.ToString(tokens[index + 2].Span))
            : null;
    }

    private static (string Name, string? Year, int End)? Month(SourceText source, RawToken token)
    {
        if (token.Kind != SyntaxKind.Name)
        {
            return null;
        }

        string[] words = source.ToString(token.Span).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        string first = words[0].TrimEnd('.');
        for (int month = 1; month <= 12; month++)
        {
            string name = Vocabulary.MonthName(month);
            if (first.Length >= 3 && name.StartsWith(first, StringComparison.OrdinalIgnoreCase))
            {
                string? number = words.Length == 2 && words[1].All(c => c is >= '0' and <= '9') ? words[1] : null;
                return (name, number, token.End);
            }
        }

        return null;
    }

    private static (TextSpan, string)? Checked(TextSpan span, string day, string month, string year)
    {
        string words = day + " " + month + " " + year;
        return CalendarDay.TryParseWords(words, out _) ? (span, words) : null;
    }
}
