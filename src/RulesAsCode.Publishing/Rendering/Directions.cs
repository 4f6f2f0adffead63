namespace RulesAsCode.Publishing.Rendering;

/// <summary>Marks of Unicode that turn the direction of writing. They stand as they are written, and reach no further than the text that has them.</summary>
internal static class Directions
{
    private const char EndOfIsolate = '\u2069';
    private const char EndOfEmbedding = '\u202C';

    public static bool IsMark(char c) => c is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>The marks that close what a text leaves open; empty for nearly every text.</summary>
    public static string Closing(string text)
    {
        int open = 0;
        int isolated = 0;
        foreach (char c in text)
        {
            switch (c)
            {
                case '\u202A' or '\u202B' or '\u202D' or '\u202E':
                    open++;
                    break;
                case EndOfEmbedding when open > 0:
                    open--;
                    break;
                case '\u2066' or '\u2067' or '\u2068':
                    isolated++;
                    break;
                case EndOfIsolate when isolated > 0:
                    isolated--;
                    break;
            }
        }

        return new string(EndOfIsolate, isolated) + new string(EndOfEmbedding, open);
    }
}
