using RulesAsCode.Primitives;
using Superpower;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>How the words of a clause are cut into tokens.</summary>
internal enum LexicalMode { Sentence, Reference }

/// <summary>One clause of the grammar: its keyword, what follows it and what may stand under it.</summary>
internal sealed class ClauseRule(ClauseKind kind, string? keyword, TokenListParser<SyntaxKind, SyntaxNode?> body)
{
    public ClauseKind Kind { get; } = kind;

    /// <summary>Lower case, words with single blanks; null for a line without a keyword.</summary>
    public string? Keyword { get; } = keyword;

    public TokenListParser<SyntaxKind, SyntaxNode?> Body { get; } = body;

    public ClauseWords Words { get; init; }

    public LexicalMode Mode { get; init; }

    /// <summary>A line that ends with a colon right after the keyword takes prose.</summary>
    public bool TakesProse { get; init; }

    /// <summary>May end in <c>all of</c>, <c>any of</c>, <c>none of</c> with items under it.</summary>
    public bool TakesItems { get; init; }

    /// <summary>The clause is one line: deeper lines are no continuation of it.</summary>
    public bool IsOneLine { get; init; }

    /// <summary>Comparisons may stand in it, so that words which compare in another way than the language does are looked for.</summary>
    public bool IsSentence { get; init; }

    public IReadOnlyList<ClauseRule> SubClauses { get; set; } = [];
}

/// <summary>One declaration of the grammar.</summary>
internal sealed class DeclarationRule(DeclarationKind kind, string keyword, TokenListParser<SyntaxKind, HeaderSyntax> header, params ClauseRule[] clauses)
{
    public DeclarationKind Kind { get; } = kind;

    public string Keyword { get; } = keyword;

    public TokenListParser<SyntaxKind, HeaderSyntax> Header { get; } = header;

    public IReadOnlyList<ClauseRule> Clauses { get; } = clauses;

    public LexicalMode Mode => Kind == DeclarationKind.Source ? LexicalMode.Reference : LexicalMode.Sentence;

    /// <summary>The declaration as a sentence names it: <c>a requirement</c>.</summary>
    public string Description => Kind switch
    {
        DeclarationKind.PartOf => "'part of'",
        DeclarationKind.Facts => "facts",
        DeclarationKind.Example => "an example",
        DeclarationKind.Define => "a definition",
        _ => "a " + Keyword,
    };
}

/// <summary>The outline of the grammar as data: every declaration with its clauses (language reference, "Lines").</summary>
internal static class ClauseTable
{
    private static readonly ClauseRule Quote = Text(ClauseKind.Quote, "quote");
    private static readonly ClauseRule See = new(ClauseKind.See, "see", ClauseGrammar.ReferencesBody) { Mode = LexicalMode.Reference, SubClauses = [Quote] };
    private static readonly ClauseRule ReadingUse = new(ClauseKind.ReadingUse, "reading", ClauseGrammar.NameBody);
    private static readonly ClauseRule Note = Words(ClauseKind.Note, "note");
    private static readonly ClauseRule Edition = new(ClauseKind.Edition, "edition", ClauseGrammar.DateBody);
    private static readonly ClauseRule Url = Text(ClauseKind.Url, "url");
    private static readonly ClauseRule ForEach = new(ClauseKind.ForEach, "for each", ClauseGrammar.ElementBody);
    private static readonly ClauseRule Meaning = Words(ClauseKind.Meaning, "meaning");
    private static readonly ClauseRule Introduction = Prose(ClauseKind.Introduction, "introduction");

    private static readonly ClauseRule Field = new(ClauseKind.Field, null, ClauseGrammar.FieldBody)
    {
        Words = ClauseWords.Types, SubClauses = [Text(ClauseKind.Ask, "ask"), Note],
    };

    private static readonly ClauseRule ReadingOfCriterion = new(ClauseKind.ReadingUse, "reading", ClauseGrammar.NameBody)
    {
        SubClauses = [Condition(ClauseKind.OrReadAs, "or read as")],
    };

    private static readonly ClauseRule Unless = MakeUnless();

    private static readonly IReadOnlyList<ClauseRule> Details = [Words(ClauseKind.Otherwise, "otherwise"), ReadingOfCriterion, See, Unless];

    private static readonly ClauseRule Answer = new(ClauseKind.Answer, null, ClauseGrammar.AnswerBody) { IsSentence = true };

