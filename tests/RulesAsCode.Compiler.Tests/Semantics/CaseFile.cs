using RulesAsCode.Compiler.Diagnostics;

namespace RulesAsCode.Compiler.Tests.Semantics;

/// <summary>
/// Files of cases: <c>=== NAME</c>, a rule text, then a line <c>! CODE LINE:COLUMN [what is underlined] MESSAGE</c> for each diagnostic. A name
/// that begins with <c>bare:</c> has the header of <see cref="RulesText"/> only, one with <c>raw:</c> nothing before it, any other has its facts too.
/// </summary>
internal sealed record CaseFile(string Name, string Text, string Expected)
{
    internal static IEnumerable<CaseFile> Read(string text)
    {
        foreach (string part in ("\n" + text.Replace("\r\n", "\n")).Split("\n=== ").Skip(1))
        {
            string[] lines = part.Split('\n');
            yield return new CaseFile(
                lines[0].Trim(),
                string.Join("\n", lines.Skip(1).Where(line => !line.StartsWith("! ", StringComparison.Ordinal))).TrimEnd() + "\n",
                string.Join("\n", lines.Where(line => line.StartsWith("! ", StringComparison.Ordinal)).Select(line => line.Substring(2))));
        }
    }

    internal static IEnumerable<string> Diagnostics(string name, string text)
    {
        int headerLines = name.StartsWith("raw:", StringComparison.Ordinal) ? 0
            : name.StartsWith("bare:", StringComparison.Ordinal) ? RulesText.HeaderLines
            : RulesText.HeaderLines + RulesText.FactsLines;
        return Compile(name, text).Diagnostics.Select(diagnostic => RulesText.Brief(diagnostic, headerLines) + " " + Underlined(diagnostic) + " " + diagnostic.Message);
    }

    internal static Compilation Compile(string name, string text) =>
        name.StartsWith("raw:", StringComparison.Ordinal) ? RulesText.Compile(("main.rules", text))
        : name.StartsWith("bare:", StringComparison.Ordinal) ? RulesText.Compile(text)
        : RulesText.CompileWithFacts(text);

    private static string Underlined(Diagnostic diagnostic) =>
        "[" + string.Join(" ", diagnostic.Location.Source.ToString(diagnostic.Location.Span).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)) + "]";
}
