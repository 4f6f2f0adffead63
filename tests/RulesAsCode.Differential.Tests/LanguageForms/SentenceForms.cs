using System.Reflection;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Primitives;

namespace RulesAsCode.Differential.Tests.LanguageForms;

/// <summary>What stands in the clauses: conditions, values, literals, types, and what else a clause's line may hold.</summary>
internal static class SentenceForms
{
    private static readonly Dictionary<SyntaxKind, string> PairFunctions = new()
    {
        [SyntaxKind.LargerOf] = "larger of A and B", [SyntaxKind.SmallerOf] = "smaller of A and B",
        [SyntaxKind.EarlierOf] = "earlier of A and B", [SyntaxKind.LaterOf] = "later of A and B",
        [SyntaxKind.WholeYearsBetween] = "whole years between A and B", [SyntaxKind.WholeMonthsBetween] = "whole months between A and B",
        [SyntaxKind.DaysBetween] = "days between A and B",
    };

    private static readonly Dictionary<SyntaxKind, string> Aggregates = new()
    {
        [SyntaxKind.SumOf] = "sum", [SyntaxKind.LargestOf] = "largest", [SyntaxKind.SmallestOf] = "smallest",
        [SyntaxKind.EarliestOf] = "earliest", [SyntaxKind.LatestOf] = "latest",
    };

    private static readonly Dictionary<SyntaxKind, string> Orders = new()
    {
        [SyntaxKind.AtLeast] = "at least", [SyntaxKind.AtMost] = "at most", [SyntaxKind.MoreThan] = "more than", [SyntaxKind.LessThan] = "less than",
    };

    private static readonly Dictionary<SyntaxKind, string> DateOrders = new()
    {
        [SyntaxKind.BeforeKeyword] = "before", [SyntaxKind.AfterKeyword] = "after", [SyntaxKind.OnOrBefore] = "on or before", [SyntaxKind.OnOrAfter] = "on or after",
    };

    private static readonly Dictionary<SyntaxKind, string> Directions = new() { [SyntaxKind.AfterKeyword] = "after", [SyntaxKind.BeforeKeyword] = "before" };

    private static readonly Dictionary<SyntaxKind, string> Lists = new()
    {
        [SyntaxKind.AllOf] = "all of", [SyntaxKind.AnyOf] = "any of", [SyntaxKind.NoneOf] = "none of",
    };

    private static readonly Dictionary<SyntaxKind, string> Quantifiers = new()
    {
        [SyntaxKind.ForEvery] = "for every", [SyntaxKind.ForSome] = "for some", [SyntaxKind.ForNo] = "for no",
    };

    private static readonly Dictionary<SyntaxKind, string> States = new()
    {
        [SyntaxKind.Given] = "given", [SyntaxKind.NoneWord] = "none", [SyntaxKind.Empty] = "empty",
    };

    private static readonly Dictionary<SyntaxKind, string> Signs = new()
    {
        [SyntaxKind.Plus] = "+", [SyntaxKind.Minus] = "-", [SyntaxKind.Star] = "*", [SyntaxKind.Slash] = "/",
    };

    public static IEnumerable<LanguageForm> All => [.. Conditions, .. Values, .. Literals, .. Names, .. Types, .. Lines, .. Examples, .. NodesOfSyntax, .. NodesOfModel];

