using System.Collections.Immutable;
using System.Globalization;
using RulesAsCode.Primitives;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using static RulesAsCode.Compiler.Syntax.Combinators;
using static RulesAsCode.Compiler.Syntax.ExpressionGrammar;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>What follows the keyword of each clause, up to the end of the clause.</summary>
internal static class ClauseGrammar
{
    private static readonly TokenListParser<SyntaxKind, NameSyntax> Locator = Of(SyntaxKind.Locator, "a number such as H1.10(a)", Literals.Name);

    /// <summary>Nothing.</summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> Nothing = End.Value((SyntaxNode?)null);

    /// <summary><c>TEXT</c></summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> TextBody = Body(TextLiteral);

    /// <summary><c>words = TEXT | ":" PROSE</c>; prose is read by the parser, a TEXT here.</summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> WordsBody = Body(TextLiteral.Select(text => new WordsSyntax(text.Value, false, text.Span)));

    /// <summary><c>prose = ":" PROSE</c>; no business of the grammar: the line holds the keyword and a colon only.</summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> ProseBody = Expected<SyntaxNode?>("a colon, and the text on deeper lines");

    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> NameBody = Body(Name);

    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> DateBody = Body(DateLiteral);

    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> QuantityBody = Body(QuantityLiteral);

    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> ConditionBody = Body(Condition);

    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> OffsetBody = Body(Offset);

    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> ElementBody = Body(Element);

    /// <summary><c>names = NAME { "," NAME } [ "and" NAME ]</c></summary>
    private static readonly TokenListParser<SyntaxKind, NameListSyntax> Names = Series(Name).Select(names => new NameListSyntax(names, Around(names)));

    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> NamesBody = Body(Names);

