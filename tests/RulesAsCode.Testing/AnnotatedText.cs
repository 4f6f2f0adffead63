using System.Collections.Immutable;
using System.Text;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Testing;

/// <summary>
/// A text whose interesting stretches stand between <c>[|</c> and <c>|]</c>, so that a test shows its spans where they are:
/// <c>requires that [|notice|] is given</c>.
/// </summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Spans">The marked stretches in the order in which they begin, in UTF-16 units of <paramref name="Text"/>.</param>
public sealed record AnnotatedText(string Text, ImmutableArray<TextSpan> Spans)
{
    private const string Open = "[|";
    private const string Close = "|]";

    /// <exception cref="FormatException">A mark has no partner.</exception>
    public static AnnotatedText Parse(string annotated)
    {
        var text = new StringBuilder(annotated.Length);
        var spans = new List<TextSpan>();
        var open = new Stack<int>();
        for (int i = 0; i < annotated.Length; i++)
        {
            if (string.CompareOrdinal(annotated, i, Open, 0, Open.Length) == 0)
            {
                open.Push(text.Length);
                i += Open.Length - 1;
            }
            else if (string.CompareOrdinal(annotated, i, Close, 0, Close.Length) == 0)
            {
                if (open.Count == 0)
                {
                    throw new FormatException($"The '{Close}' at offset {i} closes nothing.");
                }

                spans.Add(TextSpan.FromBounds(open.Pop(), text.Length));
                i += Close.Length - 1;
            }
            else
            {
                text.Append(annotated[i]);
            }
        }

        return open.Count == 0
            ? new AnnotatedText(text.ToString(), [.. spans.OrderBy(span => span.Start).ThenByDescending(span => span.Length)])
            : throw new FormatException($"A '{Open}' is not closed.");
    }
}