    private static IEnumerable<LanguageForm> Conditions
    {
        get
        {
            LanguageForm Of<T>(string words, Func<T, bool> isForm, Func<Expression, bool>? meaning = null)
                where T : SyntaxNode => LanguageForm.OfNode("conditions", words, place => place.Node is T node && isForm(node), meaning);

            yield return Of<LogicalExpressionSyntax>("A and B", node => !node.IsOr);
            yield return Of<LogicalExpressionSyntax>("A or B", node => node.IsOr);
            yield return Of<NotExpressionSyntax>("not A", _ => true);
            yield return LanguageForm.OfNode("conditions", "(A or B) and C", place => place.Node is ParenthesizedExpressionSyntax { Expression: LogicalExpressionSyntax });
            yield return LanguageForm.OfNode("conditions", "a fact that is yes/no, alone", place => place.Node is NameExpressionSyntax && place.Parent?.Node is null or LogicalExpressionSyntax or ItemListExpressionSyntax or NotExpressionSyntax,
                expression => expression is FactExpression { Type: YesNoType });
            foreach ((SyntaxKind kind, string word) in Lists)
            {
                yield return Of<ItemListExpressionSyntax>(word + ", an item a line", node => node.ListKind == kind);
                yield return Of<QuantifierExpressionSyntax>("for some X, " + word, node => node.Body is ItemListExpressionSyntax list && list.ListKind == kind);
                yield return Of<ItemListExpressionSyntax>(word + " inside a list", node => node.Items.Any(item => item is ItemListExpressionSyntax list && list.ListKind == kind));
            }

            foreach ((SyntaxKind kind, string word) in Quantifiers)
            {
                yield return Of<QuantifierExpressionSyntax>(word + " X, A", node => node.QuantifierKind == kind && node.Element.List is null);
                yield return Of<QuantifierExpressionSyntax>(word + " X across LIST, A", node => node.QuantifierKind == kind && node.Element.List is not null);
                yield return Of<ItemListExpressionSyntax>(word + " … in an item", node => node.Items.Any(item => item is QuantifierExpressionSyntax quantifier && quantifier.QuantifierKind == kind));
            }

            yield return Of<QuantifierExpressionSyntax>("for every X, for some Y, A", node => node.Body is QuantifierExpressionSyntax);
            foreach ((SyntaxKind kind, string word) in States)
            {
                yield return Of<ComparisonExpressionSyntax>("is " + word, node => node.Not is null && node.Predicate is StatePredicateSyntax state && state.State == kind);
                yield return Of<ComparisonExpressionSyntax>("is not " + word, node => node.Not is not null && node.Predicate is StatePredicateSyntax state && state.State == kind);
            }

            yield return Of<ComparisonExpressionSyntax>("X is Y", node => node is { Not: null, Predicate: EqualsPredicateSyntax });
            yield return Of<ComparisonExpressionSyntax>("X is not Y", node => node is { Not: not null, Predicate: EqualsPredicateSyntax });
            yield return Of<ComparisonExpressionSyntax>("is one of A, B or C", node => node is { Not: null, Predicate: OneOfPredicateSyntax });
            yield return Of<ComparisonExpressionSyntax>("is not one of A or B", node => node is { Not: not null, Predicate: OneOfPredicateSyntax });
            yield return Of<ComparisonExpressionSyntax>("is between A and B", node => node is { Not: null, Predicate: BetweenPredicateSyntax });
            yield return Of<ComparisonExpressionSyntax>("is not between A and B", node => node is { Not: not null, Predicate: BetweenPredicateSyntax });
            foreach ((SyntaxKind kind, string word) in Orders)
            {
                yield return Of<ComparisonExpressionSyntax>("is " + word + " N", node => node.Not is null && node.Predicate is OrderPredicateSyntax { Direction: null } order && order.Order == kind);
                yield return Of<ComparisonExpressionSyntax>("is not " + word + " N", node => node.Not is not null && node.Predicate is OrderPredicateSyntax { Direction: null } order && order.Order == kind);
            }

            foreach ((SyntaxKind kind, string word) in DateOrders)
            {
                yield return Of<ComparisonExpressionSyntax>("is " + word + " D", node => node.Not is null && node.Predicate is DatePredicateSyntax order && order.Order == kind);
                yield return Of<ComparisonExpressionSyntax>("is not " + word + " D", node => node.Not is not null && node.Predicate is DatePredicateSyntax order && order.Order == kind);
            }

            foreach ((SyntaxKind kind, string word) in Directions)
            {
                yield return Of<ComparisonExpressionSyntax>($"is at least N {word} D", node => node.Not is null && node.Predicate is OrderPredicateSyntax order && order.Direction?.Kind == kind);
                yield return Of<ComparisonExpressionSyntax>($"is at least N clear days {word} D", node => node.Predicate is OrderPredicateSyntax { Value: QuantityLiteralSyntax { Clear: true } } order && order.Direction?.Kind == kind);
                yield return Of<ComparisonExpressionSyntax>($"is within N {word} D", node => node.Predicate is WithinPredicateSyntax within && within.Direction == kind);
                yield return Of<RequiresFactSyntax>($"requires F within N {word} D", node => node.Within is not null && node.Direction == kind);
            }

            yield return Of<ComparisonExpressionSyntax>("are", node => node.Is is var verb && verb.Span.Length == "are".Length);
            yield return Of<IncludesExpressionSyntax>("include X", node => node is { Negated: false, Values.Length: 1 });
            yield return Of<IncludesExpressionSyntax>("include one of X or Y", node => node is { Negated: false, Values.Length: > 1 });
            yield return Of<IncludesExpressionSyntax>("do not include X", node => node is { Negated: true, Values.Length: 1 });
            yield return Of<IncludesExpressionSyntax>("do not include one of X or Y", node => node is { Negated: true, Values.Length: > 1 });
            yield return Of<RequiresFactSyntax>("requires X's Y", node => node.Fact.Path.Length > 1);
            foreach ((string word, Func<Criterion, bool> isForm) in new (string, Func<Criterion, bool>)[]
            {
                ("yes/no", criterion => criterion.Condition is FactExpression or DefinitionExpression),
                ("or none", criterion => criterion.Condition is NotExpression { Operand: StateExpression { Test: StateTest.None } }),
                ("a set", criterion => criterion.Condition is NotExpression { Operand: StateExpression { Test: StateTest.Empty, Operand.Type: SetType } }),
                ("a list", criterion => criterion.Condition is NotExpression { Operand: StateExpression { Test: StateTest.Empty, Operand.Type: ListType } }),
            })
            {
                yield return LanguageForm.OfModel("conditions", "requires a fact that is " + word, model => model.Requirements.SelectMany(requirement => requirement.Criteria).Where(criterion => criterion.IsBareFact && isForm(criterion)));
            }
        }
    }

