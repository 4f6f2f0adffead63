using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>
/// Binds one guide with its parts and libraries, or a library that no guide uses. All names are declared first, then types, then what
/// the declarations say; examples last, since they use everything. After an edit that touches no shared declaration, those are taken over from the
/// binder before, and so is each requirement and each example that nothing reaches (see <see cref="BoundDeclaration"/>).
/// </summary>
internal sealed partial class DeclarationBinder
{
    private readonly BindingUnit _unit;
    private readonly BindingUnits _units;
    private Func<string, string?> _readTable;
    private readonly CancellationToken _cancellationToken;
    private readonly DiagnosticBag _bag = new();
    private readonly SymbolTable _symbols;
    private readonly ReferenceBinder _references;
    private readonly List<SyntaxTree> _files;
    private readonly DeclarationContext _header;
    private DeclarationBinder? _shared;
    private Guide? _guide;
    private Location? _firstUseOfWorkingDays;

    private readonly List<Library> _libraries = [];
    private readonly Work<Source> _sources;
    private readonly Work<Term> _terms;
    private readonly Work<Choice> _choices;
    private readonly Work<Format> _formats;
    private readonly Work<Calendar> _calendars;
    private readonly Work<Record> _records;
    private readonly Work<Parameter> _parameters;
    private readonly Work<Definition> _definitions;
    private readonly Work<Reading> _readings;
    private readonly Work<Timeline> _timelines = [];
    private readonly Work<Disclaimer> _disclaimers = [];
    private readonly Work<Contact> _contacts = [];
    private readonly List<DeclarationContext> _changeContexts = [];
    private readonly List<Change> _changes = [];

    /// <param name="before">The binder of the same unit whose shared declarations are taken over; null: they are bound.</param>
    private DeclarationBinder(
        BindingUnit unit, BindingUnits units, List<SyntaxTree> files, DeclarationBinder? before, Func<string, string?> readTable, CancellationToken cancellationToken)
    {
        _unit = unit;
        _units = units;
        _files = files;
        _shared = before;
        _readTable = readTable;
        _cancellationToken = cancellationToken;
        _symbols = new SymbolTable(_bag, before?._symbols)
        {
            IsComplete = units.IsComplete,
            EnsureBound = EnsureBound,
            UseWorkingDays = location => _firstUseOfWorkingDays ??= location,
        };
        _references = new ReferenceBinder(_symbols, before?._references);
        _header = new DeclarationContext(_symbols, unit.HeaderTree.Source, unit.Header);
        _sources = before?._sources ?? [];
        _terms = before?._terms ?? [];
        _choices = before?._choices ?? [];
        _formats = before?._formats ?? [];
        _calendars = before?._calendars ?? [];
        _records = before?._records ?? [];
        _parameters = before?._parameters ?? [];
        _definitions = before?._definitions ?? [];
        _readings = before?._readings ?? [];
    }

    /// <summary>Symbols of one kind with the declarations that they come from.</summary>
    private sealed class Work<T> : List<(T Symbol, DeclarationContext Context)>
    {
        internal ImmutableArray<T> Symbols => [.. this.Select(item => item.Symbol)];
    }

    /// <summary>Binds a guide or a library.</summary>
    /// <param name="before">The binder of the same unit before an edit, or null. It stays as it is.</param>
    internal static DeclarationBinder Bind(
        BindingUnit unit, BindingUnits units, DeclarationBinder? before, Func<string, string?> readTable, CancellationToken cancellationToken)
    {
        List<SyntaxTree> files = FilesOf(unit, units);
        var binder = new DeclarationBinder(unit, units, files, before is not null && before.CanShareWith(unit, units, files) ? before : null, readTable, cancellationToken);
        binder.BindAll();
        bool isSound = unit.IsGuide && unit.IsSound && units.IsComplete && !binder._bag.HasErrors && !files.Exists(file => file.Diagnostics.Any(diagnostic => diagnostic.IsError));
        binder.Model = isSound ? binder.Finish() : null;

        // What is kept for the next edit must not keep the edit before.
        binder._shared = null;
        binder._readTable = _ => null;
        binder._contexts.Clear();
        binder._kept.Clear();
        binder._symbols.BrokenText.Forget();
        binder._symbols.EnsureBound = _ => { };
        binder._symbols.UseWorkingDays = _ => { };
        return binder;
    }

