using System.Collections.Immutable;
using RulesAsCode.Compiler.Text;
using Superpower.Model;
using TextSpan = RulesAsCode.Compiler.Text.TextSpan;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>
/// Hands out the tokens of a file line by line, in the order of the file, and gives each the white space, comments and
/// line breaks round it, so that the tokens joined are the file.
/// </summary>
internal sealed class TokenReader(SourceText source)
{
    private readonly ImmutableArray<SyntaxToken>.Builder _all = ImmutableArray.CreateBuilder<SyntaxToken>();
    private int _taken;
    private int _end;

    /// <summary>A keyword at the start of a line, a dash of an item, a bar of a row.</summary>
    public void Keyword(TextSpan span, SyntaxKind kind = SyntaxKind.Keyword) => Add(new RawToken(kind, span.Start, span.End), span.End);

    public void Prose(TextSpan span)
    {
        if (span.Length > 0)
        {
            Add(new RawToken(SyntaxKind.Prose, span.Start, span.End), source.Length);
        }
    }

    /// <summary>The merged tokens of one line.</summary>
    public List<RawToken> Line(TextSpan span, LexicalMode mode, ClauseWords words) => Lines([span], mode, words);

    /// <summary>The merged tokens of a clause: a line and its continuation lines.</summary>
    public List<RawToken> Lines(IReadOnlyList<TextSpan> lines, LexicalMode mode, ClauseWords words)
    {
        List<RawToken> merged = Look(lines, mode, words);
        for (int i = 0; i < merged.Count; i++)
        {
            Add(merged[i], i + 1 < merged.Count ? merged[i + 1].Start : source.Length);
        }

        return merged;
    }

    /// <summary>The same, without handing the tokens out.</summary>
    public List<RawToken> Look(IReadOnlyList<TextSpan> lines, LexicalMode mode, ClauseWords words)
    {
        var raw = new List<RawToken>();
        RulesTokenizer tokenizer = mode == LexicalMode.Reference ? RulesTokenizer.References : RulesTokenizer.Sentences;
        foreach (TextSpan line in lines)
        {
            var span = new Superpower.Model.TextSpan(source.Text, new Position(line.Start, 1, 1), line.Length);
            foreach (Result<SyntaxKind> token in tokenizer.Read(span))
            {
                if (token.Value != SyntaxKind.WhiteSpace)
                {
                    raw.Add(new RawToken(token.Value, token.Location.Position.Absolute, token.Remainder.Position.Absolute));
                }
            }
        }

        return mode == LexicalMode.Reference ? Classify(raw) : TokenMerger.Merge(source, raw, words);
    }

    /// <summary>The tokens of a part of another text, which stand in this one some characters further on; the first has what stands before it here.</summary>
    public ImmutableArray<SyntaxToken> TakeOver(ImmutableArray<SyntaxToken> tokens, int by)
    {
        ImmutableArray<SyntaxToken> moved = MovedSyntax.Moved(tokens, by);
        if (moved[0].FullSpan.Start != _end)
        {
            moved = moved.SetItem(0, moved[0] with { FullSpan = TextSpan.FromBounds(_end, moved[0].FullSpan.End) });
        }

        _end = moved[moved.Length - 1].FullSpan.End;
        return moved;
    }

    /// <summary>The tokens since the last part.</summary>
    public ImmutableArray<SyntaxToken> FinishPart()
    {
        ImmutableArray<SyntaxToken> tokens = _all.ToImmutable();
        _all.Clear();
        _taken = 0;
        return tokens;
    }

    /// <summary>The tokens handed out since the last call.</summary>
    public ImmutableArray<SyntaxToken> Take()
    {
        ImmutableArray<SyntaxToken>.Builder taken = ImmutableArray.CreateBuilder<SyntaxToken>(_all.Count - _taken);
        while (_taken < _all.Count)
        {
            taken.Add(_all[_taken++]);
        }

        return taken.MoveToImmutable();
    }

    /// <summary>The token that takes the rest of the file.</summary>
    public SyntaxToken EndOfFile() => new(SyntaxKind.EndOfFile, new TextSpan(source.Length, 0), TextSpan.FromBounds(_end, source.Length));

    /// <param name="next">Where the next token of the sentence begins: what stands before it only is trivia.</param>
    private void Add(RawToken token, int next)
    {
        // Trailing trivia go to the end of the line, its break included, where nothing else stands on it.
        int end = token.End;
        int scan = end;
        bool comment = false;
        while (scan < next && source.Text[scan] is not ('\n' or '\r') && (comment || char.IsWhiteSpace(source.Text[scan]) || source.Text[scan] == '#'))
        {
            comment |= source.Text[scan] == '#';
            scan++;
        }

        if (scan == source.Length)
        {
            end = scan;
        }
        else if (scan < next && source.Text[scan] == '\r')
        {
            end = scan + (scan + 1 < source.Length && source.Text[scan + 1] == '\n' ? 2 : 1);
        }
        else if (scan < next && source.Text[scan] == '\n')
        {
            end = scan + 1;
        }

        _all.Add(new SyntaxToken(token.Kind, token.Span, TextSpan.FromBounds(_end, end)));
        _end = end;
    }

    private List<RawToken> Classify(List<RawToken> raw)
    {
        for (int i = 0; i < raw.Count; i++)
        {
            if (raw[i].Kind != SyntaxKind.Locator)
            {
                continue;
            }

            string text = source.ToString(raw[i].Span).ToLowerInvariant();
            bool afterCode = i > 0 && raw[i - 1].Kind == SyntaxKind.Locator;
            if (afterCode && Vocabulary.DivisionKinds.Contains(text))
            {
                raw[i] = raw[i] with { Kind = SyntaxKind.DivisionKind };
            }
            else if (i > 0 && text == "to")
            {
                raw[i] = raw[i] with { Kind = SyntaxKind.ToWord };
            }
        }

        return raw;
    }
}
