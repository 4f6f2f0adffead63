using RulesAsCode.Publishing.Rendering;
using Scriban.Runtime;

namespace RulesAsCode.Publishing.Markdown;

/// <summary>What only the Markdown templates can do: lay out blocks inside blocks. All take and give text that is escaped already.</summary>
internal static class MarkdownFunctions
{
    public static ScriptObject Create(SiteTexts texts)
    {
        ScriptObject functions = TemplateFunctions.Create(new MarkdownInline(), texts);
        functions.Import("indent", new Func<string, int, string>(Indent));
        functions.Import("quoted", new Func<string, string>(Quoted));
        functions.Import("said", new Func<string, ScriptObject, int, string>(Said));
        return functions;
    }

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
        string text = Indent((string)prose["text"]!, width);
        return prose["is_paragraph"] is true ? lead + " " + text : lead + "\n\n" + new string(' ', width) + text;
    }

    private sealed class MarkdownInline : IInlineMarkup
    {
        public string Link(string address, string text) => "[" + text + "](" + address + ")";

        public string Strong(string text) => "**" + text + "**";

        public string Emphasis(string text) => "*" + text + "*";

        // Inside a line, where a paragraph's own marks mean nothing.
        public string Text(string text) => MarkdownText.Escape("x" + text)[1..];
    }
}
