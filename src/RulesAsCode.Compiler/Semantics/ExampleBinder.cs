using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>Binds one example: its answers, what it expects, and its tables, of which each row is a case.</summary>
internal sealed class ExampleBinder(DeclarationContext context)
{
    private readonly AnswerBinder _answers = new(context);

    private SymbolTable Symbols => context.Symbols;

    /// <summary>What an expectation is about: a requirement, a definition, or neither for the whole.</summary>
    private sealed record Subject(Requirement? Requirement, Definition? Definition, ElementIndex? Element);

    /// <summary>A column of a table: answers to a fact, or expectations of a subject.</summary>
    private sealed record Column(FactPath? Path, Subject? Subject, Location Location);

    /// <summary>The example; null where it has no date or title, which has been reported.</summary>
    internal Example? Bind(ClauseSyntax? asAt, int? day)
    {
        DeclarationSyntax syntax = context.Syntax;
        if (asAt is null && !syntax.HasErrors)
        {
            context.Report(DiagnosticCatalogue.ClauseMissing(context.Name, "The example does not say the date it is worked out for.", "add a line such as 'as at 1 June 2024'"));
        }

        FactRecord given = _answers.BindAnswers(Symbols.Facts, [.. Clauses(ClauseKind.Given).SelectMany(clause => clause.SubClauses)]);
        var expectations = new List<Expectation>();
        foreach (ClauseSyntax clause in Clauses(ClauseKind.Expect).SelectMany(clause => clause.SubClauses))
        {
            if (clause is { Kind: ClauseKind.Expected, Body: ExpectedSyntax expected } && BindExpected(clause, expected) is { } expectation)
            {
                expectations.Add(expectation);
            }
        }

        bool expects = Clauses(ClauseKind.Expect).Any(clause => !clause.SubClauses.IsEmpty);
        ClauseSyntax[] tables = [.. Clauses(ClauseKind.Cases)];
        var cases = ImmutableArray.CreateBuilder<ExampleCase>();
        foreach (ClauseSyntax table in tables)
        {
            BindTable(table, given, expectations, expects, cases);
        }

        if (tables.Length == 0)
        {
            if (!expects && !syntax.HasErrors)
            {
                context.Report(DiagnosticCatalogue.ExpectsNothing(context.Name));
            }

            cases.Add(new ExampleCase(null, given, [.. expectations], context.Name));
        }

        return syntax.Title is { } title && day is { } date ? new Example(title.Value, context.Name) { AsAt = date, Cases = cases.ToImmutable() } : null;
    }

    private IEnumerable<ClauseSyntax> Clauses(ClauseKind kind) => context.Syntax.Clauses.Where(clause => clause.Kind == kind && !clause.IsBroken);

    private void BindTable(ClauseSyntax table, FactRecord given, List<Expectation> expectations, bool expects, ImmutableArray<ExampleCase>.Builder cases)
    {
        if (table.SubClauses.FirstOrDefault() is not { Body: HeaderRowSyntax header })
        {
            if (!context.Syntax.HasErrors)
            {
                context.Report(DiagnosticCatalogue.TableWithoutRows(context.At(table.KeywordSpan)));
            }

            return;
        }

        Column?[] columns = [.. header.Cells.Select(BindColumn)];
        CheckColumns(columns);
        bool hasExpectation = header.Cells.Any(cell => cell.Expect is not null);
        if (!hasExpectation && !expects)
        {
            context.Report(DiagnosticCatalogue.ExpectsNothing(context.At(header)));
        }

        if (table.SubClauses.Length == 1)
        {
            context.Report(DiagnosticCatalogue.TableWithoutRows(context.At(table.KeywordSpan)));
        }

        foreach (ClauseSyntax clause in table.SubClauses.Skip(1))
        {
            if (clause.Body is not RowSyntax row)
            {
                continue;
            }

            if (row.Cells.Length != columns.Length)
            {
                context.Report(DiagnosticCatalogue.WrongNumberOfCells(context.At(row), row.Cells.Length, columns.Length));
                continue;
            }

            FactRecord facts = given;
            var all = new List<Expectation>(expectations);
            bool rowExpects = expects;
            for (int i = 0; i < columns.Length; i++)
            {
                if (row.Cells[i] is not { } cell)
                {
                    continue;
                }

                rowExpects |= header.Cells[i].Expect is not null;
                switch (columns[i])
                {
                    case { Path: { } path }:
                        if (cell.Negated)
                        {
                            context.Report(DiagnosticCatalogue.NotInAnswer(context.At(cell)));
                        }
                        else if (path.Steps[path.Steps.Length - 1].Field is var field && _answers.BindValue(cell.Values, field.Name, field.Type, field.OrNone) is { } value)
                        {
                            facts = AnswerBinder.With(facts, path, value);
                        }

                        break;
                    case { Subject: { } subject }:
                        if (BindOutcome(subject, cell.Negated, cell.Values, [], null, context.At(cell)) is { } expectation)
                        {
                            all.Add(expectation);
                        }

                        break;
                }
            }

            if (!rowExpects && hasExpectation)
            {
                context.Report(DiagnosticCatalogue.ExpectsNothing(context.At(row)));
            }

            cases.Add(new ExampleCase(cases.Count + 1, facts, [.. all], context.At(row)));
        }
    }

