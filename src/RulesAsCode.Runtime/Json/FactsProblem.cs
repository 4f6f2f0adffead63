using System.Text.Json;

namespace RulesAsCode;

/// <summary>Something wrong in facts, for the person who wrote them.</summary>
/// <param name="Pointer">A JSON pointer to the value, such as <c>/testingProgrammes/1/testingStart</c>; empty for the whole.</param>
/// <param name="Line">The line, from 1; null where it is not known.</param>
/// <param name="Column">The column, from 1, in UTF-16 units; null where it is not known.</param>
/// <param name="Message">What is wrong and what to write.</param>
public sealed record FactsProblem(string Pointer, int? Line, int? Column, string Message);

/// <summary>
/// JSON that is no facts. The message says what is wrong and what to write: a sentence for each problem, on a line each. <see cref="JsonException.Path"/>
/// leads from the facts to the first of them.
/// </summary>
public sealed class FactsJsonException : JsonException
{
    internal FactsJsonException(string path, ImmutableArray<FactsProblem> problems)
        : base(string.Join("\n", problems.Select(problem => problem.Message)), path, null, null) => Problems = problems;

    /// <summary>What is wrong, in the order of the text; at least one.</summary>
    public ImmutableArray<FactsProblem> Problems { get; }
}