    private static IEnumerable<LanguageForm> Values
    {
        get
        {
            LanguageForm Of<T>(string words, Func<T, bool> isForm, Func<Expression, bool>? meaning = null)
                where T : SyntaxNode => LanguageForm.OfNode("values", words, place => place.Node is T node && isForm(node), meaning);

            foreach ((SyntaxKind kind, string sign) in Signs)
            {
                yield return Of<ArithmeticExpressionSyntax>($"A {sign} B", node => node.Operators.Any(word => word.Kind == kind));
            }

            yield return Of<NegateExpressionSyntax>("-A", _ => true);
            foreach ((SyntaxKind kind, string word) in Directions)
            {
                yield return Of<OffsetExpressionSyntax>($"N {word} D", node => node.Direction == kind);
            }

            yield return Of<OffsetExpressionSyntax>("N after M after D", node => node.Anchor is OffsetExpressionSyntax);
            yield return Of<CountExpressionSyntax>("count of LIST", node => node.List.Condition is null, expression => expression is CountExpression { List.Type: ListType });
            yield return Of<CountExpressionSyntax>("count of SET", node => node.List.Condition is null, expression => expression is CountExpression { List.Type: SetType });
            yield return Of<CountExpressionSyntax>("count of (LIST where A)", node => node.List.Condition is not null);
            foreach ((SyntaxKind kind, string word) in Aggregates)
            {
                yield return Of<AggregateExpressionSyntax>($"{word} of V across LIST", node => node.Function == kind && node.List.Condition is null);
                yield return Of<AggregateExpressionSyntax>($"{word} of V across (LIST where A)", node => node.Function == kind && node.List.Condition is not null);
            }

            foreach ((SyntaxKind kind, string words) in PairFunctions)
            {
                yield return Of<PairExpressionSyntax>(words, node => node.Function == kind);
            }

            yield return Of<NearestWorkingDayExpressionSyntax>("first working day on or after D", node => node.Function == SyntaxKind.FirstWorkingDayOnOrAfter);
            yield return Of<NearestWorkingDayExpressionSyntax>("last working day on or before D", node => node.Function == SyntaxKind.LastWorkingDayOnOrBefore);
            yield return Of<AsAtExpressionSyntax>("PARAMETER as at D", _ => true);
            yield return Of<ParenthesizedExpressionSyntax>("(A + B)", node => node.Expression is ArithmeticExpressionSyntax);
        }
    }

