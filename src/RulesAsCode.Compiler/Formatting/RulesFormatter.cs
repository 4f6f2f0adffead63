using System.Text;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Formatting;

/// <summary>
/// Lays a rule file out in the one way that the language reference describes ("Layout", "One way to write it"). It knows the form of the
/// file and nothing else: no name is looked up, so that a file gives the same alone and in its folder. Formatting what is formatted
/// changes nothing, and neither changes what the rules mean nor what is reported of them.
/// </summary>
public static class RulesFormatter
{
    /// <summary>The text of a file, laid out.</summary>
    public static string Format(SourceText source, CancellationToken cancellationToken = default) => Format(SyntaxTree.Parse(source, cancellationToken));

    /// <summary>
    /// The text of a parsed file, laid out. A sentence with an error is kept to the character, as is every comment; in a declaration with an
    /// error, lines keep their indentation. A file that cannot be read as an outline (too large, or with lone carriage returns) is kept as a whole,
    /// and so is one whose mistakes would be others in the new layout: a line in the wrong column can be meant in two ways.
    /// </summary>
    public static string Format(SyntaxTree tree)
    {
        bool isUnread = tree.Declarations.IsEmpty && !tree.Diagnostics.IsEmpty;
        if (isUnread || HasLoneCarriageReturn(tree.Source.Text))
        {
            return tree.Source.Text;
        }

        string laidOut = new Layout(tree).Write();
        return tree.Diagnostics.IsEmpty || HasSameMistakes(tree, SyntaxTree.Parse(SourceText.From(tree.Source.Path, laidOut))) ? laidOut
            : tree.Source.Text.EndsWith("\n", StringComparison.Ordinal) ? tree.Source.Text
            : tree.Source.Text + "\n";
    }

    private static bool HasSameMistakes(SyntaxTree before, SyntaxTree after) =>
        before.Diagnostics.Select(diagnostic => diagnostic.Code).SequenceEqual(after.Diagnostics.Select(diagnostic => diagnostic.Code))
        && Broken(before).SequenceEqual(Broken(after));

    private static IEnumerable<int> Broken(SyntaxTree tree) =>
        tree.Declarations.Select(declaration => declaration.Clauses.Sum(BrokenIn));

    private static int BrokenIn(ClauseSyntax clause) => (clause.IsBroken ? 1 : 0) + clause.SubClauses.Sum(BrokenIn);

