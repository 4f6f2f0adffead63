using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Compiler.Linting;

/// <summary>What the rules of a guide use.</summary>
internal static class ModelUses
{
    /// <summary>Every condition and value that a requirement or a definition holds, without what is inside it.</summary>
    internal static IEnumerable<Expression> Roots(RulesModel model) => model.Requirements.SelectMany(Roots).Concat(model.Definitions.SelectMany(Roots));

    internal static IEnumerable<Expression> Roots(Requirement requirement)
    {
        IEnumerable<Expression?> all =
        [
            requirement.Element?.List,
            requirement.AppliesWhen?.Condition,
            .. Conditions(requirement.Exceptions),
            .. requirement.Criteria.SelectMany(criterion => new[] { criterion.Condition }
                .Concat(Conditions(criterion.Exceptions)).Concat(criterion.Readings.Select(reading => reading.Alternative!))),
        ];
        return all.OfType<Expression>();
    }

    internal static IEnumerable<Expression> Roots(Definition definition) => definition.Cases.SelectMany(@case => new[] { @case.Condition, @case.Value }).OfType<Expression>();

    internal static IEnumerable<SectionReference> References(Requirement requirement) =>
        requirement.References.Concat(requirement.AppliesWhen?.References ?? []).Concat(References(requirement.Exceptions))
            .Concat(requirement.Criteria.SelectMany(criterion => criterion.References.Concat(References(criterion.Exceptions))));

    internal static IEnumerable<Reading> Readings(RulesModel model) =>
        model.Requirements.SelectMany(requirement => requirement.Readings.Concat(requirement.AppliesWhen?.Readings ?? [])
                .Concat(requirement.Criteria.SelectMany(criterion => criterion.Readings).Select(reading => reading.Reading)))
            .Concat(model.Definitions.SelectMany(definition => definition.Readings))
            .Concat(model.Calendars.SelectMany(calendar => calendar.Readings));

    private static IEnumerable<Expression> Conditions(IEnumerable<ExceptionClause> exceptions) =>
        exceptions.SelectMany(exception => Conditions(exception.Exceptions).Prepend(exception.Condition));

    private static IEnumerable<SectionReference> References(IEnumerable<ExceptionClause> exceptions) =>
        exceptions.SelectMany(exception => exception.References.Concat(References(exception.Exceptions)));
}
