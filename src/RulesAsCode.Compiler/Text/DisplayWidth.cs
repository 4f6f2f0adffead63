using System.Globalization;

namespace RulesAsCode.Compiler.Text;

/// <summary>How many columns a text takes in a font of fixed width.</summary>
public static class DisplayWidth
{
    // Blocks of characters that take two columns (Unicode Standard Annex 11, Wide and Fullwidth), as far as whole blocks do.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xA960, 0xA97F),
        (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The columns of a text on one line: none for a mark that is set on the character before it, two for a wide character, else one.</summary>
    public static int Of(string text)
    {
        int width = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and <= '~')
            {
                width++;
                continue;
            }

            bool isPair = char.IsSurrogatePair(text, i);
            width += CharUnicodeInfo.GetUnicodeCategory(text, i) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
                _ => IsWide(isPair ? char.ConvertToUtf32(text, i) : text[i]) ? 2 : 1,
            };
            i += isPair ? 1 : 0;
        }

        return width;
    }

    private static bool IsWide(int codePoint) => codePoint >= Wide[0].First && Array.Exists(Wide, block => codePoint >= block.First && codePoint <= block.Last);
}
