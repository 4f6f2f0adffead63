using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace RulesAsCode.Publishing.Rendering;

/// <summary>
/// What the last audit of the product's own design found, from <c>Site/audit.json</c>. It was run by hand over three sites, so it says nothing about
/// the words and tables of another guide, and no page may claim that it does.
/// </summary>
/// <param name="Date">The day of the audit, in words.</param>
/// <param name="Tools">What it was done with: names and versions.</param>
/// <param name="Sites">The sites: the key of a text for each.</param>
/// <param name="Figures">What was found: the key of a text, and a number for each site.</param>
internal sealed record SiteAudit(string Date, string Tools, ImmutableArray<string> Sites, ImmutableArray<AuditFigure> Figures)
{
    public static SiteAudit BuiltIn { get; } = Parse(TemplateLibrary.ReadResource("Site/audit.json"));

    private static SiteAudit Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        var date = DateOnly.ParseExact(root.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new SiteAudit(
            date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            root.GetProperty("tools").GetString()!,
            [.. root.GetProperty("sites").EnumerateArray().Select(site => "audit.site." + site.GetString())],
            [.. root.GetProperty("figures").EnumerateObject().Select(figure => new AuditFigure("audit." + figure.Name, [.. figure.Value.EnumerateArray().Select(value => value.GetRawText())]))]);
    }
}

/// <param name="Text">The key of the text that says what was counted or measured.</param>
/// <param name="Values">A number for each site.</param>
internal sealed record AuditFigure(string Text, ImmutableArray<string> Values);
