using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>The names of one guide, its parts and its libraries; each kind has a namespace of its own.</summary>
/// <param name="bag">Where what is wrong with names is told.</param>
/// <param name="shared">A table whose shared declarations are those of this one as well; null to declare them.</param>
internal sealed class SymbolTable(DiagnosticBag bag, SymbolTable? shared)
{
    // Tables are added where somebody first asks for them: each symbol table has a list of its own.
    private readonly Dictionary<Record, NameTable<Symbol>> _members = shared is null ? [] : new(shared._members);
    private readonly Dictionary<Choice, NameTable<ChoiceMember>> _choiceMembers = shared is null ? [] : new(shared._choiceMembers);
    private readonly Dictionary<Record, List<Field>> _lists = shared?._lists ?? [];
    private readonly Dictionary<string, List<Choice>> _choicesByMember = shared?._choicesByMember ?? new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Record>> _recordsByMember = shared?._recordsByMember ?? new(StringComparer.Ordinal);

    internal DiagnosticBag Bag { get; } = bag;

    internal SpellChecker SpellChecker { get; } = new();

    /// <summary>Facts, parameters, and definitions that are no field of a record.</summary>
    internal NameTable<Symbol> Values { get; } = shared?.Values ?? new(becomesCode: true);

    /// <summary>Choices, formats, records, and the name of the facts.</summary>
    internal NameTable<Symbol> Types { get; } = shared?.Types ?? new(becomesCode: true);

    internal NameTable<Requirement> Requirements { get; } = new(becomesCode: true);

    internal NameTable<Term> Terms { get; } = shared?.Terms ?? new(becomesCode: false);

    internal NameTable<Source> Sources { get; } = shared?.Sources ?? new(becomesCode: false);

    internal NameTable<Calendar> Calendars { get; } = shared?.Calendars ?? new(becomesCode: false);

    internal NameTable<Reading> Readings { get; } = shared?.Readings ?? new(becomesCode: false);

    internal NameTable<Timeline> Timelines { get; } = new(becomesCode: false);

    internal NameTable<Disclaimer> Disclaimers { get; } = new(becomesCode: false);

    internal NameTable<Contact> Contacts { get; } = new(becomesCode: false);

    /// <summary>The guide's facts; a record without fields where it declares none.</summary>
    internal Record Facts { get; set; } = shared?.Facts!;

    /// <summary>False where a file could not be placed: what it declares is then missing, and missing names are not reported.</summary>
    internal bool IsComplete { get; set; } = true;

    /// <summary>Keys of definitions whose record could not be found: they are declared, but nobody can say where.</summary>
    internal HashSet<string> Orphans { get; } = shared?.Orphans ?? new(StringComparer.Ordinal);

    /// <summary>What could not be read, and may declare what is missing.</summary>
    internal BrokenText BrokenText { get; } = new();

    /// <summary>Requirements of which a clause could not be read; it may be the <c>for each</c>.</summary>
    internal HashSet<Requirement> BrokenRequirements { get; } = [];

    internal string CurrencySymbol { get; set; } = "£";

    /// <summary>Binds the definition, unless that has been done, so that its type is known.</summary>
    internal Action<Definition> EnsureBound { get; set; } = _ => { };

    /// <summary>Called where a rule counts working days.</summary>
    internal Action<Location> UseWorkingDays { get; set; } = _ => { };

    /// <summary>
    /// How often somebody asked for more than a name: for what is like it, for all requirements, for what could not be read. What is said then depends on the
    /// whole of the rules.
    /// </summary>
    internal int TimesMoreWasAskedFor => SpellChecker.TimesAsked + BrokenText.TimesAsked + Requirements.TimesAllWereAskedFor;

    /// <summary>The fields of a record and the definitions for each of it.</summary>
    internal NameTable<Symbol> MembersOf(Record record)
    {
        if (!_members.TryGetValue(record, out NameTable<Symbol>? table))
        {
            _members.Add(record, table = new NameTable<Symbol>(becomesCode: true));
        }

        return table;
    }

    internal IEnumerable<Record> Records => Types.All.OfType<Record>().Where(record => !record.IsFacts);

    /// <summary>The members of a choice.</summary>
    internal NameTable<ChoiceMember> MembersOf(Choice choice)
    {
        if (!_choiceMembers.TryGetValue(choice, out NameTable<ChoiceMember>? table))
        {
            _choiceMembers.Add(choice, table = new NameTable<ChoiceMember>(becomesCode: true));
        }

        return table;
    }