    private static IEnumerable<LanguageForm> Literals
    {
        get
        {
            LanguageForm Of(string words, Func<NodePlace, bool> isForm, Func<Expression, bool>? meaning = null) => LanguageForm.OfNode("literals", words, isForm, meaning);
            static string Text(NodePlace place) => place.Tree.Source.ToString(place.Node.Span);

            yield return Of("1,250", place => place.Node is NumberLiteralSyntax && Text(place).Contains(','));
            yield return Of("0.5", place => place.Node is NumberLiteralSyntax && Text(place).Contains('.'));
            yield return Of("20%", place => place.Node is PercentLiteralSyntax);
            yield return Of("£1,250.00", place => place.Node is MoneyLiteralSyntax);
            yield return Of("1 March 2024", place => place.Node is DateLiteralSyntax && Text(place).Contains(' '));
            yield return Of("2024-03-01", place => place.Node is DateLiteralSyntax && Text(place).Contains('-'));
            foreach ((DurationUnit unit, string word) in new[]
            {
                (DurationUnit.Day, "day"), (DurationUnit.WorkingDay, "working day"), (DurationUnit.Week, "week"), (DurationUnit.Month, "month"), (DurationUnit.Year, "year"),
            })
            {
                yield return Of("2 " + word + "s", place => place.Node is QuantityLiteralSyntax quantity && quantity.Unit == unit && Text(place).EndsWith('s'));
                yield return Of("1 " + word, place => place.Node is QuantityLiteralSyntax quantity && quantity.Unit == unit && !Text(place).EndsWith('s'));
            }

            yield return Of("14 clear days", place => place.Node is QuantityLiteralSyntax { Clear: true, Unit: DurationUnit.Day });
            yield return Of("5 clear working days", place => place.Node is QuantityLiteralSyntax { Clear: true, Unit: DurationUnit.WorkingDay });
            yield return Of("\"text\"", place => place.Node is TextLiteralSyntax, expression => expression is LiteralExpression { Type: TextType });
            yield return Of("\"text of a format\"", place => place.Node is TextLiteralSyntax, expression => expression is LiteralExpression { Type: FormatType });
            yield return Of("\"EUI-64\"", place => place.Node is TextLiteralSyntax, expression => expression is LiteralExpression { Type: Eui64Type });
            yield return Of("yes", place => place.Node is NameExpressionSyntax, expression => expression is LiteralExpression { Value: YesNoValue { Value: true } });
            yield return Of("no", place => place.Node is NameExpressionSyntax, expression => expression is LiteralExpression { Value: YesNoValue { Value: false } });
            yield return Of("a member of a choice", place => place.Node is NameExpressionSyntax, expression => expression is LiteralExpression { Value: ChoiceValue });
            yield return Of("today", place => place.Node is NameExpressionSyntax, expression => expression is TodayExpression);
        }
    }

    private static IEnumerable<LanguageForm> Names
    {
        get
        {
            LanguageForm Of(string words, Func<NodePlace, bool> isForm, Func<Expression, bool>? meaning = null) =>
                LanguageForm.OfNode("names", words, place => place.Node is NameExpressionSyntax && isForm(place), meaning);
            static string Text(NodePlace place) => place.Tree.Source.ToString(place.Node.Span);
            static bool FollowsThe(NodePlace place)
            {
                var (line, character) = (place.Tree.Source.GetPosition(place.Node.Span.Start).Line, place.Tree.Source.GetPosition(place.Node.Span.Start).Character);
                return place.Tree.Source.ToString(place.Tree.Source.LineSpan(line))[..character].EndsWith(" the ", StringComparison.OrdinalIgnoreCase);
            }

            yield return Of("a fact of the guide", _ => true, expression => expression is FactExpression { Target: null });
            yield return Of("a fact of the element", place => place.Node is NameExpressionSyntax { Path.Length: 1 }, expression => expression is FactExpression { Target: ElementExpression });
            yield return Of("X's Y, of an element", place => place.Node is NameExpressionSyntax { Path.Length: > 1 }, expression => expression is FactExpression { Target: ElementExpression });
            yield return Of("X's Y, of a record", place => place.Node is NameExpressionSyntax { Path.Length: > 1 }, expression => expression is FactExpression { Target: FactExpression });
            yield return Of("X's Y's Z", place => place.Node is NameExpressionSyntax { Path.Length: > 2 });
            yield return Of("X’s Y", place => Text(place).Contains('’'));
            yield return Of("a definition", _ => true, expression => expression is DefinitionExpression { Target: null });
            yield return Of("a definition for each record", _ => true, expression => expression is DefinitionExpression { Target: not null });
            yield return Of("X's definition", place => place.Node is NameExpressionSyntax { Path.Length: > 1 }, expression => expression is DefinitionExpression { Target: not null });
            yield return Of("a parameter", _ => true, expression => expression is ParameterExpression { AsAt: null });
            yield return Of("`a name in backticks`", place => Text(place).Contains('`'));
            yield return Of("a name with an inner hyphen", place => Text(place).Contains('-') && !Text(place).Contains('`'));
            yield return Of("a name with &", place => Text(place).Contains('&') && !Text(place).Contains('`'));
            yield return Of("a name with a number in it", place => Text(place).Any(char.IsAsciiDigit) && !Text(place).Contains('`'));
            yield return Of("the NAME", FollowsThe);
        }
    }

