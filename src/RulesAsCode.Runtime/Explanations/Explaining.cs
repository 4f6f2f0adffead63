using RulesAsCode.Primitives;

namespace RulesAsCode;

/// <summary>
/// Hears what every expression comes to while rules are evaluated once more, for an explanation. The evaluation itself is that of
/// <see cref="NoTrace"/>; each expression is announced with its number and its words, and ended with its value.
/// </summary>
public readonly struct Explaining : ITrace
{
    private readonly List<Finding> _found;

    private Explaining(List<Finding> found, string currencySymbol)
    {
        _found = found;
        CurrencySymbol = currencySymbol;
    }

    internal string CurrencySymbol { get; }

    internal static Explaining Start(string currencySymbol) => new([], currencySymbol);

    /// <summary>A value that the rule says.</summary>
    /// <param name="step">The number of the expression in its rule.</param>
    /// <param name="value">The value.</param>
    /// <param name="words">The value in words, where it is a rule's whole expression.</param>
    public Known<T> Literal<T>(int step, Known<T> value, string words = "")
        where T : notnull
    {
        Begin(FindingKind.Literal, step, words).Is(words, value.HasValue && value.Value is int day ? day : null, value.HasValue && value.Value is Duration length ? length : null);
        return value;
    }

    /// <inheritdoc cref="Literal{T}(int, Known{T}, string)"/>
    public Known<T> Literal<T>(int step, T value, string words = "")
        where T : notnull => Literal(step, Known<T>.Of(value), words);

    /// <inheritdoc cref="Literal{T}(int, Known{T}, string)"/>
    public Condition Literal(int step, Condition value, string words = "") => Begin(FindingKind.Literal, step, words).Is(value);

    /// <summary>A fact.</summary>
    /// <param name="step">The number of the expression in its rule.</param>
    /// <param name="words">The rule's own words.</param>
    public Finding Fact(int step, string words) => Begin(FindingKind.Fact, step, words);

    /// <summary>A definition or a parameter.</summary>
    /// <inheritdoc cref="Fact"/>
    public Finding Name(int step, string words) => Begin(FindingKind.Name, step, words);

    /// <summary>A computed value, or a condition that has no sentence.</summary>
    /// <inheritdoc cref="Fact"/>
    public Finding Value(int step, string words) => Begin(FindingKind.Value, step, words);

    /// <summary>A date that is so long after or before another; its operands are the length and the other.</summary>
    /// <inheritdoc cref="Fact"/>
    public Finding Offset(int step, string words) => Begin(FindingKind.Offset, step, words);

    /// <summary>A working day next to a date.</summary>
    /// <inheritdoc cref="Fact"/>
    public Finding Nearest(int step, string words) => Begin(FindingKind.Nearest, step, words);

    /// <summary>A comparison. The sentences are those of <see cref="SentenceTemplate"/>.</summary>
    /// <param name="step">The number of the expression in its rule.</param>
    /// <param name="holds">What is said when it holds.</param>
    /// <param name="fails">What is said when it does not hold.</param>
    public Finding Compare(int step, string holds, string fails) => Begin(FindingKind.Comparison, step, SentenceTemplate.Comparison(holds, fails));

    /// <summary>A test whether something is given or none.</summary>
    /// <param name="step">The number of the expression in its rule.</param>
    /// <param name="holds">What is said when it holds.</param>
    /// <param name="fails">What is said when it does not hold.</param>
    /// <param name="open">What is said when it is not known.</param>
    public Finding State(int step, string holds, string fails, string open) => Begin(FindingKind.Comparison, step, new SentenceTemplate(holds, fails, open));

    /// <summary><c>X is at least N after Y</c>: its operands are X, N and Y.</summary>
    /// <param name="step">The number of the expression in its rule.</param>
    /// <param name="holds">What is said when it holds.</param>
    /// <param name="fails">What is said when it does not hold.</param>
    /// <param name="counted">What is said when X, N and Y are known, as <see cref="DistanceTemplate"/> says.</param>
    /// <param name="decidingDay">What is said of the day that decides, as <see cref="DistanceTemplate"/> says.</param>
    public Finding AtLeastAfter(int step, string holds, string fails, string counted, string decidingDay) =>
        Distance(step, SentenceTemplate.Comparison(holds, fails), new DistanceTemplate(counted, decidingDay), isAfter: true);

    /// <summary><c>X is at least N before Y</c>: its operands are X, N and Y.</summary>
    /// <inheritdoc cref="AtLeastAfter"/>
    public Finding AtLeastBefore(int step, string holds, string fails, string counted, string decidingDay) =>
        Distance(step, SentenceTemplate.Comparison(holds, fails), new DistanceTemplate(counted, decidingDay), isAfter: false);

    /// <summary><c>X is within N after Y</c>, as a comparison or as a deadline: its operands are X, N and Y.</summary>
    /// <inheritdoc cref="Compare"/>
    public Finding WithinAfter(int step, string holds, string fails) => Window(step, SentenceTemplate.Comparison(holds, fails), isAfter: true);

    /// <summary><c>X is within N before Y</c>, as a comparison or as a deadline: its operands are X, N and Y.</summary>
    /// <inheritdoc cref="Compare"/>
    public Finding WithinBefore(int step, string holds, string fails) => Window(step, SentenceTemplate.Comparison(holds, fails), isAfter: false);

    /// <summary>Conditions joined by <c>and</c>.</summary>
    /// <param name="step">The number of the expression in its rule.</param>
    public Finding All(int step) => Begin(FindingKind.Logical, step, SentenceTemplate.All);

    /// <summary>Conditions joined by <c>or</c>.</summary>
    /// <inheritdoc cref="All"/>
    public Finding Any(int step) => Begin(FindingKind.Logical, step, SentenceTemplate.Any);

    /// <summary>Conditions of which none may hold.</summary>
    /// <inheritdoc cref="All"/>
    public Finding NoneOf(int step) => Begin(FindingKind.Logical, step, SentenceTemplate.NoneOf);

    /// <summary>The opposite of a condition that has a sentence, which is turned round.</summary>
    /// <inheritdoc cref="All"/>
    public Finding Not(int step) => Begin(FindingKind.Not, step, "");

    /// <summary>A condition on every element.</summary>
    /// <param name="step">The number of the expression in its rule.</param>
    /// <param name="element">What an element is called.</param>
    public Finding Every(int step, string element) => Begin(FindingKind.Quantifier, step, SentenceTemplate.Every(element));

    /// <summary>A condition on some element.</summary>
    /// <inheritdoc cref="Every"/>
    public Finding Some(int step, string element) => Begin(FindingKind.Quantifier, step, SentenceTemplate.Some(element));

    /// <summary>A condition that no element may meet.</summary>
    /// <inheritdoc cref="Every"/>
    public Finding No(int step, string element) => Begin(FindingKind.Quantifier, step, SentenceTemplate.No(element));

    /// <summary>One element of a list.</summary>
    /// <param name="place">Where it stands.</param>
    public Finding Element(FactPlace? place) => Begin(FindingKind.Element, 0, place?.Words ?? "");

    /// <summary>Whether a requirement is in force.</summary>
    /// <param name="days">When it is.</param>
    public Finding InForce(string days) => Begin(FindingKind.InForce, 0, days);

    /// <summary>The condition under which a requirement applies.</summary>
    /// <param name="references">Where the law says so.</param>
    /// <param name="readings">Names of the readings taken.</param>
    public Finding AppliesWhen(ImmutableArray<ExplanationReference> references, ImmutableArray<string> readings) =>
        new(this, _found.Count, FindingKind.AppliesWhen, 0, "") { References = references, Readings = readings };

    /// <summary>An exception: its condition and its own exceptions.</summary>
    /// <param name="references">Where the law says so.</param>
    public Finding Unless(ImmutableArray<ExplanationReference> references) => new(this, _found.Count, FindingKind.Unless, 0, "") { References = references };

    /// <summary>What a definition says; found only when it is explained.</summary>
    /// <param name="name">The definition.</param>
    /// <param name="references">Where the law says so.</param>
    /// <param name="readings">Names of the readings taken.</param>
    /// <param name="facts">The facts, as they are evaluated.</param>
    /// <param name="cases">Finds its cases.</param>
    public void Define<TFacts>(
        string name, ImmutableArray<ExplanationReference> references, ImmutableArray<string> readings, TFacts facts, DefinitionCases<TFacts> cases)
        where TFacts : struct
    {
        Explaining trace = this;
        Define(name, null, references, readings, () => cases(ref facts, ref trace));
    }

    /// <summary>What a definition that belongs to an element says; found only when it is explained.</summary>
    /// <param name="name">The definition.</param>
    /// <param name="place">Where the element stands.</param>
    /// <param name="references">Where the law says so.</param>
    /// <param name="readings">Names of the readings taken.</param>
    /// <param name="facts">The facts, as they are evaluated.</param>
    /// <param name="element">The element, as it is evaluated.</param>
    /// <param name="cases">Finds its cases.</param>
    public void Define<TFacts, TElement>(
        string name, FactPlace? place, ImmutableArray<ExplanationReference> references, ImmutableArray<string> readings, TFacts facts, TElement element,
        DefinitionCases<TFacts, TElement> cases)
        where TFacts : struct
        where TElement : struct
    {
        Explaining trace = this;
        Define(name, place, references, readings, () => cases(ref facts, ref element, ref trace));
    }

    /// <summary>A case of a definition.</summary>
    /// <param name="when">Its condition.</param>
    /// <param name="value">Its value.</param>
    public void Case<T>(Condition when, T value) => new Finding(this, _found.Count - 2, FindingKind.Case, 0, "").End();

    /// <summary>The last case of a definition, or its only one.</summary>
    /// <param name="value">Its value.</param>
    public void Otherwise<T>(T value) => new Finding(this, _found.Count - 1, FindingKind.Case, 0, "").End();

    /// <inheritdoc/>
    public bool IsRecording => false;

    /// <inheritdoc/>
    public int Mark => 0;

    /// <inheritdoc/>
    public void Forget(int mark)
    {
    }

    /// <inheritdoc/>
    public void Rotate(int from, int to)
    {
    }

    /// <inheritdoc/>
    public void Missing(FactPlace? owner, FactDescriptor fact)
    {
    }

    /// <inheritdoc/>
    public void Because(ReasonKind kind, string text)
    {
    }

    /// <inheritdoc/>
    public FactPlace? PlaceOf(FactPlace? owner, FactDescriptor fact) => new(owner, fact, null);

    /// <inheritdoc/>
    public FactPlace? PlaceOf(FactPlace? list, int index) => list?.At(index);

    /// <inheritdoc/>
    public bool Recall<T>(ref Memo<T> memo)
        where T : struct, IKnown<T> => memo.IsComputed;

    /// <inheritdoc/>
    public T Remember<T>(ref Memo<T> memo, int mark, T result)
        where T : struct, IKnown<T>
    {
        memo.IsComputed = true;
        memo.Result = result;
        return result;
    }

    /// <param name="name">The definition.</param>
    /// <param name="place">Where the element stands that it belongs to, or null.</param>
    /// <param name="references">Where the law says so.</param>
    /// <param name="readings">Names of the readings taken.</param>
    /// <param name="cases">Finds its cases; null where there is no element that it could belong to.</param>
    internal void Define(string name, FactPlace? place, ImmutableArray<ExplanationReference> references, ImmutableArray<string> readings, Action? cases) =>
        new Finding(this, _found.Count, FindingKind.Definition, 0, name) { Place = place, References = references, Readings = readings, Cases = cases }.End();

    internal Finding Distance(int step, SentenceTemplate sentence, DistanceTemplate distance, bool isAfter) =>
        new(this, _found.Count, FindingKind.Distance, step, "") { Template = sentence, Distance = distance, IsAfter = isAfter };

    internal Finding Window(int step, SentenceTemplate sentence, bool isAfter) =>
        new(this, _found.Count, FindingKind.Window, step, "") { Template = sentence, IsAfter = isAfter };

    internal Finding Begin(FindingKind kind, int step, string words) => new(this, _found.Count, kind, step, words);

    internal Finding Begin(FindingKind kind, int step, SentenceTemplate sentence) => new(this, _found.Count, kind, step, "") { Template = sentence };

    internal void Add(Finding finding) => _found.Add(finding);

    /// <summary>Takes what was found since a mark, in the order of the text: operands may be evaluated in another.</summary>
    internal ImmutableArray<Finding> Take(int mark = 0)
    {
        ImmutableArray<Finding> found = [.. _found.Skip(mark).OrderBy(finding => finding.Step == 0 ? int.MaxValue : finding.Step)];
        _found.RemoveRange(mark, _found.Count - mark);
        return found;
    }
}

/// <summary>Finds the cases of a definition.</summary>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
public delegate void DefinitionCases<TFacts>(ref TFacts facts, ref Explaining trace)
    where TFacts : struct;

/// <summary>Finds the cases of a definition that belongs to an element.</summary>
/// <typeparam name="TFacts">The facts, as they are evaluated.</typeparam>
/// <typeparam name="TElement">The element, as it is evaluated.</typeparam>
public delegate void DefinitionCases<TFacts, TElement>(ref TFacts facts, ref TElement element, ref Explaining trace)
    where TFacts : struct
    where TElement : struct;