    /// <summary>The model of a guide; null where it has errors, or the unit is a library.</summary>
    internal RulesModel? Model { get; private set; }

    /// <summary>What was found.</summary>
    internal IReadOnlyList<Diagnostic> Diagnostics => _bag.Diagnostics;

    /// <summary>The path of the file of the unit's header.</summary>
    internal string HeaderPath => _unit.HeaderTree.Source.Path;

    private static List<SyntaxTree> FilesOf(BindingUnit unit, BindingUnits units)
    {
        List<SyntaxTree> files = [.. unit.Files];
        if (unit.IsGuide)
        {
            files.AddRange(LibrariesOf(unit, units).Distinct().SelectMany(library => library.Files));
        }

        files.Sort((left, right) => string.CompareOrdinal(left.Source.Path, right.Source.Path));
        return files;
    }

    /// <summary>The libraries that a guide uses and that are there.</summary>
    internal static IEnumerable<BindingUnit> LibrariesOf(BindingUnit guide, BindingUnits units) =>
        guide.Header.Clauses.Select(clause => clause.Kind == ClauseKind.Uses ? clause.Body : null).OfType<NameListSyntax>()
            .SelectMany(list => list.Names).Select(name => units.FindLibrary(name.Text)).OfType<BindingUnit>();

    private void BindAll()
    {
        BindHeader();
        _files.ForEach(_symbols.BrokenText.Add);
        if (_shared is null)
        {
            BindShared();
        }
        else
        {
            TakeOverShared(_shared);
        }

        DeclareOthers();
        BindRequirements();
        CheckQuotes();
        BindPages();
        BindGuide();
        BindExamples();
    }

    private void BindHeader()
    {
        if (!_unit.IsGuide)
        {
            _libraries.Add(new Library(_unit.Name, _unit.Location));
            return;
        }

        _guide = new Guide(_unit.Name, _unit.Header.Title?.Value ?? _unit.Name, _unit.Location);
        var used = new HashSet<BindingUnit>();
        foreach (ClauseSyntax clause in Clauses(_header, ClauseKind.Uses))
        {
            foreach (NameSyntax name in ((NameListSyntax)clause.Body!).Names)
            {
                if (_units.FindLibrary(name.Text) is { } library)
                {
                    if (used.Add(library))
                    {
                        _libraries.Add(new Library(library.Name, library.Location));
                    }
                    else
                    {
                        _bag.Add(DiagnosticCatalogue.NameRepeated(_header.At(name), name.Text));
                    }
                }
                else
                {
                    _header.ReportUnknown("library", name.Text, () =>
                    {
                        BindingUnit? nearest = _symbols.SpellChecker.Nearest(name.Text, _units.Libraries, candidate => candidate.Name);
                        return DiagnosticCatalogue.UnknownOfKind(_header.At(name), "library", name.Text, nearest?.Name, nearest is null ? null : Names.Place(nearest.Location));
                    });

                    // Its names are missing; to report them all would hide the one mistake.
                    _header.HidesUnknownNames = true;
                    _symbols.IsComplete = false;
                }
            }
        }

        BindCurrency();
    }