    private Column? BindColumn(HeaderCellSyntax cell)
    {
        if (cell.Path is { } path)
        {
            return _answers.BindPath(path) is { } bound ? new Column(bound, null, context.At(cell)) : null;
        }

        return cell.Expect is { } subject && BindSubject(subject) is { } expected ? new Column(null, expected, context.At(cell)) : null;
    }

    private void CheckColumns(Column?[] columns)
    {
        var seen = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (Column? column in columns)
        {
            if (column is null)
            {
                continue;
            }

            string key = column.Path is { } path
                ? "path " + path.Pointer
                : $"expect {column.Subject!.Requirement?.Name} {column.Subject.Definition?.Name} {column.Subject.Element?.Record.Name} {column.Subject.Element?.Index}";
            if (seen.TryGetValue(key, out Location? first))
            {
                context.Report(DiagnosticCatalogue.ColumnTwice(column.Location, Describe.Words(column.Location), first));
            }
            else
            {
                seen.Add(key, column.Location);
            }
        }
    }

    private Expectation? BindExpected(ClauseSyntax clause, ExpectedSyntax syntax)
    {
        if (BindSubject(syntax.Subject) is not { } subject)
        {
            return null;
        }

        ImmutableArray<string> says = [.. clause.SubClauses.Where(sub => sub.Kind == ClauseKind.Says).Select(sub => sub.Body).OfType<TextLiteralSyntax>().Select(text => text.Value)];
        ClauseSyntax[] asks = [.. clause.SubClauses.Where(sub => sub.Kind == ClauseKind.AsksFor)];
        ImmutableArray<FactPath>? asksFor = asks.Length == 0
            ? null
            : [.. asks.Select(sub => sub.Body).OfType<PathListSyntax>().SelectMany(list => list.Paths).Select(path => _answers.BindAskedFor(path, subject.Element)).OfType<FactPath>().Distinct()];
        Expectation? expectation = BindOutcome(subject, syntax.Negated, syntax.Values, says, asksFor, context.At(syntax));
        if (clause.SubClauses.FirstOrDefault(sub => sub.Kind is ClauseKind.Says or ClauseKind.AsksFor) is { } detail)
        {
            if (subject.Definition is { } definition)
            {
                context.Report(DiagnosticCatalogue.DefinitionSaysNothing(context.At(detail.KeywordSpan), definition.Name));
                return null;
            }

            if (asks.Length > 0 && expectation is not null && (expectation.Outcome != ExpectedOutcome.Undecided || expectation.Negated))
            {
                context.Report(DiagnosticCatalogue.OnlyUndecidedAsks(context.At(asks[0].KeywordSpan)));
                return null;
            }
        }

        return expectation;
    }

