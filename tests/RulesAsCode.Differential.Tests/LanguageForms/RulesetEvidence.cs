using System.Collections.Immutable;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Interpreter;
using RulesAsCode.Testing;

namespace RulesAsCode.Differential.Tests.LanguageForms;

/// <summary>A node of a tree and the nodes above it, up to the body of its clause.</summary>
internal sealed record NodePlace(SyntaxTree Tree, SyntaxNode Node, NodePlace? Parent)
{
    /// <summary>Where the model has what this node means: a predicate is part of its comparison, a list part of what runs over it.</summary>
    public Location Meaning => Node switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => new NodePlace(Tree, inner, this).Meaning,
        ExpressionSyntax => new Location(Tree.Source, Node.Span),
        _ when Parent is not null => Parent.Meaning,
        DefinitionValueSyntax value => new NodePlace(Tree, value.Value, this).Meaning,
        _ => new Location(Tree.Source, Node.Span),
    };
}

/// <summary>A clause with the clauses above it, its declaration's first.</summary>
internal sealed record ClausePlace(SyntaxTree Tree, DeclarationSyntax Declaration, ImmutableArray<ClauseSyntax> Path)
{
    public ClauseSyntax Clause => Path[^1];
}

/// <summary>What one ruleset shows of the language: what was parsed, what it became, and what its examples evaluate.</summary>
internal sealed class RulesetEvidence
{
    private readonly ReachedParts _reached;
    private readonly ReachedParts _emitted;
    private readonly ILookup<Location, Expression> _expressionsByPlace;

    public RulesetEvidence(RuleFolder folder)
        : this(folder.Name, folder.Files, folder.ReadTable)
    {
    }

    public RulesetEvidence(string name, IEnumerable<SourceText> files, Func<string, string?> readTable)
        : this(name, Compilation.Create(files, readTable))
    {
        foreach (IGrouping<RulesModel, ExampleResult> results in Results.Where(result => result.Passed).GroupBy(result => result.Assessment.Model))
        {
            var generated = new GeneratedRuleset(results.Key);
            var interpreter = new RulesetInterpreter(results.Key);
            foreach (ExampleResult result in results)
            {
                _reached.MarkExample(result, withDefinitions: true);
                (FactRecord facts, int asAt) = (result.Case.Facts, result.Example.AsAt);
                if (Engines.Agree(interpreter, generated, facts, asAt))
                {
                    _emitted.MarkExample(result, withDefinitions: false);
                }
            }
        }
    }

    /// <param name="compilation">A ruleset without examples.</param>
    /// <param name="agreed">Assessments that the generated C# has agreed to.</param>
    public RulesetEvidence(Compilation compilation, IEnumerable<Assessment> agreed)
        : this(compilation.Guides[0].Guide.Name, compilation)
    {
        foreach (RequirementAssessment requirement in agreed.SelectMany(assessment => assessment.Requirements))
        {
            _emitted.MarkRequirement(requirement);
        }
    }

    private RulesetEvidence(string name, Compilation compilation)
    {
        Name = name;
        Compilation = compilation;
        _reached = new ReachedParts(Models);
        _emitted = new ReachedParts(Models);
        SyntaxTree[] clean = [.. Compilation.Trees.Where(tree => tree.Diagnostics.IsEmpty)];
        Clauses = [.. clean.SelectMany(tree => tree.Declarations.SelectMany(declaration => ClausesOf(tree, declaration, declaration.Clauses, [])))];
        Nodes = [.. Clauses.Where(place => place.Clause.Body is not null).SelectMany(place => NodesOf(new NodePlace(place.Tree, place.Clause.Body!, null)))];
        Declarations = [.. clean.SelectMany(tree => tree.Declarations)];
        Tokens = [.. clean.SelectMany(tree => tree.Tokens.Select(token => token.Kind)).Distinct()];
        Expressions = [.. Compilation.Guides.SelectMany(ExpressionsOf).SelectMany(expression => expression.DescendantsAndSelf())];
        _expressionsByPlace = Expressions.ToLookup(expression => expression.Location);
        Results = [.. Compilation.Guides.SelectMany(guide => ExampleRunner.Run(guide))];
    }

    public string Name { get; }

    public Compilation Compilation { get; }

    public ImmutableArray<DeclarationSyntax> Declarations { get; }

    public ImmutableArray<ClausePlace> Clauses { get; }

    public ImmutableArray<NodePlace> Nodes { get; }

    public ImmutableHashSet<SyntaxKind> Tokens { get; }

    public ImmutableArray<Expression> Expressions { get; }

    public ImmutableArray<ExampleResult> Results { get; }

    public IEnumerable<RulesModel> Models => Compilation.Guides;

    public IEnumerable<Expression> MeaningOf(NodePlace place) => _expressionsByPlace[place.Meaning];

    /// <summary>Whether an example that passes evaluates this object of the model.</summary>
    public bool IsReached(object part) => _reached.Contains(part);

    /// <summary>Whether a requirement that evaluates this object was run as compiled C#, and the C# agreed with the interpreter.</summary>
    public bool IsEmitted(object part) => _emitted.Contains(part);

