using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RulesAsCode.Compiler.Text;
using Superpower;
using Superpower.Model;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>
/// Our own combinators beside Superpower's. They keep the grammar predictive: what comes next is decided on the kind of one
/// token, so a failed alternative is never tried and the expectations of a message are those of the place.
/// </summary>
internal static class Combinators
{
    /// <summary>Goes on with the parser registered for the next token's kind, or with the last one.</summary>
    public static TokenListParser<SyntaxKind, T> Dispatch<T>(TokenListParser<SyntaxKind, T> otherwise, params (SyntaxKind Kind, TokenListParser<SyntaxKind, T> Parser)[] choices)
    {
        Dictionary<SyntaxKind, TokenListParser<SyntaxKind, T>> table = choices.ToDictionary(choice => choice.Kind, choice => choice.Parser);
        return input =>
        {
            // Every level of nesting comes through here. A host that has little stack left gets an exception, which
            // GrammarReader turns into a diagnostic, and never an overflow, which nobody could catch.
            RuntimeHelpers.EnsureSufficientExecutionStack();
            TokenListParserResult<SyntaxKind, Token<SyntaxKind>> next = input.ConsumeToken();
            return next.HasValue && table.TryGetValue(next.Value.Kind, out TokenListParser<SyntaxKind, T>? parser) ? parser(input) : otherwise(input);
        };
    }

    /// <summary>Fails where it stands, saying what was expected there.</summary>
    public static TokenListParser<SyntaxKind, T> Expected<T>(string what) =>
        input => TokenListParserResult.Empty<SyntaxKind, T>(input, [what]);

    /// <summary>A token of one kind, as what it stands for.</summary>
    /// <param name="what">What a message says is expected, such as <c>a name</c>.</param>
    public static TokenListParser<SyntaxKind, T> Of<T>(SyntaxKind kind, string what, Func<Token<SyntaxKind>, T> select)
    {
        string[] expectations = [what];
        return input =>
        {
            TokenListParserResult<SyntaxKind, Token<SyntaxKind>> next = input.ConsumeToken();
            return next.HasValue && next.Value.Kind == kind
                ? TokenListParserResult.Value(select(next.Value), input, next.Remainder)
                : TokenListParserResult.Empty<SyntaxKind, T>(input, expectations);
        };
    }

    public static TokenListParser<SyntaxKind, Token<SyntaxKind>> Of(SyntaxKind kind, string what) => Of(kind, what, token => token);

    /// <summary>One parser for several kinds of token.</summary>
    public static (SyntaxKind, TokenListParser<SyntaxKind, T>)[] For<T>(this TokenListParser<SyntaxKind, T> parser, params SyntaxKind[] kinds) =>
        [.. kinds.Select(kind => (kind, parser))];

    /// <summary>Operands with operators of the given kinds between them.</summary>
    public static TokenListParser<SyntaxKind, (ImmutableArray<T> Operands, ImmutableArray<OperatorSyntax> Operators)> Chain<T>(
        TokenListParser<SyntaxKind, T> operand, params SyntaxKind[] operators) => input =>
    {
        TokenListParserResult<SyntaxKind, T> first = operand(input);
        return first.HasValue
            ? Continue(input, first, operand, operators)
            : TokenListParserResult.CastEmpty<SyntaxKind, T, (ImmutableArray<T>, ImmutableArray<OperatorSyntax>)>(first);
    };

    /// <summary>One operand, or several with operators of the given kinds between them; a lone operand costs nothing more.</summary>
    public static TokenListParser<SyntaxKind, T> ChainOf<T>(
        TokenListParser<SyntaxKind, T> operand, Func<ImmutableArray<T>, ImmutableArray<OperatorSyntax>, T> combine, params SyntaxKind[] operators) => input =>
    {
        TokenListParserResult<SyntaxKind, T> first = operand(input);
        if (!first.HasValue || !StartsWith(first.Remainder, operators))
        {
            return first;
        }

        TokenListParserResult<SyntaxKind, (ImmutableArray<T> Operands, ImmutableArray<OperatorSyntax> Operators)> all = Continue(input, first, operand, operators);
        return all.HasValue
            ? TokenListParserResult.Value(combine(all.Value.Operands, all.Value.Operators), input, all.Remainder)
            : TokenListParserResult.CastEmpty<SyntaxKind, (ImmutableArray<T>, ImmutableArray<OperatorSyntax>), T>(all);
    };

    // Goes on after the first operand, which is never read again: nesting would double the work at every level.
    private static TokenListParserResult<SyntaxKind, (ImmutableArray<T> Operands, ImmutableArray<OperatorSyntax> Operators)> Continue<T>(
        TokenList<SyntaxKind> input, TokenListParserResult<SyntaxKind, T> first, TokenListParser<SyntaxKind, T> operand, SyntaxKind[] operators)
    {
        TokenList<SyntaxKind> remainder = first.Remainder;
        if (!StartsWith(remainder, operators))
        {
            return TokenListParserResult.Value((ImmutableArray.Create(first.Value), ImmutableArray<OperatorSyntax>.Empty), input, remainder);
        }

        ImmutableArray<T>.Builder operands = ImmutableArray.CreateBuilder<T>();
        ImmutableArray<OperatorSyntax>.Builder found = ImmutableArray.CreateBuilder<OperatorSyntax>();
        operands.Add(first.Value);
        while (StartsWith(remainder, operators))
        {
            TokenListParserResult<SyntaxKind, Token<SyntaxKind>> sign = remainder.ConsumeToken();
            TokenListParserResult<SyntaxKind, T> next = operand(sign.Remainder);
            if (!next.HasValue)
            {
                return TokenListParserResult.CastEmpty<SyntaxKind, T, (ImmutableArray<T>, ImmutableArray<OperatorSyntax>)>(next);
            }

            found.Add(new OperatorSyntax(sign.Value.Kind, SpanOf(sign.Value)));
            operands.Add(next.Value);
            remainder = next.Remainder;
        }

        return TokenListParserResult.Value((operands.ToImmutable(), found.ToImmutable()), input, remainder);
    }

    /// <summary>Two parsers in a row, without the closures of a query.</summary>
    public static TokenListParser<SyntaxKind, TResult> Sequence<TFirst, TSecond, TResult>(
        TokenListParser<SyntaxKind, TFirst> first, TokenListParser<SyntaxKind, TSecond> second, Func<TFirst, TSecond, TResult> combine) =>
        input =>
        {
            TokenListParserResult<SyntaxKind, TFirst> one = first(input);
            if (!one.HasValue)
            {
                return TokenListParserResult.CastEmpty<SyntaxKind, TFirst, TResult>(one);
            }

            TokenListParserResult<SyntaxKind, TSecond> two = second(one.Remainder);
            return two.HasValue
                ? TokenListParserResult.Value(combine(one.Value, two.Value), input, two.Remainder)
                : TokenListParserResult.CastEmpty<SyntaxKind, TSecond, TResult>(two);
        };

    private static bool StartsWith(TokenList<SyntaxKind> tokens, SyntaxKind[] kinds)
    {
        TokenListParserResult<SyntaxKind, Token<SyntaxKind>> next = tokens.ConsumeToken();
        return next.HasValue && Array.IndexOf(kinds, next.Value.Kind) >= 0;
    }

    public static Text.TextSpan SpanOf(Token<SyntaxKind> token) => new(token.Position.Absolute, token.Span.Length);

    public static Text.TextSpan Cover(Text.TextSpan first, Text.TextSpan last) => Text.TextSpan.FromBounds(first.Start, last.End);
}
