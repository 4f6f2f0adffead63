using System.Globalization;
using System.Text;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Linting;
using RulesAsCode.Compiler.Syntax;
using AdditionalText = Microsoft.CodeAnalysis.AdditionalText;
using RuleText = RulesAsCode.Compiler.Text.SourceText;

namespace RulesAsCode.Generator.Model;

/// <summary>
/// A rule file as far as anything can depend on it. Two are equal when the same tokens stand at the same lines and columns: a comment or
/// a blank at the end of a line that came or went is no change, unless a lint sees it.
/// </summary>
internal sealed class RuleFile : IEquatable<RuleFile>
{
    private readonly string _meaning;

    private RuleFile(string hostPath, SyntaxTree tree)
    {
        HostPath = hostPath;
        Tree = tree;
        _meaning = MeaningOf(tree);
    }

    /// <summary>As the host calls it.</summary>
    internal string HostPath { get; }

    /// <summary>As rules and generated code call it: below the folder that holds all rule files, with <c>/</c> between folders.</summary>
    internal string Path => Tree.Source.Path;

    /// <summary>What it says. Of files that are equal the first that was read is kept, so that offsets in the text may be old; lines and columns are not.</summary>
    internal SyntaxTree Tree { get; }

    /// <summary>Reads a file; null for one that the host cannot read, which it reports itself.</summary>
    internal static RuleFile? Read(AdditionalText file, RuleFolder folder, CancellationToken cancellationToken)
    {
        string? text = file.GetText(cancellationToken)?.ToString();
        return text is null ? null : Create(file.Path, folder.NameOf(file.Path), text, cancellationToken);
    }

    internal static RuleFile Create(string hostPath, string path, string text, CancellationToken cancellationToken) =>
        new(hostPath, SyntaxTree.Parse(RuleText.From(path, text), cancellationToken));

    public bool Equals(RuleFile? other) =>
        other is not null && string.Equals(HostPath, other.HostPath, StringComparison.Ordinal) && string.Equals(Path, other.Path, StringComparison.Ordinal)
        && string.Equals(_meaning, other._meaning, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as RuleFile);

    public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(HostPath) * 31) + StringComparer.Ordinal.GetHashCode(_meaning));

    /// <summary>Every token with its place, and what is wrong with the form; each text after its length, so that no two files share one meaning.</summary>
    private static string MeaningOf(SyntaxTree tree)
    {
        RuleText source = tree.Source;
        var meaning = new StringBuilder(source.Length * 2);
        foreach (SyntaxToken token in tree.Tokens)
        {
            if (token.Kind != SyntaxKind.EndOfFile)
            {
                Append((int)token.Kind);
                Place(token.Span.Start);
                Text(source.ToString(token.Span));
            }
        }

        foreach (Diagnostic diagnostic in tree.Diagnostics)
        {
            Text(diagnostic.Code);
            Place(diagnostic.Location.Span.Start);
            Place(diagnostic.Location.Span.End);
            Text(diagnostic.Message);
            Text(diagnostic.Fix ?? "");
        }

        foreach ((int offset, string seen) in LintedTrivia.Of(tree))
        {
            Place(offset);
            Text(seen);
        }

        return meaning.ToString();

        void Place(int offset)
        {
            RulesAsCode.Compiler.Text.LinePosition place = source.GetPosition(offset);
            Append(place.Line);
            Append(place.Character);
        }

        void Text(string text)
        {
            Append(text.Length);
            meaning.Append(text);
        }

        void Append(int number) => meaning.Append(number.ToString(CultureInfo.InvariantCulture)).Append(' ');
    }
}
