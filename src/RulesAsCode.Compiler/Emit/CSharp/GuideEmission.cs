using System.Collections.Immutable;
using RulesAsCode.Compiler.Model;

namespace RulesAsCode.Compiler.Emit.CSharp;

/// <summary>What of a guide all its files share. Two that are the same make the same text of the same declarations.</summary>
internal sealed class GuideContext
{
    private readonly CSharpEmitOptions _options;
    private readonly string _guide;
    private readonly Calendar? _calendar;
    private readonly string _currencySymbol;

    // Requirements are only called by each other's files; of everything else a file may read all.
    private readonly ImmutableArray<Symbol> _shared;
    private readonly ImmutableArray<string> _requirementNames;

    public GuideContext(RulesModel model, CSharpEmitOptions options, CSharpNames names, HashSet<Definition> memoised)
    {
        _options = options;
        _guide = names.Namespace + "\n" + names.Ruleset;
        _calendar = model.Guide.Calendar;
        _currencySymbol = model.Guide.CurrencySymbol;
        _shared = [.. model.Choices.Cast<Symbol>().Concat(model.Records).Append(model.Facts).Concat(model.Parameters).Concat(model.Definitions)];
        _requirementNames = [.. model.Requirements.Select(requirement => requirement.PascalName)];
        Memoised = memoised;
    }

    /// <summary>Definitions that more than one place uses; the others are computed once anyhow.</summary>
    public HashSet<Definition> Memoised { get; }

    public bool IsSameAs(GuideContext other) =>
        _options.RootNamespace == other._options.RootNamespace
        && _options.LineDirectives == other._options.LineDirectives
        && _guide == other._guide
        && ReferenceEquals(_calendar, other._calendar)
        && _currencySymbol == other._currencySymbol
        && GuideEmission.AreSame(_shared, other._shared)
        && _requirementNames.SequenceEqual(other._requirementNames)
        && Memoised.SetEquals(other.Memoised);
}

/// <summary>One file, and what it was made from.</summary>
/// <param name="Path">The rule file's path below the folder common to all.</param>
/// <param name="LinePath">The path that its <c>#line</c> directives show.</param>
/// <param name="Symbols">What stands in the rule file.</param>
/// <param name="Names">The names that it took, in this order.</param>
/// <param name="Requirements">What the ruleset calls of the requirements in it, in their order.</param>
/// <param name="File">The result.</param>
internal sealed record FileEmission(
    string Path, string? LinePath, ImmutableArray<Symbol> Symbols, ImmutableArray<GivenName> Names, ImmutableArray<RequirementMembers> Requirements, EmittedFile File);

/// <summary>The file of what there is once, and what it was made from.</summary>
/// <param name="Guide">The guide's header. Its namespace, currency and calendar belong to the context.</param>
/// <param name="Path">The path of its file below the folder common to all.</param>
/// <param name="Requirements">All requirements, in the order of the model.</param>
/// <param name="Members">What the ruleset calls of them.</param>
internal sealed record RulesetEmission(Guide Guide, string Path, ImmutableArray<Requirement> Requirements, ImmutableArray<RequirementMembers> Members)
{
    /// <summary>The result.</summary>
    public EmittedFile File { get; init; } = new("", "");

    /// <summary>Whether another, of the same context, gives the same text.</summary>
    public bool IsMadeFromTheSameAs(RulesetEmission other) =>
        Guide.Name == other.Guide.Name && Guide.Title == other.Guide.Title && Guide.Version == other.Guide.Version && Path == other.Path && Members.SequenceEqual(other.Members)
        && Requirements.Zip(other.Requirements, (own, before) => ReferenceEquals(own, before) || AreDescribedAlike(own, before)).All(alike => alike);

    // What the ruleset says of a requirement; the rest stands in the requirement's own file.
    private static bool AreDescribedAlike(Requirement left, Requirement right) =>
        left.Title == right.Title && left.FallsOn is null == right.FallsOn is null
        && left.References.Select(reference => reference.Display).SequenceEqual(right.References.Select(reference => reference.Display));
}

/// <summary>The C# of one guide, and what it was made from.</summary>
internal sealed class GuideEmission
{
    private readonly GuideContext _context;
    private readonly ImmutableArray<FileEmission> _files;
    private readonly RulesetEmission _ruleset;

    private GuideEmission(string name, GuideContext context, ImmutableArray<FileEmission> files, RulesetEmission ruleset, int filesEmitted)
    {
        Name = name;
        _context = context;
        _files = files;
        _ruleset = ruleset;
        Files = [.. files.Select(file => file.File), ruleset.File];
        FilesEmitted = filesEmitted;
    }

    /// <summary>The guide's name.</summary>
    public string Name { get; }

    /// <summary>A file for each rule file that yields code, and one more for what there is once.</summary>
    public ImmutableArray<EmittedFile> Files { get; }

