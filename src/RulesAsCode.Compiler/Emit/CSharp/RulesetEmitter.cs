using RulesAsCode.Compiler.Model;
using RulesAsCode.Primitives;
using static RulesAsCode.Compiler.Emit.CSharp.CSharpText;
using static RulesAsCode.Compiler.Emit.CSharp.CSharpTypes;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>Writes what there is once for a guide: its descriptors, its calendar, the entry point and the result.</summary>
internal sealed class RulesetEmitter(RulesModel model, CSharpNames names)
{
    private const int GroupSize = 64;

    private int Groups => Math.Max(1, (model.Requirements.Length + GroupSize - 1) / GroupSize);

    private string Subject => names.Subject(model.Facts);

    private const string ForeignRequirement = "/// <exception cref=\"global::System.ArgumentException\">It is a requirement of another ruleset.</exception>";
    private const string NoAssessment = "/// <exception cref=\"global::System.InvalidOperationException\">This is the default result, of no assessment.</exception>";

    private string Facts => names.Type(model.Facts);

    private string ResultType => "global::" + names.Namespace + "." + names.Result;

    public void WriteMembers(CodeWriter writer, IReadOnlyList<RequirementMembers> requirements)
    {
        writer.Gap();
        writer.Doc("summary", "The requirements of this ruleset.");
        writer.Open("public static partial class Requirements");
        string all = Grouped(writer, Runtime + "RequirementDescriptor", "Describe", requirements.Select((requirement, i) => Call(requirement.Description, Number(i))));
        writer.Gap();
        writer.Line("internal static readonly " + Runtime + "RequirementDescriptor[] All = " + all + ";");
        foreach (Requirement requirement in model.Requirements)
        {
            writer.Gap();
            string references = string.Join(", ", requirement.References.Select(reference => reference.Display));
            writer.Doc("summary", requirement.Title + "." + (references.Length == 0 ? "" : " See " + references + "."));
            writer.Line("public static " + Runtime + "RequirementDescriptor " + names.Descriptor(requirement) + " => All[" + Number(IndexOf(requirement)) + "];");
        }

        writer.Close();
        writer.Gap();
        writer.Doc("summary", "What this ruleset is called and what it asks.");
        writer.Line("public static " + Runtime + "RulesetDescriptor Descriptor { get; } = " + Call(
            "new", Literal(model.Guide.Name), Literal(model.Guide.Title), Literal(model.Guide.Version), Literal(model.Guide.CurrencySymbol), "[.. Requirements.All]") + ";");
        WriteCalendar(writer);
        WriteValidate(writer);
        writer.Gap();
        writer.Open("private static class Programs");
        string made = Grouped(writer, Runtime + "RequirementProgram<" + Subject + ">", "Make", requirements.Select(requirement => requirement.Program + "()"));
        writer.Gap();
        writer.Line("public static readonly " + Runtime + "RequirementProgram<" + Subject + ">[] All = " + made + ";");
        writer.Close();
    }

