using System.Globalization;
using RulesAsCode.Primitives;
using Scriban.Runtime;

namespace RulesAsCode.Publishing.Rendering;

/// <summary>How one kind of page marks up a few words. All take and give markup.</summary>
internal interface IInlineMarkup
{
    string Link(string address, string text);

    string Strong(string text);

    string Emphasis(string text);

    /// <summary>A text of the interface, as markup.</summary>
    string Text(string text);
}

/// <summary>What templates of every kind can do beside Scriban's own functions. All take and give text that is escaped already.</summary>
internal static class TemplateFunctions
{
    private delegate string SayFunction(string key, params object?[] values);

    private delegate string SayCountFunction(string key, int number, params object?[] values);

    public static ScriptObject Create(IInlineMarkup inline, SiteTexts texts)
    {
        var functions = new ScriptObject();
        var escaped = new Dictionary<string, string>(StringComparer.Ordinal);
        functions.Import("say", new SayFunction((key, values) => texts.Say(key, Escape, values)));
        functions.Import("say_count", new SayCountFunction((key, number, values) =>
            texts.Say(key + (number == 1 ? ".one" : ".several"), Escape, [Number(number), .. values])));
        functions.Import("link", new Func<ScriptObject, string>(Link));
        functions.Import("links", new Func<ScriptArray, string>(links => Series(links, link => Link((ScriptObject)link), Escape(texts["and"]))));
        functions.Import("series", new Func<ScriptArray, string>(items => Series(items, text => (string)text!, Escape(texts["and"]))));
        functions.Import("alternatives", new Func<ScriptArray, string>(items => Series(items, text => (string)text!, Escape(texts["or"]))));
        functions.Import("displays", new Func<ScriptArray, string>(references => string.Join(", ", references.Select(reference => Field((ScriptObject)reference!, "display")))));
        functions.Import("strong", new Func<string, string>(inline.Strong));
        functions.Import("em", new Func<string, string>(inline.Emphasis));
        functions.Import("sentence", new Func<string, string>(Sentence));
        functions.Import("capital", new Func<string, string>(Capital));
        return functions;

        // The same few texts stand on every page.
        string Escape(string text) => escaped.TryGetValue(text, out string? known) ? known : escaped[text] = inline.Text(text);

        // Just its text when it leads nowhere.
        string Link(ScriptObject link) => Field(link, "href") is { Length: > 0 } address ? inline.Link(address, Field(link, "text")) : Field(link, "text");
    }

    private static string Field(ScriptObject item, string name) => (string)item[name]!;

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Series(ScriptArray items, Func<object, string> text, string conjunction) => ValueText.Series([.. items.Select(item => text(item!))], conjunction);

    /// <summary>With a full stop where it does not end as a sentence does.</summary>
    private static string Sentence(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";

    /// <summary>With a capital first letter, as a sentence begins.</summary>
    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
