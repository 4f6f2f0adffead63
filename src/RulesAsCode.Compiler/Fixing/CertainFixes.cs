using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Fixing;

/// <summary>
/// Makes the certain fixes of a compilation, errors first. A fix is kept only when its diagnostic is gone and no other has come (of an error: no other error,
/// since what lints find is not known before): every step is compiled again, so that what is not improved stays as it was written.
/// </summary>
public sealed class CertainFixes
{
    /// <summary>How many fixes in a row may be needed until a sentence with several mistakes reads.</summary>
    private const int LongestChain = 20;

    private readonly Func<string, string?> _readTable;
    private readonly Func<Compilation, IReadOnlyCollection<Diagnostic>> _find;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, SourceText> _before;
    private readonly HashSet<(string Path, string Code, string Message)> _refused = [];
    private readonly List<Diagnostic> _fixed = [];
    private Compilation _current;
    private IReadOnlyCollection<Diagnostic> _found;

    private CertainFixes(
        Compilation compilation, Func<string, string?> readTable, Func<Compilation, IReadOnlyCollection<Diagnostic>> find, CancellationToken cancellationToken)
    {
        _current = compilation;
        _found = find(compilation);
        _find = find;
        _readTable = readTable;
        _cancellationToken = cancellationToken;
        _before = compilation.Trees.ToDictionary(tree => tree.Source.Path, tree => tree.Source, StringComparer.Ordinal);
    }

    /// <summary>The compilation after the fixes.</summary>
    public Compilation Compilation => _current;

    /// <summary>What was fixed, in the order in which it was; each at its place in the text that the fix was made in.</summary>
    public IReadOnlyList<Diagnostic> Fixed => _fixed;

    /// <summary>The files that have changed, before and after, ordinal by path.</summary>
    public IEnumerable<(SourceText Before, SourceText After)> ChangedFiles =>
        _current.Trees.Select(tree => (Before: _before[tree.Source.Path], After: tree.Source)).Where(file => !string.Equals(file.Before.Text, file.After.Text, StringComparison.Ordinal));

    /// <summary>What is found after the fixes.</summary>
    public IReadOnlyCollection<Diagnostic> Found => _found;

    /// <summary>What is found after the fixes and still has a certain fix, which would have brought another finding.</summary>
    public IEnumerable<Diagnostic> Left => _found.Where(diagnostic => !diagnostic.Edits.IsEmpty);

    /// <summary>Makes all certain fixes of a compilation that improve it.</summary>
    /// <param name="compilation">The compilation; each of its files has a path of its own.</param>
    /// <param name="readTable">As for <see cref="Compilation.Create"/>.</param>
    /// <param name="cancellationToken">Stops the work between two fixes.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static CertainFixes Make(Compilation compilation, Func<string, string?> readTable, CancellationToken cancellationToken = default) =>
        Make(compilation, readTable, static found => found.Diagnostics, cancellationToken);

