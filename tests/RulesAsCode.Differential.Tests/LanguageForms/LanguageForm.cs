using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Differential.Tests.LanguageForms;

/// <summary>One form of the language: a row of the table of forms.</summary>
/// <param name="Group">The part of the grammar it belongs to.</param>
/// <param name="Words">The form, as a reader of the table knows it.</param>
/// <param name="IsParsed">Whether a ruleset has it in a file without syntax diagnostics.</param>
/// <param name="Meaning">The objects of the ruleset's models that it became.</param>
/// <param name="IsEvaluated">False for what is there for readers only: titles, notes, references.</param>
internal sealed record LanguageForm(
    string Group, string Words, Func<RulesetEvidence, bool> IsParsed, Func<RulesetEvidence, IEnumerable<object>> Meaning, bool IsEvaluated = true)
{
    /// <summary>Whether the language reference shows it.</summary>
    public Func<RulesetEvidence, bool> IsDocumented { get; init; } = reference => IsParsed(reference) && Meaning(reference).Any();

    public bool IsBound(RulesetEvidence ruleset) => Meaning(ruleset).Any();

    public bool IsInterpreted(RulesetEvidence ruleset) => !IsEvaluated || Meaning(ruleset).Any(ruleset.IsReached);

    /// <summary>Whether a requirement that uses it was run as compiled C#, and the C# said what the interpreter says.</summary>
    public bool IsEmitted(RulesetEvidence ruleset) => !IsEvaluated || Meaning(ruleset).Any(ruleset.IsEmitted);

    public bool IsShownBy(RulesetEvidence ruleset) => IsParsed(ruleset) && IsBound(ruleset) && IsInterpreted(ruleset);

    /// <summary>A form that is a node of a clause: its meaning are the expressions at its place.</summary>
    public static LanguageForm OfNode(string group, string words, Func<NodePlace, bool> isForm, Func<Expression, bool>? meaning = null) => new(
        group, words,
        ruleset => ruleset.Nodes.Any(isForm),
        ruleset => ruleset.Nodes.Where(isForm).SelectMany(ruleset.MeaningOf).Where(meaning ?? (_ => true)));

    /// <summary>A form whose meaning is told by the model.</summary>
    public static LanguageForm OfModel(string group, string words, Func<RulesModel, IEnumerable<object>> meaning, bool isEvaluated = true) => new(
        group, words, ruleset => ruleset.Models.SelectMany(meaning).Any(), ruleset => ruleset.Models.SelectMany(meaning), isEvaluated);

    /// <summary>A form whose meaning is a kind of expression.</summary>
    public static LanguageForm OfExpression(string group, string words, Func<Expression, bool> meaning) => new(
        group, words, ruleset => ruleset.Expressions.Any(meaning), ruleset => ruleset.Expressions.Where(meaning));
}