    /// <summary><c>dotted = CODE</c>: a namespace, a version; one run of letters, digits and points.</summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> DottedBody = Body(
        Of(SyntaxKind.Locator, "a name such as Rules.DccUser or 1.0.0", token => new DottedNameSyntax(token.ToStringValue(), SpanOf(token))));

    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> CodeBody = Body(Of(SyntaxKind.Locator, "a code such as GBP", Literals.Name));

    /// <summary><c>reference = CODE [ [ KIND ] CODE [ "to" CODE ] ]</c></summary>
    private static readonly TokenListParser<SyntaxKind, ReferenceSyntax> SourceReference =
        from code in Of(SyntaxKind.Locator, "the code of a source such as ACT", Literals.Name)
        from division in Dispatch(
            Parse.Return<SyntaxKind, (Token<SyntaxKind>? Kind, NameSyntax? Locator)>((null, null)),
            (SyntaxKind.DivisionKind, from kind in AnyToken from locator in Locator select NumberedAs(kind, locator)),
            (SyntaxKind.Locator, Locator.Select(locator => NumberedAs(null, locator))))
        from to in Optional(SyntaxKind.ToWord, Locator)
        select new ReferenceSyntax(
            code, division.Kind?.ToStringValue().ToLowerInvariant(), division.Locator, to, Cover(code.Span, (to ?? division.Locator ?? code).Span));

    /// <summary><c>references = reference { "," reference }</c></summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> ReferencesBody =
        Body(Chain(SourceReference, SyntaxKind.Comma).Select(references => new ReferenceListSyntax(references.Operands, Around(references.Operands))));

    /// <summary><c>member = NAME [ TEXT ]</c></summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> MemberBody = Body(
        from name in Name
        from title in OptionalText
        select new MemberSyntax(name, title, title is null ? name.Span : Cover(name.Span, title.Span)));

    /// <summary><c>years = NUMBER "to" NUMBER</c></summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> YearsBody = Body(
        from first in Year
        from to in Of(SyntaxKind.ToWord, "'to'")
        from last in Year
        select new YearRangeSyntax(YearOf(first), YearOf(last), Cover(SpanOf(first), SpanOf(last))));

    /// <summary><c>type = "yes/no" | NAME | ( "set of" | "list of" ) NAME</c>; the types that every guide has are names.</summary>
    private static readonly TokenListParser<SyntaxKind, TypeSyntax> Type = Dispatch(
        Name.Select(name => new TypeSyntax(TypeSyntaxKind.Named, name, name.Span)),
        (SyntaxKind.YesNoType, AnyToken.Select(token => new TypeSyntax(TypeSyntaxKind.YesNo, null, SpanOf(token)))),
        (SyntaxKind.SetOf, from of in AnyToken from name in Name select new TypeSyntax(TypeSyntaxKind.SetOf, name, Cover(SpanOf(of), name.Span))),
        (SyntaxKind.ListOf, from of in AnyToken from name in Name select new TypeSyntax(TypeSyntaxKind.ListOf, name, Cover(SpanOf(of), name.Span))));

    private static readonly TokenListParser<SyntaxKind, Token<SyntaxKind>> Is = Of(SyntaxKind.IsKeyword, ExpectedWords.Is);

    /// <summary><c>field = NAME ( "is" | "are" ) type [ "or none" ]</c></summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> FieldBody = Body(
        from name in Name
        from verb in Is
        from type in Type
        from orNone in Dispatch(Parse.Return<SyntaxKind, Token<SyntaxKind>?>(null), (SyntaxKind.OrNone, AnyToken.Select(token => (Token<SyntaxKind>?)token)))
        select new FieldSyntax(name, type, orNone is not null, Cover(name.Span, orNone is { } last ? SpanOf(last) : type.Span)));

    /// <summary><c>period = ( offset | "none" ) "from" DATE</c></summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> PeriodBody = Body(
        from value in Dispatch(Offset.Select(value => (ExpressionSyntax?)value), (SyntaxKind.NoneWord, AnyToken.Value((ExpressionSyntax?)null)))
        from word in Of(SyntaxKind.FromWord, "'from' and a date")
        from date in DateLiteral
        select new PeriodSyntax(value, date, value is null ? Cover(SpanOf(word), date.Span) : Cover(value.Span, date.Span)));

    /// <summary><c>value = offset [ "when" condition ] | NAME "where" expr</c></summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> DefinitionValueBody =
        from value in Offset
        from node in Dispatch(
            End.Value<SyntaxKind, Token<SyntaxKind>, Func<ExpressionSyntax, SyntaxNode?>>(v => new DefinitionValueSyntax(v, null, v.Span)),
            (SyntaxKind.WhenKeyword,
                from word in AnyToken
                from condition in Condition
                from end in End
                select (Func<ExpressionSyntax, SyntaxNode?>)(v => new DefinitionValueSyntax(v, condition, Cover(v.Span, condition.Span)))),
            (SyntaxKind.WhereKeyword,
                from word in AnyToken
                from condition in Expression
                from end in End
                // A list is a name; anything else before 'where' keeps its value and is told as a refused form.
                select (Func<ExpressionSyntax, SyntaxNode?>)(v => v is NameExpressionSyntax { Path.Length: 1 } name
                    ? new ListDefinitionSyntax(name.Path[0], condition, Cover(v.Span, condition.Span))
                    : new FilteredValueSyntax(v, SpanOf(word)))))
        select node(value);

    /// <summary><c>rounding = MONEY | NUMBER</c></summary>
    public static TokenListParser<SyntaxKind, SyntaxNode?> RoundedBody(RoundingMode mode) => Body(Dispatch(
        Expected<RoundedSyntax>("an amount or a number"),
        (SyntaxKind.Money, AnyToken.Select(token => new RoundedSyntax(mode, Literals.Money(token), SpanOf(token)))),
        (SyntaxKind.Number, AnyToken.Select(token => new RoundedSyntax(mode, Literals.Number(token), SpanOf(token))))));

    /// <summary><c>in-force = DATE [ "until the end of" DATE ]</c></summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> InForceBody = Body(
        from first in DateLiteral
        from last in Optional(SyntaxKind.UntilTheEndOf, DateLiteral)
        select new InForceSyntax(first, last, last is null ? first.Span : Cover(first.Span, last.Span)));

    /// <summary><c>required = path [ "within" QUANTITY ( "after" | "before" ) offset ]</c></summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> RequiresFactBody =
        from fact in NamePath
        from node in Dispatch(
            End.Value(new RequiresFactSyntax(fact, null, SyntaxKind.None, null, fact.Span)),
            (SyntaxKind.Within,
                from word in AnyToken
                from quantity in QuantityLiteral
                from direction in BeforeOrAfter
                from anchor in Offset
                from end in End
                select new RequiresFactSyntax(fact, quantity, direction.Kind, anchor, Cover(fact.Span, anchor.Span))))
        select (SyntaxNode?)node;

    /// <summary><c>shown-on = "every page" | "the timeline" | names</c></summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> ShownOnBody = Body(Dispatch(
        Names.Select(names => new ShownOnSyntax(ShownOnPlace.Named, names, names.Span)),
        (SyntaxKind.EveryPage, AnyToken.Select(token => new ShownOnSyntax(ShownOnPlace.EveryPage, null, SpanOf(token)))),
        (SyntaxKind.TheTimeline, AnyToken.Select(token => new ShownOnSyntax(ShownOnPlace.Timeline, null, SpanOf(token))))));

    /// <summary><c>values = "empty" | "none" | offset { "," offset } [ "and" offset ]</c></summary>
    private static readonly TokenListParser<SyntaxKind, ValuesSyntax> Values = Dispatch(
        Series(Offset).Select(values => new ValuesSyntax(null, values, Around(values))),
        AnyToken.Select(token => new ValuesSyntax(token.Kind, [], SpanOf(token))).For(SyntaxKind.NoneWord, SyntaxKind.Empty));

    /// <summary><c>answer = NAME ( "is" | "are" ) values</c></summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> AnswerBody = Body(
        from name in Name
        from verb in Is
        from values in Values
        select new AnswerSyntax(name, values, Cover(name.Span, values.Span)));

    /// <summary><c>subject = [ NAME "'s" ] NAME</c></summary>
    private static readonly TokenListParser<SyntaxKind, SubjectSyntax> Subject =
        from first in Name
        from second in Optional(SyntaxKind.PossessiveS, Name)
        select second is null ? new SubjectSyntax(null, first, first.Span) : new SubjectSyntax(first, second, Cover(first.Span, second.Span));

    private static readonly TokenListParser<SyntaxKind, CellSyntax> ValuesOrNot =
        from not in Dispatch(Parse.Return<SyntaxKind, Token<SyntaxKind>?>(null), (SyntaxKind.NotKeyword, AnyToken.Select(token => (Token<SyntaxKind>?)token)))
        from values in Values
        select new CellSyntax(not is not null, values, not is { } word ? Cover(SpanOf(word), values.Span) : values.Span);

    /// <summary><c>expected = subject ( "is" | "are" ) [ "not" ] ( OUTCOME | values )</c></summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> ExpectedBody = Body(
        from subject in Subject
        from verb in Is
        from values in ValuesOrNot
        select new ExpectedSyntax(subject, values.Negated, values.Values, Cover(subject.Span, values.Span)));

    /// <summary><c>paths = path { "," path } [ "and" path ]</c>, each perhaps of an element.</summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> PathsBody = Body(Series(NamePath).Select(paths => new PathListSyntax(paths, Around(paths))));

    /// <summary>A cell of the first row.</summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> HeaderPathCell = Body(NamePath.Select(path => new HeaderCellSyntax(path, null, path.Span)));

    /// <summary>A cell of the first row, after <c>expect</c>.</summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> HeaderExpectCell = Body(Subject.Select(subject => new HeaderCellSyntax(null, subject, subject.Span)));

    /// <summary>A cell of a further row.</summary>
    public static readonly TokenListParser<SyntaxKind, SyntaxNode?> ValueCell = Body(ValuesOrNot);

    /// <summary><c>division = CODE [ TEXT ]</c>, after its kind.</summary>
    public static TokenListParser<SyntaxKind, SyntaxNode?> DivisionBody(string kind) => Body(
        from locator in Locator
        from title in OptionalText
        select new DivisionSyntax(kind, locator, title, title is null ? locator.Span : Cover(locator.Span, title.Span)));

    /// <summary>The first line of a declaration, after its keyword.</summary>
    public static readonly TokenListParser<SyntaxKind, HeaderSyntax> NameHeader = Header(Name.Select(name => new HeaderSyntax(name, null, null)));

    /// <summary><c>NAME [ TEXT ]</c></summary>
    public static readonly TokenListParser<SyntaxKind, HeaderSyntax> NameAndPerhapsTitleHeader = Header(
        from name in Name from title in OptionalText select new HeaderSyntax(name, title, null));

    /// <summary><c>NAME TEXT</c></summary>
    public static readonly TokenListParser<SyntaxKind, HeaderSyntax> NameAndTitleHeader = Header(
        from name in Name from title in TextLiteral select new HeaderSyntax(name, title, null));

    /// <summary><c>CODE TEXT</c></summary>
    public static readonly TokenListParser<SyntaxKind, HeaderSyntax> CodeAndTitleHeader = Header(
        from code in Of(SyntaxKind.Locator, "a code such as ACT", Literals.Name) from title in TextLiteral select new HeaderSyntax(code, title, null));

    /// <summary><c>TEXT</c></summary>
    public static readonly TokenListParser<SyntaxKind, HeaderSyntax> TitleHeader = Header(TextLiteral.Select(title => new HeaderSyntax(null, title, null)));

    /// <summary><c>DATE TEXT</c></summary>
    public static readonly TokenListParser<SyntaxKind, HeaderSyntax> DateAndTitleHeader = Header(
        from date in DateLiteral from title in TextLiteral select new HeaderSyntax(null, title, date));

    private static TokenListParser<SyntaxKind, TextLiteralSyntax?> OptionalText => Dispatch(
        Parse.Return<SyntaxKind, TextLiteralSyntax?>(null), (SyntaxKind.Text, TextLiteral.Select(text => (TextLiteralSyntax?)text)));

    private static TokenListParser<SyntaxKind, Token<SyntaxKind>> Year => Of(SyntaxKind.Number, "a year");

    private static (Token<SyntaxKind>? Kind, NameSyntax? Locator) NumberedAs(Token<SyntaxKind>? kind, NameSyntax locator) => (kind, locator);

    private static int YearOf(Token<SyntaxKind> token) =>
        int.TryParse(token.ToStringValue(), NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : 0;

    /// <summary><c>X { "," X } [ "and" X ]</c></summary>
    private static TokenListParser<SyntaxKind, ImmutableArray<T>> Series<T>(TokenListParser<SyntaxKind, T> item)
        where T : SyntaxNode =>
        Sequence(Chain(item, SyntaxKind.Comma), Optional(SyntaxKind.AndKeyword, item), (items, last) => last is null ? items.Operands : items.Operands.Add(last));

    private static TokenListParser<SyntaxKind, SyntaxNode?> Body<T>(TokenListParser<SyntaxKind, T> parser)
        where T : SyntaxNode =>
        Sequence(parser, End, (node, _) => (SyntaxNode?)node);

    private static TokenListParser<SyntaxKind, HeaderSyntax> Header(TokenListParser<SyntaxKind, HeaderSyntax> parser) =>
        Sequence(parser, End, (header, _) => header);
}

/// <summary>What the first line of a declaration says.</summary>
internal sealed record HeaderSyntax(NameSyntax? Name, TextLiteralSyntax? Title, DateLiteralSyntax? Date);

/// <summary>A value with <c>where</c> after it, which only a list's name may have; told by <see cref="RefusedForms"/>.</summary>
internal sealed record FilteredValueSyntax(ExpressionSyntax Value, Text.TextSpan Where) : SyntaxNode(Value.Span);
