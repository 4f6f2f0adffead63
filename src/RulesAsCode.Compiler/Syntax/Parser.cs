using System.Collections.Immutable;
using System.Text;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>
/// Assembles the tree. The outline cuts the file into clauses, the clause table says what each is, and the grammar reads it
/// alone: a broken clause costs one diagnostic and never the next clause. This part cannot fail.
/// </summary>
internal sealed partial class Parser
{
    public const int MaximumBytes = 1024 * 1024;

    private readonly SourceText _source;
    private readonly CancellationToken _cancellationToken;
    private readonly TokenReader _tokens;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<DeclarationSyntax> _declarations = [];
    private readonly List<TextSpan> _tooDeep = [];
    private int _partsRead;

    private Parser(SourceText source, CancellationToken cancellationToken)
    {
        _source = source;
        _cancellationToken = cancellationToken;
        _tokens = new TokenReader(source);
    }

    /// <summary>Parses a file.</summary>
    /// <param name="before">The same file before it was edited: what its parts say that have not changed is taken over.</param>
    public static SyntaxTree Parse(SourceText source, SyntaxTree? before, CancellationToken cancellationToken)
    {
        var parser = new Parser(source, cancellationToken);
        ImmutableArray<FilePart> parts = parser.File(before);
        return new SyntaxTree(
            source, parts, parser._tokens.EndOfFile(),
            [.. parser._diagnostics.Distinct().OrderBy(d => d.Location.Span.Start).ThenBy(d => d.Code, StringComparer.Ordinal)])
        {
            PartsRead = parser._partsRead,
        };
    }

    private ImmutableArray<FilePart> File(SyntaxTree? before)
    {
        if (Encoding.UTF8.GetByteCount(_source.Text) > MaximumBytes)
        {
            Report(DiagnosticCatalogue.FileTooLarge(At(new TextSpan(0, 0))));
            return [];
        }

        int carriageReturn = FindLoneCarriageReturn(_source.Text);
        if (carriageReturn >= 0)
        {
            Report(DiagnosticCatalogue.LoneCarriageReturn(At(new TextSpan(carriageReturn, 1))));
        }

        List<LineRange> ranges = FileParts.Split(_source);
        FilePart?[] same = before is null ? new FilePart?[ranges.Count] : FileParts.Unchanged(before, _source, ranges);
        var parts = ImmutableArray.CreateBuilder<FilePart>(ranges.Count);
        for (int i = 0; i < ranges.Count; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            parts.Add(same[i] is { } unchanged ? TakeOver(unchanged, ranges[i]) : Part(ranges[i]));
        }

        if (_tooDeep.Count > 0)
        {
            Report(DiagnosticCatalogue.NestedTooDeep(At(_tooDeep[0])));
        }

        CheckHeader();
        return parts.MoveToImmutable();
    }

    /// <summary>Puts what a part of the file before says in its new place.</summary>
    private FilePart TakeOver(FilePart part, LineRange range)
    {
        int by = range.Span.Start - part.Range.Span.Start;
        ImmutableArray<SyntaxToken> tokens = _tokens.TakeOver(part.Tokens, by);
        ImmutableArray<DeclarationSyntax> declarations = by == 0 ? part.Declarations : ImmutableArray.CreateRange(part.Declarations, MovedSyntax.Moved, by);
        if (declarations[0].Tokens[0] != tokens[0])
        {
            declarations = declarations.SetItem(0, declarations[0] with { Tokens = declarations[0].Tokens.SetItem(0, tokens[0]) });
        }

        _declarations.AddRange(declarations);
        return by == 0 && declarations == part.Declarations && tokens == part.Tokens && range == part.Range ? part : new FilePart(range, declarations, tokens, HasOnlyRightForms: true);
    }

    private FilePart Part(LineRange range)
    {
        int declarations = _declarations.Count;
        int told = _diagnostics.Count;
        int tooDeep = _tooDeep.Count;
        Declarations(Lifted(OutlineReader.Read(_source, range, _tooDeep)));
        _partsRead++;
        return new FilePart(
            range, [.. _declarations.Skip(declarations)], _tokens.FinishPart(), HasOnlyRightForms: _diagnostics.Count == told && _tooDeep.Count == tooDeep);
    }