    /// <summary>Notes that a choice has a member of this name.</summary>
    internal void AddMember(ChoiceMember member)
    {
        MembersOf(member.Choice).Declare(member, Bag);
        Append(_choicesByMember, Names.Key(member.Name), member.Choice);
    }

    /// <summary>The choices that have a member of this name.</summary>
    internal IReadOnlyList<Choice> ChoicesWith(string key) => _choicesByMember.TryGetValue(key, out List<Choice>? choices) ? choices : [];

    /// <summary>Notes that a record has a field or a definition of this name.</summary>
    internal void AddOwner(Record record, string name) => Append(_recordsByMember, Names.Key(name), record);

    /// <summary>The records that have a field or a definition of this name.</summary>
    internal IReadOnlyList<Record> RecordsWith(string key) => _recordsByMember.TryGetValue(key, out List<Record>? records) ? records : [];

    private static void Append<T>(Dictionary<string, List<T>> index, string key, T item)
    {
        if (!index.TryGetValue(key, out List<T>? items))
        {
            index.Add(key, items = []);
        }

        items.Add(item);
    }

    /// <summary>The facts that are a list of this record.</summary>
    internal IReadOnlyList<Field> ListsOf(Record record) => _lists.TryGetValue(record, out List<Field>? lists) ? lists : [];

    internal void AddList(Record record, Field list)
    {
        if (!_lists.TryGetValue(record, out List<Field>? lists))
        {
            _lists.Add(record, lists = []);
        }

        lists.Add(list);
    }
}

/// <summary>The declaration that is being bound: its file, its place, and the unknown names that it has been told of.</summary>
internal sealed class DeclarationContext(SymbolTable symbols, SourceText source, DeclarationSyntax syntax)
{
    private HashSet<string>? _reported;

    internal SymbolTable Symbols { get; } = symbols;

    internal DiagnosticBag Bag => Symbols.Bag;

    internal SourceText Source { get; } = source;

    /// <summary>Set where the element of a <c>for each</c> could not be found: the names of its fields are then not reported.</summary>
    internal bool HidesUnknownNames { get; set; }

    internal DeclarationSyntax Syntax { get; } = syntax;

    internal Location At(TextSpan span) => new(Source, span);

    internal Location At(SyntaxNode node) => new(Source, node.Span);

    /// <summary>The place of the declaration's name, or of its first line.</summary>
    internal Location Name => At(Syntax.Name?.Span ?? Syntax.Title?.Span ?? Syntax.Span);

    internal void Report(Diagnostic diagnostic) => Bag.Add(diagnostic);

    /// <summary>Reports a name that is not there, once in a declaration.</summary>
    internal void ReportUnknown(string kind, string name, Func<Diagnostic> diagnostic)
    {
        if (Symbols.IsComplete && !HidesUnknownNames && !Symbols.Orphans.Contains(Names.Key(name)) && (_reported ??= new(StringComparer.Ordinal)).Add(kind + "\n" + Names.Key(name)) && !Symbols.BrokenText.Contains(name))
        {
            Bag.Add(diagnostic());
        }
    }

    /// <summary>Looks a name up among what is declared of one kind; reports it, with the nearest name, where there is none.</summary>
    internal T? Find<T>(NameTable<T> table, NameSyntax name, string kind)
        where T : Symbol
    {
        T? symbol = table.Find(name.Text);
        if (symbol is null)
        {
            ReportUnknown(kind, name.Text, () =>
            {
                T? nearest = Symbols.SpellChecker.Nearest(name.Text, table.All);
                return DiagnosticCatalogue.UnknownOfKind(At(name), kind, name.Text, nearest?.Name, nearest is null ? null : Names.Place(nearest.Location), [.. table.All.Select(candidate => candidate.Name)]);
            });
        }

        return symbol;
    }

    /// <summary>The names of a list looked up, without repetitions; a name said twice is reported.</summary>
    internal List<T> FindAll<T>(NameTable<T> table, NameListSyntax names, string kind)
        where T : Symbol
    {
        var found = new List<T>();
        var seen = new HashSet<T>();
        foreach (NameSyntax name in names.Names)
        {
            if (Find(table, name, kind) is { } symbol)
            {
                if (seen.Add(symbol))
                {
                    found.Add(symbol);
                }
                else
                {
                    Report(DiagnosticCatalogue.NameRepeated(At(name), name.Text));
                }
            }
        }

        return found;
    }
}
