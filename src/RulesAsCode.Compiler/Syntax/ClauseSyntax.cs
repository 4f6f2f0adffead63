using System.Collections.Immutable;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>A token and the trivia around it; the full texts of a file's tokens, joined, are the file.</summary>
/// <param name="FullSpan">With the white space, comments and line breaks that belong to it.</param>
public readonly record struct SyntaxToken(SyntaxKind Kind, TextSpan Span, TextSpan FullSpan);

/// <summary>The first line of a file or declaration, and the clauses under it.</summary>
/// <param name="Kind">What is declared.</param>
/// <param name="Name">Its name (of a <c>source</c>: its code); null for an <c>example</c>, a <c>change</c>, and where it could not be read.</param>
/// <param name="Title">The text on the first line (of an example: its title), or null.</param>
/// <param name="Date">The date of a <c>change</c>, else null.</param>
/// <param name="Clauses">Its clauses in order, broken ones among them.</param>
/// <param name="HasErrors">True where any of its clauses, or its own first line, could not be read: what counts or is missing is then not reported.</param>
/// <param name="Span">The span of the first line.</param>
public sealed record DeclarationSyntax(
    DeclarationKind Kind, NameSyntax? Name, TextLiteralSyntax? Title, DateLiteralSyntax? Date, ImmutableArray<ClauseSyntax> Clauses, bool HasErrors,
    ImmutableArray<SyntaxToken> Tokens, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>From its first token to the last of its clauses.</summary>
    public TextSpan FullExtent => TextSpan.FromBounds(Span.Start, Clauses.Select(clause => clause.EndOfAll).Append(Span.End).Max());
}

public enum DeclarationKind
{
    Guide, PartOf, Library, Source, Term, Choice, Format, Calendar, Record, Facts, Parameter, Define, Requirement, Reading,
    Timeline, Disclaimer, Contact, Example, Change,
    /// <summary>A first line that begins with no keyword of a declaration; already reported.</summary>
    Unknown,
}

/// <summary>A clause, a sub-clause, an item or a row: a keyword (or none), what follows it, and what stands under it.</summary>
/// <param name="Kind">Which clause of the grammar it is.</param>
/// <param name="KeywordSpan">The span of its keyword; empty, at the start of the line, where it has none.</param>
/// <param name="Body">What follows the keyword, as the grammar has it (see <see cref="ClauseKind"/>); null when it is broken or has none.</param>
/// <param name="SubClauses">What stands under it, in order: sub-clauses, and fields, rows and answers.</param>
/// <param name="IsBroken">True when a syntax diagnostic was reported for it; <paramref name="Body"/> is then null.</param>
/// <param name="Span">From its first to its last token, continuation lines among them, without its sub-clauses.</param>
public sealed record ClauseSyntax(
    ClauseKind Kind, TextSpan KeywordSpan, SyntaxNode? Body, ImmutableArray<ClauseSyntax> SubClauses, bool IsBroken,
    ImmutableArray<SyntaxToken> Tokens, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Body is null ? SubClauses : [Body, .. SubClauses];

    /// <summary>Where the last of what stands under it ends.</summary>
    internal int EndOfAll => SubClauses.Select(clause => clause.EndOfAll).Append(Span.End).Max();
}

