using System.Globalization;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;
using Scriban.Runtime;

namespace RulesAsCode.Publishing.Markdown;

/// <summary>What the Markdown templates can do beside Scriban's own functions. All take and give text that is escaped already.</summary>
internal static class MarkdownFunctions
{
    public static ScriptObject Create()
    {
        var functions = new ScriptObject();
        functions.Import("link", new Func<ScriptObject, string>(Link));
        functions.Import("links", new Func<ScriptArray, string>(links => Series(links, link => Link((ScriptObject)link), "and")));
        functions.Import("series", new Func<ScriptArray, string>(texts => Series(texts, text => (string)text!, "and")));
        functions.Import("alternatives", new Func<ScriptArray, string>(texts => Series(texts, text => (string)text!, "or")));
        functions.Import("displays", new Func<ScriptArray, string>(references => Series(references, reference => Field((ScriptObject)reference, "display"), null)));
        functions.Import("count", new Func<int, string, string, string>(Count));
        functions.Import("indent", new Func<string, int, string>(Indent));
        functions.Import("quoted", new Func<string, string>(Quoted));
        functions.Import("said", new Func<string, ScriptObject, int, string>(Said));
        functions.Import("sentence", new Func<string, string>(Sentence));
        functions.Import("capital", new Func<string, string>(Capital));
        return functions;
    }

    /// <summary>A link inside the guide; just its text when it leads nowhere.</summary>
    private static string Link(ScriptObject link) =>
        Field(link, "id") is { Length: > 0 } id ? "[" + Field(link, "text") + "](#" + id + ")" : Field(link, "text");

    private static string Field(ScriptObject item, string name) => (string)item[name]!;

    private static string Series(ScriptArray items, Func<object, string> text, string? conjunction)
    {
        string[] texts = [.. items.Select(item => text(item!))];
        return conjunction is null ? string.Join(", ", texts) : ValueText.Series(texts, conjunction);
    }

    private static string Count(int number, string one, string several) =>
        number.ToString("#,0", CultureInfo.InvariantCulture) + " " + (number == 1 ? one : several);

    /// <summary>Every line but the first moved in, so that the text stays inside the list item that it begins in.</summary>
    private static string Indent(string text, int width)
    {
        string margin = new(' ', width);
        return string.Join('\n', text.Split('\n').Select((line, index) => index == 0 || line.Length == 0 ? line : margin + line));
    }

    private static string Quoted(string text) => string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? ">" : "> " + line));

    /// <summary>Prose after the words that introduce it: on their line when it is a paragraph, else below them.</summary>
    private static string Said(string lead, ScriptObject prose, int width)
    {
        string text = Indent(Field(prose, "text"), width);
        return prose["is_paragraph"] is true ? lead + " " + text : lead + "\n\n" + new string(' ', width) + text;
    }

    /// <summary>With a full stop where it does not end as a sentence does.</summary>
    private static string Sentence(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";

    /// <summary>With a capital first letter, as a sentence begins.</summary>
    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
