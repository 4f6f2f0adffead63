using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Compiler.Linting;

/// <summary>The texts of a guide that its readers see, but for the meanings of its terms.</summary>
internal static class ModelTexts
{
    internal static IEnumerable<string> Of(RulesModel model) => All(model).OfType<string>();

    /// <summary>Whether a text has a name as a word or words of its own, in any case, also in the plural.</summary>
    internal static bool Mentions(string text, string name)
    {
        for (int at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + name.Length;
            end += end < text.Length && text[end] is 's' ? 1 : 0;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string?> All(RulesModel model) =>
    [
        model.Guide.Title, .. model.Guide.Audience, model.Guide.Introduction?.Markdown,
        .. model.Libraries.Select(library => library.Introduction?.Markdown),
        .. model.Sources.SelectMany(source => source.Divisions.SelectMany(division => new[] { division.Title, division.Status, division.NotModelled }).Prepend(source.Title)),
        .. model.Choices.SelectMany(choice => choice.Members.SelectMany(member => new[] { member.Name, member.Title }).Prepend(choice.Name)),
        .. model.Records.Append(model.Facts).SelectMany(record => record.Fields.SelectMany(field => new[] { field.Name, field.Question, field.Note?.Markdown }).Prepend(record.Name)),
        .. model.Parameters.Select(parameter => parameter.Name),
        .. model.Definitions.SelectMany(definition => new[] { definition.Name, definition.Meaning?.Markdown }),
        .. model.Requirements.SelectMany(requirement => new[] { requirement.Name, requirement.Title, requirement.Guidance?.Markdown, requirement.TakesUnknownTime }
            .Concat(requirement.Criteria.Select(criterion => criterion.Otherwise?.Markdown)).Concat(ModelUses.References(requirement).Select(reference => reference.Quote))),
        .. model.Readings.SelectMany(reading => new[] { reading.Name, reading.Question, reading.Taken?.Markdown }),
        .. model.Timelines.SelectMany(timeline => new[] { timeline.Title, timeline.Note?.Markdown }),
        .. model.Disclaimers.Select(disclaimer => (string?)disclaimer.Text.Markdown),
        .. model.Contacts.Select(contact => contact.Name),
        .. model.Examples.Select(example => example.Title),
        .. model.Changes.Select(change => change.Text),
    ];
}
