using System.Runtime.CompilerServices;

namespace RulesAsCode.Compiler.Model;

/// <summary>
/// The numbers by which explanations name the expressions of a requirement or of a definition, so that every engine builds the same tree: from 1, in
/// pre-order, through the list, applicability, exceptions and criteria of the one, and through the cases of the other. A definition is numbered for
/// itself, so that a change of it renumbers nothing elsewhere.
/// </summary>
public sealed class ExplanationSteps
{
    private readonly Dictionary<Expression, int> _numbers = new(ByReference.Instance);
    private readonly List<Expression> _expressions = [];

    private ExplanationSteps()
    {
    }

    /// <summary>Every expression; the one numbered n stands at n - 1.</summary>
    public IReadOnlyList<Expression> Expressions => _expressions;

    /// <summary>The number of an expression of the requirement or definition; 0 for any other.</summary>
    public int this[Expression expression] => _numbers.TryGetValue(expression, out int number) ? number : 0;

    public static ExplanationSteps Of(Requirement requirement)
    {
        var steps = new ExplanationSteps();
        if (requirement.Element?.List is { } list)
        {
            steps.Add(list);
        }

        if (requirement.AppliesWhen is { } appliesWhen)
        {
            steps.Add(appliesWhen.Condition);
        }

        steps.Add(requirement.Exceptions);
        foreach (Criterion criterion in requirement.Criteria)
        {
            steps.Add(criterion.Condition);
            steps.Add(criterion.Exceptions);
        }

        return steps;
    }

    public static ExplanationSteps Of(Definition definition)
    {
        var steps = new ExplanationSteps();
        foreach (DefinitionCase @case in definition.Cases)
        {
            if (@case.Condition is not null)
            {
                steps.Add(@case.Condition);
            }

            steps.Add(@case.Value);
        }

        return steps;
    }

    private void Add(IEnumerable<ExceptionClause> exceptions)
    {
        foreach (ExceptionClause exception in exceptions)
        {
            Add(exception.Condition);
            Add(exception.Exceptions);
        }
    }

    private void Add(Expression root)
    {
        foreach (Expression expression in root.DescendantsAndSelf())
        {
            if (!_numbers.ContainsKey(expression))
            {
                _expressions.Add(expression);
                _numbers.Add(expression, _expressions.Count);
            }
        }
    }

    // Two expressions that read alike are still two steps.
    private sealed class ByReference : IEqualityComparer<Expression>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals(Expression? left, Expression? right) => ReferenceEquals(left, right);

        public int GetHashCode(Expression expression) => RuntimeHelpers.GetHashCode(expression);
    }
}
