using System.Collections.Concurrent;
using System.Reflection;
using Scriban;

namespace RulesAsCode.Publishing.Rendering;

/// <summary>The one place where templates and the other files of a site are found, by name: <c>site/page</c>, <c>Site/site.css</c>.</summary>
internal sealed class TemplateLibrary
{
    private static readonly Assembly Home = typeof(TemplateLibrary).Assembly;

    private readonly ConcurrentDictionary<string, Template> _parsed = new(StringComparer.Ordinal);

    private TemplateLibrary()
    {
    }

    /// <summary>The templates of the product; parsed once for the process.</summary>
    public static TemplateLibrary BuiltIn { get; } = new();

    /// <summary>A template by its path below the folder of templates, without the extension.</summary>
    /// <exception cref="InvalidOperationException">It does not exist or does not parse; a mistake in this assembly.</exception>
    public Template Find(string name) => _parsed.GetOrAdd(name, static name =>
    {
        Template template = Template.Parse(ReadResource(name), name);
        return template.HasErrors ? throw new InvalidOperationException(string.Join('\n', template.Messages)) : template;
    });

    /// <summary>The text of a template or another file.</summary>
    public string Read(string name) => ReadResource(name);

    internal static string ReadResource(string name)
    {
        using Stream stream = Home.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no file '{name}' among the templates.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
