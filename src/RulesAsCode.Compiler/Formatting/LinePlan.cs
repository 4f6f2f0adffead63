using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Formatting;

internal enum LineKind
{
    /// <summary>Nothing but blanks, or a comment: no line of the outline.</summary>
    Trivia,
    /// <summary>The first line of a declaration.</summary>
    Header,
    /// <summary>A line of a clause or an item.</summary>
    Sentence,
    /// <summary>A row of <c>cases</c>.</summary>
    Row,
    /// <summary>A line of prose, perhaps blank.</summary>
    Prose,
    /// <summary>A line with an error in it: kept to the character.</summary>
    Broken,
}

/// <summary>What each line of a file is, and where it begins in the layout.</summary>
internal sealed class LinePlan
{
    private const int Level = 2;
    private const int Continuation = 4;

    private readonly SyntaxTree _tree;
    private readonly LineKind[] _kinds;
    private readonly int[] _indents;
    private readonly bool[] _isKept;
    private readonly bool[] _hasDiagnostic;
    private readonly int[] _proseMargins;
    private readonly DeclarationSyntax?[] _headers;

    private LinePlan(SyntaxTree tree)
    {
        _tree = tree;
        _kinds = new LineKind[Source.LineCount];
        _indents = new int[Source.LineCount];
        _isKept = new bool[Source.LineCount];
        _hasDiagnostic = new bool[Source.LineCount];
        _proseMargins = new int[Source.LineCount];
        _headers = new DeclarationSyntax?[Source.LineCount];
        Forms = new CanonicalForms(Source);
    }

    public CanonicalForms Forms { get; }

    /// <summary>The tables of the file: the lines of their rows, in order.</summary>
    public List<List<int>> Tables { get; } = [];

    public static LinePlan Create(SyntaxTree tree)
    {
        var plan = new LinePlan(tree);
        plan.Read();
        return plan;
    }

    public LineKind KindOf(int line) => _kinds[line];

    /// <summary>The column at which a line begins.</summary>
    public int IndentOf(int line) => _indents[line];

    /// <summary>Whether the line stands in a declaration with an error, so that its indentation and the blank lines round it stay.</summary>
    public bool IsKept(int line) => _isKept[line];

    /// <summary>How many characters of indentation are no part of the text of a line of prose.</summary>
    public int ProseMarginOf(int line) => _proseMargins[line];

    /// <summary>The declaration that begins on a line, or null.</summary>
    public DeclarationSyntax? HeaderOf(int line) => _headers[line];

    private SourceText Source => _tree.Source;

    private void Read()
    {
        // What is said of a whole declaration that is right in itself (that it stands where a header should) is no error in it.
        var right = new HashSet<TextSpan>(_tree.Declarations.Where(declaration => !declaration.HasErrors).Select(declaration => declaration.Span));
        foreach (Diagnostic diagnostic in _tree.Diagnostics.Where(diagnostic => !right.Contains(diagnostic.Location.Span)))
        {
            int last = LineOf(diagnostic.Location.Span.End);
            for (int line = LineOf(diagnostic.Location.Span.Start); line <= last; line++)
            {
                _hasDiagnostic[line] = true;
            }
        }

        for (int i = 0; i < _tree.Declarations.Length; i++)
        {
            int end = i + 1 < _tree.Declarations.Length ? LineOf(_tree.Declarations[i + 1].Span.Start) : Source.LineCount;
            Declaration(_tree.Declarations[i], end);
        }
    }

    private void Declaration(DeclarationSyntax declaration, int end)
    {
        int header = LineOf(declaration.Span.Start);
        bool isBroken = declaration.Kind == DeclarationKind.Unknown || Array.IndexOf(_hasDiagnostic, true, header, end - header) >= 0;
        for (int line = header; line < end; line++)
        {
            _isKept[line] = isBroken;
        }

        _headers[header] = declaration;
        _kinds[header] = _hasDiagnostic[header] ? LineKind.Broken : LineKind.Header;
        if (declaration.Kind == DeclarationKind.Unknown)
        {
            Break(declaration.Tokens, header);
        }

        foreach (ClauseSyntax clause in declaration.Clauses)
        {
            Clause(clause, Level);
        }
    }

