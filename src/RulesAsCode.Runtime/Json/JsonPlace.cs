using System.Globalization;

namespace RulesAsCode.Json;

/// <summary>Where a value stands in a JSON document.</summary>
internal sealed class JsonPlace
{
    private readonly JsonPlace? _owner;
    private readonly string? _name;
    private readonly int _index;

    private JsonPlace(JsonPlace? owner, string? name, int index)
    {
        _owner = owner;
        _name = name;
        _index = index;
    }

    /// <summary>The document itself.</summary>
    public static JsonPlace Root { get; } = new(null, null, 0);

    /// <summary>As a JSON pointer: <c>/testingProgrammes/1/testingStart</c>.</summary>
    public string Pointer => _owner is null ? "" : _owner.Pointer + "/" + (_name?.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal) ?? Index);

    /// <summary>As exceptions of <c>System.Text.Json</c> say it: <c>$.testingProgrammes[1].testingStart</c>.</summary>
    public string Path => _owner is null ? "$" : _owner.Path + (_name is null ? "[" + Index + "]" : _name.All(char.IsLetterOrDigit) ? "." + _name : "['" + _name + "']");

    private string Index => _index.ToString(CultureInfo.InvariantCulture);

    public JsonPlace Member(string name) => new(this, name, 0);

    public JsonPlace Item(int index) => new(this, null, index);
}
