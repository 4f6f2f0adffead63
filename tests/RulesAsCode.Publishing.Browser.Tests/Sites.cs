using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Testing;

namespace RulesAsCode.Publishing.Browser.Tests;

/// <summary>The sites that the browser visits, by the path that each stands under.</summary>
internal static class Sites
{
    /// <summary>The site of this repository's rules.</summary>
    public const string Own = "own/";

    /// <summary>A site of another field.</summary>
    public const string Leave = "leave/";

    /// <summary>A generated site, and the same with the text of its requirement <c>number-1</c> changed.</summary>
    public const string Before = "before/";

    public const string After = "after/";

    /// <summary>A site whose every text is hostile: a word of 10,000 letters, a script, a mark that turns the direction of writing.</summary>
    public const string Hostile = "hostile/";

    /// <summary>All files of all sites, by their paths from the root of the server.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = All();

    /// <summary>The pages of a site, by their paths from the root of the server, in ordinal order.</summary>
    public static IEnumerable<string> Pages(string site) =>
        Files.Keys.Where(path => path.StartsWith(site, StringComparison.Ordinal) && path.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> All()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        void Add(string place, IEnumerable<SourceText> texts, Func<string, string?> readTable)
        {
            Compilation compilation = Compilation.Create(texts, readTable);
            Assert.DoesNotContain(compilation.Diagnostics, diagnostic => diagnostic.IsError);
            RulesModel model = Assert.Single(compilation.Guides);
            string prefix = Publication.SiteFolder + "/";

            // The page for addresses that do not exist is the one that must know where the site stands.
            foreach (PublishedFile file in Publication.Of(model, new SiteOptions(new Uri("http://localhost/" + place))).Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal)))
            {
                files.Add(place + file.Path[prefix.Length..], file.Text);
            }
        }

        void AddFolder(string place, RuleFolder folder) => Add(place, folder.Files, folder.ReadTable);
        string generated = Assert.Single(SyntheticRules.Write(4)).Text;
        AddFolder(Own, Corpus.Rules);
        AddFolder(Leave, Corpus.Case("StaffLeave"));
        Add(Before, [SourceText.From("main.rules", generated)], _ => null);
        Add(After, [SourceText.From("main.rules", generated.Replace("See to part 1 as number 1 says.", "See to part 1 at once.", StringComparison.Ordinal))], _ => null);
        Add(Hostile, [SourceText.From("main.rules", HostileRules(new string('w', 10_000) + " <script>alert(1)</script> \u202Egnp"))], _ => null);

        // What 'rules serve' adds to a page stands beside the style of the site.
        files.Add(Own + "assets/serve.css", File.ReadAllText(RepositoryRoot.PathTo("src/RulesAsCode.Tool/Serving/serve.css")));
        return files;
    }

    private static string HostileRules(string text) => $"""
        guide G "{text}"
          for "{text}"
          working days from C
        source Act "{text}"
          section 1 "{text}"
            status "{text}"
        term berth "{text}"
          meaning "{text}"
        calendar C
          weekend Sunday
          covers 2024 to 2025
        reading R "{text}"
          taken "{text}"
          owner "{text}"
        facts F
          asked on is a date or none
            ask "{text}"
          moored on is a date or none
        requirement One "{text}"
          see Act 1
            quote "{text}"
          reading R
          applies always
          requires moored on within 2 working days after asked on
            otherwise "{text}"
        timeline T "{text}"
          shows One
          note "{text}"
        contact K
          hours "{text}"
        disclaimer D
          shown on every page
          text "{text}"
        example "{text}"
          as at 1 June 2024
          given
            asked on is 2 May 2024
          expect
            One is undecided
        change 1 May 2024 "{text}"
          touches One
        """;
}
