using RulesAsCode.Publishing.Model;

namespace RulesAsCode.Publishing.Rendering;

/// <summary>
/// How text becomes part of a kind of page. Every string of the records passes through here on its way to a template, so that no template can
/// forget to escape.
/// </summary>
internal interface IMarkup
{
    /// <summary>Plain text as markup that shows exactly that text.</summary>
    string Text(string text);

    /// <summary>An address to link to, or null for one that is not to be linked.</summary>
    string? Address(string address);

    /// <summary>Where a link to an anchor of the guide leads; empty for the empty anchor, which is no link.</summary>
    string Anchor(string id);

    /// <summary>Prose as a template sees it.</summary>
    /// <param name="prose">The prose as written.</param>
    /// <param name="headingLevel">The level of a heading written <c>###</c>.</param>
    /// <param name="exceptTerm">Anchor of the term whose meaning it is, or null.</param>
    object Prose(ProseText prose, int headingLevel, string? exceptTerm);
}
