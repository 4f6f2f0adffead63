using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Tests.Formatting;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Tests.Incremental;

/// <summary>Files of rules under the hands of somebody who writes, renames, breaks and repairs them; the same for the same seed.</summary>
internal sealed class RandomEdits
{
    private static readonly string[] Scraps =
        ["a", "x", " ", "\n", "\n\n", "  ", "#", "\"", "`", ":", "is ", "not ", " 3 working days", "requirement New One\n", "example \"New\"\n", "  see ", "\r\n", "\r", "\t", "guide Other \"Other\"\n", "é", "define more\n  when "];

    private readonly Random _random;
    private readonly List<SortedDictionary<string, string>> _history = [];

    internal RandomEdits(IEnumerable<SourceText> files, int seed)
    {
        _random = new Random(seed);
        Files = new SortedDictionary<string, string>(files.ToDictionary(file => file.Path, file => file.Text), StringComparer.Ordinal);
    }

    internal SortedDictionary<string, string> Files { get; private set; }

    internal IEnumerable<SourceText> Sources => Files.Select(file => SourceText.From(file.Key, file.Value));

    /// <summary>One edit, of a kind that is told.</summary>
    internal string Next()
    {
        _history.Add(new SortedDictionary<string, string>(Files, StringComparer.Ordinal));
        if (Files.Count == 0)
        {
            Files = new SortedDictionary<string, string>(_history[0], StringComparer.Ordinal);
            return "the files come back";
        }

        // Now and then all is repaired at once, so that what is wrong does not hide everything else.
        if (_history.Count > 1 && _random.Next(4) == 0)
        {
            Files = new SortedDictionary<string, string>(_history[0], StringComparer.Ordinal);
            return "as it was at first";
        }

        string path = Files.Keys.ElementAt(_random.Next(Files.Count));
        string text = Files[path];
        int at = _random.Next(text.Length + 1);
        switch (_random.Next(15))
        {
            case 0 or 1:
                Files[path] = text.Insert(at, Scraps[_random.Next(Scraps.Length)]);
                return $"insert in {path}";
            case 2:
                Files[path] = text.Remove(at, Math.Min(_random.Next(1, 12), text.Length - at));
                return $"delete in {path}";
            case 3 or 4:
                Files[path] = OneWord(text, at);
                return $"another word in {path}";
            case 5:
                Files[path] = TextMutation.Harmful(text, _random.Next(1, TextMutation.HarmfulKinds), _random.Next(100_000), _random.Next(100_000));
                return $"a mistake in {path}";
            case 6:
                Files[path] = TextMutation.Harmless(text, _random.Next(TextMutation.HarmlessKinds), _random.Next(100_000), _random.Next(100_000));
                return $"another layout of {path}";
            case 7:
                return Rename(everywhere: false);
            case 8:
                return Rename(everywhere: true);
            case 9:
                return MoveDeclaration(path);
            case 10:
                Files.Remove(path);
                return $"without {path}";
            case 11:
                Files[path.Replace(".rules", _random.Next(100) + ".rules", StringComparison.Ordinal)] = text;
                return $"a copy of {path}";
            case 12 or 13 when _history.Count > 1:
                // Undo, of one step or of several.
                Files = new SortedDictionary<string, string>(_history[Math.Max(0, _history.Count - 1 - _random.Next(1, 4))], StringComparer.Ordinal);
                return "undo";
            case 14:
                return KeywordOrWhole(path);
            default:
                Files[path] = text + "\n";
                return $"a line at the end of {path}";
        }
    }

    private string OneWord(string text, int at)
    {
        int start = text.LastIndexOf(' ', Math.Max(0, at - 1)) + 1;
        int end = text.IndexOfAny([' ', '\n'], start);
        return end < 0 ? text : text[..start] + OneOf(text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)) + text[end..];
    }

    private string Rename(bool everywhere)
    {
        (string Path, NameSyntax Name)[] names =
        [
            .. Sources.SelectMany(source => SyntaxTree.Parse(source).Declarations.Where(declaration => declaration.Name is not null).Select(declaration => (source.Path, declaration.Name!))),
        ];
        if (names.Length == 0)
        {
            return "nothing to rename";
        }

        (string path, NameSyntax name) = names[_random.Next(names.Length)];
        string other = name.Text + (_random.Next(2) == 0 ? " renamed" : "x");
        if (everywhere)
        {
            foreach (string file in Files.Keys.ToArray())
            {
                Files[file] = Files[file].Replace(name.Text, other, StringComparison.OrdinalIgnoreCase);
            }
        }
        else
        {
            Files[path] = Files[path].Remove(name.Span.Start, name.Span.Length).Insert(name.Span.Start, other);
        }

        return $"'{name.Text}' is '{other}' {(everywhere ? "everywhere" : "where it is declared")}";
    }

    private string MoveDeclaration(string path)
    {
        SyntaxTree tree = SyntaxTree.Parse(SourceText.From(path, Files[path]));
        if (tree.Declarations.Length < 2)
        {
            return "nothing to move";
        }

        TextSpan span = tree.Declarations[_random.Next(1, tree.Declarations.Length)].FullExtent;
        string moved = tree.Source.ToString(span);
        Files[path] = Files[path].Remove(span.Start, span.Length);
        string target = Files.Keys.ElementAt(_random.Next(Files.Count));
        Files[target] = Files[target].TrimEnd('\n') + "\n\n" + moved + "\n";
        return $"a declaration from {path} to {target}";
    }

    /// <summary>A declaration that nobody can tell for one any more, or that is gone.</summary>
    private string KeywordOrWhole(string path)
    {
        SyntaxTree tree = SyntaxTree.Parse(SourceText.From(path, Files[path]));
        if (tree.Declarations.IsEmpty)
        {
            return "nothing to break";
        }

        TextSpan span = tree.Declarations[_random.Next(tree.Declarations.Length)].FullExtent;
        bool isGone = _random.Next(2) == 0;
        Files[path] = isGone ? Files[path].Remove(span.Start, span.Length) : Files[path].Insert(span.Start + 1, "q");
        return (isGone ? "without a declaration of " : "a broken declaration in ") + path;
    }

    private T OneOf<T>(T[] items) => items[_random.Next(items.Length)];
}
