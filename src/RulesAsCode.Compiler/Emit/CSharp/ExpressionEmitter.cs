using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;
using static RulesAsCode.Compiler.Emit.CSharp.CSharpText;
using static RulesAsCode.Compiler.Emit.CSharp.CSharpTypes;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>
/// Writes expressions as C#. What needs statements of its own (a loop over a list) or is long becomes a method, written by
/// <see cref="WriteMethods"/> after the one that uses it, so that no method grows large.
/// </summary>
internal sealed class ExpressionEmitter(RulesModel model, CSharpNames names, CSharpTypes types, CSharpEmitOptions options, string constants)
{
    // Beyond so many parts an expression is written as methods; so many operands stand in one.
    private const int LargestExpression = 16;
    private const int LargestExplained = 8;
    private const int MostOperands = 16;

    private readonly Queue<Action<CodeWriter>> _methods = new();
    private readonly Dictionary<(Expression Expression, bool IsExplained), string> _named = new(ByReference.Instance);
    private readonly Dictionary<string, string> _constants = new(StringComparer.Ordinal);
    private readonly List<string> _constantLines = [];
    private readonly NameScope _constantNames = new([constants, .. NameScope.RecordMembers]);

    private string Symbol => model.Guide.CurrencySymbol;

    /// <summary>The exact numbers used, as fields of a class of their own.</summary>
    public void WriteConstants(CodeWriter writer)
    {
        if (_constantLines.Count == 0)
        {
            return;
        }

        writer.Gap();
        writer.Open("private static class " + constants);
        _constantLines.ForEach(writer.Line);
        writer.Close();
    }

    /// <summary>Writes the methods that expressions asked for, and those that these ask for.</summary>
    public void WriteMethods(CodeWriter writer)
    {
        while (_methods.Count > 0)
        {
            _methods.Dequeue()(writer);
        }
    }

    /// <summary>A method that computes one expression.</summary>
    public void WriteMethod(CodeWriter writer, string name, string type, Scope scope, string comment, Location? location, string expression)
    {
        WriteHead(writer, name, type, scope, comment, " =>");
        writer.Line(Line(location, Indent(expression) + ";"));
    }

    /// <summary>The head of a method that is evaluated step by step for an explanation.</summary>
    public void WriteExplainedHead(CodeWriter writer, string name, string type, Scope scope, string end = "", string comment = "")
    {
        writer.Gap();
        if (comment.Length > 0)
        {
            writer.Line("// " + Comment(comment) + ", step by step");
        }

        writer.Line("private static " + Call(type + " " + name, [.. Parameters(scope), "ref " + Runtime + "Explaining trace"]) + end);
    }

    /// <summary>The head of a method that takes a trace.</summary>
    public void WriteHead(CodeWriter writer, string name, string type, Scope scope, string comment, string end = "")
    {
        writer.Gap();
        if (comment.Length > 0)
        {
            writer.Line("// " + Comment(comment));
        }

        writer.Line("private static " + Call(type + " " + name + "<TTrace>", [.. Parameters(scope), "ref TTrace trace"]));
        writer.Line("    where TTrace : struct, " + Runtime + "ITrace" + end);
    }

    /// <param name="expression">The expression.</param>
    /// <param name="scope">The elements in scope.</param>
    /// <param name="prefix">What the names of its methods begin with.</param>
    /// <param name="isPart">Whether it may become a method where it is long.</param>
    /// <param name="steps">Its numbers, where it is evaluated step by step for an explanation; else null.</param>
    /// <param name="isWhole">Whether it is a rule's whole expression, so that even a literal is explained.</param>
    public string Emit(Expression expression, Scope scope, string prefix, bool isPart = false, ExplanationSteps? steps = null, bool isWhole = false)
    {
        if (isPart && expression.DescendantsAndSelf().Skip(steps is null ? LargestExpression : LargestExplained).Any() && expression is not (QuantifierExpression or FilterExpression or AggregateExpression))
        {
            return Named(expression, scope, prefix, steps is null ? "Part" : "StepsPart", steps, (writer, name) =>
            {
                if (steps is null)
                {
                    WriteMethod(writer, name, types.Known(expression.Type), scope, Wording.Of(expression, Symbol), expression.Location, Emit(expression, scope, prefix));
                }
                else
                {
                    WriteExplainedHead(writer, name, types.Known(expression.Type), scope, " =>");
                    writer.Line(Indent(Emit(expression, scope, prefix, steps: steps)) + ";");
                }
            });
        }

        return steps is null || steps[expression] == 0
            ? Value(expression, scope, prefix, steps)
            : Explained(expression, steps[expression], Value(expression, scope, prefix, steps), isWhole);
    }

