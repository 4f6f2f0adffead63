using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Testing;
using Xunit;

namespace RulesAsCode.Compiler.Tests.Syntax;

/// <summary>The grammar that the reference prints is that of the combinators: each carries its line, and the clauses come from the table.</summary>
public sealed partial class GrammarPageTests
{
    /// <summary>What the lexer reads, and what is told in words.</summary>
    private static readonly Dictionary<string, string> Terminals = new(StringComparer.Ordinal)
    {
        ["NAME"] = "one word or more that hold no word of the language, or anything in backticks",
        ["TEXT"] = "words in double quotation marks, on one line",
        ["PROSE"] = "deeper lines of Markdown",
        ["NUMBER"] = "1,250 or 0.5",
        ["PERCENT"] = "20%",
        ["MONEY"] = "£1,250.00",
        ["DATE"] = "1 March 2024 or 2024-03-01",
        ["QUANTITY"] = "a number, perhaps the word clear, and a unit: 60 working days",
        ["CODE"] = "letters, digits, points and brackets without a blank: GBP, 1.0.0, H1.10(a)",
        ["KIND"] = string.Join(", ", Vocabulary.DivisionKinds),
        ["OUTCOME"] = "satisfied, not satisfied, not applicable, undecided",
    };

    // A keyword that is part of a line is not known by the delegate that reads the rest of it.
    private static readonly Dictionary<ClauseKind, string> Made = new()
    {
        [ClauseKind.Division] = "division", [ClauseKind.Rounded] = "rounding",
    };

    private static readonly List<(string Member, string Name, string Form)> Lines = ReadLines();

    [Fact]
    public void Every_name_of_the_grammar_is_defined_once_and_used()
    {
        string[] defined = [.. Lines.Select(line => line.Name)];
        Assert.Equal(defined.Length, defined.Distinct(StringComparer.Ordinal).Count());

        string[] used = [.. Lines.Select(line => line.Form).Append(Page()).SelectMany(form => Word().Matches(Quoted().Replace(form, "")).Select(match => match.Value)).Distinct(StringComparer.Ordinal)];
        Assert.Empty(Lines.SelectMany(line => Word().Matches(Quoted().Replace(line.Form, "")).Select(match => match.Value)).Distinct().Except(defined).Except(Terminals.Keys));
        Assert.Empty(defined.Except(used));
    }

    /// <summary>Run with UPDATE_SNAPSHOTS=1 to accept what the grammar says.</summary>
    [Fact]
    public void The_page_of_the_grammar_agrees_with_it() => Snapshot.MatchFile(Page(), RepositoryRoot.PathTo("src/RulesAsCode.Compiler/Reference/Grammar.md"));

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append("# The grammar\n\nIn EBNF. `NL` ends a line, `> ( … )*` is what may stand under it, in any order. What is written as it is\nstands in quotation marks. Words in capitals are:\n\n");
        page.Append("| | |\n|---|---|\n").AppendJoin("", Terminals.Select(terminal => $"| `{terminal.Key}` | {terminal.Value} |\n"));
        page.Append("\nThe grammar is what is read. What is refused although it can be read, because English has two readings of it, is told in\n[the whole language](language.md), and so are the types.\n\n## Declarations\n\nIn column 1. The first of a file is `guide`, `library` or `part of`.\n\n```ebnf\n");
        foreach (DeclarationRule rule in ClauseTable.Declarations.OrderBy(rule => rule.Kind))
        {
            page.Append($"{rule.Keyword.Replace(' ', '-')} = \"{rule.Keyword}\" {NameOf(rule.Header)} NL{Under(rule.Clauses, "  ", [])} ;\n");
        }

        page.Append("```\n\nIn `given`, a NAME alone on its line adds an element, with its answers under it. A row is `\"|\" cell { \"|\" cell } \"|\"`; a cell of the first row is a path, or\n`\"expect\" subject`, and of the others `[ \"not\" ] values`, or nothing.\n\n## Sentences\n\n```ebnf\n");
        foreach ((_, string name, string form) in Lines.Where(line => !line.Member.EndsWith("Header", StringComparison.Ordinal)))
        {
            page.Append($"{name} = {form} ;\n");
        }

