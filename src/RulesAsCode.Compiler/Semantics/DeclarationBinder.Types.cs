using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Semantics;

internal sealed partial class DeclarationBinder
{
    private readonly List<(Field Field, ClauseSyntax Clause, DeclarationContext Context)> _fields = [];

    internal static RuleType? BuiltInType(string name) => Names.Key(name) switch
    {
        "TEXT" => RuleType.Text,
        "NUMBER" => RuleType.Number,
        "WHOLE NUMBER" => RuleType.WholeNumber,
        "PERCENTAGE" => RuleType.Percentage,
        "MONEY" => RuleType.Money,
        "DATE" => RuleType.Date,
        "DURATION" => RuleType.Duration,
        "EUI-64" => RuleType.Eui64,
        _ => null,
    };

    private void DeclareFacts()
    {
        (Record Symbol, DeclarationContext Context)[] facts = [.. _records.Where(item => item.Symbol.IsFacts)];
        foreach ((Record record, DeclarationContext context) in facts)
        {
            if (record == facts[0].Symbol)
            {
                if (context.Syntax.Name is not null)
                {
                    _symbols.Types.Declare(record, _bag);
                }
            }
            else
            {
                _bag.Add(DiagnosticCatalogue.FactsTwice(record.Location, facts[0].Symbol.Location));
            }
        }

        _symbols.Facts = facts.Length > 0 ? facts[0].Symbol : new Record("facts", _unit.Location, true);
        foreach ((Record record, DeclarationContext context) in _records)
        {
            var fields = new List<Field>();
            foreach (ClauseSyntax clause in Clauses(context, ClauseKind.Field))
            {
                var syntax = (FieldSyntax)clause.Body!;
                var field = new Field(record, fields.Count, syntax.Name.Text, context.At(syntax.Name));
                fields.Add(field);
                _fields.Add((field, clause, context));
                DeclareValue(record.IsFacts ? null : record, field);
            }

            record.Fields = [.. fields];
            if (fields.Count == 0 && !context.Syntax.HasErrors)
            {
                _bag.Add(DiagnosticCatalogue.NothingInIt(context.Name, record.IsFacts ? "facts" : "record", record.Name, "a line for each fact, such as 'start date is a date'"));
            }
        }
    }

    private void BindFieldTypes()
    {
        foreach ((Field field, ClauseSyntax clause, DeclarationContext context) in _fields)
        {
            var syntax = (FieldSyntax)clause.Body!;
            field.Type = BindType(context, syntax.Type);
            field.OrNone = syntax.OrNone;
            field.Question = Text(Single(context, clause.SubClauses, ClauseKind.Ask));
            field.Note = ProseOf(context, Single(context, clause.SubClauses, ClauseKind.Note));
            switch (field.Type)
            {
                case YesNoType or SetType or ListType or RecordType when field.OrNone:
                    _bag.Add(DiagnosticCatalogue.OrNoneNotNeeded(context.At(syntax), field.Name, field.Type));
                    field.OrNone = false;
                    break;
            }

            if (field.Type is ListType list)
            {
                if (field.Record.IsFacts)
                {
                    _symbols.AddList(list.Record, field);
                }
                else
                {
                    _bag.Add(DiagnosticCatalogue.ListInRecord(context.At(syntax.Type), field.Name, field.Record.Name));
                    field.Type = RuleType.Error;
                }
            }
        }

        CheckRecordCircles();
    }

