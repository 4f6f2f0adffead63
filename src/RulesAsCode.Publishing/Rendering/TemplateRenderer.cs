using System.Collections.Concurrent;
using System.Reflection;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace RulesAsCode.Publishing.Rendering;

/// <summary>
/// Renders the templates embedded in this assembly. Templates are parsed once for the process; the context, the dear part of Scriban, is made once
/// for a renderer and used for all of its pages. Not for use by two threads at a time.
/// </summary>
internal sealed class TemplateRenderer
{
    private static readonly Assembly Home = typeof(TemplateRenderer).Assembly;
    private static readonly ConcurrentDictionary<string, Template> Parsed = new(StringComparer.Ordinal);

    private readonly TemplateContext _context;

    /// <param name="functions">Functions of the templates, beside Scriban's own.</param>
    public TemplateRenderer(ScriptObject functions)
    {
        _context = new TemplateContext
        {
            TemplateLoader = new EmbeddedTemplates(),
            NewLine = "\n",
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedIndexerAccess = false,

            // Scriban would indent what an include prints; a page is indented by what its templates say.
            AutoIndent = false,

            // Zero is no limit. Scriban's own would stop at 1,000 requirements, and cut a page at 1 MB without a word.
            LoopLimit = 0,
            LoopLimitQueryable = 0,
            LimitToString = 0,
            RecursiveLimit = 200,
        };
        _context.PushGlobal(functions);
    }

    /// <summary>The text of a template filled with a model.</summary>
    /// <param name="template">Its path below the folder of templates, without the extension.</param>
    /// <param name="model">The names that the template sees.</param>
    /// <exception cref="InvalidOperationException">The template does not exist or does not parse; a mistake in this assembly.</exception>
    /// <exception cref="Scriban.Syntax.ScriptRuntimeException">The template uses a name that the model does not have; a mistake in this assembly.</exception>
    public string Render(string template, ScriptObject model)
    {
        _context.PushGlobal(model);
        try
        {
            return Load(template).Render(_context);
        }
        finally
        {
            _context.PopGlobal();
            _context.Reset();
        }
    }

    private static Template Load(string name) => Parsed.GetOrAdd(name, static name =>
    {
        Template template = Template.Parse(Read(name), name);
        return template.HasErrors ? throw new InvalidOperationException(string.Join('\n', template.Messages)) : template;
    });

    private static string Read(string name)
    {
        using Stream stream = Home.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no template '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private sealed class EmbeddedTemplates : ITemplateLoader
    {
        // An include without a folder means the folder of the template that has it.
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
            templateName.Contains('/') ? templateName : callerSpan.FileName[..(callerSpan.FileName.LastIndexOf('/') + 1)] + templateName;

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => Read(templatePath);

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => new(Read(templatePath));
    }
}
