using System.Text;

namespace RulesAsCode.Publishing.Markdown;

/// <summary>
/// Changes to a text by place. What is inserted at a place stands before what is replaced from there; insertions at one place stand in the order in
/// which they were added. A change inside a stretch that another replaces is dropped.
/// </summary>
internal sealed class EditList(string text)
{
    private readonly List<(int Start, int End, string Text)> _edits = [];

    public bool IsEmpty => _edits.Count == 0;

    public void Insert(int place, string inserted) => Replace(place, place, inserted);

    /// <summary>Replaces the stretch from <paramref name="start"/> to just before <paramref name="end"/>.</summary>
    public void Replace(int start, int end, string replacement) => _edits.Add((start, end, replacement));

    public string Apply()
    {
        var result = new StringBuilder(text.Length + (_edits.Count * 8));
        int done = 0;
        foreach ((int start, int end, string replacement) in _edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End))
        {
            if (start < done)
            {
                continue;
            }

            result.Append(text, done, start - done).Append(replacement);
            done = end;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }
}
