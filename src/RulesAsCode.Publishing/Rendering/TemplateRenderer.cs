using RulesAsCode.Publishing.Own;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace RulesAsCode.Publishing.Rendering;

/// <summary>
/// Renders templates. The context, the dear part of Scriban, is made once
/// for a renderer and used for all of its pages. Not for use by two threads at a time.
/// </summary>
internal sealed class TemplateRenderer
{
    private readonly TemplateLibrary _library;
    private readonly TemplateContext _context;
    private readonly ScriptObject _functions;

    /// <param name="library">Where templates are found.</param>
    /// <param name="functions">Functions of the templates, beside Scriban's own.</param>
    public TemplateRenderer(TemplateLibrary library, ScriptObject functions)
    {
        _library = library;
        _context = new TemplateContext(Builtins())
        {
            TemplateLoader = new Includes(library),
            NewLine = "\n",
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedIndexerAccess = false,

            // Scriban would indent what an include prints; a page is indented by what its templates say.
            AutoIndent = false,

            // Zero is no limit. Scriban's own would stop at 1,000 requirements, and cut a page at 1 MB without a word. A publisher's template
            // that never ends is stopped.
            LoopLimit = library.HasOwn ? 1_000_000 : 0,
            LoopLimitQueryable = 0,
            LimitToString = 0,
            RecursiveLimit = 200,
        };
        _functions = functions;
    }

    /// <summary>The text of a template filled with a model.</summary>
    /// <param name="template">Its path below the folder of templates, without the extension.</param>
    /// <param name="model">The names that the template sees.</param>
    /// <exception cref="InvalidOperationException">The template does not exist or does not parse; a mistake in this assembly.</exception>
    /// <exception cref="Scriban.Syntax.ScriptRuntimeException">The template uses a name that the model does not have; a mistake in this assembly.</exception>
    /// <exception cref="PublishingException">The same, where a publisher has templates.</exception>
    public string Render(string template, ScriptObject model)
    {
        _context.PushGlobal(_functions);
        _context.PushGlobal(model);
        try
        {
            string text = _library.Find(template).Render(_context);
            _context.PopGlobal();
            _context.PopGlobal();
            return text;
        }
        catch (Exception problem)
        {
            // What a broken page leaves is taken off. A reset after every page would forget the parsed includes as well.
            _context.Reset();
            if (_library.HasOwn && problem is ScriptRuntimeException or InvalidOperationException or KeyNotFoundException or InvalidCastException)
            {
                throw Told(problem, template);
            }

            throw;
        }
    }

    /// <summary>A mistake in a publisher's template, at its place; one that our template meets is told with that template's name.</summary>
    private PublishingException Told(Exception problem, string template)
    {
        string message = (problem is ScriptRuntimeException script ? script.OriginalMessage : problem.Message).ReplaceLineEndings(" ");
        for (Exception? inner = problem.InnerException; inner is not null; inner = inner.InnerException)
        {
            message = inner.Message.ReplaceLineEndings(" ");
        }

        (string name, int line) = problem is ScriptRuntimeException at ? (at.Span.FileName ?? template, at.Span.Start.Line + 1) : (template, 1);
        return _library.Own(name) is { } own
            ? Problem.At(own, line, "The template cannot be filled: " + message)
            : new PublishingException($"The template '{name}' cannot be filled (line {line}) with the templates that were replaced: {message}");
    }

    /// <summary>Scriban's functions without those that would make text a template, or a page another one tomorrow.</summary>
    private static ScriptObject Builtins()
    {
        ScriptObject all = TemplateContext.GetDefaultBuiltinObject();
        foreach ((string group, string[] refused) in (ReadOnlySpan<(string, string[])>)[("object", ["eval", "eval_template"]), ("date", ["now"]), ("math", ["random", "uuid"])])
        {
            var without = new ScriptObject();
            foreach ((string name, object? value) in (ScriptObject)all[group]!)
            {
                if (!refused.Contains(name))
                {
                    without.Add(name, value!);
                }
            }

            all.SetValue(group, without, readOnly: false);
        }

        return all;
    }

    private sealed class Includes(TemplateLibrary library) : ITemplateLoader
    {
        // An include without a folder means the folder of the template that has it.
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
            templateName.Contains('/') ? templateName : callerSpan.FileName[..(callerSpan.FileName.LastIndexOf('/') + 1)] + templateName;

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => library.Read(templatePath);

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => new(library.Read(templatePath));
    }
}
