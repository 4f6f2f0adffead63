using System.Text;

namespace RulesAsCode;

/// <summary>Prints explanations, for every engine alike.</summary>
public static class ExplanationText
{
    private const int Indentation = 2;

    /// <summary>The step and all below it, a line each, indented by two spaces a level, each line ended by <c>\n</c>.</summary>
    public static string Render(ExplanationStep explanation)
    {
        var result = new StringBuilder();
        Render(explanation, 0, result);
        return result.ToString();
    }

    /// <summary>The line of one step, without indentation and without what is below it.</summary>
    public static string Line(ExplanationStep step)
    {
        var line = new StringBuilder();
        if (step.Label is not null)
        {
            line.Append(step.Label).Append(' ');
        }

        // Whether a condition holds goes before its sentence; a value goes after its name.
        if (step is { Kind: ExplanationKind.Condition, Value: not null })
        {
            line.Append(step.Value).Append(": ");
        }

        line.Append(step.Text);
        if (step.Kind != ExplanationKind.Condition && step.Value is not null)
        {
            line.Append(": ").Append(step.Value);
        }

        string basis = Basis(step);
        if (basis.Length > 0)
        {
            line.Append(" — ").Append(basis);
            if (step.Kind == ExplanationKind.Condition)
            {
                line.Append('.');
            }
        }

        return line.ToString();
    }

    /// <summary>What the step rests on: references, then calendars, then readings.</summary>
    private static string Basis(ExplanationStep step)
    {
        var parts = new List<string>();
        if (!step.References.IsEmpty)
        {
            parts.Add(string.Join(", ", step.References.Select(reference =>
                reference.Quote is null ? reference.Display : $"{reference.Display} (\"{reference.Quote}\")")));
        }

        parts.AddRange(step.Basis);
        if (!step.Readings.IsEmpty)
        {
            parts.Add((step.Readings.Length == 1 ? "reading " : "readings ") + string.Join(", ", step.Readings));
        }

        return string.Join("; ", parts);
    }

    private static void Render(ExplanationStep step, int depth, StringBuilder result)
    {
        result.Append(' ', depth * Indentation).Append(Line(step)).Append('\n');
        foreach (ExplanationStep child in step.Children)
        {
            Render(child, depth + 1, result);
        }
    }
}