        return page.Append("```\n").ToString();
    }

    private static string Under(IReadOnlyList<ClauseRule> clauses, string indentation, IReadOnlyList<ClauseRule> above)
    {
        if (clauses.Count == 0)
        {
            return "";
        }

        string deeper = indentation + "  ";
        IEnumerable<string> forms = clauses.Select(rule =>
        {
            // The words of a clause, which may come as prose, are the same production whichever delegate reads them.
            string body = rule.TakesProse ? rule.Body == ClauseGrammar.ProseBody ? "prose" : "words" : NameOf(rule);
            string keyword = rule.Keyword is null ? "" : $"\"{rule.Keyword}\" ";
            string line = (keyword + body).Trim() + " NL";
            return line + (above.Contains(rule) ? "" : Under(rule.SubClauses, deeper, [.. above, rule]));
        });
        return $" > (\n{deeper}{string.Join($"\n{indentation}| ", forms)} )*";
    }

    private static string NameOf(ClauseRule rule)
    {
        if (Made.TryGetValue(rule.Kind, out string? made))
        {
            return made;
        }

        if (rule.Kind == ClauseKind.Row)
        {
            return "ROW";
        }

        string member = Member(rule.Body);
        return member switch
        {
            nameof(ClauseGrammar.Nothing) => "",
            nameof(ClauseGrammar.TextBody) => "TEXT",
            nameof(ClauseGrammar.NameBody) => "NAME",
            nameof(ClauseGrammar.DateBody) => "DATE",
            nameof(ClauseGrammar.QuantityBody) => "QUANTITY",
            nameof(ClauseGrammar.CodeBody) => "CODE",
            nameof(ClauseGrammar.ConditionBody) => "condition",
            nameof(ClauseGrammar.OffsetBody) => "offset",
            nameof(ClauseGrammar.ElementBody) => "element",
            nameof(ClauseGrammar.NamesBody) => "names",
            _ => Lines.Single(line => line.Member == member).Name,
        };
    }

    private static string NameOf(object header) => Member(header) switch
    {
        nameof(ClauseGrammar.NameHeader) => "NAME",
        nameof(ClauseGrammar.NameAndPerhapsTitleHeader) => "NAME [ TEXT ]",
        nameof(ClauseGrammar.NameAndTitleHeader) => "NAME TEXT",
        nameof(ClauseGrammar.CodeAndTitleHeader) => "CODE TEXT",
        nameof(ClauseGrammar.TitleHeader) => "TEXT",
        nameof(ClauseGrammar.DateAndTitleHeader) => "DATE TEXT",
        string other => throw new InvalidOperationException($"The header {other} has no form."),
    };

    private static string Member(object parser) => typeof(ClauseGrammar).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .FirstOrDefault(field => ReferenceEquals(field.GetValue(null), parser))?.Name ?? throw new InvalidOperationException("A clause is read by no member of the grammar.");

    /// <summary>The lines that the members carry in their documentation: <c>name = form</c>.</summary>
    private static List<(string, string, string)> ReadLines()
    {
        XDocument documentation = XDocument.Load(Path.ChangeExtension(typeof(SyntaxTree).Assembly.Location, ".xml"));
        return
        [
            .. documentation.Descendants("member")
                .Select(member => (Name: (string)member.Attribute("name")!, Code: member.Element("summary")?.Elements("c").FirstOrDefault()?.Value))
                .Where(member => MemberName().IsMatch(member.Name) && member.Code?.Contains(" = ", StringComparison.Ordinal) == true)
                .OrderByDescending(member => member.Name.Contains(".ExpressionGrammar.", StringComparison.Ordinal))
                .Select(member => (MemberName().Match(member.Name).Groups[1].Value, member.Code!.Split(" = ", 2)[0], member.Code!.Split(" = ", 2)[1])),
        ];
    }

    [GeneratedRegex(@"^[FM]:RulesAsCode\.Compiler\.Syntax\.(?:Expression|Clause)Grammar\.(\w+)")]
    private static partial Regex MemberName();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("[A-Za-z][A-Za-z-]*")]
    private static partial Regex Word();
}
