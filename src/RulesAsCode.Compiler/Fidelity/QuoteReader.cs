using System.Collections.Immutable;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Fidelity;

/// <summary>A comparison that a quote makes: a phrase, and the measure or the words that it is about.</summary>
/// <param name="Words">The phrase with its measure, as quoted.</param>
/// <param name="Limit">Null for the ends of a range, which a text may or may not take in.</param>
/// <param name="Measure">Null where no number follows.</param>
/// <param name="IsBack">True where the measure is counted back: "60 days before". Null where the quote does not say.</param>
/// <param name="Rest">Where no number follows: the quote's words from there on, without an article.</param>
/// <param name="IsCertain">False where the phrase has other uses.</param>
/// <param name="IsDenied">True where a "not" stands shortly before the phrase.</param>
internal sealed record QuotedComparison(
    string Words, int Start, int Length, Limit? Limit, Measure? Measure, bool? IsBack, string? Rest, bool IsCertain, bool IsDenied);

/// <summary>A number of a quote to which no comparison phrase belongs.</summary>
internal sealed record QuotedNumber(string Words, int Start, int Length, Measure Measure, bool? IsBack);

/// <summary>What a quote says in numbers.</summary>
internal sealed record QuotedWords(ImmutableArray<QuotedComparison> Comparisons, ImmutableArray<QuotedNumber> Numbers)
{
    /// <summary>Every measure in it, compared or not.</summary>
    internal IEnumerable<Measure> Measures =>
        Comparisons.Where(comparison => comparison.Measure is not null).Select(comparison => comparison.Measure!.Value).Concat(Numbers.Select(number => number.Measure));
}

/// <summary>Reads the comparisons and the numbers of a quote: "not later than three months after", "over the threshold", "2WDs".</summary>
internal static class QuoteReader
{
    private const int WordsBetweenNotAndPhrase = 4;
    private const int WordsBetweenMeasureAndPhrase = 2;