    private string Value(Expression expression, Scope scope, string prefix, ExplanationSteps? steps)
    {
        // An operand that several comparisons share is written the same each time.
        Expression? first = null;
        string firstText = "";
        string Part(Expression part)
        {
            if (ReferenceEquals(part, first))
            {
                return firstText;
            }

            string text = Emit(part, scope, prefix, isPart: true, steps);
            if (first is null)
            {
                // One step explains it, wherever else it stands.
                (first, firstText) = (part, steps is null ? text : Emit(part, scope, prefix, isPart: true));
            }

            return text;
        }

        // Explanations take their reasons from the report.
        string Words(Func<Expression, string, string> words) => steps is null ? Literal(words(OffsetOf(expression), Symbol)) : Literal("");
        string PastCalendar() => steps is null ? Literal(Wording.PastCalendar(OffsetOf(expression), model.Guide.Calendar, Symbol)) : Literal("");
        switch (expression)
        {
            case LiteralExpression literal:
                return Value(literal.Value, literal.Type);
            case TodayExpression:
                return "facts.Today";
            case FactExpression fact:
                return Call(Target(fact.Target, scope) + "." + names.Reader(fact.Field), "ref trace");
            case DefinitionExpression definition:
                return Defined(definition, scope, prefix, steps is not null);
            case ParameterExpression parameter:
                return Call(names[parameter.Parameter] + ".At", parameter.AsAt is null ? "facts.Today" : Part(parameter.AsAt), "ref trace");
            case FilterExpression filter:
                return Loop(filter, filter.List, filter.Variable, scope, prefix, "Where", steps, WriteFilter);
            case QuantifierExpression quantifier:
                return Loop(quantifier, quantifier.List, quantifier.Variable, scope, prefix, quantifier.Quantifier.ToString(), steps, WriteQuantifier);
            case AggregateExpression aggregate:
                return Loop(aggregate, aggregate.List, aggregate.Variable, scope, prefix, aggregate.Function.ToString(), steps, WriteAggregate);
            case NotExpression not:
                return "!" + Part(not.Operand);
            case LogicalExpression logical:
                return Logical(logical, Part, steps is not null);
            case StateExpression state:
                return Call(Runtime + "Compare." + (state.Test switch { StateTest.Given => "IsGiven", StateTest.None => "IsNone", _ => "IsEmpty" }), Part(state.Operand));
            case EqualityExpression equality:
                return Equal(equality.Left, equality.Right, Part);
            case OrderExpression order:
                return Ordered(order.Operator.ToString(), order.Left, order.Right, Part);
            case BetweenExpression between:
                return Joined("&", [Ordered("AtLeast", between.Operand, between.Low, Part), Ordered("AtMost", between.Operand, between.High, Part)], steps is not null);
            case OneOfExpression oneOf:
                return Joined("|", [.. oneOf.Values.Select(value => Equal(oneOf.Operand, value, Part))], steps is not null);
            case IncludesExpression includes:
                return Joined("|", [.. includes.Values.Select(value => Call(Runtime + "Compare.Includes", Part(includes.Set), Part(value)))], steps is not null);
            case DateOrderExpression order:
                return Call(Runtime + "Compare." + order.Order, Part(order.Left), Part(order.Right));
            case DateDistanceExpression distance:
                return Call(
                    Runtime + "Compare." + (distance.Direction == Direction.After ? "OnOrAfter" : "OnOrBefore"), Part(distance.Operand),
                    Call(
                        Runtime + "Dates." + distance.Direction, Part(distance.Duration), Part(distance.Anchor), "Calendar",
                        PastCalendar(), Words(Wording.OutOfRange), "ref trace"));
            case WithinExpression within:
                return Call(
                    Runtime + "Dates.Within" + within.Direction, Part(within.Operand), Part(within.Anchor), Part(within.Duration), "Calendar",
                    PastCalendar(), Words(Wording.OutOfRange), "ref trace");
            case DeadlineExpression deadline:
                return Call(
                    Runtime + "Dates.DoneWithin" + deadline.Direction, "facts.Today.Value", Part(deadline.Fact), "trace.Mark", Part(deadline.Anchor),
                    "trace.Mark", Part(deadline.Duration), "Calendar", PastCalendar(), Words(Wording.OutOfRange), "ref trace");
            case OffsetExpression offset:
                return Call(
                    Runtime + "Dates." + offset.Direction, Part(offset.Duration), Part(offset.Anchor), "Calendar",
                    PastCalendar(), Words(Wording.OutOfRange), "ref trace");
            case ArithmeticExpression arithmetic:
                return Call(
                    Runtime + "Numbers." + arithmetic.Operator,
                    [
                        Part(arithmetic.Left), Part(arithmetic.Right), Words(Wording.Overflow),
                        .. arithmetic.Operator == ArithmeticOperator.Divide ? new[] { Words(Wording.DivisionByZero) } : [],
                        "ref trace",
                    ]);
            case NegateExpression negate:
                return Call(Runtime + "Numbers.Negate", Part(negate.Operand), Words(Wording.Overflow), "ref trace");
            case CountExpression count:
                return Call(Runtime + "Numbers.Count", Part(count.List));
            case PairExpression pair:
                bool isGreatest = pair.Function is PairFunction.Larger or PairFunction.Later;
                return Call(
                    Runtime + "Numbers." + (isGreatest ? "Larger" : "Smaller"),
                    [Typed(pair.Left, Part), Typed(pair.Right, Part), .. pair.Type is DurationType ? new[] { "ref trace" } : []]);
            case DateDifferenceExpression difference:
                return Call(
                    Runtime + "Dates." + (difference.Unit switch
                    {
                        DateDifferenceUnit.WholeYears => "WholeYearsBetween",
                        DateDifferenceUnit.WholeMonths => "WholeMonthsBetween",
                        _ => "DaysBetween",
                    }),
                    Part(difference.From), Part(difference.To));
            case NearestWorkingDayExpression nearest:
                return Call(
                    Runtime + "Dates." + (nearest.Direction == Direction.After ? "FirstWorkingDayOnOrAfter" : "LastWorkingDayOnOrBefore"),
                    Part(nearest.Operand), "Calendar", PastCalendar(), "ref trace");
            default:
                throw new InvalidOperationException($"No C# is known for {expression.GetType().Name}.");
        }
    }

