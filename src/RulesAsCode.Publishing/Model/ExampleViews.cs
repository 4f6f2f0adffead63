using System.Collections.Immutable;
using System.Globalization;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter;
using RulesAsCode.Primitives;

namespace RulesAsCode.Publishing.Model;

/// <summary>
/// Examples as readers see them: what is given in words, and what follows. Outcomes are those that the example expects; the sentences and
/// missing facts that go with them are what the rules say of it.
/// </summary>
internal sealed class ExampleViews(RulesModel model, Anchors anchors)
{
    private readonly string _currencySymbol = model.Guide.CurrencySymbol;
    private readonly RulesetInterpreter _interpreter = new(model);

    /// <param name="example">The example.</param>
    /// <param name="number">Its place in its group, from 1.</param>
    /// <param name="decides">The letters of the criteria that it decides.</param>
    public ExampleView Of(Example example, int number, ImmutableArray<string> decides) => Of(example) with { Number = number, Decides = decides };

    private ExampleView Of(Example example)
    {
        var asAt = new DateView(example.AsAt, CalendarDay.ToIso(example.AsAt), CalendarDay.ToWords(example.AsAt));
        return example.Cases switch
        {
            [] => new ExampleView(example.Title, asAt, [], [], null, 0, []),
            [{ Row: null } only] => new ExampleView(example.Title, asAt, Given(only.Facts), Expectations(example, only), null, 0, []),
            _ => Table(example, asAt),
        };
    }

    private ImmutableArray<GivenView> Given(FactRecord facts) => [.. facts.Given.SelectMany(field => Given(field, facts[field]!))];

    private IEnumerable<GivenView> Given(Field field, RuleValue value) => value switch
    {
        ListValue { Elements.IsEmpty: false } list => list.Elements.Select((element, index) =>
            new GivenView(Element(field, index), element.Given.Any() ? null : "nothing more is given", Given(element))),
        RecordValue record => [new GivenView(field.Name, null, Given(record.Record))],
        _ => [new GivenView(field.Name, Wording.Of(value, field.Type, _currencySymbol), [])],
    };

    private ImmutableArray<ExpectationView> Expectations(Example example, ExampleCase @case)
    {
        Assessment assessment = _interpreter.Assess(@case.Facts, example.AsAt);
        return [.. @case.Expectations.Select(expectation => WithSentences(Expectation(expectation), expectation, assessment))];
    }

    /// <summary>The expectation with everything that its outcome says and asks for, of which the example may name a part.</summary>
    private static ExpectationView WithSentences(ExpectationView view, Expectation expectation, Assessment assessment)
    {
        RequirementAssessment? whole = assessment.Requirements.FirstOrDefault(requirement => ReferenceEquals(requirement.Requirement, expectation.Requirement));
        ElementAssessment? element = whole?.Elements.FirstOrDefault(element => element.Index == expectation.Element?.Index);
        if (whole is null || (expectation.Element is not null && element is null))
        {
            return view;
        }

        IEnumerable<string> sentences = [.. element?.Messages ?? whole.Messages, .. (element?.Reasons ?? whole.Reasons).Select(reason => reason.Text)];
        return view with
        {
            Says = [.. sentences.Distinct(StringComparer.Ordinal)],
            AsksFor = [.. (element?.Missing ?? whole.Missing).Select(path => path.Words)],
        };
    }

