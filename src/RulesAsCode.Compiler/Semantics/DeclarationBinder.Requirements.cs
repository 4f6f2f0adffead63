using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Fidelity;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;

namespace RulesAsCode.Compiler.Semantics;

internal sealed partial class DeclarationBinder
{
    private const int DeepestException = 3;

    private void BindRequirements()
    {
        foreach (BoundDeclaration bound in _requirements)
        {
            BindUnlessKept(bound, context => BindRequirement(bound.Requirement!, context));
        }

        Requirement[] requirements = [.. _requirements.Select(bound => bound.Requirement!)];
        if (Array.TrueForAll(requirements, requirement => requirement.Follows.IsEmpty))
        {
            return;
        }

        IReadOnlyList<Requirement> Follows(Requirement requirement) => requirement.Follows;

        foreach (List<Requirement> group in Circularity.Groups(requirements, Follows))
        {
            if (Circularity.ShortestCircle(group, Follows) is { } circle)
            {
                _bag.Add(DiagnosticCatalogue.Circle(circle[0].Location, "requirement", [.. circle.Select(requirement => requirement.Name)], "leave out one of the 'follows' lines",
                    [.. circle.Skip(1).Select(requirement => requirement.Location)]));
            }
        }
    }

    /// <summary>Holds the rules against the words that they quote. Not where something else is wrong: what a rule compares is then not known for sure.</summary>
    private void CheckQuotes()
    {
        if (!_bag.HasErrors && !_files.Exists(file => file.Diagnostics.Any(diagnostic => diagnostic.IsError)))
        {
            var checker = new FidelityChecker(_symbols.CurrencySymbol, _parameters.Symbols, findsLints: false);
            _quotesOfDefinitions ??= [.. _definitions.Symbols.Select(checker.Check)];
            foreach (BoundDeclaration bound in _requirements)
            {
                bound.Quotes ??= checker.Check(bound.Requirement!);
            }

            foreach (Diagnostic diagnostic in checker.Together(_quotesOfDefinitions.Concat(_requirements.Select(bound => bound.Quotes!))))
            {
                _bag.Add(diagnostic);
            }
        }
    }

    private void BindRequirement(Requirement requirement, DeclarationContext context)
    {
        DeclarationSyntax syntax = context.Syntax;
        requirement.References = References(context, syntax.Clauses);
        requirement.Readings = ReadingsOf(context, syntax.Clauses);
        requirement.Guidance = ProseOf(context, Single(context, ClauseKind.Guidance));
        requirement.Follows = [.. RequirementsOf(context, ClauseKind.Follows)];
        if (Single(context, ClauseKind.FallsOn) is { Body: NameSyntax party })
        {
            requirement.FallsOn = context.Find(_symbols.Terms, party, "term");
        }

        BindTimes(requirement, context);
        var binder = new ExpressionBinder(context);
        ElementVariable? element = BindForEach(context, binder);
        requirement.Element = element;
        binder.With(element, () =>
        {
            BindConditions(requirement, context, binder);
            return 0;
        });
        CheckClauses(context);
    }

    private void BindTimes(Requirement requirement, DeclarationContext context)
    {
        if (Single(context, ClauseKind.InForceFrom) is { Body: InForceSyntax force })
        {
            requirement.InForceFrom = Day(context, force.From);
            requirement.InForceUntil = Day(context, force.Until);
            if (requirement.InForceUntil < requirement.InForceFrom)
            {
                _bag.Add(DiagnosticCatalogue.EndsBeforeItBegins(context.At(force)));
            }
        }

        ClauseSyntax? about = Single(context, ClauseKind.TakesAbout);
        ClauseSyntax? unknown = Single(context, ClauseKind.TakesAnUnknownTime);
        requirement.TakesUnknownTime = Text(unknown);
        if (about is { Body: QuantityLiteralSyntax quantity })
        {
            if (new ExpressionBinder(context).BindQuantity(quantity) is LiteralExpression { Value: DurationValue duration })
            {
                requirement.TakesAbout = duration.Value;
            }
        }

        if (about is not null && unknown is not null)
        {
            _bag.Add(DiagnosticCatalogue.Contradiction(context.At(unknown.KeywordSpan), "takes an unknown time", "takes about", context.At(about.KeywordSpan)));
        }
    }

    /// <summary>The element of <c>for each</c>. Where it cannot be found, names that may be its fields are not reported.</summary>
    private ElementVariable? BindForEach(DeclarationContext context, ExpressionBinder binder)
    {
        if (Single(context, ClauseKind.ForEach) is { Body: ElementSyntax syntax })
        {
            ElementVariable? element = binder.BindElement(syntax);
            if (element is null)
            {
                context.HidesUnknownNames = true;
                if (_symbols.Types.Find(syntax.Name.Text) is Record { IsFacts: false } record)
                {
                    return new ElementVariable(record, new ErrorExpression(context.At(syntax)));
                }
            }

            return element;
        }

        context.HidesUnknownNames |= Has(context, ClauseKind.ForEach);
        return null;
    }