    private static bool HasLoneCarriageReturn(string text)
    {
        for (int at = text.IndexOf('\r'); at >= 0; at = text.IndexOf('\r', at + 1))
        {
            if (at + 1 == text.Length || text[at + 1] != '\n')
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Layout
    {
        private const char ByteOrderMark = '\uFEFF';

        private readonly SyntaxTree _tree;
        private readonly LinePlan _plan;
        private readonly SentenceWriter _writer;
        private readonly string[] _rows;

        // For each line the next one that is neither blank nor a comment.
        private readonly int[] _nextLine;
        private readonly StringBuilder _text;

        // The outline above the current line: where each line began in the file, and where it begins now.
        private readonly Stack<(int Column, int Indent)> _open = new();

        public Layout(SyntaxTree tree)
        {
            _tree = tree;
            _plan = LinePlan.Create(tree);
            _writer = new SentenceWriter(tree, _plan.Forms);
            _rows = new string[Source.LineCount];
            _nextLine = new int[Source.LineCount];
            for (int line = Source.LineCount - 1, next = Source.LineCount; line >= 0; line--)
            {
                _nextLine[line] = next;
                next = _plan.KindOf(line) == LineKind.Trivia ? next : line;
            }

            _text = new StringBuilder(Source.Length + (Source.Length / 8));
        }

        private SourceText Source => _tree.Source;

        public string Write()
        {
            _plan.Tables.ForEach(Table);
            int blanks = 0;
            int lead = LeadOf(0);
            DeclarationSyntax? above = null;
            bool afterHeader = false;
            for (int line = 0; line < Source.LineCount; line++)
            {
                string text = TextOf(line);
                if (text.Length == 0 && _plan.KindOf(line) is not (LineKind.Prose or LineKind.Broken))
                {
                    blanks++;
                    continue;
                }

                // A comment right above a declaration belongs to it.
                if (line == lead)
                {
                    int header = HeaderFrom(line);
                    DeclarationSyntax next = _plan.HeaderOf(header)!;
                    blanks = above is null ? Math.Min(blanks, 1) : AreOneBlock(above, next) ? Math.Min(blanks, 1) : 1;
                    above = next;
                    lead = LeadOf(header + 1);
                }
                else if (_plan.KindOf(line) != LineKind.Prose && !_plan.IsKept(line))
                {
                    blanks = afterHeader && text[0] == ' ' ? 0 : Math.Min(blanks, 1);
                }

                _text.Append('\n', _text.Length == 0 ? 0 : blanks).Append(text).Append('\n');
                blanks = 0;
                afterHeader = _plan.KindOf(line) == LineKind.Header;
            }

            return Source.Length > 0 && Source.Text[0] == ByteOrderMark ? ByteOrderMark + _text.ToString() : _text.ToString();
        }

        /// <summary>Small declarations of one kind may stand together, as the terms of a glossary do; the writer's choice is kept.</summary>
        private static bool AreOneBlock(DeclarationSyntax above, DeclarationSyntax next) =>
            above.Kind == next.Kind && next.Kind is DeclarationKind.Term or DeclarationKind.Parameter or DeclarationKind.Format or DeclarationKind.Disclaimer
                or DeclarationKind.Timeline or DeclarationKind.Change or DeclarationKind.Contact or DeclarationKind.Reading;

        /// <summary>The first line of the next declaration, the comments that stand right above it included; -1 where there is none.</summary>
        private int LeadOf(int from)
        {
            int lead = -1;
            for (int line = from; line < Source.LineCount; line++)
            {
                if (_plan.HeaderOf(line) is not null)
                {
                    return lead < 0 ? line : lead;
                }

                bool isComment = _plan.KindOf(line) == LineKind.Trivia && IsComment(line) && OriginalColumn(line) == 0;
                lead = !isComment ? -1 : lead < 0 ? line : lead;
            }

            return -1;
        }

        private int HeaderFrom(int line)
        {
            while (_plan.HeaderOf(line) is null)
            {
                line++;
            }

            return line;
        }

        private string TextOf(int line)
        {
            TextSpan span = Source.LineSpan(line);
            int start = OutlineReader.ContentStart(Source, line, out int column);
            LineKind kind = _plan.KindOf(line);
            if (start == span.End)
            {
                return kind == LineKind.Broken ? Kept(line) : "";
            }

            switch (kind)
            {
                case LineKind.Trivia when IsComment(line):
                    return _plan.IsKept(line) ? Kept(line) : new string(' ', CommentIndent(line, column)) + Source.ToString(TextSpan.FromBounds(start, span.End)).TrimEnd();
                case LineKind.Trivia or LineKind.Broken:
                    Open(column, column);
                    return Kept(line);
                case LineKind.Prose:
                    return _plan.IsKept(line) ? Kept(line) : new string(' ', _plan.IndentOf(line)) + Source.ToString(TextSpan.FromBounds(span.Start + _plan.ProseMarginOf(line), span.End)).TrimEnd();
                default:
                    (string sentence, string comment) = kind == LineKind.Row ? Row(line) : _writer.Write(TextSpan.FromBounds(start, span.End));
                    string text = comment.Length == 0 ? sentence : sentence + "  " + comment;
                    if (_plan.IsKept(line))
                    {
                        Open(column, column);
                        return Source.ToString(TextSpan.FromBounds(FirstOf(span), start)) + text;
                    }

                    Open(column, _plan.IndentOf(line));
                    return new string(' ', _plan.IndentOf(line)) + text;
            }
        }

        private string Kept(int line)
        {
            TextSpan span = Source.LineSpan(line);
            return Source.ToString(TextSpan.FromBounds(FirstOf(span), span.End));
        }

        // A byte-order mark is no character of the first line.
        private int FirstOf(TextSpan span) => span.Start == 0 && span.Length > 0 && Source.Text[0] == ByteOrderMark ? 1 : span.Start;

        private void Open(int column, int indent)
        {
            while (_open.Count > 0 && (_open.Peek().Column >= column || _open.Peek().Indent >= indent))
            {
                _open.Pop();
            }

            _open.Push((column, indent));
        }

        /// <summary>A comment stands with the line below it where it did; else with the line above that it stood with.</summary>
        private int CommentIndent(int line, int column)
        {
            int next = _nextLine[line];
            if (next < Source.LineCount && _plan.KindOf(next) != LineKind.Prose && OriginalColumn(next) == column)
            {
                return _plan.IsKept(next) ? column : _plan.IndentOf(next);
            }

            foreach ((int above, int indent) in _open)
            {
                if (above == column)
                {
                    return indent;
                }

                if (above < column)
                {
                    return indent + 2;
                }
            }

            return 0;
        }

        private bool IsComment(int line)
        {
            int start = OutlineReader.ContentStart(Source, line, out _);
            return start < Source.LineSpan(line).End && Source.Text[start] == '#';
        }

        private int OriginalColumn(int line)
        {
            OutlineReader.ContentStart(Source, line, out int column);
            return column;
        }

        private void Table(List<int> lines)
        {
            string[] rows = CasesTable.Align([.. lines.Select(line => Cells(line))]);
            for (int i = 0; i < rows.Length; i++)
            {
                _rows[lines[i]] = rows[i];
            }
        }

        private string[] Cells(int line)
        {
            TextSpan span = Source.LineSpan(line);
            var cells = new List<string>();
            int open = -1;
            for (int index = _writer.TokenAt(span.Start); index < _tree.Tokens.Length && _tree.Tokens[index].Span.Start < span.End; index++)
            {
                SyntaxToken token = _tree.Tokens[index];
                if (token.Kind != SyntaxKind.Bar)
                {
                    continue;
                }

                if (open >= 0)
                {
                    cells.Add(_writer.Write(TextSpan.FromBounds(open, token.Span.Start)).Sentence);
                }

                open = token.Span.End;
            }

            return [.. cells];
        }

        private (string Sentence, string Comment) Row(int line)
        {
            TextSpan span = Source.LineSpan(line);
            int last = span.Start;
            for (int index = _writer.TokenAt(span.Start); index < _tree.Tokens.Length && _tree.Tokens[index].Span.Start < span.End; index++)
            {
                last = Math.Max(last, _tree.Tokens[index].Span.End);
            }

            string rest = Source.ToString(TextSpan.FromBounds(Math.Min(last, span.End), span.End)).Trim();
            return (_rows[line], rest);
        }
    }
}