    /// <summary>The same of all that is found in a compilation, lints among it.</summary>
    /// <param name="compilation">The compilation; each of its files has a path of its own.</param>
    /// <param name="readTable">As for <see cref="Compilation.Create"/>.</param>
    /// <param name="find">What is found in a compilation, its own diagnostics included; what is not found is not fixed.</param>
    /// <param name="cancellationToken">Stops the work between two fixes.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static CertainFixes Make(
        Compilation compilation, Func<string, string?> readTable, Func<Compilation, IReadOnlyCollection<Diagnostic>> find, CancellationToken cancellationToken = default)
    {
        var fixes = new CertainFixes(compilation, readTable, find, cancellationToken);
        fixes.Make();
        return fixes;
    }

    private void Make()
    {
        int limit = int.MaxValue;
        while (true)
        {
            List<Diagnostic> group = NextGroup(limit);
            if (group.Count == 0)
            {
                return;
            }

            // All together first; where that is no improvement, half of them, down to one.
            if (TryGroup(group))
            {
                limit = int.MaxValue;
            }
            else if (group.Count > 1)
            {
                limit = group.Count / 2;
            }
            else
            {
                _refused.Add(KeyOf(group[0]));
                limit = int.MaxValue;
            }
        }
    }

    /// <summary>The first fixes that can be made together: no two of them touch the same characters.</summary>
    private List<Diagnostic> NextGroup(int limit)
    {
        var group = new List<Diagnostic>();
        var edits = new Dictionary<string, List<TextEdit>>(StringComparer.Ordinal);
        Diagnostic[] candidates = [.. _found.Where(diagnostic => !diagnostic.Edits.IsEmpty && !_refused.Contains(KeyOf(diagnostic)))];
        bool isAnyError = Array.Exists(candidates, diagnostic => diagnostic.IsError);
        foreach (Diagnostic diagnostic in candidates.Where(diagnostic => diagnostic.IsError == isAnyError))
        {
            string path = diagnostic.Location.Source.Path;
            List<TextEdit> taken = edits.TryGetValue(path, out List<TextEdit>? known) ? known : edits[path] = [];
            if (TextEdits.Join(taken.Concat(diagnostic.Edits)) is not null)
            {
                taken.AddRange(diagnostic.Edits);
                group.Add(diagnostic);
            }

            if (group.Count == limit)
            {
                break;
            }
        }

        return group;
    }

    private bool TryGroup(IReadOnlyList<Diagnostic> group)
    {
        var made = new List<Diagnostic>();
        var places = Places.Of(_found);
        DiagnosticSeverity least = group[0].IsError ? DiagnosticSeverity.Error : DiagnosticSeverity.Information;
        Compilation compilation = _current;
        IReadOnlyList<Diagnostic> step = group;
        for (int i = 0; i < LongestChain && step.Count > 0; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            (compilation, Dictionary<string, TextEdits> edits) = Apply(compilation, step);
            places = places.Without(step).Moved(edits);
            made.AddRange(step);
            IReadOnlyCollection<Diagnostic> found = _find(compilation);
            List<Diagnostic> come = places.NotAmong(found, least);
            if (come.Count == 0)
            {
                if (found.Count(diagnostic => diagnostic.Severity >= least) >= _found.Count(diagnostic => diagnostic.Severity >= least))
                {
                    return false;
                }

                _fixed.AddRange(made);
                _current = compilation;
                _found = found;
                return true;
            }

            // A sentence tells its first mistake; the next may have a certain fix as well.
            bool goesOn = come.All(diagnostic => !diagnostic.Edits.IsEmpty) && TextEdits.Join(come.SelectMany(diagnostic => diagnostic.Edits)) is not null;
            step = goesOn ? come : [];
            places = goesOn ? places.With(come) : places;
        }

        return false;
    }

    private (Compilation Compilation, Dictionary<string, TextEdits> Edits) Apply(Compilation compilation, IReadOnlyList<Diagnostic> diagnostics)
    {
        var edits = diagnostics.GroupBy(diagnostic => diagnostic.Location.Source.Path, StringComparer.Ordinal)
            .Select(file => (Path: file.Key, Edits: TextEdits.Join(file.SelectMany(diagnostic => diagnostic.Edits))))
            .Where(file => file.Edits is not null).ToDictionary(file => file.Path, file => file.Edits!, StringComparer.Ordinal);
        IEnumerable<SourceText> files = compilation.Trees.Select(tree => edits.TryGetValue(tree.Source.Path, out TextEdits? own)
            ? SourceText.From(tree.Source.Path, own.ApplyTo(tree.Source.Text))
            : tree.Source);
        return (compilation.WithFiles(files, _readTable, _cancellationToken), edits);
    }

    private static (string, string, string) KeyOf(Diagnostic diagnostic) => (diagnostic.Location.ToString(), diagnostic.Code, diagnostic.Message);

    /// <summary>Where diagnostics stand, followed through edits.</summary>
    private sealed class Places(List<(string Path, string Code, int Start)> places)
    {
        public static Places Of(IEnumerable<Diagnostic> diagnostics) => new([.. diagnostics.Select(PlaceOf)]);

        public Places Without(IEnumerable<Diagnostic> diagnostics)
        {
            List<(string, string, int)> rest = [.. places];
            foreach (Diagnostic diagnostic in diagnostics)
            {
                rest.Remove(PlaceOf(diagnostic));
            }

            return new Places(rest);
        }

        public Places With(IEnumerable<Diagnostic> diagnostics) => new([.. places, .. diagnostics.Select(PlaceOf)]);

        public Places Moved(IReadOnlyDictionary<string, TextEdits> edits) =>
            new([.. places.Select(place => edits.TryGetValue(place.Path, out TextEdits? own) ? place with { Start = own.Map(place.Start) } : place)]);

        /// <summary>The diagnostics, at least as grave as <paramref name="least"/>, that were not there before.</summary>
        public List<Diagnostic> NotAmong(IEnumerable<Diagnostic> diagnostics, DiagnosticSeverity least)
        {
            List<(string, string, int)> rest = [.. places];
            return [.. diagnostics.Where(diagnostic => diagnostic.Severity >= least && !rest.Remove(PlaceOf(diagnostic)))];
        }

        private static (string Path, string Code, int Start) PlaceOf(Diagnostic diagnostic) => (diagnostic.Location.Source.Path, diagnostic.Code, diagnostic.Location.Span.Start);
    }
}