    private static IEnumerable<LanguageForm> Types
    {
        get
        {
            foreach (Type type in ConcreteTypes<RuleType>().Where(type => type != typeof(ErrorType)))
            {
                yield return LanguageForm.OfModel("types", $"a fact that is {Name(type)}", model => Fields(model).Where(fact => fact.Type.GetType() == type));
                if (type != typeof(YesNoType) && type != typeof(SetType) && type != typeof(ListType) && type != typeof(RecordType))
                {
                    yield return LanguageForm.OfModel("types", $"{Name(type)} or none", model => Fields(model).Where(fact => fact.OrNone && fact.Type.GetType() == type));
                }
            }

            foreach (Type type in new[] { typeof(NumberType), typeof(WholeNumberType), typeof(MoneyType), typeof(PercentageType), typeof(DurationType), typeof(Eui64Type) })
            {
                yield return LanguageForm.OfExpression("types", $"{Name(type)} in order", expression => expression is OrderExpression order && order.Left.Type.GetType() == type);
            }

            foreach (Type type in new[] { typeof(YesNoType), typeof(TextType), typeof(NumberType), typeof(WholeNumberType), typeof(PercentageType), typeof(MoneyType), typeof(DateType), typeof(DurationType), typeof(ChoiceType), typeof(FormatType), typeof(Eui64Type) })
            {
                yield return LanguageForm.OfExpression("types", $"{Name(type)} is the same", expression => expression is EqualityExpression equality && equality.Left.Type.GetType() == type);
            }

            foreach ((string words, ArithmeticOperator sign, Type left, Type right) in new[]
            {
                ("number + number", ArithmeticOperator.Add, typeof(NumberType), typeof(NumberType)),
                ("money + money", ArithmeticOperator.Add, typeof(MoneyType), typeof(MoneyType)),
                ("percentage - percentage", ArithmeticOperator.Subtract, typeof(PercentageType), typeof(PercentageType)),
                ("duration + duration", ArithmeticOperator.Add, typeof(DurationType), typeof(DurationType)),
                ("number * money", ArithmeticOperator.Multiply, typeof(NumberType), typeof(MoneyType)),
                ("money * number", ArithmeticOperator.Multiply, typeof(MoneyType), typeof(NumberType)),
                ("money * percentage", ArithmeticOperator.Multiply, typeof(MoneyType), typeof(PercentageType)),
                ("number * number", ArithmeticOperator.Multiply, typeof(NumberType), typeof(NumberType)),
                ("number / number", ArithmeticOperator.Divide, typeof(NumberType), typeof(NumberType)),
                ("money / number", ArithmeticOperator.Divide, typeof(MoneyType), typeof(NumberType)),
                ("money / money", ArithmeticOperator.Divide, typeof(MoneyType), typeof(MoneyType)),
            })
            {
                // A whole number counts as a number.
                bool Is(RuleType type, Type wanted) => type.GetType() == wanted || (wanted == typeof(NumberType) && type is WholeNumberType);
                yield return LanguageForm.OfExpression("types", words, expression =>
                    expression is ArithmeticExpression arithmetic && arithmetic.Operator == sign && Is(arithmetic.Left.Type, left) && Is(arithmetic.Right.Type, right));
            }

            static IEnumerable<Field> Fields(RulesModel model) => model.Records.Append(model.Facts).SelectMany(record => record.Fields).Distinct();
        }
    }

