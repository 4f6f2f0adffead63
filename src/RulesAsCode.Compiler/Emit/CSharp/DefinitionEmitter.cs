using RulesAsCode.Compiler.Model;
using static RulesAsCode.Compiler.Emit.CSharp.CSharpText;
using static RulesAsCode.Compiler.Emit.CSharp.CSharpTypes;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>Writes definitions and parameters.</summary>
internal sealed class DefinitionEmitter(RulesModel model, CSharpNames names, CSharpTypes types, ExpressionEmitter expressions)
{
    // So many cases stand in one method that finds them for an explanation.
    private const int MostCases = 8;

    public void WriteParameter(CodeWriter writer, Parameter parameter)
    {
        string type = Runtime + "ParameterTable<" + types.Known(parameter.Type) + ">";
        writer.Gap();
        writer.Line("// " + Comment(parameter.Name));
        writer.Line("private static readonly " + type + " " + names[parameter] + " = " + Call(
            "new",
            [Literal(parameter.Name), .. parameter.Periods.Select(period => "(" + expressions.Value(new DateValue(period.From), RuleType.Date) + ", " + expressions.Value(period.Value, parameter.Type) + ")")]) + ";");
    }

    public void Write(CodeWriter writer, Definition definition, bool isMemoised)
    {
        Scope scope = definition.Element is null ? Scope.Facts : Scope.Facts.With(definition.Element);
        string name = names[definition];
        string type = types.Known(definition.Type);
        if (isMemoised)
        {
            string owner = definition.Element is null ? "facts" : scope.NameOf(definition.Element);
            string memo = owner + "." + names.Memo(definition.Element?.Record ?? model.Facts, definition);
            string value = names.Members.Take(name + "Value", "");
            expressions.WriteHead(writer, name, type, scope, definition.Name + ", computed once", " =>");
            writer.Line(Indent("trace.Recall(ref " + memo + ") ? " + memo + ".Result : "
                + Call("trace.Remember", "ref " + memo, "trace.Mark", Call(value, scope.Arguments)) + ";"));
            name = value;
        }

        if (definition.Cases.Length == 1 && definition.Cases[0] is { Condition: null } only)
        {
            expressions.WriteMethod(
                writer, name, type, scope, definition.Name + ": " + Wording.Of(only.Value, model.Guide.CurrencySymbol), only.Value.Location,
                Rounded(definition, Typed(only.Value, definition.Type, scope, name)));
        }
        else
        {
            WriteCases(writer, definition, scope, name, type);
        }

        expressions.WriteMethods(writer);
    }

    /// <summary>The same once more for an explanation: what the definition comes to and, when somebody reads that far, what its cases come to.</summary>
    public void WriteSteps(CodeWriter writer, Definition definition)
    {
        Scope scope = definition.Element is null ? Scope.Facts : Scope.Facts.With(definition.Element);
        ExplanationSteps steps = ExplanationSteps.Of(definition);
        string name = names.Steps(definition);
        string cases = names.Members.Take(names[definition] + "Cases", "");
        string[] element = [.. scope.Elements.Select(element => element.Name)];
        expressions.WriteExplainedHead(writer, name, types.Known(definition.Type), scope, comment: definition.Name);
        writer.Line("{");
        writer.Line(Indent(Call(
            "trace.Define",
            [
                Literal(definition.Name), .. element.Select(element => element + ".Place"), RequirementEmitter.References(definition.References),
                List(definition.Readings.Select(reading => Literal(reading.Name))), "facts", .. element, cases,
            ]) + ";"));
        writer.Line(Indent("return " + Call(names[definition], scope.Arguments) + ";"));
        writer.Line("}");
        for (int start = 0; start < definition.Cases.Length; start += MostCases)
        {
            expressions.WriteExplainedHead(writer, cases, "void", scope);
            writer.Line("{");
            foreach (DefinitionCase @case in definition.Cases.Skip(start).Take(MostCases))
            {
                string Explained(Expression expression) => expressions.Emit(expression, scope, name, isPart: true, steps, isWhole: true);
                writer.Line(Indent((@case.Condition is null
                    ? Call("trace.Otherwise", Explained(@case.Value))
                    : Call("trace.Case", Explained(@case.Condition), Explained(@case.Value))) + ";"));
            }

            if (start + MostCases < definition.Cases.Length)
            {
                cases = names.Members.Take(cases, "More");
                writer.Line(Indent(Call(cases, scope.Arguments) + ";"));
            }

            writer.Line("}");
        }

        expressions.WriteMethods(writer);
    }

    private void WriteCases(CodeWriter writer, Definition definition, Scope scope, string name, string type)
    {
        expressions.WriteHead(writer, name, type, scope, definition.Name);
        writer.Open("");
        bool isDeclared = false;
        bool isComplete = false;
        foreach (DefinitionCase @case in definition.Cases)
        {
            string result = "return " + Rounded(definition, Typed(@case.Value, definition.Type, scope, name)) + ";";
            if (@case.Condition is null)
            {
                writer.Gap();
                writer.Line(expressions.Line(@case.Value.Location, Indent(result).Substring(4)));
                isComplete = true;
                break;
            }

            writer.Gap();
            writer.Line("// " + Comment(Wording.Of(@case.Condition, model.Guide.CurrencySymbol)));
            writer.Line((isDeclared ? "" : Condition + " ") + "when = " + expressions.Emit(@case.Condition, scope, name, isPart: true) + ";");
            isDeclared = true;
            writer.Open("if (!when.IsNo)");
            writer.Line("return when.IsUnknown\n    ? default\n    : " + Rounded(definition, Typed(@case.Value, definition.Type, scope, name)).Replace("\n", "\n    ") + ";");
            writer.Close();
        }

        if (!isComplete)
        {
            writer.Gap();
            writer.Line("return " + type + ".None;");
        }

        writer.Close();
    }

    // The value of a definition may be a literal, which converts to what is computed only where a type asks for it.
    private string Typed(Expression value, RuleType type, Scope scope, string prefix)
    {
        string text = expressions.Emit(value, scope, prefix, isPart: true);
        return value is LiteralExpression { Value: not (YesNoValue or NoneValue) } ? types.Known(type) + ".Of(" + text + ")" : text;
    }

    private string Rounded(Definition definition, string value) => definition.Rounding is not { } rounding || !IsNumber(definition.Type)
        ? value
        : Call(
            Runtime + "Numbers.Round", value, expressions.Constant(rounding.Unit), Primitive + "RoundingMode." + rounding.Mode,
            Literal(Wording.Overflow(definition)), "ref trace");

    private static bool IsNumber(RuleType type) => type is NumberType or WholeNumberType or PercentageType or MoneyType;
}