/// <summary>The clauses of the grammar. The comment says what the body is (none: no body).</summary>
public enum ClauseKind
{
    /// <summary>A line that is no clause of its declaration; already reported.</summary>
    Unknown,
    // guide, library
    For,                    // TextLiteralSyntax
    Uses,                   // NameListSyntax
    Namespace,              // DottedNameSyntax
    Version,                // DottedNameSyntax
    WorkingDaysFrom,        // NameSyntax
    Currency,               // NameSyntax (the code)
    Introduction,           // ProseSyntax
    // everywhere
    See,                    // ReferenceListSyntax; sub-clause Quote
    Quote,                  // TextLiteralSyntax
    ReadingUse,             // NameSyntax; under a criterion, sub-clause OrReadAs
    OrReadAs,               // ExpressionSyntax
    // source
    Url,                    // TextLiteralSyntax
    Edition,                // DateLiteralSyntax
    Division,               // DivisionSyntax; sub-clauses Status, Url, NotModelled
    Status,                 // TextLiteralSyntax
    NotModelled,            // TextLiteralSyntax
    // term, define
    Meaning,                // WordsSyntax
    // choice
    Member,                 // MemberSyntax
    // format
    Pattern,                // TextLiteralSyntax
    // calendar
    Weekend,                // NameListSyntax
    HolidaysFrom,           // TextLiteralSyntax
    Covers,                 // YearRangeSyntax
    // record, facts
    Field,                  // FieldSyntax; sub-clauses Ask, Note
    Ask,                    // TextLiteralSyntax
    Note,                   // WordsSyntax
    // parameter
    Period,                 // PeriodSyntax; sub-clause See
    // define
    ForEach,                // ElementSyntax
    When,                   // ExpressionSyntax
    As,                     // DefinitionValueSyntax or ListDefinitionSyntax
    Otherwise,              // define: ExpressionSyntax; criterion: WordsSyntax
    Rounded,                // RoundedSyntax
    // requirement
    FallsOn,                // NameSyntax
    AppliesAlways,          //
    AppliesWhen,            // ExpressionSyntax; sub-clauses See, ReadingUse
    Unless,                 // ExpressionSyntax; sub-clauses See, Unless
    InForceFrom,            // InForceSyntax
    RequiresThat,           // ExpressionSyntax; sub-clauses Otherwise, ReadingUse, See, Unless
    RecommendsThat,         // the same
    Requires,               // RequiresFactSyntax; sub-clauses as RequiresThat
    Follows,                // NameListSyntax
    TakesAbout,             // QuantityLiteralSyntax
    TakesAnUnknownTime,     // TextLiteralSyntax
    Guidance,               // ProseSyntax
    // reading
    Taken,                  // WordsSyntax
    Owner,                  // TextLiteralSyntax
    // timeline
    Shows,                  // NameListSyntax
    // disclaimer
    ShownOn,                // ShownOnSyntax
    Text,                   // WordsSyntax
    // contact
    Website, Telephone, Email, Address, Hours, // TextLiteralSyntax
    // example
    AsAt,                   // DateLiteralSyntax
    Given,                  // sub-clauses Answer, ElementAnswers
    Expect,                 // sub-clauses Expected
    Cases,                  // sub-clauses Row
    Answer,                 // AnswerSyntax
    ElementAnswers,         // NameSyntax; sub-clauses Answer, ElementAnswers
    Expected,               // ExpectedSyntax; sub-clauses Says, AsksFor
    Says,                   // TextLiteralSyntax
    AsksFor,                // PathListSyntax
    Row,                    // HeaderRowSyntax (the first) or RowSyntax
    // change
    Touches,                // NameListSyntax
    /// <summary>A list item that belongs to no list; already reported. Items of a condition are part of its expression.</summary>
    Item,
}