    /// <summary>An element in <c>given</c>; under it stand answers and further elements.</summary>
    public static ClauseRule ElementAnswers { get; } = new(ClauseKind.ElementAnswers, null, ClauseGrammar.NameBody) { IsSentence = true, IsOneLine = true, SubClauses = [Answer] };

    /// <summary>The rows of <c>cases</c> are cut into cells by the parser.</summary>
    public static ClauseRule Row { get; } = new(ClauseKind.Row, null, ClauseGrammar.Nothing) { IsOneLine = true };

    private static readonly ClauseRule Expected = new(ClauseKind.Expected, null, ClauseGrammar.ExpectedBody)
    {
        IsSentence = true,
        SubClauses = [Text(ClauseKind.Says, "says"), new ClauseRule(ClauseKind.AsksFor, "asks for", ClauseGrammar.PathsBody)],
    };

    /// <summary>Every declaration, the longest keyword first.</summary>
    public static IReadOnlyList<DeclarationRule> Declarations { get; } =
    [
        new(DeclarationKind.PartOf, "part of", ClauseGrammar.NameHeader),
        new(DeclarationKind.Requirement, "requirement", ClauseGrammar.NameAndPerhapsTitleHeader,
            See, ReadingUse, new(ClauseKind.FallsOn, "falls on", ClauseGrammar.NameBody), ForEach,
            new(ClauseKind.AppliesAlways, "applies always", ClauseGrammar.Nothing),
            Condition(ClauseKind.AppliesWhen, "applies when", See, ReadingUse), Unless,
            new(ClauseKind.InForceFrom, "in force from", ClauseGrammar.InForceBody) { Words = ClauseWords.Until },
            Condition(ClauseKind.RequiresThat, "requires that", Details), Condition(ClauseKind.RecommendsThat, "recommends that", Details),
            new(ClauseKind.Requires, "requires", ClauseGrammar.RequiresFactBody) { IsSentence = true, Words = ClauseWords.Within, SubClauses = Details },
            new(ClauseKind.Follows, "follows", ClauseGrammar.NamesBody), new(ClauseKind.TakesAbout, "takes about", ClauseGrammar.QuantityBody),
            Text(ClauseKind.TakesAnUnknownTime, "takes an unknown time"), Prose(ClauseKind.Guidance, "guidance")),
        new(DeclarationKind.Disclaimer, "disclaimer", ClauseGrammar.NameHeader,
            new(ClauseKind.ShownOn, "shown on", ClauseGrammar.ShownOnBody) { Words = ClauseWords.Places }, Words(ClauseKind.Text, "text")),
        new(DeclarationKind.Parameter, "parameter", ClauseGrammar.NameHeader,
            new ClauseRule(ClauseKind.Period, null, ClauseGrammar.PeriodBody) { Words = ClauseWords.From, SubClauses = [See] }),
        new(DeclarationKind.Calendar, "calendar", ClauseGrammar.NameHeader,
            new(ClauseKind.Weekend, "weekend", ClauseGrammar.NamesBody), Text(ClauseKind.HolidaysFrom, "holidays from"),
            new(ClauseKind.Covers, "covers", ClauseGrammar.YearsBody) { Words = ClauseWords.To }, Edition, ReadingUse),
        new(DeclarationKind.Timeline, "timeline", ClauseGrammar.NameAndTitleHeader, new(ClauseKind.Shows, "shows", ClauseGrammar.NamesBody), Note),
        new(DeclarationKind.Contact, "contact", ClauseGrammar.NameHeader,
            Text(ClauseKind.Website, "website"), Text(ClauseKind.Telephone, "telephone"), Text(ClauseKind.Email, "email"),
            Text(ClauseKind.Address, "address"), Text(ClauseKind.Hours, "hours")),
        new(DeclarationKind.Example, "example", ClauseGrammar.TitleHeader,
            new(ClauseKind.AsAt, "as at", ClauseGrammar.DateBody),
            new(ClauseKind.Given, "given", ClauseGrammar.Nothing) { IsOneLine = true, SubClauses = [Answer] },
            new(ClauseKind.Expect, "expect", ClauseGrammar.Nothing) { IsOneLine = true, SubClauses = [Expected] },
            new(ClauseKind.Cases, "cases", ClauseGrammar.Nothing) { IsOneLine = true, SubClauses = [Row] }),
        new(DeclarationKind.Library, "library", ClauseGrammar.NameHeader, Introduction),
        new(DeclarationKind.Reading, "reading", ClauseGrammar.NameAndTitleHeader, Words(ClauseKind.Taken, "taken"), Text(ClauseKind.Owner, "owner")),
        new(DeclarationKind.Source, "source", ClauseGrammar.CodeAndTitleHeader,
            [Url, Edition, .. Vocabulary.DivisionKinds.Select(Division)]),
        new(DeclarationKind.Choice, "choice", ClauseGrammar.NameHeader, new ClauseRule(ClauseKind.Member, null, ClauseGrammar.MemberBody)),
        new(DeclarationKind.Format, "format", ClauseGrammar.NameHeader, Text(ClauseKind.Pattern, "pattern")),
        new(DeclarationKind.Record, "record", ClauseGrammar.NameHeader, Field),
        new(DeclarationKind.Define, "define", ClauseGrammar.NameHeader,
            See, ReadingUse, Meaning, ForEach, Condition(ClauseKind.When, "when"),
            new(ClauseKind.As, "as", ClauseGrammar.DefinitionValueBody) { TakesItems = true, IsSentence = true }, new(ClauseKind.Otherwise, "otherwise", ClauseGrammar.OffsetBody) { IsSentence = true },
            Rounded("rounded to the nearest", RoundingMode.Nearest), Rounded("rounded down to", RoundingMode.Down), Rounded("rounded up to", RoundingMode.Up)),
        new(DeclarationKind.Change, "change", ClauseGrammar.DateAndTitleHeader, new ClauseRule(ClauseKind.Touches, "touches", ClauseGrammar.NamesBody)),
        new(DeclarationKind.Guide, "guide", ClauseGrammar.NameAndTitleHeader,
            Text(ClauseKind.For, "for"), new(ClauseKind.Uses, "uses", ClauseGrammar.NamesBody), See,
            new(ClauseKind.Namespace, "namespace", ClauseGrammar.DottedBody) { Mode = LexicalMode.Reference },
            new(ClauseKind.Version, "version", ClauseGrammar.DottedBody) { Mode = LexicalMode.Reference },
            new(ClauseKind.WorkingDaysFrom, "working days from", ClauseGrammar.NameBody),
            new(ClauseKind.Currency, "currency", ClauseGrammar.CodeBody) { Mode = LexicalMode.Reference }, Introduction),
        new(DeclarationKind.Facts, "facts", ClauseGrammar.NameHeader, Field),
        new(DeclarationKind.Term, "term", ClauseGrammar.NameAndPerhapsTitleHeader, Meaning),
    ];

