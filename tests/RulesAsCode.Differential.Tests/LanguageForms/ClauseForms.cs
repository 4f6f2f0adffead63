using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Primitives;

namespace RulesAsCode.Differential.Tests.LanguageForms;

/// <summary>The declarations and clauses of the grammar's own table, each a form; what each becomes is told here.</summary>
internal static class ClauseForms
{
    private const string Separator = " › ";
    private const int DeepestException = 3;

    private static readonly HashSet<DeclarationKind> ForReaders =
    [
        DeclarationKind.PartOf, DeclarationKind.Library, DeclarationKind.Source, DeclarationKind.Term, DeclarationKind.Reading, DeclarationKind.Timeline,
        DeclarationKind.Disclaimer, DeclarationKind.Contact, DeclarationKind.Change,
    ];

    // 'or read as' is bound; outcomes under the other reading come later (issue 2, "The language, all of it").
    private static readonly HashSet<ClauseKind> ClausesForReaders =
    [
        ClauseKind.For, ClauseKind.Uses, ClauseKind.Namespace, ClauseKind.Version, ClauseKind.Currency, ClauseKind.Introduction, ClauseKind.See, ClauseKind.Quote,
        ClauseKind.ReadingUse, ClauseKind.OrReadAs, ClauseKind.Url, ClauseKind.Edition, ClauseKind.Division, ClauseKind.Status, ClauseKind.NotModelled,
        ClauseKind.Meaning, ClauseKind.Ask, ClauseKind.Note, ClauseKind.Follows, ClauseKind.TakesAbout, ClauseKind.TakesAnUnknownTime, ClauseKind.Guidance,
        ClauseKind.Taken, ClauseKind.Owner, ClauseKind.Shows, ClauseKind.ShownOn, ClauseKind.Text, ClauseKind.Website, ClauseKind.Telephone, ClauseKind.Email,
        ClauseKind.Address, ClauseKind.Hours, ClauseKind.Touches,
    ];

    public static IEnumerable<LanguageForm> All => ClauseTable.Declarations
        .OrderBy(rule => rule.Kind)
        .SelectMany(rule =>
        {
            var expanded = new HashSet<ClauseRule>();
            return rule.Clauses.SelectMany(clause => Forms(rule, [clause], expanded)).Prepend(Declaration(rule));
        });

    /// <summary>Every declaration with its clauses and what stands under them, as a table in Markdown.</summary>
    public static string Table => "| declaration | clauses |\n|---|---|\n" + string.Concat(ClauseTable.Declarations
        .OrderBy(rule => rule.Kind)
        .Select(rule => $"| `{rule.Keyword}` | {string.Join(", ", Listed(rule.Clauses, 0))} |\n"));

    private static IEnumerable<string> Listed(IEnumerable<ClauseRule> rules, int depth) => rules
        .Select(rule => (Words: Words(rule), Inner: depth == 0 ? Listed(rule.SubClauses, 1).ToArray() : []))
        .GroupBy(rule => string.Join(", ", rule.Inner))
        .SelectMany(group => group.Key.Length == 0 ? group.Select(rule => Quoted(rule.Words)) : [string.Join(", ", group.Select(rule => Quoted(rule.Words))) + $" ({group.Key})"]);

    private static string Quoted(string words) => words.StartsWith('(') ? words.Trim('(', ')') : $"`{words}`";

    private static LanguageForm Declaration(DeclarationRule rule) => new(
        "declarations", rule.Keyword,
        ruleset => ruleset.Declarations.Any(declaration => declaration.Kind == rule.Kind),
        ruleset => ruleset.Models.SelectMany(model => Declared(model, rule.Kind)),
        !ForReaders.Contains(rule.Kind));