    /// <summary>How many files of rule files were emitted, and not taken over.</summary>
    public int FilesEmitted { get; }

    public static GuideEmission Of(RulesModel model, CSharpEmitOptions options, GuideEmission? before, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var names = new CSharpNames(model, options);
        var context = new GuideContext(model, options, names, UsedMoreThanOnce(model));
        if (before is not null && !context.IsSameAs(before._context))
        {
            before = null;
        }

        Dictionary<string, FileEmission> known = before?._files.ToDictionary(file => file.Path, StringComparer.Ordinal) ?? [];
        string root = CommonFolder([.. Declared(model).Select(symbol => symbol.Location.Source.Path).Append(model.Guide.Location.Source.Path)]);
        var emitter = new FileEmitter(model, options, names, context.Memoised);
        var files = ImmutableArray.CreateBuilder<FileEmission>();
        var written = new Dictionary<Symbol, RequirementMembers>();
        int emitted = 0;
        foreach (IGrouping<string, Symbol> group in Declared(model).GroupBy(symbol => symbol.Location.Source.Path, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            string path = group.Key.Substring(root.Length);
            ImmutableArray<Symbol> symbols = [.. group];
            if (!known.TryGetValue(path, out FileEmission? file) || !AreSame(file.Symbols, symbols) || file.LinePath != options.LinePathOf(group.Key))
            {
                file = emitter.Emit(path, options.LinePathOf(group.Key), symbols);
                emitted++;
            }
            else if (!file.Names.All(name => names.Members.Take(name.Wanted, name.Kind) == name.Given))
            {
                // A file before it took a name that this one had.
                return Of(model, options, null, cancellationToken);
            }

            files.Add(file);
            foreach ((Symbol requirement, RequirementMembers members) in symbols.Where(symbol => symbol is Requirement).Zip(file.Requirements, (symbol, members) => (symbol, members)))
            {
                written.Add(requirement, members);
            }
        }

        var ruleset = new RulesetEmission(
            model.Guide, model.Guide.Location.Source.Path.Substring(root.Length), model.Requirements, [.. model.Requirements.Select(requirement => written[requirement])]);
        ruleset = before is not null && ruleset.IsMadeFromTheSameAs(before._ruleset)
            ? ruleset with { File = before._ruleset.File }
            : ruleset with { File = emitter.EmitRuleset(ruleset.Path, ruleset.Members) };
        return new GuideEmission(model.Guide.Name, context, files.ToImmutable(), ruleset, emitted);
    }

    public static bool AreSame(ImmutableArray<Symbol> left, ImmutableArray<Symbol> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (!ReferenceEquals(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What yields code, in the order in which it is written.</summary>
    private static IEnumerable<Symbol> Declared(RulesModel model) =>
        model.Choices.Cast<Symbol>().Concat(CSharpNames.Records(model)).Concat(model.Parameters).Concat(model.Definitions).Concat(model.Requirements);

    /// <summary>Definitions that more than one place uses; the others are computed once anyhow.</summary>
    private static HashSet<Definition> UsedMoreThanOnce(RulesModel model)
    {
        var once = new HashSet<Definition>();
        var more = new HashSet<Definition>();
        foreach (Expression expression in Expressions(model).SelectMany(expression => expression.DescendantsAndSelf()))
        {
            if (expression is DefinitionExpression { Definition: var definition } && !once.Add(definition))
            {
                more.Add(definition);
            }
        }

        return more;
    }

    private static IEnumerable<Expression> Expressions(RulesModel model)
    {
        foreach (DefinitionCase @case in model.Definitions.SelectMany(definition => definition.Cases))
        {
            if (@case.Condition is not null)
            {
                yield return @case.Condition;
            }

            yield return @case.Value;
        }

        foreach (Requirement requirement in model.Requirements)
        {
            IEnumerable<Expression> clauses = requirement.Criteria.Select(criterion => criterion.Condition)
                .Concat(requirement.Exceptions.Concat(requirement.Criteria.SelectMany(criterion => criterion.Exceptions)).SelectMany(Conditions));
            foreach (Expression clause in clauses)
            {
                yield return clause;
            }

            if (requirement.AppliesWhen is { } appliesWhen)
            {
                yield return appliesWhen.Condition;
            }

            if (requirement.Element?.List is { } list)
            {
                // The verdict and the report each ask for the list.
                yield return list;
                yield return list;
            }
        }
    }

    private static IEnumerable<Expression> Conditions(ExceptionClause exception) => exception.Exceptions.SelectMany(Conditions).Prepend(exception.Condition);

    private static string CommonFolder(IReadOnlyList<string> paths)
    {
        string common = paths[0].Substring(0, paths[0].LastIndexOf('/') + 1);
        while (!paths.All(path => path.StartsWith(common, StringComparison.Ordinal)))
        {
            common = common.Substring(0, common.TrimEnd('/').LastIndexOf('/') + 1);
        }

        return common;
    }
}
