using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>One rule file: its declarations, every character of it, and what is wrong with its form.</summary>
public sealed class SyntaxTree
{
    internal SyntaxTree(SourceText source, ImmutableArray<DeclarationSyntax> declarations, ImmutableArray<SyntaxToken> tokens, ImmutableArray<Diagnostic> diagnostics)
    {
        Source = source;
        Declarations = declarations;
        Tokens = tokens;
        Diagnostics = diagnostics;
    }

    public SourceText Source { get; }

    /// <summary>In the order of the file. The first is the file's header (guide, part of, library) in a file that is right.</summary>
    public ImmutableArray<DeclarationSyntax> Declarations { get; }

    /// <summary>All tokens in order; their full spans join up to the file.</summary>
    public ImmutableArray<SyntaxToken> Tokens { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public static SyntaxTree Parse(SourceText source, CancellationToken cancellationToken = default) => Parser.Parse(source, cancellationToken);

    public string ToFullString() => string.Concat(Tokens.Select(token => Source.ToString(token.FullSpan)));
}