    private void Declarations(List<OutlineNode> roots)
    {
        DeclarationBuilder? open = null;
        foreach (OutlineNode node in roots)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            DeclarationRule? rule = FindDeclaration(node, out int keywordEnd);
            if (rule is null && open?.Rule is not null && FindClause(open.Rule.Clauses, node, out int clauseKeywordEnd) is { Keyword: not null } clause)
            {
                // A clause in the first column belongs to the declaration above.
                Report(DiagnosticCatalogue.MisindentedClause(At(FirstWord(node)), clause.Keyword, open.Column + 1, Shift(node, open.Column)));
                open.HasErrors = true;
                int told = _diagnostics.Count;
                Clause(node, clause, clauseKeywordEnd, open, open.Clauses);

                // One mistake is told once: what else is odd about the line may come of its being meant for another place.
                _diagnostics.RemoveRange(told, _diagnostics.Count - told);
                continue;
            }

            Close(open);
            open = Declaration(node, rule, keywordEnd);
        }

        Close(open);
    }

    // A declaration with a blank before it stands under the one above, less deep than the clauses there. It is told, and read as a declaration.
    private List<OutlineNode> Lifted(List<OutlineNode> roots)
    {
        var lifted = new List<OutlineNode>();
        foreach (OutlineNode root in roots)
        {
            lifted.Add(root);
            int first = root.Children.Count == 0 ? -1 : root.Children.FindIndex(1, child => child.Column < root.Children[0].Column && FindDeclaration(child, out _) is not null);
            if (first > 0)
            {
                lifted.AddRange(root.Children.Skip(first));
                root.Children.RemoveRange(first, root.Children.Count - first);
            }
        }

        return lifted;
    }

    private void CheckHeader()
    {
        for (int i = 0; i < _declarations.Count; i++)
        {
            DeclarationSyntax declaration = _declarations[i];
            bool header = declaration.Kind is DeclarationKind.Guide or DeclarationKind.PartOf or DeclarationKind.Library;
            if (i == 0 && !header && declaration.Kind != DeclarationKind.Unknown)
            {
                Report(DiagnosticCatalogue.MissingHeader(At(declaration.Span)));
            }
            else if (i > 0 && header)
            {
                Report(DiagnosticCatalogue.MisplacedHeader(At(declaration.Span), _source.ToString(declaration.Tokens[0].Span)));
            }
        }
    }

    private DeclarationBuilder Declaration(OutlineNode node, DeclarationRule? rule, int keywordEnd)
    {
        var builder = new DeclarationBuilder(rule, node);
        if (node.Column > 0)
        {
            Report(DiagnosticCatalogue.MisindentedDeclaration(At(FirstWord(node)), Shift(node, 0)));
        }

        if (rule is null)
        {
            string word = _source.ToString(FirstWord(node));
            if (!ReportBadLine(node))
            {
                Report(DiagnosticCatalogue.UnknownDeclaration(At(FirstWord(node)), word, Spelling.Nearest(word, ClauseTable.Declarations.Select(d => d.Keyword))));
            }

            builder.HasErrors = true;
            Swallow(node);
            builder.Tokens.AddRange(_tokens.Take());
            return builder;
        }

        _tokens.Keyword(TextSpan.FromBounds(node.Content.Start, keywordEnd));
        List<RawToken> merged = _tokens.Line(TextSpan.FromBounds(keywordEnd, node.Content.End), rule.Mode, ClauseWords.None);
        Reading<HeaderSyntax> header = GrammarReader.Read(_source, merged, node.Content.End, rule.Header, isSentence: false);
        builder.Tokens.AddRange(_tokens.Take());
        if (header.Value is { } value)
        {
            builder.Name = value.Name;
            builder.Title = value.Title;
            builder.Date = value.Date;
        }
        else
        {
            builder.HasErrors = true;
            builder.Name = RecoverName(rule, merged);
            Report(ReservedWordInHeader(rule, merged) ?? header.Diagnostic!);
        }

        Children(node, rule, builder);
        return builder;
    }

    // A broken first line still declares its name, so that what refers to it stays quiet.
    private NameSyntax? RecoverName(DeclarationRule rule, List<RawToken> merged)
    {
        if (merged.Count == 0 || merged[0].Kind is not (SyntaxKind.Name or SyntaxKind.Locator) || rule.Kind is DeclarationKind.Example or DeclarationKind.Change)
        {
            return null;
        }

        TextSpan whole = merged[0].Span;
        if (ReservedWordInHeader(rule, merged) is not null)
        {
            whole = TextSpan.FromBounds(merged[0].Start, merged[merged.FindLastIndex(token => token.Kind == SyntaxKind.Name || IsWords(token))].End);
        }

        return new NameSyntax(Literals.NormalizeName(_source.ToString(whole)), whole);
    }

    private Diagnostic? ReservedWordInHeader(DeclarationRule rule, List<RawToken> merged) =>
        rule.Mode == LexicalMode.Reference || rule.Kind is DeclarationKind.Example or DeclarationKind.Change ? null : ReservedWordInName(merged, merged.Count);

    /// <summary>What is wrong with a name of which a word is one of the language's, so that it ends there; null where no word is.</summary>
    /// <param name="merged">The words of the line.</param>
    /// <param name="end">How many of them may belong to the name.</param>
    private Diagnostic? ReservedWordInName(List<RawToken> merged, int end)
    {
        int last = merged.FindLastIndex(end - 1, token => token.Kind == SyntaxKind.Name || IsWords(token));
        int reserved = merged.FindIndex(token => token.Kind != SyntaxKind.Name && IsWords(token));
        if (last < 0 || reserved < 0 || reserved > last || merged.Take(last + 1).Any(token => token.Kind != SyntaxKind.Name && !IsWords(token)))
        {
            return null;
        }

        TextSpan whole = TextSpan.FromBounds(merged[0].Start, merged[last].End);
        string name = Literals.NormalizeName(_source.ToString(whole).Replace("`", ""));
        return DiagnosticCatalogue.ReservedWordInName(At(merged[reserved].Span), _source.ToString(merged[reserved].Span), name, whole);
    }

    // In a line that begins with a name of its own, what stands before its verb or its title is meant to be that name.
    private Diagnostic? ReservedWordInLine(ClauseRule rule, List<RawToken> merged)
    {
        int end = rule.Kind switch
        {
            ClauseKind.Field or ClauseKind.Answer => merged.FindIndex(token => token.Kind == SyntaxKind.IsKeyword),
            ClauseKind.Member => merged.FindIndex(token => token.Kind == SyntaxKind.Text) is var title and >= 0 ? title : merged.Count,
            _ => -1,
        };
        return end > 0 ? ReservedWordInName(merged, end) : null;
    }

    private bool IsWords(RawToken token) => char.IsLetter(_source.Text[token.Start]) && token.Kind is not (SyntaxKind.Text or SyntaxKind.Bad);

    private void Children(OutlineNode parent, DeclarationRule rule, DeclarationBuilder builder)
    {
        if (parent.Children.Count > 0)
        {
            builder.Column = parent.Children[0].Column;
        }

        foreach (OutlineNode child in parent.Children)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            ClauseRule? clause = FindClause(rule.Clauses, child, out int keywordEnd);
            if (clause is null)
            {
                UnknownClause(child, rule, builder);
                continue;
            }

            if (child.Column != builder.Column)
            {
                builder.HasErrors = true;
                Report(DiagnosticCatalogue.MisindentedClause(At(FirstWord(child)), clause.Keyword ?? Shorten(_source.ToString(child.Content)), builder.Column + 1, Shift(child, builder.Column)));
            }

            Clause(child, clause, keywordEnd, builder, builder.Clauses);
        }
    }

    private void UnknownClause(OutlineNode child, DeclarationRule rule, DeclarationBuilder builder)
    {
        builder.HasErrors = true;
        if (!ReportBadLine(child))
        {
            Report(UnknownLine(child, rule.Clauses, rule.Description));
        }

        Swallow(child);
        builder.Clauses.Add(new ClauseSyntax(ClauseKind.Unknown, new TextSpan(child.Content.Start, 0), null, [], true, _tokens.Take(), child.Content));
    }

    private Diagnostic UnknownLine(OutlineNode node, IReadOnlyList<ClauseRule> rules, string description)
    {
        string text = _source.ToString(node.Content);
        string[] words = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var keywords = rules.Where(rule => rule.Keyword is not null).Select(rule => rule.Keyword!).ToList();
        TextSpan first = FirstWord(node);
        string[] begun = [.. keywords.Where(keyword => keyword.StartsWith(words[0] + " ", StringComparison.OrdinalIgnoreCase))];
        if (begun is ["recommends that"] && words.Length > 1)
        {
            int next = _source.Text.IndexOf(words[1], first.End, StringComparison.Ordinal);
            return DiagnosticCatalogue.MissingThat(
                At(new TextSpan(next, words[1].Length)), "recommends", OwnWords.Sentence(_source, TextSpan.FromBounds(first.End, node.Content.End)), TextEdit.Insert(first.End, " that"));
        }

        // As many first words as a keyword has are compared with it.
        string? suggestion = keywords
            .Select(keyword => (keyword, candidate: string.Join(" ", words.Take(keyword.Split(' ').Length))))
            .Where(pair => Spelling.Nearest(pair.candidate, [pair.keyword]) is not null)
            .OrderBy(pair => Spelling.Distance(pair.candidate, pair.keyword)).ThenByDescending(pair => pair.keyword.Length)
            .Select(pair => pair.keyword).FirstOrDefault();
        int suggestionWords = suggestion?.Split(' ').Length ?? 0;
        if (suggestion is null && OtherKeyword(text, keywords) is { } other)
        {
            suggestion = other.Keyword;
            suggestionWords = other.Written.Split(' ').Length;
        }

        string word = _source.ToString(first);
        if (suggestion is null && begun.Length > 0)
        {
            return DiagnosticCatalogue.UnfinishedKeyword(At(first), word, begun);
        }

        string legal = keywords.Count > 0
            ? "begin it with " + Semantics.Describe.Or([.. keywords.Select(keyword => $"'{keyword}'")])
            : "leave it out, or begin it further to the left as a line of its own";
        return DiagnosticCatalogue.UnknownClause(At(first), word, description, suggestion, legal, suggestion is null ? first : Words(node, suggestionWords));
    }

    // Beginnings that people write for another one.
    private static (string Written, string Keyword)? OtherKeyword(string text, List<string> keywords)
    {
        (string Written, string Keyword)[] others =
        [
            ("applies if", "applies when"), ("applies where", "applies when"), ("except when", "unless"), ("except if", "unless"), ("see also", "see"), ("must", "requires that"),
            ("should", "recommends that"), ("if", "when"), ("else", "otherwise"),
        ];
        int found = Array.FindIndex(others, other => MatchKeyword(text, new TextSpan(0, text.Length), other.Written) >= 0 && keywords.Contains(other.Keyword));
        return found < 0 ? null : others[found];
    }

    /// <summary>The first words of a line, as many as there are up to a number.</summary>
    private TextSpan Words(OutlineNode node, int count)
    {
        int end = node.Content.Start;
        for (int word = 0; word < count && end < node.Content.End; word++)
        {
            while (end < node.Content.End && char.IsWhiteSpace(_source.Text[end]))
            {
                end++;
            }

            while (end < node.Content.End && !char.IsWhiteSpace(_source.Text[end]))
            {
                end++;
            }
        }

        return TextSpan.FromBounds(node.Content.Start, end);
    }

    // Where the characters themselves are wrong, that is the thing to say.
    private bool ReportBadLine(OutlineNode node)
    {
        if (node.Line.TabOffset >= 0)
        {
            Report(Tab(node));
            return true;
        }

        return false;
    }

    private void Swallow(OutlineNode node)
    {
        _tokens.Line(node.Content, LexicalMode.Sentence, ClauseWords.None);
        if (node.Prose is { } prose)
        {
            _tokens.Prose(prose.Span);
        }

        foreach (OutlineNode child in node.Children)
        {
            Swallow(child);
        }
    }

    private void Close(DeclarationBuilder? builder)
    {
        if (builder is not null)
        {
            _declarations.Add(builder.Build());
        }
    }

    internal static DeclarationRule? FindDeclaration(SourceText source, TextSpan content, out int keywordEnd)
    {
        foreach (DeclarationRule rule in ClauseTable.Declarations)
        {
            keywordEnd = MatchKeyword(source.Text, content, rule.Keyword);
            if (keywordEnd >= 0)
            {
                return rule;
            }
        }

        keywordEnd = content.Start;
        return null;
    }

    private DeclarationRule? FindDeclaration(OutlineNode node, out int keywordEnd) => FindDeclaration(_source, node.Content, out keywordEnd);

    /// <summary>The clause whose keyword begins a line, the longest first; else the one without a keyword, where there is one.</summary>
    private ClauseRule? FindClause(IReadOnlyList<ClauseRule> rules, OutlineNode node, out int keywordEnd)
    {
        ClauseRule? found = null;
        keywordEnd = node.Content.Start;
        foreach (ClauseRule rule in rules)
        {
            if (rule.Keyword is null)
            {
                found ??= rule;
                continue;
            }

            int end = MatchKeyword(_source.Text, node.Content, rule.Keyword);
            if (end >= 0 && (found?.Keyword is null || rule.Keyword.Length > found.Keyword.Length))
            {
                found = rule;
                keywordEnd = end;
            }
        }

        return found;
    }

    /// <summary>The end of a keyword at the start of a line, in any case and with any blanks between its words; or -1.</summary>
    private static int MatchKeyword(string text, TextSpan content, string keyword)
    {
        int at = content.Start;
        foreach (char expected in keyword)
        {
            if (expected == ' ')
            {
                int blanks = at;
                while (at < content.End && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                if (at == blanks)
                {
                    return -1;
                }
            }
            else if (at < content.End && char.ToLowerInvariant(text[at]) == expected)
            {
                at++;
            }
            else
            {
                return -1;
            }
        }

        return at == content.End || !(char.IsLetterOrDigit(text[at]) || text[at] is '-' or '&' or '\'' or '’') ? at : -1;
    }

    private TextSpan FirstWord(OutlineNode node)
    {
        int end = node.Content.Start;
        while (end < node.Content.End && !char.IsWhiteSpace(_source.Text[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(node.Content.Start, end);
    }

    /// <summary>Puts a line into a column, and what stands under it as far on as it was.</summary>
    private List<TextEdit> Shift(OutlineNode node, int column)
    {
        var edits = new List<TextEdit>();
        int delta = column - node.Column;
        int firstLine = node.Line.Number;
        int lastLine = LastLine(node);
        for (int number = firstLine; number <= lastLine; number++)
        {
            TextSpan line = _source.LineSpan(number);
            int start = line.Start == 0 && line.Length > 0 && _source.Text[0] == '\uFEFF' ? 1 : line.Start;
            int content = start;
            while (content < line.End && char.IsWhiteSpace(_source.Text[content]))
            {
                content++;
            }

            if (content == line.End && number != firstLine)
            {
                continue;
            }

            if (delta > 0)
            {
                edits.Add(TextEdit.Insert(start, new string(' ', delta)));
            }
            else if (content > start)
            {
                edits.Add(TextEdit.Remove(new TextSpan(start, Math.Min(-delta, content - start))));
            }
        }

        return edits;
    }

    private int LastLine(OutlineNode node)
    {
        int last = node.Prose is { Span.Length: > 0 } prose ? _source.GetPosition(prose.Span.End).Line : node.Line.Number;
        return node.Children.Count == 0 ? last : Math.Max(last, LastLine(node.Children[node.Children.Count - 1]));
    }

    // A tab is as wide as the two columns that it counts for.
    private Diagnostic Tab(OutlineNode node)
    {
        TextSpan line = _source.LineSpan(node.Line.Number);
        IEnumerable<TextEdit> edits = Enumerable.Range(line.Start, node.Content.Start - line.Start).Where(at => _source.Text[at] == '\t').Select(at => new TextEdit(new TextSpan(at, 1), "  "));
        return DiagnosticCatalogue.TabInIndentation(At(new TextSpan(node.Line.TabOffset, 1)), edits);
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text.Substring(0, 40) + "…";

    private static int FindLoneCarriageReturn(string text)
    {
        for (int at = text.IndexOf('\r'); at >= 0; at = text.IndexOf('\r', at + 1))
        {
            if (at + 1 == text.Length || text[at + 1] != '\n')
            {
                return at;
            }
        }

        return -1;
    }

    private Location At(TextSpan span) => new(_source, span);

    private void Report(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    private sealed class DeclarationBuilder(DeclarationRule? rule, OutlineNode node)
    {
        public DeclarationRule? Rule { get; } = rule;
        public NameSyntax? Name { get; set; }
        public TextLiteralSyntax? Title { get; set; }
        public DateLiteralSyntax? Date { get; set; }
        public bool HasErrors { get; set; }
        /// <summary>The column of its clauses, from 0.</summary>
        public int Column { get; set; } = 2;
        public List<ClauseSyntax> Clauses { get; } = [];
        public List<SyntaxToken> Tokens { get; } = [];

        public DeclarationSyntax Build() => new(
            Rule?.Kind ?? DeclarationKind.Unknown, Name, Title, Date, [.. Clauses], HasErrors || Clauses.Any(IsBroken), [.. Tokens], node.Content);

        private static bool IsBroken(ClauseSyntax clause) => clause.IsBroken || clause.SubClauses.Any(IsBroken);
    }
}
