using System.Security.Cryptography;
using System.Text;

namespace RulesAsCode.Publishing.Model;

/// <summary>
/// What a requirement says, as a short number: a reader who has ticked it can be told when it has changed since. It covers what decides and what is
/// to be done: its title and dates, conditions, criteria, deadlines, readings and guidance, and the definitions and figures behind them. Examples,
/// comments and the layout of the file are left out.
/// </summary>
internal static class Fingerprint
{
    public static string Of(RequirementView requirement, IEnumerable<DefinitionView> definitions, IEnumerable<ParameterView> parameters)
    {
        var text = new StringBuilder();
        Add(requirement.Title);
        Add(requirement.FallsOn);
        Add(requirement.ForEach);
        Add(requirement.AppliesWhen?.Text);
        Add(requirement.InForceFrom?.Iso);
        Add(requirement.InForceUntil?.Iso);
        Add(requirement.TakesAbout);
        Add(requirement.TakesUnknownTime);
        Add(requirement.Guidance?.Markdown);
        AddAll(requirement.Exceptions, AddException);
        AddAll(requirement.Criteria, AddCriterion);
        AddAll(requirement.Recommendations, AddCriterion);
        AddAll(requirement.References, reference => Add(reference.Reference.Display, reference.BearsOn, reference.Reference.Quote));
        AddAll(requirement.Readings, reading => Add(reading.Reading.Question, reading.Reading.Taken?.Markdown));
        AddAll(definitions, definition =>
        {
            Add(definition.Name, definition.Condition?.Text, definition.Rounding);
            AddAll(definition.Cases, @case => Add(@case.Value, @case.Condition?.Text));
        });
        AddAll(parameters, parameter =>
        {
            Add(parameter.Name);
            AddAll(parameter.Periods, period => Add(period.From.Iso, period.Value));
        });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];

        // Lengths before texts, so that no two lists of texts run into the same one.
        void Add(params ReadOnlySpan<string?> parts)
        {
            foreach (string? part in parts)
            {
                text.Append(part?.Length ?? -1).Append(':').Append(part);
            }
        }

        void AddAll<T>(IEnumerable<T> items, Action<T> add)
        {
            text.Append('(');
            foreach (T item in items)
            {
                add(item);
            }

            text.Append(')');
        }

        void AddException(ExceptionView exception)
        {
            Add(exception.Condition.Text);
            AddAll(exception.Exceptions, AddException);
        }

        void AddCriterion(CriterionView criterion)
        {
            Add(criterion.Letter, criterion.Condition.Text, criterion.Otherwise?.Markdown);
            AddAll(criterion.Exceptions, AddException);
        }
    }
}