    private static IEnumerable<LanguageForm> Lines
    {
        get
        {
            LanguageForm Of<T>(string words, Func<T, bool> isForm, Func<RulesModel, IEnumerable<object>> meaning, bool isEvaluated = true)
                where T : SyntaxNode => new(
                    "lines", words, ruleset => ruleset.Nodes.Any(place => place.Node is T node && isForm(node)), ruleset => ruleset.Models.SelectMany(meaning), isEvaluated);
            LanguageForm OfDeclaration(string words, Func<DeclarationSyntax, bool> isForm, Func<RulesModel, IEnumerable<object>> meaning) => new(
                "lines", words, ruleset => ruleset.Declarations.Any(isForm), ruleset => ruleset.Models.SelectMany(meaning), false);
            static IEnumerable<SectionReference> References(RulesModel model) => model.Requirements.SelectMany(requirement => requirement.References).Concat(model.Guide.References);

            yield return Of<ReferenceListSyntax>("see A, B", node => node.References.Length > 1, References, false);
            yield return Of<ReferenceSyntax>("see SOURCE, the whole", node => node.Locator is null, model => References(model).Where(reference => reference.Locator is null), false);
            yield return Of<ReferenceSyntax>("see SOURCE kind locator", node => node.Kind is not null, References, false);
            yield return Of<ReferenceSyntax>("see SOURCE 3 to 6", node => node.To is not null, model => References(model).Where(reference => reference.To is not null), false);
            yield return Of<ReferenceSyntax>("see SOURCE 2(3)(b), below what the outline lists", node => node.Locator?.Text.Contains(")(") == true, model => References(model).Where(reference => reference.Division is { } division && division.Locator != reference.Locator), false);
            yield return Of<DivisionSyntax>("a division without a title", node => node.Title is null, model => model.Sources.SelectMany(source => source.Divisions).Where(division => division.Title is null), false);
            yield return Of<MemberSyntax>("a member with a text", node => node.Title is not null, model => model.Choices.SelectMany(choice => choice.Members).Where(member => member.Title is not null), false);
            yield return OfDeclaration("term NAME \"Full name\"", node => node is { Kind: DeclarationKind.Term, Title: not null }, model => model.Terms.Where(term => term.Title is not null));
            yield return OfDeclaration("requirement NAME, without a title", node => node is { Kind: DeclarationKind.Requirement, Title: null }, model => model.Requirements.Where(requirement => requirement.Title == requirement.Name));
            yield return Of<PeriodSyntax>("none from D", node => node.Value is null, model => model.Parameters.SelectMany(parameter => parameter.Periods).Where(period => period.Value is NoneValue));
            yield return Of<DefinitionValueSyntax>("as V", node => node.Condition is null, model => model.Definitions.SelectMany(definition => definition.Cases).Where(@case => @case.Condition is null));
            yield return Of<DefinitionValueSyntax>("as V when A", node => node.Condition is not null, model => model.Definitions.SelectMany(definition => definition.Cases).Where(@case => @case.Condition is not null));
            yield return Of<DefinitionValueSyntax>("as V when all of", node => node.Condition is ItemListExpressionSyntax, model => model.Definitions.SelectMany(definition => definition.Cases).Where(@case => @case.Condition is LogicalExpression { IsList: true }));
            yield return Of<ListDefinitionSyntax>("as LIST where A", _ => true, model => model.Definitions.Where(definition => definition.Cases.Any(@case => @case.Value is FilterExpression)));
            yield return Of<InForceSyntax>("in force from D until the end of E", node => node.Until is not null, model => model.Requirements.Where(requirement => requirement.InForceUntil is not null));
            yield return Of<ElementSyntax>("for each X across LIST", node => node.List is not null, model => model.Requirements.Select(requirement => requirement.Element).OfType<ElementVariable>());
            yield return Of<ShownOnSyntax>("shown on every page", node => node.Place == ShownOnPlace.EveryPage, model => model.Disclaimers.Where(disclaimer => disclaimer.OnEveryPage), false);
            yield return Of<ShownOnSyntax>("shown on the timeline", node => node.Place == ShownOnPlace.Timeline, model => model.Disclaimers.Where(disclaimer => disclaimer.OnTimeline), false);
            yield return Of<ShownOnSyntax>("shown on REQUIREMENTS", node => node.Place == ShownOnPlace.Named, model => model.Disclaimers.Where(disclaimer => !disclaimer.OnRequirements.IsEmpty), false);
            yield return Of<NameListSyntax>("A, B and C", node => node.Names.Length > 2, model => model.Timelines.Where(timeline => timeline.Shows.Length > 2), false);
        }
    }

