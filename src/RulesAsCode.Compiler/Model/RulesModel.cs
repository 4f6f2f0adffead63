using System.Collections.Immutable;

namespace RulesAsCode.Compiler.Model;

/// <summary>
/// One guide with its parts and the libraries it uses: complete, immutable and free of errors. Every back end reads this
/// and nothing else. Declarations stand in the order of their files (ordinal by path) and then of the text.
/// </summary>
public sealed class RulesModel
{
    public required Guide Guide { get; init; }
    public ImmutableArray<Library> Libraries { get; init; } = [];
    public ImmutableArray<Source> Sources { get; init; } = [];
    public ImmutableArray<Term> Terms { get; init; } = [];
    public ImmutableArray<Choice> Choices { get; init; } = [];
    public ImmutableArray<Format> Formats { get; init; } = [];
    public ImmutableArray<Calendar> Calendars { get; init; } = [];
    public ImmutableArray<Record> Records { get; init; } = [];
    /// <summary>The guide's facts; a record without fields when it declares none.</summary>
    public required Record Facts { get; init; }
    public ImmutableArray<Parameter> Parameters { get; init; } = [];
    public ImmutableArray<Definition> Definitions { get; init; } = [];
    public ImmutableArray<Requirement> Requirements { get; init; } = [];
    public ImmutableArray<Reading> Readings { get; init; } = [];
    public ImmutableArray<Timeline> Timelines { get; init; } = [];
    public ImmutableArray<Disclaimer> Disclaimers { get; init; } = [];
    public ImmutableArray<Contact> Contacts { get; init; } = [];
    public ImmutableArray<Example> Examples { get; init; } = [];
    public ImmutableArray<Change> Changes { get; init; } = [];
}