    /// <summary>Several conditions as one, forgetting what some of them need where the others decide.</summary>
    public static string Settle(string sign, IReadOnlyList<string> operands) => operands.Count switch
    {
        0 => Condition + (sign == "&&" ? ".Yes" : ".No"),
        1 => operands[0],
        _ => Call(Runtime + "Traces.Settle", "ref trace", "trace.Mark", Chain(sign, operands)),
    };

    /// <summary>Several conditions as one; an explanation evaluates every one of them.</summary>
    /// <param name="sign"><c>&amp;</c> or <c>|</c>.</param>
    /// <param name="operands">The conditions.</param>
    /// <param name="isExplained">Whether it is for an explanation.</param>
    public static string Joined(string sign, IReadOnlyList<string> operands, bool isExplained) =>
        !isExplained || operands.Count < 2 ? Settle(sign + sign, operands) : "(" + Chain(sign, operands) + ")";

    /// <summary>A value, as what it is computed as or as what converts to it.</summary>
    public string Value(RuleValue value, RuleType type) => value switch
    {
        NoneValue => types.Known(type) + ".None",
        YesNoValue yesNo => Condition + (yesNo.Value ? ".Yes" : ".No"),
        TextValue text => Literal(text.Value),
        NumberValue number => Constant(number.Value),
        DateValue date => Number(date.Day) + " /* " + CalendarDay.ToWords(date.Day) + " */",
        DurationValue { Value: var duration } =>
            "new " + Primitive + "Duration(" + Number(duration.Count) + ", " + Primitive + "DurationUnit." + duration.Unit + (duration.Clear ? ", clear: true" : "") + ")",
        ChoiceValue choice => names.Type(choice.Member.Choice) + "." + names[choice.Member],
        Eui64Value identifier => "new " + Runtime + "Eui64(0x" + identifier.Value.ToString("X16", CultureInfo.InvariantCulture) + ")",
        SetValue set => Runtime + "ChoiceSet.Create<" + names.Type(((SetType)type).Choice) + ">(" + string.Join(", ", set.Members.Select(member => names.Type(member.Choice) + "." + names[member])) + ")",
        _ => throw new InvalidOperationException($"No C# is known for a literal {value.GetType().Name}."),
    };

