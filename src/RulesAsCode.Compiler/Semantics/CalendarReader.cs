using System.Globalization;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>Reads a table of holidays: a first line <c>date,name,note</c>, then one holiday a line, its date as <c>2024-12-25</c>.</summary>
internal static class CalendarReader
{
    private const int MostProblems = 5;
    private static readonly string[] DaysOfWeek = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];

    /// <summary>0 for Sunday to 6 for Saturday, or -1.</summary>
    internal static int DayOfWeek(string name) => Array.IndexOf(DaysOfWeek, Names.Key(name));

    /// <summary>The holidays; null, with a diagnostic, when the table is not there or a line of it cannot be read.</summary>
    internal static IReadOnlyList<Holiday>? Read(DeclarationContext context, TextLiteralSyntax file, Func<string, string?> readTable)
    {
        string? path = Combine(context.Source.Path, file.Value);
        string? text = path is null ? null : readTable(path);
        if (text is null)
        {
            context.Report(DiagnosticCatalogue.TableNotFound(context.At(file), file.Value));
            return null;
        }

        var holidays = new List<Holiday>();
        var days = new Dictionary<int, int>();
        int problems = 0;
        int number = 0;
        foreach (string rawLine in text.Split('\n'))
        {
            number++;
            string line = rawLine.TrimEnd('\r');
            if (number == 1)
            {
                line = line.TrimStart('\uFEFF');
            }

            string? problem = null;
            if (number == 1)
            {
                problem = line.Trim() == "date,name,note" ? null : "The first line must be 'date,name,note'.";
            }
            else if (line.Trim().Length > 0)
            {
                problem = ReadLine(line, number, holidays, days);
            }

            if (problem is not null && problems++ < MostProblems)
            {
                context.Report(DiagnosticCatalogue.InvalidTableLine(context.At(file), file.Value, number, problem));
            }
        }

        return problems == 0 ? holidays : null;
    }

    /// <summary>A path beside the rule file, with <c>.</c> and <c>..</c> worked out; null when it leads above the first folder.</summary>
    internal static string? Combine(string ruleFile, string path)
    {
        int folder = ruleFile.LastIndexOf('/');
        path = path.Replace('\\', '/');
        string whole = folder < 0 || path.StartsWith("/", StringComparison.Ordinal) ? path : ruleFile.Substring(0, folder + 1) + path;
        bool fromRoot = whole.StartsWith("/", StringComparison.Ordinal);
        var parts = new List<string>();
        foreach (string part in whole.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part == ".." && fromRoot)
            {
                return null;
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return (fromRoot ? "/" : "") + string.Join("/", parts);
    }

    private static string? ReadLine(string line, int number, List<Holiday> holidays, Dictionary<int, int> days)
    {
        if (Split(line) is not { } cells)
        {
            return "A quotation mark is not closed.";
        }

        if (cells.Count != 3)
        {
            return $"It has {cells.Count.ToString(CultureInfo.InvariantCulture)} cells instead of three: date, name, note.";
        }

        if (!CalendarDay.TryParseIso(cells[0].Trim(), out int day))
        {
            return $"'{cells[0].Trim()}' is no date from 1900 to 2199 of the form 2024-12-25.";
        }

        string name = cells[1].Trim();
        if (name.Length == 0)
        {
            return "The holiday has no name.";
        }

        if (days.TryGetValue(day, out int earlier))
        {
            return $"{CalendarDay.ToWords(day)} stands on line {earlier.ToString(CultureInfo.InvariantCulture)} already.";
        }

        days.Add(day, number);
        string note = cells[2].Trim();
        holidays.Add(new Holiday(day, name, note.Length == 0 ? null : note));
        return null;
    }

    // Cells between commas; one in quotation marks may hold commas, and a quotation mark twice.
    private static List<string>? Split(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < line.Length && line[i + 1] == '"')
                {
                    cell.Append(c);
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == ',')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return quoted ? null : cells;
    }
}
