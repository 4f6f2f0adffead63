using System.Text;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>Writes lines of C#, indented by the block they stand in.</summary>
internal sealed class CodeWriter
{
    private const int Indentation = 4;

    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isAtStartOfBlock = true;

    /// <summary>One line or, where the text has line breaks, several; an empty line stays empty.</summary>
    public void Line(string text = "")
    {
        CSharpText.AppendIndented(_text, text, _depth * Indentation);
        _text.Append('\n');
        _isAtStartOfBlock = false;
    }

    /// <summary>An empty line, unless a block has just begun.</summary>
    public void Gap()
    {
        if (!_isAtStartOfBlock)
        {
            Line();
        }
    }

    public void Open(string head)
    {
        Line(head);
        Line("{");
        _depth++;
        _isAtStartOfBlock = true;
    }

    public void Close(string end = "}")
    {
        _depth--;
        Line(end);
    }

    /// <summary>The text of an XML documentation element.</summary>
    public void Doc(string element, string text) => Line("/// <" + element + ">" + CSharpText.Xml(text) + "</" + element + ">");

    public override string ToString() => _text.ToString();
}