    /// <summary>An exact number: a field, since it is not made in no time.</summary>
    public string Constant(ExactNumber number)
    {
        string text = number.ToString();
        if (!_constants.TryGetValue(text, out string? name))
        {
            name = _constantNames.Take((text[0] == '-' ? "Minus" + text.Substring(1) : "Number" + text).Replace('.', '_'), "Number");
            _constants.Add(text, name);
            _constantLines.Add("public static readonly " + Primitive + "ExactNumber " + name + " = " + Primitive + "ExactNumber."
                + (number.IsWhole ? "FromInteger(" + text + "L)" : "FromDecimal(" + text + "m)") + ";");
        }

        return constants + "." + name;
    }

    /// <summary>The call that makes an element of a loop ready.</summary>
    public string NewElement(Record record) => "new " + names.Subject(record) + "(list.Value[index], trace.PlaceOf(list.Value.Place, index))";

    /// <summary>Text between directives that map it to a place in the rules.</summary>
    public string Line(Location? location, string text)
    {
        if (!options.LineDirectives || location is null)
        {
            return text;
        }

        string path = options.LinePathOf(location.Source.Path)!;
        int indentation = 8 + text.Length - text.TrimStart(' ').Length;
        string Position(LinePosition position, int after) => "(" + Number(position.Line + 1) + "," + Number(position.Character + after) + ")";

        // The path stands as it is: a directive knows no escapes.

        // The end of a directive is its last character. One more than the indentation: C# maps code that begins before the offset to the whole stretch, and shifts what begins after it.
        return "#line " + Position(location.Start, 1) + "-" + Position(location.End, 0) + " " + Number(indentation + 1) + " \"" + path.Replace("\"", "") + "\"\n" + text + "\n#line default";
    }

    private static string Logical(LogicalExpression logical, Func<Expression, string> part, bool isExplained)
    {
        LogicalOperator inner = logical.Operator == LogicalOperator.And ? LogicalOperator.And : LogicalOperator.Or;
        IReadOnlyList<Expression> operands = logical.Operands;
        while (operands.Count > MostOperands)
        {
            operands = [.. operands.Select((operand, i) => (operand, i)).GroupBy(pair => pair.i / MostOperands, pair => pair.operand)
                .Select(group => (Expression)new LogicalExpression(inner, [.. group], logical.IsList, logical.Location))];
        }

        string all = Joined(inner == LogicalOperator.And ? "&" : "|", [.. operands.Select(part)], isExplained);
        return logical.Operator == LogicalOperator.None ? "!" + all : all;
    }

    private string Equal(Expression left, Expression right, Func<Expression, string> part) => Comparison("Equal", left, right, part);

    private string Ordered(string order, Expression left, Expression right, Func<Expression, string> part) => Comparison(order, left, right, part);

    private string Comparison(string function, Expression left, Expression right, Func<Expression, string> part) => Call(
        Runtime + "Compare." + function,
        [
            left is LiteralExpression && right is LiteralExpression ? Typed(left, part) : part(left),
            part(right),
            .. left.Type is DurationType ? new[] { "ref trace" } : [],
        ]);

