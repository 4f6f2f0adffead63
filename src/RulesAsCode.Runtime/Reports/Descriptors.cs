namespace RulesAsCode;

/// <summary>A ruleset: the requirements of one guide.</summary>
/// <param name="Name">Its name in the rules.</param>
/// <param name="Title">Its title for readers.</param>
/// <param name="Version">The version that the guide states, or null.</param>
/// <param name="CurrencySymbol">The sign before amounts of money.</param>
/// <param name="Requirements">Its requirements, in the order of the rules.</param>
public sealed record RulesetDescriptor(string Name, string Title, string? Version, string CurrencySymbol, ImmutableArray<RequirementDescriptor> Requirements);

/// <summary>A requirement as the rules declare it.</summary>
/// <param name="Ordinal">Its place in the ruleset, from 0.</param>
/// <param name="Name">Its name in the rules.</param>
/// <param name="Title">Its title for readers.</param>
public sealed record RequirementDescriptor(int Ordinal, string Name, string Title)
{
    /// <summary>Whose duty it is when it is not the subject's own; null: the subject's. A requirement of another party is reported and does not count.</summary>
    public string? FallsOn { get; init; }

    /// <summary>What one of the elements is called that it is assessed for; null where it is assessed once.</summary>
    public string? ForEach { get; init; }

    /// <summary>Where the law says so.</summary>
    public ImmutableArray<ExplanationReference> References { get; init; } = [];

    /// <summary>The readings taken.</summary>
    public ImmutableArray<ReadingDescriptor> Readings { get; init; } = [];

    /// <summary>What it asks, in the order of the rules.</summary>
    public ImmutableArray<CriterionDescriptor> Criteria { get; init; } = [];

    /// <summary>Its place among the requirements of a ruleset, which must be its own.</summary>
    /// <param name="requirements">The requirements of the ruleset, in the order of the rules.</param>
    /// <exception cref="ArgumentException">It is a requirement of another ruleset.</exception>
    public int PlaceIn(RequirementDescriptor[] requirements)
    {
        ArgumentNullException.ThrowIfNull(requirements);
        return (uint)Ordinal < (uint)requirements.Length && ReferenceEquals(requirements[Ordinal], this)
            ? Ordinal
            : throw new ArgumentException($"'{Name}' is not a requirement of this ruleset. Use one of its class Requirements, or of Descriptor.Requirements.");
    }

    /// <inheritdoc/>
    public bool Equals(RequirementDescriptor? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Ordinal;

    /// <inheritdoc cref="Name"/>
    public override string ToString() => Name;
}

/// <summary>A criterion, or a recommendation, of a requirement.</summary>
/// <param name="Letter"><c>a</c>, <c>b</c> … in the order of the rules.</param>
/// <param name="Text">What must be true, in the rule's own words.</param>
public sealed record CriterionDescriptor(string Letter, string Text)
{
    /// <summary>Whether it is only recommended: reported, never a failure.</summary>
    public bool IsRecommendation { get; init; }

    /// <summary>What to tell somebody who does not meet it, or null.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Where the law says so; empty where it stands on the references of its requirement.</summary>
    public ImmutableArray<ExplanationReference> References { get; init; } = [];

    /// <summary>The readings taken.</summary>
    public ImmutableArray<ReadingDescriptor> Readings { get; init; } = [];
}

/// <summary>A question that the text of the law leaves open, and how these rules read it.</summary>
/// <param name="Name">Its name in the rules.</param>
/// <param name="Question">What is open.</param>
/// <param name="Taken">How the rules read it, or null.</param>
public sealed record ReadingDescriptor(string Name, string Question, string? Taken);
