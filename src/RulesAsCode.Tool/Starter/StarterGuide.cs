using System.Collections.Immutable;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Publishing;

namespace RulesAsCode.Tool.Starter;

/// <summary>The guide that <c>rules new</c> writes: the rule files of this folder under another name and title.</summary>
internal static class StarterGuide
{
    private static readonly string[] FileNames = ["main.rules", "examples.rules"];

    /// <summary>The files of a starter guide.</summary>
    /// <param name="name">What the guide is called, as its writer says it; a name that holds a word of the language is put in backticks.</param>
    /// <param name="title">Its title, or null for the starter's own.</param>
    /// <exception cref="UsageException">The name or the title cannot stand in a rule file.</exception>
    internal static ImmutableArray<PublishedFile> Create(string name, string? title)
    {
        // One line of a file each, whatever the command line gave.
        foreach ((string what, string given) in new[] { ("name", name), ("title", title ?? "") })
        {
            if (given.Any(c => char.IsControl(c) || c is '"' or '`'))
            {
                throw new UsageException($"A {what} is one line without quotation marks and backticks.");
            }
        }

        if (title is not null && string.IsNullOrWhiteSpace(title))
        {
            throw new UsageException("The title is empty; leave '--title' out, or say what the guide is about.");
        }

        string written = WrittenName(name);
        ImmutableArray<PublishedFile> files = [.. FileNames.Select(file => new PublishedFile(file, WithHeader(Read(file), written, title)))];
        var compilation = Compilation.Create(files.Select(file => SourceText.From(file.Path, file.Text)), _ => null);
        if (compilation.Diagnostics.FirstOrDefault() is { } problem)
        {
            throw Refused(name, problem);
        }

        return files;
    }

    private static string WrittenName(string name)
    {
        string plain = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (plain.Length == 0)
        {
            throw new UsageException("The name is empty; a guide is called by a few words, such as 'Hall Hire'.");
        }

        SyntaxTree tree = HeaderOf(plain);
        if (tree.Diagnostics.IsEmpty && tree.Declarations[0].Name is { } read && read.Text == plain.Normalize())
        {
            return plain;
        }

        // A word of the language in a name is said in backticks; what is wrong in another way stays wrong there.
        bool isMadeOfWords = plain.Split(' ').All(word => word == "&" || (char.IsLetter(word[0]) && word.All(c => char.IsLetterOrDigit(c) || c is '-' or '&')) || word.All(char.IsAsciiDigit));
        if (isMadeOfWords && char.IsLetter(plain[0]) && HeaderOf("`" + plain + "`") is { Diagnostics.IsEmpty: true } quoted && quoted.Declarations[0].Name is not null)
        {
            return "`" + plain + "`";
        }

        throw tree.Diagnostics.FirstOrDefault() is { } problem
            ? Refused(name, problem)
            : new UsageException($"'{name}' is no name: it is made of words that begin with a letter, such as 'Hall Hire'.");
    }

    private static UsageException Refused(string name, Diagnostic problem) =>
        new($"A guide cannot be called '{name}': {problem.Message}" + (problem.Fix is null ? "" : $" ({problem.Fix})"));

    private static SyntaxTree HeaderOf(string name) => SyntaxTree.Parse(SourceText.From("name", $"guide {name} \"Title\"\n"));

    /// <summary>The text with another name, and where it has a title another title, in its first declaration.</summary>
    private static string WithHeader(string text, string name, string? title)
    {
        DeclarationSyntax header = SyntaxTree.Parse(SourceText.From("starter", text)).Declarations[0];
        if (title is not null && header.Title is { } old)
        {
            text = text[..old.Span.Start] + "\"" + title.Trim() + "\"" + text[old.Span.End..];
        }

        TextSpan span = header.Name!.Span;
        return text[..span.Start] + name + text[span.End..];
    }

    private static string Read(string file)
    {
        using Stream stream = typeof(StarterGuide).Assembly.GetManifestResourceStream(typeof(StarterGuide), file)
            ?? throw new InvalidOperationException($"The starter file '{file}' is not part of the tool.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