    /// <summary>With its type said, where nothing else says it.</summary>
    private string Typed(Expression expression, Func<Expression, string> part)
    {
        string text = part(expression);

        // A literal that is explained says its type itself.
        return expression is LiteralExpression && expression.Type is not YesNoType && !text.StartsWith("trace.", StringComparison.Ordinal)
            ? types.Known(expression.Type) + ".Of(" + text + ")"
            : text;
    }

    /// <summary>The record that a fact or a definition belongs to.</summary>
    private string Target(Expression? target, Scope scope) => target switch
    {
        null => "facts",
        ElementExpression element => scope.NameOf(element.Variable),
        FactExpression { Field: { Type: RecordType, OrNone: false } } fact => Call(Target(fact.Target, scope) + "." + names.Reader(fact.Field), "ref trace"),
        _ => throw new InvalidOperationException($"No C# is known for a record that is {target.GetType().Name}."),
    };

    private string Defined(DefinitionExpression use, Scope scope, string prefix, bool isExplained)
    {
        Definition definition = use.Definition;
        string name = isExplained ? names.Steps(definition) : names[definition];
        switch (use.Target)
        {
            case null:
                return Call(name, "ref facts", "ref trace");
            case ElementExpression element:
                return Call(name, "ref facts", "ref " + scope.NameOf(element.Variable), "ref trace");
            default:
                string method = names.Members.Take(prefix + name, "Of");
                _methods.Enqueue(writer =>
                {
                    if (isExplained)
                    {
                        WriteExplainedHead(writer, method, types.Known(definition.Type), scope);
                    }
                    else
                    {
                        WriteHead(writer, method, types.Known(definition.Type), scope, Wording.Of(use, Symbol));
                    }

                    writer.Line("{");
                    writer.Line(Indent("var owner = " + Target(use.Target, scope) + ";"));
                    writer.Line(Indent("return " + Call(name, "ref facts", "ref owner", "ref trace") + ";"));
                    writer.Line("}");
                });
                return Call(method, scope.Arguments);
        }
    }

    private IEnumerable<string> Parameters(Scope scope) =>
        scope.Elements.Select(element => "ref " + names.Subject(element.Variable.Record) + " " + element.Name).Prepend("ref " + names.Subject(model.Facts) + " facts");

    /// <summary>A call of a method of its own, written once.</summary>
    private string Named(Expression expression, Scope scope, string prefix, string word, ExplanationSteps? steps, Action<CodeWriter, string> write)
    {
        (Expression, bool) key = (expression, steps is not null);
        if (!_named.TryGetValue(key, out string? name))
        {
            _named.Add(key, name = names.Members.Take(prefix + word, ""));
            string method = name;
            _methods.Enqueue(writer => write(writer, method));
        }

        return Call(name, scope.Arguments);
    }

