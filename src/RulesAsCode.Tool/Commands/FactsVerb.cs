using System.Collections.Immutable;
using System.CommandLine;
using RulesAsCode.Compiler;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Interpreter;
using RulesAsCode.Primitives;
using RulesAsCode.Tool.Loading;
using RulesAsCode.Tool.Output;

namespace RulesAsCode.Tool.Commands;

/// <summary>A verb that runs one guide on one subject's facts.</summary>
internal abstract class FactsVerb : Verb
{
    private readonly Argument<string> _facts = WithoutOptions(new Argument<string>("FACTS.json")
    {
        Description = "The facts of one subject as JSON, or - for standard input. Names are in camelCase: 'start of notice' is startOfNotice.",
    });

    private readonly Option<string[]> _rules = new("--rules")
    {
        Description = "A folder of rule files, or a rule file; may be given again.",
        HelpName = "PATH",
        DefaultValueFactory = _ => [DefaultRules],
    };

    private readonly Option<string?> _guide = GuideOption("The guide's name; needed where the rules hold more than one.");

    private readonly Option<string?> _asAt = new("--as-at")
    {
        Description = "The date of the assessment, such as 2026-07-01. Default: today",
        HelpName = "DATE",
    };

    protected FactsVerb(ToolHost host, string name, string description)
        : base(host, name, description)
    {
        Arguments.Add(_facts);
        Options.Add(_rules);
        Options.Add(_guide);
        Options.Add(_asAt);
    }

    internal override IReadOnlyList<int> ExitCodes => [ExitCode.Done, ExitCode.Usage, ExitCode.DoesNotCompile, ExitCode.Bug];

    protected sealed override int Run(ParseResult arguments)
    {
        bool isJson = IsJson(arguments);
        AssessmentDate asAt = ReadDate(arguments.GetValue(_asAt));
        string[] paths = arguments.GetValue(_rules)!;
        Compilation compilation = Compile(paths, tellTime: false);
        if (compilation.HasErrors)
        {
            WriteDiagnostics(compilation, isJson);
            return ExitCode.DoesNotCompile;
        }

        RulesModel model = SelectGuide(GuidesOf(compilation, paths), arguments.GetValue(_guide));
        string file = arguments.GetValue(_facts)!;
        FactsReadResult facts = FactsJson.Read(model, file == "-" ? Host.ReadInput() : TextFile.Read(Host.FullPath(file), file));
        if (facts.Facts is null || !facts.Problems.IsEmpty)
        {
            FactsProblems.Write(Host, file == "-" ? "standard input" : file, facts.Problems, isJson);
            return ExitCode.Usage;
        }

        if (asAt.IsToday)
        {
            Host.Error.WriteLine($"rules: as at {CalendarDay.ToIso(asAt.Day)} (today); --as-at gives another date");
        }

        return Run(arguments, new RulesetInterpreter(model), model, facts.Facts, asAt, isJson);
    }

    /// <summary>Does what the verb says, for a guide and facts that are well-formed.</summary>
    protected abstract int Run(ParseResult arguments, RulesetInterpreter interpreter, RulesModel model, FactRecord facts, AssessmentDate asAt, bool isJson);

    private static RulesModel SelectGuide(IReadOnlyList<RulesModel> guides, string? name)
    {
        if (name is not null)
        {
            return NearestName.Find(guides, guide => guide.Guide.Name, name, "guide");
        }

        return guides.Count == 1
            ? guides[0]
            : throw new UsageException($"The rules hold {guides.Count} guides; say which with --guide: {Words.List([.. guides.Select(guide => $"'{guide.Guide.Name}'")])}.");
    }

    private AssessmentDate ReadDate(string? text)
    {
        if (text is null)
        {
            DateOnly today = Host.Today();
            return new AssessmentDate(CalendarDay.FromDate(today.Year, today.Month, today.Day), IsToday: true);
        }

        return CalendarDay.TryParseIso(text, out int day)
            ? new AssessmentDate(day, IsToday: false)
            : throw new UsageException($"--as-at takes a date from 1900 to 2199 written like 2026-07-01, not '{text}'.");
    }
}

/// <param name="Day">The day number of the date.</param>
/// <param name="IsToday">True where the clock said it, not the command line.</param>
internal readonly record struct AssessmentDate(int Day, bool IsToday)
{
    /// <summary>As a person reads it: <c>1 July 2026 (today)</c>.</summary>
    internal string InWords => CalendarDay.ToWords(Day) + (IsToday ? " (today)" : "");
}
