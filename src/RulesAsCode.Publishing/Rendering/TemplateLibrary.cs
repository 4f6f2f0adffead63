using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Publishing.Own;
using Scriban;

namespace RulesAsCode.Publishing.Rendering;

/// <summary>The one place where templates and the other files of a site are found, by name: <c>site/page</c>, <c>Site/site.css</c>.</summary>
internal sealed class TemplateLibrary
{
    private static readonly Assembly Home = typeof(TemplateLibrary).Assembly;

    private readonly ConcurrentDictionary<string, Template> _parsed = new(StringComparer.Ordinal);
    private readonly ImmutableSortedDictionary<string, SourceText> _own;

    private TemplateLibrary(ImmutableSortedDictionary<string, SourceText> own) => _own = own;

    /// <summary>The templates of the product; parsed once for the process.</summary>
    public static TemplateLibrary BuiltIn { get; } = new(ImmutableSortedDictionary<string, SourceText>.Empty);

    /// <summary>The names of the templates that pages of the site are made of.</summary>
    public static ImmutableArray<string> SiteTemplates { get; } =
        [.. Home.GetManifestResourceNames().Where(name => name.StartsWith("site/", StringComparison.Ordinal) || name.StartsWith("shared/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Whether a publisher's templates are among these.</summary>
    public bool HasOwn => !_own.IsEmpty;

    /// <summary>The templates of the product, and a publisher's in the place of those of the same name.</summary>
    /// <exception cref="PublishingException">One of them does not parse.</exception>
    public static TemplateLibrary With(ImmutableSortedDictionary<string, SourceText> own)
    {
        if (own.IsEmpty)
        {
            return BuiltIn;
        }

        var library = new TemplateLibrary(own);
        foreach ((string name, SourceText source) in own)
        {
            Template template = Template.Parse(source.Text, name);
            if (template.Messages.FirstOrDefault(message => message.Type == Scriban.Parsing.ParserMessageType.Error) is { } error)
            {
                throw Problem.At(source, error.Span.Start.Line + 1, "The template cannot be read: " + error.Message.ReplaceLineEndings(" "));
            }

            library._parsed[name] = template;
        }

        return library;
    }

    /// <summary>A template by its path below the folder of templates, without the extension.</summary>
    /// <exception cref="InvalidOperationException">It does not exist or does not parse; a mistake in this assembly.</exception>
    public Template Find(string name) => _parsed.GetOrAdd(name, name =>
    {
        Template template = Template.Parse(Read(name), name);
        return template.HasErrors ? throw new InvalidOperationException(string.Join('\n', template.Messages)) : template;
    });

    /// <summary>The text of a template or another file.</summary>
    public string Read(string name) => _own.TryGetValue(name, out SourceText? own) ? own.Text : ReadResource(name);

    /// <summary>A publisher's template, or null for one of the product.</summary>
    public SourceText? Own(string name) => _own.GetValueOrDefault(name);

    internal static string ReadResource(string name)
    {
        using Stream stream = Home.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no file '{name}' among the templates.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