    /// <returns>Whether the clause itself is free of errors.</returns>
    private bool Clause(ClauseSyntax clause, int indent)
    {
        int first = LineOf(clause.Span.Start);
        bool isRight = !clause.IsBroken && !HasDiagnostic(clause, first);
        if (isRight)
        {
            Lines(clause, first, indent);
            Forms.Read(clause);
        }
        else
        {
            Break(clause.Tokens, first);
        }

        var rows = new List<int>();
        bool isTable = true;
        foreach (ClauseSyntax sub in clause.SubClauses)
        {
            bool isSubRight = Clause(sub, indent + Level);
            isTable &= isSubRight;
            if (sub.Kind == ClauseKind.Row)
            {
                rows.Add(LineOf(sub.Span.Start));
            }
        }

        if (rows.Count > 0 && isTable)
        {
            Tables.Add(rows);
        }
        else
        {
            // One broken row, and the table is left alone.
            rows.ForEach(row => _kinds[row] = LineKind.Broken);
        }

        return isRight;
    }

    private bool HasDiagnostic(ClauseSyntax clause, int first)
    {
        int last = clause.Tokens.IsEmpty ? first : LineOf(clause.Tokens[clause.Tokens.Length - 1].Span.End);
        return Array.IndexOf(_hasDiagnostic, true, first, last - first + 1) >= 0;
    }

    private void Break(IReadOnlyList<SyntaxToken> tokens, int first)
    {
        int last = tokens.Count == 0 ? first : LineOf(tokens[tokens.Count - 1].Span.End);
        for (int line = first; line <= last; line++)
        {
            _kinds[line] = LineKind.Broken;
        }
    }

    private void Lines(ClauseSyntax clause, int first, int indent)
    {
        Set(first, clause.Kind == ClauseKind.Row ? LineKind.Row : LineKind.Sentence, indent);
        int done = first;
        int current = indent;
        var items = new Stack<int>();
        foreach (SyntaxToken token in clause.Tokens)
        {
            int line = LineOf(token.Span.Start);
            if (token.Kind == SyntaxKind.Prose)
            {
                Prose(token.Span, first, indent);
                return;
            }

            if (token.Kind == SyntaxKind.ItemDash && line > done)
            {
                Sentences(done + 1, line - 1, current + Continuation);
                int column = ColumnOf(line);
                while (items.Count > 0 && items.Peek() >= column)
                {
                    items.Pop();
                }

                items.Push(column);
                current = indent + (Level * items.Count);
                Set(line, LineKind.Sentence, current);
                done = line;
            }

            int end = LineOf(token.Span.End);
            Sentences(done + 1, end, current + Continuation);
            done = Math.Max(done, end);
        }
    }

    /// <summary>Lines on which a sentence goes on; comments and blank lines between them are none.</summary>
    private void Sentences(int first, int last, int indent)
    {
        for (int line = first; line <= last; line++)
        {
            int start = ContentStart(line);
            if (start < Source.LineSpan(line).End && Source.Text[start] != '#')
            {
                Set(line, LineKind.Sentence, indent);
            }
        }
    }

    private void Prose(TextSpan span, int keywordLine, int indent)
    {
        int first = LineOf(span.Start);
        int last = LineOf(span.End);
        int keywordColumn = ColumnOf(keywordLine);
        int margin = int.MaxValue;
        for (int line = first; line <= last; line++)
        {
            int start = ContentStart(line);
            bool isBlank = start == Source.LineSpan(line).End;
            // A line that is not deeper than the keyword is a comment between two lines of prose.
            if (!isBlank && ColumnOf(line) <= keywordColumn)
            {
                continue;
            }

            Set(line, LineKind.Prose, isBlank ? 0 : indent + Level);
            margin = isBlank ? margin : Math.Min(margin, start - Source.LineStart(line));
        }

        for (int line = first; line <= last; line++)
        {
            _proseMargins[line] = margin;
        }
    }

    private void Set(int line, LineKind kind, int indent)
    {
        _kinds[line] = kind;
        _indents[line] = indent;
    }

    private int LineOf(int offset) => Source.GetPosition(offset).Line;

    private int ContentStart(int line) => OutlineReader.ContentStart(Source, line, out _);

    private int ColumnOf(int line)
    {
        OutlineReader.ContentStart(Source, line, out int column);
        return column;
    }
}
