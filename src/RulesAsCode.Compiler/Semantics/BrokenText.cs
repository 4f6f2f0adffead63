using System.Text;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>
/// The words of all that could not be read. A name that is missing and stands there was probably meant to be declared there, and one
/// diagnostic has been given already.
/// </summary>
internal sealed class BrokenText
{
    // Every missing name is looked for in it, so that its length has a bound.
    private const int LongestText = 32 * 1024;

    private readonly StringBuilder _words = new();
    private readonly List<SyntaxTree> _files = [];
    private string? _key;

    internal int TimesAsked { get; private set; }

    internal void Add(SyntaxTree file) => _files.Add(file);

    /// <summary>Lets the files go, once everything is bound and nobody asks any more.</summary>
    internal void Forget() => _files.Clear();

    /// <summary>Whether a name stands in what could not be read.</summary>
    internal bool Contains(string name)
    {
        TimesAsked++;
        _key ??= Read();
        return _key.IndexOf(" " + Names.Key(name) + " ", StringComparison.Ordinal) >= 0;
    }

    // Where nothing is wrong, nobody asks.
    private string Read()
    {
        foreach (SyntaxTree file in _files)
        {
            foreach (DeclarationSyntax declaration in file.Declarations.Where(declaration => declaration.HasErrors || declaration.Kind == DeclarationKind.Unknown))
            {
                if (declaration.Kind == DeclarationKind.Unknown || declaration.Name is null)
                {
                    Add(file.Source, declaration.Tokens);
                }

                Add(file.Source, declaration.Clauses);
            }
        }

        return Names.Key(_words.ToString());
    }

    private void Add(SourceText source, IEnumerable<ClauseSyntax> clauses)
    {
        foreach (ClauseSyntax clause in clauses)
        {
            if (clause.IsBroken)
            {
                Add(source, clause.Tokens);
            }

            Add(source, clause.SubClauses);
        }
    }

    private void Add(SourceText source, IReadOnlyList<SyntaxToken> tokens)
    {
        if (tokens.Count == 0 || _words.Length > LongestText)
        {
            return;
        }

        var span = TextSpan.FromBounds(tokens[0].Span.Start, tokens[tokens.Count - 1].Span.End);
        bool blank = false;
        _words.Append(' ');
        foreach (char c in source.ToString(span).Substring(0, Math.Min(span.Length, LongestText)))
        {
            bool isOfWord = char.IsLetterOrDigit(c) || c is '-' or '&' or '.' or '(' or ')';
            if (isOfWord)
            {
                _words.Append(c);
            }
            else if (!blank)
            {
                _words.Append(' ');
            }

            blank = !isOfWord;
        }

        _words.Append(' ');
    }
}
