using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Syntax;

/// <summary>Clauses, sub-clauses, items and rows: which lines belong to which, and the one diagnostic of each clause.</summary>
internal sealed partial class Parser
{
    /// <summary>Reads a clause and all that stands under it, and adds it; clauses of the declaration that stand too deep come after it.</summary>
    private void Clause(OutlineNode node, ClauseRule rule, int keywordEnd, DeclarationBuilder declaration, List<ClauseSyntax> into)
    {
        ClauseParts parts = Divide(node, rule, keywordEnd, declaration);
        var keywordSpan = TextSpan.FromBounds(node.Content.Start, keywordEnd);
        if (keywordSpan.Length > 0)
        {
            _tokens.Keyword(keywordSpan);
        }

        var clause = new ClauseResult();
        if (rule.Kind == ClauseKind.Row)
        {
            clause.Body = Row(node, isHeader: into.Count == 0, clause);
        }
        else
        {
            List<RawToken> merged = _tokens.Lines(parts.Lines, rule.Mode, rule.Words);
            TextSpan lastLine = parts.Lines[parts.Lines.Count - 1];
            Body(node, rule, keywordEnd, merged, lastLine.End, clause);
        }

        if (node.Line.TabOffset >= 0)
        {
            clause.Fail(Tab(node), isFirst: true);
        }

        ImmutableArray<SyntaxToken> tokens = [];
        List<ExpressionSyntax?> items = Items(parts.Items, clause);
        AttachItems(rule, items, parts, clause);
        tokens = _tokens.Take();
        if (clause.Diagnostic is { } diagnostic)
        {
            Report(diagnostic);
        }

        TextSpan end = parts.Items.Count > 0 ? parts.Items[parts.Items.Count - 1].Content : node.Prose is { Span.Length: > 0 } prose ? prose.Span : parts.Lines[parts.Lines.Count - 1];
        int position = into.Count;
        var subClauses = new List<ClauseSyntax>();
        into.Add(null!);
        foreach ((OutlineNode child, ClauseRule? subRule, int subKeywordEnd, bool isHoisted) in parts.Others)
        {
            if (isHoisted)
            {
                declaration.HasErrors = true;
                Report(DiagnosticCatalogue.MisindentedClause(At(FirstWord(child)), subRule!.Keyword!, declaration.Column + 1, Shift(child, declaration.Column)));
                Clause(child, subRule, subKeywordEnd, declaration, declaration.Clauses);
            }
            else if (subRule is not null)
            {
                Clause(child, subRule, subKeywordEnd, declaration, subClauses);
            }
            else
            {
                declaration.HasErrors = true;
                if (!ReportBadLine(child))
                {
                    Report(UnknownLine(child, rule.SubClauses, rule.Keyword is null ? "this line" : $"'{rule.Keyword}'"));
                }

                Swallow(child);
                subClauses.Add(new ClauseSyntax(ClauseKind.Unknown, new TextSpan(child.Content.Start, 0), null, [], true, _tokens.Take(), child.Content));
            }
        }

        into[position] = new ClauseSyntax(
            rule.Kind, keywordSpan, clause.Diagnostic is null ? clause.Body : null, [.. subClauses], clause.Diagnostic is not null, tokens,
            TextSpan.FromBounds(node.Content.Start, Math.Max(clause.Body?.Span.End ?? 0, Math.Max(end.End, node.Content.End))));
    }