/// <summary>Markdown taken as it stands, less the common indentation; lines joined with <c>\n</c>.</summary>
public sealed record ProseSyntax(string Text, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>words</c> of the grammar: a text or prose, as Markdown.</summary>
public sealed record WordsSyntax(string Text, bool IsProse, TextSpan Span) : SyntaxNode(Span);

/// <summary>A namespace or a version.</summary>
public sealed record DottedNameSyntax(string Text, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>ACT H1.10(a)</c>, <c>ACT G3 to G6</c>, <c>Checklist item 4</c>, <c>ACT</c>.</summary>
/// <param name="Kind">The kind of division, lower case, as written; null when left out.</param>
public sealed record ReferenceSyntax(NameSyntax Code, string? Kind, NameSyntax? Locator, NameSyntax? To, TextSpan Span) : SyntaxNode(Span);

public sealed record ReferenceListSyntax(ImmutableArray<ReferenceSyntax> References, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => References;
}

/// <summary><c>section H1 "User Entry Process"</c>.</summary>
public sealed record DivisionSyntax(string Kind, NameSyntax Locator, TextLiteralSyntax? Title, TextSpan Span) : SyntaxNode(Span);

public sealed record MemberSyntax(NameSyntax Name, TextLiteralSyntax? Title, TextSpan Span) : SyntaxNode(Span);

public sealed record YearRangeSyntax(int First, int Last, TextSpan Span) : SyntaxNode(Span);

public sealed record TypeSyntax(TypeSyntaxKind Kind, NameSyntax? Name, TextSpan Span) : SyntaxNode(Span);

public enum TypeSyntaxKind { YesNo, Named, SetOf, ListOf }

/// <summary><c>NAME is [a] TYPE [or none]</c>. Named types are looked up by the binder, the built-in ones (text, money, …) too.</summary>
public sealed record FieldSyntax(NameSyntax Name, TypeSyntax Type, bool OrNone, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Name, Type];
}

/// <summary><c>£500 from 1 April 2024</c>; a null value is <c>none</c>.</summary>
public sealed record PeriodSyntax(ExpressionSyntax? Value, DateLiteralSyntax From, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Value is null ? [From] : [Value, From];
}

/// <summary><c>as VALUE [when CONDITION]</c>.</summary>
public sealed record DefinitionValueSyntax(ExpressionSyntax Value, ExpressionSyntax? Condition, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Condition is null ? [Value] : [Value, Condition];
}

/// <summary><c>as LIST where CONDITION</c>.</summary>
public sealed record ListDefinitionSyntax(NameSyntax List, ExpressionSyntax Condition, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => [List, Condition];
}

/// <summary><c>rounded to the nearest £1</c>; the unit is a number or money.</summary>
public sealed record RoundedSyntax(RoundingMode Mode, LiteralSyntax Unit, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Unit];
}

public sealed record InForceSyntax(DateLiteralSyntax From, DateLiteralSyntax? Until, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Until is null ? [From] : [From, Until];
}

/// <summary><c>requires FACT [within N after/before VALUE]</c>.</summary>
public sealed record RequiresFactSyntax(NameExpressionSyntax Fact, QuantityLiteralSyntax? Within, SyntaxKind Direction, ExpressionSyntax? Anchor, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Within is null || Anchor is null ? [Fact] : [Fact, Within, Anchor];
}

public enum ShownOnPlace { EveryPage, Timeline, Named }

public sealed record ShownOnSyntax(ShownOnPlace Place, NameListSyntax? Names, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Names is null ? [] : [Names];
}

/// <summary><c>values</c> of the grammar: <c>none</c>, <c>empty</c> or expressions.</summary>
public sealed record ValuesSyntax(SyntaxKind? State, ImmutableArray<ExpressionSyntax> Values, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Values;
}

/// <summary><c>user roles are Other User</c>.</summary>
public sealed record AnswerSyntax(NameSyntax Name, ValuesSyntax Values, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Name, Values];
}

/// <summary><c>everything</c>, <c>UEPT Notice</c>, <c>testing programme 2's UEPT Notice</c>: the binder reads the number off the element's name.</summary>
public sealed record SubjectSyntax(NameSyntax? Element, NameSyntax Name, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Element is null ? [Name] : [Element, Name];
}

/// <summary>One line of <c>expect</c>. Whether a lone name is an outcome or a member is the binder's to say.</summary>
public sealed record ExpectedSyntax(SubjectSyntax Subject, bool Negated, ValuesSyntax Values, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Subject, Values];
}

public sealed record PathListSyntax(ImmutableArray<NameExpressionSyntax> Paths, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Paths;
}

/// <summary>The first row of <c>cases</c>: for each column a fact's path, or the subject of an expectation.</summary>
public sealed record HeaderRowSyntax(ImmutableArray<HeaderCellSyntax> Cells, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Cells;
}

public sealed record HeaderCellSyntax(NameExpressionSyntax? Path, SubjectSyntax? Expect, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Path is not null ? [Path] : Expect is not null ? [Expect] : [];
}

/// <summary>A further row; an empty cell is null. <c>not</c> in a cell of an expectation stands in <see cref="CellSyntax.Negated"/>.</summary>
public sealed record RowSyntax(ImmutableArray<CellSyntax?> Cells, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Cells.OfType<CellSyntax>();
}

public sealed record CellSyntax(bool Negated, ValuesSyntax Values, TextSpan Span) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Values];
}
