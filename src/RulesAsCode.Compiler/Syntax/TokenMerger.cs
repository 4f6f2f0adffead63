using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>A token as read from the characters, white space left out.</summary>
internal readonly record struct RawToken(SyntaxKind Kind, int Start, int End)
{
    public TextSpan Span => TextSpan.FromBounds(Start, End);
}

/// <summary>
/// The one merging pass (language reference, "Tokens"): from left to right words become phrases, dates, quantities, reserved
/// words and names, the first that fits. Articles before a name become nothing.
/// </summary>
internal ref struct TokenMerger
{
    private readonly SourceText _source;
    private readonly List<RawToken> _raw;
    private readonly ClauseWords _clause;
    private readonly List<RawToken> _merged;
    private int _at;

    private TokenMerger(SourceText source, List<RawToken> raw, ClauseWords clause, List<RawToken> merged)
    {
        _source = source;
        _raw = raw;
        _clause = clause;
        _merged = merged;
        _at = 0;
    }

    public static List<RawToken> Merge(SourceText source, List<RawToken> raw, ClauseWords clause)
    {
        var merged = new List<RawToken>(raw.Count);
        new TokenMerger(source, raw, clause, merged).Run();
        return merged;
    }

    private void Run()
    {
        while (_at < _raw.Count)
        {
            RawToken token = _raw[_at];
            switch (token.Kind)
            {
                case SyntaxKind.Number when TryDate() || TryQuantity():
                    break;
                case SyntaxKind.IsoDate:
                    Add(SyntaxKind.Date, 1);
                    break;
                case SyntaxKind.BacktickName:
                    Add(SyntaxKind.Name, 1);
                    break;
                case SyntaxKind.Word:
                    if (!TryYesNoType() && !TryPhrase(whereNameBegins: true) && !TryReservedWord() && !TryArticle())
                    {
                        Name();
                    }

                    break;
                default:
                    Add(token.Kind, 1);
                    break;
            }
        }
    }

    private bool TryDate()
    {
        if (KindAt(1) == SyntaxKind.Word && KindAt(2) == SyntaxKind.Number && Vocabulary.MonthOf(TextAt(1)) > 0)
        {
            Add(SyntaxKind.Date, 3);
            return true;
        }

        return false;
    }

    private bool TryQuantity()
    {
        int next = 1;
        if (IsWord(next, "clear"))
        {
            next++;
        }

        if (IsWord(next, "working"))
        {
            next++;
            if (!IsWord(next, "day") && !IsWord(next, "days"))
            {
                return false;
            }
        }
        else if (KindAt(next) != SyntaxKind.Word || !IsUnit(TextAt(next)))
        {
            return false;
        }

        Add(SyntaxKind.Quantity, next + 1);
        return true;
    }

    private bool TryYesNoType()
    {
        if ((_clause & ClauseWords.Types) == 0 || !IsWord(0, "yes") || KindAt(1) != SyntaxKind.Slash || !IsWord(2, "no"))
        {
            return false;
        }

        Add(SyntaxKind.YesNoType, 3);
        return true;
    }

    private bool TryPhrase(bool whereNameBegins)
    {
        foreach (Vocabulary.Phrase phrase in Vocabulary.PhrasesFrom(TextAt(0)))
        {
            if (Fits(phrase, whereNameBegins))
            {
                Add(phrase.Kind, phrase.Words.Length);
                return true;
            }
        }

        return false;
    }

    private readonly bool Fits(Vocabulary.Phrase phrase, bool whereNameBegins)
    {
        if ((phrase.OnlyWhereNameBegins && !whereNameBegins)
            || (phrase.OnlyAfterIs && !(whereNameBegins && FollowsIs()))
            || (phrase.Clause != ClauseWords.None && (_clause & phrase.Clause) == 0))
        {
            return false;
        }

        for (int i = 1; i < phrase.Words.Length; i++)
        {
            if (!IsWord(i, phrase.Words[i]))
            {
                return false;
            }
        }

        int end = phrase.Words.Length;
        return phrase.Kind switch
        {
            SyntaxKind.Given or SyntaxKind.NoneWord or SyntaxKind.Empty => !WordOfNameAt(end),
            SyntaxKind.FromWord => KindAt(end) is SyntaxKind.Number or SyntaxKind.IsoDate or SyntaxKind.NumericDate,
            SyntaxKind.Within when !phrase.OnlyAfterIs => KindAt(end) is SyntaxKind.Number or SyntaxKind.NumberWithLetters,
            _ => true,
        };
    }

    private bool TryReservedWord()
    {
        if (!Vocabulary.TryGetReservedWord(TextAt(0), out SyntaxKind kind))
        {
            return false;
        }

        Add(kind, 1);
        return true;
    }

    // An article is dropped where a name could begin and a word follows; as trivia it stays in the tree.
    private bool TryArticle()
    {
        string word = TextAt(0);
        bool article = string.Equals(word, "the", StringComparison.OrdinalIgnoreCase) || word is "a" or "an";
        if (!article || (KindAt(1) != SyntaxKind.BacktickName && !WordOfNameAt(1)))
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Name()
    {
        int length = 1;
        while (true)
        {
            SyntaxKind kind = KindAt(length);
            if (kind == SyntaxKind.Ampersand && KindAt(length + 1) == SyntaxKind.Word)
            {
                length += 2;
            }
            else if (kind == SyntaxKind.Number && IsWhole(TextAt(length)) && !IsDateAt(length))
            {
                length++;
            }
            else if (kind == SyntaxKind.Word && WordOfNameAt(length))
            {
                length++;
            }
            else
            {
                break;
            }
        }

        Add(SyntaxKind.Name, length);
    }

    /// <summary>Whether the word at an offset would go on a name: neither reserved nor the start of a phrase that counts there.</summary>
    private readonly bool WordOfNameAt(int offset)
    {
        if (KindAt(offset) != SyntaxKind.Word)
        {
            return false;
        }

        string word = TextAt(offset);
        if (Vocabulary.TryGetReservedWord(word, out _))
        {
            return false;
        }

        TokenMerger ahead = this;
        ahead._at += offset;
        foreach (Vocabulary.Phrase phrase in Vocabulary.PhrasesFrom(word))
        {
            if (ahead.Fits(phrase, whereNameBegins: false))
            {
                return false;
            }
        }

        return true;
    }

    private readonly bool FollowsIs()
    {
        int last = _merged.Count - 1;
        if (last >= 0 && _merged[last].Kind == SyntaxKind.NotKeyword)
        {
            last--;
        }

        return last >= 0 ? _merged[last].Kind == SyntaxKind.IsKeyword : (_clause & ClauseWords.AfterIs) != 0;
    }

    private readonly bool IsDateAt(int offset) =>
        KindAt(offset + 1) == SyntaxKind.Word && KindAt(offset + 2) == SyntaxKind.Number && Vocabulary.MonthOf(TextAt(offset + 1)) > 0;

    private void Add(SyntaxKind kind, int count)
    {
        _merged.Add(new RawToken(kind, _raw[_at].Start, _raw[_at + count - 1].End));
        _at += count;
    }

    private readonly SyntaxKind KindAt(int offset) => _at + offset < _raw.Count ? _raw[_at + offset].Kind : SyntaxKind.None;

    private readonly string TextAt(int offset) => _source.ToString(_raw[_at + offset].Span);

    private readonly bool IsWord(int offset, string word) => KindAt(offset) == SyntaxKind.Word && string.Equals(TextAt(offset), word, StringComparison.OrdinalIgnoreCase);

    private static bool IsUnit(string word) => word.ToLowerInvariant() is "day" or "days" or "week" or "weeks" or "month" or "months" or "year" or "years";

    private static bool IsWhole(string digits) => digits.All(c => c is >= '0' and <= '9');
}
