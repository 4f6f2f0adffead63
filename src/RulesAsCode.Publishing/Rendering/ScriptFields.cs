using System.Collections.Immutable;
using RulesAsCode.Publishing.Model;
using Scriban.Runtime;

namespace RulesAsCode.Publishing.Rendering;

/// <summary>The fields of one object of a template. A string is escaped by whichever overload takes it; there is no way to add a raw one.</summary>
internal sealed class ScriptFields(IMarkup markup)
{
    private readonly ScriptObject _fields = [];

    public ScriptFields Set(string name, string? text) => Add(name, text is null ? null : markup.Text(text));

    public ScriptFields Set(string name, bool value) => Add(name, value);

    public ScriptFields Set(string name, int value) => Add(name, value);

    public ScriptFields Set(string name, ScriptObject? value) => Add(name, value);

    public ScriptFields Set(string name, ScriptArray values) => Add(name, values);

    public ScriptFields Set(string name, ProseText? prose, int headingLevel = 4, string? exceptTerm = null) =>
        Add(name, prose is null ? null : markup.Prose(prose, headingLevel, exceptTerm));

    public ScriptFields Set(string name, IEnumerable<string?> texts) =>
        Add(name, new ScriptArray(texts.Select(text => text is null ? null : (object)markup.Text(text))));

    public ScriptFields Set<T>(string name, ImmutableArray<T> items, Func<T, ScriptObject> view) => Add(name, new ScriptArray(items.Select(item => (object)view(item))));

    public ScriptFields SetAddress(string name, string? address) => Add(name, address is null ? null : markup.Address(address));

    public ScriptFields SetAnchor(string name, string id) => Add(name, markup.Anchor(id));

    public ScriptObject Done() => _fields;

    private ScriptFields Add(string name, object? value)
    {
        _fields.Add(name, value!);
        return this;
    }
}
