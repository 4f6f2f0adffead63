using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace RulesAsCode.Publishing.Rendering;

/// <summary>
/// Every word of the interface, by key. Places for what is filled in are numbered: <c>{0}</c>. A text that counts has two keys, one that ends with
/// <c>.one</c> and one that ends with <c>.several</c>.
/// </summary>
internal sealed class SiteTexts
{
    private readonly ImmutableSortedDictionary<string, string> _texts;

    private SiteTexts(ImmutableSortedDictionary<string, string> texts) => _texts = texts;

    /// <summary>The texts of the product.</summary>
    public static SiteTexts BuiltIn { get; } = Parse(TemplateLibrary.ReadResource("Site/texts.json"));

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>A text without anything filled in.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text; a mistake in a template.</exception>
    public string this[string key] => _texts.TryGetValue(key, out string? text) ? text : throw new KeyNotFoundException($"There is no text '{key}'.");

    /// <summary>A text with its places filled in.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="escape">How the text itself becomes markup.</param>
    /// <param name="values">What is filled in: markup already.</param>
    public string Say(string key, Func<string, string> escape, params ReadOnlySpan<object?> values)
    {
        string text = escape(this[key]);
        for (int i = 0; i < values.Length; i++)
        {
            text = text.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", Convert.ToString(values[i], CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        return text;
    }

    private static SiteTexts Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new SiteTexts(document.RootElement.EnumerateObject().ToImmutableSortedDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal));
    }
}
