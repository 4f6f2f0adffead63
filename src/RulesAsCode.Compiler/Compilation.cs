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
    private Compilation(ImmutableArray<SyntaxTree> trees, ImmutableArray<Diagnostic> diagnostics, ImmutableArray<RulesModel> guides)
    {
        Trees = trees;
        Diagnostics = diagnostics;
        Guides = guides;
    }

    /// <summary>One tree a file, ordinal by path.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>What all phases found, each thing once, in order of place and code.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.IsError);

    /// <summary>One model for each guide that is free of errors, in the order of the files of their headers.</summary>
    public ImmutableArray<RulesModel> Guides { get; }

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
    public static Compilation FromTrees(IEnumerable<SyntaxTree> parsed, Func<string, string?> readTable, CancellationToken cancellationToken = default)
    {
        ImmutableArray<SyntaxTree> trees = [.. parsed.OrderBy(tree => tree.Source.Path, StringComparer.Ordinal)];
        var tables = new Dictionary<string, string?>(StringComparer.Ordinal);
        string? ReadOnce(string path)
        {
            if (!tables.TryGetValue(path, out string? text))
            {
                tables.Add(path, text = readTable(path));
            }

            return text;
        }

        var units = BindingUnits.Create(trees);
        var diagnostics = new List<Diagnostic>(trees.SelectMany(tree => tree.Diagnostics));
        diagnostics.AddRange(units.Diagnostics);
        var guides = ImmutableArray.CreateBuilder<RulesModel>();
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
            guides.ToImmutable());

        void Bind(BindingUnit unit)
        {
            (RulesModel? model, IReadOnlyList<Diagnostic> found) = DeclarationBinder.Bind(unit, units, ReadOnce, cancellationToken);
            diagnostics.AddRange(found);
            if (model is not null)
            {
                guides.Add(model);
            }
        }
    }
}
