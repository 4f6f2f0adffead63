using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RulesAsCode.Compiler.Text;
using RulesAsCode.Primitives;
using RulesAsCode.Publishing.Own;

namespace RulesAsCode.Publishing.Rendering;

/// <summary>
/// Every word of the interface, by key. Places for what is filled in are numbered: <c>{0}</c>. A text that counts has two keys, one that ends with
/// <c>.one</c> and one that ends with <c>.several</c>.
/// </summary>
internal sealed partial class SiteTexts
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

    /// <summary>These texts, with a publisher's words in the place of ours.</summary>
    /// <param name="file">A JSON object of texts by their keys; null for none.</param>
    /// <exception cref="PublishingException">It is no such object, has a key that there is not, or a text that cannot stand in the place of ours.</exception>
    public SiteTexts With(SourceText? file)
    {
        if (file is null)
        {
            return this;
        }

        ImmutableSortedDictionary<string, string>.Builder texts = _texts.ToBuilder();
        foreach ((string key, string? text, int line) in Read(file))
        {
            if (!_texts.TryGetValue(key, out string? ours))
            {
                throw Problem.At(file, line, $"There is no text '{key}'. {(Spelling.Nearest(key, Keys) is { } nearest ? $"Did you mean '{nearest}'?" : "The keys are those of src/RulesAsCode.Publishing/Site/texts.json.")}");
            }

            if (string.IsNullOrWhiteSpace(text))
            {
                throw Problem.At(file, line, $"'{key}' needs words, in quotes. Ours are: {ours}");
            }

            if (Place().Matches(text).Select(place => place.Value).FirstOrDefault(place => !ours.Contains(place, StringComparison.Ordinal)) is { } unfilled)
            {
                throw Problem.At(file, line, $"Nothing is filled in for {unfilled} in '{key}'. Ours is: {ours}");
            }

            if (key is "months" or "weekdays" && text.Split(' ').Length != ours.Split(' ').Length)
            {
                throw Problem.At(file, line, $"'{key}' needs {ours.Split(' ').Length} words with one blank between them, not {text.Split(' ').Length}.");
            }

            if (key == "language" && !Language().IsMatch(text))
            {
                throw Problem.At(file, line, $"'{text}' is no language. Write a tag such as 'en' or 'cy-GB'.");
            }

            texts[key] = text;
        }

        return new SiteTexts(texts.ToImmutable());
    }

    /// <summary>Every key with its text (null for what is no text) and its line.</summary>
    private static List<(string Key, string? Text, int Line)> Read(SourceText file)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(file.Text);
        int LineOf(long offset) => bytes.AsSpan(0, (int)offset).Count((byte)'\n') + 1;
        var read = new List<(string, string?, int)>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw Problem.At(file, 1, "The texts are a JSON object, such as { \"nav.checklist\": \"What to do\" }.");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string key = reader.GetString()!;
                int line = LineOf(reader.TokenStartIndex);
                if (!keys.Add(key))
                {
                    throw Problem.At(file, line, $"'{key}' stands here twice. Take one of the two out.");
                }

                reader.Read();
                read.Add((key, reader.TokenType == JsonTokenType.String ? reader.GetString() : null, line));
                reader.Skip();
            }

            // To the end, so that what follows the object is found.
            while (reader.Read())
            {
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            int line = problem is JsonException { LineNumber: { } number } ? (int)number + 1 : LineOf(reader.TokenStartIndex);
            throw Problem.At(file, line, "This is no JSON: " + problem.Message.Split(" LineNumber:")[0].ReplaceLineEndings(" "));
        }

        return read;
    }

    [GeneratedRegex("\\{[0-9]+\\}")]
    private static partial Regex Place();

    [GeneratedRegex("^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$")]
    private static partial Regex Language();

    private static SiteTexts Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new SiteTexts(document.RootElement.EnumerateObject().ToImmutableSortedDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal));
    }
}
