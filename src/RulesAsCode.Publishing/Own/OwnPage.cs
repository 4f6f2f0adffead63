using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Publishing.Own;

/// <summary>A page that the publisher wrote.</summary>
/// <param name="Path">Its address from the root of the site: <c>pages/fees.html</c>.</param>
/// <param name="Title">Its first heading, as plain text.</param>
/// <param name="Markdown">What stands below the heading, from its first line with words.</param>
/// <param name="Source">Its file.</param>
/// <param name="FirstLine">The line of the file at which <paramref name="Markdown"/> begins, from 1.</param>
internal sealed partial record OwnPage(string Path, string Title, string Markdown, SourceText Source, int FirstLine)
{
    /// <summary>The pages in the order of their files.</summary>
    /// <exception cref="PublishingException">A page has no title, or its name gives no address or one that another page has.</exception>
    public static ImmutableArray<OwnPage> ReadAll(IEnumerable<PublisherFile> files)
    {
        var pages = ImmutableArray.CreateBuilder<OwnPage>();
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PublisherFile file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            Match name = Name().Match(file.Path);
            if (!name.Success)
            {
                throw Problem.At(file.Source, "The file's name becomes the page's address. Write it in small letters a to z, digits and hyphens; a number before it gives the order: 10-fees.md.");
            }

            string path = "pages/" + name.Groups[1].Value + ".html";
            if (!taken.TryAdd(path, file.Source.Path))
            {
                throw Problem.At(file.Source, $"Its address would be {path}, which {taken[path]} has. Rename one of the two.");
            }

            pages.Add(Read(path, file.Source));
        }

        return pages.ToImmutable();
    }

    private static OwnPage Read(string path, SourceText source)
    {
        string[] lines = source.Text.ReplaceLineEndings("\n").Split('\n');
        int first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        string title = first >= 0 && lines[first].StartsWith("# ", StringComparison.Ordinal) ? lines[first][2..].Trim().TrimEnd('#').TrimEnd() : "";
        int text = title.Length > 0 ? Array.FindIndex(lines, first + 1, line => !string.IsNullOrWhiteSpace(line)) : -1;
        return title.Length > 0
            ? new OwnPage(path, title, text < 0 ? "" : string.Join('\n', lines[text..]), source, text + 1)
            : throw Problem.At(source, Math.Max(first, 0) + 1, "The page has no title. Begin it with a heading, such as '# Fees'.");
    }

    [GeneratedRegex("^(?:[0-9]+-)?([a-z][a-z0-9-]*)\\.md$")]
    private static partial Regex Name();
}
