using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Fidelity;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

// What binding again after an edit is spared. Shared declarations are all that requirements and examples are made of; none of them can see a requirement, so
// that they stay as they are while the files they stand in do. Of what a requirement or an example asks for, then, only requirements can be new.
internal sealed partial class DeclarationBinder
{
    private readonly List<BoundDeclaration> _requirements = [];
    private readonly Dictionary<SyntaxTree, List<BoundDeclaration>> _boundByFile = [];
    private readonly HashSet<BoundDeclaration> _kept = [];
    private readonly List<(string Key, Requirement? Found)> _lookups = [];
    private readonly Dictionary<BoundDeclaration, DeclarationContext> _contexts = [];
    private ImmutableArray<Diagnostic> _ofShared = [];
    private Location? _firstUseInShared;
    private bool _canBeShared;
    private IReadOnlyList<QuoteFindings>? _quotesOfDefinitions;

    /// <summary>How many requirements and examples were bound, and not taken over.</summary>
    internal int DeclarationsBound { get; private set; }

    private static bool IsShared(DeclarationKind kind) => kind is DeclarationKind.Source or DeclarationKind.Term or DeclarationKind.Choice or DeclarationKind.Format or DeclarationKind.Calendar
        or DeclarationKind.Record or DeclarationKind.Facts or DeclarationKind.Parameter or DeclarationKind.Define or DeclarationKind.Reading;

    /// <summary>Whether what this one bound of the shared declarations holds for these files: none of them changed, came or went, nor did the header, which sets the currency.</summary>
    private bool CanShareWith(BindingUnit unit, BindingUnits units, List<SyntaxTree> files)
    {
        if (!_canBeShared || !units.IsComplete || unit.HeaderTree != _unit.HeaderTree || unit.IsGuide != _unit.IsGuide)
        {
            return false;
        }

        var same = new HashSet<SyntaxTree>(files);
        same.SymmetricExceptWith(_files);
        return same.All(changed => !changed.Declarations.Any(declaration => IsShared(declaration.Kind)));
    }

    private void BindShared()
    {
        int told = _bag.Diagnostics.Count;
        _files.ForEach(DeclareShared);
        DeclareFacts();
        DeclareDefinitions();
        BindFieldTypes();
        BindSources();
        BindChoicesAndFormats();
        BindReadingsAndTerms();
        BindCalendars();
        BindParameters();
        BindDefinitions();
        _ofShared = [.. _bag.Diagnostics.Skip(told)];
        _firstUseInShared = _firstUseOfWorkingDays;
        _canBeShared = _symbols.IsComplete && _symbols.TimesMoreWasAskedFor == 0;
    }

    private void TakeOverShared(DeclarationBinder before)
    {
        _ofShared = before._ofShared;
        foreach (Diagnostic diagnostic in _ofShared)
        {
            _bag.Add(diagnostic);
        }

        _firstUseInShared = before._firstUseInShared;
        _firstUseOfWorkingDays = _firstUseInShared;
        _quotesOfDefinitions = before._quotesOfDefinitions;
        _canBeShared = true;
    }

    /// <summary>Declares requirements, examples and pages: what is kept, as the object that it is.</summary>
    private void DeclareOthers()
    {
        if (_shared is not null)
        {
            Keep(_shared);
        }

        foreach (SyntaxTree file in _files)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            DeclarePages(file);
            List<BoundDeclaration>? before = _shared?.BoundBefore(file);
            var ofFile = new List<BoundDeclaration>();
            foreach (DeclarationSyntax syntax in file.Declarations.Where(IsBoundAlone))
            {
                BoundDeclaration? bound = before?[ofFile.Count];
                ofFile.Add(bound is not null && _kept.Contains(bound) ? bound : New(file, syntax));
            }

            _boundByFile.Add(file, ofFile);
        }

