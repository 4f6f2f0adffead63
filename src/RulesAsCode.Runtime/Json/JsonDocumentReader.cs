using System.Buffers;
using System.Text;
using System.Text.Json;

namespace RulesAsCode.Json;

internal enum JsonKind { Object, Array, Text, Number, True, False, Null }

/// <summary>A JSON value that remembers where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Its first character, in the text; 0 where that is not asked for.</param>
/// <param name="Text">The text of a text, or a number as it was written; else empty.</param>
/// <param name="Members">The members of an object, as written, repeats among them.</param>
/// <param name="Items">The items of an array.</param>
internal sealed record JsonValue(JsonKind Kind, int Offset, string Text, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonValue> Items)
{
    /// <summary>What it is, as an analyst says it.</summary>
    public string Description => Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "an array",
        JsonKind.Text => "a text",
        JsonKind.Number => "a number",
        JsonKind.Null => "null",
        _ => Kind == JsonKind.True ? "true" : "false",
    };
}

/// <param name="Name">Its name, unescaped.</param>
/// <param name="Offset">Where the name stands.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int Offset, JsonValue Value);

/// <summary>Why a text is not JSON, and where.</summary>
internal sealed record JsonFault(int Offset, string Message);

/// <summary>
/// Reads JSON of any origin: strictly (no comments, no trailing commas, one value), to a bounded depth, and without ever throwing.
/// </summary>
internal sealed class JsonDocumentReader
{
    /// <summary>Facts nest three or four deep; deeper than this is no facts.</summary>
    public const int GreatestDepth = 64;

    private const string NoCharacter = "a text has an escape that is no character";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly byte[] _bytes;
    private readonly string _text;

    // Offsets in bytes rise as reading goes on, so that characters are counted once.
    private int _countedBytes;
    private int _countedCharacters;

    private JsonDocumentReader(string text)
    {
        _text = text;
        _bytes = Utf8.GetBytes(text);
    }

    public static JsonValue? Read(string text, out JsonFault? fault)
    {
        // A byte-order mark is blanked rather than cut, so that offsets stay those of the text.
        var reader = new JsonDocumentReader(text.StartsWith('\uFEFF') ? " " + text[1..] : text);
        var tokens = new Utf8JsonReader(reader._bytes, new JsonReaderOptions { MaxDepth = GreatestDepth });
        try
        {
            fault = null;
            tokens.Read();
            JsonValue value = ReadValue(ref tokens, reader);
            while (tokens.Read())
            {
                // The reader itself reports anything after the value.
            }

            return value;
        }
        catch (JsonException exception)
        {
            fault = new JsonFault(reader.OffsetOf(exception), Explain(exception));
        }
        catch (InvalidOperationException)
        {
            // A text with half a surrogate pair is well-formed JSON that no text can hold.
            fault = new JsonFault(reader.CharactersBefore((int)tokens.TokenStartIndex), NoCharacter);
        }

        return null;
    }

    /// <summary>Reads the value at which a reader stands, without offsets.</summary>
    /// <exception cref="FactsJsonException">A text is none.</exception>
    public static JsonValue Read(ref Utf8JsonReader tokens)
    {
        try
        {
            return ReadValue(ref tokens, null);
        }
        catch (InvalidOperationException)
        {
            throw Faults.ToException([new FactsFault(JsonPlace.Root, 0, FactsReader.NotJson(NoCharacter))]);
        }
    }

    private static string Explain(JsonException exception)
    {
        // The library adds its own line and position, which count bytes from 0.
        string message = exception.Message;
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }

    /// <param name="text">The text, for offsets; null where they are not asked for.</param>
    private static JsonValue ReadValue(ref Utf8JsonReader tokens, JsonDocumentReader? text)
    {
        int offset = text?.CharactersBefore((int)tokens.TokenStartIndex) ?? 0;
        switch (tokens.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<JsonMember>();
                while (tokens.Read() && tokens.TokenType != JsonTokenType.EndObject)
                {
                    int nameOffset = text?.CharactersBefore((int)tokens.TokenStartIndex) ?? 0;
                    string name = tokens.GetString() ?? "";
                    tokens.Read();
                    members.Add(new JsonMember(name, nameOffset, ReadValue(ref tokens, text)));
                }

                return new JsonValue(JsonKind.Object, offset, "", members, []);
            case JsonTokenType.StartArray:
                var items = new List<JsonValue>();
                while (tokens.Read() && tokens.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref tokens, text));
                }

                return new JsonValue(JsonKind.Array, offset, "", [], items);
            case JsonTokenType.String:
                return new JsonValue(JsonKind.Text, offset, tokens.GetString() ?? "", [], []);
            case JsonTokenType.Number:
                return new JsonValue(JsonKind.Number, offset, Utf8.GetString(tokens.HasValueSequence ? tokens.ValueSequence.ToArray() : tokens.ValueSpan), [], []);
            default:
                JsonKind kind = tokens.TokenType switch { JsonTokenType.True => JsonKind.True, JsonTokenType.False => JsonKind.False, _ => JsonKind.Null };
                return new JsonValue(kind, offset, "", [], []);
        }
    }

    private int OffsetOf(JsonException exception)
    {
        long line = exception.LineNumber ?? 0;
        int start = 0;
        for (long i = 0; i < line; i++)
        {
            int end = Array.IndexOf(_bytes, (byte)'\n', start);
            if (end < 0)
            {
                break;
            }

            start = end + 1;
        }

        int position = (int)Math.Min(_bytes.Length, start + (exception.BytePositionInLine ?? 0));
        return Math.Min(_text.Length, Utf8.GetCharCount(_bytes, 0, position));
    }

    private int CharactersBefore(int bytes)
    {
        if (bytes < _countedBytes)
        {
            _countedBytes = _countedCharacters = 0;
        }

        _countedCharacters += Utf8.GetCharCount(_bytes, _countedBytes, bytes - _countedBytes);
        _countedBytes = bytes;
        return _countedCharacters;
    }
}