    public void WriteResult(CodeWriter writer)
    {
        writer.Gap();
        writer.Doc("summary", "The outcomes of " + model.Guide.Title + " for one subject on one date. The default says that everything is undecided.");
        writer.Line(FactsEmitter.GeneratedCode);
        writer.Open("public readonly partial struct " + names.Result);
        writer.Line("private readonly " + Facts + "? _facts;\nprivate readonly " + names.Ruleset + ".Groups _groups;\n");
        writer.Open("internal " + names.Result + "(" + Facts + " facts, global::System.DateOnly asAt, in " + names.Ruleset + ".Groups groups)");
        writer.Line("_facts = facts;\nAsAt = asAt;\n_groups = groups;");
        writer.Close();
        writer.Gap();
        writer.Doc("summary", "The date of the assessment.");
        writer.Line("public global::System.DateOnly AsAt { get; }");
        writer.Gap();
        writer.Doc("summary", "The facts assessed; of the default result, facts of which none is given.");
        writer.Line("public " + Facts + " Facts => _facts ?? new " + Facts + "();");
        writer.Gap();
        writer.Doc("summary", "The worst outcome of the subject's own requirements; those that fall on another party do not count.");
        writer.Open("public " + Runtime + "Outcome Outcome");
        writer.Open("get");
        writer.Line("var outcome = " + Runtime + "Outcome.NotApplicable;");
        for (int group = 0; group < Groups; group++)
        {
            ulong own = 0;
            for (int i = group * GroupSize; i < Math.Min(model.Requirements.Length, (group + 1) * GroupSize); i++)
            {
                own |= model.Requirements[i].FallsOn is null ? 1UL << (i % GroupSize) : 0;
            }

            writer.Line("outcome = " + Runtime + "Judge.Worse(outcome, _groups[" + Number(group) + "].Worst(0x" + own.ToString("X", System.Globalization.CultureInfo.InvariantCulture) + "UL));");
        }

        writer.Line("return outcome;");
        writer.Close();
        writer.Close();
        writer.Gap();
        writer.Doc("summary", "The outcome of a requirement.");
        writer.Line("/// <param name=\"requirement\">One of the requirements of the ruleset.</param>");
        writer.Line(ForeignRequirement);
        writer.Open("public " + Runtime + "Outcome this[" + Runtime + "RequirementDescriptor requirement]");
        writer.Open("get");
        writer.Line("int place = requirement.PlaceIn(" + names.Ruleset + ".Requirements.All);");
        writer.Line("return _groups[place / " + Runtime + "OutcomeGroup.Size][place % " + Runtime + "OutcomeGroup.Size];");
        writer.Close();
        writer.Close();
        writer.Gap();
        writer.Doc("summary", "What a requirement says in full: its criteria and elements, and what is missing or stands in the way while it is undecided. Made anew at each call.");
        writer.Line("/// <param name=\"requirement\">One of the requirements of the ruleset.</param>");
        writer.Line(ForeignRequirement);
        writer.Line(NoAssessment);
        writer.Line("public " + Runtime + "RequirementReport Report(" + Runtime + "RequirementDescriptor requirement) => " + names.Ruleset + ".Report(requirement, Assessed, AsAt);");
        writer.Gap();
        writer.Doc("summary", "Why a requirement has the outcome that it has: step by step, with the values met, the date that decides, and where the law says so. Made anew at each call.");
        writer.Line("/// <param name=\"requirement\">One of the requirements of the ruleset.</param>");
        writer.Line(ForeignRequirement);
        writer.Line(NoAssessment);
        writer.Line("public " + Runtime + "ExplanationStep Explain(" + Runtime + "RequirementDescriptor requirement) => " + names.Ruleset + ".Explain(requirement, Assessed, AsAt);");
        writer.Gap();
        writer.Doc("summary", "What every requirement says in full, as a document that is serialised as JSON. Made anew at each call.");
        writer.Line(NoAssessment);
        writer.Line("public " + Runtime + "RulesetReport ToReport() => " + Runtime + "RulesetReport.Create(" + names.Ruleset + ".Descriptor, AsAt, Outcome, Report);");
        writer.Gap();
        writer.Line("private " + Facts + " Assessed => _facts ?? throw new global::System.InvalidOperationException("
            + Literal("This is the result of no assessment, and has nothing to report. Call " + names.Ruleset + ".Validate.") + ");");
        writer.Close();
    }

    /// <summary>An array made by methods that each make a part of it, so that none grows large; gives the expression that makes it.</summary>
    private static string Grouped(CodeWriter writer, string type, string name, IEnumerable<string> items)
    {
        string[] all = [.. items];
        var parts = new List<string>();
        for (int start = 0; start < all.Length; start += GroupSize)
        {
            // No name of the rules has an underscore within it.
            string part = name + "_" + Number(start / GroupSize);
            parts.Add(".. " + part + "()");
            writer.Gap();
            writer.Line("private static " + type + "[] " + part + "() =>\n" + Indent(List(all.Skip(start).Take(GroupSize))) + ";");
        }

        return List(parts);
    }

    private int IndexOf(Requirement requirement) => model.Requirements.IndexOf(requirement);