    private void Body(OutlineNode node, ClauseRule rule, int keywordEnd, List<RawToken> merged, int end, ClauseResult clause)
    {
        if (node.Prose is { } prose)
        {
            _tokens.Prose(prose.Span);
            bool colonAlone = merged.Count == 1 && merged[0].Kind == SyntaxKind.Colon;
            if (!rule.TakesProse || !colonAlone)
            {
                clause.Fail(DiagnosticCatalogue.ProseNotAllowed(At(new TextSpan(node.Content.End - 1, 1))));
                return;
            }

            if (prose.Text.Length == 0)
            {
                clause.Fail(DiagnosticCatalogue.EndsTooEarly(At(new TextSpan(node.Content.End, 0)), "text on deeper lines", "write the text on the lines below, further in than this line"));
                return;
            }

            if (ProseRules.Find(_source, prose.Span) is { } problem)
            {
                clause.Fail(problem);
                return;
            }

            clause.Body = ReferenceEquals(rule.Body, ClauseGrammar.ProseBody) ? new ProseSyntax(prose.Text, prose.Span) : new WordsSyntax(prose.Text, true, prose.Span);
            return;
        }

        if (rule.TakesProse && ReferenceEquals(rule.Body, ClauseGrammar.ProseBody))
        {
            clause.Fail(DiagnosticCatalogue.ProseExpected(At(FirstWord(node)), rule.Keyword!));
            return;
        }

        bool takesText = ReferenceEquals(rule.Body, ClauseGrammar.TextBody) || ReferenceEquals(rule.Body, ClauseGrammar.WordsBody);
        if (takesText && merged.Count > 0 && char.IsLetterOrDigit(_source.Text[merged[0].Start]))
        {
            TextSpan words = TextSpan.FromBounds(merged[0].Start, merged[merged.Count - 1].End);
            string text = _source.ToString(words);
            clause.Fail(DiagnosticCatalogue.TextWithoutQuotes(At(words), OwnWords.Sentence(_source, words), text.IndexOf('"') < 0 && text.IndexOf('\n') < 0));
            return;
        }

        Reading<SyntaxNode?> reading = GrammarReader.Read(_source, merged, end, rule.Body, rule.IsSentence);
        if (merged.Count == 0 && reading.Diagnostic is not null && rule.Keyword is { } keyword)
        {
            clause.Fail(DiagnosticCatalogue.NothingAfterKeyword(At(new TextSpan(end, 0)), keyword, rule.IsSentence ? rule.Kind is ClauseKind.As or ClauseKind.Otherwise ? "a value" : "a condition" : null));
            return;
        }

        if (reading.Diagnostic is { } diagnostic)
        {
            clause.Fail(MissingThat(rule, merged, keywordEnd, diagnostic) ?? ReservedWordInLine(rule, merged) ?? diagnostic);
            return;
        }

        clause.Body = reading.Value;
        if (reading.Value is { } body && RefusedForms.Find(_source, body) is { } refused)
        {
            clause.Fail(refused);
        }
    }

    // 'requires testing start is …' is a condition that lacks its 'that'.
    private Diagnostic? MissingThat(ClauseRule rule, List<RawToken> merged, int keywordEnd, Diagnostic diagnostic)
    {
        bool condition = rule.Kind == ClauseKind.Requires && merged.Count > 0 && diagnostic.Descriptor.Category == DiagnosticCategory.Form
            && (merged[0].Kind is not SyntaxKind.Name || merged.Any(token => token.Kind is SyntaxKind.IsKeyword or SyntaxKind.IncludeKeyword or SyntaxKind.DoNotInclude
                or SyntaxKind.AndKeyword or SyntaxKind.OrKeyword or SyntaxKind.BeforeKeyword or SyntaxKind.AfterKeyword or SyntaxKind.AtLeast or SyntaxKind.MoreThan));
        return condition && diagnostic.Descriptor != DiagnosticCatalogue.OtherComparisonDescriptor
            ? DiagnosticCatalogue.MissingThat(
                At(FirstWordOf(merged[0].Span)), rule.Keyword!, OwnWords.Sentence(_source, TextSpan.FromBounds(keywordEnd, merged[merged.Count - 1].End)), TextEdit.Insert(keywordEnd, " that"))
            : null;
    }

