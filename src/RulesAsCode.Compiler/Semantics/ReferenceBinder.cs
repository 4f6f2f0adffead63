using System.Collections.Immutable;
using RulesAsCode.Compiler.Diagnostics;
using RulesAsCode.Compiler.Model;
using RulesAsCode.Compiler.Syntax;
using RulesAsCode.Compiler.Text;

namespace RulesAsCode.Compiler.Semantics;

/// <summary>Checks references against the outlines of the sources.</summary>
/// <param name="symbols">The names.</param>
/// <param name="shared">A binder whose sources are those of this one as well; null to declare them.</param>
internal sealed class ReferenceBinder(SymbolTable symbols, ReferenceBinder? shared)
{
    private readonly Dictionary<Source, Outline> _outlines = shared is null ? [] : new(shared._outlines);
    private readonly Dictionary<(Division First, Division Last), ImmutableArray<Division>> _ranges = [];

    private sealed class Outline
    {
        internal Dictionary<string, List<Division>> ByLocator { get; } = new(StringComparer.Ordinal);

        internal Dictionary<Division, int> Position { get; } = [];
    }

    /// <summary>Declares a division; false when the source lists it already.</summary>
    internal bool TryAdd(Division division, int position)
    {
        Outline outline = OutlineOf(division.Source);
        if (!outline.ByLocator.TryGetValue(division.Locator, out List<Division>? same))
        {
            outline.ByLocator.Add(division.Locator, same = []);
        }
        else if (same.Exists(other => other.Kind == division.Kind))
        {
            return false;
        }

        same.Add(division);
        outline.Position.Add(division, position);
        return true;
    }

    internal Division? Find(Source source, string kind, string locator) =>
        OutlineOf(source).ByLocator.TryGetValue(locator, out List<Division>? divisions) ? divisions.Find(division => division.Kind == kind) : null;

    /// <summary>The references of a <c>see</c> line; its quote belongs to the last. Those that lead nowhere are reported and left out.</summary>
    internal IEnumerable<SectionReference> Bind(DeclarationContext context, ClauseSyntax see)
    {
        ImmutableArray<ReferenceSyntax> references = ((ReferenceListSyntax)see.Body!).References;
        TextLiteralSyntax? quote = null;
        ClauseSyntax[] quotes = [.. see.SubClauses.Where(clause => clause is { Kind: ClauseKind.Quote, IsBroken: false })];
        if (quotes.Length > 0)
        {
            quote = (TextLiteralSyntax)quotes[0].Body!;
        }

        if (quotes.Length > 1)
        {
            context.Report(DiagnosticCatalogue.ClauseTwice(context.At(quotes[1].KeywordSpan), "quote", context.At(quotes[0].KeywordSpan)));
        }

        for (int i = 0; i < references.Length; i++)
        {
            if (Bind(context, references[i], i == references.Length - 1 ? quote : null) is { } reference)
            {
                yield return reference;
            }
        }
    }

    private SectionReference? Bind(DeclarationContext context, ReferenceSyntax syntax, TextLiteralSyntax? quote)
    {
        Location? quoteLocation = quote is null ? null : context.At(quote);
        if (context.Find(symbols.Sources, syntax.Code, "source") is not { } source)
        {
            return null;
        }

        if (syntax.Locator is not { } locator)
        {
            return new SectionReference(source, null, null, null, null, [], quote?.Value, context.At(syntax)) { QuoteLocation = quoteLocation };
        }

        Outline outline = OutlineOf(source);
        bool isRange = syntax.To is not null;
        if (FindDivision(context, source, outline, syntax.Kind, locator, exactly: isRange) is not { } division)
        {
            return null;
        }

        ImmutableArray<Division> covered = [division];
        if (syntax.To is { } to)
        {
            if (FindDivision(context, source, outline, syntax.Kind ?? division.Kind, to, exactly: true) is not { } last)
            {
                return null;
            }

            if (outline.Position[last] <= outline.Position[division])
            {
                context.Report(DiagnosticCatalogue.RangeBackwards(context.At(syntax), locator.Text, to.Text, source.Name));
                return null;
            }

            if (!_ranges.TryGetValue((division, last), out covered))
            {
                int first = outline.Position[division];
                covered = ImmutableArray.Create(source.Divisions, first, outline.Position[last] - first + 1);
                _ranges.Add((division, last), covered);
            }
        }

        return new SectionReference(source, syntax.Kind ?? division.Kind, locator.Text, syntax.To?.Text, division, covered, quote?.Value, context.At(syntax)) { QuoteLocation = quoteLocation };
    }

    private Division? FindDivision(DeclarationContext context, Source source, Outline outline, string? kind, NameSyntax locator, bool exactly)
    {
        for (string? prefix = locator.Text; prefix is not null; prefix = exactly ? null : Parent(prefix))
        {
            if (!outline.ByLocator.TryGetValue(prefix, out List<Division>? divisions))
            {
                continue;
            }

            List<Division> ofKind = kind is null ? divisions : divisions.FindAll(division => division.Kind == kind);
            if (ofKind.Count == 1)
            {
                return ofKind[0];
            }

            if (ofKind.Count > 1)
            {
                if (ofKind.Find(division => division.Kind == "section") is { } section)
                {
                    return section;
                }

                context.Report(DiagnosticCatalogue.SeveralDivisions(context.At(locator), source.Name, prefix, [.. ofKind.Select(division => division.Kind)]));
                return null;
            }
        }

        string written = (kind is null ? "" : kind + " ") + locator.Text;
        context.ReportUnknown("division of " + source.Name, written, () =>
        {
            Division? nearest = NearestDivision(source, outline, kind, locator.Text);
            string? name = nearest is null ? null : nearest.Kind + " " + nearest.Locator;
            string place = Names.Place(nearest?.Location ?? source.Location);
            return exactly
                ? DiagnosticCatalogue.UnknownEndOfRange(context.At(locator), source.Name, kind, locator.Text, name, place)
                : DiagnosticCatalogue.UnknownDivision(context.At(locator), source.Name, kind, locator.Text, name, place);
        });
        return null;
    }

    private Division? NearestDivision(Source source, Outline outline, string? kind, string locator)
    {
        for (string? prefix = locator; prefix is not null; prefix = Parent(prefix))
        {
            if (outline.ByLocator.TryGetValue(prefix, out List<Division>? others))
            {
                return others[0];
            }
        }

        return symbols.SpellChecker.Nearest(locator, source.Divisions, division => division.Locator, division => kind is null || division.Kind == kind);
    }

    /// <summary><c>H1.10(a)</c> stands under <c>H1.10</c>, and that under <c>H1</c>; null at the top.</summary>
    private static string? Parent(string locator)
    {
        int end = locator.LastIndexOfAny(['.', '(']);
        return end <= 0 ? null : locator.Substring(0, end);
    }

    private Outline OutlineOf(Source source)
    {
        if (!_outlines.TryGetValue(source, out Outline? outline))
        {
            _outlines.Add(source, outline = new Outline());
        }

        return outline;
    }
}
