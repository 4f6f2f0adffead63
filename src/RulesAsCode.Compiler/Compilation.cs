using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Semantics;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler;

/// <summary>
/// Rule files read together: guides, their parts and the libraries that they use. Pure: the same files and tables give the same result,
/// in whatever order the files come.
/// </summary>
public sealed class Compilation
{
    private readonly ImmutableArray<DeclarationBinder> _bound;
    private readonly IReadOnlyDictionary<string, string?> _tables;

    private Compilation(
        ImmutableArray<SyntaxTree> trees, ImmutableArray<Diagnostic> diagnostics, ImmutableArray<DeclarationBinder> bound, IReadOnlyDictionary<string, string?> tables)
    {
        Trees = trees;
        Diagnostics = diagnostics;
        Guides = [.. bound.Select(unit => unit.Model).OfType<RulesModel>()];
        _bound = bound;
        _tables = tables;
    }

    /// <summary>One tree a file, ordinal by path.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>What all phases found, each thing once, in order of place and code.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.IsError);

    /// <summary>One model for each guide that is free of errors, in the order of the files of their headers.</summary>
    public ImmutableArray<RulesModel> Guides { get; }

    /// <summary>How many requirements and examples were bound, and not taken over from before an edit.</summary>
    internal int DeclarationsBound => _bound.Sum(unit => unit.DeclarationsBound);

    /// <summary>Reads and binds rule files. Whatever they hold, nothing is thrown; what is wrong with them is in <see cref="Diagnostics"/>.</summary>
    /// <param name="files">The rule files, each with a path of its own.</param>
    /// <param name="readTable">
    /// Gives the text of a table of holidays, or null where there is none. Its argument is the folder of the rule file joined with the path
    /// that the rule writes, <c>/</c> between folders, <c>.</c> and <c>..</c> worked out. Asked once for a path.
    /// </param>
    /// <param name="cancellationToken">Stops the work between two declarations.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Compilation Create(IEnumerable<SourceText> files, Func<string, string?> readTable, CancellationToken cancellationToken = default) =>
        FromTrees(files.Select(file => SyntaxTree.Parse(file, cancellationToken)), readTable, cancellationToken);

    /// <summary>The same for files that were parsed before: after an edit, only the file that changed has to be.</summary>
    /// <param name="parsed">The trees of the rule files, each with a path of its own.</param>
    /// <param name="readTable">As for files.</param>
    /// <param name="cancellationToken">Stops the work between two declarations.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Compilation FromTrees(IEnumerable<SyntaxTree> parsed, Func<string, string?> readTable, CancellationToken cancellationToken = default) =>
        Bind(parsed, null, readTable, cancellationToken);

    /// <summary>
    /// The compilation of these files, as <see cref="Create"/> gives it, found out from this one: a file whose text is the same is not read again, and of one that
    /// was edited only the declarations that changed; requirements and examples that no change reaches stay bound. This compilation stays as it is.
    /// </summary>
    /// <param name="files">All rule files, each with a path of its own; files that are not among them are gone.</param>
    /// <param name="readTable">As for <see cref="Create"/>. A table that has changed counts as an edit.</param>
    /// <param name="cancellationToken">Stops the work between two declarations.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public Compilation WithFiles(IEnumerable<SourceText> files, Func<string, string?> readTable, CancellationToken cancellationToken = default)
    {
        Dictionary<string, SyntaxTree> before = Trees.ToDictionary(tree => tree.Source.Path, StringComparer.Ordinal);
        return Bind(
            files.Select(file => before.TryGetValue(file.Path, out SyntaxTree? tree) ? tree.WithChangedText(file.Text, cancellationToken) : SyntaxTree.Parse(file, cancellationToken)),
            this,
            readTable,
            cancellationToken);
    }

    /// <summary>The same for files that were parsed before: what stands in a tree that is among <see cref="Trees"/> is taken over, except where a change reaches it.</summary>
    /// <param name="parsed">The trees of all rule files, each with a path of its own.</param>
    /// <param name="readTable">As for <see cref="WithFiles"/>.</param>
    /// <param name="cancellationToken">Stops the work between two declarations.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public Compilation WithTrees(IEnumerable<SyntaxTree> parsed, Func<string, string?> readTable, CancellationToken cancellationToken = default) =>
        Bind(parsed, this, readTable, cancellationToken);

    private static Compilation Bind(IEnumerable<SyntaxTree> parsed, Compilation? before, Func<string, string?> readTable, CancellationToken cancellationToken)
    {
        ImmutableArray<SyntaxTree> trees = [.. parsed.OrderBy(tree => tree.Source.Path, StringComparer.Ordinal)];
        var tables = new Tables(readTable);

        // What is bound depends on the tables that it read.
        bool isSameButForFiles = before is not null && before._tables.All(table => string.Equals(tables.Read(table.Key), table.Value, StringComparison.Ordinal));
        Dictionary<string, DeclarationBinder> boundBefore = isSameButForFiles ? before!._bound.ToDictionary(unit => unit.HeaderPath, StringComparer.Ordinal) : [];
        var units = BindingUnits.Create(trees);
        var diagnostics = new List<Diagnostic>(trees.SelectMany(tree => tree.Diagnostics));
        diagnostics.AddRange(units.Diagnostics);
        var bound = ImmutableArray.CreateBuilder<DeclarationBinder>();
        var used = new HashSet<BindingUnit>();
        foreach (BindingUnit guide in units.Guides)
        {
            used.UnionWith(DeclarationBinder.LibrariesOf(guide, units));
            Bind(guide);
        }

        foreach (BindingUnit library in units.Libraries)
        {
            if (!used.Contains(library))
            {
                Bind(library);
            }
        }

        return new Compilation(
            trees,
            [.. diagnostics.Distinct().OrderBy(diagnostic => diagnostic.Location).ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal)],
            bound.ToImmutable(),
            tables.Texts);

        void Bind(BindingUnit unit)
        {
            boundBefore.TryGetValue(unit.HeaderTree.Source.Path, out DeclarationBinder? unitBefore);
            var binder = DeclarationBinder.Bind(unit, units, unitBefore, tables.Read, cancellationToken);
            diagnostics.AddRange(binder.Diagnostics);
            bound.Add(binder);
        }
    }

    /// <summary>Tables, each read once. A class of its own, because a function within <see cref="Bind"/> would keep what is bound there, and with it every compilation before.</summary>
    private sealed class Tables(Func<string, string?> read)
    {
        private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);

        internal IReadOnlyDictionary<string, string?> Texts => _texts;

        internal string? Read(string path)
        {
            if (!_texts.TryGetValue(path, out string? text))
            {
                _texts.Add(path, text = read(path));
            }

            return text;
        }
    }
}
