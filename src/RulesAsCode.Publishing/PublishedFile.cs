namespace RulesAsCode.Publishing;

/// <summary>A file to be written: pure, so that what is published can be compared before anything is touched.</summary>
/// <param name="Path">Relative, with <c>/</c> between folders: <c>guide.md</c>.</param>
/// <param name="Text">Its whole text; lines end with <c>\n</c>.</param>
public sealed record PublishedFile(string Path, string Text);
