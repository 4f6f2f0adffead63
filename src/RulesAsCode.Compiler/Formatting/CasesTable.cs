using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Formatting;

/// <summary>The rows of <c>cases</c>, their bars under one another.</summary>
internal static class CasesTable
{
    /// <summary>A cell of more columns than this stands out: it does not make the others as wide.</summary>
    public const int WidestCell = 60;

    /// <summary>One line a row.</summary>
    /// <param name="rows">The cells of each row; the rows may have different numbers of them.</param>
    public static string[] Align(IReadOnlyList<string[]> rows)
    {
        var widths = new List<int>();
        foreach (string[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                if (i == widths.Count)
                {
                    widths.Add(0);
                }

                int width = DisplayWidth.Of(row[i]);
                widths[i] = width <= WidestCell ? Math.Max(widths[i], width) : widths[i];
            }
        }

        return [.. rows.Select(row => "|" + string.Concat(row.Select((cell, i) => " " + cell + new string(' ', Math.Max(0, widths[i] - DisplayWidth.Of(cell))) + " |")))];
    }
}