    private static IEnumerable<LanguageForm> Examples
    {
        get
        {
            static IEnumerable<Expectation> Expectations(RulesModel model) => model.Examples.SelectMany(example => example.Cases).SelectMany(@case => @case.Expectations);
            static LanguageForm Of<T>(string words, Func<T, bool> isForm, Func<Expectation, bool>? meaning = null)
                where T : SyntaxNode => new(
                    "examples", words, ruleset => ruleset.Nodes.Any(place => place.Node is T node && isForm(node)),
                    ruleset => ruleset.Models.SelectMany(model => Expectations(model).Where(meaning ?? (_ => true))));

            foreach (ExpectedOutcome outcome in Enum.GetValues<ExpectedOutcome>())
            {
                yield return LanguageForm.OfModel("examples", $"expect {outcome}", model => Expectations(model).Where(expectation => expectation.Outcome == outcome && !expectation.Negated));
            }

            yield return Of<SubjectSyntax>("expect everything", node => node.Name.Text == "everything", expectation => expectation.IsEverything);
            yield return Of<SubjectSyntax>("expect element 2's REQUIREMENT", node => node.Element is not null, expectation => expectation is { Element: not null, Requirement: not null });
            yield return Of<SubjectSyntax>("expect element 2's DEFINITION", node => node.Element is not null, expectation => expectation is { Element: not null, Definition: not null });
            yield return Of<ExpectedSyntax>("expect DEFINITION is V", node => !node.Negated, expectation => expectation is { Definition: not null, Value: not null, Negated: false });
            yield return Of<ExpectedSyntax>("expect DEFINITION is not V", node => node.Negated, expectation => expectation is { Definition: not null, Value: not null, Negated: true });
            yield return Of<ExpectedSyntax>("expect DEFINITION is none", node => node.Values.State == SyntaxKind.NoneWord, expectation => expectation.Value is NoneValue);
            yield return LanguageForm.OfModel("examples", "expect REQUIREMENT is not undecided", model => Expectations(model).Where(expectation => expectation is { Negated: true, Outcome: not null }));
            yield return Of<AnswerSyntax>("given F is none", node => node.Values.State == SyntaxKind.NoneWord);
            yield return Of<AnswerSyntax>("given F are empty", node => node.Values.State == SyntaxKind.Empty);
            yield return Of<AnswerSyntax>("given F are A, B and C", node => node.Values.Values.Length > 2);
            yield return Of<RowSyntax>("cases with an empty cell", node => node.Cells.Any(cell => cell is null));
            yield return Of<HeaderCellSyntax>("cases of an element's fact", node => node.Path is { Path.Length: > 1 });
            yield return Of<HeaderCellSyntax>("cases that expect a definition", node => node.Expect is not null, expectation => expectation.Definition is not null);
            yield return Of<PathListSyntax>("asks for A and B", node => node.Paths.Length > 1, expectation => expectation.AsksFor?.Length > 1);
            yield return Of<PathListSyntax>("asks for element 2's F", node => node.Paths.Any(path => path.Path.Length > 1), expectation => expectation.AsksFor?.Any(path => path.Steps.Length > 1) == true);
        }
    }

    /// <summary>Each kind of node that a sentence is made of, so that a new one is a row without anybody's doing.</summary>
    private static IEnumerable<LanguageForm> NodesOfSyntax => ConcreteTypes<ExpressionSyntax>().Concat(ConcreteTypes<PredicateSyntax>())
        .Select(type => LanguageForm.OfNode("syntax", type.Name, place => place.Node.GetType() == type));

    /// <summary>Each kind of expression of the model, with each of its operators.</summary>
    private static IEnumerable<LanguageForm> NodesOfModel
    {
        get
        {
            foreach (Type type in ConcreteTypes<Expression>().Where(type => type != typeof(ErrorExpression)))
            {
                PropertyInfo[] operators = [.. type.GetProperties().Where(property => property.PropertyType.IsEnum)];
                yield return LanguageForm.OfExpression("model", type.Name, expression => expression.GetType() == type);
                foreach ((PropertyInfo property, object value) in operators.SelectMany(property => Enum.GetValues(property.PropertyType).Cast<object>().Select(value => (property, value))))
                {
                    yield return LanguageForm.OfExpression("model", $"{type.Name} {value}", expression => expression.GetType() == type && Equals(property.GetValue(expression), value));
                }
            }
        }
    }

    private static IEnumerable<Type> ConcreteTypes<T>() => typeof(T).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static string Name(Type type) => type.Name switch
    {
        nameof(YesNoType) => "yes/no",
        nameof(WholeNumberType) => "a whole number",
        nameof(Eui64Type) => "an EUI-64",
        nameof(ListType) => "a list",
        nameof(SetType) => "a set",
        nameof(TextType) => "text",
        nameof(MoneyType) => "money",
        var name => "a " + name[..^"Type".Length].ToLowerInvariant(),
    };
}