    private Subject? BindSubject(SubjectSyntax syntax)
    {
        if (syntax.Element is null && Names.Key(syntax.Name.Text) == Names.Everything)
        {
            return new Subject(null, null, null);
        }

        ElementIndex? element = null;
        Record? record = null;
        if (syntax.Element is { } elementName)
        {
            if (_answers.BindElement(elementName) is not { } step)
            {
                return null;
            }

            if (step is not { Index: { } index, Field.Type: ListType list })
            {
                context.Report(DiagnosticCatalogue.NoElements(context.At(elementName), elementName.Text, Describe.Kind(step.Field)));
                return null;
            }

            record = list.Record;
            element = new ElementIndex(record, index);
            if (Symbols.ListsOf(record) is { Count: > 1 } lists && Symbols.Requirements.Find(syntax.Name.Text) is null)
            {
                context.Report(DiagnosticCatalogue.SeveralListsInExample(context.At(elementName), record.Name, [.. lists.Select(other => other.Name)]));
                return null;
            }
        }

        if (Symbols.Requirements.Find(syntax.Name.Text) is { } requirement)
        {
            if (record is not null && requirement.Element?.Record != record)
            {
                if (!Symbols.BrokenRequirements.Contains(requirement))
                {
                    context.Report(DiagnosticCatalogue.NotForEach(context.At(syntax), requirement.Name, record.Name, requirement.Element?.Name));
                }

                return null;
            }

            return new Subject(requirement, null, element);
        }

        Symbol? value = record is null ? Symbols.Values.Find(syntax.Name.Text) : Symbols.MembersOf(record).Find(syntax.Name.Text);
        switch (value)
        {
            case Definition definition:
                return new Subject(null, definition, element);
            case { } other:
                context.Report(DiagnosticCatalogue.NotExpected(context.At(syntax.Name), syntax.Name.Text, Describe.Kind(other)));
                return null;
        }

        if (record is null && Symbols.RecordsWith(Names.Key(syntax.Name.Text)) is { Count: > 0 } owners && Symbols.MembersOf(owners[0]).Find(syntax.Name.Text) is Definition)
        {
            context.Report(DiagnosticCatalogue.ExpectedOfElement(context.At(syntax.Name), syntax.Name.Text, owners[0].Name));
            return null;
        }

        context.ReportUnknown("subject", syntax.Name.Text, () =>
        {
            IEnumerable<Symbol> candidates = Symbols.Requirements.All.Concat<Symbol>((record is null ? Symbols.Values : Symbols.MembersOf(record)).All.OfType<Definition>());
            Symbol? nearest = Symbols.SpellChecker.Nearest(syntax.Name.Text, candidates);
            return DiagnosticCatalogue.UnknownSubject(context.At(syntax.Name), syntax.Name.Text, nearest?.Name, nearest is null ? null : Describe.Symbol(nearest));
        });
        return null;
    }

    private Expectation? BindOutcome(Subject subject, bool negated, ValuesSyntax values, ImmutableArray<string> says, ImmutableArray<FactPath>? asksFor, Location at)
    {
        string? word = values is { State: null, Values.Length: 1 } && values.Values[0] is NameExpressionSyntax { Path.Length: 1 } name ? Names.Key(name.Path[0].Text) : null;
        if (subject.Definition is { } definition)
        {
            if (word is "SATISFIED" or "NOT SATISFIED" or "APPLICABLE" or "NOT APPLICABLE" or "UNDECIDED" && definition.Type is not (ChoiceType or ErrorType))
            {
                context.Report(DiagnosticCatalogue.DefinitionHasNoOutcome(context.At(values), definition.Name, definition.Type));
                return null;
            }

            return _answers.BindValue(values, definition.Name, definition.Type, definition.OrNone) is { } value
                ? new Expectation(null, definition, subject.Element, null, value, negated, says, asksFor, at)
                : null;
        }

        ExpectedOutcome? outcome = (word, negated) switch
        {
            ("SATISFIED", false) => ExpectedOutcome.Satisfied,
            ("SATISFIED", true) or ("NOT SATISFIED", false) => ExpectedOutcome.NotSatisfied,
            ("APPLICABLE", true) or ("NOT APPLICABLE", false) => ExpectedOutcome.NotApplicable,
            ("UNDECIDED", _) => ExpectedOutcome.Undecided,
            _ => null,
        };
        if (outcome is null)
        {
            context.Report(DiagnosticCatalogue.NotAnOutcome(context.At(values), Describe.Words(context.At(values))));
            return null;
        }

        return new Expectation(subject.Requirement, null, subject.Element, outcome, null, negated && outcome == ExpectedOutcome.Undecided, says, asksFor, at);
    }
}
