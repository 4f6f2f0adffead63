using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>A guide or a library: its header and the files that belong to it.</summary>
internal sealed class BindingUnit(SyntaxTree tree, DeclarationSyntax header)
{
    internal DeclarationSyntax Header { get; } = header;

    internal bool IsGuide => Header.Kind == DeclarationKind.Guide;

    internal string Name => Header.Name?.Text ?? "";

    internal SyntaxTree HeaderTree { get; } = tree;

    internal Location Location { get; } = new(tree.Source, header.Name?.Span ?? header.Span);

    /// <summary>The file of the header, then its parts, in order of path.</summary>
    internal List<SyntaxTree> Files { get; } = [tree];

    /// <summary>False where a file was taken for a part of it that names something else.</summary>
    internal bool IsSound { get; set; } = true;
}

/// <summary>Sorts the files of a compilation into guides and libraries.</summary>
internal sealed class BindingUnits
{
    private readonly Dictionary<string, BindingUnit> _byName = new(StringComparer.Ordinal);

    private BindingUnits()
    {
    }

    internal List<BindingUnit> Guides { get; } = [];

    internal List<BindingUnit> Libraries { get; } = [];

    internal List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>False when a file could be given to no guide or library, so that declarations are missing somewhere.</summary>
    internal bool IsComplete { get; private set; } = true;

    internal static BindingUnits Create(IEnumerable<SyntaxTree> trees)
    {
        var units = new BindingUnits();
        var parts = new List<SyntaxTree>();
        foreach (SyntaxTree tree in trees)
        {
            switch (tree.Declarations.FirstOrDefault()?.Kind)
            {
                case DeclarationKind.Guide or DeclarationKind.Library:
                    units.Add(new BindingUnit(tree, tree.Declarations[0]));
                    break;
                default:
                    // A part; or a file without a header, which has been reported.
                    parts.Add(tree);
                    break;
            }
        }

        foreach (SyntaxTree part in parts)
        {
            units.AddPart(part);
        }

        return units;
    }

    internal BindingUnit? FindLibrary(string name) => _byName.TryGetValue(Names.Key(name), out BindingUnit? unit) && !unit.IsGuide ? unit : null;

    internal BindingUnit? Find(string name) => _byName.TryGetValue(Names.Key(name), out BindingUnit? unit) ? unit : null;

    private void Add(BindingUnit unit)
    {
        (unit.IsGuide ? Guides : Libraries).Add(unit);
        if (unit.Header.Name is null)
        {
            IsComplete = false;
            return;
        }

        string key = Names.Key(unit.Name);
        if (_byName.TryGetValue(key, out BindingUnit? first))
        {
            Diagnostics.Add(DiagnosticCatalogue.NameUsedTwice(unit.Location, unit.Name, first.IsGuide ? "a guide (" + Names.Place(first.Location) + ")" : "a library (" + Names.Place(first.Location) + ")", first.Location));
            unit.IsSound = false;
            return;
        }

        _byName.Add(key, unit);
    }

    private void AddPart(SyntaxTree tree)
    {
        DeclarationSyntax? header = tree.Declarations.FirstOrDefault();
        NameSyntax? name = header is { Kind: DeclarationKind.PartOf } ? header.Name : null;
        BindingUnit? unit = name is null ? null : Find(name.Text);
        if (unit is not null)
        {
            unit.Files.Add(tree);
            return;
        }

        if (header is null)
        {
            // Nothing in it: a file of comments takes nothing from anybody, one that could not be read may.
            IsComplete &= tree.Diagnostics.IsEmpty;
            return;
        }

        // Taken for a part of the guide that was probably meant, so that its names are not missing everywhere.
        BindingUnit? nearest = name is null ? null : new SpellChecker().Nearest(name.Text, Guides.Concat(Libraries), candidate => candidate.Name);
        if (name is not null && IsComplete)
        {
            Diagnostics.Add(DiagnosticCatalogue.UnknownOfKind(new Location(tree.Source, name.Span), "guide or library", name.Text, nearest?.Name, nearest is null ? null : Names.Place(nearest.Location)));
        }

        nearest ??= Guides.Count == 1 ? Guides[0] : Guides.Count == 0 && Libraries.Count == 1 ? Libraries[0] : null;
        if (nearest is null)
        {
            IsComplete = false;
        }
        else
        {
            nearest.IsSound = false;
            nearest.Files.Add(tree);
        }
    }
}
