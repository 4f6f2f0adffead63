using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using RulesAsCode.Publishing.Markdown;

namespace RulesAsCode.Publishing.Html;

/// <summary>Links the first use of each glossary term of a parsed document to its meaning: not in headings, links or code, and none inside another.</summary>
internal sealed class GlossaryLinks(GlossaryTerms glossary, Func<string, string> addressOf)
{
    /// <param name="document">The document, which is changed.</param>
    /// <param name="exceptTerm">Anchor of the term that is not to be linked: the one whose meaning this is.</param>
    public void AddTo(MarkdownDocument document, string? exceptTerm)
    {
        var linked = new HashSet<string>(StringComparer.Ordinal);
        if (exceptTerm is not null)
        {
            linked.Add(exceptTerm);
        }

        foreach (LeafBlock block in document.Descendants<LeafBlock>().Where(block => block is not HeadingBlock && block.Inline is not null).ToList())
        {
            AddTo(block.Inline!, linked);
        }
    }

    private void AddTo(ContainerInline container, HashSet<string> linked)
    {
        foreach (ContainerInline inner in container.OfType<ContainerInline>().Where(inline => inline is not LinkInline).ToList())
        {
            AddTo(inner, linked);
        }

        foreach (List<Inline> run in Runs(container))
        {
            string text = string.Concat(run.Select(TextOf));
            TermUse[] uses = [.. glossary.Find(text).Where(use => linked.Add(use.Id))];

            // From the last to the first, so that places before stay as they are.
            foreach (TermUse use in uses.Reverse())
            {
                Link(run, use);
            }
        }
    }

    /// <summary>Neighbours that are running text, so that a term may go over the end of a line.</summary>
    private static List<List<Inline>> Runs(ContainerInline container)
    {
        var runs = new List<List<Inline>>();
        List<Inline>? run = null;
        foreach (Inline inline in container)
        {
            if (inline is LiteralInline or LineBreakInline { IsHard: false } or HtmlEntityInline)
            {
                if (run is null)
                {
                    runs.Add(run = []);
                }

                run.Add(inline);
            }
            else
            {
                run = null;
            }
        }

        return runs;
    }

    private static string TextOf(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => " ",
    };

    private void Link(List<Inline> run, TermUse use)
    {
        int first = SplitAt(run, use.Start);
        int next = SplitAt(run, use.Start + use.Length);
        var link = new LinkInline(addressOf(use.Id), "") { IsClosed = true };
        run[first].InsertBefore(link);
        foreach (Inline inline in run[first..next])
        {
            inline.Remove();
            link.AppendChild(inline);
        }

        // What stands before a later term stays a run of its own.
        run.RemoveRange(first, run.Count - first);
    }

    /// <summary>The index in the run at which a place of its text begins, after cutting the literal that it lies inside.</summary>
    private static int SplitAt(List<Inline> run, int place)
    {
        int start = 0;
        for (int index = 0; index < run.Count; index++)
        {
            string text = TextOf(run[index]);
            if (place == start)
            {
                return index;
            }

            if (place < start + text.Length && run[index] is LiteralInline literal)
            {
                var rest = new LiteralInline(text[(place - start)..]);
                literal.Content = new Markdig.Helpers.StringSlice(text[..(place - start)]);
                literal.InsertAfter(rest);
                run.Insert(index + 1, rest);
                return index + 1;
            }

            start += text.Length;
        }

        return run.Count;
    }
}
