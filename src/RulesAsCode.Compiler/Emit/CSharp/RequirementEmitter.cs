using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;
using static RulesAsCode.Compiler.Emit.CSharp.CSharpText;
using static RulesAsCode.Compiler.Emit.CSharp.CSharpTypes;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>What the ruleset calls of a requirement.</summary>
/// <param name="Program">The method that makes the program that reports and explains it.</param>
/// <param name="Description">The method that makes its descriptor, given its place.</param>
internal sealed record RequirementMembers(string Program, string Description);

/// <summary>Writes the clauses of requirements, how they make an outcome, and what describes them.</summary>
internal sealed class RequirementEmitter(RulesModel model, CSharpNames names, ExpressionEmitter expressions)
{
    private string Symbol => model.Guide.CurrencySymbol;

    /// <summary>The method that says the outcome of a requirement, the clauses that it asks, and what describes it; gives the names of what the ruleset asks for.</summary>
    public RequirementMembers Write(CodeWriter writer, Requirement requirement)
    {
        string name = names[requirement];
        string program = names.Members.Take(name + "Program", "");
        string description = names.Members.Take(name + "Description", "");
        string applies = names.Members.Take(name + "Applies", "");
        string appliesToElement = requirement.Element is null ? "" : names.Members.Take(name + "AppliesToElement", "");
        string[] criteria = [.. requirement.Criteria.Select(criterion => names.Members.Take(name + "Criterion" + criterion.Letter.ToUpperInvariant(), ""))];
        Scope scope = requirement.Element is null ? Scope.Facts : Scope.Facts.With(requirement.Element);

        WriteOutcome(writer, requirement, name, applies, appliesToElement, criteria, scope);
        WriteClause(writer, applies, Scope.Facts, "When " + requirement.Name + " applies", Applicability(requirement, Scope.Facts, applies, usesElement: false));
        if (requirement.Element is not null)
        {
            WriteClause(writer, appliesToElement, scope, "When " + requirement.Name + " applies to an element", Applicability(requirement, scope, appliesToElement, usesElement: true));
        }

        for (int i = 0; i < criteria.Length; i++)
        {
            Criterion criterion = requirement.Criteria[i];
            List<string> ways = [.. criterion.Exceptions.Select(exception => Holds(exception, scope, criteria[i]))];
            ways.Add(expressions.Emit(criterion.Condition, scope, criteria[i], isPart: ways.Count > 0));
            expressions.WriteMethod(
                writer, criteria[i], Condition, scope, "(" + criterion.Letter + ") " + Wording.Of(criterion.Condition, Symbol), criterion.Condition.Location,
                ExpressionEmitter.Settle("||", ways));
            expressions.WriteMethods(writer);
        }

        var steps = ExplanationSteps.Of(requirement);
        string? appliesSteps = WriteApplicabilitySteps(writer, requirement, Scope.Facts, applies, steps, usesElement: false);
        string? appliesToElementSteps = requirement.Element is null ? null : WriteApplicabilitySteps(writer, requirement, scope, appliesToElement, steps, usesElement: true);
        string[] criteriaSteps = [.. criteria.Select((criterion, i) => WriteSteps(
            writer, scope, criterion, "(" + requirement.Criteria[i].Letter + ")",
            [
                .. requirement.Criteria[i].Exceptions.Select(exception => HoldsStep(exception, scope, criterion, steps)),
                expressions.Emit(requirement.Criteria[i].Condition, scope, criterion, isPart: true, steps, isWhole: true),
            ],
            "|"))];
        WriteProgram(
            writer, requirement, program, Clause(applies, appliesSteps), Clause(appliesToElement, appliesToElementSteps),
            [.. criteria.Select((criterion, i) => Clause(criterion, criteriaSteps[i]))], steps);
        expressions.WriteMethods(writer);
        WriteDescription(writer, requirement, description);
        return new RequirementMembers(program, description);
    }

    public static string References(ImmutableArray<SectionReference> references) => List(references.Select(reference =>
        "new " + Runtime + "ExplanationReference(" + Literal(reference.Display) + ", " + Literal(reference.Quote) + ")"));

    private void WriteDescription(CodeWriter writer, Requirement requirement, string name)
    {
        writer.Gap();
        writer.Line("private static " + Runtime + "RequirementDescriptor " + name + "(int ordinal) =>\n"
            + Indent(Call("new", "ordinal", Literal(requirement.Name), Literal(requirement.Title)) + "\n{\n" + string.Join("\n", Description(requirement).Select(line => Indent(line) + ",")) + "\n};"));
    }