    private void WriteValidate(CodeWriter writer)
    {
        writer.Gap();
        writer.Doc("summary", "Says of each requirement whether it is satisfied. The same facts and date give the same result, and no facts make it fail.");
        writer.Line("/// <param name=\"facts\">What is known of the subject.</param>");
        writer.Line("/// <param name=\"asAt\">The date of the assessment, which is what <c>today</c> means in the rules.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentNullException\"><paramref name=\"facts\"/> is null.</exception>");
        writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\"><paramref name=\"asAt\"/> is not from 1900 to 2199.</exception>");
        writer.Open("public static " + ResultType + " Validate(" + Facts + " facts, global::System.DateOnly asAt)");
        writer.Line("var subject = Begin(facts, asAt);\nvar trace = default(" + Runtime + "NoTrace);\nvar groups = default(Groups);");
        for (int group = 0; group < Groups; group++)
        {
            writer.Line("groups[" + Number(group) + "] = Validate_" + Number(group) + "(ref subject, ref trace);");
        }

        writer.Line("return new " + ResultType + "(facts, asAt, in groups);");
        writer.Close();

        for (int group = 0; group < Groups; group++)
        {
            writer.Gap();
            writer.Open("private static " + Runtime + "OutcomeGroup Validate_" + Number(group) + "(ref " + Subject + " facts, ref " + Runtime + "NoTrace trace)");
            writer.Line("var outcomes = default(" + Runtime + "OutcomeGroup);");
            for (int i = group * GroupSize; i < Math.Min(model.Requirements.Length, (group + 1) * GroupSize); i++)
            {
                writer.Line("outcomes.Set(" + Number(i % GroupSize) + ", " + names[model.Requirements[i]] + "(ref facts, ref trace));");
            }

            writer.Line("return outcomes;");
            writer.Close();
        }

        writer.Gap();
        writer.Open("internal static " + Runtime + "RequirementReport Report(" + Runtime + "RequirementDescriptor requirement, " + Facts + " facts, global::System.DateOnly asAt)");
        writer.Line("var subject = Begin(facts, asAt);\nreturn Programs.All[requirement.PlaceIn(Requirements.All)].Report(ref subject);");
        writer.Close();
        writer.Gap();
        writer.Line("internal static " + Runtime + "ExplanationStep Explain(" + Runtime + "RequirementDescriptor requirement, " + Facts + " facts, global::System.DateOnly asAt) =>");
        writer.Line("    Programs.All[requirement.PlaceIn(Requirements.All)].Explain(Begin(facts, asAt), Calendar, " + Literal(model.Guide.CurrencySymbol) + ");");
        writer.Gap();
        writer.Open("private static " + Subject + " Begin(" + Facts + " facts, global::System.DateOnly asAt)");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(facts);");
        writer.Line("return " + Primitive + "CalendarDay.IsInRange(asAt.DayNumber)\n    ? new(facts, asAt)\n    : throw new global::System.ArgumentOutOfRangeException(nameof(asAt), asAt, \"An assessment is made as at a date from 1 January 1900 to 31 December 2199.\");");
        writer.Close();
        writer.Gap();
        writer.Line("[global::System.Runtime.CompilerServices.InlineArray(" + Number(Groups) + ")]");
        writer.Open("internal struct Groups");
        writer.Line("private " + Runtime + "OutcomeGroup _first;");
        writer.Close();
    }

    private void WriteCalendar(CodeWriter writer)
    {
        string type = Primitive + "WorkingDayCalendar";
        if (model.Guide.Calendar is not { Table: { } table } calendar)
        {
            writer.Gap();
            writer.Line("private const " + type + "? Calendar = null;");
            return;
        }

        (int first, _, _) = CalendarDay.ToDate(table.FirstDay);
        (int last, _, _) = CalendarDay.ToDate(table.LastDay);
        string holidays = Grouped(writer, Primitive + "Holiday", "HolidaysOfCalendar", table.Holidays.Select(holiday =>
            "new(" + Number(holiday.Day) + " /* " + CalendarDay.ToWords(holiday.Day) + " */, " + Literal(holiday.Name) + ", " + Literal(holiday.Note) + ")"));
        writer.Gap();
        writer.Line("// " + Comment(ExplanationWords.Basis(table)));
        writer.Line("private static readonly " + type + " Calendar = " + Call(
            type + ".Create", Literal(table.Name), Number(first), Number(last), List(table.WeekendDaysOfWeek.Select(Number)),
            holidays, Literal(table.Edition)) + ";");
    }
}