    /// <summary>A value with the step that explains it.</summary>
    private string Explained(Expression expression, int step, string value, bool isWhole)
    {
        string number = Number(step);
        string Begin(string kind, params string[] words) => "trace." + Call(kind, [number, .. words.Select(Literal)]);
        string Words() => Wording.Of(expression, Symbol);
        SentenceTemplate Sentence() => Wording.Sentence(expression, Symbol) ?? throw new InvalidOperationException($"{expression.GetType().Name} has no sentence.");
        string Compared(string kind)
        {
            SentenceTemplate sentence = Sentence();
            return Begin(kind, sentence.Holds, sentence.Fails);
        }

        string finding;
        switch (expression)
        {
            case LiteralExpression:
                return "trace." + Call("Literal", isWhole ? [number, value, Literal(Words())] : [number, value]);
            case FactExpression:
                finding = Begin("Fact", Words());
                break;
            case DefinitionExpression or ParameterExpression:
                finding = Begin("Name", Words());
                break;
            case OffsetExpression:
                finding = Begin("Offset", Words());
                break;
            case NearestWorkingDayExpression:
                finding = Begin("Nearest", Words());
                break;
            case DateDistanceExpression distance:
                DistanceTemplate template = Wording.Distance(distance, Symbol);
                SentenceTemplate sentence = Sentence();
                finding = Begin("AtLeast" + distance.Direction, sentence.Holds, sentence.Fails, template.Counted, template.DecidingDay);
                break;
            case WithinExpression within:
                finding = Compared("Within" + within.Direction);
                break;
            case DeadlineExpression deadline:
                finding = Compared("Within" + deadline.Direction);
                break;
            case NotExpression:
                finding = Wording.Sentence(expression, Symbol) is null ? Begin("Value", Words()) : Begin("Not");
                break;
            case LogicalExpression logical:
                finding = Begin(logical.Operator switch { LogicalOperator.And => "All", LogicalOperator.Or => "Any", _ => "NoneOf" });
                break;
            case QuantifierExpression quantifier:
                finding = Begin(quantifier.Quantifier.ToString(), quantifier.Variable.Name);
                break;
            case StateExpression { Test: StateTest.Given or StateTest.None }:
                SentenceTemplate state = Sentence();
                finding = Begin("State", state.Holds, state.Fails, state.Open);
                break;
            case StateExpression or EqualityExpression or OrderExpression or BetweenExpression or OneOfExpression or IncludesExpression or DateOrderExpression:
                finding = Compared("Compare");
                break;
            default:
                finding = Begin("Value", Words());
                break;
        }

        return Is(finding, expression.Type, value);
    }

    private string Is(string finding, RuleType type, string value) => type switch
    {
        MoneyType => finding + Call(".IsMoney", value),
        PercentageType => finding + Call(".IsPercentage", value),
        ChoiceType choice => finding + Call(".Is", value, "MemberNames." + names.MemberNames(choice.Choice)),
        SetType set => finding + Call(".Is", value, "MemberNames." + names.MemberNames(set.Choice)),
        _ => finding + Call(".Is", value),
    };

    private string Loop<T>(
        T expression, Expression list, ElementVariable variable, Scope scope, string prefix, string word, ExplanationSteps? steps,
        Action<CodeWriter, T, string, string, Scope> write)
        where T : Expression => Named(expression, scope, prefix, steps is null ? word : word + "Steps", steps, (writer, name) =>
        {
            Scope inner = scope.With(variable);
            string each = "foreach (int index in list.Value)\n{\n    var " + inner.NameOf(variable) + " = " + NewElement(variable.Record) + ";";
            if (steps is not null)
            {
                WriteExplainedLoop(writer, expression, list, variable, scope, prefix, name, steps, each);
                return;
            }

            WriteHead(writer, name, types.Known(expression.Type), scope, Wording.Of(expression, Symbol));
            writer.Line("{");
            string from = Indent("var list = " + Emit(list, scope, prefix, isPart: true) + ";\n"
                + "if (!list.HasValue)\n{\n    return "
                + (expression is FilterExpression ? "list" : "list.As<" + types.Known(expression.Type) + ">()") + ";\n}\n");
            writer.Line(from);
            write(writer, expression, each, prefix, inner);
            writer.Line("}");
        });

    /// <summary>What the elements come to, one by one, and then what the loop that decides comes to.</summary>
    private void WriteExplainedLoop(
        CodeWriter writer, Expression expression, Expression list, ElementVariable variable, Scope scope, string prefix, string name, ExplanationSteps steps, string each)
    {
        Scope inner = scope.With(variable);
        WriteExplainedHead(writer, name, types.Known(expression.Type), scope);
        writer.Line("{");
        string source = Emit(list, scope, prefix, isPart: true, steps);
        string element = "trace.Element(" + inner.NameOf(variable) + ".Place)";
        switch (expression)
        {
            case QuantifierExpression quantifier:
                writer.Line(Indent("var list = " + source + ";\n" + each));
                writer.Line(Indent(Indent(element + Call(".Is", Emit(quantifier.Condition, inner, prefix, isPart: true, steps, isWhole: true)) + ";\n") + "}\n"));
                break;
            case AggregateExpression aggregate:
                writer.Line(Indent("var list = " + source + ";\n" + each));
                writer.Line(Indent(Indent(element + Call(".Of", Emit(aggregate.Value, inner, prefix, isPart: true, steps, isWhole: true)) + ";\n") + "}\n"));
                break;
            default:
                writer.Line(Indent(source + ";"));
                break;
        }

        writer.Line(Indent("return " + Emit(expression, scope, prefix) + ";"));
        writer.Line("}");
    }

