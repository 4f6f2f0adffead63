using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Publishing.Model;

/// <summary>
/// When a requirement applies, as the few cases that tell it apart: it asks one condition after another, and stops asking where the answers so far
/// decide. A yes/no fact worked out from others by one condition is opened up, so that the cases turn on what somebody can answer.
/// </summary>
internal static class Cases
{
    /// <summary>More conditions or rows than these say less than the words do.</summary>
    private const int MostConditions = 5;
    private const int MostRows = 12;

    /// <summary>The cases; null where it always applies, or where they are too many.</summary>
    public static CaseTable? Of(Requirement requirement, ConditionViews conditions)
    {
        if (requirement.AppliesWhen is null && requirement.Exceptions.IsEmpty)
        {
            return null;
        }

        var questions = new List<string>();
        Formula applies = requirement.AppliesWhen is { } when ? FormulaOf(when.Condition) : new Constant(true);
        foreach (ExceptionClause exception in requirement.Exceptions)
        {
            applies = new All([applies, new Negation(Excepted(exception))]);
        }

        if (questions.Count > MostConditions)
        {
            return null;
        }

        var rows = ImmutableArray.CreateBuilder<CaseRow>();
        Split(applies, new bool?[questions.Count], rows);
        return rows.Count > MostRows ? null : new CaseTable([.. questions], rows.ToImmutable());

        Formula Excepted(ExceptionClause exception) =>
            new All([FormulaOf(exception.Condition), .. exception.Exceptions.Select(inner => new Negation(Excepted(inner)))]);

        Formula FormulaOf(Expression expression)
        {
            switch (expression)
            {
                case LogicalExpression { Operator: LogicalOperator.And } and:
                    return new All([.. and.Operands.Select(FormulaOf)]);
                case LogicalExpression { Operator: LogicalOperator.Or } or:
                    return new Negation(new All([.. or.Operands.Select(operand => new Negation(FormulaOf(operand)))]));
                case LogicalExpression none:
                    return new All([.. none.Operands.Select(operand => new Negation(FormulaOf(operand)))]);
                case NotExpression not:
                    return new Negation(FormulaOf(not.Operand));
                case DefinitionExpression { Target: null, Definition.Cases: [{ Condition: null, Value: LogicalExpression or NotExpression } only] }:
                    return FormulaOf(only.Value);
                default:
                    string words = conditions.Words(expression);
                    int index = questions.IndexOf(words);
                    if (index < 0)
                    {
                        index = questions.Count;
                        questions.Add(words);
                    }

                    return new Question(index);
            }
        }
    }

    private static void Split(Formula formula, bool?[] answers, ImmutableArray<CaseRow>.Builder rows)
    {
        if (formula.Value(answers) is { } applies)
        {
            rows.Add(new CaseRow([.. answers], applies));
            return;
        }

        int next = formula.Open(answers);
        foreach (bool answer in (bool[])[true, false])
        {
            answers[next] = answer;
            Split(formula, answers, rows);
        }

        answers[next] = null;
    }

    /// <summary>A condition made of the answers to questions; null where the answers so far leave it open.</summary>
    private abstract record Formula
    {
        public abstract bool? Value(bool?[] answers);

        /// <summary>The first question that is open and whose answer may decide.</summary>
        public abstract int Open(bool?[] answers);
    }

    private sealed record Constant(bool Holds) : Formula
    {
        public override bool? Value(bool?[] answers) => Holds;

        public override int Open(bool?[] answers) => throw new InvalidOperationException("A constant asks nothing.");
    }

    private sealed record Question(int Index) : Formula
    {
        public override bool? Value(bool?[] answers) => answers[Index];

        public override int Open(bool?[] answers) => Index;
    }

    private sealed record Negation(Formula Operand) : Formula
    {
        public override bool? Value(bool?[] answers) => !Operand.Value(answers);

        public override int Open(bool?[] answers) => Operand.Open(answers);
    }

    private sealed record All(ImmutableArray<Formula> Operands) : Formula
    {
        public override bool? Value(bool?[] answers)
        {
            bool isOpen = false;
            foreach (Formula operand in Operands)
            {
                bool? value = operand.Value(answers);
                if (value == false)
                {
                    return false;
                }

                isOpen |= value is null;
            }

            return isOpen ? null : true;
        }

        public override int Open(bool?[] answers) => Operands.First(operand => operand.Value(answers) is null).Open(answers);
    }
}
