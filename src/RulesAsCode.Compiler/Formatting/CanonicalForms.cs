using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Formatting;

/// <summary>
/// What the form of a sentence changes in it: words that go, words that come, and articles. It is told from the form alone, so that a file
/// is laid out in the same way whether or not the rest of its guide is at hand.
/// </summary>
internal sealed class CanonicalForms
{
    // The built-in types, with the article that each takes.
    private static readonly Dictionary<string, (string Article, string Name)> BuiltInTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text"] = ("", "text"), ["money"] = ("", "money"), ["number"] = ("a", "number"), ["whole number"] = ("a", "whole number"),
        ["percentage"] = ("a", "percentage"), ["date"] = ("a", "date"), ["duration"] = ("a", "duration"), ["EUI-64"] = ("an", "EUI-64"),
    };

    private readonly SourceText _source;
    private readonly HashSet<SyntaxNode> _kept = [];

    public CanonicalForms(SourceText source) => _source = source;

    /// <summary>Starts of tokens that are left out.</summary>
    public HashSet<int> Removed { get; } = [];

    /// <summary>Words that come after the token that ends at an offset.</summary>
    public Dictionary<int, string> After { get; } = [];

    /// <summary>The article before the token that begins at an offset, or nothing, whatever article is written there.</summary>
    public Dictionary<int, string> Articles { get; } = [];

    /// <summary>Another spelling of the token that begins at an offset.</summary>
    public Dictionary<int, string> Spellings { get; } = [];

    /// <summary>Reads the body of a clause that is free of errors.</summary>
    public void Read(ClauseSyntax clause)
    {
        switch (clause.Body)
        {
            case FieldSyntax field:
                Type(field.Type);
                break;
            case YearRangeSyntax:
                // Years are no amounts: 2,024 would not be one.
                foreach (SyntaxToken token in clause.Tokens.Where(token => token.Kind == SyntaxKind.Number))
                {
                    Spellings[token.Span.Start] = _source.ToString(token.Span);
                }

                break;
            case { } body:
                Visit(body);
                break;
            default:
                break;
        }
    }

    private void Type(TypeSyntax type)
    {
        if (type.Kind != TypeSyntaxKind.Named)
        {
            Articles[type.Span.Start] = type.Kind == TypeSyntaxKind.YesNo ? "" : "a";
        }
        else if (type.Name is { } name && BuiltInTypes.TryGetValue(name.Text, out (string Article, string Name) known) && _source.Text[name.Span.Start] != '`')
        {
            Articles[type.Span.Start] = known.Article;
            Spellings[type.Span.Start] = known.Name;
        }
    }

    private void Visit(SyntaxNode node)
    {
        // 'adult and barred is no' would be heard as one thing said of both, so that 'not' stays there.
        if (node is LogicalExpressionSyntax logical)
        {
            for (int i = 1; i < logical.Operands.Length; i++)
            {
                if (logical.Operands[i - 1] is NameExpressionSyntax && logical.Operands[i] is NotExpressionSyntax denial)
                {
                    _kept.Add(denial);
                }
            }
        }

        // 'not barred' is 'barred is no'. At the start of a line it stays: the name might be read as a keyword there.
        if (!_kept.Contains(node) && node is NotExpressionSyntax { Operand: NameExpressionSyntax name } && LineOf(node.Span.Start) is var line && line == LineOf(name.Span.End)
            && !IsBlank(TextSpan.FromBounds(_source.LineStart(line), node.Span.Start)))
        {
            Removed.Add(node.Span.Start);
            After[name.Span.End] = "is no";
        }

        foreach (SyntaxNode child in node.Children)
        {
            Visit(child);
        }
    }

    private int LineOf(int offset) => _source.GetPosition(offset).Line;

    private bool IsBlank(TextSpan span)
    {
        for (int i = span.Start; i < span.End; i++)
        {
            if (!char.IsWhiteSpace(_source.Text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