    private TextSpan FirstWordOf(TextSpan span)
    {
        int end = span.Start;
        while (end < span.End && !char.IsWhiteSpace(_source.Text[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(span.Start, end);
    }

    /// <summary>Sorts the lines under a clause into continuation lines, items, sub-clauses and clauses that stand too deep.</summary>
    private ClauseParts Divide(OutlineNode node, ClauseRule rule, int keywordEnd, DeclarationBuilder declaration)
    {
        var parts = new ClauseParts();
        parts.Lines.Add(TextSpan.FromBounds(keywordEnd, node.Content.End));
        var open = new Stack<OutlineNode>();
        Push(open, node.Children);
        while (open.Count > 0)
        {
            OutlineNode child = open.Pop();
            ClauseRule? sub = FindClause(rule.SubClauses, child, out int subKeywordEnd);
            if (sub is { Keyword: null } && rule.Kind is ClauseKind.Given or ClauseKind.ElementAnswers && !HasVerb(child))
            {
                sub = ClauseTable.ElementAnswers;
            }

            bool continues = parts.Others.Count == 0 && parts.Items.Count == 0 && !rule.IsOneLine && rule.Kind != ClauseKind.Row && !IsMisspeltSubClause(rule, child);
            if (sub is not null)
            {
                parts.Others.Add((child, sub, subKeywordEnd, false));
            }
            else if (FindHoisted(child, declaration, out int hoistedEnd) is { } hoisted)
            {
                parts.Others.Add((child, hoisted, hoistedEnd, true));
            }
            else if (rule.TakesItems && parts.Others.Count == 0 && (IsItem(child) || LacksDash(child, parts, node)))
            {
                // Items come before the sub-clauses: what is read keeps the order of the file.
                parts.Items.Add(child);
            }
            else if (continues)
            {
                parts.Lines.Add(child.Content);
                Push(open, child.Children);
            }
            else
            {
                parts.Others.Add((child, null, 0, false));
            }
        }

        return parts;
    }

    // 'otherwse "…"': one word and a text, the word spelt almost as a clause that takes one.
    private bool IsMisspeltSubClause(ClauseRule rule, OutlineNode child)
    {
        TextSpan first = FirstWord(child);
        string rest = _source.Text.Substring(first.End, child.Content.End - first.End).TrimStart();
        return rest.Length > 0 && rest[0] == '"'
            && Spelling.Nearest(_source.ToString(first), rule.SubClauses.Where(sub => sub.TakesProse || ReferenceEquals(sub.Body, ClauseGrammar.TextBody)).Select(sub => sub.Keyword!)) is not null;
    }

    private static void Push(Stack<OutlineNode> open, List<OutlineNode> children)
    {
        for (int i = children.Count - 1; i >= 0; i--)
        {
            open.Push(children[i]);
        }
    }

    // Only a keyword of several words, or one with its colon, is taken for a clause; a single word may go on the sentence.
    private ClauseRule? FindHoisted(OutlineNode child, DeclarationBuilder declaration, out int keywordEnd)
    {
        keywordEnd = 0;
        if (declaration.Rule is null || FindClause(declaration.Rule.Clauses, child, out keywordEnd) is not { Keyword: { } keyword } rule)
        {
            return null;
        }

        return keyword.Contains(' ') || (rule.TakesProse && child.Prose is not null) ? rule : null;
    }

    private bool IsItem(OutlineNode node) =>
        _source.Text[node.Content.Start] == '-' && (node.Content.Length == 1 || char.IsWhiteSpace(_source.Text[node.Content.Start + 1]));

    // In the column of the items, or with a dash that lacks its blank, a line is one of them; it is told, and the next are still read.
    private bool LacksDash(OutlineNode child, ClauseParts parts, OutlineNode above) => parts.Items.Count > 0
        ? child.Column >= parts.Items[0].Column
        : _source.Text[child.Content.Start] == '-' && _source.ToString(above.Content).EndsWith(" of", StringComparison.OrdinalIgnoreCase);

    private bool HasVerb(OutlineNode node) =>
        _tokens.Look([node.Content], LexicalMode.Sentence, ClauseWords.None).Any(token => token.Kind is SyntaxKind.IsKeyword);

    private List<ExpressionSyntax?> Items(List<OutlineNode> nodes, ClauseResult clause)
    {
        var items = new List<ExpressionSyntax?>();
        foreach (OutlineNode node in nodes)
        {
            if (!IsItem(node))
            {
                bool hasDash = _source.Text[node.Content.Start] == '-';
                string words = OwnWords.Sentence(_source, TextSpan.FromBounds(node.Content.Start + (hasDash ? 1 : 0), node.Content.End));
                clause.Fail(DiagnosticCatalogue.ItemWithoutDash(At(FirstWord(node)), words, TextEdit.Insert(node.Content.Start + (hasDash ? 1 : 0), hasDash ? " " : "- ")));
                Swallow(node);
                items.Add(null);
                continue;
            }

            if (node.Column != nodes[0].Column)
            {
                clause.Fail(DiagnosticCatalogue.MisindentedItem(At(FirstWord(node)), nodes[0].Column + 1, Shift(node, nodes[0].Column)));
            }

            items.Add(Item(node, clause));
        }

        return items;
    }

    private ExpressionSyntax? Item(OutlineNode node, ClauseResult clause)
    {
        _tokens.Keyword(new TextSpan(node.Content.Start, 1), SyntaxKind.ItemDash);
        var lines = new List<TextSpan> { TextSpan.FromBounds(node.Content.Start + 1, node.Content.End) };
        var nested = new List<OutlineNode>();
        var open = new Stack<OutlineNode>();
        Push(open, node.Children);
        while (open.Count > 0)
        {
            OutlineNode child = open.Pop();
            if (nested.Count > 0 || IsItem(child))
            {
                nested.Add(child);
            }
            else
            {
                lines.Add(child.Content);
                Push(open, child.Children);
            }
        }

        List<RawToken> merged = _tokens.Lines(lines, LexicalMode.Sentence, ClauseWords.None);
        Reading<SyntaxNode?> reading = GrammarReader.Read(_source, merged, node.Content.End, ClauseGrammar.ConditionBody, isSentence: true);
        Diagnostic? problem = reading.Diagnostic ?? (reading.Value is { } body ? RefusedForms.Find(_source, body) : null);
        if (node.Line.TabOffset >= 0)
        {
            problem = Tab(node);
        }

        if (problem is not null)
        {
            clause.Fail(problem);
        }

        List<ExpressionSyntax?> items = Items(nested, clause);
        return reading.Value is ExpressionSyntax condition && problem is null ? Attach(condition, items, nested, clause) as ExpressionSyntax : null;
    }

    private void AttachItems(ClauseRule rule, List<ExpressionSyntax?> items, ClauseParts parts, ClauseResult clause)
    {
        if (rule.TakesItems && clause.Body is { } body && clause.Diagnostic is null)
        {
            clause.Body = Attach(body, items, parts.Items, clause);
        }
    }

    /// <summary>Puts items under the list that ends a condition; says so where one is there without the other.</summary>
    private SyntaxNode Attach(SyntaxNode body, List<ExpressionSyntax?> items, List<OutlineNode> nodes, ClauseResult clause)
    {
        if (FindList(body) is not { } list)
        {
            if (nodes.Count > 0)
            {
                clause.Fail(DiagnosticCatalogue.ItemsWithoutList(At(new TextSpan(nodes[0].Content.Start, 1)), OwnWords.Sentence(_source, body.Span)));
            }

            return body;
        }

        if (nodes.Count == 0)
        {
            clause.Fail(DiagnosticCatalogue.ListWithoutItems(At(list.Span), OwnWords.Sentence(_source, list.Span)));
            return body;
        }

        return WithItems(body, [.. items.OfType<ExpressionSyntax>()], nodes[nodes.Count - 1].Content.End);
    }

    private static ItemListExpressionSyntax? FindList(SyntaxNode? body) => body switch
    {
        ItemListExpressionSyntax list => list,
        QuantifierExpressionSyntax quantifier => FindList(quantifier.Body),
        DefinitionValueSyntax value => FindList(value.Condition),
        _ => null,
    };

    private static SyntaxNode WithItems(SyntaxNode body, ImmutableArray<ExpressionSyntax> items, int end)
    {
        // The nested lists of the last item may reach further than its own line.
        int last = items.IsEmpty ? end : Math.Max(end, items[items.Length - 1].Span.End);
        TextSpan span = TextSpan.FromBounds(body.Span.Start, Math.Max(body.Span.End, last));
        return body switch
        {
            ItemListExpressionSyntax list => list with { Items = items, Span = span },
            QuantifierExpressionSyntax quantifier => quantifier with { Body = (ExpressionSyntax)WithItems(quantifier.Body, items, end), Span = span },
            DefinitionValueSyntax { Condition: { } condition } value => value with { Condition = (ExpressionSyntax)WithItems(condition, items, end), Span = span },
            _ => body,
        };
    }

    /// <summary>A row of <c>cases</c>: cells between bars, each read on its own.</summary>
    private SyntaxNode? Row(OutlineNode node, bool isHeader, ClauseResult clause)
    {
        List<RawToken> raw = _tokens.Look([node.Content], LexicalMode.Sentence, ClauseWords.None);
        var bars = raw.Where(token => token.Kind == SyntaxKind.Bar).ToList();
        if (bars.Count < 2 || bars[0].Start != node.Content.Start || bars[bars.Count - 1].End != node.Content.End)
        {
            _tokens.Line(node.Content, LexicalMode.Sentence, ClauseWords.None);
            clause.Fail(LexicalErrors.Find(_source, raw, isSentence: false) ?? RowShape(node, bars));
            return null;
        }

        var headers = ImmutableArray.CreateBuilder<HeaderCellSyntax>();
        var cells = ImmutableArray.CreateBuilder<CellSyntax?>();
        for (int i = 0; i + 1 < bars.Count; i++)
        {
            _tokens.Keyword(bars[i].Span, SyntaxKind.Bar);
            TextSpan cell = TextSpan.FromBounds(bars[i].End, bars[i + 1].Start);
            if (isHeader)
            {
                headers.Add(HeaderCell(cell, clause));
            }
            else
            {
                List<RawToken> merged = _tokens.Line(cell, LexicalMode.Sentence, ClauseWords.AfterIs);
                cells.Add(merged.Count == 0 ? null : Cell<CellSyntax>(cell, merged, ClauseGrammar.ValueCell, clause));
            }
        }

        _tokens.Keyword(bars[bars.Count - 1].Span, SyntaxKind.Bar);
        return isHeader ? new HeaderRowSyntax(headers.ToImmutable(), node.Content) : new RowSyntax(cells.ToImmutable(), node.Content);
    }

    // A row with a bar at one end only lacks the other.
    private Diagnostic RowShape(OutlineNode node, List<RawToken> bars)
    {
        bool begins = bars.Count > 0 && bars[0].Start == node.Content.Start;
        bool ends = bars.Count > 0 && bars[bars.Count - 1].End == node.Content.End;
        TextEdit? edit = begins == ends ? null : begins ? TextEdit.Insert(node.Content.End, " |") : TextEdit.Insert(node.Content.Start, "| ");
        return DiagnosticCatalogue.RowShape(At(begins ? new TextSpan(node.Content.End - 1, 1) : FirstWord(node)), OwnWords.Sentence(_source, node.Content), begins, ends, edit);
    }

    private HeaderCellSyntax HeaderCell(TextSpan cell, ClauseResult clause)
    {
        TextSpan content = Trim(cell);
        int keywordEnd = MatchKeyword(_source.Text, content, "expect");
        if (keywordEnd >= 0)
        {
            _tokens.Keyword(TextSpan.FromBounds(content.Start, keywordEnd));
            content = TextSpan.FromBounds(keywordEnd, content.End);
        }

        List<RawToken> merged = _tokens.Line(content, LexicalMode.Sentence, ClauseWords.None);
        return Cell<HeaderCellSyntax>(content, merged, keywordEnd >= 0 ? ClauseGrammar.HeaderExpectCell : ClauseGrammar.HeaderPathCell, clause) ?? new HeaderCellSyntax(null, null, content);
    }

    private T? Cell<T>(TextSpan cell, List<RawToken> merged, Superpower.TokenListParser<SyntaxKind, SyntaxNode?> parser, ClauseResult clause)
        where T : SyntaxNode
    {
        Reading<SyntaxNode?> reading = GrammarReader.Read(_source, merged, cell.End, parser, isSentence: false);
        if ((reading.Diagnostic ?? (reading.Value is { } body ? RefusedForms.Find(_source, body) : null)) is { } problem)
        {
            clause.Fail(problem);
            return null;
        }

        return reading.Value as T;
    }

    private TextSpan Trim(TextSpan span)
    {
        int start = span.Start;
        int end = span.End;
        while (start < end && char.IsWhiteSpace(_source.Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(_source.Text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The lines of a clause, sorted.</summary>
    private sealed class ClauseParts
    {
        public List<TextSpan> Lines { get; } = [];
        public List<OutlineNode> Items { get; } = [];
        public List<(OutlineNode Node, ClauseRule? Rule, int KeywordEnd, bool IsHoisted)> Others { get; } = [];
    }

    /// <summary>What came of a clause: its body, and the first thing wrong with its form.</summary>
    private sealed class ClauseResult
    {
        public SyntaxNode? Body { get; set; }

        public Diagnostic? Diagnostic { get; private set; }

        public void Fail(Diagnostic diagnostic, bool isFirst = false)
        {
            if (isFirst || Diagnostic is null)
            {
                Diagnostic = diagnostic;
            }
        }
    }
}