    /// <param name="expanded">What stands under a rule that several clauses of a declaration share is shown once, where it comes first.</param>
    private static IEnumerable<LanguageForm> Forms(DeclarationRule declaration, ImmutableArray<ClauseRule> path, HashSet<ClauseRule> expanded)
    {
        ClauseRule rule = path[^1];
        string words = declaration.Keyword + Separator + string.Join(Separator, path.Select(Words));
        if (rule.TakesProse && ReferenceEquals(rule.Body, ClauseGrammar.WordsBody))
        {
            yield return Form(declaration, path, words + " \"…\"", clause => clause.Body is WordsSyntax { IsProse: false });
            yield return Form(declaration, path, words + ":", clause => clause.Body is WordsSyntax { IsProse: true });
        }
        else
        {
            yield return Form(declaration, path, words, _ => true);
        }

        if (!expanded.Add(rule) && !path[..^1].Contains(rule))
        {
            yield break;
        }

        IEnumerable<ClauseRule> inner = rule.Kind switch
        {
            // The layout tells an element from an answer, so the table has it apart.
            ClauseKind.Given => rule.SubClauses.Append(ClauseTable.ElementAnswers),
            ClauseKind.ElementAnswers when path.Count(above => above.Kind == ClauseKind.ElementAnswers) == 1 => rule.SubClauses.Append(ClauseTable.ElementAnswers),
            _ => rule.SubClauses.Where(sub => sub != rule || path.Count(above => above == rule) < DeepestException),
        };
        foreach (LanguageForm form in inner.SelectMany(sub => Forms(declaration, path.Add(sub), expanded)))
        {
            yield return form;
        }
    }

    private static LanguageForm Form(DeclarationRule declaration, ImmutableArray<ClauseRule> path, string words, Func<ClauseSyntax, bool> isForm) => new(
        "clauses", words,
        ruleset => ruleset.Clauses.Any(place => place.Declaration.Kind == declaration.Kind && Matches(place, path) && isForm(place.Clause)),
        ruleset => ruleset.Models.SelectMany(model => path.Aggregate(Declared(model, declaration.Kind), (parts, rule) => parts.SelectMany(part => Parts(part, rule)))),
        !ClausesForReaders.Contains(path[^1].Kind))
    {
        // The reference shows a clause under a clause once, not under each declaration that may have it.
        IsDocumented = reference => reference.Clauses.Any(place => isForm(place.Clause) && (path.Length == 1
            ? place.Declaration.Kind == declaration.Kind && Matches(place, path)
            : place.Path.Length > 1 && Matches(place with { Path = place.Path[^2..] }, [path[^2], path[^1]], allKeywords: false))),
    };

    private static bool Matches(ClausePlace place, ImmutableArray<ClauseRule> path, bool allKeywords = true) =>
        place.Path.Length == path.Length && place.Path.Zip(path).All(pair =>
            pair.First.Kind == pair.Second.Kind && !pair.First.IsBroken
            && (pair.Second.Keyword is null || (!allKeywords && pair.First != place.Clause)
                || place.Tree.Source.ToString(pair.First.KeywordSpan).Equals(pair.Second.Keyword, StringComparison.OrdinalIgnoreCase)));

    private static string Words(ClauseRule rule) => rule.Keyword ?? rule.Kind switch
    {
        ClauseKind.Member => "(member)",
        ClauseKind.Field => "(fact)",
        ClauseKind.Period => "(value from a date)",
        ClauseKind.Answer => "(answer)",
        ClauseKind.ElementAnswers => "(element)",
        ClauseKind.Expected => "(expectation)",
        ClauseKind.Row => "(row)",
        _ => throw new InvalidOperationException($"What is a {rule.Kind} without a keyword called?"),
    };

    private static IEnumerable<object> Declared(RulesModel model, DeclarationKind kind) => kind switch
    {
        DeclarationKind.Guide or DeclarationKind.PartOf => [model.Guide],
        DeclarationKind.Library => model.Libraries,
        DeclarationKind.Source => model.Sources,
        DeclarationKind.Term => model.Terms,
        DeclarationKind.Choice => model.Choices,
        DeclarationKind.Format => model.Formats,
        DeclarationKind.Calendar => model.Calendars,
        DeclarationKind.Record => model.Records.Where(record => !record.IsFacts),
        DeclarationKind.Facts => [model.Facts],
        DeclarationKind.Parameter => model.Parameters,
        DeclarationKind.Define => model.Definitions,
        DeclarationKind.Requirement => model.Requirements,
        DeclarationKind.Reading => model.Readings,
        DeclarationKind.Timeline => model.Timelines,
        DeclarationKind.Disclaimer => model.Disclaimers,
        DeclarationKind.Contact => model.Contacts,
        DeclarationKind.Example => model.Examples,
        DeclarationKind.Change => model.Changes,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every declaration has its place in the model."),
    };