    private RuleType BindType(DeclarationContext context, TypeSyntax syntax)
    {
        if (syntax.Kind == TypeSyntaxKind.YesNo || syntax.Name is not { } name)
        {
            return RuleType.YesNo;
        }

        RuleType? builtIn = BuiltInType(name.Text);
        if (builtIn is not null)
        {
            if (syntax.Kind == TypeSyntaxKind.Named)
            {
                return builtIn;
            }

            _bag.Add(DiagnosticCatalogue.WrongElementType(context.At(name), syntax.Kind == TypeSyntaxKind.SetOf ? "set" : "list", name.Text,
                syntax.Kind == TypeSyntaxKind.SetOf ? "a choice" : "a record"));
            return RuleType.Error;
        }

        Symbol? symbol = _symbols.Types.Find(name.Text);
        switch (symbol)
        {
            case null:
                context.ReportUnknown("type", name.Text, () =>
                {
                    Symbol? nearest = _symbols.SpellChecker.Nearest(name.Text, _symbols.Types.All, candidate => IsLegal(candidate, syntax.Kind));
                    return DiagnosticCatalogue.UnknownType(context.At(name), name.Text, nearest?.Name, nearest is null ? null : Describe.Symbol(nearest), syntax.Kind switch
                    {
                        TypeSyntaxKind.SetOf => "choice",
                        TypeSyntaxKind.ListOf => "record",
                        _ => "type",
                    });
                });
                return RuleType.Error;

            case var _ when !IsLegal(symbol, syntax.Kind):
                _bag.Add(DiagnosticCatalogue.WrongElementType(context.At(name), syntax.Kind switch
                {
                    TypeSyntaxKind.SetOf => "set",
                    TypeSyntaxKind.ListOf => "list",
                    _ => "fact",
                }, name.Text, syntax.Kind switch
                {
                    TypeSyntaxKind.SetOf => "a choice",
                    TypeSyntaxKind.ListOf => "a record",
                    _ => "a type",
                }));
                return RuleType.Error;
        }

        return symbol switch
        {
            Choice choice => syntax.Kind == TypeSyntaxKind.SetOf ? new SetType(choice) : new ChoiceType(choice),
            Format format => new FormatType(format),
            Record record => syntax.Kind == TypeSyntaxKind.ListOf ? new ListType(record) : new RecordType(record),
            _ => RuleType.Error,
        };
    }

    private static bool IsLegal(Symbol symbol, TypeSyntaxKind kind) => kind switch
    {
        TypeSyntaxKind.SetOf => symbol is Choice,
        TypeSyntaxKind.ListOf => symbol is Record { IsFacts: false },
        _ => symbol is not Record { IsFacts: true },
    };

    // A record inside itself would be without end; its own fields may only lead to other records.
    private void CheckRecordCircles()
    {
        IReadOnlyList<Record> Inside(Record record) => [.. record.Fields.Select(field => field.Type).OfType<RecordType>().Select(type => type.Record)];

        foreach (List<Record> group in Circularity.Groups(_records.Symbols, Inside))
        {
            if (Circularity.ShortestCircle(group, Inside) is not { } circle)
            {
                continue;
            }

            _bag.Add(DiagnosticCatalogue.Circle(circle[0].Location, "record", [.. circle.Select(record => record.Name)], "hold one of them by a text or a number instead",
                [.. circle.Skip(1).Select(record => record.Location)]));
            var members = new HashSet<Record>(group);
            foreach (Field field in group.SelectMany(record => record.Fields))
            {
                if (field.Type is RecordType type && members.Contains(type.Record))
                {
                    field.Type = RuleType.Error;
                }
            }
        }
    }

    private void BindChoicesAndFormats()
    {
        foreach ((Choice choice, DeclarationContext context) in _choices)
        {
            NameTable<ChoiceMember> members = _symbols.MembersOf(choice);
            foreach (ClauseSyntax clause in Clauses(context, ClauseKind.Member))
            {
                var syntax = (MemberSyntax)clause.Body!;
                _symbols.AddMember(new ChoiceMember(choice, members.All.Count, syntax.Name.Text, syntax.Title?.Value, context.At(syntax.Name)));
            }

            choice.Members = [.. members.All];
            if (choice.Members.IsEmpty && !context.Syntax.HasErrors)
            {
                _bag.Add(DiagnosticCatalogue.NothingInIt(context.Name, "choice", choice.Name, "a line for each of its members"));
            }
        }

        foreach ((Format format, DeclarationContext context) in _formats)
        {
            ClauseSyntax? pattern = Single(context, ClauseKind.Pattern);
            format.Pattern = Text(pattern) ?? "";
            if (pattern is null)
            {
                Missing(context, ClauseKind.Pattern, "A format needs a pattern.", "add a line such as 'pattern \"[A-Z]{2}[0-9]{4}\"'");
            }
            else if (FormatPattern.IsValid(format.Pattern) == false)
            {
                _bag.Add(DiagnosticCatalogue.InvalidPattern(context.At(pattern.Body!), format.Pattern));
            }
            else if (FormatPattern.PartWithoutBound(format.Pattern) is var part && (part is not null || FormatPattern.IsValid(format.Pattern) is null))
            {
                _bag.Add(DiagnosticCatalogue.PatternWithoutBound(context.At(pattern.Body!), format.Pattern, part));
            }
        }
    }