    /// <summary>The keywords that prose may follow, in any case.</summary>
    public static HashSet<string> ProseKeywords { get; } = new(
        Declarations.SelectMany(declaration => declaration.Clauses).SelectMany(clause => clause.SubClauses.Append(clause))
            .Where(clause => clause is { TakesProse: true, Keyword: not null }).Select(clause => clause.Keyword!),
        StringComparer.OrdinalIgnoreCase);

    private static ClauseRule Text(ClauseKind kind, string keyword) => new(kind, keyword, ClauseGrammar.TextBody);

    private static ClauseRule Words(ClauseKind kind, string keyword) => new(kind, keyword, ClauseGrammar.WordsBody) { TakesProse = true };

    private static ClauseRule Prose(ClauseKind kind, string keyword) => new(kind, keyword, ClauseGrammar.ProseBody) { TakesProse = true };

    private static ClauseRule Condition(ClauseKind kind, string keyword, params IReadOnlyList<ClauseRule> subClauses) =>
        new(kind, keyword, ClauseGrammar.ConditionBody) { TakesItems = true, IsSentence = true, SubClauses = subClauses };

    private static ClauseRule Rounded(string keyword, RoundingMode mode) => new(ClauseKind.Rounded, keyword, ClauseGrammar.RoundedBody(mode));

    private static ClauseRule Division(string kind) => new(ClauseKind.Division, kind, ClauseGrammar.DivisionBody(kind))
    {
        Mode = LexicalMode.Reference,
        SubClauses = [Text(ClauseKind.Status, "status"), Url, Text(ClauseKind.NotModelled, "not modelled")],
    };

    private static ClauseRule MakeUnless()
    {
        var unless = new ClauseRule(ClauseKind.Unless, "unless", ClauseGrammar.ConditionBody) { TakesItems = true, IsSentence = true };
        unless.SubClauses = [See, unless];
        return unless;
    }
}
