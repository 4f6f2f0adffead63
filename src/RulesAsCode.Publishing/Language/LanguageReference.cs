using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using RulesAsCode.Compiler.Diagnostics;

namespace RulesAsCode.Publishing.Language;

/// <summary>
/// The reference of the language as a folder of Markdown: the core on one page, the whole language, its grammar and forms, and a page for every
/// code. It is written from what the compiler itself carries, and is the same for every guide.
/// </summary>
public static class LanguageReference
{
    /// <summary>The page to begin with.</summary>
    public const string IndexPath = "README.md";

    /// <summary>Where the reference stands below a folder of published guides.</summary>
    public const string Folder = "language";

    private const string Resources = "Language/";

    /// <summary>The first line of <see cref="IndexPath"/>, by which a folder is known to hold the reference.</summary>
    public const string Marker = "<!-- Written by 'rules reference'. Changes are lost. -->";

    /// <summary>All pages, the index first, then by path.</summary>
    public static ImmutableArray<PublishedFile> Publish() =>
    [
        new(IndexPath, Index()),
        .. Pages.Select(page => new PublishedFile(page.Path, Resource(page.Path))),
        new("codes.md", Codes()),
        .. DiagnosticCatalogue.All.Select(Page),
    ];

    private static readonly (string Path, string Title, string Says)[] Pages =
    [
        ("core.md", "The language on one page", "enough to read most rules and to write a requirement with an example"),
        ("language.md", "The whole language", "every declaration, clause and sentence, what they mean, and what is refused"),
        ("grammar.md", "The grammar", "what may stand where, for those who write tools"),
        ("forms.md", "All forms", "a table of every form of the language"),
    ];

    private static string Index()
    {
        var text = new StringBuilder();
        text.Append($"{Marker}\n# The Rules language\n\n");
        foreach ((string path, string title, string says) in Pages)
        {
            text.Append($"- [{title}]({path}): {says}.\n");
        }

        text.Append($"- [Messages](codes.md): a page for each of the {DiagnosticCatalogue.All.Length} codes, with why, an example, and the example put right.\n");
        return text.ToString();
    }

    private static string Codes()
    {
        var text = new StringBuilder();
        text.Append("# Messages\n\nThe first digit says when a message is given: 0 for characters and layout, 1 for the form of sentences, 2 for names, 3 for types,\n4 for how declarations fit together, 9 for what is well-formed and still looks wrong.\n");
        foreach (IGrouping<char, DiagnosticDescriptor> phase in DiagnosticCatalogue.All.GroupBy(descriptor => descriptor.Code[3]))
        {
            text.Append($"\n## {PhaseTitle(phase.Key)}\n\n| code | | title |\n|---|---|---|\n");
            foreach (DiagnosticDescriptor descriptor in phase)
            {
                text.Append($"| [{descriptor.Code}]({descriptor.Page}) | {Severity(descriptor)} | {descriptor.Title} |\n");
            }
        }

        text.Append($"\n## The guide of the examples\n\nAn example that is no whole file continues this guide. Lines that are indented stand in a requirement that applies always.\n\n```rules\n{PageExample.Prelude}```\n");
        return text.ToString();
    }

    private static PublishedFile Page(DiagnosticDescriptor descriptor)
    {
        DiagnosticPage page = DiagnosticPage.Of(descriptor);
        return new PublishedFile(
            descriptor.Page,
            page.ToMarkdown($"# {descriptor.Code}: {descriptor.Title}", page.Message) + "\n[All codes](codes.md)\n");
    }

    private static string PhaseTitle(char digit) => digit switch
    {
        '0' => "Characters and layout",
        '1' => "Form",
        '2' => "Names",
        '3' => "Types",
        '4' => "How declarations fit together",
        _ => "Well-formed, and still to be looked at",
    };

    private static string Severity(DiagnosticDescriptor descriptor) => descriptor.Severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resources + name) ?? throw new InvalidOperationException($"There is no page {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