    /// <summary>What a clause became in the part of the model that the clause above it became.</summary>
    private static IEnumerable<object> Parts(object owner, ClauseRule rule) => (owner, rule.Kind) switch
    {
        (Guide guide, ClauseKind.For) => guide.Audience,
        (Guide guide, ClauseKind.Uses) => guide.Uses,
        (Guide guide, ClauseKind.See) => guide.References,
        (Guide guide, ClauseKind.Namespace) => Some(guide.Namespace),
        (Guide guide, ClauseKind.Version) => Some(guide.Version),
        (Guide guide, ClauseKind.WorkingDaysFrom) => Some(guide.Calendar),
        (Guide guide, ClauseKind.Currency) => Some(guide.Currency),
        (Guide guide, ClauseKind.Introduction) => Some(guide.Introduction),
        (Library library, ClauseKind.Introduction) => Some(library.Introduction),
        (SectionReference reference, ClauseKind.Quote) => Some(reference.Quote),
        (CriterionReading reading, ClauseKind.OrReadAs) => Some(reading.Alternative),
        (Source source, ClauseKind.Url) => Some(source.Url),
        (Source source, ClauseKind.Edition) => Some(source.Edition),
        (Source source, ClauseKind.Division) => source.Divisions.Where(division => division.Kind == rule.Keyword),
        (Division division, ClauseKind.Status) => Some(division.Status),
        (Division division, ClauseKind.Url) => Some(division.Url),
        (Division division, ClauseKind.NotModelled) => Some(division.NotModelled),
        (Term term, ClauseKind.Meaning) => Some(term.Meaning),
        (Choice choice, ClauseKind.Member) => choice.Members,
        (Format format, ClauseKind.Pattern) => format.Pattern.Length > 0 ? [format] : [],
        (Calendar calendar, ClauseKind.Weekend) => calendar.Weekend.IsEmpty ? [] : [calendar],
        (Calendar calendar, ClauseKind.HolidaysFrom) => calendar.HolidaysFile is null ? [] : [calendar],
        (Calendar calendar, ClauseKind.Covers) => calendar.Table is null ? [] : [calendar],
        (Calendar calendar, ClauseKind.Edition) => Some(calendar.Edition),
        (Calendar calendar, ClauseKind.ReadingUse) => calendar.Readings,
        (Record record, ClauseKind.Field) => record.Fields,
        (Field field, ClauseKind.Ask) => Some(field.Question),
        (Field field, ClauseKind.Note) => Some(field.Note),
        (Parameter parameter, ClauseKind.Period) => parameter.Periods,
        (ParameterPeriod period, ClauseKind.See) => period.References,
        (Definition definition, ClauseKind.See) => definition.References,
        (Definition definition, ClauseKind.ReadingUse) => definition.Readings,
        (Definition definition, ClauseKind.Meaning) => Some(definition.Meaning),
        (Definition definition, ClauseKind.ForEach) => Some(definition.Element),
        (Definition { Type: YesNoType } definition, ClauseKind.When) => definition.Cases,
        (Definition, ClauseKind.When) => [],
        (Definition definition, ClauseKind.As) => definition.Cases,
        (Definition { Cases.Length: > 1 } definition, ClauseKind.Otherwise) => [definition.Cases[^1]],
        (Definition, ClauseKind.Otherwise) => [],
        (Definition definition, ClauseKind.Rounded) => definition.Rounding is { } rounding && rounding.Mode == ModeOf(rule.Keyword!) ? [rounding] : [],
        (Requirement requirement, ClauseKind.See) => requirement.References,
        (Requirement requirement, ClauseKind.ReadingUse) => requirement.Readings,
        (Requirement requirement, ClauseKind.FallsOn) => Some(requirement.FallsOn),
        (Requirement requirement, ClauseKind.ForEach) => Some(requirement.Element),
        (Requirement requirement, ClauseKind.AppliesAlways) => requirement.AppliesWhen is null ? [requirement] : [],
        (Requirement requirement, ClauseKind.AppliesWhen) => Some(requirement.AppliesWhen),
        (Requirement requirement, ClauseKind.Unless) => requirement.Exceptions,
        (Requirement requirement, ClauseKind.InForceFrom) => requirement.InForceFrom is null ? [] : [requirement],
        (Requirement requirement, ClauseKind.RequiresThat) => requirement.Criteria.Where(criterion => criterion is { IsRecommendation: false, IsBareFact: false }),
        (Requirement requirement, ClauseKind.RecommendsThat) => requirement.Criteria.Where(criterion => criterion.IsRecommendation),
        (Requirement requirement, ClauseKind.Requires) => requirement.Criteria.Where(criterion => criterion.IsBareFact),
        (Requirement requirement, ClauseKind.Follows) => requirement.Follows,
        (Requirement requirement, ClauseKind.TakesAbout) => Some(requirement.TakesAbout),
        (Requirement requirement, ClauseKind.TakesAnUnknownTime) => Some(requirement.TakesUnknownTime),
        (Requirement requirement, ClauseKind.Guidance) => Some(requirement.Guidance),
        (ConditionClause clause, ClauseKind.See) => clause.References,
        (ConditionClause clause, ClauseKind.ReadingUse) => clause.Readings,
        (ExceptionClause clause, ClauseKind.See) => clause.References,
        (ExceptionClause clause, ClauseKind.Unless) => clause.Exceptions,
        (Criterion criterion, ClauseKind.Otherwise) => Some(criterion.Otherwise),
        (Criterion criterion, ClauseKind.ReadingUse) => criterion.Readings,
        (Criterion criterion, ClauseKind.See) => criterion.References,
        (Criterion criterion, ClauseKind.Unless) => criterion.Exceptions,
        (Reading reading, ClauseKind.Taken) => Some(reading.Taken),
        (Reading reading, ClauseKind.Owner) => Some(reading.Owner),
        (Timeline timeline, ClauseKind.Shows) => timeline.Shows,
        (Timeline timeline, ClauseKind.Note) => Some(timeline.Note),
        (Disclaimer disclaimer, ClauseKind.ShownOn) => disclaimer.OnEveryPage || disclaimer.OnTimeline || !disclaimer.OnRequirements.IsEmpty ? [disclaimer] : [],
        (Disclaimer disclaimer, ClauseKind.Text) => Some(disclaimer.Text),
        (Contact contact, _) => contact.Lines.Where(line => line.Kind == rule.Keyword).Select(line => line.Text),
        (Example example, ClauseKind.AsAt) => [example],
        (Example example, ClauseKind.Given) => example.Cases.Where(@case => @case.Facts.Given.Any()),
        (Example example, ClauseKind.Expect) => example.Cases.Where(@case => !@case.Expectations.IsEmpty),
        (Example example, ClauseKind.Cases) => example.Cases.Where(@case => @case.Row is not null),
        (ExampleCase @case, ClauseKind.Answer or ClauseKind.Row) => [@case],
        (ExampleCase @case, ClauseKind.ElementAnswers) => Elements(@case.Facts).Any() ? [new ExampleElements(@case, [.. Elements(@case.Facts)])] : [],
        (ExampleElements elements, ClauseKind.Answer) => elements.Records.Any(record => record.Given.Any()) ? [elements.Case] : [],
        (ExampleElements elements, ClauseKind.ElementAnswers) => elements.Records.SelectMany(Elements).Any() ? [elements.Case] : [],
        (ExampleCase @case, ClauseKind.Expected) => @case.Expectations.Cast<object>(),
        (Expectation expectation, ClauseKind.Says) => expectation.Says.IsEmpty ? [] : [expectation],
        (Expectation expectation, ClauseKind.AsksFor) => expectation.AsksFor is null ? [] : [expectation],
        (Change change, ClauseKind.Touches) => change.Touches,
        _ => throw new InvalidOperationException($"What does the clause {rule.Kind} of a {owner.GetType().Name} become?"),
    };

    private static IEnumerable<FactRecord> Elements(FactRecord facts) => facts.Given.SelectMany(field => facts[field] switch
    {
        ListValue list => list.Elements,
        RecordValue record => [record.Record],
        _ => (IEnumerable<FactRecord>)[],
    });

    private static RoundingMode ModeOf(string keyword) =>
        keyword == "rounded to the nearest" ? RoundingMode.Nearest : keyword == "rounded down to" ? RoundingMode.Down : RoundingMode.Up;

    private static IEnumerable<object> Some(object? part) => part is null ? [] : [part];
}

/// <summary>The elements that a case of an example gives: counted as reached with the case.</summary>
internal sealed record ExampleElements(ExampleCase Case, ImmutableArray<FactRecord> Records);