    /// <summary>Reports a clause that is not there at all, unless what could not be read may be that clause.</summary>
    private void Missing(DeclarationContext context, ClauseKind kind, string message, string fix)
    {
        if (!context.Syntax.HasErrors && !Has(context, kind))
        {
            _bag.Add(DiagnosticCatalogue.ClauseMissing(context.Name, message, fix));
        }
    }

    private void BindCalendars()
    {
        foreach ((Calendar calendar, DeclarationContext context) in _calendars)
        {
            var weekend = new List<int>();
            var weekendNames = new List<string>();
            if (Single(context, ClauseKind.Weekend) is { Body: NameListSyntax names })
            {
                foreach (NameSyntax name in names.Names)
                {
                    int day = CalendarReader.DayOfWeek(name.Text);
                    if (day < 0)
                    {
                        _bag.Add(DiagnosticCatalogue.NotADayOfTheWeek(context.At(name), name.Text));
                    }
                    else if (weekend.Contains(day))
                    {
                        _bag.Add(DiagnosticCatalogue.NameRepeated(context.At(name), name.Text));
                    }
                    else
                    {
                        weekend.Add(day);
                        weekendNames.Add(name.Text);
                    }
                }
            }

            calendar.Weekend = [.. weekendNames];
            calendar.Edition = Day(context, Single(context, ClauseKind.Edition)?.Body as DateLiteralSyntax);
            calendar.Readings = ReadingsOf(context, context.Syntax.Clauses);
            ClauseSyntax? holidaysClause = Single(context, ClauseKind.HolidaysFrom);
            calendar.HolidaysFile = Text(holidaysClause);
            IReadOnlyList<Holiday>? holidays = holidaysClause is null ? [] : holidaysClause.Body is TextLiteralSyntax file ? CalendarReader.Read(context, file, _readTable) : null;
            Missing(context, ClauseKind.Covers, "A calendar says which years it covers.", "add a line such as 'covers 2020 to 2027'");
            if (Single(context, ClauseKind.Covers) is not { Body: YearRangeSyntax years })
            {
                continue;
            }

            Location at = context.At(years);
            if (years.First < CalendarDay.MinimumYear || years.Last > CalendarDay.MaximumYear || years.Last < years.First)
            {
                _bag.Add(DiagnosticCatalogue.InvalidYears(at, CalendarDay.MinimumYear, CalendarDay.MaximumYear));
                continue;
            }

            calendar.FirstYear = years.First;
            calendar.LastYear = years.Last;
            if (holidays is null)
            {
                continue;
            }

            if (holidaysClause is not null)
            {
                CheckYears(calendar, holidays, at);
            }

            calendar.Table = WorkingDayCalendar.Create(calendar.Name, years.First, years.Last, weekend, holidays, calendar.Edition is { } edition ? CalendarDay.ToWords(edition) : null);
        }
    }

    // A year that the table does not reach would have every holiday counted as a working day.
    private void CheckYears(Calendar calendar, IReadOnlyList<Holiday> holidays, Location at)
    {
        var years = new HashSet<int>(holidays.Select(holiday => CalendarDay.ToDate(holiday.Day).Year));
        int[] missing = [.. Enumerable.Range(calendar.FirstYear, calendar.LastYear - calendar.FirstYear + 1).Where(year => !years.Contains(year))];
        if (missing.Length > 0)
        {
            _bag.Add(DiagnosticCatalogue.YearWithoutHolidays(at, missing[0], missing.Length, calendar.HolidaysFile!));
        }
    }
}
