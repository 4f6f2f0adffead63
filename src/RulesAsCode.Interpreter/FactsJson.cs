using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter.Json;

namespace RulesAsCode.Interpreter;

/// <summary>
/// Facts as JSON. Names of facts and members of choices are the camelCase of the rule's names (<c>noticeToDcc</c>). A yes/no is a boolean; a number, a whole
/// number or money is a JSON number or the same digits as a text (<c>"2000.01"</c>); 20 per cent is <c>20</c> or <c>"20%"</c>; a date is
/// <c>"2024-04-02"</c>; a duration is <c>"60 working days"</c>; an EUI-64 is <c>"90-B3-D5-1F-30-01-00-00"</c>; sets and lists are arrays, records and the
/// elements of lists objects. A fact that is left out is not given; <c>null</c> says that there is none, for a fact that is <c>or none</c>.
/// </summary>
public static class FactsJson
{
    /// <summary>Reads facts; never throws, whatever the text.</summary>
    public static FactsReadResult Read(RulesModel model, string json) => new FactsReader(model, json).Read();

    /// <summary>
    /// Writes facts so that <see cref="Read"/> reads them back: two spaces a level, <c>\n</c>, facts in declaration order. A number that a double cannot hold
    /// to its last digit is written as a text.
    /// </summary>
    public static string Write(RulesModel model, FactRecord facts) => FactsWriter.Write(model, facts);
}

/// <summary>What reading facts came to.</summary>
/// <param name="Facts">The facts; null when there is any problem.</param>
/// <param name="Problems">What is wrong, in the order of the text.</param>
public sealed record FactsReadResult(FactRecord? Facts, ImmutableArray<FactsProblem> Problems);

/// <summary>Something wrong in facts, for the person who wrote them.</summary>
/// <param name="Pointer">A JSON pointer to the value, such as <c>/testingProgrammes/1/testingStart</c>; empty for the whole.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in UTF-16 units.</param>
/// <param name="Message">What is wrong and what to write.</param>
public sealed record FactsProblem(string Pointer, int? Line, int? Column, string Message);
