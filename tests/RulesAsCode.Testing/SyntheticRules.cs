using System.Globalization;
using System.Text;

namespace RulesAsCode.Testing;

/// <summary>A guide of any size, for measuring and for limits: facts and requirements of the usual kinds, the same text for the same size.</summary>
public static class SyntheticRules
{
    /// <summary>Facts of each kind that the requirements ask about.</summary>
    private const int FactsOfAKind = 20;

    /// <summary>The rule files of a guide <c>Synthetic</c>, by path.</summary>
    /// <param name="requirements">How many requirements, from 1.</param>
    /// <param name="files">How many files they stand in, beside <c>main.rules</c>; 0: all in <c>main.rules</c>.</param>
    public static IReadOnlyList<(string Path, string Text)> Write(int requirements, int files = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(requirements, 1);
        var result = new List<(string, string)>();
        StringBuilder main = Head();
        if (files == 0)
        {
            Append(main, 0, requirements);
        }

        result.Add(("main.rules", main.ToString()));
        for (int file = 0; file < files; file++)
        {
            var part = new StringBuilder("part of Synthetic\n");
            Append(part, requirements * file / files, requirements * (file + 1) / files);
            result.Add((string.Create(CultureInfo.InvariantCulture, $"part-{file:000}.rules"), part.ToString()));
        }

        return result;
    }

    private static StringBuilder Head()
    {
        var text = new StringBuilder("""
            guide Synthetic "A guide of any size"
              see ACT

            source ACT "The Act"
              section 1 "What there is"

            choice Status
              Open
              Approved
              Refused

            disclaimer Advice
              shown on every page
              text "This is not legal advice."

            facts Applicant

            """);
        for (int i = 0; i < FactsOfAKind; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  ready {i} is yes/no\n    ask \"Is part {i} ready?\"\n");
            text.Append(CultureInfo.InvariantCulture, $"  size {i} is a whole number\n    ask \"How large is part {i}?\"\n");
            text.Append(CultureInfo.InvariantCulture, $"  day {i} is a date or none\n    ask \"When was part {i} finished?\"\n");
            text.Append(CultureInfo.InvariantCulture, $"  status {i} is a Status\n    ask \"What is the status of part {i}?\"\n");
        }

        return text;
    }

    private static void Append(StringBuilder text, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            int fact = i % FactsOfAKind;
            text.Append(CultureInfo.InvariantCulture, $"\nrequirement Number {i} \"Requirement number {i} of this guide\"\n  see ACT 1\n    quote \"number {i}\"\n");
            text.Append(i % 4 == 0 ? "  applies always\n" : string.Create(CultureInfo.InvariantCulture, $"  applies when status {fact} is one of Open or Approved\n"));
            text.Append(CultureInfo.InvariantCulture, $"  requires that {Criterion(i, fact)}\n    otherwise \"See to part {fact} as number {i} says.\"\n");
        }
    }

    private static string Criterion(int i, int fact) => (i % 5) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"size {fact} is at least {i % 50}"),
        1 => string.Create(CultureInfo.InvariantCulture, $"day {fact} is on or before today"),
        2 => string.Create(CultureInfo.InvariantCulture, $"any of\n    - ready {fact}\n    - size {(fact + 1) % FactsOfAKind} is more than {i % 30}"),
        3 => string.Create(CultureInfo.InvariantCulture, $"status {fact} is not Refused"),
        _ => string.Create(CultureInfo.InvariantCulture, $"ready {fact}"),
    };
}