    private ExampleView Table(Example example, DateView asAt)
    {
        bool hasOneElement = !example.Cases.Any(@case => HasSeveralElements(@case.Facts));
        var cells = example.Cases.Select(@case => Flatten(@case.Facts, "", hasOneElement).ToList()).ToList();
        var columns = cells.SelectMany(row => row.Select(cell => cell.Label)).Distinct(StringComparer.Ordinal).ToList();
        var values = cells.Select(row => row.ToDictionary(cell => cell.Label, cell => cell.Value, StringComparer.Ordinal)).ToList();

        // What no case changes is said once, above the table, as long as something is left for the table to show.
        var common = columns.Where(column => values.Count > 1 && values.All(row => row.TryGetValue(column, out string? value) && value == values[0].GetValueOrDefault(column))).ToList();
        if (common.Count == columns.Count)
        {
            common.Clear();
        }

        var facts = columns.Except(common, StringComparer.Ordinal).ToList();
        var expected = example.Cases.Select(@case => @case.Expectations.Select(Expectation).ToList()).ToList();
        var results = expected.SelectMany(row => row).Select(expectation => new LinkView(expectation.SubjectId ?? "", expectation.Subject)).Distinct().ToList();
        return new ExampleView(
            example.Title,
            asAt,
            [.. common.Select(column => new GivenView(column, values[0][column], []))],
            [],
            new ExampleTable(
                [.. facts],
                [.. results],
                [
                    .. values.Zip(expected, (row, expectations) => new ExampleRow(
                        [.. facts.Select(column => row.GetValueOrDefault(column))],
                        [.. results.Select(result => expectations.Where(expectation => expectation.Subject == result.Text && (expectation.SubjectId ?? "") == result.Id).Select(Result).FirstOrDefault())])),
                ]),
            0,
            []);
    }

    private static string Result(ExpectationView expectation) =>
        expectation.Result
        + string.Concat(expectation.Says.Select(sentence => ": \"" + sentence + "\""))
        + (expectation.AsksFor.IsEmpty ? "" : ": asks for " + ValueText.Series([.. expectation.AsksFor], "and"));

    private IEnumerable<(string Label, string Value)> Flatten(FactRecord facts, string owner, bool hasOneElement)
    {
        foreach (Field field in facts.Given)
        {
            switch (facts[field])
            {
                case ListValue { Elements.IsEmpty: false } list:
                    for (int index = 0; index < list.Elements.Length; index++)
                    {
                        string element = Element(field, hasOneElement ? null : index);
                        foreach ((string Label, string Value) cell in Flatten(list.Elements[index], owner + element + "'s ", hasOneElement))
                        {
                            yield return cell;
                        }
                    }

                    break;
                case RecordValue value:
                    foreach ((string Label, string Value) cell in Flatten(value.Record, owner + field.Name + "'s ", hasOneElement))
                    {
                        yield return cell;
                    }

                    break;
                case { } value:
                    yield return (owner + field.Name, Wording.Of(value, field.Type, _currencySymbol));
                    break;
            }
        }
    }

    private static bool HasSeveralElements(FactRecord facts) => facts.Given.Any(field => facts[field] is ListValue { Elements.Length: > 1 });

    private ExpectationView Expectation(Expectation expectation)
    {
        (string subject, string? id) = expectation switch
        {
            { Requirement: { } requirement } => (requirement.Title + Suffix(expectation.Element), anchors[requirement]),
            { Definition: { } definition } => (Prefix(expectation.Element) + definition.Name, anchors[definition]),
            _ => ("Everything taken together", (string?)null),
        };
        string result = expectation.Outcome switch
        {
            { } outcome => (expectation.Negated ? "not " : "") + Words(outcome),
            null => (expectation.Negated ? "not " : "") + Wording.Of(expectation.Value!, expectation.Definition!.Type, _currencySymbol),
        };
        return new ExpectationView(subject, id, result, expectation.Says, expectation.AsksFor is { } paths ? [.. paths.Select(path => path.Words)] : []);
    }

    private static string Prefix(ElementIndex? element) => element is null ? "" : Element(element.Record, element.Index) + "'s ";

    private static string Suffix(ElementIndex? element) => element is null ? "" : " (" + Element(element.Record, element.Index) + ")";

    /// <summary>An element, with its list where two lists hold the same record.</summary>
    private static string Element(Field list, int? index)
    {
        Record record = ((ListType)list.Type).Record;
        bool isOnly = list.Record.Fields.Count(field => field.Type is ListType type && ReferenceEquals(type.Record, record)) <= 1;
        return (index is { } number ? Element(record, number) : record.Name) + (isOnly ? "" : " of " + list.Name);
    }

    private static string Element(Record record, int index) => record.Name + " " + (index + 1).ToString(CultureInfo.InvariantCulture);

    private static string Words(ExpectedOutcome outcome) => outcome switch
    {
        ExpectedOutcome.Satisfied => "satisfied",
        ExpectedOutcome.NotSatisfied => "not satisfied",
        ExpectedOutcome.NotApplicable => "not applicable",
        _ => "undecided",
    };
}
