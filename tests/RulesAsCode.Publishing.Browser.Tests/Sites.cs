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
        return files;
    }
}