    private static readonly Dictionary<string, int> SmallNumbers = new(StringComparer.Ordinal)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18,
        ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    };

    private static readonly Dictionary<string, MeasureUnit> Units = new(StringComparer.Ordinal)
    {
        ["day"] = MeasureUnit.Day, ["days"] = MeasureUnit.Day, ["wd"] = MeasureUnit.WorkingDay, ["wds"] = MeasureUnit.WorkingDay,
        ["week"] = MeasureUnit.Week, ["weeks"] = MeasureUnit.Week, ["month"] = MeasureUnit.Month, ["months"] = MeasureUnit.Month,
        ["year"] = MeasureUnit.Year, ["years"] = MeasureUnit.Year,
    };

    // Words that may stand between a phrase and its measure: "within the period of 14 days".
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "a", "an", "the", "period", "of", "sum", "amount", "age", "aggregate", "total", "last", "first", "next", "preceding", "following" };

    // "section 12" is a place in a law, not a number of anything.
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "section", "sections", "article", "articles", "regulation", "regulations", "paragraph", "paragraphs", "part", "schedule", "chapter", "rule", "item", "appendix", "annex",
        "table", "class", "category", "form", "group", "step", "stage", "tier", "no", "number",
    };

    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal) { "not", "no", "never", "nor", "neither", "cannot", "without", "unless", "except" };

    internal static QuotedWords Read(string quote)
    {
        List<Word> words = Split(quote);
        List<Item> items = Merge(words);
        var comparisons = ImmutableArray.CreateBuilder<QuotedComparison>();
        var numbers = ImmutableArray.CreateBuilder<QuotedNumber>();
        var compared = new HashSet<int>();

        for (int i = 0; i < items.Count; i++)
        {
            if (items[i].Phrase is not { } phrase)
            {
                continue;
            }

            if (phrase.IsAfterMeasure)
            {
                int measured = MeasureBefore(items, i);
                if (measured >= 0 && compared.Add(measured))
                {
                    comparisons.Add(Comparison(i, measured));
                }

                continue;
            }

            int next = i + 1;
            while (next < items.Count && items[next].IsFiller)
            {
                next++;
            }

            if (next < items.Count && items[next].Measure is not null)
            {
                compared.Add(next);
                comparisons.Add(Comparison(i, next));
                if (phrase.Meaning == PhraseMeaning.Range && next + 2 < items.Count && items[next + 1].Text is "and" or "to" && items[next + 2].Measure is not null)
                {
                    compared.Add(next + 2);
                    comparisons.Add(Comparison(i, next + 2));
                }
            }
            else if (!IsDirection(i) && phrase.Meaning != PhraseMeaning.Range && i + 1 < items.Count)
            {
                Item rest = items[i + 1].Text is "a" or "an" or "the" && i + 2 < items.Count ? items[i + 2] : items[i + 1];
                comparisons.Add(Comparison(i, -1) with { Rest = quote.Substring(rest.Start) });
            }
        }

        for (int i = 0; i < items.Count; i++)
        {
            if (items[i].Measure is { } measure && !compared.Contains(i))
            {
                numbers.Add(new QuotedNumber(quote.Substring(items[i].Start, items[i].Length), items[i].Start, items[i].Length, measure, IsBack(i)));
            }
        }

        return new QuotedWords(comparisons.ToImmutable(), numbers.ToImmutable());

        QuotedComparison Comparison(int phraseAt, int measureAt)
        {
            Item phrase = items[phraseAt];
            Item last = measureAt < 0 ? phrase : items[measureAt];
            int start = Math.Min(phrase.Start, last.Start);
            int end = Math.Max(phrase.Start + phrase.Length, last.Start + last.Length);
            bool? isBack = measureAt < 0 ? null : IsBack(measureAt);
            bool isDenied = items.Take(phraseAt).Reverse().Take(WordsBetweenNotAndPhrase).Any(item => Denials.Contains(item.Text));
            return new QuotedComparison(
                quote.Substring(start, end - start), start, end - start, LimitOf(phrase.Phrase!.Meaning, measureAt < 0 ? null : last.Measure, isBack),
                measureAt < 0 ? null : last.Measure, isBack, null, phrase.Phrase!.IsCertain, isDenied);
        }

        // "60 days before the start": a direction, and no comparison of its own.
        bool IsDirection(int phraseAt) => phraseAt > 0 && items[phraseAt - 1].Measure is not null && items[phraseAt].Phrase!.Meaning is PhraseMeaning.Earlier or PhraseMeaning.Later;

        bool? IsBack(int measureAt)
        {
            for (int i = measureAt + 1; i < Math.Min(items.Count, measureAt + 3); i++)
            {
                switch (items[i].Phrase?.Meaning)
                {
                    case PhraseMeaning.Earlier:
                        return true;
                    case PhraseMeaning.Later:
                        return false;
                }

                if (items[i].Text is not ("notice" or "or" or "more"))
                {
                    return null;
                }
            }

            return null;
        }
    }

    // Later than 7 days before is less than 7 days ahead.
    private static Limit? LimitOf(PhraseMeaning meaning, Measure? measure, bool? isBack)
    {
        bool isTurned = isBack == true && measure is { IsTime: true };
        return meaning switch
        {
            PhraseMeaning.AtLeast => Limit.AtLeast,
            PhraseMeaning.AtMost => Limit.AtMost,
            PhraseMeaning.MoreThan => Limit.MoreThan,
            PhraseMeaning.LessThan => Limit.LessThan,
            PhraseMeaning.NotLater => isTurned ? Limit.AtLeast : Limit.AtMost,
            PhraseMeaning.NotEarlier => isTurned ? Limit.AtMost : Limit.AtLeast,
            PhraseMeaning.Earlier => isTurned ? Limit.MoreThan : Limit.LessThan,
            PhraseMeaning.Later => isTurned ? Limit.LessThan : Limit.MoreThan,
            _ => null,
        };
    }

    private static List<Item> Merge(List<Word> words)
    {
        var items = new List<Item>();
        for (int i = 0; i < words.Count;)
        {
            bool isPlace = i > 0 && Places.Contains(words[i - 1].Text);
            (int length, Item item) = Phrase(words, i, MeasureBefore(items, items.Count) >= 0) ?? (isPlace ? null : ReadMeasure(words, i)) ?? (1, new Item(words[i].Text, words[i].Start, words[i].Length, null, null));
            items.Add(item);
            i += length;
        }

        return items;
    }

    /// <summary>The measure that "or more" belongs to, with at most a few words between: "18 points or more". -1 where there is none.</summary>
    private static int MeasureBefore(List<Item> items, int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - 1 - WordsBetweenMeasureAndPhrase) && items[i].Phrase is null; i--)
        {
            if (items[i].Measure is not null)
            {
                return i;
            }
        }

        return -1;
    }

    private static (int, Item)? Phrase(List<Word> words, int at, bool isAfterMeasure)
    {
        foreach (ComparisonPhrase phrase in ComparisonPhrases.BeginningWith(words[at].Text))
        {
            int end = at + phrase.Words.Length;
            if (end <= words.Count && StandsAt(phrase, words, at))
            {
                // "18 and over", but "at least 3 visits and over 18 points".
                if (phrase.IsAfterMeasure && (!isAfterMeasure || (end < words.Count && ReadMeasure(words, end) is not null)))
                {
                    continue;
                }

                return (phrase.Words.Length, Joined(words, at, phrase.Words.Length) with { Phrase = phrase });
            }
        }

        return null;
    }

    private static bool StandsAt(ComparisonPhrase phrase, List<Word> words, int at)
    {
        for (int i = 0; i < phrase.Words.Length; i++)
        {
            if (words[at + i].Text != phrase.Words[i])
            {
                return false;
            }
        }

        return true;
    }

    private static (int, Item)? ReadMeasure(List<Word> words, int at)
    {
        int i = at;
        bool isMoney = words[i].Text is "£" or "$" or "€";
        i += isMoney ? 1 : 0;
        ExactNumber number;
        if (!isMoney && words[i].Text is "a" or "an" && UnitAt(words, i + 1).Length > 0)
        {
            // "within a month"
            number = ExactNumber.One;
            i++;
        }
        else if (NumberAt(words, i) is { Length: > 0 } found)
        {
            number = found.Number;
            i += found.Length;
        }
        else
        {
            return null;
        }

        MeasureUnit unit = MeasureUnit.None;
        bool clear = false;
        if (isMoney)
        {
            unit = MeasureUnit.Money;
        }
        else if (DateAt(words, i, number) is { } day)
        {
            return (i + 2 - at, Joined(words, at, i + 2 - at) with { Measure = new Measure(ExactNumber.FromInteger(day), MeasureUnit.Date) });
        }
        else if (i < words.Count && words[i].Text is "%" or "percent")
        {
            unit = MeasureUnit.Percent;
            i++;
        }
        else if (i + 1 < words.Count && words[i].Text == "per" && words[i + 1].Text == "cent")
        {
            unit = MeasureUnit.Percent;
            i += 2;
        }
        else if (i < words.Count && words[i].Text is "pounds" or "euros" or "dollars")
        {
            unit = MeasureUnit.Money;
            i++;
        }
        else
        {
            (unit, clear, int length) = UnitAt(words, i);
            i += length;
        }

        return (i - at, Joined(words, at, i - at) with { Measure = new Measure(number, unit, clear) });
    }

    /// <summary>"clear working days", "calendar months"; length 0 where there is no unit.</summary>
    private static (MeasureUnit Unit, bool Clear, int Length) UnitAt(List<Word> words, int at)
    {
        int i = at;
        bool clear = false;
        bool isWorking = false;
        bool isCalendar = false;
        for (; i < words.Count; i++)
        {
            switch (words[i].Text)
            {
                case "clear":
                    clear = true;
                    continue;
                case "working" or "business":
                    isWorking = true;
                    continue;
                case "calendar" or "consecutive":
                    isCalendar = true;
                    continue;
            }

            break;
        }

        if (i >= words.Count || !Units.TryGetValue(words[i].Text.Replace("'s", "").TrimEnd('\''), out MeasureUnit unit))
        {
            return (MeasureUnit.None, false, 0);
        }

        unit = unit == MeasureUnit.Day ? isWorking ? MeasureUnit.WorkingDay : isCalendar ? MeasureUnit.CalendarDay : unit : unit;
        int length = i + 1 - at;
        return (unit, clear, length + (i + 2 < words.Count && words[i + 1].Text == "of" && words[i + 2].Text == "age" ? 2 : i + 1 < words.Count && words[i + 1].Text == "old" ? 1 : 0));
    }

    private static int? DateAt(List<Word> words, int at, ExactNumber day) =>
        at + 1 < words.Count && day.TryToInteger(out long number) && number is >= 1 and <= 31
            && CalendarDay.TryParseWords(number.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + Capital(words[at].Text) + " " + words[at + 1].Text, out int result)
            ? result
            : null;

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word.Substring(1);

    /// <summary>"1,250.50", "60", "sixty", "twenty-one", "one hundred and twenty"; length 0 where there is no number.</summary>
    private static (ExactNumber Number, int Length) NumberAt(List<Word> words, int at)
    {
        if (at >= words.Count)
        {
            return default;
        }

        if (ExactNumber.TryParse(words[at].Text.Replace(",", ""), out ExactNumber digits) && words[at].Text[0] is >= '0' and <= '9')
        {
            return (digits, 1);
        }

        long total = 0;
        int i = at;
        if (Small(words, i) is { } first)
        {
            total = first.Value;
            i += first.Length;
        }
        else if (words[i].Text is "a" or "one" && i + 1 < words.Count && words[i + 1].Text is "hundred" or "thousand")
        {
            total = 1;
            i++;
        }
        else
        {
            return default;
        }

        if (i < words.Count && words[i].Text is "hundred" or "thousand")
        {
            total *= words[i].Text == "hundred" ? 100 : 1000;
            i++;
            int rest = i < words.Count && words[i].Text == "and" ? i + 1 : i;
            if (Small(words, rest) is { } more)
            {
                total += more.Value;
                i = rest + more.Length;
            }
        }

        return (ExactNumber.FromInteger(total), i - at);
    }

    private static (int Value, int Length)? Small(List<Word> words, int at)
    {
        if (at >= words.Count)
        {
            return null;
        }

        string[] parts = words[at].Text.Split('-');
        if (!SmallNumbers.TryGetValue(parts[0], out int value) || parts.Length > 2)
        {
            return null;
        }

        if (parts.Length == 2)
        {
            return value >= 20 && SmallNumbers.TryGetValue(parts[1], out int digit) && digit < 10 ? (value + digit, 1) : null;
        }

        return value >= 20 && at + 1 < words.Count && SmallNumbers.TryGetValue(words[at + 1].Text, out int unit) && unit < 10 ? (value + unit, 2) : (value, 1);
    }

    /// <summary>Words in lower case, numbers with their commas and points, and signs of money and percent; what else stands between them is left out.</summary>
    private static List<Word> Split(string quote)
    {
        var words = new List<Word>();
        for (int i = 0; i < quote.Length;)
        {
            int start = i;
            if (char.IsLetter(quote[i]))
            {
                while (i < quote.Length && (char.IsLetterOrDigit(quote[i]) || (quote[i] is '-' or '\'' or '’' && (quote[i] != '-' || (i + 1 < quote.Length && char.IsLetter(quote[i + 1]))))))
                {
                    i++;
                }
            }
            else if (quote[i] is >= '0' and <= '9')
            {
                while (i < quote.Length && (quote[i] is >= '0' and <= '9' || (quote[i] is ',' or '.' && i + 1 < quote.Length && quote[i + 1] is >= '0' and <= '9')))
                {
                    i++;
                }

                // "the 60th working day": what counts is the number.
                int number = i;
                while (i < quote.Length && char.IsLetter(quote[i]))
                {
                    i++;
                }

                if (quote.Substring(number, i - number).ToLowerInvariant() is not ("st" or "nd" or "rd" or "th"))
                {
                    i = number;
                }

                words.Add(new Word(quote.Substring(start, number - start), start, i - start));
                continue;
            }
            else
            {
                i++;
                if (quote[start] is not ('£' or '$' or '€' or '%'))
                {
                    continue;
                }
            }

            words.Add(new Word(quote.Substring(start, i - start).ToLowerInvariant().Replace('’', '\''), start, i - start));
        }

        return words;
    }

    private static Item Joined(List<Word> words, int at, int count)
    {
        Word last = words[at + count - 1];
        return new Item("", words[at].Start, last.Start + last.Length - words[at].Start, null, null);
    }

    private readonly record struct Word(string Text, int Start, int Length);

    private sealed record Item(string Text, int Start, int Length, ComparisonPhrase? Phrase, Measure? Measure)
    {
        internal bool IsFiller => Phrase is null && Measure is null && Fillers.Contains(Text);
    }
}