    private IEnumerable<string> Description(Requirement requirement)
    {
        yield return "FallsOn = " + Literal(requirement.FallsOn?.Name);
        yield return "ForEach = " + Literal(requirement.Element?.Record.Name);
        yield return "References = " + References(requirement.References);
        yield return "Readings = " + Readings(requirement.Readings);
        yield return "Criteria = " + List(requirement.Criteria.Select(criterion =>
        {
            string[] optional =
            [
                .. criterion.IsRecommendation ? new[] { "IsRecommendation = true" } : [],
                .. criterion.Otherwise is { } otherwise ? new[] { "Otherwise = " + Literal(otherwise.Markdown.Trim()) } : [],
                .. criterion.References.IsEmpty ? [] : new[] { "References = " + References(criterion.References) },
                .. criterion.Readings.IsEmpty ? [] : new[] { "Readings = " + Readings(criterion.Readings.Select(reading => reading.Reading)) },
            ];
            return "new " + Runtime + "CriterionDescriptor(" + Literal(criterion.Letter) + ", " + Literal(Wording.Of(criterion.Condition, Symbol)) + ")"
                + (optional.Length == 0 ? "" : "\n{\n" + string.Join(",\n", optional.Select(Indent)) + ",\n}");
        }));
    }

    private static string Readings(IEnumerable<Reading> readings) => List(readings.Select(reading => Call(
        "new " + Runtime + "ReadingDescriptor", Literal(reading.Name), Literal(reading.Question), Literal(reading.Taken?.Markdown))));

    private void WriteOutcome(
        CodeWriter writer, Requirement requirement, string name, string applies, string appliesToElement, string[] criteria, Scope scope)
    {
        IEnumerable<string> required = criteria.Where((_, i) => !requirement.Criteria[i].IsRecommendation);
        string met = Chained(required.Select(criterion => Call(criterion, scope.Arguments)));
        string subject = names.Subject(model.Facts);
        writer.Gap();
        writer.Line("// " + Comment(requirement.Title));
        writer.Open("private static " + Runtime + "Outcome " + name + "(ref " + subject + " facts, ref " + Runtime + "NoTrace trace)");
        if (requirement.Element is null)
        {
            writer.Line("return " + Runtime + "Judge.Applies(" + Call(applies, scope.Arguments) + ", out var outcome)");
            writer.Line("    ? (" + met.Replace("\n", "\n    ") + ").ToOutcome()\n    : outcome;");
        }
        else
        {
            string element = scope.NameOf(requirement.Element);
            writer.Line("var applies = " + Call(applies, Scope.Facts.Arguments) + ";");
            writer.Line("var list = " + expressions.Emit(requirement.Element.List!, Scope.Facts, name, isPart: true) + ";");
            writer.Line("if (!" + Runtime + "Judge.Applies(applies, list, out var outcome))\n{\n    return outcome;\n}\n");
            writer.Line("outcome = " + Runtime + "Outcome.NotApplicable;");
            writer.Line("foreach (int index in list.Value)\n{");
            writer.Line("    var " + element + " = " + expressions.NewElement(requirement.Element.Record) + ";");
            writer.Line("    if (" + Runtime + "Judge.Applies(" + Call(appliesToElement, scope.Arguments) + ", out var ofElement))\n    {");
            writer.Line("        ofElement = (" + met.Replace("\n", "\n        ") + ").ToOutcome();\n    }\n");
            writer.Line("    outcome = " + Runtime + "Judge.Worse(outcome, ofElement);\n}\n\nreturn outcome;");
        }

        writer.Close();
        expressions.WriteMethods(writer);
    }

    private void WriteProgram(
        CodeWriter writer, Requirement requirement, string program, string applies, string appliesToElement, string[] criteria, ExplanationSteps steps)
    {
        string subject = names.Subject(model.Facts);
        string type = Runtime + "RequirementProgram<" + subject + ">";
        string descriptor = "Requirements." + names.Descriptor(requirement);
        writer.Gap();
        writer.Line("private static " + type + " " + program + "() =>");
        if (requirement.Element is not { List: { } list } element)
        {
            writer.Line(Indent(Call("new " + Runtime + "SubjectProgram<" + subject + ">", descriptor, applies, List(criteria))) + ";");
            return;
        }

        string record = names.Type(element.Record);
        string made = names.Subject(element.Record);
        string Lambda(string trace, ExplanationSteps? steps) =>
            "static (ref " + subject + " facts, ref " + Runtime + trace + " trace) => " + expressions.Emit(list, Scope.Facts, program, isPart: true, steps);
        writer.Line(Indent(Call(
            "new " + Runtime + "ElementProgram<" + subject + ", " + record + ", " + made + ">",
            [
                descriptor,
                applies,
                Call("new", Lambda("Recording", null), Lambda("Explaining", steps)),
                "static (record, place) => new(record, place)",
                appliesToElement,
                List(criteria),
            ])) + ";");
    }

