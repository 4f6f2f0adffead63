using System.Collections.Immutable;
using System.Text;

namespace RulesAsCode.Compiler.Text;

/// <summary>A stretch of a text and what stands there instead; an empty stretch inserts, an empty text removes.</summary>
/// <param name="Span">The stretch, in the text before any edit.</param>
/// <param name="NewText">What replaces it.</param>
public readonly record struct TextEdit(TextSpan Span, string NewText)
{
    public static TextEdit Insert(int offset, string text) => new(new TextSpan(offset, 0), text);

    public static TextEdit Remove(TextSpan span) => new(span, "");
}

/// <summary>Edits of one text, applied together: none touches what another changes.</summary>
public sealed class TextEdits
{
    private TextEdits(ImmutableArray<TextEdit> inOrder) => InOrder = inOrder;

    /// <summary>The edits in order of place.</summary>
    public ImmutableArray<TextEdit> InOrder { get; }

    /// <summary>The edits as one set, each said once; null where two of them touch the same characters or insert at one place.</summary>
    public static TextEdits? Join(IEnumerable<TextEdit> edits)
    {
        ImmutableArray<TextEdit> sorted = [.. edits.Distinct().OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End)];
        for (int i = 1; i < sorted.Length; i++)
        {
            bool bothInsert = sorted[i].Span.Start == sorted[i - 1].Span.Start;
            if (bothInsert || sorted[i].Span.Start < sorted[i - 1].Span.End)
            {
                return null;
            }
        }

        return new TextEdits(sorted);
    }

    /// <summary>The text with every edit made.</summary>
    public string ApplyTo(string text)
    {
        var result = new StringBuilder(text.Length);
        int at = 0;
        foreach (TextEdit edit in InOrder)
        {
            result.Append(text, at, edit.Span.Start - at).Append(edit.NewText);
            at = edit.Span.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Where an offset of the text before stands in the text after; inside a stretch that was replaced, at its beginning.</summary>
    public int Map(int offset)
    {
        int moved = 0;
        foreach (TextEdit edit in InOrder)
        {
            if (edit.Span.Start >= offset)
            {
                break;
            }

            if (offset < edit.Span.End)
            {
                return edit.Span.Start + moved;
            }

            moved += edit.NewText.Length - edit.Span.Length;
        }

        return offset + moved;
    }
}