    private void WriteQuantifier(CodeWriter writer, QuantifierExpression quantifier, string each, string prefix, Scope inner)
    {
        bool isEvery = quantifier.Quantifier == Quantifier.Every;
        string condition = Emit(quantifier.Condition, inner, prefix, isPart: true);
        writer.Line(Indent("int mark = trace.Mark;\nvar result = " + Condition + (isEvery ? ".Yes" : ".No") + ";\n" + each));
        writer.Line(Line(quantifier.Condition.Location, Indent(Indent("result " + (isEvery ? "&" : "|") + "= " + condition + ";"))));
        writer.Line(Indent(Indent("if (result." + (isEvery ? "IsNo" : "IsYes") + ")\n{\n    break;\n}")));
        writer.Line(Indent("}\n\nreturn " + (quantifier.Quantifier == Quantifier.No ? "!" : "") + Runtime + "Traces.Settle(ref trace, mark, result);"));
    }

    private void WriteFilter(CodeWriter writer, FilterExpression filter, string each, string prefix, Scope inner)
    {
        string condition = Emit(filter.Condition, inner, prefix, isPart: true);
        writer.Line(Indent("var kept = list.Value.Where();\n" + each));
        writer.Line(Line(filter.Condition.Location, Indent(Indent(Call("kept.Add", "index", condition) + ";"))));
        writer.Line(Indent("}\n\nreturn kept.ToElements();"));
    }

    private void WriteAggregate(CodeWriter writer, AggregateExpression aggregate, string each, string prefix, Scope inner)
    {
        string value = Emit(aggregate.Value, inner, prefix, isPart: true);
        bool isDuration = aggregate.Type is DurationType;
        bool isSum = aggregate.Function == AggregateFunction.Sum;
        bool isGreatest = aggregate.Function is AggregateFunction.Largest or AggregateFunction.Latest;
        string accumulator = (isSum, isDuration) switch
        {
            (true, true) => "DurationSum",
            (true, false) => "NumberSum",
            (false, true) => "DurationExtreme",
            _ => "Extreme<" + types.Value(aggregate.Type) + ">",
        };
        writer.Line(Indent("var total = default(" + Runtime + accumulator + ");\n" + each));
        writer.Line(Line(aggregate.Value.Location, Indent(Indent(Call("total." + (isSum ? "Add" : isGreatest ? "AddLargest" : "AddSmallest"), value) + ";"))));
        writer.Line(Indent("}\n\nreturn " + (isSum
            ? Call("total.ToTotal", Literal(Wording.Overflow(aggregate, Symbol)), "ref trace")
            : isDuration ? "total.ToValue(ref trace)" : "total.ToValue()") + ";"));
    }

    /// <summary>The date in a comparison, as an expression of its own, for the words of a reason.</summary>
    private static Expression OffsetOf(Expression expression) => expression switch
    {
        DateDistanceExpression distance => new OffsetExpression(distance.Duration, distance.Direction, distance.Anchor, distance.Location),
        WithinExpression within => new OffsetExpression(within.Duration, within.Direction, within.Anchor, within.Location),
        DeadlineExpression deadline => new OffsetExpression(deadline.Duration, deadline.Direction, deadline.Anchor, deadline.Location),
        _ => expression,
    };

    // Two expressions that read alike are still two.
    private sealed class ByReference : IEqualityComparer<(Expression Expression, bool IsExplained)>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals((Expression Expression, bool IsExplained) left, (Expression Expression, bool IsExplained) right) =>
            ReferenceEquals(left.Expression, right.Expression) && left.IsExplained == right.IsExplained;

        public int GetHashCode((Expression Expression, bool IsExplained) key) => RuntimeHelpers.GetHashCode(key.Expression);
    }
}
