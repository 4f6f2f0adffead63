using RulesAsCode.Compiler.Diagnostics;

namespace RulesAsCode.Tool.Output;

/// <summary>The page of a diagnostic for a person at a terminal.</summary>
internal static class PageText
{
    private const int Width = 80;

    internal static void Write(TextWriter output, DiagnosticPage page, Palette palette)
    {
        output.WriteLine($"{palette.Strong(page.Descriptor.Code)}: {palette.Strong(page.Descriptor.Title)}");
        output.WriteLine();
        Prose(output, page.Why);
        output.WriteLine();
        Prose(output, DiagnosticPage.Meaning(page.Descriptor.Severity));
        Example(output, "Wrong", page.Wrong, palette.Red);
        if (page.Message is { } message)
        {
            output.WriteLine();
            Prose(output, "It says: " + message);
        }

        Example(output, "Right", page.Right, palette.Green);
        if (page.Suppress is { } suppress)
        {
            output.WriteLine();
            output.WriteLine(palette.Strong("When to suppress"));
            output.WriteLine();
            Prose(output, suppress);
        }

        if (page.Wrong.Files.Any(file => file.Name is null))
        {
            output.WriteLine();
            output.WriteLine(palette.Faint("The examples continue a small guide that 'rules explain-code --guide' prints."));
        }
    }

    private static void Example(TextWriter output, string title, PageExample example, Func<string, string> tone)
    {
        foreach (PageFile file in example.Files)
        {
            output.WriteLine();
            output.WriteLine(tone(title + (file.Name is null ? "" : $", in {file.Name}")));
            output.WriteLine();
            foreach (string line in file.Text.TrimEnd('\n').Split('\n'))
            {
                output.WriteLine(("    " + line).TrimEnd());
            }
        }
    }

    /// <summary>Words, broken into lines that fit a narrow terminal.</summary>
    private static void Prose(TextWriter output, string text)
    {
        int column = 0;
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                output.WriteLine();
                column = 0;
            }

            output.Write(column > 0 ? " " + word : word);
            column += word.Length + (column > 0 ? 1 : 0);
        }

        output.WriteLine();
    }
}
