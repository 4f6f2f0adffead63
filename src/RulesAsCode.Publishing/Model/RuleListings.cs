using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Publishing.Model;

/// <summary>Declarations as they stand in their files.</summary>
internal static class RuleListings
{
    /// <param name="declaration">The whole declaration.</param>
    /// <param name="guidePath">The file of the guide; other files are called by their place beside or below it, so that no path of a machine is shown.</param>
    public static RuleListing Of(Location declaration, string guidePath)
    {
        SourceText source = declaration.Source;
        int first = declaration.Start.Line;
        int last = source.GetPosition(Math.Max(declaration.Span.Start, declaration.Span.End - 1)).Line;
        string folder = guidePath[..(guidePath.LastIndexOf('/') + 1)];
        string file = folder.Length > 0 && source.Path.StartsWith(folder, StringComparison.Ordinal)
            ? source.Path[folder.Length..]
            : source.Path[(source.Path.LastIndexOf('/') + 1)..];
        return new RuleListing(
            file, first + 1, [.. Enumerable.Range(first, last - first + 1).Select(line => source.ToString(source.LineSpan(line)).TrimEnd())]);
    }
}