    private void DeclareShared(SyntaxTree file)
    {
        foreach (DeclarationSyntax syntax in file.Declarations)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (!IsShared(syntax.Kind))
            {
                continue;
            }

            var context = new DeclarationContext(_symbols, file.Source, syntax);
            Location at = context.Name;
            if (syntax.Kind == DeclarationKind.Facts)
            {
                _records.Add((new Record(syntax.Name?.Text ?? "facts", at, true), context));
                continue;
            }

            if (syntax.Name is not { Text: var name })
            {
                continue;
            }

            string? title = syntax.Title?.Value;
            switch (syntax.Kind)
            {
                case DeclarationKind.Source:
                    Add(_sources, _symbols.Sources, new Source(name, title ?? name, at), context);
                    break;
                case DeclarationKind.Term:
                    Add(_terms, _symbols.Terms, new Term(name, title, at), context);
                    break;
                case DeclarationKind.Choice:
                    AddType(_choices, new Choice(name, at), context);
                    break;
                case DeclarationKind.Format:
                    AddType(_formats, new Format(name, at), context);
                    break;
                case DeclarationKind.Record:
                    AddType(_records, new Record(name, at, false), context);
                    break;
                case DeclarationKind.Calendar:
                    Add(_calendars, _symbols.Calendars, new Calendar(name, at), context);
                    break;
                case DeclarationKind.Parameter:
                    _parameters.Add((new Parameter(name, at), context));
                    break;
                case DeclarationKind.Define:
                    _definitions.Add((new Definition(name, at), context));
                    break;
                case DeclarationKind.Reading:
                    Add(_readings, _symbols.Readings, new Reading(name, title ?? name, at), context);
                    break;
            }
        }
    }

    /// <summary>Declares the pages, which are bound after every edit.</summary>
    private void DeclarePages(SyntaxTree file)
    {
        foreach (DeclarationSyntax syntax in file.Declarations)
        {
            if (syntax.Kind is not (DeclarationKind.Change or DeclarationKind.Timeline or DeclarationKind.Disclaimer or DeclarationKind.Contact))
            {
                continue;
            }

            var context = new DeclarationContext(_symbols, file.Source, syntax);
            if (syntax.Kind == DeclarationKind.Change)
            {
                _changeContexts.Add(context);
                continue;
            }

            if (syntax.Name is not { Text: var name })
            {
                continue;
            }

            Location at = context.Name;
            string? title = syntax.Title?.Value;
            switch (syntax.Kind)
            {
                case DeclarationKind.Timeline:
                    Add(_timelines, _symbols.Timelines, new Timeline(name, title ?? name, at), context);
                    break;
                case DeclarationKind.Disclaimer:
                    Add(_disclaimers, _symbols.Disclaimers, new Disclaimer(name, at), context);
                    break;
                case DeclarationKind.Contact:
                    Add(_contacts, _symbols.Contacts, new Contact(name, at), context);
                    break;
            }
        }
    }

    private void Add<T>(Work<T> work, NameTable<T> table, T symbol, DeclarationContext context)
        where T : Symbol
    {
        work.Add((symbol, context));
        table.Declare(symbol, _bag);
    }

    private void AddType<T>(Work<T> work, T symbol, DeclarationContext context)
        where T : Symbol
    {
        work.Add((symbol, context));
        if (BuiltInType(symbol.Name) is not null || Names.Key(symbol.Name) == "YES/NO")
        {
            _bag.Add(DiagnosticCatalogue.ReservedName(symbol.Location, symbol.Name, "a type that every guide has"));
        }

        _symbols.Types.Declare(symbol, _bag);
    }

    private void RefuseReserved(string name, Location at, string key, string meaning)
    {
        if (Names.Key(name) == key)
        {
            _bag.Add(DiagnosticCatalogue.ReservedName(at, name, meaning));
        }
    }

    // Yes and no are the members of yes/no; a fact of that name would give a sentence two meanings.
    private void DeclareValue(Record? record, Symbol symbol)
    {
        NameTable<Symbol> table = record is null ? _symbols.Values : _symbols.MembersOf(record);
        if (record is not null)
        {
            _symbols.AddOwner(record, symbol.Name);
        }

        RefuseReserved(symbol.Name, symbol.Location, Names.Yes, "the answer of a yes/no fact");
        RefuseReserved(symbol.Name, symbol.Location, Names.No, "the answer of a yes/no fact");
        table.Declare(symbol, _bag);
    }

    private void DeclareDefinitions()
    {
        foreach ((Parameter parameter, _) in _parameters)
        {
            DeclareValue(null, parameter);
        }

        foreach ((Definition definition, DeclarationContext context) in _definitions)
        {
            RefuseReserved(definition.Name, definition.Location, Names.Everything, "the whole outcome");
            bool isOrphan = false;
            if (Single(context, ClauseKind.ForEach) is { Body: ElementSyntax element })
            {
                if (element.List is { } list)
                {
                    _bag.Add(DiagnosticCatalogue.DefinitionAcrossList(context.At(list), element.Name.Text));
                }

                Record? record = new ExpressionBinder(context).FindRecord(element.Name);
                definition.Element = record is null ? null : new ElementVariable(record, null);
                isOrphan = record is null;
            }
            else if (Has(context, ClauseKind.ForEach))
            {
                isOrphan = true;
            }

            if (isOrphan)
            {
                // Declared nowhere: whoever uses it would be told of a name that is there.
                context.HidesUnknownNames = true;
                _symbols.Orphans.Add(Names.Key(definition.Name));
            }
            else
            {
                DeclareValue(definition.Element?.Record, definition);
            }
        }
    }

    // The clauses of one kind that could be read.
    private static IEnumerable<ClauseSyntax> Clauses(DeclarationContext context, ClauseKind kind) => Clauses(context.Syntax.Clauses, kind);

    private static IEnumerable<ClauseSyntax> Clauses(ImmutableArray<ClauseSyntax> clauses, ClauseKind kind) =>
        clauses.Where(clause => clause.Kind == kind && !clause.IsBroken);

    /// <summary>Whether a clause of this kind is there, broken or not.</summary>
    private static bool Has(DeclarationContext context, ClauseKind kind) => context.Syntax.Clauses.Any(clause => clause.Kind == kind);

    private static ClauseSyntax? Single(DeclarationContext context, ClauseKind kind) => Single(context, context.Syntax.Clauses, kind);

    /// <summary>The one clause of a kind; a second one is reported.</summary>
    private static ClauseSyntax? Single(DeclarationContext context, ImmutableArray<ClauseSyntax> clauses, ClauseKind kind)
    {
        ClauseSyntax? first = null;
        foreach (ClauseSyntax clause in clauses)
        {
            if (clause.Kind != kind)
            {
                continue;
            }

            if (first is not null)
            {
                context.Report(DiagnosticCatalogue.ClauseTwice(context.At(clause.KeywordSpan), Describe.Words(context.At(clause.KeywordSpan)), context.At(first.KeywordSpan)));
                break;
            }

            first = clause;
        }

        return first is { IsBroken: false } ? first : null;
    }

    private static string? Text(ClauseSyntax? clause) => clause?.Body switch
    {
        TextLiteralSyntax text => text.Value,
        DottedNameSyntax dotted => dotted.Text,
        _ => null,
    };

    private static Prose? ProseOf(DeclarationContext context, ClauseSyntax? clause) => clause?.Body switch
    {
        WordsSyntax words => new Prose(words.Text, context.At(words)),
        ProseSyntax prose => new Prose(prose.Text, context.At(prose)),
        _ => null,
    };

    /// <summary>A date written in a clause; null, with a diagnostic, when the calendar has no such day.</summary>
    private static int? Day(DeclarationContext context, DateLiteralSyntax? date)
    {
        if (date is { Day: null })
        {
            context.Report(DiagnosticCatalogue.NoSuchDate(context.At(date), Describe.Words(context.At(date))));
        }

        return date?.Day;
    }

    private ImmutableArray<SectionReference> References(DeclarationContext context, ImmutableArray<ClauseSyntax> clauses) =>
        [.. Clauses(clauses, ClauseKind.See).SelectMany(clause => _references.Bind(context, clause))];

    private ImmutableArray<Reading> ReadingsOf(DeclarationContext context, ImmutableArray<ClauseSyntax> clauses)
    {
        var readings = ImmutableArray.CreateBuilder<Reading>();
        var seen = new HashSet<Reading>();
        foreach (ClauseSyntax clause in Clauses(clauses, ClauseKind.ReadingUse))
        {
            var name = (NameSyntax)clause.Body!;
            if (context.Find(_symbols.Readings, name, "reading") is { } reading)
            {
                if (seen.Add(reading))
                {
                    readings.Add(reading);
                }
                else
                {
                    _bag.Add(DiagnosticCatalogue.NameRepeated(context.At(name), name.Text));
                }
            }
        }

        return readings.ToImmutable();
    }

    private RulesModel Finish() => new()
    {
        Guide = _guide!,
        Libraries = [.. _libraries],
        Sources = _sources.Symbols,
        Terms = _terms.Symbols,
        Choices = _choices.Symbols,
        Formats = _formats.Symbols,
        Calendars = _calendars.Symbols,
        Records = [.. _records.Symbols.Where(record => !record.IsFacts)],
        Facts = _symbols.Facts,
        Parameters = _parameters.Symbols,
        Definitions = _definitions.Symbols,
        Requirements = [.. _requirements.Select(bound => bound.Requirement!)],
        Readings = _readings.Symbols,
        Timelines = _timelines.Symbols,
        Disclaimers = _disclaimers.Symbols,
        Contacts = _contacts.Symbols,
        Examples = [.. Examples.Select(bound => bound.Example).OfType<Example>()],
        Changes = [.. _changes],
    };
}
