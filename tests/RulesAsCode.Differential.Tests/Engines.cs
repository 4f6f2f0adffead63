using System.Text;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter;

namespace RulesAsCode.Differential.Tests;

/// <summary>What each engine says of the same facts, in one form, so that a difference shows as a difference of lines.</summary>
internal static class Engines
{
    /// <summary>Fails with the lines that differ unless the engines say the same, and explain it by equal trees.</summary>
    public static void AssertAgree(RulesetInterpreter interpreter, GeneratedRuleset generated, FactRecord facts, int asAt, string heading = "")
    {
        Said left = Interpreted(interpreter, facts, asAt);
        Said right = Generated(generated, interpreter.Model, facts, asAt);
        Assert.Equal(heading + "\n" + left.Text, heading + "\n" + right.Text);
        if (left != right)
        {
            Assert.Equal(heading + "\n" + left, heading + "\n" + right);
            Assert.Fail("The explanations differ in what is not printed.");
        }
    }

    /// <summary>Whether the engines say the same, and explain it by equal trees.</summary>
    public static bool Agree(RulesetInterpreter interpreter, GeneratedRuleset generated, FactRecord facts, int asAt, bool explains = true) =>
        Interpreted(interpreter, facts, asAt, explains) == Generated(generated, interpreter.Model, facts, asAt, explains);

    /// <param name="explains">Whether what is said is explained, too, which takes longer than to say it.</param>
    public static Said Interpreted(RulesetInterpreter interpreter, FactRecord facts, int asAt, bool explains = true)
    {
        Assessment assessment = interpreter.Assess(facts, asAt);
        var text = new StringBuilder();
        text.Append(assessment.Outcome).Append('\n');
        foreach (RequirementAssessment requirement in assessment.Requirements)
        {
            Write(
                text, "", requirement.Requirement.Name, requirement.Outcome, requirement.Criteria.Select(criterion => criterion.Outcome),
                requirement.Missing.Select(path => (path.Words, path.Pointer)), requirement.Reasons.Select(reason => (reason.Kind, reason.Text)), requirement.Messages);
            foreach (ElementAssessment element in requirement.Elements)
            {
                Write(
                    text, "  ", element.Index + " " + element.Name, element.Outcome, element.Criteria.Select(criterion => criterion.Outcome),
                    element.Missing.Select(path => (path.Words, path.Pointer)), element.Reasons.Select(reason => (reason.Kind, reason.Text)), element.Messages);
            }
        }

        return new Said(text.ToString(), explains ? [.. interpreter.Model.Requirements.Select(requirement => interpreter.Explain(requirement, facts, asAt))] : []);
    }

    /// <param name="ruleset">The generated code.</param>
    /// <param name="model">The model that the facts are of: that of the code, or one that declares the same facts.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="asAt">The day of the assessment.</param>
    /// <param name="explains">Whether what is said is explained, too.</param>
    public static Said Generated(GeneratedRuleset ruleset, RulesModel model, FactRecord facts, int asAt, bool explains = true)
    {
        object result = ruleset.Validate(ruleset.ToFacts(facts, model), asAt);
        var text = new StringBuilder();
        text.Append(ruleset.OutcomeOf(result)).Append('\n');
        foreach (RequirementDescriptor requirement in ruleset.Descriptor.Requirements)
        {
            RequirementReport report = ruleset.Report(result, requirement);
            Outcome outcome = ruleset.OutcomeOf(result, requirement);
            Write(
                text, "", requirement.Name + (outcome == report.Outcome ? "" : " (but reported as " + report.Outcome + ")"), outcome,
                report.Criteria.Select(criterion => criterion.Outcome), report.Missing.Select(fact => (fact.Words, fact.Pointer)),
                report.Reasons.Select(reason => (reason.Kind, reason.Text)), report.Messages);
            foreach (ElementReport element in report.Elements)
            {
                Write(
                    text, "  ", element.Index + " " + element.Name, element.Outcome, element.Criteria.Select(criterion => criterion.Outcome),
                    element.Missing.Select(fact => (fact.Words, fact.Pointer)), element.Reasons.Select(reason => (reason.Kind, reason.Text)), element.Messages);
            }
        }

        return new Said(text.ToString(), explains ? [.. ruleset.Descriptor.Requirements.Select(requirement => ruleset.Explain(result, requirement))] : []);
    }

    /// <summary>Everything of an explanation that its equality looks at, a line a step.</summary>
    private static void Write(StringBuilder text, ExplanationStep step, string indent)
    {
        text.Append(indent).Append(step.Step).Append(' ').Append(step.Kind).Append(" [").Append(step.Label ?? "-").Append("] ").Append(ExplanationText.Line(step)).Append('\n');
        foreach (ExplanationStep child in step.Children)
        {
            Write(text, child, indent + "  ");
        }
    }

    private static void Write(
        StringBuilder text, string indent, string name, Outcome outcome, IEnumerable<Outcome> criteria, IEnumerable<(string Words, string Pointer)> missing,
        IEnumerable<(ReasonKind Kind, string Text)> reasons, IEnumerable<string> messages)
    {
        text.Append(indent).Append(name).Append(": ").Append(outcome).Append(" [").AppendJoin(", ", criteria).Append("]\n");
        foreach ((string words, string pointer) in missing)
        {
            text.Append(indent).Append("  asks for ").Append(words).Append(" at ").Append(pointer).Append('\n');
        }

        foreach ((ReasonKind kind, string reason) in reasons)
        {
            text.Append(indent).Append("  because ").Append(kind).Append(' ').Append(reason).Append('\n');
        }

        foreach (string message in messages)
        {
            text.Append(indent).Append("  says ").Append(message).Append('\n');
        }
    }

    /// <summary>What an engine says: all but the explanations as text, and the explanations as trees. Printed only where two differ.</summary>
    internal sealed record Said(string Text, ExplanationStep[] Steps)
    {
        public bool Equals(Said? other) => other is not null && Text == other.Text && Steps.SequenceEqual(other.Steps);

        public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

        public override string ToString()
        {
            var text = new StringBuilder(Text);
            foreach (ExplanationStep step in Steps)
            {
                Write(text, step, "");
            }

            return text.ToString();
        }
    }
}
