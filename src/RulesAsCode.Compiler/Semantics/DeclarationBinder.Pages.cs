using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;

namespace RulesAsCode.Compiler.Semantics;

internal sealed partial class DeclarationBinder
{
    private static readonly Dictionary<string, string> CurrencySymbols = new(StringComparer.Ordinal)
    {
        ["AUD"] = "$", ["CAD"] = "$", ["CNY"] = "¥", ["EUR"] = "€", ["GBP"] = "£", ["HKD"] = "$", ["JPY"] = "¥", ["NZD"] = "$", ["SGD"] = "$", ["USD"] = "$",
    };

    private void BindCurrency()
    {
        if (Single(_header, ClauseKind.Currency) is not { Body: NameSyntax code })
        {
            return;
        }

        if (CurrencySymbols.TryGetValue(Names.Key(code.Text), out string? symbol))
        {
            _guide!.Currency = Names.Key(code.Text);
            _guide.CurrencySymbol = symbol;
            _symbols.CurrencySymbol = symbol;
        }
        else
        {
            _bag.Add(DiagnosticCatalogue.UnknownCurrency(_header.At(code), code.Text, [.. CurrencySymbols.Keys.OrderBy(key => key, StringComparer.Ordinal)]));
        }
    }

    private void BindSources()
    {
        foreach ((Source source, DeclarationContext context) in _sources)
        {
            source.Url = Text(Single(context, ClauseKind.Url));
            source.Edition = Day(context, Single(context, ClauseKind.Edition)?.Body as DateLiteralSyntax);
            var divisions = new List<Division>();
            foreach (ClauseSyntax clause in Clauses(context, ClauseKind.Division))
            {
                var syntax = (DivisionSyntax)clause.Body!;
                var division = new Division(source, syntax.Kind.ToLowerInvariant(), syntax.Locator.Text, syntax.Title?.Value, context.At(syntax.Locator))
                {
                    Status = Text(Single(context, clause.SubClauses, ClauseKind.Status)),
                    Url = Text(Single(context, clause.SubClauses, ClauseKind.Url)),
                    NotModelled = Text(Single(context, clause.SubClauses, ClauseKind.NotModelled)),
                };
                if (_references.TryAdd(division, divisions.Count))
                {
                    divisions.Add(division);
                }
                else
                {
                    Division first = _references.Find(source, division.Kind, division.Locator)!;
                    _bag.Add(DiagnosticCatalogue.NameUsedTwice(division.Location, division.Name, Describe.Symbol(first), first.Location));
                }
            }

            source.Divisions = [.. divisions];
        }
    }

    private void BindReadingsAndTerms()
    {
        foreach ((Term term, DeclarationContext context) in _terms)
        {
            term.Meaning = ProseOf(context, Single(context, ClauseKind.Meaning));
        }

        foreach ((Reading reading, DeclarationContext context) in _readings)
        {
            reading.Taken = ProseOf(context, Single(context, ClauseKind.Taken));
            reading.Owner = Text(Single(context, ClauseKind.Owner));
        }
    }