        _requirements.AddRange(_files.SelectMany(file => _boundByFile[file]).Where(bound => bound.Requirement is not null));
        foreach (BoundDeclaration bound in _requirements)
        {
            Requirement requirement = bound.Requirement!;
            RefuseReserved(requirement.Name, requirement.Location, Names.Everything, "the whole outcome");
            _symbols.Requirements.Declare(requirement, _bag);
            if (bound.Syntax.HasErrors)
            {
                _symbols.BrokenRequirements.Add(requirement);
            }
        }
    }

    private List<BoundDeclaration>? BoundBefore(SyntaxTree file) => _boundByFile.TryGetValue(file, out List<BoundDeclaration>? bound) ? bound : null;

    private static bool IsBoundAlone(DeclarationSyntax syntax) => syntax.Kind == DeclarationKind.Example || syntax is { Kind: DeclarationKind.Requirement, Name: not null };

    private BoundDeclaration New(SyntaxTree file, DeclarationSyntax syntax)
    {
        var context = new DeclarationContext(_symbols, file.Source, syntax);
        var bound = new BoundDeclaration(syntax)
        {
            Requirement = syntax.Kind == DeclarationKind.Example ? null
                : new Requirement(syntax.Name!.Text, syntax.Title?.Value, context.Name) { Declaration = new Location(file.Source, syntax.FullExtent) },
        };
        _contexts.Add(bound, context);
        return bound;
    }

    /// <summary>Finds what nothing reaches. A requirement that is bound again is another object, so that whatever asked for it is bound again as well.</summary>
    private void Keep(DeclarationBinder before)
    {
        // What each name will mean; null for what is bound again.
        var meanings = new Dictionary<string, Requirement?>(StringComparer.Ordinal);
        foreach (SyntaxTree file in _files)
        {
            List<BoundDeclaration>? ofFile = before.BoundBefore(file);
            int at = 0;
            foreach (DeclarationSyntax syntax in file.Declarations.Where(IsBoundAlone))
            {
                BoundDeclaration? bound = ofFile?[at++];
                bool isKept = bound is { CanBeKept: true } && _kept.Add(bound);
                if (syntax.Kind == DeclarationKind.Requirement && (bound?.Requirement!.Key ?? Names.Key(syntax.Name!.Text)) is var key && !meanings.ContainsKey(key))
                {
                    meanings.Add(key, isKept ? bound!.Requirement : null);
                }
            }
        }

        var askers = new Dictionary<Requirement, List<BoundDeclaration>>();
        var reached = new Stack<BoundDeclaration>();
        foreach (BoundDeclaration bound in _kept.Where(bound => bound.Lookups.Length > 0))
        {
            foreach ((string key, Requirement? found) in bound.Lookups)
            {
                if (meanings.TryGetValue(key, out Requirement? now) ? now is null || now != found : found is not null)
                {
                    reached.Push(bound);
                    break;
                }

                if (found is not null)
                {
                    if (!askers.TryGetValue(found, out List<BoundDeclaration>? ofRequirement))
                    {
                        askers.Add(found, ofRequirement = []);
                    }

                    ofRequirement.Add(bound);
                }
            }
        }

        while (reached.Count > 0)
        {
            BoundDeclaration bound = reached.Pop();
            if (_kept.Remove(bound) && bound.Requirement is { } requirement && askers.TryGetValue(requirement, out List<BoundDeclaration>? next))
            {
                next.ForEach(reached.Push);
            }
        }
    }

    /// <summary>Binds a requirement or an example, and writes down what it took from others.</summary>
    private void BindUnlessKept(BoundDeclaration bound, Action<DeclarationContext> bind)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (!_kept.Contains(bound))
        {
            DeclarationsBound++;
            Location? firstBefore = _firstUseOfWorkingDays;
            _firstUseOfWorkingDays = null;
            int told = _bag.Diagnostics.Count;
            int asked = _symbols.TimesMoreWasAskedFor;
            _lookups.Clear();
            _symbols.Requirements.Lookups = _lookups;
            bind(_contexts[bound]);
            _symbols.Requirements.Lookups = null;
            bound.Lookups = [.. _lookups];
            bound.CanBeKept = told == _bag.Diagnostics.Count && asked == _symbols.TimesMoreWasAskedFor;
            bound.FirstUseOfWorkingDays = _firstUseOfWorkingDays;
            _firstUseOfWorkingDays = firstBefore;
        }

        _firstUseOfWorkingDays ??= bound.FirstUseOfWorkingDays;
    }
}