    private static IEnumerable<ClausePlace> ClausesOf(SyntaxTree tree, DeclarationSyntax declaration, ImmutableArray<ClauseSyntax> clauses, ImmutableArray<ClauseSyntax> above)
    {
        foreach (ClauseSyntax clause in clauses)
        {
            ImmutableArray<ClauseSyntax> path = above.Add(clause);
            yield return new ClausePlace(tree, declaration, path);
            foreach (ClausePlace inner in ClausesOf(tree, declaration, clause.SubClauses, path))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<NodePlace> NodesOf(NodePlace place)
    {
        yield return place;
        foreach (SyntaxNode child in place.Node.Children)
        {
            foreach (NodePlace inner in NodesOf(new NodePlace(place.Tree, child, place)))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<Expression> ExpressionsOf(RulesModel model)
    {
        foreach (Definition definition in model.Definitions)
        {
            foreach (DefinitionCase @case in definition.Cases)
            {
                if (@case.Condition is not null)
                {
                    yield return @case.Condition;
                }

                yield return @case.Value;
            }
        }

        foreach (Requirement requirement in model.Requirements)
        {
            if (requirement.AppliesWhen is { } appliesWhen)
            {
                yield return appliesWhen.Condition;
            }

            foreach (Expression condition in requirement.Criteria.Select(criterion => criterion.Condition)
                .Concat(requirement.Criteria.SelectMany(criterion => criterion.Readings).Select(reading => reading.Alternative).OfType<Expression>())
                .Concat(requirement.Exceptions.Concat(requirement.Criteria.SelectMany(criterion => criterion.Exceptions)).SelectMany(ConditionsOf)))
            {
                yield return condition;
            }
        }
    }

    private static IEnumerable<Expression> ConditionsOf(ExceptionClause exception) => exception.Exceptions.SelectMany(ConditionsOf).Prepend(exception.Condition);
}

/// <summary>The objects of models that something evaluates.</summary>
internal sealed class ReachedParts(IEnumerable<RulesModel> models)
{
    private readonly HashSet<object> _reached = new(ReferenceEqualityComparer.Instance);

    public bool Contains(object part) => _reached.Contains(part is ExampleElements elements ? elements.Case : part);

    /// <param name="withDefinitions">Whether the definitions that it expects values of count.</param>
    public void MarkExample(ExampleResult result, bool withDefinitions)
    {
        _reached.Add(result.Example);
        _reached.Add(result.Case);
        _reached.Add(result.Assessment.Model.Guide);
        foreach (Expectation expectation in result.Case.Expectations)
        {
            _reached.Add(expectation);
            if (expectation.Requirement is { } requirement)
            {
                MarkRequirement(result.Assessment.Requirements.Single(assessment => assessment.Requirement == requirement));
            }
            else if (withDefinitions && expectation is { Definition: { } definition, Value: not null })
            {
                MarkDefinition(definition);
            }
            else if (expectation.IsEverything)
            {
                foreach (RequirementAssessment assessment in result.Assessment.Requirements.Where(assessment => assessment.Requirement.FallsOn is null))
                {
                    MarkRequirement(assessment);
                }
            }
        }
    }

    public void MarkRequirement(RequirementAssessment assessment)
    {
        Requirement requirement = assessment.Requirement;
        _reached.Add(requirement);
        Mark(requirement.FallsOn);
        MarkElement(requirement.Element);
        if (requirement.AppliesWhen is { } appliesWhen)
        {
            _reached.Add(appliesWhen);
            MarkExpression(appliesWhen.Condition);
        }

        MarkExceptions(requirement.Exceptions);
        if (!assessment.Elements.Select(element => element.Outcome).Append(assessment.Outcome).Any(outcome => outcome is Outcome.Satisfied or Outcome.NotSatisfied))
        {
            return;
        }

        foreach (Criterion criterion in requirement.Criteria)
        {
            _reached.Add(criterion);
            MarkExpression(criterion.Condition);
            MarkExceptions(criterion.Exceptions);
            if (criterion.Otherwise is { } otherwise && assessment.Messages.Contains(otherwise.Markdown.Trim()))
            {
                _reached.Add(otherwise);
            }
        }
    }

    private void MarkExceptions(ImmutableArray<ExceptionClause> exceptions)
    {
        foreach (ExceptionClause exception in exceptions)
        {
            _reached.Add(exception);
            MarkExpression(exception.Condition);
            MarkExceptions(exception.Exceptions);
        }
    }

    private void MarkDefinition(Definition definition)
    {
        if (!_reached.Add(definition))
        {
            return;
        }

        Mark(definition.Rounding);
        MarkElement(definition.Element);
        foreach (DefinitionCase @case in definition.Cases)
        {
            _reached.Add(@case);
            MarkExpression(@case.Condition);
            MarkExpression(@case.Value);
        }
    }

    private void MarkElement(ElementVariable? element)
    {
        if (element is not null)
        {
            _reached.Add(element);
            _reached.Add(element.Record);
            MarkExpression(element.List);
        }
    }

    private void MarkExpression(Expression? expression)
    {
        if (expression is null || !_reached.Add(expression))
        {
            return;
        }

        switch (expression)
        {
            case FactExpression fact:
                _reached.Add(fact.Field);
                _reached.Add(fact.Field.Record);
                Mark((fact.Field.Type as FormatType)?.Format);
                Mark((fact.Field.Type as ChoiceType)?.Choice ?? (fact.Field.Type as SetType)?.Choice);
                break;
            case DefinitionExpression definition:
                MarkDefinition(definition.Definition);
                break;
            case ParameterExpression parameter:
                _reached.Add(parameter.Parameter);
                foreach (ParameterPeriod period in parameter.Parameter.Periods)
                {
                    _reached.Add(period);
                }

                break;
            case LiteralExpression { Value: ChoiceValue choice }:
                _reached.Add(choice.Member);
                break;
            case LiteralExpression { Value: DurationValue { Value.Unit: Primitives.DurationUnit.WorkingDay } } or NearestWorkingDayExpression:
                foreach (Calendar calendar in models.Select(model => model.Guide.Calendar).OfType<Calendar>())
                {
                    _reached.Add(calendar);
                }

                break;
            default:
                break;
        }

        foreach (Expression child in expression.Children)
        {
            MarkExpression(child);
        }
    }

    private void Mark(object? part)
    {
        if (part is not null)
        {
            _reached.Add(part);
        }
    }
}