    /// <summary>A clause as it decides and as it is explained.</summary>
    private static string Clause(string decide, string? explain) => Call("new", [decide + "<" + Runtime + "Recording>", .. explain is null ? [] : new[] { explain }]);

    /// <summary>The method that evaluates clauses step by step; null where there is none.</summary>
    private string? WriteApplicabilitySteps(CodeWriter writer, Requirement requirement, Scope scope, string name, ExplanationSteps steps, bool usesElement)
    {
        var clauses = new List<string>();
        if (!usesElement && InForce(requirement) is { Count: > 0 } inForce)
        {
            clauses.Add("trace." + Call("InForce", Literal(Wording.InForce(requirement))) + Call(".Is", Chain("&", inForce)));
        }

        if (requirement.AppliesWhen is { } appliesWhen && appliesWhen.UsesElement == usesElement)
        {
            clauses.Add("trace." + Call("AppliesWhen", References(appliesWhen.References), List(appliesWhen.Readings.Select(reading => Literal(reading.Name))))
                + Call(".Is", expressions.Emit(appliesWhen.Condition, scope, name, isPart: true, steps, isWhole: true)));
        }

        clauses.AddRange(requirement.Exceptions.Where(exception => UsesElement(exception) == usesElement).Select(exception => "!" + HoldsStep(exception, scope, name, steps)));
        return clauses.Count == 0 ? null : WriteSteps(writer, scope, name, "When " + requirement.Name + " applies" + (usesElement ? " to an element" : ""), clauses, "&");
    }

    private string WriteSteps(CodeWriter writer, Scope scope, string decide, string comment, IReadOnlyList<string> conditions, string sign)
    {
        string name = names.Members.Take(decide + "Steps", "");
        expressions.WriteExplainedHead(writer, name, Condition, scope, " =>", comment);
        writer.Line(Indent(Chain(sign, conditions)) + ";");
        expressions.WriteMethods(writer);
        return name;
    }

    private string HoldsStep(ExceptionClause exception, Scope scope, string prefix, ExplanationSteps steps)
    {
        string condition = expressions.Emit(exception.Condition, scope, prefix, isPart: true, steps, isWhole: true);
        string holds = exception.Exceptions.IsEmpty
            ? condition
            : Chain("&", [condition, "!(" + Chain("|", [.. exception.Exceptions.Select(inner => HoldsStep(inner, scope, prefix, steps))]) + ")"]);
        return "trace." + Call("Unless", References(exception.References)) + Call(".Is", holds);
    }

    private void WriteClause(CodeWriter writer, string name, Scope scope, string comment, IReadOnlyList<string> clauses)
    {
        expressions.WriteMethod(writer, name, Condition, scope, comment, null, ExpressionEmitter.Settle("&&", clauses));
        expressions.WriteMethods(writer);
    }

    private IReadOnlyList<string> Applicability(Requirement requirement, Scope scope, string prefix, bool usesElement)
    {
        List<string> clauses = usesElement ? [] : InForce(requirement);
        if (requirement.AppliesWhen is { } appliesWhen && appliesWhen.UsesElement == usesElement)
        {
            clauses.Add(expressions.Emit(appliesWhen.Condition, scope, prefix, isPart: true));
        }

        clauses.AddRange(requirement.Exceptions.Where(exception => UsesElement(exception) == usesElement).Select(exception => "!" + Holds(exception, scope, prefix)));
        return clauses;
    }

    private List<string> InForce(Requirement requirement)
    {
        var bounds = new List<string>();
        if (requirement.InForceFrom is { } from)
        {
            bounds.Add(Call(Runtime + "Compare.OnOrAfter", "facts.Today", expressions.Value(new DateValue(from), RuleType.Date)));
        }

        if (requirement.InForceUntil is { } until)
        {
            bounds.Add(Call(Runtime + "Compare.OnOrBefore", "facts.Today", expressions.Value(new DateValue(until), RuleType.Date)));
        }

        return bounds;
    }

    private string Holds(ExceptionClause exception, Scope scope, string prefix)
    {
        string condition = expressions.Emit(exception.Condition, scope, prefix, isPart: true);
        return exception.Exceptions.IsEmpty
            ? condition
            : ExpressionEmitter.Settle("&&", [condition, "!" + ExpressionEmitter.Settle("||", [.. exception.Exceptions.Select(inner => Holds(inner, scope, prefix))])]);
    }

    private static bool UsesElement(ExceptionClause exception) => exception.UsesElement || exception.Exceptions.Any(UsesElement);

    private static string Chained(IEnumerable<string> conditions)
    {
        string[] all = [.. conditions];
        return all.Length == 0 ? Condition + ".Yes" : Chain("&&", all);
    }
}
