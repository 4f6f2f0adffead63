using System.Globalization;
using System.Text;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Syntax;
using AdditionalText = Microsoft.CodeAnalysis.AdditionalText;
using RuleText = RulesAsCode.Compiler.Text.SourceText;

namespace RulesAsCode.Generator.Model;

/// <summary>
/// A rule file as far as anything can depend on it. Two are equal when the same tokens stand at the same lines and columns: a comment or
/// a blank at the end of a line that came or went is no change.
/// </summary>
internal sealed class RuleFile : IEquatable<RuleFile>
{
    private readonly string _meaning;

    private RuleFile(string path, string text, string meaning)
    {
        Path = path;
        Text = text;
        _meaning = meaning;
    }

    /// <summary>As the host calls it.</summary>
    internal string Path { get; }

    internal string Text { get; }

    /// <summary>Reads a file; null for one that the host cannot read, which it reports itself.</summary>
    internal static RuleFile? Read(AdditionalText file, CancellationToken cancellationToken)
    {
        string? text = file.GetText(cancellationToken)?.ToString();
        return text is null ? null : Create(file.Path, text, cancellationToken);
    }

    internal static RuleFile Create(string path, string text, CancellationToken cancellationToken)
    {
        SyntaxTree tree = SyntaxTree.Parse(RuleText.From(path, text), cancellationToken);
        return new RuleFile(path, text, MeaningOf(tree));
    }

    public bool Equals(RuleFile? other) =>
        other is not null && string.Equals(Path, other.Path, StringComparison.Ordinal) && string.Equals(_meaning, other._meaning, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as RuleFile);

    public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(Path) * 31) + StringComparer.Ordinal.GetHashCode(_meaning));

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