    private void BindConditions(Requirement requirement, DeclarationContext context, ExpressionBinder binder)
    {
        if (Single(context, ClauseKind.AppliesWhen) is { Body: ExpressionSyntax applies } clause)
        {
            Expression condition = binder.BindCondition(applies);
            ImmutableArray<Reading> readings = ReadingsOf(context, clause.SubClauses);
            requirement.AppliesWhen = new ConditionClause(condition, TypeRules.UsesElement(condition, requirement.Element), References(context, clause.SubClauses), readings, context.At(clause));
            if (readings.IsEmpty)
            {
                NotePlainDays(condition);
            }
        }

        _ = Single(context, ClauseKind.AppliesAlways);
        requirement.Exceptions = BindExceptions(context, context.Syntax.Clauses, requirement.Element, binder, 1);
        var criteria = ImmutableArray.CreateBuilder<Criterion>();
        foreach (ClauseSyntax criterion in context.Syntax.Clauses)
        {
            if (criterion.Kind is ClauseKind.RequiresThat or ClauseKind.RecommendsThat or ClauseKind.Requires && !criterion.IsBroken)
            {
                criteria.Add(BindCriterion(context, criterion, criteria.Count, requirement.Element, binder));
            }
        }

        requirement.Criteria = criteria.ToImmutable();
    }

    private Criterion BindCriterion(DeclarationContext context, ClauseSyntax clause, int ordinal, ElementVariable? element, ExpressionBinder binder)
    {
        Expression condition = clause.Body switch
        {
            RequiresFactSyntax { Within: not null, Anchor: not null } deadline => binder.BindDeadline(deadline),
            RequiresFactSyntax fact => binder.BindRequiredFact(fact.Fact),
            _ => binder.BindCondition((ExpressionSyntax)clause.Body!),
        };
        var readings = ImmutableArray.CreateBuilder<CriterionReading>();
        foreach (ClauseSyntax use in Clauses(clause.SubClauses, ClauseKind.ReadingUse))
        {
            var name = (NameSyntax)use.Body!;
            Expression? alternative = Single(context, use.SubClauses, ClauseKind.OrReadAs) is { Body: ExpressionSyntax other } ? binder.BindCondition(other) : null;
            if (context.Find(_symbols.Readings, name, "reading") is not { } reading)
            {
                continue;
            }

            if (readings.Any(item => item.Reading == reading))
            {
                _bag.Add(DiagnosticCatalogue.NameRepeated(context.At(name), name.Text));
            }
            else
            {
                readings.Add(new CriterionReading(reading, alternative));
            }
        }

        if (readings.Count == 0 && !clause.SubClauses.Any(sub => sub.Kind == ClauseKind.ReadingUse))
        {
            NotePlainDays(condition);
        }

        return new Criterion(ordinal, condition, context.At(clause))
        {
            IsRecommendation = clause.Kind == ClauseKind.RecommendsThat,
            IsBareFact = clause.Kind == ClauseKind.Requires,
            Otherwise = ProseOf(context, Single(context, clause.SubClauses, ClauseKind.Otherwise)),
            Readings = readings.ToImmutable(),
            References = References(context, clause.SubClauses),
            Exceptions = BindExceptions(context, clause.SubClauses, element, binder, 1),
        };
    }

    private ImmutableArray<ExceptionClause> BindExceptions(DeclarationContext context, ImmutableArray<ClauseSyntax> clauses, ElementVariable? element, ExpressionBinder binder, int depth)
    {
        var exceptions = ImmutableArray.CreateBuilder<ExceptionClause>();
        foreach (ClauseSyntax clause in Clauses(clauses, ClauseKind.Unless))
        {
            if (depth > DeepestException)
            {
                _bag.Add(DiagnosticCatalogue.ExceptionsTooDeep(context.At(clause.KeywordSpan)));
                break;
            }

            Expression condition = binder.BindCondition((ExpressionSyntax)clause.Body!);
            exceptions.Add(new ExceptionClause(condition, TypeRules.UsesElement(condition, element), References(context, clause.SubClauses),
                BindExceptions(context, clause.SubClauses, element, binder, depth + 1), context.At(clause)));
        }

        return exceptions.ToImmutable();
    }

    private void CheckClauses(DeclarationContext context)
    {
        ClauseSyntax? Find(ClauseKind kind) => context.Syntax.Clauses.FirstOrDefault(clause => clause.Kind == kind);

        if (Find(ClauseKind.AppliesAlways) is { } always && Find(ClauseKind.AppliesWhen) is { } when)
        {
            ClauseSyntax second = always.Span.Start > when.Span.Start ? always : when;
            ClauseSyntax first = second == always ? when : always;
            _bag.Add(DiagnosticCatalogue.Contradiction(context.At(second.KeywordSpan), Describe.Words(context.At(second.KeywordSpan)), Describe.Words(context.At(first.KeywordSpan)), context.At(first.KeywordSpan)));
        }

        if (context.Syntax.HasErrors)
        {
            return;
        }

        string name = context.Syntax.Name!.Text;
        if (Find(ClauseKind.See) is null)
        {
            _bag.Add(DiagnosticCatalogue.ClauseMissing(context.Name, $"'{name}' does not say where the law asks for it.", "add a 'see' line, such as 'see ACT 4'"));
        }

        if (Find(ClauseKind.AppliesAlways) is null && Find(ClauseKind.AppliesWhen) is null)
        {
            _bag.Add(DiagnosticCatalogue.ClauseMissing(context.Name, $"'{name}' does not say when it applies.", "add 'applies always', or 'applies when' and a condition"));
        }

        if (Find(ClauseKind.RequiresThat) is null && Find(ClauseKind.Requires) is null)
        {
            _bag.Add(DiagnosticCatalogue.ClauseMissing(context.Name,
                Find(ClauseKind.RecommendsThat) is null ? $"'{name}' requires nothing." : $"'{name}' only recommends; a recommendation is never a failure, so that nothing could fail it.",
                "add 'requires' and a fact, or 'requires that' and a condition"));
        }
    }
}
