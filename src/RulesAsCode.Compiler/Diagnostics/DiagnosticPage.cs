using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using RulesAsCode.Compiler.Linting;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Compiler.Diagnostics;

/// <summary>
/// What a code's message has no room for: why it is a mistake, an example of it, the example put right. The pages are the Markdown files of
/// <c>Diagnostics/Pages</c>, whose README says how one is written.
/// </summary>
public sealed class DiagnosticPage
{
    private const string Folder = "Pages/";
    private const string Fence = "```";
    private const string SuppressHeading = "## When to suppress";

    private DiagnosticPage(DiagnosticDescriptor descriptor, string why, PageExample wrong, PageExample right, string? suppress) =>
        (Descriptor, Why, Wrong, Right, Suppress) = (descriptor, why, wrong, right, suppress);

    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>What would go wrong if this were let through, as Markdown.</summary>
    public string Why { get; }

    /// <summary>Rules that have this diagnostic, once, and no other.</summary>
    public PageExample Wrong { get; }

    /// <summary>The same put right.</summary>
    public PageExample Right { get; }

    /// <summary>When it is right to leave the finding, as Markdown; null for an error, which is never left.</summary>
    public string? Suppress { get; }

    /// <summary>The page of a code.</summary>
    /// <exception cref="InvalidOperationException">It has none, or one that cannot be read: a mistake of whoever wrote the page.</exception>
    public static DiagnosticPage Of(DiagnosticDescriptor descriptor) => Find(descriptor) ?? throw new InvalidOperationException($"{descriptor.Code} has no page.");

    /// <summary>The page of a code, or null where it has none: a code that is no code of the language's.</summary>
    public static DiagnosticPage? Find(DiagnosticDescriptor descriptor) =>
        Codes.Contains(descriptor.Code, StringComparer.Ordinal) ? Read(descriptor, Resource(descriptor.Code + ".md")) : null;

    /// <summary>The codes that have a page, in ordinal order.</summary>
    public static ImmutableArray<string> Codes =>
    [
        .. typeof(DiagnosticPage).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder + "RAC", StringComparison.Ordinal))
            .Select(name => name.Substring(Folder.Length, name.Length - Folder.Length - ".md".Length))
            .OrderBy(code => code, StringComparer.Ordinal),
    ];

    /// <summary>What a severity means for whoever reads the page.</summary>
    public static string Meaning(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "An error: nothing is built from the guide until it is put right.",
        DiagnosticSeverity.Warning => "A warning: the guide is built, and somebody should look.",
        _ => "A note: the guide is built as it is.",
    };

    /// <summary>What is said about the wrong example and what to write instead, found when it is asked for; null where it takes running the examples.</summary>
    public string? Message => FindIn(Wrong).FirstOrDefault(found => found.Code == Descriptor.Code) is { } diagnostic
        ? diagnostic.Message + (diagnostic.Fix is null ? "" : $" ({diagnostic.Fix})")
        : null;

    /// <summary>
    /// What is found in an example of this page. Lints are looked for on the pages of lints only: an example that shows one mistake is not
    /// complete in everything else.
    /// </summary>
    /// <param name="example">Rules of this page, or others.</param>
    /// <param name="lintsOfExamples">Runs the examples of a guide and lints them, by a host that can; asked on the pages of those lints only.</param>
    public ImmutableArray<Diagnostic> FindIn(PageExample example, Func<RulesModel, IEnumerable<Diagnostic>>? lintsOfExamples = null) =>
        Descriptor.Category == DiagnosticCategory.Lint
            ? example.Lint(Descriptor.Code == DiagnosticCatalogue.CodeOfNotFormatted, LintCategories.Of(Descriptor.Code) == LintCategories.Examples ? lintsOfExamples : null)
            : example.Compile().Diagnostics;

    /// <summary>The page as Markdown.</summary>
    /// <param name="heading">What stands above it: a heading.</param>
    /// <param name="message"><see cref="Message"/>, or null to leave it out.</param>
    public string ToMarkdown(string heading, string? message)
    {
        var text = new StringBuilder();
        text.Append($"{heading}\n\n{Meaning(Descriptor.Severity)}\n\n{Why}\n\nWrong:\n");
        Append(text, Wrong);
        text.Append(message is null ? "" : $"\nIt says:\n\n```text\n{message}\n```\n");
        text.Append("\nRight:\n");
        Append(text, Right);
        text.Append(Suppress is null ? "" : $"\nWhen to suppress: {Suppress}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, PageExample example)
    {
        foreach (PageFile file in example.Files)
        {
            string language = file.IsRules ? "rules" : file.Name!.EndsWith(".csv", StringComparison.Ordinal) ? "csv" : "text";
            text.Append(file.Name is null ? "" : $"\nIn `{file.Name}`:\n").Append($"\n{Fence}{language}\n{file.Text}{Fence}\n");
        }
    }

    internal static string Resource(string name)
    {
        using Stream stream = typeof(DiagnosticPage).Assembly.GetManifestResourceStream(Folder + name) ?? throw new InvalidOperationException($"There is no page {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }

    private static DiagnosticPage Read(DiagnosticDescriptor descriptor, string text)
    {
        InvalidOperationException Invalid(string problem) => new($"The page of {descriptor.Code}: {problem}");

        var examples = new Dictionary<string, List<PageFile>>(StringComparer.Ordinal) { ["wrong"] = [], ["right"] = [] };
        var why = new StringBuilder();
        StringBuilder? suppress = null;
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                string[] info = lines[i].Substring(Fence.Length).Split(' ');
                int end = Array.IndexOf(lines, Fence, i + 1);
                if (info is not ["rules" or "csv" or "text", "wrong" or "right", ..] || info.Length > 3 || end < 0 || suppress is not null)
                {
                    throw Invalid($"line {i + 1} begins no example.");
                }

                examples[info[1]].Add(new PageFile(info.Length == 3 ? info[2] : null, string.Concat(lines.Skip(i + 1).Take(end - i - 1).Select(line => line + "\n"))));
                i = end;
            }
            else if (lines[i] == SuppressHeading)
            {
                suppress = new StringBuilder();
            }
            else if (suppress is null && examples["wrong"].Count > 0 && lines[i].Length > 0)
            {
                throw Invalid($"line {i + 1} stands between the examples.");
            }
            else
            {
                (suppress ?? why).Append(lines[i]).Append('\n');
            }
        }

        return examples.Any(side => side.Value.Count == 0) ? throw Invalid("it lacks an example.")
            : why.ToString().Trim() is not { Length: > 0 } reason ? throw Invalid("it does not say why.")
            : (suppress is not null) == descriptor.IsError ? throw Invalid("an error has no 'When to suppress', and everything else has one.")
            : new DiagnosticPage(descriptor, reason, new PageExample([.. examples["wrong"]]), new PageExample([.. examples["right"]]), suppress?.ToString().Trim());
    }
}
