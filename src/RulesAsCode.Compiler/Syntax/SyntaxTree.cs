using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>One rule file: its declarations, every character of it, and what is wrong with its form.</summary>
public sealed class SyntaxTree
{
    private readonly SyntaxToken _endOfFile;
    private ImmutableArray<SyntaxToken> _tokens;

    internal SyntaxTree(SourceText source, ImmutableArray<FilePart> parts, SyntaxToken endOfFile, ImmutableArray<Diagnostic> diagnostics)
    {
        Source = source;
        Parts = parts;
        _endOfFile = endOfFile;
        Declarations = [.. parts.SelectMany(part => part.Declarations)];
        Diagnostics = diagnostics;
    }

    public SourceText Source { get; }

    /// <summary>In the order of the file. The first is the file's header (guide, part of, library) in a file that is right.</summary>
    public ImmutableArray<DeclarationSyntax> Declarations { get; }

    /// <summary>All tokens in order; their full spans join up to the file.</summary>
    public ImmutableArray<SyntaxToken> Tokens
    {
        get
        {
            // Made when somebody asks: of a large file it is a large array, and checking the rules does not need it.
            if (_tokens.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref _tokens, [.. Parts.SelectMany(part => part.Tokens), _endOfFile]);
            }

            return _tokens;
        }
    }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The parts that can be read apart from one another, in order; none where the file could not be read at all.</summary>
    internal ImmutableArray<FilePart> Parts { get; }

    /// <summary>How many of them were read, and not taken over from before an edit.</summary>
    internal int PartsRead { get; init; }

    public static SyntaxTree Parse(SourceText source, CancellationToken cancellationToken = default) => Parser.Parse(source, null, cancellationToken);

    /// <summary>The tree of the same file with another text: equal to one that is parsed anew, and only what changed is parsed.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="cancellationToken">Stops the work between two declarations.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public SyntaxTree WithChangedText(string text, CancellationToken cancellationToken = default) =>
        string.Equals(text, Source.Text, StringComparison.Ordinal) ? this : Parser.Parse(SourceText.From(Source.Path, text), this, cancellationToken);

    public string ToFullString() => string.Concat(Tokens.Select(token => Source.ToString(token.FullSpan)));
}
