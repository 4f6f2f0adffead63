using System.Collections.Concurrent;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;

namespace RulesAsCode.Interpreter.Evaluation;

/// <summary>What explanations say of a model whatever the facts are, made once: the words of its expressions and their numbers.</summary>
internal sealed class ExplanationTexts(string currencySymbol)
{
    // Two expressions that read alike are still two.
    private readonly ConcurrentDictionary<Expression, string> _words = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Expression, SentenceTemplate?> _sentences = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<DateDistanceExpression, DistanceTemplate> _distances = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Symbol, ExplanationSteps> _steps = new(ReferenceEqualityComparer.Instance);

    public string CurrencySymbol { get; } = currencySymbol;

    public string Words(Expression expression) => _words.GetOrAdd(expression, added => Wording.Of(added, CurrencySymbol));

    public SentenceTemplate? Sentence(Expression expression) => _sentences.GetOrAdd(expression, added => Wording.Sentence(added, CurrencySymbol));

    public DistanceTemplate Distance(DateDistanceExpression expression) => _distances.GetOrAdd(expression, added => Wording.Distance(added, CurrencySymbol));

    public ExplanationSteps Steps(Requirement requirement) => _steps.GetOrAdd(requirement, _ => ExplanationSteps.Of(requirement));

    public ExplanationSteps Steps(Definition definition) => _steps.GetOrAdd(definition, _ => ExplanationSteps.Of(definition));
}