    private void BindPages()
    {
        foreach ((Timeline timeline, DeclarationContext context) in _timelines)
        {
            timeline.Shows = [.. RequirementsOf(context, ClauseKind.Shows)];
            timeline.Note = ProseOf(context, Single(context, ClauseKind.Note));
            Missing(context, ClauseKind.Shows, "A timeline shows requirements.", "add a line such as 'shows Notice and Completion'");
        }

        foreach ((Disclaimer disclaimer, DeclarationContext context) in _disclaimers)
        {
            var requirements = new List<Requirement>();
            foreach (ClauseSyntax clause in Clauses(context, ClauseKind.ShownOn))
            {
                var shown = (ShownOnSyntax)clause.Body!;
                disclaimer.OnEveryPage |= shown.Place == ShownOnPlace.EveryPage;
                disclaimer.OnTimeline |= shown.Place == ShownOnPlace.Timeline;
                if (shown.Names is { } names)
                {
                    requirements.AddRange(context.FindAll(_symbols.Requirements, names, "requirement"));
                }
            }

            disclaimer.OnRequirements = [.. requirements.Distinct()];
            Missing(context, ClauseKind.ShownOn, "A disclaimer says where it is shown.", "add the line 'shown on every page', 'shown on the timeline', or 'shown on' and names of requirements");
            Missing(context, ClauseKind.Text, "A disclaimer needs its text.", "add a line such as 'text \"This is not legal advice.\"'");
            disclaimer.Text = ProseOf(context, Single(context, ClauseKind.Text)) ?? new Prose("", disclaimer.Location);
        }

        foreach ((Contact contact, DeclarationContext context) in _contacts)
        {
            contact.Lines = [.. context.Syntax.Clauses
                .Where(clause => !clause.IsBroken && clause.Body is TextLiteralSyntax)
                .Select(clause => (clause.Kind.ToString().ToLowerInvariant(), Text(clause)!))];
        }

        foreach (DeclarationContext context in _changeContexts)
        {
            List<Requirement> touched = RequirementsOf(context, ClauseKind.Touches);
            if (context.Syntax is { Date: { } date, Title: { } title } && Day(context, date) is { } day)
            {
                _changes.Add(new Change(day, title.Value, [.. touched], context.Name));
            }
        }
    }

    private List<Requirement> RequirementsOf(DeclarationContext context, ClauseKind kind)
    {
        var requirements = new List<Requirement>();
        foreach (ClauseSyntax clause in Clauses(context, kind))
        {
            requirements.AddRange(context.FindAll(_symbols.Requirements, (NameListSyntax)clause.Body!, "requirement"));
        }

        return [.. requirements.Distinct()];
    }

    private void BindGuide()
    {
        if (_guide is not { } guide)
        {
            if (_libraries.Count > 0)
            {
                _libraries[0].Introduction = ProseOf(_header, Single(_header, ClauseKind.Introduction));
            }

            return;
        }

        guide.Audience = [.. Clauses(_header, ClauseKind.For).Select(clause => Text(clause)!)];
        guide.Uses = [.. _libraries];
        guide.References = References(_header, _header.Syntax.Clauses);
        guide.Namespace = Text(Single(_header, ClauseKind.Namespace));
        guide.Version = Text(Single(_header, ClauseKind.Version));
        guide.Introduction = ProseOf(_header, Single(_header, ClauseKind.Introduction));
        foreach (Library library in _libraries)
        {
            BindingUnit unit = _units.FindLibrary(library.Name)!;
            var context = new DeclarationContext(_symbols, unit.HeaderTree.Source, unit.Header);
            library.Introduction = ProseOf(context, Single(context, ClauseKind.Introduction));
        }

        if (Single(_header, ClauseKind.WorkingDaysFrom) is { Body: NameSyntax name })
        {
            guide.Calendar = _header.Find(_symbols.Calendars, name, "calendar");
        }

        if (guide.Calendar is null && !Has(_header, ClauseKind.WorkingDaysFrom) && !_header.Syntax.HasErrors && _firstUseOfWorkingDays is { } use)
        {
            _bag.Add(DiagnosticCatalogue.WorkingDaysWithoutCalendar(use, guide.Name, guide.Location, [.. _symbols.Calendars.All.Select(calendar => calendar.Name)]));
        }

        bool isReached = _disclaimers.Any(item => item.Symbol.OnEveryPage || item.Context.Syntax.HasErrors);
        if (!isReached && _symbols.IsComplete && !_symbols.BrokenText.Contains("disclaimer") && !_symbols.BrokenText.Contains("every page"))
        {
            _bag.Add(DiagnosticCatalogue.NoDisclaimer(guide.Location, guide.Name));
        }
    }
}
