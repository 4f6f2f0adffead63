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

    /// <summary>One parser for several kinds of token.</summary>
    public static (SyntaxKind, TokenListParser<SyntaxKind, T>)[] For<T>(this TokenListParser<SyntaxKind, T> parser, params SyntaxKind[] kinds) =>
        [.. kinds.Select(kind => (kind, parser))];

    /// <summary>Operands with operators of the given kinds between them.</summary>
    public static TokenListParser<SyntaxKind, (ImmutableArray<T> Operands, ImmutableArray<OperatorSyntax> Operators)> Chain<T>(
        TokenListParser<SyntaxKind, T> operand, params SyntaxKind[] operators)
    {
        var kinds = new HashSet<SyntaxKind>(operators);
        return input =>
        {
            TokenListParserResult<SyntaxKind, T> first = operand(input);
            if (!first.HasValue)
            {
                return TokenListParserResult.CastEmpty<SyntaxKind, T, (ImmutableArray<T>, ImmutableArray<OperatorSyntax>)>(first);
            }

            ImmutableArray<T>.Builder operands = ImmutableArray.CreateBuilder<T>();
            ImmutableArray<OperatorSyntax>.Builder found = ImmutableArray.CreateBuilder<OperatorSyntax>();
            operands.Add(first.Value);
            TokenList<SyntaxKind> remainder = first.Remainder;
            while (true)
            {
                TokenListParserResult<SyntaxKind, Token<SyntaxKind>> sign = remainder.ConsumeToken();
                if (!sign.HasValue || !kinds.Contains(sign.Value.Kind))
                {
                    return TokenListParserResult.Value((operands.ToImmutable(), found.ToImmutable()), input, remainder);
                }

                TokenListParserResult<SyntaxKind, T> next = operand(sign.Remainder);
                if (!next.HasValue)
                {
                    return TokenListParserResult.CastEmpty<SyntaxKind, T, (ImmutableArray<T>, ImmutableArray<OperatorSyntax>)>(next);
                }

                found.Add(new OperatorSyntax(sign.Value.Kind, SpanOf(sign.Value)));
                operands.Add(next.Value);
                remainder = next.Remainder;
            }
        };
    }

    public static Text.TextSpan SpanOf(Token<SyntaxKind> token) => new(token.Position.Absolute, token.Span.Length);

    public static Text.TextSpan Cover(Text.TextSpan first, Text.TextSpan last) => Text.TextSpan.FromBounds(first.Start, last.End);
}
